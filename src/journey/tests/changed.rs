//! A list changes between drawing and pressing. An old button means what it meant, or nothing.

use super::*;

/// What the old press changed, as the ids of findings.
fn touched(session: &Session) -> Vec<String> {
    let cleaning = &session.cleaning;
    cleaning.chosen.iter().chain(&cleaning.disable).chain(&cleaning.open).cloned().collect()
}

/// Every button of the cards of this page, with the card's heading.
fn on_cards(session: &Session) -> Vec<(crate::i18n::Say, Button)> {
    let shown = screen(session, Catalog::embedded());
    let cards = shown.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(card),
        _ => None,
    });
    let buttons = cards.flat_map(|card| {
        let tick = card.tick.iter().map(|(_, tick)| tick);
        tick.chain(&card.actions).map(|action| (card.title.clone().unwrap(), action.button.clone()))
    });
    buttons.collect()
}

#[test]
fn a_press_on_a_list_that_has_changed_never_means_another_finding() {
    let mut pressed = 0;
    for name in ["artefact-keys", "planted-everywhere", "drivers-stay"] {
        let drawn = at(Page::Clean, name);
        for (_, button) in on_cards(&drawn) {
            let pressed_on = format!("{button:?}");
            // The first finding is gone, so that each of the others stands one place further up.
            let mut now = drawn.clone();
            let gone = now.last_look_mut().assessment.leftovers.remove(0);
            press(&mut now, button);
            let findings = &now.assessment().unwrap().leftovers;
            for id in touched(&now) {
                assert_ne!(id, gone.id, "{name}: what is gone is not chosen");
                assert!(findings.iter().any(|found| found.id == id), "{name}: {id} is on the list");
                assert!(pressed_on.contains(&id), "{name}: {pressed_on} was pressed, and {id} was meant");
                pressed += 1;
            }
        }
    }
    assert!(pressed > 2, "{pressed}");
}

#[test]
fn a_press_on_an_old_list_of_clean_ups_never_puts_back_another_one() {
    let mut drawn = at(Page::PastCleanups, "never-had");
    let older = crate::cleanup::PastRun { run: "20260901-080000".into(), ..past_run() };
    drawn.cleaning.past = vec![older.clone()];
    let newer = past_run();
    for (_, button) in on_cards(&drawn) {
        let mut now = drawn.clone();
        now.cleaning.past.insert(0, newer.clone());
        press(&mut now, button);
        assert_eq!(now.cleaning.back.map(|(run, _)| run), Some(older.run.clone()));
    }
}
