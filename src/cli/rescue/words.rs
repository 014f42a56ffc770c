//! What a talk says: what was found, what became of it, and why a disk stays closed.

use super::json::Done;
use super::page::write_paragraph;
use crate::act::rescue::RescueError;
use crate::act::rescue::hive::{Disks, OfflineHive};
use crate::act::rescue::session::{Entry, Look, Session};
use crate::cleanup::{CleanUpReason, CleanUpResult, Device, PastRun};
use crate::cli::Exit;
use crate::cli::args::{Rescue, RescueWay};
use crate::cli::terminal::Terminal;
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::safe_json;
use std::io::{self, Write};
use std::path::Path;

/// A talk about the disks of a computer.
pub(super) struct Talk<'t, 'c, D> {
    pub disks: &'t D,
    pub order: &'t Rescue,
    pub person: bool,
    pub texts: &'t Texts,
    pub console: &'t mut Terminal<'c>,
}

impl<D: Disks> Talk<'_, '_, D> {
    /// Shows what a look found, and says what it means for the exit code.
    pub(super) fn show(&mut self, session: &Session<D::Hive>, look: &Look) -> io::Result<Exit> {
        let (entries, gaps) = (look.entries(), look.gaps().count());
        if !self.order.json {
            let root = session.hive().root().display().to_string();
            writeln!(self.console.out)?;
            self.say(0, &self.texts.with(MessageId::RESCUE_WINDOWS, &[("root", root.as_str().into())]))?;
            if entries.is_empty() {
                self.say(0, &self.texts.get(MessageId::RESCUE_NOTHING))?;
            }
            for (number, entry) in (1..).zip(&entries) {
                self.show_entry(number, entry, session.hive())?;
            }
            if gaps > 0 {
                self.say(0, &self.texts.get(MessageId::RESCUE_GAPS))?;
            }
            for gap in look.gaps() {
                let why = self.texts.get(MessageId::why(gap.why));
                let arguments = [("place", gap.place.as_str().into()), ("why", why.into())];
                self.say(3, &self.texts.with(MessageId::RESCUE_GAP, &arguments))?;
            }
        }
        Ok(match (entries.is_empty(), gaps) {
            (false, _) => Exit::Leftovers,
            (true, 0) => Exit::Clean,
            (true, _) => Exit::NotDone,
        })
    }

    fn show_entry(&mut self, number: usize, entry: &Entry<'_>, hive: &D::Hive) -> io::Result<()> {
        let device = Device::of_class(entry.key).name();
        let name = entry.found.name.as_str();
        let words = self.texts.with(MessageId::RESCUE_STOPS, &[("device", device.into()), ("name", name.into())]);
        let numbered = [("number", number.into()), ("words", words.as_str().into())];
        let first =
            if entry.fixable.is_ok() { self.texts.with(MessageId::RESCUE_NUMBER, &numbered) } else { words.clone() };
        self.say(0, &first)?;
        let why =
            if entry.found.fix_first() { MessageId::RESCUE_DRIVER_MISSING } else { MessageId::RESCUE_DRIVER_UNKNOWN };
        self.say(3, &self.texts.get(why))?;
        if entry.found.fix_first() && entry.fixable.is_err() {
            self.say(3, &self.texts.get(MessageId::RESCUE_LEFT_ALONE))?;
        }
        let file = hive.file().display().to_string();
        self.say(3, &self.texts.with(MessageId::RESCUE_FILE, &[("file", file.into())]))?;
        self.say(3, &self.texts.with(MessageId::RESCUE_LIST, &[("list", entry.list.as_str().into())]))?;
        self.say(3, &self.texts.with(MessageId::RESCUE_ENTRY, &[("entry", name.into())]))?;
        if entry.fixable.is_ok() && !self.person {
            let command = command_for(hive.root(), &format!("--apply {}", entry.found.id));
            self.say(3, &self.texts.get(MessageId::RESCUE_COMMAND))?;
            self.say(6, &command)?;
        }
        Ok(())
    }

    /// Says what an entry does that comes back without its driver.
    pub(super) fn warn(&mut self, fix: &PastRun) -> io::Result<()> {
        for item in &fix.removed {
            if let Some(device) = item.stops.as_deref() {
                let arguments = [("name", item.name.as_str().into()), ("device", device.into())];
                self.complain(&self.texts.with(MessageId::CLEANUP_CLI_WARNING, &arguments))?;
            }
        }
        Ok(())
    }

    /// Says what became of an order. `names` are those of the entries.
    pub(super) fn tell_done(
        &mut self,
        root: &Path,
        answer: &CleanUpResult,
        names: &[String],
        copies: &Path,
    ) -> io::Result<Exit> {
        let exit = if answer.all_done() { Exit::Clean } else { Exit::NotDone };
        if self.order.json {
            let done = Done { root: root.display().to_string(), result: answer };
            return writeln!(self.console.out, "{}", safe_json(&done)?).map(|()| exit);
        }
        let undo = self.order.way == RescueWay::Undo;
        let name =
            |at: usize, id: &str| names.get(at).filter(|_| names.len() == 1).cloned().unwrap_or_else(|| id.into());
        for (at, id) in answer.done.iter().enumerate() {
            let message = if undo { MessageId::RESCUE_RETURNED } else { MessageId::RESCUE_DONE };
            self.say(0, &self.texts.with(message, &[("name", name(at, id).into())]))?;
        }
        for one in answer.failed.iter().chain(&answer.skipped) {
            // What is about no entry says all there is to say.
            if one.why == CleanUpReason::NothingKept {
                self.say(0, &one.detail)?;
                continue;
            }
            let why = self.texts.with(MessageId::CLEAN_WHY, &[("why", one.why.word().into())]);
            let arguments = [("name", name(0, &one.id).into()), ("why", why.into())];
            self.say(0, &self.texts.with(MessageId::RESCUE_FAILED, &arguments))?;
            if !one.detail.is_empty() {
                self.say(3, &one.detail)?;
            }
        }
        if answer.run.is_empty() {
            return Ok(exit);
        }
        let folder = copies.display().to_string();
        self.say(0, &self.texts.with(MessageId::RESCUE_COPY, &[("folder", folder.into())]))?;
        if !undo {
            let command = command_for(root, "--undo");
            self.say(0, &self.texts.get(MessageId::RESCUE_UNDO))?;
            self.say(3, &command)?;
        }
        if exit == Exit::Clean && self.disks.is_recovery() {
            self.say(0, &self.texts.get(MessageId::RESCUE_RESTART))?;
        }
        Ok(exit)
    }

    /// Says why a place was not looked at, and what helps.
    pub(super) fn tell_closed(&mut self, root: &Path, why: &RescueError) -> io::Result<()> {
        if self.order.json && self.order.way == RescueWay::Look {
            return Ok(());
        }
        let place = root.display().to_string();
        let arguments = [("root", place.into()), ("why", self.why(root, why).into())];
        let said = self.texts.with(MessageId::RESCUE_CLOSED, &arguments);
        self.complain(&said)?;
        match why {
            RescueError::Damaged(words)
            | RescueError::Failed(words)
            | RescueError::NotWritable(words)
            | RescueError::StaysLoaded(words)
            | RescueError::NotReadAgain(words)
            | RescueError::Link(words) => self.complain(words),
            _ => Ok(()),
        }
    }

    pub(super) fn why(&self, root: &Path, why: &RescueError) -> String {
        let drive = root.to_string_lossy().chars().take(2).collect::<String>();
        let unlock = format!("manage-bde -unlock {drive} -RecoveryPassword KEY");
        let wake = format!(r"del /a {drive}\hiberfil.sys");
        let arguments = [("why", why.word().into()), ("unlock", unlock.into()), ("wake", wake.into())];
        self.texts.with(MessageId::RESCUE_WHY, &arguments)
    }

    pub(super) fn say(&mut self, indent: usize, text: &str) -> io::Result<()> {
        write_paragraph(&mut self.console.out, indent, indent + 3, text)
    }

    pub(super) fn complain(&mut self, text: &str) -> io::Result<()> {
        write_paragraph(&mut self.console.err, 0, 3, text)
    }
}

/// How this is typed for one Windows.
pub(super) fn command_for(root: &Path, rest: &str) -> String {
    let root = root.display().to_string();
    let root = if root.contains(' ') { format!("\"{}\"", root.trim_end_matches('\\')) } else { root };
    format!("cleanbreak-cli rescue --offline {root} {rest}")
}
