//! What is said and asked, with the keyboard alone: each entry with its file and its list, a number, and what became
//! of it. A script says which findings it means.

use super::json::{self, Closed, Windows};
use super::words::{Talk, command_for};
use crate::act::rescue::RescueError;
use crate::act::rescue::hive::{Disks, OfflineHive};
use crate::act::rescue::look::Look;
use crate::act::rescue::session::Session;
use crate::cleanup::{CleanUpReason, CleanUpResult};
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
    let recovery = disks.is_recovery();
    let mut talk = Talk { order, person: person && !order.json, elsewhere: false, texts, console };
    if order.offline.is_none() && !recovery {
        return talk.complain(&texts.get(MessageId::RESCUE_NOT_HERE)).map(|()| Exit::Usage);
    }
    if !disks.standing().has_rights() {
        return talk.complain(&talk.why(Path::new(""), &RescueError::NoRights)).map(|()| Exit::NoRights);
    }
    talk.everywhere(disks)
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

impl Talk<'_, '_> {
    /// Every place that is meant.
    fn everywhere<D: Disks>(&mut self, disks: &D) -> io::Result<Exit> {
        let roots = self.order.offline.clone().map_or_else(|| disks.drives(), |root| vec![root]);
        let (mut hives, mut closed) = (Vec::new(), Vec::new());
        for root in roots {
            match disks.hive_below(&root) {
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
            return self.change_one(disks, hives, told, exit);
        }
        let mut found = Exit::Clean;
        for hive in hives {
            found = worse(found, self.look_at(disks, hive, &mut told)?);
        }
        // What can be mended is said before what could not be opened.
        exit = if found == Exit::Leftovers { found } else { worse(exit, found) };
        if self.order.json {
            writeln!(self.console.out, "{}", safe_json(&told)?)?;
        } else if exit == Exit::Data {
            self.say(0, &self.texts.get(MessageId::RESCUE_NONE))?;
        }
        Ok(exit)
    }

    /// One Windows: what is in it, and as long as somebody chooses, what goes.
    fn look_at<D: Disks>(&mut self, disks: &D, hive: D::Hive, told: &mut json::Disks) -> io::Result<Exit> {
        let root = hive.root().to_path_buf();
        let (mut hive, mut exit) = (hive, Exit::Clean);
        loop {
            let opened = Session::open(hive, disks.standing()).and_then(|session| Ok((session.look()?, session)));
            let (look, session) = match opened {
                Ok(opened) => opened,
                Err(why) => {
                    told.closed.push(Closed::new(&root, &why));
                    return self.tell_closed(&root, &why).map(|()| worse(exit, exit_of(&why)));
                }
            };
            told.windows.push(Windows::new(&root, session.hive().file(), &look));
            let found = self.show(&root, session.hive().file(), &look)?;
            let chosen = if found == Exit::Leftovers { self.ask(&look)? } else { None };
            let Some((id, name)) = chosen else {
                return Ok(worse(exit, self.closed_well(&root, session.close(), found)?));
            };
            let copies = session.copies().to_path_buf();
            exit = match session.apply(&[id]) {
                Ok(answer) => self.tell_done(&root, &answer, &[name], &copies, disks.is_recovery())?,
                Err(why) => self.tell_closed(&root, &why).map(|()| Exit::NotDone)?,
            };
            hive = match disks.hive_below(&root) {
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
    fn change_one<D: Disks>(
        &mut self,
        disks: &D,
        mut hives: Vec<D::Hive>,
        mut told: json::Disks,
        exit: Exit,
    ) -> io::Result<Exit> {
        if let [first, _, ..] = hives.as_slice() {
            let command = command_for(first.root(), "");
            let several = self.texts.with(MessageId::RESCUE_SEVERAL, &[("command", command.trim_end().into())]);
            return self.complain(&several).map(|()| Exit::Usage);
        }
        let Some(hive) = hives.pop() else { return self.nothing_opened(told).map(|()| worse(exit, Exit::Data)) };
        let root = hive.root().to_path_buf();
        let session = match Session::open(hive, disks.standing()) {
            Ok(session) => session,
            Err(why) => {
                told.closed.push(Closed::new(&root, &why));
                self.tell_closed(&root, &why)?;
                return self.nothing_opened(told).map(|()| exit_of(&why));
            }
        };
        let copies = session.copies().to_path_buf();
        let (answer, names) = match (&self.order.way, session.last_fix()) {
            (RescueWay::Apply(ids), _) => (session.apply(ids), ids.clone()),
            (_, Some(fix)) => {
                self.warn(&fix)?;
                (session.put_back(&fix.run), fix.removed.into_iter().map(|item| item.name).collect())
            }
            (_, None) => {
                let words = self.texts.get(MessageId::RESCUE_NOTHING_KEPT);
                (
                    session.close().map(|()| CleanUpResult::nothing(CleanUpReason::NothingKept, words)),
                    vec![String::new()],
                )
            }
        };
        match answer {
            Ok(answer) => self.tell_done(&root, &answer, &names, &copies, disks.is_recovery()),
            Err(why) => {
                told.closed.push(Closed::new(&root, &why));
                self.tell_closed(&root, &why)?;
                self.nothing_opened(told).map(|()| worse(Exit::NotDone, exit_of(&why)))
            }
        }
    }

    /// A script that reads JSON gets it also where nothing was done.
    fn nothing_opened(&mut self, told: json::Disks) -> io::Result<()> {
        if self.order.json { writeln!(self.console.out, "{}", safe_json(&told)?) } else { Ok(()) }
    }
}
