//! Does what the journey asks, on threads of their own, and sends the news back. Nothing here
//! waits in the window's thread.

use super::saved_files::SavedFile;
use super::{Cancel, SystemClock, patience, scan};
use crate::act::Hands;
use crate::act::live::LiveHands;
use crate::act::practice::PracticeComputer;
use crate::catalog::Catalog;
use crate::cleanup::PastRun;
use crate::journey::{Effect, Event};
use crate::machine::{FileStatus, GapReason, Snapshot};
use crate::probe;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Called when there is news, so that a sleeping window looks.
pub(super) type Wake = Arc<Mutex<Option<Box<dyn Fn() + Send + Sync>>>>;

/// The computer that the journey is about.
#[derive(Clone)]
pub(super) enum Computer {
    /// This one.
    Live,
    /// A recorded one.
    Practice(PracticeComputer),
}

/// Does what the journey asks.
pub(super) struct Worker {
    pub computer: Computer,
    pub catalog: &'static Catalog,
    pub news: Sender<Event>,
    pub wake: Wake,
    pub cancel: Cancel,
}

impl Worker {
    /// Does one thing, at once or on a thread. What the guide does itself is not given here.
    pub fn act(&mut self, effect: Effect) {
        match effect {
            Effect::Look => {
                self.cancel = Cancel::default();
                let cancel = self.cancel.clone();
                self.on_thread(move |one| one.look(&cancel));
            }
            Effect::StopLooking => self.cancel.cancel(),
            Effect::Uninstall { uninstall_key } => {
                self.on_thread(move |one| one.tell(Event::UninstallerEnded(one.hands().uninstall(&uninstall_key))));
            }
            Effect::Clean(selection) => {
                self.patiently(move |one| one.tell(Event::Cleaned(one.hands().clean(&selection))));
            }
            Effect::PutBack(order) => {
                self.patiently(move |one| one.tell(Event::Cleaned(one.hands().put_back(&order))));
            }
            Effect::Restart => self.on_thread(|one| {
                if let Err(why) = one.hands().restart() {
                    one.tell(Event::RestartRefused(why));
                }
            }),
            Effect::StayAway => self.hands().stay_away(),
            Effect::Open(link) => self.on_thread(move |one| one.hands().open(link)),
            Effect::OpenInstalledApps => self.on_thread(|one| one.hands().open_installed_apps()),
            Effect::OpenWindowsSecurity => self.on_thread(|one| one.hands().open_windows_security()),
            Effect::LookAtExport { place } => self.on_thread(move |one| one.glimpse(place)),
            Effect::AskForExport
            | Effect::ComeBack
            | Effect::LoadPast
            | Effect::Save
            | Effect::SaveSheet
            | Effect::SaveReminder => {}
            Effect::SaveReport | Effect::OpenReport => {}
            Effect::Copy(_) | Effect::Practice(_) | Effect::Quit => {}
        }
    }

    /// The clean-ups of the past: a few small files, read at once so that the page is whole.
    pub fn past_cleanups(&self) -> Vec<PastRun> {
        let mut past = self.hands().past_cleanups();
        past.iter_mut().for_each(|run| run.local = super::local_time_of(run.at));
        past
    }

    /// Saves a file for the person; `news` is what to tell then.
    pub fn save(&self, file: SavedFile, news: fn(Result<String, String>) -> Event) {
        self.on_thread(move |one| one.tell(news(one.hands().save(&file.name, &file.text))));
    }

    /// Opens a file that was saved.
    pub fn open_saved(&self, path: String) {
        self.on_thread(move |one| one.hands().open_saved(&path));
    }

    /// Runs something on a thread of its own that may take long: what is changed cannot be called back, so the
    /// news may be late, and is taken when it comes. Meanwhile it is said once that it still works.
    fn patiently(&self, task: impl FnOnce(&Self) + Send + 'static) {
        let (work, working) = channel();
        let one = self.again();
        // Where no thread can be had, nobody says it.
        let _ = thread::Builder::new()
            .name("patience".into())
            .spawn(move || patience::watch(&working, patience::LIMIT, || one.tell(Event::StillWorking)));
        self.on_thread(move |one| {
            task(one);
            drop::<Sender<()>>(work);
        });
    }

    /// The same hands, for another thread.
    fn again(&self) -> Self {
        Self {
            computer: self.computer.clone(),
            catalog: self.catalog,
            news: self.news.clone(),
            wake: Arc::clone(&self.wake),
            cancel: self.cancel.clone(),
        }
    }

    /// Runs something on a thread of its own, which is never joined. Where no thread can be had, it
    /// runs at once: a page that waits is better than one that waits for ever.
    fn on_thread(&self, task: impl FnOnce(&Self) + Send + 'static) {
        let one = self.again();
        let task = Arc::new(Mutex::new(Some(task)));
        let run = move |one: &Self, task: &Mutex<Option<_>>| {
            if let Some(task) = task.lock().unwrap_or_else(PoisonError::into_inner).take() {
                let task: Box<dyn FnOnce(&Self)> = Box::new(task);
                task(one);
            }
        };
        let inside = Arc::clone(&task);
        if thread::Builder::new().name("journey".into()).spawn(move || run(&one, &inside)).is_err() {
            run(self, &task);
        }
    }

    /// What acts on the computer.
    pub fn hands(&self) -> Box<dyn Hands> {
        match &self.computer {
            Computer::Live => Box::new(LiveHands::here()),
            Computer::Practice(computer) => Box::new(computer.clone()),
        }
    }

    fn look(&self, cancel: &Cancel) {
        let snapshot: Snapshot = match &self.computer {
            Computer::Practice(computer) => computer.look(),
            Computer::Live => {
                let mut show = |step: super::Progress| {
                    self.tell(Event::Progress { check: step.check, done: step.done, total: step.total });
                };
                scan(self.catalog, probe::host(), probe::probes(), &SystemClock::default(), cancel, &mut show)
            }
        };
        self.tell(Event::Looked(Box::new(snapshot)));
    }

    /// Sees a file from outside.
    fn glimpse(&self, place: String) {
        let seen = match &self.computer {
            Computer::Practice(computer) => computer.glimpse(),
            Computer::Live if probe::standing().at_home() => probe::file_status(&place),
            Computer::Live => FileStatus::Unknown(GapReason::NotTried),
        };
        let changed = match seen {
            FileStatus::Here { modified, .. } => modified.and_then(super::local_time_of),
            FileStatus::Gone | FileStatus::Unknown(_) => None,
        };
        self.tell(Event::ExportSeen { place, seen, changed });
    }

    fn tell(&self, event: Event) {
        // A window that has been closed wants no news.
        let _ = self.news.send(event);
        if let Some(wake) = self.wake.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            wake();
        }
    }
}
