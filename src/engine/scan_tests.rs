use super::*;
use crate::machine::{LookedAs, Observed, Os};
use std::cell::Cell;
use std::sync::atomic::AtomicUsize;

/// A clock on which so many seconds pass at each look.
struct FastClock(Cell<u64>, u64);

impl Clock for FastClock {
    fn unix_seconds(&self) -> u64 {
        1_800_000_000
    }

    fn elapsed(&self) -> Duration {
        self.0.set(self.0.get() + self.1);
        Duration::from_secs(self.0.get())
    }
}

fn host() -> Host {
    Host {
        os: Os::Linux,
        os_version: String::new(),
        server: None,
        elevated: false,
        looked_as: LookedAs::ThisAccount,
        taken: 0,
        booted: 0,
        boot_id: None,
        elapsed_ms: 0,
        offline: false,
    }
}

/// For probes that answer: so long that a busy machine does not reach it.
const LIMIT: Duration = Duration::from_secs(600);
/// For the probe that hangs.
const SHORT: Duration = Duration::from_secs(5);

fn look(probes: &[Probe], cancel: &Cancel) -> (Snapshot, Vec<Progress>) {
    look_by(1, probes, cancel)
}

/// A look during which so many seconds pass at each tick without an answer.
fn look_by(seconds: u64, probes: &[Probe], cancel: &Cancel) -> (Snapshot, Vec<Progress>) {
    let catalog = Catalog::embedded();
    let clock = FastClock(Cell::new(0), seconds);
    let mut steps = Vec::new();
    let snapshot = scan(catalog, host(), probes, &clock, cancel, &mut |step| steps.push(step));
    (snapshot, steps)
}

fn answers(_: &Catalog, _: Reach) -> Vec<Part> {
    vec![Part::Programs(Observed::none())]
}

fn panics(_: &Catalog, _: Reach) -> Vec<Part> {
    panic!("this registry value is a surprise")
}

fn hangs(_: &Catalog, _: Reach) -> Vec<Part> {
    loop {
        thread::park();
    }
}

#[test]
fn a_probe_that_panics_or_hangs_harms_only_its_own_check() {
    let probes = [
        Probe { checks: &[CheckId::Programs], limit: LIMIT, ask: answers },
        Probe { checks: &[CheckId::Services], limit: LIMIT, ask: panics },
        Probe { checks: &[CheckId::Files, CheckId::Tasks], limit: SHORT, ask: hangs },
    ];
    let (snapshot, steps) = look(&probes, &Cancel::default());
    assert!(snapshot.programs.complete());
    assert_eq!(snapshot.services.gaps, [Gap::new(GapReason::Failed, "", "this registry value is a surprise")]);
    for check in [CheckId::Files, CheckId::Tasks] {
        assert_eq!(snapshot.gaps(check), [Gap::new(GapReason::TimedOut, "", "no answer within 5 s")]);
    }
    let answered: Vec<CheckId> = steps.iter().map(|step| step.check).collect();
    assert!(answered.contains(&CheckId::Programs) && answered.contains(&CheckId::Services) && answered.len() == 2);
}

#[test]
fn a_check_that_was_promised_and_not_handed_in_is_unknown() {
    let probes = [Probe { checks: &[CheckId::Programs, CheckId::Services], limit: LIMIT, ask: answers }];
    let (snapshot, _) = look(&probes, &Cancel::default());
    assert!(snapshot.programs.complete());
    assert_eq!(snapshot.services.gaps[0].why, GapReason::Failed);
}

#[test]
fn a_stopped_scan_says_not_tried() {
    let cancel = Cancel::default();
    cancel.cancel();
    let (snapshot, steps) = look(&[Probe { checks: &[CheckId::Programs], limit: LIMIT, ask: answers }], &cancel);
    assert_eq!(snapshot.programs.gaps, [Gap::new(GapReason::NotTried, "", "the look was stopped")]);
    assert_eq!(steps, []);
}

#[test]
fn what_no_probe_looked_at_is_not_tried() {
    let (snapshot, _) = look(&[], &Cancel::default());
    for check in CheckId::ALL {
        assert_eq!(snapshot.gaps(*check)[0].why, GapReason::NotTried, "{}", check.name());
    }
    assert_eq!(snapshot.host.taken, 1_800_000_000);
}

/// How often each of these probes was asked; every test that counts has one of its own.
static ASKED: [AtomicUsize; 5] = [const { AtomicUsize::new(0) }; 5];

fn asked(which: usize) -> usize {
    ASKED[which].load(Ordering::Relaxed)
}

/// Counts, and says which time this is.
fn count(which: usize) -> usize {
    ASKED[which].fetch_add(1, Ordering::Relaxed) + 1
}

fn programs(_: &Catalog) -> Vec<Part> {
    vec![Part::Programs(Observed::none())]
}

#[test]
fn a_required_check_that_has_a_bad_moment_is_asked_once_more_and_nobody_is_told() {
    let probes = [
        Probe {
            checks: &[CheckId::Programs],
            limit: SHORT,
            ask: |catalog, reach| if count(0) == 1 { hangs(catalog, reach) } else { programs(catalog) },
        },
        Probe {
            checks: &[CheckId::Services],
            limit: LIMIT,
            ask: |catalog, reach| {
                if count(1) == 1 { panics(catalog, reach) } else { vec![Part::Services(Observed::none())] }
            },
        },
        Probe {
            checks: &[CheckId::Files],
            limit: LIMIT,
            ask: |_, _| {
                let bad = Observed::unknown(Gap::new(GapReason::Failed, "", "not now"));
                vec![Part::Files(if count(2) == 1 { bad } else { Observed::none() })]
            },
        },
    ];
    let (snapshot, steps) = look(&probes, &Cancel::default());
    for check in [CheckId::Programs, CheckId::Services, CheckId::Files] {
        assert_eq!(snapshot.gaps(check), [], "{}", check.name());
    }
    assert_eq!([0, 1, 2].map(asked), [2, 2, 2]);
    let done: Vec<(usize, usize)> = steps.iter().map(|step| (step.done, step.total)).collect();
    assert_eq!(done, [(1, 3), (2, 3), (3, 3)], "each probe is counted once");
}

#[test]
fn what_answers_at_once_or_only_informs_is_asked_once() {
    let probes = [
        Probe {
            checks: &[CheckId::Programs],
            limit: LIMIT,
            ask: |_, _| {
                count(3);
                vec![Part::Programs(Observed::unknown(Gap::new(GapReason::NeedsAdmin, "", "")))]
            },
        },
        Probe {
            checks: &[CheckId::Tasks],
            limit: SHORT,
            ask: |catalog, reach| {
                count(4);
                hangs(catalog, reach)
            },
        },
    ];
    let (snapshot, _) = look(&probes, &Cancel::default());
    assert_eq!((asked(3), asked(4)), (1, 1));
    assert_eq!(snapshot.programs.gaps[0].why, GapReason::NeedsAdmin);
    assert_eq!(snapshot.tasks.gaps[0].why, GapReason::TimedOut);
}

#[test]
fn a_required_check_that_never_answers_is_given_up_after_a_short_second_try() {
    let limit = Duration::from_secs(90);
    let (snapshot, _) = look_by(10, &[Probe { checks: &[CheckId::Files], limit, ask: hangs }], &Cancel::default());
    assert_eq!(snapshot.files.gaps, [Gap::new(GapReason::TimedOut, "", "no answer within 90 s")]);
    let took = Duration::from_millis(snapshot.host.elapsed_ms);
    assert!(took >= limit + SECOND_TRY && took < limit + SECOND_TRY * 2, "{took:?}");
}
