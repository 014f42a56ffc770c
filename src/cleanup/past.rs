//! What the journals tell about clean-ups of the past.

use super::{CleanUpReason, Log, State};
use crate::machine::{Scope, SystemStart};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// A run of the past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastRun {
    /// Its name.
    pub run: String,
    /// Whose things.
    pub scope: Scope,
    /// When it began, in seconds since 1970 UTC.
    pub at: u64,
    /// Whether it is a fix: see [`plan_fix`](super::plan_fix).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fix: bool,
    /// The same in the computer's own time zone, filled in by whoever knows that.
    #[serde(skip)]
    pub local: Option<DateTime>,
    /// What was removed and can be put back, one entry for each finding.
    pub removed: Vec<PastItem>,
    /// What was removed and has been put back.
    pub returned: Vec<PastItem>,
    /// Findings that wait for a restart.
    pub waiting: Vec<String>,
    /// It was stopped in the middle.
    pub interrupted: bool,
    /// Lower-case names of drivers whose filter entry it took out in its last part.
    pub unhooked: Vec<String>,
    /// When the system had been started in that part, in seconds since 1970 UTC.
    pub booted: u64,
    /// The identity of that start. None: not known, and in lists of versions that knew only the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_id: Option<String>,
}

/// One thing that a run removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastItem {
    /// The finding.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it was.
    pub place: String,
    /// Of a filter entry whose driver was missing: the kind of device that stops working with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops: Option<String>,
}

impl PastRun {
    /// What a journal tells about its run.
    pub fn of<K>(log: &Log<K>, scope: Scope) -> Self
    where
        K: Clone + serde::Serialize + serde::de::DeserializeOwned,
    {
        let last = log.steps.last().map(|step| step.start.clone()).unwrap_or_default();
        let mut past = Self {
            local: None,
            run: log.run.clone(),
            scope,
            at: log.at,
            fix: log.fix,
            removed: Vec::new(),
            returned: Vec::new(),
            waiting: Vec::new(),
            interrupted: log.interrupted(),
            unhooked: log.unhooked_in(&last).collect(),
            booted: last.booted,
            boot_id: last.boot_id,
        };
        for step in &log.steps {
            let Some(action) = &step.action else { continue };
            let list = match &step.state {
                State::Done(_) | State::Begun(_) | State::Returning(_) => &mut past.removed,
                State::Returned => &mut past.returned,
                State::Skipped(CleanUpReason::AfterRestart) => {
                    past.waiting.push(action.id().to_string());
                    continue;
                }
                _ => continue,
            };
            let stops = super::undo::undo_warning(action).map(|warning| warning.device.name().to_string());
            let item = PastItem {
                id: action.id().to_string(),
                name: action.purpose().name.clone(),
                place: action.change().place(),
                stops,
            };
            if !list.iter().any(|known| known.id == item.id) {
                list.push(item);
            }
        }
        past.waiting.retain(|id| !past.removed.iter().any(|one| one.id == *id));
        past.waiting.dedup();
        past
    }

    /// The start of the system to which its last part belongs.
    pub fn start(&self) -> SystemStart {
        SystemStart { booted: self.booted, boot_id: self.boot_id.clone() }
    }
}
