//! Signs that somebody else looks after the computer.

use crate::assess::Assessment;
use crate::catalog::Family;

/// Whether to ask "Who looks after this computer?": an office product or a management agent is
/// here, or something of one is left.
pub fn needs_asking(assessment: &Assessment) -> bool {
    let office = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
    assessment.products.iter().any(|product| office.contains(&product.family))
}
