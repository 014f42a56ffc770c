//! A computer whose answers come only when a test lets them.

use super::*;
use crate::act::Computer;
use crate::catalog::CitationId;
use crate::cleanup::{CleanUpResult, Selection, UndoOrder};
use crate::engine::Progress;
use crate::journey::Ended;
use crate::machine::{GapReason, Snapshot};
use crate::probe;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What reads folders waits until it is let go on, and nothing else is asked of it.
#[derive(Clone)]
struct Slow(Arc<Mutex<()>>);

impl Computer for Slow {
    fn uninstall(&mut self, _uninstall_key: &str) -> Ended {
        Ended::CannotWait
    }

    fn clean(&mut self, _selection: &Selection) -> CleanUpResult {
        CleanUpResult::default()
    }

    fn put_back(&mut self, _order: &UndoOrder) -> CleanUpResult {
        CleanUpResult::default()
    }

    fn past_cleanups(&mut self) -> Vec<PastRun> {
        drop(self.0.lock().unwrap());
        Vec::new()
    }

    fn restart(&mut self) -> Result<(), String> {
        Err("no".into())
    }

    fn come_back(&mut self) -> bool {
        true
    }

    fn stay_away(&mut self) {}

    fn open(&mut self, _page: CitationId) {}

    fn open_installed_apps(&mut self) {}

    fn open_windows_security(&mut self) {}

    fn save(&mut self, _name: &str, _text: &str) -> Result<String, String> {
        Err("no".into())
    }

    fn save_in(&mut self, folder: &str, name: &str, text: &str) -> Result<String, String> {
        if folder == FULL { self.save(name, text) } else { Ok(format!("{folder}{name}")) }
    }

    fn save_rescue_copy(&mut self, folder: &str) -> Result<Option<String>, String> {
        Ok(Some(format!("{folder}cleanbreak-cli.exe")))
    }

    fn open_saved(&mut self, _path: &str) {}
}

impl JourneyComputer for Slow {
    fn look(&self, _catalog: &'static Catalog, _cancel: &Cancel, _progress: &mut dyn FnMut(Progress)) -> Snapshot {
        probe::untouched_snapshot(probe::host())
    }

    fn look_at_tool(&self, _place: &str) -> crate::machine::ToolSeen {
        unreachable!("no test asks for it")
    }

    fn glimpse(&self, _place: &str) -> FileStatus {
        FileStatus::Unknown(GapReason::NotTried)
    }

    fn another(&self) -> Box<dyn JourneyComputer> {
        Box::new(self.clone())
    }
}

/// A stick that takes nothing.
const FULL: &str = r"F:\";

#[test]
fn a_rescue_copy_goes_beside_the_sheet_and_not_where_the_sheet_could_not() {
    let (teller, news) = Teller::with_receiver();
    let worker = Worker::new(Box::new(Slow(Arc::default())), Catalog::embedded(), teller);
    let sheet = || SavedFile { name: "sheet.html".into(), text: String::new() };
    worker.save_sheet_in(FULL.into(), sheet());
    worker.save_sheet_in(r"E:\".into(), sheet());
    drop(worker);
    let mut told: Vec<_> = news.iter().map(|news| (news.pending, format!("{:?}", news.events))).collect();
    told.sort();
    assert_eq!(
        told,
        [
            (false, r#"[RescueCopied(Ok("E:\\cleanbreak-cli.exe"))]"#.to_string()),
            (true, r#"[SheetSaved(Err("no"))]"#.into()),
            (true, r#"[SheetSaved(Ok("E:\\sheet.html"))]"#.into()),
        ]
    );
}

const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn nobody_waits_for_the_folders_with_what_was_cleaned() {
    let gate = Arc::new(Mutex::new(()));
    let (teller, news) = Teller::with_receiver();
    let mut worker = Worker::new(Box::new(Slow(Arc::clone(&gate))), Catalog::embedded(), teller);
    let closed = gate.lock().unwrap();
    // Read here, this would wait for ever.
    assert!(matches!(worker.carry_out(ComputerEffect::LoadPast), Reply::Pending));
    drop(closed);
    let told = news.recv_timeout(MINUTE).unwrap();
    assert!(told.pending && matches!(told.events[..], [Event::PastCleanups(_)]));
}

#[test]
fn what_was_cleaned_is_told_before_the_look_that_asks_for_it() {
    let (teller, news) = Teller::with_receiver();
    let mut worker = Worker::new(Box::new(Slow(Arc::default())), Catalog::embedded(), teller);
    assert!(matches!(worker.carry_out(ComputerEffect::Look), Reply::Nothing));
    let told = news.recv_timeout(MINUTE).unwrap().events;
    assert!(matches!(told[..], [Event::PastCleanups(_), Event::Looked(_)]), "{told:?}");
}

#[test]
fn whether_it_comes_back_is_known_at_once_and_a_restart_that_is_refused_is_told() {
    let (teller, news) = Teller::with_receiver();
    let mut worker = Worker::new(Box::new(Slow(Arc::default())), Catalog::embedded(), teller);
    let reply = worker.carry_out(ComputerEffect::ComeBack);
    assert!(matches!(reply, Reply::AtOnce(Event::ComingBack(true))), "{reply:?}");
    assert!(matches!(worker.carry_out(ComputerEffect::Restart), Reply::Nothing));
    let told = news.recv_timeout(MINUTE).unwrap().events;
    assert!(matches!(&told[..], [Event::RestartRefused(words)] if words == "no"), "{told:?}");
}

#[test]
fn what_a_page_opens_on_a_practice_computer_is_done_before_the_next_look() {
    for _ in 0..200 {
        let story = crate::act::practice::PracticeComputer::named("bought-used").unwrap();
        let mut at_work = story.clone();
        at_work.uninstall("{5B1D2C7A-0E4F-4D6B-8A3C-9E7F10243546}");
        let (teller, _news) = Teller::with_receiver();
        let mut worker = Worker::new(Box::new(story), Catalog::embedded(), teller);
        worker.carry_out(ComputerEffect::Open(CitationId::VENDOR_TOOL));
        assert!(at_work.snapshot().programs.items.iter().all(|program| program.name != "Kaspersky"));
    }
}
