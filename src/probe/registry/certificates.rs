//! Root and intermediate certificates that Windows trusts, each physical store apart.
//!
//! Windows shows stores that are mixed from several places: the computer, the account, policy,
//! the company. Here each place is read where it stands in the registry, so that it is known
//! whose a certificate is and who may take it out. Stores of what is *not* trusted, of Microsoft's
//! own list and of publishers are not looked at.

use super::{Hive, Key, Name, OrGap, Registry, Tell};
use crate::catalog::Catalog;
use crate::machine::{Certificate, Observed, Os, StoreKind};
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
pub(crate) fn find_certificates(catalog: &Catalog, registry: &dyn Registry) -> Observed<Certificate> {
    let mut looked = Observed::none();
    for (place, path, kind) in STORES {
        for hive in registry.hives(place, path, &mut looked) {
            if let Some(store) = registry.key(hive, path).or_gap(&mut looked) {
                read_store(catalog, &store, hive, kind, &mut looked);
            }
        }
    }
    looked
}

fn read_store(catalog: &Catalog, store: &Key, hive: Hive, kind: StoreKind, looked: &mut Observed<Certificate>) {
    for name in store.children(looked) {
        if let Some((identity, place)) = identity(catalog, store, &name, looked)
            && trust::is_vendors(catalog, Os::Windows, &identity)
        {
            looked.items.push(identity.seen(kind, hive.scope(), place));
        }
    }
}

/// The certificate under one key, and that key. None: it has gone away since it was listed, may not be
/// read, or is none. What cannot be understood as a certificate Windows does not trust either; but nobody
/// says of a record that names the vendor that it is nothing.
fn identity(
    catalog: &Catalog,
    store: &Key,
    name: &Name,
    told: &mut dyn Tell,
) -> Option<(certificate::Identity, String)> {
    let key = store.child(name).or_gap(told)?;
    let Some(blob) = key.value("Blob").or_gap(told) else {
        told.add_note(key.value_note("Blob", "there is no such value"));
        return None;
    };
    let read = certificate_blob::find_certificate(&blob.data).map_err(|error| error.to_string());
    match read.and_then(certificate::parse_certificate) {
        Ok(identity) => Some((identity, key.place)),
        Err(what) => {
            let odd = key.value_note("Blob", what);
            if names_the_vendor(catalog, &blob.data) {
                told.add_gap(odd)
            } else {
                told.add_note(odd)
            }
            None
        }
    }
}

/// Whether the vendor's name stands anywhere in bytes, in one of the encodings that certificates have.
fn names_the_vendor(catalog: &Catalog, bytes: &[u8]) -> bool {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let from = move |at: usize| {
            let pairs = bytes.get(at..).unwrap_or_default().chunks_exact(2);
            String::from_utf16_lossy(&pairs.map(|pair| unit([pair[0], pair[1]])).collect::<Vec<u16>>())
        };
        [from(0), from(1)]
    };
    let [texts, others] = [utf16(u16::from_le_bytes), utf16(u16::from_be_bytes)];
    let eight = String::from_utf8_lossy(bytes).into_owned();
    texts.into_iter().chain(others).chain([eight]).any(|text| catalog.vendor.is_named_in(&text))
}
