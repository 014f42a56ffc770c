//! A computer that was looked at, with what that means.

use super::Assessment;
use crate::catalog::Catalog;
use crate::machine::Snapshot;

/// A computer that was looked at: what plans and reports are made from.
#[derive(Clone, Copy, Debug)]
pub struct Examined<'a> {
    /// What was seen.
    pub snapshot: &'a Snapshot,
    /// What it means.
    pub assessment: &'a Assessment,
    /// What is known.
    pub catalog: &'a Catalog,
}

impl<'a> Examined<'a> {
    /// The assessment has to be the one of this look.
    pub fn new(snapshot: &'a Snapshot, assessment: &'a Assessment, catalog: &'a Catalog) -> Self {
        Self { snapshot, assessment, catalog }
    }
}
