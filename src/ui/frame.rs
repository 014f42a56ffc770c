//! Where things stand in a window of a given size. Nothing here draws.

use super::bar;
use eframe::egui::{Rect, Vec2, pos2, vec2};

/// From this width on, the rail has words.
const WIDE: f32 = 760.0;
/// From this width on, it has room around them as well.
const ROOMY: f32 = 900.0;
/// Below this width, or this height, the rail goes and a line over the heading says the step.
const DOTS: Vec2 = vec2(560.0, 420.0);
/// Between the words and the right edge, where the scroll bar stands.
const AT_BAR: f32 = 22.0;
/// Wide enough for two columns of cards. Lines of text end before: see [`MEASURE`](super::theme::MEASURE).
const CONTENT: f32 = 980.0;

/// How much of the rail there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rail {
    /// Steps with words, and room around them.
    Roomy,
    /// Steps with words.
    Words,
    /// Steps as dots.
    Dots,
    /// Nothing.
    None,
}

impl Rail {
    /// Whether the steps are named.
    pub fn has_words(self) -> bool {
        matches!(self, Rail::Roomy | Rail::Words)
    }

    fn width(self) -> f32 {
        match self {
            Rail::Roomy => 228.0,
            Rail::Words => 176.0,
            Rail::Dots => 64.0,
            Rail::None => 0.0,
        }
    }
}

/// The parts of the window, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The line with the number of the page. It is the same in every window.
    pub bar: Rect,
    /// The line that says: practice. Empty when it is not.
    pub banner: Rect,
    /// The rail.
    pub rail: Rect,
    /// What it shows.
    pub rail_kind: Rail,
    /// The page, which scrolls.
    pub page: Rect,
    /// The button row, which never does.
    pub row: Rect,
    /// From the page's left edge to its words.
    pub margin: f32,
    /// How wide the words may be.
    pub content: f32,
}

impl Frame {
    /// What the rail can be in a window of this size.
    pub fn rail_for(size: Vec2) -> Rail {
        if size.x >= ROOMY {
            Rail::Roomy
        } else if size.x >= WIDE {
            Rail::Words
        } else if size.x >= DOTS.x && size.y >= DOTS.y {
            Rail::Dots
        } else {
            Rail::None
        }
    }

    /// How wide the words and the button row are, and how far from the page's left edge.
    pub fn text_column(size: Vec2) -> (f32, f32) {
        let page = (size.x - Self::rail_for(size).width()).max(0.0);
        let margin: f32 = match Self::rail_for(size) {
            Rail::Roomy => 40.0,
            Rail::Words => 28.0,
            Rail::Dots => 32.0,
            Rail::None => 16.0,
        };
        let margins = margin + margin.max(AT_BAR);
        let content = (page - margins).clamp(0.0, CONTENT);
        // A wide window gets its white space on both sides, but the words stay near the rail.
        let spare = page - content - margins;
        (margin + (spare / 2.0).clamp(0.0, 96.0), content)
    }

    /// The parts of `window`, with a banner and a button row of these heights.
    pub fn new(window: Rect, banner: f32, row: f32) -> Self {
        let rail_kind = Self::rail_for(window.size());
        let (margin, content) = Self::text_column(window.size());
        let under = (window.top() + bar::HEIGHT).min(window.bottom());
        let top = (under + banner).min(window.bottom());
        let left = (window.left() + rail_kind.width()).min(window.right());
        let bottom = (window.bottom() - row).max(top);
        Self {
            bar: Rect::from_min_max(window.min, pos2(window.right(), under)),
            banner: Rect::from_min_max(pos2(window.left(), under), pos2(window.right(), top)),
            rail: Rect::from_min_max(pos2(window.left(), top), pos2(left, window.bottom())),
            rail_kind,
            page: Rect::from_min_max(pos2(left, top), pos2(window.right(), bottom)),
            row: Rect::from_min_max(pos2(left, bottom), window.max),
            margin,
            content,
        }
    }

    /// Whether there is little room, so that headings are smaller.
    pub fn is_narrow(&self) -> bool {
        self.rail_kind == Rail::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: f32, height: f32) -> Frame {
        Frame::new(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height)), 0.0, 64.0)
    }

    #[test]
    fn the_rail_has_words_from_760_points_on() {
        assert_eq!(frame(900.0, 700.0).rail.width(), 228.0);
        assert_eq!(frame(800.0, 600.0).rail_kind, Rail::Words);
        assert_eq!(frame(759.0, 700.0).rail_kind, Rail::Dots);
        assert_eq!(frame(400.0, 300.0).rail_kind, Rail::None);
    }

    #[test]
    fn the_page_uses_a_window_up_to_1288_points() {
        for width in [320.0, 400.0, 800.0, 900.0, 1280.0, 3840.0] {
            let frame = frame(width, 700.0);
            assert!(frame.content <= 980.0);
            assert!(frame.margin + frame.content <= frame.page.width());
        }
        assert_eq!(frame(1280.0, 800.0).content, 1280.0 - 228.0 - 80.0);
    }

    #[test]
    fn the_button_row_ends_where_the_window_ends_however_small() {
        for (width, height) in [(800.0, 600.0), (400.0, 300.0), (200.0, 40.0)] {
            let frame = frame(width, height);
            assert_eq!(frame.row.bottom(), height);
            assert!(frame.page.height() >= 0.0);
        }
    }
}
