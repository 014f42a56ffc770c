//! Windows itself: a card that says until when it gets fixes, and lines for helpers.

use super::parts::*;
use super::statement;
use crate::catalog::embedded_lifecycle;
use crate::machine::Snapshot;
use crate::protect::{Fixes, windows_fixes};
use crate::report::{fixes_words, trouble_details, windows_details};

/// Whether Windows gets fixes today, by this computer's clock.
pub(super) fn fixes_now(session: &Session, snapshot: &Snapshot) -> Fixes {
    windows_fixes(snapshot, session.now.map(|now| now.date()), embedded_lifecycle())
}

/// Whether more is known of a Windows 10 than the cards about it say: they have the day on which it ended, and that
/// extended updates are sold.
pub(super) fn says_more_than_ten(fixes: &Fixes) -> bool {
    matches!(fixes, Fixes::Until(_) | Fixes::Extended(_) | Fixes::Ended { sold: false, .. })
}

/// Whether Windows gets fixes, with the page that says so.
pub(super) fn fixes_card(fixes: &Fixes) -> Block {
    let mut card = card(MessageId::WINDOWS_FIXES_TITLE, fixes_words(fixes));
    card.icon = Some(Icon::Clock);
    card.chip = match fixes.are_coming() {
        Some(true) => None,
        Some(false) => Some((Tone::Attention, MessageId::WINDOWS_CHIP_ENDED.into())),
        None => Some((Tone::Info, MessageId::PROTECT_CHIP_UNKNOWN.into())),
    };
    card.actions =
        fixes.term().map(|term| statement::source_or_report(term.source, term.reported_by)).unwrap_or_default();
    block(card)
}

/// What a helper reads of Windows itself, of its upgrades, and of what may explain trouble.
pub(super) fn lines(session: &Session) -> Vec<String> {
    let Some(seen) = &session.seen else { return Vec::new() };
    let mut lines = windows_details(&seen.snapshot, &fixes_now(session, &seen.snapshot));
    lines.extend(trouble_details(&seen.snapshot, &seen.assessment));
    lines
}
