//! Linux and macOS: whether root is at its own desktop, or works with the folders of somebody else.
//!
//! `sudo -E`, the `sudo` of macOS and a variable that somebody set leave root with the folders of an account. Whoever may
//! change one of these folders, or one above them, can put a link there while root looks.

use crate::machine::Standing;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Everybody may write here, and nobody may touch what is others'.
const STICKY: u32 = 0o1000;
/// The group or everybody may write.
const OPEN: u32 = 0o022;

/// With which rights this process runs.
pub(super) fn current_standing() -> Standing {
    let root = rustix::process::geteuid().is_root();
    Standing::of_root(root, root && folders().is_some_and(|folders| folders.iter().all(|folder| only_roots(folder))))
}

/// Every folder of an account that this program may write in. None: the system names none.
fn folders() -> Option<Vec<PathBuf>> {
    let base = directories::BaseDirs::new()?;
    let own = directories::ProjectDirs::from("", "", crate::NAME)?;
    let documents = directories::UserDirs::new().and_then(|dirs| dirs.document_dir().map(Path::to_path_buf));
    let first = [base.home_dir(), base.config_dir(), base.data_local_dir(), own.data_local_dir()];
    Some(first.into_iter().map(Path::to_path_buf).chain(documents).collect())
}

/// Whether a folder, as far as it is there, and every one above it are root's, and nobody else can exchange any.
fn only_roots(folder: &Path) -> bool {
    let mut above: Vec<&Path> = folder.ancestors().collect();
    above.reverse();
    if !folder.is_absolute() || above.iter().any(|path| path.ends_with("..")) {
        return false;
    }
    let mut sticky = false;
    for path in above {
        let about = match std::fs::symlink_metadata(path) {
            Ok(about) => about,
            // Whoever may write above could make it first.
            Err(error) => return error.kind() == ErrorKind::NotFound && !sticky,
        };
        let open = about.mode() & OPEN != 0;
        sticky = open && about.mode() & STICKY != 0;
        if !about.is_dir() || about.uid() != 0 || (open && !sticky) {
            return false;
        }
    }
    // In it, others may not even add.
    !sticky
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, lchown, symlink};

    #[test]
    fn only_what_is_roots_up_to_the_top_is_roots() {
        assert!(!only_roots(Path::new("relative")) && !only_roots(Path::new("/tmp/..")));
        assert!(!only_roots(Path::new("/tmp")), "everybody may add");
        assert!(!only_roots(Path::new("/tmp/no such folder")), "somebody may make it first");
        assert!(only_roots(Path::new("/")) && only_roots(Path::new("/usr/no such folder/below")));
        if !rustix::process::geteuid().is_root() {
            println!("not run: only root can give folders away");
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("home/.local");
        fs::create_dir_all(&below).unwrap();
        assert!(only_roots(&below) && only_roots(&below.join("share")));
        for (path, mode, owner) in [(&below, 0o777, 0), (&below, 0o755, 7), (&folder.path().join("home"), 0o755, 7)] {
            fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
            lchown(path, Some(owner), None).unwrap();
            assert!(!only_roots(&below) && !only_roots(&below.join("share")), "{path:?} {mode:o} {owner}");
            lchown(path, Some(0), None).unwrap();
            fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
        }
        symlink("/usr", below.join("link")).unwrap();
        assert!(!only_roots(&below.join("link")) && !only_roots(&below.join("link/share")));
    }
}
