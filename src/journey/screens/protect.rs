//! *Protect*: what protects this computer now, as the system itself says, and what to do next.

use super::parts::*;
use super::{held_off, statement, windows};
use crate::assess::{Protection, Protector};
use crate::catalog::{Spot, embedded_guidance};
use crate::i18n::MessageId as Id;
use crate::journey::flow::outcome::Outcome;
use crate::journey::state::{ChooseButton, Guarded};
use crate::machine::{ProtectionState, Snapshot};
use crate::protect::{Fire, Guard, Now, OwnAnswer, firewall_now, how_guarded, own_answer, protection_now, windows_ten};

pub(super) fn protect(session: &Session, catalog: &Catalog) -> Screen {
    let Some(seen) = &session.seen else { return super::check::looking(session) };
    let (snapshot, protection) = (&seen.snapshot, &seen.assessment.protection);
    let now = protection_now(snapshot, protection, catalog);
    let server = snapshot.host.server == Some(true);
    let installed = !seen.assessment.products.is_empty();
    let mut screen = state(&now, server);
    match &now {
        _ if installed && antivirus(&now) == Guard::Off => screen.lead = vec![Id::PROTECT_INSTALLED_LEAD.into()],
        Now::Expired(one) | Now::Snoozed(one) if catalog.vendor.is_named_in(one) => {
            screen.lead = vec![Id::PROTECT_OURS_LEAD.into()];
        }
        _ => {}
    }
    if now == Now::Unknown && protection.products.iter().any(|one| contradicted(snapshot, one)) {
        screen.lead = vec![Id::PROTECT_CONTRADICTS.into()];
    }
    // Beside another antivirus, Windows' own is off on purpose.
    if matches!(antivirus(&now), Guard::Off | Guard::Unknown) {
        screen.blocks.extend(held_off::blocks(session, protection, catalog));
        // What is installed has to go first.
        screen.blocks.extend(if installed { Vec::new() } else { how_to_turn_on(&now, protection) });
    }
    let listed = protection.products.iter().filter(|one| !one.firewall);
    let listed = listed.map(|one| product(snapshot, &now, one, catalog.vendor.is_named_in(&one.name)));
    screen.blocks.extend(listed);
    if let Now::OwnWays(os) = now {
        screen.blocks.extend(own_ways(os));
    } else {
        screen.blocks.extend(defender(snapshot));
        screen.blocks.push(firewall(&firewall_now(snapshot, protection), protection));
        let fixes = windows::fixes_now(session, snapshot);
        if windows_ten(snapshot) && !windows::says_more_than_ten(&fixes) {
            screen.blocks.extend(guidance_cards(Spot::ProtectWindowsTen, Icon::Clock));
        } else {
            screen.blocks.push(windows::fixes_card(&fixes));
        }
        // An antivirus that is on is one half of it.
        if fixes.are_coming() == Some(false) && screen.mark == Some(Mark::Good) {
            screen.mark = Some(Mark::Attention);
        }
        // What is kept off does not come back by itself.
        if !held_off::bars(&held_off::antivirus(protection)) {
            screen.blocks.extend(comes_back(&now, server));
        }
        screen.blocks.push(block(card(Id::PROTECT_ONE_TITLE, [Id::PROTECT_ONE.into()])));
    }
    screen.blocks.push(offer(
        Id::CHOOSE_OFFER_TITLE,
        Id::CHOOSE_OFFER,
        Button::Choose(ChooseButton::Open),
        Id::BUTTON_HELP_ME_CHOOSE,
    ));
    let besides = (Id::COMPANIONS_TITLE, Id::COMPANIONS_LEAD);
    screen.blocks.push(offer(besides.0, besides.1, Button::Choose(ChooseButton::Companions), Id::BUTTON_COMPANIONS));
    buttons(session, &mut screen, &now, protection);
    screen
}

/// What protects the computer, in one card: what the page about it is called.
pub(super) fn short(session: &Session, catalog: &Catalog, outcome: &Outcome) -> Option<Block> {
    let seen = session.seen.as_ref()?;
    let now = protection_now(&seen.snapshot, &seen.assessment.protection, catalog);
    let mut card = card(Id::DONE_PROTECTION, [state(&now, seen.snapshot.host.server == Some(true)).title]);
    card.icon = Some(Icon::Shield);
    card.chip = match outcome.guard {
        Guard::On if outcome.fixes.are_coming() == Some(false) => Some((Tone::Attention, Id::DONE_CHIP_LOOK.into())),
        Guard::On if outcome.fixes.are_coming().is_none() => Some((Tone::Info, Id::PROTECT_CHIP_ON.into())),
        Guard::On => Some((Tone::Good, Id::PROTECT_CHIP_ON.into())),
        Guard::Off => Some((Tone::Attention, Id::PROTECT_CHIP_OFF.into())),
        Guard::Weak => Some((Tone::Attention, Id::DONE_CHIP_LOOK.into())),
        Guard::Unknown | Guard::FireUnknown => Some((Tone::Info, Id::PROTECT_CHIP_UNKNOWN.into())),
        Guard::OwnWays => None,
    };
    Some(block(card))
}

/// How well the antivirus protects, whatever the firewall does.
fn antivirus(now: &Now) -> Guard {
    how_guarded(now, &Fire::On)
}

/// What can be pressed. Where nothing is on, the main button leads on with that, and leaving is beside it.
fn buttons(session: &Session, screen: &mut Screen, now: &Now, protection: &Protection) {
    let guard = antivirus(now);
    let off = guard == Guard::Off;
    let installed = session.assessment().is_some_and(|assessment| !assessment.products.is_empty());
    let held = held_off::antivirus(protection);
    let again = action(Button::LookAgain, Id::BUTTON_LOOK_AGAIN);
    let (main, other) = match off {
        // What is installed has to go first.
        _ if installed && !left_for_now(session) => (to_removal(), Some(again)),
        // The steps on the page come first; then a look shows what they did.
        true if held_off::bars(&held) => (again, Some(open())),
        true => (open(), Some(again)),
        false => (action(Button::Continue, Id::BUTTON_CONTINUE), Some(again)),
    };
    screen.back = back();
    screen.others.extend(other);
    // The steps of what is held off end with the report.
    let firewall_held = protection.held_off.iter().any(|held| held.hold.is_firewall());
    if firewall_held || (!held.is_empty() && matches!(guard, Guard::Off | Guard::Unknown)) {
        super::report::offer(session, screen);
    }
    screen.others.extend((off || installed).then(|| action(Button::Continue, Id::PROTECT_LEAVE)));
    screen.main = Some(main);
}

/// How to turn Defender on, where that helps: nothing is on, or nobody knows, and nothing bars it.
fn how_to_turn_on(now: &Now, protection: &Protection) -> Vec<Block> {
    let helps = matches!(now, Now::Expired(_) | Now::Gone(_) | Now::Off | Now::Unknown);
    if helps && !held_off::bars(&held_off::antivirus(protection)) { steps() } else { Vec::new() }
}

/// The heading of each state, its sentence, and its next step.
fn state(now: &Now, server: bool) -> Screen {
    let name = |id: Id, name: &str| Say::new(id).text("name", name);
    let told = if server { Id::PROTECT_ON_SERVER } else { Id::PROTECT_ON_LEAD };
    match now {
        Now::On(one) => page(Guarded::Yes, Mark::Good, name(Id::PROTECT_ON_TITLE, one), told),
        Now::OutOfDate(one) => {
            page(Guarded::Yes, Mark::Attention, name(Id::PROTECT_OUT_OF_DATE_TITLE, one), Id::PROTECT_OUT_OF_DATE_LEAD)
        }
        Now::OnlyKaspersky(one) => {
            page(Guarded::Yes, Mark::Attention, name(Id::PROTECT_KASPERSKY_TITLE, one), Id::PROTECT_KASPERSKY_LEAD)
        }
        Now::Several(all) => {
            let title = Say::new(Id::PROTECT_SEVERAL_TITLE).count("count", all.len());
            page(Guarded::Yes, Mark::Attention, title, Id::PROTECT_SEVERAL_LEAD)
        }
        Now::Snoozed(one) => turn_on(name(Id::PROTECT_SNOOZED_TITLE, one), Id::PROTECT_SNOOZED_LEAD),
        Now::Expired(one) => turn_on(name(Id::PROTECT_EXPIRED_TITLE, one), Id::PROTECT_EXPIRED_LEAD),
        Now::Gone(one) => turn_on(name(Id::PROTECT_GONE_TITLE, one), Id::PROTECT_GONE_LEAD),
        Now::Off => turn_on(Id::PROTECT_OFF_TITLE, Id::PROTECT_OFF_LEAD),
        Now::NotAnswered => {
            let mut screen = page(Guarded::NotKnown, Mark::Unknown, Id::PROTECT_LATE_TITLE, Id::PROTECT_LATE_LEAD);
            screen.others = vec![open()];
            screen
        }
        Now::Unknown => {
            let mut screen =
                page(Guarded::NotKnown, Mark::Unknown, Id::PROTECT_UNKNOWN_TITLE, Id::PROTECT_UNKNOWN_LEAD);
            screen.others = vec![open()];
            screen
        }
        Now::OwnWays(Os::Linux) => page(Guarded::NotKnown, Mark::Unknown, Id::PROTECT_LINUX_TITLE, Id::PROTECT_LINUX),
        Now::OwnWays(_) => page(Guarded::NotKnown, Mark::Unknown, Id::PROTECT_MAC_TITLE, Id::PROTECT_MAC),
    }
}

fn page(guarded: Guarded, mark: Mark, title: impl Into<Say>, lead: Id) -> Screen {
    let mut screen = blank(Page::Protect, title);
    screen.page = guarded.number();
    screen.mark = Some(mark);
    screen.lead = vec![lead.into()];
    screen
}

/// Nothing is on.
fn turn_on(title: impl Into<Say>, lead: Id) -> Screen {
    page(Guarded::No, Mark::Attention, title, lead)
}

fn open() -> Action {
    action(Button::OpenWindowsSecurity, Id::BUTTON_OPEN_WINDOWS_SECURITY)
}

fn steps() -> Vec<Block> {
    let steps = [Id::PROTECT_OFF_STEP_1, Id::PROTECT_OFF_STEP_2, Id::PROTECT_OFF_STEP_3];
    vec![Block::Heading(Id::PROTECT_OFF_STEPS_TITLE.into()), Block::Steps(steps.into_iter().map(Say::from).collect())]
}

/// One antivirus that the system lists: its state in a word, and what to do about it. `ours`: it is what has to go.
fn product(snapshot: &Snapshot, now: &Now, one: &Protector, ours: bool) -> Block {
    let (tone, word, next) = match one.state {
        _ if one.gone => (Tone::Attention, Id::PROTECT_CHIP_GONE, Some(Id::PROTECT_GONE_BODY)),
        ProtectionState::On if one.up_to_date == Some(false) => {
            (Tone::Attention, Id::PROTECT_CHIP_OUT_OF_DATE, Some(Id::PROTECT_STALE))
        }
        ProtectionState::On => (Tone::Good, Id::PROTECT_CHIP_ON, None),
        ProtectionState::Off if antivirus(now) == Guard::Off => {
            (Tone::Plain, Id::PROTECT_CHIP_OFF, Some(Id::PROTECT_NEXT_OFF_ALONE))
        }
        ProtectionState::Off => (Tone::Plain, Id::PROTECT_CHIP_OFF, Some(Id::PROTECT_NEXT_OFF)),
        ProtectionState::Snoozed => (Tone::Attention, Id::PROTECT_CHIP_SNOOZED, Some(Id::PROTECT_NEXT_SNOOZED)),
        ProtectionState::Expired => (Tone::Attention, Id::PROTECT_CHIP_EXPIRED, Some(Id::PROTECT_NEXT_EXPIRED)),
        ProtectionState::Unknown if contradicted(snapshot, one) => {
            (Tone::Info, Id::PROTECT_CHIP_UNKNOWN, Some(Id::PROTECT_CONTRADICTS))
        }
        ProtectionState::Unknown => (Tone::Info, Id::PROTECT_CHIP_UNKNOWN, Some(Id::PROTECT_NEXT_UNKNOWN)),
    };
    let next = if ours && !one.gone { Some(Id::PROTECT_NEXT_OURS) } else { next };
    let mut card = card(Say::verbatim(&one.name), next.map(Say::from));
    card.icon = Some(Icon::Shield);
    card.chip = Some((tone, word.into()));
    block(card)
}

/// Whether Security Center and Defender were both asked about Defender, and do not agree.
fn contradicted(snapshot: &Snapshot, one: &Protector) -> bool {
    let answered = matches!(own_answer(snapshot), Some(OwnAnswer::On(_) | OwnAnswer::StandsBack | OwnAnswer::Off));
    answered && one.is_windows_own() && one.state == ProtectionState::Unknown
}

/// What Microsoft Defender says of itself.
fn defender(snapshot: &Snapshot) -> Option<Block> {
    let says = match own_answer(snapshot)? {
        OwnAnswer::On(Some(days)) => Say::new(Id::PROTECT_OWN_ON_AGE).count("days", days as usize),
        OwnAnswer::On(None) => Id::PROTECT_OWN_ON.into(),
        OwnAnswer::StandsBack => Id::PROTECT_OWN_STANDS_BACK.into(),
        OwnAnswer::Off => Id::PROTECT_OWN_OFF.into(),
        OwnAnswer::NotAsked => Id::PROTECT_OWN_NOT_ASKED.into(),
        OwnAnswer::Silent => Id::PROTECT_OWN_SILENT.into(),
    };
    Some(block(card(Id::PROTECT_OWN_TITLE, [says])))
}

fn firewall(fire: &Fire, protection: &Protection) -> Block {
    let (tone, word, body) = match fire {
        Fire::On => (Tone::Good, Id::PROTECT_CHIP_ON, vec![Id::PROTECT_FIRE_ON.into()]),
        Fire::Other(name) => {
            (Tone::Good, Id::PROTECT_CHIP_ON, vec![Say::new(Id::PROTECT_FIRE_OTHER).text("name", name)])
        }
        Fire::OffIn(profiles) => {
            let off = profiles.iter().map(|profile| match profile.as_str() {
                "domain" => Id::PROTECT_FIRE_OFF_DOMAIN,
                "private" => Id::PROTECT_FIRE_OFF_PRIVATE,
                _ => Id::PROTECT_FIRE_OFF_PUBLIC,
            });
            let body = off.map(Say::from).chain(held_off::firewall(protection)).collect();
            (Tone::Attention, Id::PROTECT_CHIP_OFF, body)
        }
        Fire::Unknown => (Tone::Info, Id::PROTECT_CHIP_UNKNOWN, vec![Id::PROTECT_FIRE_UNKNOWN.into()]),
    };
    let mut card = card(Id::PROTECT_FIREWALL, body);
    card.icon = Some(Icon::Network);
    card.chip = Some((tone, word.into()));
    block(card)
}

/// Whether Defender comes back by itself, where nothing or only Kaspersky is on.
fn comes_back(now: &Now, server: bool) -> Vec<Block> {
    match (now, server) {
        (Now::On(_) | Now::OutOfDate(_) | Now::Several(_), _) => Vec::new(),
        (_, true) => guidance_cards(Spot::ProtectServer, Icon::Shield),
        (_, false) => guidance_cards(Spot::ProtectBack, Icon::Shield),
    }
}

/// What macOS and Linux have instead, and how to see it.
fn own_ways(os: Os) -> Vec<Block> {
    if os != Os::Macos {
        return guidance_cards(Spot::ProtectLinux, Icon::Shield);
    }
    let steps = [Id::PROTECT_MAC_STEP_1, Id::PROTECT_MAC_STEP_2];
    let mut blocks = guidance_cards(Spot::ProtectMac, Icon::Shield);
    blocks.push(Block::Heading(Id::PROTECT_MAC_STEPS_TITLE.into()));
    blocks.push(Block::Steps(steps.into_iter().map(Say::from).collect()));
    blocks
}

/// What the catalogue tells at one place, with a picture.
fn guidance_cards(spot: Spot, icon: Icon) -> Vec<Block> {
    embedded_guidance().on(spot).map(|one| block(Card { icon: Some(icon), ..statement::as_card(one) })).collect()
}

fn offer(title: Id, body: Id, button: Button, label: Id) -> Block {
    block(Card { actions: vec![action(button, label)], ..card(title, [body.into()]) })
}
