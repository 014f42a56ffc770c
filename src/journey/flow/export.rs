//! The looks at the file with the exported passwords.

use crate::journey::state::{ComputerEffect, Effect, Export, Session};
use crate::machine::FileStatus;
use jiff::civil::DateTime;

/// Keeps what was seen.
pub fn note_export(session: &mut Session, place: String, seen: FileStatus, changed: Option<DateTime>) {
    session.prepare.export = Some(Export { place, seen: Some(seen), changed });
}

/// Looks whether the file is still there, if the person showed one.
pub fn look_at_export(session: &Session) -> Option<Effect> {
    session
        .prepare
        .export
        .as_ref()
        .map(|export| Effect::Computer(ComputerEffect::LookAtExport { place: export.place.clone() }))
}
