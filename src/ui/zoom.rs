//! How large the text is: as the person wishes, as long as the window has room for a page.

use crate::store::Settings;
use eframe::egui::{Context, Vec2, vec2};

/// In fewer points the line at the top and the buttons leave no room for a page.
const LEAST: Vec2 = vec2(400.0, 260.0);
/// Two zoom factors that nobody can tell apart.
const SAME: f32 = 0.01;

/// The text size that is wished and the one that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Zoom {
    wished: f32,
    /// What the window was told last.
    told: f32,
    /// What it had when it was last asked.
    seen: f32,
}

impl Zoom {
    /// Shows text in this size.
    pub fn new(ctx: &Context, wished: f32) -> Self {
        let mut zoom = Self { wished: 1.0, told: ctx.zoom_factor(), seen: ctx.zoom_factor() };
        zoom.wish(ctx, wished);
        zoom
    }

    /// The person wishes text in this size.
    pub fn wish(&mut self, ctx: &Context, wished: f32) {
        self.wished = Settings::zoom_within(wished);
        self.told = self.within(ctx);
        ctx.set_zoom_factor(self.told);
    }

    /// Follows the size of the window. Some: the person has zoomed with the keyboard, to this.
    pub fn follow(&mut self, ctx: &Context) -> Option<f32> {
        let now = ctx.zoom_factor();
        let by_keyboard = differ(now, self.seen) && differ(now, self.told);
        self.seen = now;
        if by_keyboard {
            // From what is shown, and not from a size for which there is no room.
            self.wished = Settings::zoom_within(now);
        }
        let told = self.within(ctx);
        if differ(told, now) {
            ctx.set_zoom_factor(told);
        }
        self.told = told;
        by_keyboard.then_some(self.wished)
    }

    /// Whether the window is too small for the size that is wished.
    pub fn is_held(self) -> bool {
        differ(self.told, self.wished)
    }

    /// As much of what is wished as the window has room for.
    fn within(self, ctx: &Context) -> f32 {
        let room = ctx.content_rect().size() * ctx.zoom_factor() / LEAST;
        // Before the first pass nobody knows how large the window is.
        let most = if room.is_finite() { room.min_elem().max(1.0) } else { self.wished };
        self.wished.min(most)
    }
}

fn differ(one: f32, other: f32) -> bool {
    (one - other).abs() > SAME
}
