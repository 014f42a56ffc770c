//! What a page says, taken from its parts alone: whatever shows the page has to show these words.

use crate::window::is_named;
use cleanbreak::i18n::{Argument, MessageId, Say, Texts};
use cleanbreak::journey::{Action, Block, Card, Screen};

/// Every sentence of a page, from top to bottom: its heading, what stands under it, its blocks and its note.
pub fn sentences(screen: &Screen) -> Vec<&Say> {
    let mut all = vec![&screen.title];
    all.extend(&screen.lead);
    for block in &screen.blocks {
        match block {
            Block::Card(card) => {
                all.extend(&card.title);
                all.extend(card.chip.iter().map(|(_, word)| word));
                all.extend(&card.body);
            }
            Block::Text(say) | Block::Heading(say) | Block::Progress { what: say, .. } => all.push(say),
            Block::Steps(steps) => all.extend(steps),
            Block::Timeline(timeline) => {
                all.extend(timeline.points.iter().map(|point| &point.label));
                all.extend(&timeline.span);
            }
        }
    }
    // Where the main button cannot be pressed, the reason stands in its place.
    all.extend(screen.note.iter().filter(|_| screen.main.as_ref().is_none_or(|main| main.disabled.is_none())));
    all.extend(screen.main.iter().filter_map(|main| main.disabled.as_ref()));
    all
}

/// What can be pressed on the cards of a page, from top to bottom, each with its card.
pub fn on_cards(screen: &Screen) -> Vec<(&Card, &Action)> {
    let cards = screen.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(&**card),
        _ => None,
    });
    cards
        .flat_map(|card| card.tick.iter().map(|(_, tick)| tick).chain(&card.actions).map(move |action| (card, action)))
        .collect()
}

/// The button row, from Back to the main button.
pub fn row(screen: &Screen) -> Vec<&Action> {
    screen.back.iter().chain(&screen.others).chain(&screen.main).collect()
}

/// The places of these words among what is shown, or which of them is not shown, or not in this order.
pub fn in_order(words: &[String], shown: &[String]) -> Result<(), String> {
    let mut rest = shown.iter();
    for word in words {
        if !rest.any(|one| is_named(one, word)) {
            return Err(format!("{word:?} is missing, or in another place, in {shown:#?}"));
        }
    }
    Ok(())
}

/// Every sentence within a sentence, itself first.
pub fn parts(say: &Say) -> Vec<&Say> {
    let inner = say.arguments.iter().filter_map(|(_, argument)| match argument {
        Argument::Message(say) => Some(&**say),
        _ => None,
    });
    [say].into_iter().chain(inner.flat_map(parts)).collect()
}

/// The names of the arguments that can be read in a sentence.
pub fn arguments(say: &Say, texts: &Texts) -> Vec<&'static str> {
    let sentence = texts.say(say);
    let read = |argument: &Argument| match argument {
        Argument::Text(text) | Argument::Known(text) => sentence.contains(text),
        // "One" may be a word, or left to the grammar.
        Argument::Count(count) => *count == 1 || sentence.contains(&count.to_string()),
        Argument::Date(date) => sentence.contains(&texts.say(&Say::new(MessageId::ON_DATE).date("date", *date))),
        Argument::Time(time) => sentence.contains(&format!("{:02}", time.minute())),
        Argument::Message(say) => sentence.contains(&texts.say(say)),
    };
    say.arguments.iter().filter(|(_, argument)| read(argument)).map(|(name, _)| *name).collect()
}
