//! The words by which the catalogue recognises things: the redaction of recordings leaves them alone, so that
//! nothing hides because an account or a computer is called like it.

use super::Catalog;
use crate::machine::redact::Known;

/// Shorter parts of patterns are letters of a class, not words.
const SHORTEST: usize = 2;

impl Catalog {
    /// Words, names and addresses of the catalogue.
    pub fn known(&self) -> Known {
        let rules = self.rules.iter().flat_map(|rule| {
            let places = rule.places.iter().map(|place| place.text.as_str());
            places.chain([rule.pattern.as_str()]).chain(rule.examples.iter().map(String::as_str))
        });
        let products = self.products.iter().flat_map(|product| {
            let texts = product.names.iter().chain(&product.keys).chain(&product.examples).chain(&product.line);
            texts.map(String::as_str).chain([product.name.as_str()])
        });
        let friends = self
            .friends
            .iter()
            .flat_map(|friend| friend.examples.iter().map(String::as_str).chain([friend.pattern.as_str()]));
        let embedders = self.embedders.iter().flat_map(|embedder| {
            embedder.names.iter().chain(&embedder.examples).map(String::as_str).chain([embedder.name.as_str()])
        });
        let texts = rules.chain(products).chain(friends).chain(embedders).chain(self.vendor.expressions());
        Known {
            words: texts.flat_map(words).collect(),
            stems: self.vendor.stems().collect(),
            ranges: self.endpoints.ranges.iter().map(|(range, _)| *range).collect(),
            hosts: self.endpoints.names.iter().map(|(name, ..)| domain(name)).collect(),
        }
    }
}

/// The domain of a host: its last two parts.
fn domain(host: &str) -> String {
    let parts: Vec<&str> = host.rsplit('.').take(2).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join(".")
}

/// The words in a text or pattern, in lower case. Numbers name nobody.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let parts = parts.filter(|part| part.chars().count() >= SHORTEST && part.contains(char::is_alphabetic));
    parts.map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_products_rules_and_look_alikes_are_known() {
        let known = Catalog::embedded().known();
        for word in ["kaspersky", "klif", "klnagent", "kesl", "security", "kbdclass", "microsoft", "лаборатория"]
        {
            assert!(known.words.contains(word), "{word}");
        }
        for name in ["grace", "hopper", "ada", "k", "мария"] {
            assert!(!known.words.contains(name), "{name}");
        }
        assert!(known.stems.contains(&"kaspersky".to_string()) && known.stems.contains(&"касперск".to_string()));
        assert!(known.hosts.contains(&"kaspersky.com".to_string()) && !known.ranges.is_empty());
    }
}
