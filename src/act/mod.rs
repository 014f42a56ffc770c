//! Changes the computer, or leaves the program: the vendor's uninstaller, the filter fix, the
//! restart, a page in the browser, a file that the person wants.
//!
//! [`Computer`] is everything the journey can ask for. [`live`] does it, [`practice`] plays it on a recorded
//! computer; the journey cannot tell them apart.

#[cfg(any(windows, test))]
mod access;
pub mod clean;
#[cfg(any(windows, test))]
mod deleted;
pub mod live;
mod look;
mod own_program;
pub mod practice;
#[cfg(any(windows, test))]
mod process_tree;
pub(crate) mod rescue;
#[cfg(any(windows, test))]
mod run_once;
mod save;
pub mod unattended;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use crate::catalog::CitationId;
use crate::cleanup::{CleanUpResult, PastRun, Selection, UndoOrder};
use crate::journey::Ended;

/// What the journey can ask for, apart from looking.
pub trait Computer: Send {
    /// Starts the vendor's uninstaller of a product and waits for it and its children.
    fn uninstall(&mut self, uninstall_key: &str) -> Ended;

    /// Cleans these findings, as far as a new look confirms them. Everything can be put back.
    fn clean(&mut self, selection: &Selection) -> CleanUpResult;

    /// Puts back what a clean-up removed.
    fn put_back(&mut self, order: &UndoOrder) -> CleanUpResult;

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
    /// program's own folder where that is refused. Returns the path.
    ///
    /// # Errors
    /// In words for a person.
    fn save(&mut self, name: &str, text: &str) -> Result<String, String>;

    /// Saves a file with this name in the folder that the person named. Returns the path.
    ///
    /// # Errors
    /// In words for a person.
    fn save_in(&mut self, folder: &str, name: &str, text: &str) -> Result<String, String>;

    /// Copies the console program into the folder that the person named: `rescue` runs in Windows' recovery system, from
    /// a USB stick. Returns its path. None: it would be of no use there.
    ///
    /// # Errors
    /// In words for a person.
    fn save_rescue_copy(&mut self, folder: &str) -> Result<Option<String>, String>;

    /// Opens a file that [`Computer::save`] saved.
    fn open_saved(&mut self, path: &str);
}
