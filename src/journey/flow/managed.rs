//! Signs that somebody else looks after the computer.

use crate::assess::Assessment;
use crate::catalog::Family;

/// Whether to ask "Who looks after this computer?": an office product or a management agent is
/// here, or a product of which nobody knows whether it is one.
pub fn needs_asking(assessment: &Assessment) -> bool {
    let office = [Family::Business, Family::Server, Family::Agent, Family::Sensor, Family::Other];
    assessment.products.iter().any(|product| office.contains(&product.family))
}
