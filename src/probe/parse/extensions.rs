//! Files in which browsers keep their extensions, policies and native messaging hosts. All JSON.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// An extension and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its id, or the address it is to be fetched from when a policy gives no id.
    pub id: String,
    /// Its name; may be empty.
    pub name: String,
    /// The file or address that it leads to; may be empty.
    pub file: String,
}

impl Extension {
    /// One of which nothing but the id is known.
    pub fn of(id: impl Into<String>) -> Self {
        Self { id: id.into(), name: String::new(), file: String::new() }
    }
}

/// The manifest of a Chromium extension, as far as its name goes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// Its name, or `__MSG_key__` for one that stands in the folder `_locales`.
    #[serde(default)]
    pub name: String,
    /// The folder below `_locales` that always has every text.
    #[serde(default)]
    pub default_locale: Option<String>,
}

impl Manifest {
    /// The key under which the name stands in `_locales`, and the locale to look in.
    pub fn message_key(&self) -> Option<(&str, &str)> {
        let key = self.name.strip_prefix("__MSG_")?.strip_suffix("__")?;
        // The locale becomes part of a path, so it must be a plain name.
        let locale = self.default_locale.as_deref()?;
        let plain = !locale.is_empty() && locale.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        plain.then_some((key, locale))
    }
}

/// Reads `manifest.json`.
///
/// # Errors
/// What the JSON reader says.
pub fn parse_manifest(bytes: &[u8]) -> Result<Manifest, String> {
    json(bytes)
}

/// One text of `_locales/…/messages.json`. Keys are blind to case.
pub fn localized_message(bytes: &[u8], key: &str) -> Option<String> {
    let all: BTreeMap<String, Value> = json(bytes).ok()?;
    let (_, entry) = all.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(key))?;
    entry.get("message")?.as_str().map(str::to_string)
}

/// The add-ons in a Firefox profile's `extensions.json`.
///
/// # Errors
/// What the JSON reader says.
pub fn firefox_addons(bytes: &[u8]) -> Result<Vec<Extension>, String> {
    let file: Value = json(bytes)?;
    let addons = file.get("addons").and_then(Value::as_array).ok_or("it has no list «addons»")?;
    let read = |addon: &Value| {
        let id = addon.get("id")?.as_str()?.to_string();
        let name = addon.get("defaultLocale").and_then(|locale| locale.get("name")).and_then(Value::as_str);
        Some(Extension { name: name.unwrap_or_default().to_string(), ..Extension::of(id) })
    };
    Ok(addons.iter().filter_map(read).collect())
}

/// Extensions that a Chromium policy file makes the browser install (`ExtensionInstallForcelist`,
/// and `ExtensionSettings` with an installation mode that forces).
///
/// # Errors
/// What the JSON reader says.
pub fn chromium_policy(bytes: &[u8]) -> Result<Vec<Extension>, String> {
    let policy: Value = json(bytes)?;
    let list = policy.get("ExtensionInstallForcelist").and_then(Value::as_array);
    let mut forced: Vec<Extension> = list.into_iter().flatten().filter_map(Value::as_str).map(forced_entry).collect();
    forced.extend(forced_settings(policy.get("ExtensionSettings")));
    Ok(forced)
}

/// An entry `id;address` of `ExtensionInstallForcelist`; the registry holds the same on Windows.
pub fn forced_entry(text: &str) -> Extension {
    let id = text.split_once(';').map_or(text, |(id, _)| id).trim();
    Extension::of(id)
}

/// Add-ons that Firefox's `policies.json` makes it install.
///
/// # Errors
/// What the JSON reader says.
pub fn firefox_policy(bytes: &[u8]) -> Result<Vec<Extension>, String> {
    let file: Value = json(bytes)?;
    let policies = file.get("policies").unwrap_or(&file);
    let install = policies.get("Extensions").and_then(|lists| lists.get("Install")).and_then(Value::as_array);
    let mut forced: Vec<Extension> =
        install.into_iter().flatten().filter_map(Value::as_str).map(Extension::of).collect();
    forced.extend(forced_settings(policies.get("ExtensionSettings")));
    Ok(forced)
}

/// The name in a native messaging host's manifest, and its program.
///
/// # Errors
/// What the JSON reader says.
pub fn native_host(bytes: &[u8]) -> Result<Extension, String> {
    #[derive(Deserialize)]
    struct Host {
        name: String,
        #[serde(default)]
        path: Value,
    }
    json::<Host>(bytes).map(|host| Extension { file: text(&host.path), ..Extension::of(host.name) })
}

/// The file with the extension (`external_crx`) that a file `ID.json` tells Chromium to install. Empty: it is to be
/// fetched, or there is none.
pub fn external_file(bytes: &[u8]) -> String {
    json::<Value>(bytes).ok().and_then(|file| file.get("external_crx").map(text)).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

/// Both families write forced extensions into `ExtensionSettings` in the same way.
fn forced_settings(settings: Option<&Value>) -> Vec<Extension> {
    let entries = settings.and_then(Value::as_object).into_iter().flatten();
    let forced = entries.filter(|(_, entry)| {
        let mode = entry.get("installation_mode").and_then(Value::as_str);
        matches!(mode, Some("force_installed" | "normal_installed"))
    });
    forced.map(|(id, _)| Extension::of(id)).collect()
}

/// Reads JSON that may begin with a byte order mark, as some manifests do.
fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! raw {
        ($name:literal) => {
            include_bytes!(concat!("../../../tests/recordings/raw/browsers/", $name))
        };
    }

    fn ids(extensions: Result<Vec<Extension>, String>) -> Vec<String> {
        extensions.unwrap().into_iter().map(|extension| extension.id).collect()
    }

    #[test]
    fn a_manifest_names_its_message() {
        let manifest = parse_manifest(raw!("manifest.json")).unwrap();
        assert_eq!(manifest.message_key(), Some(("appName", "en")));
        assert_eq!(localized_message(raw!("messages.json"), "APPNAME").as_deref(), Some("Kaspersky Protection"));
        assert_eq!(localized_message(raw!("messages.json"), "other"), None);
    }

    #[test]
    fn a_locale_that_would_lead_elsewhere_is_refused() {
        for locale in ["../..", "", "a/b", "C:"] {
            let manifest = Manifest { name: "__MSG_x__".into(), default_locale: Some(locale.into()) };
            assert_eq!(manifest.message_key(), None, "{locale}");
        }
    }

    #[test]
    fn addons_of_firefox_are_read() {
        let addons = firefox_addons(raw!("extensions.json")).unwrap();
        let first =
            Extension { name: "Kaspersky Protection".into(), ..Extension::of("light_plugin_example@kaspersky.com") };
        assert_eq!(addons[0], first);
        assert_eq!(addons.len(), 2);
    }

    #[test]
    fn forced_extensions_are_read_from_both_kinds_of_policy() {
        assert_eq!(
            ids(chromium_policy(raw!("chromium-policy.json"))),
            ["ahkjpbeeocnddjkakilopmfdlnjdpcdm", "dhoenijjpgpeimemopealfcbiecgceod"]
        );
        assert_eq!(
            ids(firefox_policy(raw!("firefox-policies.json"))),
            ["https://example.com/addon.xpi", "light_plugin_example@kaspersky.com"]
        );
    }

    #[test]
    fn a_native_host_is_read() {
        let host =
            Extension { file: "/opt/kaspersky/example/host".into(), ..Extension::of("com.kaspersky.example.host") };
        assert_eq!(native_host(raw!("native-host.json")), Ok(host));
        assert_eq!(native_host(br#"{"name": "x", "path": 1}"#), Ok(Extension::of("x")));
    }

    #[test]
    fn the_file_of_an_extension_that_is_installed_from_disk_is_read() {
        assert_eq!(external_file(br#"{"external_crx": "/opt/x/y.crx", "external_version": "1"}"#), "/opt/x/y.crx");
        for none in [&b"{"[..], b"[]", b"{}", br#"{"external_crx": 1}"#, br#"{"external_update_url": "x"}"#] {
            assert_eq!(external_file(none), "");
        }
    }

    #[test]
    fn other_content_is_refused_in_words() {
        for bytes in [&b""[..], b"{", b"[1]", b"\xFF\xFE{}", b"null"] {
            assert!(firefox_addons(bytes).is_err());
            assert!(native_host(bytes).is_err());
        }
        assert_eq!(ids(chromium_policy(br#"{"ExtensionInstallForcelist": "x", "ExtensionSettings": [1]}"#)), [""; 0]);
    }

    #[test]
    fn a_byte_order_mark_is_no_damage() {
        assert_eq!(parse_manifest(b"\xEF\xBB\xBF{\"name\":\"x\"}").unwrap().name, "x");
    }
}
