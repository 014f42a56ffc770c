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
    /// Text size, 1.0 to 2.0.
    pub zoom: f32,
    /// Which colours.
    pub theme: Theme,
    /// Language tag. Empty: as the system has it.
    pub language: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { zoom: 1.0, theme: Theme::System, language: String::new() }
    }
}
