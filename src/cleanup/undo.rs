//! The way back: which steps are undone, in which order, and what a person has to be told first.

use super::{Action, Change, CleanUpReason, Log};
use crate::machine::is_below;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// What is to be put back.
#[derive(Clone, Copy, Debug)]
pub enum Items<'a> {
    /// The whole run.
    All,
    /// These findings, and what was removed after them and has to come back with them.
    Ids(&'a [String]),
}

/// What will be put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoPlan {
    /// Numbers of steps, in the order in which they are undone: the last one first.
    pub steps: Vec<usize>,
    /// What is not put back.
    pub refused: Vec<(String, UndoRefusal)>,
    /// What to say before.
    pub warnings: Vec<Warning>,
}

/// Why a finding is not put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoRefusal {
    /// The run has nothing of it to put back.
    NothingKept,
    /// The journal names something that is never touched.
    Forbidden,
}

impl From<UndoRefusal> for CleanUpReason {
    fn from(refusal: UndoRefusal) -> Self {
        match refusal {
            UndoRefusal::NothingKept => Self::NothingKept,
            UndoRefusal::Forbidden => Self::Forbidden,
        }
    }
}

/// A filter entry comes back whose driver was missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The finding.
    pub id: String,
    /// The driver that was missing.
    pub entry: String,
    /// What does not work after the next start.
    pub device: Device,
}

/// A kind of device that stops working when one of its filters cannot be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// Mouse and touchpad.
    Mouse,
    /// Keyboard.
    Keyboard,
    /// Any other.
    Other,
}

impl Device {
    /// The device behind a class key. GUIDs are Microsoft's, of system-defined device setup classes.
    pub fn of_class(key: &str) -> Self {
        let key = key.to_ascii_uppercase();
        if key.contains("4D36E96F-E325-11CE-BFC1-08002BE10318") {
            Self::Mouse
        } else if key.contains("4D36E96B-E325-11CE-BFC1-08002BE10318") {
            Self::Keyboard
        } else {
            Self::Other
        }
    }

    /// The name used in message arguments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mouse => "mouse",
            Self::Keyboard => "keyboard",
            Self::Other => "other",
        }
    }
}

/// Plans the way back. A step whose later steps are still removed is undone with them.
pub fn undo_plan<K: Clone + Serialize + DeserializeOwned>(log: &Log<K>, items: Items<'_>) -> UndoPlan {
    let mut plan = UndoPlan::default();
    let all: Vec<(usize, &Action)> =
        log.returnable().filter_map(|step| Some((step, log.steps[step].action.as_ref()?))).collect();
    let mut chosen: BTreeSet<usize> = match items {
        Items::All => all.iter().map(|(step, _)| *step).collect(),
        Items::Ids(ids) => {
            for id in ids.iter().filter(|id| !all.iter().any(|(_, action)| action.id() == id.as_str())) {
                plan.refused.push((id.clone(), UndoRefusal::NothingKept));
            }
            all.iter().filter(|(_, action)| ids.iter().any(|id| id == action.id())).map(|(step, _)| *step).collect()
        }
    };
    let hidden = log.steps.iter().any(|step| step.action.is_none());
    if hidden && matches!(items, Items::All) {
        plan.refused.push((String::new(), UndoRefusal::Forbidden));
    }
    // From the first step on, so that what is drawn in draws in others.
    for (at, (step, action)) in all.iter().enumerate() {
        if chosen.contains(step) {
            chosen.extend(all[at + 1..].iter().filter(|(_, later)| belongs_to(action, later)).map(|(step, _)| *step));
        }
    }
    plan.steps = chosen.into_iter().rev().collect();
    plan.warnings = plan.steps.iter().filter_map(|step| undo_warning(log.steps[*step].action.as_ref()?)).collect();
    plan
}

/// Whether an action that was done later has to come back before this one can: it is of the same driver,
/// or it took away the folder or key in which this one stood.
pub(crate) fn belongs_to(action: &Action, later: &Action) -> bool {
    let same = action.purpose().subject == later.purpose().subject;
    let container = matches!(
        later.change(),
        Change::RemoveEmptyFolder { .. }
            | Change::RemoveEmptyKey { .. }
            | Change::MoveFolder { .. }
            | Change::DeleteRegistryKey { .. }
    );
    same || (container && is_below(&action.change().place(), &later.change().place()))
}

/// What to say before this comes back. None: nothing.
pub(super) fn undo_warning(action: &Action) -> Option<Warning> {
    match action.change() {
        Change::TakeFilterEntry { list, entry } if action.purpose().driver_missing => {
            Some(Warning { id: action.id().to_string(), entry: entry.clone(), device: Device::of_class(&list.key) })
        }
        _ => None,
    }
}
