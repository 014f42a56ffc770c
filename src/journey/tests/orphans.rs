//! An entry that had its driver before the uninstaller and has none now, whatever it is called.

use super::filters::{MOUSE, driver, list, page_text, signed_by_the_vendor, with};
use super::*;
use crate::machine::{Service, Start};

/// A suite with one more driver in the list of the mouse, on the page before its uninstaller.
fn before(driver: Service) -> Session {
    let mut snapshot = MACHINES["suite-21-25"].clone();
    snapshot.class_filters.items.push(list(MOUSE, &driver.name));
    snapshot.services.items.push(driver);
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    session.page = Page::Confirm;
    session.removal.queue = removing::removal_queue(&session).into_iter().take(1).collect();
    session
}

/// The uninstaller runs and ends; then the computer is as told.
fn uninstall(session: &mut Session, after: Snapshot) {
    assert!(
        press(session, Button::Remove(RemoveButton::StartUninstaller))
            .iter()
            .any(|effect| matches!(effect, Effect::Computer(ComputerEffect::Uninstall { .. })))
    );
    update(session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(0)))));
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(after))));
}

#[test]
fn an_orphan_is_lethal_whatever_it_is_called() {
    for driver in [signed_by_the_vendor("klnewflt"), driver("qwzmouse")] {
        let name = driver.name.clone();
        let mut session = before(driver.clone());
        uninstall(&mut session, with(list(MOUSE, &name)));
        assert_eq!((session.page, gate::gate_of(&session)), (Page::FixFirst, Gate::Lethal), "{name}");
        let found = session.assessment().unwrap().leftovers.iter().find(|one| one.name == name).unwrap();
        assert!(found.fix_first() && found.id.starts_with("class-filter-"), "{found:?}");
        // Nobody else sees it, so the button could only fail: the page shows how it is done by hand.
        assert_eq!(gate::fixable_ids(session.assessment().unwrap()), Vec::<String>::new());
        let text = page_text(&session);
        assert!(text.contains(&name) && text.contains("regedit") && text.contains(MOUSE), "{text}");
        // It is remembered beyond this program's end.
        let mut back: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        resume(&mut back);
        update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(with(list(MOUSE, &name))))));
        assert_eq!(back.page, Page::FixFirst, "{name}");
        // And when it has been taken out, the way is open.
        press(&mut back, Button::LookAgain);
        update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES["never-had"].clone()))));
        assert_eq!(back.page, Page::Restart, "{name}");
    }
}

/// Those of disks and volumes above all: without them the computer does not start.
#[test]
fn an_orphan_in_any_class_is_lethal_and_for_a_persons_hands() {
    let classes = [
        MOUSE,
        "{4D36E967-E325-11CE-BFC1-08002BE10318}",
        "{71A27CDD-812A-11D0-BEC7-08002BE2092F}",
        "{4D36E97B-E325-11CE-BFC1-08002BE10318}",
        "{4D36E972-E325-11CE-BFC1-08002BE10318}",
    ];
    for class in classes {
        let mut snapshot = MACHINES["suite-21-25"].clone();
        snapshot.class_filters.items.push(list(class, "qwzdisk"));
        snapshot.services.items.push(driver("qwzdisk"));
        let mut session = Session::new(Page::Looking, None);
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
        session.page = Page::Confirm;
        session.removal.queue = removing::removal_queue(&session).into_iter().take(1).collect();
        uninstall(&mut session, with(list(class, "qwzdisk")));
        assert_eq!((session.page, gate::gate_of(&session)), (Page::FixFirst, Gate::Lethal), "{class}");
        assert_eq!(gate::fixable_ids(session.assessment().unwrap()), Vec::<String>::new(), "{class}");
    }
}

#[test]
fn so_is_one_that_is_switched_off_or_about_to_go() {
    let changes: [fn(&mut Service); 2] = [|one| one.start = Some(Start::Disabled), |one| one.delete_pending = true];
    for change in changes {
        let mut later = driver("qwzmouse");
        let mut session = before(later.clone());
        change(&mut later);
        let mut after = with(list(MOUSE, "qwzmouse"));
        after.services.items.push(later);
        uninstall(&mut session, after);
        assert_eq!(session.page, Page::FixFirst);
    }
}

#[test]
fn what_was_without_a_driver_before_and_what_still_has_its_driver_do_no_harm() {
    let mut old = driver("qwzmouse");
    old.start = Some(Start::Disabled);
    let mut session = before(old.clone());
    let mut after = with(list(MOUSE, "qwzmouse"));
    after.services.items.push(old);
    uninstall(&mut session, after);
    assert_eq!(session.page, Page::Restart, "it was like that before, and the mouse worked");
    let mut session = before(driver("qwzmouse"));
    let mut after = with(list(MOUSE, "qwzmouse"));
    after.services.items.push(driver("qwzmouse"));
    uninstall(&mut session, after);
    assert_eq!(session.page, Page::Restart);
}

#[test]
fn a_driver_that_only_its_signature_gives_away_is_ours() {
    let mut snapshot = with(list(MOUSE, "klnewflt"));
    let mut ours = signed_by_the_vendor("klnewflt");
    ours.start = Some(Start::Disabled);
    snapshot.services.items.push(ours);
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    assert_eq!(gate::gate_of(&session), Gate::Lethal);
}

#[test]
fn what_the_vendors_removal_tool_orphans_is_seen_too() {
    let mut session = before(driver("qwzmouse"));
    // A product without an uninstall entry: the person runs the tool without any button of ours.
    let seen = session.last_look_mut();
    seen.assessment.products.iter_mut().for_each(|product| product.key = None);
    session.removal.queue =
        seen.assessment.products.iter().take(1).map(|one| one.uninstall_key().to_string()).collect();
    press(&mut session, Button::Remove(RemoveButton::OtherWindowFinished));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(with(list(MOUSE, "qwzmouse"))))));
    assert_eq!((session.page, session.removal.restart_due), (Page::FixFirst, true));
}
