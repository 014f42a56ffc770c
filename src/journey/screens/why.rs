//! *Why*: what the Commerce Department decided, when, and what it means.
//!
//! Dates: Final Determination, Case No. ICTS-2021-002, 89 FR 52434, published June 24, 2024.

use super::*;
use crate::catalog::CitationId;
use crate::journey::screen::{Timeline, TimelinePoint};
use jiff::Unit;
use jiff::civil::{Date, date};

/// From this day on, no updates may be sent to US users.
const DEADLINE: Date = date(2024, 9, 29);

pub(super) fn why(session: &Session, catalog: &Catalog) -> Screen {
    let title = Say::new(MessageId::WHY_TITLE).date("date", DEADLINE);
    let mut screen = blank("2", Some(Step::Why), title);
    let facts: Option<Date> = catalog.date.parse().ok();
    let today = session.now.map(|now| now.date());
    // A clock that stands before the day our facts were checked can not be right.
    let believed = today.filter(|today| facts.is_none_or(|facts| *today >= facts));
    let days = believed.and_then(days_since_deadline);
    screen.lead = match (days, today) {
        (Some(days), _) => vec![Say::new(MessageId::WHY_LEAD).count("days", days)],
        (None, Some(today)) => vec![Say::new(MessageId::WHY_LEAD_CLOCK).date("date", today)],
        (None, None) => Vec::new(),
    };
    screen.blocks.push(Block::Timeline(timeline(believed, days)));
    screen.blocks.push(statement(MessageId::WHY_YOU_TITLE, MessageId::WHY_YOU, CitationId::COMMERCE_PRESS_RELEASE));
    screen.blocks.push(statement(MessageId::WHY_WHOM_TITLE, MessageId::WHY_WHOM, CitationId::FINAL_DETERMINATION));
    screen.blocks.push(statement(MessageId::WHY_REASON_TITLE, MessageId::WHY_REASON, CitationId::FINAL_DETERMINATION));
    screen.blocks.push(statement(MessageId::WHY_ULTRAAV_TITLE, MessageId::WHY_ULTRAAV, CitationId::ULTRAAV_HANDOVER));
    screen.blocks.extend(facts.map(|facts| Block::Text(Say::new(MessageId::WHY_FACTS).date("date", facts))));
    screen.back = back();
    screen.main = forward();
    screen
}

fn days_since_deadline(today: Date) -> Option<usize> {
    let span = today.since((Unit::Day, DEADLINE)).ok()?;
    usize::try_from(span.get_days()).ok()
}

fn statement(title: MessageId, body: MessageId, source: CitationId) -> Block {
    let mut card = card(title, [body.into()]);
    card.actions = vec![action(Button::OpenSource(source), MessageId::BUTTON_SOURCE)];
    block(card)
}

fn timeline(today: Option<Date>, days: Option<usize>) -> Timeline {
    let point = |date: Date, label: MessageId| TimelinePoint { date, label: label.into(), deadline: date == DEADLINE };
    Timeline {
        points: vec![
            point(date(2017, 9, 13), MessageId::WHY_POINT_FEDERAL),
            point(date(2024, 6, 20), MessageId::WHY_POINT_ANNOUNCED),
            point(date(2024, 7, 20), MessageId::WHY_POINT_SALES),
            point(DEADLINE, MessageId::WHY_POINT_UPDATES),
        ],
        today,
        span: days.map(|days| Say::new(MessageId::WHY_SPAN).count("days", days)),
    }
}
