//! Several things to press beside or below one another: answers, of which one or some can be chosen, or buttons.

use crate::journey::Pick;
use crate::ui::keyboard;
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::theme::MEASURE;
use crate::ui::widgets::button::{self, Spec};
use eframe::egui::{Rect, Role, Ui, UiBuilder, Vec2, pos2, vec2};

/// Between two that stand beside each other, and between two lines of them.
const GAP: Vec2 = vec2(10.0, 8.0);

/// One of them.
pub struct Offered<'a> {
    /// How it looks.
    pub spec: Spec<'a>,
    /// What pressing it means.
    pub press: Press,
}

/// Draws them where the layout is. `title`: what they are about; the page's own title if it is empty. `below`: each in a
/// line of its own, as the answers to the page's one question.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, mut offered: Vec<Offered<'_>>, title: &str, below: bool) {
    let one = |offered: &Offered<'_>| matches!(offered.spec.chosen, Some((Pick::One, _)));
    let group = offered.iter().all(one) && offered.len() > 1;
    if group {
        let chosen = offered.iter().position(|one| matches!(one.spec.chosen, Some((_, true))));
        let ids = pass.ids_ahead(offered.len());
        if chosen.is_none() {
            pass.missing.get_or_insert(ids[0]);
        }
        let stop = keyboard::stop_of(ui, &ids, chosen);
        offered.iter_mut().enumerate().for_each(|(number, one)| one.spec.stop = number == stop);
    }
    let role = if group { Role::RadioGroup } else { Role::Group };
    let mut builder = UiBuilder::new().accessibility_role(role);
    if group {
        builder = builder.accessibility_label(if title.is_empty() { pass.title.as_str() } else { title });
    }
    ui.scope_builder(builder, |ui| {
        let top = ui.cursor().min;
        let width = ui.available_width();
        let sizes: Vec<Vec2> = offered.iter().map(|one| one.spec.size(ui, pass, width)).collect();
        let places = if below { one_below_another(&sizes, width) } else { in_even_lines(&sizes, width) };
        for (one, place) in offered.iter().zip(&places) {
            let response = button::put(ui, pass, &one.spec, place.translate(top.to_vec2()), one.press.clone());
            button::keep_in_view(ui, &response);
        }
        let all = places.iter().fold(Rect::NOTHING, |all, place| all.union(*place));
        ui.allocate_space(vec2(all.right(), all.bottom()));
    });
}

/// Each in a line of its own, all of one width.
fn one_below_another(sizes: &[Vec2], width: f32) -> Vec<Rect> {
    let mut top = 0.0;
    let place = |size: &Vec2| {
        let place = Rect::from_min_size(pos2(0.0, top), vec2(width.min(MEASURE), size.y + 8.0));
        top = place.bottom() + GAP.y;
        place
    };
    sizes.iter().map(place).collect()
}

/// As many beside each other as there is room for, with no line much shorter than the one above it: one alone under
/// three looks like something else.
fn in_even_lines(sizes: &[Vec2], width: f32) -> Vec<Rect> {
    let wide = |line: &[Vec2]| line.iter().map(|size| size.x + GAP.x).sum::<f32>() - GAP.x;
    let fits = |count: &usize| {
        let even = sizes.len().is_multiple_of(*count) || sizes.len() % count + 1 == *count;
        even && sizes.chunks(*count).all(|line| wide(line) <= width)
    };
    let count = (1..=sizes.len()).rev().find(fits).unwrap_or(1);
    let mut top = 0.0;
    let mut places = Vec::new();
    for line in sizes.chunks(count) {
        let high = line.iter().map(|size| size.y).fold(0.0, f32::max);
        let mut left = 0.0;
        for size in line {
            places.push(Rect::from_min_size(pos2(left, top), *size));
            left += size.x + GAP.x;
        }
        top += high + GAP.y;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many stand in each line.
    fn lines(count: usize, width: f32) -> Vec<usize> {
        let places = in_even_lines(&vec![vec2(150.0, 40.0); count], width);
        assert!(places.iter().all(|place| place.right() <= width), "{places:?}");
        let mut lines: Vec<(f32, usize)> = Vec::new();
        for place in places {
            match lines.last_mut() {
                Some((top, count)) if *top == place.top() => *count += 1,
                _ => lines.push((place.top(), 1)),
            }
        }
        lines.into_iter().map(|(_, count)| count).collect()
    }

    #[test]
    fn no_answer_stands_alone_under_three() {
        assert_eq!(lines(4, 660.0), [4]);
        assert_eq!(lines(4, 600.0), [2, 2]);
        assert_eq!(lines(5, 600.0), [3, 2]);
        assert_eq!(lines(7, 660.0), [4, 3]);
        assert_eq!(lines(3, 400.0), [2, 1], "one under two is even enough");
        assert_eq!(lines(4, 200.0), [1, 1, 1, 1]);
    }
}
