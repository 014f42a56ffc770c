//! Early-launch antimalware drivers: the copies that Windows keeps to repair a start.

use super::maker;
use super::registry::Live;
use super::system_folders;
use crate::catalog::Catalog;
use crate::machine::{ElamCopy, Gap, Looked, Part, Why};
use crate::probe::folders::leads_away;
use crate::probe::parse::image_path;
use crate::probe::registry::{Tell, early_launch};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where they usually are, below the folder of Windows.
const USUAL_FOLDER: &str = "ELAMBKUP";

/// Looks at every copy, and asks each driver who made it. There are one or two.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    let usual = Path::new(system_folders::windows()).join(USUAL_FOLDER);
    copies(&usual, &mut looked);
    if let Some(folder) = named_folder(&mut looked).filter(|folder| !same(folder, &usual)) {
        if leads_away(&folder.to_string_lossy()) {
            looked.gap(Why::NotTried, folder.to_string_lossy(), "this folder is on another computer");
        } else {
            copies(&folder, &mut looked);
        }
    }
    vec![Part::Elam(looked)]
}

/// The folder that the registry names.
fn named_folder(told: &mut dyn Tell) -> Option<PathBuf> {
    let text = early_launch::backup_path(&Live, told)?;
    let meant = image_path::driver(Some(&text), "", &system_folders::names());
    meant.likely().map(PathBuf::from)
}

fn same(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| path.to_string_lossy().trim_end_matches('\\').to_lowercase();
    plain(one) == plain(other)
}

fn copies(folder: &Path, looked: &mut Looked<ElamCopy>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return,
        Err(error) => return looked.gaps.push(Gap::from_io(folder.to_string_lossy(), &error)),
    };
    for entry in entries {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sys")) {
            looked.items.push(ElamCopy {
                name: entry.file_name().to_string_lossy().into_owned(),
                place: path.to_string_lossy().into_owned(),
                maker: maker::of(&path),
            });
        }
    }
}
