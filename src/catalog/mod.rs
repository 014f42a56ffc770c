//! What is known: products, the traces they leave, their look-alikes, and where each fact is from. What
//! a careful friend would tell besides stands in [`advice`].
//!
//! The facts stand in `assets/catalog/*.toml`, one file per kind of place, and are built into the
//! program, as JSON. [`Catalog::embedded`] parses them once; matching then runs over sets, each compiled
//! once when it is first asked, never rule by rule.

/// A file of the catalogue, as `build.rs` has made it.
macro_rules! embedded {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/catalog/", $name, ".json"))
    };
}

pub mod advice;
mod error;
mod files;
mod known;
mod one_set;
mod pattern;
mod place;
mod product;
mod raw;
mod rule;
mod sets;
mod validate;
mod vendor;

pub use advice::{
    Alternative, Alternatives, Citation, CitationId, Country, Device, Function, Guidance, PasswordManager, Said, Spot,
    Stance, Stated, Statement, alternatives, citations, companions, embedded_guidance, embedded_lifecycle, lab,
    lifecycle,
};
pub use error::CatalogError;
pub use pattern::{LineName, inner_regex, line_of};
pub use place::{Matcher, Place, Root, Segment, Step};
pub use product::{Embedder, Family, Product};
pub use rule::{Evidence, Fact, Kind, LookAlike, Role, Rule, Strength, Target};
pub use validate::Counts;
pub use vendor::{Endpoints, RemovalTool, Source, Vendor, Written};

use crate::machine::Os;
use sets::Sets;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The whole catalogue, validated and ready to match.
#[derive(Debug)]
pub struct Catalog {
    /// The day the newest fact was checked, as `YYYY-MM-DD`.
    pub date: String,
    /// Products, in the order in which they are tried.
    pub products: Vec<Product>,
    /// Traces, in the order in which they are tried: the specific before the general.
    pub rules: Vec<Rule>,
    /// Things that look like traces and belong to somebody else.
    pub friends: Vec<LookAlike>,
    /// Products of others that embed, or once embedded, the Kaspersky engine.
    pub embedders: Vec<Embedder>,
    /// Where facts come from, by short name.
    pub sources: BTreeMap<String, Source>,
    /// Names by which the vendor signs, publishes and installs.
    pub vendor: Vendor,
    /// By what its removal tool is known.
    pub removal_tool: RemovalTool,
    /// Addresses and names on the internet that belong to the vendor.
    pub endpoints: Endpoints,
    sets: Sets,
}

impl Catalog {
    /// The catalogue that is built into this program, parsed when it is first asked for.
    ///
    /// # Panics
    /// Only if the embedded files do not parse, which the catalogue test makes impossible to ship.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Catalog> = LazyLock::new(|| match Catalog::parse(&files::EMBEDDED) {
            Ok(catalog) => catalog,
            Err(problems) => panic!("the embedded catalogue is damaged: {problems:?}"),
        });
        &EMBEDDED
    }

    /// The first rule that knows this name at this kind of place.
    /// A look-alike of another vendor is known to no rule.
    pub fn rule_for(&self, os: Os, target: Target, text: &str) -> Option<&Rule> {
        let rule = |target, text| self.sets.first_rule(os, target, text).map(|index| &self.rules[index]);
        let by_file = || rule(Target::Service, driver_in(text)?).filter(|rule| rule.kind == Kind::Driver);
        match target {
            Target::File if os == Os::Windows => rule(target, text).or_else(by_file),
            _ => rule(target, text),
        }
    }

    /// The look-alike that this name belongs to.
    pub fn look_alike_for(&self, target: Target, text: &str) -> Option<&LookAlike> {
        self.sets.first_friend(target, text).map(|index| &self.friends[index])
    }

    /// The first product that this display name belongs to.
    pub fn product_named(&self, os: Os, name: &str) -> Option<&Product> {
        self.sets.products_named(name).map(|index| &self.products[index]).find(|product| product.os == os)
    }

    /// The first product that this package, bundle, receipt or product code belongs to.
    pub fn product_keyed(&self, os: Os, key: &str) -> Option<&Product> {
        self.sets.products_keyed(key).map(|index| &self.products[index]).find(|product| product.os == os)
    }

    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }

    /// The places on disk or in the registry to look at on this system.
    pub fn places(&self, os: Os) -> impl Iterator<Item = &Place> {
        self.sets.places().filter(move |place| place.root.os_has(os))
    }

    /// Whether another vendor's installed program explains engine parts on this computer.
    pub fn embedder_named(&self, name: &str) -> Option<&Embedder> {
        self.sets.embedder(name).map(|index| &self.embedders[index])
    }
}

/// The driver whose file stands at a place. A Windows driver's file is named like its service, in the
/// drivers folder or in a folder named after the line, so a driver's rule knows its file too.
fn driver_in(place: &str) -> Option<&str> {
    let below = place.strip_prefix("{Drivers}/")?;
    let file = match below.split_once('/') {
        Some((folder, file)) => pattern::parse_line(folder).map(|_| file)?,
        None => below,
    };
    place::driver_stem(file)
}

/// A piece of the catalogue as a test writes it, made into what is built in.
#[cfg(test)]
fn built_in(text: &str) -> String {
    toml::from_str::<serde_json::Value>(text).expect("a test writes TOML").to_string()
}
