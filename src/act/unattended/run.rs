//! One removal from end to end: looks, refuses or goes on, starts one uninstaller after another, looks after each, and
//! asks for a restart only through the gate.

use super::answer::{Outcome, ProductAnswer, ProductState, RefusedWhy, SCHEMA, UnattendedAnswer};
use super::hands::{Finished, Hands, LogKept};
use super::memory::Memory;
use super::order::UnattendedOrder;
use super::told;
use crate::assess::{ProductFound, Verdict, assess_since, with_driver};
use crate::catalog::Catalog;
use crate::journey::{Gate, LastLook, Obstacle, is_sure, obstacles_of, restart_gate};
use crate::removal::{
    AgentPlace, Caretaker, ExitCode, NotSilent, Outcome as Said, ProductCode, RestartNeed, SilentStart, check_records,
    entries_of, password_properties, removal_order, silent_arguments, silent_start,
};
use std::sync::Arc;
use std::time::Duration;

/// A product whose uninstaller finds another one at work is tried so often.
const MOST_TRIES: u32 = 4;

/// Carries it out.
pub(super) fn run<H: Hands>(order: &UnattendedOrder, hands: &mut H, catalog: &Catalog) -> UnattendedAnswer {
    if !hands.has_rights() {
        return UnattendedAnswer::without_look(Outcome::NoRights, Vec::new());
    }
    let earlier = match hands.remembered() {
        Ok(earlier) => earlier,
        Err(words) => return refused_at_once(Obstacle::Memory, words),
    };
    let mut removal = Removal::begun(order, hands, catalog, earlier);
    removal.list_products();
    if removal.goes_on() {
        match removal.prepared() {
            Ok(starts) => removal.uninstall_all(&starts),
            Err(refused) => removal.refused = refused,
        }
    }
    removal.end()
}

fn refused_at_once(why: Obstacle, detail: String) -> UnattendedAnswer {
    UnattendedAnswer::without_look(Outcome::Refused, vec![RefusedWhy { why, detail }])
}

/// A product with everything that its removal needs.
struct Start {
    key: String,
    code: ProductCode,
    log: String,
    properties: Option<String>,
}

struct Removal<'a, H> {
    order: &'a UnattendedOrder,
    hands: &'a mut H,
    catalog: &'a Catalog,
    memory: Memory,
    /// Whether an earlier run left something to go on with.
    earlier: bool,
    /// Whether the system was started anew since.
    restarted: bool,
    /// Whether an uninstaller was started in this start of the system.
    started: bool,
    running: bool,
    seen: Arc<LastLook>,
    refused: Vec<RefusedWhy>,
    products: Vec<(String, ProductAnswer)>,
    fixed: Vec<String>,
}

impl<'a, H: Hands> Removal<'a, H> {
    fn begun(order: &'a UnattendedOrder, hands: &'a mut H, catalog: &'a Catalog, earlier: Option<Memory>) -> Self {
        let snapshot = hands.look();
        let start = snapshot.host.start();
        let restarted = earlier.as_ref().is_some_and(|memory| !memory.start().same(&start));
        let had_one = earlier.is_some();
        let mut memory = earlier.unwrap_or_else(|| Memory::begun(start.clone()));
        if restarted {
            // What orphaned a filter before the restart shows in the lists themselves by now, but its owner is not
            // known without this.
            memory = memory.after_restart(start);
        }
        let assessment = assess_since(&snapshot, catalog, &memory.had_driver, &memory.told);
        Self {
            order,
            hands,
            catalog,
            started: had_one && !restarted,
            memory,
            earlier: had_one,
            restarted,
            running: false,
            seen: Arc::new(LastLook { snapshot, assessment }),
            refused: Vec::new(),
            products: Vec::new(),
            fixed: Vec::new(),
        }
    }

    /// Looks anew; the first look is made by [`Self::begun`].
    fn look_again(&mut self) {
        let snapshot = self.hands.look();
        let assessment = assess_since(&snapshot, self.catalog, &self.memory.had_driver, &self.memory.told);
        self.seen = Arc::new(LastLook { snapshot, assessment });
    }

    /// Notes what was found, in the order in which it goes. The agent goes last: the others may be removed through it.
    fn list_products(&mut self) {
        let folders = self.hands.folders();
        let seen = Arc::clone(&self.seen);
        let turns = removal_order(&seen.assessment.products, Caretaker::Me, AgentPlace::Last);
        for product in turns.into_iter().map(|turn| turn.product).filter(|product| is_sure(product)) {
            let start = silent_start(product, &seen.snapshot.programs.items, &folders).ok();
            let answer = ProductAnswer {
                id: product.id.clone(),
                name: product.name.clone(),
                version: product.version.clone().unwrap_or_default(),
                product_code: start.map(|start| start.product_code.to_string()),
                state: ProductState::NotTried,
                exit_code: None,
                meaning: String::new(),
                detail: String::new(),
                tries: 0,
                log: None,
                log_removed: false,
            };
            self.products.push((product.uninstall_key().to_string(), answer));
        }
    }

    /// Whether there is something to uninstall now. While a restart is due there is not; and to go on without anything to
    /// go on with is to look.
    fn goes_on(&self) -> bool {
        let nothing_begun = self.order.resume && !self.earlier;
        !self.products.is_empty() && !self.memory.restart_due && !nothing_begun
    }

    /// Everything that the removal needs, for every product, before the first of them is touched.
    ///
    /// # Errors
    /// Every reason against it.
    fn prepared(&mut self) -> Result<Vec<Start>, Vec<RefusedWhy>> {
        let bitlocker = self.hands.bitlocker();
        let mut refused: Vec<RefusedWhy> = obstacles_of(&self.seen, bitlocker, &self.order.answered)
            .into_iter()
            .map(|(why, detail)| RefusedWhy { why, detail })
            .collect();
        if self.hands.other_installation() {
            refused.push(RefusedWhy { why: Obstacle::OtherInstallation, detail: String::new() });
        }
        let seen = Arc::clone(&self.seen);
        let mut starts = Vec::new();
        for key in self.products.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>() {
            let Some(product) = product_with(&seen, &key) else { continue };
            match self.start_of(product, &seen) {
                Ok(start) => starts.push(start),
                Err(one) => refused.push(one),
            }
        }
        if refused.is_empty() { Ok(starts) } else { Err(refused) }
    }

    fn start_of(&mut self, product: &ProductFound, seen: &LastLook) -> Result<Start, RefusedWhy> {
        let refused = |why, detail: &str| RefusedWhy { why, detail: detail.to_string() };
        let folders = self.hands.folders();
        let SilentStart { product_code, entry } = silent_start(product, &seen.snapshot.programs.items, &folders)
            .map_err(|why| refused(obstacle_of(&why), &told::words_against(product, &why)))?;
        if !self.hands.is_guarded(&entry) {
            return Err(refused(Obstacle::EntryNotGuarded, &product.name));
        }
        let records = self.hands.records(&product_code).map_err(|words| refused(Obstacle::NotByCode, &words))?;
        check_records(self.catalog, &records).map_err(|_| refused(Obstacle::NotByCode, &product.name))?;
        let password = self.order.password.as_ref();
        let properties = password.map(|password| password_properties(&product.id, password)).transpose();
        let properties = properties.map_err(|why| refused(Obstacle::Password, &why.to_string()))?.flatten();
        let log = self.hands.log_for(&product_code).map_err(|words| refused(Obstacle::LogFolder, &words))?;
        Ok(Start { key: product.uninstall_key().to_string(), code: product_code, log, properties })
    }

    /// One after another, until one of them does not go. What comes after it needs it gone: the agent is what a server
    /// still reaches the computer by.
    fn uninstall_all(&mut self, starts: &[Start]) {
        self.memory.note_drivers(with_driver(&self.seen.snapshot, &self.seen.assessment));
        // Its uninstaller may restart the computer at once, against what it is told: everything is written before.
        if let Err(words) = self.hands.remember(&self.memory) {
            self.refused.push(RefusedWhy { why: Obstacle::Memory, detail: words });
            return;
        }
        for start in starts {
            // One uninstaller may take several products with it.
            if product_with(&self.seen, &start.key).is_none() {
                continue;
            }
            if !self.uninstall(start) {
                return;
            }
        }
    }

    /// Uninstalls one. Whether the next one may follow.
    fn uninstall(&mut self, start: &Start) -> bool {
        let arguments = silent_arguments(&start.code, &start.log, start.properties.as_deref());
        self.started = true;
        let (finished, tries) = self.tried(&arguments);
        let password = start.properties.as_ref().and(self.order.password.as_ref());
        let running = finished == Finished::StillRunning;
        // While it runs, its log is still being written.
        let kept = if running { LogKept::Yes } else { self.hands.check_log(&start.log, password) };
        let said = match &finished {
            Finished::Code(code) => Some(Said::of(Some(ExitCode(*code)))),
            Finished::NoCode => Some(Said::NoCode),
            Finished::StillRunning | Finished::NotStarted(_) => None,
        };
        if said == Some(Said::NotInstalled) {
            self.note_not_installed(&start.key);
        }
        let restart = said.filter(|said| said.says_success()).map(Said::restart);
        let required = matches!(restart, Some(RestartNeed::Required | RestartNeed::UnderWay));
        self.memory.restart_due |= required;
        self.look_again();
        self.note_end(start, &finished, said, tries, kept);
        let gone = product_with(&self.seen, &start.key).is_none();
        self.running |= running;
        !running && restart != Some(RestartNeed::UnderWay) && (gone || required)
    }

    /// Runs it, and again while another installation is at work.
    fn tried(&mut self, arguments: &str) -> (Finished, u32) {
        let mut waited = Duration::ZERO;
        for tries in 1.. {
            let finished = self.hands.uninstall(arguments, self.order.limit);
            let wait = Duration::from_secs(Said::wait_seconds(tries).into());
            let busy =
                matches!(finished, Finished::Code(code) if Said::of(Some(ExitCode(code))) == Said::OtherInstallation);
            if !busy || tries >= MOST_TRIES || waited + wait > self.order.limit {
                return (finished, tries);
            }
            self.hands.wait(wait);
            waited += wait;
        }
        (Finished::NoCode, 0)
    }

    /// Windows Installer does not know the product: its entries are no proof of it any more.
    fn note_not_installed(&mut self, key: &str) {
        if let Some(product) = product_with(&self.seen, key) {
            let entries = entries_of(product, &self.seen.snapshot.programs.items);
            self.memory.told.not_installed.extend(entries.into_iter().map(|entry| entry.key.clone()));
        }
    }

    fn note_end(&mut self, start: &Start, finished: &Finished, said: Option<Said>, tries: u32, kept: LogKept) {
        let Some((_, answer)) = self.products.iter_mut().find(|(key, _)| *key == start.key) else { return };
        answer.tries = tries;
        answer.log = (kept == LogKept::Yes).then(|| start.log.clone());
        answer.log_removed = kept == LogKept::Removed;
        answer.meaning = said.map(told::meaning_of).unwrap_or_default();
        match finished {
            Finished::Code(code) => answer.exit_code = Some(*code),
            Finished::StillRunning => answer.state = ProductState::StillRunning,
            Finished::NotStarted(words) => answer.detail.clone_from(words),
            Finished::NoCode => {}
        }
    }

    /// The last word is a look's.
    fn end(mut self) -> UnattendedAnswer {
        self.settle_products();
        if self.started && !self.running {
            self.memory.restart_due |= told::needs_restart(&self.seen);
        }
        let mut gate = restart_gate(&self.seen, &self.memory.had_driver);
        // Whatever restarts the computer, and whenever: it has to come back with its keyboard and mouse.
        let may_fix = self.refused.is_empty() && !self.running && (self.started || self.earlier);
        if gate.gate == Gate::Lethal && may_fix && !gate.fixable.is_empty() {
            let done = self.hands.fix(&gate.fixable);
            let names = told::names_of(&self.seen, &done.done);
            self.fixed.extend(names);
            self.look_again();
            gate = restart_gate(&self.seen, &self.memory.had_driver);
        }
        let outcome = self.outcome(gate.gate, &gate.entries);
        self.keep_memory(outcome);
        UnattendedAnswer {
            schema: SCHEMA,
            outcome,
            resumed: self.order.resume && self.earlier,
            left: Some(told::what_is_left(&self.seen)),
            filters: Some(told::filters_answer(&gate, self.fixed)),
            protection: Some(told::protection_answer(&self.seen, self.catalog)),
            restart: outcome == Outcome::RestartDue,
            refused: self.refused,
            products: self.products.into_iter().map(|(_, answer)| answer).collect(),
        }
    }

    fn settle_products(&mut self) {
        for (key, answer) in &mut self.products {
            let here = product_with(&self.seen, key).is_some();
            answer.state = match answer.state {
                ProductState::StillRunning if here => ProductState::StillRunning,
                _ if !here => ProductState::Gone,
                _ if answer.tries > 0 => ProductState::StillHere,
                other => other,
            };
        }
    }

    fn outcome(&mut self, gate: Gate, entries: &[String]) -> Outcome {
        if !self.refused.is_empty() {
            return Outcome::Refused;
        }
        if self.running {
            return Outcome::StillHere;
        }
        let due = self.memory.restart_due;
        let begun = self.started || self.earlier;
        let why = match gate {
            Gate::Lethal if due || begun => Some(Obstacle::FilterWithoutDriver),
            Gate::Unread if due => Some(Obstacle::FiltersUnread),
            _ => None,
        };
        if let Some(why) = why {
            self.refused.push(RefusedWhy { why, detail: entries.join(", ") });
            return Outcome::Refused;
        }
        let assessment = &self.seen.assessment;
        if due {
            Outcome::RestartDue
        } else if assessment.verdict == Verdict::Installed {
            Outcome::StillHere
        } else if !assessment.products.is_empty() || assessment.unknown.iter().any(|one| one.required) {
            Outcome::CannotTell
        } else {
            Outcome::Gone
        }
    }

    /// Nothing is forgotten while a restart is due, or while what was orphaned could still do harm.
    fn keep_memory(&mut self, outcome: Outcome) {
        let done = matches!(outcome, Outcome::Gone) && !self.memory.restart_due;
        if done && self.earlier | self.started {
            self.hands.forget();
        } else if self.started || self.restarted {
            // What was written before the first uninstaller is still there. It lacks only that a restart is due, and
            // after one nobody asks for that.
            let _ = self.hands.remember(&self.memory);
        }
    }
}

/// The product with this key, if it is certainly or likely here.
fn product_with<'s>(seen: &'s LastLook, key: &str) -> Option<&'s ProductFound> {
    seen.assessment.products.iter().find(|product| product.uninstall_key() == key && is_sure(product))
}

fn obstacle_of(why: &NotSilent) -> Obstacle {
    match why {
        NotSilent::NotRegistered => Obstacle::NotRegistered,
        NotSilent::OnlyOneAccount => Obstacle::OnlyOneAccount,
        NotSilent::OwnProgram => Obstacle::OwnProgram,
        NotSilent::NotByCode => Obstacle::NotByCode,
        NotSilent::Refused(_) => Obstacle::CommandRefused,
    }
}
