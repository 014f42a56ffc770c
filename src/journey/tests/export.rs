//! The file with the exported passwords: seen from outside, and never forgotten.

use super::*;
use crate::i18n::Texts;
use crate::machine::{FileStatus, GapReason};

const FILE: &str = r"C:\Users\user\Documents\passwords.txt";

fn page_text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

/// A session in which the person has the file.
fn exported(page: Page) -> Session {
    let mut session = at(page, "suite-21-25");
    session.prepare.answers.insert(TrapId::Passwords, Answer::Done);
    session.prepare.passwords = Some(PasswordsAt::Exported);
    session
}

fn see(session: &mut Session, place: &str, seen: FileStatus) {
    let changed = matches!(seen, FileStatus::Here { .. }).then(|| "2026-11-24T16:10".parse().unwrap());
    let event = Event::ExportSeen { place: place.into(), seen, changed };
    assert_eq!(update(session, Catalog::embedded(), Msg::Event(event)), [Effect::Program(ProgramEffect::Save)]);
}

const HERE: FileStatus = FileStatus::Here { size: 2_418, modified: None };

#[test]
fn the_person_shows_the_file_and_nobody_searches_for_it() {
    let mut session = exported(Page::Question(Question::Export));
    assert_eq!(press(&mut session, Button::Prepare(PrepareButton::ShowExport)), [], "there is no file yet");
    session.page = Page::Question(Question::DeleteFile);
    assert_eq!(
        press(&mut session, Button::Prepare(PrepareButton::ShowExport)),
        [Effect::Program(ProgramEffect::AskForExport)]
    );
}

#[test]
fn the_page_says_what_is_seen_of_the_file() {
    for (place, seen, words) in [
        (FILE, HERE, "We see it: C:\\Users\\user\\Documents\\passwords.txt, 3 KB, from November 24, 2026 at 4:10"),
        (FILE, FileStatus::Here { size: 0, modified: None }, "This file is empty"),
        (FILE, FileStatus::Gone, "It is not there any more"),
        (
            r"\\nas\x.txt",
            FileStatus::Unknown(GapReason::NotTried),
            "We could not look at \\\\nas\\x.txt: not looked at on purpose",
        ),
        (r"C:\Users\user\OneDrive - Work\x.txt", HERE, "seems to be copied to the internet"),
        ("/home/user/Dropbox/x.txt", HERE, "seems to be copied to the internet"),
    ] {
        let mut session = exported(Page::Question(Question::DeleteFile));
        see(&mut session, place, seen);
        assert!(page_text(&session).contains(words), "{}", page_text(&session));
        assert_eq!(page_text(&session).contains("copied to the internet"), words.contains("copied to"), "{place}");
    }
}

#[test]
fn deleted_is_believed_only_when_it_is_seen() {
    let mut session = exported(Page::Question(Question::DeleteFile));
    see(&mut session, FILE, HERE);
    let effects = press(&mut session, Button::Prepare(PrepareButton::Passwords(PasswordsAt::Deleted)));
    assert_eq!(
        effects,
        [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::LookAtExport { place: FILE.into() })]
    );
    see(&mut session, FILE, HERE);
    assert!(page_text(&session).contains("The file is still there"), "{}", page_text(&session));
    session.page = Page::Done;
    assert!(page_text(&session).contains(&format!("Your passwords are in {FILE}")), "{}", page_text(&session));
    see(&mut session, FILE, FileStatus::Gone);
    assert!(!page_text(&session).contains("Your passwords are in"), "{}", page_text(&session));
}

#[test]
fn a_file_that_could_not_be_looked_at_is_still_reminded_of() {
    let mut session = exported(Page::Done);
    see(&mut session, FILE, FileStatus::Unknown(GapReason::NeedsAdmin));
    assert!(page_text(&session).contains("Delete the file with your exported passwords"), "{}", page_text(&session));
}

#[test]
fn it_is_looked_at_again_after_a_restart_and_at_the_end() {
    let look = Effect::Computer(ComputerEffect::LookAtExport { place: FILE.into() });
    let mut session = exported(Page::Protect);
    see(&mut session, FILE, HERE);
    let saved = serde_json::to_string(&session).unwrap();
    let mut back: Session = serde_json::from_str(&saved).unwrap();
    assert_eq!(back.prepare.export.as_ref().unwrap().seen, None, "what was seen then may not be true any more");
    resume(&mut back);
    let effects =
        update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES["suite-21-25"].clone()))));
    assert!(effects.contains(&look), "{effects:?}");
    let effects = press(&mut session, Button::Continue);
    assert!(session.page == Page::Done && effects.contains(&look), "{effects:?}");
}
