//! What is asked for.

use crate::journey::AnsweredBefore;
use crate::removal::RemovalPassword;
use std::collections::BTreeSet;
use std::time::Duration;

/// What somebody asked for.
#[derive(Clone, Debug)]
pub struct UnattendedOrder {
    /// Go on after the restart.
    pub resume: bool,
    /// The removal password.
    pub password: Option<RemovalPassword>,
    /// What was answered beforehand.
    pub answered: BTreeSet<AnsweredBefore>,
    /// How long one uninstaller may take.
    pub limit: Duration,
}
