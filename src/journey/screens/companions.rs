//! Programs for what the suite did besides: passwords, VPN, children, backup, encryption.

use super::choose::{country, device, list};
use super::parts::*;
use super::statement;
use crate::catalog::companions::{self, Companion, Need};
use crate::catalog::{PasswordManager, Said, embedded_guidance};
use crate::i18n::MessageId as Id;
use crate::journey::flow::choosing;

pub(super) fn companions(session: &Session) -> Screen {
    let devices = choosing::given_answers(session).devices;
    let mut screen = blank(Page::Companions, Id::COMPANIONS_TITLE);
    screen.lead = vec![Id::COMPANIONS_LEAD.into()];
    screen.blocks.push(Block::Heading(Id::COMPANIONS_PASSWORDS.into()));
    let mut managers: Vec<&PasswordManager> = embedded_guidance().managers.iter().collect();
    // What reads the export first, then what does not, then what is not known.
    managers.sort_by_key(|one| match one.reads_export {
        Some(reads) => u8::from(!reads),
        None => 2,
    });
    screen.blocks.extend(managers.into_iter().map(|one| manager(one, session)));
    screen.blocks.push(Block::Text(Id::COMPANIONS_BROWSERS.into()));
    for need in Need::ALL {
        let runs = |one: &&Companion| one.devices.is_empty() || !one.devices.is_disjoint(&devices);
        let fitting = companions::embedded_companions().iter().filter(|one| one.need == need).filter(runs);
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
        Need::Vpn => Id::COMPANIONS_VPN,
        Need::Children => Id::COMPANIONS_CHILDREN,
        Need::Backup => Id::COMPANIONS_BACKUP,
        Need::Encryption => Id::COMPANIONS_ENCRYPTION,
    }
}

/// A password manager, as it can be chosen in *Prepare*.
fn manager(one: &PasswordManager, session: &Session) -> Block {
    let reads = match one.reads_export {
        Some(true) => Id::COMPANIONS_READS_EXPORT,
        Some(false) => Id::COMPANIONS_READS_NOT,
        None => Id::COMPANIONS_READS_NOT_KNOWN,
    };
    let mut card = card(Say::verbatim(&one.name), [reads.into()]);
    let chosen = session.prepare.manager.as_deref() == Some(one.id.as_str());
    card.chip = chosen.then(|| (Tone::Good, Id::COMPANIONS_CHOSEN.into()));
    card.actions = statement::sources(&one.sources);
    block(card)
}

fn companion(one: &Companion) -> Block {
    let mut card = card(Say::verbatim(&one.name), []);
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
