//! A page as plain text, for the console and for the sheet that can be printed.

use crate::i18n::{MessageId, Say, Texts};
use crate::journey::state::{Block, Card, Screen};
use std::fmt::Write as _;

/// Everything on a page but its buttons.
pub fn plain(screen: &Screen, texts: &Texts) -> String {
    let mut text = format!("{}\n", texts.say(&screen.title));
    for lead in &screen.lead {
        let _ = writeln!(text, "{}", texts.say(lead));
    }
    for block in &screen.blocks {
        text.push('\n');
        text.push_str(&plain_block(block, texts));
    }
    text
}

/// One part of a page, without what can be pressed on it.
pub fn plain_block(block: &Block, texts: &Texts) -> String {
    let mut text = String::new();
    match block {
        Block::Card(card) => text.push_str(&card_text(card, texts)),
        Block::Text(say) | Block::Heading(say) => {
            let _ = writeln!(text, "{}", texts.say(say));
        }
        Block::Progress { what, .. } => {
            let _ = writeln!(text, "{}", texts.say(what));
        }
        Block::Steps(steps) => {
            for (number, step) in (1..).zip(steps) {
                let _ = writeln!(text, "{number}. {}", texts.say(step));
            }
        }
        Block::Timeline(timeline) => {
            for point in &timeline.points {
                let _ = writeln!(text, "{}: {}", date(point.date, texts), texts.say(&point.label));
            }
            if let Some(today) = timeline.today {
                let span = timeline.span.as_ref().map(|span| format!(" ({})", texts.say(span))).unwrap_or_default();
                let _ = writeln!(text, "{}: {}{span}", date(today, texts), texts.get(MessageId::WHY_TODAY));
            }
        }
    }
    text
}

fn date(date: jiff::civil::Date, texts: &Texts) -> String {
    texts.say(&Say::new(MessageId::ON_DATE).date("date", date))
}

fn card_text(card: &Card, texts: &Texts) -> String {
    let chip = card.chip.as_ref().map(|(_, word)| format!(" [{}]", texts.say(word))).unwrap_or_default();
    let mut text = String::new();
    if let Some(title) = &card.title {
        let _ = writeln!(text, "{}{chip}", texts.say(title));
    }
    for sentence in &card.body {
        let _ = writeln!(text, "  {}", texts.say(sentence));
    }
    text
}
