//! One look at a Windows that is not running, and what is said where there is none. It waits for nobody, so there is no
//! limit of time.

use super::{Clock, SystemClock};
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Texts};
use crate::machine::Snapshot;
use crate::probe::offline::{self, OfflineError};
use std::path::Path;

/// Looks at the Windows whose disk is mounted at a folder.
///
/// # Errors
/// As for [`offline::look_at_disk`].
pub fn scan_offline(root: &Path, catalog: &Catalog, clock: &dyn Clock) -> Result<Snapshot, OfflineError> {
    let started = clock.elapsed();
    let mut snapshot = offline::look_at_disk(root, catalog)?;
    snapshot.host.taken = clock.unix_seconds();
    snapshot.host.elapsed_ms = u64::try_from((clock.elapsed() - started).as_millis()).unwrap_or(u64::MAX);
    Ok(snapshot)
}

/// Looks at the Windows whose disk is mounted at a folder, now.
///
/// # Errors
/// In words for a person: why there is nothing to look at.
pub fn look_at_disk(root: &Path, texts: &Texts) -> Result<Snapshot, String> {
    scan_offline(root, Catalog::embedded(), &SystemClock::default())
        .map_err(|error| offline_problem(root, &error, texts))
}

/// Why nothing can be looked at there, in words, and what helps.
pub fn offline_problem(root: &Path, error: &OfflineError, texts: &Texts) -> String {
    let problem = words(root, error, texts);
    let arguments = [("folder", root.to_string_lossy().into()), ("problem", problem.into())];
    texts.with(MessageId::CLI_OFFLINE_FAILED, &arguments)
}

fn words(root: &Path, error: &OfflineError, texts: &Texts) -> String {
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
