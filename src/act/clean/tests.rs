//! The runner over a registry in memory: filter lists with neighbours, a driver's key, and the restart
//! between them.

use super::*;
use crate::assess::{Examined, assess};
use crate::catalog::Catalog;
use crate::cleanup::{Change, CleanUpKind, Edit, Items, Plan, Rules, Selection, filter_list, plan};
use crate::machine::{Grant, Os, Snapshot, SystemStart};
use std::collections::BTreeMap;

const MOUSE: &str = r"Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}\UpperFilters";
const NOW: Now = Now { at: 1_790_000_000, start: SystemStart { booted: 1_000, boot_id: None } };

fn rules() -> Rules<'static> {
    Rules { os: Os::Windows, catalog: Catalog::embedded(), grant: Grant::of_practice() }
}

/// Some minutes after it, in a start with this time.
fn later(booted: u64) -> Now {
    Now { at: NOW.at + 600, start: start(booted, None) }
}

fn start(booted: u64, boot_id: Option<&str>) -> SystemStart {
    SystemStart { booted, boot_id: boot_id.map(str::to_string) }
}

fn list(names: &str) -> Vec<u8> {
    names.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A journal in memory.
#[derive(Default)]
struct Lines(String);

impl Storage for &mut Lines {
    fn append(&mut self, line: &str) -> io::Result<()> {
        self.0.push_str(line);
        self.0.push('\n');
        Ok(())
    }
    fn read(&mut self) -> io::Result<String> {
        Ok(self.0.clone())
    }
}

/// A registry in memory: filter lists, and keys of drivers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Registry {
    lists: BTreeMap<String, Vec<u8>>,
    services: BTreeMap<String, Vec<u8>>,
    files: Vec<String>,
}

#[derive(Clone, Serialize, serde::Deserialize)]
enum Memory {
    List(Edit),
    Key(Vec<u8>),
    File,
}

impl Registry {
    fn new() -> Self {
        Self {
            lists: BTreeMap::from([(MOUSE.into(), list("before\0klmouflt\0\0mouclass\0\0"))]),
            services: BTreeMap::from([("klmouflt".into(), vec![1, 2, 3])]),
            files: vec![r"C:\Windows\System32\drivers\klmouflt.sys".into()],
        }
    }

    /// The recorded computer as this registry makes it look.
    fn look(&self) -> Snapshot {
        let text = include_str!("../../../tests/recordings/mouse-filter.json");
        let mut snapshot: Snapshot = serde_json::from_str(text).unwrap();
        snapshot.class_filters.items.retain(|one| !one.entries.iter().any(|name| name.starts_with("kl")));
        for (place, bytes) in &self.lists {
            let (key, _) = place.rsplit_once('\\').unwrap();
            let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            let names = String::from_utf16(&units).unwrap();
            snapshot.class_filters.items.push(crate::machine::FilterList {
                key: key.into(),
                level: crate::machine::FilterLevel::Class,
                side: crate::machine::FilterSide::Upper,
                class_guid: key.rsplit('\\').next().map(str::to_string),
                class_name: None,
                entries: names.split('\0').filter(|name| !name.is_empty()).map(str::to_string).collect(),
                oddity: None,
                registered: std::collections::BTreeMap::new(),
            });
        }
        snapshot.services.items.retain(|one| one.name != "klmouflt");
        snapshot.services.items.extend(self.services.keys().map(|name| crate::machine::Service {
            name: name.clone(),
            kind: crate::machine::ServiceKind::KernelDriver,
            start: Some(crate::machine::Start::Manual),
            state: crate::machine::State::Stopped,
            image: crate::machine::Image {
                path: self.files.first().cloned(),
                raw: None,
                there: crate::machine::Presence::Present,
            },
            ..Default::default()
        }));
        snapshot
    }

    fn plan(&self, unhooked: &[String]) -> Plan {
        let snapshot = self.look();
        let assessment = assess(&snapshot, Catalog::embedded());
        let named = |one: &&crate::assess::Leftover| one.name == "klmouflt";
        let ids: Vec<String> = assessment.leftovers.iter().filter(named).map(|one| one.id.clone()).collect();
        let seen = Examined::new(&snapshot, &assessment, Catalog::embedded());
        plan(&seen, &Selection::leftovers(ids, Vec::new()), unhooked)
    }
}

impl Backend for Registry {
    type UndoData = Memory;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        let there = match action.change() {
            Change::TakeFilterEntry { entry, .. } => filter_list::without_entry(&self.lists[MOUSE], entry).is_ok(),
            Change::DeleteService { key } => self.services.contains_key(key),
            Change::MoveFile { path } => self.files.contains(path),
            _ => false,
        };
        if there { Ok(()) } else { Err(StepError::new(StepErrorKind::Gone, "gone")) }
    }

    fn keep(&mut self, _step: usize, action: &Action) -> Result<Memory, StepError> {
        Ok(match action.change() {
            Change::TakeFilterEntry { list, entry } => {
                let before = self.lists[MOUSE].clone();
                let after = filter_list::without_entry(&before, entry)
                    .map_err(|why| StepError::new(StepErrorKind::Changed, why.to_string()))?;
                let (key, value, entry) = (list.key.clone(), list.value.clone(), entry.clone());
                Memory::List(Edit { id: action.id().into(), key, value, entry, before, after })
            }
            Change::DeleteService { key } => Memory::Key(self.services[key].clone()),
            _ => Memory::File,
        })
    }

    fn perform(&mut self, action: &Action, kept: &Memory) -> Result<(), StepError> {
        match (action.change(), kept) {
            (_, Memory::List(edit)) if self.lists[MOUSE] == edit.before => {
                self.lists.insert(MOUSE.into(), edit.after.clone());
            }
            (_, Memory::List(_)) => return Err(StepError::new(StepErrorKind::Changed, "the list has changed")),
            (Change::DeleteService { key }, _) => drop(self.services.remove(key)),
            (Change::MoveFile { path }, _) => self.files.retain(|file| file != path),
            _ => {}
        }
        Ok(())
    }

    fn put_back(&mut self, action: &Action, kept: &Memory) -> Result<(), StepError> {
        match (action.change(), kept) {
            (_, Memory::List(edit)) => {
                let taken = filter_list::Taken { entry: &edit.entry, before: &edit.before, after: &edit.after };
                let back = filter_list::with_back(&self.lists[MOUSE], &taken);
                self.lists
                    .insert(MOUSE.into(), back.map_err(|why| StepError::new(StepErrorKind::Changed, why.to_string()))?);
            }
            (Change::DeleteService { key }, Memory::Key(content)) => {
                self.services.insert(key.clone(), content.clone());
            }
            (Change::MoveFile { path }, _) => self.files.push(path.clone()),
            _ => {}
        }
        Ok(())
    }

    fn discard(&mut self, _step: usize) {}
}

fn begin(lines: &mut Lines) -> Run<'static, &mut Lines, Memory> {
    Run::begin(lines, "20260921-141320", CleanUpKind::Leftovers, &NOW, rules()).unwrap()
}

#[test]
fn a_hook_goes_in_two_runs_with_a_restart_between_and_comes_back() {
    let (mut registry, mut lines) = (Registry::new(), Lines::default());
    let before = registry.clone();
    let mut open = begin(&mut lines);
    let first = registry.plan(&[]);
    let answer = run_steps(&mut registry, &mut open, &first, &NOW).unwrap();
    assert_eq!((answer.done.len(), answer.skipped.len(), answer.restart_needed), (1, 1, true), "{answer:?}");
    assert_eq!(answer.skipped[0].why, CleanUpReason::AfterRestart);
    assert_eq!(registry.lists[MOUSE], list("before\0\0mouclass\0\0"), "the neighbours stay, byte for byte");
    assert_eq!(registry.services, before.services);
    // Asked again without a restart, it still waits.
    let unhooked: Vec<String> = open.log().unhooked_in(&NOW.start).collect();
    let waiting = registry.plan(&unhooked);
    let again = run_steps(&mut registry, &mut open, &waiting, &NOW).unwrap();
    assert_eq!((again.done.len(), registry.services.len()), (0, 1));
    // After it, the key goes, then the file.
    let later = later(1_600);
    let unhooked: Vec<String> = open.log().unhooked_in(&later.start).collect();
    let rest = registry.plan(&unhooked);
    let last = run_steps(&mut registry, &mut open, &rest, &later).unwrap();
    assert_eq!((last.failed.len(), last.skipped.len(), last.restart_needed), (0, 0, false), "{last:?}");
    assert!(registry.services.is_empty() && registry.files.is_empty());
    let back = undo_run(&mut registry, &mut open, Items::All).unwrap();
    assert_eq!((back.failed.len(), &registry), (0, &before));
}

#[test]
fn the_entry_does_not_come_back_without_its_driver() {
    let (mut registry, mut lines) = (Registry::new(), Lines::default());
    let before = registry.clone();
    let mut open = begin(&mut lines);
    let first = registry.plan(&[]);
    run_steps(&mut registry, &mut open, &first, &NOW).unwrap();
    let later = later(1_600);
    let rest = registry.plan(&[]);
    run_steps(&mut registry, &mut open, &rest, &later).unwrap();
    let ids = [first.actions[0].id().to_string()];
    let answer = undo_run(&mut registry, &mut open, Items::Ids(&ids)).unwrap();
    assert_eq!((answer.done.len(), &registry), (2, &before), "driver, file and entry come back together");
}

#[test]
fn new_neighbours_stay_where_they_are() {
    let (mut registry, mut lines) = (Registry::new(), Lines::default());
    let mut open = begin(&mut lines);
    let planned = registry.plan(&[]);
    registry.lists.insert(MOUSE.into(), list("before\0new\0klmouflt\0\0mouclass\0newer\0\0"));
    run_steps(&mut registry, &mut open, &planned, &NOW).unwrap();
    assert_eq!(registry.lists[MOUSE], list("before\0new\0\0mouclass\0newer\0\0"));
    registry.lists.insert(MOUSE.into(), list("other\0new\0\0mouclass\0newer\0newest\0\0"));
    undo_run(&mut registry, &mut open, Items::All).unwrap();
    assert_eq!(registry.lists[MOUSE], list("other\0new\0\0klmouflt\0mouclass\0newer\0newest\0\0"));
}

/// Unhooks the driver in one start, asks again in another, and tells whether its key could go.
fn key_goes(first: SystemStart, second: SystemStart) -> bool {
    let (mut registry, mut lines) = (Registry::new(), Lines::default());
    let mut open = begin(&mut lines);
    let unhook = registry.plan(&[]);
    run_steps(&mut registry, &mut open, &unhook, &Now { at: NOW.at, start: first }).unwrap();
    assert_eq!(registry.services.len(), 1, "it waits for the restart");
    drop(open);
    // Read again from the journal, as by the program that comes back.
    let mut again: Run<'_, _, Memory> = Run::open(&mut lines, rules()).unwrap();
    let unhooked: Vec<String> = again.log().unhooked_in(&second).collect();
    let rest = registry.plan(&unhooked);
    run_steps(&mut registry, &mut again, &rest, &Now { at: NOW.at + 600, start: second }).unwrap();
    registry.services.is_empty()
}

#[test]
fn what_waits_for_a_restart_goes_by_the_identity_of_a_start_and_not_by_the_clock() {
    for (booted, id, goes, why) in [
        (1_000, Some("18"), true, "an empty battery: each start has the same time"),
        (9_999, Some("17"), false, "the clock was set"),
        (1_000, Some("17"), false, "nothing happened"),
        (9_999, Some("18"), true, "it was restarted"),
        (9_999, None, true, "without an identity the time says it"),
        (1_030, None, false, "within what clocks drift"),
        (0, None, false, "a time that is not known is no other time"),
    ] {
        assert_eq!(key_goes(start(1_000, Some("17")), start(booted, id)), goes, "{why}");
    }
}
