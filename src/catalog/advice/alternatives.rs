//! What could protect a computer instead: facts about other products, each with its page.
//!
//! They stand in `assets/catalog/alternatives.toml`. A look at the computer does not need them, so
//! they are read when they are first asked for.

use super::device::Device;
use super::lab::LabResult;
use super::stated::Stated;
use crate::catalog::CatalogError;
use crate::machine::Os;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What a suite may do besides finding viruses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// A VPN.
    Vpn,
    /// A password manager.
    Passwords,
    /// Parental control.
    Children,
    /// Backup.
    Backup,
    /// A firewall.
    Firewall,
    /// Blocking of fake websites.
    Phishing,
}

impl Function {
    /// Every function, in the order in which they are asked for.
    pub const ALL: [Self; 6] =
        [Self::Vpn, Self::Passwords, Self::Children, Self::Backup, Self::Firewall, Self::Phishing];
}

/// How far a product has a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Has {
    /// It has it.
    Yes,
    /// In a larger and dearer plan of the same maker.
    LargerPlan,
    /// Only a little of it: so much data a day, one browser, simple rules.
    Limited,
    /// It has not.
    No,
}

/// Where a company sits, or those who own it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "countries")]
pub enum Country {
    Canada,
    CzechRepublic,
    Finland,
    Japan,
    Romania,
    Singapore,
    Slovakia,
    Sweden,
    Switzerland,
    UnitedArabEmirates,
    UnitedKingdom,
    UnitedStates,
}

/// What a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// Part of the system.
    BuiltIn,
    /// Installed, and on all the time.
    Suite,
    /// Looks only when asked. It never counts as protection.
    OnDemand,
}

/// What it costs in a year, as listed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// US dollars.
    pub usd: String,
    /// For so many devices. None: for any number.
    pub devices: Option<u32>,
}

/// Whether a subscription goes on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renewal {
    /// There is nothing to renew.
    Never,
    /// Only if the person chose so.
    IfChosen,
    /// Unless the person stops it.
    UnlessStopped,
}

/// Something a careful friend would mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// A regulator said that the maker sold what people visited on the web; it agreed to stop.
    SoldBrowsingData,
    /// The license is for homes only.
    PrivateUseOnly,
    /// On Windows 10 it gets no new versions and ends soon.
    WindowsTenEnds,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Its name in the catalogue.
    pub id: String,
    /// The name people know.
    pub name: String,
    /// What it is.
    pub kind: AlternativeKind,
    /// The system it is part of.
    pub built_into: Option<Os>,
    /// The maker's address, to be typed; never opened by this program.
    pub site: String,
    /// What it runs on. What is not listed is not known.
    #[serde(default)]
    pub devices: BTreeMap<Device, Stated<bool>>,
    /// What it does besides. What is not listed is not known.
    #[serde(default)]
    pub functions: BTreeMap<Function, Stated<Has>>,
    /// Who owns it.
    pub owner: Option<Stated<String>>,
    /// Where the owners are.
    pub countries: Option<Stated<Vec<Country>>>,
    /// Whether it costs nothing.
    pub free: Option<Stated<bool>>,
    /// What a year costs, as listed.
    pub price: Option<Stated<Price>>,
    /// Whether it renews by itself.
    pub renewal: Option<Stated<Renewal>>,
    /// The second year costs so many times the first.
    pub second_year: Option<Stated<u8>>,
    /// What a careful friend would mention.
    #[serde(default)]
    pub cautions: Vec<Stated<Caution>>,
    /// What test labs found, in the order of the file.
    #[serde(default)]
    pub lab: Vec<LabResult>,
}

impl Alternative {
    /// Whether it costs nothing. None: not known.
    pub fn is_free(&self) -> Option<bool> {
        let stated = self.free.as_ref().map(|free| free.is);
        stated.or_else(|| self.price.as_ref().map(|price| price.is.usd == "0"))
    }

    /// The newest result of each lab on each system.
    pub fn newest(&self) -> impl Iterator<Item = &LabResult> {
        let alike = |one: &LabResult, other: &LabResult| (&one.lab, one.on) == (&other.lab, other.on);
        let newest = move |one: &&LabResult| !self.lab.iter().any(|other| alike(one, other) && other.to() > one.to());
        self.lab.iter().filter(newest)
    }

    /// How many of the facts that are asked about are known, and how many are asked about: four kinds
    /// of devices, every function, owner, country, whether it is free, price, renewal, a lab's result.
    pub fn known(&self) -> (usize, usize) {
        let devices = Device::ALL.iter().filter(|device| **device != Device::Linux);
        let facts = devices
            .map(|device| self.devices.contains_key(device))
            .chain(Function::ALL.iter().map(|function| self.functions.contains_key(function)))
            .chain([self.owner.is_some(), self.countries.is_some(), self.is_free().is_some()])
            .chain([self.price.is_some(), self.renewal.is_some(), !self.lab.is_empty()]);
        let facts: Vec<bool> = facts.collect();
        (facts.iter().filter(|known| **known).count(), facts.len())
    }

    /// Whether more than half is unknown: then it is not compared.
    pub fn known_too_little(&self) -> bool {
        let (known, asked) = self.known();
        known * 2 < asked
    }

    fn problems(&self) -> Vec<CatalogError> {
        let mut problems = Vec::new();
        let place = format!("alternatives.toml: {}", self.id);
        if self.name.is_empty() || self.site.is_empty() {
            problems.push(CatalogError::new(&place, "has no name or no address"));
        }
        if (self.kind == AlternativeKind::BuiltIn) != self.built_into.is_some() {
            problems.push(CatalogError::new(&place, "what is built in names its system, nothing else does"));
        }
        problems.extend(self.devices.values().filter_map(|fact| fact.problem(&place)));
        problems.extend(self.functions.values().filter_map(|fact| fact.problem(&place)));
        problems.extend(self.cautions.iter().filter_map(|fact| fact.problem(&place)));
        problems.extend(self.owner.iter().filter_map(|fact| fact.problem(&place)));
        problems.extend(self.countries.iter().filter_map(|fact| fact.problem(&place)));
        for result in &self.lab {
            let early = date(2020, 1, 1);
            let (from, to) = (result.from(), result.to());
            if from.is_none_or(|from| from < early) || to.is_none_or(|to| to < early) || from > to {
                problems.push(CatalogError::new(&place, format!("{}: no months of a test", result.lab)));
            }
        }
        problems
    }
}

/// All products that are known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternatives {
    /// The day the facts were last looked at.
    pub looked: Date,
    /// Every product, in the order of the file.
    #[serde(rename = "product")]
    pub products: Vec<Alternative>,
}

/// The products that are built into this program.
///
/// # Panics
/// Only if the embedded file does not parse, which its test makes impossible to ship.
static ALTERNATIVES: LazyLock<Alternatives> =
    LazyLock::new(|| Alternatives::parse(embedded!("alternatives")).expect("alternatives.toml reads"));

impl Alternatives {
    /// The products that are built into this program.
    pub fn embedded() -> &'static Self {
        &ALTERNATIVES
    }

    fn parse(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// The product with this name in the catalogue.
    pub fn get(&self, id: &str) -> Option<&Alternative> {
        self.products.iter().find(|product| product.id == id)
    }

    /// What is wrong within the entries.
    pub fn problems(&self) -> Vec<CatalogError> {
        let mut problems: Vec<CatalogError> = self.products.iter().flat_map(Alternative::problems).collect();
        let mut ids = BTreeSet::new();
        let twice = self.products.iter().filter(|product| !ids.insert(&product.id));
        problems.extend(twice.map(|product| CatalogError::new(&product.id, "this id stands twice")));
        for os in [Os::Windows, Os::Macos, Os::Linux] {
            if !self.products.iter().any(|product| product.built_into == Some(os)) {
                problems.push(CatalogError::new("alternatives.toml", format!("nothing is built into {os:?}")));
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_products_hold() {
        assert_eq!(Alternatives::embedded().problems(), Vec::new());
    }

    #[test]
    fn a_fact_without_a_source_or_a_misspelt_field_is_refused() {
        let product = "looked = '2026-11-24'\n[[product]]\nid = 'x'\nname = 'X'\nkind = 'suite'\nsite = 'x.org'\n";
        let parse = |text: &str| Alternatives::parse(&crate::catalog::built_in(text));
        assert!(parse(product).is_ok());
        for (wrong, named) in [
            ("functions.vpn = { is = 'yes', said = 'maker' }", "source"),
            ("functions.vpn = { is = 'maybe', said = 'maker', source = 'norton-renewal' }", "maybe"),
            ("functions.vnp = { is = 'yes', said = 'maker', source = 'norton-renewal' }", "vnp"),
            ("surprise = 1", "surprise"),
        ] {
            let error = parse(&format!("{product}{wrong}\n")).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }

    #[test]
    fn only_the_newest_result_of_a_lab_counts() {
        let mut text =
            "looked = '2026-11-24'\n[[product]]\nid = 'x'\nname = 'X'\nkind = 'suite'\nsite = 'x.org'\n".to_string();
        for month in ["2024-04", "2026-02"] {
            text += &format!(
                "[[product.lab]]\nlab = 'AV-TEST'\non = 'windows'\nfrom = '{month}'\nto = '{month}'\n\
                 result = {{ blocked = '99' }}\nsaid = 'lab'\nsource = 'lab-defender-april-2024'\n"
            );
        }
        let all = Alternatives::parse(&crate::catalog::built_in(&text)).unwrap();
        let product = all.get("x").unwrap();
        assert_eq!(product.lab.len(), 2);
        let newest: Vec<_> = product.newest().map(|result| result.to()).collect();
        assert_eq!(newest, [Some(date(2026, 2, 1))]);
    }

    #[test]
    fn four_brands_are_one_company() {
        let owned = |product: &&Alternative| product.owner.as_ref().is_some_and(|owner| owner.is == "Gen Digital");
        let brands: Vec<_> = Alternatives::embedded().products.iter().filter(owned).map(|one| &one.id).collect();
        assert_eq!(brands, ["norton", "avast-free", "avg", "avira"]);
    }

    #[test]
    fn a_product_without_a_price_may_still_be_known_to_be_free() {
        let all = Alternatives::embedded();
        assert_eq!(all.get("clamav").unwrap().is_free(), Some(true));
        assert_eq!(all.get("norton").unwrap().is_free(), Some(false));
        assert_eq!(all.get("totalav").unwrap().is_free(), None);
    }
}
