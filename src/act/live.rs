//! The hands on this computer. What differs between systems stands in `windows` and `unix`.

use super::Hands;
use super::clean::{Cleaner, Order, System, Whole};
use super::save;
use crate::catalog::{Catalog, CitationId};
use crate::cleanup::{Answer, Items, PastRun};
use crate::journey::Ended;
use crate::machine::Scope;
use crate::probe::Reach;

#[cfg(not(windows))]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows/mod.rs"]
mod system;

pub use system::{ThisComputer, leave_answer, only_system_libraries, read_list, remove_shared_data, run_fix, run_undo};

/// The hands on this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct LiveHands;

impl Hands for LiveHands {
    fn uninstall(&mut self, handle: &str) -> Ended {
        system::uninstall(handle)
    }

    fn fix_filters(&mut self, ids: &[String]) -> Result<Vec<String>, String> {
        system::fix_filters(ids)
    }

    fn undo_fix(&mut self) -> Result<(), String> {
        system::undo_fix()
    }

    fn clean(&mut self, ids: &[String], retire: &[String]) -> Answer {
        let catalog = Catalog::embedded();
        let (order, whole) = (Order { ids, retire }, Whole { system: &ThisComputer, catalog: &catalog, helper: false });
        if ThisComputer.elevated() {
            return whole.apply(order);
        }
        let (_, plan) = whole.dry(order);
        let machine: Vec<String> = plan.ids_of(Scope::Machine);
        let mut answer = Answer::default();
        if !machine.is_empty() {
            // With an administrator's rights first: when the person says No, nothing at all is changed.
            let retire: Vec<String> = retire.iter().filter(|id| machine.contains(id)).cloned().collect();
            answer = system::ask_to_clean(Order { ids: &machine, retire: &retire }, &catalog);
            if answer.run.is_empty() && !answer.failed.is_empty() {
                return answer;
            }
        }
        let rest: Vec<String> = ids.iter().filter(|id| !machine.contains(id)).cloned().collect();
        if !rest.is_empty() {
            answer.absorb(
                Cleaner { system: &ThisComputer, catalog: &catalog, scope: Scope::User, reach: Reach::ThisAccount }
                    .apply(&rest, &[]),
            );
        }
        answer
    }

    fn put_back(&mut self, run: &str, ids: &[String]) -> Answer {
        let catalog = Catalog::embedded();
        let whole = Whole { system: &ThisComputer, catalog: &catalog, helper: false };
        let items = if ids.is_empty() { Items::All } else { Items::Ids(ids) };
        let past = whole.past();
        let mine = |scope| past.iter().any(|one| one.run == run && one.scope == scope);
        if mine(Scope::Machine) && !ThisComputer.elevated() {
            return system::ask_to_undo(run, ids);
        }
        whole.undo(Some(run), items)
    }

    fn past_cleanups(&mut self) -> Vec<PastRun> {
        let catalog = Catalog::embedded();
        Whole { system: &ThisComputer, catalog: &catalog, helper: false }.past()
    }

    fn restart(&mut self) -> Result<(), String> {
        system::restart()
    }

    fn come_back(&mut self) -> bool {
        system::come_back()
    }

    fn stay_away(&mut self) {
        system::stay_away();
    }

    fn open(&mut self, page: CitationId) {
        let url = &page.get().url;
        if url.starts_with("https://") {
            // Where no browser can be opened, the address stands in the catalogue and the report.
            system::open(url);
        }
    }

    fn open_installed_apps(&mut self) {
        system::open_installed_apps();
    }

    fn open_windows_security(&mut self) {
        system::open_windows_security();
    }

    fn save(&mut self, name: &str, text: &str) -> Result<String, String> {
        let path = save::into_first(&save::folders(), name, text).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }

    fn open_saved(&mut self, path: &str) {
        // Where nothing can be opened, the page says where the file is.
        system::open(path);
    }
}
