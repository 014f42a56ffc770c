//! Asks the system's own read-only query programs, where there is no file to read.
//!
//! A program is started by its absolute path, in English, without input, and never through a shell. It gets no variable
//! of whoever looks: `rpm` runs what stands in `~/.rpmmacros`, and root may look with the `HOME` of an account.

use crate::machine::{Gap, GapReason};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Why a query gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum QueryError {
    /// The system does not have the program.
    Missing,
    /// It could not be started: why.
    NotStarted(String),
    /// It ended with an error: the exit code, and the first line of what it said.
    Ended(Option<i32>, String),
}

impl QueryError {
    /// The gap this leaves at `place`.
    pub(super) fn gap_at(&self, place: &str) -> Gap {
        let detail = match self {
            QueryError::Missing => "the program that could tell is not on this computer".to_string(),
            QueryError::NotStarted(why) => format!("the program that could tell did not start: {why}"),
            QueryError::Ended(Some(code), said) => format!("exit code {code}: {said}"),
            QueryError::Ended(None, said) => format!("stopped by a signal: {said}"),
        };
        Gap::new(GapReason::Failed, place, detail)
    }
}

/// What `program` prints when run with `arguments`.
///
/// # Errors
/// When it is not there, does not start, or ends with another exit code than 0.
#[expect(clippy::disallowed_methods, reason = "the one home of starting a query program")]
pub(super) fn run_query(program: &str, arguments: &[&str]) -> Result<Vec<u8>, QueryError> {
    if !program.starts_with('/') {
        return Err(QueryError::NotStarted(format!("{program} is no full path")));
    }
    let output = Command::new(program)
        .args(arguments)
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .env("HOME", home())
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => QueryError::Missing,
            _ => QueryError::NotStarted(error.to_string()),
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().trim().to_string();
    Err(QueryError::Ended(output.status.code(), said))
}

/// Where a query program looks for settings of its own: nowhere, but on macOS, where the account's keychains are asked for.
fn home() -> PathBuf {
    super::folders::home_folder().filter(|_| cfg!(target_os = "macos")).unwrap_or_else(|| PathBuf::from("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_what_was_printed() {
        assert_eq!(run_query("/bin/echo", &["a", "b"]), Ok(b"a b\n".to_vec()));
        // Without input: a program that reads ends at once.
        assert_eq!(run_query("/bin/cat", &[]), Ok(Vec::new()));
    }

    /// A file in the home folder says what `rpm` runs (`~/.rpmmacros`), and `sudo -E` leaves root with another's home.
    #[test]
    fn no_variable_of_whoever_looks_reaches_the_program() {
        let said = run_query("/usr/bin/env", &[]).unwrap();
        let said = String::from_utf8(said).unwrap();
        let mut names: Vec<_> = said.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
        names.sort_unstable();
        assert_eq!(names, ["HOME", "LC_ALL", "PATH"], "{said}");
        assert!(cfg!(target_os = "macos") || said.lines().any(|line| line == "HOME=/"), "{said}");
    }

    #[test]
    fn every_failure_is_told_apart() {
        assert_eq!(run_query("/nonexistent/program", &[]), Err(QueryError::Missing));
        assert!(matches!(run_query("/etc/passwd", &[]), Err(QueryError::NotStarted(_))));
        assert!(
            matches!(run_query("echo", &[]), Err(QueryError::NotStarted(_))),
            "no name is looked for in any folder"
        );
        let error = run_query("/bin/sh", &["-c", "echo first >&2; echo second >&2; exit 3"]).unwrap_err();
        assert_eq!(error, QueryError::Ended(Some(3), "first".into()));
        assert_eq!(error.gap_at("x").detail, "exit code 3: first");
    }
}
