//! What can be done to this computer. What differs between systems stands in `windows` and `unix`.

use super::Computer;
use super::clean::{AllScopes, ask_to_clean, ask_to_undo};
use super::own_program::console_program;
use super::save;
use crate::catalog::{Catalog, CitationId};
use crate::cleanup::{CleanUpKind, CleanUpResult, Items, PastRun, Selection, UndoOrder};
use crate::journey::Ended;
use crate::machine::{Scope, Standing};
use crate::probe::standing;
use std::path::Path;

#[cfg(unix)]
use super::unix as system;
#[cfg(windows)]
use super::windows as system;

pub use super::clean::{ThisComputer, leave_answer, prepare_shared_folder, read_ids};
pub use system::{only_system_libraries, remove_shared_data, reopened_without_rights};

/// This computer, with the rights of this process.
///
/// With rights that are lent, nothing of an account is written, and no uninstaller is started: what an account's own
/// entry names would get the rights. With any rights, nothing is opened: which program that starts is for the account to
/// say.
#[derive(Clone, Copy, Debug)]
pub struct LiveComputer(Standing);

impl LiveComputer {
    /// This computer.
    pub fn here() -> Self {
        Self(standing())
    }

    /// With which rights it is changed.
    pub fn standing(self) -> Standing {
        self.0
    }

    fn whole<'a>(catalog: &'a Catalog) -> AllScopes<'a, ThisComputer> {
        AllScopes { system: &ThisComputer, catalog, helper: false }
    }
}

const LENT: &str = "this program has an administrator's rights now, and this belongs to an account: open Clean Break without \
                    rights";

impl Computer for LiveComputer {
    fn uninstall(&mut self, uninstall_key: &str) -> Ended {
        if self.0.at_home() { system::uninstall(uninstall_key) } else { Ended::NotStarted(LENT.into()) }
    }

    fn clean(&mut self, selection: &Selection) -> CleanUpResult {
        let catalog = Catalog::embedded();
        let whole = Self::whole(catalog);
        match (selection.kind, whole.standing().has_rights()) {
            (CleanUpKind::Fix, true) => return whole.fix(&selection.ids),
            (CleanUpKind::Fix, false) => return ask_to_clean(selection, catalog),
            (CleanUpKind::Leftovers, true) => return whole.apply(selection),
            (CleanUpKind::Leftovers, false) => {}
        }
        let (machine, own) = (selection.only(Scope::Machine), selection.only(Scope::User));
        let mut answer = CleanUpResult::default();
        if !machine.ids.is_empty() {
            // With an administrator's rights first: when the person says No, nothing at all is changed.
            answer = ask_to_clean(&machine, catalog);
            if answer.run.is_empty() && !answer.failed.is_empty() {
                return answer;
            }
        }
        if let Some(grant) = whole.standing().grant(Scope::User).filter(|_| !own.ids.is_empty()) {
            answer.absorb(whole.cleaner(grant).apply(&own));
        }
        answer
    }

    fn put_back(&mut self, order: &UndoOrder) -> CleanUpResult {
        let whole = Self::whole(Catalog::embedded());
        let UndoOrder::Run { run, ids } = order else {
            return if whole.standing().has_rights() { whole.undo_fix() } else { ask_to_undo(order) };
        };
        let items = if ids.is_empty() { Items::All } else { Items::Ids(ids) };
        let past = whole.past();
        let mine = |scope| past.iter().any(|one| one.run == *run && one.scope == scope);
        if mine(Scope::Machine) && !whole.standing().has_rights() {
            return ask_to_undo(order);
        }
        whole.undo(Some(run), items)
    }

    fn past_cleanups(&mut self) -> Vec<PastRun> {
        Self::whole(Catalog::embedded()).past()
    }

    fn restart(&mut self) -> Result<(), String> {
        system::restart_computer()
    }

    fn come_back(&mut self) -> bool {
        self.0.at_home() && system::come_back()
    }

    fn stay_away(&mut self) {
        if self.0.at_home() {
            system::stay_away();
        }
    }

    fn open(&mut self, page: CitationId) {
        let url = &page.get().url;
        if url.starts_with("https://") && !self.0.has_rights() {
            // Where no browser can be opened, the address stands in the catalogue and the report.
            system::open_target(url);
        }
    }

    fn open_installed_apps(&mut self) {
        if !self.0.has_rights() {
            system::open_installed_apps();
        }
    }

    fn open_windows_security(&mut self) {
        if !self.0.has_rights() {
            system::open_windows_security();
        }
    }

    fn save(&mut self, name: &str, text: &str) -> Result<String, String> {
        if !self.0.at_home() {
            return Err(LENT.into());
        }
        let path = save::into_first(&save::save_folders(), name, text).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }

    fn save_in(&mut self, folder: &str, name: &str, text: &str) -> Result<String, String> {
        if !self.0.at_home() {
            return Err(LENT.into());
        }
        let path = save::into_first(&[folder.into()], name, text).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }

    fn save_rescue_copy(&mut self, folder: &str) -> Result<Option<String>, String> {
        if !cfg!(windows) || !self.0.at_home() {
            return Ok(None);
        }
        let copied = console_program().and_then(|program| save::copy_file(&program, Path::new(folder)));
        copied.map(|path| Some(path.display().to_string())).map_err(|error| error.to_string())
    }

    fn open_saved(&mut self, path: &str) {
        if !self.0.has_rights() {
            // Where nothing can be opened, the page says where the file is.
            system::open_target(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lent_rights_write_nothing_of_an_account_and_start_no_uninstaller() {
        let mut computer = LiveComputer(Standing::Lent);
        assert_eq!(computer.uninstall("{0F05E4E5-5A89-482C-9A62-47CC58643788}"), Ended::NotStarted(LENT.into()));
        assert_eq!(computer.save("a.txt", "text"), Err(LENT.into()));
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(computer.save_in(&folder.path().to_string_lossy(), "a.txt", "text"), Err(LENT.into()));
        assert!(!computer.come_back());
    }
}
