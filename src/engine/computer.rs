//! The computer that a journey is about: this one, or a recorded one.

use super::{Cancel, Progress, scan_this_computer};
use crate::act::Computer;
use crate::act::live::LiveComputer;
use crate::act::practice::{PracticeComputer, TOOL_PLACE};
use crate::catalog::Catalog;
use crate::machine::{FileStatus, GapReason, Snapshot, ToolSeen, ToolUnread};
use crate::probe;
use crate::probe::removal_tool::look_at_tool;
use std::path::Path;

/// What a journey asks of a computer besides changing it: how it is looked at.
pub(super) trait JourneyComputer: Computer {
    /// Looks at it. `progress` is told after each answer.
    fn look(&self, catalog: &'static Catalog, cancel: &Cancel, progress: &mut dyn FnMut(Progress)) -> Snapshot;

    /// Sees a file from outside.
    fn glimpse(&self, place: &str) -> FileStatus;

    /// Looks at a file that was downloaded as the vendor's removal tool. It is never started.
    fn look_at_tool(&self, place: &str) -> ToolSeen;

    /// Where that file is. None: the person has to be asked. Only a story tells it.
    fn tool_file(&self) -> Option<String> {
        None
    }

    /// Where the exported passwords are. None: the person has to be asked. Only a story tells it.
    fn exported_file(&self) -> Option<String> {
        None
    }

    /// The folder in which the sheet is saved. None: the person has to be asked. Only a story tells it.
    fn sheet_folder(&self) -> Option<String> {
        None
    }

    /// Whether a restart, with this program open again, and an opened page take no time, as only on a recorded one. Then
    /// nothing may go on beside them: what comes next sees what they changed.
    fn is_recorded(&self) -> bool {
        false
    }

    /// From here on, what takes time on a recorded computer takes it. On any other it does anyway.
    fn take_time(&mut self) {}

    /// The same computer, for another thread.
    fn another(&self) -> Box<dyn JourneyComputer>;
}

impl JourneyComputer for LiveComputer {
    fn look(&self, catalog: &'static Catalog, cancel: &Cancel, progress: &mut dyn FnMut(Progress)) -> Snapshot {
        scan_this_computer(catalog, cancel, progress)
    }

    fn glimpse(&self, place: &str) -> FileStatus {
        if self.standing().at_home() { probe::file_status(place) } else { FileStatus::Unknown(GapReason::NotTried) }
    }

    fn look_at_tool(&self, place: &str) -> ToolSeen {
        if self.standing().at_home() { look_at_tool(Path::new(place)) } else { Err(ToolUnread::NotTried) }
    }

    fn another(&self) -> Box<dyn JourneyComputer> {
        Box::new(*self)
    }
}

impl JourneyComputer for PracticeComputer {
    fn look(&self, _catalog: &'static Catalog, _cancel: &Cancel, _progress: &mut dyn FnMut(Progress)) -> Snapshot {
        self.snapshot()
    }

    fn glimpse(&self, _place: &str) -> FileStatus {
        self.export_status()
    }

    fn exported_file(&self) -> Option<String> {
        Some(self.export_place())
    }

    fn look_at_tool(&self, _place: &str) -> ToolSeen {
        self.tool_seen()
    }

    fn tool_file(&self) -> Option<String> {
        Some(TOOL_PLACE.into())
    }

    /// Nothing is saved on a computer of the story, wherever that would be.
    fn sheet_folder(&self) -> Option<String> {
        Some(String::new())
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn take_time(&mut self) {
        PracticeComputer::take_time(self, std::thread::sleep);
    }

    fn another(&self) -> Box<dyn JourneyComputer> {
        Box::new(self.clone())
    }
}
