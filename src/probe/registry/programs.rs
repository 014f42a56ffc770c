//! Installed programs: the uninstall entries of the computer, in both views, and of this account.

use super::{COMMAND, Files, Hive, Key, NAME, OrGap, Registry, non_empty, recovery};
use crate::catalog::Catalog;
use crate::machine::{Observed, Os, Presence, Program, ProgramSource};
use crate::probe::parse::image_path::expand_variables;

/// Every place where a program is registered as installed.
const PLACES: [(ProgramSource, Hive, &str); 3] = [
    (ProgramSource::Hklm64, Hive::Machine, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"),
    (ProgramSource::Hklm32, Hive::Machine, r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall"),
    (ProgramSource::Hkcu, Hive::User, r"Software\Microsoft\Windows\CurrentVersion\Uninstall"),
];

/// Looks at every uninstall entry, those that Windows hides among them. Of programs that the
/// catalogue does not know only name and publisher are read; of those without a readable name also
/// where they are.
pub(crate) fn list_programs(catalog: &Catalog, registry: &dyn Registry, files: &mut dyn Files) -> Observed<Program> {
    let mut look = Look { catalog, looked: Observed::none(), files };
    look.looked.gaps.extend(recovery::recovery_gap(registry));
    for (source, place, path) in PLACES {
        for hive in registry.hives(place, path, &mut look.looked) {
            let source = if matches!(hive, Hive::Account(_)) { ProgramSource::Hku } else { source };
            if let Some(key) = registry.key(hive, path).or_gap(&mut look.looked) {
                look.entries(source, &key);
            }
        }
    }
    look.looked
}

struct Look<'a> {
    catalog: &'a Catalog,
    looked: Observed<Program>,
    files: &'a mut dyn Files,
}

impl Look<'_> {
    fn entries(&mut self, source: ProgramSource, key: &Key) {
        for name in key.children(&mut self.looked) {
            if let Some(entry) = key.child(&name).or_gap(&mut self.looked) {
                let program = self.program(source, &entry, name.text);
                self.looked.items.push(program);
            }
        }
    }

    fn program(&mut self, source: ProgramSource, entry: &Key, key: String) -> Program {
        let name = entry.text("DisplayName", NAME, &mut self.looked).unwrap_or_default();
        let publisher = non_empty(entry.text("Publisher", NAME, &mut self.looked));
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
        // A name of another type says nothing; then the folder speaks.
        if program.name.trim().is_empty() {
            program.uninstall = non_empty(entry.text("UninstallString", COMMAND, &mut self.looked));
            program.location = non_empty(entry.text("InstallLocation", COMMAND, &mut self.looked));
        }
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
            || [&program.location, &program.uninstall].into_iter().flatten().any(|path| vendor.owns_path(path))
    }

    fn details(&mut self, entry: &Key, program: &mut Program) {
        let told = &mut self.looked;
        program.version = non_empty(entry.text("DisplayVersion", NAME, told));
        program.uninstall = non_empty(entry.text("UninstallString", COMMAND, told));
        program.location = non_empty(entry.text("InstallLocation", COMMAND, told));
        if let Some(path) = &program.location {
            let path = expand_variables(path, self.files.names().variable);
            program.location_there = self.files.presence(&path);
        }
    }
}
