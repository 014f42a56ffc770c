//! A look at the Windows on a disk, and what is said where there is none, or more than one.

use super::terminal::Terminal;
use crate::catalog::Catalog;
use crate::engine::{self, SystemClock, offline_problem};
use crate::i18n::{MessageId, Texts};
use crate::machine::Snapshot;
use crate::probe::offline::{OfflineError, others_below};
use std::io::Write;
use std::path::Path;

/// Looks at a Windows that is not running. Others on the same disk are named.
///
/// # Errors
/// There is none that can be looked at. That was said.
pub(super) fn offline_snapshot(
    root: &Path,
    catalog: &Catalog,
    texts: &Texts,
    console: &mut Terminal<'_>,
) -> Result<Snapshot, OfflineError> {
    let looked = engine::scan_offline(root, catalog, &SystemClock::default());
    if let Err(error) = &looked {
        let _ = writeln!(console.err, "{}", offline_problem(root, error, texts));
    }
    if matches!(looked, Ok(_) | Err(OfflineError::NoWindows)) {
        for other in others_below(root) {
            let arguments = [("folder", other.to_string_lossy().into())];
            let _ = writeln!(console.err, "{}", texts.with(MessageId::CLI_OFFLINE_OTHER, &arguments));
        }
    }
    looked
}

#[cfg(test)]
mod tests {
    use crate::cli::{Console, Exit, run};
    use crate::probe::registry::real_windows::offline::mounted_with_keyboard;
    use serde_json::Value;
    use std::ffi::OsString;

    /// The exit code, what is printed, and what is complained about.
    fn said(line: &[&str], typed: &str) -> (Exit, String, String) {
        let (mut out, mut err, mut input) = (Vec::new(), Vec::new(), typed.as_bytes());
        let mut console = Console { input: &mut input, out: &mut out, err: &mut err, err_is_terminal: false };
        let exit = run(line.iter().map(OsString::from).collect(), &mut console);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (exit, text(out), text(err))
    }

    #[test]
    fn a_disk_is_told_of_as_json_as_text_as_a_report_and_page_by_page() {
        let root = mounted_with_keyboard(&["klkbdflt.K4W-21-21", "kbdclass"]);
        let at = root.path().to_str().unwrap();
        let file = root.path().join("recording.json");
        let (exit, out, _) = said(&["scan", "--offline", at, "--json", "--record", file.to_str().unwrap()], "");
        let scan: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((exit, &scan["machine"]["offline"]), (Exit::Leftovers, &Value::from(true)));
        assert_eq!(scan["leftovers"][0]["fix_first"], Value::from(true));
        let (exit, out, _) = said(&["scan", "--replay", file.to_str().unwrap(), "--json"], "");
        let again: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((exit, &again["leftovers"]), (Exit::Leftovers, &scan["leftovers"]));
        let (exit, out, _) = said(&["report", "--offline", at, "--format", "json"], "");
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((exit, &report["leftovers"]), (Exit::Leftovers, &scan["leftovers"]));
        for format in ["text", "html"] {
            let (exit, out, _) = said(&["report", "--offline", at, "--format", format], "");
            assert!(out.contains("Windows on a disk") && out.contains("klkbdflt"), "{out}");
            assert_eq!((exit, out.contains("Cleaned before")), (Exit::Leftovers, false));
        }
        let (exit, out, err) = said(&["guide", "--offline", at], "q\n");
        assert_eq!((exit, err.as_str()), (Exit::Clean, ""));
        assert!(out.contains("This is about a disk") && out.contains(at) && !out.contains("Practice"), "{out}");
    }

    #[test]
    fn where_no_windows_is_each_of_them_says_so() {
        let root = tempfile::tempdir().unwrap();
        for command in ["scan", "report", "guide"] {
            let (exit, out, err) = said(&[command, "--offline", root.path().to_str().unwrap()], "");
            assert_eq!((exit, out.as_str()), (Exit::Data, ""), "{command}");
            assert!(err.contains("no Windows"), "{command}: {err}");
        }
    }
}
