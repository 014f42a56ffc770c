//! What the version before saved: a session of each page opens, keeps what it knew, and goes on. It told a
//! start of the system by its time alone.
#![allow(clippy::disallowed_methods, reason = "a test reads the sessions that were saved")]

use cleanbreak::catalog::Catalog;
use cleanbreak::journey::{
    Button, ComputerEffect, Effect, Event, Msg, Page, RestartButton, Session, resume, screen, update,
};
use cleanbreak::machine::Snapshot;
use cleanbreak::store::{Found, Store};
use serde_json::{Value, json};
use std::path::Path;

/// The start at which the sessions were saved, and that of the computers that are looked at.
const BOOTED: u64 = 1_794_990_000;

fn text_of(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)).unwrap()
}

fn machine(name: &str, booted: u64) -> Snapshot {
    let mut snapshot =
        cleanbreak::probe::replay::parse_recording(&text_of(&format!("recordings/{name}.json"))).unwrap();
    snapshot.host.booted = booted;
    snapshot
}

/// The saved session of a page, read as the program reads it.
fn saved(page: &str) -> Session {
    opened(&text_of(&format!("sessions/{page}.json")), page)
}

fn opened(text: &str, page: &str) -> Session {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("session.json"), text).unwrap();
    let Found::Session(session) = Store::at(folder.path()).load() else { panic!("{page} was set aside") };
    keeps(&serde_json::from_str(text).unwrap(), &serde_json::to_value(&session).unwrap(), page);
    *session
}

/// What that version could write, and these sessions have none of.
#[test]
fn what_stood_empty_in_these_sessions_is_kept_as_well() {
    for page in WAYS.map(|(page, ..)| page) {
        let mut whole: Value = serde_json::from_str(&text_of(&format!("sessions/{page}.json"))).unwrap();
        whole["losses"] = json!(["secret_vault", "quarantine"]);
        whole["export"] = json!({"place": r"C:\Users\user\Documents\passwords.csv"});
        whole["removal"]["skipped"] = json!(["{5B1D2C7A-0E4F-4D6B-8A3C-9E7F10243546}"]);
        whole["removal"]["attempts"] = json!(2);
        opened(&whole.to_string(), page);
    }
}

/// Everything that was saved is still there, beside what has come since.
fn keeps(saved: &Value, now: &Value, place: &str) {
    match saved.as_object() {
        Some(fields) => fields.iter().for_each(|(name, value)| keeps(value, &now[name], &format!("{place}.{name}"))),
        None => assert_eq!(now, saved, "{place}"),
    }
}

fn look(session: &mut Session, snapshot: Snapshot) {
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
}

fn offers(session: &Session, button: Button) -> bool {
    screen(session, Catalog::embedded()).pressable().any(|action| action.button == button)
}

/// The page, the computer that is seen then, and the page on which the journey goes on.
const WAYS: [(&str, &str, Page); 34] = [
    ("looking", "suite-21-25", Page::Found),
    ("found", "suite-21-25", Page::Found),
    ("caretaker", "endpoint-security", Page::Caretaker),
    ("managed", "endpoint-security", Page::Managed),
    ("office", "endpoint-security", Page::Office),
    ("why", "suite-21-25", Page::Why),
    ("why_more", "suite-21-25", Page::WhyMore),
    ("prepare", "suite-21-25", Page::Prepare),
    ("encryption_stop", "endpoint-security", Page::EncryptionStop),
    ("sheet", "suite-21-25", Page::Sheet),
    ("confirm", "suite-21-25", Page::Confirm),
    ("uninstalling", "never-had", Page::Restart),
    ("other_window", "never-had", Page::Restart),
    ("looking_after", "never-had", Page::Restart),
    ("outcome", "suite-21-25", Page::Outcome),
    ("fix_first", "mouse-filter", Page::FixFirst),
    ("filters_unread", "never-had", Page::Restart),
    ("restart", "never-had", Page::RestartDue),
    ("restart_due", "never-had", Page::RestartDue),
    ("looking_again", "never-had", Page::RestartDue),
    ("left", "artefact-keys", Page::Left),
    ("gone", "never-had", Page::Gone),
    ("clean", "artefact-keys", Page::Left),
    ("clean_preview", "artefact-keys", Page::Left),
    ("cleaning", "artefact-keys", Page::Left),
    ("clean_result", "artefact-keys", Page::Left),
    ("by_hand", "artefact-keys", Page::Left),
    ("past_cleanups", "artefact-keys", Page::Protect),
    ("undo_preview", "artefact-keys", Page::Protect),
    ("protect", "never-had", Page::Protect),
    ("choose", "never-had", Page::Choose),
    ("suits", "never-had", Page::Suits),
    ("about", "never-had", Page::About),
    ("companions", "never-had", Page::Companions),
];

#[test]
fn a_session_of_each_page_opens_and_goes_on() {
    for (page, computer, on) in WAYS {
        let mut session = saved(page);
        let effects = resume(&mut session);
        assert!(effects.contains(&Effect::Computer(ComputerEffect::Look)), "{page}: {effects:?}");
        look(&mut session, machine(computer, BOOTED));
        assert_eq!(session.page, on, "{page}");
        assert!(screen(&session, Catalog::embedded()).pressable().next().is_some(), "{page} leads nowhere");
    }
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions")).unwrap();
    assert_eq!(files.count(), WAYS.len(), "a session that no test opens");
}

#[test]
fn a_start_that_is_known_only_as_a_time_is_told_by_it_or_asked_about() {
    for page in ["restart", "restart_due", "looking_again"] {
        let mut session = saved(page);
        resume(&mut session);
        let mut later = machine("never-had", BOOTED + 600);
        later.host.boot_id = Some("18".into());
        look(&mut session, later);
        assert_eq!((session.page, session.removal.restart_due), (Page::Gone, false), "{page}");

        let mut session = saved(page);
        for looks in 1..=2 {
            resume(&mut session);
            let mut same = machine("never-had", BOOTED);
            same.host.boot_id = Some("17".into());
            look(&mut session, same);
            assert_eq!(
                (session.page, offers(&session, Button::Restart(RestartButton::HaveRestarted))),
                (Page::RestartDue, looks == 2),
                "{page}"
            );
        }
        update(&mut session, Catalog::embedded(), Msg::Press(Button::Restart(RestartButton::HaveRestarted)));
        look(&mut session, machine("never-had", BOOTED));
        assert_eq!(session.page, Page::Gone, "{page}");
    }
}
