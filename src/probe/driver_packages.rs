//! Driver packages that Windows keeps, so that it can install them again.
//!
//! Each package has a folder in the store, named after its INF file, and a published copy of that
//! file as `oemN.inf`. The folder tells the original name, the published file the provider; which
//! belong together stands in the registry.
//!
//! Every computer has packages of many makers. One of somebody else's that can not be read takes
//! nothing from the answer, and what goes while we look is gone.

use super::parse::inf;
use crate::catalog::{Catalog, Target};
use crate::machine::{DriverPackage, Gap, Looked, Os};
use std::io::{self, ErrorKind};

/// So much of an INF file is read at first, in bytes. Its `[Version]` section stands at the beginning.
const HEAD: u64 = 1 << 20;
/// So much is read where the beginning does not name the provider, in bytes: the texts that a name is put
/// together from stand at the end, and graphics drivers have INF files of a few megabytes.
const MOST: u64 = 16 << 20;

/// What a disk and the registry say.
pub trait Disk {
    /// The names in a folder.
    ///
    /// # Errors
    /// As the system says.
    fn list(&self, folder: &str) -> io::Result<Vec<String>>;

    /// The beginning of a file, up to so many bytes.
    ///
    /// # Errors
    /// As the system says; also when it is no ordinary file.
    fn head(&self, file: &str, most: u64) -> io::Result<Vec<u8>>;

    /// The name of the store's folder that a published file belongs to. None: not known, which leaves the
    /// two apart.
    fn stored_as(&self, published: &str) -> Option<String>;
}

/// Looks at every package in the store and every published file, each in its folder. Only those that the
/// catalogue knows, by name or provider, are recorded.
pub fn look(catalog: &Catalog, disk: &dyn Disk, store: &str, published: &str) -> Looked<DriverPackage> {
    let mut look = Look { catalog, disk, store, looked: Looked::none() };
    look.folders();
    look.published(published);
    look.looked
}

struct Look<'a> {
    catalog: &'a Catalog,
    disk: &'a dyn Disk,
    store: &'a str,
    looked: Looked<DriverPackage>,
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
            let stored = self.disk.stored_as(&published);
            let provider = read.unwrap_or_else(|gap| self.unread(stored.as_deref(), gap));
            self.add(published, stored.as_deref(), provider, place);
        }
    }

    /// The provider of a published file that can not be read, from its copy in the store. Where that says
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
        let read = |most| match self.disk.head(file, most) {
            Ok(bytes) => Ok((inf::provider(&bytes), bytes.len() as u64 >= most)),
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
        match self.disk.list(folder) {
            Ok(mut names) => {
                names.sort();
                names
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                self.looked.gaps.push(Gap::from_io(folder, &error));
                Vec::new()
            }
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

#[cfg(test)]
mod tests;
