//! What a page offers when an uninstaller has ended and its product is still here, and between two products.

use super::filters::page_text;
use super::*;
use crate::i18n::Texts;
use crate::removal::Refusal;

/// When the system was started first.
const STARTED: u64 = 1_795_500_000;

/// A session whose first uninstaller is about to start.
fn removing(name: &str) -> Session {
    let mut session = at(Page::Sheet, name);
    session.last_look_mut().snapshot.host.booted = STARTED;
    for trap in applying_traps(session.seen.as_ref().unwrap()) {
        session.prepare.answers.insert(trap, Answer::Done);
    }
    session.prepare.passwords = Some(PasswordsAt::Found);
    session.prepare.answers.entry(TrapId::DiskEncryption).and_modify(|answer| *answer = Answer::None);
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Confirm, "{name}");
    session
}

fn look(session: &mut Session, name: &str, restarts: u64) {
    let mut snapshot = MACHINES[name].clone();
    (snapshot.host.booted, snapshot.host.boot_id) = (STARTED + 3600 * restarts, None);
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
}

fn main_button(session: &Session) -> Button {
    screen(session, Catalog::embedded()).main.unwrap().button
}

fn every_end() -> Vec<Ended> {
    let codes = [0, 1602, 1603, 1604, 1605, 1601, 1612, 1618, 1625, 1639, 740, 1223, 25_005, 0xC000_0005, 99_999];
    let others = [Ended::Killed, Ended::CannotWait, Ended::Refused(Refusal::Relative), Ended::NotStarted("no".into())];
    codes.into_iter().map(|code| Ended::Code(ExitCode(code))).chain(others).collect()
}

/// Always presses the main button, and the uninstaller always ends in the same way. Returns what was pressed on the page
/// that tells how it ended.
fn always_main(ended: &Ended) -> Vec<Button> {
    let (mut session, mut pressed, mut restarts) = (removing("suite-21-25"), Vec::new(), 0);
    for _ in 0..60 {
        match session.page {
            Page::Uninstalling => {
                update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(ended.clone())));
            }
            Page::LookingAfter | Page::LookingAgain => look(&mut session, "suite-21-25", restarts),
            Page::RestartDue => {
                restarts += 1;
                update(&mut session, Catalog::embedded(), Msg::Event(Event::Restarted));
            }
            page => {
                let main = main_button(&session);
                let left = main == Button::Remove(RemoveButton::SkipProduct);
                if page == Page::Outcome {
                    pressed.push(main.clone());
                }
                press(&mut session, main);
                if left {
                    return pressed;
                }
            }
        }
    }
    panic!("{ended:?}: for ever on {:?}: {pressed:?}", session.page);
}

#[test]
fn the_same_end_again_and_again_leads_to_another_way_and_then_out() {
    for ended in every_end() {
        let pressed = always_main(&ended);
        let again = Button::Remove(RemoveButton::StartUninstaller);
        assert!(pressed.iter().filter(|button| **button == again).count() <= 1, "{ended:?}: {pressed:?}");
        assert_eq!(pressed.last(), Some(&Button::Remove(RemoveButton::SkipProduct)), "{ended:?}: {pressed:?}");
        let mut each = pressed.clone();
        each.sort();
        each.dedup();
        assert_eq!(each.len(), pressed.len(), "{ended:?}: each way once: {pressed:?}");
    }
}

/// The page after the first end of an uninstaller.
fn ended(ended: Ended) -> Session {
    let mut session = removing("suite-21-25");
    press(&mut session, Button::Remove(RemoveButton::StartUninstaller));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(ended)));
    match session.page {
        Page::LookingAfter => look(&mut session, "suite-21-25", 0),
        Page::OtherWindow => {
            press(&mut session, Button::Remove(RemoveButton::OtherWindowFinished));
            look(&mut session, "suite-21-25", 0);
        }
        _ => {}
    }
    assert_eq!(session.page, Page::Outcome);
    session
}

#[test]
fn where_the_page_says_restart_the_main_button_leads_to_it_and_tells_the_way_back() {
    for code in [0, 1601, 1603, 1604, 0xC000_0005] {
        let mut session = ended(Ended::Code(ExitCode(code)));
        assert!(page_text(&session).contains("Restart the computer"), "{code}");
        assert_eq!(main_button(&session), Button::Remove(RemoveButton::RestartFirst), "{code}");
        let effects = press(&mut session, Button::Remove(RemoveButton::RestartFirst));
        assert_eq!(session.page, Page::Restart);
        assert!(effects.contains(&Effect::Computer(ComputerEffect::ComeBack)), "{effects:?}");
        press(&mut session, Button::Restart(RestartButton::Now));
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Restarted));
        look(&mut session, "suite-21-25", 1);
        assert_eq!(session.page, Page::Confirm, "{code}: the same product again");
        assert_eq!(session.removal.attempts, 1, "{code}: what was tried is remembered");
    }
}

#[test]
fn the_number_stands_on_the_page_the_log_in_the_details_and_no_sentence_twice() {
    for end in every_end() {
        let session = ended(end.clone());
        let text = page_text(&session);
        if let Ended::Code(code) = end {
            assert!(text.contains(&format!("Its number is {code}.")), "{text}");
        }
        let details = screen(&session, Catalog::embedded()).details;
        assert!(details.iter().any(|line| line.starts_with("log: ") && line.ends_with("}.log")), "{details:?}");
        let mut sentences: Vec<&str> = text.split(['.', '\n']).map(str::trim).filter(|one| one.len() > 12).collect();
        sentences.sort_unstable();
        let twice: Vec<_> = sentences.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{end:?}: {twice:?}");
        let says = |word: &str| text.matches(word).count();
        assert!(says("page may not open") <= 1, "{end:?}: {text}");
    }
}

/// A machine without the program of this key.
fn without(name: &str, key: &str) -> Box<Snapshot> {
    let mut snapshot = MACHINES[name].clone();
    snapshot.programs.items.retain(|program| program.key != key);
    Box::new(snapshot)
}

#[test]
fn between_two_products_the_page_says_what_is_gone_and_which_is_next() {
    let mut session = removing("endpoint-pair");
    let total = session.removal.queue.len();
    assert!(total > 1, "a computer with several products");
    let first = session.next_product().unwrap().clone();
    assert!(page_text(&session).contains(&format!("(1 of {total})")), "{}", page_text(&session));
    press(&mut session, Button::Remove(RemoveButton::StartUninstaller));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(0)))));
    let mut gone = without("endpoint-pair", first.uninstall_key());
    gone.services.items.clear();
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(gone)));
    assert_eq!(session.page, Page::Confirm);
    let (text, next) = (page_text(&session), session.next_product().unwrap());
    assert!(text.starts_with(&format!("Remove {} (2 of {total})", next.name)), "{text}");
    assert!(text.contains(&format!("{} is removed", first.name)), "{text}");
    assert!(text.contains(&format!("Next: {} (2 of {total}).", next.name)), "{text}");
}

#[test]
fn on_linux_one_page_has_every_line_in_names_that_people_know() {
    let session = removing("linux-installed");
    let text = page_text(&session);
    for key in &session.removal.queue {
        assert!(text.contains(&format!(" {key}\n")), "{key}: {text}");
    }
    assert!(text.starts_with("Remove Kaspersky "), "{text}");
    assert!(text.contains("also delete"), "purge deletes more than the program: {text}");
    let found = page_text(&Session { page: Page::Found, ..session });
    assert!(!found.contains("We leave it where it is") && !found.contains("We leave them"), "{found}");
}

#[test]
fn a_mac_has_a_restart_after_its_uninstaller_and_no_tick_before() {
    let mut session = removing("mac-installed");
    press(&mut session, Button::Remove(RemoveButton::OtherWindowFinished));
    look(&mut session, "mac-leftovers", 0);
    assert_eq!(session.page, Page::Restart, "its extension stays loaded");
    session.page = Page::Left;
    let rail = screen(&session, Catalog::embedded()).rail;
    assert!(!rail.contains(&(Step::Restart, StepState::Done)), "{rail:?}");
}

#[test]
fn the_other_languages_are_behind_a_button_and_the_usual_one_is_not() {
    let mut session = removing("suite-21-25");
    let short = page_text(&session);
    // The page may be in Spanish while the uninstaller is in English.
    for language in Texts::languages() {
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::language(language));
        assert!(text.contains("English: Next, Remove, Restart later, No") && !text.contains("Deutsch"), "{text}");
    }
    press(&mut session, Button::Remove(RemoveButton::Languages));
    for language in Texts::languages() {
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::language(language));
        for name in ["English: Next", "Deutsch: ", "Español: "] {
            assert!(text.contains(name), "{language}: {name} in {text}");
        }
    }
    press(&mut session, Button::Remove(RemoveButton::Languages));
    assert_eq!(page_text(&session), short);
}

#[test]
fn a_restart_before_another_try_can_be_left_for_now() {
    let mut session = removing("suite-21-25");
    session.page = Page::Outcome;
    session.removal.started = true;
    session.removal.tried.insert(crate::removal::Way::Again);
    session.removal.ended = Some(Ended::Code(ExitCode(1603)));
    let first = Button::Remove(RemoveButton::RestartFirst);
    press(&mut session, first.clone());
    assert_eq!(session.page, Page::Restart);
    press(&mut session, Button::Back);
    assert_eq!((session.page, main_button(&session)), (Page::Outcome, first), "it is still the next thing to try");
}

/// The restart finished what the uninstaller of the first product had begun. The others are still here.
#[test]
fn a_restart_after_the_first_of_several_products_leads_to_the_next() {
    use crate::act::Computer;
    let mut computer = crate::act::practice::PracticeComputer::named("home-suite").unwrap();
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(computer.snapshot()))));
    session.removal.queue = removing::removal_queue(&session);
    session.removal.started = true;
    session.removal.attempts = 2;
    assert_eq!(session.removal.queue.len(), 3);
    let second = session.removal.queue[1].clone();
    computer.uninstall(&session.removal.queue[0]);
    computer.restart().unwrap();
    session.page = Page::LookingAgain;
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(computer.snapshot()))));
    assert_eq!((session.page, session.removal.queue.first()), (Page::Confirm, Some(&second)));
    assert_eq!(session.removal.attempts, 0, "nothing was tried for it");
}
