//! Programs that winget downloaded and did not install. It lists each in the registry of installed programs,
//! under the name of what the file would install, with itself as the command that takes the file away
//! (`winget uninstall --product-code …`; its portable and archive installers do so).

use super::sightings::Sighting;
use super::{Danger, Reason};
use crate::catalog::Kind;
use crate::machine::Program;

/// The command that takes away what winget downloaded. None: the program is something else.
pub(super) fn download_command(program: &Program) -> Option<String> {
    let uninstall = program.uninstall.as_deref().unwrap_or_default().trim_start_matches(['"', ' ']);
    let first = uninstall.split([' ', '"']).next().unwrap_or_default().to_lowercase();
    let by_command = matches!(first.rsplit(['\\', '/']).next(), Some("winget" | "winget.exe"));
    let by_folder =
        || program.location.as_deref().is_some_and(|folder| folder.to_lowercase().contains(r"\winget\packages\"));
    if !by_command && !by_folder() {
        return None;
    }
    // The register is anybody's text, and the person will type this.
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-+{}".contains(c);
    let named = !program.key.is_empty() && !program.key.starts_with('-') && program.key.chars().all(plain);
    Some(if named {
        format!("winget uninstall --product-code {}", program.key)
    } else {
        "winget list Kaspersky".into()
    })
}

/// The downloaded file as something that is left.
pub(super) fn download_sighting<'a>(program: &Program, reasons: Vec<Reason>, command: String) -> Sighting<'a> {
    Sighting {
        rule: None,
        kind: Kind::Package,
        scope: program.source.scope(),
        name: program.name.clone(),
        artifact: program.artifact(),
        danger: Danger::Guided,
        reasons: reasons.into_iter().chain([Reason::Downloaded(command)]).collect(),
        file: None,
        entries: None,
        planted: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{Presence, ProgramSource};

    fn program(key: &str, uninstall: &str, location: &str) -> Program {
        Program {
            source: ProgramSource::Hkcu,
            key: key.into(),
            name: "Kaspersky".into(),
            version: None,
            publisher: None,
            location: Some(location.into()),
            location_there: Presence::Present,
            uninstall: Some(uninstall.into()),
        }
    }

    #[test]
    fn only_what_winget_itself_takes_away_was_downloaded() {
        let says = |key, uninstall, location| download_command(&program(key, uninstall, location));
        let expected = Some("winget uninstall --product-code K.Lab_x".to_string());
        assert_eq!(says("K.Lab_x", "winget uninstall --product-code K.Lab_x", ""), expected);
        assert_eq!(says("K.Lab_x", r#""C:\x\WindowsApps\winget.exe" uninstall"#, ""), expected);
        assert_eq!(says("K.Lab_x", "", r"C:\Program Files\WinGet\Packages\K.Lab_x"), expected);
        assert_eq!(says("K.Lab_x", r"MsiExec.exe /X{1} winget", r"C:\Program Files\K"), None);
        assert_eq!(says("a & del x", "winget uninstall", ""), Some("winget list Kaspersky".into()));
        assert_eq!(says("--all", "winget uninstall", ""), Some("winget list Kaspersky".into()));
    }
}
