//! Driver packages of this computer, as its disk and its registry tell.

use super::registry::{Hive, Key};
use super::system_folders;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::driver_packages::{self, Disk};
use crate::probe::parse::multi_sz;
use std::fs::{self, File};
use std::io::{self, Read as _};

/// Where the packages are, below the folder of Windows.
const STORE: &str = r"System32\DriverStore\FileRepository";
/// Where the published files are, below the folder of Windows.
const PUBLISHED: &str = "INF";
/// The key below `HKLM` with a subkey for each published file.
const DATABASE: &str = r"SYSTEM\DriverDatabase\DriverInfFiles";

/// Looks at every package. Only those the catalogue knows, by name or provider, are recorded.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let below = |folder: &str| format!(r"{}\{folder}", system_folders::windows().trim_end_matches('\\'));
    vec![Part::DriverStore(driver_packages::look(catalog, &ThisDisk, &below(STORE), &below(PUBLISHED)))]
}

/// The disk and the registry of this computer.
struct ThisDisk;

impl Disk for ThisDisk {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn head(&self, file: &str, most: u64) -> io::Result<Vec<u8>> {
        if !fs::symlink_metadata(file)?.is_file() {
            return Err(io::Error::other("not an ordinary file"));
        }
        let mut bytes = Vec::new();
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn stored_as(&self, published: &str) -> Option<String> {
        let key = Key::open(Hive::Machine, &format!(r"{DATABASE}\{published}")).ok()??;
        let list = multi_sz::parse(&key.value("").ok()??).ok()?;
        list.names().next().map(str::to_string)
    }
}
