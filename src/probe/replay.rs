//! Reads a recording back. Anything this version does not know is refused by name, because a
//! field that is skipped could be a driver that is not shown.

use crate::machine::{SCHEMA, Snapshot};
use serde::Deserialize;

/// Why a recording cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReplayError {
    /// It was made by a newer version.
    #[error("this recording has format {found}; this version reads up to format {SCHEMA}: use a newer Clean Break")]
    Newer {
        /// Its format.
        found: u32,
    },
    /// It says that it has format 0. Formats begin at 1.
    #[error("this recording has format 0, and formats begin at 1")]
    NoFormat,
    /// It is damaged, cut off, or no recording at all.
    #[error("this is not a recording that can be read: {0}")]
    Unreadable(String),
}

/// Only the version, so that a newer file is told apart from a damaged one.
#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// Reads a recording.
///
/// # Errors
/// [`ReplayError`], with the line, the column and the name of an unknown field.
pub fn parse_recording(text: &str) -> Result<Snapshot, ReplayError> {
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Ok(Version { schema: 0 }) => return Err(ReplayError::NoFormat),
        Ok(Version { schema: found }) if found > SCHEMA => return Err(ReplayError::Newer { found }),
        _ => {}
    }
    let mut snapshot: Snapshot =
        serde_json::from_str(text).map_err(|error| ReplayError::Unreadable(error.to_string()))?;
    snapshot.explain_untouched();
    Ok(snapshot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::machine::redact::Redactor;
    use crate::machine::{CheckId, Gap, GapReason, Observed, PendingChange};
    use crate::probe::record::recording_text;

    const HOST: &str = r#""host": {"os": "windows"}"#;

    #[test]
    fn a_recording_reads_back_and_names_nobody() {
        let mut snapshot = parse_recording(&format!(r#"{{"schema": 1, {HOST}}}"#)).unwrap();
        let path = r"C:\Users\Ada\AppData\x".to_string();
        snapshot.pending = Observed::all(vec![PendingChange { path, new_path: None }]);
        let text = recording_text(&snapshot, Catalog::embedded(), &Redactor::default());
        assert!(!text.contains("Ada"));
        let again = parse_recording(&text).unwrap();
        assert_eq!(again.pending.items[0].path, r"C:\Users\user\AppData\x");
        assert_eq!(again.services, snapshot.services);
    }

    #[test]
    fn a_check_that_is_not_in_the_recording_was_not_seen() {
        let snapshot =
            parse_recording(&format!(r#"{{"schema": 1, "programs": {{}}, "tasks": {{"notes": []}}, {HOST}}}"#))
                .unwrap();
        for check in CheckId::ALL {
            let expected = match check {
                CheckId::Programs | CheckId::Tasks => vec![],
                CheckId::SystemExtensions => vec![Gap::new(GapReason::NotTried, "", "")],
                _ => vec![Gap::new(GapReason::NotTried, "", "not recorded")],
            };
            assert_eq!(snapshot.gaps(*check), expected, "{}", check.name());
        }
        let again = recording_text(&snapshot, Catalog::embedded(), &Redactor::default());
        assert_eq!(parse_recording(&again).unwrap(), snapshot, "and stays so");
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        assert_eq!(
            parse_recording(&format!(r#"{{"schema": 7, "new": 1, {HOST}}}"#)),
            Err(ReplayError::Newer { found: 7 })
        );
        assert_eq!(parse_recording(&format!(r#"{{"schema": 0, {HOST}}}"#)), Err(ReplayError::NoFormat));
        let error = parse_recording(&format!(r#"{{"schema": 1, "drivres": [], {HOST}}}"#)).unwrap_err().to_string();
        assert!(error.contains("`drivres`"), "{error}");
        for text in ["", "{", "[]", r#"{"schema": 1, "host": {"os": "wind"#, "\u{feff}null"] {
            assert!(matches!(parse_recording(text), Err(ReplayError::Unreadable(_))), "{text}");
        }
    }
}
