//! The trust stores of Linux distributions: folders where an administrator, or a product, adds a
//! root, and the bundles that are made of them.

use super::Here;
use crate::catalog::Catalog;
use crate::machine::{Certificate, Observed, Os, Scope, StoreKind};
use crate::probe::{disk, trust};
use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// Folders of added roots: Debian, Fedora and Red Hat, SUSE, Arch.
const FOLDERS: [&str; 8] = [
    "/etc/ssl/certs",
    "/usr/local/share/ca-certificates",
    "/etc/pki/ca-trust/source",
    "/etc/pki/ca-trust/source/anchors",
    "/usr/share/pki/ca-trust-source/anchors",
    "/etc/pki/trust/anchors",
    "/usr/share/pki/trust/anchors",
    "/etc/ca-certificates/trust-source/anchors",
];

/// Bundles of all trusted roots in one file.
const BUNDLES: [&str; 7] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ca-certificates/extracted/tls-ca-bundle.pem",
    "/var/lib/ca-certificates/ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// Debian's folder of the roots that come with the distribution. Each link to one of them also
/// stands in the bundle.
const SHIPPED: &str = "/usr/share/ca-certificates/";

pub(super) fn find_certificates(catalog: &Catalog, here: &Here) -> Observed<Certificate> {
    let mut looked = Observed::none();
    let mut seen = BTreeSet::new();
    for path in files(here, &mut looked) {
        // Several names may lead to one file; the first is reported.
        if !seen.insert(fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
            continue;
        }
        let Some(bytes) = disk::read_file(&path, &mut looked.gaps) else { continue };
        let (found, damage) = trust::in_file(catalog, Os::Linux, &bytes);
        let place = path.to_string_lossy();
        looked.items.extend(found.into_iter().map(|one| one.seen(StoreKind::TrustStore, Scope::Machine, &*place)));
        disk::add_damage(&path, &damage, &mut looked.gaps);
    }
    looked
}

/// Every file to read: those in the folders, then the bundles.
fn files(here: &Here, looked: &mut Observed<Certificate>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        let folder = here.at(folder);
        for entry in disk::list_folder(&folder, &mut looked.gaps) {
            match entry.file_type() {
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                Ok(kind) if kind.is_symlink() && !stands_elsewhere(&folder, &entry) => files.push(entry.path()),
                // A folder below holds certificates only where an administrator makes one.
                Ok(kind) if kind.is_dir() && folder.ends_with("local/share/ca-certificates") => {
                    let below = disk::list_folder(&entry.path(), &mut looked.gaps);
                    files.extend(below.iter().map(DirEntry::path));
                }
                _ => {}
            }
        }
    }
    files.extend(BUNDLES.map(|bundle| here.at(bundle)));
    files
}

/// Whether a link leads to a file that is read anyway: one beside it (the links that are named by
/// a hash), or one that comes with the distribution and stands in the bundle.
fn stands_elsewhere(folder: &Path, link: &DirEntry) -> bool {
    let Ok(target) = fs::read_link(link.path()) else { return false };
    target.components().count() == 1 || target.starts_with(SHIPPED) || target.parent() == Some(folder)
}
