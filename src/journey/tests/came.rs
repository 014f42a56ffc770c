//! What brought a person here: choosing an answer changes what they are told, and nothing of the way.

use super::*;
use crate::assess::CameFor;
use crate::i18n::{MessageId, Texts};
use crate::machine::Observed;

fn first_page() -> Session {
    Session::new(Page::Welcome, None)
}

fn answers(session: &Session) -> Vec<(CameFor, bool)> {
    let shown = screen(session, Catalog::embedded());
    let answer = |action: &Action| match action.button {
        Button::Came(trouble) => Some((trouble, action.chosen)),
        _ => None,
    };
    shown.pressable().filter_map(answer).collect()
}

#[test]
fn the_first_page_offers_every_answer_and_none_is_chosen() {
    assert_eq!(answers(&first_page()), CameFor::ALL.map(|trouble| (trouble, false)));
}

#[test]
fn an_answer_is_chosen_and_pressed_once_more_it_is_taken_back() {
    for trouble in CameFor::ALL {
        let mut session = first_page();
        assert_eq!(press(&mut session, Button::Came(trouble)), [Effect::Program(ProgramEffect::Save)]);
        assert_eq!(answers(&session), CameFor::ALL.map(|one| (one, one == trouble)));
        press(&mut session, Button::Came(trouble));
        assert_eq!(session.trouble, None);
    }
}

#[test]
fn one_answer_takes_the_place_of_the_other() {
    let mut session = first_page();
    press(&mut session, Button::Came(CameFor::Upgrade));
    press(&mut session, Button::Came(CameFor::Work));
    assert_eq!(session.trouble, Some(CameFor::Work));
}

/// Nothing moves under the pointer, and what is pressed next is what it was.
#[test]
fn choosing_changes_nothing_on_the_page_but_what_is_chosen() {
    let mut session = first_page();
    let (before, saved) = (screen(&session, Catalog::embedded()), serde_json::to_value(&session).unwrap());
    press(&mut session, Button::Came(CameFor::NoInternet));
    let mut after = screen(&session, Catalog::embedded());
    for block in &mut after.blocks {
        if let Block::Card(card) = block {
            card.actions.iter_mut().for_each(|action| action.chosen = false);
        }
    }
    assert_eq!(after, before);
    session.trouble = None;
    assert_eq!(serde_json::to_value(&session).unwrap(), saved);
}

#[test]
fn the_question_stands_below_what_will_happen() {
    let shown = screen(&first_page(), Catalog::embedded());
    let steps = shown.blocks.iter().position(|block| matches!(block, Block::Steps(_))).unwrap();
    let asks = |block: &Block| matches!(block, Block::Card(card) if card.actions.iter().any(is_answer));
    assert_eq!(shown.blocks.iter().position(asks), Some(steps + 1));
}

fn is_answer(action: &Action) -> bool {
    matches!(action.button, Button::Came(_))
}

#[test]
fn the_answer_is_saved_and_a_session_without_it_is_read() {
    let mut session = first_page();
    press(&mut session, Button::Came(CameFor::Bought));
    let mut saved = serde_json::to_value(&session).unwrap();
    assert_eq!(saved["trouble"], "bought");
    assert_eq!(serde_json::from_value::<Session>(saved.clone()).unwrap().trouble, Some(CameFor::Bought));
    saved.as_object_mut().unwrap().remove("trouble");
    assert_eq!(serde_json::from_value::<Session>(saved).unwrap().trouble, None);
}

/// A session that has seen a machine, of somebody with this trouble.
fn came_with(trouble: CameFor, page: Page, name: &str) -> Session {
    let mut session = at(page, name);
    session.trouble = Some(trouble);
    session
}

/// What the page says about the trouble.
fn told(session: &Session) -> Option<String> {
    let texts = Texts::english();
    let shown = screen(session, Catalog::embedded());
    let about = |block: &&Block| matches!(block, Block::Card(card) if card.title.as_ref().is_some_and(|title| title.id == MessageId::TROUBLE_SAID));
    shown.blocks.iter().find(about).map(|block| plain_block(block, &texts))
}

#[test]
fn the_pages_with_what_was_found_say_it_of_the_trouble_and_the_others_do_not() {
    for trouble in CameFor::ALL {
        for page in [Page::Found, Page::Left, Page::Gone, Page::Done] {
            let said = told(&came_with(trouble, page, "never-had"));
            assert_eq!(said.is_none(), trouble == CameFor::JustLooking, "{trouble:?} {page:?}: {said:?}");
        }
        for page in [Page::Prepare, Page::Why, Page::Protect] {
            assert_eq!(told(&came_with(trouble, page, "never-had")), None, "{trouble:?} {page:?}");
        }
    }
    assert_eq!(told(&at(Page::Found, "never-had")), None, "nobody said anything");
}

/// Nobody is sent to the page that they read.
#[test]
fn the_page_with_what_is_left_does_not_send_to_itself() {
    let mut led = 0;
    for (name, _) in MACHINES.iter() {
        for trouble in CameFor::ALL {
            let said = |page| told(&came_with(trouble, page, name)).unwrap_or_default();
            led += usize::from(said(Page::Found).contains("Page 610"));
            let here = said(Page::Left);
            assert!(!here.contains("Page 610"), "{name} {trouble:?}: {here}");
        }
    }
    assert!(led > 3, "other pages do: {led}");
}

/// The card is all that a trouble changes; one who bought the computer is led to one page more.
#[test]
fn a_trouble_changes_nothing_else() {
    for (name, _) in MACHINES.iter() {
        for trouble in CameFor::ALL {
            for page in [Page::Found, Page::Why, Page::Left, Page::Protect, Page::Done] {
                let (with, without) = (came_with(trouble, page, name), at(page, name));
                let (mut one, other) = (screen(&with, Catalog::embedded()), screen(&without, Catalog::embedded()));
                one.blocks.retain(|block| !other_than(block, &other));
                assert_eq!(one, other, "{name} {trouble:?} {page:?}");
            }
        }
    }
}

/// Whether the page without a trouble lacks a block, and it is the card about one.
fn other_than(block: &Block, without: &Screen) -> bool {
    let about = matches!(block, Block::Card(card) if card.title.as_ref().is_some_and(|title| title.id == MessageId::TROUBLE_SAID));
    about && !without.blocks.contains(block)
}

/// An upgrade restarts the computer.
#[test]
fn nobody_is_told_to_upgrade_while_a_restart_would_do_harm() {
    let said = told(&came_with(CameFor::Upgrade, Page::Found, "never-had")).unwrap();
    assert!(said.contains("cannot tell"), "{said}");
    let mut session = came_with(CameFor::Upgrade, Page::Found, "installed-lethal-filter");
    let look = session.last_look_mut();
    look.snapshot.upgrade_blocks = Observed::none();
    assert!(!told(&session).unwrap().contains("Try the upgrade"), "{:?}", told(&session));
    let mut safe = came_with(CameFor::Upgrade, Page::Found, "never-had");
    safe.last_look_mut().snapshot.upgrade_blocks = Observed::none();
    assert!(told(&safe).unwrap().contains("Try the upgrade"), "{:?}", told(&safe));
}

/// Every topic but the personal ones is asked as before, and what was said is not said anew.
#[test]
fn nothing_here_is_mine_settles_the_personal_questions_and_no_other() {
    let mut session = came_with(CameFor::Bought, Page::Prepare, "suite-21-25");
    session.prepare.answers.insert(TrapId::Backups, Answer::SomeoneElse);
    let asked = applying_traps(session.seen.as_deref().unwrap());
    let open = |session: &Session| asked.iter().copied().filter(|trap| traps::is_open(session, *trap)).collect();
    press(&mut session, Button::Prepare(PrepareButton::OpenNotMine));
    assert_eq!(session.page, Page::NotMine);
    assert!(!offers(&session, &Button::Continue), "the box comes first");
    press(&mut session, Button::Prepare(PrepareButton::TickNotMine));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Prepare);
    let left: Vec<TrapId> = open(&session);
    assert!(asked.contains(&TrapId::SecretVault) && asked.contains(&TrapId::Quarantine), "{asked:?}");
    let personal = [TrapId::Passwords, TrapId::SecretVault, TrapId::Quarantine, TrapId::OtherAccounts];
    assert!(left.iter().all(|trap| !personal.contains(trap)), "{left:?}");
    assert_eq!(session.prepare.answers.get(&TrapId::Backups), Some(&Answer::SomeoneElse));
    assert!(left.contains(&TrapId::RemovalPassword), "{left:?}");
    assert!(!offers(&session, &Button::Prepare(PrepareButton::OpenNotMine)), "there is nothing left to settle");
}

#[test]
fn nothing_here_is_mine_never_answers_for_encryption_the_vpn_or_a_password() {
    for (name, _) in MACHINES.iter() {
        let mut session = came_with(CameFor::Bought, Page::NotMine, name);
        session.prepare.nothing_mine = true;
        press(&mut session, Button::Continue);
        let personal =
            [TrapId::Passwords, TrapId::SecretVault, TrapId::Backups, TrapId::Quarantine, TrapId::OtherAccounts];
        let answered = session.prepare.answers.keys().chain(&session.prepare.losses);
        let others: Vec<_> = answered.filter(|trap| !personal.contains(trap)).collect();
        assert_eq!(others, Vec::<&TrapId>::new(), "{name}");
        for trap in applying_traps(session.seen.as_deref().unwrap()).iter().filter(|trap| personal.contains(trap)) {
            assert!(!traps::is_open(&session, *trap), "{name}: {trap:?}");
        }
    }
}

#[test]
fn only_whoever_bought_the_computer_is_offered_it() {
    for trouble in [None].into_iter().chain(CameFor::ALL.map(Some)) {
        let mut session = at(Page::Prepare, "suite-21-25");
        session.trouble = trouble;
        let offered = offers(&session, &Button::Prepare(PrepareButton::OpenNotMine));
        assert_eq!(offered, trouble == Some(CameFor::Bought), "{trouble:?}");
    }
}

#[test]
fn a_bought_computer_of_an_office_is_to_be_asked_about_before_anything_is_removed() {
    let title = |name: &str, trouble: Option<CameFor>| {
        let mut session = at(Page::Prepare, name);
        session.trouble = trouble;
        plain(&screen(&session, Catalog::embedded()), &Texts::english()).contains("may still belong to an organization")
    };
    assert!(title("endpoint-security", Some(CameFor::Bought)));
    assert!(!title("endpoint-security", None));
    assert!(!title("suite-21-25", Some(CameFor::Bought)), "a home product is no office's");
}

#[test]
fn the_box_is_asked_anew_each_time_and_back_settles_nothing() {
    let mut session = came_with(CameFor::Bought, Page::Prepare, "suite-21-25");
    for _ in 0..2 {
        press(&mut session, Button::Prepare(PrepareButton::OpenNotMine));
        assert!(!session.prepare.nothing_mine);
        press(&mut session, Button::Prepare(PrepareButton::TickNotMine));
        press(&mut session, Button::Back);
        assert_eq!((session.page, session.prepare.answers.len()), (Page::Prepare, 0));
    }
}

fn offers(session: &Session, button: &Button) -> bool {
    screen(session, Catalog::embedded()).pressable().any(|action| action.button == *button)
}
