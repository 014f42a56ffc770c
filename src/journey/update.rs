//! The door of the journey: takes in a press or news, and hands it to the part of `flow` that knows what follows.
//!
//! A press counts only if the page that is shown offers it; so no sequence of presses can reach
//! what a page holds back.

use super::flow::news::take_in_news;
use super::flow::route::{go_back, go_on, look_again, page_of, to_removal};
use super::flow::turn::{turn_and_look, turn_to};
use super::flow::{choosing, cleaning, preparing, removing, restarting, rights, saving, successor, tool};
use super::screens::screen;
use super::state::{Button, ComputerEffect, Effect, Msg, Page, ProgramEffect, RemoveButton, Session, ToolButton};
use crate::catalog::Catalog;

/// Takes in one message. What is to be done comes back in order.
pub fn update(session: &mut Session, catalog: &Catalog, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Press(button) => {
            let offered = screen(session, catalog).pressable().any(|action| action.button == button);
            if offered { take_press(session, catalog, button) } else { Vec::new() }
        }
        Msg::Event(event) => {
            let effects = take_in_news(session, catalog, event);
            rights::in_reach(session, effects)
        }
    }
}

/// A press that the page offers.
pub(super) fn take_press(session: &mut Session, catalog: &Catalog, button: Button) -> Vec<Effect> {
    session.notices.address = None;
    let effects = press(session, catalog, button);
    rights::in_reach(session, effects)
}

/// What follows from a press.
fn press(session: &mut Session, catalog: &Catalog, button: Button) -> Vec<Effect> {
    session.notices.error = None;
    session.notices.copied = false;
    session.notices.restart_asked = false;
    match button {
        Button::Start => turn_and_look(session, Page::Looking),
        Button::OtherLanguage => vec![Effect::Program(ProgramEffect::OtherLanguage)],
        Button::Came(trouble) => {
            // Pressed once more, it is taken back.
            session.trouble = Some(trouble).filter(|trouble| session.trouble != Some(*trouble));
            vec![Effect::Program(ProgramEffect::Save)]
        }
        Button::Continue => go_on(session),
        Button::Back => go_back(session),
        Button::LookAgain => look_again(session),
        Button::StopLooking => vec![Effect::Computer(ComputerEffect::StopLooking)],
        Button::Caretaker(who) => {
            session.caretaker = Some(who);
            turn_to(session, if who.may_go_on() { Page::Office } else { Page::Managed })
        }
        Button::Practice(name) => vec![Effect::Program(ProgramEffect::Practice(name))],
        Button::Prepare(button) => preparing::press_prepare(session, button),
        Button::Remove(RemoveButton::ToRemoval) => to_removal(session),
        Button::Remove(button) => removing::press_remove(session, button),
        Button::Successor(button) => successor::press_successor(session, button),
        Button::Tool(ToolButton::StartsNow) => removing::tool_starts(session),
        Button::Tool(button) => tool::press_tool(session, button),
        Button::Restart(button) => restarting::press_restart(session, button),
        Button::Save(button) => saving::press_save(session, catalog, button),
        Button::Clean(button) => cleaning::press_clean(session, catalog, button),
        Button::Choose(button) => {
            choosing::press_choose(session, button);
            vec![Effect::Program(ProgramEffect::Save)]
        }
        Button::Aside(aside) => {
            let page = page_of(session, aside);
            turn_to(session, page)
        }
        Button::OpenSource(link) => vec![Effect::Computer(ComputerEffect::Open(link))],
        Button::OpenWindowsSecurity => vec![Effect::Computer(ComputerEffect::OpenWindowsSecurity)],
        Button::Unfinished => restarting::to_unfinished(session),
        Button::Quit => vec![Effect::Program(ProgramEffect::Save), Effect::Program(ProgramEffect::Quit)],
    }
}
