//! What Windows' answers mean when a service or driver was deleted.
//!
//! The service manager takes a record out when the last handle to the service is closed, and others may hold one
//! (learn.microsoft.com, "DeleteService"). A key that goes away while it is read answers 1018.

/// `ERROR_KEY_DELETED`
const KEY_DELETED: u32 = 1018;
/// `ERROR_SERVICE_DOES_NOT_EXIST`
const NO_SUCH_SERVICE: u32 = 1060;
/// `ERROR_SERVICE_MARKED_FOR_DELETE`
const MARKED: u32 = 1072;

/// Whether a change is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finished {
    /// Now.
    Now,
    /// Windows finishes it at the next restart.
    AfterRestart,
}

/// Whether a record is gone, or goes. `answer`: what `DeleteService` said, 0 when it did. `record`: whether the record
/// is still there; None when that cannot be read. None: Windows did not delete it.
///
/// Once Windows has said yes, nothing that is read afterwards makes a failure of it: then the step would be put back,
/// into a record that is going.
pub(super) fn after_delete(answer: u32, record: Option<bool>) -> Option<Finished> {
    match (answer, record) {
        (0 | KEY_DELETED | NO_SUCH_SERVICE | MARKED, Some(false)) => Some(Finished::Now),
        (0 | KEY_DELETED | MARKED, _) => Some(Finished::AfterRestart),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_deleted_is_done_whatever_is_read_then() {
        assert_eq!(after_delete(0, Some(false)), Some(Finished::Now));
        assert_eq!(after_delete(0, Some(true)), Some(Finished::AfterRestart), "somebody holds a handle");
        assert_eq!(after_delete(0, None), Some(Finished::AfterRestart), "1018 while it was read");
    }

    #[test]
    fn what_was_going_already_is_done_too() {
        for answer in [KEY_DELETED, MARKED] {
            assert_eq!(after_delete(answer, Some(true)), Some(Finished::AfterRestart), "{answer}");
            assert_eq!(after_delete(answer, None), Some(Finished::AfterRestart), "{answer}");
        }
        assert_eq!(after_delete(NO_SUCH_SERVICE, Some(false)), Some(Finished::Now));
    }

    #[test]
    fn what_was_refused_is_not() {
        const DENIED: u32 = 5;
        for record in [Some(true), Some(false), None] {
            assert_eq!(after_delete(DENIED, record), None);
        }
        assert_eq!(
            after_delete(NO_SUCH_SERVICE, Some(true)),
            None,
            "the manager does not know it, and it stands there"
        );
    }
}
