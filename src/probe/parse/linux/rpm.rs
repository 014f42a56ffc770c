//! Answers of `rpm`: the package list in a format of our own.

use super::packages::Packages;
use crate::machine::{Presence, Program, ProgramSource};

/// What rpm is asked to print for each package: name, version, vendor, packager.
pub const QUERY: &str = "%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{VENDOR}\\t%{PACKAGER}\\n";

/// Reads the answer to [`QUERY`].
pub fn parse_rpm(bytes: &[u8]) -> Packages {
    let mut packages = Packages::default();
    for (number, line) in String::from_utf8_lossy(bytes).lines().enumerate() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, version, vendor, packager] = fields[..] else {
            packages.damage.push(format!("line {} of the answer has {} parts, not 4", number + 1, fields.len()));
            continue;
        };
        let publisher = [vendor, packager].into_iter().find(|text| !text.is_empty() && *text != "(none)");
        packages.programs.push(Program {
            source: ProgramSource::Rpm,
            key: name.to_string(),
            name: name.to_string(),
            version: Some(version.to_string()),
            publisher: publisher.map(super::dpkg::without_address),
            location: None,
            location_there: Presence::NotAsked,
            uninstall: None,
        });
    }
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_versions_and_vendors_are_read() {
        let packages = parse_rpm(include_bytes!("../../../../tests/recordings/raw/linux/rpm-qa.txt"));
        assert!(packages.damage.is_empty());
        let seen: Vec<(&str, Option<&str>)> =
            packages.programs.iter().map(|p| (p.key.as_str(), p.publisher.as_deref())).collect();
        assert_eq!(
            seen,
            [
                ("bash", Some("Example Linux Project")),
                ("kesl", Some("AO Kaspersky Lab")),
                ("klnagent64", Some("AO Kaspersky Lab")),
                ("gpg-pubkey", Some("Example Signing Key")),
            ]
        );
        assert_eq!(packages.programs[1].version.as_deref(), Some("12.1.0-1508"));
    }

    #[test]
    fn a_line_of_another_shape_is_named() {
        let packages = parse_rpm(b"kesl\t12-1\tx\ty\nerror: rpmdb damaged\n\xFF\t\t\t\n");
        assert_eq!(packages.programs.len(), 2);
        assert_eq!(packages.damage, ["line 2 of the answer has 1 parts, not 4"]);
    }
}
