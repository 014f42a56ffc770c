//! The catalogue's files, and how they become a [`Catalog`].

use super::pattern::{self, Pattern};
use super::raw::*;
use super::*;
use crate::machine::SignerName;

/// File name and text of each embedded file, in the order in which rules are tried.
pub(super) const EMBEDDED: [(&str, &str); 16] = {
    macro_rules! file {
        ($name:literal) => {
            (concat!($name, ".toml"), embedded!($name))
        };
    }
    [
        file!("sources"),
        file!("vendor"),
        file!("endpoints"),
        file!("products"),
        file!("successors"),
        file!("false_friends"),
        file!("services"),
        file!("drivers"),
        file!("network"),
        file!("certificates"),
        file!("files"),
        file!("registry"),
        file!("browser"),
        file!("traces"),
        file!("linux"),
        file!("macos"),
    ]
};

impl Catalog {
    /// Reads a catalogue from the texts of its files.
    ///
    /// # Errors
    /// Every problem that keeps it from being used: a file that does not parse, an unknown field,
    /// a place that does not read. What is wrong within an entry is found by [`Catalog::problems`].
    pub(super) fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<CatalogError>> {
        let mut reader = Reader::default();
        for (name, text) in files {
            match serde_json::from_str::<RawFile>(text) {
                Ok(file) => reader.file(name, file),
                Err(error) => reader.problems.push(CatalogError::new(*name, error.to_string())),
            }
        }
        reader.finish()
    }
}

/// What a file says once for all of its entries.
struct Common {
    os: Option<Os>,
    date: String,
    target: Option<Target>,
    kind: Option<Kind>,
    products: Vec<String>,
}

impl Common {
    fn fact(&self, confidence: Evidence, sources: Vec<String>, own_date: Option<String>) -> Fact {
        Fact { confidence, sources, date: own_date.unwrap_or_else(|| self.date.clone()) }
    }
}

/// Gathers the entries of all files.
#[derive(Default)]
struct Reader {
    date: String,
    products: Vec<Product>,
    groups: BTreeMap<String, Vec<String>>,
    rules: Vec<Rule>,
    friends: Vec<LookAlike>,
    embedders: Vec<Embedder>,
    sources: BTreeMap<String, Source>,
    vendor: Option<Vendor>,
    removal_tool: RemovalTool,
    ranges: Vec<(ipnet::IpNet, Fact)>,
    names: Vec<(String, String, Fact)>,
    problems: Vec<CatalogError>,
}

impl Reader {
    fn file(&mut self, name: &str, file: RawFile) {
        let RawFile { os, date, target, kind, products, .. } = file;
        let common = Common { os, date, target, kind, products };
        for raw in file.source {
            let source = Source { title: raw.title, url: raw.url, date: raw.date };
            if self.sources.insert(raw.id.clone(), source).is_some() {
                self.problems.push(CatalogError::new(name, format!("source «{}» stands twice", raw.id)));
            }
        }
        if let Some(raw) = file.vendor {
            let written =
                Written { publisher: raw.publisher.clone(), word: raw.word.clone(), folder: raw.folder.clone() };
            self.vendor = Some(Vendor {
                written,
                publisher: raw.publisher.iter().map(|text| Pattern::new(pattern::regex_source(text))).collect(),
                word: raw.word.into_iter().map(Pattern::new).collect(),
                folder: Pattern::new(raw.folder),
                neutral_signer: Pattern::new(raw.neutral_signer),
                app_name: Pattern::new(pattern::regex_source(&raw.app_name)),
            });
        }
        for raw in file.signer {
            let signer = SignerName { name: raw.name, organization: raw.organization, country: raw.country };
            self.removal_tool.signers.push((signer, common.fact(raw.confidence, raw.sources, raw.date)));
        }
        for raw in file.tool_name {
            let fact = common.fact(raw.confidence, raw.sources, raw.date);
            self.removal_tool.names.push((raw.name, raw.tool, fact));
        }
        self.groups.extend(file.group.into_iter().map(|raw| (format!("@{}", raw.id), raw.products)));
        file.product.into_iter().for_each(|raw| self.product(name, &common, raw));
        file.rule.into_iter().for_each(|raw| self.rule(name, &common, raw));
        self.embedders.extend(file.embedder.into_iter().map(|raw| Embedder {
            fact: common.fact(raw.confidence, raw.sources, raw.date),
            id: raw.id,
            name: raw.name,
            names: raw.names,
            examples: raw.examples,
        }));
        self.friends.extend(file.friend.into_iter().map(|raw| LookAlike {
            fact: common.fact(raw.confidence, raw.sources, raw.date),
            id: raw.id,
            target: raw.target,
            owner: raw.owner,
            pattern: raw.pattern,
            examples: raw.examples,
        }));
        for raw in file.range {
            match raw.range.parse() {
                Ok(range) => self.ranges.push((range, common.fact(raw.confidence, raw.sources, raw.date))),
                Err(_) => self.problems.push(CatalogError::new(name, format!("«{}» is not a range", raw.range))),
            }
        }
        for raw in file.name {
            self.names.push((raw.name, raw.what, common.fact(raw.confidence, raw.sources, raw.date)));
        }
        self.date = std::mem::take(&mut self.date).max(common.date);
    }

    fn product(&mut self, file: &str, common: &Common, raw: RawProduct) {
        let Some(os) = raw.os.or(common.os) else {
            self.problems.push(CatalogError::new(file, format!("product «{}» has no os", raw.id)));
            return;
        };
        self.products.push(Product {
            os,
            fact: common.fact(raw.confidence, raw.sources, raw.date),
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

    fn rule(&mut self, file: &str, common: &Common, raw: RawRule) {
        let (Some(os), Some(target), Some(kind)) = (common.os, raw.target.or(common.target), raw.kind.or(common.kind))
        else {
            self.problems.push(CatalogError::new(file, format!("rule «{}» has no os, target or kind", raw.id)));
            return;
        };
        let mut places = Vec::new();
        for text in raw.places.iter().flat_map(|text| spelled_out(text, os)) {
            match text.parse::<Place>() {
                Ok(place) => places.push(Place { values: raw.values.clone(), keep: raw.keep, ..place }),
                Err(what) => self.problems.push(CatalogError::new(format!("{file}: {}", raw.id), what)),
            }
        }
        self.rules.push(Rule {
            fact: common.fact(raw.confidence, raw.sources, raw.date),
            id: raw.id,
            os,
            target,
            kind,
            strength: raw.strength,
            role: raw.role,
            altitudes: raw.altitudes,
            products: raw.products.unwrap_or_else(|| common.products.clone()),
            keep: raw.keep,
            disposable: raw.disposable,
            embedded: raw.embedded,
            planted: raw.planted,
            what: raw.what,
            pattern: raw.pattern,
            places,
            examples: raw.examples,
            counter_examples: raw.counter_examples,
        });
    }

    /// Puts the members of a group where a rule names the group.
    fn spell_out_groups(&mut self) {
        for rule in &mut self.rules {
            let named = std::mem::take(&mut rule.products);
            rule.products =
                named.into_iter().flat_map(|id| self.groups.get(&id).cloned().unwrap_or(vec![id])).collect();
        }
    }

    fn finish(mut self) -> Result<Catalog, Vec<CatalogError>> {
        self.spell_out_groups();
        let sets = Sets::gather(&self.products, &self.rules, &self.friends, &self.embedders);
        let Some(vendor) = self.vendor else {
            self.problems.push(CatalogError::new("vendor.toml", "no [vendor]"));
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
            removal_tool: self.removal_tool,
            endpoints: Endpoints { ranges: self.ranges, names: self.names },
            sets,
        })
    }
}

/// How the vendor spells its folder on Windows: a place that names one of them stands for both.
const FOLDER_SPELLINGS: [&str; 2] = ["Kaspersky Lab", "KasperskyLab"];

/// Everything that a place of the catalogue stands for.
fn spelled_out(text: &str, os: Os) -> Vec<String> {
    let roots = both_roots(text).into_iter();
    if os == Os::Windows { roots.flat_map(|place| both_spellings(&place)).collect() } else { roots.collect() }
}

/// Roots that stand for two: both registry views, both program folders.
fn both_roots(text: &str) -> Vec<String> {
    for (short, long) in
        [("{HKLM}", ["{HKLM64}", "{HKLM32}"]), ("{AnyProgramFiles}", ["{ProgramFilesX86}", "{ProgramFiles}"])]
    {
        if let Some(rest) = text.strip_prefix(short) {
            return long.iter().map(|root| format!("{root}{rest}")).collect();
        }
    }
    vec![text.to_string()]
}

/// The same place under each spelling of the vendor's folder, where it leads through that folder.
fn both_spellings(text: &str) -> Vec<String> {
    let step = format!("/{}", FOLDER_SPELLINGS[0]);
    let whole = |at: &usize| matches!(text.as_bytes().get(at + step.len()), None | Some(b'/'));
    match text.find(&step).filter(whole) {
        Some(at) => {
            let (before, after) = (&text[..at], &text[at + step.len()..]);
            FOLDER_SPELLINGS.iter().map(|spelling| format!("{before}/{spelling}{after}")).collect()
        }
        None => vec![text.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VENDOR: &str =
        "date = '2026-11-24'\nvendor = { publisher = ['V'], word = ['v'], folder = 'v', neutral_signer = 'M' }\n";

    /// A catalogue that has one more file with this text.
    fn with(text: &str) -> Result<Catalog, Vec<CatalogError>> {
        Catalog::parse(&[("vendor.toml", &built_in(VENDOR)), ("more.toml", &built_in(text))])
    }

    /// Why it is refused.
    fn problems(text: &str) -> String {
        with(text).map(|_| String::new()).unwrap_or_else(|problems| format!("{problems:?}"))
    }

    const RULE: &str = "os = 'windows'\ntarget = 'service'\nkind = 'driver'\ndate = '2026-11-24'\n[[rule]]\nid = 'one'
        strength = 'general'\nwhat = 'x'\nconfidence = 'INF'\n";

    #[test]
    fn a_rule_takes_what_it_lacks_from_its_file_and_its_group() {
        let text =
            format!("{RULE}match = 'x'\nproducts = ['@both', 'c']\n[[group]]\nid = 'both'\nproducts = ['a', 'b']\n");
        let catalog = with(&text).unwrap();
        let rule = &catalog.rules[0];
        assert_eq!((rule.target, rule.kind), (Target::Service, Kind::Driver));
        assert_eq!(rule.products, ["a", "b", "c"]);
    }

    #[test]
    fn an_unknown_field_is_refused_by_name() {
        assert_eq!(problems(&format!("{RULE}match = 'x'\n")), "");
        assert!(problems(&format!("{RULE}match = 'x'\nmatches = 'y'\n")).contains("matches"));
        assert!(problems("date = '2026-11-24'\nsurprise = 1\n").contains("surprise"));
    }

    #[test]
    fn a_pattern_that_does_not_compile_is_a_problem() {
        for bad in ["match = '('", "places = ['{Drivers}/<(>']"] {
            let text = format!("{RULE}{bad}\n");
            let catalog = with(&text).unwrap();
            let (problems, _) = catalog.problems();
            assert!(
                problems.iter().any(|problem| problem.place == "one" && problem.what.contains('(')),
                "{problems:?}"
            );
        }
    }

    #[test]
    fn places_and_ranges_that_do_not_read_are_refused() {
        assert!(problems(&format!("{RULE}places = ['C:/x']\n")).contains("is not a place"));
        assert!(problems("date = '2026-11-24'\n[[range]]\nrange = '1.2.3'\nconfidence = 'INF'\n").contains("1.2.3"));
        let without_os = RULE.replace("os = 'windows'\n", "");
        assert!(problems(&format!("{without_os}match = 'x'\n")).contains("has no os"));
    }
}
