//! Whether this is the computer at all, or a container, a sandbox, or a folder that stands for `/`.
//!
//! All of these have package databases, units and folders of their own, and in most of them there is nothing of
//! the vendor's. Nobody who asks about the computer means them.

use crate::machine::{Elsewhere, Gap, GapReason};
use crate::probe::disk;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The gaps that a required check has outside of the computer itself, one for each thing that stands between. None:
/// this is the computer.
///
/// `root` is what stands for `/`; `variable` the value of `container` in the environment, which a container's
/// manager sets.
pub(super) fn elsewhere_gaps(root: &Path, variable: Option<&OsStr>) -> Vec<Gap> {
    let gives_away = |mark: &str| match mark {
        "<container>" => variable.is_some_and(|value| !value.is_empty()),
        "<WSL>" => kernel_of_windows(root),
        "/proc/self/ns/user" => other_namespace(root, "user", FIRST_OF_USERS),
        "/proc/self/ns/pid" => other_namespace(root, "pid", FIRST_OF_PROCESSES),
        "/proc/1/root" => other_root(root),
        "<HOME>" => false,
        file => disk::path_presence(&root.join(file.trim_start_matches('/'))).is_present(),
    };
    let mut seen: Vec<Elsewhere> = Vec::new();
    let mut gaps = Vec::new();
    for (mark, elsewhere) in Elsewhere::MARKS {
        if !seen.contains(&elsewhere) && gives_away(mark) {
            seen.push(elsewhere);
            gaps.push(Gap::new(GapReason::NotTried, mark, "what is seen from here is not the computer itself"));
        }
    }
    gaps
}

/// The numbers of the namespaces that the kernel makes at its start: `PROC_USER_INIT_INO` and `PROC_PID_INIT_INO` of its
/// include/linux/proc_ns.h.
const FIRST_OF_USERS: u32 = 0xEFFF_FFFD;
const FIRST_OF_PROCESSES: u32 = 0xEFFF_FFFC;

/// Whether this program runs in another namespace than the first of its kind.
fn other_namespace(root: &Path, kind: &str, first: u32) -> bool {
    let own = fs::read_link(root.join("proc/self/ns").join(kind));
    own.is_ok_and(|own| own != Path::new(&format!("{kind}:[{first}]")))
}

/// What `container` says in this program's own environment.
#[expect(clippy::disallowed_methods, reason = "a container says so in the environment")]
pub(super) fn container_variable() -> Option<std::ffi::OsString> {
    std::env::var_os("container")
}

/// Folders that the catalogue's places lie in. A sandbox or a service's settings may put others over them, for this
/// program alone.
const FOLDERS: [&str; 10] = [".", "etc", "etc/systemd", "home", "opt", "root", "usr", "var", "var/lib", "var/opt"];

/// Whether one of these is another folder below the one root than below the other.
fn differs(root: &Path, first: &Path, place: impl Fn(&Path) -> Option<(u64, u64)>) -> bool {
    FOLDERS.iter().any(|folder| place(&root.join(folder)) != place(&first.join(folder)))
}

fn kernel_of_windows(root: &Path) -> bool {
    let release = disk::read_file(&root.join("proc/sys/kernel/osrelease"), &mut Vec::new()).unwrap_or_default();
    String::from_utf8_lossy(&release).to_lowercase().contains("microsoft")
}

/// Whether `/` is another folder than that of the first program. Only an administrator may ask that; for others it
/// is told by the list of mounts, in which nothing stands at `/` when `/` is an ordinary folder. Without either
/// nobody can tell, and no running system is without.
fn other_root(root: &Path) -> bool {
    let place = |path: &Path| fs::metadata(path).map(|about| (about.dev(), about.ino())).ok();
    let first = root.join("proc/1").join("root");
    if place(&first.join(".")).is_some() {
        return differs(root, &first, place);
    }
    let mounts = disk::read_file(&root.join("proc/self/mountinfo"), &mut Vec::new()).unwrap_or_default();
    !String::from_utf8_lossy(&mounts).lines().any(|mount| mount.split(' ').nth(4) == Some("/"))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A folder that stands for `/` of a running system.
    fn computer() -> tempfile::TempDir {
        let disk = tempfile::tempdir().unwrap();
        put(disk.path(), "proc/self/mountinfo", "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n");
        put(disk.path(), "proc/sys/kernel/osrelease", "6.1.0-13-amd64\n");
        disk
    }

    fn put(root: &Path, file: &str, text: &str) {
        let file = root.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn marks(root: &Path, variable: &str) -> Vec<String> {
        elsewhere_gaps(root, Some(OsStr::new(variable))).into_iter().map(|gap| gap.place).collect()
    }

    fn mark(root: &Path) -> Option<String> {
        marks(root, "").pop()
    }

    #[test]
    fn a_computer_is_itself() {
        let disk = computer();
        assert_eq!(mark(disk.path()), None);
        assert_eq!(elsewhere_gaps(disk.path(), None), []);
        put(
            disk.path(),
            "proc/self/mountinfo",
            "22 1 0:30 /@ / rw - btrfs /dev/vda rw\n30 22 0:5 / /dev rw - devtmpfs udev rw\n",
        );
        assert_eq!(mark(disk.path()), None, "the folder of a file system may be mounted as /");
    }

    #[test]
    fn every_mark_of_a_container_or_a_sandbox_gives_it_away() {
        for (file, _) in Elsewhere::MARKS.iter().filter(|(mark, _)| mark.starts_with('/') && !mark.contains("proc")) {
            let disk = computer();
            put(disk.path(), file.trim_start_matches('/'), "");
            assert_eq!(mark(disk.path()).as_deref(), Some(*file));
        }
        let disk = computer();
        assert_eq!(marks(disk.path(), "podman"), ["<container>"]);
        put(disk.path(), "proc/sys/kernel/osrelease", "5.15.167.4-microsoft-standard-WSL2\n");
        assert_eq!(marks(disk.path(), ""), ["<WSL>"]);
        put(disk.path(), "run/.containerenv", "");
        assert_eq!(marks(disk.path(), "podman"), ["/run/.containerenv", "<WSL>"], "each thing once");
    }

    #[test]
    fn namespaces_of_its_own_give_a_container_away_that_has_no_mark() {
        for (kind, first) in [("user", 4_026_531_837_u32), ("pid", 4_026_531_836)] {
            let disk = computer();
            fs::create_dir_all(disk.path().join("proc/self/ns")).unwrap();
            let link = disk.path().join("proc/self/ns").join(kind);
            symlink(format!("{kind}:[{first}]"), &link).unwrap();
            assert_eq!(mark(disk.path()), None);
            fs::remove_file(&link).unwrap();
            symlink(format!("{kind}:[4026532999]"), &link).unwrap();
            assert_eq!(mark(disk.path()), Some(format!("/proc/self/ns/{kind}")));
        }
    }

    #[test]
    fn a_folder_that_the_first_program_sees_otherwise_is_another_system() {
        let disk = computer();
        fs::create_dir_all(disk.path().join("opt")).unwrap();
        fs::create_dir_all(disk.path().join("proc/1")).unwrap();
        symlink("../..", disk.path().join("proc/1/root")).unwrap();
        assert_eq!(mark(disk.path()), None);
        let [own, seen] = [Path::new("/a"), Path::new("/b")];
        let place = |path: &Path| if path == Path::new("/b/opt") { Some((1, 2)) } else { Some((1, 1)) };
        assert!(differs(own, seen, place) && !differs(own, own, place), "as with a file system of its own over /opt");
    }

    #[test]
    fn a_folder_that_stands_for_the_root_is_another_system() {
        let disk = computer();
        put(disk.path(), "proc/self/mountinfo", "30 22 0:5 / /dev rw - devtmpfs udev rw\n");
        assert_eq!(mark(disk.path()).as_deref(), Some("/proc/1/root"), "nothing is mounted at /");
        put(disk.path(), "proc/self/mountinfo", "");
        assert_eq!(mark(disk.path()).as_deref(), Some("/proc/1/root"), "nobody can tell");
    }

    #[test]
    fn the_root_of_the_first_program_decides_where_it_may_be_asked() {
        let disk = computer();
        fs::create_dir_all(disk.path().join("proc/1")).unwrap();
        symlink("../..", disk.path().join("proc/1/root")).unwrap();
        assert_eq!(mark(disk.path()), None);
        fs::remove_file(disk.path().join("proc/1/root")).unwrap();
        symlink("/", disk.path().join("proc/1/root")).unwrap();
        assert_eq!(mark(disk.path()).as_deref(), Some("/proc/1/root"));
    }
}
