//! What is kept of each computer: what its row needs, of its newest result.

use super::age::{Age, Ages};
use super::label::{label_of_file, safe_label};
use super::line::{Known, write_line};
use super::product_sets::ProductSets;
use super::seen::{Left, Seen};
use super::skipped::{Reason, Skipped};
use super::spool::Spool;
use crate::assess::Verdict;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;
use std::io;

/// No more pieces of one file are named that were left out; the rest is counted.
const MOST_SKIPPED: u32 = 10;

/// The newest result of each computer, and what was left out.
pub struct Inventory {
    ages: Ages,
    pub(super) computers: Vec<Computer>,
    by_name: HashTable<u32>,
    hasher: DefaultHashBuilder,
    pub(super) products: ProductSets,
    /// Folders, and files with more than one result.
    pub(super) places: Vec<Box<str>>,
    pub(super) skipped: Vec<Skipped>,
    /// Results of a computer of which a newer one was read.
    pub(super) older: u64,
    spool: Option<Spool>,
    spool_error: Option<io::Error>,
    line: Vec<u8>,
}

/// A computer. There may be millions of them.
pub(super) struct Computer {
    /// What it is called, and then the name of its file in the place.
    text: Box<str>,
    /// [`i64::MIN`]: it does not say when.
    seen_at: i64,
    /// Where its line is in the spool.
    pub spooled: u64,
    pub place: u32,
    /// Where its result begins in the file.
    pub line: u32,
    pub set: u32,
    name_length: u16,
    pub unknown: u16,
    pub required_unknown: u16,
    pub left: Left,
    pub verdict: Verdict,
    pub age: Age,
}

impl Computer {
    #[inline(always)]
    pub fn name(&self) -> &str {
        self.text.get(..self.name_length.into()).unwrap_or_default()
    }

    /// Its file, in the place.
    pub fn file(&self) -> &str {
        self.text.get(self.name_length.into()..).unwrap_or_default()
    }

    /// In seconds since 1970 UTC. None: it does not say.
    pub fn seen_at(&self) -> Option<i64> {
        (self.seen_at != i64::MIN).then_some(self.seen_at)
    }
}

/// Where a result was read.
#[derive(Clone, Copy)]
pub(super) struct Origin<'o> {
    pub place: u32,
    /// The file in that place. Empty: the place is the file, and has many results.
    pub file: &'o str,
    pub line: u32,
}

impl Inventory {
    /// An empty one. `now`: in seconds since 1970 UTC. A result is old after so many days. With a spool, the lines of
    /// the computers can be written in the end.
    pub fn new(now: u64, stale_days: u32, spool: Option<Spool>) -> Self {
        Self {
            ages: Ages { now: i64::try_from(now).unwrap_or(i64::MAX), days: stale_days },
            computers: Vec::new(),
            by_name: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            products: ProductSets::new(),
            places: Vec::new(),
            skipped: Vec::new(),
            older: 0,
            spool,
            spool_error: None,
            line: Vec::new(),
        }
    }

    /// The number of a folder, or of a file with many results.
    pub(super) fn add_place(&mut self, place: &str) -> u32 {
        self.places.push(place.into());
        u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
    }

    /// A folder, or a file with many results.
    pub(super) fn place(&self, place: u32) -> &str {
        self.places.get(place as usize).map(|place| &**place).unwrap_or_default()
    }

    /// The path of a file in a place.
    pub(super) fn path_of(&self, place: u32, file: &str) -> String {
        match (self.place(place), file) {
            (place, "") => place.into(),
            ("", file) => file.into(),
            (place, file) if place.ends_with(std::path::is_separator) => format!("{place}{file}"),
            (place, file) => format!("{place}{}{file}", std::path::MAIN_SEPARATOR),
        }
    }

    /// Adds a result. Of two of the same computer the newer one stays.
    pub(super) fn add(&mut self, seen: &Seen<'_, '_>, origin: Origin<'_>) {
        let label = seen.label.filter(|label| !label.is_empty()).map(safe_label);
        let of_file = || label_of_file(origin.file).map(safe_label);
        // Without either, no other result is known to be of the same computer.
        let (name, shared) = match label.clone().or_else(of_file) {
            Some(name) => (name, true),
            None => (self.own_name(origin).into(), false),
        };
        let hash = self.hasher.hash_one(&*name);
        let same = |at: &u32| self.computers.get(*at as usize).is_some_and(|one| one.name() == name);
        let known = if shared { self.by_name.find(hash, same).copied() } else { None };
        if let Some(known) = known.map(|at| &self.computers[at as usize]) {
            self.older += 1;
            if !self.is_newer(seen, origin, known) {
                return;
            }
        }
        let age = self.ages.age_of(seen.seen_at);
        let spooled = self.spool_line(seen, origin, &name, label.as_deref(), age);
        let computer = Computer {
            text: [&*name, origin.file].concat().into(),
            seen_at: seen.seen_at.unwrap_or(i64::MIN),
            spooled,
            place: origin.place,
            line: origin.line,
            set: self.products.number_of(seen.products),
            name_length: u16::try_from(name.len()).unwrap_or(u16::MAX),
            unknown: seen.unknown,
            required_unknown: seen.required_unknown,
            left: seen.left,
            verdict: seen.verdict,
            age,
        };
        match known {
            Some(at) => self.computers[at as usize] = computer,
            None => {
                let at = u32::try_from(self.computers.len()).unwrap_or(u32::MAX);
                self.computers.push(computer);
                if shared {
                    let (computers, hasher) = (&self.computers, &self.hasher);
                    let hash_of = |at: &u32| hasher.hash_one(computers[*at as usize].name());
                    self.by_name.insert_unique(hash, at, hash_of);
                }
            }
        }
    }

    /// What a computer is called that has no name.
    fn own_name(&self, origin: Origin<'_>) -> String {
        if !origin.file.is_empty() {
            return safe_label(origin.file.strip_suffix(".json").unwrap_or(origin.file)).into_owned();
        }
        let path = self.path_of(origin.place, "");
        let file = path.rsplit(std::path::is_separator).next().unwrap_or_default();
        format!("{}:{}", safe_label(file), origin.line)
    }

    /// Whether a result is newer than the one that is known. Of two of one moment it is the one whose path is later,
    /// since folders are read in any order.
    fn is_newer(&self, seen: &Seen<'_, '_>, origin: Origin<'_>, known: &Computer) -> bool {
        let moment = seen.seen_at.unwrap_or(i64::MIN);
        if moment != known.seen_at {
            return moment > known.seen_at;
        }
        let (path, other) = (self.path_of(origin.place, origin.file), self.path_of(known.place, known.file()));
        (path, origin.line) > (other, known.line)
    }

    fn spool_line(
        &mut self,
        seen: &Seen<'_, '_>,
        origin: Origin<'_>,
        name: &str,
        label: Option<&str>,
        age: Age,
    ) -> u64 {
        let Some(mut spool) = self.spool.take() else { return 0 };
        let file = self.path_of(origin.place, origin.file);
        let known = Known { computer: name, label, file: &file, line: origin.line, age: age.name() };
        write_line(&known, seen, &mut self.line);
        match spool.push(&self.line) {
            Ok(at) => {
                self.spool = Some(spool);
                at
            }
            Err(error) => {
                self.spool_error = Some(error);
                0
            }
        }
    }

    /// Notes what was left out. `count`: how many pieces of this file already were.
    pub(super) fn skip(&mut self, origin: Origin<'_>, reason: Reason, count: &mut u32) {
        *count = count.saturating_add(1);
        if *count <= MOST_SKIPPED {
            let Origin { place, file, line } = origin;
            self.skipped.push(Skipped { place, name: file.into(), line, reason });
        } else if let Some(last) = self.skipped.last_mut() {
            last.line = 0;
            last.reason = Reason::More(*count - MOST_SKIPPED + 1);
        }
    }

    /// Writes the lines of these computers, in their order.
    ///
    /// # Errors
    /// What kept a line from being kept or written.
    pub(super) fn write_lines(&mut self, order: &[u32], out: &mut dyn io::Write) -> io::Result<()> {
        if let Some(error) = self.spool_error.take() {
            return Err(error);
        }
        let computers = &self.computers;
        let places = order.iter().filter_map(|at| computers.get(*at as usize)).map(|computer| computer.spooled);
        match &mut self.spool {
            Some(spool) => spool.copy_lines(places, out),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_takes_no_more_room_than_its_budget_leaves() {
        assert!(size_of::<Computer>() <= 72, "{}", size_of::<Computer>());
    }
}
