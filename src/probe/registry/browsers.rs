//! Browser extensions that the registry brings in.
//!
//! A program adds its extension by a key in the registry, a policy does by a list of values, and a native
//! messaging host is a key that names its manifest. Recorded is what the catalogue knows, what names the
//! vendor, and what points into one of the vendor's folders.

use super::{COMMAND, Hive, Key, OrGap, Registry, Tell};
use crate::catalog::Catalog;
use crate::machine::{Browser, BrowserItem, BrowserItemKind, Observed, Os};
use crate::probe::browsers;
use crate::probe::parse::extensions::{self, Extension};
use Browser::{Chrome, Chromium, Edge, Firefox};
use BrowserItemKind::{Forced, NativeHost};

/// How entries stand in a key.
#[derive(Clone, Copy)]
enum Form {
    /// A subkey for each, named like it. The named value in it leads to its file.
    Subkeys(&'static str),
    /// A value for each, named like it. The text leads to its file.
    ValueNames,
    /// A value for each, numbered; the text is `id;address`.
    ForceList,
    /// A value for each, numbered; the text is the address.
    Addresses,
}

/// Keys below `SOFTWARE`, and below `SOFTWARE\WOW6432Node` for 32-bit programs.
const BY_PROGRAMS: [(Browser, BrowserItemKind, Form, &str); 8] = [
    (Chrome, Forced, Form::Subkeys("path"), r"Google\Chrome\Extensions"),
    (Edge, Forced, Form::Subkeys("path"), r"Microsoft\Edge\Extensions"),
    (Chromium, Forced, Form::Subkeys("path"), r"Chromium\Extensions"),
    (Firefox, Forced, Form::ValueNames, r"Mozilla\Firefox\Extensions"),
    (Chrome, NativeHost, Form::Subkeys(""), r"Google\Chrome\NativeMessagingHosts"),
    (Edge, NativeHost, Form::Subkeys(""), r"Microsoft\Edge\NativeMessagingHosts"),
    (Chromium, NativeHost, Form::Subkeys(""), r"Chromium\NativeMessagingHosts"),
    (Firefox, NativeHost, Form::Subkeys(""), r"Mozilla\NativeMessagingHosts"),
];

/// Keys below `SOFTWARE\Policies`, which both kinds of program share.
const BY_POLICY: [(Browser, BrowserItemKind, Form, &str); 5] = [
    (Chrome, Forced, Form::ForceList, r"Google\Chrome\ExtensionInstallForcelist"),
    (Edge, Forced, Form::ForceList, r"Microsoft\Edge\ExtensionInstallForcelist"),
    (Chromium, Forced, Form::ForceList, r"Chromium\ExtensionInstallForcelist"),
    (Chromium, Forced, Form::ForceList, r"BraveSoftware\Brave\ExtensionInstallForcelist"),
    (Firefox, Forced, Form::Addresses, r"Mozilla\Firefox\Extensions\Install"),
];

/// Looks into both hives.
pub(crate) fn find_browser_items(catalog: &Catalog, registry: &dyn Registry) -> Observed<BrowserItem> {
    let mut looked = Observed::none();
    read_hive(catalog, registry, Hive::Machine, &mut looked);
    for hive in registry.hives(Hive::User, "SOFTWARE", &mut looked) {
        read_hive(catalog, registry, hive, &mut looked);
    }
    looked
}

fn read_hive(catalog: &Catalog, registry: &dyn Registry, hive: Hive, looked: &mut Observed<BrowserItem>) {
    for (base, keys) in [
        (r"SOFTWARE", &BY_PROGRAMS[..]),
        (r"SOFTWARE\WOW6432Node", &BY_PROGRAMS[..]),
        (r"SOFTWARE\Policies", &BY_POLICY[..]),
    ] {
        for (browser, kind, form, path) in keys {
            let Some(key) = registry.key(hive, &format!(r"{base}\{path}")).or_gap(looked) else { continue };
            let scope = hive.scope();
            for (extension, place) in entries(&key, *form, looked) {
                let how = (*browser, *kind, scope);
                looked.items.extend(browsers::vendors_item(catalog, Os::Windows, how, extension, place));
            }
        }
    }
}

/// The entries in a key, each with its place: the key, and the value behind it where the entry is one.
fn entries(key: &Key, form: Form, told: &mut dyn Tell) -> Vec<(Extension, String)> {
    match form {
        Form::Subkeys(value) => subkeys(key, value, told),
        Form::ValueNames | Form::ForceList | Form::Addresses => values(key, form, told),
    }
}

fn subkeys(key: &Key, value: &str, told: &mut dyn Tell) -> Vec<(Extension, String)> {
    let mut entries = Vec::new();
    for name in key.children(told) {
        let place = format!(r"{}\{}", key.place, name.text);
        // The name of one that may not be read still tells whose it is.
        let Some(child) = key.listed_child(&name, told) else { continue };
        let file = child.and_then(|child| child.text(value, COMMAND, told)).unwrap_or_default();
        entries.push((Extension { file, ..Extension::of(name.text) }, place));
    }
    entries
}

fn values(key: &Key, form: Form, told: &mut dyn Tell) -> Vec<(Extension, String)> {
    let mut entries = Vec::new();
    for name in key.value_names(told) {
        let text = key.text_of(&name, COMMAND, told).unwrap_or_default();
        let extension = match form {
            Form::ForceList => extensions::forced_entry(&text),
            Form::Addresses => Extension::of(text.as_str()),
            Form::ValueNames | Form::Subkeys(_) => Extension::of(name.text.as_str()),
        };
        entries.push((Extension { file: text, ..extension }, format!(r"{}\{}", key.place, name.text)));
    }
    entries
}
