//! What a clean-up would do is said in plain words first, and step by step on demand.

use super::*;
use crate::i18n::Texts;
use std::collections::BTreeSet;

/// A page about what is to be cleaned, with its name in messages.
fn shown(session: &Session) -> Screen {
    screen(session, Catalog::embedded())
}

/// What stands on each card, under its heading, and in each list of a page.
fn lines(screen: &Screen) -> Vec<String> {
    let (texts, mut heading) = (Texts::english(), String::new());
    let mut of = |block: &Block| match block {
        Block::Steps(steps) => steps.iter().map(|step| texts.say(step)).collect(),
        Block::Heading(words) => {
            heading = texts.say(words);
            Vec::new()
        }
        block => vec![format!("{heading}: {}", plain_block(block, &texts))],
    };
    screen.blocks.iter().flat_map(&mut of).collect()
}

/// Every machine of which something may be cleaned, at *What should go?*.
fn cleanable() -> impl Iterator<Item = (&'static str, Session)> {
    MACHINES.keys().filter_map(|name| {
        let mut session = at(Page::Left, name);
        press(&mut session, Button::Clean(CleanButton::Open));
        (session.page == Page::Clean).then_some((name.as_str(), session))
    })
}

fn previewing(mut session: Session) -> Option<Session> {
    press(&mut session, Button::Clean(CleanButton::Preview));
    (session.page == Page::CleanPreview).then_some(session)
}

fn no_two_alike(what: &str, lines: &[String]) {
    let mut seen = BTreeSet::new();
    for line in lines {
        assert!(seen.insert(line), "{what} says twice: {line}");
    }
}

#[test]
fn no_two_lines_read_alike_before_a_clean_up() {
    let mut previews = 0;
    for (name, session) in cleanable() {
        no_two_alike(&format!("{name}: what should go"), &lines(&shown(&session)));
        let Some(mut session) = previewing(session) else { continue };
        previews += 1;
        no_two_alike(&format!("{name}: the preview"), &lines(&shown(&session)));
        press(&mut session, Button::Clean(CleanButton::ShowSteps));
        no_two_alike(&format!("{name}: the exact steps"), &lines(&shown(&session)));
    }
    assert!(previews > 8, "{previews}");
}

#[test]
fn the_preview_groups_what_means_the_same_and_tells_how_many() {
    let mut several = false;
    for (name, session) in cleanable().filter_map(|(name, session)| Some((name, previewing(session)?))) {
        let (page, texts) = (shown(&session), Texts::english());
        let titles: Vec<String> = page
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Card(card) => card.title.as_ref().map(|title| texts.say(title)),
                _ => None,
            })
            .collect();
        no_two_alike(name, &titles);
        several |= titles.iter().any(|title| title.ends_with("(2)"));
    }
    assert!(several, "no machine has two of a kind");
}

#[test]
fn names_and_places_stand_behind_the_exact_steps() {
    for (name, mut session) in cleanable().filter_map(|(name, session)| Some((name, previewing(session)?))) {
        let plan = cleaning::chosen_plan(&session, Catalog::embedded());
        let text = |session: &Session| plain(&shown(session), &Texts::english());
        let closed = text(&session);
        assert!(!plan.actions.iter().any(|action| closed.contains(&action.purpose().name)), "{name}: {closed}");
        press(&mut session, Button::Clean(CleanButton::ShowSteps));
        let open = text(&session);
        for action in &plan.actions {
            let place = crate::machine::safe::safe_text(&action.change().place());
            assert!(open.contains(place.as_str()), "{name}: {place}: {open}");
        }
        press(&mut session, Button::Clean(CleanButton::ShowSteps));
        assert_eq!(text(&session), closed, "{name}: they can be hidden again");
    }
}

#[test]
fn what_is_alike_is_chosen_together_or_one_by_one() {
    let group = |session: &Session| {
        shown(session).pressable().find_map(|action| match &action.button {
            Button::Clean(CleanButton::TickAll(ids)) => Some(ids.clone()),
            _ => None,
        })
    };
    let (_, mut session) = cleanable().find(|(_, session)| group(session).is_some()).expect("two of a kind");
    let ids = group(&session).unwrap();
    let chosen = |session: &Session| ids.iter().filter(|id| session.cleaning.chosen.contains(&*id.0)).count();
    assert_eq!(chosen(&session), ids.len());
    press(&mut session, Button::Clean(CleanButton::TickAll(ids.clone())));
    assert_eq!(chosen(&session), 0);
    press(&mut session, Button::Clean(CleanButton::Expand(ids[0].clone())));
    press(&mut session, Button::Clean(CleanButton::Tick(ids[1].clone())));
    assert_eq!(chosen(&session), 1, "one by one, once each is shown");
    press(&mut session, Button::Clean(CleanButton::TickAll(ids.clone())));
    assert_eq!(chosen(&session), ids.len());
}
