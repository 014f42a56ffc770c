//! The button row: its order, its width, and where its buttons stand.

use super::*;
use crate::walks::{every_screen, every_stop};

/// A page with as many buttons in its row as any has.
fn full() -> Screen {
    let mut page = pages::confirm();
    page.others = vec![
        pages::action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN),
        pages::action(Button::Save(SaveButton::Report), MessageId::BUTTON_SAVE_REPORT),
        pages::action(Button::OpenWindowsSecurity, MessageId::BUTTON_OPEN_WINDOWS_SECURITY),
    ];
    page
}

#[test]
fn a_wide_window_has_five_buttons_in_one_line() {
    let page = full();
    let texts = Texts::english();
    let labels: Vec<String> =
        page.back.iter().chain(&page.others).chain(&page.main).map(|action| texts.say(&action.label)).collect();
    assert_eq!(labels.len(), 5);
    let window = Window::open(FakeGuide::new(vec![page]), vec2(1280.0, 800.0));
    let places: Vec<Rect> = labels.iter().map(|label| window.harness.get_by_label(label).rect()).collect();
    let line = places[0].center().y;
    assert!(places.iter().all(|place| (place.center().y - line).abs() < 1.0), "{places:?}");
    assert!(places.windows(2).all(|two| two[0].right() < two[1].left()), "{places:?}");
    let main = places.last().unwrap();
    assert!(main.right() > 1280.0 - 60.0, "the main button stands at the right: {main:?}");
}

#[test]
fn buttons_stand_in_one_line_on_every_page_in_every_language() {
    let mut behind_more = 0;
    for size in [vec2(800.0, 600.0), vec2(640.0, 400.0)] {
        on_every_page(size, None, |window, screen, texts, _| {
            let row = screen.back.iter().chain(&screen.others).chain(&screen.main);
            let labels = row.map(|action| texts.say(&action.label)).chain([texts.get(MessageId::MORE)]);
            let lower = labels.filter_map(|label| {
                // A card may have a button with the same words; the row is drawn after it.
                let last = window.harness.query_all_by_label(&label).last()?;
                Some((last.rect().center().y, label))
            });
            // Where it stands on a card only, it is behind *More*.
            let in_row: Vec<(f32, String)> = lower.filter(|(y, _)| (size.y - 64.0..size.y).contains(y)).collect();
            let line = in_row.first().map_or(0.0, |(y, _)| *y);
            assert!(in_row.iter().all(|(y, _)| (y - line).abs() < 1.0), "page {}: {in_row:?}", screen.page);
            let offered = screen.back.iter().chain(&screen.others).chain(&screen.main).count();
            if in_row.iter().any(|(_, label)| *label == texts.get(MessageId::MORE)) {
                behind_more += 1;
            } else {
                assert_eq!(in_row.len(), offered, "page {}: {in_row:?}", screen.page);
            }
        });
    }
    assert!(behind_more > 5, "{behind_more}: none is behind More");
}

#[test]
fn the_main_button_stands_at_the_same_corner_on_every_page() {
    for size in [vec2(800.0, 600.0), vec2(1280.0, 800.0)] {
        let mut corner: Option<(f32, f32)> = None;
        let mut window: Option<Window> = None;
        for screen in every_screen() {
            let Some(main) = screen.main.as_ref() else { continue };
            let label = Texts::english().say(&main.label);
            let guide = FakeGuide::new(vec![screen.clone()]);
            let window = match &mut window {
                Some(window) => {
                    window.open_again(guide);
                    window
                }
                none => none.insert(Window::open(guide, size)),
            };
            // A card may have a button with the same words; the row is drawn after it.
            let place = window.harness.get_all_by_label(&label).last().unwrap().rect();
            let here = (place.right(), place.bottom());
            let first = *corner.get_or_insert(here);
            let near = (first.0 - here.0).abs() < 1.0 && (first.1 - here.1).abs() < 3.0;
            assert!(near, "page {}: {here:?} and elsewhere {first:?}", screen.page);
        }
    }
}

#[test]
fn buttons_of_a_page_keep_their_order_between_visits() {
    let mut before: Vec<(&str, MessageId, MessageId)> = Vec::new();
    for screen in every_stop() {
        let ids: Vec<MessageId> = screen.others.iter().map(|action| action.label.id).collect();
        for (at, one) in ids.iter().enumerate() {
            for other in &ids[at + 1..] {
                assert!(
                    !before.contains(&(screen.page, *other, *one)),
                    "page {}: {} stands left and right of {}",
                    screen.page,
                    one.name(),
                    other.name()
                );
                before.push((screen.page, *one, *other));
            }
        }
    }
    assert!(!before.is_empty());
}
