use crate::catalog::{Catalog, Device, Function};
use crate::i18n::Texts;
use crate::journey::{
    Block, Button, ChooseButton, Effect, Event, Msg, Page, ProgramEffect, Session, plain, resume, screen, update,
};
use crate::machine::Snapshot;
use crate::protect::{Choice, Pay, Use};

/// A session on the page about protection, for a computer of which this was seen.
fn at(seen: &str) -> Session {
    let snapshot: Snapshot = serde_json::from_str(&format!(r#"{{"schema": 1, {seen}}}"#)).unwrap();
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    session.page = Page::Protect;
    session
}

const PC: &str = r#""host": {"os": "windows", "os_version": "Windows 11 (26100)"}"#;

fn text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

fn press(session: &mut Session, button: Button) -> Vec<Effect> {
    let offered = screen(session, Catalog::embedded()).pressable().any(|action| action.button == button);
    assert!(offered, "{:?} does not offer {button:?}", session.page);
    update(session, Catalog::embedded(), Msg::Press(button))
}

#[test]
fn the_way_through_the_questions_and_back() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    assert_eq!(session.page, Page::Choose);
    for page in [Page::Suits, Page::Companions, Page::Done] {
        press(&mut session, Button::Continue);
        assert_eq!(session.page, page);
    }
    session.page = Page::Companions;
    for page in [Page::Suits, Page::Choose, Page::Protect] {
        press(&mut session, Button::Back);
        assert_eq!(session.page, page);
    }
    let mut short = at(PC);
    press(&mut short, Button::Choose(ChooseButton::Companions));
    press(&mut short, Button::Back);
    assert_eq!(short.page, Page::Protect, "it goes back where it came from");
}

#[test]
fn answers_are_saved_and_come_back() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    for choice in [Choice::Device(Device::Mac), Choice::Function(Function::Vpn), Choice::Pay(Pay::FreeOnly)] {
        assert_eq!(
            press(&mut session, Button::Choose(ChooseButton::Answer(choice))),
            [Effect::Program(ProgramEffect::Save)]
        );
    }
    let saved = serde_json::to_string(&session).unwrap();
    let mut back: Session = serde_json::from_str(&saved).unwrap();
    assert_eq!(back.choosing.choice, session.choosing.choice);
    resume(&mut back);
    let pc: Snapshot = serde_json::from_str(&format!(r#"{{"schema": 1, {PC}}}"#)).unwrap();
    update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(pc))));
    assert_eq!(back.page, Page::Choose);
    let chosen = screen(&back, Catalog::embedded()).pressable().filter(|action| action.chosen).count();
    assert_eq!(chosen, 3, "a Mac, VPN, free: what was pressed, and nothing else");
}

#[test]
fn without_an_answer_the_list_is_for_this_computer_and_begins_with_what_it_has() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    assert!(!screen(&session, Catalog::embedded()).pressable().any(|action| action.chosen));
    press(&mut session, Button::Continue);
    let shown = text(&session);
    assert!(shown.contains("1. Microsoft Defender Antivirus [Built in]"), "{shown}");
}

#[test]
fn what_is_built_in_has_a_card_of_its_own_wherever_it_stands() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    Function::ALL.into_iter().for_each(|function| {
        press(&mut session, Button::Choose(ChooseButton::Answer(Choice::Function(function))));
    });
    press(&mut session, Button::Continue);
    let shown = text(&session);
    assert!(shown.contains("Microsoft Defender Antivirus [Built in]"), "{shown}");
    assert!(shown.contains("No product pays us") && shown.contains("Gen Digital"), "{shown}");
}

#[test]
fn an_office_is_told_that_nothing_was_compared() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    press(&mut session, Button::Choose(ChooseButton::Answer(Choice::Use(Use::Business))));
    press(&mut session, Button::Continue);
    let shown = text(&session);
    assert!(shown.contains("We have not compared business products yet."), "{shown}");
    assert!(shown.contains("Microsoft Defender Antivirus") && !shown.contains("Norton"), "{shown}");
}

#[test]
fn every_product_on_the_list_says_how_we_know() {
    let mut session = at(PC);
    press(&mut session, Button::Choose(ChooseButton::Open));
    press(&mut session, Button::Continue);
    let about: Vec<Button> = screen(&session, Catalog::embedded())
        .pressable()
        .map(|action| action.button.clone())
        .filter(|button| matches!(button, Button::Choose(ChooseButton::About(_))))
        .collect();
    assert!(about.len() >= 3);
    for button in about {
        press(&mut session, button);
        let shown = screen(&session, Catalog::embedded());
        let sources = shown.pressable().filter(|action| matches!(action.button, Button::OpenSource(_))).count();
        let cards = shown.blocks.iter().filter(|block| matches!(block, Block::Card(_))).count();
        assert!(sources >= 3 && cards - sources <= 1, "all but what is not known has its page");
        press(&mut session, Button::Back);
        assert_eq!(session.page, Page::Suits);
    }
}

#[test]
fn each_state_has_its_sentence_and_its_next_step() {
    let listed = |state: &str| {
        format!(r#"{PC}, "security_center": {{"items": [{{"name": "Shield", "role": "antivirus", {state}}}]}}"#)
    };
    for (seen, title, step) in [
        (listed(r#""state": "on""#), "Shield protects this computer now", "One at a time"),
        (listed(r#""state": "on", "up_to_date": false"#), "Shield is on, but out of date", "let it update"),
        (listed(r#""state": "snoozed""#), "Shield is paused", "turn it on again"),
        (listed(r#""state": "expired""#), "The license of Shield has run out", "Renew it"),
        (listed(r#""state": "on", "there": "absent""#), "its program is gone", "Get the removal tool"),
        (listed(r#""state": "off""#), "Nothing protects this computer now", "Turn on Real-time protection"),
        (format!(r#"{PC}, "security_center": {{"gaps": [{{"why": "timed_out"}}]}}"#), "not answered yet", "Wait"),
        (format!(r#"{PC}, "security_center": {{"gaps": [{{"why": "failed"}}]}}"#), "could not tell", "look"),
    ] {
        let shown = text(&at(&seen));
        assert!(shown.contains(title) && shown.contains(step), "{title}: {shown}");
    }
}

#[test]
fn a_server_and_a_home_pc_are_told_different_things() {
    let off = r#""defender": {"items": [{"mode": "Not running"}]}"#;
    let server = r#""host": {"os": "windows", "os_version": "Windows Server 2022 (20348)", "server": true}"#;
    let shown = text(&at(&format!("{server}, {off}")));
    assert!(shown.contains("Defender does not come back by itself"), "{shown}");
    let shown = text(&at(&format!("{PC}, {off}")));
    assert!(shown.contains("turns on again when no other antivirus is left"), "{shown}");
}

#[test]
fn windows_10_says_what_ended_and_what_we_could_not_tell() {
    let ten = PC.replace("Windows 11 (26100)", "Windows 10 (19045)");
    let shown = text(&at(&ten));
    for words in ["October 14, 2025", "October 12, 2027", "October 2028", "could not tell whether this PC is enrolled"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!text(&at(PC)).contains("Windows 10 needs"));
}

#[test]
fn a_mac_and_linux_say_what_they_have_instead() {
    let mac = text(&at(r#""host": {"os": "macos", "os_version": "macOS 15.1"}"#));
    assert!(mac.contains("XProtect and Gatekeeper") && mac.contains("Software Update"), "{mac}");
    let linux = text(&at(r#""host": {"os": "linux", "os_version": "Fedora Linux 41"}"#));
    assert!(linux.contains("probably not"), "{linux}");
    assert!(!linux.contains("Defender turns on again") && !linux.contains("Windows Security"), "{linux}");
}
