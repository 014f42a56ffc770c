//! What the window needs from whoever leads the journey.

use crate::engine;
use crate::i18n::{MessageId, Texts};
use crate::journey::{Button, Screen, practice_title};
use crate::store::{OwnData, Settings, UndoCopies};

/// The one who leads: the engine in the program, a hand-made one in tests.
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

    /// What the practice machine is called. None: this is the person's own computer. Empty: none
    /// has been chosen yet.
    fn practice(&self) -> Option<String>;

    /// How the person likes the window.
    fn settings(&self) -> Settings;

    /// Remembers how the person likes the window; the language takes effect at once.
    fn change_settings(&mut self, settings: Settings);

    /// What the program keeps for this account. None: nothing, or it may not be removed now.
    fn own_data(&self) -> Option<OwnData> {
        None
    }

    /// Removes it.
    ///
    /// # Errors
    /// In the system's words.
    fn remove_own_data(&mut self, _copies: UndoCopies) -> Result<(), String> {
        Ok(())
    }

    /// Text for the clipboard, once.
    fn take_clipboard(&mut self) -> Option<String>;

    /// Whether the person is to be asked for a file now, once.
    fn take_question(&mut self) -> bool {
        false
    }

    /// Takes the file that the person showed.
    fn show_export(&mut self, _place: String) {}

    /// Whether the window may close without a question: false while an uninstaller runs.
    fn close_allowed(&self) -> bool;

    /// Whether the journey was left with a button, so that the window closes.
    fn quits(&self) -> bool;
}

impl Guide for engine::Guide {
    fn screen(&self) -> Screen {
        self.screen()
    }

    fn press(&mut self, button: Button) {
        self.press(button);
    }

    fn take_news(&mut self) -> bool {
        self.take_news()
    }

    fn when_news(&mut self, wake: Box<dyn Fn() + Send + Sync>) {
        self.when_news(wake);
    }

    fn texts(&self) -> &Texts {
        self.texts()
    }

    fn practice(&self) -> Option<String> {
        self.practice().map(|name| match (name, practice_title(name)) {
            ("", _) => String::new(),
            (_, Some(title)) => self.texts().get(title),
            (_, None) => self.texts().get(MessageId::WINDOW_RECORDING),
        })
    }

    fn settings(&self) -> Settings {
        self.settings().clone()
    }

    fn change_settings(&mut self, settings: Settings) {
        self.change_settings(settings);
    }

    fn own_data(&self) -> Option<OwnData> {
        self.own_data()
    }

    fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String> {
        self.remove_own_data(copies)
    }

    fn take_clipboard(&mut self) -> Option<String> {
        self.take_clipboard()
    }

    fn take_question(&mut self) -> bool {
        self.take_question()
    }

    fn show_export(&mut self, place: String) {
        self.show_export(place);
    }

    fn close_allowed(&self) -> bool {
        self.close_allowed()
    }

    fn quits(&self) -> bool {
        self.quits()
    }
}
