//! Root and intermediate certificates that Windows trusts, each physical store apart.
//!
//! Windows shows stores that are mixed from several places: the computer, the account, policy,
//! the company. Here each place is read where it stands in the registry, so that it is known
//! whose a certificate is and who may take it out. Stores of what is *not* trusted, of Microsoft's
//! own list and of publishers are not looked at.

use super::{Hive, Key, Name, Registry, Tell, answer};
use crate::catalog::Catalog;
use crate::machine::{Certificate, Looked, Os, StoreKind};
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
pub(crate) fn look(catalog: &Catalog, registry: &dyn Registry) -> Looked<Certificate> {
    let mut looked = Looked::none();
    for (place, path, kind) in STORES {
        for hive in registry.hives(place, path, &mut looked) {
            if let Some(store) = answer(registry.key(hive, path), &mut looked) {
                read_store(catalog, &store, hive, kind, &mut looked);
            }
        }
    }
    looked
}

fn read_store(catalog: &Catalog, store: &Key, hive: Hive, kind: StoreKind, looked: &mut Looked<Certificate>) {
    for name in store.children(looked) {
        if let Some((identity, place)) = identity(store, &name, looked)
            && trust::is_vendors(catalog, Os::Windows, &identity)
        {
            looked.items.push(identity.seen(kind, hive.scope(), place));
        }
    }
}

/// The certificate under one key, and that key. None: it has gone away since it was listed, may not be
/// read, or is none. What can not be understood as a certificate Windows does not trust either.
fn identity(store: &Key, name: &Name, told: &mut dyn Tell) -> Option<(certificate::Identity, String)> {
    let key = answer(store.child(name), told)?;
    let read = match answer(key.value("Blob"), told) {
        Some(blob) => {
            certificate_blob::certificate(&blob.data).map_err(|error| error.to_string()).and_then(certificate::read)
        }
        None => Err("there is no such value".to_string()),
    };
    let identity = read.map_err(|what| told.odd(key.odd("Blob", what))).ok()?;
    Some((identity, key.place))
}
