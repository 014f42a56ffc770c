//! What stands at the right edge of a card, beside its words.

use crate::journey::{Action, Button, Card, Tone};
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::widgets::button::{self, Kind, Spec};
use crate::ui::widgets::chip;
use eframe::egui::{Pos2, Rect, Ui, Vec2};

/// Between the picture or box and the words, and between the words and what stands right of them.
pub const GAP: f32 = 14.0;
/// Words narrower than this are not put beside a chip.
const NARROWEST: f32 = 220.0;
/// Words narrower than this are not put beside a button, which is higher than a line.
const NARROWEST_BESIDE_BUTTON: f32 = 300.0;

/// What stands at the right edge: a chip, or the card's only button.
pub struct Aside {
    words: String,
    /// How much room it takes.
    pub size: Vec2,
    chip: Option<Tone>,
}

impl Aside {
    /// What stands there, if there is room for it beside the words. `width`: of both.
    pub fn of(ui: &Ui, pass: &Pass<'_>, card: &Card, width: f32) -> Option<Self> {
        let mut own = card.actions.iter().filter(|action| !is_source(action));
        let aside = match (&card.chip, own.next(), own.next()) {
            (Some((tone, word)), ..) => {
                let words = pass.say(word);
                Aside { size: chip::size(ui, pass, &words), words, chip: Some(*tone) }
            }
            (None, Some(action), None) if card.title.is_some() && action.disabled.is_none() => {
                let words = pass.say(&action.label);
                Aside { size: Spec::new(&words, Kind::OnCard).size(ui, pass, width), words, chip: None }
            }
            _ => return None,
        };
        let narrowest = if aside.holds_the_action() { NARROWEST_BESIDE_BUTTON } else { NARROWEST };
        (width - aside.size.x - GAP >= narrowest).then_some(aside)
    }

    /// Whether it is the button.
    pub fn holds_the_action(&self) -> bool {
        self.chip.is_none()
    }

    /// Draws it. `corner`: where it ends at the top right.
    pub fn put(&self, ui: &mut Ui, pass: &mut Pass<'_>, card: &Card, title: &str, corner: Pos2) {
        let rect = Rect::from_min_size(Pos2::new(corner.x - self.size.x, corner.y), self.size);
        match (self.chip, card.actions.iter().find(|action| !is_source(action))) {
            (Some(tone), _) => {
                let id = ui.next_auto_id();
                ui.skip_ahead_auto_ids(1);
                chip::put(ui, pass, tone, &self.words, rect.translate(Vec2::new(0.0, -2.0)), id);
            }
            (None, Some(action)) => {
                let name = pass.name_of(&self.words, title);
                let spec =
                    Spec { name: name.as_deref(), description: Some(title), ..Spec::new(&self.words, Kind::OnCard) };
                let response = button::put(ui, pass, &spec, rect, Press::Journey(action.button.clone()));
                button::keep_in_view(ui, &response);
            }
            (None, None) => {}
        }
    }
}

/// A source is opened, and does nothing to the computer.
pub fn is_source(action: &Action) -> bool {
    matches!(action.button, Button::OpenSource(_))
}
