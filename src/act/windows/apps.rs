//! Opens pages of Windows itself.

use super::folders;
use super::shell::{self, Rights};

/// Windows' list of installed apps; on a system without *Settings* the older list.
pub(crate) fn open_installed_apps() {
    open(&[("ms-settings:appsfeatures", ""), (&folders::system("control.exe"), "appwiz.cpl")]);
}

/// Windows Security; on a system without it the page of *Settings* that leads there.
pub(crate) fn open_windows_security() {
    open(&[("windowsdefender:", ""), ("ms-settings:windowsdefender", "")]);
}

/// The first that Windows can open. If none, the page's words say where to find it.
fn open(targets: &[(&str, &str)]) {
    let _ = targets.iter().find(|(target, arguments)| shell::start(target, arguments, Rights::Usual).is_ok());
}
