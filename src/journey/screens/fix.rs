//! Filter entries without their driver, one card each, and how each is taken out: by this program, or
//! step by step by the person.

use super::parts::*;
use super::statement;
use crate::assess::{Leftover, guided_class};
use crate::catalog::Spot;
use crate::cleanup::Device;
use crate::journey::flow::gate;
use crate::machine::{Artifact, FilterLevel, FilterList};

/// How an entry is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By this program.
    Button,
    /// The same, but this program could not: the person deletes the one line.
    Refused,
    /// The person sets the one device up again.
    Device,
    /// The person deletes one line of the list of a class.
    List,
    /// Disks, the network, or a device of which nobody knows what it is: only with help.
    Ask,
}

impl Way {
    /// The steps for the person. None: there is nothing to do by hand.
    fn steps(self) -> Option<Spot> {
        match self {
            Self::Device => Some(Spot::FixDevice),
            Self::Refused | Self::List => Some(Spot::FixList),
            Self::Button | Self::Ask => None,
        }
    }
}

/// How many entries there are, and whether this program can take out any of them.
pub(super) fn entries(session: &Session) -> (usize, bool) {
    let Some(assessment) = session.assessment() else { return (0, false) };
    (gate::lethal_findings(assessment).count(), !gate::fixable_ids(assessment).is_empty())
}

/// A card for each entry, and the steps for those that this program does not take out.
pub(super) fn orphans(session: &Session) -> Vec<Block> {
    let Some(assessment) = session.assessment() else { return Vec::new() };
    let found: Vec<(&Leftover, Way)> = gate::lethal_findings(assessment).map(|one| (one, way(session, one))).collect();
    let cards = found.iter().map(|(one, way)| block(entry(session, one, *way)));
    let steps = [Spot::FixDevice, Spot::FixList];
    let steps = steps.into_iter().filter(|spot| found.iter().any(|(_, way)| way.steps() == Some(*spot)));
    cards.chain(steps.flat_map(statement::cards)).collect()
}

/// One entry with its steps. None of them is a restart.
pub(super) fn steps(session: &Session, found: &Leftover) -> Vec<Block> {
    let way = way(session, found);
    let steps = way.steps().into_iter().flat_map(statement::cards);
    [block(entry(session, found, way))].into_iter().chain(steps).collect()
}

fn way(session: &Session, found: &Leftover) -> Way {
    if session.assessment().is_some_and(|assessment| gate::is_fixable(assessment, found)) {
        return if session.notices.fix_refused { Way::Refused } else { Way::Button };
    }
    let list =
        list_of(session, found).filter(|list| list.class_guid.as_deref().is_some_and(|guid| !guided_class(guid)));
    match list.map(|list| list.level) {
        Some(FilterLevel::Device) => Way::Device,
        Some(FilterLevel::Class) => Way::List,
        None => Way::Ask,
    }
}

/// The list in which an entry stands.
fn list_of<'s>(session: &'s Session, found: &Leftover) -> Option<&'s FilterList> {
    let Artifact::FilterEntry { list: key, .. } = &found.artifact else { return None };
    session.seen.as_ref()?.snapshot.class_filters.items.iter().find(|list| key.is(list))
}

fn entry(session: &Session, found: &Leftover, way: Way) -> Card {
    let class = list_of(session, found).and_then(|list| list.class_guid.as_deref()).unwrap_or_default();
    let title = match Device::of_class(class) {
        Device::Mouse => MessageId::FIX_MOUSE,
        Device::Keyboard => MessageId::FIX_KEYBOARD,
        Device::Other => MessageId::FIX_OTHER,
    };
    let body = match way {
        Way::Button => MessageId::FIX_BODY,
        Way::Refused => MessageId::FIX_REFUSED_BODY,
        Way::Device => MessageId::FIX_DEVICE_BODY,
        Way::List => MessageId::FIX_LIST_BODY,
        Way::Ask => MessageId::FIX_GUIDED_BODY,
    };
    let mut card = card(title, [Say::new(body).text("name", &found.name)]);
    let place = || Say::new(MessageId::CLEAN_PLACE).text("place", found.place());
    card.body.extend(way.steps().map(|_| place()));
    card.icon = Some(Icon::Warning);
    card.frame = Frame::Stop;
    card.chip = Some((Tone::Stop, MessageId::FIX_CHIP.into()));
    card
}
