//! The state of services and drivers, as the service manager says.

use super::registry::Name;
use crate::machine::{Gap, GapReason, State};
use crate::probe::registry::{Configured, Known, Manager, ServiceList};
use crate::win32::services::{self, Config, ListError, Listed};
use std::io;
use windows_sys::Win32::Foundation::ERROR_ACCESS_DENIED;
use windows_sys::Win32::System::Services::SERVICE_STOPPED;

const PLACE: &str = "service manager";

/// The manager, asked anew for each question. It is seldom asked for more than its list.
pub(super) struct Asked;

impl Manager for Asked {
    /// By name in small letters. A service whose state we may not ask is not listed, so what is missing is not yet
    /// an answer.
    fn all(&self) -> (ServiceList, Option<Gap>) {
        let manager = match services::Manager::open_to_list() {
            Ok(manager) => manager,
            Err(error) => return (ServiceList::new(), Some(gap(&error))),
        };
        let (listed, broken) = manager.list_all();
        let known = |Listed { name, display, kind, state }: Listed| {
            (name.to_lowercase(), Known { state: meaning(state), kind, display })
        };
        let gap = broken.map(|broken| match broken {
            ListError::Refused(error) => gap(&error),
            ListError::Endless => Gap::new(GapReason::Failed, PLACE, "the list has no end"),
        });
        (listed.into_iter().map(known).collect(), gap)
    }

    fn state(&self, name: &Name) -> State {
        match services::Manager::open_to_list().and_then(|manager| manager.service(name.wide())) {
            Ok(Some(service)) => service.state().map_or(State::Unknown, meaning),
            Ok(None) => State::RegisteredOnly,
            Err(_) => State::Unknown,
        }
    }

    fn configured(&self, name: &Name) -> Option<Configured> {
        let Config { kind, start, image, display } = services::Manager::open_to_list().ok()?.config(name.wide())?;
        Some(Configured { kind, start, image, display })
    }
}

fn gap(error: &io::Error) -> Gap {
    let denied = error.raw_os_error() == Some(ERROR_ACCESS_DENIED as i32);
    Gap::new(if denied { GapReason::NeedsAdmin } else { GapReason::Failed }, PLACE, error.to_string())
}

/// Everything but *stopped* is loaded, on its way there or on its way out.
fn meaning(current: u32) -> State {
    match current {
        0 => State::Unknown,
        SERVICE_STOPPED => State::Stopped,
        _ => State::Running,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manager_lists_services_and_does_not_know_others() {
        let manager = Asked;
        let (known, gap) = manager.all();
        assert_eq!(gap, None);
        assert!(known.keys().all(|name| *name == name.to_lowercase()));
        let some = known.keys().next().unwrap();
        let name = |text: &str| Name::new(&text.encode_utf16().collect::<Vec<u16>>());
        assert!(matches!(manager.state(&name(some)), State::Running | State::Stopped));
        let none = name("cleanbreak-no-such-service");
        assert_eq!((manager.state(&none), manager.configured(&none)), (State::RegisteredOnly, None));
        let configured = manager.configured(&name(some)).unwrap();
        assert_eq!((configured.kind, &configured.display), (known[some].kind, &known[some].display));
    }
}
