//! The table of everything that can be typed.

use super::command::{self, Command, Journey, RescueWay};
use super::given::Given;
use super::office::ExportKind;
use super::switches::*;
use crate::i18n::MessageId;

/// One way to use this program.
pub(super) struct Form {
    /// The first argument.
    pub command: &'static str,
    /// The switch that tells this way of the command from its others. None: the way without one.
    pub way: Option<&'static Switch>,
    /// Whether findings are named.
    pub ids: Ids,
    /// What else can be given.
    pub switches: &'static [&'static Switch],
    /// What it does.
    pub text: MessageId,
    /// What is asked for. It is called only if what was given fits this form.
    pub make: fn(&Given) -> Command,
}

/// Whether a form takes findings, or something else, as words that stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ids {
    No,
    /// None at all means all of them.
    May,
    /// At least one, in words or in another way that [`NAMING`] lists.
    Must,
    /// In place of findings one file, by its path, and what stands for it where the form is told.
    File(&'static str),
    /// In place of findings one path or more, of files or folders.
    Paths,
    /// In place of findings the letters of a call code, with or without gaps.
    Code,
    /// In place of findings one of these words.
    OneOf(&'static [&'static str]),
}

impl Form {
    /// As it is typed: the command, and the switch of its way.
    pub fn spelled(&self) -> String {
        match self.way {
            Some(way) => format!("{} {}", self.command, way.spelled()),
            None => self.command.into(),
        }
    }

    /// Whether it takes a switch.
    pub fn takes_switch(&self, switch: &'static Switch) -> bool {
        self.way == Some(switch) || self.switches.contains(&switch)
    }
}

/// What stands alone, with its short spelling.
pub(super) const ALONE: [(char, &Switch, Command); 2] = [('h', HELP, Command::Help), ('V', VERSION, Command::Version)];

/// Every form, in the order of the help.
pub(super) const FORMS: &[Form] = &[
    Form {
        command: "scan",
        way: None,
        ids: Ids::No,
        switches: &[JSON, COMPACT, LINE, LABEL, OUT_DIR, RECORD, REPLAY],
        text: MessageId::CLI_FORM_SCAN,
        make: command::scan_of,
    },
    Form {
        command: "scan",
        way: Some(OFFLINE),
        ids: Ids::No,
        switches: &[JSON, COMPACT, LINE, LABEL, OUT_DIR, RECORD],
        text: MessageId::CLI_FORM_SCAN_OFFLINE,
        make: command::offline_of,
    },
    Form {
        command: "report",
        way: None,
        ids: Ids::No,
        switches: &[FORMAT, OUT, REPLAY],
        text: MessageId::CLI_FORM_REPORT,
        make: command::report_of,
    },
    Form {
        command: "report",
        way: Some(OFFLINE),
        ids: Ids::No,
        switches: &[FORMAT, OUT],
        text: MessageId::CLI_FORM_REPORT_OFFLINE,
        make: command::report_of,
    },
    Form {
        command: "report",
        way: Some(OPEN),
        ids: Ids::No,
        switches: &[FORMAT, OUT],
        text: OPEN.text,
        make: command::open_of,
    },
    Form {
        command: "report",
        way: Some(COMPARE),
        ids: Ids::File("AFTER"),
        switches: &[FORMAT, OUT],
        text: COMPARE.text,
        make: command::compare_of,
    },
    Form {
        command: "guide",
        way: None,
        ids: Ids::No,
        switches: &[],
        text: MessageId::CLI_FORM_GUIDE,
        make: |_| Command::Guide(Journey::Here),
    },
    Form {
        command: "guide",
        way: Some(PRACTICE),
        ids: Ids::No,
        switches: &[PAGE],
        text: PRACTICE.text,
        make: command::practice_of,
    },
    Form {
        command: "guide",
        way: Some(REPLAY),
        ids: Ids::No,
        switches: &[],
        text: MessageId::CLI_FORM_GUIDE_REPLAY,
        make: command::replay_of,
    },
    Form {
        command: "guide",
        way: Some(OFFLINE),
        ids: Ids::No,
        switches: &[],
        text: MessageId::CLI_FORM_GUIDE_OFFLINE,
        make: command::disk_of,
    },
    Form {
        command: "cleanup",
        way: Some(PLAN),
        ids: Ids::May,
        switches: &[ONLY, RETIRE, JSON, IDS, SHA256, CATALOG, HELPER, ASK],
        text: PLAN.text,
        make: command::plan_of,
    },
    Form {
        command: "cleanup",
        way: Some(APPLY),
        ids: Ids::Must,
        switches: &[ONLY, RETIRE, JSON, IDS, SHA256, CATALOG, HELPER, ASK],
        text: APPLY.text,
        make: command::apply_of,
    },
    Form {
        command: "cleanup",
        way: Some(PAST),
        ids: Ids::No,
        switches: &[JSON, CATALOG, HELPER, ASK],
        text: PAST.text,
        make: command::past_of,
    },
    Form {
        command: "cleanup",
        way: Some(UNDO),
        ids: Ids::May,
        switches: &[ONLY, JSON, CATALOG, HELPER, ASK],
        text: UNDO.text,
        make: command::undo_of,
    },
    Form {
        command: "fix-filters",
        way: None,
        ids: Ids::Must,
        switches: &[ASK],
        text: MessageId::CLI_FORM_FIX_FILTERS,
        make: command::fix_of,
    },
    Form {
        command: "undo-fix",
        way: None,
        ids: Ids::No,
        switches: &[ASK],
        text: MessageId::CLI_FORM_UNDO_FIX,
        make: command::undo_fix_of,
    },
    Form {
        command: "rescue",
        way: None,
        ids: Ids::No,
        switches: &[OFFLINE, SHEET, JSON],
        text: MessageId::CLI_FORM_RESCUE,
        make: |given| command::rescue_of(given, RescueWay::Look),
    },
    Form {
        command: "rescue",
        way: Some(APPLY),
        ids: Ids::Must,
        switches: &[OFFLINE, JSON],
        text: MessageId::CLI_FORM_RESCUE_APPLY,
        make: |given| command::rescue_of(given, RescueWay::Apply(given.named_ids())),
    },
    Form {
        command: "rescue",
        way: Some(UNDO_LAST),
        ids: Ids::No,
        switches: &[OFFLINE, JSON],
        text: UNDO_LAST.text,
        make: |given| command::rescue_of(given, RescueWay::Undo),
    },
    Form {
        command: "remove-own-data",
        way: None,
        ids: Ids::No,
        switches: &[WHOLE_COMPUTER, UNDO_COPIES],
        text: MessageId::CLI_FORM_REMOVE_OWN_DATA,
        make: command::own_data_of,
    },
    Form {
        command: "remove",
        way: Some(UNATTENDED),
        ids: Ids::No,
        switches: &[RESUME, PASSWORD_STDIN, ANSWERED, LOG, MINUTES, JSON],
        text: UNATTENDED.text,
        make: command::unattended_of,
    },
    Form {
        command: "prepare-folder",
        way: None,
        ids: Ids::No,
        switches: &[],
        text: MessageId::CLI_FORM_PREPARE_FOLDER,
        make: |_| Command::PrepareFolder,
    },
    Form {
        command: "check-tool",
        way: None,
        ids: Ids::File("FILE"),
        switches: &[],
        text: MessageId::CLI_FORM_CHECK_TOOL,
        make: command::check_tool_of,
    },
    Form {
        command: "code",
        way: None,
        ids: Ids::Code,
        switches: &[JSON],
        text: MessageId::CLI_FORM_CODE,
        make: command::code_of,
    },
    Form {
        command: "triage",
        way: None,
        ids: Ids::Paths,
        switches: &[TABLE_FORMAT, TABLE_OUT, NDJSON, STALE],
        text: MessageId::CLI_FORM_TRIAGE,
        make: command::triage_of,
    },
    Form {
        command: "export",
        way: None,
        ids: Ids::OneOf(ExportKind::WORDS),
        switches: &[EXPORT_DIR],
        text: MessageId::CLI_FORM_EXPORT,
        make: command::export_of,
    },
    Form {
        command: "schema",
        way: None,
        ids: Ids::No,
        switches: &[],
        text: MessageId::CLI_FORM_SCHEMA,
        make: |_| Command::Schema,
    },
];
