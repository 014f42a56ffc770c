//! How large and how dark words are, and how long their lines: for somebody of 68.

use super::*;
use crate::walks::every_screen;
use cleanbreak::journey::Block;
use eframe::egui::Color32;
use eframe::egui::epaint::{ClippedShape, Shape, TextShape};
use egui_kittest::{Harness, Node};

/// A window so high that everything of a page is painted.
const HIGH: f32 = 9000.0;

/// Every text that is painted.
pub fn painted(harness: &Harness<'static>) -> Vec<TextShape> {
    fn of(shape: &Shape, found: &mut Vec<TextShape>) {
        match shape {
            Shape::Text(text) => found.push(text.clone()),
            Shape::Vec(all) => all.iter().for_each(|one| of(one, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let shapes: &[ClippedShape] = &harness.output().shapes;
    shapes.iter().for_each(|clipped| of(&clipped.shape, &mut found));
    found
}

/// What a page tells and asks for: all of it but titles, chips and labels.
fn told(screen: &Screen, texts: &Texts) -> Vec<String> {
    let mut all: Vec<String> = screen.lead.iter().chain(&screen.note).map(|say| texts.say(say)).collect();
    for block in &screen.blocks {
        match block {
            Block::Card(card) => {
                all.extend(card.body.iter().map(|say| texts.say(say)));
                let disabled = card.actions.iter().filter_map(|action| action.disabled.as_ref());
                all.extend(disabled.map(|why| texts.say(why)));
            }
            Block::Text(say) | Block::Progress { what: say, .. } => all.push(texts.say(say)),
            Block::Steps(steps) => all.extend(steps.iter().map(|step| texts.say(step))),
            Block::Heading(_) | Block::Timeline(_) => {}
        }
    }
    // Where the main button cannot be pressed, the reason stands in the note's place.
    if let Some(why) = screen.main.as_ref().and_then(|main| main.disabled.as_ref()) {
        all.retain(|one| screen.note.as_ref().is_none_or(|note| *one != texts.say(note)));
        all.push(texts.say(why));
    }
    all
}

#[test]
fn what_is_told_is_set_in_ink_and_in_16_points_at_least() {
    let mut wrong = Vec::new();
    on_every_page(vec2(1000.0, HIGH), None, |window, screen, texts, language| {
        let ink: Color32 = window.harness.ctx.style_of(window.harness.ctx.theme()).visuals.override_text_color.unwrap();
        let painted = painted(&window.harness);
        for sentence in told(screen, texts).into_iter().filter(|sentence| !sentence.is_empty()) {
            let words = |text: &TextShape| text.galley.job.text.clone();
            let whole = painted.iter().any(|text| words(text) == sentence);
            let shows = |text: &&TextShape| {
                if whole { words(text) == sentence } else { words(text).contains(sentence.as_str()) }
            };
            let shown: Vec<&TextShape> = painted.iter().filter(shows).collect();
            if shown.is_empty() {
                wrong.push(format!("{language} {}: not painted: {sentence}", screen.page));
            }
            let sections = |text: &TextShape| text.galley.job.sections.clone();
            let fits = |text: &&TextShape| {
                sections(text).iter().all(|part| part.format.font_id.size >= 16.0 && part.format.color == ink)
            };
            if let Some(text) = shown.iter().find(|text| !fits(text)) {
                let parts = sections(text);
                let format = &parts[0].format;
                wrong.push(format!(
                    "{language} {}: {} points, {:?}: {sentence}",
                    screen.page, format.font_id.size, format.color
                ));
            }
        }
    });
    assert!(wrong.is_empty(), "{}\n{:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}

#[test]
fn no_words_are_smaller_than_14_points() {
    let mut small = Vec::new();
    on_every_page(vec2(1000.0, HIGH), None, |window, screen, _, language| {
        for text in painted(&window.harness) {
            let size = text.galley.job.sections.iter().map(|part| part.format.font_id.size).fold(99.0, f32::min);
            if size < 14.0 {
                small.push(format!("{language} {}: {size}: {}", screen.page, text.galley.job.text));
            }
        }
    });
    assert!(small.is_empty(), "{}\n{:#?}", small.len(), &small[..small.len().min(12)]);
}

#[test]
fn no_line_is_longer_than_80_letters_however_wide_the_window_is() {
    for width in [1000.0, 1920.0] {
        let (mut longest, mut where_it_is, mut letters, mut lines) = (0, String::new(), 0, 0);
        on_every_page(vec2(width, HIGH), None, |window, screen, texts, language| {
            let told = told(screen, texts);
            for text in painted(&window.harness) {
                let words = &text.galley.job.text;
                if !told.iter().any(|sentence| words.contains(sentence.as_str())) {
                    continue;
                }
                for row in text.galley.rows.iter().take(text.galley.rows.len() - 1) {
                    lines += 1;
                    letters += row.glyphs.len();
                    if row.glyphs.len() > longest {
                        longest = row.glyphs.len();
                        where_it_is = format!("{language} {}: {words}", screen.page);
                    }
                }
            }
        });
        assert!(longest <= 80, "{width}: {longest} letters: {where_it_is}");
        assert!(letters / lines <= 75, "{width}: {letters} letters in {lines} lines");
    }
}

#[test]
fn a_wide_window_shows_two_cards_beside_each_other() {
    let cards = |page: &Screen| page.blocks.iter().filter(|block| matches!(block, Block::Card(_))).count();
    let page = every_screen().into_iter().find(|page| page.page == "700" && cards(page) > 2).unwrap();
    let title = |block: &Block| match block {
        Block::Card(card) => card.title.as_ref().map(|title| Texts::english().say(title)),
        _ => None,
    };
    let tops = |width: f32| -> Vec<f32> {
        let window = Window::open(FakeGuide::new(vec![page.clone()]), vec2(width, 2000.0));
        let titles: Vec<String> = page.blocks.iter().filter_map(title).collect();
        let is_title = |node: &Node<'_>| node.accesskit_node().label().is_some_and(|label| titles.contains(&label));
        window
            .nodes(|role| role == Role::Heading)
            .iter()
            .filter(|node| is_title(node))
            .map(|node| node.rect().top())
            .collect()
    };
    let beside = |tops: &[f32]| tops.windows(2).filter(|two| (two[0] - two[1]).abs() < 1.0).count();
    assert_eq!(beside(&tops(1000.0)), 0);
    assert!(beside(&tops(1280.0)) >= 1, "{:?}", tops(1280.0));
}
