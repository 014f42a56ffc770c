//! Says that something still works when it takes long.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// After this time a page that waits says so. A question of the system for permission is open meanwhile, too.
pub(super) const LIMIT: Duration = Duration::from_secs(60);

/// Waits until the other end of `working` goes away, and calls `still` once if that takes longer than `limit`.
pub(super) fn tell_if_late(working: &Receiver<()>, limit: Duration, still: impl FnOnce()) {
    if working.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
        still();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn what_takes_long_is_said_once() {
        let (work, working) = channel();
        let mut said = 0;
        tell_if_late(&working, Duration::ZERO, || said += 1);
        assert_eq!(said, 1);
        drop(work);
    }

    #[test]
    fn what_has_ended_is_not_said_to_work() {
        let (work, working) = channel();
        drop(work);
        tell_if_late(&working, Duration::ZERO, || panic!("it has ended"));
    }
}
