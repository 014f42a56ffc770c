//! The dates on a line, with today on it. Where there is little room, the line stands upright.

use crate::i18n::{MessageId, Say};
use crate::journey::Timeline;
use crate::ui::pass::Pass;
use crate::ui::theme::{CARD_RADIUS, Type};
use eframe::egui::{
    self, Align, Color32, CornerRadius, Galley, Pos2, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, text::LayoutJob,
};
use jiff::civil::Date;
use std::sync::Arc;

/// Narrower than this, the line stands upright.
const UPRIGHT: f32 = 520.0;

/// One stop on the line, in words.
struct Stop {
    date: String,
    label: String,
    colour: Color32,
    radius: f32,
}

/// Draws the line on a card.
pub fn show(ui: &mut Ui, pass: &Pass<'_>, timeline: &Timeline) {
    let stops = stops(pass, timeline);
    let span = timeline.span.as_ref().map(|span| pass.say(span)).unwrap_or_default();
    let frame = egui::Frame::new()
        .fill(pass.theme.card)
        .stroke(Stroke::new(1.0, pass.theme.line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(egui::Margin::symmetric(18, 18));
    let narrow = ui.available_width() < UPRIGHT;
    let inside = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let slot = slot(ui, &stops, timeline);
        // A word that does not fit under its stop would be broken anywhere.
        let broken = || stops.iter().any(|stop| breaks_a_word(&caption(ui, pass, stop, slot - 8.0, Align::Center)));
        if narrow || broken() {
            tall(ui, pass, &stops, timeline, &span)
        } else {
            wide(ui, pass, &stops, timeline, &span)
        }
    });
    let response = ui.interact(inside.response.rect, ui.next_auto_id(), Sense::hover());
    ui.skip_ahead_auto_ids(1);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, in_words(&stops, &span)));
}

/// What the picture says, for who cannot see it.
fn in_words(stops: &[Stop], span: &str) -> String {
    let dates: Vec<String> = stops.iter().map(|stop| format!("{}: {}.", stop.date, stop.label)).collect();
    let span = if span.is_empty() { String::new() } else { format!(" {span}.") };
    dates.join(" ") + &span
}

fn stops(pass: &Pass<'_>, timeline: &Timeline) -> Vec<Stop> {
    let theme = pass.theme;
    let mut stops: Vec<Stop> = timeline
        .points
        .iter()
        .map(|point| {
            let (colour, radius) = if point.deadline { (theme.attention.text, 8.0) } else { (theme.soft, 6.0) };
            Stop { date: short(pass, point.date), label: pass.say(&point.label), colour, radius }
        })
        .collect();
    if let Some(today) = timeline.today {
        let label = pass.say(&Say::new(MessageId::WHY_TODAY));
        stops.push(Stop { date: short(pass, today), label, colour: theme.link, radius: 8.0 });
    }
    stops
}

/// A date that is short enough to stand under its stop.
fn short(pass: &Pass<'_>, date: Date) -> String {
    let parts = [
        ("day", i64::from(date.day()).into()),
        ("year", date.year().to_string().into()),
        ("month", i64::from(date.month()).into()),
    ];
    pass.texts.with(MessageId::WINDOW_DATE_SHORT, &parts)
}

/// The stretch from the deadline to today, if both are there: the places of its two stops.
fn stretch(timeline: &Timeline) -> Option<(usize, usize)> {
    let deadline = timeline.points.iter().position(|point| point.deadline)?;
    timeline.today.map(|_| (deadline, timeline.points.len()))
}

/// The room of one stop. The stretch to today has more than half of one besides.
fn slot(ui: &Ui, stops: &[Stop], timeline: &Timeline) -> f32 {
    let slots = stops.len() as f32 + if stretch(timeline).is_some() { 0.6 } else { 0.0 };
    ui.available_width() / slots.max(1.0)
}

/// Whether a line ends inside a word.
fn breaks_a_word(words: &Galley) -> bool {
    let before_last = words.rows.len().saturating_sub(1);
    words.rows.iter().take(before_last).any(|row| {
        let end = row.glyphs.last().map_or(' ', |glyph| glyph.chr);
        !row.ends_with_newline && !end.is_whitespace() && end != '-'
    })
}

/// From left to right. Each stop has the same room, the stretch to today twice as much: the line
/// shows the order, the words under it show how far apart the days are.
fn wide(ui: &mut Ui, pass: &Pass<'_>, stops: &[Stop], timeline: &Timeline, span: &str) {
    let theme = pass.theme;
    let stretch = stretch(timeline);
    let slot = slot(ui, stops, timeline);
    let centre = |number: usize| {
        let beyond = stretch.is_some_and(|(_, today)| number >= today);
        slot * (number as f32 + 0.5 + if beyond { 0.6 } else { 0.0 })
    };
    let words: Vec<Arc<Galley>> = stops.iter().map(|stop| caption(ui, pass, stop, slot - 8.0, Align::Center)).collect();
    let tallest = words.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 46.0 + tallest));
    let y = rect.top() + 24.0;
    let at = |number: usize| Pos2::new(rect.left() + centre(number), y);
    let painter = ui.painter();
    painter.hline(rect.x_range(), y, Stroke::new(4.0, theme.line));
    if let Some((from, to)) = stretch {
        let ends = [at(from), at(to)];
        painter.line_segment(ends, Stroke::new(4.0, theme.attention.text));
        let galley = pass.lay_out(ui, span, Type::CAPTION_STRONG, theme.attention.text, f32::INFINITY);
        let middle = ends[0].lerp(ends[1], 0.5);
        painter.galley(middle - Vec2::new(galley.size().x / 2.0, 23.0), galley, theme.attention.text);
    }
    for (number, (stop, galley)) in stops.iter().zip(words).enumerate() {
        let centre = at(number);
        painter.circle(centre, stop.radius, stop.colour, Stroke::new(3.0, theme.card));
        painter.galley(Pos2::new(centre.x, y + 16.0), galley, theme.ink);
    }
}

/// From top to bottom.
fn tall(ui: &mut Ui, pass: &Pass<'_>, stops: &[Stop], timeline: &Timeline, span: &str) {
    let theme = pass.theme;
    let stretch = stretch(timeline);
    let width = ui.available_width();
    let words: Vec<Arc<Galley>> = stops.iter().map(|stop| caption(ui, pass, stop, width - 30.0, Align::Min)).collect();
    let mut tops = Vec::new();
    let mut height = 0.0;
    for (number, galley) in words.iter().enumerate() {
        tops.push(height);
        let beside_span = stretch.is_some_and(|(from, _)| from == number);
        height += galley.size().y + if beside_span { 34.0 } else { 12.0 };
    }
    let (_, rect) = ui.allocate_space(Vec2::new(width, (height - 12.0).max(0.0)));
    let at = |number: usize| rect.left_top() + Vec2::new(10.0, tops[number] + 9.0);
    let painter = ui.painter();
    if let (Some(first), Some(last)) = (stops.first(), stops.len().checked_sub(1)) {
        painter.vline(at(0).x, at(0).y - first.radius..=at(last).y, Stroke::new(4.0, theme.line));
    }
    if let Some((from, to)) = stretch {
        painter.line_segment([at(from), at(to)], Stroke::new(4.0, theme.attention.text));
        let galley = pass.lay_out(ui, span, Type::CAPTION_STRONG, theme.attention.text, width - 30.0);
        painter.galley(rect.left_top() + Vec2::new(30.0, tops[to] - 27.0), galley, theme.attention.text);
    }
    for (number, (stop, galley)) in stops.iter().zip(words).enumerate() {
        painter.circle(at(number), stop.radius, stop.colour, Stroke::new(3.0, theme.card));
        painter.galley(rect.left_top() + Vec2::new(30.0, tops[number]), galley, theme.ink);
    }
}

/// The date over what happened.
fn caption(ui: &Ui, pass: &Pass<'_>, stop: &Stop, width: f32, align: Align) -> Arc<Galley> {
    let format = |style: Type, colour: Color32| egui::TextFormat {
        font_id: style.font(),
        color: colour,
        line_height: Some(style.line),
        ..Default::default()
    };
    let mut job = LayoutJob { halign: align, ..Default::default() };
    job.wrap.max_width = width;
    job.append(&format!("{}\n", stop.date), 0.0, format(Type::CAPTION_STRONG, pass.theme.ink));
    job.append(&stop.label, 0.0, format(Type::CAPTION, pass.theme.soft));
    ui.painter().layout_job(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_ends_inside_a_word_is_noticed() {
        egui::__run_test_ui(|ui| {
            let laid = |width: f32| {
                let mut job = LayoutJob::default();
                job.wrap.max_width = width;
                job.append("13 sep 2017\nContratistas federales", 0.0, egui::TextFormat::default());
                ui.painter().layout_job(job)
            };
            let whole = laid(f32::INFINITY).size().x;
            assert!(!breaks_a_word(&laid(f32::INFINITY)), "each on a line of its own");
            assert!(!breaks_a_word(&laid(whole * 0.75)) && laid(whole * 0.75).rows.len() > 2, "broken at a space");
            assert!(breaks_a_word(&laid(whole * 0.3)), "broken inside a word");
        });
    }
}
