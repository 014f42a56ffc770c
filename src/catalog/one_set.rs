//! Patterns of the catalogue that are tried together.

use super::pattern::bytewise_regex;
use regex::{RegexSet, RegexSetBuilder};
use std::sync::OnceLock;

/// Patterns that are tried together, and which entry of the catalogue each belongs to. Compiled
/// when it is first asked: a scan needs the sets of one system only.
#[derive(Debug, Default)]
pub(super) struct OneSet {
    expressions: Vec<String>,
    owners: Vec<usize>,
    compiled: OnceLock<RegexSet>,
}

impl OneSet {
    pub fn of(patterns: impl Iterator<Item = (usize, String)>) -> Self {
        let (owners, expressions) = patterns.map(|(owner, expression)| (owner, bytewise_regex(&expression))).unzip();
        Self { expressions, owners, compiled: OnceLock::new() }
    }

    fn compile(&self) -> Result<RegexSet, regex::Error> {
        RegexSetBuilder::new(&self.expressions)
            .case_insensitive(true)
            .size_limit(64 << 20)
            .dfa_size_limit(32 << 20)
            .build()
    }

    /// # Panics
    /// When a pattern does not compile, which the catalogue's test finds before it is shipped.
    fn compiled(&self) -> &RegexSet {
        self.compiled.get_or_init(|| self.compile().expect("the catalogue's test compiles every set"))
    }

    /// Every entry that knows this text, in the order of the catalogue.
    pub fn all<'a>(&'a self, text: &str) -> impl Iterator<Item = usize> + use<'a> {
        let matches = self.compiled().matches(text);
        self.owners.iter().enumerate().filter(move |(at, _)| matches.matched(*at)).map(|(_, owner)| *owner)
    }

    /// The first entry that knows this text.
    pub fn first(&self, text: &str) -> Option<usize> {
        self.compiled().matches(text).iter().next().map(|at| self.owners[at])
    }

    /// What does not compile, with the entry it belongs to.
    pub fn errors(&self) -> Vec<(Option<usize>, String)> {
        let Err(whole) = self.compile() else { return Vec::new() };
        let alone = |expression: &String| RegexSetBuilder::new([expression]).case_insensitive(true).build();
        let culprits = self.expressions.iter().zip(&self.owners);
        let culprits: Vec<_> = culprits
            .filter(|(expression, _)| alone(expression).is_err())
            .map(|(expression, owner)| (Some(*owner), expression.clone()))
            .collect();
        // Each is sound and the whole is not: too large.
        if culprits.is_empty() { vec![(None, whole.to_string())] } else { culprits }
    }
}
