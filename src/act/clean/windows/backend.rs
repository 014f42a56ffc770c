//! Does each change of a plan on Windows, and puts it back.

use super::error::WindowsError;
use super::files::{self, Expected};
use super::filter_lists::OwnLists;
use super::run_folder::inside_folder;
use super::{certificates, copies, registry, services};
use crate::act::clean::filter_entry::{plan_rewrite, put_entry_back, take_entry};
use crate::act::clean::undo_data::{START, UndoData};
use crate::act::clean::{Backend, StepError};
use crate::act::deleted::Finished;
use crate::cleanup::{Action, Change, SavedKey, SavedValue};
use crate::files::discard_named;
use crate::probe::parse::reg_value::REG_DWORD;
use std::path::{Path, PathBuf};

/// `SERVICE_DISABLED`
const DISABLED: u32 = 4;

/// Windows, with the folder where this run keeps what it takes out.
#[derive(Debug)]
pub struct WindowsBackend {
    folder: PathBuf,
    /// Something that was done is finished by the next start of Windows only.
    restart: bool,
}

impl WindowsBackend {
    /// Keeps copies in this folder, which has to be there and to be ours.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, restart: false }
    }

    fn inside(&self, name: &str) -> Result<PathBuf, WindowsError> {
        inside_folder(&self.folder, name)
    }
}

impl Backend for WindowsBackend {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        Ok(match action.change() {
            Change::DeleteService { key } | Change::DisableDriver { key } => {
                let may_be_loaded = matches!(action.change(), Change::DisableDriver { .. });
                services::record_service(key)?.ok_or(WindowsError::Gone)?;
                if may_be_loaded { Ok(()) } else { services::check_not_loaded(key) }
            }
            Change::MoveFile { path } => files::check_file(Path::new(path), Expected::File),
            Change::MoveFolder { path } => files::check_file(Path::new(path), Expected::Folder),
            Change::RemoveEmptyFolder { path } => files::check_file(Path::new(path), Expected::EmptyFolder),
            Change::TakeFilterEntry { list, entry } => return plan_rewrite(&OwnLists, list, entry).map(drop),
            // Whatever is read here has to be read once more to be kept.
            _ => look(action.change()).map(|_| ()),
        }?)
    }

    fn keep(&mut self, step: usize, action: &Action) -> Result<UndoData, StepError> {
        self.discard(step);
        if let Change::TakeFilterEntry { list, entry } = action.change() {
            return plan_rewrite(&OwnLists, list, entry).map(|(before, after)| UndoData::Rewritten { before, after });
        }
        Ok(match look(action.change())? {
            Found::Key(place, key) => {
                let file = key_file(step);
                copies::write_copy(&self.inside(&file)?, &place, key)?;
                UndoData::Key { file }
            }
            Found::Value(value) => UndoData::Value { value },
            Found::Rewrite(before, after) => UndoData::Rewritten { before, after },
            Found::File => {
                let name = format!("{step:04}");
                if files::is_there(&self.inside(&name)?)? {
                    return Err(WindowsError::Other("a copy of that number is there already".into()).into());
                }
                UndoData::Moved { name }
            }
        })
    }

    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        kept.is_of(action.change())?;
        Ok(match (action.change(), kept) {
            (Change::TakeFilterEntry { list, .. }, UndoData::Rewritten { before, after }) => {
                return take_entry(&OwnLists, list, before, after);
            }
            (Change::DisableDriver { key }, UndoData::Rewritten { before, after }) => {
                services::set_start(key, before, after)
            }
            (Change::DeleteService { key }, UndoData::Key { file }) => {
                let kept = copies::read_copy(&self.inside(file)?, &services::service_place(key)?)?;
                services::take_service(key, &kept).map(|finished| self.restart |= finished == Finished::AfterRestart)
            }
            (Change::DeleteRegistryKey { path } | Change::RemoveEmptyKey { path }, UndoData::Key { file }) => {
                registry::take_key(path, &copies::read_copy(&self.inside(file)?, path)?)
            }
            (Change::RemoveCertificate { place, .. }, UndoData::Key { file }) => {
                certificates::take_certificate(place, &copies::read_copy(&self.inside(file)?, place)?)
            }
            (Change::DeleteRegistryValue { path, .. }, UndoData::Value { value }) => registry::take_value(path, value),
            (change, UndoData::Moved { name }) => files::shift_file(path_of(change)?, &self.inside(name)?),
            _ => Err(odd()),
        }?)
    }

    fn restart_needed(&self) -> bool {
        self.restart
    }

    fn discard(&mut self, step: usize) {
        // A file or folder that was moved has another name: it is never thrown away.
        discard_named(&self.folder.join(key_file(step)));
    }

    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        kept.is_of(action.change())?;
        Ok(match (action.change(), kept) {
            (Change::TakeFilterEntry { list, entry }, UndoData::Rewritten { before, after }) => {
                return put_entry_back(&OwnLists, list, entry, &before.data, &after.data);
            }
            (Change::DisableDriver { key }, UndoData::Rewritten { before, after }) => {
                services::set_start(key, after, before)
            }
            (Change::DeleteService { key }, UndoData::Key { file }) => {
                let kept = copies::read_copy(&self.inside(file)?, &services::service_place(key)?)?;
                services::put_back(key, &kept).map(|()| self.restart = true)
            }
            (Change::DeleteRegistryKey { path } | Change::RemoveEmptyKey { path }, UndoData::Key { file }) => {
                registry::put_key_back(path, &copies::read_copy(&self.inside(file)?, path)?)
            }
            (Change::RemoveCertificate { place, .. }, UndoData::Key { file }) => {
                certificates::put_back(place, &copies::read_copy(&self.inside(file)?, place)?)
            }
            (Change::DeleteRegistryValue { path, .. }, UndoData::Value { value }) => {
                registry::put_value_back(path, value)
            }
            (change, UndoData::Moved { name }) => files::shift_file(&self.inside(name)?, path_of(change)?),
            _ => Err(odd()),
        }?)
    }
}

/// The name of the file that a key is kept in.
fn key_file(step: usize) -> String {
    format!("{step:04}-key")
}

/// What stands at the place of a change.
enum Found {
    /// A whole key, and where.
    Key(String, SavedKey),
    Value(SavedValue),
    /// A value as it is, and as it is to be.
    Rewrite(SavedValue, SavedValue),
    /// A file or folder, which is its own copy.
    File,
}

/// Reads what a change is about.
fn look(change: &Change) -> Result<Found, WindowsError> {
    let key = |place: &str| {
        registry::record_key(place)?.ok_or(WindowsError::Gone).map(|key| Found::Key(place.to_string(), key))
    };
    match change {
        Change::DisableDriver { key } => {
            let before = registry::record_value(&services::service_place(key)?, START)?.ok_or(WindowsError::Gone)?;
            let after = SavedValue { kind: REG_DWORD, data: DISABLED.to_le_bytes().to_vec(), ..before.clone() };
            Ok(Found::Rewrite(before, after))
        }
        Change::DeleteService { key } => services::record_service(key)?
            .ok_or(WindowsError::Gone)
            .and_then(|record| Ok(Found::Key(services::service_place(key)?, record))),
        Change::DeleteRegistryKey { path } => key(path),
        Change::RemoveEmptyKey { path } => match key(path)? {
            Found::Key(_, key) if !key.values.is_empty() || !key.keys.is_empty() => Err(WindowsError::NotEmpty),
            found => Ok(found),
        },
        Change::DeleteRegistryValue { path, name } => {
            registry::record_value(path, name)?.ok_or(WindowsError::Gone).map(Found::Value)
        }
        Change::RemoveCertificate { place, subject, .. } => {
            let record = certificates::record_certificate(place, subject)?.ok_or(WindowsError::Gone)?;
            Ok(Found::Key(place.clone(), record))
        }
        Change::MoveFile { .. } | Change::MoveFolder { .. } | Change::RemoveEmptyFolder { .. } => Ok(Found::File),
        Change::DeleteTask { .. } => Err(WindowsError::Other(TASK.into())),
        Change::TakeFilterEntry { .. } | Change::RemoveUnit { .. } => Err(odd()),
    }
}

/// Windows gives a task a new identity and no history when it is registered again, and some tasks need a
/// password that nobody can read. So a task could not be put back as it was.
const TASK: &str = "a task cannot be put back as it was; delete it in Windows' Task Scheduler";

fn path_of(change: &Change) -> Result<&Path, WindowsError> {
    change.path().map(Path::new).ok_or_else(odd)
}

fn odd() -> WindowsError {
    WindowsError::Other("the journal keeps something else for this change".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_of_another_value_is_refused() {
        let value = |name: &str| SavedValue { name: name.into(), kind: 1, data: vec![0, 0] };
        let run = Change::DeleteRegistryValue { path: r"HKLM\SOFTWARE\Run".into(), name: "avp".into() };
        let disable = Change::DisableDriver { key: "klif".into() };
        let rewritten = |before: &str, after: &str| UndoData::Rewritten { before: value(before), after: value(after) };
        assert!(UndoData::Value { value: value("AVP") }.is_of(&run).is_ok());
        assert!(UndoData::Value { value: value("evil") }.is_of(&run).is_err());
        assert!(rewritten("Start", "Start").is_of(&disable).is_ok());
        assert!(rewritten("Start", "ImagePath").is_of(&disable).is_err());
        assert!(rewritten("ImagePath", "ImagePath").is_of(&disable).is_err());
    }
}
