//! *Prepare*: one question a page, and only those that this computer raises.

use super::flow::questions;
use super::*;
use crate::i18n::Texts;
use crate::machine::Os;

pub(super) fn ask(question: Question, name: &str) -> Session {
    at(Page::Question(question), name)
}

/// Everything that can be read on a page, in this language.
pub(super) fn read(session: &Session) -> String {
    let texts = Texts::english();
    let shown = screen(session, Catalog::embedded());
    let labels = shown.pressable().map(|action| texts.say(&action.label)).collect::<Vec<_>>().join("\n");
    format!("{}{labels}", plain(&shown, &texts))
}

pub(super) fn offers(session: &Session, button: Button) -> bool {
    screen(session, Catalog::embedded()).pressable().any(|one| one.button == button)
}

pub(super) fn say(trap: TrapId, answer: Answer) -> Button {
    Button::Prepare(PrepareButton::Answer(trap, answer))
}

pub(super) fn answer(session: &mut Session, trap: TrapId, answer: Answer) {
    press(session, say(trap, answer));
    press(session, Button::Continue);
}

/// What a person presses on a page of *Prepare*: the first answer, the box, or what leads on.
fn first_answer(session: &Session) -> Vec<Button> {
    let shown = screen(session, Catalog::embedded());
    let done = shown.main.as_ref().is_some_and(|main| main.disabled.is_none());
    let choice = shown.pressable().find(|one| match &one.button {
        Button::Prepare(PrepareButton::ShowExport) => false,
        Button::Prepare(_) => true,
        _ => false,
    });
    choice.filter(|_| !done).map(|one| one.button.clone()).into_iter().chain([Button::Continue]).collect()
}

#[test]
fn a_page_asks_one_thing() {
    for (name, _) in MACHINES.iter() {
        for &question in Question::ALL {
            let session = ask(question, name);
            let shown = screen(&session, Catalog::embedded());
            let asks = |button: &Button| matches!(button, Button::Prepare(one) if *one != PrepareButton::ShowExport);
            let choices: Vec<_> = shown.pressable().filter(|one| asks(&one.button)).collect();
            assert!(choices.len() <= 5, "{name} {question:?}: {choices:?}");
            let cards = shown.blocks.iter().filter_map(|block| match block {
                Block::Card(card) => Some(card),
                _ => None,
            });
            let ticks = |card: &Card| card.tick.as_ref().is_some_and(|(_, action)| asks(&action.button));
            let asking = cards.filter(|card| ticks(card) || card.actions.iter().any(|one| asks(&one.button))).count();
            assert!(asking <= 1, "{name} {question:?}: {asking} cards ask");
            assert!(!choices.is_empty() || question == Question::ImportAgain, "{name} {question:?} asks nothing");
            assert!(shown.main.is_some_and(|main| main.button == Button::Continue), "{name} {question:?}");
        }
    }
}

#[test]
fn no_number_stands_on_two_pages() {
    let mut numbers: Vec<&str> = Question::ALL.iter().map(|one| one.number()).collect();
    numbers.extend(
        [Page::Prepare, Page::EncryptionStop, Page::Answers, Page::NotMine, Page::Subscription].map(Page::number),
    );
    numbers.sort_unstable();
    assert!(numbers.windows(2).all(|two| two[0] != two[1]), "{numbers:?}");
    assert!(Question::ALL.iter().all(|one| one.number().starts_with('3') && one.number().len() == 3));
}

#[test]
fn an_answer_turns_no_page_and_the_same_answer_again_changes_nothing() {
    for (name, _) in MACHINES.iter() {
        for &question in Question::ALL {
            for option in questions::fitting_answers(&ask(question, name), question) {
                let mut session = ask(question, name);
                press(&mut session, say(question.trap(), *option));
                assert_eq!(session.page, Page::Question(question));
                let once = session.prepare.answers.clone();
                press(&mut session, say(question.trap(), *option));
                assert_eq!((session.page, session.prepare.answers), (Page::Question(question), once));
            }
        }
    }
}

/// Whoever takes the first answer everywhere comes to the end, and back again one page at a time.
#[test]
fn every_computer_is_asked_to_the_end_and_back() {
    for (name, snapshot) in MACHINES.iter() {
        let mut session = at(Page::Prepare, name);
        if session.assessment().unwrap().products.is_empty() {
            continue;
        }
        let mut ways = 0;
        while session.page != Page::Sheet {
            for button in first_answer(&session) {
                press(&mut session, button);
            }
            ways += 1;
            // A disk that is still encrypted stops; the walk takes the first answer, which is none or done.
            assert_ne!(session.page, Page::EncryptionStop, "{name}");
            assert!(ways < 80, "{name}: {:?} {:?}", session.page, session.prepare);
        }
        assert_eq!(traps::open_count(&session), 0, "{name}");
        let asked_of = applying_traps(session.seen.as_ref().unwrap());
        assert!(!asked_of.contains(&TrapId::BitlockerKey) || snapshot.host.os == Os::Windows, "{name}");
        let mut back = 0;
        while session.page != Page::Prepare {
            press(&mut session, Button::Back);
            back += 1;
            assert!(back < 80, "{name}: {:?}", session.page);
        }
    }
}

#[test]
fn somebody_else_s_answer_stops_the_way_where_all_answers_stand_and_only_there() {
    let mut session = at(Page::Prepare, "suite-21-25");
    press(&mut session, Button::Continue);
    let mut asked_pages = 0;
    while session.page != Page::Answers {
        let Page::Question(question) = session.page else { panic!("{:?}", session.page) };
        answer(&mut session, question.trap(), Answer::SomeoneElse);
        asked_pages += 1;
        assert!(asked_pages < 20, "{:?}", session.page);
    }
    let shown = screen(&session, Catalog::embedded());
    assert!(shown.main.is_some_and(|main| main.disabled.is_some()));
    assert!(offers(&session, Button::Quit));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Answers);
    press(&mut session, Button::Prepare(PrepareButton::Change(TrapId::SecretVault)));
    assert_eq!(session.page, Page::Question(Question::Vault));
    answer(&mut session, TrapId::SecretVault, Answer::None);
    assert_eq!(session.page, Page::Answers, "a changed answer leads back to all of them");
}

#[test]
fn passwords_are_saved_when_one_was_found_and_the_way_there_has_steps() {
    let mut session = ask(Question::Passwords, "suite-21-25");
    let by = |button: PrepareButton| Button::Prepare(button);
    answer(&mut session, TrapId::Passwords, Answer::Yes);
    assert_eq!(session.page, Page::Question(Question::PasswordsOpen));
    answer(&mut session, TrapId::Passwords, Answer::Done);
    for (page, button) in [
        (Question::Manager, by(PrepareButton::ChooseManager(Some("bitwarden")))),
        (Question::Export, by(PrepareButton::Passwords(PasswordsAt::Exported))),
        (Question::Import, by(PrepareButton::Passwords(PasswordsAt::NotFound))),
        (Question::ImportAgain, Button::Continue),
        (Question::Manager, Button::Continue),
        (Question::Export, by(PrepareButton::Passwords(PasswordsAt::Exported))),
        (Question::Import, by(PrepareButton::Passwords(PasswordsAt::Found))),
        (Question::NotInFile, by(PrepareButton::NotInFile(Rest::Copied))),
        (Question::DeleteFile, by(PrepareButton::DeleteLater)),
    ] {
        assert_eq!(session.page, Page::Question(page));
        let exported = read(&session);
        press(&mut session, button.clone());
        if button != Button::Continue {
            press(&mut session, Button::Continue);
        }
        match page {
            Question::Export => {
                assert!(exported.contains("notes") && exported.contains("Pause OneDrive"), "{exported}")
            }
            Question::DeleteFile => assert!(exported.contains("backup programs on again"), "{exported}"),
            _ => {}
        }
    }
    assert!(!traps::is_open(&session, TrapId::Passwords));
    assert_eq!(session.prepare.passwords, Some(PasswordsAt::Found), "the end reminds of the file");
}

#[test]
fn who_copies_by_hand_has_no_file_to_delete() {
    let mut session = ask(Question::Export, "suite-21-25");
    session.prepare.answers.insert(TrapId::Passwords, Answer::Done);
    session.prepare.manager = Some("browser".into());
    press(&mut session, Button::Prepare(PrepareButton::ByHand));
    press(&mut session, Button::Continue);
    press(&mut session, Button::Prepare(PrepareButton::Passwords(PasswordsAt::Found)));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Question(Question::NotInFile));
    press(&mut session, Button::Prepare(PrepareButton::NotInFile(Rest::None)));
    press(&mut session, Button::Continue);
    assert_ne!(session.page, Page::Question(Question::DeleteFile));
    assert!(!traps::is_open(&session, TrapId::Passwords));
    session.page = Page::Done;
    assert!(!read(&session).contains("Delete the file"), "{}", read(&session));
}

#[test]
fn a_page_of_a_topic_that_is_gone_leads_to_the_list() {
    let mut session = ask(Question::Vault, "suite-21-25");
    resume(&mut session);
    update(
        &mut session,
        Catalog::embedded(),
        Msg::Event(Event::Looked(Box::new(MACHINES["endpoint-security"].clone()))),
    );
    assert_eq!(session.page, Page::Prepare);
}

#[test]
fn the_subscription_stands_at_the_end_and_is_nobody_s_duty() {
    for (name, _) in MACHINES.iter() {
        let session = at(Page::Done, name);
        let seen = session.seen.as_ref().unwrap();
        assert!(!applying_traps(seen).contains(&TrapId::Subscription), "{name}");
    }
    let mut session = at(Page::Done, "suite-21-25");
    press(&mut session, Button::Aside(Aside::Subscription));
    assert_eq!(session.page, Page::Subscription);
    let text = read(&session);
    for words in ["choose yours", "Nexway", "another shop", "UltraAV", "Turn off automatic renewal"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    press(&mut session, Button::Back);
    assert_eq!(session.page, Page::Done);
    assert!(!offers(&at(Page::Done, "endpoint-security"), Button::Aside(Aside::Subscription)));
}

#[test]
fn own_data_that_the_uninstaller_may_delete_is_named_before_it_starts() {
    for page in [Page::Found, Page::Confirm] {
        let mut session = at(page, "suite-21-25");
        session.removal.queue = removing::removal_queue(&session);
        let text = read(&session);
        assert!(text.contains("may delete some of it. Save first") && text.contains("vault"), "{page:?}: {text}");
        let starts = text.find("Choose Next, then Remove").unwrap_or(usize::MAX);
        assert!(text.find("may delete some of it").is_some_and(|told| told < starts), "{page:?}: {text}");
    }
    let text = read(&at(Page::Found, "vault-only"));
    assert!(!text.contains("may delete"), "no uninstaller will run: {text}");
}

#[test]
fn the_passwords_to_have_ready_are_named() {
    assert!(read(&Session::new(Page::Welcome, None)).contains("this computer's administrator"));
    let windows = read(&at(Page::Prepare, "suite-21-25"));
    for words in ["main password", "My Kaspersky", "An administrator's password", "Windows may ask"] {
        assert!(windows.contains(words), "{words}: {windows}");
    }
    let mac = read(&at(Page::Prepare, "mac-installed"));
    assert!(mac.contains("An administrator's password") && !mac.contains("Windows"), "{mac}");
}
