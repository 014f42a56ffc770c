//! Driver packages that Windows keeps, so that it can install them again.
//!
//! Each package has a folder in the store, named after its INF file, and a published copy of that
//! file as `oemN.inf`. The folder tells the original name, the published file the provider; which
//! belong together stands in the registry.
//!
//! Every computer has packages of many makers. One of somebody else's that cannot be read takes
//! nothing from the answer, and what goes while we look is gone.

use super::file_system::{Entry, FileSystem};
use super::or_gap::OrGapAt;
use super::parse::{inf, multi_sz};
use super::registry::{Hive, Registry};
use crate::catalog::{Catalog, Target};
use crate::machine::{DriverPackage, Gap, Observed, Os};
use std::io::ErrorKind;
use std::path::Path;

/// Where the packages are, below the folder of Windows.
const STORE: &str = r"System32\DriverStore\FileRepository";
/// Where the published files are, below the folder of Windows.
const PUBLISHED: &str = "INF";
/// The key below `HKLM` with a subkey for each published file.
const DATABASE: &str = r"SYSTEM\DriverDatabase\DriverInfFiles";
/// So much of an INF file is read at first, in bytes. Its `[Version]` section stands at the beginning.
const HEAD: u64 = 1 << 20;
/// So much is read where the beginning does not name the provider, in bytes: the texts that a name is put
/// together from stand at the end, and graphics drivers have INF files of a few megabytes.
const MOST: u64 = 16 << 20;

/// Looks at every package in the store and every published file of a computer with this folder of Windows. Only
/// those that the catalogue knows, by name or provider, are recorded.
pub(crate) fn find_driver_packages(
    catalog: &Catalog,
    disk: &dyn FileSystem,
    registry: &dyn Registry,
    windows: &str,
) -> Observed<DriverPackage> {
    let below = |folder: &str| format!(r"{}\{folder}", windows.trim_end_matches('\\'));
    let mut look = Look { catalog, disk, registry, store: &below(STORE), looked: Observed::none() };
    look.folders();
    look.published(&below(PUBLISHED));
    look.looked
}

struct Look<'a> {
    catalog: &'a Catalog,
    disk: &'a dyn FileSystem,
    registry: &'a dyn Registry,
    store: &'a str,
    looked: Observed<DriverPackage>,
}

impl Look<'_> {
    /// Packages whose original name the catalogue knows.
    fn folders(&mut self) {
        for folder in self.names(self.store) {
            let Some(original) = original(&folder).filter(|name| self.knows(name)) else { continue };
            let place = format!(r"{}\{folder}", self.store);
            let read = self.read(&format!(r"{place}\{original}"));
            let provider = read.unwrap_or_else(|gap| {
                self.looked.gaps.extend(gap);
                String::new()
            });
            self.looked.items.push(DriverPackage { published: String::new(), original, provider, place });
        }
    }

    /// Published files: the name of a package already found, or one more whose provider is the vendor.
    fn published(&mut self, folder: &str) {
        for published in self.names(folder).into_iter().filter(|name| is_oem(name)) {
            let place = format!(r"{folder}\{published}");
            let read = self.read(&place);
            if let Err(None) = read {
                continue;
            }
            let stored = self.stored_as(&published);
            let provider = read.unwrap_or_else(|gap| self.unread(stored.as_deref(), gap));
            self.add(published, stored.as_deref(), provider, place);
        }
    }

    /// The provider of a published file that cannot be read, from its copy in the store. Where that says
    /// nothing either, it matters only whether its name may be the vendor's.
    fn unread(&mut self, stored: Option<&str>, gap: Option<Gap>) -> String {
        let original = stored.and_then(original);
        if let (Some(stored), Some(original)) = (stored, &original)
            && let Ok(provider) = self.read(&format!(r"{}\{stored}\{original}", self.store))
        {
            return provider;
        }
        let ours = original.is_some_and(|name| self.knows(&name) || self.catalog.vendor.is_named_in(&name));
        let told = if ours { &mut self.looked.gaps } else { &mut self.looked.notes };
        told.extend(gap);
        String::new()
    }

    fn add(&mut self, published: String, stored: Option<&str>, provider: String, place: String) {
        let path = stored.map(|folder| format!(r"{}\{folder}", self.store));
        let same =
            |package: &&mut DriverPackage| path.as_ref().is_some_and(|path| package.place.eq_ignore_ascii_case(path));
        if let Some(package) = self.looked.items.iter_mut().find(same) {
            package.published = published;
        } else if self.is_ours(&provider) {
            let original = stored.and_then(original).unwrap_or_default();
            self.looked.items.push(DriverPackage { published, original, provider, place });
        }
    }

    /// The name of the store's folder that a published file belongs to. None: not known, which leaves the two
    /// apart.
    fn stored_as(&self, published: &str) -> Option<String> {
        let key = self.registry.key(Hive::Machine, &format!(r"{DATABASE}\{published}")).ok()??;
        let list = multi_sz::parse_multi_sz(&key.value("").ok()??).ok()?;
        list.names().next().map(str::to_string)
    }

    fn is_ours(&self, provider: &str) -> bool {
        let vendor = &self.catalog.vendor;
        vendor.is_publisher(provider) || vendor.is_named_in(provider)
    }

    /// Whether the catalogue knows a package, or the driver it is named after.
    fn knows(&self, original: &str) -> bool {
        let stem = original.rsplit_once('.').map_or(original, |(stem, _)| stem);
        self.catalog.rule_for(Os::Windows, Target::DriverPackage, original).is_some()
            || self.catalog.rule_for(Os::Windows, Target::Service, stem).is_some()
    }

    /// The provider that an INF file names; empty if it names none.
    ///
    /// # Errors
    /// The file could not be read, and why. None: it is not there.
    fn read(&self, file: &str) -> Result<String, Option<Gap>> {
        let read = |most| match self.disk.head(Path::new(file), most) {
            Ok(bytes) => Ok((inf::parse_provider(&bytes), bytes.len() as u64 >= most)),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(None),
            Err(error) => Err(Some(Gap::from_io(file, &error))),
        };
        let (mut provider, more) = read(HEAD)?;
        if more && provider.as_ref().is_none_or(|name| name.contains('%')) {
            (provider, _) = read(MOST)?;
        }
        Ok(provider.unwrap_or_default())
    }

    /// The names in a folder; none if there is no such folder.
    fn names(&mut self, folder: &str) -> Vec<String> {
        let entries = self.disk.all(Path::new(folder)).found_or_gap_at(folder, &mut self.looked);
        entries.iter().flatten().map(Entry::text).collect()
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

#[cfg(test)]
mod tests;
