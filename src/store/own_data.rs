//! Removes what this program keeps for an account: its own standard, held to itself.

use super::Store;
use crate::files::Folder;
use std::io;
use std::path::{Path, PathBuf};

/// The folder with copies of what was cleaned. It stands beside everything else of ours.
const UNDO: &str = "undo";

/// What becomes of the copies with which cleaning can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoCopies {
    /// They stay where they are.
    Keep,
    /// They go too: what was cleaned cannot be put back any more.
    Remove,
}

/// What this program keeps for this account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnData {
    /// The folder with all of it.
    pub folder: String,
    /// The folder with undo copies. None: there are none.
    pub undo: Option<String>,
}

impl Store {
    /// What is kept, and where. None: the system names no folder, so there is nothing.
    pub fn own_data(&self) -> Option<OwnData> {
        let home = self.home()?;
        let holds = Folder::open(&home).ok().flatten().is_some_and(|folder| folder.holds_something(UNDO));
        let undo = holds.then(|| home.join(UNDO).display().to_string());
        Some(OwnData { folder: home.display().to_string(), undo })
    }

    /// Removes the session, the settings, the logs, and the folder when it is empty then. The
    /// program must not hold its [`Lock`](super::Lock) meanwhile.
    ///
    /// # Errors
    /// What the system said of the first file that could not be removed; the others are gone.
    pub fn remove_own_data(&self, copies: UndoCopies) -> io::Result<()> {
        let kept = (copies == UndoCopies::Keep).then_some(UNDO);
        let Some(home) = self.home() else { return Ok(()) };
        let Some(folder) = Folder::open(&home)? else { return Ok(()) };
        folder.clear(kept)?;
        drop(folder);
        let above = home.parent().zip(home.file_name());
        let Some((above, name)) = above else { return Ok(()) };
        Folder::open(above)?.map_or(Ok(()), |above| above.remove_empty(name))
    }

    /// Whether the folder that the system names belongs to another account, so that it is left alone.
    pub fn is_anothers(&self) -> bool {
        self.anothers
    }

    /// The folder with everything of ours: on Windows the store is `data` in it, and the logs
    /// stand beside it; elsewhere it is the store itself.
    fn home(&self) -> Option<PathBuf> {
        let folder = self.folder.as_deref()?;
        let above = folder.parent().filter(|_| folder.ends_with(Path::new(crate::NAME).join("data")));
        Some(above.unwrap_or(folder).to_path_buf())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Page, Session};
    use std::fs;

    /// A store as it lies on Windows, with a session, settings, a log and, if wished, undo copies.
    fn used(folder: &Path, copies: bool) -> (PathBuf, Store) {
        let home = folder.join(crate::NAME);
        let store = Store::at(&home.join("data"));
        store.save(&Session::new(Page::Found, None)).unwrap();
        store.save(&Session::new(Page::Done, Some("linux".into()))).unwrap();
        store.save_settings(&store.settings().unwrap_or_default());
        for (part, wanted) in [("logs", true), ("undo/0001", copies)] {
            if wanted {
                fs::create_dir_all(home.join(part)).unwrap();
                fs::write(home.join(part).join("file"), "x").unwrap();
            }
        }
        (home, store)
    }

    #[test]
    fn everything_goes_and_its_folder_too() {
        let folder = tempfile::tempdir().unwrap();
        let (home, store) = used(folder.path(), false);
        drop(store.lock());
        assert_eq!(store.own_data(), Some(OwnData { folder: home.display().to_string(), undo: None }));
        store.remove_own_data(UndoCopies::Keep).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        store.remove_own_data(UndoCopies::Keep).unwrap();
    }

    #[test]
    fn undo_copies_stay_until_they_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let (home, store) = used(folder.path(), true);
        store.remove_own_data(UndoCopies::Keep).unwrap();
        let left: Vec<_> = fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["undo"]);
        assert_eq!(fs::read_to_string(home.join("undo/0001/file")).unwrap(), "x");
        assert_eq!(store.own_data().unwrap().undo, Some(home.join("undo").display().to_string()));
        store.remove_own_data(UndoCopies::Remove).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_beside_ours_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("theirs"), "x").unwrap();
        let store = Store::at(&folder.path().join("data"));
        store.save(&Session::new(Page::Found, None)).unwrap();
        store.remove_own_data(UndoCopies::Remove).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("theirs")).unwrap(), "x");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_goes_and_what_it_leads_to_stays() {
        let folder = tempfile::tempdir().unwrap();
        let theirs = folder.path().join("theirs");
        fs::create_dir(&theirs).unwrap();
        fs::write(theirs.join("file"), "x").unwrap();
        let (home, store) = used(folder.path(), false);
        std::os::unix::fs::symlink(&theirs, home.join("logs/link")).unwrap();
        store.remove_own_data(UndoCopies::Remove).unwrap();
        assert_eq!(fs::read_to_string(theirs.join("file")).unwrap(), "x");
        assert!(fs::symlink_metadata(home).is_err());
    }
}
