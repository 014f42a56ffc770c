//! In practice: the field for a caller's code, what it says, and the way to their page.

use super::pass::Pass;
use super::press::Press;
use super::theme::{BUTTON_RADIUS, Type};
use super::widgets::button::{self, Kind, Spec, focus_ring};
use super::widgets::status;
use crate::engine::{read_call_code, typed_letters};
use crate::i18n::{MessageId, Say};
use eframe::egui::{Frame, Stroke, TextEdit, Ui};

/// How many letters a code has.
const ALL: usize = 12;
/// More than anybody types of a code.
const MOST: usize = 60;
/// How wide the field is at most.
const WIDE: f32 = 340.0;

/// Draws the field, and below it what the code says as soon as it is whole.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, typed: &str) {
    let label = pass.paragraph(ui, pass.get(MessageId::CALL_FIELD_LEAD), Type::BODY, pass.theme.ink);
    ui.add_space(6.0);
    let mut now = typed.to_string();
    let edge = Stroke::new(1.5, pass.theme.edge);
    let frame = Frame::new().fill(pass.theme.page).stroke(edge).corner_radius(BUTTON_RADIUS).inner_margin(8);
    let field = TextEdit::singleline(&mut now)
        .id(pass.next_id())
        .font(Type::STRONG.font())
        .text_color(pass.theme.ink)
        .char_limit(MOST)
        .frame(frame)
        .desired_width(ui.available_width().min(WIDE));
    let field = ui.add(field).labelled_by(label.id);
    if field.has_focus() {
        focus_ring(ui, pass.theme, field.rect, BUTTON_RADIUS);
    }
    if now != typed {
        pass.note_press(Press::TypeCode(now));
    }
    ui.add_space(8.0);
    match typed_letters(typed) {
        0 => {}
        letters if letters < ALL => {
            let words = pass.say(&Say::new(MessageId::CALL_SO_FAR).count("letters", letters));
            status::show(ui, pass, &words, Type::BODY, pass.theme.soft);
        }
        _ => explanation(ui, pass, typed),
    }
}

fn explanation(ui: &mut Ui, pass: &mut Pass<'_>, typed: &str) {
    let caller = match read_call_code(typed) {
        Ok(caller) => caller,
        Err(problem) => {
            let words = pass.say(&problem);
            status::show(ui, pass, &words, Type::STRONG, pass.theme.ink);
            return;
        }
    };
    for line in caller.lines() {
        let words = pass.say(&line);
        status::show(ui, pass, &words, Type::BODY, pass.theme.ink);
    }
    if let Some(page) = caller.open_page() {
        ui.add_space(8.0);
        let label = pass.say(&Say::new(MessageId::CALL_OPEN_PAGE).known("page", page));
        button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::OpenCaller(page));
    }
}
