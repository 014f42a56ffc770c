//! Certificates in the System keychain and in the login keychain, through `security`.

use super::Here;
use crate::catalog::Catalog;
use crate::machine::{Certificate, Observed, Os, Scope, StoreKind};
use crate::probe::command::QueryError;
use crate::probe::{disk, trust};
use std::path::Path;

/// `errSecItemNotFound`, as an exit code: the keychain holds no certificate.
const NONE_FOUND: i32 = 44;

pub(super) fn find_certificates(catalog: &Catalog, here: &Here<'_>) -> Observed<Certificate> {
    let mut looked = keychain(catalog, here, &here.at("/Library/Keychains/System.keychain"), Scope::Machine);
    match &here.home {
        Some(home) => {
            let login = home.join("Library/Keychains/login.keychain-db");
            looked.absorb(keychain(catalog, here, &login, Scope::User));
        }
        None => looked.gaps.push(crate::probe::walk::unnamed_root_gap(crate::catalog::Root::MacHome)),
    }
    looked
}

/// The vendor's certificates in one keychain. A keychain that is not there has none.
fn keychain(catalog: &Catalog, here: &Here<'_>, path: &Path, scope: Scope) -> Observed<Certificate> {
    let mut looked = Observed::none();
    if disk::path_presence(path).is_absent() {
        return looked;
    }
    let place = path.to_string_lossy();
    match (here.ask)("/usr/bin/security", &["find-certificate", "-a", "-p", &place]) {
        Ok(answer) => {
            let (found, damage) = trust::in_file(catalog, Os::Macos, &answer);
            looked.items = found.into_iter().map(|one| one.seen(StoreKind::Keychain, scope, &*place)).collect();
            disk::add_damage(path, &damage, &mut looked.gaps);
        }
        Err(QueryError::Ended(Some(NONE_FOUND), _)) => {}
        Err(error) => looked.gaps.push(error.gap_at(&place)),
    }
    looked
}
