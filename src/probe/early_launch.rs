//! The copies of early-launch drivers that Windows keeps, in a folder that may refuse to be listed.
//!
//! Whether somebody without rights may list the folder is nowhere documented. Where he may not, its files are
//! asked for by name: Windows answers for a full path whatever is closed above it.

use super::file_system::{Computer, Entry, FileSystem};
use super::here;
use super::parse::image_path::{self, Names};
use super::registry::{Registry, Tell, early_launch as in_registry};
use super::walk::NO_SUCH_NAME;
use crate::catalog::{Catalog, Kind, Target, line_of};
use crate::machine::{ElamCopy, Gap, Observed, Os};
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Where they usually are, below the folder of Windows.
const USUAL_FOLDER: &str = "ELAMBKUP";
/// Versions of a product line that are asked for by name end here: `K4W-21-40`.
const LAST_MINOR: u32 = 40;

/// Looks at every copy, where they usually are and where the registry says, and asks each who made it. There are
/// one or two.
pub(crate) fn find_elam_copies(
    catalog: &Catalog,
    registry: &dyn Registry,
    names: &Names<'_>,
    computer: &Computer<'_>,
) -> Observed<ElamCopy> {
    let mut looked = Observed::none();
    let usual = Path::new(names.windows).join(USUAL_FOLDER);
    looked.absorb(copies(catalog, computer, &usual));
    if let Some(folder) = named_folder(registry, names, &mut looked).filter(|folder| !same(folder, &usual)) {
        match (computer.stays)(&folder) {
            Ok(()) => looked.absorb(copies(catalog, computer, &folder)),
            Err(why) => looked.gaps.push(here::not_here_gap(why, folder.to_string_lossy())),
        }
    }
    looked
}

/// The folder that the registry names.
fn named_folder(registry: &dyn Registry, names: &Names<'_>, told: &mut dyn Tell) -> Option<PathBuf> {
    let text = in_registry::backup_path(registry, told)?;
    image_path::driver_paths(Some(&text), "", names).likely_path().map(PathBuf::from)
}

fn same(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| path.to_string_lossy().replace('/', r"\").trim_end_matches('\\').to_lowercase();
    plain(one) == plain(other)
}

/// The copies in a folder.
fn copies(catalog: &Catalog, computer: &Computer<'_>, folder: &Path) -> Observed<ElamCopy> {
    let mut looked = Observed::none();
    let names = match computer.disk.all(folder) {
        Ok(entries) => entries.iter().map(Entry::text).filter(|name| is_driver(name)).collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            by_name(catalog, computer.disk, folder, &error, &mut looked)
        }
        Err(error) => {
            looked.gaps.push(Gap::from_io(folder.to_string_lossy(), &error));
            Vec::new()
        }
    };
    looked.items.extend(names.into_iter().map(|name| {
        let path = folder.join(&name);
        ElamCopy { place: path.to_string_lossy().into_owned(), maker: (computer.maker)(&path), name }
    }));
    looked
}

fn is_driver(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sys"))
}

/// Those of the names that the catalogue knows that are there.
fn by_name(
    catalog: &Catalog,
    disk: &dyn FileSystem,
    folder: &Path,
    refusal: &io::Error,
    looked: &mut Observed<ElamCopy>,
) -> Vec<String> {
    let known = names(catalog);
    let mut there = Vec::new();
    for name in &known {
        let path = folder.join(name);
        match disk.ask(&path) {
            Ok(_) => there.push(name.clone()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                // A folder that refuses every name alike says nothing about this one.
                let nobodys = disk.ask(&folder.join(NO_SUCH_NAME));
                if !nobodys.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
                    looked.gaps.push(Gap::from_io(folder.to_string_lossy(), refusal));
                    return Vec::new();
                }
                there.push(name.clone());
            }
            Err(error) => looked.gaps.push(Gap::from_io(path.to_string_lossy(), &error)),
        }
    }
    looked.note(folder.to_string_lossy(), format!("this may not be listed, so {} names were asked for", known.len()));
    there
}

/// The file names that the catalogue's early-launch drivers have or may have: alone, and with each line and
/// version of a product behind them.
fn names(catalog: &Catalog) -> BTreeSet<String> {
    let drivers = || catalog.rules.iter().filter(|rule| rule.os == Os::Windows && rule.kind == Kind::Driver);
    let named = drivers().flat_map(|rule| &rule.examples).filter_map(|name| line_of(name));
    let (mut lines, mut majors) = (BTreeSet::new(), BTreeSet::new());
    for line in named {
        majors.extend(line.version.first().copied());
        lines.insert(line.line);
    }
    lines.extend(catalog.products.iter().filter_map(|product| product.line.clone()));
    let mut names = BTreeSet::new();
    for rule in drivers().filter(|rule| rule.target == Target::Service && rule.id.contains("elam")) {
        names.insert(format!("{}.sys", rule.id));
        names.extend(rule.examples.iter().map(|name| format!("{name}.sys")));
        for (line, major) in lines.iter().flat_map(|line| majors.iter().map(move |major| (line, *major))) {
            names.extend((0..=LAST_MINOR).map(|minor| format!("{}.{line}-{major}-{minor}.sys", rule.id)));
        }
    }
    names
}

#[cfg(test)]
mod tests;
