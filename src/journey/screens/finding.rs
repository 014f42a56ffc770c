//! What several pages say about a finding, or about an earlier clean-up.

use super::parts::*;
use crate::assess::{Confidence, Danger, Leftover, Reason};
use crate::catalog::Kind;
use crate::cleanup::CleanUpReason;
use crate::journey::state::CleanButton;
use crate::machine::Artifact;

/// The one sentence that a person needs about a leftover.
pub(super) fn sentence(found: &Leftover) -> MessageId {
    match found.kind {
        _ if found.danger == Danger::Live => MessageId::LEFT_LIVE,
        Kind::Driver | Kind::Service if found.reasons.contains(&Reason::FileMissing) => MessageId::LEFT_DRIVER_MISSING,
        Kind::Driver | Kind::Service if found.danger == Danger::Guided => MessageId::LEFT_DRIVER_BY_HAND,
        Kind::Driver | Kind::Service => MessageId::LEFT_DRIVER,
        Kind::ClassFilter => MessageId::LEFT_FILTER,
        Kind::NetworkFilter => MessageId::LEFT_NETWORK,
        Kind::Certificate => MessageId::LEFT_CERTIFICATE,
        Kind::BrowserExtension => MessageId::LEFT_EXTENSION,
        Kind::Environment => MessageId::LEFT_SETTING,
        Kind::Account => MessageId::LEFT_ACCOUNT,
        Kind::File if found.danger == Danger::Hook => MessageId::LEFT_DRIVER_FILE,
        _ if is_download(found) => MessageId::LEFT_DOWNLOADED,
        _ if matches!(found.artifact, Artifact::FirewallRule { .. }) => MessageId::LEFT_RULE,
        _ if matches!(found.artifact, Artifact::AppPackage { .. }) => MessageId::LEFT_APP,
        _ => MessageId::LEFT_HARMLESS,
    }
}

/// What a leftover is, as the title of its card. Its name says little to most people; it is among the details.
pub(super) fn title(found: &Leftover) -> MessageId {
    match found.kind {
        _ if is_download(found) => MessageId::THING_DOWNLOAD,
        _ if matches!(found.artifact, Artifact::FirewallRule { .. }) => MessageId::THING_RULE,
        _ if matches!(found.artifact, Artifact::AppPackage { .. }) => MessageId::THING_APP,
        Kind::File if found.danger == Danger::Hook => MessageId::THING_DRIVER_FILE,
        kind => thing(kind),
    }
}

/// What anything of a kind is.
pub(super) fn thing(kind: Kind) -> MessageId {
    match kind {
        Kind::Driver => MessageId::THING_DRIVER,
        Kind::Service => MessageId::THING_SERVICE,
        Kind::ClassFilter => MessageId::THING_FILTER,
        Kind::NetworkFilter => MessageId::THING_NETWORK,
        Kind::Certificate => MessageId::THING_CERTIFICATE,
        Kind::BrowserExtension => MessageId::THING_EXTENSION,
        Kind::Environment => MessageId::THING_SETTING,
        Kind::Account => MessageId::THING_ACCOUNT,
        Kind::Task => MessageId::THING_TASK,
        Kind::File => MessageId::THING_FILE,
        Kind::Registry => MessageId::THING_REGISTRY,
        Kind::Package => MessageId::THING_PACKAGE,
        Kind::Process => MessageId::THING_PROCESS,
        Kind::Connection => MessageId::THING_CONNECTION,
    }
}

/// The title of so many things that are alike.
pub(super) fn several(thing: MessageId, count: usize) -> Say {
    if count == 1 { thing.into() } else { Say::new(MessageId::THING_SEVERAL).say("thing", thing).count("count", count) }
}

/// Findings of which a person is told the same, each once, with how many there are, in the order of the list.
pub(super) fn alike<'a>(found: impl IntoIterator<Item = &'a Leftover>) -> Vec<(&'a Leftover, usize)> {
    let told = |one: &Leftover| {
        (title(one), sentence(one), one.danger, one.fix_first(), one.confidence == Confidence::Possible)
    };
    let mut groups: Vec<(&Leftover, usize)> = Vec::new();
    for one in found {
        match groups.iter_mut().find(|(first, _)| told(first) == told(one)) {
            Some((_, count)) => *count += 1,
            None => groups.push((one, 1)),
        }
    }
    groups
}

/// Whether a package manager downloaded it and nothing was installed.
pub(super) fn is_download(found: &Leftover) -> bool {
    found.reasons.iter().any(|reason| matches!(reason, Reason::Downloaded(_)))
}

/// The picture of a kind of finding.
pub(super) fn icon(kind: Kind) -> Icon {
    match kind {
        Kind::Certificate | Kind::Environment => Icon::Key,
        Kind::NetworkFilter | Kind::Connection | Kind::BrowserExtension => Icon::Network,
        Kind::Driver | Kind::Service | Kind::ClassFilter | Kind::Process => Icon::Shield,
        Kind::Account => Icon::Person,
        Kind::Task => Icon::Clock,
        Kind::File | Kind::Registry | Kind::Package => Icon::Folder,
    }
}

/// The card about what is the person's own and stays: how many places, and what is in them. Every page that
/// speaks of it shows this one, so that none counts otherwise.
pub(super) fn kept(assessment: &Assessment) -> Option<Block> {
    kept_card(assessment).map(block)
}

/// The same, for a page that has more to say about it.
pub(super) fn kept_card(assessment: &Assessment) -> Option<Card> {
    let count = assessment.kept.len();
    if count == 0 {
        return None;
    }
    let mut names: Vec<Say> = Vec::new();
    for name in assessment.kept.iter().map(Say::from) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let places = Say::new(MessageId::FOUND_KEPT_BODY).count("count", count);
    let mut card = card(MessageId::FOUND_KEPT, [places].into_iter().chain(names));
    card.icon = Some(Icon::Key);
    card.chip = Some((Tone::Good, MessageId::LEFT_CHIP_KEPT.into()));
    Some(card)
}

/// Why something is left alone, or was not done.
pub(super) fn why_words(why: &CleanUpReason) -> Say {
    Say::new(MessageId::CLEAN_WHY).text("why", why.word())
}

/// A run that was stopped in the middle: the person says whether it is finished or taken back.
pub(super) fn interrupted(session: &Session) -> Option<Block> {
    let run = session.cleaning.past.iter().find(|run| run.interrupted)?;
    let mut card = card(MessageId::INTERRUPTED_TITLE, [MessageId::INTERRUPTED.into()]);
    card.icon = Some(Icon::Warning);
    card.actions = vec![
        action(Button::Clean(CleanButton::Open), MessageId::INTERRUPTED_FINISH),
        action(Button::Clean(CleanButton::UndoRun(run.run.as_str().into())), MessageId::CLEANED_UNDO_BUTTON),
    ];
    Some(block(card))
}

/// The button to the clean-ups of the past, if there are any.
pub(super) fn past_button(session: &Session) -> Option<Action> {
    (!session.cleaning.past.is_empty())
        .then(|| action(Button::Clean(CleanButton::PastCleanups), MessageId::PAST_BUTTON))
}
