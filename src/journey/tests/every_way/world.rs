//! A journey and its computer at one moment: what can happen next, and what tells it apart from other moments.

use super::buttons::variant;
use crate::act::Computer;
use crate::act::practice::PracticeComputer;
use crate::assess::CameFor;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpReason, CleanUpResult};
use crate::journey::flow::{boot, cleaning, not_mine, tool, traps};
use crate::journey::update::take_press;
use crate::journey::{
    Answer, Button, ComputerEffect, Effect, Ended, Event, Msg, Page, PrepareButton, ProgramEffect, RemoveButton,
    Screen, Session, TrapId, applying_traps, resume, screen, update,
};
use crate::removal::{ExitCode, Refusal};
use jiff::civil::datetime;
use std::collections::{BTreeMap, VecDeque};

/// Something that may happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Happens {
    /// The person presses this. Whether it is the main button.
    Press(Button, bool),
    /// What was begun comes to its end as the computer has it.
    Comes,
    /// The uninstaller ends in this way, and the computer is as before.
    Ends(Ended),
    /// It is not done: no rights, or refused.
    Refused,
    /// The person restarts the computer from its own menu, and opens the program again.
    RestartedByHand,
}

/// Pages to read beside the way: what led there changes nothing on them.
const BESIDE: [Page; 9] = [
    Page::WhyMore,
    Page::WhyElsewhere,
    Page::Choose,
    Page::Suits,
    Page::About,
    Page::Companions,
    Page::Phones,
    Page::Network,
    Page::Subscription,
];

/// One moment.
pub struct World {
    pub session: Session,
    pub computer: PracticeComputer,
    /// What was begun and has not ended.
    pub pending: Option<ComputerEffect>,
    /// The program was left.
    pub left: bool,
    /// The person said that there was a restart.
    said: bool,
}

/// Every way in which an uninstaller can end, apart from removing something.
fn ends() -> Vec<Ended> {
    let codes = [0, 3010, 1602, 1603, 1604, 1605, 1601, 1612, 1618, 1625, 1639, 740, 1223, 25_005, 0xC000_0005, 99_999];
    let codes = codes.into_iter().map(|code| Ended::Code(ExitCode(code)));
    let others = [Ended::Killed, Ended::CannotWait, Ended::Refused(Refusal::Relative), Ended::NotStarted("no".into())];
    codes.chain(others).collect()
}

impl World {
    pub fn new(mut session: Session, computer: PracticeComputer) -> Self {
        session.now = Some(datetime(2027, 3, 14, 11, 47, 0, 0));
        Self { session, computer, pending: None, left: false, said: false }
    }

    fn fork(&self) -> Self {
        let Self { session, computer, pending, left, said } = self;
        let (session, pending) = (session.clone(), pending.clone());
        Self { session, computer: computer.fork(), pending, left: *left, said: *said }
    }

    pub fn screen(&self) -> Screen {
        screen(&self.session, Catalog::embedded())
    }

    /// Whether the computer was restarted, or the person said so.
    pub fn was_restarted(&self) -> bool {
        self.said || self.computer.place_in_story().1 > 0
    }

    /// What can happen next.
    pub fn moves(&self, shown: &Screen, any_end: bool) -> Vec<Happens> {
        let mut moves = match &self.pending {
            None => Vec::new(),
            Some(ComputerEffect::Uninstall { .. }) if any_end => {
                [Happens::Comes].into_iter().chain(ends().into_iter().map(Happens::Ends)).collect()
            }
            Some(ComputerEffect::Clean(_) | ComputerEffect::PutBack(_) | ComputerEffect::Restart) => {
                vec![Happens::Comes, Happens::Refused]
            }
            Some(_) => vec![Happens::Comes],
        };
        if self.pending.is_none() || shown.waits() {
            moves.extend(self.presses(shown, any_end));
        }
        if self.pending.is_none() && self.session.page == Page::RestartDue {
            moves.push(Happens::RestartedByHand);
        }
        moves
    }

    /// The buttons to press: every answer of a question, and of a list the first and the last.
    fn presses(&self, shown: &Screen, all: bool) -> Vec<Happens> {
        let main = shown.main.as_ref().map(|main| &main.button);
        let mut lists: BTreeMap<&str, Vec<Button>> = BTreeMap::new();
        for action in shown.pressable().filter(|action| self.is_walked(&action.button, main, all)) {
            let of = lists.entry(variant(&action.button)).or_default();
            match &action.button {
                Button::OpenSource(_) if of.len() == 1 => {}
                Button::Prepare(PrepareButton::Change(_) | PrepareButton::ChooseManager(_)) if of.len() > 1 => {
                    of[1] = action.button.clone();
                }
                Button::Came(_)
                | Button::Prepare(_)
                | Button::Caretaker(_)
                | Button::Practice(_)
                | Button::Aside(_) => {
                    of.push(action.button.clone());
                }
                button if of.len() > 1 => of[1] = button.clone(),
                button => of.push(button.clone()),
            }
        }
        let all = lists.into_values().flatten();
        all.map(|button| Happens::Press(button.clone(), main == Some(&button))).collect()
    }

    /// What a walk leaves out: beside a product that is still here nothing is cleaned, which other computers show; and
    /// unless it takes every way, the ways of the first product stand for those of all.
    fn is_walked(&self, button: &Button, main: Option<&Button>, all: bool) -> bool {
        let session = &self.session;
        let later = session.page == Page::Outcome && session.removal.queue.len() < session.removal.planned;
        let product = session.assessment().is_some_and(|seen| !seen.products.is_empty());
        match button {
            // That the computer was bought decides a page from there on, so it doubles what there is to walk.
            Button::Came(CameFor::Bought) => session.practice.as_deref() == Some("bought-used"),
            Button::Clean(_) => !product || main == Some(button),
            Button::Remove(RemoveButton::SkipProduct) => true,
            Button::Remove(_) => all || !later || main == Some(button),
            _ => true,
        }
    }

    fn traps(&self) -> Vec<TrapId> {
        self.session.seen.as_deref().map(applying_traps).unwrap_or_default()
    }

    /// The moment after something happened.
    pub fn after(&self, happens: &Happens) -> Self {
        let mut next = self.fork();
        match happens {
            Happens::Press(button, _) => {
                next.said |= variant(button) == "have restarted";
                // Only what the page offers is pressed; looking again would take half of the walk's time.
                let effects = take_press(&mut next.session, Catalog::embedded(), button.clone());
                next.carry_out(effects);
            }
            Happens::Comes => next.comes(),
            Happens::Ends(ended) => {
                next.pending = None;
                next.take(Msg::Event(Event::UninstallerEnded(ended.clone())));
            }
            Happens::Refused => {
                let event = match next.pending.take() {
                    Some(ComputerEffect::Restart) => Event::RestartRefused("no".into()),
                    _ => Event::Cleaned(CleanUpResult::nothing(CleanUpReason::NoRights, "no")),
                };
                next.take(Msg::Event(event));
            }
            Happens::RestartedByHand => {
                next.computer.restart().unwrap();
                let effects = resume(&mut next.session);
                next.carry_out(effects);
            }
        }
        next
    }

    fn comes(&mut self) {
        let event = match self.pending.take() {
            Some(ComputerEffect::Look) => {
                let past = self.computer.past_cleanups();
                self.take(Msg::Event(Event::PastCleanups(past)));
                Event::Looked(Box::new(self.computer.snapshot()))
            }
            Some(ComputerEffect::Uninstall { uninstall_key }) => {
                Event::UninstallerEnded(self.computer.uninstall(&uninstall_key))
            }
            Some(ComputerEffect::Clean(selection)) => Event::Cleaned(self.computer.clean(&selection)),
            Some(ComputerEffect::PutBack(order)) => Event::Cleaned(self.computer.put_back(&order)),
            Some(ComputerEffect::Restart) => {
                self.computer.restart().unwrap();
                Event::Restarted
            }
            _ => return,
        };
        self.take(Msg::Event(event));
    }

    fn take(&mut self, msg: Msg) {
        let effects = update(&mut self.session, Catalog::embedded(), msg);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let event = match effect {
                Effect::Program(ProgramEffect::Quit | ProgramEffect::Practice(_)) => {
                    self.left = true;
                    continue;
                }
                Effect::Program(ProgramEffect::SaveSheet | ProgramEffect::AskForSheetFolder) => {
                    Event::SheetSaved(Ok("/sheet".into()))
                }
                Effect::Program(ProgramEffect::PrintSheet) => Event::SheetToPrint(Ok("/sheet.html".into())),
                Effect::Program(ProgramEffect::SaveReminder) => Event::ReminderSaved(Ok("/reminder".into())),
                Effect::Program(ProgramEffect::SaveReport) => Event::ReportSaved(Ok("/report".into())),
                Effect::Program(ProgramEffect::AskForExport)
                | Effect::Computer(ComputerEffect::LookAtExport { .. }) => Event::ExportSeen {
                    place: self.computer.export_place(),
                    seen: self.computer.export_status(),
                    changed: None,
                },
                Effect::Program(ProgramEffect::AskForTool) | Effect::Computer(ComputerEffect::LookAtTool { .. }) => {
                    Event::ToolSeen(self.computer.tool_seen())
                }
                Effect::Computer(ComputerEffect::ComeBack) => Event::ComingBack(true),
                Effect::Computer(ComputerEffect::LoadPast) => Event::PastCleanups(self.computer.past_cleanups()),
                Effect::Computer(
                    begun @ (ComputerEffect::Look
                    | ComputerEffect::Uninstall { .. }
                    | ComputerEffect::Clean(_)
                    | ComputerEffect::PutBack(_)
                    | ComputerEffect::Restart),
                ) => {
                    // An uninstaller that nobody waits for any more goes on all the same.
                    if let Some(ComputerEffect::Uninstall { uninstall_key }) = self.pending.replace(begun) {
                        self.computer.uninstall(&uninstall_key);
                    }
                    continue;
                }
                _ => continue,
            };
            effects.extend(update(&mut self.session, Catalog::embedded(), Msg::Event(event)));
        }
    }

    /// What decides which page is shown and what it offers from there on. Moments with the same key count as one.
    /// What only some pages ask about counts on those.
    pub fn key(&self) -> String {
        let session = &self.session;
        let (state, _, cleaned) = self.computer.place_in_story();
        let pending = self.pending.as_ref().map(|begun| match begun {
            ComputerEffect::Look => "look",
            ComputerEffect::Uninstall { .. } => "uninstall",
            ComputerEffect::Restart => "restart",
            _ => "change",
        });
        let seen = session.assessment().map(|seen| (seen.verdict, seen.products.len()));
        let later = (session.resume_at, session.beside);
        if BESIDE.contains(&session.page) {
            return format!("{:?} {pending:?} {later:?} {seen:?} {}", session.page, session.removal.restart_due);
        }
        if tool::is_about_the_tool(session.page) {
            let seen = session.tool.seen.as_ref().map(|seen| seen.is_ok());
            let left = !session.removal.skipped.is_empty() || session.removal.came_back;
            let removal = (&session.removal.queue, session.removal.attempts.min(1), left);
            return format!("{:?} {:?} {seen:?} {later:?} {removal:?} {state}", session.page, session.tool.from);
        }
        let unseen = session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.booted != self.computer.boot_time());
        let computer = format!("{state} {cleaned} {} {unseen} {seen:?}", self.was_restarted());
        let bought = session.trouble == Some(CameFor::Bought);
        let report = matches!(session.page, Page::Left | Page::Managed) && session.saved.report.is_some();
        [
            format!("{:?} {pending:?} {later:?} {:?} {report} {bought}", session.page, session.caretaker),
            computer,
            self.prepare_key(),
            self.removal_key(),
            self.restart_key(),
            self.cleaning_key(),
        ]
        .join(" | ")
    }

    fn prepare_key(&self) -> String {
        let prepare = &self.session.prepare;
        let missing = self.traps().into_iter().find(|trap| traps::is_missing(&self.session, *trap));
        let asks = prepare.answers.values().any(|answer| *answer == Answer::SomeoneElse);
        let Page::Question(question) = self.session.page else {
            let asked =
                matches!(self.session.page, Page::Prepare | Page::EncryptionStop | Page::Answers | Page::NotMine);
            let at_once = (not_mine::settled_at_once(&self.session).len(), prepare.nothing_mine);
            return if asked {
                format!("{missing:?} {asks} {at_once:?}")
            } else {
                format!("{} {asks}", missing.is_none())
            };
        };
        let trap = question.trap();
        let topic = format!("{missing:?} {asks} {:?} {}", prepare.answers.get(&trap), prepare.losses.contains(&trap));
        if trap != TrapId::Passwords {
            return topic;
        }
        let export = prepare.export.as_ref().map(|export| export.is_here());
        let file = (prepare.passwords, prepare.by_hand, prepare.delete_later, export);
        format!("{topic} {file:?} {} {}", prepare.manager.is_some(), prepare.rest.is_some())
    }

    fn removal_key(&self) -> String {
        let removal = &self.session.removal;
        let of_product = (!removal.queue.is_empty())
            .then(|| (removal.attempts.min(1), &removal.tried, removal.queue.len(), removal.queue.first()));
        let ended = removal.ended.as_ref().filter(|_| self.session.page == Page::Outcome);
        let told = !removal.told.not_installed.is_empty();
        let left = !removal.skipped.is_empty() || removal.came_back;
        let successor = &self.session.successor;
        let successor = (successor.keep, successor.returns_to, successor.ended.is_some());
        let so_far = format!("{} {} {} {left} {successor:?}", removal.restart_due, removal.restarted, removal.started);
        format!("{so_far} {of_product:?} {ended:?} {told}")
    }

    fn restart_key(&self) -> String {
        let session = &self.session;
        let pages = [Page::Restart, Page::RestartDue, Page::FixFirst];
        let error = session.notices.error.as_ref().map(std::mem::discriminant);
        let error = error.filter(|_| pages.contains(&session.page));
        let looks = if session.removal.restart_due { session.awaited.looks_due.min(2) } else { 0 };
        let restarted = session.awaited.booted_before.is_some() && boot::was_restarted(session);
        format!("{looks} {restarted} {} {error:?} {}", !session.fixed.is_empty(), session.notices.fix_refused)
    }

    fn cleaning_key(&self) -> String {
        let (page, cleaning) = (self.session.page, &self.session.cleaning);
        let past = cleaning.past.iter().any(|run| !run.removed.is_empty());
        let chosen = || {
            let offered = cleaning::offered_plan(&self.session, Catalog::embedded()).actions.len();
            (cleaning.chosen.is_empty(), cleaning.chosen.len() < offered, cleaning.disable.is_empty())
        };
        match page {
            Page::Clean | Page::CleanPreview => format!("{past} {:?}", chosen()),
            Page::ByHand => format!("{past} {}", cleaning.by_hand.is_some()),
            Page::CleanResult => {
                let answer = cleaning.answer.as_ref().map(|answer| (answer.done.is_empty(), answer.restart_needed));
                format!("{past} {answer:?} {}", cleaning.undone)
            }
            Page::UndoPreview => format!("{past} {:?}", cleaning.back.as_ref().map(|(_, ids)| ids.is_empty())),
            Page::LookingAfter | Page::Cleaning => format!("{past} {}", cleaning.undone),
            _ => format!("{past}"),
        }
    }
}
