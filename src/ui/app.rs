//! The window's own state: which of its own pages is open, whether details are shown. Everything
//! else is the guide's.

use super::file_question::{Answer, FileQuestion};
use super::guard::Guard;
use super::press::{Overlay, OwnDataPage, Press};
use super::presses::Presses;
use super::widgets::details;
use super::window::View;
use super::zoom::Zoom;
use super::{fonts, style};
use crate::engine::{Guide, OpenedResult, PlaceQuestion, Ticket, high_contrast};
use crate::i18n::{MessageId, Texts};
use crate::journey::Screen;
use crate::store::{OwnData, Settings, Theme, UndoCopies};
use eframe::egui::{self, Context, ThemePreference, Ui, ViewportCommand};
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

/// The window. The guide outlives it: when the graphics device is lost, the next window goes on
/// with the same one.
pub struct App<G> {
    guide: Rc<RefCell<G>>,
    screen: Screen,
    settings: Settings,
    zoom: Zoom,
    practice: Option<String>,
    languages: Vec<(&'static str, String)>,
    overlay: Option<Overlay>,
    own: Option<OwnData>,
    problem: Option<String>,
    typed: String,
    /// The files of the saved results that are open, and what they say.
    results: Vec<PathBuf>,
    result: Option<OpenedResult>,
    /// A file with a result is to be asked for.
    asks_result: bool,
    details: details::State,
    /// Everything about the page, while a helper reads it, and whether it was copied.
    ticket: Option<Ticket>,
    copied: bool,
    shown: Option<String>,
    closing: bool,
    presses: Presses,
    guard: Guard,
    question: Option<FileQuestion>,
}

impl<G: Guide> App<G> {
    /// A window onto the guide's page. `calm`: see [`style::apply`].
    pub fn new(guide: Rc<RefCell<G>>, ctx: &Context, calm: bool) -> Self {
        ctx.set_fonts(fonts::font_definitions());
        style::apply_style(ctx, calm);
        let woken = ctx.clone();
        guide.borrow_mut().when_news(Box::new(move || woken.request_repaint()));
        let (screen, settings, practice) = {
            let guide = guide.borrow();
            (guide.screen(), guide.settings().clone(), guide.practice_title())
        };
        let languages =
            Texts::languages().map(|tag| (tag, Texts::language(tag).get(MessageId::LANGUAGE_NAME))).collect();
        let zoom = Zoom::new(ctx, settings.zoom);
        apply_colours(ctx, &settings);
        let details = details::State::default();
        Self {
            guide,
            screen,
            settings,
            zoom,
            practice,
            languages,
            overlay: None,
            own: None,
            problem: None,
            typed: String::new(),
            results: Vec::new(),
            result: None,
            asks_result: false,
            details,
            ticket: None,
            copied: false,
            shown: None,
            closing: false,
            presses: Presses::default(),
            guard: Guard::default(),
            question: None,
        }
    }

    /// With saved results before the page.
    #[must_use]
    pub fn showing(mut self, results: &[PathBuf]) -> Self {
        if !results.is_empty() {
            self.open_results(results.to_vec());
        }
        self
    }

    /// Takes in what happened since the last pass. Also runs while the window is hidden.
    pub fn take_in_news(&mut self, ctx: &Context) {
        if self.guide.borrow_mut().take_news() {
            self.refresh();
        }
        self.zoomed(ctx);
        self.take_dropped_files(ctx);
        self.ask_before_closing(ctx);
        let (clipboard, quits) = {
            let mut guide = self.guide.borrow_mut();
            (guide.take_clipboard(), guide.quits())
        };
        if let Some(text) = clipboard {
            ctx.copy_text(text);
        }
        if quits && !self.closing {
            self.close(ctx);
        }
    }

    /// Asks for a file or a folder when the journey wants one, and hands on what was chosen.
    fn ask_for_place(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let mut guide = self.guide.borrow_mut();
        if let Some(asked) = guide.take_question().filter(|_| self.question.is_none()) {
            self.question = Some(FileQuestion::open_dialog(asked, guide.texts(), frame, ctx));
        }
        if std::mem::take(&mut self.asks_result) && self.question.is_none() {
            self.question = Some(FileQuestion::open_dialog(PlaceQuestion::SavedResult, guide.texts(), frame, ctx));
        }
        let Some(question) = &self.question else { return };
        let answer = question.answer_so_far();
        if answer == Answer::NotYet {
            return;
        }
        let asked = question.asked;
        self.question = None;
        match answer {
            Answer::Place(place) if asked == PlaceQuestion::SavedResult => {
                drop(guide);
                self.open_results(vec![place]);
            }
            Answer::Place(place) => guide.answer_question(asked, place.to_string_lossy().into_owned()),
            Answer::NotYet | Answer::None => {}
        }
        // The click that closed the dialog may have been a double one.
        self.guard.forget_presses();
    }

    /// Files that were dropped on the window are saved results. One more is compared with the one that is open.
    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let files: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_path_buf()).collect();
        if !files.is_empty() && self.overlay != Some(Overlay::Closing) {
            self.open_results(files);
        }
    }

    fn open_results(&mut self, files: Vec<PathBuf>) {
        let mut all = std::mem::take(&mut self.results);
        // A third one begins anew.
        if all.len() + files.len() > 2 {
            all.clear();
        }
        all.extend(files);
        self.overlay = Some(Overlay::Result);
        match self.guide.borrow().open_results(&all) {
            Ok(result) => {
                self.result = Some(result);
                self.results = all;
                self.problem = None;
            }
            Err(problem) => {
                self.result = None;
                self.problem = Some(problem);
            }
        }
    }

    /// The window is not closed by mistake while an uninstaller runs.
    fn ask_before_closing(&mut self, ctx: &Context) {
        let allowed = self.closing || self.guide.borrow().close_allowed();
        if allowed {
            self.overlay = self.overlay.filter(|overlay| *overlay != Overlay::Closing);
        } else if ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.overlay = Some(Overlay::Closing);
        }
    }

    /// Draws one pass, and then does what was pressed in it.
    pub fn draw(&mut self, ui: &mut Ui) {
        let pressed = {
            let guide = self.guide.borrow();
            let number = self.overlay.map_or(self.screen.page, |overlay| overlay.page().number());
            let code = guide.call_code(number);
            let code_before = guide.call_code(self.screen.page);
            let mut view = View {
                screen: &self.screen,
                overlay: self.overlay,
                details: self.details,
                texts: guide.texts(),
                practice: self.practice.as_deref(),
                settings: &self.settings,
                languages: &self.languages,
                own: self.own.as_ref(),
                goes: guide.goes_to_pages(),
                code: code.as_ref(),
                code_before: code_before.as_ref(),
                result: self.result.as_ref(),
                ticket: self.ticket.as_ref(),
                copied: self.copied,
                held_zoom: self.zoom.is_held(),
                typed: &self.typed,
                problem: self.problem.as_deref(),
                arrived: false,
            };
            let key = view.key();
            view.arrived = self.shown.as_ref() != Some(&key);
            self.shown = Some(key);
            view.show(ui, &mut self.guard)
        };
        if let Some(press) = pressed {
            self.done(ui.ctx(), press);
            ui.ctx().request_repaint();
        }
    }

    fn done(&mut self, ctx: &Context, press: Press) {
        match press {
            Press::Journey(button) => {
                // What the settings offer leads away from them.
                self.overlay = None;
                self.guide.borrow_mut().press(button);
                self.refresh();
            }
            Press::Details => self.details = details::State { open: !self.details.open, copied: false },
            Press::Copy => self.copy(ctx),
            Press::Open(overlay) => {
                // Looked up once, and not in every pass: it reads the disk.
                self.own = self.guide.borrow().own_data();
                self.problem = None;
                self.overlay = Some(overlay);
                self.copied = false;
                self.ticket = (overlay == Overlay::ForHelper).then(|| self.guide.borrow().ticket());
            }
            Press::GoTo(number) => {
                let led = self.guide.borrow_mut().go_to_page(number);
                self.went_to_page(led);
            }
            Press::OpenCaller(number) => {
                let led = self.guide.borrow_mut().open_caller(number);
                self.went_to_page(led);
            }
            Press::ChooseResult => self.asks_result = true,
            Press::CloseResult => {
                self.results.clear();
                self.result = None;
                self.problem = None;
            }
            Press::CopyTicket => {
                ctx.copy_text(self.ticket.iter().map(Ticket::text).collect());
                self.copied = true;
            }
            Press::SaveReport => {
                self.guide.borrow_mut().save_report();
                self.refresh();
            }
            Press::OpenReport => self.guide.borrow_mut().open_report(),
            Press::TypeCode(typed) => self.typed = typed,
            // There is no way back to a journey that has just been removed.
            Press::CloseOverlay if self.overlay == Some(REMOVED) => self.close(ctx),
            Press::CloseOverlay => self.overlay = None,
            Press::RemoveOwnData(copies) => self.remove_own_data(copies),
            Press::Change(settings) => self.change(ctx, settings),
            Press::CloseAnyway => self.close(ctx),
        }
    }

    /// Shows the page that was gone to, or why it is not shown.
    fn went_to_page(&mut self, led: Result<(), String>) {
        self.problem = led.err();
        self.overlay = self.overlay.filter(|_| self.problem.is_some());
        self.refresh();
    }

    /// Asks the guide for its page. A new page begins with its details hidden.
    fn refresh(&mut self) {
        let guide = self.guide.borrow();
        let screen = guide.screen();
        if (screen.page, screen.title.id) != (self.screen.page, self.screen.title.id) {
            self.details = details::State::default();
        }
        if self.overlay == Some(Overlay::ForHelper) {
            self.ticket = Some(guide.ticket());
        }
        self.practice = guide.practice_title();
        // The first page changes the language, too.
        self.settings = guide.settings().clone();
        self.screen = screen;
    }

    fn copy(&mut self, ctx: &Context) {
        ctx.copy_text(self.screen.details.join("\n"));
        self.details.copied = self.details.open;
    }

    fn change(&mut self, ctx: &Context, settings: Settings) {
        self.guide.borrow_mut().change_settings(settings.clone());
        self.zoom.wish(ctx, settings.zoom);
        apply_colours(ctx, &settings);
        self.settings = settings;
        self.refresh();
    }

    /// The person may also zoom with Ctrl and plus, minus or 0. It is remembered all the same.
    fn zoomed(&mut self, ctx: &Context) {
        if let Some(zoom) = self.zoom.follow(ctx) {
            let settings = Settings { zoom, ..self.settings.clone() };
            self.guide.borrow_mut().change_settings(settings.clone());
            self.settings = settings;
            self.refresh();
        }
    }

    fn remove_own_data(&mut self, copies: UndoCopies) {
        self.problem = self.guide.borrow_mut().remove_own_data(copies).err();
        self.own = self.guide.borrow().own_data();
        self.overlay = Some(REMOVED);
    }

    fn close(&mut self, ctx: &Context) {
        self.closing = true;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}

/// What the program keeps was removed.
const REMOVED: Overlay = Overlay::OwnData(OwnDataPage::Done);

/// Shows the colours that the person likes.
fn apply_colours(ctx: &Context, settings: &Settings) {
    let contrast = settings.theme == Theme::HighContrast || settings.theme == Theme::System && high_contrast();
    style::paint_with_contrast(ctx, contrast);
    ctx.set_theme(match settings.theme {
        Theme::System | Theme::HighContrast => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    });
}

impl<G: Guide> eframe::App for App<G> {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.take_in_news(ctx);
        self.ask_for_place(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        if self.presses.one_each(input) {
            ctx.request_repaint();
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
