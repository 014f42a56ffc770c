//! What the arguments ask for, and how it is made of what was given.

use super::given::Given;
use super::office::{Export, Triage, Unattended};
use super::switches as switch;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Command {
    Help,
    Version,
    Schema,
    Scan(Scan),
    Report(Report),
    /// Show a result that was saved, or what became of a computer from one to another.
    Saved(Saved),
    /// The journey.
    Guide(Journey),
    Fix(Fix),
    Cleanup(Cleanup),
    Rescue(Rescue),
    RemoveOwnData(RemoveOwnData),
    /// Remove the products of offices with nobody at the keyboard.
    Unattended(Unattended),
    /// Make the folder of the whole computer.
    PrepareFolder,
    /// Look at a file that was downloaded as the vendor's removal tool.
    CheckTool(PathBuf),
    /// Explain a call code.
    Code(CallCodeOrder),
    /// One table of the results of many computers.
    Triage(Triage),
    /// Make what another tool takes.
    Export(Export),
}

/// What becomes of a command in a system that is not the Windows which is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Stay {
    /// Its answer says that nothing could be told.
    Answer,
    /// It would lead through, or change, what nobody means.
    Leave,
}

impl Command {
    /// What becomes of a command that is about the computer it runs on. None: it is about something else.
    pub(in crate::cli) fn at_this_computer(&self) -> Option<Stay> {
        match self {
            Self::Scan(Scan { replay: None, offline: None, .. })
            | Self::Report(Report { replay: None, offline: None, .. }) => Some(Stay::Answer),
            Self::Guide(Journey::Here) | Self::Cleanup(_) | Self::Fix(_) | Self::Unattended(_) => Some(Stay::Leave),
            _ => None,
        }
    }
}

/// How to scan.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Scan {
    /// What is printed.
    pub form: ScanForm,
    /// Whether its JSON is one line.
    pub compact: bool,
    /// What the collector calls this computer.
    pub label: Option<String>,
    /// The folder into which the result is written as JSON, too.
    pub out: Option<PathBuf>,
    pub record: Option<PathBuf>,
    pub replay: Option<PathBuf>,
    /// Where the disk of a Windows is mounted that is not running.
    pub offline: Option<PathBuf>,
}

/// What a scan prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) enum ScanForm {
    #[default]
    Text,
    Json,
    /// One short line of ASCII.
    Line,
}

/// What to explain.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct CallCodeOrder {
    /// The letters, as they were typed.
    pub typed: String,
    pub json: bool,
}

/// How to report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Report {
    pub format: Format,
    /// Where to write it; None: stdout.
    pub out: Option<PathBuf>,
    pub replay: Option<PathBuf>,
    /// Where the disk of a Windows is mounted that is not running.
    pub offline: Option<PathBuf>,
}

/// Which saved results to show.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Saved {
    pub file: PathBuf,
    /// The second one, to compare.
    pub after: Option<PathBuf>,
    pub format: Format,
    /// Where to write it; None: stdout.
    pub out: Option<PathBuf>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    #[default]
    Text,
    Html,
    Json,
}

/// Which computer the journey is about.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Journey {
    /// This one.
    Here,
    /// The practice computer with this name, at the page with this number.
    Practice { name: String, page: Option<String> },
    /// The one in this recording.
    Replay(PathBuf),
    /// The one on the disk that is mounted here.
    Disk(PathBuf),
}

/// What to do to filter lists. A window may leave a number under which it looks for the answer.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Fix {
    /// Take the entries of these findings out.
    Apply { ids: Vec<String>, ask: Option<u32> },
    /// Put back what the last fix took out.
    Undo { ask: Option<u32> },
}

/// What to do about what is left, and for whom.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Cleanup {
    pub way: CleanupWay,
    /// The date of the catalogue of whoever asks; another one is refused.
    pub catalog: Option<String>,
    pub json: bool,
    /// Started with an administrator's rights for somebody else's window.
    pub helper: bool,
    /// Leave the answer for the window that asks with this number.
    pub ask: Option<u32>,
}

/// The ways of `cleanup`.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum CleanupWay {
    /// Say what would be done.
    Plan(Chosen),
    /// Do it.
    Apply(Chosen),
    /// Put a run back, or these findings of it.
    Undo {
        /// None: the newest.
        run: Option<String>,
        ids: Vec<String>,
    },
    /// List the runs.
    Past,
}

/// What to clean.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Chosen {
    /// Findings.
    pub ids: Vec<String>,
    /// Findings among them that are loaded and are to be switched off.
    pub disable: Vec<String>,
    /// More findings stand in this file, which must have this SHA-256.
    pub list: Option<(PathBuf, String)>,
}

/// What to do about a Windows that is not running.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Rescue {
    pub way: RescueWay,
    /// The drive or folder that it lies below. None: every drive, in the recovery system.
    pub offline: Option<PathBuf>,
    /// Write what is typed in the recovery system to this file, and change nothing.
    pub sheet: Option<PathBuf>,
    pub json: bool,
}

/// The ways of `rescue`.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum RescueWay {
    /// Look, and ask if somebody is there to answer.
    Look,
    /// Take the entries of these findings out.
    Apply(Vec<String>),
    /// Put back what the last rescue took out.
    Undo,
}

/// What of our own to remove.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct RemoveOwnData {
    /// What was kept for the whole computer, and not for this account.
    pub whole_computer: bool,
    /// The undo copies too.
    pub undo_copies: bool,
}

impl Format {
    /// What [`switch::FORMAT`] says. Text if it was not given.
    fn of_given(given: &Given) -> Self {
        match given.text_of(switch::FORMAT).as_deref() {
            Some("html") => Self::Html,
            Some("json") => Self::Json,
            _ => Self::Text,
        }
    }
}

pub(super) fn scan_of(given: &Given) -> Command {
    Command::Scan(Scan { replay: given.path_of(switch::REPLAY), ..scan_in_common(given) })
}

pub(super) fn offline_of(given: &Given) -> Command {
    Command::Scan(Scan { offline: given.path_of(switch::OFFLINE), ..scan_in_common(given) })
}

/// A scan without where it looks.
fn scan_in_common(given: &Given) -> Scan {
    let compact = given.has_switch(switch::COMPACT);
    let out = given.path_of(switch::OUT_DIR);
    let form = if given.has_switch(switch::LINE) {
        ScanForm::Line
    } else if given.has_switch(switch::JSON) || compact && out.is_none() {
        ScanForm::Json
    } else {
        ScanForm::Text
    };
    let label = given.text_of(switch::LABEL);
    Scan { form, compact, label, out, record: given.path_of(switch::RECORD), replay: None, offline: None }
}

pub(super) fn report_of(given: &Given) -> Command {
    Command::Report(Report {
        format: Format::of_given(given),
        out: given.path_of(switch::OUT),
        replay: given.path_of(switch::REPLAY),
        offline: given.path_of(switch::OFFLINE),
    })
}

pub(super) fn open_of(given: &Given) -> Command {
    saved_of(given, given.path_of(switch::OPEN), None)
}

pub(super) fn compare_of(given: &Given) -> Command {
    saved_of(given, given.path_of(switch::COMPARE), given.first_word().map(PathBuf::from))
}

fn saved_of(given: &Given, file: Option<PathBuf>, after: Option<PathBuf>) -> Command {
    let (format, out) = (Format::of_given(given), given.path_of(switch::OUT));
    Command::Saved(Saved { file: file.unwrap_or_default(), after, format, out })
}

pub(super) fn practice_of(given: &Given) -> Command {
    let name = given.text_of(switch::PRACTICE).unwrap_or_default();
    Command::Guide(Journey::Practice { name, page: given.text_of(switch::PAGE) })
}

pub(super) fn replay_of(given: &Given) -> Command {
    Command::Guide(Journey::Replay(given.path_of(switch::REPLAY).unwrap_or_default()))
}

pub(super) fn disk_of(given: &Given) -> Command {
    Command::Guide(Journey::Disk(given.path_of(switch::OFFLINE).unwrap_or_default()))
}

pub(super) fn fix_of(given: &Given) -> Command {
    Command::Fix(Fix::Apply { ids: given.named_ids(), ask: given.number_of(switch::ASK) })
}

pub(super) fn undo_fix_of(given: &Given) -> Command {
    Command::Fix(Fix::Undo { ask: given.number_of(switch::ASK) })
}

pub(super) fn plan_of(given: &Given) -> Command {
    cleanup_of(given, CleanupWay::Plan(chosen_of(given)))
}

pub(super) fn apply_of(given: &Given) -> Command {
    cleanup_of(given, CleanupWay::Apply(chosen_of(given)))
}

pub(super) fn past_of(given: &Given) -> Command {
    cleanup_of(given, CleanupWay::Past)
}

pub(super) fn undo_of(given: &Given) -> Command {
    let run = given.text_of(switch::UNDO).filter(|run| run != "latest");
    cleanup_of(given, CleanupWay::Undo { run, ids: given.named_ids() })
}

pub(super) fn rescue_of(given: &Given, way: RescueWay) -> Command {
    let offline = given.path_of(switch::OFFLINE);
    Command::Rescue(Rescue { way, offline, sheet: given.path_of(switch::SHEET), json: given.has_switch(switch::JSON) })
}

pub(super) fn own_data_of(given: &Given) -> Command {
    Command::RemoveOwnData(RemoveOwnData {
        whole_computer: given.has_switch(switch::WHOLE_COMPUTER),
        undo_copies: given.has_switch(switch::UNDO_COPIES),
    })
}

pub(super) fn check_tool_of(given: &Given) -> Command {
    Command::CheckTool(given.first_word().map(PathBuf::from).unwrap_or_default())
}

pub(super) fn code_of(given: &Given) -> Command {
    Command::Code(CallCodeOrder { typed: given.named_ids().join(" "), json: given.has_switch(switch::JSON) })
}

pub(super) fn unattended_of(given: &Given) -> Command {
    Command::Unattended(Unattended::of(given))
}

pub(super) fn triage_of(given: &Given) -> Command {
    Command::Triage(Triage::of(given))
}

pub(super) fn export_of(given: &Given) -> Command {
    Command::Export(Export::of(given))
}

fn chosen_of(given: &Given) -> Chosen {
    Chosen {
        ids: given.named_ids(),
        disable: given.texts_of(switch::RETIRE),
        list: given.path_of(switch::IDS).zip(given.text_of(switch::SHA256)),
    }
}

fn cleanup_of(given: &Given, way: CleanupWay) -> Command {
    Command::Cleanup(Cleanup {
        way,
        catalog: given.text_of(switch::CATALOG),
        json: given.has_switch(switch::JSON),
        helper: given.has_switch(switch::HELPER),
        ask: given.number_of(switch::ASK),
    })
}
