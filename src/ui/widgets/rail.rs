//! The steps at the left edge, each with its state.

use crate::i18n::{MessageId, Say};
use crate::journey::{Screen, Step, StepState};
use crate::ui::frame::Rail;
use crate::ui::icons;
use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use eframe::egui::{
    Color32, CornerRadius, Id, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, accesskit,
    pos2,
};

/// How large a step's ring is.
const RING: f32 = 22.0;

/// The ground, the brand and the steps. They come first for a screen reader; none can be pressed.
pub fn steps(ui: &mut Ui, pass: &Pass<'_>, screen: &Screen, kind: Rail, rect: Rect) {
    let theme = pass.theme;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.rail);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, theme.line));
    let top = match kind {
        Rail::Roomy => brand(ui, pass, rect),
        _ => rect.top() + 12.0,
    };
    let room = rect.bottom() - top - 8.0;
    let height = (room / screen.rail.len().max(1) as f32).clamp(0.0, 40.5);
    let name = pass.get(MessageId::WINDOW_RAIL);
    let list = UiBuilder::new().max_rect(rect).accessibility_role(Role::List).accessibility_label(name);
    ui.scope_builder(list, |ui| {
        let total = screen.rail.len();
        for ((step, state), number) in screen.rail.iter().zip(1u8..) {
            let top = top + height * f32::from(number - 1);
            let line = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + height));
            let id = one(ui, pass, *step, *state, number, line, kind);
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_position_in_set(number.into());
                node.set_size_of_set(total);
            });
        }
    });
}

fn brand(ui: &Ui, pass: &Pass<'_>, rect: Rect) -> f32 {
    let mark = Rect::from_min_size(rect.min + Vec2::new(22.0, 23.0), Vec2::splat(24.0));
    icons::draw_brand(ui.painter(), mark, pass.theme.link);
    let name = pass.get(MessageId::WINDOW_NAME);
    let galley = pass.lay_out(ui, &name, Type { size: 16.0, ..Type::STRONG }, pass.theme.ink, f32::INFINITY);
    let at = Pos2::new(mark.right() + 10.0, mark.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, pass.theme.ink);
    rect.top() + 68.0
}

fn one(ui: &mut Ui, pass: &Pass<'_>, step: Step, state: StepState, number: u8, line: Rect, kind: Rail) -> Id {
    let theme = pass.theme;
    let words = kind.has_words();
    let left = if kind == Rail::Roomy { 35.0 } else { 27.0 };
    let centre = if words { pos2(line.left() + left, line.center().y) } else { line.center() };
    let current = state == StepState::Current;
    if current && words {
        let outline = line.shrink2(Vec2::new(left - 20.0, 0.0)).expand2(Vec2::new(0.0, 0.5));
        let stroke = Stroke::new(1.0, theme.line);
        ui.painter().rect(outline, CornerRadius::same(9), theme.page, stroke, StrokeKind::Inside);
    }
    ring(ui, pass, state, number, centre);
    let name = pass.get(step_name(step));
    if words {
        let (style, colour) = if current { (Type::STRONG, theme.ink) } else { (Type::BODY, theme.soft) };
        let galley = pass.lay_out(ui, &name, style, colour, line.width() - left - 33.0);
        ui.painter().galley(pos2(line.left() + left + 22.0, centre.y - galley.size().y / 2.0), galley, colour);
    }
    let id = ui.scope_id().with(("step", number));
    let response = ui.interact(line, id, Sense::hover());
    let spoken = pass.say(&Say::new(spoken(state)).text("step", name));
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    if current {
        ui.ctx().accesskit_node_builder(id, |node| node.set_aria_current(accesskit::AriaCurrent::Step));
    }
    id
}

fn ring(ui: &Ui, pass: &Pass<'_>, state: StepState, number: u8, centre: Pos2) {
    let theme = pass.theme;
    let painter = ui.painter();
    let square = Rect::from_center_size(centre, Vec2::splat(RING));
    let digit = |colour: Color32| {
        let galley = pass.lay_out(ui, &number.to_string(), Type::CAPTION_STRONG, colour, f32::INFINITY);
        painter.galley(centre - galley.size() / 2.0, galley, colour);
    };
    match state {
        StepState::Done => {
            painter.circle_filled(centre, RING / 2.0, theme.good.text);
            icons::draw_tick(painter, square, theme.rail, 2.0);
        }
        StepState::Current => {
            painter.circle(centre, RING / 2.0 - 1.0, theme.page, Stroke::new(2.0, theme.link));
            digit(theme.link);
        }
        StepState::Ahead | StepState::Open => {
            painter.circle_stroke(centre, RING / 2.0 - 0.5, Stroke::new(1.0, theme.line));
            digit(theme.soft);
        }
        StepState::Skipped => {
            painter.circle_stroke(centre, RING / 2.0 - 0.5, Stroke::new(1.0, theme.line));
            icons::draw_dash(painter, square, theme.soft, 1.75);
        }
    }
}

/// What a step is called.
pub fn step_name(step: Step) -> MessageId {
    match step {
        Step::Check => MessageId::STEP_CHECK,
        Step::Why => MessageId::STEP_WHY,
        Step::Prepare => MessageId::STEP_PREPARE,
        Step::Remove => MessageId::STEP_REMOVE,
        Step::Restart => MessageId::STEP_RESTART,
        Step::Verify => MessageId::STEP_VERIFY,
        Step::Protect => MessageId::STEP_PROTECT,
        Step::Done => MessageId::STEP_DONE,
    }
}

/// A step with its state, for who cannot see the ring.
fn spoken(state: StepState) -> MessageId {
    match state {
        StepState::Done => MessageId::WINDOW_STEP_DONE,
        StepState::Current => MessageId::WINDOW_STEP_CURRENT,
        StepState::Ahead => MessageId::WINDOW_STEP_AHEAD,
        StepState::Open => MessageId::WINDOW_STEP_OPEN,
        StepState::Skipped => MessageId::WINDOW_STEP_SKIPPED,
    }
}
