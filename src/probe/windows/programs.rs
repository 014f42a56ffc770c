//! Installed programs: the uninstall entries of the computer, in both views, and of this account.

use super::listing::Listings;
use super::registry::{Hive, Key};
use super::system_folders;
use super::values::{COMMAND, NAME, filled};
use crate::catalog::Catalog;
use crate::machine::{Looked, Os, Part, Presence, Program, ProgramSource};
use crate::probe::parse::image_path::expand;

/// Every place where a program is registered as installed.
const PLACES: [(ProgramSource, Hive, &str); 3] = [
    (ProgramSource::Hklm64, Hive::Machine, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"),
    (ProgramSource::Hklm32, Hive::Machine, r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall"),
    (ProgramSource::Hkcu, Hive::User, r"Software\Microsoft\Windows\CurrentVersion\Uninstall"),
];

/// Looks at every uninstall entry, those that Windows hides among them. Of programs that the
/// catalogue does not know only name and publisher are read.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut look = Look { catalog, looked: Looked::none(), listings: Listings::default() };
    for (source, place, path) in PLACES {
        for hive in super::hives(place, &mut look.looked.gaps) {
            let source = if matches!(hive, Hive::Account(_)) { ProgramSource::Hku } else { source };
            match Key::open(hive, path) {
                Ok(Some(key)) => look.entries(source, &key),
                Ok(None) => {}
                Err(refused) => look.looked.gaps.push(refused.into()),
            }
        }
    }
    vec![Part::Programs(look.looked)]
}

struct Look<'a> {
    catalog: &'a Catalog,
    looked: Looked<Program>,
    listings: Listings,
}

impl Look<'_> {
    fn entries(&mut self, source: ProgramSource, key: &Key) {
        for name in key.children(&mut self.looked.gaps) {
            match key.child(&name) {
                Ok(Some(entry)) => {
                    let program = self.program(source, &entry, name.text);
                    self.looked.items.push(program);
                }
                Ok(None) => {}
                Err(refused) => self.looked.gaps.push(refused.into()),
            }
        }
    }

    fn program(&mut self, source: ProgramSource, entry: &Key, key: String) -> Program {
        let gaps = &mut self.looked.gaps;
        let name = entry.text("DisplayName", NAME, gaps).unwrap_or_default();
        let publisher = filled(entry.text("Publisher", NAME, gaps));
        let mut program = Program {
            source,
            key,
            name,
            version: None,
            publisher,
            location: None,
            location_there: Presence::NotAsked,
            uninstall: None,
        };
        if self.is_candidate(&program) {
            self.details(entry, &mut program);
        }
        program
    }

    /// Whether more is asked: the catalogue knows the program, or it names the vendor.
    fn is_candidate(&self, program: &Program) -> bool {
        let Catalog { vendor, .. } = self.catalog;
        self.catalog.product_named(Os::Windows, &program.name).is_some()
            || self.catalog.product_keyed(Os::Windows, &program.key).is_some()
            || self.catalog.embedder_named(&program.name).is_some()
            || [Some(&program.name), program.publisher.as_ref()]
                .into_iter()
                .flatten()
                .any(|text| vendor.is_named_in(text))
    }

    fn details(&mut self, entry: &Key, program: &mut Program) {
        let gaps = &mut self.looked.gaps;
        program.version = filled(entry.text("DisplayVersion", NAME, gaps));
        program.uninstall = filled(entry.text("UninstallString", COMMAND, gaps));
        program.location = filled(entry.text("InstallLocation", COMMAND, gaps));
        if let Some(path) = &program.location {
            let path = expand(path, system_folders::names().variable);
            program.location_there = self.listings.presence(&path);
        }
    }
}
