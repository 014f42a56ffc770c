//! What holds of every Windows that is not running, whoever reads its registry: Windows itself, which has loaded its
//! hives, or our own reader.

use super::parse::windows_version;
use super::registry::{Configured, Hive, Manager, NAME, Name, Registry, ServiceList, product};
use crate::machine::{Gap, Host, LookedAs, Os, State};

/// Name, build and edition of Windows.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

/// What is known of the computer itself: not even when it was started.
pub(crate) fn host(registry: &dyn Registry) -> Host {
    let key = registry.key(Hive::Machine, VERSION).ok().flatten();
    let read = |name: &str| key.as_ref()?.text(name, NAME, &mut Vec::new());
    let build = read("CurrentBuild").or_else(|| read("CurrentBuildNumber"));
    let (product, release) = (read("ProductName"), read("DisplayVersion"));
    Host {
        os: Os::Windows,
        os_version: windows_version::windows_name(product.as_deref(), release.as_deref(), build.as_deref()),
        server: product::is_server(registry),
        elevated: false,
        looked_as: LookedAs::ThisAccount,
        taken: 0,
        booted: 0,
        boot_id: None,
        elapsed_ms: 0,
        offline: true,
    }
}

/// A variable of the system, with the value that it has where nobody changed it. `windows` is the folder of that
/// Windows, as it calls it itself.
pub(crate) fn system_variable(name: &str, windows: &str) -> Option<String> {
    let drive = windows.get(..2)?;
    Some(match name.to_ascii_lowercase().as_str() {
        "systemroot" | "windir" => windows.to_string(),
        "systemdrive" => drive.to_string(),
        "programfiles" | "programw6432" => format!(r"{drive}\Program Files"),
        "programfiles(x86)" => format!(r"{drive}\Program Files (x86)"),
        "commonprogramfiles" | "commonprogramw6432" => format!(r"{drive}\Program Files\Common Files"),
        "commonprogramfiles(x86)" => format!(r"{drive}\Program Files (x86)\Common Files"),
        "programdata" | "allusersprofile" => format!(r"{drive}\ProgramData"),
        _ => return None,
    })
}

/// Its service manager: no service runs.
pub(crate) struct NothingRuns;

impl Manager for NothingRuns {
    fn all(&self) -> (ServiceList, Option<Gap>) {
        (ServiceList::new(), None)
    }

    fn state(&self, _: &Name) -> State {
        State::Stopped
    }

    fn configured(&self, _: &Name) -> Option<Configured> {
        None
    }
}
