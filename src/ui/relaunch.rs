//! Starts the window's program anew, after its window was lost and could not be opened again.
//!
//! Each program tells the next one when it happened, as the last argument; so a computer that loses
//! every window is not kept busy with opening them.

use crate::engine::{Clock, JourneyGuide, Start, StartError, SystemClock};
use std::ffi::OsString;
use std::time::Duration;

/// The argument: seconds since 1970 UTC at which a window was lost, with commas between them.
pub(super) const LOST: &str = "lost";

/// The program is started anew at most this often within [`WITHIN`] seconds.
const AT_MOST: usize = 2;
/// See [`AT_MOST`].
const WITHIN: u64 = 60;

/// How often a new program asks whether the old one has ended, and how long it waits in between.
const PATIENCE: (u32, Duration) = (25, Duration::from_millis(200));

/// What a program that is started anew needs to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relaunch {
    /// The arguments of this program, without [`LOST`].
    pub(super) arguments: Vec<OsString>,
    /// When windows were lost before this program was started.
    pub(super) lost: Vec<u64>,
}

impl Relaunch {
    /// Begins the journey. A program that was started anew waits a moment for the old one to end.
    ///
    /// # Errors
    /// As [`JourneyGuide::begin_here`].
    pub fn begin_journey(&self, start: &Start) -> Result<JourneyGuide, StartError> {
        let (times, pause) = if self.lost.is_empty() { (0, Duration::ZERO) } else { PATIENCE };
        for _ in 0..times {
            match JourneyGuide::begin_here(start) {
                Err(StartError::AlreadyOpen) => std::thread::sleep(pause),
                other => return other.map(in_time),
            }
        }
        JourneyGuide::begin_here(start).map(in_time)
    }

    /// Starts the program anew. False: it was lost too often, or could not be started.
    pub fn start_anew(&self) -> bool {
        let Some(arguments) = self.next(SystemClock::default().unix_seconds()) else { return false };
        let program = std::env::current_exe();
        program.is_ok_and(|program| spawn(&program, &arguments))
    }

    /// The arguments of the next program. None: it was lost too often.
    fn next(&self, now: u64) -> Option<Vec<OsString>> {
        let mut lost: Vec<u64> = self.lost.iter().copied().filter(|then| now.abs_diff(*then) < WITHIN).collect();
        if lost.len() >= AT_MOST {
            return None;
        }
        lost.push(now);
        let lost = lost.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
        let mut arguments = self.arguments.clone();
        let begins = ["--resume", "--practice", "--replay"];
        let begins = |argument: &OsString| begins.iter().any(|one| argument.to_string_lossy().starts_with(one));
        if !arguments.iter().any(begins) {
            arguments.push("--resume".into());
        }
        arguments.extend([format!("--{LOST}").into(), lost.into()]);
        Some(arguments)
    }
}

/// Reads what stands after [`LOST`]. What is no number was written by nobody we know.
pub(super) fn read_times(list: &str) -> Vec<u64> {
    list.split(',').filter_map(|time| time.parse().ok()).collect()
}

#[expect(clippy::disallowed_methods, reason = "the program starts itself, and nothing else")]
fn spawn(program: &std::path::Path, arguments: &[OsString]) -> bool {
    std::process::Command::new(program).args(arguments).spawn().is_ok()
}

/// In the window, practice takes its time.
fn in_time(mut guide: JourneyGuide) -> JourneyGuide {
    guide.take_time();
    guide
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relaunch(line: &str, lost: &[u64]) -> Relaunch {
        Relaunch { arguments: line.split_whitespace().map(OsString::from).collect(), lost: lost.to_vec() }
    }

    fn next(relaunch: &Relaunch, now: u64) -> Option<String> {
        let arguments = relaunch.next(now)?;
        Some(arguments.iter().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_journey_goes_on_and_a_practice_begins_again() {
        assert_eq!(next(&relaunch("", &[]), 100).unwrap(), "--resume --lost 100");
        assert_eq!(
            next(&relaunch("--resume --renderer glow", &[]), 100).unwrap(),
            "--resume --renderer glow --lost 100"
        );
        assert_eq!(next(&relaunch("--practice=mac", &[]), 100).unwrap(), "--practice=mac --lost 100");
    }

    #[test]
    fn it_is_started_at_most_twice_a_minute() {
        assert_eq!(next(&relaunch("--resume", &[100]), 130).unwrap(), "--resume --lost 100,130");
        assert_eq!(next(&relaunch("--resume", &[100, 130]), 159), None);
        assert_eq!(next(&relaunch("--resume", &[100, 130]), 161).unwrap(), "--resume --lost 130,161");
    }

    #[test]
    fn what_is_no_time_is_passed_over() {
        assert_eq!(read_times("100,x,,130"), [100, 130]);
    }
}
