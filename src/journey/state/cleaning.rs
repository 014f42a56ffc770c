//! What a person has chosen to be cleaned, and what became of it.

use super::button::FindingId;
use super::page::Page;
use crate::cleanup::{CleanUpResult, PastRun};
use std::collections::BTreeSet;

/// What a person has chosen, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Cleaning {
    /// Findings that are to be cleaned.
    pub chosen: BTreeSet<String>,
    /// Loaded drivers that are to be switched off. Each was ticked by itself.
    pub disable: BTreeSet<String>,
    /// Findings whose card is open.
    pub open: BTreeSet<String>,
    /// Whether the preview shows its steps one by one.
    pub steps_shown: bool,
    /// What became of the last clean-up or undo.
    pub answer: Option<CleanUpResult>,
    /// Whether the last one was an undo.
    pub undone: bool,
    /// The clean-ups of the past, the newest first.
    pub past: Vec<PastRun>,
    /// What would be put back: the run, and the findings of it; none means all.
    pub back: Option<(String, Vec<String>)>,
    /// The page of the clean-up from which the clean-ups of the past were opened.
    pub past_from: Option<Page>,
    /// The page from which somebody asked to put something back.
    pub undo_from: Option<Page>,
    /// The finding whose steps are shown.
    pub by_hand: Option<FindingId>,
}
