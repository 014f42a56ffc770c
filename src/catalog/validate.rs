//! The catalogue's own test: every entry against its examples, its counter-examples and the
//! look-alikes, with all problems listed at once.

use super::*;
use std::collections::BTreeSet;

/// How much a validation tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rules for traces.
    pub rules: usize,
    /// Products, successors among them.
    pub products: usize,
    /// Look-alikes.
    pub friends: usize,
    /// Names and places that had to match.
    pub examples: usize,
    /// Names and places that must not.
    pub counter_examples: usize,
}

impl Catalog {
    /// Everything that is wrong with this catalogue, and how much was tried to find it.
    pub fn problems(&self) -> (Vec<CatalogError>, Counts) {
        let broken = self.broken_patterns();
        if !broken.is_empty() {
            return (broken, Counts::default());
        }
        let mut check = Check {
            catalog: self,
            problems: Vec::new(),
            counts: Counts::default(),
            ids: BTreeSet::new(),
            used: BTreeSet::new(),
        };
        self.rules.iter().for_each(|rule| check.rule(rule));
        self.products.iter().for_each(|product| check.product(product));
        self.friends.iter().for_each(|friend| check.friend(friend));
        self.embedders.iter().for_each(|embedder| check.embedder(embedder));
        self.endpoints.ranges.iter().for_each(|(range, fact)| check.fact(&range.to_string(), fact));
        self.endpoints.names.iter().for_each(|(name, _, fact)| check.fact(name, fact));
        self.removal_tool.signers.iter().for_each(|(signer, fact)| check.fact(&signer.name, fact));
        self.removal_tool.names.iter().for_each(|(name, _, fact)| check.fact(name, fact));
        check.sources();
        (check.problems, check.counts)
    }

    /// Patterns that do not compile. Nothing can be matched while there are any.
    fn broken_patterns(&self) -> Vec<CatalogError> {
        let mut broken = self.sets.errors(self);
        for rule in &self.rules {
            let errors = rule.places.iter().flat_map(Place::errors);
            broken.extend(errors.map(|error| CatalogError::new(&rule.id, error.to_string())));
        }
        broken.extend(self.vendor.errors().map(|error| CatalogError::new("vendor", error.to_string())));
        broken
    }
}

struct Check<'a> {
    catalog: &'a Catalog,
    problems: Vec<CatalogError>,
    counts: Counts,
    ids: BTreeSet<String>,
    /// Sources that some fact names.
    used: BTreeSet<String>,
}

impl Check<'_> {
    fn fail(&mut self, place: &str, what: impl Into<String>) {
        self.problems.push(CatalogError::new(place, what));
    }

    fn id(&mut self, id: &str) {
        let fits = (3..=60).contains(&id.len())
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !fits {
            self.fail(id, "an id has 3 to 60 small letters, digits and hyphens");
        }
        if !self.ids.insert(id.to_string()) {
            self.fail(id, "this id stands twice");
        }
    }

    fn fact(&mut self, id: &str, fact: &Fact) {
        if fact.sources.is_empty() && fact.confidence.is_sourced() {
            self.fail(id, "a fact with confidence C1 or C2 needs a source");
        }
        for source in &fact.sources {
            self.used.insert(source.clone());
            if !self.catalog.sources.contains_key(source) {
                self.fail(id, format!("no source «{source}»"));
            }
        }
        let date = fact.date.as_bytes();
        if date.len() != 10 || date[4] != b'-' || date[7] != b'-' || &fact.date[..] < "2007-01-01" {
            self.fail(id, format!("«{}» is not a date", fact.date));
        }
    }

    /// A source that no fact names is a mistake, too.
    fn sources(&mut self) {
        let unused = self.catalog.sources.keys().filter(|id| !self.used.contains(*id));
        self.problems.extend(unused.map(|id| CatalogError::new(id, "no fact names this source")));
    }

    fn rule(&mut self, rule: &Rule) {
        self.counts.rules += 1;
        self.id(&rule.id);
        self.fact(&rule.id, &rule.fact);
        if rule.what.trim().is_empty() {
            self.fail(&rule.id, "says nothing about what it is");
        }
        if rule.pattern.is_empty() == rule.places.is_empty() {
            self.fail(&rule.id, "needs either a pattern or places");
        }
        if matches!(rule.target, Target::File | Target::Registry) == rule.places.is_empty() {
            self.fail(&rule.id, "file and registry rules have places, the others have patterns");
        }
        if rule.disposable && (rule.keep || !matches!(rule.target, Target::File | Target::Registry)) {
            self.fail(&rule.id, "only a file, folder or key is disposable, and never one that is kept");
        }
        for product in &rule.products {
            if self.catalog.product(product).is_none() {
                self.fail(&rule.id, format!("no product «{product}»"));
            }
        }
        if rule.examples.is_empty() || rule.counter_examples.is_empty() {
            self.fail(&rule.id, "needs examples and counter-examples");
        }
        for example in &rule.examples {
            self.counts.examples += 1;
            match self.catalog.rule_for(rule.os, rule.target, example) {
                Some(first) if first.id == rule.id => {}
                Some(other) => self.fail(&rule.id, format!("«{example}» is taken by «{}»", other.id)),
                None => self.fail(&rule.id, format!("does not match its example «{example}»")),
            }
        }
        for counter in &rule.counter_examples {
            self.counts.counter_examples += 1;
            if self.catalog.rule_for(rule.os, rule.target, counter).is_some_and(|first| first.id == rule.id) {
                self.fail(&rule.id, format!("matches its counter-example «{counter}»"));
            }
        }
    }

    fn product(&mut self, product: &Product) {
        self.counts.products += 1;
        self.id(&product.id);
        self.fact(&product.id, &product.fact);
        if product.names.is_empty() && product.keys.is_empty() && product.family != Family::Tool {
            self.fail(&product.id, "needs a name or key to be found by");
        }
        let first = |catalog: &Catalog, text: &str| {
            let named = catalog.product_named(product.os, text);
            named.or_else(|| catalog.product_keyed(product.os, text)).map(|found| found.id.clone())
        };
        for example in &product.examples {
            self.counts.examples += 1;
            match first(self.catalog, example) {
                Some(id) if id == product.id => {}
                other => self.fail(&product.id, format!("example «{example}» is found as {other:?}")),
            }
        }
        for counter in &product.counter_examples {
            self.counts.counter_examples += 1;
            if first(self.catalog, counter).is_some_and(|id| id == product.id) {
                self.fail(&product.id, format!("matches its counter-example «{counter}»"));
            }
        }
        if product.family != Family::Tool && (product.examples.is_empty() || product.counter_examples.is_empty()) {
            self.fail(&product.id, "needs examples and counter-examples");
        }
    }

    fn friend(&mut self, friend: &LookAlike) {
        self.counts.friends += 1;
        self.id(&friend.id);
        self.fact(&friend.id, &friend.fact);
        if friend.examples.is_empty() {
            self.fail(&friend.id, "needs examples");
        }
        for example in &friend.examples {
            self.counts.counter_examples += 1;
            let taken = [Os::Windows, Os::Linux, Os::Macos];
            if let Some(rule) = taken.iter().find_map(|os| self.catalog.rule_for(*os, friend.target, example)) {
                let id = rule.id.clone();
                self.fail(&friend.id, format!("«{example}» belongs to {}, yet «{id}» matches it", friend.owner));
            }
            if self.catalog.look_alike_for(friend.target, example).is_none_or(|first| first.id != friend.id) {
                self.fail(&friend.id, format!("does not match its example «{example}»"));
            }
        }
    }

    fn embedder(&mut self, embedder: &Embedder) {
        self.id(&embedder.id);
        self.fact(&embedder.id, &embedder.fact);
        for example in &embedder.examples {
            self.counts.examples += 1;
            if self.catalog.embedder_named(example).is_none_or(|first| first.id != embedder.id) {
                self.fail(&embedder.id, format!("does not match its example «{example}»"));
            }
            if let Some(product) = self.catalog.product_named(Os::Windows, example) {
                let id = product.id.clone();
                self.fail(&embedder.id, format!("«{example}» is taken for product «{id}»"));
            }
        }
    }
}
