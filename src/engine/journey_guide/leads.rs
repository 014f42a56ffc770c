//! The journey, as the window needs it.

use super::JourneyGuide;
use crate::engine::caller::OwnCode;
use crate::engine::disk_look;
use crate::engine::guide::{Guide, PlaceQuestion};
use crate::engine::saved_files;
use crate::engine::start::spoken_language;
use crate::engine::ticket::{Ticket, TicketFrom};
use crate::i18n::{MessageId, Texts};
use crate::journey::{
    self, Button, ComputerEffect, Effect, Msg, Page, ProgramEffect, Screen, call_place, practice_title,
};
use crate::report::CallCode;
use crate::store::{OwnData, Settings, UndoCopies};

impl Guide for JourneyGuide {
    fn screen(&self) -> Screen {
        let screen = journey::screen(&self.session, self.catalog);
        match &self.disk {
            Some(folder) => disk_look::about_disk(screen, self.session.page, folder),
            None => screen,
        }
    }

    fn press(&mut self, button: Button) {
        if self.disk.is_some() {
            if let Some(page) = disk_look::page_after(self.session.page, &button) {
                self.session.page = page;
                return;
            }
            if !disk_look::may_press(&button) || matches!(button, Button::Continue | Button::Back) {
                return;
            }
        }
        self.tick();
        self.message(Msg::Press(button));
    }

    fn take_news(&mut self) -> bool {
        let mut some = false;
        while let Ok(news) = self.news.try_recv() {
            some = true;
            self.take_in(news);
        }
        some
    }

    fn when_news(&mut self, wake: Box<dyn Fn() + Send + Sync>) {
        self.teller.wake_with(wake);
    }

    fn texts(&self) -> &Texts {
        &self.texts
    }

    fn practice_title(&self) -> Option<String> {
        if self.disk.is_some() {
            // The pages themselves say what they are about.
            return None;
        }
        self.session.practice.as_deref().map(|name| match (name, practice_title(name)) {
            ("", _) => String::new(),
            (_, Some(title)) => self.texts.get(title),
            (_, None) => self.texts.get(MessageId::WINDOW_RECORDING),
        })
    }

    fn goes_to_pages(&self) -> bool {
        // On the list none is chosen yet, and a caller's page opens one.
        self.session.practice.as_deref().is_some_and(|name| name.is_empty() || practice_title(name).is_some())
    }

    fn go_to_page(&mut self, number: &str) -> Result<(), String> {
        self.practice_page(number)
    }

    fn open_caller(&mut self, number: &str) -> Result<(), String> {
        self.caller_page(number)
    }

    fn call_code(&self, number: &str) -> Option<OwnCode> {
        let seen = self.session.seen.as_ref()?;
        let code = CallCode::of(&seen.assessment, &seen.snapshot.host, call_place(number)?);
        Some(OwnCode::in_words(&code, &self.texts))
    }

    fn ticket(&self) -> Ticket {
        let screen = self.screen();
        let from = TicketFrom {
            code: self.call_code(screen.page).map(|code| code.letters),
            screen,
            practice: self.goes_to_pages(),
            session: &self.session,
            report: saved_files::report_now(&self.session, self.catalog, self.recording),
            redactor: saved_files::session_redactor(&self.session),
            texts: &self.texts,
        };
        from.ticket()
    }

    fn save_report(&mut self) {
        self.tick();
        self.session.notices.error = None;
        self.carry_out(vec![Effect::Program(ProgramEffect::SaveReport)]);
    }

    fn open_report(&mut self) {
        if let Some(path) = self.session.saved.report.clone() {
            self.do_on_computer(ComputerEffect::OpenSaved { path });
        }
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }

    fn change_settings(&mut self, settings: Settings) {
        if settings.language != self.settings.language {
            self.texts = Texts::language(&spoken_language(&settings));
        }
        self.settings = settings;
        self.store.save_settings(&self.settings);
    }

    fn own_data(&self) -> Option<OwnData> {
        let may = self.session.practice.is_none() && self.close_allowed();
        may.then(|| self.store.own_data()).flatten()
    }

    fn remove_own_data(&mut self, copies: UndoCopies) -> Result<(), String> {
        if self.own_data().is_none() {
            return Ok(());
        }
        self.do_on_computer(ComputerEffect::StayAway);
        self.lock = None;
        self.store.remove_own_data(copies).map_err(|error| error.to_string())
    }

    fn take_clipboard(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    fn take_question(&mut self) -> Option<PlaceQuestion> {
        self.asks.take()
    }

    fn answer_question(&mut self, question: PlaceQuestion, place: String) {
        match question {
            PlaceQuestion::ExportedFile => self.do_on_computer(ComputerEffect::LookAtExport { place }),
            PlaceQuestion::SavedResult => {}
            PlaceQuestion::RemovalTool => self.do_on_computer(ComputerEffect::LookAtTool { place }),
            PlaceQuestion::SheetFolder => {
                let sheet = saved_files::sheet_file(&self.session, false, &self.texts);
                self.pending_events += 1;
                self.worker.save_sheet_in(place, sheet);
            }
        }
    }

    fn close_allowed(&self) -> bool {
        !matches!(self.session.page, Page::Uninstalling | Page::Cleaning)
    }

    fn quits(&self) -> bool {
        self.quits
    }
}
