//! Property lists of macOS, text or binary: applications, receipts and network settings.

use plist::stream::{Event, Reader};
use plist::{Dictionary, Value};
use std::io::Cursor;

/// Nesting beyond this is no property list of the system. The list is built and dropped by
/// recursion, so a hostile one could use up the stack.
const DEEPEST: usize = 64;
/// So are more values than this. In the binary form a few bytes can unfold to any number.
const MOST_VALUES: usize = 200_000;

/// What an application's or extension's `Info.plist` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// `CFBundleIdentifier`.
    pub id: String,
    /// `CFBundleDisplayName`, else `CFBundleName`; may be empty.
    pub name: String,
    /// `CFBundleShortVersionString`, else `CFBundleVersion`.
    pub version: Option<String>,
}

/// Reads `Info.plist`.
///
/// # Errors
/// When it is no property list, or has no identifier.
pub fn parse_bundle(bytes: &[u8]) -> Result<Bundle, String> {
    let info = parse_dictionary(bytes)?;
    let id = text_of(&info, "CFBundleIdentifier").ok_or("it has no CFBundleIdentifier")?;
    let name = text_of(&info, "CFBundleDisplayName").or_else(|| text_of(&info, "CFBundleName"));
    let version = text_of(&info, "CFBundleShortVersionString").or_else(|| text_of(&info, "CFBundleVersion"));
    Ok(Bundle { id, name: name.unwrap_or_default(), version })
}

/// What an installer receipt says: package id and version.
///
/// # Errors
/// When it is no property list, or has no identifier.
pub fn parse_receipt(bytes: &[u8]) -> Result<(String, Option<String>), String> {
    let receipt = parse_dictionary(bytes)?;
    let id = text_of(&receipt, "PackageIdentifier").ok_or("it has no PackageIdentifier")?;
    Ok((id, text_of(&receipt, "PackageVersion")))
}

/// The name of the system in `SystemVersion.plist`, as in `macOS 15.1 (24B83)`.
pub fn system_version(bytes: &[u8]) -> Option<String> {
    let version = parse_dictionary(bytes).ok()?;
    let [name, number, build] =
        ["ProductName", "ProductVersion", "ProductBuildVersion"].map(|key| text_of(&version, key));
    Some(format!("{} {} ({})", name?, number?, build?))
}

/// Every text in a property list, wherever it stands: the network settings keep the names of
/// filters in several forms, one of them an archive of objects.
///
/// # Errors
/// When it is no property list.
pub fn all_texts(bytes: &[u8]) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    gather(&value(bytes)?, &mut found);
    found.sort();
    found.dedup();
    Ok(found)
}

fn gather(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Dictionary(entries) => entries.values().for_each(|item| gather(item, found)),
        _ => {}
    }
}

pub(super) fn parse_dictionary(bytes: &[u8]) -> Result<Dictionary, String> {
    value(bytes)?.into_dictionary().ok_or_else(|| "it has no entries by name".to_string())
}

pub(super) fn text_of(dictionary: &Dictionary, key: &str) -> Option<String> {
    dictionary.get(key)?.as_string().map(str::to_string).filter(|text| !text.is_empty())
}

fn value(bytes: &[u8]) -> Result<Value, String> {
    let (mut events, mut depth) = (Vec::new(), 0_usize);
    for event in Reader::new(Cursor::new(bytes)) {
        let event = event.map_err(|error| error.to_string())?;
        match event {
            Event::StartArray(_) | Event::StartDictionary(_) => depth += 1,
            Event::EndCollection => depth = depth.saturating_sub(1),
            _ => {}
        }
        events.push(Ok(event));
        if depth > DEEPEST || events.len() > MOST_VALUES {
            return Err("it is nested too deeply, or too large".to_string());
        }
    }
    Value::from_events(events).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &[u8] = include_bytes!("../../../../tests/recordings/raw/macos/Info.plist");

    #[test]
    fn a_bundle_is_read_as_text_and_as_binary() {
        let expected =
            Bundle { id: "com.kaspersky.kav".into(), name: "Kaspersky".into(), version: Some("26.0.0.150".into()) };
        assert_eq!(parse_bundle(INFO), Ok(expected.clone()));
        let mut binary = Vec::new();
        value(INFO).unwrap().to_writer_binary(&mut binary).unwrap();
        assert_eq!(parse_bundle(&binary), Ok(expected));
        for end in 0..binary.len() {
            assert!(parse_bundle(&binary[..end]).is_err(), "cut after {end} bytes");
        }
    }

    #[test]
    fn a_receipt_is_read() {
        let receipt = parse_receipt(include_bytes!("../../../../tests/recordings/raw/macos/receipt.plist"));
        assert_eq!(receipt, Ok(("com.kaspersky.kav.core".into(), Some("21.2.3.45".into()))));
    }

    #[test]
    fn the_system_is_named() {
        let version = include_bytes!("../../../../tests/recordings/raw/macos/SystemVersion.plist");
        assert_eq!(system_version(version).as_deref(), Some("macOS 15.1 (24B83)"));
        assert_eq!(system_version(INFO), None);
    }

    #[test]
    fn texts_are_found_in_archives_of_objects() {
        let texts = all_texts(include_bytes!("../../../../tests/recordings/raw/macos/networkextension.plist")).unwrap();
        assert!(texts.contains(&"Kaspersky Filter".to_string()), "{texts:?}");
    }

    #[test]
    fn other_content_is_refused_in_words() {
        for bytes in [&b""[..], b"text", b"<plist><array/></plist>", b"<plist><dict/></plist>", b"bplist00\xFF"] {
            assert!(parse_bundle(bytes).is_err() && parse_receipt(bytes).is_err());
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested =
            |depth| format!("<plist>{}<string>x</string>{}</plist>", "<array>".repeat(depth), "</array>".repeat(depth));
        assert_eq!(all_texts(nested(DEEPEST).as_bytes()).map(|texts| texts.len()), Ok(1));
        assert!(all_texts(nested(200_000).as_bytes()).is_err());
    }

    #[test]
    fn a_list_that_unfolds_without_end_is_refused() {
        // Thirty arrays, each of which holds the next one twice.
        let mut bytes = b"bplist00".to_vec();
        let mut offsets = Vec::new();
        for object in 0..30_u8 {
            offsets.push(bytes.len() as u8);
            bytes.extend([0xA2, object + 1, object + 1]);
        }
        offsets.push(bytes.len() as u8);
        bytes.extend([0x51, b'x']);
        let table = bytes.len() as u8;
        bytes.extend(&offsets);
        bytes.extend([0, 0, 0, 0, 0, 0, 1, 1]);
        for number in [offsets.len() as u8, 0, table] {
            bytes.extend([0, 0, 0, 0, 0, 0, 0, number]);
        }
        assert_eq!(all_texts(&bytes), Err("it is nested too deeply, or too large".to_string()));
    }
}
