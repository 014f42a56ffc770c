//! Who leads through a journey, as the window needs it.

use super::caller::OwnCode;
use super::opened::{OpenedResult, open_results};
use super::ticket::Ticket;
use crate::i18n::Texts;
use crate::journey::{Button, Screen};
use crate::probe::record;
use crate::store::{OwnData, Settings, UndoCopies};

use std::path::PathBuf;

/// A place that the person is asked for with the system's own dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceQuestion {
    /// Which file holds the exported passwords.
    ExportedFile,
    /// The file that was downloaded as the vendor's removal tool.
    RemovalTool,
    /// In which folder the sheet with help is to be saved.
    SheetFolder,
    /// The file with a saved result. The window asks by itself, and the journey knows nothing of it.
    SavedResult,
}

/// The one who leads: [`super::JourneyGuide`] in the program, a hand-made one in tests.
pub trait Guide {
    /// The page that is shown now.
    fn screen(&self) -> Screen;

    /// The person pressed this.
    fn press(&mut self, button: Button);

    /// Takes in the news that has come since the last call. True: the page may have changed.
    fn take_news(&mut self) -> bool;

    /// Calls `wake` whenever there is news to take in, from any thread. A later call replaces the
    /// earlier one: a window that was lost is followed by a new one.
    fn when_news(&mut self, wake: Box<dyn Fn() + Send + Sync>);

    /// The words of the chosen language.
    fn texts(&self) -> &Texts;

    /// What the practice machine is called, in words. None: this is the person's own computer. Empty: none
    /// has been chosen yet.
    fn practice_title(&self) -> Option<String>;

    /// Whether any page can be gone to by its number: on a practice computer.
    fn goes_to_pages(&self) -> bool {
        false
    }

    /// Begins the practice computer anew, and leads it to the page with this number.
    ///
    /// # Errors
    /// In words: there is no such page, or this computer never comes to it. Then it stands at its first page.
    fn go_to_page(&mut self, _number: &str) -> Result<(), String> {
        Ok(())
    }

    /// Opens the page that a caller sees, on this practice computer or on another one that comes to it.
    ///
    /// # Errors
    /// In words: no practice computer comes to it.
    fn open_caller(&mut self, number: &str) -> Result<(), String> {
        self.go_to_page(number)
    }

    /// The call code of the page with this number, for the person to read out. None: nobody has looked yet.
    fn call_code(&self, _number: &str) -> Option<OwnCode> {
        None
    }

    /// Opens a saved result, or two of them to compare. The journey goes on behind it.
    ///
    /// # Errors
    /// In words: a file is no result of this program.
    fn open_results(&self, files: &[PathBuf]) -> Result<OpenedResult, String> {
        open_results(files, record::this_computer(), self.texts())
    }

    /// Everything that a helper asks for about the page that is shown.
    fn ticket(&self) -> Ticket {
        Ticket::default()
    }

    /// Saves the report, from whatever page. Where it is, or why it is not saved, is told by [`Guide::ticket`] once
    /// the news of it is taken in.
    fn save_report(&mut self) {}

    /// Opens the report that was saved last.
    fn open_report(&mut self) {}

    /// How the person likes the window.
    fn settings(&self) -> &Settings;

    /// Remembers how the person likes the window; the language takes effect at once.
    fn change_settings(&mut self, settings: Settings);

    /// What the program keeps for this account. None: nothing, or it may not be removed now, in practice or
    /// while an uninstaller runs.
    fn own_data(&self) -> Option<OwnData>;

    /// Removes it, and the arrangement to come back after a restart.
    ///
    /// # Errors
    /// What the system said of what could not be removed.
    fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String>;

    /// Text that is to go on the clipboard, once.
    fn take_clipboard(&mut self) -> Option<String>;

    /// What the person is to be asked for now, once. Whoever asks calls [`Guide::answer_question`].
    fn take_question(&mut self) -> Option<PlaceQuestion>;

    /// Takes the place that the person named: the exported file is looked at from outside, the sheet is saved in the folder.
    fn answer_question(&mut self, question: PlaceQuestion, place: String);

    /// Whether the window may close without a question: not while an uninstaller runs or something is cleaned.
    fn close_allowed(&self) -> bool;

    /// Whether the journey was left with a button, so that the program ends.
    fn quits(&self) -> bool;
}
