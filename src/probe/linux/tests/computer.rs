//! A computer made for the test: a folder that stands for `/`.

use super::super::{Here, packages, services};
use crate::catalog::Catalog;
use crate::machine::{Observed, Program, Service};
use crate::probe::command::QueryError;
use std::fs;
use std::os::unix::fs::symlink;

/// A computer below a folder of its own.
pub(super) struct Computer {
    pub(super) folder: tempfile::TempDir,
}

impl Computer {
    /// With what every running Linux has.
    pub(super) fn new() -> Self {
        let computer = Self { folder: tempfile::tempdir().unwrap() };
        computer
            .file("proc/self/status", b"Name:\tx\nUid:\t1000\t1000\t1000\t1000\n")
            .file("proc/stat", b"btime 1764000000\n")
            .file("proc/sys/kernel/random/boot_id", b"0b3f0c52-6d3e-4f7c-9d0a-1c2b3a495867\n")
            .file("proc/sys/kernel/osrelease", b"6.1.0\n")
            .file("proc/1/stat", b"1 (systemd) S 0 1 1 0 -1 4194560 0 0\n")
            .file("proc/net/tcp", raw!("linux/proc-net-tcp"))
            .file("proc/modules", raw!("linux/proc-modules"))
            .file("etc/os-release", b"PRETTY_NAME=\"Example Linux 12\"\n")
            .file("etc/passwd", raw!("linux/passwd"))
            .file("etc/group", raw!("linux/group"))
            .file("home/first/.profile", b"")
    }

    pub(super) fn file(self, path: &str, content: &[u8]) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub(super) fn link(self, path: &str, target: &str) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(target, path).unwrap();
        self
    }

    /// With the endpoint product as it is while it runs.
    pub(super) fn with_product(self) -> Self {
        self.file("var/lib/dpkg/status", raw!("linux/dpkg-status"))
            .file("var/lib/dpkg/info/kesl.list", b"/.\n/opt\n/opt/kaspersky\n/opt/kaspersky/kesl\n/opt/kaspersky/kesl/libexec\n/opt/kaspersky/kesl/libexec/kesl\n")
            .file("var/lib/dpkg/info/kesl-gui.list", b"/.\n/opt\n/opt/kaspersky\n/opt/kaspersky/kesl\n/opt/kaspersky/kesl/bin\n/opt/kaspersky/kesl/bin/kesl-gui\n")
            .file("opt/kaspersky/kesl/libexec/kesl", b"\x7FELF")
            .file("etc/systemd/system/kesl.service", raw!("linux/kesl.service"))
            .link("etc/systemd/system/multi-user.target.wants/kesl.service", "/etc/systemd/system/kesl.service")
            .file("etc/init.d/kesl", raw!("linux/init-kesl"))
            .file("etc/init.d/README", b"Nothing to run.\n")
            .link("etc/rc3.d/S20kesl", "../init.d/kesl")
            .file("run/systemd/system/.keep", b"")
            .file("sys/fs/cgroup/system.slice/kesl.service/cgroup.procs", b"812\n")
            .file("sys/fs/cgroup/system.slice/cron.service/cgroup.procs", b"400\n")
            .file("proc/812/stat", b"812 (kesl) S 1 812 812 0 -1 4194560 0 0\n")
            .link("proc/812/exe", "/opt/kaspersky/kesl/libexec/kesl (deleted)")
            .file("proc/2/stat", b"2 (kthreadd) S 0 0 0 0 -1 2129984 0 0\n")
    }

    pub(super) fn here(&self) -> Here {
        Here::below(self.folder.path(), Some(self.folder.path().join("home/first")))
    }

    pub(super) fn services(&self) -> Observed<Service> {
        services::list_services(&self.here())
    }

    pub(super) fn programs(&self) -> Observed<Program> {
        packages::list_packages(Catalog::embedded(), &self.here(), &|_| Err(QueryError::Missing))
    }
}
