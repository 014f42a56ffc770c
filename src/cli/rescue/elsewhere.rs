//! A disk that is attached to a computer where nothing can be mended: what is on it, and what somebody types at the
//! prompt of the recovery system. The hive is read by us, and nothing is written to the disk.

use super::json;
use super::words::Talk;
use crate::act::rescue::by_hand;
use crate::act::rescue::look::Look;
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::cli::Exit;
use crate::cli::args::{Rescue, RescueWay};
use crate::cli::offline::offline_snapshot;
use crate::cli::terminal::Terminal;
use crate::files::write_named;
use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{Block, Card, sheet_html};
use crate::machine::safe::safe_json;
use crate::machine::{Artifact, FilterList};
use crate::probe::offline::{OfflineError, control_set};
use std::io::{self, Write};
use std::path::Path;

/// What is told before the lines.
const STEPS: [MessageId; 4] = [
    MessageId::RESCUE_ELSEWHERE_1,
    MessageId::RESCUE_ELSEWHERE_2,
    MessageId::RESCUE_ELSEWHERE_3,
    MessageId::RESCUE_ELSEWHERE_4,
];

/// Looks at the Windows below the folder that was named, and prints the steps; or writes them to a sheet.
///
/// # Errors
/// Only what keeps the answer from being written.
pub(super) fn carry_out(order: &Rescue, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let mut talk = Talk { order, person: false, elsewhere: true, texts, console };
    let Some(root) = order.offline.as_deref() else {
        return talk.complain(&texts.get(MessageId::RESCUE_SAY_WHICH)).map(|()| Exit::Usage);
    };
    if order.way != RescueWay::Look {
        return talk.complain(&texts.get(MessageId::RESCUE_WINDOWS_ONLY)).map(|()| Exit::Usage);
    }
    let catalog = Catalog::embedded();
    let snapshot = match offline_snapshot(root, catalog, texts, talk.console) {
        Ok(snapshot) => snapshot,
        Err(OfflineError::Locked) => return Ok(Exit::NotDone),
        Err(_) => return Ok(Exit::Data),
    };
    let look = Look { assessment: assess(&snapshot, catalog), snapshot };
    talk.tell_steps(root, &look)
}

/// The lists from which entries can go, each with those entries.
fn lists(look: &Look) -> Vec<(&FilterList, Vec<&str>)> {
    let mut lists: Vec<(&FilterList, Vec<&str>)> = Vec::new();
    for entry in look.entries().into_iter().filter(|entry| entry.fixable.is_ok()) {
        let Artifact::FilterEntry { list, .. } = &entry.found.artifact else { continue };
        let Some(seen) = look.snapshot.class_filters.items.iter().find(|seen| list.is(seen)) else { continue };
        match lists.iter_mut().find(|(known, _)| list.is(known)) {
            Some((_, names)) => names.push(&entry.found.name),
            None => lists.push((seen, vec![&entry.found.name])),
        }
    }
    lists
}

impl Talk<'_, '_> {
    fn tell_steps(&mut self, root: &Path, look: &Look) -> io::Result<Exit> {
        let file = ["Windows", "System32", "config", "SYSTEM"].iter().collect::<std::path::PathBuf>();
        let lists = lists(look);
        let set = control_set(root).filter(|_| !lists.is_empty());
        let lines = set.and_then(|set| by_hand::typed_lines(set, &lists)).unwrap_or_default();
        let exit = self.show(root, &root.join(&file), look)?;
        if self.order.json {
            let windows = vec![json::Windows::elsewhere(root, &root.join(&file), look, &lines)];
            writeln!(self.console.out, "{}", safe_json(&json::Disks { windows, closed: Vec::new() })?)?;
        } else if !lines.is_empty() {
            self.say_steps(&lines)?;
        }
        if lines.is_empty() && !lists.is_empty() {
            self.complain(&self.texts.get(MessageId::RESCUE_ELSEWHERE_ODD))?;
        }
        let Some(sheet) = self.order.sheet.as_deref().filter(|_| !lines.is_empty()) else { return Ok(exit) };
        Ok(if self.write_sheet(sheet, &lines)? { exit } else { Exit::NotDone })
    }

    fn say_steps(&mut self, lines: &[String]) -> io::Result<()> {
        writeln!(self.console.out)?;
        self.say(0, &self.texts.get(MessageId::RESCUE_ELSEWHERE))?;
        for (number, step) in (1..).zip(STEPS) {
            self.say(0, &format!("{number}. {}", self.texts.get(step)))?;
        }
        writeln!(self.console.out)?;
        // What is typed stands on one line of its own, however wide the terminal is.
        for line in lines {
            writeln!(self.console.out, "   {line}")?;
        }
        Ok(())
    }

    /// Writes the sheet, whole or not at all. Returns whether it is there.
    fn write_sheet(&mut self, file: &Path, lines: &[String]) -> io::Result<bool> {
        let before = STEPS.iter().map(|step| Say::from(*step)).collect();
        let typed = lines.iter().map(Say::verbatim).collect();
        let blocks = [
            Block::Card(Box::new(Card { body: vec![MessageId::RESCUE_ELSEWHERE.into()], ..Card::default() })),
            Block::Steps(before),
            Block::Heading(MessageId::RESCUE_ELSEWHERE_LINES.into()),
            Block::Steps(typed),
        ];
        let html = sheet_html(&MessageId::RESCUE_ELSEWHERE_TITLE.into(), &blocks, false, self.texts);
        let name = file.to_string_lossy();
        let (said, there) = match write_named(file, html.as_bytes()) {
            Ok(()) => (self.texts.with(MessageId::RESCUE_SHEET_WRITTEN, &[("file", name.into())]), true),
            Err(error) => {
                let arguments = [("file", name.into()), ("problem", error.to_string().into())];
                (self.texts.with(MessageId::RESCUE_SHEET_FAILED, &arguments), false)
            }
        };
        self.complain(&said).map(|()| there)
    }
}

#[cfg(test)]
mod tests;
