//! The hands on this computer. What differs between systems stands in `windows` and `unix`.

use super::{Hands, address};
use crate::journey::{Ended, Link};

#[cfg(not(windows))]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows/mod.rs"]
mod system;

pub use system::{remove_shared_data, run_fix, run_undo};

/// The hands on this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct LiveHands;

impl Hands for LiveHands {
    fn uninstall(&mut self, handle: &str) -> Ended {
        system::uninstall(handle)
    }

    fn fix_filters(&mut self, ids: &[String]) -> Result<Vec<String>, String> {
        system::fix_filters(ids)
    }

    fn undo_fix(&mut self) -> Result<(), String> {
        system::undo_fix()
    }

    fn restart(&mut self) -> Result<(), String> {
        system::restart()
    }

    fn come_back(&mut self) {
        system::come_back();
    }

    fn stay_away(&mut self) {
        system::stay_away();
    }

    fn open(&mut self, link: Link) {
        // Where no browser can be opened, the address stands in the catalogue and the report.
        let _ = open::that_detached(address(link));
    }

    fn open_installed_apps(&mut self) {
        system::open_installed_apps();
    }

    fn open_windows_security(&mut self) {
        system::open_windows_security();
    }

    #[expect(clippy::disallowed_methods, reason = "the person asked for this file")]
    fn save_sheet(&mut self, text: &str) -> Result<String, String> {
        let folders = directories::UserDirs::new().ok_or("this system names no folder for documents")?;
        let folder = folders.document_dir().unwrap_or_else(|| folders.home_dir());
        let path = folder.join("Clean Break - keep at hand.txt");
        std::fs::write(&path, text).map_err(|error| error.to_string())?;
        Ok(path.display().to_string())
    }
}
