//! Is the computer protected now, and which replacement suits: pure answers from what was seen, what
//! the person says and what the catalogue knows.

mod answers;
mod fixes;
mod guard;
mod now;
mod rank;
mod updated;

pub use answers::{Answers, Choice, Count, Owner, Pay, Picked, Use, used_functions};
pub use fixes::{Fixes, FixesState, Term, editions_of, release_fixes, windows_fixes};
pub use guard::{Guard, how_guarded};
pub use now::{Fire, Now, OwnAnswer, firewall_now, own_answer, protection_now, windows_ten};
pub use rank::{LeftOut, Place, Ranked, Reason, rank_products};
pub use updated::data_of;

#[cfg(test)]
mod tests;
