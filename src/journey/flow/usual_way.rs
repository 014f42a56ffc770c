//! The usual way through a practice computer, and off it to the page that somebody asks for.
//!
//! Who helps on the phone hears a number, and wants to see the page that the caller sees.

use crate::journey::state::{
    Action, Answer, Aside, Block, Button, Card, ChooseButton, CleanButton, PasswordsAt, PrepareButton, RemoveButton,
    RestartButton, Screen, TrapId,
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
    const STOP: Button = Button::Prepare(PrepareButton::Answer(TrapId::DiskEncryption, Answer::SomeoneElse));
    let leads = |button: &Button| match button {
        Button::Caretaker(Caretaker::Employer) => wanted == "131",
        Button::Aside(Aside::WhyMore) => wanted == "210",
        Button::Remove(RemoveButton::OpenInstalledApps | RemoveButton::OpenVendorTool) => wanted == "421",
        Button::Restart(RestartButton::Later) => wanted == "511",
        Button::Aside(Aside::Phones) => wanted == "810",
        Button::Aside(Aside::Network) => wanted == "820",
        Button::Aside(Aside::Sensitive) => wanted == "840",
        Button::Clean(CleanButton::Open) => wanted.starts_with("63") || wanted.starts_with("65") || wanted == "640",
        Button::Clean(CleanButton::ByHand(_)) => wanted == "640",
        Button::Clean(CleanButton::PastCleanups) => wanted.starts_with("65"),
        Button::Clean(CleanButton::UndoRun(_)) => wanted == "651",
        Button::Choose(ChooseButton::Open) => wanted.starts_with("71"),
        Button::Choose(ChooseButton::About(_)) => wanted == "712",
        Button::Choose(ChooseButton::Companions) => wanted == "720",
        button => *button == STOP && wanted == "302",
    };
    screen.pressable().find(|action| !action.chosen && leads(&action.button)).map(|action| action.button.clone())
}

/// What a card still asks for: its box, or the answer that lets the journey go on.
fn answer(block: &Block) -> Option<Button> {
    let Block::Card(card) = block else { return None };
    let Card { tick, actions, .. } = &**card;
    if let Some((false, action)) = tick.as_ref().filter(|(_, action)| action.disabled.is_none()) {
        return Some(action.button.clone());
    }
    let usual = |action: &&Action| match action.button {
        Button::Prepare(PrepareButton::Answer(_, answer)) => answer == Answer::Done,
        Button::Prepare(PrepareButton::Passwords(at)) => at == PasswordsAt::Found,
        Button::Caretaker(who) => who == Caretaker::Me,
        _ => false,
    };
    let open = actions.iter().all(|action| !action.chosen);
    actions.iter().find(usual).filter(|_| open).map(|action| action.button.clone())
}
