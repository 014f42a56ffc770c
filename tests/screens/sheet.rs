//! The page that is photographed: it is whole on one screen.

use super::*;
use crate::walks::walk::walked;
use crate::walks::words::sentences;
use cleanbreak::act::practice::NAMES;
use egui_kittest::kittest::By;

/// Where the lowest sentence of a page ends, and where the part of the window ends that shows the page.
fn ends(screen: &Screen, language: &str, size: egui::Vec2) -> (f32, f32) {
    let mut guide = FakeGuide::new(vec![screen.clone()]);
    guide.change_settings(Settings { language: language.to_string(), ..guide.settings.clone() });
    let told: Vec<String> = sentences(screen).into_iter().map(|say| guide.texts().say(say)).collect();
    // The frame that a window without a display has around it takes 8 points on each side.
    let window = Window::open(guide, size + vec2(16.0, 16.0));
    // In two columns the last sentence need not be the lowest.
    let end_of = |sentence: String| {
        let says = move |text: String| text.ends_with(&sentence);
        let says = By::new().predicate(move |node| [node.label(), node.value()].into_iter().flatten().any(&says));
        window.harness.query_all(says).map(|node| node.rect().bottom()).fold(f32::NAN, f32::max)
    };
    // The lead stands in one text, under the title.
    let blocks = told.into_iter().skip(1 + screen.lead.len());
    let ends: Vec<f32> = blocks.map(end_of).collect();
    assert!(ends.iter().all(|end| !end.is_nan()), "a sentence is not shown: {ends:?}");
    (ends.into_iter().fold(f32::NAN, f32::max), window.harness.get_by_role(Role::Main).rect().bottom())
}

#[test]
fn the_sheet_to_keep_is_whole_on_one_screen() {
    let walks = NAMES.iter().flat_map(|name| walked(name)).map(|stop| &stop.screen);
    let sheets: Vec<&Screen> = walks.filter(|screen| screen.page == "400").collect();
    assert!(!sheets.is_empty(), "a walk comes to it");
    let mut cut = Vec::new();
    // In the smallest window its letters leave room for two thirds; the sheet on paper is whole there, too.
    for (size, under) in [(vec2(1280.0, 800.0), 0.0), (vec2(800.0, 600.0), 1.0 / 3.0)] {
        for language in ["en", "es"] {
            for sheet in &sheets {
                let (last, room) = ends(sheet, language, size);
                if last > room * (1.0 + under) || last.is_nan() {
                    cut.push((language, size, last - room));
                }
            }
        }
    }
    assert_eq!(cut, []);
}
