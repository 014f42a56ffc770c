//! One package of pacman's database: `/var/lib/pacman/local/NAME-VERSION/desc`.

use crate::machine::{Presence, Program, ProgramSource};

/// Reads a `desc` file.
///
/// # Errors
/// When it names no package.
pub fn parse_pacman(bytes: &[u8]) -> Result<Program, String> {
    let text = String::from_utf8_lossy(bytes);
    let name = field(&text, "%NAME%").ok_or("it names no package")?;
    Ok(Program {
        source: ProgramSource::Pacman,
        key: name.to_string(),
        name: name.to_string(),
        version: field(&text, "%VERSION%").map(str::to_string),
        publisher: field(&text, "%PACKAGER%").map(super::dpkg::without_address).filter(|name| !name.is_empty()),
        location: None,
        location_there: Presence::NotAsked,
        uninstall: None,
    })
}

/// The line below a heading.
fn field<'a>(text: &'a str, heading: &str) -> Option<&'a str> {
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| *line == heading)?;
    lines.next().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_read() {
        let program = parse_pacman(include_bytes!("../../../../tests/recordings/raw/linux/pacman-desc")).unwrap();
        assert_eq!((program.key.as_str(), program.version.as_deref()), ("kesl", Some("12.1.0.1508-1")));
        assert_eq!(program.publisher.as_deref(), Some("Unknown Packager"));
    }

    #[test]
    fn a_file_without_a_name_is_refused() {
        for text in ["", "%NAME%", "%NAME%\n\n%VERSION%\n1-1\n", "\u{0}\u{0}"] {
            assert!(parse_pacman(text.as_bytes()).is_err(), "{text:?}");
        }
    }
}
