//! Everything that looks like a button or like words that can be pressed.

use crate::journey::Pick;
use crate::ui::guard::Again;
use crate::ui::icons;
use crate::ui::keyboard::has_come_to;
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::theme::{BUTTON_RADIUS, Pair, Theme, Type};
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

/// The mark of an answer: empty, or filled with a tick. Its colour is not the only sign.
const RING: f32 = 16.0;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The one main button.
    Primary,
    /// Another button in the button row.
    Secondary,
    /// A button on a card.
    OnCard,
    /// Words that can be pressed.
    Link,
    /// Small words that can be pressed, on the rail and in the button row.
    SmallLink,
}

impl Kind {
    fn style(self) -> Type {
        match self {
            Kind::SmallLink => Type::CAPTION_STRONG,
            _ => Type::STRONG,
        }
    }

    /// Between its edge and its words.
    pub fn padding(self) -> Vec2 {
        match self {
            Kind::Primary | Kind::Secondary => Vec2::new(20.0, 10.0),
            Kind::OnCard => Vec2::new(14.0, 8.0),
            // Room for the ring, and a target that can be hit.
            Kind::Link => Vec2::new(6.0, 3.0),
            Kind::SmallLink => Vec2::new(5.0, 4.0),
        }
    }
}

/// What a button is.
#[derive(Clone, Debug)]
pub struct Spec<'a> {
    /// What stands on it.
    pub label: &'a str,
    /// What a screen reader says instead, where the same words stand on several buttons of a page. It begins with them.
    pub name: Option<&'a str>,
    /// What a screen reader adds: why it is disabled, or what it belongs to.
    pub description: Option<&'a str>,
    /// How it looks.
    pub kind: Kind,
    /// Whether it can be pressed.
    pub enabled: bool,
    /// Some: an answer, chosen or not.
    pub chosen: Option<(Pick, bool)>,
    /// Whether Tab stops here. Of several answers, of which one can be chosen, it stops at one.
    pub stop: bool,
}

impl<'a> Spec<'a> {
    /// A button that can be pressed.
    pub fn new(label: &'a str, kind: Kind) -> Self {
        Self { label, name: None, description: None, kind, enabled: true, chosen: None, stop: true }
    }

    /// How much room it takes when it may be as wide as `width`.
    pub fn size(&self, ui: &Ui, pass: &Pass<'_>, width: f32) -> Vec2 {
        let around = 2.0 * self.kind.padding() + Vec2::new(self.lead_in(), 0.0);
        let room = (width - around.x).max(24.0);
        pass.lay_out(ui, self.label, self.kind.style(), Color32::WHITE, room).size() + around
    }

    /// Room for the mark of an answer.
    fn lead_in(&self) -> f32 {
        if self.chosen.is_some() { RING + 8.0 } else { 0.0 }
    }
}

/// Draws a button where the layout is, and writes down `press` when it was pressed.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, spec: &Spec<'_>, press: Press) -> Response {
    let size = spec.size(ui, pass, ui.available_width());
    let (_, rect) = ui.allocate_space(size);
    let response = put(ui, pass, spec, rect, press);
    keep_in_view(ui, &response);
    response
}

/// Draws a button at a given place.
pub fn put(ui: &mut Ui, pass: &mut Pass<'_>, spec: &Spec<'_>, rect: Rect, press: Press) -> Response {
    let id = pass.next_id();
    let sense = match (spec.enabled, spec.stop) {
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
        (false, _) => Sense::hover(),
    };
    let mut response = ui.interact(rect, id, sense);
    if spec.enabled {
        response = response.on_hover_cursor(CursorIcon::PointingHand);
    }
    paint(ui, pass, spec, rect, &response);
    name(ui, id, spec, &response);
    pass.press_of(&response, spec.label, press, Again::Ignored);
    response
}

/// Room for the focus ring, and for a glimpse of what comes after it.
const AROUND: f32 = 20.0;

/// Scrolls to a control that the keyboard has just reached.
pub fn keep_in_view(ui: &Ui, response: &Response) {
    if has_come_to(ui, response) {
        ui.scroll_to_rect(response.rect.expand(AROUND), None);
    }
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, theme: &Theme, rect: Rect, radius: u8) {
    let ring = rect.expand(2.5);
    let stroke = Stroke::new(2.0, theme.focus);
    ui.painter().rect_stroke(ring, CornerRadius::same(radius.saturating_add(3)), stroke, StrokeKind::Middle);
}

fn name(ui: &Ui, id: Id, spec: &Spec<'_>, response: &Response) {
    let name = spec.name.unwrap_or(spec.label);
    response.widget_info(|| match spec.chosen {
        Some((Pick::One, chosen)) => WidgetInfo::selected(Role::RadioButton, spec.enabled, chosen, name),
        Some((Pick::Several, chosen)) => WidgetInfo::selected(Role::CheckBox, spec.enabled, chosen, name),
        None => WidgetInfo::labeled(Role::Button, spec.enabled, name),
    });
    if let Some(description) = spec.description {
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(description));
    }
}

fn paint(ui: &Ui, pass: &Pass<'_>, spec: &Spec<'_>, rect: Rect, response: &Response) {
    let theme = pass.theme;
    let hovered = spec.enabled && response.hovered();
    let (pair, edge) = colours(theme, spec, hovered);
    let radius = if matches!(spec.kind, Kind::Link | Kind::SmallLink) { 6 } else { BUTTON_RADIUS };
    ui.painter().rect(rect, CornerRadius::same(radius), pair.ground, Stroke::new(1.0, edge), StrokeKind::Inside);
    let room = (rect.width() - 2.0 * spec.kind.padding().x - spec.lead_in()).max(24.0);
    let galley = pass.lay_out(ui, spec.label, spec.kind.style(), pair.text, room + 0.5);
    let mut at = rect.center() - galley.size() / 2.0;
    if spec.chosen.is_some() {
        at.x = rect.left() + spec.kind.padding().x + spec.lead_in();
    }
    ui.painter().galley(at, galley, pair.text);
    if let Some((pick, chosen)) = spec.chosen {
        let centre = Pos2::new(rect.left() + spec.kind.padding().x + RING / 2.0, rect.center().y);
        mark(ui, theme, pick, chosen, spec.enabled, centre);
    }
    if response.has_focus() {
        focus_ring(ui, theme, rect, radius);
    }
}

/// Round where one answer can be chosen, square where several can.
fn mark(ui: &Ui, theme: &Theme, pick: Pick, chosen: bool, enabled: bool, centre: Pos2) {
    let square = Rect::from_center_size(centre, Vec2::splat(RING));
    let radius = CornerRadius::same(if pick == Pick::One { 8 } else { 4 });
    let edge = if enabled { theme.edge } else { theme.line };
    if chosen {
        ui.painter().rect_filled(square, radius, theme.link);
        icons::draw_tick(ui.painter(), square, theme.card, 1.75);
    } else {
        ui.painter().rect_stroke(square, radius, Stroke::new(1.5, edge), StrokeKind::Inside);
    }
}

/// The text, the ground and the edge.
fn colours(theme: &Theme, spec: &Spec<'_>, hovered: bool) -> (Pair, Color32) {
    let none = Color32::TRANSPARENT;
    if !spec.enabled {
        let quiet = matches!(spec.kind, Kind::Link | Kind::SmallLink);
        return if quiet { (Pair { text: theme.soft, ground: none }, none) } else { (theme.disabled, none) };
    }
    if let Some((_, true)) = spec.chosen {
        return (theme.chosen, theme.link);
    }
    match spec.kind {
        Kind::Primary if hovered => (Pair { ground: theme.primary_hover, ..theme.primary }, none),
        Kind::Primary => (theme.primary, none),
        Kind::Secondary | Kind::OnCard => {
            let ground = if hovered { theme.hover } else { theme.card };
            (Pair { text: theme.ink, ground }, if hovered { theme.edge } else { theme.line })
        }
        Kind::Link | Kind::SmallLink => {
            let ground = if hovered { theme.hover } else { none };
            (Pair { text: theme.link, ground }, none)
        }
    }
}
