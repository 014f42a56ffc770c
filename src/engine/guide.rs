//! The journey with its hands: holds the session, takes presses and news, does what follows.

use super::saved_files::{self, SavedFile};
use super::start::{NoBegin, Start, language};
use super::worker::{Computer, Wake, Worker};
use crate::act::practice::PracticeComputer;
use crate::catalog::Catalog;
use crate::i18n::Texts;
use crate::journey::{self, Button, Effect, Event, Msg, Page, Screen, Session};
use crate::probe::standing;
use crate::store::{Found, Lock, OwnData, Settings, Store, UndoCopies};
use jiff::civil::DateTime;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// The journey with its hands.
pub struct Guide {
    session: Session,
    worker: Worker,
    news: Receiver<Event>,
    wake: Wake,
    store: Store,
    settings: Settings,
    texts: Texts,
    clipboard: Option<String>,
    quits: bool,
    /// Whether the journey is about a recording that somebody sent.
    recording: bool,
    /// How many pieces of news will come by themselves: a file was saved, or seen.
    owed: usize,
    /// Whether the person is to be asked for the file with the exported passwords.
    asks: bool,
    /// Held while the program is open.
    lock: Option<Lock>,
    /// The time at which the journey's clock is held. None: it goes.
    held: Option<DateTime>,
}

impl Guide {
    /// Begins with what this account keeps.
    ///
    /// # Errors
    /// As [`Guide::begin`].
    pub fn begin_here(start: &Start) -> Result<Self, NoBegin> {
        Self::begin(start, Store::of_this_account(standing()))
    }

    /// Begins, or goes on with the saved session.
    ///
    /// # Errors
    /// [`NoBegin`]: an unknown practice machine, or the program is already open.
    pub fn begin(start: &Start, store: Store) -> Result<Self, NoBegin> {
        let (sender, news) = channel();
        let wake: Wake = Arc::new(Mutex::new(None));
        let computer = match start {
            Start::Practice(name) => {
                let none = || NoBegin::NoSuchPractice(name.clone());
                Computer::Practice(PracticeComputer::named(name).ok_or_else(none)?)
            }
            Start::Recording(snapshot) => Computer::Practice(PracticeComputer::of((**snapshot).clone())),
            Start::Live { .. } | Start::PracticeList => Computer::Live,
        };
        // Two copies would answer each other's questions.
        let lock = match start {
            Start::Live { .. } => Some(store.lock().ok_or(NoBegin::AlreadyOpen)?),
            _ => None,
        };
        let catalog = Catalog::embedded();
        let settings = store.settings();
        let texts = Texts::language(&language(&settings));
        let cancel = super::Cancel::default();
        let worker = Worker { computer, catalog, news: sender, wake: Arc::clone(&wake), cancel };
        let session = match start {
            Start::Live { .. } => Session::new(Page::Welcome, None),
            Start::PracticeList => Session::new(Page::PracticeList, Some(String::new())),
            Start::Practice(name) => Session::new(Page::Welcome, Some(name.clone())),
            Start::Recording(_) => Session::new(Page::Welcome, Some("recording".into())),
        };
        let mut guide = Self {
            session,
            worker,
            news,
            wake,
            store,
            settings,
            texts,
            clipboard: None,
            quits: false,
            recording: matches!(start, Start::Recording(_)),
            owed: 0,
            asks: false,
            lock,
            held: None,
        };
        if matches!(start, Start::Live { .. }) {
            guide.find_saved();
            guide.session.standing = standing();
            // What was cleaned can be put back from the first page on.
            guide.carry_out(vec![Effect::LoadPast]);
        }
        guide.tick();
        Ok(guide)
    }

    fn find_saved(&mut self) {
        match self.store.load() {
            Found::Nothing => {}
            Found::Session(saved) => {
                self.session = *saved;
                let effects = journey::resume(&mut self.session);
                self.carry_out(effects);
            }
            Found::SetAside(path) => self.session.notices.set_aside = Some(path.display().to_string()),
        }
    }

    /// The page that is shown now.
    pub fn screen(&self) -> Screen {
        journey::screen(&self.session, self.worker.catalog)
    }

    /// Takes a press.
    pub fn press(&mut self, button: Button) {
        self.tick();
        let effects = journey::update(&mut self.session, self.worker.catalog, Msg::Press(button));
        self.carry_out(effects);
    }

    /// Takes in the news that has arrived. True when there was some.
    pub fn take_news(&mut self) -> bool {
        let mut some = false;
        while let Ok(event) = self.news.try_recv() {
            some = true;
            self.take(event);
        }
        some
    }

    /// Waits for news and takes it in, for a console. False when nothing can come any more.
    pub fn wait_for_news(&mut self) -> bool {
        let Ok(event) = self.news.recv() else { return false };
        self.take(event);
        true
    }

    fn take(&mut self, event: Event) {
        self.tick();
        let saved = matches!(event, Event::SheetSaved(_) | Event::ReminderSaved(_) | Event::ReportSaved(_));
        if saved || matches!(event, Event::ExportSeen { .. }) {
            self.owed = self.owed.saturating_sub(1);
        }
        let effects = journey::update(&mut self.session, self.worker.catalog, Msg::Event(event));
        self.carry_out(effects);
    }

    /// Whether news will come by itself: a file for the person is being saved, or looked for.
    pub fn owes_news(&self) -> bool {
        self.owed > 0
    }

    /// Whether the person is to be asked for a file, once. Whoever asks tells [`Guide::show_export`].
    pub fn take_question(&mut self) -> bool {
        std::mem::take(&mut self.asks)
    }

    /// Takes the file that the person showed, and looks at it from outside.
    pub fn show_export(&mut self, place: String) {
        self.carry_out(vec![Effect::LookAtExport { place }]);
    }

    /// What to call when there is news.
    pub fn when_news(&mut self, wake: Box<dyn Fn() + Send + Sync>) {
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
    }

    /// The words.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The practice machine's name. None: this computer.
    pub fn practice(&self) -> Option<&str> {
        self.session.practice.as_deref()
    }

    /// What the person chose for the window.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes over and keeps what the person chose.
    pub fn change_settings(&mut self, settings: Settings) {
        if settings.language != self.settings.language {
            self.texts = Texts::language(&language(&settings));
        }
        self.settings = settings;
        self.store.save_settings(&self.settings);
    }

    /// What this program keeps for this account. None: nothing may be removed now, in practice or
    /// while an uninstaller runs.
    pub fn own_data(&self) -> Option<OwnData> {
        let may = self.practice().is_none() && self.close_allowed();
        may.then(|| self.store.own_data()).flatten()
    }

    /// Removes it, and the arrangement to come back after a restart.
    ///
    /// # Errors
    /// What the system said of what could not be removed.
    pub fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String> {
        if self.own_data().is_none() {
            return Ok(());
        }
        self.worker.act(Effect::StayAway);
        self.lock = None;
        self.store.remove_own_data(copies).map_err(|error| error.to_string())
    }

    /// Text that is to go on the clipboard, once.
    pub fn take_clipboard(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// Whether the program is to end.
    pub fn quits(&self) -> bool {
        self.quits
    }

    /// Whether the window may be closed without asking: not while an uninstaller runs or something is cleaned.
    pub fn close_allowed(&self) -> bool {
        !matches!(self.session.page, Page::Uninstalling | Page::Cleaning)
    }

    /// Holds the journey's clock at this time, so that pages which tell the day can be read again on another.
    pub fn hold_clock(&mut self, at: DateTime) {
        self.held = Some(at);
        self.tick();
    }

    /// Tells the journey the time.
    fn tick(&mut self) {
        if let Some(now) = self.held.or_else(crate::probe::local_time) {
            journey::update(&mut self.session, self.worker.catalog, Msg::Event(Event::Clock(now)));
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Save => self.save(),
                Effect::SaveSheet => {
                    self.save_file(Some(saved_files::sheet(&self.screen(), &self.texts)), Event::SheetSaved)
                }
                Effect::SaveReminder => {
                    self.save_file(saved_files::reminder(&self.session, &self.texts), Event::ReminderSaved)
                }
                Effect::SaveReport => {
                    let report = saved_files::report(&self.session, self.worker.catalog, self.recording, &self.texts);
                    self.save_file(report, Event::ReportSaved);
                }
                Effect::OpenReport => {
                    self.session.saved.report.iter().for_each(|path| self.worker.open_saved(path.clone()))
                }
                Effect::AskForExport => match &self.worker.computer {
                    Computer::Practice(computer) => self.show_export(computer.exported_file()),
                    Computer::Live => self.asks = true,
                },
                Effect::LookAtExport { .. } => {
                    self.owed += 1;
                    self.worker.act(effect);
                }
                Effect::Copy(text) => self.clipboard = Some(text),
                Effect::Practice(name) => self.change_to_practice(name),
                Effect::Quit => self.quits = true,
                Effect::LoadPast => {
                    let past = Event::PastCleanups(self.worker.past_cleanups());
                    journey::update(&mut self.session, self.worker.catalog, Msg::Event(past));
                }
                // Known at once, so that the page does not promise what cannot be kept.
                Effect::ComeBack => {
                    let works = Event::ComingBack(self.worker.hands().come_back());
                    journey::update(&mut self.session, self.worker.catalog, Msg::Event(works));
                }
                Effect::Restart if self.practice().is_some() => self.practice_restart(),
                effect => self.worker.act(effect),
            }
        }
    }

    /// Writes the session. Where that fails the journey goes on; only coming back is lost.
    fn save(&mut self) {
        // It is about somebody else's computer, and whoever opens it again names the file again.
        if self.recording {
            return;
        }
        let ended = matches!(self.session.page, Page::Done | Page::Phones | Page::Network);
        if self.session.page == Page::Welcome || ended {
            self.store.forget(self.session.practice.as_deref());
        } else if self.session.practice.as_deref() != Some("") {
            self.session.notices.unsaved = self.store.save(&self.session).err().map(|error| error.to_string());
        }
    }

    /// Saves a file for the person, if there is anything to save.
    fn save_file(&mut self, file: Option<SavedFile>, news: fn(Result<String, String>) -> Event) {
        if let Some(file) = file {
            self.owed += 1;
            self.worker.save(file, news);
        }
    }

    fn change_to_practice(&mut self, name: &str) {
        if let Some(computer) = PracticeComputer::named(name) {
            self.worker.computer = Computer::Practice(computer);
            self.session = Session::new(Page::Welcome, Some(name.into()));
        }
    }

    /// A practice computer restarts, and the program is back at once. The next look must see it, so
    /// nothing goes on beside it.
    fn practice_restart(&mut self) {
        // A practice computer never refuses.
        let _ = self.worker.hands().restart();
        let effects = journey::resume(&mut self.session);
        self.carry_out(effects);
    }
}
