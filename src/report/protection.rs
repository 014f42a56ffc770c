//! What protects the computer, as the system itself said when it was looked at.

use super::basis::Basis;
use super::document::Section;
use super::troubles::memory_words;
use super::windows::{fixes_then, fixes_words};
use crate::assess::Protector;
use crate::i18n::{MessageId as Id, Say};
use crate::machine::{Os, ProtectionState};
use crate::protect::{Fire, Now, firewall_now, protection_now};

/// What protects the computer, every product that the system lists, and its firewall.
pub(super) fn protection_section(basis: &Basis<'_>) -> Section {
    let protection = &basis.examined.assessment.protection;
    let said = protection_now(basis.examined.snapshot, protection, basis.examined.catalog);
    let mut lead = vec![sentence(&said)];
    match said {
        Now::OwnWays(Os::Linux) => {}
        Now::OwnWays(_) => lead.push(Id::PROTECT_MAC.into()),
        _ => lead.extend(firewall(&firewall_now(basis.examined.snapshot, protection))),
    }
    lead.extend(protection.held_off.iter().map(|held| {
        let (id, name) = Id::held(held);
        Say::new(id).text("name", name)
    }));
    lead.extend(fixes_words(&fixes_then(basis.examined.snapshot)));
    lead.extend(memory_words(basis.examined.snapshot));
    let antivirus = protection.products.iter().filter(|one| !one.firewall);
    let rows = antivirus.map(|one| vec![vec![Say::verbatim(&one.name)], vec![state(one).into()]]);
    Section::new(Id::SCAN_PROTECTION_TITLE, lead).with_table(&[Id::REPORT_NAME, Id::REPORT_STATE], rows)
}

/// The state in one sentence.
fn sentence(now: &Now) -> Say {
    let name = |id: Id, name: &str| Say::new(id).text("name", name);
    match now {
        Now::On(one) => name(Id::SCAN_PROTECTION_ON, one),
        Now::OutOfDate(one) => name(Id::PROTECT_OUT_OF_DATE_TITLE, one),
        Now::OnlyKaspersky(one) => name(Id::PROTECT_KASPERSKY_TITLE, one),
        Now::Several(all) => Say::new(Id::PROTECT_SEVERAL_TITLE).count("count", all.len()),
        Now::Snoozed(one) => name(Id::PROTECT_SNOOZED_TITLE, one),
        Now::Expired(one) => name(Id::PROTECT_EXPIRED_TITLE, one),
        Now::Gone(one) => name(Id::PROTECT_GONE_TITLE, one),
        Now::Off => Id::SCAN_PROTECTION_OFF.into(),
        Now::NotAnswered => Id::PROTECT_LATE_TITLE.into(),
        Now::Unknown => Id::SCAN_PROTECTION_UNKNOWN.into(),
        Now::OwnWays(Os::Linux) => Id::PROTECT_LINUX_TITLE.into(),
        Now::OwnWays(_) => Id::PROTECT_MAC_TITLE.into(),
    }
}

fn state(one: &Protector) -> Id {
    match one.state {
        _ if one.gone => Id::PROTECT_CHIP_GONE,
        ProtectionState::On if one.up_to_date == Some(false) => Id::PROTECT_CHIP_OUT_OF_DATE,
        ProtectionState::On => Id::PROTECT_CHIP_ON,
        ProtectionState::Off => Id::PROTECT_CHIP_OFF,
        ProtectionState::Snoozed => Id::PROTECT_CHIP_SNOOZED,
        ProtectionState::Expired => Id::PROTECT_CHIP_EXPIRED,
        ProtectionState::Unknown => Id::PROTECT_CHIP_UNKNOWN,
    }
}

/// The firewall. Its sentences stand below the word *Firewall* elsewhere, and so they do here.
fn firewall(fire: &Fire) -> Vec<Say> {
    let of = |say: Say| Say::new(Id::REPORT_FIREWALL).say("state", say);
    match fire {
        Fire::On => vec![of(Id::PROTECT_FIRE_ON.into())],
        Fire::Other(name) => vec![of(Say::new(Id::PROTECT_FIRE_OTHER).text("name", name))],
        Fire::OffIn(profiles) => {
            let off = profiles.iter().map(|profile| match profile.as_str() {
                "domain" => Id::PROTECT_FIRE_OFF_DOMAIN,
                "private" => Id::PROTECT_FIRE_OFF_PRIVATE,
                _ => Id::PROTECT_FIRE_OFF_PUBLIC,
            });
            off.map(|id| of(id.into())).collect()
        }
        Fire::Unknown => vec![of(Id::REPORT_FIREWALL_UNKNOWN.into())],
    }
}
