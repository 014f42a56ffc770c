//! Looks at macOS: bundles and receipts, launchd, extensions, keychains, profiles, filters.
//!
//! Files are read where there are any; otherwise the system's own query programs are asked. Each
//! look takes the root it works below and whom it asks, so that tests can bring both.

mod apps;
mod jobs;
mod kernel;
mod keychains;
mod network;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;

use super::command::{self, QueryError};
use super::or_gap::OrGap;
use super::parse::{accounts, property_list, system_extensions};
use super::{Catalog, CheckId, Duration, Host, Part, Probe, Reach};
use super::{browsers, disk, firefox, folders, home, settings, walk};
use crate::catalog::Root;
use crate::machine::{
    BrowserItem, Certificate, FileSeen, Gap, GapReason, LookedAs, Maker, Observed, Os, OtherAccount, Process, Service,
    Setting,
};
use std::path::{Path, PathBuf};
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};

/// Answers from files and from the system's own programs; some of these take a second or two.
const LIMIT: Duration = Duration::from_secs(20);

pub(super) const PROBES: &[Probe] = &[
    Probe {
        checks: &[CheckId::RootCertificates],
        limit: LIMIT,
        ask: |catalog, reach| vec![Part::RootCertificates(keychains::find_certificates(catalog, &Here::live(reach)))],
    },
    Probe {
        checks: &[CheckId::Services],
        limit: LIMIT,
        ask: |catalog, reach| {
            let here = Here::live(reach);
            let mut looked = jobs::list_launchd_jobs(catalog, &here);
            looked.absorb(kernel::list_kernel_extensions(catalog, &here));
            vec![Part::Services(looked)]
        },
    },
    Probe {
        checks: &[CheckId::SystemExtensions],
        limit: LIMIT,
        ask: |_, reach| vec![Part::SystemExtensions(Here::live(reach).system_extensions())],
    },
    Probe {
        checks: &[CheckId::NetworkComponents, CheckId::Connections],
        limit: LIMIT,
        ask: |catalog, reach| {
            let here = Here::live(reach);
            vec![
                Part::NetworkComponents(network::find_network_components(catalog, &here)),
                Part::Connections(network::find_connections(catalog, &here)),
            ]
        },
    },
    Probe {
        checks: &[CheckId::Programs],
        limit: LIMIT,
        ask: |_, reach| {
            let here = Here::live(reach);
            let mut looked = apps::list_programs(&here);
            if reach == Reach::ThisAccount {
                looked.gaps.extend(home::other_home_gap(here.home.as_deref(), home::on_record().as_deref()));
            }
            vec![Part::Programs(looked)]
        },
    },
    Probe {
        checks: &[CheckId::Files],
        limit: LIMIT,
        ask: |catalog, reach| vec![Part::Files(Here::live(reach).files(catalog))],
    },
    Probe { checks: &[CheckId::Processes], limit: LIMIT, ask: |_, _| vec![Part::Processes(processes())] },
    Probe {
        checks: &[CheckId::BrowserExtensions],
        limit: LIMIT,
        ask: |catalog, reach| vec![Part::BrowserExtensions(Here::live(reach).browsers(catalog))],
    },
    Probe {
        checks: &[CheckId::ToolCertificates, CheckId::Settings, CheckId::OtherAccounts],
        limit: LIMIT,
        ask: |catalog, reach| {
            let here = Here::live(reach);
            vec![
                Part::ToolCertificates(here.tool_certificates(catalog)),
                Part::Settings(here.settings(catalog, &here.environment())),
                Part::OtherAccounts(here.other_accounts()),
            ]
        },
    },
];

pub(super) fn host() -> Host {
    Here::live(Reach::ThisAccount).host()
}

/// Whom to ask: a program by its absolute path, and its arguments.
type Ask<'a> = &'a dyn Fn(&str, &[&str]) -> Result<Vec<u8>, QueryError>;

/// The computer that is looked at.
struct Here<'a> {
    /// What stands for `/`.
    root: PathBuf,
    /// The home folder of the account that looks.
    home: Option<PathBuf>,
    /// The number of that account, with the rights it has now.
    uid: Option<u32>,
    /// Whether that account's own places are looked at.
    reach: Reach,
    ask: Ask<'a>,
}

impl Here<'static> {
    /// This computer.
    fn live(reach: Reach) -> Self {
        let here = Self::below(Path::new("/"), folders::home_folder(), &command::run_query);
        Self { home: here.home.filter(|_| reach == Reach::ThisAccount), reach, ..here }
    }
}

impl<'a> Here<'a> {
    fn below(root: &Path, home: Option<PathBuf>, ask: Ask<'a>) -> Self {
        let uid =
            ask("/usr/bin/id", &["-u"]).ok().and_then(|answer| String::from_utf8_lossy(&answer).trim().parse().ok());
        Self { root: root.to_path_buf(), home, uid, reach: Reach::ThisAccount, ask }
    }

    /// An absolute path of the computer that is looked at.
    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    fn elevated(&self) -> bool {
        self.uid == Some(0)
    }

    fn host(&self) -> Host {
        let file = self.at("/System/Library/CoreServices/SystemVersion.plist");
        let version = disk::read_file(&file, &mut Vec::new()).and_then(|bytes| property_list::system_version(&bytes));
        // Made up by the kernel at each start.
        let boot_id = (self.ask)("/usr/sbin/sysctl", &["-n", "kern.bootsessionuuid"]).ok();
        let boot_id = boot_id.map(|id| String::from_utf8_lossy(&id).trim().to_string());
        Host {
            os: Os::Macos,
            os_version: version.unwrap_or_else(|| "macOS".to_string()),
            server: None,
            elevated: self.elevated(),
            looked_as: LookedAs::ThisAccount,
            taken: 0,
            booted: System::boot_time().unwrap_or_default(),
            boot_id: boot_id.filter(|id| !id.is_empty()),
            elapsed_ms: 0,
            offline: false,
        }
    }

    fn files(&self, catalog: &Catalog) -> Observed<FileSeen> {
        let bases = folders::unix_bases(Os::Macos, &self.root, self.home.clone());
        let mut looked = folders::find_files(catalog, Os::Macos, &bases, &|_| Maker::default());
        // A home folder that was not asked about is told, and no gap.
        if let Some(note) = self.reach.closed_gap(LookedAs::ThisAccount, "{MacHome}") {
            looked.gaps.retain(|gap| gap.place != note.place);
            looked.notes.push(note);
        }
        looked
    }

    fn system_extensions(&self) -> Observed<Service> {
        const PROGRAM: &str = "/usr/bin/systemextensionsctl";
        let mut looked = Observed::none();
        let answer = (self.ask)(PROGRAM, &["list"]);
        let extensions = parsed_or_gap(answer, PROGRAM, system_extensions::parse_system_extensions, &mut looked.gaps);
        looked.items = extensions.unwrap_or_default();
        looked
    }

    fn browsers(&self, catalog: &Catalog) -> Observed<BrowserItem> {
        browsers::find_browser_items(catalog, Os::Macos, &browsers::Places::macos(&self.root, self.home.as_deref()))
    }

    fn tool_certificates(&self, catalog: &Catalog) -> Observed<Certificate> {
        match &self.home {
            Some(home) => firefox::find_certificates(catalog, Os::Macos, &firefox::profile_roots(Os::Macos, home)),
            None => Observed::unknown(walk::unnamed_root_gap(Root::MacHome)),
        }
    }

    /// The variables of the account that looks.
    fn environment(&self) -> Vec<(String, String)> {
        if self.reach == Reach::ThisAccount { settings::environment_variables() } else { Vec::new() }
    }

    fn settings(&self, catalog: &Catalog, environment: &[(String, String)]) -> Observed<Setting> {
        let files = settings::unix_files(&self.root, self.home.as_deref());
        settings::find_settings(catalog, Os::Macos, self.home.as_deref(), environment, &files)
    }

    /// People with an account here, other than the one who looks. They are counted, not named.
    fn other_accounts(&self) -> Observed<OtherAccount> {
        const PROGRAM: &str = "/usr/bin/dscl";
        match (self.ask)(PROGRAM, &[".", "-list", "/Users", "UniqueID"]) {
            Ok(answer) => {
                let others = accounts::people_of_mac(&answer).into_iter().filter(|uid| Some(*uid) != self.uid);
                Observed::all(others.map(|_| OtherAccount { has_profile: true }).collect())
            }
            Err(error) => Observed::unknown(error.gap_at(PROGRAM)),
        }
    }
}

/// What a program's answer tells. None: there is no answer, or it could not be understood, which is a gap now.
fn parsed_or_gap<T>(
    answer: Result<Vec<u8>, QueryError>,
    place: &str,
    parse: impl Fn(&[u8]) -> Result<T, String>,
    gaps: &mut Vec<Gap>,
) -> Option<T> {
    let answer = answer.map_err(|error| error.gap_at(place)).or_gap(gaps)?;
    parse(&answer).map_err(|what| Gap::new(GapReason::Failed, place, what)).or_gap(gaps)
}

/// Running programs. Their arguments are never read.
fn processes() -> Observed<Process> {
    let mut system = match System::new() {
        Ok(system) => system,
        Err(error) => return Observed::unknown(Gap::new(GapReason::Failed, "", error.to_string())),
    };
    let what = ProcessRefreshKind::nothing().without_tasks().with_exe(UpdateKind::Always);
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, what);
    let describe = |process: &sysinfo::Process| {
        let path = process.exe().map(|path| path.to_string_lossy().into_owned());
        let name = process.exe().and_then(Path::file_name).unwrap_or(process.name());
        Process { name: name.to_string_lossy().into_owned(), path }
    };
    let mut programs: Vec<Process> = system.processes().values().map(describe).collect();
    programs.sort_by(|one, other| (&one.name, &one.path).cmp(&(&other.name, &other.path)));
    if programs.is_empty() {
        return Observed::unknown(Gap::new(GapReason::Failed, "", "the system lists no programs"));
    }
    Observed::all(programs)
}
