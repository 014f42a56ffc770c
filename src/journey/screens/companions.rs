//! Programs for what the suite did besides: passwords, VPN, children, backup, encryption.

use super::choose::{country, device, list};
use super::*;
use crate::catalog::Said;
use crate::catalog::companions::{self, Companion, Import, Need};
use crate::i18n::MessageId as Id;
use crate::journey::choosing;

pub(super) fn companions(session: &Session) -> Screen {
    let devices = choosing::answers(session).devices;
    let mut screen = blank("7g", Some(Step::Protect), Id::COMPANIONS_TITLE);
    screen.lead = vec![Id::COMPANIONS_LEAD.into()];
    for need in Need::ALL {
        let runs = |one: &&Companion| one.devices.is_empty() || !one.devices.is_disjoint(&devices);
        let fitting = companions::companions().iter().filter(|one| one.need == need).filter(runs);
        let cards: Vec<Block> = fitting.map(companion).collect();
        if !cards.is_empty() {
            screen.blocks.push(Block::Heading(heading(need).into()));
            screen.blocks.extend(cards);
        }
    }
    screen.back = back();
    screen.main = forward();
    screen
}

fn heading(need: Need) -> Id {
    match need {
        Need::Passwords => Id::COMPANIONS_PASSWORDS,
        Need::Vpn => Id::COMPANIONS_VPN,
        Need::Children => Id::COMPANIONS_CHILDREN,
        Need::Backup => Id::COMPANIONS_BACKUP,
        Need::Encryption => Id::COMPANIONS_ENCRYPTION,
    }
}

fn companion(one: &Companion) -> Block {
    let mut card = card(Say::new(Id::FOUND_SUCCESSOR).text("name", &one.name), []);
    card.body.extend(one.reads_export.map(|how| match how {
        Import::Directly => Id::COMPANIONS_READS_EXPORT.into(),
        Import::AsTable => Id::COMPANIONS_READS_TABLE.into(),
    }));
    card.body.extend(one.built_in.then_some(Id::COMPANIONS_BUILT_IN.into()));
    card.body.extend((one.free == Some(true)).then_some(Id::SUITS_FREE.into()));
    let devices = list(one.devices.iter().map(|kind| device(*kind).into()));
    card.body.push(match devices {
        Some(devices) => Say::new(Id::SUITS_COVERS).say("what", devices),
        None => Id::COMPANIONS_DEVICES_NOT_KNOWN.into(),
    });
    card.body.extend(one.country.map(|place| Say::new(Id::COMPANIONS_COUNTRY).say("country", country(place))));
    card.body.extend((one.said == Said::Common).then_some(Id::ABOUT_SAID_COMMON.into()));
    card.body.push(Say::new(Id::SUITS_SITE).text("site", &one.site));
    card.actions = vec![action(Button::OpenSource(one.source), Id::BUTTON_SOURCE)];
    block(card)
}
