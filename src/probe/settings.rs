//! Environment variables and tools' configuration that point at an exported root certificate.
//!
//! A person who made a tool work behind the product's traffic inspection has set one of these; it
//! breaks, or keeps trusting, when the product is gone. Only settings that lead to the vendor are
//! recorded. Nothing else of the environment is.

use super::here::leads_away;
use super::parse::tool_file::{self, Format, VARIABLES};
use super::{disk, trust};
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, Observed, Os, Scope, Setting, SettingKind};
use std::path::{Path, PathBuf};

/// A file of trusted certificates is never this large, in bytes.
const LARGEST_BUNDLE: u64 = 4 << 20;

/// A configuration file of a tool.
#[derive(Clone, Debug)]
pub struct ToolFile {
    /// Where it is.
    pub path: PathBuf,
    /// How it is written.
    pub format: Format,
    /// Whose it is.
    pub scope: Scope,
}

/// The configuration files of a person on Linux or macOS, and those of the whole computer.
pub fn unix_files(root: &Path, home: Option<&Path>) -> Vec<ToolFile> {
    const PERSONAL: [(&str, Format); 11] = [
        (".config/pip/pip.conf", Format::Pip),
        (".pip/pip.conf", Format::Pip),
        ("Library/Application Support/pip/pip.conf", Format::Pip),
        (".gitconfig", Format::Git),
        (".config/git/config", Format::Git),
        (".npmrc", Format::Npm),
        (".curlrc", Format::Curl),
        (".profile", Format::Shell),
        (".bashrc", Format::Shell),
        (".zshrc", Format::Shell),
        (".bash_profile", Format::Shell),
    ];
    const SHARED: [(&str, Format); 4] = [
        ("etc/pip.conf", Format::Pip),
        ("etc/gitconfig", Format::Git),
        ("etc/environment", Format::Shell),
        ("etc/npmrc", Format::Npm),
    ];
    let tool_file = |base: &Path, scope| {
        let base = base.to_path_buf();
        move |(path, format): (&str, Format)| ToolFile { path: base.join(path), format, scope }
    };
    let personal = home.map(|home| PERSONAL.map(tool_file(home, Scope::User))).into_iter().flatten();
    personal.chain(SHARED.map(tool_file(root, Scope::Machine))).collect()
}

/// The configuration files of a person on Windows: profile folder and roaming application data.
pub fn windows_files(profile: &Path, roaming: &Path) -> Vec<ToolFile> {
    let personal = |path, format| ToolFile { path, format, scope: Scope::User };
    vec![
        personal(roaming.join("pip").join("pip.ini"), Format::Pip),
        personal(profile.join("pip").join("pip.ini"), Format::Pip),
        personal(profile.join(".gitconfig"), Format::Git),
        personal(profile.join(".npmrc"), Format::Npm),
        personal(profile.join("_curlrc"), Format::Curl),
        personal(profile.join(".curlrc"), Format::Curl),
    ]
}

/// The variables of this program's own environment that name a certificate file.
#[expect(clippy::disallowed_methods, reason = "the one home of reading these variables")]
pub fn environment_variables() -> Vec<(String, String)> {
    let value = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    VARIABLES.iter().filter_map(|name| Some((name.to_string(), value(name)?))).collect()
}

/// Every setting in the environment and in `files` that leads to the vendor.
/// `home` is what `~` stands for in a value.
pub fn find_settings(
    catalog: &Catalog,
    os: Os,
    home: Option<&Path>,
    variables: &[(String, String)],
    files: &[ToolFile],
) -> Observed<Setting> {
    let mut looked = Observed::none();
    let take = |setting: Setting, gaps: &mut Vec<Gap>| judge_setting(catalog, os, home, setting, gaps);
    let blank = |name: &str, value: &str| Setting {
        kind: SettingKind::Environment,
        name: name.to_string(),
        value: value.to_string(),
        subject: None,
        scope: Scope::User,
        place: "environment".to_string(),
    };
    for (name, value) in variables.iter().filter(|(name, _)| VARIABLES.contains(&name.as_str())) {
        looked.items.extend(take(blank(name, value), &mut looked.gaps));
    }
    for file in files {
        let Some(bytes) = disk::read_up_to(&file.path, LARGEST_BUNDLE, &mut looked.gaps) else { continue };
        for (name, value) in tool_file::certificate_files(file.format, &bytes) {
            let kind = if file.format == Format::Shell { SettingKind::Environment } else { SettingKind::ToolFile };
            let place = file.path.to_string_lossy().into_owned();
            let setting = Setting { kind, scope: file.scope, place, ..blank(&name, &value) };
            looked.items.extend(take(setting, &mut looked.gaps));
        }
    }
    looked
}

/// Decides whether a setting leads to the vendor: by its value, or by the certificate in the file
/// that it names. Fills in the subject of that certificate. None: it does not.
///
/// A file on another computer is not opened: a gap, as is a file that cannot be read.
pub fn judge_setting(
    catalog: &Catalog,
    os: Os,
    home: Option<&Path>,
    mut setting: Setting,
    gaps: &mut Vec<Gap>,
) -> Option<Setting> {
    setting.subject = subject(catalog, os, home, &setting.value, gaps);
    let file_name = setting.value.rsplit(['/', '\\']).next().unwrap_or_default();
    let by_value = catalog.vendor.is_named_in(&setting.value)
        || [file_name, &setting.value].iter().any(|text| catalog.rule_for(os, Target::Setting, text).is_some());
    (by_value || setting.subject.is_some()).then_some(setting)
}

/// The subject of the vendor's certificate in the file that a value names.
fn subject(catalog: &Catalog, os: Os, home: Option<&Path>, value: &str, gaps: &mut Vec<Gap>) -> Option<String> {
    let rest = ["~", "$HOME", "${HOME}", "%USERPROFILE%"].iter().find_map(|short| value.strip_prefix(short));
    let path = match (rest, home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(['/', '\\'])),
        _ => PathBuf::from(value),
    };
    // A relative path means another file in every folder.
    if !path.is_absolute() && !leads_away(value) {
        return None;
    }
    let bytes = disk::read_up_to(&path, LARGEST_BUNDLE, gaps)?;
    let (found, _) = trust::in_file(catalog, os, &bytes);
    found.into_iter().next().map(|identity| identity.subject)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::*;
    use crate::machine::GapReason;
    use std::fs;

    fn variable(name: &str, value: &str) -> Vec<(String, String)> {
        vec![(name.to_string(), value.to_string())]
    }

    fn look_at(home: &Path, variables: &[(String, String)]) -> Observed<Setting> {
        find_settings(Catalog::embedded(), Os::Linux, Some(home), variables, &unix_files(home, Some(home)))
    }

    #[test]
    fn a_setting_counts_by_the_certificate_in_its_file() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("k.pem"), include_bytes!("../../tests/recordings/raw/certificates/root.pem"))
            .unwrap();
        fs::write(home.path().join("o.pem"), include_bytes!("../../tests/recordings/raw/certificates/other.pem"))
            .unwrap();
        fs::write(home.path().join(".gitconfig"), "[http]\n sslCAInfo = ~/k.pem\n").unwrap();
        fs::write(home.path().join(".npmrc"), "cafile=~/o.pem\n").unwrap();
        let looked = look_at(home.path(), &[]);
        assert!(looked.complete());
        assert_eq!(looked.items.len(), 1);
        let seen = &looked.items[0];
        assert_eq!(
            (seen.kind, seen.name.as_str(), seen.value.as_str()),
            (SettingKind::ToolFile, "sslCAInfo", "~/k.pem")
        );
        assert!(seen.subject.as_deref().unwrap().contains("Kaspersky Anti-Virus Personal Root Certificate"));
    }

    #[test]
    fn a_value_that_names_the_vendor_counts_without_its_file() {
        let home = tempfile::tempdir().unwrap();
        let looked = look_at(home.path(), &variable("NODE_EXTRA_CA_CERTS", "/gone/kaspersky-root.pem"));
        assert_eq!(looked.items.len(), 1);
        assert_eq!(looked.items[0].subject, None);
        assert!(looked.complete());
    }

    #[test]
    fn other_variables_and_values_are_not_recorded() {
        let home = tempfile::tempdir().unwrap();
        let mut variables = variable("PATH", "/opt/kaspersky/bin");
        variables.extend(variable("PIP_CERT", "relative.pem"));
        assert_eq!(look_at(home.path(), &variables), Observed::none());
    }

    #[test]
    fn a_file_on_another_computer_is_not_opened() {
        let home = tempfile::tempdir().unwrap();
        let looked = look_at(home.path(), &variable("SSL_CERT_FILE", r"\\server\share\root.pem"));
        assert_eq!(looked.items, []);
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::NotTried));
    }
}
