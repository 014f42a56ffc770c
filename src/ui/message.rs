//! A message of the system's own, for when no window of ours can be painted.

/// Shows it, and waits until it is closed. Where nothing can show it, the words stand on stderr already.
#[cfg(not(target_os = "linux"))]
pub(super) fn show_message(title: &str, words: &str) {
    rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title(title).set_description(words).show();
}

/// What shows a message on Linux, by its full path: a bare name would be looked for wherever the environment says.
/// Behind it what it is always told, and what goes before the title and before the words.
#[cfg(target_os = "linux")]
const PROGRAMS: [(&str, &[&str], &str, &str); 3] = [
    ("/usr/bin/zenity", &["--error", "--no-markup"], "--title", "--text"),
    ("/usr/bin/kdialog", &[], "--title", "--error"),
    ("/usr/bin/xmessage", &[], "-title", "-center"),
];

/// Shows it, and waits until it is closed. Where nothing can show it, the words stand on stderr already.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the desktop's own program shows the message, and nothing else")]
pub(super) fn show_message(title: &str, words: &str) {
    use std::process::{Command, Stdio};
    let there = |program: &str| std::fs::metadata(program).is_ok();
    let Some((program, always, to_title, to_words)) = PROGRAMS.iter().find(|(program, ..)| there(program)) else {
        return;
    };
    // If it does not start, the words are on stderr.
    let _ = Command::new(program).args(*always).args([to_title, title, to_words, words]).stdin(Stdio::null()).status();
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_shows_a_message_is_named_by_its_full_path() {
        assert!(PROGRAMS.iter().all(|(program, ..)| program.starts_with('/')));
    }
}
