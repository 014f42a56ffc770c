//! Other people's accounts on this computer.

use super::host;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::other_accounts;

/// Counts the accounts.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::OtherAccounts(other_accounts::list_other_accounts(&Live::COMPUTER, host::own_sid().as_deref()))]
}
