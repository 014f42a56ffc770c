//! Browsers on a disk made for the test.

use super::*;
use std::fs;

const ID: &str = "ahkjpbeeocnddjkakilopmfdlnjdpcdm";

macro_rules! raw {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/recordings/raw/browsers/", $name))
    };
}

fn put(root: &Path, path: &str, content: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn look_at(root: &Path) -> Observed<BrowserItem> {
    find_browser_items(Catalog::embedded(), Os::Linux, &Places::linux(root, Some(&root.join("home"))))
}

fn one(root: &Path) -> BrowserItem {
    let looked = look_at(root);
    assert_eq!(looked.gaps, []);
    assert_eq!(looked.items.len(), 1, "{:?}", looked.items);
    looked.items.into_iter().next().unwrap()
}

#[test]
fn an_extension_of_chrome_is_found_by_the_name_in_its_language_file() {
    let root = tempfile::tempdir().unwrap();
    let extension = format!("home/.config/google-chrome/Profile 1/Extensions/{ID}");
    put(root.path(), &format!("{extension}/30.1.2.3_0/manifest.json"), raw!("manifest.json"));
    put(root.path(), &format!("{extension}/30.1.2.3_0/_locales/en/messages.json"), raw!("messages.json"));
    let other = "home/.config/google-chrome/Default/Extensions/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/1_0/manifest.json";
    put(root.path(), other, br#"{"name": "Example"}"#);
    let item = one(root.path());
    assert_eq!((item.id.as_str(), item.name.as_str()), (ID, "Kaspersky Protection"));
    assert_eq!((item.browser, item.kind, item.scope), (Browser::Chrome, BrowserItemKind::Installed, Scope::User));
    assert!(item.place.ends_with(ID));
}

#[test]
fn an_extension_without_a_readable_manifest_is_no_gap() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "home/.config/chromium/Default/Extensions/aaaa/1_0/manifest.json", b"{");
    assert_eq!(look_at(root.path()), Observed::none());
}

#[test]
fn an_addon_of_firefox_is_found() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "home/.mozilla/firefox/x.default/extensions.json", raw!("extensions.json"));
    let item = one(root.path());
    assert_eq!((item.browser, item.id.as_str()), (Browser::Firefox, "light_plugin_example@kaspersky.com"));
}

#[test]
fn a_policy_that_forces_an_addon_is_found() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "etc/firefox/policies/policies.json", raw!("firefox-policies.json"));
    let item = one(root.path());
    assert_eq!((item.kind, item.scope), (BrowserItemKind::Forced, Scope::Machine));
}

#[test]
fn a_native_host_is_found() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "etc/chromium/native-messaging-hosts/x.json", raw!("native-host.json"));
    let item = one(root.path());
    assert_eq!((item.kind, item.id.as_str()), (BrowserItemKind::NativeHost, "com.kaspersky.example.host"));
}

#[test]
fn what_only_its_file_gives_away_is_found_and_a_stranger_is_not_recorded() {
    let root = tempfile::tempdir().unwrap();
    let host = |id: &str, path: &str| format!(r#"{{"name": "{id}", "path": "{path}"}}"#).into_bytes();
    let hosts = "etc/chromium/native-messaging-hosts";
    put(root.path(), &format!("{hosts}/a.json"), &host("com.zzq.host", "/opt/kaspersky/x/host"));
    put(root.path(), &format!("{hosts}/b.json"), &host("com.other.host", "/opt/other/host"));
    let item = one(root.path());
    assert_eq!((item.id.as_str(), item.file.as_str()), ("com.zzq.host", "/opt/kaspersky/x/host"));
}

#[test]
fn an_extension_that_is_installed_from_the_vendor_s_folder_is_found() {
    let root = tempfile::tempdir().unwrap();
    let external = |crx: &str| format!(r#"{{"external_crx": "{crx}"}}"#).into_bytes();
    let folder = "usr/share/chromium/extensions";
    put(root.path(), &format!("{folder}/{}.json", "z".repeat(32)), &external("/opt/kaspersky/x/y.crx"));
    put(root.path(), &format!("{folder}/{}.json", "q".repeat(32)), &external("/opt/other/y.crx"));
    put(root.path(), &format!("{folder}/{}.json", "j".repeat(32)), b"{");
    let item = one(root.path());
    assert_eq!((item.kind, item.id), (BrowserItemKind::Forced, "z".repeat(32)));
}

#[test]
fn a_damaged_policy_is_a_gap_and_the_rest_goes_on() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "etc/firefox/policies/policies.json", b"{ not json");
    put(root.path(), "etc/chromium/native-messaging-hosts/x.json", raw!("native-host.json"));
    let looked = look_at(root.path());
    assert_eq!(looked.items.len(), 1);
    assert_eq!(looked.gaps.len(), 1);
    assert!(looked.gaps[0].place.ends_with("policies.json"));
}

#[test]
fn a_computer_without_browsers_has_none() {
    assert_eq!(look_at(tempfile::tempdir().unwrap().path()), Observed::none());
}
