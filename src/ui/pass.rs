//! What a page is drawn with: colours, words, and the one thing that was pressed in this pass.
//!
//! Drawing never changes anything. egui may draw twice before it shows a picture, so what was
//! pressed is written down here and done once, after the pass.

use super::guard::{Again, Guard};
use super::press::Press;
use super::theme::{MEASURE, Theme, Type};
use crate::i18n::{MessageId, Say, Texts};
use eframe::egui::{
    Color32, Galley, Id, Label, Response, RichText, Ui,
    text::{LayoutJob, TextFormat},
};
use std::sync::Arc;

/// What a page is drawn with.
pub struct Pass<'a> {
    /// The colours.
    pub theme: &'static Theme,
    /// The words.
    pub texts: &'a Texts,
    /// What was pressed in this pass. The first press counts.
    pub pressed: Option<Press>,
    /// Which presses count.
    pub guard: &'a mut Guard,
    /// The main button gets the keyboard as soon as it is drawn, or what it waits for.
    pub to_main: bool,
    /// The first control of the page that still waits for an answer.
    pub missing: Option<Id>,
    /// The title of the page.
    pub title: String,
    /// Where the page stands on the way, for who cannot see the steps: "Page 120. Step 1 of 8: Check".
    pub place: String,
    /// The page is shown for the first time.
    pub arrived: bool,
    /// Which level the titles of cards have among the headings.
    pub card_level: usize,
    /// What stands on more than one button of the page.
    pub repeated: Vec<String>,
    /// The page that is drawn; part of every control's id, so that a new page starts afresh.
    page: &'a str,
    /// How many controls have been drawn.
    controls: usize,
}

impl<'a> Pass<'a> {
    /// What is needed for one pass over a page.
    pub fn new(theme: &'static Theme, texts: &'a Texts, page: &'a str, guard: &'a mut Guard) -> Self {
        Self {
            theme,
            texts,
            pressed: None,
            guard,
            to_main: false,
            missing: None,
            title: String::new(),
            place: String::new(),
            arrived: false,
            card_level: 2,
            repeated: Vec::new(),
            page,
            controls: 0,
        }
    }

    /// Writes down a press.
    pub fn note_press(&mut self, press: Press) {
        self.pressed.get_or_insert(press);
    }

    /// Writes down a press of a control that was just drawn, if there was one and it counts. `label`:
    /// what the person reads on it.
    pub fn press_of(&mut self, response: &Response, label: &str, press: Press, again: Again) {
        if self.guard.counts_press(response, label, &press, again) {
            self.note_press(press);
        }
    }

    /// What a screen reader calls a button whose words stand on others, too: with the title of its card. None: its words
    /// are enough.
    pub fn name_of(&self, label: &str, title: &str) -> Option<String> {
        let needed = !title.is_empty() && self.repeated.iter().any(|other| other == label);
        needed.then(|| self.say(&Say::new(MessageId::WINDOW_BUTTON_OF).text("label", label).text("title", title)))
    }

    /// Notes that the page is shown for the first time, and where it stands on the way.
    pub fn arrive(&mut self, ui: &Ui, arrived: bool, place: String) {
        (self.arrived, self.place) = (arrived, place);
        if arrived {
            ui.data_mut(|data| data.remove::<Vec<String>>(self.texts_id()));
        }
    }

    fn texts_id(&self) -> Id {
        Id::unique(("came with the page", self.page))
    }

    /// Whether a text was on the page when it was shown first.
    pub fn came_with_the_page(&self, ui: &Ui, text: &str) -> bool {
        let id = self.texts_id();
        ui.data_mut(|data| {
            let there: &mut Vec<String> = data.get_temp_mut_or_default(id);
            if self.arrived {
                there.push(text.to_string());
            }
            there.iter().any(|one| one == text)
        })
    }

    /// A sentence in words.
    pub fn say(&self, say: &Say) -> String {
        self.texts.say(say)
    }

    /// A message without arguments in words.
    pub fn get(&self, id: MessageId) -> String {
        self.texts.get(id)
    }

    /// The id of the next control: its place on the page, which stays when the words change.
    pub fn next_id(&mut self) -> Id {
        self.controls += 1;
        Id::unique(("control", self.page, self.controls))
    }

    /// The ids of the next so many controls, which are not drawn yet.
    pub fn ids_ahead(&self, count: usize) -> Vec<Id> {
        (1..=count).map(|ahead| Id::unique(("control", self.page, self.controls + ahead))).collect()
    }

    /// The id of the heading of a page.
    pub fn heading_id(page: &str) -> Id {
        Id::unique(("heading", page))
    }

    /// The id of the heading of this page.
    pub fn own_heading_id(&self) -> Id {
        Self::heading_id(self.page)
    }

    /// A paragraph that wraps. Its lines end before they are too long to be read well.
    pub fn paragraph(&self, ui: &mut Ui, text: impl Into<String>, style: Type, colour: Color32) -> Response {
        let text = RichText::new(text).font(style.font()).line_height(Some(style.line)).color(colour);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(MEASURE));
            ui.add(Label::new(text).wrap())
        })
        .inner
    }

    /// Text laid out and ready to be painted, no wider than `width`.
    pub fn lay_out(&self, ui: &Ui, text: &str, style: Type, colour: Color32, width: f32) -> Arc<Galley> {
        let format =
            TextFormat { font_id: style.font(), color: colour, line_height: Some(style.line), ..Default::default() };
        let mut job = LayoutJob::single_section(text.to_string(), format);
        job.wrap.max_width = width;
        ui.painter().layout_job(job)
    }
}
