//! The session and the settings on disk: in local application data, written whole or not at all,
//! versioned, and tolerant of damage.

mod file;
mod own_data;
mod settings;

pub use own_data::{OwnData, UndoCopies};
pub use settings::{Settings, Theme};

use crate::journey::{SESSION_SCHEMA, Session};
use std::path::{Path, PathBuf};

/// Our folder's name in local application data.
const NAME: &str = "Clean Break";

/// The folder with everything this program keeps.
#[derive(Clone, Debug)]
pub struct Store {
    /// None: the system names no folder, or it can not be made. Then nothing is kept.
    folder: Option<PathBuf>,
}

/// Held while the program is open.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "it is held, and nobody reads it")] Option<std::fs::File>);

/// What was found of an earlier session.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A session to go on with.
    Session(Box<Session>),
    /// Something that can not be read; it was set aside here, and the journey starts anew.
    SetAside(PathBuf),
}

impl Store {
    /// The folder of this account: local, not roaming, application data.
    pub fn of_this_account() -> Self {
        let folder = directories::ProjectDirs::from("", "", NAME);
        Self { folder: folder.map(|folders| folders.data_local_dir().to_path_buf()) }
    }

    /// A folder of the caller's choice, for tests.
    pub fn at(folder: &Path) -> Self {
        Self { folder: Some(folder.to_path_buf()) }
    }

    /// Where the session stands. `practice` has a file of its own.
    fn session(&self, practice: Option<&str>) -> Option<PathBuf> {
        let name = practice.map_or("session.json".to_string(), |name| format!("practice-{name}.json"));
        self.folder.as_ref().map(|folder| folder.join(name))
    }

    /// Writes the session, whole or not at all.
    ///
    /// # Errors
    /// What the system said: a full disk, no rights. The journey goes on without.
    pub fn save(&self, session: &Session) -> std::io::Result<()> {
        let Some(path) = self.session(session.practice.as_deref()) else { return Ok(()) };
        let text = serde_json::to_string_pretty(session).map_err(std::io::Error::other)?;
        file::write(&path, &text)
    }

    /// Reads the saved session. A damaged one, or one of another version, is set aside.
    pub fn load(&self) -> Found {
        let Some(path) = self.session(None) else { return Found::Nothing };
        let Ok(text) = std::fs::read_to_string(&path) else {
            return if file::is_there(&path) { set_aside(&path) } else { Found::Nothing };
        };
        match serde_json::from_str::<Session>(&text) {
            Ok(session) if session.schema == SESSION_SCHEMA => Found::Session(Box::new(session)),
            _ => set_aside(&path),
        }
    }

    /// Throws the saved session away, at the end of a journey.
    pub fn forget(&self, practice: Option<&str>) {
        if let Some(path) = self.session(practice) {
            file::remove(&path);
        }
    }

    /// Takes the mark that says that the program is open; it is given back when the program ends,
    /// however it ends. None: another copy has it. Where nothing can be written, every copy may run.
    pub fn lock(&self) -> Option<Lock> {
        let Some(folder) = &self.folder else { return Some(Lock(None)) };
        match file::lock(&folder.join("open.lock")) {
            Ok(file) => Some(Lock(Some(file))),
            Err(file::NoLock::Taken) => None,
            Err(file::NoLock::NotWritable) => Some(Lock(None)),
        }
    }

    /// Reads the settings; the usual ones when there are none or they can not be read.
    pub fn settings(&self) -> Settings {
        let text = self.folder.as_ref().and_then(|folder| std::fs::read_to_string(folder.join("settings.json")).ok());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Writes the settings. A failure is not worth a word: they are asked for again.
    pub fn save_settings(&self, settings: &Settings) {
        if let Some(folder) = &self.folder
            && let Ok(text) = serde_json::to_string_pretty(settings)
        {
            let _ = file::write(&folder.join("settings.json"), &text);
        }
    }
}

fn set_aside(path: &Path) -> Found {
    let aside = path.with_extension("damaged.json");
    if file::rename(path, &aside) { Found::SetAside(aside) } else { Found::SetAside(path.to_path_buf()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Page;

    #[test]
    fn a_session_comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(&folder.path().join("new folder"));
        assert!(matches!(store.load(), Found::Nothing));
        let mut session = Session::new(Page::RestartDue, None);
        session.removal.queue = vec!["{A}".into()];
        session.booted_before = Some(7);
        store.save(&session).unwrap();
        let Found::Session(again) = store.load() else { panic!("it was saved") };
        assert_eq!(
            (again.page, again.removal, again.booted_before),
            (session.page, session.removal, session.booted_before)
        );
        store.forget(None);
        assert!(matches!(store.load(), Found::Nothing));
    }

    #[test]
    fn a_damaged_session_is_set_aside_and_not_lost() {
        for text in ["", "{", "{\"schema\": 99, \"page\": \"found\"}", "\u{0}"] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("session.json"), text).unwrap();
            let store = Store::at(folder.path());
            let Found::SetAside(aside) = store.load() else { panic!("{text:?} was read") };
            assert_eq!(std::fs::read_to_string(aside).unwrap(), text);
            assert!(matches!(store.load(), Found::Nothing), "the next start is a fresh one");
        }
    }

    #[test]
    fn practice_never_touches_the_real_session() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path());
        store.save(&Session::new(Page::Found, None)).unwrap();
        store.save(&Session::new(Page::Done, Some("linux".into()))).unwrap();
        let Found::Session(real) = store.load() else { panic!("it was saved") };
        assert_eq!(real.page, Page::Found);
    }

    #[test]
    fn a_second_copy_finds_the_program_open() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path());
        let first = store.lock();
        assert!(first.is_some() && store.lock().is_none());
        drop(first);
        assert!(store.lock().is_some());
    }

    #[test]
    fn a_folder_that_can_not_be_written_is_an_error_in_words() {
        let store = Store::at(Path::new("/proc/no such folder"));
        let error = store.save(&Session::new(Page::Found, None)).unwrap_err();
        assert!(!error.to_string().is_empty());
        assert_eq!(store.settings(), Settings::default());
    }
}
