//! Colours and sizes, light and dark. Every colour of the window stands here.

use crate::journey::Tone;
use eframe::egui::{self, Color32, FontFamily, FontId, Margin};

/// The name of the semi-bold face; see the `fonts` module.
const STRONG: &str = "strong";

/// One way to set text: points, line height, weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Size in points.
    pub size: f32,
    /// Distance between lines in points.
    pub line: f32,
    /// Semi-bold.
    pub strong: bool,
}

impl Type {
    /// The one heading of a page.
    pub const HEADING: Self = Self { size: 27.0, line: 34.0, strong: true };
    /// The heading where there is little room.
    pub const HEADING_NARROW: Self = Self { size: 22.0, line: 28.0, strong: true };
    /// Every sentence that tells something or says what to do: large enough for most people of 68.
    pub const BODY: Self = Self { size: 16.0, line: 24.0, strong: false };
    /// The sentence beside the main button: two lines of it are no higher than the button.
    pub const NOTE: Self = Self { size: 16.0, line: 22.0, strong: false };
    /// Titles of cards and words on buttons.
    pub const STRONG: Self = Self { size: 16.0, line: 24.0, strong: true };
    /// Chips and small labels.
    pub const CAPTION: Self = Self { size: 14.0, line: 18.0, strong: false };
    /// The same, semi-bold.
    pub const CAPTION_STRONG: Self = Self { size: 14.0, line: 18.0, strong: true };

    /// The font that this is set in.
    pub fn font(self) -> FontId {
        FontId::new(self.size, if self.strong { strong_family() } else { FontFamily::Proportional })
    }
}

/// The semi-bold family.
pub fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// A text colour and what it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Text, lines and icons.
    pub text: Color32,
    /// The ground.
    pub ground: Color32,
}

/// The colours of one appearance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground of a page.
    pub page: Color32,
    /// The ground of the rail.
    pub rail: Color32,
    /// The ground of a card.
    pub card: Color32,
    /// Text.
    pub ink: Color32,
    /// Less important text.
    pub soft: Color32,
    /// Thin lines.
    pub line: Color32,
    /// The edge of a control: seen without its words.
    pub edge: Color32,
    /// The main button.
    pub primary: Pair,
    /// The main button under the pointer.
    pub primary_hover: Color32,
    /// The ground of other controls under the pointer.
    pub hover: Color32,
    /// A control that cannot be pressed.
    pub disabled: Pair,
    /// The answer that was chosen.
    pub chosen: Pair,
    /// Words that can be pressed.
    pub link: Color32,
    /// The ring around what has the keyboard.
    pub focus: Color32,
    /// Good.
    pub good: Pair,
    /// Needs attention.
    pub attention: Pair,
    /// Would break something.
    pub stop: Pair,
    /// For information.
    pub info: Pair,
}

const fn rgb(value: u32) -> Color32 {
    let [_, red, green, blue] = value.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn pair(text: u32, ground: u32) -> Pair {
    Pair { text: rgb(text), ground: rgb(ground) }
}

/// Dark on light.
pub static LIGHT: Theme = Theme {
    page: rgb(0xFFFFFF),
    rail: rgb(0xF3F5F6),
    card: rgb(0xFFFFFF),
    ink: rgb(0x16202B),
    soft: rgb(0x51606F),
    line: rgb(0xD9DFE4),
    edge: rgb(0x7B8894),
    primary: pair(0xFFFFFF, 0x0A5F63),
    primary_hover: rgb(0x084C50),
    hover: rgb(0xEDF1F3),
    disabled: pair(0x51606F, 0xE3E8EB),
    chosen: pair(0x084C50, 0xE3F1F1),
    link: rgb(0x0A5F63),
    focus: rgb(0x1F5C9E),
    good: pair(0x1B6E45, 0xE7F4EC),
    attention: pair(0x8A5200, 0xFDF2DF),
    stop: pair(0xA3261D, 0xFCEBE9),
    info: pair(0x1F5C9E, 0xE8F1FB),
};

/// Light on dark.
pub static DARK: Theme = Theme {
    page: rgb(0x11161B),
    rail: rgb(0x161C22),
    card: rgb(0x181F26),
    ink: rgb(0xEAF0F4),
    soft: rgb(0xA3B0BC),
    line: rgb(0x2C3640),
    edge: rgb(0x6B7986),
    primary: pair(0x06201F, 0x4FB8B3),
    primary_hover: rgb(0x6ACBC6),
    hover: rgb(0x222B34),
    disabled: pair(0xA3B0BC, 0x28323B),
    chosen: pair(0x7CD6D1, 0x16302F),
    link: rgb(0x4FB8B3),
    focus: rgb(0x8DBDF2),
    good: pair(0x6FD09B, 0x14291E),
    attention: pair(0xF0B860, 0x2B2213),
    stop: pair(0xFF9A90, 0x2E1A19),
    info: pair(0x8DBDF2, 0x152335),
};

/// Black on white, for who needs more contrast.
pub static HIGH_LIGHT: Theme = Theme {
    page: rgb(0xFFFFFF),
    rail: rgb(0xFFFFFF),
    card: rgb(0xFFFFFF),
    ink: rgb(0x000000),
    soft: rgb(0x1F2933),
    line: rgb(0x3D4852),
    edge: rgb(0x000000),
    primary: pair(0xFFFFFF, 0x00363A),
    primary_hover: rgb(0x000000),
    hover: rgb(0xE4EAEE),
    disabled: pair(0x1F2933, 0xE4EAEE),
    chosen: pair(0x002B2E, 0xE3F1F1),
    link: rgb(0x00414A),
    focus: rgb(0x00357A),
    good: pair(0x00401F, 0xE7F4EC),
    attention: pair(0x5A3300, 0xFDF2DF),
    stop: pair(0x7A0000, 0xFCEBE9),
    info: pair(0x00357A, 0xE8F1FB),
};

/// White on black, for who needs more contrast.
pub static HIGH_DARK: Theme = Theme {
    page: rgb(0x000000),
    rail: rgb(0x000000),
    card: rgb(0x000000),
    ink: rgb(0xFFFFFF),
    soft: rgb(0xDCE5EC),
    line: rgb(0xA9B5BF),
    edge: rgb(0xFFFFFF),
    primary: pair(0x000000, 0x7FE8E2),
    primary_hover: rgb(0xB8F5F1),
    hover: rgb(0x1C242C),
    disabled: pair(0xDCE5EC, 0x1C242C),
    chosen: pair(0xB8F5F1, 0x06201F),
    link: rgb(0x7FE8E2),
    focus: rgb(0xFFE14D),
    good: pair(0x9BF0C0, 0x06160D),
    attention: pair(0xFFD68A, 0x191204),
    stop: pair(0xFFC2BC, 0x200A09),
    info: pair(0xB9DAFF, 0x071320),
};

/// Where egui keeps whether the contrast is high.
fn contrast_id() -> egui::Id {
    egui::Id::unique("high contrast")
}

impl Theme {
    /// The colours that go with what egui shows now.
    pub fn of(ctx: &egui::Context) -> &'static Theme {
        Self::like(ctx.theme(), ctx.data(|data| data.get_temp(contrast_id()).unwrap_or(false)))
    }

    /// Light or dark; `high`: such that differ more.
    pub fn like(theme: egui::Theme, high: bool) -> &'static Theme {
        match (theme, high) {
            (egui::Theme::Light, false) => &LIGHT,
            (egui::Theme::Dark, false) => &DARK,
            (egui::Theme::Light, true) => &HIGH_LIGHT,
            (egui::Theme::Dark, true) => &HIGH_DARK,
        }
    }

    /// From here on [`Theme::of`] gives colours that differ more, or the usual ones.
    pub fn set_contrast(ctx: &egui::Context, high: bool) {
        ctx.data_mut(|data| data.insert_temp(contrast_id(), high));
    }

    /// The colours of a tone.
    pub fn tone(&self, tone: Tone) -> Pair {
        match tone {
            Tone::Plain => Pair { text: self.soft, ground: self.rail },
            Tone::Good => self.good,
            Tone::Info => self.info,
            Tone::Attention => self.attention,
            Tone::Stop => self.stop,
        }
    }

    /// Every text on every ground it is painted on.
    #[cfg(test)]
    fn pairs(&self) -> Vec<(&'static str, Pair)> {
        let on = |text: Color32, ground: Color32| Pair { text, ground };
        vec![
            ("ink on page", on(self.ink, self.page)),
            ("ink on rail", on(self.ink, self.rail)),
            ("ink on card", on(self.ink, self.card)),
            ("ink on hover", on(self.ink, self.hover)),
            ("ink on good", on(self.ink, self.good.ground)),
            ("soft on page", on(self.soft, self.page)),
            ("soft on rail", on(self.soft, self.rail)),
            ("soft on card", on(self.soft, self.card)),
            ("soft on hover", on(self.soft, self.hover)),
            ("soft on good", on(self.soft, self.good.ground)),
            ("link on page", on(self.link, self.page)),
            ("link on rail", on(self.link, self.rail)),
            ("link on card", on(self.link, self.card)),
            ("link on hover", on(self.link, self.hover)),
            ("link on good", on(self.link, self.good.ground)),
            ("attention on card", on(self.attention.text, self.card)),
            ("primary", self.primary),
            ("primary under the pointer", on(self.primary.text, self.primary_hover)),
            ("disabled", self.disabled),
            ("chosen", self.chosen),
            ("good", self.good),
            ("attention", self.attention),
            ("stop", self.stop),
            ("info", self.info),
        ]
    }
}

/// No line of text is wider: 70 letters on average, and never more than 80, of [`Type::BODY`].
pub const MEASURE: f32 = 530.0;
/// Space between a card's edge and its words.
pub const CARD_MARGIN: Margin = Margin { left: 18, right: 18, top: 14, bottom: 14 };
/// Corners of cards.
pub const CARD_RADIUS: u8 = 12;
/// Corners of buttons.
pub const BUTTON_RADIUS: u8 = 9;

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let part = f64::from(value) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        let all = [
            ("light", &LIGHT, 4.5),
            ("dark", &DARK, 4.5),
            ("light, high contrast", &HIGH_LIGHT, 7.0),
            ("dark, high contrast", &HIGH_DARK, 7.0),
        ];
        for (name, theme, least) in all {
            for (what, pair) in theme.pairs() {
                let found = contrast(pair.text, pair.ground);
                assert!(found >= least, "{name}: {what} has {found:.2}:1");
            }
        }
    }

    #[test]
    fn the_table_of_contrasts_is_of_these_colours() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/accessibility.md");
        let told = std::fs::read_to_string(file).unwrap();
        let themes = [&LIGHT, &DARK, &HIGH_LIGHT, &HIGH_DARK].map(Theme::pairs);
        let rows = themes[0].iter().enumerate().map(|(at, (what, _))| {
            let found = themes.each_ref().map(|pairs| format!("{:.1}", contrast(pairs[at].1.text, pairs[at].1.ground)));
            format!("| {what} | {} |", found.join(" | "))
        });
        let missing: Vec<String> = rows.filter(|row| !told.contains(row)).collect();
        assert_eq!(missing, Vec::<String>::new(), "docs/accessibility.md lacks\n{}", missing.join("\n"));
    }

    #[test]
    fn edges_and_the_focus_ring_can_be_seen() {
        for (theme, least) in [(&LIGHT, 3.0), (&DARK, 3.0), (&HIGH_LIGHT, 7.0), (&HIGH_DARK, 7.0)] {
            for ground in [theme.page, theme.card, theme.rail] {
                assert!(contrast(theme.edge, ground) >= least);
                assert!(contrast(theme.focus, ground) >= least);
            }
        }
        for theme in [&HIGH_LIGHT, &HIGH_DARK] {
            assert!(contrast(theme.line, theme.card) >= 7.0, "the edge of a card is seen, too");
        }
    }

    #[test]
    fn what_tells_something_is_set_in_16_points_and_a_caption_in_14() {
        for told in [Type::BODY, Type::NOTE, Type::STRONG, Type::HEADING, Type::HEADING_NARROW] {
            assert!(told.size >= 16.0, "{told:?}");
        }
        for caption in [Type::CAPTION, Type::CAPTION_STRONG] {
            assert!(caption.size >= 14.0, "{caption:?}");
        }
    }

    #[test]
    fn contrast_is_measured_as_defined() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    }
}
