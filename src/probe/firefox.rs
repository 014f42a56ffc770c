//! Firefox and Thunderbird trust certificates of their own, whatever the system trusts.
//!
//! Their store is a database (`cert9.db`, before 2018 `cert8.db`) in which public certificates
//! stand as they are, so they are found by their own form. The database's order, and whether a
//! certificate is really trusted, are not read: what is found here is shown and explained.

use super::parse::certificate;
use super::parse::mozilla_profiles;
use super::{disk, trust};
use crate::catalog::Catalog;
use crate::machine::{Certificate, Gap, Observed, Os, Scope, StoreKind};
use std::path::{Path, PathBuf};

/// The databases, new and old.
const STORES: [&str; 2] = ["cert9.db", "cert8.db"];

/// A subject that could not be read whole is shown up to this many characters.
const MOST_WORDS: usize = 120;

/// Where Mozilla's programs keep `profiles.ini`. `base` is the home folder, on Windows the folder
/// of roaming application data.
pub fn profile_roots(os: Os, base: &Path) -> Vec<PathBuf> {
    let below: &[&str] = match os {
        Os::Windows => &["Mozilla/Firefox", "Thunderbird"],
        Os::Macos => &["Library/Application Support/Firefox", "Library/Thunderbird"],
        Os::Linux => &[
            ".mozilla/firefox",
            ".config/mozilla/firefox",
            "snap/firefox/common/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/.mozilla/firefox",
            ".thunderbird",
            "snap/thunderbird/common/.thunderbird",
        ],
    };
    below.iter().map(|path| disk::path_below(base, path)).collect()
}

/// Every folder below a root that may be a profile, and those that `profiles.ini` names elsewhere.
pub fn list_profiles(root: &Path, gaps: &mut Vec<Gap>) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for parent in [root.to_path_buf(), root.join("Profiles")] {
        let entries = disk::list_folder(&parent, gaps);
        let inside = entries.iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.extend(inside.map(|entry| entry.path()));
    }
    let ini = disk::read_file(&root.join("profiles.ini"), gaps).unwrap_or_default();
    folders.extend(mozilla_profiles::parse_folders(&ini).into_iter().map(PathBuf::from));
    folders
}

/// The vendor's certificates in the store of every profile below `roots`.
pub fn find_certificates(catalog: &Catalog, os: Os, roots: &[PathBuf]) -> Observed<Certificate> {
    let mut looked = Observed::none();
    for root in roots {
        let profiles = list_profiles(root, &mut looked.gaps);
        looked.absorb(look_in(catalog, os, StoreKind::Firefox, &profiles));
    }
    looked
}

/// The same for folders that hold such a database themselves, like Chromium's `~/.pki/nssdb`.
pub fn look_in(catalog: &Catalog, os: Os, store: StoreKind, folders: &[PathBuf]) -> Observed<Certificate> {
    let mut looked = Observed::none();
    for path in folders.iter().flat_map(|folder| STORES.map(|name| folder.join(name))) {
        if let Some(bytes) = disk::read_file(&path, &mut looked.gaps) {
            looked.items.extend(in_store(catalog, os, store, &path.to_string_lossy(), &bytes));
        }
    }
    looked
}

/// The vendor's certificates in one database. If the vendor is named there and no certificate of
/// its can be read (a long one may be split over pages), the words that name it stand as subject.
fn in_store(catalog: &Catalog, os: Os, store: StoreKind, place: &str, bytes: &[u8]) -> Vec<Certificate> {
    if !catalog.vendor.is_named_in(&String::from_utf8_lossy(bytes)) {
        return Vec::new();
    }
    let mut found = certificate::find_in(bytes);
    found.retain(|identity| trust::is_vendors(catalog, os, identity));
    found.sort_by(|one, other| one.thumbprint.cmp(&other.thumbprint));
    found.dedup();
    let mut certificates: Vec<Certificate> =
        found.into_iter().map(|identity| identity.seen(store, Scope::User, place)).collect();
    if certificates.is_empty() {
        certificates.extend(words(catalog, bytes).map(|subject| Certificate {
            store,
            scope: Scope::User,
            place: place.to_string(),
            subject,
            issuer: String::new(),
            thumbprint: String::new(),
            not_after: None,
        }));
    }
    certificates
}

/// The first run of readable text that names the vendor.
fn words(catalog: &Catalog, bytes: &[u8]) -> Option<String> {
    let runs = bytes.split(|byte| *byte < b' ' || *byte == 0x7F).map(String::from_utf8_lossy);
    let run = runs.filter(|run| catalog.vendor.is_named_in(run)).min_by_key(|run| run.len())?;
    Some(run.trim().chars().filter(|c| *c != char::REPLACEMENT_CHARACTER).take(MOST_WORDS).collect())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::super::parse::pem;
    use super::*;
    use std::fs;

    fn der() -> Vec<u8> {
        let text = include_bytes!("../../tests/recordings/raw/certificates/root.pem");
        pem::parse_pem(text).remove(0).unwrap()
    }

    /// A home folder with one profile whose database holds `content`.
    fn home(content: &[u8]) -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        let profile = home.path().join(".mozilla/firefox/abcd.default-release");
        fs::create_dir_all(&profile).unwrap();
        let mut database = b"SQLite format 3\0".to_vec();
        database.extend(content);
        database.extend([0; 64]);
        fs::write(profile.join("cert9.db"), database).unwrap();
        home
    }

    fn look_at(home: &Path) -> Observed<Certificate> {
        find_certificates(Catalog::embedded(), Os::Linux, &profile_roots(Os::Linux, home))
    }

    #[test]
    fn a_certificate_is_found_in_a_profile() {
        let home = home(&der());
        let looked = look_at(home.path());
        assert!(looked.complete());
        assert_eq!(looked.items.len(), 1);
        assert_eq!(looked.items[0].thumbprint, "506B149739CCF876CD5B47A635B4C19ABB29A3D2");
        assert_eq!((looked.items[0].store, looked.items[0].scope), (StoreKind::Firefox, Scope::User));
        assert!(looked.items[0].place.ends_with("abcd.default-release/cert9.db"));
    }

    #[test]
    fn a_split_certificate_is_shown_by_its_words() {
        let whole = der();
        let mut split = whole[..600].to_vec();
        split.extend([0; 300]);
        let looked = look_at(home(&split).path());
        assert_eq!(looked.items.len(), 1);
        assert!(looked.items[0].subject.contains("Kaspersky"), "{:?}", looked.items[0].subject);
        assert_eq!(looked.items[0].thumbprint, "");
    }

    #[test]
    fn other_profiles_and_no_profiles_are_absences() {
        assert_eq!(look_at(home(b"Example Root").path()), Observed::none());
        assert_eq!(look_at(tempfile::tempdir().unwrap().path()), Observed::none());
    }

    #[test]
    fn a_profile_elsewhere_is_looked_at_and_one_on_another_computer_is_not() {
        let home = home(b"");
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("cert9.db"), der()).unwrap();
        let ini = format!(
            "[Profile0]\nIsRelative=0\nPath={}\n[Profile1]\nIsRelative=0\nPath=\\\\server\\share\n",
            elsewhere.path().display()
        );
        fs::write(home.path().join(".mozilla/firefox/profiles.ini"), ini).unwrap();
        let looked = look_at(home.path());
        assert_eq!(looked.items.len(), 1);
        assert!(looked.gaps.iter().all(|gap| gap.why == crate::machine::GapReason::NotTried) && !looked.complete());
    }
}
