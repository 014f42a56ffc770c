//! Every switch there is: its name, what follows it, and what it does.

use crate::i18n::MessageId;

/// What begins with two hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Switch {
    /// The name, without the hyphens.
    pub name: &'static str,
    /// What has to follow it.
    pub takes: Takes,
    /// Whether each of several counts. If not, the last one does.
    pub many: bool,
    /// Who gives it.
    pub giver: Giver,
    /// What it does.
    pub text: MessageId,
}

/// What follows a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Takes {
    Nothing,
    /// A path, which need not be text.
    Path(&'static str),
    /// Text in UTF-8.
    Text(&'static str),
    /// A number from 0 to 4,294,967,295.
    Number(&'static str),
    /// A name for a computer: 1 to 64 of `A-Z a-z 0-9 . _ -`.
    Label(&'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// Who gives a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Giver {
    /// Whoever types at a terminal, or a script.
    Person,
    /// The window of this program, which starts this one for what needs rights.
    Window,
}

impl Takes {
    /// What stands for the value where the switch is told. None: there is no value.
    pub fn value_name(self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Path(name) | Self::Text(name) | Self::Number(name) | Self::Label(name) => Some(name.into()),
            Self::OneOf(words) => Some(words.join("|")),
        }
    }
}

impl Switch {
    /// As it is typed.
    pub fn spelled(&self) -> String {
        format!("--{}", self.name)
    }

    const fn person(name: &'static str, takes: Takes, text: MessageId) -> Self {
        Self { name, takes, many: false, giver: Giver::Person, text }
    }

    const fn window(name: &'static str, takes: Takes, text: MessageId) -> Self {
        Self { name, takes, many: false, giver: Giver::Window, text }
    }

    const fn many(self) -> Self {
        Self { many: true, ..self }
    }
}

const FILE: Takes = Takes::Path("FILE");

pub(super) const HELP: &Switch = &Switch::person("help", Takes::Nothing, MessageId::CLI_SWITCH_HELP);
pub(super) const VERSION: &Switch = &Switch::person("version", Takes::Nothing, MessageId::CLI_SWITCH_VERSION);

pub(super) const JSON: &Switch = &Switch::person("json", Takes::Nothing, MessageId::CLI_SWITCH_JSON);
pub(super) const RECORD: &Switch = &Switch::person("record", FILE, MessageId::CLI_SWITCH_RECORD);
pub(super) const REPLAY: &Switch = &Switch::person("replay", FILE, MessageId::CLI_SWITCH_REPLAY);
pub(super) const FORMAT: &Switch =
    &Switch::person("format", Takes::OneOf(&["text", "html", "json"]), MessageId::CLI_SWITCH_FORMAT);
pub(super) const OUT: &Switch = &Switch::person("out", FILE, MessageId::CLI_SWITCH_OUT);
pub(super) const COMPACT: &Switch = &Switch::person("compact", Takes::Nothing, MessageId::CLI_SWITCH_COMPACT);
pub(super) const LINE: &Switch = &Switch::person("line", Takes::Nothing, MessageId::CLI_SWITCH_LINE);
pub(super) const LABEL: &Switch = &Switch::person("label", Takes::Label("NAME"), MessageId::CLI_SWITCH_LABEL);
/// The result of a scan goes into a folder, under the name of the computer.
pub(super) const OUT_DIR: &Switch = &Switch::person("out", Takes::Path("DIR"), MessageId::CLI_SWITCH_OUT_DIR);
/// What is made for another tool goes into a folder, under names of its own.
pub(super) const EXPORT_DIR: &Switch = &Switch::person("out", Takes::Path("DIR"), MessageId::CLI_SWITCH_EXPORT_DIR);
pub(super) const OPEN: &Switch = &Switch::person("open", FILE, MessageId::CLI_FORM_REPORT_OPEN);
pub(super) const COMPARE: &Switch =
    &Switch::person("compare", Takes::Path("BEFORE"), MessageId::CLI_FORM_REPORT_COMPARE);
pub(super) const PRACTICE: &Switch =
    &Switch::person("practice", Takes::Text("NAME"), MessageId::CLI_FORM_GUIDE_PRACTICE);

pub(super) const PAGE: &Switch = &Switch::person("page", Takes::Number("N"), MessageId::CLI_SWITCH_PAGE);

pub(super) const TABLE_FORMAT: &Switch =
    &Switch::person("format", Takes::OneOf(&["text", "csv", "html"]), MessageId::CLI_SWITCH_TABLE_FORMAT);
pub(super) const TABLE_OUT: &Switch = &Switch::person("out", FILE, MessageId::CLI_SWITCH_TABLE_OUT);
pub(super) const NDJSON: &Switch = &Switch::person("ndjson", FILE, MessageId::CLI_SWITCH_NDJSON);
pub(super) const STALE: &Switch = &Switch::person("stale", Takes::Number("DAYS"), MessageId::CLI_SWITCH_STALE);

pub(super) const PLAN: &Switch = &Switch::person("plan", Takes::Nothing, MessageId::CLI_FORM_PLAN);
pub(super) const APPLY: &Switch = &Switch::person("apply", Takes::Nothing, MessageId::CLI_FORM_APPLY);
pub(super) const PAST: &Switch = &Switch::person("past", Takes::Nothing, MessageId::CLI_FORM_PAST);
pub(super) const UNDO: &Switch = &Switch::person("undo", Takes::Text("RUN|latest"), MessageId::CLI_FORM_UNDO);
/// What rescue puts back is the last one on that disk.
pub(super) const UNDO_LAST: &Switch = &Switch::person("undo", Takes::Nothing, MessageId::CLI_FORM_RESCUE_UNDO);
pub(super) const OFFLINE: &Switch = &Switch::person("offline", Takes::Path("ROOT"), MessageId::CLI_SWITCH_OFFLINE);
pub(super) const SHEET: &Switch = &Switch::person("sheet", FILE, MessageId::CLI_SWITCH_SHEET);
pub(super) const ONLY: &Switch = &Switch::person("only", Takes::Text("ID"), MessageId::CLI_SWITCH_ONLY).many();
pub(super) const RETIRE: &Switch = &Switch::person("retire", Takes::Text("ID"), MessageId::CLI_SWITCH_RETIRE).many();

pub(super) const IDS: &Switch = &Switch::window("ids", FILE, MessageId::CLI_SWITCH_IDS);
pub(super) const SHA256: &Switch = &Switch::window("sha256", Takes::Text("HASH"), MessageId::CLI_SWITCH_SHA256);
pub(super) const CATALOG: &Switch = &Switch::window("catalog", Takes::Text("DATE"), MessageId::CLI_SWITCH_CATALOG);
pub(super) const HELPER: &Switch = &Switch::window("helper", Takes::Nothing, MessageId::CLI_SWITCH_HELPER);
pub(super) const ASK: &Switch = &Switch::window("ask", Takes::Number("NUMBER"), MessageId::CLI_SWITCH_ASK);

pub(super) const WHOLE_COMPUTER: &Switch =
    &Switch::person("whole-computer", Takes::Nothing, MessageId::CLI_SWITCH_WHOLE_COMPUTER);
pub(super) const UNDO_COPIES: &Switch =
    &Switch::person("undo-copies", Takes::Nothing, MessageId::CLI_SWITCH_UNDO_COPIES);

pub(super) const UNATTENDED: &Switch =
    &Switch::person("unattended", Takes::Nothing, MessageId::CLI_FORM_REMOVE_UNATTENDED);
pub(super) const RESUME: &Switch = &Switch::person("resume", Takes::Nothing, MessageId::CLI_SWITCH_RESUME);
pub(super) const PASSWORD_STDIN: &Switch =
    &Switch::person("password-stdin", Takes::Nothing, MessageId::CLI_SWITCH_PASSWORD_STDIN);
pub(super) const ANSWERED: &Switch =
    &Switch::person("answered", Takes::OneOf(&["bitlocker-key", "file-encryption"]), MessageId::CLI_SWITCH_ANSWERED)
        .many();
pub(super) const LOG: &Switch = &Switch::person("log", Takes::Path("DIR"), MessageId::CLI_SWITCH_LOG);
pub(super) const MINUTES: &Switch = &Switch::person("minutes", Takes::Number("N"), MessageId::CLI_SWITCH_MINUTES);

/// What stands for a finding where a form is told.
pub(super) const ID: &str = "ID…";
/// Switches that name findings, as words that stand alone do.
pub(super) const NAMING: [&Switch; 2] = [ONLY, IDS];
/// Switches that say two things at once.
pub(super) const EXCLUSIVE: [(&Switch, &Switch); 2] = [(LINE, JSON), (LINE, COMPACT)];
/// Switches of which one says nothing without the other.
pub(super) const PAIRS: [(&Switch, &Switch); 1] = [(IDS, SHA256)];
