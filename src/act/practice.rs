//! A recorded computer that answers: each state is a recording, each act leads to another state.

use super::Computer;
use super::clean::practice::PracticeCleaning;
use crate::catalog::CitationId;
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, PastRun, Selection, UndoOrder};
use crate::journey::Ended;
use crate::machine::{
    Beside, FileStatus, GapReason, Os, SignerName, Snapshot, ToolFile, ToolOrigin, ToolSeen, ToolSignature, ToolUnread,
};
use crate::removal::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

mod timeline;

use timeline::{On, Timeline, Turn};

macro_rules! timelines {
    ($($name:literal,)*) => {
        /// The practice machines by name, in the order of the list.
        pub const NAMES: &[&str] = &[$($name,)*];

        /// The text of a practice machine.
        fn text(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../assets/practice/", $name, ".json"))),)*
                _ => None,
            }
        }
    };
}

timelines! {
    "home-suite",
    "failed-1603",
    "small-office",
    "ultraav",
    "mouse-filter",
    "mac",
    "linux",
    "clean",
    "bought-used",
    "no-internet",
    "no-mouse-no-keyboard",
}

/// So much faster than recorded an uninstaller runs: a minute of it is three seconds of practice.
const PACE: u32 = 20;

/// Where the person of the story put the vendor's removal tool.
pub const TOOL_PLACE: &str = r"C:\Users\user\Desktop\tool\kavremvr.exe";

/// So long ago the story began when it is told, in seconds: what is cleaned in it is not of the future.
const TOLD_AFTER: u64 = 60;

/// How long after the first start of the system the practice computer starts again, in seconds.
const RESTART_TAKES: u64 = 3600;

/// A practice machine in one of its states.
#[derive(Clone, Debug)]
pub struct PracticeComputer(Arc<Mutex<Inside>>);

#[derive(Clone, Debug)]
struct Inside {
    timeline: Arc<Timeline>,
    state: String,
    restarts: u64,
    looks: u32,
    glimpses: u32,
    cleaning: PracticeCleaning,
    /// How much later than recorded it is, in seconds.
    later: u64,
    /// How to wait while an uninstaller runs. None: it takes no time.
    wait: Option<fn(Duration)>,
    /// The turn of the uninstaller or of the vendor's removal tool that is running.
    running: Option<Turn>,
}

impl PracticeComputer {
    /// The practice machine with this name. None: there is none.
    pub fn named(name: &str) -> Option<Self> {
        let timeline = match Timeline::read(text(name)?) {
            Ok(timeline) => timeline,
            Err(error) => panic!("the practice machine {name} is damaged: {error}"),
        };
        Some(Self::at_start(timeline))
    }

    fn at_start(timeline: Timeline) -> Self {
        Self(Arc::new(Mutex::new(Inside {
            state: timeline.start.clone(),
            timeline: Arc::new(timeline),
            restarts: 0,
            looks: 0,
            glimpses: 0,
            cleaning: PracticeCleaning::default(),
            later: 0,
            wait: None,
            running: None,
        })))
    }

    /// The same story, told today: this moment is `now`, in seconds since 1970 UTC.
    pub fn told_at(self, now: u64) -> Self {
        self.with(|inside| {
            let recorded = inside.timeline.states[&inside.timeline.start].host.taken;
            inside.later = now.saturating_sub(TOLD_AFTER).saturating_sub(recorded);
        });
        self
    }

    /// From here on an uninstaller takes its time, and `wait` is how.
    pub fn take_time(&self, wait: fn(Duration)) {
        self.with(|inside| inside.wait = Some(wait));
    }

    /// A recorded computer, on which nothing that is done changes anything.
    pub fn of(snapshot: Snapshot) -> Self {
        Self::at_start(Timeline::of("recorded".into(), snapshot))
    }

    /// What a look sees now.
    pub fn snapshot(&self) -> Snapshot {
        self.with(|inside| {
            // Whoever looks says that the other window is finished.
            inside.finish();
            // The first look sees the start; what a person does by hand is seen by a later one.
            if inside.looks > 0 {
                inside.turn(|on| *on == On::Look);
            }
            inside.looks += 1;
            inside.snapshot()
        })
    }

    /// Where the person of the story put the exported passwords.
    pub fn export_place(&self) -> String {
        let os = self.with(|inside| inside.snapshot().host.os);
        if os == Os::Windows { r"C:\Users\user\Documents\passwords.txt" } else { "Documents/passwords.txt" }.into()
    }

    /// What is seen of that file: it is there at first, and then the person has deleted it. A recording
    /// tells no story, and has no such file.
    pub fn export_status(&self) -> FileStatus {
        self.with(|inside| {
            inside.glimpses += 1;
            match inside.glimpses {
                _ if inside.timeline.turns.is_empty() => FileStatus::Unknown(GapReason::NotTried),
                1 => FileStatus::Here { size: 2_418, modified: Some(inside.snapshot().host.taken) },
                _ => FileStatus::Gone,
            }
        })
    }

    /// What is seen of the vendor's removal tool, which the person of the story got from the vendor's own page. A recording
    /// tells no story, and has no such file.
    pub fn tool_seen(&self) -> ToolSeen {
        let tells_no_story = self.with(|inside| {
            inside.starts_the_vendor_tool();
            inside.timeline.turns.is_empty()
        });
        if tells_no_story {
            return Err(ToolUnread::NotTried);
        }
        let vendor = String::from("AO Kaspersky Lab");
        let signer = SignerName { name: vendor.clone(), organization: vendor, country: "RU".into() };
        let origin = |name: &str| Some(format!("{name}.kaspersky.com"));
        Ok(ToolFile {
            name: "kavremvr.exe".into(),
            signature: ToolSignature::Holds(vec![Some(signer)]),
            is_program: true,
            original_name: Some("kavremvr.exe".into()),
            beside: Beside::Seen { libraries: Vec::new(), programs: Vec::new() },
            origin: Some(ToolOrigin { host: origin("media"), referrer: origin("support") }),
        })
    }

    /// The same computer as it is now. What is done to one of the two is not seen on the other.
    #[cfg(test)]
    pub(crate) fn fork(&self) -> Self {
        Self(Arc::new(Mutex::new(self.with(|inside| inside.clone()))))
    }

    /// In which state of its story it is, how often it was restarted, and whether something on it was cleaned.
    #[cfg(test)]
    pub(crate) fn place_in_story(&self) -> (String, u64, bool) {
        self.with(|inside| (inside.state.clone(), inside.restarts, inside.cleaning.changed_anything()))
    }

    /// When the system was started, as the next look will show it.
    #[cfg(test)]
    pub(crate) fn boot_time(&self) -> u64 {
        self.with(|inside| {
            inside.timeline.states[&inside.state].host.booted + inside.later + inside.restarts * RESTART_TAKES
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inside {
    /// The computer as it is now: the recorded state, and without what was cleaned.
    fn snapshot(&self) -> Snapshot {
        let mut snapshot = self.timeline.states[&self.state].clone();
        snapshot.host.taken += self.later;
        snapshot.host.booted += self.later + self.restarts * RESTART_TAKES;
        if self.restarts > 0 {
            snapshot.host.boot_id = snapshot.host.boot_id.map(|id| format!("{id}+{}", self.restarts));
        }
        self.cleaning.show(&mut snapshot);
        snapshot
    }

    /// The first turn that starts here and fits.
    fn next_turn(&self, fits: impl Fn(&On) -> bool) -> Option<Turn> {
        self.timeline.turns.iter().find(|turn| turn.from == self.state && fits(&turn.on)).cloned()
    }

    /// Takes the first turn that starts here and fits. Returns what it was.
    fn turn(&mut self, fits: impl Fn(&On) -> bool) -> Option<On> {
        let turn = self.next_turn(fits)?;
        self.state = turn.to;
        Some(turn.on)
    }

    /// The person has the vendor's removal tool, and starts it in a window of its own.
    fn starts_the_vendor_tool(&mut self) {
        self.running = self.next_turn(|on| *on == On::VendorTool).or(self.running.take());
    }

    /// The uninstaller that is running has done its work.
    fn finish(&mut self) {
        if let Some(turn) = self.running.take() {
            self.state = turn.to;
        }
    }
}

impl Computer for PracticeComputer {
    fn uninstall(&mut self, wanted: &str) -> Ended {
        let (turn, wait) = self.with(|inside| {
            let turn = inside.next_turn(|on| matches!(on, On::Uninstall { handle, .. } if handle == wanted));
            inside.running.clone_from(&turn);
            (turn, inside.wait)
        });
        let Some(Turn { on: On::Uninstall { code, seconds, .. }, .. }) = turn else { return Ended::CannotWait };
        if let Some(wait) = wait {
            wait(Duration::from_secs(seconds) / PACE);
        }
        self.with(Inside::finish);
        code.map_or(Ended::CannotWait, |code| Ended::Code(ExitCode(code)))
    }

    /// A timeline says what the fix leads to; a recording is cleaned like any other.
    fn clean(&mut self, selection: &Selection) -> CleanUpResult {
        self.with(|inside| {
            if selection.kind == CleanUpKind::Fix && inside.turn(|on| *on == On::Fix).is_some() {
                return CleanUpResult { done: selection.ids.clone(), ..CleanUpResult::default() };
            }
            let snapshot = inside.snapshot();
            inside.cleaning.apply(&snapshot, inside.restarts, selection)
        })
    }

    fn put_back(&mut self, order: &UndoOrder) -> CleanUpResult {
        self.with(|inside| match order {
            UndoOrder::Run { run, ids } => inside.cleaning.put_back(run, ids),
            UndoOrder::LastFix if inside.turn(|on| *on == On::Undo).is_some() => CleanUpResult::default(),
            UndoOrder::LastFix => {
                let newest = inside.cleaning.past().into_iter().find(|run| run.fix && !run.removed.is_empty());
                let none = || {
                    CleanUpResult::nothing(
                        CleanUpReason::NothingKept,
                        "there is nothing to put back on this practice computer",
                    )
                };
                newest.map_or_else(none, |newest| inside.cleaning.put_back(&newest.run, &[]))
            }
        })
    }

    fn past_cleanups(&mut self) -> Vec<PastRun> {
        self.with(|inside| inside.cleaning.past())
    }

    fn restart(&mut self) -> Result<(), String> {
        self.with(|inside| {
            inside.restarts += 1;
            inside.turn(|on| *on == On::Restart);
        });
        Ok(())
    }

    fn come_back(&mut self) -> bool {
        true
    }

    fn stay_away(&mut self) {}

    fn open(&mut self, page: CitationId) {
        if page == CitationId::VENDOR_TOOL {
            self.with(Inside::starts_the_vendor_tool);
        }
    }

    fn open_installed_apps(&mut self) {}

    fn open_windows_security(&mut self) {}

    fn save(&mut self, _name: &str, _text: &str) -> Result<String, String> {
        Err("this is a practice computer".into())
    }

    fn save_in(&mut self, _folder: &str, name: &str, text: &str) -> Result<String, String> {
        self.save(name, text)
    }

    fn save_rescue_copy(&mut self, _folder: &str) -> Result<Option<String>, String> {
        Ok(None)
    }

    fn open_saved(&mut self, _path: &str) {}
}

#[cfg(test)]
mod tests;
