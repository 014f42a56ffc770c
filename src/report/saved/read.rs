//! Reads a saved result, whatever a shell made of its encoding.

use crate::report::json::ScanReport;
use serde_json::Value;

/// The newest version of a result that this program reads.
const SCHEMA: u64 = 1;

/// Why a file is not read as a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// It is no text, or its JSON ends in the middle; in the words of the reader.
    Damaged(String),
    /// It is JSON of something else.
    Other,
    /// It is a recording, which is looked at with `--replay`.
    Recording,
    /// A newer program wrote it, in this version.
    Newer(u64),
}

/// Reads a result: UTF-8 with or without a mark, and UTF-16 with one, which Windows PowerShell makes of `>`.
///
/// # Errors
/// [`SavedError`].
pub fn read_result(bytes: &[u8]) -> Result<ScanReport, SavedError> {
    let text = text_of(bytes).ok_or_else(|| SavedError::Damaged("this is no text".into()))?;
    match serde_json::from_str::<ScanReport>(&text) {
        Ok(report) if u64::from(report.schema) > SCHEMA => Err(SavedError::Newer(report.schema.into())),
        Ok(report) if report.tool.name != env!("CARGO_PKG_NAME") => Err(SavedError::Other),
        Ok(report) => Ok(report),
        Err(error) => Err(why_not(&text, &error)),
    }
}

fn why_not(text: &str, error: &serde_json::Error) -> SavedError {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return SavedError::Damaged(error.to_string()) };
    match value.get("schema").and_then(Value::as_u64) {
        Some(newer) if newer > SCHEMA => SavedError::Newer(newer),
        _ if value.get("host").is_some() => SavedError::Recording,
        Some(_) if value["tool"]["name"] == env!("CARGO_PKG_NAME") => SavedError::Damaged(error.to_string()),
        _ => SavedError::Other,
    }
}

/// The text of a file by its mark. None: it is in no encoding that its mark tells.
fn text_of(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}
