//! A walk as a text that can be read and compared.

use super::walk::{Stop, clock};
use cleanbreak::i18n::{MessageId, Say, Texts};
use cleanbreak::journey::{Action, Block, Button, Card, Pick, Screen, plain, plain_block, practice_title};
use std::fmt::Write as _;

/// The whole walk. Of a page that is answered question by question, what it says first and last is written.
pub fn text(practice: &str, stops: &[Stop], texts: &Texts) -> String {
    let title = practice_title(practice).map(|title| texts.get(title)).unwrap_or_default();
    let day = texts.say(&Say::new(MessageId::ON_DATE).date("date", clock().date()));
    let mut text = format!("{practice}: {title}\n{day}\n");
    for (number, stop) in stops.iter().enumerate() {
        if written(stops, number) {
            let again = stops[..number].iter().any(|before| before.screen == stop.screen);
            text.push_str(&head(&stop.screen, texts));
            text.push_str(&if again { "(as before)\n".to_string() } else { page(&stop.screen, texts) });
        }
        if let Some(pressed) = stop.pressed() {
            let _ = writeln!(text, "> {}", on_card(&stop.screen, pressed, texts));
        }
    }
    text
}

/// Whether a state of a page is one of those that are written: the first and the last of a row of the same page.
pub fn written(stops: &[Stop], number: usize) -> bool {
    let page = stops[number].screen.page;
    let same = |other: Option<&Stop>| other.is_some_and(|other| other.screen.page == page);
    let first = number == 0 || !same(stops.get(number - 1));
    first || !same(stops.get(number + 1))
}

fn head(screen: &Screen, texts: &Texts) -> String {
    let number = texts.with(MessageId::GUIDE_PAGE, &[("page", screen.page.into())]);
    let step = screen.step.map(|step| format!(", {step:?}")).unwrap_or_default();
    let mark = screen.mark.map(|mark| format!(", mark: {mark:?}")).unwrap_or_default();
    format!("\n======== {number}{step}{mark} ========\n")
}

fn page(screen: &Screen, texts: &Texts) -> String {
    let mut text = plain(&Screen { blocks: Vec::new(), ..screen.clone() }, texts);
    for block in &screen.blocks {
        text.push('\n');
        text.push_str(&plain_block(block, texts));
        if let Block::Card(card) = block {
            text.push_str(&answers(card, texts));
        }
    }
    text.push('\n');
    text.push_str(&row(screen, texts));
    text
}

/// What can be pressed on a card: its box, its answers, its buttons.
fn answers(card: &Card, texts: &Texts) -> String {
    let mut text = String::new();
    if let Some((ticked, action)) = &card.tick {
        let _ = writeln!(text, "  [{}] {}", if *ticked { 'x' } else { ' ' }, label(action, texts));
    }
    for action in &card.actions {
        let mark = match (&action.button, action.button.pick(), action.chosen) {
            (Button::OpenSource(_), ..) => "->",
            (_, None, _) => "*",
            (_, Some(Pick::One), true) => "(x)",
            (_, Some(Pick::One), false) => "( )",
            (_, Some(Pick::Several), true) => "[x]",
            (_, Some(Pick::Several), false) => "[ ]",
        };
        let _ = writeln!(text, "  {mark} {}", label(action, texts));
    }
    text
}

/// The button row with its sentence, the main button in two brackets; and what the settings offer.
fn row(screen: &Screen, texts: &Texts) -> String {
    let mut text = String::new();
    if let Some(note) = &screen.note {
        let _ = writeln!(text, "{}", texts.say(note));
    }
    for action in &screen.settings {
        let _ = writeln!(text, "{}: [{}]", texts.get(MessageId::WINDOW_SETTINGS_TITLE), label(action, texts));
    }
    let plain = screen.back.iter().chain(&screen.others).map(|action| format!("[{}]", label(action, texts)));
    let main = screen.main.iter().map(|action| format!("[[{}]]", label(action, texts)));
    let buttons: Vec<String> = plain.chain(main).collect();
    if !buttons.is_empty() {
        let _ = writeln!(text, "{}", buttons.join("  "));
    }
    text
}

/// What stands on something to press, and why it cannot be pressed.
fn label(action: &Action, texts: &Texts) -> String {
    let label = texts.say(&action.label);
    action.disabled.as_ref().map_or(label.clone(), |why| format!("{label} - {}", texts.say(why)))
}

/// What was pressed, with the title of its card.
fn on_card(screen: &Screen, action: &Action, texts: &Texts) -> String {
    let title = screen.card_of(action).and_then(|card| card.title.as_ref());
    let title = title.map(|title| format!("{}: ", texts.say(title))).unwrap_or_default();
    format!("{title}{}", texts.say(&action.label))
}
