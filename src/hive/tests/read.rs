//! What a whole hive holds is read.

use super::{open, read_tree, sorted, units};
use crate::hive::made::{FORMS, Form, MADE_AT, MadeKey, RIGHTS, full_tree, hive_of, number_at, put};

#[test]
fn a_tree_is_read_as_it_was_written_whatever_the_form_of_its_lists() {
    for form in FORMS {
        let hive = open(&hive_of(&full_tree(), form));
        let mut errors = Vec::new();
        let tree = read_tree(hive.top().unwrap(), &mut errors);
        assert_eq!((tree, errors), (sorted(full_tree()), vec![]), "{form:?}");
        assert_eq!((hive.doubts(), hive.replayed()), (&[][..], 0));
    }
}

#[test]
fn names_are_found_whatever_their_case() {
    for form in FORMS {
        let bytes = hive_of(&full_tree(), form);
        let hive = open(&bytes);
        let top = hive.top().unwrap();
        for path in [r"many\KEY 17", r"\Many\\key 17\", "GRÖSSE ÿ", "имя 漢", ""] {
            let key = top.descendant(&units(path)).unwrap();
            assert_eq!(key.is_some(), path != "GRÖSSE ÿ", "{path} {form:?}");
        }
        for path in ["größe Ÿ", "names", "SIZES"] {
            assert!(top.subkey(&units(path)).unwrap().is_some(), "{path} {form:?}");
        }
        let key = top.descendant(&units(r"many\key 17")).unwrap().unwrap();
        let value = key.value(&units("NUMBER")).unwrap().unwrap();
        assert_eq!((value.kind(), &*value.data().unwrap()), (4, &[17, 0, 0, 0][..]));
        assert!(key.value(&units("numbe")).unwrap().is_none() && key.value(&[]).unwrap().is_none());
        let names = top.subkey(&units("Names")).unwrap().unwrap();
        assert_eq!(&*names.value(&[]).unwrap().unwrap().data().unwrap(), b"d\0\0\0");
        assert_eq!(names.value(&units("ИМЯ 漢")).unwrap().unwrap().kind(), 0xFFFF_0001);
    }
}

/// A list that is not in order: Windows' own way of halving it would miss keys.
#[test]
fn a_key_is_found_in_a_list_that_is_not_in_order() {
    let mut bytes = hive_of(&full_tree(), Form::Lh);
    let list = 4096 + number_at(&bytes, 4096 + number_at(&bytes, 36) as usize + 4 + 28) as usize + 4;
    let (first, last) = (number_at(&bytes, list + 4), number_at(&bytes, list + 4 + 5 * 8));
    put(&mut bytes, list + 4, &last.to_le_bytes());
    put(&mut bytes, list + 4 + 5 * 8, &first.to_le_bytes());
    let hive = open(&bytes);
    for key in full_tree().keys {
        assert!(hive.top().unwrap().subkey(&units(&key.name)).unwrap().is_some(), "{}", key.name);
    }
    assert!(hive.top().unwrap().subkey(&units("Absent")).unwrap().is_none());
}

#[test]
fn a_key_has_its_time_rights_counts_and_whether_it_is_a_link() {
    let mut bytes = hive_of(&full_tree(), Form::Lf);
    let root = 4096 + number_at(&bytes, 36) as usize + 4;
    let hive = open(&bytes);
    let top = hive.top().unwrap();
    assert_eq!((top.written(), top.security(), top.is_link()), (MADE_AT, Ok(Some(RIGHTS)), false));
    let kinds = top.subkey(&units("Kinds")).unwrap().unwrap();
    assert_eq!((top.subkey_count(), kinds.value_count()), (6, 14));
    bytes[root + 2] |= 0x10;
    put(&mut bytes, root + 44, &u32::MAX.to_le_bytes());
    let hive = open(&bytes);
    assert_eq!((hive.top().unwrap().is_link(), hive.top().unwrap().security()), (true, Ok(None)));
}

/// Keys of performance counters have the number of a handle in the place of a count.
#[test]
fn a_predefined_key_has_no_values() {
    let mut bytes = hive_of(&MadeKey::new("ROOT"), Form::Lf);
    let root = 4096 + number_at(&bytes, 36) as usize + 4;
    bytes[root + 2] |= 0x40;
    put(&mut bytes, root + 36, &0x8000_0004_u32.to_le_bytes());
    let hive = open(&bytes);
    let top = hive.top().unwrap();
    assert_eq!((top.value_count(), top.values().found.len(), top.values().errors), (0, 0, vec![]));
    assert!(top.value(&[]).unwrap().is_none());
}

/// Behind the last bin a file may hold anything.
#[test]
fn what_stands_behind_the_last_bin_does_no_harm() {
    let mut bytes = hive_of(&full_tree(), Form::Lh);
    bytes.extend([0xA5; 777]);
    let hive = open(&bytes);
    let mut errors = Vec::new();
    assert_eq!(read_tree(hive.top().unwrap(), &mut errors), sorted(full_tree()));
    assert_eq!((errors, hive.doubts()), (vec![], &[][..]));
}

#[test]
fn the_last_piece_of_a_value_may_be_a_single_byte() {
    let data: Vec<u8> = (0..16_345_u32).map(|number| (number % 251) as u8).collect();
    let hive = open(&hive_of(&MadeKey::new("ROOT").value("v", 3, &data), Form::Lf));
    let value = hive.top().unwrap().value(&units("v")).unwrap().unwrap();
    assert_eq!(*value.data().unwrap(), *data);
}
