//! Jobs of launchd: their property lists, and which are loaded.

use super::Here;
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, Image, Observed, Os, Service, ServiceKind, Start, State};
use crate::probe::disk;
use crate::probe::parse::launchd::{self, Job};
use std::collections::BTreeMap;
use std::path::Path;

const LAUNCHCTL: &str = "/bin/launchctl";

/// Which jobs of a domain are loaded, and whether each runs. None: launchd would not say.
type Loaded = Option<BTreeMap<String, bool>>;

pub(super) fn list_launchd_jobs(catalog: &Catalog, here: &Here<'_>) -> Observed<Service> {
    let system = loaded(here, "system");
    let session = here.uid.and_then(|uid| loaded(here, &format!("gui/{uid}")));
    let mut folders = vec![
        (here.at("/Library/LaunchDaemons"), ServiceKind::LaunchDaemon, &system),
        (here.at("/Library/LaunchAgents"), ServiceKind::LaunchAgent, &session),
    ];
    folders
        .extend(here.home.iter().map(|home| (home.join("Library/LaunchAgents"), ServiceKind::LaunchAgent, &session)));
    let mut looked = Observed::none();
    for (folder, kind, loaded) in folders {
        let entries = disk::list_folder(&folder, &mut looked.gaps);
        let lists =
            entries.iter().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|k| k == "plist"));
        for list in lists {
            looked.items.push(service(here, &list, kind, loaded, &mut looked.gaps));
        }
    }
    let without_list = [(ServiceKind::LaunchDaemon, system), (ServiceKind::LaunchAgent, session)];
    for (kind, loaded) in without_list {
        let known = |label: &str| looked.items.iter().any(|service| service.name == label);
        let ours = |label: &str| catalog.rule_for(Os::Macos, Target::Service, label).is_some();
        let extra: Vec<_> = loaded.into_iter().flatten().filter(|(label, _)| ours(label) && !known(label)).collect();
        looked.items.extend(extra.into_iter().map(|(label, runs)| listless(label, kind, runs)));
    }
    looked
}

fn loaded(here: &Here<'_>, domain: &str) -> Loaded {
    launchd::parse_loaded(&(here.ask)(LAUNCHCTL, &["print", domain]).ok()?)
}

/// A job as its property list describes it. One that cannot be understood has the file's name.
fn service(here: &Here<'_>, list: &Path, kind: ServiceKind, loaded: &Loaded, gaps: &mut Vec<Gap>) -> Service {
    let job = disk::read_file(list, gaps).and_then(|bytes| launchd::parse_job(&bytes).ok());
    let Job { label, program, automatic, disabled } =
        job.unwrap_or_else(|| Job { label: stem(list), ..Job::default() });
    let there = program.as_deref().filter(|program| program.starts_with('/'));
    Service {
        kind,
        image: Image {
            there: there.map(|program| disk::path_presence(&here.at(program))).unwrap_or_default(),
            raw: program.clone(),
            path: program,
        },
        start: Some(match (disabled, automatic) {
            (true, _) => Start::Disabled,
            (false, true) => Start::Automatic,
            (false, false) => Start::Manual,
        }),
        state: match loaded.as_ref().map(|jobs| jobs.get(&label)) {
            None => State::Unknown,
            Some(None) => State::RegisteredOnly,
            Some(Some(true)) => State::Running,
            Some(Some(false)) => State::Stopped,
        },
        place: Some(list.to_string_lossy().into_owned()),
        name: label,
        ..Service::default()
    }
}

/// A loaded job of the catalogue without a property list: its list was deleted, or an extension
/// brought it.
fn listless(label: String, kind: ServiceKind, runs: bool) -> Service {
    Service {
        name: label,
        kind,
        state: if runs { State::Running } else { State::Stopped },
        place: Some("launchctl print".to_string()),
        ..Service::default()
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
