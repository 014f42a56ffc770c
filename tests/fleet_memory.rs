//! How much memory the results of many computers take: so many bytes for each computer, whatever is read.
#![allow(clippy::disallowed_methods, reason = "a test makes the files that it reads")]

use cleanbreak::fleet::{Inventory, Place, Table, read_places};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;

/// What is held at once, apart from what each computer takes. The program itself takes the rest of its 8 MB.
const ANYWAY: usize = 1_500_000;
/// For each computer.
const EACH: usize = 160;

thread_local! {
    static NOW: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, with a count of what this thread holds.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn count(change: impl FnOnce(usize) -> usize) {
    let _ = NOW.try_with(|now| {
        now.set(change(now.get()));
        let _ = MOST.try_with(|most| most.set(most.get().max(now.get())));
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
        count(|now| now.saturating_sub(layout.size()));
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Pages of a large piece are moved and not copied.
        count(|now| now.saturating_sub(layout.size()) + size);
        // SAFETY: as the caller promises.
        unsafe { System.realloc(place, layout, size) }
    }
}

/// Reads, and puts in order. How many bytes that took at most, and how many computers there are.
fn taken(read: impl FnOnce(&mut Inventory)) -> (usize, usize) {
    let before = NOW.get();
    MOST.set(before);
    let mut inventory = Inventory::new(1_796_104_800, 30, None);
    read(&mut inventory);
    let computers = Table::new(inventory).counts().computers;
    (MOST.get() - before, computers)
}

fn line(number: usize, label: usize) -> String {
    let (verdict, products) = match number % 3 {
        0 => ("clean", ""),
        1 => ("leftovers", ""),
        _ => (
            "installed",
            r#"{"id":"kaspersky-suite-21","name":"Kaspersky Plus"},{"id":"agent","name":"Network Agent"}"#,
        ),
    };
    format!(
        r#"{{"schema":1,"tool":{{"name":"cleanbreak"}},"seen_at":"2026-11-30T10:00:00Z","label":"COMPUTER-{label:08}","verdict":"{verdict}","products":[{products}],"leftovers":[],"unknown":[]}}"#
    ) + "\n"
}

/// Lines that are made as they are read.
struct Lines<F> {
    make: F,
    next: usize,
    count: usize,
    rest: Vec<u8>,
}

impl<F: Fn(usize) -> String> Read for Lines<F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() && self.next < self.count {
            self.rest = (self.make)(self.next).into_bytes();
            self.next += 1;
        }
        let count = self.rest.len().min(into.len());
        into[..count].copy_from_slice(&self.rest[..count]);
        self.rest.drain(..count);
        Ok(count)
    }
}

fn of_lines(count: usize, make: impl Fn(usize) -> String) -> (usize, usize) {
    let mut lines = Lines { make, next: 0, count, rest: Vec::new() };
    taken(|inventory| read_places(&[Place::Input], &[], &mut lines, inventory))
}

#[test]
fn a_hundred_thousand_computers_take_160_bytes_each() {
    for count in [1_000, 100_000] {
        let (most, computers) = of_lines(count, |number| line(number, number));
        assert_eq!(computers, count);
        assert!(most <= ANYWAY + EACH * computers, "{most} bytes for {computers}");
        println!("{computers} computers: {most} bytes");
    }
}

#[test]
fn more_results_of_the_same_computers_take_no_more() {
    let (most, computers) = of_lines(30_000, |number| line(number, number % 100));
    assert_eq!(computers, 100);
    assert!(most <= ANYWAY + EACH * computers, "{most} bytes");
}

#[test]
fn a_gigabyte_in_one_line_is_not_held() {
    let long = io::repeat(b'y').take(1 << 30);
    let first = line(0, 0) + r#"{"x":""#;
    let last = "\"}\n".to_string() + &line(1, 1);
    let mut all = Read::chain(Read::chain(first.as_bytes(), long), last.as_bytes());
    let (most, computers) = taken(|inventory| read_places(&[Place::Input], &[], &mut all, inventory));
    assert_eq!(computers, 2);
    assert!(most <= 8_000_000, "{most} bytes");
}

#[test]
fn no_list_of_a_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..5_000 {
        std::fs::write(folder.path().join(format!("a-rather-long-name-of-a-file-{number:020}.json")), line(number, 7))
            .unwrap();
    }
    let place = |path: &Path| [Place::Path(path.into())];
    let (most, computers) = taken(|inventory| read_places(&place(folder.path()), &[], &mut io::empty(), inventory));
    assert_eq!(computers, 1);
    assert!(most <= 400_000, "{most} bytes for names of 270,000");
}
