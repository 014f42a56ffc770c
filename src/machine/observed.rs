//! Evidence with three values: seen, looked for and absent, or unknown with the reason.

use serde::{Deserialize, Serialize};

/// What one probe saw, and the places it could not see.
///
/// No gaps means that the list is complete: what is not in it is absent. The default is *not
/// tried*, so a probe that never ran cannot be taken for one that found nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observed<T> {
    /// Everything that was seen, in a stable order.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<T>,
    /// Every place that could not be read, with why. Empty: the look was complete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// What takes nothing from the answer. Usually what was read and is unusual: a text without its end, a
    /// number of another type; told to a helper. [`GapReason::NotTried`]: what was left out, where nothing that an
    /// answer depends on can be; told to the person too, since his own data may lie there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Gap>,
}

impl<T> Default for Observed<T> {
    fn default() -> Self {
        Self::unknown(Gap::new(GapReason::NotTried, "", ""))
    }
}

impl<T> Observed<T> {
    /// A complete look that saw exactly these.
    pub fn all(items: Vec<T>) -> Self {
        Self { items, gaps: Vec::new(), notes: Vec::new() }
    }

    /// A complete look that saw nothing.
    pub fn none() -> Self {
        Self::all(Vec::new())
    }

    /// Nothing could be seen at all.
    pub fn unknown(gap: Gap) -> Self {
        Self { items: Vec::new(), gaps: vec![gap], notes: Vec::new() }
    }

    /// Whether the look was complete, so that what is not listed is absent.
    pub fn complete(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Adds a place that could not be read.
    pub fn gap(&mut self, why: GapReason, place: impl Into<String>, detail: impl Into<String>) {
        self.gaps.push(Gap::new(why, place, detail));
    }

    /// Adds something unusual that was read all the same.
    pub fn note(&mut self, place: impl Into<String>, detail: impl Into<String>) {
        self.notes.push(Gap::new(GapReason::Failed, place, detail));
    }

    /// Takes over what another look at the same kind of thing saw, and what it could not see.
    pub fn absorb(&mut self, other: Self) {
        self.items.extend(other.items);
        self.gaps.extend(other.gaps);
        self.notes.extend(other.notes);
    }
}

/// One place that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// What kept us from looking.
    pub why: GapReason,
    /// Where: a path, a registry key, the name of a store. Empty: the whole check.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What the system said, for a helper. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Gap {
    /// A gap at `place`, with what the system said about it.
    pub fn new(why: GapReason, place: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { why, place: place.into(), detail: detail.into() }
    }

    /// The gap that an I/O error stands for: lacking rights, or a failure.
    pub fn from_io(place: impl Into<String>, error: &std::io::Error) -> Self {
        let why = if error.kind() == std::io::ErrorKind::PermissionDenied {
            GapReason::NeedsAdmin
        } else {
            GapReason::Failed
        };
        Self::new(why, place, error.to_string())
    }
}

/// Why something is unknown. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Why"))]
#[serde(rename_all = "snake_case")]
pub enum GapReason {
    /// The system refused us; an administrator can look.
    NeedsAdmin,
    /// This system has no such place (Windows Server has no Security Center).
    NotOnThisOs,
    /// The probe did not answer within its limit.
    TimedOut,
    /// The system gave an error, or what it gave could not be understood.
    Failed,
    /// We did not look, on purpose: a network path, a user check run as the system account.
    NotTried,
}

/// Whether a thing is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It is there.
    Present,
    /// We looked where it would be, and it is not there.
    Absent,
    /// We cannot tell.
    Unknown(GapReason),
    /// Nobody asked; the default.
    #[default]
    NotAsked,
}

impl Presence {
    /// True only for [`Presence::Present`].
    pub fn is_present(&self) -> bool {
        matches!(self, Self::Present)
    }

    /// True only for [`Presence::Absent`].
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// For `skip_serializing_if`.
    pub fn not_asked(&self) -> bool {
        matches!(self, Self::NotAsked)
    }
}
