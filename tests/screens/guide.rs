//! One guide for the tests of the window: what it shows is the test's own, all else is the same for all of them.

use cleanbreak::catalog::Catalog;
use cleanbreak::engine::{Guide, OwnCode, PlaceQuestion};
use cleanbreak::i18n::Texts;
use cleanbreak::journey::{Button, Msg, Screen, Session, screen, update};
use cleanbreak::store::{OwnData, Settings, UndoCopies};

/// What a window shows, and what a press changes about it.
pub trait Shown {
    /// The page.
    fn screen(&self) -> Screen;

    /// The person pressed this.
    fn press(&mut self, button: Button);
}

/// A journey with nothing behind it: presses count, and what they ask of a computer is not done.
impl Shown for Session {
    fn screen(&self) -> Screen {
        screen(self, Catalog::embedded())
    }

    fn press(&mut self, button: Button) {
        update(self, Catalog::embedded(), Msg::Press(button));
    }
}

/// Leads through what is shown, and writes down what was pressed. It asks for no place and has nothing for the
/// clipboard.
pub struct TestGuide<S> {
    pub shown: S,
    pub pressed: Vec<Button>,
    pub settings: Settings,
    pub practice: Option<String>,
    pub close_allowed: bool,
    /// The page that is shown was changed.
    pub news: bool,
    /// What the program keeps.
    pub own: Option<OwnData>,
    /// Why it cannot be removed.
    pub problem: Option<String>,
    /// What was removed.
    pub removed: Vec<UndoCopies>,
    /// The call code beside the number of the page.
    pub code: Option<OwnCode>,
    texts: Texts,
}

impl<S> TestGuide<S> {
    /// In English, on the person's own computer, with nothing kept.
    pub fn onto(shown: S) -> Self {
        Self {
            shown,
            pressed: Vec::new(),
            settings: Settings { language: "en".to_string(), ..Settings::default() },
            practice: None,
            close_allowed: true,
            news: false,
            own: None,
            problem: None,
            removed: Vec::new(),
            code: None,
            texts: Texts::english(),
        }
    }
}

impl<S: Shown> Guide for TestGuide<S> {
    fn screen(&self) -> Screen {
        self.shown.screen()
    }

    fn press(&mut self, button: Button) {
        self.pressed.push(button.clone());
        self.shown.press(button);
    }

    fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.news)
    }

    fn when_news(&mut self, _wake: Box<dyn Fn() + Send + Sync>) {}

    fn texts(&self) -> &Texts {
        &self.texts
    }

    fn practice_title(&self) -> Option<String> {
        self.practice.clone()
    }

    fn call_code(&self, _number: &str) -> Option<OwnCode> {
        self.code.clone()
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }

    fn change_settings(&mut self, settings: Settings) {
        self.texts = Texts::language(&settings.language);
        self.settings = settings;
    }

    fn own_data(&self) -> Option<OwnData> {
        self.own.clone()
    }

    fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String> {
        self.removed.push(copies);
        match (&self.problem, copies, &mut self.own) {
            (Some(problem), _, _) => return Err(problem.clone()),
            (None, UndoCopies::Remove, Some(own)) => own.undo = None,
            _ => {}
        }
        Ok(())
    }

    fn take_clipboard(&mut self) -> Option<String> {
        None
    }

    fn take_question(&mut self) -> Option<PlaceQuestion> {
        None
    }

    fn answer_question(&mut self, _question: PlaceQuestion, _place: String) {}

    fn close_allowed(&self) -> bool {
        self.close_allowed
    }

    fn quits(&self) -> bool {
        self.pressed.contains(&Button::Quit)
    }
}
