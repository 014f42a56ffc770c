//! Whether a registered product is still there. Registered but provably gone is a leftover; where
//! its absence cannot be proven, it counts as installed.

use super::sightings::Sighting;
use super::{Confidence, Reason, Told, weigh_reasons};
use crate::catalog::{Catalog, Family, Kind, Place, Product, Role, Root, Rule, Target};
use crate::machine::{Os, Program, ProgramSource, Snapshot};
use std::collections::BTreeSet;

/// What tells whether a registered product is still there.
pub(super) struct Evidence<'s, 'a> {
    pub snapshot: &'s Snapshot,
    pub catalog: &'s Catalog,
    pub told: &'s Told,
    pub found: &'s [Sighting<'a>],
}

impl Evidence<'_, '_> {
    /// Whether a registered product is provably gone.
    pub fn gone(&self, product: &Product, program: &Program) -> bool {
        match program.source {
            ProgramSource::Hklm64 | ProgramSource::Hklm32 | ProgramSource::Hkcu | ProgramSource::Hku => {
                self.entry_alone(product, program)
            }
            // Removed and not purged: only its settings are still there.
            ProgramSource::Dpkg => program.location_there.is_absent(),
            ProgramSource::Receipt => self.receipt_alone(product),
            ProgramSource::Rpm | ProgramSource::Pacman | ProgramSource::Bundle => false,
        }
    }

    /// Of a Windows uninstall entry: its folder is not there, none of its services has a file,
    /// nothing of it runs, and all of that was really looked at, or Windows Installer says so.
    fn entry_alone(&self, product: &Product, program: &Program) -> bool {
        if program.location_there.is_present() || self.shows_life(product) || self.stands_elsewhere(program) {
            return false;
        }
        if self.told.not_installed.contains(&program.key) {
            return true;
        }
        let looked = self.services_asked(product) && self.folders_asked(product, program);
        looked && (program.location_there.is_absent() || self.would_be_known(product))
    }

    /// Whether every service that the product could have was asked for. A key that could not be read counts
    /// only where the product's own service could stand: a stranger's key is no part of the proof.
    fn services_asked(&self, product: &Product) -> bool {
        let os = self.snapshot.host.os;
        self.snapshot.services.gaps.iter().all(|gap| {
            let at = gap.place.to_lowercase();
            let Some((_, below)) = at.rsplit_once(r"\currentcontrolset\services\") else { return false };
            let name = below.split('\\').next().unwrap_or_default();
            let rule = self.catalog.rule_for(os, Target::Service, name);
            let own = rule.is_some_and(|rule| rule.products.contains(&product.id));
            !name.is_empty() && !own && !self.catalog.vendor.is_named_in(name)
        })
    }

    /// Whether every folder in which the product's programs could stand was looked at.
    fn folders_asked(&self, product: &Product, program: &Program) -> bool {
        let rules = self.catalog.rules.iter().filter(|rule| is_program_folder(rule));
        let own: Vec<String> = rules
            .filter(|rule| rule.products.contains(&product.id))
            .flat_map(|rule| &rule.places)
            .map(|place| place.text.to_lowercase())
            .collect();
        let location = program.location.as_deref().unwrap_or_default().trim_end_matches('\\').to_lowercase();
        self.snapshot.files.gaps.iter().all(|gap| {
            let at = gap.place.trim_end_matches(['\\', '/']).to_lowercase();
            let registered = !location.is_empty() && (above(&at, &location) || above(&location, &at));
            let known = own.iter().any(|place| above(&at, place)) || self.leads_into(product, &at);
            !at.is_empty() && !registered && !known
        })
    }

    /// Whether a place is the product's own program folder, or lies in it.
    fn leads_into(&self, product: &Product, place: &str) -> bool {
        let folders = std::iter::successors(Some(place), |folder| Some(folder.rsplit_once('/')?.0));
        let rules = folders.filter_map(|folder| self.catalog.rule_for(Os::Windows, Target::File, folder));
        rules.into_iter().any(|rule| is_program_folder(rule) && rule.products.contains(&product.id))
    }

    /// Whether the folder of a registered program is there under another spelling of the vendor's name.
    fn stands_elsewhere(&self, program: &Program) -> bool {
        let name = |path: &str| path.trim_end_matches(['\\', '/']).rsplit(['\\', '/']).next().map(str::to_lowercase);
        let Some(own) = program.location.as_deref().filter(|path| self.catalog.vendor.owns_path(path)).and_then(name)
        else {
            return false;
        };
        let folders = self.found.iter().filter(|sighting| sighting.rule.is_some_and(is_program_folder));
        let mut there = folders.filter(|sighting| sighting.entries != Some(0) && !sighting.planted);
        there.any(|sighting| sighting.artifact.path().and_then(name).as_ref() == Some(&own))
    }

    /// Whether this is a driver that is loaded or is set to load, or a service that no rule knows and that runs
    /// or is set to. What nothing loads proves no product: it can be cleaned, and no entry is needed for it.
    pub fn drives(&self, sighting: &Sighting<'_>) -> bool {
        let has = |reason: Reason| sighting.reasons.contains(&reason);
        // The Virus Removal Tool leaves its drivers behind, and was never installed.
        let of_a_tool = |rule: &Rule| {
            let mut products = rule.products.iter().filter_map(|id| self.catalog.product(id));
            products.any(|product| product.family == Family::Tool)
        };
        let kind = sighting.kind == Kind::Driver
            || (sighting.kind == Kind::Service && sighting.rule.is_none() && !has(Reason::FileMissing));
        kind && !sighting.rule.is_some_and(of_a_tool)
            && !has(Reason::GoneAfterRestart)
            && (has(Reason::Running) || has(Reason::WillLoad))
    }

    /// Whether a driver tells that a product which is registered is there: it is likely the vendor's, or it is a
    /// driver that only this product brings, so that the registry itself confirms it.
    pub fn tells(&self, product: &Product, driver: &Sighting<'_>) -> bool {
        let confidence = weigh_reasons(&driver.reasons);
        let own = driver.rule.is_some_and(|rule| rule.products == [product.id.as_str()]);
        confidence >= Some(Confidence::Likely) || (own && confidence.is_some())
    }

    /// Of a macOS receipt, which stays when the program is thrown away: no program of the vendor
    /// is there, none of its jobs has a program, and all of that was really looked at.
    fn receipt_alone(&self, product: &Product) -> bool {
        let looked = self.snapshot.programs.complete() && self.snapshot.services.complete();
        let bundles = self.snapshot.programs.items.iter().filter(|program| program.source == ProgramSource::Bundle);
        let os = self.snapshot.host.os;
        let known = |program: &Program| {
            self.catalog.product_keyed(os, &program.key).or_else(|| self.catalog.product_named(os, &program.name))
        };
        let mut ours = bundles.filter_map(known).filter(|product| product.family != Family::Successor);
        looked && ours.next().is_none() && !self.shows_life(product)
    }

    /// A service with its file, a running program, or a program folder of the product.
    fn shows_life(&self, product: &Product) -> bool {
        let mine = |sighting: &&Sighting<'_>| sighting.rule.is_some_and(|rule| rule.products.contains(&product.id));
        let believed = self.found.iter().filter(mine).filter(|sighting| weigh_reasons(&sighting.reasons).is_some());
        believed.into_iter().any(|sighting| match sighting.kind {
            Kind::Service => !sighting.reasons.contains(&Reason::FileMissing),
            Kind::Process => true,
            Kind::File => {
                sighting.rule.is_some_and(is_program_folder) && sighting.entries != Some(0) && !sighting.planted
            }
            _ => false,
        })
    }

    /// Whether the catalogue knows both the main service and the folder that the product would
    /// have, from a source and not by inference; only then is their absence a proof.
    fn would_be_known(&self, product: &Product) -> bool {
        let sourced = self.catalog.rules.iter().filter(|rule| rule.fact.confidence.is_sourced());
        let kinds: BTreeSet<Target> = sourced
            .filter(|rule| rule.products.contains(&product.id))
            .filter(|rule| rule.role == Role::Main || (rule.target == Target::File && !rule.planted && !rule.keep))
            .map(|rule| rule.target)
            .collect();
        kinds.contains(&Target::Service) && kinds.contains(&Target::File)
    }
}

/// Whether a rule knows the folder of one product's programs: below the vendor's own in Program Files.
fn is_program_folder(rule: &Rule) -> bool {
    let below = |place: &Place| {
        matches!(place.root, Root::ProgramFiles | Root::ProgramFilesX86)
            && place.segments.len() == 2
            && place.text.contains("}/Kaspersky")
    };
    rule.target == Target::File && !rule.places.is_empty() && rule.places.iter().all(below)
}

/// Whether one place is the other, or lies above it. Both in lower case.
fn above(upper: &str, lower: &str) -> bool {
    lower.strip_prefix(upper).is_some_and(|rest| rest.is_empty() || rest.starts_with(['\\', '/']))
}
