//! Units of systemd, of the system and of the session, from their files. Whether one runs is read
//! from the control groups, where systemd keeps a folder for each running service.

use super::Here;
use crate::machine::{Gap, Image, Observed, Service, ServiceKind, Start, State};
use crate::probe::disk;
use crate::probe::parse::unit::{self, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// Where unit files stand, those that overrule others first (systemd.unit(5)). What generators make of other files is
/// left out: the files themselves are looked at.
const SYSTEM: [&str; 10] = [
    "/etc/systemd/system.control",
    "/run/systemd/system.control",
    "/run/systemd/transient",
    "/etc/systemd/system",
    "/etc/systemd/system.attached",
    "/run/systemd/system",
    "/run/systemd/system.attached",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
    "/lib/systemd/system",
];
const SESSION: [&str; 4] =
    ["/etc/systemd/user", "/run/systemd/user", "/usr/local/lib/systemd/user", "/usr/lib/systemd/user"];
/// The same of one account: in its home, and in its folder below `/run/user`, which the next start empties.
const OWN: [&str; 3] = [".config/systemd/user.control", ".config/systemd/user", ".local/share/systemd/user"];
const OWN_FOR_NOW: [&str; 3] = ["user.control", "transient", "user"];

/// Kinds of unit that can bring a program to run.
const KINDS: [&str; 6] = ["service", "socket", "timer", "path", "mount", "automount"];

/// What is known of a service manager.
pub(super) enum Manager {
    /// It runs, and these services run in its own slice.
    Running(BTreeSet<String>),
    /// It runs and does not say what else does.
    Silent,
    /// It does not run: nothing of it was started.
    Absent,
}

impl Manager {
    /// systemd as the first process.
    pub(super) fn of_system(here: &Here) -> Self {
        let groups = ["/sys/fs/cgroup/system.slice", "/sys/fs/cgroup/systemd/system.slice"];
        Self::read_groups(here, "/run/systemd/system", &groups.map(str::to_string))
    }

    /// systemd of the account that looks.
    fn of_session(here: &Here) -> Self {
        let Some(uid) = here.uid else { return Self::Silent };
        let own = format!("/sys/fs/cgroup/user.slice/user-{uid}.slice/user@{uid}.service");
        let slices = ["app.slice", "session.slice", "background.slice"].map(|slice| format!("{own}/{slice}"));
        Self::read_groups(here, &format!("/run/user/{uid}/systemd"), &slices)
    }

    fn read_groups(here: &Here, sign_of_life: &str, groups: &[String]) -> Self {
        if disk::path_presence(&here.at(sign_of_life)).is_absent() {
            return Self::Absent;
        }
        let mut gaps = Vec::new();
        let entries = groups.iter().flat_map(|group| disk::list_folder(&here.at(group), &mut gaps));
        let running: BTreeSet<String> = entries.map(|entry| disk::entry_name(&entry)).collect();
        if running.is_empty() || !gaps.is_empty() { Self::Silent } else { Self::Running(running) }
    }

    /// Whether a service runs. Templates, units of other kinds and services that ask for another
    /// slice cannot be told this way.
    pub(super) fn state(&self, name: &str, slice: Option<&str>) -> State {
        match self {
            Self::Absent => State::RegisteredOnly,
            Self::Running(running) if running.contains(name) => State::Running,
            Self::Running(_) if slice.is_none() && name.ends_with(".service") && !name.contains("@.") => State::Stopped,
            Self::Running(_) | Self::Silent => State::Unknown,
        }
    }
}

/// Units of the system.
pub(super) fn system_units(here: &Here, manager: &Manager) -> Observed<Service> {
    list_units(here, SYSTEM.map(|folder| here.at(folder)).to_vec(), manager)
}

/// Units of the session, the person's own first.
pub(super) fn session_units(here: &Here) -> Observed<Service> {
    let own = here.home.iter().flat_map(|home| OWN.map(|part| home.join(part)));
    let uid = here.uid.filter(|_| here.home.is_some());
    let for_now =
        uid.into_iter().flat_map(|uid| OWN_FOR_NOW.map(|part| here.at(&format!("/run/user/{uid}/systemd/{part}"))));
    let folders = own.chain(for_now).chain(SESSION.map(|folder| here.at(folder))).collect();
    list_units(here, folders, &Manager::of_session(here))
}

fn list_units(here: &Here, folders: Vec<PathBuf>, manager: &Manager) -> Observed<Service> {
    let mut looked = Observed::none();
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    let mut wanted = BTreeMap::new();
    for folder in folders {
        // `/lib` often is `/usr/lib`.
        if !seen.insert(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        for entry in disk::list_folder(&folder, &mut looked.gaps) {
            match entry.path().extension().and_then(|kind| kind.to_str()) {
                Some("wants" | "requires") => links(&entry, &mut wanted, &mut looked.gaps),
                Some(kind) if KINDS.contains(&kind) => files.push(entry),
                _ => {}
            }
        }
    }
    let known: BTreeSet<String> = files.iter().map(disk::entry_name).collect();
    looked.items = files.iter().map(|file| service(here, file, manager, &wanted, &mut looked.gaps)).collect();
    looked.items.extend(orphans(&known, wanted));
    looked
}

/// The links that make a target start units: unit name, and one of the links to it.
fn links(folder: &DirEntry, wanted: &mut BTreeMap<String, PathBuf>, gaps: &mut Vec<Gap>) {
    for link in disk::list_folder(&folder.path(), gaps) {
        wanted.entry(disk::entry_name(&link)).or_insert_with(|| link.path());
    }
}

fn service(
    here: &Here,
    file: &DirEntry,
    manager: &Manager,
    wanted: &BTreeMap<String, PathBuf>,
    gaps: &mut Vec<Gap>,
) -> Service {
    let (name, path) = (disk::entry_name(file), file.path());
    let masked = fs::read_link(&path).is_ok_and(|target| target == Path::new("/dev/null"));
    let unit = match name.ends_with(".service") && !masked {
        true => disk::read_file(&path, gaps).map(|bytes| unit::parse_unit(&bytes)).unwrap_or_default(),
        false => Unit::default(),
    };
    let start = match masked {
        true => Start::Disabled,
        false if wanted.contains_key(&name) => Start::Automatic,
        false => Start::Manual,
    };
    let program = unit.program();
    Service {
        state: manager.state(&name, unit.slice.as_deref()),
        kind: ServiceKind::Unit,
        display: unit.description,
        image: Image {
            there: program.as_deref().map(|program| disk::path_presence(&here.at(program))).unwrap_or_default(),
            raw: unit.start,
            path: program,
        },
        start: Some(start),
        place: Some(path.to_string_lossy().into_owned()),
        name,
        ..Service::default()
    }
}

/// Links to units that are gone: systemd still tries to start these.
fn orphans(known: &BTreeSet<String>, wanted: BTreeMap<String, PathBuf>) -> impl Iterator<Item = Service> {
    let is_known = |name: &str| {
        // Other kinds were not collected, so nothing can be said about links to them.
        let collected = name.rsplit_once('.').is_some_and(|(_, kind)| KINDS.contains(&kind));
        !collected
            || known.contains(name)
            || unit::template_name(name).is_some_and(|template| known.contains(&template))
    };
    wanted.into_iter().filter(move |(name, _)| !is_known(name)).map(|(name, link)| Service {
        name,
        kind: ServiceKind::Unit,
        state: State::RegisteredOnly,
        start: Some(Start::Automatic),
        place: Some(link.to_string_lossy().into_owned()),
        ..Service::default()
    })
}
