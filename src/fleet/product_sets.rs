//! Which products computers have: each set once, since a hundred thousand computers share a few of them.

use super::seen::Value;
use crate::machine::safe::safe_text;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash, Hasher};

/// No more of the products of a computer are told; the rest is counted.
const MOST: usize = 16;
/// No more are found without being put in order.
const MOST_KNOWN: usize = 4_096;
/// No id or name is longer, in characters.
const LONGEST: usize = 80;
/// What no id has: it stands between them.
const BETWEEN: char = '\u{1f}';

/// Every set that was met, by its number. 0 is the empty one.
pub(super) struct ProductSets {
    numbers: HashMap<Box<str>, u32>,
    /// By what a report says of them, in its own order: most sets are met again and again.
    known: HashMap<u64, u32>,
    /// Ids in their order, with [`BETWEEN`] between them.
    sets: Vec<Box<str>>,
    names: BTreeMap<Box<str>, Box<str>>,
}

impl ProductSets {
    pub fn new() -> Self {
        let none: Box<str> = "".into();
        Self {
            numbers: HashMap::from([(none.clone(), 0)]),
            known: HashMap::new(),
            sets: vec![none],
            names: BTreeMap::new(),
        }
    }

    /// The number of the set of these products.
    pub fn number_of(&mut self, products: Value<'_, '_>) -> u32 {
        let mut hasher = self.known.hasher().build_hasher();
        let mut some = false;
        for product in products.items().into_iter().flatten() {
            for name in ["id", "name"] {
                product.field(name).and_then(Value::text).hash(&mut hasher);
            }
            some = true;
        }
        if !some {
            return 0;
        }
        let hash = hasher.finish();
        if let Some(number) = self.known.get(&hash) {
            return *number;
        }
        let number = self.new_number(products);
        // Whoever makes up products gets no more room for them.
        if self.known.len() < MOST_KNOWN {
            self.known.insert(hash, number);
        }
        number
    }

    fn new_number(&mut self, products: Value<'_, '_>) -> u32 {
        let field = |product: Value<'_, '_>, name| short(product.field(name).and_then(Value::text).unwrap_or_default());
        let all = products.items().into_iter().flatten();
        let mut found: Vec<(String, String)> = all.map(|one| (field(one, "id"), field(one, "name"))).collect();
        found.sort();
        found.dedup_by(|one, other| one.0 == other.0);
        let more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        let mut key = found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(&BETWEEN.to_string());
        if more > 0 {
            key.push_str(&format!("{BETWEEN}+{more}"));
        }
        if let Some(number) = self.numbers.get(key.as_str()) {
            return *number;
        }
        for (id, name) in found {
            let known = self.names.entry(id.into()).or_insert_with(|| name.as_str().into());
            // Which one is met first depends on the order of a folder.
            if name.as_str() < &**known {
                *known = name.into();
            }
        }
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.sets.push(key.as_str().into());
        self.numbers.insert(key.into(), number);
        number
    }

    /// The ids of a set, in their order.
    pub fn ids(&self, number: u32) -> impl Iterator<Item = &str> {
        let set = self.sets.get(number as usize).map(|set| &**set).unwrap_or_default();
        set.split(BETWEEN).filter(|id| !id.is_empty())
    }

    /// What the products of a set are called.
    pub fn names(&self, number: u32) -> Vec<&str> {
        self.ids(number).map(|id| self.names.get(id).map_or(id, |name| &**name)).collect()
    }
}

fn short(text: &str) -> String {
    safe_text(text).chars().take(LONGEST).collect()
}
