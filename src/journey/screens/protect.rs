//! *Protect*: what protects this computer now, as the system itself says.

use super::*;
use crate::machine::ProtectionState;

pub(super) fn protect(session: &Session) -> Screen {
    let Some(seen) = &session.seen else { return super::check::looking(session) };
    let protection = &seen.assessment.protection;
    let on: Vec<_> =
        protection.products.iter().filter(|one| !one.firewall && one.state == ProtectionState::On).collect();
    let mut screen = match protection.state {
        ProtectionState::On => {
            let name = on.first().map(|one| one.name.clone()).unwrap_or_default();
            let mut screen = blank("7", Some(Step::Protect), Say::new(MessageId::PROTECT_ON_TITLE).text("name", name));
            screen.mark = Some(Mark::Good);
            screen.lead = vec![MessageId::PROTECT_ON_LEAD.into()];
            screen
        }
        ProtectionState::Off => off(seen.snapshot.host.server == Some(true)),
        _ => unknown(session),
    };
    if on.len() > 1 {
        let mut two = card(MessageId::PROTECT_TWO_TITLE, [MessageId::PROTECT_TWO_BODY.into()]);
        two.icon = Some(Icon::Warning);
        screen.blocks.push(block(two));
    }
    screen.blocks.extend(protection.products.iter().map(|one| {
        let (tone, word) = match one.state {
            ProtectionState::On => (Tone::Good, MessageId::PROTECT_CHIP_ON),
            ProtectionState::Off => (Tone::Attention, MessageId::PROTECT_CHIP_OFF),
            ProtectionState::Snoozed => (Tone::Attention, MessageId::PROTECT_CHIP_SNOOZED),
            ProtectionState::Expired => (Tone::Attention, MessageId::PROTECT_CHIP_EXPIRED),
            ProtectionState::Unknown => (Tone::Info, MessageId::PROTECT_CHIP_UNKNOWN),
        };
        let mut card = card(Say::new(MessageId::FOUND_SUCCESSOR).text("name", &one.name), []);
        if one.firewall {
            card.body.push(MessageId::PROTECT_FIREWALL.into());
        }
        if one.state == ProtectionState::On && one.up_to_date == Some(false) {
            card.body.push(MessageId::PROTECT_STALE.into());
        }
        if one.gone {
            card.body.push(MessageId::PROTECT_GONE_BODY.into());
        }
        card.icon = Some(Icon::Shield);
        card.chip = Some((tone, word.into()));
        block(card)
    }));
    if runs(session, Os::Windows) {
        screen.blocks.push(block(card(MessageId::PROTECT_ONE_TITLE, [MessageId::PROTECT_ONE.into()])));
    }
    screen.back = back();
    screen.others.push(action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN));
    screen.main = forward();
    screen
}

fn off(server: bool) -> Screen {
    let mut screen = blank("7b", Some(Step::Protect), MessageId::PROTECT_OFF_TITLE);
    screen.mark = Some(Mark::Attention);
    screen.lead = vec![MessageId::PROTECT_OFF_LEAD.into()];
    if server {
        screen.lead.push(MessageId::PROTECT_SERVER.into());
    }
    screen.blocks = steps();
    screen.others = vec![action(Button::OpenWindowsSecurity, MessageId::BUTTON_OPEN_WINDOWS_SECURITY)];
    screen
}

fn steps() -> Vec<Block> {
    vec![
        Block::Heading(MessageId::PROTECT_OFF_STEPS_TITLE.into()),
        Block::Steps(vec![
            MessageId::PROTECT_OFF_STEP_1.into(),
            MessageId::PROTECT_OFF_STEP_2.into(),
            MessageId::PROTECT_OFF_STEP_3.into(),
        ]),
    ]
}

fn unknown(session: &Session) -> Screen {
    let mut screen = blank("7c", Some(Step::Protect), MessageId::PROTECT_UNKNOWN_TITLE);
    screen.mark = Some(Mark::Unknown);
    if runs(session, Os::Linux) {
        screen.lead = vec![MessageId::PROTECT_LINUX.into()];
    } else if runs(session, Os::Macos) {
        screen.lead = vec![MessageId::PROTECT_MAC.into()];
    } else {
        screen.lead = vec![MessageId::PROTECT_UNKNOWN_LEAD.into()];
        screen.blocks = steps();
        screen.others = vec![action(Button::OpenWindowsSecurity, MessageId::BUTTON_OPEN_WINDOWS_SECURITY)];
    }
    screen
}
