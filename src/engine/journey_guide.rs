//! Leads through a journey: holds the session, takes presses and news, and has done what follows.

use super::computer::JourneyComputer;
use super::guide::{Guide, PlaceQuestion};
use super::news::{News, Teller};
use super::practice_page::lead_to;
use super::saved_files::{self, SavedFile};
use super::start::{Start, StartError, first_session, first_settings, spoken_language};
use super::worker::{Reply, Worker};
use crate::act::live::LiveComputer;
use crate::act::practice::PracticeComputer;
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Texts};
use crate::journey::{self, ComputerEffect, Effect, Event, Msg, Page, ProgramEffect, Session};
use crate::machine::Snapshot;
use crate::probe::standing;
use crate::store::{Found, Lock, Settings, Store};
use jiff::civil::DateTime;
use std::sync::mpsc::Receiver;

mod leads;
mod practice;

use practice::practice_today;

/// Leads through a journey on this computer, or on a recorded one.
pub struct JourneyGuide {
    session: Session,
    catalog: &'static Catalog,
    worker: Worker,
    news: Receiver<News>,
    teller: Teller,
    store: Store,
    settings: Settings,
    texts: Texts,
    clipboard: Option<String>,
    quits: bool,
    /// Whether the journey is about a recording that somebody sent.
    recording: bool,
    /// Where the disk is mounted that it is about. Then there is only a look, and the report of it.
    disk: Option<String>,
    /// How many pieces of news will come by themselves, though no page waits for them.
    pending_events: usize,
    /// What the person is to be asked for.
    asks: Option<PlaceQuestion>,
    /// Held while the program is open.
    lock: Option<Lock>,
    /// Whether an uninstaller on a practice computer takes its time.
    takes_time: bool,
    /// The time at which the journey's clock is held. None: it goes.
    held: Option<DateTime>,
}

impl JourneyGuide {
    /// Begins with what this account keeps.
    ///
    /// # Errors
    /// As [`JourneyGuide::begin`].
    pub fn begin_here(start: &Start) -> Result<Self, StartError> {
        Self::begin(start, Store::of_this_account(standing()))
    }

    /// Begins, or goes on with the saved session.
    ///
    /// # Errors
    /// [`StartError`]: an unknown practice machine, or the program is already open.
    pub fn begin(start: &Start, store: Store) -> Result<Self, StartError> {
        let computer: Box<dyn JourneyComputer> = match start {
            Start::Practice(name) | Start::PracticePage { name, .. } => {
                let none = || StartError::NoSuchPractice(name.clone());
                Box::new(practice_today(name).ok_or_else(none)?)
            }
            Start::Recording(snapshot) => Box::new(PracticeComputer::of((**snapshot).clone())),
            // Of a disk, only the report is saved and opened here.
            Start::Live { .. } | Start::PracticeList | Start::Disk { .. } => Box::new(LiveComputer::here()),
        };
        // Two copies would answer each other's questions.
        let lock = match start {
            Start::Live { .. } => Some(store.lock().ok_or(StartError::AlreadyOpen)?),
            _ => None,
        };
        let (teller, news) = Teller::with_receiver();
        let catalog = Catalog::embedded();
        let settings = store.settings().unwrap_or_else(first_settings);
        let mut guide = Self {
            session: first_session(start),
            catalog,
            worker: Worker::new(computer, catalog, teller.clone()),
            news,
            teller,
            store,
            texts: Texts::language(&spoken_language(&settings)),
            settings,
            clipboard: None,
            quits: false,
            recording: matches!(start, Start::Recording(_) | Start::Disk { .. }),
            disk: None,
            pending_events: 0,
            asks: None,
            lock,
            takes_time: false,
            held: None,
        };
        if matches!(start, Start::Live { .. }) {
            guide.find_saved();
            guide.session.standing = standing();
            // What was cleaned can be put back from the first page on.
            guide.carry_out(vec![Effect::Computer(ComputerEffect::LoadPast)]);
        }
        guide.tick();
        if let Start::Disk { folder, snapshot } = start {
            guide.show_disk(folder, snapshot);
        }
        if let Start::PracticePage { name, page } = start {
            lead_to(&mut guide, name, page).map_err(StartError::Page)?;
        }
        Ok(guide)
    }

    /// Shows what a look at a disk saw. Whatever a journey would do then is not done.
    fn show_disk(&mut self, folder: &str, snapshot: &Snapshot) {
        let seen = Msg::Event(Event::Looked(Box::new(snapshot.clone())));
        drop(journey::update(&mut self.session, self.catalog, seen));
        self.session.page = Page::Found;
        self.disk = Some(folder.into());
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

    /// Waits for news and takes it in, for a console. False when nothing can come any more.
    pub fn wait_for_news(&mut self) -> bool {
        let Ok(news) = self.news.recv() else { return false };
        self.take_in(news);
        true
    }

    /// Whether news will come by itself, though no page waits for it: a file for the person is being saved or looked
    /// for, or what was cleaned in the past is being read.
    pub fn has_pending_events(&self) -> bool {
        self.pending_events > 0
    }

    /// From here on an uninstaller on a practice computer takes its time, as it does on a real one. For people; a script
    /// that answers waits for nothing.
    pub fn take_time(&mut self) {
        self.takes_time = true;
        self.worker.computer.take_time();
    }

    /// Holds the journey's clock at this time, so that pages which tell the day can be read again on another.
    pub fn hold_clock(&mut self, at: DateTime) {
        self.held = Some(at);
        self.tick();
    }

    fn take_in(&mut self, news: News) {
        if news.pending {
            self.pending_events = self.pending_events.saturating_sub(1);
        }
        self.tick();
        for event in news.events {
            self.message(Msg::Event(event));
        }
    }

    /// Hands a message to the journey, and does what follows.
    fn message(&mut self, message: Msg) {
        let effects = journey::update(&mut self.session, self.catalog, message);
        self.carry_out(effects);
    }

    /// Tells the journey the time.
    fn tick(&mut self) {
        if let Some(now) = self.held.or_else(crate::probe::local_time) {
            self.message(Msg::Event(Event::Clock(now)));
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Program(effect) => self.do_here(effect),
                Effect::Computer(effect) => self.do_on_computer(effect),
            }
        }
    }

    fn do_here(&mut self, effect: ProgramEffect) {
        match effect {
            ProgramEffect::Save => self.save(),
            ProgramEffect::SaveSheet => {
                self.save_file(Some(saved_files::sheet_file(&self.session, false, &self.texts)), Event::SheetSaved);
            }
            ProgramEffect::AskForSheetFolder => {
                self.ask_for(PlaceQuestion::SheetFolder, self.worker.computer.sheet_folder());
            }
            ProgramEffect::PrintSheet => {
                self.save_file(Some(saved_files::sheet_file(&self.session, true, &self.texts)), Event::SheetToPrint);
            }
            ProgramEffect::SaveReminder => {
                self.save_file(saved_files::reminder_file(&self.session, &self.texts), Event::ReminderSaved);
            }
            ProgramEffect::SaveReport => {
                let report = saved_files::report_file(&self.session, self.catalog, self.recording, &self.texts);
                self.save_file(report, Event::ReportSaved);
            }
            ProgramEffect::AskForExport => {
                self.ask_for(PlaceQuestion::ExportedFile, self.worker.computer.exported_file());
            }
            ProgramEffect::AskForTool => {
                self.ask_for(PlaceQuestion::RemovalTool, self.worker.computer.tool_file());
            }
            ProgramEffect::OtherLanguage => {
                let language = self.texts.get(MessageId::WELCOME_LANGUAGE_TAG);
                self.change_settings(Settings { language, ..self.settings.clone() });
            }
            ProgramEffect::Copy(text) => self.clipboard = Some(text),
            ProgramEffect::Practice(name) => self.change_to_practice(name),
            ProgramEffect::Quit => self.quits = true,
        }
    }

    fn do_on_computer(&mut self, effect: ComputerEffect) {
        match self.worker.carry_out(effect) {
            Reply::AtOnce(event) => self.message(Msg::Event(event)),
            Reply::Pending => self.pending_events += 1,
            Reply::Nothing => {}
        }
    }

    /// Writes the session. Where that fails the journey goes on; only coming back is lost.
    fn save(&mut self) {
        // It is about somebody else's computer, and whoever opens it again names the file again.
        if self.recording {
            return;
        }
        if self.session.page == Page::Welcome || journey::is_over(&self.session, self.catalog) {
            self.store.forget(self.session.practice.as_deref());
        } else if self.session.practice.as_deref() != Some("") {
            self.session.notices.unsaved = self.store.save(&self.session).err().map(|error| error.to_string());
        }
    }

    /// Asks the person for a place, unless the computer's story knows it.
    fn ask_for(&mut self, question: PlaceQuestion, known: Option<String>) {
        match known {
            Some(place) => self.answer_question(question, place),
            None => self.asks = Some(question),
        }
    }

    /// Saves a file for the person, if there is anything to save.
    fn save_file(&mut self, file: Option<SavedFile>, told: fn(Result<String, String>) -> Event) {
        if let Some(file) = file {
            self.pending_events += 1;
            self.worker.save_file(file, told);
        }
    }
}
