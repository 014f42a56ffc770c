//! A look before something is changed, which ends even when a probe does not.
//!
//! What cannot be seen in time is unknown, and what is unknown closes every gate; but the program that was asked
//! for with rights must not hang.

use crate::catalog::Catalog;
use crate::machine::{CheckId, Gap, GapReason, Snapshot};
use crate::probe::{self, Probe, Reach};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// How long is waited at most before the limits are looked at again.
const TICK: Duration = Duration::from_millis(50);

/// Looks at these things, each probe for as long as it may take.
pub(super) fn in_time(checks: &[CheckId], reach: Reach) -> Snapshot {
    let look = move |checks: &[CheckId], catalog: &Catalog| probe::look_at(checks, catalog, reach);
    collect(groups(checks, probe::probes()), probe::untouched_snapshot(probe::host_within(reach)), look)
}

/// Checks that have to be asked for together, since a probe answers several of them, and how long that may take.
struct Group {
    checks: Vec<CheckId>,
    limit: Duration,
}

fn groups(checks: &[CheckId], probes: &[Probe]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for probe in probes {
        let mut mine: Vec<CheckId> = probe.checks.iter().copied().filter(|check| checks.contains(check)).collect();
        if mine.is_empty() {
            continue;
        }
        let (same, others) = groups.into_iter().partition(|group| group.checks.iter().any(|one| mine.contains(one)));
        groups = others;
        let same: Vec<Group> = same;
        let limit = probe.limit + same.iter().map(|group| group.limit).sum::<Duration>();
        mine.extend(same.into_iter().flat_map(|group| group.checks));
        mine.sort();
        mine.dedup();
        groups.push(Group { checks: mine, limit });
    }
    groups
}

/// What arrives in time. A thread that does not end is left behind.
fn collect(
    groups: Vec<Group>,
    mut snapshot: Snapshot,
    look: impl Fn(&[CheckId], &Catalog) -> Snapshot + Clone + Send + 'static,
) -> Snapshot {
    let (sender, answers) = channel();
    let mut waiting: Vec<Option<Group>> = Vec::new();
    for group in groups {
        if let Err(error) = start(waiting.len(), &group.checks, look.clone(), sender.clone()) {
            mark(&mut snapshot, &group, GapReason::Failed, &error.to_string());
            waiting.push(None);
        } else {
            waiting.push(Some(group));
        }
    }
    drop(sender);
    let mut waited = Duration::ZERO;
    while waiting.iter().any(Option::is_some) {
        match answers.recv_timeout(TICK) {
            Ok((number, seen)) => {
                if waiting[number].take().is_some() {
                    snapshot.absorb(seen);
                }
            }
            Err(_) => {
                waited += TICK;
                for group in waiting.iter_mut().filter_map(|slot| slot.take_if(|group| waited >= group.limit)) {
                    let words = format!("no answer within {} s", group.limit.as_secs());
                    mark(&mut snapshot, &group, GapReason::TimedOut, &words);
                }
            }
        }
    }
    snapshot
}

fn start(
    number: usize,
    checks: &[CheckId],
    look: impl FnOnce(&[CheckId], &Catalog) -> Snapshot + Send + 'static,
    sender: Sender<(usize, Snapshot)>,
) -> std::io::Result<()> {
    let checks = checks.to_vec();
    let thread = thread::Builder::new().name(format!("look {}", checks[0].name()));
    let ask = move || {
        // Whoever asked may have given up and gone; then nobody wants the answer.
        let _ = sender.send((number, look(&checks, Catalog::embedded())));
    };
    thread.spawn(ask).map(|_| ())
}

fn mark(snapshot: &mut Snapshot, group: &Group, why: GapReason, words: &str) {
    for check in &group.checks {
        snapshot.mark(*check, Gap::new(why, "", words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{Observed, Part};

    fn group(checks: &[CheckId], limit: Duration) -> Group {
        Group { checks: checks.to_vec(), limit }
    }

    fn nothing() -> Snapshot {
        Snapshot::untouched(probe::host())
    }

    /// Sees that nothing runs; a look at files never ends.
    fn look(checks: &[CheckId], _: &Catalog) -> Snapshot {
        while checks.contains(&CheckId::Files) {
            thread::park();
        }
        let mut snapshot = nothing();
        snapshot.put(Part::Processes(Observed::none()));
        snapshot
    }

    #[test]
    fn a_probe_that_hangs_is_unknown_and_the_rest_is_seen() {
        let hour = Duration::from_secs(3600);
        let groups = vec![group(&[CheckId::Files], Duration::ZERO), group(&[CheckId::Processes], hour)];
        let snapshot = collect(groups, nothing(), look);
        assert_eq!(snapshot.processes, Observed::none());
        let gaps: Vec<GapReason> = snapshot.files.gaps.iter().map(|gap| gap.why).collect();
        assert_eq!(gaps, [GapReason::TimedOut]);
        assert_eq!(snapshot.services.gaps[0].why, GapReason::NotTried, "nobody asked");
    }

    #[test]
    fn what_one_probe_answers_together_is_asked_for_once() {
        use CheckId::{Autoruns, Files, Processes, Registry, Settings};
        let probe = |checks, seconds| Probe { checks, limit: Duration::from_secs(seconds), ask: |_, _| Vec::new() };
        let probes = [
            probe(&[Files], 1),
            probe(&[Settings, Autoruns], 2),
            probe(&[Processes], 4),
            probe(&[Files, Settings], 8),
            probe(&[Registry], 16),
        ];
        let found: Vec<(Vec<CheckId>, u64)> = groups(&[Files, Settings, Registry], &probes)
            .into_iter()
            .map(|group| (group.checks, group.limit.as_secs()))
            .collect();
        assert_eq!(found, [(vec![Files, Settings], 11), (vec![Registry], 16)]);
    }

    /// On this very system: what a clean-up looks at is asked for, each check once.
    #[test]
    fn every_check_is_in_one_group() {
        let groups = groups(CheckId::ALL, probe::probes());
        let mut all: Vec<CheckId> = groups.iter().flat_map(|group| group.checks.clone()).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(count > 3 && groups.iter().all(|group| group.limit > Duration::ZERO));
    }
}
