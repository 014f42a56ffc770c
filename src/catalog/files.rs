//! The catalogue's files as they are written, and how they become a [`Catalog`].

use super::*;
use regex::Regex;
use serde::Deserialize;

/// File name and text of each embedded file, in the order in which rules are tried.
pub(super) const EMBEDDED: [(&str, &str); 16] = {
    macro_rules! file {
        ($name:literal) => {
            ($name, include_str!(concat!("../../assets/catalog/", $name)))
        };
    }
    [
        file!("sources.toml"),
        file!("vendor.toml"),
        file!("endpoints.toml"),
        file!("products.toml"),
        file!("successors.toml"),
        file!("false_friends.toml"),
        file!("services.toml"),
        file!("drivers.toml"),
        file!("network.toml"),
        file!("certificates.toml"),
        file!("files.toml"),
        file!("registry.toml"),
        file!("browser.toml"),
        file!("traces.toml"),
        file!("linux.toml"),
        file!("macos.toml"),
    ]
};

/// Something wrong with the catalogue: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, and the entry in it.
    pub place: String,
    /// What is wrong, in words.
    pub what: String,
}

impl Problem {
    pub(super) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

/// One file of the catalogue. Every file may hold every kind of entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    /// The system of all its entries.
    os: Option<Os>,
    /// The day its facts were last checked; an entry may have its own.
    date: String,
    vendor: Option<RawVendor>,
    #[serde(default)]
    source: Vec<RawSource>,
    #[serde(default)]
    product: Vec<RawProduct>,
    #[serde(default)]
    embedder: Vec<RawEmbedder>,
    #[serde(default)]
    rule: Vec<RawRule>,
    #[serde(default)]
    friend: Vec<RawFriend>,
    #[serde(default)]
    range: Vec<RawRange>,
    #[serde(default)]
    name: Vec<RawName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVendor {
    publisher: String,
    word: String,
    folder: String,
    neutral_signer: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: String,
    title: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProduct {
    id: String,
    name: String,
    family: Family,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    keys: Vec<String>,
    line: Option<String>,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
    os: Option<Os>,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEmbedder {
    id: String,
    name: String,
    names: Vec<String>,
    examples: Vec<String>,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    target: Target,
    kind: Kind,
    strength: Strength,
    what: String,
    #[serde(default)]
    role: Role,
    #[serde(rename = "match", default)]
    pattern: String,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    altitudes: Vec<String>,
    #[serde(default)]
    products: Vec<String>,
    #[serde(default)]
    keep: bool,
    #[serde(default)]
    embedded: bool,
    #[serde(default)]
    planted: bool,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFriend {
    id: String,
    target: Target,
    owner: String,
    #[serde(rename = "match")]
    pattern: String,
    examples: Vec<String>,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRange {
    range: String,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawName {
    name: String,
    what: String,
    confidence: String,
    #[serde(default)]
    sources: Vec<String>,
    date: Option<String>,
}

impl Catalog {
    /// Reads a catalogue from the texts of its files.
    ///
    /// # Errors
    /// Every problem that keeps it from being used: a file that does not parse, an unknown field,
    /// a pattern or place that does not compile. What is merely wrong is found by
    /// [`Catalog::problems`].
    pub(super) fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::default();
        for (name, text) in files {
            match toml::from_str::<RawFile>(text) {
                Ok(file) => reader.file(name, file),
                Err(error) => reader.problems.push(Problem::new(*name, error.to_string())),
            }
        }
        reader.finish()
    }
}

/// Gathers the entries of all files.
#[derive(Default)]
struct Reader {
    date: String,
    products: Vec<Product>,
    rules: Vec<Rule>,
    friends: Vec<Friend>,
    embedders: Vec<Embedder>,
    sources: BTreeMap<String, Source>,
    vendor: Option<Vendor>,
    ranges: Vec<(ipnet::IpNet, Fact)>,
    names: Vec<(String, String, Fact)>,
    problems: Vec<Problem>,
}

impl Reader {
    fn file(&mut self, name: &str, file: RawFile) {
        let RawFile { os, date, vendor, source, product, embedder, rule, friend, range, name: names } = file;
        let fact = |confidence, sources, own: Option<String>| Fact {
            confidence,
            sources,
            date: own.unwrap_or_else(|| date.clone()),
        };
        for raw in source {
            let source = Source { title: raw.title, url: raw.url, date: raw.date };
            if self.sources.insert(raw.id.clone(), source).is_some() {
                self.problems.push(Problem::new(name, format!("source «{}» stands twice", raw.id)));
            }
        }
        if let Some(raw) = vendor {
            self.vendor = self.vendor(name, raw);
        }
        for raw in product {
            let Some(os) = raw.os.or(os) else {
                self.problems.push(Problem::new(name, format!("product «{}» has no os", raw.id)));
                continue;
            };
            self.products.push(Product {
                os,
                fact: fact(raw.confidence, raw.sources, raw.date),
                id: raw.id,
                name: raw.name,
                family: raw.family,
                names: raw.names,
                keys: raw.keys,
                line: raw.line,
                examples: raw.examples,
                counter_examples: raw.counter_examples,
            });
        }
        for raw in embedder {
            let fact = fact(raw.confidence, raw.sources, raw.date);
            self.embedders.push(Embedder {
                id: raw.id,
                name: raw.name,
                names: raw.names,
                examples: raw.examples,
                fact,
            });
        }
        for mut raw in rule {
            let fact = fact(std::mem::take(&mut raw.confidence), std::mem::take(&mut raw.sources), raw.date.take());
            self.rule(name, os, raw, fact);
        }
        for raw in friend {
            let fact = fact(raw.confidence, raw.sources, raw.date);
            self.friends.push(Friend {
                id: raw.id,
                target: raw.target,
                owner: raw.owner,
                pattern: raw.pattern,
                examples: raw.examples,
                fact,
            });
        }
        for raw in range {
            match raw.range.parse() {
                Ok(range) => self.ranges.push((range, fact(raw.confidence, raw.sources, raw.date))),
                Err(_) => self.problems.push(Problem::new(name, format!("«{}» is not a range", raw.range))),
            }
        }
        for raw in names {
            self.names.push((raw.name, raw.what, fact(raw.confidence, raw.sources, raw.date)));
        }
        self.date = std::mem::take(&mut self.date).max(date);
    }

    fn rule(&mut self, file: &str, os: Option<Os>, raw: RawRule, fact: Fact) {
        let Some(os) = os else {
            self.problems.push(Problem::new(file, format!("rule «{}» has no os", raw.id)));
            return;
        };
        let mut places = Vec::new();
        for text in raw.places.iter().flat_map(|text| spelled_out(text)) {
            match text.parse::<Place>() {
                Ok(place) => places.push(Place { values: raw.values.clone(), ..place }),
                Err(what) => self.problems.push(Problem::new(format!("{file}: {}", raw.id), what)),
            }
        }
        self.rules.push(Rule {
            id: raw.id,
            os,
            target: raw.target,
            kind: raw.kind,
            strength: raw.strength,
            role: raw.role,
            altitudes: raw.altitudes,
            products: raw.products,
            keep: raw.keep,
            embedded: raw.embedded,
            planted: raw.planted,
            what: raw.what,
            pattern: raw.pattern,
            places,
            examples: raw.examples,
            counter_examples: raw.counter_examples,
            fact,
        });
    }

    fn vendor(&mut self, file: &str, raw: RawVendor) -> Option<Vendor> {
        let mut compile = |name: &str, pattern: &str| -> Option<Regex> {
            pattern::compile(pattern)
                .map_err(|error| self.problems.push(Problem::new(format!("{file}: {name}"), error.to_string())))
                .ok()
        };
        Some(Vendor {
            publisher: compile("publisher", &pattern::source(&raw.publisher))?,
            word: compile("word", &raw.word)?,
            folder: compile("folder", &raw.folder)?,
            neutral_signer: compile("neutral_signer", &raw.neutral_signer)?,
        })
    }

    fn finish(mut self) -> Result<Catalog, Vec<Problem>> {
        let sets = Sets::compile(&self.products, &self.rules, &self.friends, &self.embedders, &mut self.problems);
        let Some(vendor) = self.vendor else {
            self.problems.push(Problem::new("vendor.toml", "no [vendor]"));
            return Err(self.problems);
        };
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        Ok(Catalog {
            date: self.date,
            products: self.products,
            rules: self.rules,
            friends: self.friends,
            embedders: self.embedders,
            sources: self.sources,
            vendor,
            endpoints: Endpoints { ranges: self.ranges, names: self.names },
            sets,
        })
    }
}

/// Roots that stand for two: both registry views, both program folders.
fn spelled_out(text: &str) -> Vec<String> {
    for (short, long) in
        [("{HKLM}", ["{HKLM64}", "{HKLM32}"]), ("{AnyProgramFiles}", ["{ProgramFilesX86}", "{ProgramFiles}"])]
    {
        if let Some(rest) = text.strip_prefix(short) {
            return long.iter().map(|root| format!("{root}{rest}")).collect();
        }
    }
    vec![text.to_string()]
}
