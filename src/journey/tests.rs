//! What must hold whatever a person presses and whatever the machine answers.

mod advice;
mod asked;
mod beside;
mod boot;
mod came;
mod changed;
mod cleaned;
mod danger;
mod ended;
mod every_way;
mod evidence;
mod export;
mod facts;
mod filters;
mod fixes;
mod late;
mod orphans;
mod past;
mod previewed;
mod rights;
mod saved;
mod session_file;
mod told;
mod tool;
mod ways;

use super::flow::gate::{self, Gate};
use super::flow::{cleaning, removing, traps};
use super::*;
use crate::assess::Verdict;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, Selection, UndoOrder};
use crate::machine::Snapshot;
use crate::removal::ExitCode;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every recorded machine, by name.
static MACHINES: LazyLock<BTreeMap<String, Snapshot>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, crate::probe::replay::parse_recording(&std::fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect()
});

/// The id of a finding of one of the machines.
fn finding(number: usize) -> FindingId {
    at(Page::Clean, "drivers-stay").assessment().unwrap().leftovers[number].id.as_str().into()
}

/// Something that happens: any of the buttons that are offered, one that may not be, or news.
#[derive(Clone, Debug)]
enum Happening {
    Offered(prop::sample::Index),
    Any(Button),
    /// A machine, at one of three starts of the system, seen as far as some checks let it.
    Observed(prop::sample::Index, u64, bool, u8),
    Ended(u32),
    NotStarted,
    Fixed(bool),
    Cleaned(bool),
    Past(u8),
    Leave,
}

fn happening() -> impl Strategy<Value = Happening> {
    let forced = prop::sample::select(vec![
        Button::Remove(RemoveButton::StartUninstaller),
        Button::Restart(RestartButton::Now),
        Button::Continue,
        Button::Restart(RestartButton::FixFilters),
        Button::Remove(RemoveButton::SkipProduct),
        Button::Restart(RestartButton::HaveRestarted),
        Button::Restart(RestartButton::Later),
        Button::Remove(RemoveButton::OpenInstalledApps),
        Button::LookAgain,
        Button::Remove(RemoveButton::OtherWindowFinished),
        Button::Back,
        Button::Prepare(PrepareButton::Passwords(PasswordsAt::Found)),
        Button::Prepare(PrepareButton::ShowExport),
        Button::Prepare(PrepareButton::Answer(TrapId::Passwords, Answer::Done)),
        Button::Save(SaveButton::Reminder),
        Button::Save(SaveButton::Report),
        Button::Save(SaveButton::OpenReport),
        Button::Save(SaveButton::CopyNetworkList),
        Button::Clean(CleanButton::Open),
        Button::Clean(CleanButton::Preview),
        Button::Clean(CleanButton::Now),
        Button::Clean(CleanButton::Tick(finding(0))),
        Button::Clean(CleanButton::Disable(finding(1))),
        Button::Clean(CleanButton::UndoRun(RUN.into())),
        Button::Clean(CleanButton::ConfirmUndo),
    ]);
    let codes = prop::sample::select(vec![0, 3010, 1641, 1602, 1603, 1604, 1605, 1612, 1618, 1625, 1223, 740, 99_999]);
    prop_oneof![
        12 => any::<prop::sample::Index>().prop_map(Happening::Offered),
        2 => forced.prop_map(Happening::Any),
        5 => (any::<prop::sample::Index>(), 0u64..3, any::<bool>(), 0u8..8)
            .prop_map(|(machine, boot, id, lacks)| Happening::Observed(machine, boot, id, lacks)),
        3 => codes.prop_map(Happening::Ended),
        1 => Just(Happening::NotStarted),
        1 => any::<bool>().prop_map(Happening::Fixed),
        3 => any::<bool>().prop_map(Happening::Cleaned),
        1 => (0u8..3).prop_map(Happening::Past),
        1 => Just(Happening::Leave),
    ]
}

fn machine(index: &prop::sample::Index) -> Snapshot {
    MACHINES.values().nth(index.index(MACHINES.len())).unwrap().clone()
}

/// Lets one thing happen and checks everything that must hold.
fn step(session: &mut Session, happening: &Happening) -> Result<(), TestCaseError> {
    let before = session.clone();
    let shown = screen(session, Catalog::embedded());
    let msg = match happening {
        Happening::Offered(index) => {
            let offered: Vec<Button> = shown.pressable().map(|action| action.button.clone()).collect();
            if offered.is_empty() {
                return Ok(());
            }
            Msg::Press(offered[index.index(offered.len())].clone())
        }
        Happening::Any(button) => Msg::Press(button.clone()),
        Happening::Observed(index, boot, id, lacks) => {
            let mut snapshot = machine(index);
            snapshot.host.booted += boot * 1000;
            snapshot.host.boot_id = id.then(|| boot.to_string());
            match lacks {
                0 => snapshot.services = Default::default(),
                1 => snapshot.class_filters = Default::default(),
                2 => snapshot.pending = Default::default(),
                _ => {}
            }
            Msg::Event(Event::Looked(Box::new(snapshot)))
        }
        Happening::Ended(code) => Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(*code)))),
        Happening::NotStarted => Msg::Event(Event::UninstallerEnded(Ended::NotStarted("no".into()))),
        Happening::Fixed(true) => Msg::Event(Event::Cleaned(fixed(session))),
        Happening::Fixed(false) => {
            Msg::Event(Event::Cleaned(CleanUpResult::nothing(CleanUpReason::NoRights, "no rights")))
        }
        Happening::Cleaned(restart) => {
            let answer = CleanUpResult { run: RUN.into(), restart_needed: *restart, ..Default::default() };
            Msg::Event(Event::Cleaned(answer))
        }
        Happening::Past(count) => Msg::Event(Event::PastCleanups((0..*count).map(|_| past_run()).collect())),
        Happening::Leave => {
            let saved = serde_json::to_string(session).unwrap();
            *session = serde_json::from_str(&saved).unwrap();
            let effects = resume(session);
            let looks = effects.contains(&Effect::Computer(ComputerEffect::Look));
            let begins = matches!(session.page, Page::Welcome | Page::PracticeList);
            prop_assert!(looks || begins, "{:?} goes on without a look", before.page);
            return Ok(());
        }
    };
    let effects = update(session, Catalog::embedded(), msg);
    hold(&before, session, &effects)
}

/// The answer to a fix that did all it was asked for.
fn fixed(session: &Session) -> CleanUpResult {
    let done = session.assessment().map(gate::fixable_ids).unwrap_or_default();
    CleanUpResult { run: RUN.into(), done, ..CleanUpResult::default() }
}

const RUN: &str = "20260921-141320";

fn past_run() -> crate::cleanup::PastRun {
    let item = crate::cleanup::PastItem { id: "file-1".into(), name: "x".into(), place: "/x".into(), stops: None };
    crate::cleanup::PastRun {
        local: None,
        run: RUN.into(),
        scope: crate::machine::Scope::Machine,
        at: 1_790_000_000,
        fix: false,
        removed: vec![item],
        returned: Vec::new(),
        waiting: Vec::new(),
        interrupted: false,
        unhooked: Vec::new(),
        booted: 0,
        boot_id: None,
    }
}

/// Every id in the plan that the preview shows.
fn previewed(session: &Session) -> Vec<String> {
    let ids =
        cleaning::chosen_plan(session, Catalog::embedded()).actions.into_iter().map(|action| action.id().to_string());
    ids.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

/// Whether the key is of what the customers were moved to, and of nothing of the vendor's.
fn is_successor(session: &Session, uninstall_key: &str) -> bool {
    let Some(seen) = session.assessment() else { return false };
    let ours = seen.products.iter().any(|product| product.uninstall_key() == uninstall_key);
    !ours && seen.successors.iter().any(|one| one.key.as_deref() == Some(uninstall_key))
}

fn hold_of_any_uninstaller(before: &Session, effects: &[Effect]) -> Result<(), TestCaseError> {
    prop_assert!(before.caretaker.is_none_or(Caretaker::may_go_on), "somebody else looks after it");
    let first = [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::ComeBack)];
    prop_assert!(effects.starts_with(&first), "saved before it starts");
    Ok(())
}

fn hold(before: &Session, session: &Session, effects: &[Effect]) -> Result<(), TestCaseError> {
    if matches!(session.page, Page::FixFirst | Page::FiltersUnread) {
        let leaves = screen(session, Catalog::embedded()).pressable().any(|action| action.button == Button::Quit);
        prop_assert!(leaves, "nobody can leave {:?}", session.page);
    }
    for effect in effects {
        match effect {
            Effect::Computer(ComputerEffect::Uninstall { uninstall_key }) if is_successor(before, uninstall_key) => {
                prop_assert!(matches!(before.page, Page::Found | Page::Done), "uninstalls from {:?}", before.page);
                prop_assert_eq!(gate::gate_of(before), Gate::Open, "its uninstaller may restart the computer");
                hold_of_any_uninstaller(before, effects)?;
            }
            Effect::Computer(ComputerEffect::Uninstall { .. }) => {
                prop_assert!(matches!(before.page, Page::Confirm | Page::Outcome), "uninstalls from {:?}", before.page);
                prop_assert!(before.seen.is_some(), "something was seen");
                let missing = traps::open_count(before);
                prop_assert_eq!(missing, 0, "uninstalls with questions open: {:?}", before.prepare.answers);
                let saved = before.prepare.answers.get(&TrapId::Passwords) == Some(&Answer::Done);
                prop_assert!(!saved || before.prepare.passwords >= Some(PasswordsAt::Found), "exported is not saved");
                hold_of_any_uninstaller(before, effects)?;
            }
            Effect::Computer(ComputerEffect::Restart) => {
                prop_assert_eq!(gate::gate_of(before), Gate::Open);
                prop_assert!(
                    effects.starts_with(&[
                        Effect::Program(ProgramEffect::Save),
                        Effect::Computer(ComputerEffect::ComeBack)
                    ]),
                    "saved before the restart"
                );
            }
            Effect::Computer(ComputerEffect::Clean(Selection { kind: CleanUpKind::Fix, ids, disable, own })) => {
                let fixable = before.assessment().map(gate::fixable_ids);
                prop_assert!(
                    fixable.is_some_and(|fixable| fixable == *ids) && disable.is_empty() && own.is_empty(),
                    "{ids:?}"
                );
                prop_assert!(effects.starts_with(&[Effect::Program(ProgramEffect::Save)]), "saved before it starts");
            }
            Effect::Computer(ComputerEffect::Clean(Selection { kind: CleanUpKind::Leftovers, ids, disable, own })) => {
                prop_assert_eq!(before.page, Page::CleanPreview, "cleans what was not shown");
                prop_assert!(!ids.is_empty() && *ids == previewed(before), "cleans what is not in the plan: {ids:?}");
                let all = cleaning::findings(before).iter().filter(|found| ids.contains(&found.id));
                let owned: Vec<&String> =
                    all.filter(|found| found.scope == crate::machine::Scope::User).map(|found| &found.id).collect();
                prop_assert!(own.len() == owned.len() && owned.iter().all(|id| own.contains(id)), "{own:?}: {owned:?}");
                prop_assert!(disable.iter().all(|id| ids.contains(id) && before.cleaning.disable.contains(id)));
                prop_assert!(effects.starts_with(&[Effect::Program(ProgramEffect::Save)]), "saved before it starts");
            }
            Effect::Computer(ComputerEffect::PutBack(UndoOrder::Run { run, .. })) => {
                prop_assert_eq!(before.page, Page::UndoPreview, "puts back what was not shown");
                prop_assert!(
                    before.cleaning.past.iter().any(|past| past.run == *run) || before.cleaning.back.is_some()
                );
            }
            _ => {}
        }
    }
    let shown = screen(session, Catalog::embedded());
    let waits = session.page == Page::Cleaning;
    prop_assert!(waits || shown.pressable().next().is_some(), "no way out of {:?}", session.page);
    if session.removal.started && before.removal.started {
        let prepares = matches!(session.page, Page::Prepare | Page::Question(_) | Page::Answers | Page::Sheet);
        let back = prepares || matches!(session.page, Page::Welcome | Page::Why);
        prop_assert!(!back || before.page == session.page || !matches!(before.page, Page::Confirm | Page::Outcome));
    }
    if matches!(session.page, Page::Fixed | Page::Restart | Page::RestartDue) {
        prop_assert_eq!(gate::gate_of(session), Gate::Open, "{:?} asks for a restart, or calls it safe", session.page);
    }
    if session.page == Page::Gone {
        prop_assert_eq!(session.assessment().map(|assessment| assessment.verdict), Some(Verdict::Clean));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_sequence_of_presses_and_news_does_harm(happenings in prop::collection::vec(happening(), 1..60)) {
        let mut session = Session::new(Page::Welcome, None);
        for happening in &happenings {
            step(&mut session, happening)?;
        }
    }
}

/// A session that has seen a machine and stands on a page.
fn at(page: Page, name: &str) -> Session {
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[name].clone()))));
    session.page = page;
    session
}

fn press(session: &mut Session, button: Button) -> Vec<Effect> {
    update(session, Catalog::embedded(), Msg::Press(button))
}

#[test]
fn a_lethal_filter_closes_the_way_to_the_restart() {
    let mut session = at(Page::Restart, "mouse-filter");
    session.removal.restart_due = true;
    assert_eq!(gate::gate_of(&session), Gate::Lethal);
    let effects = press(&mut session, Button::Restart(RestartButton::Now));
    assert!(!effects.contains(&Effect::Computer(ComputerEffect::Restart)));
    assert_eq!(session.page, Page::FixFirst);
    let effects = press(&mut session, Button::Restart(RestartButton::FixFilters));
    assert!(
        matches!(effects.as_slice(), [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Clean(fix))] if fix.kind == CleanUpKind::Fix && !fix.ids.is_empty()),
        "{effects:?}"
    );
}

#[test]
fn unread_filter_lists_close_it_too() {
    let mut session = at(Page::Restart, "never-had");
    session.removal.restart_due = true;
    session.last_look_mut().snapshot.class_filters = crate::machine::Observed::default();
    assert!(
        !press(&mut session, Button::Restart(RestartButton::Now)).contains(&Effect::Computer(ComputerEffect::Restart))
    );
    assert_eq!(session.page, Page::FiltersUnread);
}

#[test]
fn the_machine_is_believed_and_not_the_exit_code() {
    let mut session = at(Page::Uninstalling, "suite-21-25");
    let product = session.assessment().unwrap().products[0].uninstall_key().to_string();
    session.removal.queue = vec![product];
    session.removal.started = true;
    session.page = Page::Uninstalling;
    update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(0)))));
    assert_eq!(session.page, Page::LookingAfter);
    let same = Box::new(MACHINES["suite-21-25"].clone());
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(same)));
    assert_eq!(session.page, Page::Outcome, "it says it worked, and the product is still here");
}

#[test]
fn an_employers_computer_ends_with_a_report() {
    let mut session = at(Page::Found, "endpoint-security");
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Caretaker);
    press(&mut session, Button::Caretaker(Caretaker::Employer));
    assert_eq!(session.page, Page::Managed);
    assert!(!screen(&session, Catalog::embedded()).details.is_empty());
    press(&mut session, Button::Back);
    press(&mut session, Button::Caretaker(Caretaker::Me));
    assert_eq!(session.page, Page::Office, "first the list of every computer");
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Why);
}

#[test]
fn a_restart_counts_only_if_the_system_was_started_anew() {
    for (later, page) in [(30, Page::RestartDue), (600, Page::Gone)] {
        let mut session = at(Page::RestartDue, "never-had");
        session.removal.started = true;
        session.removal.restart_due = true;
        session.awaited.booted_before = Some(1000);
        resume(&mut session);
        let mut snapshot = MACHINES["never-had"].clone();
        snapshot.host.booted = 1000 + later;
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
        assert_eq!(session.page, page, "{later} s later");
    }
}

#[test]
fn a_clean_computer_goes_straight_to_its_protection() {
    let mut session = at(Page::Found, "never-had");
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Protect);
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Done);
}
