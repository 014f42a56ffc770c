//! One look at the computer: asks every probe on a thread of its own, takes what arrives in time, and
//! makes the rest unknown. A probe that hangs or panics harms nobody but its own check.
//!
//! A check that *clean* needs gets a second try, silently: right after a logon the disk is at its busiest and
//! services are still starting. What answers at once, answers once. The checks that inform give up long
//! before, so the answer never waits for one of them.

use super::{Clock, SystemClock};
use crate::catalog::Catalog;
use crate::machine::{CheckId, Gap, GapReason, Host, Os, Part, Snapshot};
use crate::probe::{self, Probe, Reach};
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
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The check that has just been answered.
    pub check: CheckId,
    /// How many probes have answered. A second try is not told.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// How long the engine sleeps at most before it looks at [`Cancel`] and the limits again.
const TICK: Duration = Duration::from_millis(50);
/// A second try may take no longer than this, and no longer than the first: what only had a bad moment
/// answers soon, and the first try may still answer meanwhile.
const SECOND_TRY: Duration = Duration::from_secs(30);

/// What one probe's thread sends back.
type Answer = (usize, Result<Vec<Part>, String>);

/// Looks at this computer with every probe. `progress` is told after each answer.
pub fn scan_this_computer(catalog: &'static Catalog, cancel: &Cancel, progress: &mut dyn FnMut(Progress)) -> Snapshot {
    scan(catalog, probe::host(), probe::probes(), &SystemClock::default(), cancel, progress)
}

/// Looks at the computer with these probes. `progress` is told after each answer.
pub fn scan(
    catalog: &'static Catalog,
    host: Host,
    probes: &[Probe],
    clock: &dyn Clock,
    cancel: &Cancel,
    progress: &mut dyn FnMut(Progress),
) -> Snapshot {
    let started = clock.elapsed();
    let os = host.os;
    let snapshot = probe::untouched_snapshot(Host { taken: clock.unix_seconds(), ..host });
    let (sender, answers) = channel();
    let slots = probes.iter().map(|probe| Some(Slot::of(*probe, os))).collect();
    let mut look = Look { catalog, sender, slots, snapshot };
    (0..probes.len()).for_each(|index| look.try_to_ask(index));
    while look.slots.iter().any(Option::is_some) && !cancel.is_cancelled() {
        match next(&answers) {
            Some((index, answer)) => {
                let Some(check) = look.take(index, answer, clock.elapsed() - started) else { continue };
                let done = look.slots.iter().filter(|slot| slot.is_none()).count();
                progress(Progress { check, done, total: probes.len() });
            }
            None => look.give_up_on_late(clock.elapsed() - started),
        }
    }
    let Look { slots, mut snapshot, .. } = look;
    for slot in slots.into_iter().flatten() {
        mark(&mut snapshot, &slot.probe, GapReason::NotTried, "the look was stopped");
    }
    snapshot.host.elapsed_ms = u64::try_from((clock.elapsed() - started).as_millis()).unwrap_or(u64::MAX);
    snapshot
}

/// A probe that has not answered yet.
struct Slot {
    probe: Probe,
    /// When it is given up, from the beginning of the look.
    until: Duration,
    /// How many of its threads have not answered.
    running: u8,
    /// Whether it may be asked once more.
    second_try: bool,
}

impl Slot {
    fn of(probe: Probe, os: Os) -> Self {
        let second_try = probe.checks.iter().any(|check| check.required(os));
        Self { probe, until: probe.limit, running: 0, second_try }
    }
}

/// A look that is going on.
struct Look {
    catalog: &'static Catalog,
    sender: Sender<Answer>,
    /// A slot for each probe; None: it has answered, or was given up.
    slots: Vec<Option<Slot>>,
    snapshot: Snapshot,
}

impl Look {
    /// Starts a thread for a probe, or says why there is none.
    fn try_to_ask(&mut self, index: usize) {
        let Some(slot) = &mut self.slots[index] else { return };
        match start(index, slot.probe, self.catalog, self.sender.clone()) {
            Ok(()) => slot.running += 1,
            Err(error) if slot.running == 0 => {
                mark(&mut self.snapshot, &slot.probe, GapReason::Failed, &error.to_string());
                self.slots[index] = None;
            }
            Err(_) => {}
        }
    }

    /// Takes an answer. None: nobody waits for it any more, or the probe is asked once more.
    fn take(&mut self, index: usize, answer: Result<Vec<Part>, String>, now: Duration) -> Option<CheckId> {
        let slot = self.slots[index].as_mut()?;
        slot.running -= 1;
        if says_nothing(&answer) {
            if slot.second_try {
                self.ask_again(index, now);
                return None;
            }
            // The other try may still have better news.
            if slot.running > 0 {
                return None;
            }
        }
        let probe = slot.probe;
        self.slots[index] = None;
        put(&mut self.snapshot, &probe, answer);
        Some(probe.checks[0])
    }

    fn ask_again(&mut self, index: usize, now: Duration) {
        if let Some(slot) = &mut self.slots[index] {
            slot.second_try = false;
            slot.until = now + slot.probe.limit.min(SECOND_TRY);
        }
        self.try_to_ask(index);
    }

    fn give_up_on_late(&mut self, now: Duration) {
        for index in 0..self.slots.len() {
            let Some(slot) = self.slots[index].as_ref().filter(|slot| now >= slot.until) else { continue };
            if slot.second_try {
                self.ask_again(index, now);
                continue;
            }
            let detail = format!("no answer within {} s", slot.probe.limit.as_secs());
            mark(&mut self.snapshot, &slot.probe, GapReason::TimedOut, &detail);
            self.slots[index] = None;
        }
    }
}

/// Starts a probe's thread. It is never joined: one that hangs must not hold up the exit.
fn start(index: usize, probe: Probe, catalog: &'static Catalog, sender: Sender<Answer>) -> std::io::Result<()> {
    let name = format!("probe {}", probe.checks[0].name());
    thread::Builder::new().name(name).spawn(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| (probe.ask)(catalog, Reach::ThisAccount)))
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

/// Whether an answer is no better than none: the probe stopped, or a whole check failed for a reason that
/// may pass. Refusals and what this system lacks stay as they are.
fn says_nothing(answer: &Result<Vec<Part>, String>) -> bool {
    answer.as_ref().map_or(true, |parts| parts.iter().any(Part::failed))
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
                snapshot.mark(check, Gap::new(GapReason::Failed, "", "the probe left this out"));
            }
        }
        Err(panic) => mark(snapshot, probe, GapReason::Failed, &panic),
    }
}

fn mark(snapshot: &mut Snapshot, probe: &Probe, why: GapReason, detail: &str) {
    for check in probe.checks {
        snapshot.mark(*check, Gap::new(why, "", detail));
    }
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
