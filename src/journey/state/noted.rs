//! What is written down on the way, for the report: each uninstaller that ended, and each restart.

use super::msg::Ended;
use crate::removal::ExitCode;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// More than any journey has. Whoever presses for ever fills no disk.
const MOST: usize = 100;

/// What happened on the way, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Noted {
    /// Uninstallers that ended, or were never started.
    pub runs: Vec<NotedRun>,
    /// When a restart was seen that was waited for, or that an uninstaller brought, in the computer's own time zone.
    pub restarts: Vec<String>,
}

/// One uninstaller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedRun {
    /// The name of the product.
    pub name: String,
    /// When it ended, in the computer's own time zone. None: there was no clock.
    pub at: Option<String>,
    /// How it ended.
    pub how: RunEnd,
}

/// How an uninstaller ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunEnd {
    /// With this exit code.
    Code(ExitCode),
    /// Something ended it.
    Killed,
    /// It could not be waited for.
    NotWaitedFor,
    /// Its command was refused.
    Refused,
    /// The system could not start it.
    NotStarted,
}

impl Noted {
    /// Writes down how the uninstaller of a product ended.
    pub fn note_run(&mut self, name: &str, now: Option<DateTime>, ended: &Ended) {
        let how = match ended {
            Ended::Code(code) => RunEnd::Code(*code),
            Ended::Killed => RunEnd::Killed,
            Ended::CannotWait => RunEnd::NotWaitedFor,
            Ended::Refused(_) => RunEnd::Refused,
            Ended::NotStarted(_) => RunEnd::NotStarted,
        };
        if self.runs.len() < MOST {
            self.runs.push(NotedRun { name: name.into(), at: now.map(|now| now.to_string()), how });
        }
    }

    /// Writes down a restart that was seen.
    pub fn note_restart(&mut self, now: Option<DateTime>) {
        if self.restarts.len() < MOST {
            self.restarts.extend(now.map(|now| now.to_string()));
        }
    }
}
