//! A computer made for the test: a folder that stands for `/`, and one for the undo copies.

use super::super::{UndoData, UnixTools};
use crate::act::clean::file::JournalFile;
use crate::act::clean::{Now, Run, run_steps, undo_run};
use crate::assess::{Examined, assess};
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpResult, Items, Plan, Rules, Selection, plan};
use crate::machine::{Grant, Os, Scope, Snapshot, Standing, SystemStart};
use crate::probe::Reach;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

const ROOT: &[u8] = include_bytes!("../../../../../tests/recordings/raw/certificates/root.pem");
const OTHER: &[u8] = include_bytes!("../../../../../tests/recordings/raw/certificates/other.pem");
pub(super) const NOW: Now = Now { at: 1_790_000_000, start: SystemStart { booted: 1_789_000_000, boot_id: None } };

/// What a journal of this computer has to pass.
pub(super) fn rules() -> Rules<'static> {
    Rules { os: Os::Linux, catalog: Catalog::embedded(), grant: machine() }
}

/// Leave to touch what belongs to the computer.
pub(super) fn machine() -> Grant {
    Standing::Lent.grant(Scope::Machine).unwrap()
}

/// A computer on which the product was removed and left things behind.
pub(super) struct Computer {
    pub(super) disk: tempfile::TempDir,
    pub(super) undo: tempfile::TempDir,
}

impl Computer {
    pub(super) fn new() -> Self {
        Self::with_undo_in(tempfile::tempdir().unwrap())
    }

    /// With the undo copies on another file system than everything else.
    pub(super) fn with_undo_elsewhere() -> Self {
        let computer = Self::with_undo_in(tempfile::tempdir_in("/dev/shm").unwrap());
        let device = |path: &tempfile::TempDir| fs::metadata(path.path()).unwrap().dev();
        assert_ne!(device(&computer.disk), device(&computer.undo), "two file systems");
        computer
    }

    fn with_undo_in(undo: tempfile::TempDir) -> Self {
        let computer = Self { disk: tempfile::tempdir().unwrap(), undo };
        computer.file("proc/self/status", b"Name:\tx\nUid:\t1000\t1000\t1000\t1000\n");
        computer.file("proc/stat", b"btime 1764000000\n");
        computer.file("etc/os-release", b"PRETTY_NAME=\"Example Linux 12\"\n");
        computer.file("opt/kaspersky/kesl/bin/kesl-control", b"\x7FELF control");
        computer.file("opt/kaspersky/kesl/lib/deep/er/x.so", b"\x7FELF library");
        computer.link("opt/kaspersky/kesl/current", "bin");
        computer.file("var/opt/kaspersky/kesl/common/objects-backup/1", b"the person's own");
        computer.file("var/log/kaspersky/kesl/report.log", b"report");
        computer.file("etc/systemd/system/kesl.service", b"[Service]\nExecStart=/opt/kaspersky/kesl/libexec/kesl\n");
        computer.file("etc/systemd/system/ssh.service", b"[Service]\nExecStart=/usr/sbin/sshd\n");
        computer.link("etc/systemd/system/multi-user.target.wants/kesl.service", "../kesl.service");
        computer.link("etc/systemd/system/multi-user.target.wants/ssh.service", "../ssh.service");
        computer.file("usr/local/share/ca-certificates/kaspersky.crt", ROOT);
        computer.file("usr/local/share/ca-certificates/own.crt", OTHER);
        let secret = computer.at("opt/kaspersky/kesl/bin/kesl-control");
        fs::set_permissions(secret, fs::Permissions::from_mode(0o4751)).unwrap();
        computer
    }

    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.disk.path().join(path)
    }

    pub(super) fn file(&self, path: &str, content: &[u8]) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), content).unwrap();
    }

    pub(super) fn link(&self, path: &str, target: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        symlink(target, self.at(path)).unwrap();
    }

    pub(super) fn look(&self) -> Snapshot {
        self.look_within(Reach::ThisAccount)
    }

    pub(super) fn look_within(&self, reach: Reach) -> Snapshot {
        crate::probe::system::look_below(self.disk.path(), Catalog::embedded(), reach)
    }

    /// The plan for everything that may be cleaned, as a new look sees it.
    pub(super) fn plan(&self) -> Plan {
        let snapshot = self.look();
        let assessment = assess(&snapshot, Catalog::embedded());
        let seen = Examined::new(&snapshot, &assessment, Catalog::embedded());
        let ids: Vec<String> = assessment.leftovers.iter().map(|one| one.id.clone()).collect();
        plan(&seen, &Selection::leftovers(ids.clone(), Vec::new()), &[])
    }

    pub(super) fn tools(&self) -> UnixTools {
        UnixTools::new(&fs::canonicalize(self.undo.path()).unwrap(), false)
    }

    pub(super) fn begin(&self) -> Run<'static, JournalFile, UndoData> {
        Run::begin(
            JournalFile::open(self.undo.path()).unwrap(),
            "20260921-141320",
            CleanUpKind::Leftovers,
            &NOW,
            rules(),
        )
        .unwrap()
    }

    pub(super) fn reopen(&self) -> Run<'static, JournalFile, UndoData> {
        Run::open(JournalFile::open(self.undo.path()).unwrap(), rules()).unwrap()
    }

    pub(super) fn clean(&self, plan: &Plan) -> CleanUpResult {
        run_steps(&mut self.tools(), &mut self.begin(), plan, &NOW).unwrap()
    }

    pub(super) fn undo(&self) -> CleanUpResult {
        undo_run(&mut self.tools(), &mut self.reopen(), Items::All).unwrap()
    }

    /// Every path with all that matters about it.
    pub(super) fn tree(&self) -> BTreeMap<String, String> {
        tree(self.disk.path())
    }
}

/// Every path below a folder with all that matters about it.
pub(super) fn tree(root: &Path) -> BTreeMap<String, String> {
    let mut tree = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let about = fs::symlink_metadata(&path).unwrap();
            let content = match about.file_type() {
                kind if kind.is_symlink() => format!("-> {:?}", fs::read_link(&path).unwrap()),
                kind if kind.is_dir() => {
                    open.push(path.clone());
                    String::from("folder")
                }
                _ => format!("{:?}", fs::read(&path).unwrap()),
            };
            let times = format!("{}.{:09}", about.mtime(), about.mtime_nsec());
            let line = format!("{:o} {} {} {times} {content}", about.mode(), about.uid(), about.gid());
            tree.insert(path.strip_prefix(root).unwrap().display().to_string(), line);
        }
    }
    tree
}

/// Everything in one tree and not in the other.
pub(super) fn difference(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let missing = one.iter().filter(|(path, about)| other.get(*path) != Some(about));
    let added = other.keys().filter(|path| !one.contains_key(*path));
    missing
        .map(|(path, about)| format!("{path}: {about} / {:?}", other.get(path)))
        .chain(added.map(|path| format!("+ {path}")))
        .collect()
}
