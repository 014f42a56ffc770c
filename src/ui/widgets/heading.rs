//! The heading of a page, with its mark, and the small headings between blocks.

use crate::i18n::Say;
use crate::journey::{Mark, Tone};
use crate::ui::icons;
use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use eframe::egui::{Id, Role, Sense, Ui, Vec2, WidgetInfo};

/// How large a mark is.
const MARK: f32 = 68.0;

/// The heading and the sentences under it, to the right of the mark if there is one. A new page
/// gives the keyboard to its heading, so that a screen reader reads it and Tab goes on from there.
pub fn show(ui: &mut Ui, pass: &Pass<'_>, mark: Option<Mark>, title: &str, lead: &[String], narrow: bool) {
    let Some(mark) = mark.filter(|_| !narrow) else {
        words(ui, pass, title, lead, narrow);
        return;
    };
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(MARK), Sense::hover());
        let colours = pass.theme.tone(tone(mark));
        icons::draw_mark(ui.painter(), mark, rect.translate(Vec2::new(2.0, 2.0)), colours.text, colours.ground);
        ui.add_space(24.0);
        ui.vertical(|ui| words(ui, pass, title, lead, narrow));
    });
}

/// What a mark's colour means.
pub fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Good => Tone::Good,
        Mark::Attention => Tone::Attention,
        Mark::Stop => Tone::Stop,
        Mark::Unknown => Tone::Info,
    }
}

fn words(ui: &mut Ui, pass: &Pass<'_>, title: &str, lead: &[String], narrow: bool) {
    let style = if narrow { Type::HEADING_NARROW } else { Type::HEADING };
    line(ui, pass, pass.own_heading_id(), title, style, 1);
    // Read with the heading, which has the keyboard on a new page. Nothing can be pressed on what stands below, so a
    // person who cannot see would not come to it by Tab.
    let read = if lead.is_empty() { pass.place.clone() } else { format!("{}. {}", pass.place, lead.join(" ")) };
    ui.ctx().accesskit_node_builder(pass.own_heading_id(), |node| node.set_description(read));
    if !lead.is_empty() {
        ui.add_space(6.0);
        pass.paragraph(ui, lead.join(" "), Type::BODY, pass.theme.ink);
    }
}

/// A small heading over the blocks that follow.
pub fn small_heading(ui: &mut Ui, pass: &mut Pass<'_>, title: &Say) {
    let (id, title) = (pass.next_id(), pass.say(title));
    line(ui, pass, id, &title, Type::STRONG, 2);
    pass.card_level = 3;
}

fn line(ui: &mut Ui, pass: &Pass<'_>, id: Id, text: &str, style: Type, level: usize) {
    let galley = pass.lay_out(ui, text, style, pass.theme.ink, ui.available_width());
    let (_, rect) = ui.allocate_space(galley.size());
    // It can hold the keyboard when it is given to it, and is no stop for Tab otherwise.
    let given = ui.memory(|memory| memory.has_focus(id));
    let sense = if given { Sense::focusable_noninteractive() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    ui.painter().galley(rect.min, galley, pass.theme.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.ctx().accesskit_node_builder(id, |node| node.set_level(level));
}
