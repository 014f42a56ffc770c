//! The story of a practice computer as it is written: its states, and what leads from one to the next.

use crate::machine::Snapshot;
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::Value;
use std::collections::BTreeMap;

/// What can be done to a practice computer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum On {
    /// The uninstaller of the product with this handle ends with this code. Without a code, the
    /// person does it by hand and the next look sees it.
    Uninstall {
        handle: String,
        code: Option<u32>,
        /// How long it runs, in seconds.
        #[serde(default)]
        seconds: u64,
    },
    /// The vendor's removal tool, which the person starts, has run: the next look sees it.
    VendorTool,
    /// The entries that have to go before a restart are taken out.
    Fix,
    /// The fix is undone.
    Undo,
    /// The computer restarts.
    Restart,
    /// The next look already sees this, for what a person does by hand.
    Look,
}

/// One act and where it leads.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Turn {
    pub(super) from: String,
    pub(super) on: On,
    pub(super) to: String,
}

/// A practice machine as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Timeline {
    pub(super) start: String,
    pub(super) states: BTreeMap<String, Snapshot>,
    /// States that are written as what they lack of another one.
    #[serde(default)]
    derived: BTreeMap<String, Derived>,
    pub(super) turns: Vec<Turn>,
}

/// A state that is like another, without what names one of these words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Derived {
    like: String,
    #[serde(default)]
    without: Vec<String>,
}

impl Timeline {
    /// A story of one state, in which nothing leads anywhere.
    pub(super) fn of(start: String, snapshot: Snapshot) -> Self {
        let states = BTreeMap::from([(start.clone(), snapshot)]);
        Self { start, states, ..Self::default() }
    }

    /// Reads a practice machine, and works out its derived states.
    pub(super) fn read(text: &str) -> Result<Self, serde_json::Error> {
        let mut timeline: Self = serde_json::from_str(text)?;
        for (name, Derived { like, without }) in std::mem::take(&mut timeline.derived) {
            let whole =
                timeline.states.get(&like).ok_or_else(|| serde_json::Error::custom(format!("no state {like}")))?;
            let mut state = serde_json::to_value(whole)?;
            let sections = state.as_object_mut().into_iter().flat_map(|all| all.values_mut());
            for items in sections.filter_map(|section| section.get_mut("items")?.as_array_mut()) {
                items.retain(|item| !names_any(item, &without));
            }
            timeline.states.insert(name, serde_json::from_value(state)?);
        }
        Ok(timeline)
    }
}

/// Whether one of the texts in it has one of these words.
fn names_any(item: &Value, words: &[String]) -> bool {
    match item {
        Value::String(text) => words.iter().any(|word| text.contains(word)),
        Value::Array(all) => all.iter().any(|one| names_any(one, words)),
        Value::Object(all) => all.values().any(|one| names_any(one, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
