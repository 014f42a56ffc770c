//! What the redaction leaves alone: the words by which traces are recognised, and the vendor's own addresses.

use ipnet::IpNet;
use std::collections::HashSet;
use std::net::IpAddr;

/// Words of the catalogue and of every system, which name nobody even where somebody is called so.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Whole words, in lower case.
    pub words: HashSet<String>,
    /// Parts of words that name the vendor, in lower case.
    pub stems: Vec<String>,
    /// The vendor's addresses.
    pub ranges: Vec<IpNet>,
    /// The vendor's hosts, as they end: `kaspersky.com`.
    pub hosts: Vec<String>,
}

/// Words that stand in the places of every system. One of them may be an account's name, and is not searched for.
const EVERYWHERE: [&str; 76] = [
    "administrator",
    "all",
    "appdata",
    "application",
    "applications",
    "bin",
    "boot",
    "class",
    "common",
    "components",
    "computer",
    "control",
    "currentcontrolset",
    "currentversion",
    "data",
    "default",
    "defaultaccount",
    "defender",
    "dev",
    "disk",
    "domain",
    "drivers",
    "enum",
    "etc",
    "files",
    "guest",
    "hkcu",
    "hklm",
    "hku",
    "home",
    "launchagents",
    "launchdaemons",
    "lib",
    "library",
    "local",
    "localhost",
    "locallow",
    "machine",
    "media",
    "microsoft",
    "mnt",
    "mount",
    "network",
    "nobody",
    "opt",
    "packages",
    "package",
    "proc",
    "program",
    "programdata",
    "public",
    "roaming",
    "root",
    "run",
    "sbin",
    "service",
    "services",
    "share",
    "shared",
    "software",
    "srv",
    "staged",
    "sys",
    "system",
    "system32",
    "systemd",
    "tasks",
    "tmp",
    "user",
    "users",
    "usr",
    "var",
    "volumes",
    "wdagutilityaccount",
    "windows",
    "windowsapps",
];

impl Known {
    /// What is left of a word that names somebody: the word itself when it is a word of the catalogue, the vendor's
    /// name when that is in it. None: nothing.
    pub(super) fn left_of(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        if self.words.contains(&lower) || EVERYWHERE.contains(&lower.as_str()) {
            return Some(word.to_string());
        }
        self.stems.iter().find(|stem| lower.contains(stem.as_str())).cloned()
    }

    /// Whether an address is the vendor's.
    pub(super) fn is_range(&self, address: IpAddr) -> bool {
        self.ranges.iter().any(|range| range.contains(&address))
    }

    /// Whether a host is the vendor's, or this computer.
    pub(super) fn is_host(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        let ends = |end: &String| host == *end || host.ends_with(&format!(".{end}"));
        host == "localhost" || host == "computer" || self.hosts.iter().any(ends)
    }
}
