//! A look at the Windows on a disk, and what is said where there is none, or more than one.

use super::terminal::Terminal;
use crate::catalog::Catalog;
use crate::engine::{self, SystemClock};
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
        let arguments = [("folder", root.to_string_lossy().into()), ("problem", problem(root, error, texts).into())];
        let _ = writeln!(console.err, "{}", texts.with(MessageId::CLI_OFFLINE_FAILED, &arguments));
    }
    if matches!(looked, Ok(_) | Err(OfflineError::NoWindows)) {
        for other in others_below(root) {
            let arguments = [("folder", other.to_string_lossy().into())];
            let _ = writeln!(console.err, "{}", texts.with(MessageId::CLI_OFFLINE_OTHER, &arguments));
        }
    }
    looked
}

fn problem(root: &Path, error: &OfflineError, texts: &Texts) -> String {
    match error {
        OfflineError::Folder(error) => error.to_string(),
        OfflineError::NoWindows => texts.get(MessageId::CLI_OFFLINE_NO_WINDOWS),
        OfflineError::NotMounted => texts.get(MessageId::CLI_OFFLINE_NOT_MOUNTED),
        OfflineError::Locked => {
            let unlock = format!("cryptsetup open --readonly --type bitlk {} windows", root.display());
            let mount = "mount -o ro /dev/mapper/windows /mnt";
            let os = if cfg!(target_os = "linux") { "linux" } else { "other" };
            let arguments = [("os", os.into()), ("unlock", unlock.into()), ("mount", mount.into())];
            texts.with(MessageId::CLI_OFFLINE_LOCKED, &arguments)
        }
    }
}
