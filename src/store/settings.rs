//! What the person chose for the window.

use serde::{Deserialize, Serialize};

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Colours that differ more: light or dark as the system has it.
    HighContrast,
}

/// What the person chose. Unknown fields are passed over: losing a text size harms nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Text size, 1.0 to [`Settings::MOST_ZOOM`].
    pub zoom: f32,
    /// Which colours.
    pub theme: Theme,
    /// Language tag. Empty: as the system has it.
    pub language: String,
}

impl Settings {
    /// The largest text size.
    pub const MOST_ZOOM: f32 = 3.0;

    /// A text size that the window can show.
    pub fn zoom_within(zoom: f32) -> f32 {
        if zoom.is_finite() { zoom.clamp(1.0, Self::MOST_ZOOM) } else { 1.0 }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { zoom: 1.0, theme: Theme::System, language: String::new() }
    }
}
