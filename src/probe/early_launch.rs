//! The copies of early-launch drivers that Windows keeps, in a folder that may refuse to be listed.
//!
//! Whether somebody without rights may list the folder is nowhere documented. Where he may not, its files are
//! asked for by name: Windows answers for a full path whatever is closed above it.

use super::walk::NO_SUCH_NAME;
use crate::catalog::{Catalog, Kind, Target, line_of};
use crate::machine::{ElamCopy, Gap, Looked, Maker, Os};
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Versions of a product line that are asked for by name end here: `K4W-21-40`.
const LAST_MINOR: u32 = 40;

/// What a disk says.
pub trait Disk {
    /// The names in a folder.
    ///
    /// # Errors
    /// As the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Whether something stands at a path.
    ///
    /// # Errors
    /// `NotFound` when nothing does; otherwise as the system says.
    fn ask(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this computer.
#[cfg(windows)]
pub struct ThisDisk;

#[cfg(windows)]
impl Disk for ThisDisk {
    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn ask(&self, path: &Path) -> io::Result<()> {
        std::fs::symlink_metadata(path).map(drop)
    }
}

/// The copies in a folder. `maker` is asked who made each of them; there are one or two.
pub fn copies(catalog: &Catalog, disk: &impl Disk, folder: &Path, maker: &dyn Fn(&Path) -> Maker) -> Looked<ElamCopy> {
    let mut looked = Looked::none();
    let names = match disk.list(folder) {
        Ok(names) => names.into_iter().filter(|name| is_driver(name)).collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            by_name(catalog, disk, folder, &error, &mut looked)
        }
        Err(error) => {
            looked.gaps.push(Gap::from_io(folder.to_string_lossy(), &error));
            Vec::new()
        }
    };
    looked.items.extend(names.into_iter().map(|name| {
        let path = folder.join(&name);
        ElamCopy { place: path.to_string_lossy().into_owned(), maker: maker(&path), name }
    }));
    looked
}

fn is_driver(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sys"))
}

/// Those of the names that the catalogue knows that are there.
fn by_name(
    catalog: &Catalog,
    disk: &impl Disk,
    folder: &Path,
    refusal: &io::Error,
    looked: &mut Looked<ElamCopy>,
) -> Vec<String> {
    let known = names(catalog);
    let mut there = Vec::new();
    for name in &known {
        let path = folder.join(name);
        match disk.ask(&path) {
            Ok(()) => there.push(name.clone()),
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
mod tests {
    use super::*;
    use crate::machine::{Signer, Why};
    use std::cell::Cell;

    /// A folder with these files.
    struct Fake {
        files: &'static [&'static str],
        /// It may not be listed.
        closed: bool,
        /// Names in it that may not be asked for: `*` for all.
        refused: &'static str,
        asked: Cell<usize>,
    }

    impl Disk for Fake {
        fn list(&self, _: &Path) -> io::Result<Vec<String>> {
            if self.closed {
                Err(ErrorKind::PermissionDenied.into())
            } else {
                Ok(self.files.iter().map(ToString::to_string).collect())
            }
        }

        fn ask(&self, path: &Path) -> io::Result<()> {
            self.asked.set(self.asked.get() + 1);
            let name = path.file_name().unwrap().to_string_lossy();
            if self.refused == "*" || self.refused == name {
                return Err(ErrorKind::PermissionDenied.into());
            }
            if self.files.contains(&&*name) { Ok(()) } else { Err(ErrorKind::NotFound.into()) }
        }
    }

    fn look(files: &'static [&'static str], closed: bool, refused: &'static str) -> (Looked<ElamCopy>, usize) {
        let disk = Fake { files, closed, refused, asked: Cell::new(0) };
        let maker = |_: &Path| Maker { signer: Signer::Unknown, ..Maker::default() };
        (copies(&Catalog::embedded(), &disk, Path::new("ELAMBKUP"), &maker), disk.asked.get())
    }

    fn found(looked: &Looked<ElamCopy>) -> Vec<&str> {
        looked.items.iter().map(|copy| copy.name.as_str()).collect()
    }

    #[test]
    fn a_folder_that_may_be_listed_is_listed_and_nothing_else_is_asked() {
        let (looked, asked) = look(&["WdBoot.sys", "klelam.sys", "readme.txt"], false, "");
        assert_eq!((found(&looked), asked), (vec!["WdBoot.sys", "klelam.sys"], 0));
        assert!(looked.complete() && looked.notes.is_empty());
    }

    #[test]
    fn a_closed_folder_is_asked_for_every_name_that_the_catalogue_knows() {
        let (looked, asked) = look(&["WdBoot.sys"], true, "");
        assert!(looked.complete(), "absent by name is absent");
        assert!(looked.items.is_empty() && looked.notes.len() == 1);
        assert!((100..2_000).contains(&asked), "{asked} questions");
        for there in [&["klelam.sys"][..], &["klelaml.sys"], &["klelam.K4W-21-25.sys"], &["klelam.KES-21-13.sys"]] {
            let (looked, _) = look(there, true, "");
            assert_eq!((found(&looked), looked.complete()), (there.to_vec(), true));
        }
    }

    #[test]
    fn a_copy_that_may_not_be_touched_is_there_unless_every_name_is_refused() {
        let (looked, _) = look(&["klelam.sys"], true, "klelam.sys");
        assert_eq!((found(&looked), looked.complete()), (vec!["klelam.sys"], true));
        let (looked, _) = look(&["klelam.sys"], true, "*");
        assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1));
        assert_eq!(looked.gaps[0].why, Why::NeedsAdmin);
    }
}
