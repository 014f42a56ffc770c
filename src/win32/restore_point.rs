//! Asks Windows for a restore point before anything is taken out.
//!
//! Windows answers *success* without making one when there is one of the last 24 hours. So a point is
//! reported only if its number was not there before.

use super::wmi_query::Namespace;
use serde::{Deserialize, Serialize};
use std::sync::mpsc;
use std::time::Duration;

const NAMESPACE: &str = r"root\default";
const CLASS: &str = "SystemRestore";
/// `MODIFY_SETTINGS` and `BEGIN_SYSTEM_CHANGE` of `SRSetRestorePoint`, which the method passes on.
const MODIFY_SETTINGS: u32 = 12;
const BEGIN_SYSTEM_CHANGE: u32 = 100;
/// Windows copies for a while, and may never answer.
const LIMIT: Duration = Duration::from_secs(180);

/// The class, as the call wants to have it named.
#[derive(Deserialize)]
#[expect(non_snake_case, dead_code, reason = "the names are those of WMI")]
struct SystemRestore {
    SequenceNumber: u32,
}

#[derive(Serialize)]
#[expect(non_snake_case, reason = "the names are those of WMI")]
struct Order {
    Description: String,
    RestorePointType: u32,
    EventType: u32,
}

#[derive(Deserialize)]
#[expect(non_snake_case, reason = "the names are those of WMI")]
struct Answer {
    ReturnValue: u32,
}

/// Makes a restore point with this description. Returns its number.
///
/// # Errors
/// In words: none was made. Nothing depends on it; what is taken out is kept by ourselves.
#[expect(clippy::disallowed_methods, reason = "a call into WMI has no limit of its own")]
pub(crate) fn create_restore_point(description: &str) -> Result<u32, String> {
    let (sender, receiver) = mpsc::channel();
    let description = description.to_string();
    std::thread::spawn(move || {
        // Nobody listens any more once the limit has passed.
        let _ = sender.send(ask(&description));
    });
    receiver.recv_timeout(LIMIT).unwrap_or_else(|_| Err("Windows did not answer in time".into()))
}

fn ask(description: &str) -> Result<u32, String> {
    let words = |error: &dyn std::fmt::Display| format!("Windows made no restore point: {error}");
    let namespace = Namespace::open(NAMESPACE).map_err(|error| words(&error.gap_at(NAMESPACE).detail))?;
    let numbers = || -> Result<Vec<u32>, String> {
        let points = namespace.objects(CLASS).map_err(|error| words(&error.gap_at(CLASS).detail))?;
        Ok(points.iter().filter_map(|point| point.number("SequenceNumber")).collect())
    };
    let before = numbers()?;
    let order =
        Order { Description: description.into(), RestorePointType: MODIFY_SETTINGS, EventType: BEGIN_SYSTEM_CHANGE };
    let answer: Answer = namespace
        .connection()
        .exec_class_method::<SystemRestore, _>("CreateRestorePoint", order)
        .map_err(|error| words(&error))?;
    if answer.ReturnValue != 0 {
        return Err(words(&std::io::Error::from_raw_os_error(answer.ReturnValue.cast_signed())));
    }
    new_one(&before, &numbers()?).ok_or_else(|| "Windows keeps the restore point of the last 24 hours instead".into())
}

/// The highest number that was not there before.
fn new_one(before: &[u32], after: &[u32]) -> Option<u32> {
    after.iter().copied().filter(|number| !before.contains(number)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_counts_only_if_its_number_is_new() {
        assert_eq!(new_one(&[], &[1]), Some(1));
        assert_eq!(new_one(&[4, 5], &[4, 5]), None);
        assert_eq!(new_one(&[4, 5], &[5, 6]), Some(6), "Windows dropped the oldest");
        assert_eq!(new_one(&[4, 5], &[5]), None);
        assert_eq!(new_one(&[4], &[4, 6, 5]), Some(6));
    }
}
