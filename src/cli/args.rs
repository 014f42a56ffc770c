//! What the arguments ask for. Nothing here touches the system.

use crate::i18n::{MessageId, Texts};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    Help,
    Version,
    Schema,
    Scan(Scan),
    Report(Report),
    /// The journey.
    Guide(Journey),
    Fix(Fix),
    Cleanup(Cleanup),
    RemoveOwnData(RemoveOwnData),
    /// Make the folder of the whole computer.
    PrepareFolder,
}

/// Which computer the journey is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Journey {
    /// This one.
    Here,
    /// The practice computer with this name.
    Practice(String),
    /// The one in this recording.
    Replay(PathBuf),
}

/// What to do about what is left.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cleanup {
    pub what: CleanupWhat,
    /// Findings: to clean, or of a run to put back.
    pub ids: Vec<String>,
    /// Findings among them that are loaded and are to be switched off.
    pub disable: Vec<String>,
    /// More findings stand in this file, which must have this SHA-256.
    pub list: Option<(PathBuf, String)>,
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
pub(super) enum CleanupWhat {
    /// Say what would be done.
    Plan,
    /// Do it.
    Apply,
    /// Put a run back. None: the newest.
    Undo(Option<String>),
    /// List the runs.
    Past,
}

/// What of our own to remove.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RemoveOwnData {
    /// What was kept for the whole computer, and not for this account.
    pub whole_computer: bool,
    /// The undo copies too.
    pub undo_copies: bool,
}

/// What to do to filter lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Fix {
    /// Put back what the last fix took out.
    pub undo: bool,
    /// The findings whose entries are taken out.
    pub ids: Vec<String>,
    /// Leave the answer for the window that asks with this number.
    pub ask: Option<u32>,
}

/// How to scan.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    pub json: bool,
    pub record: Option<PathBuf>,
    pub replay: Option<PathBuf>,
}

/// How to report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    pub format: Format,
    /// Where to write it; None: stdout.
    pub out: Option<PathBuf>,
    pub replay: Option<PathBuf>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Html,
    Json,
}

impl std::str::FromStr for Format {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "text" => Ok(Self::Text),
            "html" => Ok(Self::Html),
            "json" => Ok(Self::Json),
            _ => Err("a report is html, json or text"),
        }
    }
}

/// What is wrong with the arguments.
#[derive(Debug)]
pub(super) enum UsageError {
    NoCommand,
    UnknownCommand(String),
    Other(lexopt::Error),
}

impl UsageError {
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::NoCommand => texts.get(MessageId::CLI_USAGE_NO_COMMAND),
            Self::UnknownCommand(name) => {
                texts.with(MessageId::CLI_USAGE_UNKNOWN_COMMAND, &[("name", name.as_str().into())])
            }
            Self::Other(problem) => {
                texts.with(MessageId::CLI_USAGE_PROBLEM, &[("problem", problem.to_string().into())])
            }
        }
    }
}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self::Other(error)
    }
}

/// Reads the arguments, the program's name not among them.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Command, UsageError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        None => Err(UsageError::NoCommand),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(Short('V') | Long("version")) => Ok(Command::Version),
        Some(Value(name)) if name == "scan" => scan(&mut parser),
        Some(Value(name)) if name == "report" => report(&mut parser),
        Some(Value(name)) if name == "guide" => guide(&mut parser),
        Some(Value(name)) if name == "fix-filters" => fix(&mut parser, false),
        Some(Value(name)) if name == "undo-fix" => fix(&mut parser, true),
        Some(Value(name)) if name == "cleanup" => cleanup(&mut parser),
        Some(Value(name)) if name == "remove-own-data" => own_data(&mut parser),
        Some(Value(name)) if name == "prepare-folder" => alone(&mut parser, Command::PrepareFolder),
        Some(Value(name)) if name == "schema" => alone(&mut parser, Command::Schema),
        Some(Value(name)) => Err(UsageError::UnknownCommand(name.to_string_lossy().into_owned())),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// A command that stands alone.
fn alone(parser: &mut lexopt::Parser, command: Command) -> Result<Command, UsageError> {
    match parser.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn guide(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let (mut practice, mut replay) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("practice") => practice = Some(parser.value()?.string()?),
            Long("replay") => replay = Some(PathBuf::from(parser.value()?)),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    match (practice, replay) {
        (None, None) => Ok(Command::Guide(Journey::Here)),
        (Some(name), None) => Ok(Command::Guide(Journey::Practice(name))),
        (None, Some(file)) => Ok(Command::Guide(Journey::Replay(file))),
        (Some(_), Some(_)) => Err(UsageError::NoCommand),
    }
}

fn fix(parser: &mut lexopt::Parser, undo: bool) -> Result<Command, UsageError> {
    let mut fix = Fix { undo, ..Fix::default() };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("ask") => fix.ask = Some(parser.value()?.parse()?),
            Value(id) if !undo => fix.ids.push(id.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if fix.ids.is_empty() && !undo { Err(UsageError::NoCommand) } else { Ok(Command::Fix(fix)) }
}

fn cleanup(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let (mut ways, mut file, mut hash) = (Vec::new(), None, None);
    let mut cleanup = Cleanup {
        what: CleanupWhat::Plan,
        ids: Vec::new(),
        disable: Vec::new(),
        list: None,
        catalog: None,
        json: false,
        helper: false,
        ask: None,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("plan") => ways.push(CleanupWhat::Plan),
            Long("apply") => ways.push(CleanupWhat::Apply),
            Long("past") => ways.push(CleanupWhat::Past),
            Long("undo") => {
                let run = parser.value()?.string()?;
                ways.push(CleanupWhat::Undo(Some(run).filter(|run| run != "latest")));
            }
            Long("json") => cleanup.json = true,
            Long("helper") => cleanup.helper = true,
            Long("ask") => cleanup.ask = Some(parser.value()?.parse()?),
            Long("retire") => cleanup.disable.push(parser.value()?.string()?),
            Long("only") => cleanup.ids.push(parser.value()?.string()?),
            Long("ids") => file = Some(PathBuf::from(parser.value()?)),
            Long("sha256") => hash = Some(parser.value()?.string()?),
            Long("catalog") => cleanup.catalog = Some(parser.value()?.string()?),
            Value(id) => cleanup.ids.push(id.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    cleanup.list = match (file, hash) {
        (None, None) => None,
        (Some(file), Some(hash)) => Some((file, hash)),
        _ => return Err(UsageError::NoCommand),
    };
    let way = ways.pop().filter(|_| ways.is_empty()).ok_or(UsageError::NoCommand)?;
    let named = !cleanup.ids.is_empty() || cleanup.list.is_some();
    let fits = match &way {
        CleanupWhat::Apply => named,
        CleanupWhat::Plan => true,
        CleanupWhat::Undo(_) => cleanup.disable.is_empty() && cleanup.list.is_none(),
        CleanupWhat::Past => !named && cleanup.disable.is_empty(),
    };
    cleanup.what = way;
    if fits { Ok(Command::Cleanup(cleanup)) } else { Err(UsageError::NoCommand) }
}

fn own_data(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let mut own = RemoveOwnData::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("whole-computer") => own.whole_computer = true,
            Long("undo-copies") => own.undo_copies = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::RemoveOwnData(own))
}

fn scan(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let mut scan = Scan::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => scan.json = true,
            Long("record") => scan.record = Some(parser.value()?.into()),
            Long("replay") => scan.replay = Some(parser.value()?.into()),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Scan(scan))
}

fn report(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let mut report = Report::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => report.format = parser.value()?.parse()?,
            Long("out") => report.out = Some(parser.value()?.into()),
            Long("replay") => report.replay = Some(parser.value()?.into()),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Report(report))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, UsageError> {
        parse(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn commands_are_read() {
        let scan = Scan { json: true, record: Some("a".into()), replay: Some("b".into()) };
        assert_eq!(read("scan --json --record a --replay=b").unwrap(), Command::Scan(scan));
        assert_eq!(read("scan").unwrap(), Command::Scan(Scan::default()));
        let report = Report { format: Format::Html, out: Some("a".into()), replay: Some("b".into()) };
        assert_eq!(read("report --format html --out a --replay b").unwrap(), Command::Report(report));
        assert_eq!(read("report").unwrap(), Command::Report(Report::default()));
        assert_eq!(read("guide --practice linux").unwrap(), Command::Guide(Journey::Practice("linux".into())));
        assert_eq!(read("guide --replay a").unwrap(), Command::Guide(Journey::Replay("a".into())));
        assert_eq!(read("guide").unwrap(), Command::Guide(Journey::Here));
        let fix = Fix { undo: false, ids: vec!["class-filter-1".into(), "b".into()], ask: Some(7) };
        assert_eq!(read("fix-filters class-filter-1 b --ask 7").unwrap(), Command::Fix(fix));
        assert_eq!(read("undo-fix").unwrap(), Command::Fix(Fix { undo: true, ..Fix::default() }));
        let own = RemoveOwnData { whole_computer: true, undo_copies: false };
        assert_eq!(read("remove-own-data --whole-computer").unwrap(), Command::RemoveOwnData(own));
        assert_eq!(read("prepare-folder").unwrap(), Command::PrepareFolder);
        assert_eq!(read("schema").unwrap(), Command::Schema);
        assert_eq!(read("scan -h").unwrap(), Command::Help);
        assert_eq!(read("--version").unwrap(), Command::Version);
    }

    #[test]
    fn the_ways_of_cleaning_are_read() {
        let Command::Cleanup(apply) = read("cleanup --apply a b --retire b --json").unwrap() else { panic!() };
        assert_eq!((apply.what, apply.ids.len(), apply.disable.len(), apply.json), (CleanupWhat::Apply, 2, 1, true));
        let Command::Cleanup(undo) = read("cleanup --undo 20260921-141320 --only a").unwrap() else { panic!() };
        assert_eq!(undo.what, CleanupWhat::Undo(Some("20260921-141320".into())));
        let Command::Cleanup(latest) = read("cleanup --undo latest").unwrap() else { panic!() };
        assert_eq!(latest.what, CleanupWhat::Undo(None));
        for line in [
            "cleanup",
            "cleanup a",
            "cleanup --apply",
            "cleanup --plan --apply a",
            "cleanup --undo",
            "cleanup --past a",
            "cleanup --apply a --replay x",
            "cleanup --apply --ids x",
            "cleanup --undo latest --retire a",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }

    #[test]
    fn anything_else_is_wrong_usage() {
        for line in ["report --format", "report --format pdf", "report --json", "report --out", "report a"] {
            assert!(read(line).is_err(), "{line}");
        }
        for line in ["guide --replay", "guide --practice mac --replay a"] {
            assert!(read(line).is_err(), "{line}");
        }
        for line in ["fix-filters", "fix-filters --ask 7", "fix-filters a --ask b", "undo-fix a", "remove-own-data all"]
        {
            assert!(read(line).is_err(), "{line}");
        }
        for line in [
            "",
            "clean",
            "prepare-folder a",
            "scan twice",
            "scan --record",
            "--json",
            "schema --json",
            "guide linux",
            "scan --json=1",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
