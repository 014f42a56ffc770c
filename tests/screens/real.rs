//! The engine behind a window, as tests need it: it writes down what was pressed, and news come when the test has them come.

use crate::walks;
use cleanbreak::engine::{Guide, JourneyGuide, OwnCode, PlaceQuestion, Ticket};
use cleanbreak::i18n::Texts;
use cleanbreak::journey::{Button, Screen};
use cleanbreak::store::{OwnData, Settings, UndoCopies};
use std::path::Path;

/// The engine itself.
pub struct Real {
    pub engine: JourneyGuide,
    pub pressed: Vec<Button>,
    news: News,
}

/// When the window hears of news.
enum News {
    /// It waits for them where the program's window would sleep.
    Awaited,
    /// Only when it is told that the page has changed: a page that waits stays as long as it is read.
    Told(bool),
}

impl Real {
    /// Begins on a practice computer, in English, and waits for news. What is saved goes into `folder`.
    pub fn patient(practice: &str, folder: &Path) -> Self {
        Self { engine: walks::begin(practice, "en", folder), pressed: Vec::new(), news: News::Awaited }
    }

    /// Stands still. The test presses in the engine, and tells the window with [`Real::changed`].
    pub fn still(engine: JourneyGuide) -> Self {
        Self { engine, pressed: Vec::new(), news: News::Told(false) }
    }

    /// Tells the window that the page has changed.
    pub fn changed(&mut self) {
        self.news = News::Told(true);
    }
}

impl Guide for Real {
    fn screen(&self) -> Screen {
        self.engine.screen()
    }

    fn press(&mut self, button: Button) {
        assert!(matches!(self.news, News::Awaited), "the window presses {button:?} by itself");
        self.pressed.push(button.clone());
        self.engine.press(button);
    }

    fn take_news(&mut self) -> bool {
        if let News::Told(changed) = &mut self.news {
            return std::mem::take(changed);
        }
        let mut some = self.engine.take_news();
        while self.engine.screen().waits() && self.engine.wait_for_news() {
            some = true;
        }
        some
    }

    fn when_news(&mut self, wake: Box<dyn Fn() + Send + Sync>) {
        if matches!(self.news, News::Awaited) {
            self.engine.when_news(wake);
        }
    }

    fn texts(&self) -> &Texts {
        self.engine.texts()
    }

    fn practice_title(&self) -> Option<String> {
        self.engine.practice_title()
    }

    fn goes_to_pages(&self) -> bool {
        self.engine.goes_to_pages()
    }

    fn go_to_page(&mut self, number: &str) -> Result<(), String> {
        self.engine.go_to_page(number)
    }

    fn open_caller(&mut self, number: &str) -> Result<(), String> {
        self.engine.open_caller(number)
    }

    fn call_code(&self, number: &str) -> Option<OwnCode> {
        self.engine.call_code(number)
    }

    fn ticket(&self) -> Ticket {
        self.engine.ticket()
    }

    fn save_report(&mut self) {
        self.engine.save_report();
    }

    fn open_report(&mut self) {
        self.engine.open_report();
    }

    fn settings(&self) -> &Settings {
        self.engine.settings()
    }

    fn change_settings(&mut self, settings: Settings) {
        self.engine.change_settings(settings);
    }

    fn own_data(&self) -> Option<OwnData> {
        self.engine.own_data()
    }

    fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String> {
        self.engine.remove_own_data(copies)
    }

    fn take_question(&mut self) -> Option<PlaceQuestion> {
        self.engine.take_question()
    }

    fn answer_question(&mut self, question: PlaceQuestion, place: String) {
        self.engine.answer_question(question, place);
    }

    fn take_clipboard(&mut self) -> Option<String> {
        self.engine.take_clipboard()
    }

    fn close_allowed(&self) -> bool {
        self.engine.close_allowed()
    }

    fn quits(&self) -> bool {
        self.engine.quits()
    }
}
