//! What lies in the folder of a run.

use super::error::WindowsError;
use std::path::{Path, PathBuf};

/// The path of a name in the run's folder.
///
/// # Errors
/// It is no name that we gave.
pub(super) fn inside_folder(folder: &Path, name: &str) -> Result<PathBuf, WindowsError> {
    let ours = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if ours {
        Ok(folder.join(name))
    } else {
        Err(WindowsError::Other("the journal names a copy that is not ours".into()))
    }
}
