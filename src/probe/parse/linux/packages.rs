//! What the package databases have in common, and the list of files that a package brought.

use crate::machine::Program;

/// What a database holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packages {
    /// Its packages, in its order.
    pub programs: Vec<Program>,
    /// What could not be understood, in words. Empty: all of it was.
    pub damage: Vec<String>,
}

/// The paths in a list of files, one a line: dpkg's `.list`, the answer to `rpm -ql`, and
/// pacman's `files`, whose paths have no slash in front.
pub fn file_list(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let paths = text.lines().map(str::trim).take_while(|line| *line != "%BACKUP%");
    let paths = paths.filter(|line| !line.is_empty() && !line.starts_with(['%', '(']));
    paths.map(|line| if line.starts_with('/') { line.to_string() } else { format!("/{line}") }).collect()
}

/// The folder that is a package's own: the first listed one with two steps below `/opt`.
pub fn own_folder(paths: &[String]) -> Option<String> {
    let own = paths.iter().find_map(|path| path.strip_prefix("/opt/").filter(|rest| rest.contains('/')))?;
    let steps: Vec<&str> = own.split('/').take(2).filter(|step| !step.is_empty()).collect();
    (steps.len() == 2).then(|| format!("/opt/{}", steps.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_all_three_are_read() {
        assert_eq!(file_list(b"/.\n/opt\n/opt/kaspersky\n"), ["/.", "/opt", "/opt/kaspersky"]);
        assert_eq!(file_list(b"(contains no files)\n"), Vec::<String>::new());
        let pacman = b"%FILES%\nopt/\nopt/kaspersky/kesl/\n\n%BACKUP%\netc/x\tabc\n";
        assert_eq!(file_list(pacman), ["/opt/", "/opt/kaspersky/kesl/"]);
    }

    #[test]
    fn a_package_s_own_folder_is_two_steps_below_opt() {
        let paths = |text: &str| own_folder(&file_list(text.as_bytes()));
        assert_eq!(paths("/opt\n/opt/kaspersky\n/opt/kaspersky/kesl/bin/kesl"), Some("/opt/kaspersky/kesl".into()));
        assert_eq!(paths("/opt/kaspersky/\n/usr/bin/x"), None);
        assert_eq!(paths(""), None);
    }
}
