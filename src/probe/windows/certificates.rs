//! Root and intermediate certificates that Windows trusts, each physical store apart.
//!
//! Windows shows stores that are mixed from several places: the computer, the account, policy,
//! the company. Here each place is read where it stands in the registry, so that it is known
//! whose a certificate is and who may take it out. Stores of what is *not* trusted, of Microsoft's
//! own list and of publishers are not looked at.

use super::hives;
use super::registry::{Hive, Key, Name};
use crate::catalog::Catalog;
use crate::machine::{Certificate, Gap, Looked, Os, Part, Scope, StoreKind, Why};
use crate::probe::parse::{certificate, certificate_blob};
use crate::probe::trust;

/// The physical stores.
const STORES: [(Hive, &str, StoreKind); 10] = [
    (Hive::Machine, r"SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates", StoreKind::Root),
    (Hive::Machine, r"SOFTWARE\Microsoft\SystemCertificates\CA\Certificates", StoreKind::Intermediate),
    (Hive::Machine, r"SOFTWARE\Policies\Microsoft\SystemCertificates\ROOT\Certificates", StoreKind::Policy),
    (Hive::Machine, r"SOFTWARE\Policies\Microsoft\SystemCertificates\CA\Certificates", StoreKind::Policy),
    (Hive::Machine, r"SOFTWARE\Microsoft\EnterpriseCertificates\ROOT\Certificates", StoreKind::Policy),
    (Hive::Machine, r"SOFTWARE\Microsoft\EnterpriseCertificates\CA\Certificates", StoreKind::Policy),
    (Hive::User, r"SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates", StoreKind::Root),
    (Hive::User, r"SOFTWARE\Microsoft\SystemCertificates\CA\Certificates", StoreKind::Intermediate),
    (Hive::User, r"SOFTWARE\Policies\Microsoft\SystemCertificates\ROOT\Certificates", StoreKind::Policy),
    (Hive::User, r"SOFTWARE\Policies\Microsoft\SystemCertificates\CA\Certificates", StoreKind::Policy),
];

/// Looks into every store.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    for (place, path, kind) in STORES {
        for hive in hives(place, &mut looked.gaps) {
            match Key::open(hive, path) {
                Ok(Some(store)) => read_store(catalog, &store, hive, kind, &mut looked),
                Ok(None) => {}
                Err(refused) => looked.gaps.push(refused.into()),
            }
        }
    }
    vec![Part::RootCertificates(looked)]
}

fn read_store(catalog: &Catalog, store: &Key, hive: Hive, kind: StoreKind, looked: &mut Looked<Certificate>) {
    let scope = if hive.is_account() { Scope::User } else { Scope::Machine };
    for name in store.children(&mut looked.gaps) {
        match identity(store, &name) {
            Ok(Some((identity, place))) => {
                if trust::is_vendors(catalog, Os::Windows, &identity) {
                    looked.items.push(identity.seen(kind, scope, place));
                }
            }
            Ok(None) => {}
            Err(gap) => looked.gaps.push(gap),
        }
    }
}

/// The certificate under one key, and that key. None: it has gone away since it was listed.
fn identity(store: &Key, name: &Name) -> Result<Option<(certificate::Identity, String)>, Gap> {
    let Some(key) = store.child(name)? else { return Ok(None) };
    let odd = |what: String| Gap::new(Why::Failed, key.place.clone(), what);
    let blob = key.value("Blob")?.ok_or_else(|| odd("there is no Blob".into()))?;
    let der = certificate_blob::certificate(&blob.data).map_err(|error| odd(error.to_string()))?;
    let identity = certificate::read(der).map_err(odd)?;
    Ok(Some((identity, key.place.clone())))
}
