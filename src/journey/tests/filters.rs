//! What stands behind each of our filter entries is known, provably missing or unknown, and no gap opens
//! the way to a restart.

mod gaps;

use super::*;
use crate::i18n::Texts;
use crate::machine::{
    FilterLevel, FilterList, FilterSide, Gap, GapReason, Image, Maker, Observed, PendingChange, Presence, Service,
    ServiceKind, Signer, Start, State,
};

pub(super) const MOUSE: &str = "{4D36E96F-E325-11CE-BFC1-08002BE10318}";
const VOLUME: &str = "{71A27CDD-812A-11D0-BEC7-08002BE2092F}";
const SERVICES: &str = r"HKLM\SYSTEM\CurrentControlSet\Services";

/// A driver that is registered, switched on, and whose file is there.
pub(super) fn driver(name: &str) -> Service {
    let path = format!(r"C:\Windows\System32\drivers\{name}.sys");
    Service {
        name: name.into(),
        kind: ServiceKind::KernelDriver,
        image: Image { raw: None, path: Some(path), there: Presence::Present },
        start: Some(Start::Manual),
        state: State::Running,
        ..Service::default()
    }
}

pub(super) fn signed_by_the_vendor(name: &str) -> Service {
    let maker = Maker { signer: Signer::Valid("AO Kaspersky Lab".into()), ..Maker::default() };
    Service { maker, ..driver(name) }
}

/// A list of one class, with an entry above Windows' own driver.
pub(super) fn list(class: &str, entry: &str) -> FilterList {
    FilterList {
        key: format!(r"Control\Class\{class}"),
        level: FilterLevel::Class,
        side: FilterSide::Upper,
        class_guid: Some(class.into()),
        class_name: None,
        entries: vec![entry.into(), "mouclass".into()],
        oddity: None,
        registered: BTreeMap::new(),
    }
}

/// A list of one mouse.
fn list_of_a_device(entry: &str) -> FilterList {
    let key = r"Enum\HID\VID_0000&PID_0001\7&1a2b3c4d&0&0000".into();
    FilterList { key, level: FilterLevel::Device, ..list(MOUSE, entry) }
}

/// A healthy computer with one more filter list.
pub(super) fn with(list: FilterList) -> Snapshot {
    let mut snapshot = MACHINES["never-had"].clone();
    snapshot.class_filters.items.push(list);
    snapshot
}

/// A session in which a restart is due, on the page that offers it.
fn before_the_restart(snapshot: Snapshot) -> Session {
    let mut session = at(Page::LookingAfter, "never-had");
    session.removal.started = true;
    session.removal.restart_due = true;
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    session
}

fn gate_of(snapshot: Snapshot) -> Gate {
    gate::gate_of(&before_the_restart(snapshot))
}

pub(super) fn page_text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

fn refused(place: &str) -> Gap {
    Gap::new(GapReason::NeedsAdmin, place, "Access is denied. (os error 5)")
}

#[test]
fn a_gap_at_a_strangers_service_does_not_hide_that_our_driver_is_missing() {
    let mut snapshot = with(list(MOUSE, "klmouflt"));
    snapshot.services.gaps.push(refused(&format!(r"{SERVICES}\qwzsvc")));
    let mut session = before_the_restart(snapshot);
    assert_ne!(gate::gate_of(&session), Gate::Open);
    session.page = Page::Restart;
    assert!(
        !press(&mut session, Button::Restart(RestartButton::Now)).contains(&Effect::Computer(ComputerEffect::Restart))
    );
}

#[test]
fn asked_by_its_own_name_the_driver_is_there_or_missing_whatever_the_list_lacks() {
    let asked = |there: Presence| {
        let mut list = list(MOUSE, "klmouflt");
        list.registered.insert("klmouflt".into(), there);
        list
    };
    for (there, gate) in [
        (Presence::Absent, Gate::Lethal),
        // It is there, and nobody could read whether it is switched on and has its file.
        (Presence::Present, Gate::Unread),
        (Presence::Unknown(GapReason::NeedsAdmin), Gate::Unread),
        (Presence::NotAsked, Gate::Unread),
    ] {
        let mut snapshot = with(asked(there.clone()));
        snapshot.services.gap(GapReason::TimedOut, "", "");
        assert_eq!(gate_of(snapshot), gate, "{there:?}");
    }
}

#[test]
fn a_driver_that_will_not_load_after_the_restart_is_missing() {
    let with_driver = |driver: Service| {
        let mut snapshot = with(list(MOUSE, "klmouflt"));
        snapshot.services.items.push(driver);
        snapshot
    };
    let ours = driver("klmouflt");
    assert_eq!(gate_of(with_driver(ours.clone())), Gate::Open);
    assert_eq!(gate_of(with_driver(Service { start: Some(Start::Disabled), ..ours.clone() })), Gate::Lethal);
    assert_eq!(gate_of(with_driver(Service { delete_pending: true, ..ours.clone() })), Gate::Lethal);
    let absent = Image { there: Presence::Absent, ..ours.image.clone() };
    assert_eq!(gate_of(with_driver(Service { image: absent, ..ours.clone() })), Gate::Lethal);
    let mut taken = with_driver(ours.clone());
    let path = ours.image.path.clone().unwrap();
    taken.pending.items.push(PendingChange { path, new_path: None });
    assert_eq!(gate_of(taken), Gate::Lethal);
    // What nobody could read may be any of these.
    let unread = Image { there: Presence::Unknown(GapReason::Failed), ..ours.image.clone() };
    assert_eq!(gate_of(with_driver(Service { image: unread, ..ours.clone() })), Gate::Unread);
    assert_eq!(gate_of(with_driver(Service { start: None, ..ours.clone() })), Gate::Unread);
    let mut pending = with_driver(ours);
    pending.pending.gap(GapReason::Failed, "", "");
    assert_eq!(gate_of(pending), Gate::Unread);
}

#[test]
fn a_computer_without_an_entry_of_ours_is_not_held_up_by_what_other_checks_lack() {
    let mut snapshot = with(list(MOUSE, "qwzmouse"));
    snapshot.services = Observed::default();
    snapshot.pending = Observed::default();
    assert_eq!(gate_of(snapshot), Gate::Open);
}

#[test]
fn a_closed_gate_says_what_to_do() {
    let mut snapshot = with(list(MOUSE, "klmouflt"));
    snapshot.services = Observed::default();
    snapshot.host.elevated = false;
    let session = before_the_restart(snapshot);
    assert_eq!(session.page, Page::FiltersUnread);
    let text = page_text(&session);
    assert!(text.contains("klmouflt") && text.contains("administrator"), "{text}");
    let shown = screen(&session, Catalog::embedded()).details;
    assert!(shown.iter().any(|line| line.starts_with("not checked:")), "a helper sees what could not be read");
}

#[test]
fn the_entry_of_one_device_is_not_for_the_button_and_the_page_leads_on() {
    let mut session = before_the_restart(with(list_of_a_device("klmouflt")));
    assert_eq!(session.page, Page::FixFirst);
    assert_eq!(gate::fixable_ids(session.assessment().unwrap()), Vec::<String>::new());
    assert_eq!(
        press(&mut session, Button::Restart(RestartButton::FixFilters)),
        [],
        "it would be refused, again and again"
    );
    let text = page_text(&session);
    for words in
        ["Show hidden devices", "Uninstall device", "Scan for hardware changes", "Shift", r"Enum\HID\VID_0000&PID_0001"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    press(&mut session, Button::LookAgain);
    let fixed = MACHINES["never-had"].clone();
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(fixed))));
    assert_eq!(session.page, Page::Restart);
}

fn offered(session: &Session) -> Vec<Button> {
    screen(session, Catalog::embedded()).pressable().map(|action| action.button.clone()).collect()
}

#[test]
fn where_the_fix_is_refused_the_person_can_do_it_by_hand_or_leave() {
    let look = |session: &mut Session| {
        press(session, Button::LookAgain);
        update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(with(list(MOUSE, "klmouflt"))))));
        assert_eq!(session.page, Page::FixFirst);
    };
    for due in [true, false] {
        let mut session = before_the_restart(with(list(MOUSE, "klmouflt")));
        session.removal.restart_due = due;
        assert!(offered(&session).contains(&Button::Quit), "nobody is held on this page");
        press(&mut session, Button::Restart(RestartButton::FixFilters));
        update(
            &mut session,
            Catalog::embedded(),
            Msg::Event(Event::Cleaned(CleanUpResult::nothing(
                crate::cleanup::CleanUpReason::Failed,
                "only from its own folder",
            ))),
        );
        assert_eq!(session.page, Page::FixFirst);
        assert!(page_text(&session).contains("only from its own folder"), "{}", page_text(&session));
        // The steps stay, whatever is pressed and whatever the next look sees.
        for _ in 0..2 {
            let text = page_text(&session);
            let place = format!(r"Control\Class\{MOUSE}\UpperFilters");
            for words in ["klmouflt", &place, "regedit", "Export", "Do not restart yet"] {
                assert!(text.contains(words), "{words}: {text}");
            }
            for button in [Button::Quit, Button::LookAgain, Button::Restart(RestartButton::FixFilters)] {
                assert!(offered(&session).contains(&button), "{button:?}");
            }
            assert!(
                offered(&session).contains(&Button::Continue),
                "{due}: on without it; page 800 names what stops it"
            );
            look(&mut session);
        }
        // Once it has worked, nobody is sent to the registry any more.
        press(&mut session, Button::Restart(RestartButton::FixFilters));
        let answer = fixed(&session);
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(with(list(MOUSE, "klkbdflt2"))))));
        assert_eq!(session.page, Page::FixFirst);
        assert!(!page_text(&session).contains("regedit"), "{}", page_text(&session));
    }
}

#[test]
fn what_the_button_can_fix_is_fixed_and_the_rest_is_left_with_its_steps() {
    let mut snapshot = with(list(MOUSE, "klmouflt"));
    snapshot.class_filters.items.push(list_of_a_device("klmouflt"));
    let mut session = before_the_restart(snapshot);
    let effects = press(&mut session, Button::Restart(RestartButton::FixFilters));
    assert!(
        matches!(effects.as_slice(), [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Clean(fix))] if fix.ids.len() == 1),
        "{effects:?}"
    );
    let answer = fixed(&session);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(with(list_of_a_device("klmouflt"))))));
    assert_eq!(session.page, Page::FixFirst);
    assert_eq!(press(&mut session, Button::Restart(RestartButton::FixFilters)), []);
}

#[test]
fn no_steps_are_given_for_disks() {
    let mut on_a_disk = list_of_a_device("klmouflt");
    on_a_disk.class_guid = Some(VOLUME.into());
    for list in [list(VOLUME, "klmouflt"), on_a_disk] {
        let text = page_text(&before_the_restart(with(list)));
        assert!(text.contains("ask for help") && !text.contains("Uninstall device"), "{text}");
    }
}

#[test]
fn the_page_after_a_failed_uninstaller_does_not_send_to_a_restart_that_does_harm() {
    let mut session = at(Page::Confirm, "suite-21-25");
    session.removal.queue = removing::removal_queue(&session);
    press(&mut session, Button::Remove(RemoveButton::StartUninstaller));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(1603)))));
    let mut halfway = MACHINES["suite-21-25"].clone();
    halfway.services.items.retain(|service| !service.name.starts_with("klmouflt"));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(halfway))));
    assert_eq!(session.page, Page::Outcome);
    let text = page_text(&session);
    assert!(text.contains("Do not restart yet"), "{text}");
    let effects = press(&mut session, Button::Restart(RestartButton::FixFilters));
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Computer(ComputerEffect::Clean(fix)) if fix.kind == CleanUpKind::Fix)
        ),
        "{effects:?}"
    );
}
