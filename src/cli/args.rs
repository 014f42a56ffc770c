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
    /// The journey, on the practice computer with this name.
    Guide(Option<String>),
    Fix(Fix),
    RemoveOwnData(RemoveOwnData),
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
        Some(Value(name)) if name == "guide" => guide(&mut parser),
        Some(Value(name)) if name == "fix-filters" => fix(&mut parser, false),
        Some(Value(name)) if name == "undo-fix" => fix(&mut parser, true),
        Some(Value(name)) if name == "remove-own-data" => own_data(&mut parser),
        Some(Value(name)) if name == "schema" => match parser.next()? {
            None => Ok(Command::Schema),
            Some(Short('h') | Long("help")) => Ok(Command::Help),
            Some(other) => Err(other.unexpected().into()),
        },
        Some(Value(name)) => Err(UsageError::UnknownCommand(name.to_string_lossy().into_owned())),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn guide(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let mut practice = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("practice") => practice = Some(parser.value()?.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Guide(practice))
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
        assert_eq!(read("guide --practice linux").unwrap(), Command::Guide(Some("linux".into())));
        let fix = Fix { undo: false, ids: vec!["class-filter-1".into(), "b".into()], ask: Some(7) };
        assert_eq!(read("fix-filters class-filter-1 b --ask 7").unwrap(), Command::Fix(fix));
        assert_eq!(read("undo-fix").unwrap(), Command::Fix(Fix { undo: true, ..Fix::default() }));
        let own = RemoveOwnData { whole_computer: true, undo_copies: false };
        assert_eq!(read("remove-own-data --whole-computer").unwrap(), Command::RemoveOwnData(own));
        assert_eq!(read("schema").unwrap(), Command::Schema);
        assert_eq!(read("scan -h").unwrap(), Command::Help);
        assert_eq!(read("--version").unwrap(), Command::Version);
    }

    #[test]
    fn anything_else_is_wrong_usage() {
        for line in ["fix-filters", "fix-filters --ask 7", "fix-filters a --ask b", "undo-fix a", "remove-own-data all"]
        {
            assert!(read(line).is_err(), "{line}");
        }
        for line in
            ["", "clean", "scan twice", "scan --record", "--json", "schema --json", "guide linux", "scan --json=1"]
        {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
