//! Driver packages that Windows keeps, so that it can install them again.
//!
//! Each package has a folder in the store, named after its INF file, and a published copy of that
//! file as `oemN.inf`. The folder tells the original name, the published file the provider; which
//! belong together stands in the registry.

use super::registry::{Hive, Key};
use super::system_folders;
use crate::catalog::{Catalog, Target};
use crate::machine::{DriverPackage, Gap, Looked, Os, Part, Why};
use crate::probe::parse::{inf, multi_sz};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the packages are, below the folder of Windows.
const STORE: &str = r"System32\DriverStore\FileRepository";
/// Where the published files are, below the folder of Windows.
const PUBLISHED: &str = "INF";
/// The key below `HKLM` with a subkey for each published file.
const DATABASE: &str = r"SYSTEM\DriverDatabase\DriverInfFiles";
/// Graphics drivers have INF files of a few megabytes. What is larger is not read.
const LARGEST_INF: u64 = 16 * 1024 * 1024;

/// Looks at every package. Only those the catalogue knows, by name or provider, are recorded.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let windows = Path::new(system_folders::windows());
    let mut look = Look { catalog, store: windows.join(STORE), looked: Looked::none() };
    look.folders();
    look.published(&windows.join(PUBLISHED));
    vec![Part::DriverStore(look.looked)]
}

struct Look<'a> {
    catalog: &'a Catalog,
    store: PathBuf,
    looked: Looked<DriverPackage>,
}

impl Look<'_> {
    /// Packages whose original name the catalogue knows.
    fn folders(&mut self) {
        for folder in names(&self.store, &mut self.looked.gaps) {
            let Some(original) = original(&folder).filter(|name| self.knows(name)) else { continue };
            let place = self.store.join(&folder);
            let provider = self.provider(&place.join(&original)).unwrap_or_default();
            let place = place.to_string_lossy().into_owned();
            self.looked.items.push(DriverPackage { published: String::new(), original, provider, place });
        }
    }

    /// Published files: the name of a package already found, or one more whose provider is the vendor.
    fn published(&mut self, folder: &Path) {
        for published in names(folder, &mut self.looked.gaps).into_iter().filter(|name| is_oem(name)) {
            let file = folder.join(&published);
            let provider = self.provider(&file).unwrap_or_default();
            let ours = self.catalog.vendor.is_publisher(&provider) || self.catalog.vendor.is_named_in(&provider);
            if !ours && self.looked.items.is_empty() {
                continue;
            }
            let stored = stored_as(&published).map(|folder| self.store.join(folder).to_string_lossy().into_owned());
            let known = stored.as_ref().and_then(|stored| {
                self.looked.items.iter_mut().find(|package| package.place.eq_ignore_ascii_case(stored))
            });
            match known {
                Some(package) => package.published = published,
                None if ours => {
                    let original = stored.as_deref().and_then(|path| original(path.rsplit('\\').next()?));
                    let original = original.unwrap_or_default();
                    let place = file.to_string_lossy().into_owned();
                    self.looked.items.push(DriverPackage { published, original, provider, place });
                }
                None => {}
            }
        }
    }

    /// Whether the catalogue knows a package, or the driver it is named after.
    fn knows(&self, original: &str) -> bool {
        let stem = original.rsplit_once('.').map_or(original, |(stem, _)| stem);
        self.catalog.rule_for(Os::Windows, Target::DriverPackage, original).is_some()
            || self.catalog.rule_for(Os::Windows, Target::Service, stem).is_some()
    }

    /// The provider that an INF file names. None: it names none, or could not be read.
    fn provider(&mut self, file: &Path) -> Option<String> {
        match read(file) {
            Ok(bytes) => inf::provider(&bytes),
            Err(gap) => {
                self.looked.gaps.push(gap);
                None
            }
        }
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Gap> {
    let gap = |error: io::Error| Gap::from_io(file.to_string_lossy(), &error);
    let about = fs::symlink_metadata(file).map_err(gap)?;
    if !about.is_file() || about.len() > LARGEST_INF {
        return Err(Gap::new(Why::Failed, file.to_string_lossy(), "not a file, or too large for an INF"));
    }
    fs::read(file).map_err(gap)
}

/// The names in a folder; none if there is no such folder.
fn names(folder: &Path, gaps: &mut Vec<Gap>) -> Vec<String> {
    let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    match fs::read_dir(folder).and_then(|entries| entries.map(name).collect::<io::Result<Vec<_>>>()) {
        Ok(mut names) => {
            names.sort();
            names
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            gaps.push(Gap::from_io(folder.to_string_lossy(), &error));
            Vec::new()
        }
    }
}

/// The INF file that a folder of the store is named after: `klim6.inf` of `klim6.inf_amd64_0123abcd`.
fn original(folder: &str) -> Option<String> {
    let end = folder.to_ascii_lowercase().find(".inf_")? + ".inf".len();
    Some(folder[..end].to_string())
}

/// Whether this is a published file of a package that did not come with Windows: `oem12.inf`.
fn is_oem(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let number = lower.strip_prefix("oem").and_then(|rest| rest.strip_suffix(".inf"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The folder of the store that a published file belongs to. None: not known, which leaves the two apart.
fn stored_as(published: &str) -> Option<String> {
    let key = Key::open(Hive::Machine, &format!(r"{DATABASE}\{published}")).ok()??;
    let list = multi_sz::parse(&key.value("").ok()??).ok()?;
    list.names().next().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_original_name_is_read_from_the_folder() {
        assert_eq!(original("klim6.inf_amd64_0123456789abcdef").as_deref(), Some("klim6.inf"));
        assert_eq!(original("KLIM6.INF_x86_1").as_deref(), Some("KLIM6.INF"));
        assert_eq!(original("klim6.inf"), None);
    }

    #[test]
    fn only_published_files_of_others_are_read() {
        let names = ["oem0.inf", "OEM12.INF", "oem.inf", "oem1.pnf", "oemsetup.inf", "keyboard.inf"];
        assert_eq!(names.map(is_oem), [true, true, false, false, false, false]);
    }
}
