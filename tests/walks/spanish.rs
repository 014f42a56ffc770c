//! Spanish leads along the same pages, with the same buttons, and says the same things.

use super::walk::{begin, press, walked};
use super::words::{arguments, on_cards, parts, row, sentences};
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::Guide;
use cleanbreak::i18n::{Say, Texts};
use cleanbreak::journey::Screen;
use std::collections::BTreeSet;

#[test]
fn spanish_reaches_the_same_pages_with_the_same_buttons() {
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        let mut guide = begin(name, "es", folder.path());
        for stop in walked(name) {
            let screen = &stop.screen;
            let own = guide.screen();
            assert_eq!(own.page, screen.page, "{name}");
            assert_eq!(
                labels(&own, guide.texts()).len(),
                labels(screen, &Texts::english()).len(),
                "{name}, {}",
                own.page
            );
            assert!(own == *screen, "{name}: page {} depends on the language: {own:#?}", own.page);
            match stop.pressed() {
                Some(action) => press(&mut guide, action.button.clone()),
                None => assert!(guide.wait_for_news()),
            }
        }
        assert!(guide.quits(), "{name}");
    }
}

#[test]
fn every_sentence_in_spanish_says_what_the_english_one_says_with_the_same_arguments() {
    let (english, spanish) = (Texts::english(), Texts::language("es"));
    let mut wrong = BTreeSet::new();
    for screen in NAMES.iter().flat_map(|name| walked(name)).map(|stop| &stop.screen) {
        for say in everything(screen).into_iter().flat_map(parts) {
            let [en, es] = [&english, &spanish].map(|texts| (arguments(say, texts), texts.say(say).lines().count()));
            if !spanish.has(say.id) || en != es {
                wrong.insert(format!("page {}, {}: {en:?} {es:?} {}", screen.page, say.id.name(), spanish.say(say)));
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

/// Sentences, and what stands on everything that can be pressed.
fn everything(screen: &Screen) -> Vec<&Say> {
    let actions = on_cards(screen).into_iter().map(|(_, action)| action).chain(row(screen)).chain(&screen.settings);
    let said = actions.flat_map(|action| [&action.label].into_iter().chain(&action.disabled));
    sentences(screen).into_iter().chain(said).collect()
}

/// What stands on the buttons, each with the title of its card: two that read the same could not be told apart.
fn labels(screen: &Screen, texts: &Texts) -> BTreeSet<(String, String)> {
    let title = |title: &Option<Say>| title.as_ref().map(|title| texts.say(title)).unwrap_or_default();
    let cards = on_cards(screen).into_iter().map(|(card, action)| (title(&card.title), texts.say(&action.label)));
    cards.chain(row(screen).into_iter().map(|action| (String::new(), texts.say(&action.label)))).collect()
}
