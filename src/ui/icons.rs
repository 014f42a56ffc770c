//! Small painted pictures. No font has to have them, and they are sharp at every size.
//!
//! Each is drawn on a field of 24 by 24 and scaled to where it goes.

use crate::journey::{Icon, Mark};
use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, epaint::PathStroke, pos2};
use std::f32::consts::{PI, TAU};

/// A field of 24 by 24 on the screen.
struct Field<'a> {
    painter: &'a Painter,
    rect: Rect,
    stroke: Stroke,
}

impl Field<'_> {
    fn scale(&self) -> f32 {
        self.rect.width() / 24.0
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.rect.min + Vec2::new(x, y) * self.scale()
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        // Round ends: egui's lines have flat ones.
        for end in [points.first(), points.last()].into_iter().flatten() {
            self.painter.circle_filled(*end, self.stroke.width / 2.0, self.stroke.color);
        }
        self.painter.add(Shape::line(points, PathStroke::from(self.stroke)));
    }

    fn closed(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::closed_line(points, PathStroke::from(self.stroke)));
    }

    fn circle(&self, centre: (f32, f32), radius: f32) {
        self.painter.circle_stroke(self.at(centre), radius * self.scale(), self.stroke);
    }

    fn dot(&self, centre: (f32, f32), radius: f32) {
        self.painter.circle_filled(self.at(centre), radius * self.scale(), self.stroke.color);
    }
}

/// Points of an ellipse from one angle to another, clockwise from three o'clock.
fn arc(centre: (f32, f32), radius: (f32, f32), from: f32, to: f32) -> Vec<(f32, f32)> {
    let steps = 28;
    (0..=steps)
        .map(|step| from + (to - from) * step as f32 / steps as f32)
        .map(|angle| (centre.0 + radius.0 * angle.cos(), centre.1 + radius.1 * angle.sin()))
        .collect()
}

/// Paints a card's picture into a square.
pub fn draw_icon(painter: &Painter, icon: Icon, rect: Rect, colour: Color32) {
    let field = Field { painter, rect, stroke: Stroke::new(1.75 * rect.width() / 24.0, colour) };
    match icon {
        Icon::Shield => shield(&field),
        Icon::Warning => warning(&field),
        Icon::Tick => field.line(&[(4.5, 12.5), (9.8, 17.8), (19.5, 7.2)]),
        Icon::Folder => field.closed(&[(3.0, 5.5), (9.2, 5.5), (11.4, 8.2), (21.0, 8.2), (21.0, 18.8), (3.0, 18.8)]),
        Icon::Key => {
            field.circle((8.0, 15.8), 4.4);
            field.line(&[(11.2, 12.6), (20.0, 3.8)]);
            field.line(&[(16.6, 7.2), (19.8, 10.4)]);
            field.line(&[(13.8, 10.0), (16.0, 12.2)]);
        }
        Icon::Clock => {
            field.circle((12.0, 12.0), 8.8);
            field.line(&[(12.0, 6.8), (12.0, 12.2), (15.6, 14.4)]);
        }
        Icon::Network => {
            field.circle((12.0, 12.0), 8.8);
            field.closed(&arc((12.0, 12.0), (4.0, 8.8), 0.0, TAU));
            field.line(&[(3.4, 12.0), (20.6, 12.0)]);
        }
        Icon::Person => {
            field.circle((12.0, 8.0), 4.0);
            field.line(&arc((12.0, 20.6), (7.8, 6.4), PI, TAU));
        }
    }
}

fn shield(field: &Field<'_>) {
    let mut right = vec![(12.0, 2.8), (19.4, 5.6), (19.4, 11.4)];
    right.extend([(18.9, 14.2), (17.4, 16.9), (15.2, 19.2), (12.0, 21.4)]);
    let left: Vec<_> = right.iter().rev().skip(1).map(|(x, y)| (24.0 - x, *y)).take(right.len() - 2).collect();
    right.extend(left);
    field.closed(&right);
}

fn warning(field: &Field<'_>) {
    field.closed(&[(12.0, 3.6), (21.6, 20.0), (2.4, 20.0)]);
    field.line(&[(12.0, 9.8), (12.0, 14.0)]);
    field.dot((12.0, 17.0), 1.15);
}

/// A tick without a ring, for the rail and check boxes.
pub fn draw_tick(painter: &Painter, rect: Rect, colour: Color32, width: f32) {
    let field = Field { painter, rect, stroke: Stroke::new(width, colour) };
    field.line(&[(6.0, 12.4), (10.4, 16.8), (18.2, 7.8)]);
}

/// A short line: this step does not apply.
pub fn draw_dash(painter: &Painter, rect: Rect, colour: Color32, width: f32) {
    Field { painter, rect, stroke: Stroke::new(width, colour) }.line(&[(8.0, 12.0), (16.0, 12.0)]);
}

/// A filled triangle that points down when open and right when closed.
pub fn draw_disclosure(painter: &Painter, centre: Pos2, open: bool, colour: Color32) {
    let points = if open { [(-4.5, -2.5), (4.5, -2.5), (0.0, 3.0)] } else { [(-2.5, -4.5), (3.0, 0.0), (-2.5, 4.5)] };
    let points = points.map(|(x, y)| centre + Vec2::new(x, y)).to_vec();
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// Paints a result's large mark: line and ground in the colours of its tone.
pub fn draw_mark(painter: &Painter, mark: Mark, rect: Rect, line: Color32, ground: Color32) {
    let unit = rect.width() / 24.0;
    let field = Field { painter, rect, stroke: Stroke::new(1.5 * unit, line) };
    match mark {
        Mark::Good => {
            painter.circle(rect.center(), 11.0 * unit, ground, Stroke::new(1.3 * unit, line));
            Field { stroke: Stroke::new(2.0 * unit, line), ..field }.line(&[(6.9, 12.3), (10.6, 16.0), (17.3, 8.6)]);
        }
        Mark::Attention | Mark::Stop => {
            let points = [(12.0, 2.2), (23.0, 21.4), (1.0, 21.4)].map(|point| field.at(point)).to_vec();
            painter.add(Shape::convex_polygon(points.clone(), ground, Stroke::NONE));
            painter.add(Shape::closed_line(points, PathStroke::new(1.3 * unit, line)));
            Field { stroke: Stroke::new(1.8 * unit, line), ..field }.line(&[(12.0, 9.0), (12.0, 14.6)]);
            field.dot((12.0, 18.0), 1.15);
        }
        Mark::Unknown => {
            painter.circle(rect.center(), 11.0 * unit, ground, Stroke::new(1.3 * unit, line));
            let field = Field { stroke: Stroke::new(1.8 * unit, line), ..field };
            let mut hook = arc((12.0, 9.4), (3.4, 3.4), PI, TAU + 0.9);
            hook.extend([(12.6, 13.0), (12.0, 14.6)]);
            field.line(&hook);
            field.dot((12.0, 17.9), 1.2);
        }
    }
}

/// Our own mark: a ring with a gap, and the piece that broke away. `assets/icons/build` draws the
/// same shape for the window and the installer.
pub fn draw_brand(painter: &Painter, rect: Rect, colour: Color32) {
    let field = Field { painter, rect, stroke: Stroke::new(3.4 * rect.width() / 24.0, colour) };
    let gap = 0.62;
    field.line(&arc((11.4, 12.8), (8.0, 8.0), -PI / 4.0 + gap, TAU - PI / 4.0 - gap));
    let piece = pos2(18.9, 5.1);
    field.dot((piece.x, piece.y), 2.3);
}
