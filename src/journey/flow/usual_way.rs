//! The usual way through a practice computer, and off it to the page that somebody asks for.
//!
//! Who helps on the phone hears a number, and wants to see the page that the caller sees.

use crate::assess::CameFor;
use crate::journey::state::{
    Action, Answer, Aside, Block, Button, Card, ChooseButton, CleanButton, PasswordsAt, PrepareButton, RemoveButton,
    RestartButton, Screen, ToolButton, TrapId,
};
use crate::removal::Caretaker;

/// What is pressed on a page on the way to the one with the number `wanted`. `again`: the journey has come back to this
/// page, so that what is usually pressed leads nowhere. None: there is no way on.
pub fn usual_press(screen: &Screen, wanted: &str, again: bool) -> Option<Button> {
    let skip = screen.pressable().find(|action| action.button == Button::Remove(RemoveButton::SkipProduct));
    let press = |action: &Action| action.button.clone();
    let main = || screen.main.iter().chain(&screen.others).find(|action| action.disabled.is_none());
    let stays = |button: &Button| *button != Button::Quit;
    towards(screen, wanted)
        .or_else(|| skip.filter(|_| again).map(press))
        .or_else(|| screen.blocks.iter().find_map(answer))
        .or_else(|| main().map(press))
        .filter(stays)
}

/// A button that leads off the usual way to the page that is wanted.
fn towards(screen: &Screen, wanted: &str) -> Option<Button> {
    let leads = |button: &Button| match button {
        Button::Came(CameFor::Bought) | Button::Prepare(PrepareButton::OpenNotMine) if wanted == "391" => true,
        Button::Caretaker(Caretaker::Employer) => wanted == "131",
        Button::Aside(Aside::WhyMore) => wanted.starts_with("21"),
        Button::Aside(Aside::WhyElsewhere) => wanted == "211",
        Button::Remove(RemoveButton::OpenInstalledApps | RemoveButton::OpenVendorTool) => wanted == "421",
        Button::Tool(ToolButton::Open) => wanted.starts_with("45"),
        Button::Tool(ToolButton::Without) => wanted == "452",
        Button::Restart(RestartButton::Later) => wanted == "511",
        Button::Aside(Aside::Phones) => wanted == "810",
        Button::Aside(Aside::Network) => wanted == "820",
        Button::Aside(Aside::Subscription) => wanted == "830",
        Button::Prepare(pressed) => led_to(pressed) == Some(wanted),
        Button::Aside(Aside::Sensitive) => wanted == "840",
        Button::Aside(Aside::Recovery) => wanted == "503",
        Button::Clean(CleanButton::Open) => wanted.starts_with("63") || wanted.starts_with("65") || wanted == "640",
        Button::Clean(CleanButton::ByHand(_)) => wanted == "640",
        Button::Clean(CleanButton::PastCleanups) => wanted.starts_with("65"),
        Button::Clean(CleanButton::UndoRun(_)) => wanted == "651",
        Button::Choose(ChooseButton::Open) => wanted.starts_with("71"),
        Button::Choose(ChooseButton::About(_)) => wanted == "712",
        Button::Choose(ChooseButton::Companions) => wanted == "720",
        _ => false,
    };
    screen.pressable().find(|action| !action.chosen && leads(&action.button)).map(|action| action.button.clone())
}

/// The page to which an answer leads that is not the usual one.
fn led_to(pressed: &PrepareButton) -> Option<&'static str> {
    let PrepareButton::Answer(trap, answer) = pressed else {
        return (*pressed == PrepareButton::Passwords(PasswordsAt::NotFound)).then_some("319");
    };
    match (trap, answer) {
        (TrapId::DiskEncryption, Answer::SomeoneElse) => Some("302"),
        (TrapId::BitlockerKey, Answer::Yes) => Some("306"),
        (TrapId::FileEncryption, Answer::CannotOpen) => Some("308"),
        (TrapId::Passwords, Answer::NotNeeded | Answer::CannotOpen) => Some("311"),
        (TrapId::Passwords, Answer::NotSure) => Some("312"),
        (TrapId::SecretVault, Answer::CannotOpen) => Some("322"),
        (TrapId::SecretVault, Answer::NotSure) => Some("323"),
        (TrapId::Backups, Answer::CannotOpen) => Some("332"),
        (TrapId::Backups, Answer::NotSure) => Some("333"),
        (TrapId::OtherAccounts, Answer::Yes) => Some("351"),
        (TrapId::OtherAccounts, Answer::NotNeeded) => Some("352"),
        (TrapId::VpnKillSwitch, Answer::NotNeeded) => Some("361"),
        (TrapId::RemovalPassword, Answer::CannotOpen) => Some("381"),
        _ => None,
    }
}

/// What a card still asks for: its box, or the answer that lets the journey go on. Of several the one that leads past the
/// most pages.
fn answer(block: &Block) -> Option<Button> {
    let Block::Card(card) = block else { return None };
    let Card { tick, actions, .. } = &**card;
    if let Some((false, action)) = tick.as_ref().filter(|(_, action)| action.disabled.is_none()) {
        return Some(action.button.clone());
    }
    let rank = |action: &Action| match action.button {
        Button::Caretaker(who) => (who == Caretaker::Me).then_some(0),
        Button::Prepare(PrepareButton::Answer(_, Answer::Done)) => Some(0),
        Button::Prepare(PrepareButton::Answer(_, Answer::Yes)) => Some(1),
        Button::Prepare(PrepareButton::Passwords(PasswordsAt::Exported | PasswordsAt::Found)) => Some(0),
        Button::Prepare(PrepareButton::DeleteLater) => Some(0),
        Button::Prepare(PrepareButton::ChooseManager(_) | PrepareButton::NotInFile(_)) => Some(1),
        _ => None,
    };
    let open = actions.iter().all(|action| !action.chosen);
    let usual = actions.iter().filter_map(|action| Some((rank(action)?, action))).min_by_key(|(rank, _)| *rank);
    usual.filter(|_| open).map(|(_, action)| action.button.clone())
}
