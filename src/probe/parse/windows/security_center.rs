//! Whether Windows Security Center can be believed yet.
//!
//! Its service `wscsvc` is *Automatic (Delayed Start)*: for minutes after the start of Windows it does not
//! run, WMI's list is empty, and that is no answer.

use crate::machine::{Gap, GapReason, State};

/// `Start` of a service that Windows does not start.
const SWITCHED_OFF: u32 = 4;

/// Why the list at `place` is not worth asking for. None: ask.
///
/// `start` is the service's `Start` in the registry; `state` what the service manager says of it. A
/// manager that would not say is no reason not to ask.
pub fn silence_gap(place: &str, start: Option<u32>, state: State) -> Option<Gap> {
    match state {
        State::Running | State::Unknown => None,
        State::Stopped | State::RegisteredOnly if start == Some(SWITCHED_OFF) => {
            Some(Gap::new(GapReason::Failed, place, "its service wscsvc is switched off"))
        }
        State::Stopped | State::RegisteredOnly => {
            Some(Gap::new(GapReason::NotTried, place, "its service wscsvc has not started yet"))
        }
    }
}

/// The key of the service behind a list of WMI, as opened. None: it could not be looked at, which says nothing
/// about WMI, so WMI is asked all the same.
///
/// # Errors
/// There is no such service, so there is nothing to ask `place` for.
pub fn service_key<Key, Error>(
    place: &str,
    service: &str,
    opened: Result<Option<Key>, Error>,
) -> Result<Option<Key>, Gap> {
    match opened {
        Ok(Some(key)) => Ok(Some(key)),
        Ok(None) => Err(Gap::new(GapReason::NotOnThisOs, place, format!("its service {service} is not registered"))),
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_refused_is_no_reason_not_to_ask() {
        let answer = |opened: Result<Option<u8>, Gap>| service_key("x", "WinDefend", opened);
        assert_eq!(answer(Ok(Some(1))), Ok(Some(1)));
        assert_eq!(answer(Err(Gap::new(GapReason::NeedsAdmin, "key", "refused"))), Ok(None));
        assert_eq!(answer(Err(Gap::new(GapReason::Failed, "key", "busy"))), Ok(None));
        let none = Gap::new(GapReason::NotOnThisOs, "x", "its service WinDefend is not registered");
        assert_eq!(answer(Ok(None)), Err(none));
    }

    #[test]
    fn a_service_that_does_not_run_yet_is_not_asked() {
        let why = |start, state| silence_gap("x", start, state).map(|gap| gap.why);
        assert_eq!(why(Some(2), State::Stopped), Some(GapReason::NotTried));
        assert_eq!(why(None, State::RegisteredOnly), Some(GapReason::NotTried));
        assert_eq!(why(Some(4), State::Stopped), Some(GapReason::Failed), "it will not start by itself");
        assert_eq!(why(Some(4), State::Running), None, "until the next start it answers");
        assert_eq!(why(Some(2), State::Running), None);
        assert_eq!(why(Some(2), State::Unknown), None);
    }
}
