//! The file that arguments may name to be written: a recording.

use crate::catalog::Catalog;
use crate::files::write_named;
use crate::machine::Snapshot;
use crate::probe::record;
use std::path::Path;

/// Writes a recording, without names of people and of this computer.
///
/// # Errors
/// What the system said when it could not be written.
pub(super) fn write_recording(path: &Path, snapshot: &Snapshot, catalog: &Catalog) -> std::io::Result<()> {
    // A disk that was looked at has people of its own.
    let redactor = snapshot.hidden.redactor().unwrap_or_else(|| record::this_computer());
    write_named(path, record::recording_text(snapshot, catalog, redactor).as_bytes())
}
