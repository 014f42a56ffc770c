//! A fact about somebody else's product, with who states it and where.

use super::citations::CitationId;
use crate::catalog::CatalogError;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// A fact that a page states. What no page states is not known, and then there is no `Stated` at all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated<T> {
    /// The fact.
    pub is: T,
    /// What kind of page it is.
    pub said: Said,
    /// The page.
    #[serde(deserialize_with = "read_citation")]
    pub source: CitationId,
    /// The day the fact is of, where that is not the day of its page.
    date: Option<Date>,
}

/// What kind of page states a fact, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The test lab's own.
    Lab,
    /// The maker's own.
    Maker,
    /// A review or report that names its author or its method.
    Review,
    /// It is commonly described so; no page of the maker was found.
    Common,
}

impl<T> Stated<T> {
    /// The day the fact is of: its own, else the day its page was published or read.
    pub fn date(&self) -> Date {
        let page = self.source.get();
        self.date.or(page.published).unwrap_or(page.looked)
    }

    /// What is wrong with its date.
    pub(super) fn problem(&self, place: &str) -> Option<CatalogError> {
        let late = self.date() > self.source.get().looked;
        late.then(|| CatalogError::new(place, "a fact is younger than the day its page was read"))
    }
}

/// Reads the name of a page of `citations.toml`.
pub(super) fn read_citation<'de, D: Deserializer<'de>>(deserializer: D) -> Result<CitationId, D::Error> {
    let name = String::deserialize(deserializer)?;
    CitationId::named(&name).ok_or_else(|| serde::de::Error::custom(format!("citations.toml has no page «{name}»")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> serde_json::Result<Stated<bool>> {
        serde_json::from_str(&crate::catalog::built_in(text))
    }

    #[test]
    fn a_fact_without_a_source_is_refused() {
        assert!(read("is = true\nsaid = 'maker'\nsource = 'norton-renewal'").is_ok());
        assert!(read("is = true\nsaid = 'maker'").unwrap_err().to_string().contains("source"));
        assert!(read("is = true\nsource = 'norton-renewal'").unwrap_err().to_string().contains("said"));
        let nonsense = read("is = true\nsaid = 'maker'\nsource = 'nonsense'").unwrap_err();
        assert!(nonsense.to_string().contains("no page «nonsense»"), "{nonsense}");
    }

    #[test]
    fn a_fact_is_as_old_as_its_page_unless_it_says_otherwise() {
        let own = read("is = true\nsaid = 'review'\nsource = 'google-play'\ndate = '2018-12-31'").unwrap();
        assert_eq!(own.date(), jiff::civil::date(2018, 12, 31));
        let published = read("is = true\nsaid = 'review'\nsource = 'google-play'").unwrap();
        assert_eq!(published.date(), jiff::civil::date(2024, 10, 7));
        let looked = read("is = true\nsaid = 'review'\nsource = 'norton-renewal'").unwrap();
        assert_eq!(looked.date(), looked.source.get().looked);
        let late = read("is = true\nsaid = 'review'\nsource = 'norton-renewal'\ndate = '2030-01-01'").unwrap();
        assert!(late.problem("x").is_some() && looked.problem("x").is_none());
    }
}
