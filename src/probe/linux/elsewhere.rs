//! Whether this is the computer at all, or a container, a sandbox, or a folder that stands for `/`.
//!
//! All of these have package databases, units and folders of their own, and in most of them there is nothing of
//! the vendor's. Nobody who asks about the computer means them.

use crate::machine::{Elsewhere, Gap, Why};
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
pub(super) fn gaps(root: &Path, variable: Option<&OsStr>) -> Vec<Gap> {
    let gives_away = |mark: &str| match mark {
        "<container>" => variable.is_some_and(|value| !value.is_empty()),
        "<WSL>" => kernel_of_windows(root),
        "/proc/1/root" => other_root(root),
        "<HOME>" => false,
        file => disk::presence(&root.join(file.trim_start_matches('/'))).is_present(),
    };
    let mut seen: Vec<Elsewhere> = Vec::new();
    let mut gaps = Vec::new();
    for (mark, elsewhere) in Elsewhere::MARKS {
        if !seen.contains(&elsewhere) && gives_away(mark) {
            seen.push(elsewhere);
            gaps.push(Gap::new(Why::NotTried, mark, "what is seen from here is not the computer itself"));
        }
    }
    gaps
}

/// What `container` says in this program's own environment.
#[expect(clippy::disallowed_methods, reason = "a container says so in the environment")]
pub(super) fn variable() -> Option<std::ffi::OsString> {
    std::env::var_os("container")
}

fn kernel_of_windows(root: &Path) -> bool {
    let release = disk::read(&root.join("proc/sys/kernel/osrelease"), &mut Vec::new()).unwrap_or_default();
    String::from_utf8_lossy(&release).to_lowercase().contains("microsoft")
}

/// Whether `/` is another folder than that of the first program. Only an administrator may ask that; for others it
/// is told by the list of mounts, in which nothing stands at `/` when `/` is an ordinary folder. Without either
/// nobody can tell, and no running system is without.
fn other_root(root: &Path) -> bool {
    let place = |path: &Path| fs::metadata(path).map(|about| (about.dev(), about.ino())).ok();
    if let Some(of_first) = place(&root.join("proc/1").join("root").join(".")) {
        return place(root) != Some(of_first);
    }
    let mounts = disk::read(&root.join("proc/self/mountinfo"), &mut Vec::new()).unwrap_or_default();
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
        gaps(root, Some(OsStr::new(variable))).into_iter().map(|gap| gap.place).collect()
    }

    fn mark(root: &Path) -> Option<String> {
        marks(root, "").pop()
    }

    #[test]
    fn a_computer_is_itself() {
        let disk = computer();
        assert_eq!(mark(disk.path()), None);
        assert_eq!(gaps(disk.path(), None), []);
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
