//! The files that arguments may name to be written: a recording, and the result of a scan in a folder.

use crate::catalog::Catalog;
use crate::files::write_named;
use crate::i18n::{MessageId, Texts};
use crate::machine::Snapshot;
use crate::probe::record;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes a recording, without names of people and of this computer.
///
/// # Errors
/// What the system said when it could not be written.
pub(super) fn write_recording(path: &Path, snapshot: &Snapshot, catalog: &Catalog) -> std::io::Result<()> {
    // A disk that was looked at has people of its own.
    let redactor = snapshot.hidden.redactor().unwrap_or_else(|| record::this_computer());
    write_named(path, record::recording_text(snapshot, catalog, redactor).as_bytes())
}

/// Writes the result of a scan into a folder: whole, or not at all. A file of the same name is replaced as a whole.
///
/// # Errors
/// What the system said when it could not be written.
pub(super) fn write_result(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Error> {
    // A folder that is not there is not made: a share that is not connected would be a folder of this computer.
    if !std::fs::metadata(folder)?.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    let path = folder.join(name);
    write_named(&path, text.as_bytes())?;
    Ok(path)
}

/// The name of the file with the result of a scan. Some labels are names of devices on Windows, with any ending.
pub(super) fn result_name(label: Option<&str>, time: &str) -> String {
    match label {
        Some(label) if is_device(label) => format!("scan-{label}.json"),
        Some(label) => format!("{label}.json"),
        None => format!("scan-{time}.json"),
    }
}

/// Whether Windows takes a name for a device
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
fn is_device(label: &str) -> bool {
    let stem = label.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Why nothing was written, for a person.
pub(super) fn why_not_written(error: &Error, texts: &Texts) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => texts.get(MessageId::CLI_NO_SUCH_FOLDER),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => texts.get(MessageId::CLI_MAY_NOT_WRITE),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.get(MessageId::CLI_DISK_FULL),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_names_a_device() {
        assert_eq!(result_name(Some("FRONT-DESK.2"), "t"), "FRONT-DESK.2.json");
        assert_eq!(result_name(None, "20261201T020131Z"), "scan-20261201T020131Z.json");
        for label in ["con", "NUL.office", "Com1", "lpt9.x"] {
            assert_eq!(result_name(Some(label), ""), format!("scan-{label}.json"));
        }
        for label in ["console", "COM", "COM10", "LPTA"] {
            assert_eq!(result_name(Some(label), ""), format!("{label}.json"));
        }
    }

    #[test]
    fn why_nothing_was_written_is_said_in_words() {
        let english = Texts::english();
        let folder = tempfile::tempdir().unwrap();
        let said = |folder: &Path| why_not_written(&write_result(folder, "x.json", "{}").unwrap_err(), &english);
        assert!(said(&folder.path().join("none")).contains("no such folder"));
        let file = folder.path().join("file");
        write_named(&file, b"x").unwrap();
        assert!(said(&file).contains("no such folder"));
        for (kind, words) in [(ErrorKind::StorageFull, "full"), (ErrorKind::PermissionDenied, "may not write")] {
            assert!(why_not_written(&kind.into(), &english).contains(words));
        }
        let name = write_result(folder.path(), "x.json", "{}").unwrap();
        write_result(folder.path(), "x.json", "{\"a\": 1}").unwrap();
        assert_eq!(crate::files::read_named(&name).unwrap(), b"{\"a\": 1}", "replaced as a whole");
    }
}
