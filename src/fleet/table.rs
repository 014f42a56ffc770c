//! The computers in their order: the worst first, those of one verdict and the same products together.

use super::age::Age;
use super::inventory::{Computer, Inventory};
use super::seen::VERDICTS;
use crate::assess::Verdict;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

/// What was read, in order.
pub struct Table {
    inventory: Inventory,
    /// Of the inventory's computers.
    order: Vec<u32>,
    pub(super) groups: Vec<Group>,
}

/// Computers of one verdict, with the same products.
pub(super) struct Group {
    pub verdict: Verdict,
    pub set: u32,
    /// Where they begin in the order, and how many they are.
    start: usize,
    pub count: usize,
}

/// How many computers there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub computers: usize,
    /// Results of which a newer one of the same computer was read.
    pub older: u64,
    /// What was left out.
    pub skipped: usize,
    /// Results that are older than was asked for.
    pub old: usize,
}

impl Table {
    /// Puts what was read in order.
    pub fn new(inventory: Inventory) -> Self {
        let computers = &inventory.computers;
        let mut counts: BTreeMap<(Verdict, u32), usize> = BTreeMap::new();
        for computer in computers {
            *counts.entry((computer.verdict, computer.set)).or_default() += 1;
        }
        let groups = counts.into_iter().map(|((verdict, set), count)| Group { verdict, set, start: 0, count });
        let mut groups: Vec<Group> = groups.collect();
        // Inside a verdict what most computers have comes first.
        groups.sort_by_cached_key(|group| {
            let ids = inventory.products.ids(group.set).collect::<Vec<_>>().join(" ");
            (group.verdict, Reverse(group.count), ids)
        });
        let mut start = 0;
        for group in &mut groups {
            group.start = start;
            start += group.count;
        }
        let places: HashMap<(Verdict, u32), usize> =
            groups.iter().enumerate().map(|(place, group)| ((group.verdict, group.set), place)).collect();
        let mut ends: Vec<usize> = groups.iter().map(|group| group.start).collect();
        let mut order = vec![0; computers.len()];
        for (at, computer) in (0_u32..).zip(computers) {
            let Some(end) = places.get(&(computer.verdict, computer.set)).and_then(|place| ends.get_mut(*place)) else {
                continue;
            };
            order[*end] = at;
            *end += 1;
        }
        for group in &groups {
            order[group.start..group.start + group.count]
                .sort_unstable_by(|one, other| compare(&computers[*one as usize], &computers[*other as usize]));
        }
        Self { inventory, order, groups }
    }

    /// How many there are.
    pub fn counts(&self) -> Counts {
        let all = &self.inventory;
        let old = all.computers.iter().filter(|computer| computer.age == Age::Old).count();
        Counts { computers: all.computers.len(), older: all.older, skipped: all.skipped.len(), old }
    }

    /// How many computers have each verdict, from the worst to the best.
    pub(super) fn verdicts(&self) -> [(Verdict, usize); 4] {
        VERDICTS.map(|(verdict, _)| {
            let of_it = self.groups.iter().filter(|group| group.verdict == verdict);
            (verdict, of_it.map(|group| group.count).sum())
        })
    }

    /// The computers of a group, in order.
    pub(super) fn computers(&self, group: &Group) -> impl Iterator<Item = &Computer> {
        let order = self.order.get(group.start..group.start + group.count).unwrap_or_default();
        order.iter().filter_map(|at| self.inventory.computers.get(*at as usize))
    }

    /// What was read.
    pub(super) fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    /// Writes one clean line for each computer, in order. Only of an inventory with a spool.
    ///
    /// # Errors
    /// What kept a line from being kept or written.
    pub fn write_lines(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.inventory.write_lines(&self.order, out)
    }
}

/// Which of two computers of a group comes first: the more urgent one, and then by name.
fn compare(one: &Computer, other: &Computer) -> Ordering {
    let place = |one: &Computer| (one.place, one.line);
    let by_name = || one.name().cmp(other.name()).then_with(|| one.file().cmp(other.file()));
    urgency(other).cmp(&urgency(one)).then_with(by_name).then_with(|| place(one).cmp(&place(other)))
}

/// What makes one computer of a group come before another: what has to wait for a restart, the worst danger and how
/// often it is there, and what could not be seen.
fn urgency(computer: &Computer) -> (bool, [u16; 5], u16) {
    (computer.left.fix_first, computer.left.counts, computer.required_unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_stand_from_the_worst_to_the_best() {
        let order = VERDICTS.map(|(verdict, _)| verdict);
        assert!(order.is_sorted());
    }
}
