//! Applications, and the receipts that installers leave.

use super::Here;
use crate::machine::{Gap, Observed, Presence, Program, ProgramSource};
use crate::probe::disk;
use crate::probe::parse::property_list::{self, Bundle};
use std::path::{Path, PathBuf};

pub(super) fn list_programs(here: &Here<'_>) -> Observed<Program> {
    let mut looked = Observed::none();
    let mut folders = vec![here.at("/Applications")];
    folders.extend(here.home.iter().map(|home| home.join("Applications")));
    for folder in folders {
        for app in apps(&folder, &mut looked.gaps) {
            looked.items.push(application(&app, &mut looked.gaps));
        }
    }
    for entry in disk::list_folder(&here.at("/private/var/db/receipts"), &mut looked.gaps) {
        let path = entry.path();
        if path.extension().is_some_and(|kind| kind == "plist") {
            looked.items.push(receipt(&path, &mut looked.gaps));
        }
    }
    looked
}

/// The applications in a folder and in the folders in it, like `Utilities`.
fn apps(folder: &Path, gaps: &mut Vec<Gap>) -> Vec<PathBuf> {
    let is_app = |path: &Path| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("app"));
    let mut found = Vec::new();
    for entry in disk::list_folder(folder, gaps) {
        let path = entry.path();
        if is_app(&path) {
            found.push(path);
        } else if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.extend(disk::list_folder(&path, gaps).iter().map(|inner| inner.path()).filter(|path| is_app(path)));
        }
    }
    found
}

/// An application. One whose description cannot be understood still has the name of its folder.
fn application(path: &Path, gaps: &mut Vec<Gap>) -> Program {
    let folder_name = stem(path);
    let info = disk::read_file(&path.join("Contents/Info.plist"), gaps);
    let bundle = info.and_then(|bytes| property_list::parse_bundle(&bytes).ok());
    let Bundle { id, name, version } =
        bundle.unwrap_or_else(|| Bundle { id: folder_name.clone(), ..Bundle::default() });
    Program {
        source: ProgramSource::Bundle,
        key: id,
        name: if name.is_empty() { folder_name } else { name },
        version,
        publisher: None,
        location: Some(path.to_string_lossy().into_owned()),
        location_there: Presence::Present,
        uninstall: None,
    }
}

/// A receipt. Its file is named like its package.
fn receipt(path: &Path, gaps: &mut Vec<Gap>) -> Program {
    let content = disk::read_file(path, gaps).and_then(|bytes| property_list::parse_receipt(&bytes).ok());
    let (key, version) = content.unwrap_or_else(|| (stem(path), None));
    Program {
        source: ProgramSource::Receipt,
        name: key.clone(),
        key,
        version,
        publisher: None,
        location: None,
        location_there: Presence::NotAsked,
        uninstall: None,
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
