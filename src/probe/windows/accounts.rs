//! The local groups and accounts of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{AccountKind, Part};
use crate::probe::local_accounts::{self, Lists};
use crate::win32::accounts::Accounts;
use std::io;

/// Looks for the accounts that products make.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Accounts(local_accounts::find_local_accounts(catalog, &Live::COMPUTER, Accounts::load))]
}

impl Lists for Accounts {
    fn names(&self, kind: AccountKind) -> io::Result<Vec<String>> {
        match kind {
            AccountKind::Group => self.groups(),
            AccountKind::User => self.users(),
        }
    }
}
