//! The thing that a finding is. Whoever changes it matches on this; the line that people read is made of
//! it, and is never read back.

use super::{AccountKind, AppList, ComProviderKind, FileKind, FilterLevel, FilterList, FilterSide};
use super::{Program, ProgramSource, SecurityRole, WfpKind};
use std::net::IpAddr;

/// One thing on a computer, with all that is needed to find it again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Artifact {
    /// A driver or service of Windows.
    Service {
        /// The key below `HKLM\SYSTEM\CurrentControlSet\Services`.
        key: String,
    },
    /// A kernel module of Linux that is loaded. Which one is its finding's name.
    KernelModule,
    /// A systemd unit.
    Unit {
        /// The unit's file, or the link to one that is gone.
        path: String,
    },
    /// Another service: a launchd job, a script in `/etc/init.d`, an extension of macOS.
    ServiceFile {
        /// The file that registers it, or that it runs.
        path: String,
    },
    /// An entry of a filter list.
    FilterEntry {
        /// The list.
        list: FilterListKey,
        /// The driver's name, as it stands there.
        entry: String,
    },
    /// A registry key.
    RegistryKey {
        /// As the registry editor shows it.
        path: String,
    },
    /// What Safe Mode starts: a key below `Control\SafeBoot`.
    SafeBootKey {
        /// As the registry editor shows it.
        path: String,
    },
    /// A value of a registry key.
    RegistryValue {
        /// The key, as the registry editor shows it.
        key: String,
        /// The value's name.
        name: String,
    },
    /// A value below `Run` or `RunOnce` that starts a program.
    RunValue {
        /// The key, as the registry editor shows it.
        key: String,
        /// The value's name.
        name: String,
    },
    /// A registered program.
    Program {
        /// The list of installed programs.
        source: ProgramSource,
        /// Its key there.
        key: String,
        /// Of a bundle of macOS: where it stands.
        location: Option<String>,
    },
    /// A file or folder at a place that the catalogue names.
    File {
        /// The real path.
        path: String,
        /// The place in the catalogue's spelling.
        spelled: String,
        /// File, folder or link.
        kind: FileKind,
    },
    /// The copy of an early-launch driver that Windows keeps.
    EarlyLaunchCopy {
        /// The real path.
        path: String,
    },
    /// A certificate that the computer trusts, or that a tool is pointed at.
    Certificate {
        /// The registry key of the physical store, the file, the keychain.
        store: String,
        /// SHA-1 in upper-case hexadecimal digits; empty when the store does not tell.
        thumbprint: String,
        /// Its subject.
        subject: String,
    },
    /// A scheduled task.
    Task {
        /// Its path in the task library, as in `\Vendor\Update`.
        path: String,
    },
    /// A driver package of Windows' driver store.
    DriverPackage {
        /// The file or folder in the store.
        path: String,
    },
    /// An app package.
    AppPackage {
        /// The list in which it stands.
        list: AppList,
        /// Its full name, as the list spells it.
        full_name: String,
        /// The registry key.
        path: String,
    },
    /// A rule of Windows' firewall.
    FirewallRule {
        /// The key that holds the rules.
        key: String,
        /// The name of its value.
        id: String,
    },
    /// An extension of a browser, or what announces one.
    BrowserExtension {
        /// The file, folder or registry key.
        place: String,
    },
    /// A tool's configuration file that names a certificate.
    ToolFile {
        /// The file.
        path: String,
    },
    /// A local group or account. Which one is its finding's name.
    Account {
        /// Group or account.
        kind: AccountKind,
    },
    /// A component, adapter or binding of the network.
    NetworkComponent {
        /// The registry key.
        place: String,
    },
    /// All objects of one kind and name in the Windows Filtering Platform.
    WfpObject {
        /// Provider, callout, filter or sublayer.
        kind: WfpKind,
    },
    /// A provider that Windows loads through COM.
    ComProvider {
        /// Which list it stands in.
        kind: ComProviderKind,
        /// Its class id.
        id: String,
    },
    /// An open connection.
    Connection {
        /// The other end.
        remote: IpAddr,
        /// Its port.
        port: u16,
    },
    /// A running program.
    Process {
        /// Its path, or its name where the system tells no path.
        path: String,
    },
    /// What Windows Security lists.
    SecurityProduct {
        /// Antivirus or firewall.
        role: SecurityRole,
    },
}

/// A filter list, by where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilterListKey {
    /// The key below `HKLM\SYSTEM\CurrentControlSet`.
    pub key: String,
    /// Of a class, or of one device.
    pub level: FilterLevel,
    /// Upper or lower.
    pub side: FilterSide,
}

impl FilterListKey {
    /// Whether this is that list.
    pub fn is(&self, list: &FilterList) -> bool {
        self.key == list.key && self.side == list.side
    }
}

impl From<&FilterList> for FilterListKey {
    fn from(list: &FilterList) -> Self {
        Self { key: list.key.clone(), level: list.level, side: list.side }
    }
}

/// The part of the registry that a key stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hive {
    /// `HKLM`.
    Machine,
    /// `HKCU`: this account's own.
    Account,
    /// `HKU`: an account that is signed in while another one looks.
    AnotherAccount,
}

impl Artifact {
    /// Where it is, in one line, for a person. Part of the JSON contract, and of what ids are made of.
    pub fn place(&self) -> String {
        match self {
            Self::Service { key } => format!(r"HKLM\SYSTEM\CurrentControlSet\Services\{key}"),
            Self::KernelModule => "/proc/modules".into(),
            Self::FilterEntry { list, .. } => {
                format!(r"HKLM\SYSTEM\CurrentControlSet\{}\{}", list.key, list.side.value_name())
            }
            Self::RegistryValue { key, name } | Self::RunValue { key, name } => format!(r"{key}\{name}"),
            Self::FirewallRule { key, id } => format!(r"{key}\{id}"),
            Self::Program { source, key, location } => program(*source, key, location.as_deref()),
            Self::Task { path } => format!("Task Scheduler{path}"),
            Self::Account { kind } => format!("local {kind:?}").to_lowercase(),
            Self::WfpObject { kind } => format!("Windows Filtering Platform: {kind:?}").to_lowercase(),
            Self::ComProvider { kind: ComProviderKind::Amsi, id } => {
                format!(r"HKLM\SOFTWARE\Microsoft\AMSI\Providers\{id}")
            }
            Self::ComProvider { kind: ComProviderKind::Vss, id } => {
                format!(r"HKLM\SYSTEM\CurrentControlSet\Services\VSS\Providers\{id}")
            }
            Self::Connection { remote, port } => format!("{remote}:{port}"),
            Self::SecurityProduct { role } => {
                let class = if *role == SecurityRole::Firewall { "FirewallProduct" } else { "AntiVirusProduct" };
                format!(r"WMI root\SecurityCenter2: {class}")
            }
            Self::Unit { path: place }
            | Self::ServiceFile { path: place }
            | Self::RegistryKey { path: place }
            | Self::SafeBootKey { path: place }
            | Self::File { path: place, .. }
            | Self::EarlyLaunchCopy { path: place }
            | Self::Certificate { store: place, .. }
            | Self::DriverPackage { path: place }
            | Self::AppPackage { path: place, .. }
            | Self::BrowserExtension { place }
            | Self::ToolFile { path: place }
            | Self::NetworkComponent { place }
            | Self::Process { path: place } => place.clone(),
        }
    }

    /// The file or folder that it is. None: it is something else.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::File { path, .. } | Self::EarlyLaunchCopy { path } => Some(path),
            _ => None,
        }
    }

    /// Whether it lies in this folder, at any depth.
    pub fn lies_in(&self, folder: &Self) -> bool {
        self.path().zip(folder.path()).is_some_and(|(inner, outer)| is_below(inner, outer))
    }

    /// The part of the registry that it stands in. None: it is no part of the registry.
    pub fn hive(&self) -> Option<Hive> {
        let key = match self {
            Self::RegistryKey { path }
            | Self::SafeBootKey { path }
            | Self::AppPackage { path, .. }
            | Self::Certificate { store: path, .. }
            | Self::BrowserExtension { place: path }
            | Self::NetworkComponent { place: path } => path,
            Self::RegistryValue { key, .. } | Self::RunValue { key, .. } | Self::FirewallRule { key, .. } => key,
            Self::Service { .. } | Self::FilterEntry { .. } | Self::ComProvider { .. } => return Some(Hive::Machine),
            Self::Program { source, .. } => return hive_of_programs(*source),
            _ => return None,
        };
        match key.split('\\').next().unwrap_or_default() {
            "HKLM" => Some(Hive::Machine),
            "HKCU" => Some(Hive::Account),
            "HKU" => Some(Hive::AnotherAccount),
            _ => None,
        }
    }
}

/// Whether a path, of the disk or of the registry, leads through another one. Upper and lower case are one.
pub fn is_below(inner: &str, outer: &str) -> bool {
    let (inner, outer) = (inner.to_lowercase(), outer.to_lowercase());
    inner.strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with(['\\', '/']))
}

fn hive_of_programs(source: ProgramSource) -> Option<Hive> {
    match source {
        ProgramSource::Hklm64 | ProgramSource::Hklm32 => Some(Hive::Machine),
        ProgramSource::Hkcu => Some(Hive::Account),
        ProgramSource::Hku => Some(Hive::AnotherAccount),
        _ => None,
    }
}

/// Where a program is registered, as a person would look it up.
fn program(source: ProgramSource, key: &str, location: Option<&str>) -> String {
    const UNINSTALL: &str = r"Microsoft\Windows\CurrentVersion\Uninstall";
    match source {
        ProgramSource::Hklm64 => format!(r"HKLM\SOFTWARE\{UNINSTALL}\{key}"),
        ProgramSource::Hklm32 => format!(r"HKLM\SOFTWARE\WOW6432Node\{UNINSTALL}\{key}"),
        ProgramSource::Hkcu => format!(r"HKCU\Software\{UNINSTALL}\{key}"),
        ProgramSource::Hku => format!(r"HKU\*\Software\{UNINSTALL}\{key}"),
        ProgramSource::Dpkg => format!("dpkg: {key}"),
        ProgramSource::Rpm => format!("rpm: {key}"),
        ProgramSource::Pacman => format!("pacman: {key}"),
        ProgramSource::Receipt => format!("receipt: {key}"),
        ProgramSource::Bundle => location.unwrap_or(key).to_string(),
    }
}

impl Program {
    /// Its entry in the list of installed programs.
    pub fn artifact(&self) -> Artifact {
        let bundle = self.source == ProgramSource::Bundle;
        let location = self.location.clone().filter(|_| bundle);
        Artifact::Program { source: self.source, key: self.key.clone(), location }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_what_a_person_would_look_up() {
        let list = FilterListKey {
            key: r"Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}".into(),
            level: FilterLevel::Class,
            side: FilterSide::Upper,
        };
        let program = |source, location: Option<&str>| Artifact::Program {
            source,
            key: "K".into(),
            location: location.map(str::to_string),
        };
        for (artifact, place) in [
            (Artifact::Service { key: "klif".into() }, r"HKLM\SYSTEM\CurrentControlSet\Services\klif"),
            (
                Artifact::FilterEntry { list, entry: "klmouflt".into() },
                r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}\UpperFilters",
            ),
            (Artifact::Task { path: r"\Vendor\Update".into() }, r"Task Scheduler\Vendor\Update"),
            (Artifact::Account { kind: AccountKind::Group }, "local group"),
            (Artifact::WfpObject { kind: WfpKind::Callout }, "windows filtering platform: callout"),
            (Artifact::Connection { remote: "::1".parse().unwrap(), port: 443 }, "::1:443"),
            (program(ProgramSource::Rpm, None), "rpm: K"),
            (program(ProgramSource::Bundle, Some("/Applications/K.app")), "/Applications/K.app"),
        ] {
            assert_eq!(artifact.place(), place);
        }
    }

    #[test]
    fn a_folder_holds_what_lies_deeper_and_not_its_neighbours() {
        assert!(is_below(r"C:\K\a.sys", r"c:\k") && is_below("/opt/k/a/b", "/opt/k"));
        assert!(!is_below(r"C:\K", r"C:\K") && !is_below(r"C:\Kx\a", r"C:\K") && !is_below(r"C:\", r"C:\K"));
    }

    #[test]
    fn only_what_stands_in_the_registry_has_a_hive() {
        let key = |path: &str| Artifact::RegistryKey { path: path.into() }.hive();
        assert_eq!(key(r"HKLM\SOFTWARE\K"), Some(Hive::Machine));
        assert_eq!(key(r"HKCU\Software\K"), Some(Hive::Account));
        assert_eq!(key(r"HKU\*\Software\K"), Some(Hive::AnotherAccount));
        assert_eq!(key("HKLMX"), None);
        let file = Artifact::File { path: r"HKLM\x".into(), spelled: String::new(), kind: FileKind::File };
        assert_eq!((file.hive(), file.path()), (None, Some(r"HKLM\x")));
    }
}
