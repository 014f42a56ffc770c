//! While a restart would do harm, or nobody can tell, no sentence sends anybody into one: not on the pages of
//! the restart alone, but on all.

use super::filters::{MOUSE, driver, list, page_text};
use super::*;
use crate::i18n::Texts;
use crate::machine::{FilterList, Os};

const DISKS: &str = "{4D36E967-E325-11CE-BFC1-08002BE10318}";

/// What a sentence may say of a restart then: not to, what it would do, and what will be after it.
const HARMLESS: [&str; 17] = [
    "not restart",
    "not be restarted",
    "without a restart",
    "no restart",
    "before you restart",
    "before the next restart",
    "before a restart",
    "a restart could",
    "that a restart is safe",
    "until a restart is safe",
    "when a restart is safe",
    "wants to restart",
    "may ask to restart",
    "restarts by itself",
    "will be after the restart",
    "stay after the restart",
    "what the next restart will finish",
];

/// The sentences that send into a restart, or promise one.
fn advice(text: &str) -> Vec<String> {
    let sentences = text.split(['.', '\n', '?', '!']).map(|one| one.trim().to_lowercase());
    let word = |one: &String| one.split(|letter: char| !letter.is_alphabetic()).any(|word| word.starts_with("restart"));
    // In the words of each language for the uninstaller's own buttons it is a choice against it.
    let own = |one: &String| one.contains("restartovat") || one == "english: next, remove, restart later, no";
    let sends = |one: &String| (word(one) && !own(one)) || one.contains("start windows normally");
    sentences.filter(|one| sends(one) && !HARMLESS.iter().any(|words| one.contains(words))).collect()
}

/// Everything that can be read on a page: also what stands on the buttons and beside them.
fn read(session: &Session) -> String {
    let texts = Texts::english();
    let shown = screen(session, Catalog::embedded());
    let labels = shown.pressable().map(|action| texts.say(&action.label)).collect::<Vec<_>>().join("\n");
    let note = shown.note.as_ref().map(|note| texts.say(note)).unwrap_or_default();
    format!("{}{labels}\n{note}", plain(&shown, &texts))
}

/// The pages after the look. Those of the restart itself stand behind the gate; the sheet is a paper for the
/// time after it.
const PAGES: [Page; 31] = [
    Page::Found,
    Page::Caretaker,
    Page::Managed,
    Page::Office,
    Page::Why,
    Page::WhyMore,
    Page::WhyElsewhere,
    Page::Prepare,
    Page::Question(Question::Disk),
    Page::Question(Question::DeleteFile),
    Page::Answers,
    Page::NotMine,
    Page::Subscription,
    Page::EncryptionStop,
    Page::Confirm,
    Page::Uninstalling,
    Page::OtherWindow,
    Page::Outcome,
    Page::FixFirst,
    Page::FiltersUnread,
    Page::Left,
    Page::Clean,
    Page::CleanPreview,
    Page::ByHand,
    Page::CleanResult,
    Page::PastCleanups,
    Page::Protect,
    Page::Choose,
    Page::Companions,
    Page::Done,
    Page::Phones,
];

/// What closes the gate.
#[derive(Clone, Copy, Debug)]
enum Closed {
    /// A driver of ours is missing; the list is one of mice.
    Mouse,
    /// The same in a list of disks, which only a person may change.
    Disks,
    /// What stands behind an entry of ours could not be read.
    Driver,
    /// The lists could not be read.
    Lists,
}

fn close(snapshot: &mut Snapshot, how: Closed) {
    let lists = &mut snapshot.class_filters;
    match how {
        Closed::Mouse => lists.items.push(list(MOUSE, "klmouflt")),
        Closed::Disks => lists.items.push(list(DISKS, "kldisk")),
        Closed::Driver => {
            lists.items.push(list(MOUSE, "klmouflt"));
            snapshot.services.items.push(crate::machine::Service { start: None, ..driver("klmouflt") });
        }
        Closed::Lists => *lists = Default::default(),
    }
}

/// A session behind a closed gate, with all that a page could speak of.
fn closed() -> impl Strategy<Value = Session> {
    let windows = MACHINES.iter().filter(|(_, one)| one.host.os == Os::Windows).map(|(name, _)| name.clone());
    let machines = prop::sample::select(windows.collect::<Vec<_>>());
    let how = prop::sample::select(vec![Closed::Mouse, Closed::Disks, Closed::Driver, Closed::Lists]);
    let codes = prop::sample::select(vec![0u32, 1601, 1602, 1603, 1604, 1605, 1618, 1641, 3010, 99_999]);
    let held = prop::sample::select(vec!["", HELD]);
    let whys = prop::sample::select(vec!["live", "in_use", "after_restart", "not_put_back", "denied"]);
    (machines, how, codes, held, whys, any::<bool>())
        .prop_map(|(name, how, code, held, why, due)| {
            let mut snapshot = MACHINES[&name].clone();
            close(&mut snapshot, how);
            if !held.is_empty() {
                snapshot.held_off = serde_json::from_str(held).unwrap();
                snapshot.defender = MACHINES["nothing-on"].defender.clone();
                snapshot.security_center = MACHINES["nothing-on"].security_center.clone();
            }
            let mut session = Session::new(Page::Looking, None);
            update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
            session.removal.queue = removing::removal_queue(&session);
            session.removal.ended = Some(Ended::Code(ExitCode(code)));
            session.removal.restart_due = due;
            session.removal.started = due;
            let ids: Vec<String> = session.assessment().unwrap().leftovers.iter().map(|one| one.id.clone()).collect();
            session.cleaning.open = ids.iter().cloned().collect();
            session.cleaning.chosen = ids.iter().cloned().collect();
            session.cleaning.by_hand = ids.first().map(|id| id.as_str().into());
            let not_done = |id: &String| crate::cleanup::FindingError {
                id: id.clone(),
                why: why.to_string().into(),
                detail: String::new(),
            };
            session.cleaning.answer = Some(crate::cleanup::CleanUpResult {
                run: RUN.into(),
                failed: ids.iter().map(not_done).collect(),
                skipped: ids.iter().map(not_done).collect(),
                restart_needed: true,
                ..Default::default()
            });
            session
        })
        // Some computers have that driver.
        .prop_filter("the gate is closed", |session| gate::gate_of(session) != Gate::Open)
}

const HELD: &str = r#"{"items": [
    {"of": "policy", "place": "HKLM\\x", "name": "DisableAntiVirus", "number": 1},
    {"of": "service", "place": "HKLM\\x", "name": "WinDefend", "number": 4}]}"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_sentence_sends_into_a_restart_while_the_gate_is_closed(session in closed()) {
        prop_assert_ne!(gate::gate_of(&session), Gate::Open);
        for page in PAGES {
            let session = Session { page, ..session.clone() };
            let advice = advice(&read(&session));
            prop_assert!(advice.is_empty(), "{page:?}: {advice:?}");
        }
    }
}

#[test]
fn the_same_sentences_do_once_the_gate_is_open() {
    let mut session = at(Page::Outcome, "suite-21-25");
    session.removal.queue = removing::removal_queue(&session);
    session.removal.ended = Some(Ended::Code(ExitCode(1603)));
    assert!(page_text(&session).contains("Restart the computer. Then come back"), "{}", page_text(&session));
    let open = MACHINES.keys().map(|name| at(Page::Left, name)).filter(|one| gate::gate_of(one) == Gate::Open);
    let sending = open.filter(|one| advice(&read(one)).contains(&"restart once, then look again".to_string()));
    assert!(sending.count() > 0, "what still runs goes with a restart");
    let mut session = at(Page::CleanResult, "defender-on");
    session.removal.restart_due = true;
    session.cleaning.answer =
        Some(crate::cleanup::CleanUpResult { run: RUN.into(), restart_needed: true, ..Default::default() });
    assert!(read(&session).contains("Next: restart"), "{}", read(&session));
}

const KEY: &str = r"Enum\HID\VID_0000&PID_0001\7&1a2b3c4d&0&0000";

/// An entry for a person's hands, on the way that leads on without a restart.
fn beside_the_restart(lists: Vec<FilterList>) -> Session {
    let mut snapshot = MACHINES["defender-on"].clone();
    snapshot.class_filters.items.extend(lists);
    let mut session = at(Page::LookingAfter, "defender-on");
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    assert_eq!(session.page, Page::FixFirst);
    session
}

#[test]
fn what_stops_a_restart_is_not_forgotten_at_the_end() {
    let on_a_device =
        FilterList { key: KEY.into(), level: crate::machine::FilterLevel::Device, ..list(MOUSE, "klmouflt") };
    for (lists, due) in
        [(vec![list(DISKS, "kldisk")], false), (vec![on_a_device.clone()], false), (vec![on_a_device], true)]
    {
        let mut session = beside_the_restart(lists);
        session.removal.started = due;
        session.removal.restart_due = due;
        press(&mut session, Button::Continue);
        for page in [Page::Left, Page::Protect, Page::Done] {
            assert_eq!(session.page, page);
            let text = page_text(&session).to_lowercase();
            assert!(text.contains("do not restart"), "{page:?}: {text}");
            assert!(advice(&read(&session)).is_empty(), "{page:?}");
            let mut to_the_steps = session.clone();
            press(&mut to_the_steps, Button::Unfinished);
            assert_eq!(to_the_steps.page, Page::FixFirst, "{page:?} leads to the steps");
            press(&mut session, Button::Continue);
        }
        let text = page_text(&session);
        assert!(text.starts_with("Not finished: do not restart this computer yet\n"), "{text}");
        let shown = screen(&session, Catalog::embedded());
        assert_eq!(shown.main.unwrap().button, Button::Unfinished);
        assert!(shown.others.iter().any(|action| action.button == Button::Quit));
    }
}

#[test]
fn what_nobody_could_tell_about_an_entry_of_ours_is_named_too() {
    let mut snapshot = MACHINES["never-had"].clone();
    close(&mut snapshot, Closed::Driver);
    let mut session = at(Page::Done, "never-had");
    let seen = session.last_look_mut();
    (seen.assessment, seen.snapshot) = (crate::assess::assess(&snapshot, Catalog::embedded()), snapshot);
    assert_eq!(gate::gate_of(&session), Gate::Unread);
    let text = page_text(&session);
    assert!(text.starts_with("Not finished: do not restart this computer yet") && text.contains("klmouflt"), "{text}");
    press(&mut session, Button::Unfinished);
    assert_eq!(session.page, Page::FiltersUnread);
    assert!(page_text(&session).contains("Run as administrator") || page_text(&session).contains("ask someone"));
}

#[test]
fn nothing_is_held_up_by_words_where_the_gate_is_open() {
    for name in ["defender-on", "never-had", "artefact-keys"] {
        for page in [Page::Left, Page::Protect, Page::Done] {
            let session = at(page, name);
            assert!(!read(&session).to_lowercase().contains("do not restart"), "{name} {page:?}");
        }
    }
}

#[test]
fn a_clean_up_beside_an_entry_for_a_persons_hands_promises_no_restart_and_leads_on() {
    let before = {
        let mut snapshot = MACHINES["mouse-filter"].clone();
        snapshot.class_filters.items.push(list(DISKS, "kldisk"));
        snapshot
    };
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(before.clone()))));
    session.page = Page::Left;
    for button in
        [Button::Clean(CleanButton::Open), Button::Clean(CleanButton::Preview), Button::Clean(CleanButton::Now)]
    {
        assert!(advice(&read(&session)).is_empty(), "{}", read(&session));
        press(&mut session, button);
    }
    assert_eq!(session.page, Page::Cleaning);
    let answer = crate::cleanup::CleanUpResult { run: RUN.into(), restart_needed: true, ..Default::default() };
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    let mut after = MACHINES["never-had"].clone();
    after.class_filters.items.push(list(DISKS, "kldisk"));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(after))));
    assert_eq!(session.page, Page::CleanResult);
    assert!(advice(&read(&session)).is_empty(), "{}", read(&session));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::FixFirst);
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Left, "it leads on without a restart");
}
