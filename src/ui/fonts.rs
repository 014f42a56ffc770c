//! The one face of the window, in two weights. It has every letter of the languages we speak, so
//! no word is ever set in two faces. Made by `assets/fonts/build`.

use super::theme::strong_family;
use eframe::egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// Our face before egui's own, which stays for the technical details and for scripts that ours
/// does not have.
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let others = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces = [(FontFamily::Proportional, "Inter", REGULAR), (strong_family(), "Inter SemiBold", SEMI_BOLD)];
    for (family, name, data) in faces {
        fonts.font_data.insert(name.to_string(), Arc::new(FontData::from_static(data)));
        let chain = std::iter::once(name.to_string()).chain(others.iter().cloned()).collect();
        fonts.families.insert(family, chain);
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Type;
    use eframe::egui::{Context, RawInput, epaint::text::MissingGlyphPolicy};

    /// Our two faces alone, so that no other face hides a missing letter.
    fn ours_alone() -> Context {
        let mut fonts = font_definitions();
        for (family, chain) in &mut fonts.families {
            if *family != FontFamily::Monospace {
                chain.truncate(1);
            }
        }
        let ctx = Context::default();
        ctx.set_fonts(fonts);
        ctx.set_missing_glyph_policy(MissingGlyphPolicy::Panic);
        ctx
    }

    fn lay_out(text: &str) {
        let ctx = ours_alone();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            for style in [Type::BODY, Type::STRONG] {
                let galley = ui.painter().layout_no_wrap(text.to_string(), style.font(), eframe::egui::Color32::BLACK);
                assert!(galley.size().x > 0.0);
            }
        });
        output.textures_delta.clear();
    }

    #[test]
    fn every_letter_of_the_texts_can_be_drawn() {
        let languages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n");
        let mut text = String::new();
        for language in std::fs::read_dir(languages).unwrap() {
            for file in std::fs::read_dir(language.unwrap().path()).unwrap() {
                text += &std::fs::read_to_string(file.unwrap().path()).unwrap();
            }
        }
        assert!(text.len() > 1000, "the texts were found");
        lay_out(&text);
    }

    #[test]
    fn letters_of_the_languages_to_come_can_be_drawn() {
        lay_out("ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỷỹỵ ĄĆĘŁŃÓŚŹŻ ŞĞİıə őű ţșț ЇЄҐі Ћђљњ ҚҒҢӨҰҮҺ ΆΈΉΊΌΎΏ ñ¿¡ “”„‘’–—… €№™");
    }

    #[test]
    #[should_panic(expected = "glyph")]
    fn a_missing_letter_is_noticed() {
        lay_out("漢");
    }
}
