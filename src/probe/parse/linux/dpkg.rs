//! The package database of Debian and its relatives: `/var/lib/dpkg/status`, and one file per
//! package in `status.d` where there is no dpkg.

use super::packages::Packages;
use crate::machine::{Presence, Program, ProgramSource};

/// Reads stanzas. A package that is only remembered is left out; one that is removed and has kept
/// its configuration (`config-files`) is given with [`Presence::Absent`] as `location_there`.
pub fn parse_dpkg(bytes: &[u8]) -> Packages {
    let text = String::from_utf8_lossy(bytes);
    let mut packages = Packages::default();
    let mut stanza = Stanza::default();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            std::mem::take(&mut stanza).finish(&mut packages);
        } else {
            stanza.line(number + 1, line);
        }
    }
    // A database that was cut off ends within a line; the last stanza then has no end of its own.
    let cut = !text.is_empty() && !text.ends_with('\n');
    if cut {
        packages.damage.push("the file ends within a line".to_string());
    }
    stanza.finish(&mut packages);
    packages
}

/// The fields of one package that say what it is.
#[derive(Default)]
struct Stanza<'a> {
    begins: usize,
    package: Option<&'a str>,
    status: Option<&'a str>,
    version: Option<&'a str>,
    maintainer: Option<&'a str>,
}

impl<'a> Stanza<'a> {
    fn line(&mut self, number: usize, line: &'a str) {
        if self.begins == 0 {
            self.begins = number;
        }
        // A line that begins with a space goes on with the field above it, which is none of ours.
        let Some((field, value)) = line.split_once(':') else { return };
        let slot = match field {
            "Package" => &mut self.package,
            "Status" => &mut self.status,
            "Version" => &mut self.version,
            "Maintainer" => &mut self.maintainer,
            _ => return,
        };
        *slot = Some(value.trim()).filter(|value| !value.is_empty());
    }

    fn finish(self, packages: &mut Packages) {
        if self.begins == 0 {
            return;
        }
        let Some(package) = self.package else {
            packages.damage.push(format!("the entry at line {} names no package", self.begins));
            return;
        };
        // Files in `status.d` have no status: what stands there is installed.
        let state = self.status.map_or("installed", |status| status.rsplit(' ').next().unwrap_or(status));
        if state == "not-installed" {
            return;
        }
        packages.programs.push(Program {
            source: ProgramSource::Dpkg,
            key: package.to_string(),
            name: package.to_string(),
            version: self.version.map(str::to_string),
            publisher: self.maintainer.map(without_address).filter(|name| !name.is_empty()),
            location: None,
            location_there: if state == "config-files" { Presence::Absent } else { Presence::NotAsked },
            uninstall: None,
        });
    }
}

/// A maintainer's name without the mail address behind it.
pub(super) fn without_address(maintainer: &str) -> String {
    maintainer.split('<').next().unwrap_or_default().trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUS: &[u8] = include_bytes!("../../../../tests/recordings/raw/linux/dpkg-status");

    #[test]
    fn installed_and_removed_packages_are_told_apart() {
        let packages = parse_dpkg(STATUS);
        assert!(packages.damage.is_empty());
        let seen: Vec<(&str, Option<&str>, &Presence)> =
            packages.programs.iter().map(|p| (p.key.as_str(), p.version.as_deref(), &p.location_there)).collect();
        assert_eq!(
            seen,
            [
                ("base-files", Some("12.4+deb12u11"), &Presence::NotAsked),
                ("kesl", Some("12.1.0-1508"), &Presence::NotAsked),
                ("kesl-gui", Some("12.1.0-1508"), &Presence::NotAsked),
                ("klnagent64", Some("15.0.0-12912"), &Presence::Absent),
            ]
        );
        assert_eq!(packages.programs[1].publisher.as_deref(), Some("AO Kaspersky Lab"));
    }

    #[test]
    fn a_file_cut_off_says_so_and_keeps_what_it_has() {
        let cut = parse_dpkg(&STATUS[..STATUS.len() - 30]);
        assert_eq!(cut.programs.len(), 4);
        assert_eq!(cut.damage, ["the file ends within a line"]);
    }

    #[test]
    fn an_entry_without_a_package_is_named() {
        let packages = parse_dpkg(b"Status: install ok installed\n\nPackage: kesl\n\n\0\0\0\n");
        assert_eq!(packages.programs.len(), 1);
        let expected = ["the entry at line 1 names no package", "the entry at line 5 names no package"];
        assert_eq!(packages.damage, expected);
    }

    #[test]
    fn an_empty_database_is_no_damage() {
        assert_eq!(parse_dpkg(b"").damage, Vec::<String>::new());
    }
}
