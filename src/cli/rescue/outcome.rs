//! What a talk says of what became of an order, and why a disk stays closed.

use super::json::Done;
use super::words::{Talk, command_for};
use crate::act::rescue::RescueError;
use crate::cleanup::{CleanUpReason, CleanUpResult, PastRun};
use crate::cli::Exit;
use crate::cli::args::RescueWay;
use crate::i18n::MessageId;
use crate::machine::safe::safe_json;
use std::io::{self, Write};
use std::path::Path;

impl Talk<'_, '_> {
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

    /// Says what became of an order. `names` are those of the entries. `recovery`: this is the recovery system.
    pub(super) fn tell_done(
        &mut self,
        root: &Path,
        answer: &CleanUpResult,
        names: &[String],
        copies: &Path,
        recovery: bool,
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
        if exit == Exit::Clean && recovery {
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
}
