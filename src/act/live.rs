//! The hands on this computer. What differs between systems stands in `windows` and `unix`.

use super::Hands;
use super::clean::{AllScopes, ask_to_clean, ask_to_undo};
use super::save;
use crate::catalog::{Catalog, CitationId};
use crate::cleanup::{CleanUpKind, CleanUpResult, Items, PastRun, Selection, UndoOrder};
use crate::journey::Ended;
use crate::machine::{Scope, Standing};
use crate::probe::standing;

#[cfg(unix)]
use super::unix as system;
#[cfg(windows)]
use super::windows as system;

pub use super::clean::{ThisComputer, leave_answer, prepare_shared_folder, read_ids};
pub use system::{only_system_libraries, remove_shared_data, reopened_without_rights};

/// The hands on this computer.
///
/// With rights that are lent, nothing of an account is written, and no uninstaller is started: what an account's own
/// entry names would get the rights. With any rights, nothing is opened: which program that starts is for the account to
/// say.
#[derive(Clone, Copy, Debug)]
pub struct LiveHands(Standing);

impl LiveHands {
    /// Hands with the rights of this process.
    pub fn here() -> Self {
        Self(standing())
    }

    fn whole<'a>(catalog: &'a Catalog) -> AllScopes<'a, ThisComputer> {
        AllScopes { system: &ThisComputer, catalog, helper: false }
    }
}

const LENT: &str = "this program has an administrator's rights now, and this belongs to an account: open Clean Break without \
                    rights";

impl Hands for LiveHands {
    fn uninstall(&mut self, uninstall_key: &str) -> Ended {
        if self.0.at_home() { system::uninstall(uninstall_key) } else { Ended::NotStarted(LENT.into()) }
    }

    fn clean(&mut self, selection: &Selection) -> CleanUpResult {
        let Selection { kind, ids, disable } = selection;
        let catalog = Catalog::embedded();
        let whole = Self::whole(catalog);
        match (kind, whole.standing().has_rights()) {
            (CleanUpKind::Fix, true) => return whole.fix(ids),
            (CleanUpKind::Fix, false) => return ask_to_clean(selection, catalog),
            (CleanUpKind::Leftovers, true) => return whole.apply(selection),
            (CleanUpKind::Leftovers, false) => {}
        }
        let (_, plan) = whole.dry(selection);
        let machine: Vec<String> = plan.ids_of(Scope::Machine);
        let mut answer = CleanUpResult::default();
        if !machine.is_empty() {
            // With an administrator's rights first: when the person says No, nothing at all is changed.
            let disable: Vec<String> = disable.iter().filter(|id| machine.contains(id)).cloned().collect();
            answer = ask_to_clean(&Selection::leftovers(machine.clone(), disable), catalog);
            if answer.run.is_empty() && !answer.failed.is_empty() {
                return answer;
            }
        }
        let rest: Vec<String> = ids.iter().filter(|id| !machine.contains(id)).cloned().collect();
        if let Some(own) = whole.standing().grant(Scope::User).filter(|_| !rest.is_empty()) {
            answer.absorb(whole.cleaner(own).apply(&Selection::leftovers(rest, Vec::new())));
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
        system::restart()
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
            system::open(url);
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
        let path = save::into_first(&save::folders(), name, text).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }

    fn open_saved(&mut self, path: &str) {
        if !self.0.has_rights() {
            // Where nothing can be opened, the page says where the file is.
            system::open(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lent_rights_write_nothing_of_an_account_and_start_no_uninstaller() {
        let mut hands = LiveHands(Standing::Lent);
        assert_eq!(hands.uninstall("{0F05E4E5-5A89-482C-9A62-47CC58643788}"), Ended::NotStarted(LENT.into()));
        assert_eq!(hands.save("a.txt", "text"), Err(LENT.into()));
        assert!(!hands.come_back());
    }
}
