//! A hive that was not closed, with its logs and without.

use super::{Hive, read_tree, sorted};
use crate::hive::Damage;
use crate::hive::made::{
    Form, MANAGER, MadeKey, changed_pages, entry, full_tree, hive_of, log_of_entries, log_of_pages, put, seal,
    with_sequence,
};

fn text(number: u8) -> MadeKey {
    full_tree().with(MadeKey::new("Said").value("Text", 1, &[number; 64]))
}

/// A state of the hive. All have the same size.
fn state(number: u8) -> Vec<u8> {
    hive_of(&text(number), Form::Lh)
}

/// A hive in its first state, in the middle of a write.
fn dirty() -> Vec<u8> {
    with_sequence(state(1), 9, 8)
}

fn pages(from: u8, to: u8) -> Vec<(usize, Vec<u8>)> {
    changed_pages(&state(from), &state(to))
}

fn entries(first: u32, steps: &[(u8, u8)]) -> Vec<u8> {
    let entries: Vec<_> = steps.iter().map(|(from, to)| pages(*from, *to)).collect();
    log_of_entries(&state(1), first, &entries)
}

/// The tree that is read, and what is doubted.
fn opened(hive: Vec<u8>, logs: &[&[u8]]) -> (MadeKey, Vec<Damage>) {
    let hive = Hive::open(hive, logs).unwrap();
    let mut errors = hive.doubts().to_vec();
    let tree = read_tree(hive.top().unwrap(), &mut errors);
    (tree, errors.iter().map(|error| error.damage).collect())
}

fn says(number: u8, doubts: &[Damage]) -> (MadeKey, Vec<Damage>) {
    (sorted(text(number)), doubts.to_vec())
}

#[test]
fn without_a_log_it_is_read_and_doubted() {
    assert_eq!(opened(dirty(), &[]), says(1, &[Damage::NoLog]));
    for useless in [&b""[..], &[0; 8192], &state(2)[..512], b"regf", &log_of_pages(&state(2), &pages(1, 2))[..700]] {
        let (tree, doubts) = opened(dirty(), &[useless, b""]);
        assert_eq!((tree, doubts), says(1, &[Damage::NoLog]));
    }
}

#[test]
fn a_hive_that_was_closed_does_not_look_at_logs() {
    assert_eq!(opened(state(1), &[&entries(7, &[(1, 2)])]), says(1, &[]));
}

#[test]
fn pages_of_an_older_log_are_written() {
    let log = log_of_pages(&state(2), &pages(1, 2));
    assert_eq!(opened(dirty(), &[&log]), says(2, &[]));
    // The first that is of the hive's last write counts.
    let mut other = log_of_pages(&state(3), &pages(1, 3));
    put(&mut other, 12, &77_u64.to_le_bytes());
    seal(&mut other);
    assert_eq!(opened(dirty(), &[&other, &log]), says(2, &[]));
    assert_eq!(opened(dirty(), &[&other]), says(1, &[Damage::LogOfAnother]));
    // One in the middle of whose writing the computer stopped.
    assert_eq!(opened(dirty(), &[&with_sequence(log.clone(), 9, 8)]), says(1, &[Damage::NoLog]));
    assert_eq!(opened(dirty(), &[&log[..log.len() - 1]]), says(1, &[Damage::NoLog]));
}

#[test]
fn entries_of_both_logs_are_written_in_the_order_of_their_numbers() {
    let (first, second) = (entries(8, &[(1, 2), (2, 3)]), entries(10, &[(3, 4)]));
    for logs in [[&first[..], &second], [&second, &first]] {
        assert_eq!(opened(dirty(), &logs), says(4, &[]));
    }
    // What came before is in the hive, and what does not follow is of another time.
    let (before, later) = (entries(5, &[(3, 4), (4, 5), (5, 6), (6, 7)]), entries(12, &[(3, 5)]));
    assert_eq!(opened(dirty(), &[&before, &first]), says(3, &[]));
    assert_eq!(opened(dirty(), &[&first, &later]), says(3, &[]));
    assert_eq!(opened(dirty(), &[&before]), says(1, &[Damage::NoLog]));
}

/// Behind the last entry of a log stands what an earlier use left, or what was never finished.
#[test]
fn writing_ends_before_the_first_entry_that_is_not_whole() {
    let mut torn = entries(8, &[(1, 2), (2, 3)]);
    let end = torn.len();
    torn[end - 1] ^= 1;
    assert_eq!(opened(dirty(), &[&torn]), says(2, &[]));
    let mut old = entries(8, &[(1, 2)]);
    old.extend(entry(6, state(1).len() - 4096, &pages(1, 5)));
    assert_eq!(opened(dirty(), &[&old]), says(2, &[]));
    let whole = entries(8, &[(1, 2)]);
    for bit in (512 * 8..whole.len() * 8).step_by(37) {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(opened(dirty(), &[&bytes]).1, [Damage::NoLog], "bit {bit}");
    }
}

#[test]
fn logs_that_begin_later_than_the_hive_ends_are_doubted() {
    assert_eq!(opened(dirty(), &[&entries(9, &[(1, 2)])]), says(2, &[Damage::LogLeavesOut]));
}

#[test]
fn logs_of_another_hive_are_not_written() {
    let mut other = entries(8, &[(1, 2)]);
    put(&mut other, 12, &77_u64.to_le_bytes());
    seal(&mut other);
    // Its transactions go by the same manager.
    assert_eq!(opened(dirty(), &[&other]), says(2, &[]));
    put(&mut other, 112, b"manager of other");
    seal(&mut other);
    assert_eq!(opened(dirty(), &[&other]), says(1, &[Damage::LogOfAnother]));
    assert_eq!(opened(dirty(), &[&other, &entries(8, &[(1, 3)])]), says(3, &[]));
    // No manager is not the same manager.
    let mut unmanaged = dirty();
    put(&mut unmanaged, 112, &[0; 16]);
    seal(&mut unmanaged);
    put(&mut other, 112, &[0; 16]);
    seal(&mut other);
    assert_eq!(opened(unmanaged, &[&other]), says(1, &[Damage::LogOfAnother]));
}

#[test]
fn a_first_block_that_is_damaged_comes_from_a_log() {
    let mut damaged = dirty();
    put(&mut damaged, 36, &[0xFF; 8]);
    let pages_log = log_of_pages(&state(2), &pages(1, 2));
    assert_eq!(opened(damaged.clone(), &[&pages_log]), says(2, &[]));
    // The one that came last, since nobody knows how far the hive is.
    let (older, newer) = (entries(8, &[(1, 2)]), entries(20, &[(1, 3)]));
    assert_eq!(opened(damaged.clone(), &[&newer, &older]), says(3, &[]));
    // Of when an older log is, the first bin has no word: it is used, and doubted.
    put(&mut damaged, 4096 + 20, &5_u64.to_le_bytes());
    assert_eq!(opened(damaged.clone(), &[&pages_log]), says(2, &[Damage::Checksum]));
    put(&mut damaged, 112, &[1; 16]);
    assert_eq!(MANAGER.len(), 16);
    let error = Hive::open(damaged, &[]).unwrap_err();
    assert_eq!(error.damage, Damage::Outside);
}

#[test]
fn a_hive_grows_with_its_logs_and_only_as_far_as_they_go() {
    let grown = hive_of(&text(1).with(MadeKey::new("Grown").value("Much", 3, &[5; 30_000])), Form::Lh);
    let pages = changed_pages(&state(1), &grown);
    assert!(grown.len() > state(1).len());
    for log in [log_of_pages(&grown, &pages), log_of_entries(&grown, 8, std::slice::from_ref(&pages))] {
        let hive = Hive::open(dirty(), &[&log]).unwrap();
        assert_eq!((hive.bins(), hive.doubts(), hive.replayed()), (&grown[4096..], &[][..], pages.len()));
    }
    // Four gigabytes, says the log.
    let mut log = log_of_pages(&state(2), &pages_of_two());
    put(&mut log, 40, &0xFFFF_F000_u32.to_le_bytes());
    seal(&mut log);
    assert_eq!(opened(dirty(), &[&log]), says(1, &[Damage::NoLog]));
    let mut log = entries(8, &[]);
    log.extend(entry(8, 0xFFFF_F000, &pages_of_two()));
    assert_eq!(opened(dirty(), &[&log]), says(1, &[Damage::NoLog]));
}

fn pages_of_two() -> Vec<(usize, Vec<u8>)> {
    pages(1, 2)
}
