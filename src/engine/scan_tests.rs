use super::*;
use crate::machine::{Looked, LookedAs, Os};
use std::cell::Cell;

/// A clock that a second passes on at each look.
#[derive(Default)]
struct FastClock(Cell<u64>);

impl Clock for FastClock {
    fn unix_seconds(&self) -> u64 {
        1_800_000_000
    }

    fn elapsed(&self) -> Duration {
        self.0.set(self.0.get() + 1);
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
    }
}

/// For probes that answer: so long that a busy machine does not reach it.
const LIMIT: Duration = Duration::from_secs(600);
/// For the probe that hangs.
const SHORT: Duration = Duration::from_secs(5);

fn look(probes: &[Probe], cancel: &Cancel) -> (Snapshot, Vec<Progress>) {
    let catalog = Arc::new(Catalog::embedded());
    let mut steps = Vec::new();
    let snapshot = scan(&catalog, host(), probes, &FastClock::default(), cancel, &mut |step| steps.push(step));
    (snapshot, steps)
}

fn answers(_: &Catalog, _: Reach) -> Vec<Part> {
    vec![Part::Programs(Looked::none())]
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
    assert_eq!(snapshot.services.gaps, [Gap::new(Why::Failed, "", "this registry value is a surprise")]);
    for check in [CheckId::Files, CheckId::Tasks] {
        assert_eq!(snapshot.gaps(check), [Gap::new(Why::TimedOut, "", "no answer within 5 s")]);
    }
    let answered: Vec<CheckId> = steps.iter().map(|step| step.check).collect();
    assert!(answered.contains(&CheckId::Programs) && answered.contains(&CheckId::Services) && answered.len() == 2);
}

#[test]
fn a_check_that_was_promised_and_not_handed_in_is_unknown() {
    let probes = [Probe { checks: &[CheckId::Programs, CheckId::Services], limit: LIMIT, ask: answers }];
    let (snapshot, _) = look(&probes, &Cancel::default());
    assert!(snapshot.programs.complete());
    assert_eq!(snapshot.services.gaps[0].why, Why::Failed);
}

#[test]
fn a_stopped_scan_says_not_tried() {
    let cancel = Cancel::default();
    cancel.cancel();
    let (snapshot, steps) = look(&[Probe { checks: &[CheckId::Programs], limit: LIMIT, ask: answers }], &cancel);
    assert_eq!(snapshot.programs.gaps, [Gap::new(Why::NotTried, "", "the look was stopped")]);
    assert_eq!(steps, []);
}

#[test]
fn what_no_probe_looked_at_is_not_tried() {
    let (snapshot, _) = look(&[], &Cancel::default());
    for check in CheckId::ALL {
        assert_eq!(snapshot.gaps(*check)[0].why, Why::NotTried, "{}", check.name());
    }
    assert_eq!(snapshot.host.taken, 1_800_000_000);
}
