//! The names that paths of services and programs are written with.

use crate::probe::parse::image_path::Names;
use crate::win32::system_folders::windows_folder;

/// The names that paths of services and programs are written with.
pub(super) fn path_names() -> Names<'static> {
    Names { windows: windows_folder(), variable: &variable }
}

/// A variable of the system. Those that name the folder of Windows are not taken from the
/// environment, which the account can change.
#[expect(clippy::disallowed_methods, reason = "the one place where paths of Windows get their variables")]
fn variable(name: &str) -> Option<String> {
    match name.to_ascii_lowercase().as_str() {
        "systemroot" | "windir" => Some(windows_folder().to_string()),
        "systemdrive" => windows_folder().get(..2).map(str::to_string),
        "" => None,
        _ if name.contains(['=', '\0']) => None,
        _ => std::env::var(name).ok(),
    }
}
