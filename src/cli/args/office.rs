//! What administrators ask for: many computers, and nobody at the keyboard.

use super::given::Given;
use super::switches as switch;
use crate::journey::AnsweredBefore;
use std::path::PathBuf;

/// Of which results to make a table.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Triage {
    /// Files and folders; `-` is standard input.
    pub paths: Vec<PathBuf>,
    pub form: TableForm,
    /// Where to write it; None: stdout.
    pub out: Option<PathBuf>,
    /// Where to write one line for each computer, too.
    pub ndjson: Option<PathBuf>,
    /// After how many days a result is old.
    pub stale: u32,
}

/// The form of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) enum TableForm {
    #[default]
    Text,
    Csv,
    Html,
}

/// A result is old after so many days, if nothing else is asked for.
const STALE_DAYS: u32 = 30;

/// What to make for another tool.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Export {
    pub kind: ExportKind,
    /// The folder to write it into; None: stdout.
    pub out: Option<PathBuf>,
}

/// The tools for which something is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum ExportKind {
    /// A pack of osquery, and the same for Fleet.
    Osquery,
    /// Scripts for Intune.
    Intune,
    /// Scripts for tools that start one on each computer.
    Rmm,
}

impl ExportKind {
    /// Every kind, as it is typed.
    pub const WORDS: &'static [&'static str] = &["osquery", "intune", "rmm"];

    fn of_word(word: &std::ffi::OsStr) -> Self {
        if word == "intune" {
            Self::Intune
        } else if word == "rmm" {
            Self::Rmm
        } else {
            Self::Osquery
        }
    }
}

/// How to remove products with nobody at the keyboard.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Unattended {
    /// Go on after the restart.
    pub resume: bool,
    /// Whether the removal password stands on standard input. It is no argument: others can see those.
    pub password_on_input: bool,
    /// What was answered beforehand.
    pub answered: Vec<AnsweredBefore>,
    /// The folder for the logs. None: one of ours.
    pub log: Option<PathBuf>,
    /// How long one uninstaller may take.
    pub minutes: u32,
    pub json: bool,
}

impl Unattended {
    pub(super) fn of(given: &Given) -> Self {
        let answered = given.texts_of(switch::ANSWERED);
        let topic = |word: &String| match word.as_str() {
            "bitlocker-key" => Some(AnsweredBefore::BitlockerKey),
            "file-encryption" => Some(AnsweredBefore::FileEncryption),
            _ => None,
        };
        Self {
            resume: given.has_switch(switch::RESUME),
            password_on_input: given.has_switch(switch::PASSWORD_STDIN),
            answered: answered.iter().filter_map(topic).collect(),
            log: given.path_of(switch::LOG),
            minutes: given.number_of(switch::MINUTES).unwrap_or(UNATTENDED_MINUTES),
            json: given.has_switch(switch::JSON),
        }
    }
}

/// How long one uninstaller may take, in minutes, if nobody says otherwise.
const UNATTENDED_MINUTES: u32 = 60;

impl Triage {
    pub(super) fn of(given: &Given) -> Self {
        Self {
            paths: given.words().map(PathBuf::from).collect(),
            form: match given.text_of(switch::TABLE_FORMAT).as_deref() {
                Some("csv") => TableForm::Csv,
                Some("html") => TableForm::Html,
                _ => TableForm::Text,
            },
            out: given.path_of(switch::TABLE_OUT),
            ndjson: given.path_of(switch::NDJSON),
            stale: given.number_of(switch::STALE).unwrap_or(STALE_DAYS),
        }
    }
}

impl Export {
    pub(super) fn of(given: &Given) -> Self {
        let kind = ExportKind::of_word(given.first_word().unwrap_or_default());
        Self { kind, out: given.path_of(switch::EXPORT_DIR) }
    }
}
