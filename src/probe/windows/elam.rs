//! Early-launch antimalware drivers: the copies that Windows keeps to repair a start.

use super::maker;
use super::registry::Live;
use super::system_folders;
use crate::catalog::Catalog;
use crate::machine::{Looked, Part};
use crate::probe::early_launch::{self, ThisDisk};
use crate::probe::here;
use crate::probe::parse::image_path;
use crate::probe::registry::{Tell, early_launch as in_registry};
use std::path::{Path, PathBuf};

/// Where they usually are, below the folder of Windows.
const USUAL_FOLDER: &str = "ELAMBKUP";

/// Looks at every copy, and asks each driver who made it. There are one or two.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    let copies = |folder: &Path| early_launch::copies(catalog, &ThisDisk, folder, &maker::of);
    let usual = Path::new(system_folders::windows()).join(USUAL_FOLDER);
    looked.absorb(copies(&usual));
    if let Some(folder) = named_folder(&mut looked).filter(|folder| !same(folder, &usual)) {
        match here::stays_here(&folder) {
            Ok(()) => looked.absorb(copies(&folder)),
            Err(why) => looked.gaps.push(here::gap(why, folder.to_string_lossy())),
        }
    }
    vec![Part::Elam(looked)]
}

/// The folder that the registry names.
fn named_folder(told: &mut dyn Tell) -> Option<PathBuf> {
    let text = in_registry::backup_path(&Live::COMPUTER, told)?;
    let meant = image_path::driver(Some(&text), "", &system_folders::names());
    meant.likely().map(PathBuf::from)
}

fn same(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| path.to_string_lossy().trim_end_matches('\\').to_lowercase();
    plain(one) == plain(other)
}
