//! Throws damaged hives and logs at their reader: it may not panic, nor find more than there is room for.
//!
//! Each is a whole one with numbers changed, or cut off. Logs are sealed anew, so that what is in them counts.
//! `PROPTEST_CASES=100000 cargo test --release --test fuzz_hives` tries longer.

#[path = "../src/hive/tests/made.rs"]
mod made;

use cleanbreak::hive::{Hive, Key};
use made::{FORMS, MadeKey};
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;

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
fn changes() -> impl Strategy<Value = Vec<(usize, u32, bool)>> {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_damaged_hive_is_read_or_refused(
        form in 0..FORMS.len(),
        changes in changes(),
        is_sealed in any::<bool>(),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = HIVES[form].clone();
        change(&mut bytes, &changes);
        if is_sealed {
            made::seal(&mut bytes);
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(hive) = Hive::open(bytes, &[]) {
            read_all(&hive);
        }
    }

    #[test]
    fn arbitrary_bytes_are_no_hive_or_one(bytes in vec(any::<u8>(), 0..4096)) {
        let whole = [&made::base_block(32, 4096, (1, 1), 0)[..], b"hbin", &bytes].concat();
        for bytes in [bytes, whole] {
            if let Ok(hive) = Hive::open(bytes, &[]) {
                read_all(&hive);
            }
        }
    }

    #[test]
    fn damaged_logs_are_written_or_not(
        is_old in any::<bool>(),
        changes in (changes(), changes()),
        entry in (number(), vec((number(), 0..3_usize), 0..4)),
        cut in any::<prop::sample::Index>(),
    ) {
        let before = made::with_sequence(HIVES[2].clone(), 9, 8);
        let pages = made::changed_pages(&before, &AFTER);
        let mut log = if is_old { made::log_of_pages(&AFTER, &pages) } else { made::log_of_entries(&AFTER, 8, &[pages]) };
        // What is sealed is believed, so pages and numbers of its own are tried too.
        let own: Vec<(usize, Vec<u8>)> = entry.1.iter().map(|(at, size)| (*at as usize, vec![1; size * 512])).collect();
        log.extend(made::entry(9, (entry.0 as usize) & !4095, &own));
        let mut second = log.clone();
        change(&mut log, &changes.0);
        made::seal(&mut log);
        second.truncate(cut.index(second.len()));
        let mut hive = before.clone();
        change(&mut hive[..512], &changes.1);
        let most = hive.len() + log.len() + second.len();
        for hive in [before, hive] {
            if let Ok(hive) = Hive::open(hive, &[&log, &second]) {
                prop_assert!(hive.bins().len() <= most);
                read_all(&hive);
            }
        }
    }
}
