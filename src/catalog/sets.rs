//! All patterns of the catalogue, compiled once into one set for each kind of place.

use super::pattern::{self, compile, source};
use super::*;
use regex::{RegexSet, RegexSetBuilder};
use std::collections::BTreeMap;

/// A set of patterns, and which entry of the catalogue each belongs to.
#[derive(Debug, Default)]
struct OneSet {
    set: RegexSet,
    owners: Vec<usize>,
}

impl OneSet {
    fn all<'a>(&'a self, text: &str) -> impl Iterator<Item = usize> + use<'a> {
        let matches = self.set.matches(text);
        self.owners.iter().enumerate().filter(move |(at, _)| matches.matched(*at)).map(|(_, owner)| *owner)
    }

    fn first(&self, text: &str) -> Option<usize> {
        self.set.matches(text).iter().next().map(|at| self.owners[at])
    }
}

/// Expressions on their way into sets.
#[derive(Default)]
struct Gather(Vec<(usize, String)>);

impl Gather {
    fn add(&mut self, owner: usize, expression: String) {
        self.0.push((owner, expression));
    }

    /// Compiles the set. When that fails, tries each expression alone to name the culprit.
    fn build(self, name: &dyn Fn(usize) -> String, problems: &mut Vec<Problem>) -> OneSet {
        let build = RegexSetBuilder::new(self.0.iter().map(|(_, expression)| expression))
            .case_insensitive(true)
            .size_limit(64 << 20)
            .dfa_size_limit(32 << 20)
            .build();
        match build {
            Ok(set) => OneSet { set, owners: self.0.into_iter().map(|(owner, _)| owner).collect() },
            Err(error) => {
                let culprits = self.0.iter().filter(|(_, expression)| compile(expression).is_err());
                problems.extend(culprits.map(|(owner, expression)| Problem::new(name(*owner), expression.clone())));
                problems.push(Problem::new("patterns", error.to_string()));
                OneSet::default()
            }
        }
    }
}

/// Every set of the catalogue.
#[derive(Debug)]
pub(super) struct Sets {
    rules: BTreeMap<(Os, Target), OneSet>,
    friends: BTreeMap<Target, OneSet>,
    product_names: OneSet,
    product_keys: OneSet,
    embedders: OneSet,
    places: Vec<Place>,
}

impl Sets {
    pub fn compile(
        products: &[Product],
        rules: &[Rule],
        friends: &[Friend],
        embedders: &[Embedder],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut by_target: BTreeMap<(Os, Target), Gather> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            if !rule.pattern.is_empty() {
                by_target.entry((rule.os, rule.target)).or_default().add(index, source(&rule.pattern));
            }
            for place in &rule.places {
                by_target.entry((rule.os, rule.target)).or_default().add(index, place.expression());
            }
            if let Some(stem) = driver_file_stem(rule) {
                for folder in ["", "{line}/"].map(pattern::inner) {
                    let expression = format!(r"^\{{Drivers\}}/{folder}(?:{stem})\.sys$");
                    by_target.entry((rule.os, Target::File)).or_default().add(index, expression);
                }
            }
        }
        let rule_name = |index: usize| rules[index].id.clone();
        let mut friends_by_target: BTreeMap<Target, Gather> = BTreeMap::new();
        for (index, friend) in friends.iter().enumerate() {
            friends_by_target.entry(friend.target).or_default().add(index, source(&friend.pattern));
        }
        let gather = |patterns: &mut dyn Iterator<Item = (usize, &String)>| {
            Gather(patterns.map(|(index, pattern)| (index, source(pattern))).collect())
        };
        let numbered = || products.iter().enumerate();
        let names = gather(&mut numbered().flat_map(|(at, product)| product.names.iter().map(move |name| (at, name))));
        let keys = gather(&mut numbered().flat_map(|(at, product)| product.keys.iter().map(move |key| (at, key))));
        let embedder_names = gather(
            &mut embedders.iter().enumerate().flat_map(|(at, one)| one.names.iter().map(move |name| (at, name))),
        );
        let mut places: Vec<Place> = rules.iter().flat_map(|rule| rule.places.iter().cloned()).collect();
        places.extend(driver_file_places(rules, problems));
        Self {
            rules: by_target.into_iter().map(|(target, set)| (target, set.build(&rule_name, problems))).collect(),
            friends: friends_by_target
                .into_iter()
                .map(|(target, set)| (target, set.build(&|index| friends[index].id.clone(), problems)))
                .collect(),
            product_names: names.build(&|index| products[index].id.clone(), problems),
            product_keys: keys.build(&|index| products[index].id.clone(), problems),
            embedders: embedder_names.build(&|index| embedders[index].id.clone(), problems),
            places,
        }
    }

    pub fn first_rule(&self, os: Os, target: Target, text: &str) -> Option<usize> {
        if self.first_friend(target, text).is_some() {
            return None;
        }
        self.rules.get(&(os, target))?.first(text)
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
}

/// A Windows driver's file is named like its service, with or without the line, in the drivers
/// folder or in a folder named after the line; so each driver rule knows its file too.
fn driver_file_stem(rule: &Rule) -> Option<String> {
    let driver = rule.os == Os::Windows && rule.target == Target::Service && rule.kind == Kind::Driver;
    driver.then(|| format!("(?:{})(?:_sha1)?", pattern::inner(&rule.pattern)))
}

/// The two places where the files of all driver rules are looked for.
fn driver_file_places(rules: &[Rule], problems: &mut Vec<Problem>) -> Vec<Place> {
    let stems: Vec<String> = rules.iter().filter_map(driver_file_stem).collect();
    if stems.is_empty() {
        return Vec::new();
    }
    let any = format!(r"<(?:{})\.sys>", stems.join("|"));
    [format!("{{Drivers}}/{any}"), format!("{{Drivers}}/<{{line}}>/{any}")]
        .iter()
        .filter_map(|text| text.parse().map_err(|what: String| problems.push(Problem::new("driver files", what))).ok())
        .collect()
}
