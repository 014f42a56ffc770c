//! Browser extensions: those in the account's profiles, and what the registry brings in.

use super::account_folders::{self, AccountFolders};
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{Browser, BrowserItem, Observed, Os, Part};
use crate::probe::Reach;
use crate::probe::browsers::{self, Places};
use crate::probe::registry::browsers as in_registry;

/// Looks into the profiles and the registry.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    let mut looked = in_folders(catalog, reach);
    looked.absorb(in_registry::find_browser_items(catalog, &Live(reach)));
    vec![Part::BrowserExtensions(looked)]
}

/// Profiles of this account, and the policy file that Firefox keeps beside its program.
fn in_folders(catalog: &Catalog, reach: Reach) -> Observed<BrowserItem> {
    let (mut places, gap) = match AccountFolders::find(reach) {
        Ok(folders) => (Places::windows(&folders.local, &folders.roaming), None),
        Err(gap) => (Places::default(), Some(gap)),
    };
    places.policies.extend(
        account_folders::program_files()
            .map(|programs| (Browser::Firefox, programs.join(r"Mozilla Firefox\distribution"))),
    );
    let mut looked = browsers::find_browser_items(catalog, Os::Windows, &places);
    looked.gaps.extend(gap);
    looked
}
