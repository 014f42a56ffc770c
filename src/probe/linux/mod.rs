//! Looks at Linux: package databases, units, modules, folders, trust stores, running programs.
//!
//! Everything is read from files; only rpm's database, which has a form of its own on each system,
//! is read by asking `rpm`. Each look takes the root it works below, so that tests can bring a
//! computer of their own.

mod connections;
mod elsewhere;
mod init;
mod packages;
mod people;
mod processes;
mod services;
mod trust_stores;
mod units;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;

use super::parse::{os_release, proc_pid};
use super::{Catalog, CheckId, Duration, Host, Part, Probe, Reach};
use super::{browsers, disk, firefox, folders, home, settings, walk};
use crate::catalog::Root;
use crate::machine::{BrowserItem, Certificate, FileSeen, Gap, LookedAs, Maker, Observed, Os, Setting, StoreKind};
use std::path::{Path, PathBuf};

/// Answers that come from files arrive in milliseconds; a hanging network mount is cut off.
const FILES: Duration = Duration::from_secs(10);
/// `rpm` may first have to wait for another program that uses its database.
const PACKAGES: Duration = Duration::from_secs(30);

pub(super) const PROBES: &[Probe] = &[
    // The kernel takes tens of milliseconds to list its sockets, however few there are.
    Probe {
        checks: &[CheckId::Connections],
        limit: FILES,
        ask: |catalog, reach| vec![Part::Connections(connections::find_connections(catalog, &Here::live(reach)))],
    },
    Probe {
        checks: &[CheckId::Programs],
        limit: PACKAGES,
        ask: |catalog, reach| {
            let looked = packages::list_packages(catalog, &Here::live(reach), &packages::ask_rpm);
            vec![Part::Programs(with(looked, elsewhere()))]
        },
    },
    Probe {
        checks: &[CheckId::Services],
        limit: FILES,
        ask: |_, reach| vec![Part::Services(with(services::list_services(&Here::live(reach)), elsewhere()))],
    },
    Probe {
        checks: &[CheckId::RootCertificates],
        limit: FILES,
        ask: |catalog, reach| {
            vec![Part::RootCertificates(trust_stores::find_certificates(catalog, &Here::live(reach)))]
        },
    },
    Probe {
        checks: &[CheckId::Files],
        limit: FILES,
        ask: |catalog, reach| {
            let here = Here::live(reach);
            vec![Part::Files(with(here.files(catalog), here.other_home()))]
        },
    },
    Probe {
        checks: &[CheckId::Processes],
        limit: FILES,
        ask: |_, reach| vec![Part::Processes(processes::list_processes(&Here::live(reach)))],
    },
    Probe {
        checks: &[CheckId::BrowserExtensions],
        limit: FILES,
        ask: |catalog, reach| vec![Part::BrowserExtensions(Here::live(reach).browsers(catalog))],
    },
    Probe {
        checks: &[CheckId::ToolCertificates],
        limit: FILES,
        ask: |catalog, reach| vec![Part::ToolCertificates(Here::live(reach).tool_certificates(catalog))],
    },
    Probe {
        checks: &[CheckId::Settings, CheckId::Accounts, CheckId::OtherAccounts],
        limit: FILES,
        ask: |catalog, reach| {
            let here = Here::live(reach);
            vec![
                Part::Settings(here.settings(catalog, &here.environment())),
                Part::Accounts(people::find_accounts(catalog, &here)),
                Part::OtherAccounts(people::other_accounts(&here)),
            ]
        },
    },
];

/// The gaps of a look that is not one at the computer itself.
fn elsewhere() -> Vec<Gap> {
    elsewhere::elsewhere_gaps(Path::new("/"), elsewhere::container_variable().as_deref())
}

/// A look with more gaps.
fn with<T>(mut looked: Observed<T>, gaps: impl IntoIterator<Item = Gap>) -> Observed<T> {
    looked.gaps.extend(gaps);
    looked
}

pub(super) fn host() -> Host {
    Here::live(Reach::ThisAccount).host()
}

/// Looks at a computer that a test has made below a folder of its own.
#[cfg(test)]
pub(crate) fn look_below(root: &Path, catalog: &Catalog, reach: Reach) -> crate::machine::Snapshot {
    let here = Here::below(root, Some(root.join("home/first"))).within(reach);
    let mut snapshot = crate::machine::Snapshot::untouched(here.host());
    for part in [
        Part::Programs(packages::list_packages(catalog, &here, &|_| Err(super::command::QueryError::Missing))),
        Part::Services(services::list_services(&here)),
        Part::RootCertificates(trust_stores::find_certificates(catalog, &here)),
        Part::Files(here.files(catalog)),
        Part::Processes(processes::list_processes(&here)),
    ] {
        snapshot.put(part);
    }
    snapshot
}

/// The computer that is looked at.
struct Here {
    /// What stands for `/`.
    root: PathBuf,
    /// The home folder of the account that looks.
    home: Option<PathBuf>,
    /// The number of that account, with the rights it has now.
    uid: Option<u32>,
    /// Whether that account's own places are looked at.
    reach: Reach,
}

impl Here {
    /// This computer.
    fn live(reach: Reach) -> Self {
        Self::below(Path::new("/"), folders::home_folder()).within(reach)
    }

    /// The same without the places of the account, where only the computer is asked about.
    fn within(self, reach: Reach) -> Self {
        Self { home: self.home.filter(|_| reach == Reach::ThisAccount), reach, ..self }
    }

    /// The gap of a look into a home folder that is not that of the account which looks.
    fn other_home(&self) -> Option<Gap> {
        let asked = self.reach == Reach::ThisAccount;
        asked.then(|| home::other_home_gap(self.home.as_deref(), home::on_record().as_deref())).flatten()
    }

    /// The variables of the account that looks.
    fn environment(&self) -> Vec<(String, String)> {
        if self.reach == Reach::ThisAccount { settings::environment_variables() } else { Vec::new() }
    }

    fn below(root: &Path, home: Option<PathBuf>) -> Self {
        let mut unneeded = Vec::new();
        let status = disk::read_file(&root.join("proc/self/status"), &mut unneeded);
        let uid = status.and_then(|status| proc_pid::effective_user(&status));
        Self { root: root.to_path_buf(), home, uid, reach: Reach::ThisAccount }
    }

    /// An absolute path of the computer that is looked at.
    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    fn host(&self) -> Host {
        let mut unneeded = Vec::new();
        let mut read = |path: &str| disk::read_file(&self.at(path), &mut unneeded);
        let name =
            ["etc/os-release", "usr/lib/os-release"].iter().find_map(|path| os_release::pretty_name(&read(path)?));
        let kernel = read("proc/sys/kernel/osrelease").unwrap_or_default();
        let booted = read("proc/stat").and_then(|stat| proc_pid::boot_time(&stat));
        // The kernel makes it up at each start.
        let boot_id = read("proc/sys/kernel/random/boot_id").map(|id| String::from_utf8_lossy(&id).trim().to_string());
        Host {
            os: Os::Linux,
            os_version: format!(
                "{} (kernel {})",
                name.as_deref().unwrap_or("Linux"),
                String::from_utf8_lossy(&kernel).trim()
            ),
            server: None,
            elevated: self.uid == Some(0),
            looked_as: LookedAs::ThisAccount,
            taken: 0,
            booted: booted.unwrap_or_default(),
            boot_id: boot_id.filter(|id| !id.is_empty()),
            elapsed_ms: 0,
            offline: false,
        }
    }

    fn files(&self, catalog: &Catalog) -> Observed<FileSeen> {
        let bases = folders::unix_bases(Os::Linux, &self.root, self.home.clone());
        let mut looked = folders::find_files(catalog, Os::Linux, &bases, &|_| Maker::default());
        // A home folder that was not asked about is told, and no gap.
        if let Some(note) = self.reach.closed_gap(LookedAs::ThisAccount, "{LinuxHome}") {
            looked.gaps.retain(|gap| gap.place != note.place);
            looked.notes.push(note);
        }
        looked
    }

    fn browsers(&self, catalog: &Catalog) -> Observed<BrowserItem> {
        browsers::find_browser_items(catalog, Os::Linux, &browsers::Places::linux(&self.root, self.home.as_deref()))
    }

    /// Firefox, Thunderbird, and the database that the Chromium family shares.
    fn tool_certificates(&self, catalog: &Catalog) -> Observed<Certificate> {
        let Some(home) = &self.home else { return Observed::unknown(walk::unnamed_root_gap(Root::LinuxHome)) };
        let mut looked = firefox::find_certificates(catalog, Os::Linux, &firefox::profile_roots(Os::Linux, home));
        let shared = [home.join(".pki/nssdb"), home.join(".local/share/pki/nssdb")];
        looked.absorb(firefox::look_in(catalog, Os::Linux, StoreKind::TrustStore, &shared));
        looked
    }

    fn settings(&self, catalog: &Catalog, environment: &[(String, String)]) -> Observed<Setting> {
        let files = settings::unix_files(&self.root, self.home.as_deref());
        settings::find_settings(catalog, Os::Linux, self.home.as_deref(), environment, &files)
    }
}
