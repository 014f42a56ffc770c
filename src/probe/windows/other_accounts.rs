//! Other people's accounts on this computer.

use super::host;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::other_accounts;

/// Counts the accounts.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    vec![Part::OtherAccounts(other_accounts::look(&Live::COMPUTER, host::own_sid().as_deref()))]
}
