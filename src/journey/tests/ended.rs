//! How a journey ends: what page 800 says and what the rail ticks follow from the state of the computer.

use super::*;
use crate::i18n::Texts;
use crate::machine::{Gap, GapReason, Observed};

fn text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

fn rail(session: &Session, step: Step) -> StepState {
    screen(session, Catalog::embedded()).rail.into_iter().find(|(one, _)| *one == step).unwrap().1
}

fn main_button(session: &Session) -> Button {
    screen(session, Catalog::embedded()).main.unwrap().button
}

/// Computers on which nothing protects, each for another reason.
const UNPROTECTED: [&str; 3] = ["nothing-on", "gone-shield-nothing-on", "gone-suite-nothing-on"];

#[test]
fn nobody_is_done_while_nothing_protects_the_computer() {
    for name in UNPROTECTED {
        let mut session = at(Page::Done, name);
        let shown = screen(&session, Catalog::embedded());
        assert!(text(&session).starts_with("Not finished: nothing protects this computer"), "{name}");
        assert_eq!(shown.mark, Some(Mark::Attention), "{name}");
        assert!(!text(&session).contains("full scan"), "{name}: nothing is on that could scan");
        assert_ne!(rail(&session, Step::Protect), StepState::Done, "{name}: no tick without protection");
        let leads = main_button(&session);
        press(&mut session, leads);
        assert_eq!(session.page, Page::Protect, "{name}: the main button leads to the way of turning it on");
    }
}

#[test]
fn where_nothing_is_on_leaving_is_not_the_main_button() {
    for name in UNPROTECTED {
        let mut session = at(Page::Protect, name);
        let shown = screen(&session, Catalog::embedded());
        assert_ne!(main_button(&session), Button::Continue, "{name}");
        let leave = shown.others.iter().find(|action| action.button == Button::Continue).unwrap();
        assert_eq!(Texts::english().say(&leave.label), "Leave it for now", "{name}");
        press(&mut session, Button::Continue);
        assert_eq!(session.page, Page::Done, "{name}: it is still the person who decides");
    }
}

#[test]
fn protection_that_could_not_be_told_is_neither_praised_nor_blamed() {
    let mut session = at(Page::Done, "defender-on");
    let seen = session.last_look_mut();
    seen.snapshot.security_center = Observed::unknown(Gap::new(GapReason::Failed, "", ""));
    seen.snapshot.defender = Observed::unknown(Gap::new(GapReason::Failed, "", ""));
    seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
    let shown = screen(&session, Catalog::embedded());
    assert_eq!(shown.mark, Some(Mark::Unknown));
    let text = text(&session);
    assert!(text.starts_with("You are done for now") && text.contains("could not tell what protects"), "{text}");
    assert_ne!(rail(&session, Step::Protect), StepState::Done);
}

#[test]
fn a_firewall_that_could_not_be_told_is_said_at_the_end() {
    let mut session = at(Page::Done, "defender-on");
    session.last_look_mut().snapshot.firewall = Observed::unknown(Gap::new(GapReason::Failed, "", ""));
    assert_eq!(screen(&session, Catalog::embedded()).mark, Some(Mark::Unknown));
    let text = text(&session);
    assert!(text.starts_with("You are done for now") && text.contains("whether the firewall is on"), "{text}");
    assert!(!text.contains("could not tell what protects"), "the antivirus is on: {text}");
    assert_ne!(rail(&session, Step::Protect), StepState::Done);
}

#[test]
fn answers_that_contradict_each_other_are_told() {
    let mut session = at(Page::Protect, "defender-on");
    let seen = session.last_look_mut();
    let listed = r#"{"items": [{"name": "Windows Defender", "role": "antivirus", "state": "on"}]}"#;
    seen.snapshot.security_center = serde_json::from_str(listed).unwrap();
    (seen.snapshot.defender.items[0].enabled, seen.snapshot.defender.items[0].real_time) = (false, false);
    seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
    let shown = text(&session);
    assert!(shown.contains("do not agree") && !shown.contains("Windows Defender [On]"), "{shown}");
    assert!(!shown.contains("did not say"), "both did: {shown}");
    session.page = Page::Done;
    assert!(text(&session).starts_with("You are done for now"), "{}", text(&session));
}

#[test]
fn who_gave_no_answer_contradicts_nobody() {
    let mut session = at(Page::Protect, "defender-on");
    let seen = session.last_look_mut();
    let listed = r#"{"items": [{"name": "Windows Defender", "role": "antivirus", "state": "unknown"}]}"#;
    seen.snapshot.security_center = serde_json::from_str(listed).unwrap();
    seen.snapshot.defender = Observed::unknown(Gap::new(GapReason::Failed, "", "no answer"));
    seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
    let shown = text(&session);
    assert!(shown.contains("did not say") && !shown.contains("do not agree"), "{shown}");
}

#[test]
fn a_system_with_its_own_ways_is_neither_called_protected_nor_unprotected() {
    for name in ["mac-leftovers", "linux-clean"] {
        let session = at(Page::Done, name);
        assert_ne!(rail(&session, Step::Protect), StepState::Done, "{name}");
        let text = text(&session);
        for claim in ["nothing protects", "protects this computer now", "could not tell what protects"] {
            assert!(!text.contains(claim), "{name}: {text}");
        }
    }
    assert!(text(&at(Page::Done, "linux-clean")).starts_with("You are done\n"));
}

#[test]
fn a_clean_and_protected_computer_is_done() {
    let session = at(Page::Done, "defender-on");
    assert!(text(&session).starts_with("You are done\n"), "{}", text(&session));
    assert_eq!(screen(&session, Catalog::embedded()).mark, Some(Mark::Good));
    assert_eq!(rail(&session, Step::Protect), StepState::Done);
    assert_eq!(main_button(&session), Button::Quit);
}

#[test]
fn what_is_still_owed_keeps_the_journey_open() {
    let mut session = at(Page::Done, "defender-on");
    session.removal.restart_due = true;
    assert!(text(&session).starts_with("Not finished: a restart is still due"), "{}", text(&session));
    let leads = main_button(&session);
    press(&mut session, leads);
    assert_eq!(session.page, Page::Restart);

    let mut session = at(Page::Done, "defender-on");
    session.prepare.answers.insert(TrapId::Passwords, Answer::Done);
    session.prepare.passwords = Some(PasswordsAt::Found);
    let shown = text(&session);
    assert!(shown.starts_with("You are done for now") && shown.contains("exported passwords"), "{shown}");
    session.prepare.passwords = Some(PasswordsAt::Deleted);
    assert!(text(&session).starts_with("You are done\n"), "{}", text(&session));
}

#[test]
fn a_step_that_did_not_happen_is_never_ticked() {
    // The person left the program where it was, and looked at the protection.
    let session = at(Page::Protect, "suite-21-25");
    for step in [Step::Remove, Step::Restart, Step::Verify] {
        assert_ne!(rail(&session, step), StepState::Done, "{step:?}");
    }
    // A restart that is due has not happened.
    let mut session = at(Page::Protect, "artefact-keys");
    session.removal.started = true;
    session.removal.restart_due = true;
    assert_ne!(rail(&session, Step::Restart), StepState::Done);
    // Where none was needed, none is claimed.
    session.removal.restart_due = false;
    assert_ne!(rail(&session, Step::Restart), StepState::Done);
}

/// What keeps Windows' protection off, as a recording has it.
fn held(session: &mut Session, settings: &str) {
    let seen = session.last_look_mut();
    seen.snapshot.held_off = serde_json::from_str(&format!(r#"{{"items": [{settings}]}}"#)).unwrap();
    seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
}

const POLICY: &str = r#"{"of": "policy", "place": "HKLM\\x", "name": "DisableAntiVirus", "number": 1}"#;

#[test]
fn what_holds_protection_off_is_named_with_who_can_lift_it() {
    let service = r#"{"of": "service", "place": "HKLM\\x", "name": "WinDefend", "number": 4}"#;
    let manager = r#"{"of": "manager", "name": "mdm", "number": 1}"#;
    for (settings, says, not) in [
        (POLICY.to_string(), "A program may have set it, sometimes a harmful one", "administrator"),
        (format!("{POLICY}, {manager}"), "Ask what protects this computer now", "gpedit"),
        (format!("{service}, {manager}"), "Ask what protects this computer now", "Did you use a program"),
        (service.to_string(), "The Windows service WinDefend is switched off", "Turn on Real-time protection"),
    ] {
        let mut session = at(Page::Protect, "nothing-on");
        assert!(text(&session).contains("Turn on Real-time protection"), "nothing bars the usual way");
        held(&mut session, &settings);
        let shown = text(&session);
        assert!(shown.contains(says) && !shown.contains(not), "{shown}");
        assert_eq!(main_button(&session), Button::LookAgain, "the steps come first");
        for offered in [Button::Save(SaveButton::Report), Button::Choose(ChooseButton::Open), Button::Continue] {
            let screen = screen(&session, Catalog::embedded());
            assert!(screen.pressable().any(|action| action.button == offered), "{offered:?}: no dead end");
        }
    }
}

#[test]
fn beside_another_antivirus_nothing_is_said_to_be_kept_off() {
    let mut session = at(Page::Protect, "gone-shield-nothing-on");
    let listed = &mut session.last_look_mut().snapshot.security_center.items;
    listed[0].there = crate::machine::Presence::Present;
    listed[0].state = crate::machine::ProtectionState::On;
    held(&mut session, POLICY);
    let shown = text(&session);
    assert!(shown.starts_with("Velmora Shield protects this computer now"), "{shown}");
    assert!(!shown.contains("DisableAntiVirus") && main_button(&session) == Button::Continue, "{shown}");
}

#[test]
fn no_step_sends_anybody_into_a_restart_that_does_harm() {
    let mut session = at(Page::Protect, "mouse-filter");
    held(&mut session, POLICY);
    let shown = text(&session);
    assert!(shown.contains("Do not restart yet") && !shown.contains("Restart the computer"), "{shown}");
    assert!(shown.contains("3. Is it still off?"), "the steps are counted anew: {shown}");
    session.last_look_mut().snapshot = MACHINES["nothing-on"].clone();
    held(&mut session, POLICY);
    assert!(!text(&session).contains("Do not restart yet"));
}

#[test]
fn a_registration_of_the_vendors_leads_to_its_removal_tool() {
    for (name, offered) in [("gone-suite-nothing-on", true), ("gone-shield-nothing-on", false)] {
        let session = at(Page::Protect, name);
        let shown = text(&session);
        assert_eq!(shown.contains("Use Kaspersky’s removal tool"), offered, "{name}");
        assert_eq!(shown.contains("Install that program again"), !offered, "nobody is told to install it again");
        let tool = screen(&session, Catalog::embedded())
            .pressable()
            .any(|action| action.button == Button::Remove(RemoveButton::OpenVendorTool));
        assert_eq!(tool, offered, "{name}");
    }
}

/// A session with anything in it that the end could depend on.
fn any_end() -> impl Strategy<Value = Session> {
    let machines = prop::sample::select(MACHINES.keys().cloned().collect::<Vec<_>>());
    let gap =
        prop::sample::select(vec![None, Some(GapReason::Failed), Some(GapReason::TimedOut), Some(GapReason::NotTried)]);
    let at_passwords = prop::sample::select(vec![
        None,
        Some(PasswordsAt::Exported),
        Some(PasswordsAt::NotFound),
        Some(PasswordsAt::Found),
        Some(PasswordsAt::Deleted),
    ]);
    let answers = prop::collection::btree_map(
        prop::sample::select(TrapId::ALL.to_vec()),
        prop::sample::select(vec![
            Answer::None,
            Answer::Yes,
            Answer::NotSure,
            Answer::Done,
            Answer::NotNeeded,
            Answer::CannotOpen,
            Answer::SomeoneElse,
        ]),
        0..4,
    );
    (machines, gap, any::<bool>(), any::<bool>(), at_passwords, answers, any::<bool>()).prop_map(
        |(name, gap, due, started, passwords, answers, on)| {
            let mut session = at(Page::Done, &name);
            let seen = session.last_look_mut();
            if on {
                seen.snapshot.defender = MACHINES["defender-on"].defender.clone();
                seen.snapshot.firewall = MACHINES["defender-on"].firewall.clone();
            }
            if let Some(why) = gap {
                seen.snapshot.security_center = Observed::unknown(Gap::new(why, "x", "y"));
            }
            seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
            session.removal.restart_due = due;
            session.removal.started = started;
            session.prepare.passwords = passwords;
            session.prepare.answers = answers;
            session
        },
    )
}

proptest! {
    #[test]
    fn good_needs_protection_nothing_left_and_nothing_owed(session in any_end()) {
        let outcome = Outcome::of(&session, Catalog::embedded());
        let shown = screen(&session, Catalog::embedded());
        let good = outcome.end() == End::Good;
        prop_assert_eq!(shown.mark == Some(Mark::Good), good);
        let tick = rail(&session, Step::Protect) == StepState::Done;
        let seen = session.seen.as_ref().unwrap();
        let own_ways = seen.snapshot.host.os != crate::machine::Os::Windows;
        let on = seen.assessment.protection.state == crate::machine::ProtectionState::On;
        prop_assert!(!tick || on, "a tick on Protect without an antivirus");
        prop_assert!(gate::gate_of(&session) != Gate::Lethal || outcome.end() == End::Unsafe);
        if good {
            prop_assert!(on || own_ways);
            prop_assert!(own_ways || outcome.fixes.are_coming() == Some(true), "fixes do not come");
            prop_assert_eq!(gate::gate_of(&session), Gate::Open);
            prop_assert_eq!(seen.assessment.verdict, Verdict::Clean);
            prop_assert!(seen.assessment.products.is_empty() && !session.removal.restart_due);
            let exported = session.prepare.answers.get(&TrapId::Passwords) == Some(&Answer::Done);
            prop_assert!(!exported || session.prepare.passwords.is_none_or(|at| at == PasswordsAt::Deleted));
            prop_assert!(!applying_traps(seen).iter().any(|trap| session.prepare.answers.get(trap) == Some(&Answer::SomeoneElse)));
        }
        prop_assert!(shown.main.is_some() && shown.pressable().any(|action| action.button == Button::Quit));
    }
}
