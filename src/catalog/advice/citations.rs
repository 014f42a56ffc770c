//! Pages that a person can open: what a statement on screen stands on.
//!
//! They stand in `assets/catalog/citations.toml`. A look at the computer does not need them, so they
//! are read when the first of them is asked for.

use crate::catalog::CatalogError;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The name of a page in `citations.toml`. The constants are made from that file when the program
/// is built, so nothing can name a page that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitationId(usize);

include!(concat!(env!("OUT_DIR"), "/citations.rs"));

/// A page on the web, and what is known about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Its name, as the catalogue's other files use it.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its address; always `https`.
    pub url: String,
    /// The day it was published, where the page says one.
    pub published: Option<Date>,
    /// The day we read it.
    pub looked: Date,
    /// Whose words or announcement it passes on, where it is not the one who decides or knows. Such a page reports, and
    /// supports nothing by itself.
    pub passes_on: Option<String>,
    /// What it says, letter for letter, where we quote it or weighed it. `[...]` marks what is left out.
    pub excerpt: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    citation: Vec<Citation>,
}

/// Every page, in the order of the file.
///
/// # Panics
/// Only if the embedded file does not parse, which the citations test makes impossible to ship.
static CITATIONS: LazyLock<Vec<Citation>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(embedded!("citations")).expect("citations.toml reads");
    file.citation
});

impl CitationId {
    /// The page with this name. None: there is no such page.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.get().id == name)
    }

    /// What is known about the page.
    pub fn get(self) -> &'static Citation {
        &CITATIONS[self.0]
    }
}

/// What is wrong with the pages themselves.
pub fn citation_problems() -> Vec<CatalogError> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for citation in CITATIONS.iter() {
        let mut fail = |what: &str| problems.push(CatalogError::new(format!("citations.toml: {}", citation.id), what));
        if !seen.insert(&citation.id) {
            fail("this id stands twice");
        }
        if citation.publisher.is_empty() || citation.title.is_empty() {
            fail("has no publisher or no title");
        }
        if !is_a_plain_address(&citation.url) {
            fail("is no plain https address");
        }
        if citation.published.is_some_and(|day| day > citation.looked) {
            fail("was read before it was published");
        }
        if citation.excerpt.as_ref().is_some_and(|text| text.trim().is_empty()) {
            fail("has an empty excerpt");
        }
    }
    problems
}

/// Whether an address can be given to the system as it is: `https`, and nothing that could be taken
/// for anything else.
fn is_a_plain_address(url: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/?=&%#+:".contains(c);
    url.strip_prefix("https://").is_some_and(|rest| rest.contains('.') && rest.chars().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_can_be_opened_and_says_whose_it_is() {
        assert_eq!(citation_problems(), Vec::new());
        assert_eq!(CitationId::ALL.len(), CITATIONS.len());
    }

    #[test]
    fn a_constant_names_its_own_page() {
        assert_eq!(CitationId::FINAL_DETERMINATION.get().id, "final-determination");
        assert_eq!(CitationId::named("vendor-tool"), Some(CitationId::VENDOR_TOOL));
        assert_eq!(CitationId::named("nonsense"), None);
    }

    #[test]
    fn only_plain_https_addresses_pass() {
        assert!(is_a_plain_address("https://example.org/a?b=c"));
        for other in ["http://example.org/", "file:///etc/passwd", "https://a b.org", "https://x.org/\" --help", ""] {
            assert!(!is_a_plain_address(other), "{other}");
        }
    }
}
