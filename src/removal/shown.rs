//! Removals that the person does by hand: packages on Linux, and everything on a Mac.

use super::Refusal;
use crate::machine::{Program, ProgramSource};

/// Longer than any package name there is.
const LONGEST_NAME: usize = 128;

/// Bundle and receipt ids of Network Agent on a Mac begin like this.
const MAC_AGENT: &str = "com.kaspersky.klnagent";

/// The script that Network Agent brings along for its own removal; from administrators' scripts of
/// 2017, so a newer agent may not have it.
const MAC_AGENT_SCRIPT: &str = r#"sudo "/Library/Application Support/Kaspersky Lab/klnagent/Binaries/UninstallScript""#;

/// What the person is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Commands for a terminal.
    Packages {
        /// One command for each package, in the order in which they are to be given.
        commands: Vec<String>,
        /// The same with the lower tool, for when the first one cannot: one for each, or none.
        instead: Vec<String>,
    },
    /// What to do on a Mac.
    Mac {
        /// The steps, in order.
        steps: &'static [MacStep],
        /// The product's own removal script, as a command to try when it is there.
        script: Option<&'static str>,
    },
}

/// One step of a removal on a Mac. The program itself moves nothing to the Trash: its system
/// extension would stay, and so would the network filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MacStep {
    /// Do not drag the application to the Trash.
    NotToTrash,
    /// Open the disk image that it was installed from, or a new one of the same version.
    OpenDiskImage,
    /// Choose Uninstall there.
    ChooseUninstall,
    /// Give the password of this Mac when it asks, to remove the system extension too.
    GivePassword,
    /// Restart.
    Restart,
}

const MAC_STEPS: [MacStep; 5] =
    [MacStep::NotToTrash, MacStep::OpenDiskImage, MacStep::ChooseUninstall, MacStep::GivePassword, MacStep::Restart];

const MAC_AGENT_STEPS: [MacStep; 2] = [MacStep::GivePassword, MacStep::Restart];

/// The commands that remove a package with its settings.
///
/// # Errors
/// [`Refusal::BadPackageName`]: the person would paste it into a shell with administrator rights.
pub(super) fn show_package(program: &Program) -> Result<Shown, Refusal> {
    let name = program.key.as_str();
    if !is_package_name(name) {
        return Err(Refusal::BadPackageName);
    }
    let (command, instead) = match program.source {
        ProgramSource::Dpkg => (format!("sudo apt purge {name}"), Some(format!("sudo dpkg -P {name}"))),
        ProgramSource::Rpm => (format!("sudo rpm -e {name}"), None),
        _ => (format!("sudo pacman -R {name}"), None),
    };
    Ok(Shown::Packages { commands: vec![command], instead: instead.into_iter().collect() })
}

/// What removes an application of a Mac.
pub(super) fn show_application(program: &Program) -> Shown {
    let below = |rest: &str| rest.is_empty() || rest.starts_with('.');
    if program.key.strip_prefix(MAC_AGENT).is_some_and(below) {
        return Shown::Mac { steps: &MAC_AGENT_STEPS, script: Some(MAC_AGENT_SCRIPT) };
    }
    Shown::Mac { steps: &MAC_STEPS, script: None }
}

/// Letters, digits and `+-._`, and a letter or digit first: what Debian, RPM and Arch have in
/// common, and nothing that a shell or a package tool reads as anything but a name.
fn is_package_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
    name.len() <= LONGEST_NAME && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Presence;

    fn program(source: ProgramSource, key: &str) -> Program {
        Program {
            source,
            key: key.into(),
            name: key.into(),
            version: None,
            publisher: None,
            location: None,
            location_there: Presence::NotAsked,
            uninstall: None,
        }
    }

    #[test]
    fn each_package_manager_has_its_command() {
        let shown = |source| match show_package(&program(source, "kesl")).unwrap() {
            Shown::Packages { commands, instead } => (commands.concat(), instead.concat()),
            other => panic!("{other:?}"),
        };
        assert_eq!(shown(ProgramSource::Dpkg), ("sudo apt purge kesl".into(), "sudo dpkg -P kesl".into()));
        assert_eq!(shown(ProgramSource::Rpm), ("sudo rpm -e kesl".into(), String::new()));
        assert_eq!(shown(ProgramSource::Pacman), ("sudo pacman -R kesl".into(), String::new()));
    }

    #[test]
    fn nothing_that_a_shell_would_read_is_put_into_a_command() {
        let long = "k".repeat(LONGEST_NAME + 1);
        for name in [
            "",
            "-rf",
            "--all",
            "kesl; reboot",
            "kesl reboot",
            "$(x)",
            "`x`",
            "kesl&",
            "a/b",
            "kesl\n",
            "../x",
            "кesl",
            "*",
            &long,
        ] {
            for source in [ProgramSource::Dpkg, ProgramSource::Rpm, ProgramSource::Pacman] {
                assert_eq!(show_package(&program(source, name)), Err(Refusal::BadPackageName), "{name}");
            }
        }
        for name in ["kesl", "kesl-gui", "klnagent64", "lib32-a++", "a.b_c"] {
            assert!(show_package(&program(ProgramSource::Dpkg, name)).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_mac_is_told_not_to_use_the_trash_and_to_restart() {
        let Shown::Mac { steps, script } = show_application(&program(ProgramSource::Bundle, "com.kaspersky.kav"))
        else {
            panic!()
        };
        assert_eq!(steps.first(), Some(&MacStep::NotToTrash));
        assert_eq!(steps.last(), Some(&MacStep::Restart));
        assert_eq!(script, None);
    }

    #[test]
    fn only_the_agent_of_a_mac_has_a_script() {
        let script = |key| match show_application(&program(ProgramSource::Receipt, key)) {
            Shown::Mac { script, .. } => script,
            other => panic!("{other:?}"),
        };
        assert!(script("com.kaspersky.klnagent").is_some_and(|script| script.starts_with("sudo \"/Library/")));
        assert!(script("com.kaspersky.klnagent.pkg").is_some());
        assert!(script("com.kaspersky.klnagentx").is_none());
    }
}
