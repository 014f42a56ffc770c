//! The files that arguments may name: a recording to write, and a list of ids.

use crate::catalog::Catalog;
use crate::files::write_named;
use crate::machine::Snapshot;
use crate::probe::record;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Writes a recording, without names of people and of this computer.
///
/// # Errors
/// What the system said when it could not be written.
pub(super) fn write_recording(path: &Path, snapshot: &Snapshot, catalog: &Catalog) -> std::io::Result<()> {
    write_named(path, record::recording_text(snapshot, catalog, record::this_computer()).as_bytes())
}

/// Reads a list of ids that whoever asks has written, one a line.
///
/// # Errors
/// In words: it cannot be read, is too long, or is not the list that was meant.
pub(super) fn read_ids(path: &Path, hash: &str) -> Result<Vec<String>, String> {
    let bytes = crate::act::live::read_list(path)?;
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != hash {
        return Err("the list is not the one that was asked for".into());
    }
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8".to_string())?;
    Ok(text.lines().map(str::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_somebody_edited_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ids.txt");
        std::fs::write(&file, "abc").unwrap();
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(read_ids(&file, hash).unwrap(), ["abc"]);
        std::fs::write(&file, "abc\nfile-1").unwrap();
        assert!(read_ids(&file, hash).is_err());
        assert!(read_ids(&folder.path().join("no"), hash).is_err());
    }
}
