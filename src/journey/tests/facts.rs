//! The end follows from the computer: what page 8 says of what was done, what is left and what to do now.

use super::filters::page_text;
use super::*;
use crate::cleanup::{PastItem, PastRun};
use crate::removal::Refusal;

fn mark(session: &Session) -> Option<Mark> {
    screen(session, Catalog::embedded()).mark
}

fn rail(session: &Session, step: Step) -> StepState {
    screen(session, Catalog::embedded()).rail.into_iter().find(|(one, _)| *one == step).unwrap().1
}

fn main_label(session: &Session) -> String {
    crate::i18n::Texts::english().say(&screen(session, Catalog::embedded()).main.unwrap().label)
}

/// The computer is looked at once more, and is now as told.
fn now(session: &mut Session, machine: &str) {
    session.page = Page::Looking;
    session.resume_at = Some(Page::Done);
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[machine].clone()))));
    session.page = Page::Done;
}

/// A protected computer with nothing on it but these folders of the person's own.
fn with_own_data() -> Session {
    let mut session = at(Page::Done, "suite-21-25");
    let mut after = MACHINES["defender-on"].clone();
    after.files.items.extend(MACHINES["vault-only"].files.items.clone());
    session.page = Page::Looking;
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(after))));
    session.page = Page::Done;
    session
}

#[test]
fn where_only_own_data_is_left_kaspersky_is_gone() {
    let mut session = with_own_data();
    assert!(session.assessment().is_some_and(|seen| !seen.kept.is_empty() && seen.verdict == Verdict::Clean));
    let text = page_text(&session);
    assert!(text.starts_with("Kaspersky is gone. Your own files are still here"), "{text}");
    assert_eq!(mark(&session), Some(Mark::Good));
    session.page = Page::Gone;
    assert!(page_text(&session).contains("Your own data"), "{}", page_text(&session));
}

#[test]
fn own_data_is_counted_alike_on_every_page() {
    let mut session = at(Page::Found, "suite-21-25");
    let count = session.assessment().unwrap().kept.len();
    assert!(count > 1);
    for page in [Page::Found, Page::Left, Page::Clean, Page::Done] {
        session.page = page;
        let text = page_text(&session);
        assert!(text.contains(&format!("{count} places with your own data")), "{page:?}: {text}");
    }
    session.page = Page::Found;
    assert!(page_text(&session).contains("The removal may delete some of it"), "{}", page_text(&session));
    now(&mut session, "vault-only");
    session.page = Page::Found;
    assert!(!page_text(&session).contains("The removal may delete"), "there is none");
}

#[test]
fn who_is_told_to_come_back_is_told_how() {
    let session = at(Page::Done, "artefact-keys");
    let text = page_text(&session);
    assert!(text.contains("Some things are left") && text.contains("Start Clean Break again"), "{text}");
    let mut session = session;
    press(&mut session, Button::Aside(Aside::Left));
    assert_eq!(session.page, Page::Left, "and can look at them now");
}

fn item(id: &str, name: &str) -> PastItem {
    PastItem { id: id.into(), name: name.into(), place: r"C:\place".into(), stops: None }
}

#[test]
fn the_end_names_what_was_fixed_and_cleaned() {
    let mut session = at(Page::Done, "defender-on");
    session.fixed = vec!["klmouflt".into()];
    let text = page_text(&session);
    assert!(
        text.contains("An entry without its driver was taken out")
            && text.contains("klmouflt")
            && !text.contains("Nothing was removed"),
        "{text}"
    );
    let undo = Button::Restart(RestartButton::UndoFix);
    assert!(screen(&session, Catalog::embedded()).pressable().any(|action| action.button == undo));

    let mut session = at(Page::Done, "defender-on");
    let removed = vec![item("driver-1", "klids.K4W-21-18"), item("file-2", "Kaspersky Lab")];
    session.cleaning.past = vec![PastRun { removed, ..past_run() }];
    let text = page_text(&session);
    assert!(text.contains("klids.K4W-21-18") && !text.contains("Nothing was removed"), "{text}");
    // What was put back is not gone.
    session.cleaning.past[0].returned = std::mem::take(&mut session.cleaning.past[0].removed);
    let text = page_text(&session);
    assert!(!text.contains("klids.K4W-21-18") && text.contains("Nothing was removed"), "{text}");
}

#[test]
fn nobody_is_done_while_kaspersky_is_still_installed() {
    let mut session = at(Page::Done, "suite-21-25");
    let seen = session.last_look_mut();
    seen.snapshot.security_center.items.clear();
    seen.snapshot.defender = MACHINES["defender-on"].defender.clone();
    seen.snapshot.firewall = MACHINES["defender-on"].firewall.clone();
    seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
    let text = page_text(&session);
    assert!(text.starts_with("Not finished: Kaspersky is still installed"), "{text}");
    let main = screen(&session, Catalog::embedded()).main.unwrap().button;
    press(&mut session, main);
    assert_eq!(session.page, Page::Prepare, "the questions come before the removal");
}

#[test]
fn what_is_installed_goes_before_anything_is_turned_on() {
    let mut session = at(Page::Done, "endpoint-pair");
    let text = page_text(&session);
    assert!(text.starts_with("Not finished: nothing protects this computer"), "{text}");
    assert!(text.contains("Remove it first") && !text.contains("Turn one on"), "{text}");
    assert_eq!(main_label(&session), "Go back to the removal");
    let main = screen(&session, Catalog::embedded()).main.unwrap().button;
    press(&mut session, main);
    assert_eq!(session.page, Page::Prepare);
}

#[test]
fn the_end_says_what_protects_the_computer() {
    for (machine, words) in [
        ("nothing-on", "Protection [Off]\n  Nothing protects this computer now"),
        ("defender-on", "Protection [On]\n  Microsoft Defender Antivirus protects this computer now"),
        ("linux-clean", "Protection\n  Linux has no antivirus built in"),
    ] {
        let text = page_text(&at(Page::Done, machine));
        assert!(text.contains(words), "{machine}: {text}");
    }
}

#[test]
fn while_kaspersky_is_installed_verify_and_protect_lead_back_to_the_removal() {
    for page in [Page::Left, Page::Protect] {
        let mut session = at(page, "endpoint-pair");
        let text = page_text(&session);
        assert_eq!(text.matches("Kaspersky is still installed").count(), usize::from(page == Page::Left), "{text}");
        assert!(!text.contains("Turn on Real-time protection"), "it has to go first: {text}");
        assert_eq!(main_label(&session), "Go back to the removal", "{page:?}");
        for trap in applying_traps(session.seen.as_ref().unwrap()) {
            session.prepare.answers.insert(trap, Answer::Done);
        }
        session.prepare.passwords = Some(PasswordsAt::Deleted);
        let main = screen(&session, Catalog::embedded()).main.unwrap().button;
        press(&mut session, main);
        assert_eq!(session.page, Page::Confirm, "{page:?}");
        assert!(session.next_product().is_some());
    }
}

#[test]
fn nobody_is_told_to_renew_or_turn_on_what_has_to_go() {
    let session = at(Page::Protect, "home-legacy");
    let text = page_text(&session);
    assert!(text.contains("has run out") && !text.to_lowercase().contains("renew"), "{text}");
    let mut session = at(Page::Protect, "home-legacy");
    for state in [crate::machine::ProtectionState::Snoozed, crate::machine::ProtectionState::Unknown] {
        let seen = session.last_look_mut();
        seen.snapshot.security_center.items[0].state = state;
        seen.assessment = crate::assess::assess(&seen.snapshot, Catalog::embedded());
        let text = page_text(&session);
        assert!(!text.contains("Open it and"), "{text}");
    }
}

#[test]
fn a_step_that_was_done_stays_ticked() {
    // Parts were left in the beginning; the person took them away by hand.
    let mut session = at(Page::Found, "artefact-keys");
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Why);
    now(&mut session, "defender-on");
    for step in [Step::Check, Step::Why, Step::Verify, Step::Protect, Step::Done] {
        assert_eq!(rail(&session, step), StepState::Done, "{step:?}");
    }
    for step in [Step::Prepare, Step::Remove, Step::Restart] {
        assert_eq!(rail(&session, step), StepState::Skipped, "{step:?}");
    }
    // Where it is not finished, the last step is only where the person is.
    assert_eq!(rail(&at(Page::Done, "nothing-on"), Step::Done), StepState::Current);
}

#[test]
fn prepare_is_ticked_only_if_somebody_answered() {
    let mut session = at(Page::Found, "suite-21-25");
    now(&mut session, "defender-on");
    assert_ne!(rail(&session, Step::Prepare), StepState::Done, "somebody else removed it before any question");
}

#[test]
fn advice_is_given_only_where_it_applies() {
    const FOR_KASPERSKY: [&str; 4] =
        ["charges by Kaspersky", "extension", "phone and tablet, too", "very sensitive data"];
    let clean = at(Page::Done, "defender-on");
    for words in FOR_KASPERSKY {
        assert!(!page_text(&clean).contains(words), "{words}: it was never here");
    }
    let mut session = at(Page::Found, "suite-21-25");
    now(&mut session, "defender-on");
    let text = page_text(&session);
    assert!(text.contains("charges by Kaspersky") && text.contains("phone and tablet, too"), "{text}");
    assert!(!text.contains("remove those you do not know"), "good ones would go: {text}");
    assert!(!text.contains("An expert warned"), "behind a link: {text}");
    let read = Button::Aside(Aside::Sensitive);
    assert!(text.contains("very sensitive data"), "{text}");
    press(&mut session, read);
    assert!(page_text(&session).contains("An expert warned"), "{}", page_text(&session));
}

#[test]
fn a_full_scan_is_asked_of_the_antivirus_that_is_on() {
    let defender = page_text(&at(Page::Done, "defender-on"));
    assert!(defender.contains("full scan") && defender.contains("Scan options"), "{defender}");
    let other = page_text(&at(Page::Done, "ultraav-with-remains"));
    assert!(!other.contains("In Windows Security, it is under"), "{other}");
}

#[test]
fn side_pages_lead_back_and_do_not_end_the_program() {
    for page in [Page::Phones, Page::Network, Page::Sensitive] {
        let mut session = at(page, "suite-21-25");
        let shown = screen(&session, Catalog::embedded());
        assert!(!shown.pressable().any(|action| action.button == Button::Quit), "{page:?}");
        press(&mut session, shown.main.unwrap().button);
        assert_eq!(session.page, Page::Done, "{page:?}");
    }
}

#[test]
fn a_journey_that_waits_for_a_restart_is_not_forgotten() {
    for page in [Page::Done, Page::Phones, Page::Network, Page::Sensitive] {
        let over = |session: &Session| is_over(session, Catalog::embedded());
        assert!(over(&at(page, "defender-on")) && over(&at(page, "nothing-on")), "{page:?}");
        let mut session = at(page, "defender-on");
        session.removal.restart_due = true;
        assert!(!over(&session), "{page:?}: it goes on after the restart");
        assert!(!over(&at(page, "mouse-filter")), "{page:?}: a restart would do harm");
    }
    assert!(!is_over(&at(Page::Protect, "defender-on"), Catalog::embedded()));
}

#[test]
fn the_same_number_of_places_is_told_everywhere() {
    let mut session = at(Page::Found, "artefact-keys");
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Clock("2027-03-14T11:47".parse().unwrap())));
    let places = |text: &str| {
        let at = text.find("kinds of places")?;
        text[..at].trim_end().rsplit(' ').next()?.parse::<usize>().ok()
    };
    let found = places(&page_text(&session)).expect("a number");
    session.page = Page::Left;
    assert_eq!(places(&page_text(&session)), Some(found), "{}", page_text(&session));
    session.page = Page::Done;
    assert_eq!(places(&page_text(&session)), Some(found));
    session.page = Page::Gone;
    assert_eq!(places(&page_text(&session)), Some(found), "{}", page_text(&session));
}

#[test]
fn who_got_ultraav_is_asked_once_whether_to_keep_it() {
    let mut session = at(Page::Found, "ultraav");
    let seen = session.last_look_mut();
    let mut vpn = seen.assessment.successors[0].clone();
    vpn.name = "UltraVPN".into();
    seen.assessment.successors.push(vpn);
    for page in [Page::Found, Page::Done] {
        session.page = page;
        let text = page_text(&session);
        assert_eq!(text.matches("Do you want to keep").count(), 1, "{page:?}: {text}");
        assert!(text.contains("UltraAV, UltraVPN") && text.contains("choose Uninstall"), "{page:?}: {text}");
        let apps = Button::Remove(RemoveButton::OpenInstalledApps);
        assert!(screen(&session, Catalog::embedded()).pressable().any(|action| action.button == apps), "{page:?}");
        let effects = press(&mut session, apps);
        assert!(effects.contains(&Effect::Computer(ComputerEffect::OpenInstalledApps)), "{effects:?}");
        assert!(!effects.contains(&Effect::Computer(ComputerEffect::ComeBack)), "nothing waits for it: {effects:?}");
        assert_eq!(session.page, page);
    }
}

/// A computer with UltraAV, whose uninstaller is known.
fn with_ultraav(page: Page) -> Session {
    let mut session = at(page, "ultraav");
    session.last_look_mut().assessment.successors[0].key = Some("UltraAV".into());
    session
}

fn successor(button: SuccessorButton) -> Button {
    Button::Successor(button)
}

#[test]
fn ultraav_is_kept_or_removed_and_the_last_page_names_it() {
    let mut session = with_ultraav(Page::Found);
    press(&mut session, successor(SuccessorButton::Keep));
    for page in [Page::Found, Page::Done] {
        session.page = page;
        let text = page_text(&session);
        assert!(text.contains("You keep UltraAV") && !text.contains("Do you want to keep"), "{page:?}: {text}");
        assert!(text.contains("does not end the charges"), "{page:?}: {text}");
    }

    for from in [Page::Found, Page::Done] {
        let mut session = with_ultraav(from);
        let effects = press(&mut session, successor(SuccessorButton::Remove));
        assert_eq!(session.page, Page::Uninstalling);
        let uninstall = Effect::Computer(ComputerEffect::Uninstall { uninstall_key: "UltraAV".into() });
        let come_back = Effect::Computer(ComputerEffect::ComeBack);
        assert_eq!(effects, [Effect::Program(ProgramEffect::Save), come_back, uninstall], "saved before it starts");
        // The machine decides: whatever the code is, the computer is looked at.
        let ended = Event::UninstallerEnded(Ended::Code(ExitCode(0)));
        let effects = update(&mut session, Catalog::embedded(), Msg::Event(ended));
        assert!(effects.contains(&Effect::Computer(ComputerEffect::Look)), "{effects:?}");
        let gone = Event::Looked(Box::new(MACHINES["defender-on"].clone()));
        update(&mut session, Catalog::embedded(), Msg::Event(gone));
        assert_eq!(session.page, from, "back to where it was asked");
        session.page = Page::Done;
        let text = page_text(&session);
        assert!(text.contains("Removed: UltraAV") && text.contains("does not end the charges"), "{text}");
    }
}

#[test]
fn what_its_uninstaller_says_does_not_make_ultraav_gone() {
    for ended in [Ended::Code(ExitCode(0)), Ended::Killed, Ended::Refused(Refusal::Relative)] {
        let mut session = with_ultraav(Page::Found);
        press(&mut session, successor(SuccessorButton::Remove));
        update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(ended.clone())));
        if session.page == Page::Looking {
            let still = Event::Looked(Box::new(MACHINES["ultraav"].clone()));
            update(&mut session, Catalog::embedded(), Msg::Event(still));
        }
        assert_eq!(session.page, Page::Found, "{ended:?}");
        let text = page_text(&session);
        assert!(text.contains("UltraAV is still here") && text.contains("Installed apps"), "{ended:?}: {text}");
        assert!(!text.contains("Removed:"), "{ended:?}: {text}");
    }
    // It restarted the computer by itself: the way goes on at the page that asked.
    let mut session = with_ultraav(Page::Done);
    press(&mut session, successor(SuccessorButton::Remove));
    let mut again: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
    resume(&mut again);
    assert_eq!((again.page, again.resume_at), (Page::Looking, Some(Page::Done)));
}

#[test]
fn ultraav_is_not_removed_where_somebody_else_decides_or_nothing_is_listed() {
    let offers = |session: &Session| {
        let remove = successor(SuccessorButton::Remove);
        screen(session, Catalog::embedded()).pressable().any(|action| action.button == remove)
    };
    let mut session = with_ultraav(Page::Found);
    assert!(offers(&session));
    session.caretaker = Some(Caretaker::Employer);
    assert!(!offers(&session), "the employer decides");
    session.caretaker = Some(Caretaker::Me);
    assert!(offers(&session));
    session.standing = crate::machine::Standing::Lent;
    assert!(!offers(&session), "an uninstaller would get the rights");
    let mut parts = with_ultraav(Page::Found);
    parts.last_look_mut().assessment.successors[0].key = None;
    assert!(!offers(&parts), "Windows lists no uninstaller");
}
