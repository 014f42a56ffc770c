//! Throws damaged hives and logs at their reader: it may not panic, nor find more than there is room for.
//!
//! Each is a whole one with numbers changed, or cut off. Logs are sealed anew, so that what is in them counts.
//! `FUZZ_SECONDS=600 cargo test --profile fuzz --test fuzz_hives -- --nocapture` tries each for ten minutes. No more
//! memory is taken than four times the bytes that are read.

#[path = "../src/hive/tests/made.rs"]
mod made;

use cleanbreak::hive::{Hive, Key};
use made::{FORMS, MadeKey};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, TestCaseResult, TestRunner};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The least that a key takes in a hive.
const KEY: usize = 80;

static HIVES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| FORMS.iter().map(|form| made::hive_of(&made::full_tree(), *form)).collect());
static AFTER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let tree = made::full_tree().with(MadeKey::new("New").value("Much", 3, &[7; 20_000]));
    made::hive_of(&tree, FORMS[2])
});

/// A number that a hive may hold in place of another: any one, a small one, one near an end, or a place in it.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![any::<u32>(), 0..64_u32, (u32::MAX - 8)..=u32::MAX, (0..20_000_u32).prop_map(|place| place * 8)]
}

/// Numbers of two or four bytes at places of the file. Most stand where records begin.
fn changes() -> impl Strategy<Value = Changes> {
    let place = prop_oneof![any::<usize>(), (0..1200_usize).prop_map(|word| 4096 + word * 4), 0..512_usize];
    vec((place, number(), any::<bool>()), 0..8)
}

fn change(bytes: &mut [u8], changes: &[(usize, u32, bool)]) {
    for (place, number, is_short) in changes {
        let at = place % bytes.len().max(1);
        let new = &number.to_le_bytes()[..if *is_short { 2 } else { 4 }];
        bytes[at..].iter_mut().zip(new).for_each(|(byte, new)| *byte = *new);
    }
}

/// Reads all of a hive, and looks every key up by its name.
fn read_all(hive: &Hive) {
    let mut keys = 0;
    if let Ok(top) = hive.top() {
        read_key(top, &mut keys);
    }
    assert!(keys * KEY <= hive.bins().len() + KEY, "{keys} keys in {} bytes", hive.bins().len());
}

fn read_key(key: Key, keys: &mut usize) {
    *keys += 1;
    let _ = (key.class(), key.security(), key.written(), key.is_link(), key.place());
    for value in key.values().found {
        let size = value.data().map_or(0, |data| data.len());
        assert!(size <= 1 << 20, "a value has {size} bytes");
        let name: Vec<u16> = value.name().units().collect();
        assert!(key.value(&name).is_ok_and(|value| value.is_some()) || key.value(&name).is_err());
    }
    for child in key.subkeys().found {
        let name: Vec<u16> = child.name().units().collect();
        assert!(key.subkey(&name).is_ok_and(|child| child.is_some()), "a key that is listed is found");
        read_key(child, keys);
    }
}

/// Counts what this thread has, and the most that it had.
struct Counting;

thread_local! {
    static NOW: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(0) };
}

#[global_allocator]
static MEMORY: Counting = Counting;

fn count(change: impl FnOnce(usize) -> usize) {
    // A thread that ends has no counters any more.
    let _ = NOW.try_with(|now| {
        now.set(change(now.get()));
        MOST.with(|most| most.set(most.get().max(now.get())));
    });
}

// SAFETY: all is done by the system's own allocator, with what it was given.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(|now| now + layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // What another thread took is not counted here.
        count(|now| now.saturating_sub(layout.size()));
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(place, layout) }
    }
}

/// What an error and a list of a few names take, however small the hive is.
const ANYWAY: usize = 64 * 1024;

/// Reads a hive and all that is in it, and holds the memory that it takes against the bytes that were given.
fn read_within_bounds(hive: &[u8], logs: &[&[u8]]) {
    let given = hive.len() + logs.iter().map(|log| log.len()).sum::<usize>();
    let before = NOW.get();
    MOST.set(before);
    if let Ok(hive) = Hive::open(hive.to_vec(), logs) {
        assert!(hive.bins().len() <= given);
        read_all(&hive);
    }
    let taken = MOST.get().saturating_sub(before);
    assert!(taken <= 4 * given + ANYWAY, "{taken} bytes for {given}");
}

/// Tries a few hundred, or as long as `FUZZ_SECONDS` says.
#[expect(clippy::disallowed_methods, reason = "whoever tries for longer says so there")]
fn try_out<S: Strategy>(name: &'static str, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(0);
    let (started, mut cases) = (Instant::now(), 0);
    while cases == 0 || started.elapsed() < Duration::from_secs(seconds) {
        let mut runner = TestRunner::new(ProptestConfig {
            test_name: Some(name),
            source_file: Some(file!()),
            failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
            ..ProptestConfig::with_cases(256)
        });
        if let Err(error) = runner.run(strategy, &test) {
            panic!("{name}: {error}\n{runner}");
        }
        cases += 256;
    }
    println!("{name}: {cases} in {} s", started.elapsed().as_secs());
}

#[test]
fn a_damaged_hive_is_read_or_refused() {
    let cut = prop::option::weighted(0.2, any::<prop::sample::Index>());
    let strategy = (0..FORMS.len(), changes(), any::<bool>(), cut);
    try_out("a damaged hive", &strategy, |(form, changes, is_sealed, cut)| {
        let mut bytes = HIVES[form].clone();
        change(&mut bytes, &changes);
        if is_sealed {
            made::seal(&mut bytes);
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        read_within_bounds(&bytes, &[]);
        Ok(())
    });
}

#[test]
fn arbitrary_bytes_are_no_hive_or_one() {
    try_out("arbitrary bytes", &vec(any::<u8>(), 0..4096), |bytes| {
        let whole = [&made::base_block(32, 4096, (1, 1), 0)[..], b"hbin", &bytes].concat();
        for bytes in [bytes, whole] {
            read_within_bounds(&bytes, &[]);
        }
        Ok(())
    });
}

/// Changes of the log, changes of the hive, one entry with its pages, and where the second log is cut.
type DamagedLogs = (bool, [Changes; 2], (u32, Vec<(u32, usize)>), prop::sample::Index);
type Changes = Vec<(usize, u32, bool)>;

#[test]
fn damaged_logs_are_written_or_not() {
    let entry = (number(), vec((number(), 0..3_usize), 0..4));
    let strategy = (any::<bool>(), [changes(), changes()], entry, any::<prop::sample::Index>());
    try_out("damaged logs", &strategy, |(is_old, changes, entry, cut): DamagedLogs| {
        let before = made::with_sequence(HIVES[2].clone(), 9, 8);
        let pages = made::changed_pages(&before, &AFTER);
        let mut log =
            if is_old { made::log_of_pages(&AFTER, &pages) } else { made::log_of_entries(&AFTER, 8, &[pages]) };
        // What is sealed is believed, so pages and numbers of its own are tried too.
        let own: Vec<(usize, Vec<u8>)> = entry.1.iter().map(|(at, size)| (*at as usize, vec![1; size * 512])).collect();
        log.extend(made::entry(9, (entry.0 as usize) & !4095, &own));
        let mut second = log.clone();
        change(&mut log, &changes[0]);
        made::seal(&mut log);
        second.truncate(cut.index(second.len()));
        let mut hive = before.clone();
        change(&mut hive[..512], &changes[1]);
        for hive in [before, hive] {
            read_within_bounds(&hive, &[&log, &second]);
        }
        Ok(())
    });
}
