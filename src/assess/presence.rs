//! Whether a registered product is still there. Registered but provably gone is a leftover; where
//! its absence can not be proven, it counts as installed.

use super::sightings::Sighting;
use super::{Reason, weigh};
use crate::catalog::{Catalog, Family, Kind, Product, Role, Target};
use crate::machine::{Program, ProgramSource, Snapshot};
use std::collections::BTreeSet;

/// What tells whether a registered product is still there.
pub(super) struct Evidence<'s, 'a> {
    pub snapshot: &'s Snapshot,
    pub catalog: &'s Catalog,
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
    /// nothing of it runs, and all of that was really looked at.
    fn entry_alone(&self, product: &Product, program: &Program) -> bool {
        if program.location_there.is_present() || self.shows_life(product) {
            return false;
        }
        let looked = self.snapshot.services.complete() && self.snapshot.files.complete();
        looked && (program.location_there.is_absent() || self.would_be_known(product))
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
        let vendor_root = |sighting: &Sighting<'_>| sighting.rule.is_some_and(|rule| rule.planted);
        let believed = self.found.iter().filter(mine).filter(|sighting| weigh(&sighting.reasons).is_some());
        believed.into_iter().any(|sighting| match sighting.kind {
            Kind::Service => !sighting.reasons.contains(&Reason::FileMissing),
            Kind::Process => true,
            Kind::File => {
                sighting.place.contains("Program Files") && !vendor_root(sighting) && sighting.entries != Some(0)
            }
            _ => false,
        })
    }

    /// Whether the catalogue knows both the main service and the folder that the product would
    /// have, from a source and not by inference; only then is their absence a proof.
    fn would_be_known(&self, product: &Product) -> bool {
        let sourced = self.catalog.rules.iter().filter(|rule| rule.fact.confidence.starts_with('C'));
        let kinds: BTreeSet<Target> = sourced
            .filter(|rule| rule.products.contains(&product.id))
            .filter(|rule| rule.role == Role::Main || (rule.target == Target::File && !rule.planted && !rule.keep))
            .map(|rule| rule.target)
            .collect();
        kinds.contains(&Target::Service) && kinds.contains(&Target::File)
    }
}
