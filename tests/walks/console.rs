//! The console is held to the words of the walks.

use super::walk::{Stop, walked};
use super::words::{in_order, on_cards, row, sentences};
use assert_cmd::Command;
use cleanbreak::act::practice::NAMES;
use cleanbreak::i18n::{MessageId, Texts};
use cleanbreak::journey::{Action, Button, Card, Screen, plain};
use regex::Regex;
use std::sync::LazyLock;

/// What the console prints while somebody presses what is pressed on the walk, page by page.
fn printed(practice: &str, language: &str, texts: &Texts) -> Vec<String> {
    let place = |stop: &Stop| {
        let pressed = stop.pressed()?;
        stop.screen.terminal_choices().position(|action| std::ptr::eq(action, pressed))
    };
    let typed: String = walked(practice).iter().filter_map(place).map(|place| format!("{}\n", place + 1)).collect();
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
    command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path()).env("XDG_CONFIG_HOME", home.path());
    command.env("LANG", language).env("LC_ALL", language);
    let output = command.args(["guide", "--practice", practice]).write_stdin(typed).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    let (pages, end) = text.rsplit_once(&texts.get(MessageId::GUIDE_ASK)).unwrap();
    assert_eq!(end.trim(), "", "{practice}: it ends with the last press");
    pages.split(&texts.get(MessageId::GUIDE_ASK)).map(str::to_string).collect()
}

/// Days and times in the manner of both languages.
static MOMENT: LazyLock<Regex> = LazyLock::new(|| {
    let day = r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} de [a-z]+ de \d{4}";
    let time = r"\d{1,2}:\d\d( [AP]M)?";
    let span = r"\d[\d,.]* (days|días)";
    Regex::new(&[day, time, span].join("|")).unwrap()
});

/// The console's clock goes, and that of the walk is held: days and times are left open.
fn undated(text: &str) -> String {
    MOMENT.replace_all(text, "…").into_owned()
}

/// What the page says, whatever day it is: how old the decision and the facts are depends on the clock.
fn said(screen: &Screen, texts: &Texts) -> Vec<String> {
    use MessageId as Id;
    let ages =
        |id: Id| [Id::WHY_LEAD, Id::WHY_SPAN, Id::WHY_FACTS, Id::WHY_FACTS_OLD, Id::LEFT_FACTS_OLD].contains(&id);
    let all = sentences(screen).into_iter().filter(|say| !ages(say.id));
    all.flat_map(|say| texts.say(say).lines().map(undated).collect::<Vec<_>>()).collect()
}

/// The lines for what can be pressed, numbered from 1.
fn choices(screen: &Screen, texts: &Texts) -> Vec<String> {
    let label = |card: Option<&Card>, action: &Action| {
        let title = card.and_then(|card| card.title.as_ref()).map(|title| format!("{}: ", texts.say(title)));
        format!("{}{}", title.unwrap_or_default(), texts.say(&action.label))
    };
    let cards = on_cards(screen).into_iter().map(|(card, action)| (Some(card), action));
    let others = screen.settings.iter().chain(row(screen)).map(|action| (None, action));
    let here = |action: &Action| action.disabled.is_none() && action.button != Button::OtherLanguage;
    let open = cards.chain(others).filter(|(_, action)| here(action));
    // What may be skipped comes last.
    let (skipped, way): (Vec<_>, Vec<_>) = open.partition(|(_, action)| matches!(action.button, Button::Came(_)));
    let numbered = way.into_iter().chain(skipped).zip(1..).map(|((card, action), number)| {
        let id = if action.chosen { MessageId::GUIDE_CHOSEN } else { MessageId::GUIDE_CHOICE };
        texts.with(id, &[("number", number.into()), ("label", label(card, action).into())])
    });
    numbered.collect()
}

fn says_the_walk(practice: &str, language: &str) {
    let texts = Texts::language(language);
    let pages = printed(practice, language, &texts);
    let stops: Vec<&Stop> = walked(practice).iter().filter(|stop| stop.place.is_some()).collect();
    assert_eq!(pages.len(), stops.len(), "{practice}: {:?}", pages.last());
    let mut before: Option<&Screen> = None;
    for (printed, Stop { screen, .. }) in pages.iter().zip(stops) {
        // A page with another answer chosen says nothing new, and is not printed again.
        let text = |screen: &Screen| plain(screen, &texts);
        let again = before.is_some_and(|before| before.page == screen.page && text(before) == text(screen));
        before = Some(screen);
        let page = texts.with(MessageId::GUIDE_PAGE, &[("page", screen.page.into())]);
        assert!(printed.lines().any(|line| line == page), "{page} is missing in {printed}");
        let plain = undated(printed);
        let missing: Vec<String> = said(screen, &texts).into_iter().filter(|word| !plain.contains(word)).collect();
        let lead = texts.say(&screen.title);
        assert_eq!(printed.lines().any(|line| line == lead), !again, "{practice}, {page} is printed once: {printed}");
        assert!(again || missing.is_empty(), "{practice}, {page}: {missing:?} in {printed}");
        let lines: Vec<String> = printed.lines().map(str::to_string).collect();
        in_order(&choices(screen, &texts), &lines).unwrap_or_else(|problem| panic!("{practice}, {page}: {problem}"));
    }
}

#[test]
fn the_console_says_what_the_walks_say() {
    NAMES.iter().for_each(|name| says_the_walk(name, "en_US.UTF-8"));
}

#[test]
fn the_console_says_it_in_spanish() {
    says_the_walk("home-suite", "es_ES.UTF-8");
}
