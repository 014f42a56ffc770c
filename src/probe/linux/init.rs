//! Init scripts: the way of starting services before systemd, and beside it.

use super::Here;
use super::units::Manager;
use crate::machine::{Gap, Image, Observed, Presence, Service, ServiceKind, Start, State};
use crate::probe::disk;
use crate::probe::parse::init;
use std::collections::BTreeSet;
use std::path::Path;

/// Run levels in which a system serves its users.
const LEVELS: [&str; 8] = [
    "/etc/rc2.d",
    "/etc/rc3.d",
    "/etc/rc4.d",
    "/etc/rc5.d",
    "/etc/rc.d/rc2.d",
    "/etc/rc.d/rc3.d",
    "/etc/rc.d/rc4.d",
    "/etc/rc.d/rc5.d",
];

pub(super) fn list_init_scripts(here: &Here, manager: &Manager) -> Observed<Service> {
    let mut looked = Observed::none();
    let started = started(here, &mut looked.gaps);
    // Where both exist, the first is a link to the second.
    for folder in ["/etc/init.d", "/etc/rc.d/init.d"] {
        for script in disk::list_folder(&here.at(folder), &mut looked.gaps) {
            let name = disk::entry_name(&script);
            if looked.items.iter().all(|known: &Service| known.name != name) {
                let path = script.path();
                looked.items.extend(service(name, &path, manager, &started, &mut looked.gaps));
            }
        }
    }
    looked
}

/// The scripts that some run level starts.
fn started(here: &Here, gaps: &mut Vec<Gap>) -> BTreeSet<String> {
    let links = LEVELS.iter().flat_map(|level| disk::list_folder(&here.at(level), gaps));
    links.filter_map(|link| init::started_by(&disk::entry_name(&link)).map(str::to_string)).collect()
}

/// A script as a service. None: a text that is no script, like the README there.
fn service(
    name: String,
    path: &Path,
    manager: &Manager,
    started: &BTreeSet<String>,
    gaps: &mut Vec<Gap>,
) -> Option<Service> {
    let bytes = disk::read_file(path, gaps)?;
    if !bytes.starts_with(b"#!") {
        return None;
    }
    // systemd makes a service of each script; without systemd only the script itself could tell.
    let state = match manager {
        Manager::Absent => State::Unknown,
        running => running.state(&format!("{name}.service"), None),
    };
    let text = path.to_string_lossy().into_owned();
    Some(Service {
        kind: ServiceKind::InitScript,
        display: init::parse_description(&bytes),
        image: Image { raw: None, path: Some(text.clone()), there: Presence::Present },
        start: Some(if started.contains(&name) { Start::Automatic } else { Start::Manual }),
        state,
        place: Some(text),
        name,
        ..Service::default()
    })
}
