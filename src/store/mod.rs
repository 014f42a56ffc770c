//! The session and the settings on disk: in local application data, written whole or not at all,
//! versioned, and tolerant of damage. A process whose rights are lent keeps nothing: the folders of an account are not
//! its own.

mod own_data;
mod settings;

pub use own_data::{OwnData, UndoCopies};
pub use settings::{Settings, Theme};

use crate::files::{Folder, LockError, own_folder};
use crate::journey::{SESSION_SCHEMA, Session};
use crate::machine::Standing;
use std::path::{Path, PathBuf};

/// The folder with everything this program keeps.
#[derive(Clone, Debug)]
pub struct Store {
    /// None: the system names no folder, or it belongs to another account. Then nothing is kept.
    folder: Option<PathBuf>,
    /// Whether the folder that the system names belongs to another account.
    anothers: bool,
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
    /// Something that cannot be read; it was set aside here, and the journey starts anew.
    SetAside(PathBuf),
}

impl Store {
    /// The folder of this account: local, not roaming, application data. `standing`: of this process.
    pub fn of_this_account(standing: Standing) -> Self {
        Self { folder: own_folder().filter(|_| standing.at_home()), anothers: !standing.at_home() }
    }

    /// A folder of the caller's choice, for tests.
    pub fn at(folder: &Path) -> Self {
        Self { folder: Some(folder.to_path_buf()), anothers: false }
    }

    /// Our folder, if it is there and ours.
    fn open(&self) -> Option<Folder> {
        Folder::open(self.folder.as_deref()?).ok().flatten()
    }

    /// Writes a file into our folder, which is made if it is not there.
    fn write(&self, name: &str, text: &str) -> std::io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        Folder::make(folder)?.write(name, text)
    }

    /// Writes the session, whole or not at all.
    ///
    /// # Errors
    /// What the system said: a full disk, no rights. The journey goes on without.
    pub fn save(&self, session: &Session) -> std::io::Result<()> {
        let text = serde_json::to_string_pretty(session).map_err(std::io::Error::other)?;
        self.write(&file_name(session.practice.as_deref()), &text)
    }

    /// Reads the saved session. A damaged one, one of another version, and one that is not about this computer are set
    /// aside.
    pub fn load(&self) -> Found {
        let Some(folder) = self.open() else { return Found::Nothing };
        let name = file_name(None);
        let read = match folder.read(&name) {
            Ok(None) => return Found::Nothing,
            Ok(Some(bytes)) => serde_json::from_slice::<Session>(&bytes).ok(),
            Err(_) => None,
        };
        match read {
            // This file is about this computer. One that says it is about a practice computer would show its pages
            // over what is found here.
            Some(session) if session.schema == SESSION_SCHEMA && session.practice.is_none() => {
                Found::Session(Box::new(session))
            }
            _ => Found::SetAside(self.set_aside(&folder, &name)),
        }
    }

    /// Throws the saved session away, at the end of a journey.
    pub fn forget(&self, practice: Option<&str>) {
        if let Some(folder) = self.open() {
            // One that is not there is as good.
            let _ = folder.remove(&file_name(practice));
        }
    }

    /// Takes the mark that says that the program is open; it is given back when the program ends,
    /// however it ends. None: another copy has it. Where nothing can be written, every copy may run.
    pub fn lock(&self) -> Option<Lock> {
        let Some(folder) = &self.folder else { return Some(Lock(None)) };
        match Folder::make(folder).map_err(|_| LockError::NotWritable).and_then(|folder| folder.lock("open.lock")) {
            Ok(file) => Some(Lock(Some(file))),
            Err(LockError::Taken) => None,
            Err(LockError::NotWritable) => Some(Lock(None)),
        }
    }

    /// Reads the settings. None: nobody has chosen any yet, or they cannot be read.
    pub fn settings(&self) -> Option<Settings> {
        let bytes = self.open().and_then(|folder| folder.read("settings.json").ok().flatten());
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok())
    }

    /// Writes the settings. A failure is not worth a word: they are asked for again.
    pub fn save_settings(&self, settings: &Settings) {
        if let Ok(text) = serde_json::to_string_pretty(settings) {
            let _ = self.write("settings.json", &text);
        }
    }

    /// Returns a file a name under which nobody reads it. Where it is then.
    fn set_aside(&self, folder: &Folder, name: &str) -> PathBuf {
        let aside = Path::new(name).with_extension("damaged.json").display().to_string();
        let renamed = folder.rename(name, &aside).is_ok();
        self.folder.iter().collect::<PathBuf>().join(if renamed { &aside } else { name })
    }
}

/// The file of a session. Each practice machine has one of its own.
fn file_name(practice: Option<&str>) -> String {
    match practice {
        None => "session.json".into(),
        // The names are known, and none has anything else in it.
        Some(name) => {
            let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            format!("practice-{plain}.json")
        }
    }
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
        session.awaited.booted_before = Some(7);
        store.save(&session).unwrap();
        let Found::Session(again) = store.load() else { panic!("it was saved") };
        assert_eq!(
            (again.page, again.removal, again.awaited.booted_before),
            (session.page, session.removal, session.awaited.booted_before)
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
        assert_eq!(store.settings(), None);
    }
}
