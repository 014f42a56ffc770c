//! What a damaged hive comes to: an error with its place, and all that can be read beside it.

use super::{Hive, open, read_tree, units};
use crate::hive::made::{FORMS, Form, MadeKey, base_block, full_tree, hive_of, number_at, put, seal};
use crate::hive::{Damage, HiveError};

/// What reading all of it comes to: how many keys, and what is wrong.
fn read_all(bytes: Vec<u8>) -> (usize, Vec<Damage>) {
    match Hive::open(bytes, &[]) {
        Ok(hive) => {
            let mut errors = hive.doubts().to_vec();
            let tree = hive.top().map(|top| read_tree(top, &mut errors)).unwrap();
            (count_keys(&tree), errors.iter().map(|error| error.damage).collect())
        }
        Err(error) => (0, vec![error.damage]),
    }
}

fn count_keys(key: &MadeKey) -> usize {
    1 + key.keys.iter().map(count_keys).sum::<usize>()
}

fn full() -> Vec<u8> {
    hive_of(&full_tree(), Form::Lh)
}

/// Where a record stands in the file.
fn place(bytes: &[u8], path: &str) -> usize {
    let mut at = 4096 + number_at(bytes, 36) as usize + 4;
    for name in path.split('\\').filter(|name| !name.is_empty()) {
        let list = 4096 + number_at(bytes, at + 28) as usize + 4;
        let keys = (0..u16::from_le_bytes([bytes[list + 2], bytes[list + 3]])).map(usize::from);
        let mut places = keys.map(|number| 4096 + number_at(bytes, list + 4 + number * 8) as usize + 4);
        at = places.find(|at| bytes[at + 76..].starts_with(name.as_bytes())).unwrap();
    }
    at
}

fn list_of(bytes: &[u8], path: &str) -> usize {
    4096 + number_at(bytes, place(bytes, path) + 28) as usize + 4
}

fn damaged(change: impl FnOnce(&mut Vec<u8>)) -> (usize, Vec<Damage>) {
    let mut bytes = full();
    change(&mut bytes);
    read_all(bytes)
}

const ALL: usize = 47;

#[test]
fn what_is_no_hive_is_told_apart() {
    assert_eq!(read_all(Vec::new()), (0, vec![Damage::NotAHive]));
    assert_eq!(read_all(b"MZ".repeat(4096)), (0, vec![Damage::NotAHive]));
    assert_eq!(read_all(b"regf".to_vec()), (0, vec![Damage::Truncated]));
    assert_eq!(read_all(full()[..4096].to_vec()).1, [Damage::Outside]);
    assert_eq!(read_all(base_block(32, 4096, (1, 1), 6)), (0, vec![Damage::NotPrimary]));
    for (at, version) in [(20, 2_u32), (24, 2), (24, 7)] {
        let changed = damaged(|bytes| {
            put(bytes, at, &version.to_le_bytes());
            seal(bytes);
        });
        assert_eq!(changed, (0, vec![Damage::Version]));
    }
}

#[test]
fn a_hive_that_is_cut_off_or_has_a_wrong_first_block_is_doubted_and_read() {
    let cut = full().len() - 1;
    assert_eq!(read_all(full()[..cut].to_vec()), (ALL, vec![Damage::Truncated, Damage::Bin]));
    assert_eq!(damaged(|bytes| bytes[200] ^= 1), (ALL, vec![Damage::Checksum]));
    assert_eq!(damaged(|bytes| bytes[4096 + 4096] ^= 1), (ALL, vec![Damage::Bin]));
    let odd = damaged(|bytes| {
        let bins = number_at(bytes, 40) - 8;
        put(bytes, 40, &bins.to_le_bytes());
        seal(bytes);
    });
    assert!(odd.1.contains(&Damage::Bin), "{odd:?}");
}

#[test]
fn a_count_that_lies_is_an_error() {
    for count in [5_u32, 7, 1 << 20, u32::MAX] {
        let (_, errors) = damaged(|bytes| {
            let at = place(bytes, "");
            put(bytes, at + 20, &count.to_le_bytes());
        });
        assert!(errors.contains(&Damage::Count), "{count} {errors:?}");
    }
    for count in [0_u16, 39, 41, u16::MAX] {
        let (_, errors) = damaged(|bytes| {
            let at = list_of(bytes, "Many");
            put(bytes, at + 2, &count.to_le_bytes());
        });
        assert!(errors.contains(&Damage::Count), "{count} {errors:?}");
    }
    for count in [100_u32, 1 << 30, u32::MAX] {
        let (keys, errors) = damaged(|bytes| {
            let at = place(bytes, "Kinds");
            put(bytes, at + 36, &count.to_le_bytes());
        });
        assert_eq!((keys, errors), (ALL, vec![Damage::Count]), "{count}");
    }
}

/// One key among many is damaged: the others are read.
#[test]
fn a_damaged_key_hides_no_other() {
    let of_key = |change: fn(&mut Vec<u8>, usize)| {
        damaged(|bytes| {
            let at = place(bytes, r"Many\Key 17");
            change(bytes, at);
        })
    };
    let missing = |damage| (ALL - 1, vec![damage]);
    assert_eq!(of_key(|bytes, at| bytes[at] = b'x'), missing(Damage::Signature));
    assert_eq!(of_key(|bytes, at| bytes[at + 72] = 200), missing(Damage::Name));
    assert_eq!(of_key(|bytes, at| bytes[at + 16] ^= 8), missing(Damage::Parent));
    assert_eq!(of_key(|bytes, at| bytes[at - 1] ^= 0x80), missing(Damage::Free));
    assert_eq!(of_key(|bytes, at| bytes[at - 4] ^= 1), missing(Damage::CellSize));
    assert_eq!(of_key(|bytes, at| put(bytes, at - 4, &i32::MIN.to_le_bytes())), missing(Damage::CellSize));
    let entry = |change: u32| {
        damaged(|bytes| {
            let at = list_of(bytes, "Many");
            put(bytes, at + 4, &change.to_le_bytes());
        })
    };
    for place in [u32::MAX, u32::MAX - 7, 1 << 31, 4, 1 << 20] {
        assert_eq!(entry(place), missing(Damage::Outside), "{place}");
    }
}

#[test]
fn a_key_that_is_damaged_is_never_absent() {
    let mut bytes = full();
    let at = place(&bytes, r"Many\Key 17");
    bytes[at] = b'x';
    let hive = open(&bytes);
    let many = hive.top().unwrap().subkey(&units("Many")).unwrap().unwrap();
    let wrong = HiveError { at: at as u64 - 4, damage: Damage::Signature };
    assert_eq!(many.subkey(&units("Key 17")).map(|key| key.is_some()), Err(wrong));
    // It may be the one that is looked for, as far as anybody can see.
    assert_eq!(many.subkey(&units("Absent")).map(|key| key.is_some()), Err(wrong));
    assert!(many.subkey(&units("Key 16")).unwrap().is_some());
}

#[test]
fn no_way_down_comes_round_and_no_list_is_endless() {
    // A key that is its own grandchild.
    let (keys, errors) = damaged(|bytes| {
        let (root, at) = (number_at(bytes, 36), list_of(bytes, "Many"));
        put(bytes, at + 4, &root.to_le_bytes());
    });
    assert_eq!((keys, errors), (ALL - 1, vec![Damage::Parent]));
    // A list that names one key again and again.
    let (keys, errors) = damaged(|bytes| {
        let at = list_of(bytes, "Many");
        let first = number_at(bytes, at + 4);
        (0..40).for_each(|number| put(bytes, at + 4 + number * 8, &first.to_le_bytes()));
    });
    assert_eq!((keys, errors), (ALL - 39, vec![Damage::Twice]));
    // A list of lists in a list of lists, and one that holds itself.
    let mut bytes = hive_of(&full_tree(), Form::Ri(3));
    let (root, list) = (place_of_root(&bytes), list_of(&bytes, ""));
    let own = number_at(&bytes, root + 28);
    put(&mut bytes, list + 4, &own.to_le_bytes());
    let errors = read_all(bytes).1;
    assert!(errors.contains(&Damage::Signature) && errors.contains(&Damage::Count), "{errors:?}");
    // One list, named as often as there is room for.
    let mut bytes = hive_of(&full_tree(), Form::Ri(1));
    let at = list_of(&bytes, "");
    let first = number_at(&bytes, at + 4);
    (0..6).for_each(|number| put(&mut bytes, at + 4 + number * 4, &first.to_le_bytes()));
    assert_eq!(read_all(bytes).1, [Damage::Twice]);
}

fn place_of_root(bytes: &[u8]) -> usize {
    place(bytes, "")
}

#[test]
fn a_value_whose_data_lies_is_an_error() {
    let of_value = |change: fn(&mut Vec<u8>, usize)| {
        damaged(|bytes| {
            let list = 4096 + number_at(bytes, place(bytes, "Sizes") + 40) as usize + 4;
            // The last one has 40,000 bytes.
            let at = 4096 + number_at(bytes, list + 8 * 4) as usize + 4;
            change(bytes, at);
        })
    };
    let wrong = |damage| (ALL, vec![damage]);
    // No bytes, whatever the place.
    assert_eq!(of_value(|bytes, at| put(bytes, at + 4, &[0, 0, 0, 0, 255, 255, 255, 255])), (ALL, vec![]));
    for size in [1_u32 << 31 | 5, u32::MAX, 16_344 * 2, 60_000, 0x7FFF_FFFF] {
        let changed = damaged(|bytes| {
            let list = 4096 + number_at(bytes, place(bytes, "Sizes") + 40) as usize + 4;
            let at = 4096 + number_at(bytes, list + 8 * 4) as usize + 4;
            put(bytes, at + 4, &size.to_le_bytes());
        });
        assert_eq!(changed, wrong(Damage::ValueSize), "{size}");
    }
    assert_eq!(of_value(|bytes, at| put(bytes, at + 8, &(1_u32 << 30).to_le_bytes())), wrong(Damage::Outside));
    assert_eq!(of_value(|bytes, at| bytes[at] = 0), wrong(Damage::Signature));
    assert_eq!(of_value(|bytes, at| bytes[at + 2] = 255), wrong(Damage::Name));
    // A piece of it is shorter, or stands nowhere.
    let piece = |change: fn(&mut Vec<u8>, usize)| {
        damaged(|bytes| {
            let list = 4096 + number_at(bytes, place(bytes, "Sizes") + 40) as usize + 4;
            let value = 4096 + number_at(bytes, list + 8 * 4) as usize + 4;
            let head = 4096 + number_at(bytes, value + 8) as usize + 4;
            let pieces = 4096 + number_at(bytes, head + 4) as usize + 4;
            change(bytes, pieces);
        })
    };
    assert_eq!(piece(|bytes, at| put(bytes, at + 4, &u32::MAX.to_le_bytes())), wrong(Damage::Outside));
    assert_eq!(piece(|bytes, at| put(bytes, at, &32_u32.to_le_bytes())), wrong(Damage::ValueSize));
}

/// Every bit of a small hive, each in one form of its lists: nothing panics, and no key goes missing without a word.
#[test]
fn a_bit_that_tips_never_hides_a_key_without_a_word() {
    let tree = MadeKey::new("R").with(MadeKey::new("AA").value("v", 1, b"x\0y\0z\0\0\0").with(MadeKey::new("A")));
    let tree = tree.with(MadeKey::new("ü").with(MadeKey::new("Я").value("", 3, &[7; 9])));
    for (number, form) in FORMS.into_iter().enumerate() {
        let whole = hive_of(&tree, form);
        assert_eq!(read_all(whole.clone()), (5, vec![]));
        for bit in (0..512 * 8).chain(4096 * 8..whole.len() * 8).filter(|bit| bit % FORMS.len() == number) {
            let mut bytes = whole.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let (keys, errors) = read_all(bytes);
            assert!(keys == 5 || !errors.is_empty(), "{form:?}: bit {bit}: {keys} keys");
        }
    }
}

#[test]
fn a_hive_may_end_anywhere() {
    let whole = full();
    for end in (0..whole.len()).step_by(97) {
        let (keys, errors) = read_all(whole[..end].to_vec());
        assert!(keys < ALL || !errors.is_empty(), "{end}");
        assert!(!errors.is_empty(), "{end}");
    }
}
