//! *Why*: what the Commerce Department decided and what it means, with what calms first; why and when is
//! a page of its own, and so is what came before and what other countries did. Statements, dates and sources stand in `assets/catalog/facts.toml`.

use super::parts::*;
use super::statement::{self, cards};
use crate::catalog::{Spot, embedded_guidance};
use crate::journey::state::{Aside, Timeline, TimelinePoint};
use crate::machine::{SecurityProduct, SecurityRole};
use jiff::Unit;
use jiff::civil::{Date, date};

/// From this day on, no updates may be sent to US users. The catalogue says it, too, with its source.
const DEADLINE: Date = date(2024, 9, 29);

/// Facts that are older than this many days are shown with a notice.
const OLD: usize = 90;

pub(super) fn why(session: &Session) -> Screen {
    let mut screen = blank(Page::Why, MessageId::WHY_TITLE);
    screen.lead = statement::texts(Spot::WhyLead).0;
    screen.blocks.extend(here(session));
    screen.blocks.extend(cards(Spot::Why));
    screen.blocks.push(Block::Text(checked(today(session).0)));
    screen.back = back();
    screen.others = vec![action(Button::Aside(Aside::WhyMore), MessageId::WHY_READ_MORE)];
    screen.main = forward();
    screen
}

/// The second page, for those who want to read on.
pub(super) fn more(session: &Session) -> Screen {
    let mut screen = blank(Page::WhyMore, MessageId::WHY_MORE_TITLE);
    screen.lead = vec![MessageId::WHY_MORE_LEAD.into()];
    let (believed, doubted) = today(session);
    screen.lead.extend(doubted.map(|day| Say::new(MessageId::WHY_CLOCK).date("date", day)));
    let days = believed.and_then(|today| days_between(DEADLINE, today));
    screen.blocks.push(Block::Timeline(timeline(believed, days)));
    screen.blocks.extend(cards(Spot::WhyMore));
    screen.back = back();
    screen.others = vec![action(Button::Aside(Aside::WhyElsewhere), MessageId::WHY_ELSEWHERE_BUTTON)];
    screen.main = forward();
    screen
}

/// What came before, what other countries did, and where pages do not agree.
pub(super) fn elsewhere() -> Screen {
    let mut screen = blank(Page::WhyElsewhere, MessageId::WHY_ELSEWHERE_TITLE);
    screen.lead = vec![MessageId::WHY_ELSEWHERE_LEAD.into()];
    screen.blocks.extend(cards(Spot::WhyElsewhere));
    screen.back = back();
    screen.main = forward();
    screen
}

/// The day by the clock: one that can be believed, or one that cannot. A clock that stands before the day on
/// which our facts were checked cannot be right.
fn today(session: &Session) -> (Option<Date>, Option<Date>) {
    let today = session.now.map(|now| now.date());
    let believed = today.filter(|today| *today >= embedded_guidance().date);
    (believed, today.filter(|_| believed.is_none()))
}

fn days_between(from: Date, to: Date) -> Option<usize> {
    let span = to.since((Unit::Day, from)).ok()?;
    usize::try_from(span.get_days()).ok()
}

/// When the facts were checked, and whether that is long ago.
fn checked(today: Option<Date>) -> Say {
    let id = if are_old(today) { MessageId::WHY_FACTS_OLD } else { MessageId::WHY_FACTS };
    Say::new(id).date("date", embedded_guidance().date)
}

fn are_old(today: Option<Date>) -> bool {
    today.and_then(|today| days_between(embedded_guidance().date, today)).is_some_and(|days| days > OLD)
}

/// Where something is said to be left or gone: that what we know is old, and what can have changed since. None: it is
/// not old, or no clock can be believed.
pub(super) fn old_facts(session: &Session) -> Option<Block> {
    let say = Say::new(MessageId::LEFT_FACTS_OLD).date("date", embedded_guidance().date);
    are_old(today(session).0).then_some(Block::Text(say))
}

/// What it means for this computer: what is here, and its last update if the system tells.
fn here(session: &Session) -> Option<Block> {
    let seen = session.seen.as_ref()?;
    let products = &seen.assessment.products;
    let mut card = card(MessageId::WHY_HERE_TITLE, []);
    card.icon = Some(Icon::Clock);
    if products.is_empty() {
        card.body.push(MessageId::WHY_HERE_LEFTOVERS.into());
    } else {
        let names: Vec<&str> = products.iter().map(|one| one.name.as_str()).collect();
        card.body.push(Say::new(MessageId::WHY_HERE_PRODUCT).text("names", names.join(", ")));
        let said = security_center(&seen.snapshot.security_center.items);
        let dated = crate::protect::data_of(&seen.snapshot);
        card.body.push(match dated {
            Some(day) => Say::new(MessageId::WHY_HERE_DATED).date("date", day),
            None => updates(said),
        });
        let spot = match (dated, said) {
            (Some(_), _) => Spot::WhyDated,
            (None, Some(true)) => Spot::WhyStillUpdating,
            (None, _) => Spot::WhyHere,
        };
        let (texts, sources) = statement::texts(spot);
        // What the computer tells is already said, with its name or day in it.
        card.body.extend(texts.into_iter().filter(|_| spot == Spot::WhyHere));
        card.actions = statement::sources(&sources);
    }
    let moved: Vec<&str> = seen.assessment.successors.iter().map(|one| one.name.as_str()).collect();
    if !moved.is_empty() {
        card.body.push(Say::new(MessageId::WHY_HERE_SUCCESSOR).text("names", moved.join(", ")));
    }
    Some(block(card))
}

/// What Windows says about the age of the vendor's virus data. None: it says nothing.
fn security_center(listed: &[SecurityProduct]) -> Option<bool> {
    let ours = |one: &&SecurityProduct| one.role == SecurityRole::Antivirus && one.name.contains("Kaspersky");
    listed.iter().filter(ours).find_map(|one| one.up_to_date)
}

/// Shown without blame: a copy may still be up to date.
fn updates(said: Option<bool>) -> Say {
    let from_windows = |id: MessageId| Say::new(id).text("system", "Windows");
    match said {
        Some(true) => from_windows(MessageId::WHY_HERE_CURRENT),
        Some(false) => from_windows(MessageId::WHY_HERE_OLD),
        None => MessageId::WHY_HERE_UNKNOWN.into(),
    }
}

/// The dates of the catalogue, in order.
fn timeline(today: Option<Date>, days: Option<usize>) -> Timeline {
    let points = embedded_guidance().on(Spot::Timeline).filter_map(|statement| {
        let label = statement.text.first().and_then(|name| statement::say(name))?;
        let date = statement.day?;
        Some(TimelinePoint { date, label, deadline: date == DEADLINE })
    });
    Timeline {
        points: points.collect(),
        today,
        span: days.map(|days| Say::new(MessageId::WHY_SPAN).count("days", days)),
    }
}
