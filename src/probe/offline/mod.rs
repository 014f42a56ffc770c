//! A Windows that is not running: its disk is mounted in a folder of this computer, whatever system that has.
//!
//! The same questions are asked as on a Windows that runs, of the files of its registry and of its disk. Nothing
//! is written, and no link is followed. What only a running Windows can tell is *not tried* and not required; rights
//! of that Windows do not matter, so accounts are looked at that a running one keeps closed.

mod disk;
mod files;
mod hives;
mod place;
mod registry;

pub use place::others_below;

use super::file_system::{Computer, FileSystem as _};
use super::not_running::{self, NothingRuns};
use super::parse::app_manifest;
use super::registry::app_packages::MOST_OF_MANIFEST;
use super::registry::tasks::Elsewhere;
use super::registry::{COMMAND, Files as _, Hive, Key, NAME, Registry};
use super::registry::{
    app_packages, autoruns, browsers, certificates, com_providers, filters, firewall, firewall_rules, held_off,
    network_components, pending, programs, registry_places, safe_boot, services, tasks, update_policy, windows_release,
};
use super::{driver_packages, drivers, early_launch, folders, task_files};
use crate::catalog::{Catalog, Root};
use crate::machine::redact::{Hidden, Redactor, Who};
use crate::machine::{CheckId, FileSeen, Gap, GapReason, Observed, Os, Part, ScheduledTask, Scope, Snapshot};
use disk::Rooted;
use files::RootedFiles;
use hives::Hives;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why nothing was looked at.
#[derive(Debug)]
pub enum OfflineError {
    /// The folder cannot be read.
    Folder(std::io::Error),
    /// No Windows is on the disk there.
    NoWindows,
    /// It is a disk, and no folder where one is mounted.
    NotMounted,
    /// The same, and BitLocker keeps it locked.
    Locked,
}

/// Where its folders are.
const CURRENT: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion";
const PROFILES: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";
/// Why a check was left out.
const NOT_RUNNING: &str = "this Windows is not running";

/// Looks at the Windows whose disk is mounted at a folder. Times are filled in by the engine.
///
/// # Errors
/// The folder cannot be read, or holds no Windows.
pub fn look_at_disk(root: &Path, catalog: &Catalog) -> Result<Snapshot, OfflineError> {
    let disk = Rooted::open(root).map_err(|error| place::why_closed(root, error))?;
    let hives = Hives::load(&disk).ok_or(OfflineError::NoWindows)?;
    let look = Look { catalog, disk: &disk, windows: hives.windows(), hives: &hives };
    let mut snapshot = Snapshot::untouched(not_running::host(&hives));
    snapshot.hidden = Hidden::with_redactor(look.redactor());
    let mut done = Vec::new();
    for part in look.required_parts().into_iter().chain(look.other_parts()) {
        done.push(part.check());
        snapshot.put(part);
    }
    for (check, gap) in hives.gaps() {
        snapshot.mark(check, gap);
    }
    for check in CheckId::ALL.iter().filter(|check| check.applies(Os::Windows) && !done.contains(check)) {
        snapshot.mark(*check, Gap::new(GapReason::NotTried, "", NOT_RUNNING));
    }
    Ok(snapshot)
}

/// The number of the control set that the Windows below a folder would start with. None: its hive does not say.
pub fn control_set(root: &Path) -> Option<u32> {
    Hives::load(&Rooted::open(root).ok()?)?.current_set().ok()
}

struct Look<'a> {
    catalog: &'a Catalog,
    disk: &'a Rooted,
    windows: String,
    hives: &'a Hives,
}

impl Look<'_> {
    /// What *clean* needs.
    fn required_parts(&self) -> Vec<Part> {
        let (catalog, registry) = (self.catalog, self.hives);
        let mut files = RootedFiles::new(self.disk, &self.windows);
        vec![
            Part::Programs(programs::list_programs(catalog, registry, &mut files)),
            Part::Services(services::list_services(catalog, registry, &NothingRuns, &mut files)),
            Part::ClassFilters(filters::list_filters(registry)),
            Part::NetworkComponents(network_components::list_network_components(catalog, registry)),
            Part::SafeBoot(safe_boot::list_safe_boot_entries(registry)),
            Part::RootCertificates(certificates::find_certificates(catalog, registry)),
            Part::DriverStore(driver_packages::find_driver_packages(catalog, self.disk, registry, &self.windows)),
            Part::Elam(self.with_computer(|on| early_launch::find_elam_copies(catalog, registry, &files.names(), on))),
            Part::Files(self.files()),
            Part::Files(self.unregistered_drivers()),
        ]
    }

    fn other_parts(&self) -> Vec<Part> {
        let (catalog, registry) = (self.catalog, self.hives);
        let mut files = RootedFiles::new(self.disk, &self.windows);
        vec![
            Part::Registry(registry_places::find_registry_keys(catalog, registry)),
            Part::ComProviders(com_providers::list_com_providers(registry, &mut files)),
            Part::Tasks(tasks::list_tasks(registry, self)),
            Part::AppPackages(app_packages::find_app_packages(catalog, registry, &|path| self.publisher(path))),
            Part::Autoruns(autoruns::list_autoruns(registry, &files.names())),
            Part::Pending(pending::list_pending_changes(catalog, registry)),
            Part::BrowserExtensions(browsers::find_browser_items(catalog, registry)),
            Part::UpdatePolicy(update_policy::read_update_policy(registry)),
            Part::WindowsRelease(windows_release::read_windows_release(registry)),
            Part::Firewall(firewall::read_firewall(registry)),
            Part::FirewallRules(firewall_rules::find_firewall_rules(catalog, registry, &mut files)),
            Part::HeldOff(held_off::list_protection_settings(registry, &[])),
            // Those that have a folder were looked at.
            Part::OtherAccounts(Observed::none()),
        ]
    }

    /// The publisher that the manifest of an app names. None: it is not there or may not be read.
    fn publisher(&self, path: &str) -> Option<String> {
        app_manifest::parse_publisher(&self.disk.head(Path::new(path), MOST_OF_MANIFEST).ok()?)
    }

    /// Asks something that looks at files. The disk leads nowhere else.
    fn with_computer<T>(&self, ask: impl FnOnce(&Computer<'_>) -> T) -> T {
        let maker = |path: &Path| files::maker_of(self.disk, path);
        ask(&Computer { disk: self.disk, stays: &|_| Ok(()), maker: &maker })
    }

    /// Files and folders at the catalogue's places: the computer's, then each account's.
    fn files(&self) -> Observed<FileSeen> {
        let mut looked = self.files_below(Scope::Machine, &self.machine_bases());
        for (_, folder) in self.hives.profiles() {
            looked.absorb(self.files_below(Scope::User, &account_bases(folder)));
        }
        looked.items.iter_mut().for_each(|file| file.path = file.path.replace('/', r"\"));
        looked
    }

    fn files_below(&self, scope: Scope, bases: &BTreeMap<Root, PathBuf>) -> Observed<FileSeen> {
        let places = self.catalog.places(Os::Windows).filter(|place| place.root.scope() == scope).collect();
        self.with_computer(|on| folders::look_at(on, places, Os::Windows, bases))
    }

    fn unregistered_drivers(&self) -> Observed<FileSeen> {
        let of_stranger =
            |path: &Path| drivers::of_stranger(self.disk, path, self.catalog, &|path| files::maker_of(self.disk, path));
        let folder = format!(r"{}\System32\drivers", self.windows);
        let mut looked = drivers::find_unregistered(self.catalog, self.disk, Path::new(&folder), &of_stranger);
        looked.items.iter_mut().for_each(|file| file.path = file.path.replace('/', r"\"));
        looked
    }

    fn machine_bases(&self) -> BTreeMap<Root, PathBuf> {
        let drive = self.windows.get(..2).unwrap_or("C:");
        let named = |path: &str, value: &str, usual: &str| {
            let key = self.hives.key(Hive::Machine, path).ok().flatten();
            let folder = key.and_then(|key: Key| key.text(value, COMMAND, &mut Vec::new()));
            let folder = folder.map(|folder| self.hives.expanded(&folder, drive));
            PathBuf::from(folder.unwrap_or_else(|| format!(r"{drive}\{usual}")))
        };
        BTreeMap::from([
            (Root::SystemDrive, format!(r"{drive}\").into()),
            (Root::Windows, (&self.windows).into()),
            (Root::System32, format!(r"{}\System32", self.windows).into()),
            (Root::Drivers, format!(r"{}\System32\drivers", self.windows).into()),
            (Root::ProgramFiles, named(CURRENT, "ProgramFilesDir", "Program Files")),
            (Root::ProgramFilesX86, named(CURRENT, "ProgramFilesDir (x86)", "Program Files (x86)")),
            (Root::ProgramData, named(PROFILES, "ProgramData", "ProgramData")),
            (Root::Public, named(PROFILES, "Public", r"Users\Public")),
        ])
    }

    /// Hides the people with a folder there, and the names of that computer.
    fn redactor(&self) -> Redactor {
        let last = |folder: &String| folder.rsplit('\\').next().unwrap_or_default().to_string();
        let people = self.hives.profiles().iter().map(|(_, folder)| last(folder)).collect();
        let name = |path: &str, value: &str| {
            let key = self.hives.key(Hive::Machine, path).ok().flatten()?;
            key.text(value, NAME, &mut Vec::new()).filter(|name| !name.is_empty())
        };
        let computer = name(r"SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName", "ComputerName");
        let parameters = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters";
        let computers = computer.into_iter().chain(name(parameters, "NV Hostname")).collect();
        let domains = name(parameters, "NV Domain").into_iter().collect();
        Redactor::new(&Who { people, computers, domains }, self.catalog.known())
    }
}

/// Tasks that the registry does not show stand in files.
impl Elsewhere for Look<'_> {
    fn files(&self) -> Observed<ScheduledTask> {
        let mut looked = Observed::none();
        task_files::add_task_files(self.disk, &self.windows, &mut looked);
        looked
    }

    /// Nobody keeps a list of what runs.
    fn shown(&self) -> Observed<ScheduledTask> {
        Observed::none()
    }
}

fn account_bases(folder: &str) -> BTreeMap<Root, PathBuf> {
    let below = |path: &str| PathBuf::from(format!(r"{folder}\{path}"));
    BTreeMap::from([
        (Root::Profile, folder.into()),
        (Root::LocalAppData, below(r"AppData\Local")),
        (Root::RoamingAppData, below(r"AppData\Roaming")),
        (Root::Documents, below("Documents")),
    ])
}
