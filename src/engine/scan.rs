//! One look at the computer: asks every probe on a thread of its own, takes what arrives in time, and
//! makes the rest unknown. A probe that hangs or panics harms nobody but its own check.

use super::Clock;
use crate::catalog::Catalog;
use crate::machine::{CheckId, Gap, Host, Part, Snapshot, Why};
use crate::probe::{Probe, Reach};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// Asks a running scan to stop; what has not answered by then is *not tried*.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the scan to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The check that has just been answered.
    pub check: CheckId,
    /// How many probes have answered.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// How long the engine sleeps at most before it looks at [`Cancel`] and the limits again.
const TICK: Duration = Duration::from_millis(50);

/// What one probe's thread sends back.
type Answer = (usize, Result<Vec<Part>, String>);

/// Looks at the computer with these probes. `progress` is told after each answer.
pub fn scan(
    catalog: &Arc<Catalog>,
    host: Host,
    probes: &[Probe],
    clock: &dyn Clock,
    cancel: &Cancel,
    progress: &mut dyn FnMut(Progress),
) -> Snapshot {
    let started = clock.elapsed();
    let mut snapshot = Snapshot::untouched(Host { taken: clock.unix_seconds(), ..host });
    let (sender, answers) = channel();
    let mut waiting: Vec<Option<Probe>> = probes.iter().copied().map(Some).collect();
    for (index, probe) in probes.iter().enumerate() {
        if let Err(error) = start(index, *probe, Arc::clone(catalog), sender.clone()) {
            put(&mut snapshot, probe, Err(error.to_string()));
            waiting[index] = None;
        }
    }
    drop(sender);
    while waiting.iter().any(Option::is_some) && !cancel.asked() {
        match next(&answers) {
            Some((index, answer)) => {
                let Some(probe) = waiting[index].take() else { continue };
                put(&mut snapshot, &probe, answer);
                let done = waiting.iter().filter(|probe| probe.is_none()).count();
                progress(Progress { check: probe.checks[0], done, total: probes.len() });
            }
            None => give_up_on_late(&mut waiting, &mut snapshot, clock.elapsed() - started),
        }
    }
    for probe in waiting.into_iter().flatten() {
        mark(&mut snapshot, &probe, Why::NotTried, "the look was stopped");
    }
    snapshot.host.elapsed_ms = u64::try_from((clock.elapsed() - started).as_millis()).unwrap_or(u64::MAX);
    snapshot
}

/// Starts a probe's thread. It is never joined: one that hangs must not hold up the exit.
fn start(index: usize, probe: Probe, catalog: Arc<Catalog>, sender: Sender<Answer>) -> std::io::Result<()> {
    let name = format!("probe {}", probe.checks[0].name());
    thread::Builder::new().name(name).spawn(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| (probe.ask)(&catalog, Reach::ThisAccount)))
            .map_err(|panic| words(panic.as_ref()));
        // The engine may have given up on us and gone; then nobody wants the answer.
        let _ = sender.send((index, answer));
    })?;
    Ok(())
}

/// What a panic said.
fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "the probe stopped".into())
}

/// The next answer, or None after a tick without one.
fn next(answers: &Receiver<Answer>) -> Option<Answer> {
    answers.recv_timeout(TICK).ok()
}

fn give_up_on_late(waiting: &mut [Option<Probe>], snapshot: &mut Snapshot, elapsed: Duration) {
    for slot in waiting {
        if let Some(probe) = slot.take_if(|probe| elapsed >= probe.limit) {
            let detail = format!("no answer within {} s", probe.limit.as_secs());
            mark(snapshot, &probe, Why::TimedOut, &detail);
        }
    }
}

/// Puts in what a probe answered. A check that it promised and did not hand in is unknown.
fn put(snapshot: &mut Snapshot, probe: &Probe, answer: Result<Vec<Part>, String>) {
    match answer {
        Ok(parts) => {
            let mut missing: Vec<CheckId> = probe.checks.to_vec();
            for part in parts {
                missing.retain(|check| *check != part.check());
                snapshot.put(part);
            }
            for check in missing {
                snapshot.mark(check, Gap::new(Why::Failed, "", "the probe left this out"));
            }
        }
        Err(panic) => mark(snapshot, probe, Why::Failed, &panic),
    }
}

fn mark(snapshot: &mut Snapshot, probe: &Probe, why: Why, detail: &str) {
    for check in probe.checks {
        snapshot.mark(*check, Gap::new(why, "", detail));
    }
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
