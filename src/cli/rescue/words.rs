//! What a talk says of what was found.

use super::page::write_paragraph;
use crate::act::rescue::look::{Entry, Look};
use crate::cleanup::Device;
use crate::cli::Exit;
use crate::cli::args::Rescue;
use crate::cli::terminal::Terminal;
use crate::i18n::{MessageId, Texts};
use std::io::{self, Write};
use std::path::Path;

/// A talk about the disks of a computer.
pub(super) struct Talk<'t, 'c> {
    pub order: &'t Rescue,
    pub person: bool,
    /// Whether nothing is changed here: the steps are for the recovery system of that Windows.
    pub elsewhere: bool,
    pub texts: &'t Texts,
    pub console: &'t mut Terminal<'c>,
}

impl Talk<'_, '_> {
    /// Shows what a look found, and says what it means for the exit code.
    /// `root` and `file`: where that Windows lies, and its hive.
    pub(super) fn show(&mut self, root: &Path, file: &Path, look: &Look) -> io::Result<Exit> {
        let (entries, gaps) = (look.entries(), look.gaps().count());
        if !self.order.json {
            writeln!(self.console.out)?;
            let place = root.display().to_string();
            self.say(0, &self.texts.with(MessageId::RESCUE_WINDOWS, &[("root", place.into())]))?;
            self.say_which(look)?;
            if entries.is_empty() {
                self.say(0, &self.texts.get(MessageId::RESCUE_NOTHING))?;
            }
            for (number, entry) in (1..).zip(&entries) {
                self.show_entry(number, entry, root, file)?;
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

    /// Which Windows it is, and what is installed there.
    fn say_which(&mut self, look: &Look) -> io::Result<()> {
        if let Some(version) = look.version() {
            self.say(3, version)?;
        }
        let products: Vec<&str> = look.products().collect();
        if !products.is_empty() {
            let arguments = [("products", products.join(", ").into())];
            self.say(3, &self.texts.with(MessageId::RESCUE_INSTALLED, &arguments))?;
        }
        match look.no_software() {
            Some(gap) => {
                let arguments = [("why", gap.detail.as_str().into())];
                self.say(3, &self.texts.with(MessageId::RESCUE_NO_SOFTWARE, &arguments))
            }
            None => Ok(()),
        }
    }

    fn show_entry(&mut self, number: usize, entry: &Entry<'_>, root: &Path, file: &Path) -> io::Result<()> {
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
        let file = file.display().to_string();
        self.say(3, &self.texts.with(MessageId::RESCUE_FILE, &[("file", file.into())]))?;
        self.say(3, &self.texts.with(MessageId::RESCUE_LIST, &[("list", entry.list.as_str().into())]))?;
        self.say(3, &self.texts.with(MessageId::RESCUE_ENTRY, &[("entry", name.into())]))?;
        if entry.fixable.is_ok() && !self.person && !self.elsewhere {
            let command = command_for(root, &format!("--apply {}", entry.found.id));
            self.say(3, &self.texts.get(MessageId::RESCUE_COMMAND))?;
            self.say(6, &command)?;
        }
        Ok(())
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
