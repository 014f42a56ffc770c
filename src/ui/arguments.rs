//! The arguments of the window program. They are few, and read the same way as those of the console program.

use super::relaunch::{self, Relaunch};
use crate::engine::{Start, look_at_disk, read_recording};
use crate::i18n::{MessageId, Texts};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What is wrong with the arguments, in words.
#[derive(Debug)]
pub struct WindowUsageError(pub String);

/// What the arguments say.
#[derive(Debug, PartialEq)]
pub struct WindowArguments {
    /// How the journey begins.
    pub start: Start,
    /// Saved results to show first: one, or two to compare.
    pub results: Vec<PathBuf>,
    /// The name of the renderer.
    pub renderer: String,
    /// What a program needs that takes over from this one.
    pub relaunch: Relaunch,
}

/// Reads the arguments. `--practice` without a name shows the list of practice computers.
///
/// # Errors
/// In words: an argument that does not exist, or a recording that cannot be read.
pub fn window_arguments(arguments: Vec<OsString>) -> Result<WindowArguments, WindowUsageError> {
    let texts = Texts::of_this_system();
    read(arguments, &texts).map_err(|problem| match problem {
        ArgumentError::Usage(problem) => {
            WindowUsageError(texts.with(MessageId::CLI_USAGE_PROBLEM, &[("problem", problem.to_string().into())]))
        }
        ArgumentError::Words(words) => WindowUsageError(words),
    })
}

enum ArgumentError {
    Usage(lexopt::Error),
    Words(String),
}

impl From<lexopt::Error> for ArgumentError {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error)
    }
}

fn read(arguments: Vec<OsString>, texts: &Texts) -> Result<WindowArguments, ArgumentError> {
    let mut relaunch = Relaunch { arguments: arguments.clone(), lost: Vec::new() };
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut page, mut results) = (None, Vec::new());
    let (mut start, mut renderer) = (Start::Live { resume: false }, String::from("auto"));
    while let Some(argument) = parser.next()? {
        match argument {
            Long("practice") => {
                let name = parser.optional_value().or_else(|| parser.values().ok()?.next());
                start = match name {
                    Some(name) => Start::Practice(name.string()?),
                    None => Start::PracticeList,
                };
            }
            Long("resume") => start = Start::Live { resume: true },
            Long("replay") => {
                let file: PathBuf = parser.value()?.into();
                let snapshot = read_recording(&file, texts).map_err(|problem| {
                    let arguments = [("file", file.to_string_lossy().into()), ("problem", problem.into())];
                    ArgumentError::Words(texts.with(MessageId::CLI_REPLAY_FAILED, &arguments))
                })?;
                start = Start::Recording(Box::new(snapshot));
            }
            Long("offline") => {
                let root: PathBuf = parser.value()?.into();
                let snapshot = look_at_disk(&root, texts).map_err(ArgumentError::Words)?;
                start = Start::Disk { folder: root.display().to_string(), snapshot: Box::new(snapshot) };
            }
            Long("open") => results.push(parser.value()?.into()),
            Long("page") => page = Some(parser.value()?.string()?),
            Long("renderer") => renderer = parser.value()?.string()?,
            // Written by `Relaunch`, always as the last two arguments.
            Long(relaunch::LOST) => {
                relaunch.lost = relaunch::read_times(&parser.value()?.string()?);
                relaunch.arguments.truncate(relaunch.arguments.len().saturating_sub(2));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let start = match (start, page) {
        (start, None) => start,
        (Start::Practice(name), Some(page)) => Start::PracticePage { name, page },
        _ => return Err(ArgumentError::Words(texts.get(MessageId::GO_NEEDS_PRACTICE))),
    };
    Ok(WindowArguments { start, results, renderer, relaunch })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(line: &str) -> Result<Start, WindowUsageError> {
        window_arguments(line.split_whitespace().map(OsString::from).collect()).map(|read| read.start)
    }

    #[test]
    fn the_ways_to_begin_are_read() {
        assert_eq!(start("").unwrap(), Start::Live { resume: false });
        assert_eq!(start("--resume").unwrap(), Start::Live { resume: true });
        assert_eq!(start("--practice").unwrap(), Start::PracticeList);
        assert_eq!(start("--practice linux").unwrap(), Start::Practice("linux".into()));
        let page = Start::PracticePage { name: "mac".into(), page: "410".into() };
        assert_eq!(start("--practice mac --page 410").unwrap(), page);
        assert_eq!(start("--practice=mac --renderer glow").unwrap(), Start::Practice("mac".into()));
    }

    #[test]
    fn results_to_show_are_named_one_by_one() {
        let line = ["--open", "before.json", "--open=after.json"].map(OsString::from).to_vec();
        let read = window_arguments(line).unwrap();
        assert_eq!(read.results, ["before.json", "after.json"].map(PathBuf::from));
        assert_eq!(read.start, Start::Live { resume: false });
    }

    #[test]
    fn a_program_that_takes_over_knows_what_was_lost_before() {
        let line = ["--practice", "mac", "--lost", "100,130"];
        let relaunch = window_arguments(line.map(OsString::from).to_vec()).unwrap().relaunch;
        let arguments = ["--practice", "mac"].map(OsString::from).to_vec();
        assert_eq!(relaunch, Relaunch { arguments, lost: vec![100, 130] });
    }

    #[test]
    fn anything_else_is_refused_in_words() {
        for line in [
            "--page 300",
            "--practice --page 300",
            "--nonsense",
            "file",
            "--replay",
            "--open",
            "--replay /no/such/file",
            "--offline",
            "--offline /no/such/folder",
        ] {
            assert!(!start(line).unwrap_err().0.is_empty(), "{line}");
        }
    }
}
