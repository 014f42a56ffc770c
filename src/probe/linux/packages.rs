//! The package databases of dpkg, rpm and pacman. A system has one of them, seldom two.

use super::Here;
use crate::catalog::Catalog;
use crate::machine::{GapReason, Observed, Os, Presence, Program, ProgramSource};
use crate::probe::command::{self, QueryError};
use crate::probe::disk;
use crate::probe::or_gap::OrGap;
use crate::probe::parse::packages::{self, Packages};
use crate::probe::parse::{dpkg, pacman, rpm};
use std::collections::BTreeSet;
use std::path::Path;

/// Asks `rpm` with these arguments.
pub(super) type AskRpm<'a> = &'a dyn Fn(&[&str]) -> Result<Vec<u8>, QueryError>;

/// The real `rpm`, wherever it is installed.
pub(super) fn ask_rpm(arguments: &[&str]) -> Result<Vec<u8>, QueryError> {
    match command::run_query("/usr/bin/rpm", arguments) {
        Err(QueryError::Missing) => command::run_query("/bin/rpm", arguments),
        answer => answer,
    }
}

/// Every package of every database. For the vendor's packages it is also asked whether any of
/// their files is still there.
pub(super) fn list_packages(catalog: &Catalog, here: &Here, ask_rpm: AskRpm<'_>) -> Observed<Program> {
    let mut looked = dpkg_packages(here);
    looked.absorb(rpm_packages(here, ask_rpm));
    looked.absorb(pacman_packages(here));
    if looked.items.is_empty() && looked.complete() {
        // Every system has packages; this one keeps them where nobody has looked.
        looked.gap(
            GapReason::NotTried,
            "/var/lib",
            "no packages of dpkg, rpm or pacman are here, and no other list can be read",
        );
    }
    for program in looked.items.iter_mut().filter(|program| is_vendors(catalog, program)) {
        if program.location_there == Presence::NotAsked {
            find_files(here, program, ask_rpm);
        }
    }
    looked
}

/// dpkg's one file; systems without dpkg that are made of its packages have one file for each.
fn dpkg_packages(here: &Here) -> Observed<Program> {
    let mut looked = Observed::none();
    let mut files = vec![here.at("/var/lib/dpkg/status")];
    let single = disk::list_folder(&here.at("/var/lib/dpkg/status.d"), &mut looked.gaps);
    files
        .extend(single.iter().filter(|entry| !disk::entry_name(entry).ends_with(".md5sums")).map(|entry| entry.path()));
    for file in files {
        let Some(bytes) = disk::read_file(&file, &mut looked.gaps) else { continue };
        let Packages { programs, damage } = dpkg::parse_dpkg(&bytes);
        looked.items.extend(programs);
        disk::add_damage(&file, &damage, &mut looked.gaps);
    }
    looked
}

/// rpm's database has changed its form three times, so rpm itself is asked. A database without
/// a tool to read it is unknown, not empty.
fn rpm_packages(here: &Here, ask_rpm: AskRpm<'_>) -> Observed<Program> {
    const FOLDERS: [&str; 3] = ["/usr/lib/sysimage/rpm", "/var/lib/rpm", "/usr/share/rpm"];
    const FILES: [&str; 3] = ["rpmdb.sqlite", "Packages.db", "Packages"];
    let mut looked = Observed::none();
    let mut databases = FOLDERS.iter().flat_map(|folder| FILES.map(|file| here.at(folder).join(file)));
    let Some(database) = databases.find(|file| !disk::path_presence(file).is_absent()) else { return looked };
    let place = database.to_string_lossy();
    let answer = ask_rpm(&["-qa", "--qf", rpm::QUERY]).map_err(|error| error.gap_at(&place));
    if let Some(answer) = answer.or_gap(&mut looked) {
        let Packages { programs, damage } = rpm::parse_rpm(&answer);
        looked.items = programs;
        disk::add_damage(&database, &damage, &mut looked.gaps);
        if looked.items.is_empty() {
            looked.gap(GapReason::Failed, place, "rpm found no packages in its own database");
        }
    }
    looked
}

fn pacman_packages(here: &Here) -> Observed<Program> {
    let mut looked = Observed::none();
    for package in disk::list_folder(&here.at("/var/lib/pacman/local"), &mut looked.gaps) {
        let file = package.path().join("desc");
        let Some(bytes) = disk::read_file(&file, &mut looked.gaps) else { continue };
        match pacman::parse_pacman(&bytes) {
            Ok(program) => looked.items.push(program),
            Err(what) => disk::add_damage(&file, &[what], &mut looked.gaps),
        }
    }
    looked
}

fn is_vendors(catalog: &Catalog, program: &Program) -> bool {
    let named = [Some(&program.name), program.publisher.as_ref()].into_iter().flatten();
    catalog.product_keyed(Os::Linux, &program.key).is_some()
        || named.into_iter().any(|text| catalog.vendor.is_named_in(text))
}

/// Fills in a package's folder, and whether any file that it brought is still there. Somebody may
/// have deleted the folders and left the entry.
fn find_files(here: &Here, program: &mut Program, ask_rpm: AskRpm<'_>) {
    let mut unneeded = Vec::new();
    let mut read = |path: &Path| disk::read_file(path, &mut unneeded);
    let key = &program.key;
    let list = match program.source {
        ProgramSource::Dpkg => ["", ":amd64", ":i386", ":arm64"]
            .iter()
            .find_map(|kind| read(&here.at(&format!("/var/lib/dpkg/info/{key}{kind}.list")))),
        ProgramSource::Rpm => ask_rpm(&["-ql", "--", key]).ok(),
        ProgramSource::Pacman => {
            let version = program.version.as_deref().unwrap_or_default();
            read(&here.at(&format!("/var/lib/pacman/local/{key}-{version}/files")))
        }
        _ => None,
    };
    if let Some(paths) = list.map(|list| packages::file_list(&list)) {
        program.location = packages::own_folder(&paths);
        program.location_there = any_there(here, &paths);
    }
}

/// Whether any listed file is there. Folders do not count: others use them, too.
fn any_there(here: &Here, paths: &[String]) -> Presence {
    let folders: BTreeSet<&Path> = paths.iter().flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    let files = paths.iter().filter(|path| !path.ends_with('/') && !folders.contains(Path::new(path.as_str())));
    let mut there = Presence::NotAsked;
    for file in files {
        match disk::path_presence(&here.at(file)) {
            Presence::Present => return Presence::Present,
            Presence::Absent if there == Presence::NotAsked => there = Presence::Absent,
            unknown @ Presence::Unknown(_) => there = unknown,
            _ => {}
        }
    }
    there
}
