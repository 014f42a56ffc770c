//! Results that were saved, as `scan --json` and `report --format json` write them: read again, shown as a report, and
//! two of them compared. Nothing here looks at a computer.

mod compare;
mod read;
mod shown;

pub use compare::{Comparison, Doubt, Side, Thing, ThingKind, compare_results};
pub use read::{SavedError, read_result};
pub use shown::{comparison_report, saved_report};

#[cfg(test)]
mod tests;
