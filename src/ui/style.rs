//! Makes egui look like our theme, and takes away everything that moves.

use super::theme::Theme;
use eframe::egui::{self, CornerRadius, Stroke, Vec2};

/// Returns egui our colours and sizes, and takes away everything that moves. `calm` is for remote
/// sessions and computers that paint without a graphics card: nothing glides after the wheel.
pub fn apply_style(ctx: &egui::Context, calm: bool) {
    ctx.options_mut(|options| {
        options.fallback_theme = egui::Theme::Light;
    });
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(theme, |style| spacing(style, calm));
    }
    paint_with_contrast(ctx, false);
}

/// Paints with colours that differ more, or with the usual ones.
pub fn paint_with_contrast(ctx: &egui::Context, high: bool) {
    Theme::set_contrast(ctx, high);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(theme, |style| visuals(&mut style.visuals, Theme::like(theme, high)));
    }
}

fn spacing(style: &mut egui::Style, calm: bool) {
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.explanation_tooltips = false;
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = Vec2::ZERO;
    style.spacing.scroll = egui::style::ScrollStyle::solid();
    style.spacing.scroll.bar_width = 8.0;
    style.spacing.scroll.handle_min_length = 32.0;
    style.spacing.scroll.bar_inner_margin = 0.0;
    style.spacing.scroll.bar_outer_margin = 3.0;
    style.spacing.scroll.fade.strength = 0.0;
    style.spacing.scroll.kinetic.rubber_band = false;
    if calm {
        style.spacing.scroll.kinetic.decay_time = 0.0;
    }
}

fn visuals(visuals: &mut egui::Visuals, colours: &Theme) {
    visuals.panel_fill = colours.page;
    visuals.window_fill = colours.page;
    visuals.extreme_bg_color = colours.page;
    visuals.override_text_color = Some(colours.ink);
    visuals.selection.bg_fill = colours.info.ground;
    visuals.selection.stroke = Stroke::new(1.0, colours.info.text);
    visuals.window_shadow = egui::Shadow::NONE;
    visuals.popup_shadow = egui::Shadow::NONE;
    for (widget, fill) in [
        (&mut visuals.widgets.inactive, colours.edge),
        (&mut visuals.widgets.hovered, colours.soft),
        (&mut visuals.widgets.active, colours.soft),
    ] {
        // Only the handle of the scroll bar is painted by egui itself.
        widget.bg_fill = fill;
        widget.fg_stroke = Stroke::new(1.0, fill);
        widget.corner_radius = CornerRadius::same(5);
        widget.expansion = 0.0;
    }
}
