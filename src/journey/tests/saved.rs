//! What a person saves from the journey: the report, and the sheet to keep at hand.

use super::*;
use crate::i18n::{MessageId, Say, Texts};
use crate::machine::redact::Redactor;

/// Pages where somebody may want to hand on what was found.
const OFFERED: [Page; 5] = [Page::Caretaker, Page::Managed, Page::Outcome, Page::Left, Page::Done];

fn page_text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

fn offers(session: &Session, button: Button) -> bool {
    screen(session, Catalog::embedded()).pressable().any(|action| action.button == button)
}

#[test]
fn the_report_is_saved_and_the_page_says_where_and_offers_to_open_it() {
    for page in OFFERED {
        let mut session = at(page, "drivers-stay");
        assert!(!offers(&session, Button::Save(SaveButton::OpenReport)), "{page:?}: there is nothing to open yet");
        assert_eq!(
            press(&mut session, Button::Save(SaveButton::Report)),
            [Effect::Program(ProgramEffect::SaveReport)],
            "{page:?}"
        );
        let path = "/home/user/Documents/Clean Break - report.html";
        update(&mut session, Catalog::embedded(), Msg::Event(Event::ReportSaved(Ok(path.into()))));
        let code = crate::report::support_code(session.assessment().unwrap());
        assert!(page_text(&session).contains(path) && page_text(&session).contains(&code), "{}", page_text(&session));
        assert_eq!(
            press(&mut session, Button::Save(SaveButton::OpenReport)),
            [Effect::Computer(ComputerEffect::OpenSaved { path: path.into() })],
            "{page:?}"
        );
    }
}

#[test]
fn the_page_has_as_many_buttons_as_before_so_that_the_keyboard_stays() {
    for page in OFFERED {
        let mut session = at(page, "drivers-stay");
        let before = screen(&session, Catalog::embedded()).pressable().count();
        session.saved.report = Some("/a/report.html".into());
        assert_eq!(screen(&session, Catalog::embedded()).pressable().count(), before, "{page:?}");
    }
}

#[test]
fn a_report_that_could_not_be_saved_says_why_and_can_be_saved_again() {
    for page in OFFERED {
        let mut session = at(page, "drivers-stay");
        press(&mut session, Button::Save(SaveButton::Report));
        update(&mut session, Catalog::embedded(), Msg::Event(Event::ReportSaved(Err("the disk is full".into()))));
        assert!(page_text(&session).contains("the disk is full"), "{}", page_text(&session));
        assert_eq!(
            press(&mut session, Button::Save(SaveButton::Report)),
            [Effect::Program(ProgramEffect::SaveReport)],
            "{page:?}"
        );
    }
}

#[test]
fn a_new_look_makes_the_saved_report_an_old_one() {
    let mut session = at(Page::Left, "drivers-stay");
    session.saved.report = Some("/a/report.html".into());
    press(&mut session, Button::LookAgain);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES["drivers-stay"].clone()))));
    assert!(!offers(&session, Button::Save(SaveButton::OpenReport)));
}

#[test]
fn the_report_tells_what_the_journey_removed() {
    let mut session = at(Page::Done, "drivers-stay");
    session.before = vec![Before { name: "Kaspersky Premium".into(), family: crate::catalog::Family::Home }];
    session.cleaning.past = vec![past_run()];
    let redactor = Redactor::default();
    let answers = [(Say::verbatim("Backups"), MessageId::ANSWER_NO.into())];
    let from = ReportFrom { looked_at: None, recording: false, answers: &answers, redactor: &redactor };
    let written = |session: &Session| {
        crate::report::text(&report(session, Catalog::embedded(), &from).unwrap(), &Texts::english())
    };
    let text = written(&session);
    assert!(text.contains("Removed\n  Kaspersky Premium\n"), "{text}");
    assert!(text.contains("Cleaned on "), "{text}");
    assert!(text.contains("Backups") && text.contains("What was answered"), "{text}");
    assert!(!text.contains("recorded computer"), "{text}");
    session.practice = Some("home-suite".into());
    assert!(written(&session).contains("Practice: "));
    session.seen = None;
    assert_eq!(report(&session, Catalog::embedded(), &from), None, "nothing was looked at");
}

#[test]
fn the_sheet_is_printed_by_the_program_that_opens_it() {
    let mut session = at(Page::Sheet, "suite-21-25");
    let print = Button::Save(SaveButton::PrintSheet);
    assert_eq!(press(&mut session, print), [Effect::Program(ProgramEffect::PrintSheet)]);
    let path = "/home/user/Documents/Clean Break - print this.html".to_string();
    let saved = Msg::Event(Event::SheetToPrint(Ok(path.clone())));
    let effects = update(&mut session, Catalog::embedded(), saved.clone());
    assert_eq!(effects, [Effect::Computer(ComputerEffect::OpenSaved { path: path.clone() })]);
    let text = page_text(&session);
    assert!(text.contains(&path) && text.contains("press Ctrl and P"), "{text}");
    session.standing = crate::machine::Standing::Always;
    let effects = update(&mut session, Catalog::embedded(), saved);
    assert_eq!(effects, [Effect::Program(ProgramEffect::Copy(path.clone()))], "with rights nothing is opened");
    let text = page_text(&session);
    assert!(text.contains(&path) && !text.contains("It opens in your browser"), "{text}");
}

#[test]
fn the_sheet_is_saved_where_the_person_says_and_with_rights_no_dialog_opens() {
    let save = Button::Save(SaveButton::Sheet);
    let mut session = at(Page::Sheet, "suite-21-25");
    assert_eq!(press(&mut session, save.clone()), [Effect::Program(ProgramEffect::AskForSheetFolder)]);
    let place = "E:\\Clean Break - keep at hand.html".to_string();
    update(&mut session, Catalog::embedded(), Msg::Event(Event::SheetSaved(Ok(place.clone()))));
    assert!(page_text(&session).contains(&place), "{}", page_text(&session));
    let copied = |what| Msg::Event(Event::RescueCopied(what));
    update(&mut session, Catalog::embedded(), copied(Ok("E:\\cleanbreak-cli.exe".into())));
    assert!(
        page_text(&session).contains("rescue copy is beside it: E:\\cleanbreak-cli.exe"),
        "{}",
        page_text(&session)
    );
    update(&mut session, Catalog::embedded(), copied(Err("the stick is full".into())));
    let text = page_text(&session);
    assert!(text.contains(&place) && text.contains("not the rescue copy: the stick is full"), "{text}");
    assert!(!text.contains("is beside it"), "{text}");
    session.standing = crate::machine::Standing::Always;
    assert_eq!(press(&mut session, save), [Effect::Program(ProgramEffect::SaveSheet)]);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::SheetToPrint(Err("the disk is full".into()))));
    assert!(page_text(&session).contains("the disk is full"), "{}", page_text(&session));
}

#[test]
fn the_sheet_on_paper_leads_through_the_recovery_system_of_windows() {
    let texts = Texts::english();
    for (machine, windows) in [("suite-21-25", true), ("linux-installed", false)] {
        let session = at(Page::Sheet, machine);
        let html = crate::journey::sheet_html(
            &MessageId::SHEET_TITLE.into(),
            &crate::journey::sheet_on_paper(&session),
            false,
            &texts,
        );
        assert_eq!(html.contains(r"E:\cleanbreak-cli rescue"), windows, "{machine}: {html}");
        assert!(html.contains("Give codes and numbers only to someone you called"), "{html}");
    }
}

/// Each uninstaller with its exit code, in the order in which they ended, and the restart: also after the program was
/// opened again.
#[test]
fn the_report_tells_how_each_uninstaller_ended_and_when_there_was_a_restart() {
    let mut session = at(Page::Uninstalling, "suite-21-25");
    session.now = Some(jiff::civil::datetime(2026, 12, 1, 14, 5, 0, 0));
    let ended = |code| Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(code))));
    update(&mut session, Catalog::embedded(), ended(1603));
    session.page = Page::Uninstalling;
    update(&mut session, Catalog::embedded(), ended(3010));
    session.removal.noted.note_restart(session.now);
    let saved = serde_json::to_string(&session).unwrap();
    let mut back: Session = serde_json::from_str(&saved).unwrap();
    assert_eq!(back.removal.noted, session.removal.noted);
    back.seen = session.seen.clone();
    for (redactor, named) in [(Redactor::default(), true), (Redactor::with_names(Some("Ada"), None), false)] {
        back.removal.noted.runs[0].name = "Suite of Ada".into();
        let from = ReportFrom { looked_at: None, recording: false, answers: &[], redactor: &redactor };
        let text = crate::report::text(&report(&back, Catalog::embedded(), &from).unwrap(), &Texts::english());
        let (first, second) = (text.find("1603").expect("the first code"), text.find("3010").expect("the second code"));
        assert!(first < second && text.contains("Restarts") && text.contains("December 1, 2026"), "{text}");
        assert_eq!(text.contains("Ada"), named, "{text}");
    }
}

#[test]
fn somebody_who_presses_for_ever_fills_no_disk() {
    let mut session = at(Page::Uninstalling, "suite-21-25");
    for _ in 0..1_000 {
        session.removal.noted.note_run("x", None, &Ended::Killed);
        session.removal.noted.note_restart(Some(jiff::civil::datetime(2026, 12, 1, 14, 5, 0, 0)));
    }
    assert!(serde_json::to_string(&session.removal.noted).unwrap().len() < 20_000);
}
