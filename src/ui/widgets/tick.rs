//! A check box.

use crate::ui::guard::Again;
use crate::ui::icons;
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::widgets::button::{focus_ring, keep_in_view};
use eframe::egui::{CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

/// How large the box is.
pub const BOX: f32 = 20.0;

/// What a check box is.
pub struct Spec<'a> {
    /// What it is about.
    pub label: &'a str,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Why it cannot be changed, if it cannot.
    pub disabled: Option<&'a str>,
}

/// Draws it at the left edge of `area`. All of `area` can be clicked: the words belong to it.
pub fn put(ui: &mut Ui, pass: &mut Pass<'_>, spec: &Spec<'_>, area: Rect, press: Press) {
    let (id, theme) = (pass.next_id(), pass.theme);
    let enabled = spec.disabled.is_none();
    let mut response = ui.interact(area, id, if enabled { Sense::click() } else { Sense::hover() });
    if enabled {
        response = response.on_hover_cursor(CursorIcon::PointingHand);
    }
    if enabled && !spec.ticked {
        pass.missing.get_or_insert(id);
    }
    let square = Rect::from_min_size(area.min, Vec2::splat(BOX));
    let (ground, edge) = match (spec.ticked, enabled) {
        (true, true) => (theme.link, theme.link),
        (true, false) => (theme.soft, theme.soft),
        (false, true) if response.hovered() => (theme.hover, theme.ink),
        (false, true) => (theme.card, theme.edge),
        (false, false) => (theme.disabled.ground, theme.line),
    };
    ui.painter().rect(square, CornerRadius::same(5), ground, Stroke::new(1.5, edge), StrokeKind::Inside);
    if spec.ticked {
        icons::draw_tick(ui.painter(), square, theme.card, 2.0);
    }
    if response.has_focus() {
        focus_ring(ui, theme, square, 5);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, spec.ticked, spec.label));
    if let Some(why) = spec.disabled {
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(why));
    }
    keep_in_view(ui, &response);
    pass.press_of(&response, spec.label, press, Again::Counts);
}
