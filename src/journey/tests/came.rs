//! What brought a person here: choosing an answer changes what they are told, and nothing of the way.

use super::*;
use crate::assess::Trouble;

fn first_page() -> Session {
    Session::new(Page::Welcome, None)
}

fn answers(session: &Session) -> Vec<(Trouble, bool)> {
    let shown = screen(session, Catalog::embedded());
    let answer = |action: &Action| match action.button {
        Button::Came(trouble) => Some((trouble, action.chosen)),
        _ => None,
    };
    shown.pressable().filter_map(answer).collect()
}

#[test]
fn the_first_page_offers_every_answer_and_none_is_chosen() {
    assert_eq!(answers(&first_page()), Trouble::ALL.map(|trouble| (trouble, false)));
}

#[test]
fn an_answer_is_chosen_and_pressed_once_more_it_is_taken_back() {
    for trouble in Trouble::ALL {
        let mut session = first_page();
        assert_eq!(press(&mut session, Button::Came(trouble)), [Effect::Program(ProgramEffect::Save)]);
        assert_eq!(answers(&session), Trouble::ALL.map(|one| (one, one == trouble)));
        press(&mut session, Button::Came(trouble));
        assert_eq!(session.trouble, None);
    }
}

#[test]
fn one_answer_takes_the_place_of_the_other() {
    let mut session = first_page();
    press(&mut session, Button::Came(Trouble::Upgrade));
    press(&mut session, Button::Came(Trouble::Work));
    assert_eq!(session.trouble, Some(Trouble::Work));
}

/// Nothing moves under the pointer, and what is pressed next is what it was.
#[test]
fn choosing_changes_nothing_on_the_page_but_what_is_chosen() {
    let mut session = first_page();
    let (before, saved) = (screen(&session, Catalog::embedded()), serde_json::to_value(&session).unwrap());
    press(&mut session, Button::Came(Trouble::NoInternet));
    let mut after = screen(&session, Catalog::embedded());
    for block in &mut after.blocks {
        if let Block::Card(card) = block {
            card.actions.iter_mut().for_each(|action| action.chosen = false);
        }
    }
    assert_eq!(after, before);
    session.trouble = None;
    assert_eq!(serde_json::to_value(&session).unwrap(), saved);
}

#[test]
fn the_question_stands_below_what_will_happen() {
    let shown = screen(&first_page(), Catalog::embedded());
    let steps = shown.blocks.iter().position(|block| matches!(block, Block::Steps(_))).unwrap();
    let asks = |block: &Block| matches!(block, Block::Card(card) if card.actions.iter().any(is_answer));
    assert_eq!(shown.blocks.iter().position(asks), Some(steps + 1));
}

fn is_answer(action: &Action) -> bool {
    matches!(action.button, Button::Came(_))
}

#[test]
fn the_answer_is_saved_and_a_session_without_it_is_read() {
    let mut session = first_page();
    press(&mut session, Button::Came(Trouble::Bought));
    let mut saved = serde_json::to_value(&session).unwrap();
    assert_eq!(saved["trouble"], "bought");
    assert_eq!(serde_json::from_value::<Session>(saved.clone()).unwrap().trouble, Some(Trouble::Bought));
    saved.as_object_mut().unwrap().remove("trouble");
    assert_eq!(serde_json::from_value::<Session>(saved).unwrap().trouble, None);
}
