//! Changes the computer, or leaves the program: the vendor's uninstaller, the filter fix, the
//! restart, a page in the browser, a file that the person wants.
//!
//! [`Hands`] is everything the journey can ask for. [`live`] does it, [`practice`] plays it on a recorded
//! computer; the journey can not tell them apart.

#[cfg(any(windows, test))]
mod access;
pub mod clean;
#[cfg(any(windows, test))]
mod deleted;
#[cfg(any(windows, test))]
mod family;
mod fix;
pub mod live;
mod look;
mod own_program;
pub mod practice;
mod practice_cleaning;
#[cfg(any(windows, test))]
mod run_once;
mod save;

pub use fix::{FixAnswer, NotFixed};

use crate::catalog::CitationId;
use crate::cleanup::{Answer, PastRun};
use crate::journey::Ended;

/// What the journey can ask for, apart from looking.
pub trait Hands: Send {
    /// Starts the vendor's uninstaller of a product and waits for it and its children.
    fn uninstall(&mut self, handle: &str) -> Ended;

    /// Takes these entries out of their filter lists, each list byte for byte as it was but for our
    /// entry, with a copy on disk first. Gives the names of the entries.
    ///
    /// # Errors
    /// In words for a person; then nothing was changed that is not on disk.
    fn fix_filters(&mut self, ids: &[String]) -> Result<Vec<String>, String>;

    /// Puts back what the last fix took out.
    ///
    /// # Errors
    /// In words for a person.
    fn undo_fix(&mut self) -> Result<(), String>;

    /// Cleans these findings, as far as a new look confirms them, and switches off those of them that are
    /// loaded and named in `retire`. Everything can be put back.
    fn clean(&mut self, ids: &[String], retire: &[String]) -> Answer;

    /// Puts back what a clean-up removed: these findings, or all of it when none is named.
    fn put_back(&mut self, run: &str, ids: &[String]) -> Answer;

    /// The clean-ups of the past, the newest first.
    fn past_cleanups(&mut self) -> Vec<PastRun>;

    /// Restarts the computer.
    ///
    /// # Errors
    /// In words for a person; the restart can then be started by hand.
    fn restart(&mut self) -> Result<(), String>;

    /// Arranges that the program opens by itself after the restart. False: that could not be arranged,
    /// or it would not last. It is no error: the page says how to open it.
    fn come_back(&mut self) -> bool;

    /// Takes that arrangement back.
    fn stay_away(&mut self);

    /// Opens a page of the catalogue in the person's own browser.
    fn open(&mut self, page: CitationId);

    /// Opens the system's list of installed programs.
    fn open_installed_apps(&mut self);

    /// Opens Windows Security.
    fn open_windows_security(&mut self);

    /// Saves a file with this name where the person can find it: with the documents, or in this
    /// program's own folder where that is refused. Gives the path.
    ///
    /// # Errors
    /// In words for a person.
    fn save(&mut self, name: &str, text: &str) -> Result<String, String>;

    /// Opens a file that [`Hands::save`] saved.
    fn open_saved(&mut self, path: &str);
}
