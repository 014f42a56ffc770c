//! What is said and asked, with the keyboard alone: each entry with its file and its list, a number, and what became
//! of it. A script says which findings it means.

use super::json::{self, Closed, Done, Windows};
use super::page::write_paragraph;
use crate::act::rescue::RescueError;
use crate::act::rescue::hive::{Disks, OfflineHive};
use crate::act::rescue::session::{Entry, Look, Session};
use crate::cleanup::{CleanUpResult, Device, PastRun};
use crate::cli::Exit;
use crate::cli::args::{Rescue, RescueWay};
use crate::cli::terminal::Terminal;
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::safe_json;
use std::io::{self, Write};
use std::path::Path;

/// Carries out an order. `person`: somebody is there to answer.
///
/// # Errors
/// Only what keeps the answer from being written.
pub(super) fn carry_out<D: Disks>(
    disks: &D,
    order: &Rescue,
    person: bool,
    texts: &Texts,
    console: &mut Terminal<'_>,
) -> io::Result<Exit> {
    let mut talk = Talk { disks, order, person: person && !order.json, texts, console };
    if order.offline.is_none() && !disks.is_recovery() {
        return talk.complain(&texts.get(MessageId::RESCUE_NOT_HERE)).map(|()| Exit::Usage);
    }
    if !disks.standing().has_rights() {
        return talk.complain(&talk.why(Path::new(""), &RescueError::NoRights)).map(|()| Exit::NoRights);
    }
    talk.everywhere()
}

/// A talk about the disks of a computer.
struct Talk<'t, 'c, D> {
    disks: &'t D,
    order: &'t Rescue,
    person: bool,
    texts: &'t Texts,
    console: &'t mut Terminal<'c>,
}

/// What matters more, for the exit code of several disks.
const RANKS: [Exit; 6] = [Exit::Clean, Exit::Data, Exit::Usage, Exit::Leftovers, Exit::NotDone, Exit::NoRights];

fn worse(one: Exit, other: Exit) -> Exit {
    let rank = |exit| RANKS.iter().position(|known| *known == exit);
    if rank(one) < rank(other) { other } else { one }
}

/// How a Windows that is not looked at ends the program, if there is no other.
fn exit_of(error: &RescueError) -> Exit {
    match error {
        RescueError::NoWindows | RescueError::Damaged(_) | RescueError::Link(_) => Exit::Data,
        RescueError::Running => Exit::Usage,
        RescueError::NoRights => Exit::NoRights,
        _ => Exit::NotDone,
    }
}

impl<D: Disks> Talk<'_, '_, D> {
    /// Every place that is meant.
    fn everywhere(&mut self) -> io::Result<Exit> {
        let roots = self.order.offline.clone().map_or_else(|| self.disks.drives(), |root| vec![root]);
        let (mut hives, mut closed) = (Vec::new(), Vec::new());
        for root in roots {
            match self.disks.hive_below(&root) {
                Ok(hive) => hives.push(hive),
                Err(why) => closed.push((root, why)),
            }
        }
        let mut exit = closed.iter().map(|(_, why)| exit_of(why)).fold(Exit::Clean, worse);
        // A drive without a Windows, and the recovery system itself, are no matter where there is another.
        if !hives.is_empty() && matches!(exit, Exit::Data | Exit::Usage) {
            exit = Exit::Clean;
        }
        let mut told = json::Disks::default();
        told.closed.extend(closed.iter().map(|(root, why)| Closed::new(root, why)));
        for (root, why) in &closed {
            self.tell_closed(root, why)?;
        }
        if self.order.way != RescueWay::Look {
            return self.change_one(hives, exit);
        }
        for hive in hives {
            exit = worse(exit, self.look_at(hive, &mut told)?);
        }
        if self.order.json {
            writeln!(self.console.out, "{}", safe_json(&told)?)?;
        } else if exit == Exit::Data {
            self.say(0, &self.texts.get(MessageId::RESCUE_NONE))?;
        }
        Ok(exit)
    }

    /// One Windows: what is in it, and as long as somebody chooses, what goes.
    fn look_at(&mut self, hive: D::Hive, told: &mut json::Disks) -> io::Result<Exit> {
        let root = hive.root().to_path_buf();
        let (mut hive, mut exit) = (hive, Exit::Clean);
        loop {
            let opened = Session::open(hive, self.disks.standing()).and_then(|session| Ok((session.look()?, session)));
            let (look, session) = match opened {
                Ok(opened) => opened,
                Err(why) => {
                    told.closed.push(Closed::new(&root, &why));
                    return self.tell_closed(&root, &why).map(|()| worse(exit, exit_of(&why)));
                }
            };
            told.windows.push(Windows::new(&root, session.hive().file(), &look));
            let found = self.show(&session, &look)?;
            let chosen = if found == Exit::Leftovers { self.ask(&look)? } else { None };
            let Some((id, name)) = chosen else {
                return Ok(worse(exit, self.closed_well(&root, session.close(), found)?));
            };
            let copies = session.copies().to_path_buf();
            exit = match session.apply(&[id]) {
                Ok(answer) => self.tell_done(&root, &answer, &[name], &copies)?,
                Err(why) => self.tell_closed(&root, &why).map(|()| Exit::NotDone)?,
            };
            hive = match self.disks.hive_below(&root) {
                Ok(hive) => hive,
                Err(why) => return self.tell_closed(&root, &why).map(|()| worse(exit, exit_of(&why))),
            };
        }
    }

    fn closed_well(&mut self, root: &Path, closed: Result<(), RescueError>, exit: Exit) -> io::Result<Exit> {
        match closed {
            Ok(()) => Ok(exit),
            Err(why) => self.tell_closed(root, &why).map(|()| Exit::NotDone),
        }
    }

    /// Shows what a look found, and says what it means for the exit code.
    fn show(&mut self, session: &Session<D::Hive>, look: &Look) -> io::Result<Exit> {
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
            let command = command(hive.root(), &format!("--apply {}", entry.found.id));
            self.say(3, &self.texts.with(MessageId::RESCUE_COMMAND, &[("command", command.into())]))?;
        }
        Ok(())
    }

    /// The finding that somebody chose, and its name. None: nobody is there, or nothing is to go.
    fn ask(&mut self, look: &Look) -> io::Result<Option<(String, String)>> {
        let entries = look.entries();
        let fixable = entries.iter().filter(|entry| entry.fixable.is_ok()).count();
        while self.person && fixable > 0 {
            writeln!(self.console.out)?;
            self.say(0, &self.texts.get(MessageId::RESCUE_ASK))?;
            self.console.out.flush()?;
            let mut line = String::new();
            if self.console.input.read_line(&mut line)? == 0 || line.trim() == "q" {
                break;
            }
            // Those that can go stand first, so the numbers have no holes.
            let number = line.trim().parse::<usize>().ok().filter(|number| (1..=fixable).contains(number));
            match number.map(|number| entries[number - 1].found) {
                Some(found) => return Ok(Some((found.id.clone(), found.name.clone()))),
                None => self.say(0, &self.texts.get(MessageId::RESCUE_NO_CHOICE))?,
            }
        }
        Ok(None)
    }

    /// What a script orders, about one Windows.
    fn change_one(&mut self, mut hives: Vec<D::Hive>, exit: Exit) -> io::Result<Exit> {
        if let [first, _, ..] = hives.as_slice() {
            let command = command(first.root(), "");
            let several = self.texts.with(MessageId::RESCUE_SEVERAL, &[("command", command.trim_end().into())]);
            return self.complain(&several).map(|()| Exit::Usage);
        }
        let Some(hive) = hives.pop() else { return Ok(worse(exit, Exit::Data)) };
        let root = hive.root().to_path_buf();
        let session = match Session::open(hive, self.disks.standing()) {
            Ok(session) => session,
            Err(why) => return self.tell_closed(&root, &why).map(|()| exit_of(&why)),
        };
        let copies = session.copies().to_path_buf();
        let (answer, names) = match &self.order.way {
            RescueWay::Apply(ids) => (session.apply(ids), ids.clone()),
            _ => match session.last_fix() {
                Some(fix) => {
                    self.warn(&fix)?;
                    (session.put_back(&fix.run), fix.removed.into_iter().map(|item| item.name).collect())
                }
                None => {
                    self.complain(&self.texts.get(MessageId::RESCUE_NOTHING_KEPT))?;
                    return self.closed_well(&root, session.close(), Exit::NotDone);
                }
            },
        };
        match answer {
            Ok(answer) => self.tell_done(&root, &answer, &names, &copies),
            Err(why) => self.tell_closed(&root, &why).map(|()| worse(Exit::NotDone, exit_of(&why))),
        }
    }

    /// Says what an entry does that comes back without its driver.
    fn warn(&mut self, fix: &PastRun) -> io::Result<()> {
        for item in &fix.removed {
            if let Some(device) = item.stops.as_deref() {
                let arguments = [("name", item.name.as_str().into()), ("device", device.into())];
                self.complain(&self.texts.with(MessageId::CLEANUP_CLI_WARNING, &arguments))?;
            }
        }
        Ok(())
    }

    /// Says what became of an order. `names` are those of the entries.
    fn tell_done(&mut self, root: &Path, answer: &CleanUpResult, names: &[String], copies: &Path) -> io::Result<Exit> {
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
            let command = command(root, "--undo");
            self.say(0, &self.texts.with(MessageId::RESCUE_UNDO, &[("command", command.into())]))?;
        }
        if exit == Exit::Clean && self.disks.is_recovery() {
            self.say(0, &self.texts.get(MessageId::RESCUE_RESTART))?;
        }
        Ok(exit)
    }

    /// Says why a place was not looked at, and what helps.
    fn tell_closed(&mut self, root: &Path, why: &RescueError) -> io::Result<()> {
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
            | RescueError::Link(words) => self.complain(words),
            _ => Ok(()),
        }
    }

    fn why(&self, root: &Path, why: &RescueError) -> String {
        let drive = root.to_string_lossy().chars().take(2).collect::<String>();
        let unlock = format!("manage-bde -unlock {drive} -RecoveryPassword 000000-…");
        let wake = format!(r"del /a {drive}\hiberfil.sys");
        let arguments = [("why", why.word().into()), ("unlock", unlock.into()), ("wake", wake.into())];
        self.texts.with(MessageId::RESCUE_WHY, &arguments)
    }

    fn say(&mut self, indent: usize, text: &str) -> io::Result<()> {
        write_paragraph(&mut self.console.out, indent, indent + 3, text)
    }

    fn complain(&mut self, text: &str) -> io::Result<()> {
        write_paragraph(&mut self.console.err, 0, 3, text)
    }
}

/// How this is typed for one Windows.
fn command(root: &Path, rest: &str) -> String {
    let root = root.display().to_string();
    let root = if root.contains(' ') { format!("\"{}\"", root.trim_end_matches('\\')) } else { root };
    format!("cleanbreak-cli rescue --offline {root} {rest}")
}
