//! Browser extensions, the policies that force them, and native messaging hosts.
//!
//! Recorded are those that a rule of the catalogue names, those whose name, id or file names the vendor, and
//! those whose file lies in one of the vendor's folders. What else a person has in a browser is nobody's business.

mod places;

pub use places::Places;

use super::parse::extensions::{self, Extension};
use super::{disk, firefox};
use crate::catalog::{Catalog, Target};
use crate::machine::{Browser, BrowserItem, BrowserItemKind, Gap, Observed, Os, Scope};
use std::path::{Path, PathBuf};

/// Files of browsers are never larger, in bytes.
const LARGEST_FILE: u64 = 32 << 20;

/// Looks at every place in `places`. What is not there is absent; what cannot be read is a gap.
pub fn find_browser_items(catalog: &Catalog, os: Os, places: &Places) -> Observed<BrowserItem> {
    let mut look = Look { catalog, os, items: Vec::new(), gaps: Vec::new() };
    for (browser, folder) in &places.user_data {
        look.chromium(*browser, folder);
    }
    for root in &places.mozilla {
        look.mozilla(root);
    }
    for (browser, folder) in &places.policies {
        look.policies(*browser, folder);
    }
    for (browser, folder) in &places.external {
        look.external(*browser, folder);
    }
    for (browser, scope, folder) in &places.hosts {
        look.hosts(*browser, *scope, folder);
    }
    Observed { items: look.items, gaps: look.gaps, notes: Vec::new() }
}

/// What is to be recorded of an extension: what is known by its id, by its name, by what its id spells, or by the
/// file that it leads to. Another file is not told.
pub fn vendors_item(
    catalog: &Catalog,
    os: Os,
    (browser, kind, scope): (Browser, BrowserItemKind, Scope),
    extension: Extension,
    place: String,
) -> Option<BrowserItem> {
    let Extension { id, name, file } = extension;
    let leads_there = catalog.vendor.owns_path(&file) || catalog.vendor.is_named_in(&file);
    let known = leads_there
        || catalog.rule_for(os, Target::Extension, &id).is_some()
        || [&name, &id].iter().any(|text| catalog.vendor.is_named_in(text));
    let file = if leads_there { file } else { String::new() };
    known.then_some(BrowserItem { browser, kind, id, name, scope, place, file })
}

struct Look<'a> {
    catalog: &'a Catalog,
    os: Os,
    items: Vec<BrowserItem>,
    gaps: Vec<Gap>,
}

impl Look<'_> {
    fn keep(&mut self, browser: Browser, kind: BrowserItemKind, scope: Scope, place: &Path, extension: Extension) {
        let place = place.to_string_lossy().into_owned();
        self.items.extend(vendors_item(self.catalog, self.os, (browser, kind, scope), extension, place));
    }

    /// A user data folder of the Chromium family: profiles with extensions. Opera has no profiles
    /// and keeps them in the folder itself.
    fn chromium(&mut self, browser: Browser, folder: &Path) {
        let mut profiles = vec![folder.to_path_buf()];
        profiles.extend(self.folders(folder));
        for profile in profiles {
            for extension in self.folders(&profile.join("Extensions")) {
                let id = extension.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let name = self.chromium_name(&extension);
                self.keep(
                    browser,
                    BrowserItemKind::Installed,
                    Scope::User,
                    &extension,
                    Extension { name, ..Extension::of(id) },
                );
            }
        }
    }

    /// The name in the manifest of an extension's newest version; empty when it cannot be had.
    /// That is no gap: the id says whose an extension is, the name only helps.
    fn chromium_name(&self, extension: &Path) -> String {
        let mut unneeded = Vec::new();
        let versions = disk::list_folder(extension, &mut unneeded);
        versions.iter().rev().find_map(|version| name_of_version(&version.path())).unwrap_or_default()
    }

    fn mozilla(&mut self, root: &Path) {
        for profile in firefox::list_profiles(root, &mut self.gaps) {
            let file = profile.join("extensions.json");
            for addon in self.read(&file, extensions::firefox_addons) {
                self.keep(Browser::Firefox, BrowserItemKind::Installed, Scope::User, &file, addon);
            }
        }
    }

    fn policies(&mut self, browser: Browser, folder: &Path) {
        for file in self.json_files(folder) {
            let forced = match browser {
                Browser::Firefox => self.read(&file, extensions::firefox_policy),
                _ => self.read(&file, extensions::chromium_policy),
            };
            for extension in forced {
                self.keep(browser, BrowserItemKind::Forced, Scope::Machine, &file, extension);
            }
        }
    }

    /// Chromium installs an extension for each file `ID.json` in such a folder. That one cannot be read is no gap:
    /// its name says whose it is.
    fn external(&mut self, browser: Browser, folder: &Path) {
        for file in self.json_files(folder) {
            let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut unneeded = Vec::new();
            let bytes = disk::read_up_to(&file, LARGEST_FILE, &mut unneeded).unwrap_or_default();
            let extension = Extension { file: extensions::external_file(&bytes), ..Extension::of(id) };
            self.keep(browser, BrowserItemKind::Forced, Scope::Machine, &file, extension);
        }
    }

    fn hosts(&mut self, browser: Browser, scope: Scope, folder: &Path) {
        for file in self.json_files(folder) {
            let host = |bytes: &[u8]| extensions::native_host(bytes).map(|host| vec![host]);
            for extension in self.read(&file, host) {
                self.keep(browser, BrowserItemKind::NativeHost, scope, &file, extension);
            }
        }
    }

    fn read(&mut self, file: &Path, parse: impl Fn(&[u8]) -> Result<Vec<Extension>, String>) -> Vec<Extension> {
        let Some(bytes) = disk::read_up_to(file, LARGEST_FILE, &mut self.gaps) else { return Vec::new() };
        parse(&bytes).unwrap_or_else(|what| {
            disk::add_damage(file, &[what], &mut self.gaps);
            Vec::new()
        })
    }

    fn folders(&mut self, folder: &Path) -> Vec<PathBuf> {
        let entries = disk::list_folder(folder, &mut self.gaps);
        let folders = entries.iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.map(|entry| entry.path()).collect()
    }

    fn json_files(&mut self, folder: &Path) -> Vec<PathBuf> {
        let entries = disk::list_folder(folder, &mut self.gaps);
        let paths = entries.iter().map(|entry| entry.path());
        paths.filter(|path| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("json"))).collect()
    }
}

/// The name in one version's manifest, looked up in its default language where it has several.
fn name_of_version(version: &Path) -> Option<String> {
    let mut unneeded = Vec::new();
    let manifest = disk::read_up_to(&version.join("manifest.json"), LARGEST_FILE, &mut unneeded)?;
    let manifest = extensions::parse_manifest(&manifest).ok()?;
    let Some((key, locale)) = manifest.message_key() else { return Some(manifest.name) };
    let messages = version.join("_locales").join(locale).join("messages.json");
    extensions::localized_message(&disk::read_up_to(&messages, LARGEST_FILE, &mut unneeded)?, key)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;
