//! Does what the journey asks on its computer, and sends the news back. What may take long runs on a thread of its
//! own, so nothing of it waits in the window's thread.

use super::computer::JourneyComputer;
use super::news::Teller;
use super::on_thread::run_on_thread;
use super::saved_files::SavedFile;
use super::{Cancel, patience};
use crate::catalog::Catalog;
use crate::cleanup::PastRun;
use crate::journey::{ComputerEffect, Event};
use crate::machine::FileStatus;
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// Does what the journey asks.
pub(super) struct Worker {
    pub computer: Box<dyn JourneyComputer>,
    catalog: &'static Catalog,
    news: Teller,
    cancel: Cancel,
}

/// What comes of an effect.
#[derive(Debug)]
pub(super) enum Reply {
    /// This, already.
    AtOnce(Event),
    /// News that comes by itself, though no page waits for it.
    Pending,
    /// Nothing, or news that a page waits for.
    Nothing,
}

impl Worker {
    /// One for this computer.
    pub fn new(computer: Box<dyn JourneyComputer>, catalog: &'static Catalog, news: Teller) -> Self {
        Self { computer, catalog, news, cancel: Cancel::default() }
    }

    /// Does one thing, or begins it.
    pub fn carry_out(&mut self, effect: ComputerEffect) -> Reply {
        match effect {
            ComputerEffect::Look => self.look(),
            ComputerEffect::StopLooking => self.cancel.cancel(),
            // Both write a small thing of the account's own, which must be there before what follows: that may end the
            // program, and a page must not promise what cannot be kept.
            ComputerEffect::ComeBack => return Reply::AtOnce(Event::ComingBack(self.computer.come_back())),
            ComputerEffect::StayAway => self.computer.stay_away(),
            ComputerEffect::Uninstall { uninstall_key } => {
                self.on_thread(move |computer, news| {
                    news.tell_event(Event::UninstallerEnded(computer.uninstall(&uninstall_key)));
                });
            }
            ComputerEffect::Clean(selection) => {
                self.patiently(move |computer, news| news.tell_event(Event::Cleaned(computer.clean(&selection))));
            }
            ComputerEffect::PutBack(order) => {
                self.patiently(move |computer, news| news.tell_event(Event::Cleaned(computer.put_back(&order))));
            }
            ComputerEffect::LoadPast => {
                self.on_thread(|computer, news| news.tell_pending(past_cleanups(computer)));
                return Reply::Pending;
            }
            ComputerEffect::Restart if self.computer.is_recorded() => {
                return Reply::AtOnce(
                    self.computer.restart().map_or_else(Event::RestartRefused, |()| Event::Restarted),
                );
            }
            ComputerEffect::Restart => self.on_thread(|computer, news| {
                if let Err(why) = computer.restart() {
                    news.tell_event(Event::RestartRefused(why));
                }
            }),
            ComputerEffect::Open(link) if self.computer.is_recorded() => self.computer.open(link),
            ComputerEffect::Open(link) => self.on_thread(move |computer, _| computer.open(link)),
            ComputerEffect::OpenInstalledApps => self.on_thread(|computer, _| computer.open_installed_apps()),
            ComputerEffect::OpenWindowsSecurity => self.on_thread(|computer, _| computer.open_windows_security()),
            ComputerEffect::OpenSaved { path } => self.on_thread(move |computer, _| computer.open_saved(&path)),
            ComputerEffect::LookAtTool { place } => {
                self.on_thread(move |computer, news| news.tell_pending(Event::ToolSeen(computer.look_at_tool(&place))));
                return Reply::Pending;
            }
            ComputerEffect::LookAtExport { place } => {
                self.on_thread(move |computer, news| news.tell_pending(export_seen(computer, place)));
                return Reply::Pending;
            }
        }
        Reply::Nothing
    }

    /// Saves a file for the person; `told` is what to tell then, and is pending.
    pub fn save_file(&self, file: SavedFile, told: fn(Result<String, String>) -> Event) {
        self.on_thread(move |computer, news| news.tell_pending(told(computer.save(&file.name, &file.text))));
    }

    /// Saves the sheet in the folder that the person named, which is pending, and a rescue copy beside it.
    pub fn save_sheet_in(&self, folder: String, sheet: SavedFile) {
        self.on_thread(move |computer, news| {
            let saved = computer.save_in(&folder, &sheet.name, &sheet.text);
            let copied = saved.is_ok().then(|| computer.save_rescue_copy(&folder).transpose()).flatten();
            news.tell_pending(Event::SheetSaved(saved));
            if let Some(copied) = copied {
                news.tell_event(Event::RescueCopied(copied));
            }
        });
    }

    fn look(&mut self) {
        self.cancel = Cancel::default();
        let (cancel, catalog) = (self.cancel.clone(), self.catalog);
        self.on_thread(move |computer, news| {
            let mut show = |step: super::Progress| {
                news.tell_event(Event::Progress { check: step.check, done: step.done, total: step.total });
            };
            let snapshot = computer.look(catalog, &cancel, &mut show);
            // What a page offers after a look depends on what was cleaned before.
            news.tell_together(vec![past_cleanups(computer), Event::Looked(Box::new(snapshot))]);
        });
    }

    /// Runs something on a thread of its own that may take long: what is changed cannot be called back, so the
    /// news may be late, and is taken when it comes. Meanwhile it is said once that it still works.
    fn patiently(&self, task: impl FnOnce(&mut dyn JourneyComputer, &Teller) + Send + 'static) {
        let (work, working) = channel();
        let news = self.news.clone();
        // Where no thread can be had, nobody says it.
        let _ = thread::Builder::new()
            .name("patience".into())
            .spawn(move || patience::tell_if_late(&working, patience::LIMIT, || news.tell_event(Event::StillWorking)));
        self.on_thread(move |computer, news| {
            task(computer, news);
            drop::<Sender<()>>(work);
        });
    }

    fn on_thread(&self, task: impl FnOnce(&mut dyn JourneyComputer, &Teller) + Send + 'static) {
        let (mut computer, news) = (self.computer.another(), self.news.clone());
        run_on_thread(move || task(&mut *computer, &news));
    }
}

/// The clean-ups of the past, with the time of this place.
fn past_cleanups(computer: &mut dyn JourneyComputer) -> Event {
    let mut past: Vec<PastRun> = computer.past_cleanups();
    past.iter_mut().for_each(|run| run.local = super::local_time_of(run.at));
    Event::PastCleanups(past)
}

/// Sees a file from outside.
fn export_seen(computer: &mut dyn JourneyComputer, place: String) -> Event {
    let seen = computer.glimpse(&place);
    let changed = match seen {
        FileStatus::Here { modified, .. } => modified.and_then(super::local_time_of),
        FileStatus::Gone | FileStatus::Unknown(_) => None,
    };
    Event::ExportSeen { place, seen, changed }
}

#[cfg(test)]
#[path = "worker_tests.rs"]
mod tests;
