//! A computer that is played.

use crate::act::unattended::hands::{Finished, Hands, LogKept};
use crate::act::unattended::memory::Memory;
use crate::act::unattended::run::run;
use crate::act::unattended::{Outcome, UnattendedAnswer, UnattendedOrder};
use crate::catalog::Catalog;
use crate::cleanup::CleanUpResult;
use crate::journey::{AnsweredBefore, Bitlocker, Obstacle};
use crate::machine::{Program, Snapshot};
use crate::probe::replay;
use crate::removal::{OnRecord, ProductCode, ProgramFolders, RemovalPassword};
use std::collections::BTreeMap;
use std::time::Duration;

pub const SECURITY: &str = "{27534751-4A40-48BD-B393-BC3BF28C876E}";
pub const AGENT: &str = "{0F05E4E5-5A89-482C-9A62-47CC58643788}";
pub const SENSOR: &str = "{9F5160BE-4283-4BAF-8E70-D2B35468798A}";

/// What an uninstaller of the play does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plays {
    pub finished: u32,
    /// Whether the product is gone after it.
    pub goes: bool,
}

/// The computer.
pub struct Play {
    pub snapshot: Snapshot,
    pub rights: bool,
    pub bitlocker: Bitlocker,
    pub busy: bool,
    pub guarded: bool,
    pub record: (&'static str, &'static str),
    pub log_folder: Result<(), String>,
    pub log: LogKept,
    /// By product code, what its uninstaller does each time; the last for ever.
    pub uninstallers: BTreeMap<&'static str, Vec<Plays>>,
    /// Codes whose uninstaller hangs.
    pub hangs: Vec<&'static str>,
    /// Why none of them can be started.
    pub not_started: Option<String>,
    /// What is done to the computer after each run, besides.
    pub after: fn(&mut Snapshot),
    pub memory: Option<Memory>,
    pub memory_fails: bool,
    /// What was started, in order.
    pub started: Vec<String>,
    pub waited: Duration,
    pub fixes: Vec<String>,
    pub fix_works: bool,
}

impl Play {
    /// An office computer with Endpoint Security, Endpoint Agent and Network Agent, without encryption, whose
    /// uninstallers all work.
    pub fn office() -> Self {
        let text = include_str!("../../../../tests/recordings/endpoint-security.json");
        let mut snapshot = replay::parse_recording(text).unwrap();
        snapshot.host.elevated = true;
        snapshot.host.booted = 1_000_000;
        snapshot.services.items.retain(|service| !["klfdefsf", "klfle"].contains(&service.name.as_str()));
        for program in &mut snapshot.programs.items {
            program.uninstall = Some(format!("MsiExec.exe /I{}", program.key));
        }
        let works = |code| (code, vec![Plays { finished: 0, goes: true }]);
        Self {
            snapshot,
            rights: true,
            bitlocker: Bitlocker::Off,
            busy: false,
            guarded: true,
            record: ("Kaspersky", "AO Kaspersky Lab"),
            log_folder: Ok(()),
            log: LogKept::Yes,
            uninstallers: [SECURITY, AGENT, SENSOR].into_iter().map(works).collect(),
            hangs: Vec::new(),
            not_started: None,
            after: |_| {},
            memory: None,
            memory_fails: false,
            started: Vec::new(),
            waited: Duration::ZERO,
            fixes: Vec::new(),
            fix_works: true,
        }
    }

    pub fn ends_with(&mut self, code: &'static str, plays: &[(u32, bool)]) {
        let plays = plays.iter().map(|(finished, goes)| Plays { finished: *finished, goes: *goes });
        self.uninstallers.insert(code, plays.collect());
    }

    pub fn run(&mut self) -> UnattendedAnswer {
        self.ordered(&order())
    }

    pub fn resume(&mut self) -> UnattendedAnswer {
        self.ordered(&UnattendedOrder { resume: true, ..order() })
    }

    pub fn with_password(&mut self, text: &str) -> UnattendedAnswer {
        self.ordered(&UnattendedOrder { password: Some(RemovalPassword::parse(text).unwrap()), ..order() })
    }

    pub fn answered(&mut self, answered: AnsweredBefore) -> UnattendedAnswer {
        self.ordered(&UnattendedOrder { answered: [answered].into(), ..order() })
    }

    pub fn ordered(&mut self, order: &UnattendedOrder) -> UnattendedAnswer {
        run(order, self, Catalog::embedded())
    }

    /// The computer is started anew.
    pub fn restart(&mut self) {
        self.snapshot.host.booted += 1000;
    }

    /// Takes a product with all its parts away.
    fn take_away(&mut self, code: &str) {
        let snapshot = &mut self.snapshot;
        snapshot.programs.items.retain(|program| program.key != code);
        let mine = |name: &str| match code {
            AGENT => name == "klnagent",
            SENSOR => name == "soyuz",
            _ => name != "klnagent" && name != "soyuz",
        };
        snapshot.services.items.retain(|service| !mine(&service.name));
        if code == SECURITY {
            snapshot.class_filters.items.clear();
            snapshot.files.items.retain(|file| !file.path.contains("KES"));
        }
    }
}

/// With nothing but what has to be.
pub fn order() -> UnattendedOrder {
    UnattendedOrder { resume: false, password: None, answered: [].into(), limit: Duration::from_secs(3600) }
}

/// Why it was refused, and that nothing was started.
pub fn refused(play: &mut Play) -> Vec<Obstacle> {
    let answer = play.run();
    assert_eq!(answer.outcome, Outcome::Refused, "{answer:?}");
    assert!(play.started.is_empty(), "{:?}", play.started);
    assert!(play.memory.is_none() && !answer.restart);
    answer.refused.into_iter().map(|one| one.why).collect()
}

impl Hands for Play {
    fn has_rights(&self) -> bool {
        self.rights
    }

    fn look(&mut self) -> Snapshot {
        self.snapshot.clone()
    }

    fn folders(&self) -> ProgramFolders {
        ProgramFolders::new(r"C:\Program Files", Some(r"C:\Program Files (x86)"), r"C:\Windows")
    }

    fn is_guarded(&self, _: &Program) -> bool {
        self.guarded
    }

    fn records(&self, _: &ProductCode) -> Result<Vec<OnRecord>, String> {
        let (name, publisher) = self.record;
        Ok(vec![OnRecord { name: name.into(), publisher: publisher.into() }])
    }

    fn bitlocker(&mut self) -> Bitlocker {
        self.bitlocker
    }

    fn other_installation(&mut self) -> bool {
        self.busy
    }

    fn log_for(&mut self, code: &ProductCode) -> Result<String, String> {
        self.log_folder.clone().map(|()| format!(r"C:\logs\remove {code}.log"))
    }

    fn uninstall(&mut self, arguments: &str, _: Duration) -> Finished {
        if let Some(words) = &self.not_started {
            return Finished::NotStarted(words.clone());
        }
        self.started.push(arguments.to_string());
        if self.hangs.iter().any(|code| arguments.contains(code)) {
            return Finished::StillRunning;
        }
        let (code, plays) = self
            .uninstallers
            .iter_mut()
            .find(|(code, _)| arguments.contains(*code))
            .unwrap_or_else(|| panic!("not of the play: {arguments}"));
        let code = *code;
        let now = if plays.len() > 1 { plays.remove(0) } else { plays[0] };
        if now.goes {
            self.take_away(code);
        }
        (self.after)(&mut self.snapshot);
        Finished::Code(now.finished)
    }

    fn check_log(&mut self, _: &str, _: Option<&RemovalPassword>) -> LogKept {
        self.log
    }

    fn wait(&mut self, time: Duration) {
        self.waited += time;
    }

    fn fix(&mut self, ids: &[String]) -> CleanUpResult {
        self.fixes.extend(ids.to_vec());
        if !self.fix_works {
            return CleanUpResult::default();
        }
        self.snapshot.class_filters.items.clear();
        CleanUpResult { done: ids.to_vec(), ..CleanUpResult::default() }
    }

    fn remembered(&mut self) -> Result<Option<Memory>, String> {
        if self.memory_fails { Err("made for a test".into()) } else { Ok(self.memory.clone()) }
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), String> {
        self.memory = Some(memory.clone());
        Ok(())
    }

    fn forget(&mut self) {
        self.memory = None;
    }
}
