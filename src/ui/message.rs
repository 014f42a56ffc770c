//! A message of the system's own, for when no window of ours can be painted.

/// Shows it, and waits until it is closed. Where nothing can show it, the words stand on stderr already.
#[cfg(not(target_os = "linux"))]
pub(super) fn show(title: &str, words: &str) {
    rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title(title).set_description(words).show();
}

/// What shows a message on Linux, by its full path: a bare name would be looked for wherever the environment says.
#[cfg(target_os = "linux")]
const PROGRAMS: [(&str, fn(&str, &str) -> Vec<String>); 3] = [
    ("/usr/bin/zenity", |title, words| {
        vec!["--error".into(), "--no-markup".into(), format!("--title={title}"), format!("--text={words}")]
    }),
    ("/usr/bin/kdialog", |title, words| vec!["--title".into(), title.into(), "--error".into(), words.into()]),
    ("/usr/bin/xmessage", |title, words| vec!["-title".into(), title.into(), words.into()]),
];

/// Shows it, and waits until it is closed. Where nothing can show it, the words stand on stderr already.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the desktop's own program shows the message, and nothing else")]
pub(super) fn show(title: &str, words: &str) {
    use std::process::{Command, Stdio};
    let there = |program: &str| std::fs::metadata(program).is_ok();
    if let Some((program, arguments)) = PROGRAMS.iter().find(|(program, _)| there(program)) {
        // If it does not start, the words are on stderr.
        let _ = Command::new(program).args(arguments(title, words)).stdin(Stdio::null()).status();
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_shows_a_message_is_named_by_its_full_path() {
        assert!(PROGRAMS.iter().all(|(program, _)| program.starts_with('/')));
        for (program, arguments) in PROGRAMS {
            assert!(
                arguments("A title", "-x <b>words</b>").iter().any(|one| one.ends_with("<b>words</b>")),
                "{program}"
            );
        }
    }
}
