//! The same question to every page that a practice computer shows.

use super::*;
use crate::walks::every_screen;

/// Opens each page of every practice computer in a window of this size, in every language, with the practice line if that
/// is named.
pub fn on_every_page(size: egui::Vec2, practice: Option<&str>, mut look: impl FnMut(&Window, &Screen, &Texts, &str)) {
    for language in Texts::languages() {
        let texts = Texts::language(language);
        let mut window: Option<Window> = None;
        for screen in every_screen() {
            let mut guide = FakeGuide::new(vec![screen.clone()]);
            guide.practice = practice.map(str::to_string);
            guide.change_settings(Settings { language: language.to_string(), ..guide.settings.clone() });
            let window = match &mut window {
                Some(window) => {
                    window.open_again(guide);
                    window
                }
                none => none.insert(Window::open(guide, size)),
            };
            look(window, screen, &texts, language);
        }
    }
}
