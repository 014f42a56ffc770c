//! Jobs of macOS's launchd: their property lists, and which are loaded.

use super::property_list::{parse_dictionary, text_of};
use plist::{Dictionary, Value};
use std::collections::BTreeMap;

/// What a job's property list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// `Label`, the job's name.
    pub label: String,
    /// `Program`, else the first of `ProgramArguments`.
    pub program: Option<String>,
    /// Whether it starts without being asked (`RunAtLoad` or `KeepAlive`).
    pub automatic: bool,
    /// Whether it is switched off in its own list.
    pub disabled: bool,
}

/// Reads a job's property list.
///
/// # Errors
/// When it is no property list, or has no label.
pub fn parse_job(bytes: &[u8]) -> Result<Job, String> {
    let job = parse_dictionary(bytes)?;
    let label = text_of(&job, "Label").ok_or("it has no Label")?;
    let first = |list: &Value| list.as_array()?.first()?.as_string().map(str::to_string);
    let program = text_of(&job, "Program").or_else(|| job.get("ProgramArguments").and_then(first));
    // `KeepAlive` may also hold conditions; then the job starts when they hold.
    let keep_alive =
        yes(&job, "KeepAlive") || job.get("KeepAlive").is_some_and(|value| value.as_dictionary().is_some());
    Ok(Job { label, program, automatic: yes(&job, "RunAtLoad") || keep_alive, disabled: yes(&job, "Disabled") })
}

fn yes(job: &Dictionary, key: &str) -> bool {
    job.get(key).and_then(Value::as_boolean) == Some(true)
}

/// The jobs that the answer to `launchctl print DOMAIN` lists as loaded, each with whether it runs.
/// None: the answer has no such list.
pub fn parse_loaded(bytes: &[u8]) -> Option<BTreeMap<String, bool>> {
    let answer = String::from_utf8_lossy(bytes);
    let mut lines = answer.lines().map(str::trim);
    lines.find(|line| *line == "services = {")?;
    let mut jobs = BTreeMap::new();
    for line in lines.take_while(|line| *line != "}") {
        // PID STATUS LABEL; the number is 0 while the job does not run.
        let mut fields = line.split_ascii_whitespace();
        if let (Some(number), Some(_), Some(label)) = (fields.next(), fields.next(), fields.next()) {
            jobs.insert(label.to_string(), number.parse::<u32>().is_ok_and(|number| number > 0));
        }
    }
    Some(jobs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_read() {
        let job = parse_job(include_bytes!("../../../../tests/recordings/raw/macos/com.kaspersky.kav.plist")).unwrap();
        assert_eq!(job.label, "com.kaspersky.kav");
        assert_eq!(job.program.as_deref(), Some("/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav"));
        assert!(job.automatic && !job.disabled);
    }

    #[test]
    fn other_lists_are_refused() {
        for bytes in [&b""[..], b"<plist><dict><key>Label</key><integer>1</integer></dict></plist>", b"x"] {
            assert!(parse_job(bytes).is_err());
        }
    }

    #[test]
    fn a_wrong_type_is_as_good_as_nothing() {
        let text = b"<plist><dict><key>Label</key><string>x</string><key>ProgramArguments</key><true/>\
            <key>RunAtLoad</key><string>yes</string></dict></plist>";
        assert_eq!(parse_job(text), Ok(Job { label: "x".into(), ..Job::default() }));
    }

    #[test]
    fn loaded_jobs_are_read() {
        let jobs = parse_loaded(include_bytes!("../../../../tests/recordings/raw/macos/launchctl-print.txt")).unwrap();
        assert_eq!(jobs.get("com.kaspersky.kav"), Some(&true));
        assert_eq!(jobs.get("com.apple.example.idle"), Some(&false));
        assert_eq!(jobs.len(), 3);
    }

    #[test]
    fn an_answer_without_a_list_is_none() {
        assert_eq!(parse_loaded(b"Could not find domain\n"), None);
        assert_eq!(parse_loaded(b"services = {\n"), Some(BTreeMap::new()));
    }
}
