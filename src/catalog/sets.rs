//! All patterns of the catalogue, in one set for each kind of place.

use super::one_set::OneSet;
use super::pattern::regex_source;
use super::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every set of the catalogue.
#[derive(Debug)]
pub(super) struct Sets {
    rules: BTreeMap<(Os, Target), Arc<OneSet>>,
    friends: BTreeMap<Target, OneSet>,
    product_names: OneSet,
    product_keys: OneSet,
    embedders: OneSet,
    places: Vec<Place>,
}

impl Sets {
    pub fn gather(products: &[Product], rules: &[Rule], friends: &[LookAlike], embedders: &[Embedder]) -> Self {
        let mut by_target: BTreeMap<(Os, Target), Vec<(usize, String)>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            let set = by_target.entry((rule.os, rule.target)).or_default();
            if !rule.pattern.is_empty() {
                set.push((index, regex_source(&rule.pattern)));
            }
            set.extend(rule.places.iter().map(|place| (index, place.expression())));
        }
        let mut friends_by_target: BTreeMap<Target, Vec<(usize, String)>> = BTreeMap::new();
        for (index, friend) in friends.iter().enumerate() {
            friends_by_target.entry(friend.target).or_default().push((index, regex_source(&friend.pattern)));
        }
        let rule_sets: BTreeMap<_, _> =
            by_target.into_iter().map(|(target, set)| (target, Arc::new(OneSet::of(set.into_iter())))).collect();
        let mut places: Vec<Place> = rules.iter().flat_map(|rule| rule.places.iter().cloned()).collect();
        if let Some(names) = rule_sets.get(&(Os::Windows, Target::Service)) {
            places.extend(Place::of_driver_files(names));
        }
        Self {
            rules: rule_sets,
            friends: friends_by_target.into_iter().map(|(target, set)| (target, OneSet::of(set.into_iter()))).collect(),
            product_names: one_set(products.iter().map(|product| &product.names)),
            product_keys: one_set(products.iter().map(|product| &product.keys)),
            embedders: one_set(embedders.iter().map(|embedder| &embedder.names)),
            places,
        }
    }

    /// The first rule that knows this text, unless the text is a look-alike's. Most texts are known to
    /// no rule, so look-alikes are asked last.
    pub fn first_rule(&self, os: Os, target: Target, text: &str) -> Option<usize> {
        let rule = self.rules.get(&(os, target))?.first(text)?;
        self.first_friend(target, text).is_none().then_some(rule)
    }

    pub fn first_friend(&self, target: Target, text: &str) -> Option<usize> {
        self.friends.get(&target)?.first(text)
    }

    pub fn products_named(&self, name: &str) -> impl Iterator<Item = usize> {
        self.product_names.all(name)
    }

    pub fn products_keyed(&self, key: &str) -> impl Iterator<Item = usize> {
        self.product_keys.all(key)
    }

    pub fn embedder(&self, name: &str) -> Option<usize> {
        self.embedders.first(name)
    }

    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }

    /// Every pattern that does not compile: the entry's id and the expression.
    pub fn errors(&self, catalog: &Catalog) -> Vec<CatalogError> {
        let named = |set: &OneSet, id: &dyn Fn(usize) -> String| -> Vec<CatalogError> {
            let problem =
                |(owner, what): (Option<usize>, String)| CatalogError::new(owner.map_or("patterns".into(), id), what);
            set.errors().into_iter().map(problem).collect()
        };
        let mut problems = Vec::new();
        self.rules.values().for_each(|set| problems.extend(named(set, &|at| catalog.rules[at].id.clone())));
        self.friends.values().for_each(|set| problems.extend(named(set, &|at| catalog.friends[at].id.clone())));
        for set in [&self.product_names, &self.product_keys] {
            problems.extend(named(set, &|at| catalog.products[at].id.clone()));
        }
        problems.extend(named(&self.embedders, &|at| catalog.embedders[at].id.clone()));
        problems
    }
}

/// The set of lists of patterns, each owned by the entry at the list's position.
fn one_set<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> OneSet {
    OneSet::of(lists.enumerate().flat_map(|(at, list)| list.iter().map(move |pattern| (at, regex_source(pattern)))))
}
