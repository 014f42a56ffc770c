//! The vendor's removal tool: a file is checked before it may be started, and there is a way without it.

use super::filters::page_text;
use super::*;
use crate::journey::state::ToolButton;
use crate::machine::{
    BadSignature, Beside, SignerName, Standing, ToolFile, ToolOrigin, ToolSeen, ToolSignature, ToolUnread,
};

fn vendors() -> ToolFile {
    let vendor = String::from("AO Kaspersky Lab");
    let signer = SignerName { name: vendor.clone(), organization: vendor, country: "RU".into() };
    ToolFile {
        name: "kavremvr.exe".into(),
        signature: ToolSignature::Holds(vec![Some(signer)]),
        is_program: true,
        original_name: Some("kavremvr.exe".into()),
        beside: Beside::Seen { libraries: vec![], programs: vec![] },
        origin: None,
    }
}

/// The page about a file, reached from a page that speaks of the tool.
fn checked(from: Page, seen: ToolSeen) -> Session {
    let mut session = left_for_the_tool(from);
    press(&mut session, Button::Tool(ToolButton::Open));
    assert_eq!(session.page, Page::ToolCheck);
    let effects = press(&mut session, Button::Tool(ToolButton::ChooseFile));
    assert_eq!(effects, [Effect::Program(ProgramEffect::AskForTool)]);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::ToolSeen(seen)));
    assert_eq!(session.page, Page::ToolChecked);
    session
}

/// A product whose uninstaller lacks its file, so that the tool is next.
fn left_for_the_tool(page: Page) -> Session {
    let mut session = at(page, "suite-21-25");
    session.removal.queue = removing::removal_queue(&session);
    session.removal.ended = Some(Ended::Code(ExitCode(1612)));
    session
}

fn offers(session: &Session, button: &Button) -> bool {
    screen(session, Catalog::embedded()).pressable().any(|action| action.button == *button)
}

const STARTS: Button = Button::Tool(ToolButton::StartsNow);

#[test]
fn only_a_file_that_windows_confirms_leads_on_to_its_start() {
    let mut session = checked(Page::Outcome, Ok(vendors()));
    let text = page_text(&session);
    assert!(text.contains("Windows confirms: signed by AO Kaspersky Lab"), "{text}");
    assert!(text.contains("withdrawn later"), "what was not asked is said: {text}");
    let effects = press(&mut session, STARTS);
    assert_eq!(session.page, Page::OtherWindow);
    let expected = [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::ComeBack)];
    assert_eq!(effects, expected, "the person starts it, and not this program");

    let fails = |fault| {
        Ok(ToolFile {
            signature: ToolSignature::Fails { fault, claimed: Some("AO Kaspersky Lab".into()) },
            ..vendors()
        })
    };
    let beside = Beside::Seen { libraries: vec!["version.dll".into()], programs: vec![] };
    let other = SignerName { name: "Velmora".into(), organization: "Velmora".into(), country: "US".into() };
    let cases: Vec<(ToolSeen, &str, &str)> = vec![
        (fails(BadSignature::Missing), "Do not start it", "Nobody has signed"),
        (fails(BadSignature::Changed), "Do not start it", "changed after it was signed"),
        (fails(BadSignature::NotTrusted), "Do not start it", "with any name"),
        (fails(BadSignature::Expired), "Do not start it", "no longer good"),
        (fails(BadSignature::Distrusted), "Do not start it", "withdrawn"),
        (fails(BadSignature::Other(0x8009_2003_u32 as i32)), "Do not start it", "80092003"),
        (Ok(ToolFile { beside, ..vendors() }), "Do not start it", "version.dll"),
        (Ok(ToolFile { beside: Beside::Unread, ..vendors() }), "It was not checked", "empty folder"),
        (Ok(ToolFile { original_name: Some("Setup.exe".into()), ..vendors() }), "Do not start it", "Setup.exe"),
        (Ok(ToolFile { is_program: false, ..vendors() }), "Do not start it", "not a program"),
        (
            Ok(ToolFile { signature: ToolSignature::Holds(vec![Some(other)]), ..vendors() }),
            "Do not start it",
            "signed by Velmora (US), and not by Kaspersky",
        ),
        (Ok(ToolFile { signature: ToolSignature::NotAsked, ..vendors() }), "It was not checked", "Only Windows"),
        (Err(ToolUnread::NotPlain), "It was not checked", "not a file"),
        (Err(ToolUnread::TooLarge), "It was not checked", "far larger"),
        (Err(ToolUnread::Elsewhere), "It was not checked", "another computer"),
        (Err(ToolUnread::Refused("in use".into())), "It was not checked", "in use"),
    ];
    for (seen, title, why) in cases {
        let session = checked(Page::Outcome, seen.clone());
        let text = page_text(&session);
        assert!(text.contains(title) && text.contains(why), "{seen:?}: {text}");
        assert!(!text.contains("Windows confirms: signed"), "{seen:?}: {text}");
        assert!(!offers(&session, &STARTS), "{seen:?}");
        assert!(offers(&session, &Button::Tool(ToolButton::Without)), "{seen:?}: there is a way on");
        assert!(offers(&session, &Button::Tool(ToolButton::ChooseFile)), "{seen:?}: another file can be chosen");
    }
}

#[test]
fn where_it_came_from_is_told_as_no_proof_and_decides_nothing() {
    let origin = Some(ToolOrigin { host: Some("evil.example".into()), referrer: None });
    let text = page_text(&checked(Page::Outcome, Ok(ToolFile { origin, ..vendors() })));
    assert!(text.contains("it came from evil.example. That is no proof."), "{text}");
    assert!(text.contains("Windows confirms: signed by"), "{text}");
    let host = Some("media.kaspersky.com".to_string());
    let origin = Some(ToolOrigin { host: host.clone(), referrer: host });
    let fails = ToolSignature::Fails { fault: BadSignature::Missing, claimed: None };
    let text = page_text(&checked(Page::Outcome, Ok(ToolFile { origin, signature: fails, ..vendors() })));
    assert!(text.contains("Do not start it") && text.contains("media.kaspersky.com"), "{text}");
}

#[test]
fn beside_the_file_it_is_said_from_where_it_is_never_taken() {
    let mut session = left_for_the_tool(Page::Outcome);
    press(&mut session, Button::Tool(ToolButton::Open));
    let text = page_text(&session);
    for words in ["Never from a mirror", "share code", "somebody who calls you", "may not open from the US"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    press(&mut session, Button::Back);
    assert_eq!(session.page, Page::Outcome);
}

#[test]
fn the_way_without_the_tool_says_what_it_can_not_do_and_goes_on() {
    let mut session = checked(Page::Outcome, Err(ToolUnread::NotThere));
    let product = session.removal.queue[0].clone();
    press(&mut session, Button::Tool(ToolButton::Without));
    let text = page_text(&session);
    for words in ["What it can do", "What it cannot do", "still lists as installed", "in the network, in disks"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    press(&mut session, Button::Remove(RemoveButton::SkipProduct));
    assert!(session.removal.skipped.contains(&product));
    assert_ne!(session.page, Page::WithoutTool);
}

#[test]
fn from_beside_the_removal_nothing_is_started_and_the_way_leads_back() {
    // The questions before a removal may not have been answered there.
    for seen in [Ok(vendors()), Err(ToolUnread::NotThere)] {
        let mut session = at(Page::Left, "suite-21-25");
        session.page = Page::ToolCheck;
        session.tool.from = Some(Page::Protect);
        update(&mut session, Catalog::embedded(), Msg::Event(Event::ToolSeen(seen.clone())));
        assert!(!offers(&session, &STARTS), "{seen:?}");
        if seen.is_err() {
            press(&mut session, Button::Tool(ToolButton::Without));
        }
        press(&mut session, Button::Continue);
        assert_eq!(session.page, Page::Protect, "{seen:?}");
    }
}

#[test]
fn news_about_a_file_that_nobody_waits_for_any_more_turn_no_page() {
    let mut session = at(Page::Left, "suite-21-25");
    update(&mut session, Catalog::embedded(), Msg::Event(Event::ToolSeen(Ok(vendors()))));
    assert_eq!((session.page, session.tool.seen.is_some()), (Page::Left, false));
}

#[test]
fn a_check_does_not_outlive_the_program_and_with_rights_no_file_is_asked_for() {
    let mut session = checked(Page::Outcome, Ok(vendors()));
    let saved = serde_json::to_string(&session).unwrap();
    assert!(!saved.contains("kavremvr"), "the file may be another one by then");
    let mut again: Session = serde_json::from_str(&saved).unwrap();
    resume(&mut again);
    assert_eq!(again.page, Page::Looking);
    session.page = Page::ToolCheck;
    session.standing = Standing::Lent;
    let shown = screen(&session, Catalog::embedded());
    assert!(shown.main.unwrap().disabled.is_some());
}
