//! What somebody asks for: what is to be cleaned, and what is to be put back.

/// The kinds of clean-ups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CleanUpKind {
    /// What is left, and may be cleaned.
    #[default]
    Leftovers,
    /// Only the filter entries that have to go before the next start; see [`plan_fix`](super::plan_fix).
    Fix,
}

/// Findings that are to be cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Which clean-up it is.
    pub kind: CleanUpKind,
    /// Ids of the findings.
    pub ids: Vec<String>,
    /// Those among them that are loaded and are switched off. Each was confirmed by itself.
    pub disable: Vec<String>,
}

impl Selection {
    /// Findings that are left.
    pub fn leftovers(ids: Vec<String>, disable: Vec<String>) -> Self {
        Self { kind: CleanUpKind::Leftovers, ids, disable }
    }

    /// Entries that have to go before the next start.
    pub fn fix(ids: Vec<String>) -> Self {
        Self { kind: CleanUpKind::Fix, ids, disable: Vec::new() }
    }
}

/// What is to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoOrder {
    /// All that the last fix took out.
    LastFix,
    /// What a clean-up removed.
    Run {
        /// The run.
        run: String,
        /// Findings of it; none means all.
        ids: Vec<String>,
    },
}
