//! What a careful friend would tell: facts about the prohibition, what would be lost, what is worth
//! doing afterwards. Each statement names the texts that say it, its sources and its date.
//!
//! A look at the computer does not need them, so they are read when a page first asks.

use super::citations::CitationId;
use crate::catalog::CatalogError;
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, de::Error as _};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The files, in the order of their pages.
const FILES: [(&str, &str); 5] = [
    ("facts.toml", embedded!("facts")),
    ("traps.toml", embedded!("traps")),
    ("removal.toml", embedded!("removal")),
    ("protection.toml", embedded!("protection")),
    ("aftercare.toml", embedded!("aftercare")),
];

/// Where on the pages a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// Beside what was found in the beginning.
    Check,
    /// Under the heading of *Why*.
    WhyLead,
    /// On the line of dates.
    Timeline,
    /// On the card about this computer.
    WhyHere,
    /// On that card, when an office's agent says from when the virus data is.
    WhyDated,
    /// On that card, when the system says that the copy is up to date.
    WhyStillUpdating,
    /// A card of *Why*.
    Why,
    /// A card of the second page of *Why*.
    WhyMore,
    /// A card of the page on earlier steps and other countries.
    WhyElsewhere,
    /// A question of *Prepare*.
    Prepare,
    /// Before the vendor's uninstaller on Windows, and after one that failed.
    Remove,
    /// Before the vendor's uninstaller on a Mac.
    RemoveMac,
    /// How a person takes the entry of a single device out of its filter list.
    FixDevice,
    /// How a person takes an entry out of the filter list of a class.
    FixList,
    /// A card for small offices, before anything.
    Office,
    /// The order of removal, where the office still has its server.
    OfficeOrder,
    /// The order of removal, where nobody runs the server any more.
    OfficeWithoutServer,
    /// A card about the network of a small office, afterwards.
    Network,
    /// The list of names and addresses to watch for.
    NetworkList,
    /// A card of *Protect*, where Defender comes back by itself.
    ProtectBack,
    /// A card of *Protect* on a server, where it does not.
    ProtectServer,
    /// A card of *Protect* about what keeps Windows' protection off.
    ProtectHeld,
    /// A card of *Protect* on Windows 10.
    ProtectWindowsTen,
    /// A card of *Protect* on a Mac.
    ProtectMac,
    /// A card of *Protect* on Linux.
    ProtectLinux,
    /// A card under the list of products.
    SuitsCompany,
    /// Worth doing next, for everybody.
    Done,
    /// Worth doing next, for who had passwords in it.
    DonePasswords,
    /// Worth doing next in a small office.
    DoneOffice,
    /// Worth doing next at high risk.
    DoneHighRisk,
    /// A card about phones and tablets.
    Phones,
}

/// One statement. Its texts are names of messages; the catalogue does not know languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name; for a question of *Prepare*, the name of the question.
    pub id: String,
    /// Where it stands.
    pub spot: Spot,
    /// The message over it.
    pub title: Option<String>,
    /// The messages that say it, in order.
    pub text: Vec<String>,
    /// Messages with what to mind before the first step.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Messages that say step by step what to do.
    #[serde(default)]
    pub steps: Vec<String>,
    /// The day it is about, on the line of dates.
    pub day: Option<Date>,
    /// The pages that support it, the best first: each says the same in words of its own.
    #[serde(deserialize_with = "citations")]
    pub sources: Vec<CitationId>,
    /// The pages that only pass on what others say about it.
    #[serde(default, deserialize_with = "citations")]
    pub reported_by: Vec<CitationId>,
    /// The pages that say the opposite.
    #[serde(default, deserialize_with = "citations")]
    pub contradicted_by: Vec<CitationId>,
    /// The day it was checked; without one, the day of its file.
    #[serde(default)]
    pub date: Date,
}

/// How a page stands to the statement that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It says the same in words of its own.
    Supports,
    /// It passes on what others say.
    Reports,
    /// It says the opposite.
    Contradicts,
}

impl Statement {
    /// Every page it names, with how the page stands to it: first those that support it.
    pub fn pages(&self) -> impl Iterator<Item = (CitationId, Stance)> {
        let with = |pages: &'_ [CitationId], stance| pages.iter().map(move |page| (*page, stance)).collect::<Vec<_>>();
        [
            with(&self.sources, Stance::Supports),
            with(&self.reported_by, Stance::Reports),
            with(&self.contradicted_by, Stance::Contradicts),
        ]
        .into_iter()
        .flatten()
    }

    /// Every message it names, in the order of the page.
    pub fn messages(&self) -> impl Iterator<Item = &str> {
        self.title.iter().chain(&self.text).chain(&self.notes).chain(&self.steps).map(String::as_str)
    }
}

/// A password manager that can be chosen instead of the vendor's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordManager {
    /// Its short name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it reads the text file that Kaspersky Password Manager exports. None: no source says.
    pub reads_export: Option<bool>,
    /// The pages this stands on.
    #[serde(deserialize_with = "citations")]
    pub sources: Vec<CitationId>,
    /// The day it was checked; without one, the day of its file.
    #[serde(default)]
    pub date: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    date: Date,
    statement: Vec<Statement>,
    #[serde(default)]
    manager: Vec<PasswordManager>,
}

/// Everything that the pages tell, in the order of the files.
#[derive(Debug)]
pub struct Guidance {
    /// The day the newest of it was checked.
    pub date: Date,
    /// Every statement.
    pub statements: Vec<Statement>,
    /// Password managers to choose from.
    pub managers: Vec<PasswordManager>,
}

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| match Guidance::parse(&FILES) {
    Ok(guidance) => guidance,
    Err(problem) => panic!("the embedded guidance is damaged: {problem:?}"),
});

/// Everything that the pages tell.
///
/// # Panics
/// Only if the embedded files do not parse, which the guidance test makes impossible to ship.
pub fn embedded_guidance() -> &'static Guidance {
    &GUIDANCE
}

impl Guidance {
    fn parse(files: &[(&str, &str)]) -> Result<Self, CatalogError> {
        let mut all = Self { date: Date::MIN, statements: Vec::new(), managers: Vec::new() };
        for (name, text) in files {
            let file: File = serde_json::from_str(text).map_err(|error| CatalogError::new(*name, error.to_string()))?;
            let dated = |own: Date| if own == Date::default() { file.date } else { own };
            all.date = all.date.max(file.date);
            all.statements.extend(file.statement.into_iter().map(|one| Statement { date: dated(one.date), ..one }));
            all.managers.extend(file.manager.into_iter().map(|one| PasswordManager { date: dated(one.date), ..one }));
        }
        Ok(all)
    }

    /// The statements of one place, in order.
    pub fn on(&self, spot: Spot) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.spot == spot)
    }

    /// The statement with this name.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// What is wrong within the statements: a missing source, date or text, or a name used twice.
    pub fn problems(&self) -> Vec<CatalogError> {
        let mut ids = BTreeSet::new();
        let mut problems = Vec::new();
        for statement in &self.statements {
            let mut fail = |what: &str| problems.push(CatalogError::new(&statement.id, what));
            if !ids.insert(&statement.id) {
                fail("this id stands twice");
            }
            if statement.sources.is_empty() {
                fail("has no source that supports it");
            }
            let mut pages = BTreeSet::new();
            if !statement.pages().all(|(page, _)| pages.insert(page)) {
                fail("a page cannot stand to it in two ways");
            }
            if statement.text.is_empty() {
                fail("says nothing");
            }
            if statement.date < date(2024, 6, 20) || statement.date > self.date {
                fail("was not checked on a day that can be right");
            }
            if (statement.spot == Spot::Timeline) != statement.day.is_some() {
                fail("a day belongs on the line of dates, and nowhere else");
            }
        }
        for manager in &self.managers {
            let mut fail = |what: &str| problems.push(CatalogError::new(&manager.id, what));
            if !ids.insert(&manager.id) {
                fail("this id stands twice");
            }
            if manager.reads_export.is_some() == manager.sources.is_empty() {
                fail("what it reads needs a source, and without one is not known");
            }
        }
        problems
    }
}

/// Reads names of pages. A page that does not exist is refused.
fn citations<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<CitationId>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    let known = |name: String| CitationId::named(&name).ok_or_else(|| D::Error::custom(format!("no page «{name}»")));
    names.into_iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_has_a_source_and_a_date() {
        assert_eq!(embedded_guidance().problems(), Vec::new());
        assert!(embedded_guidance().statements.len() > 30, "the files were read");
    }

    #[test]
    fn what_is_missing_is_refused() {
        let with = |entry: &str| {
            let text = format!("date = \"2026-11-24\"\n[[statement]]\n{entry}");
            Guidance::parse(&[("test.toml", &crate::catalog::built_in(&text))])
        };
        let sound = "id = \"a\"\nspot = \"why\"\ntext = [\"t\"]\nsources = [\"vendor-tool\"]";
        assert_eq!(with(sound).unwrap().problems(), Vec::new());
        let unsupported = "id = \"a\"\nspot = \"why\"\ntext = [\"t\"]\nsources = []";
        for others in ["", "\nreported_by = [\"vendor-tool\"]", "\ncontradicted_by = [\"vendor-tool\"]"] {
            assert_eq!(with(&format!("{unsupported}{others}")).unwrap().problems().len(), 1, "{others}");
        }
        let both = format!("{sound}\ncontradicted_by = [\"vendor-tool\"]");
        assert_eq!(with(&both).unwrap().problems().len(), 1, "it supports it, and says the opposite");
        assert_eq!(with(&format!("{sound}\ndate = \"2030-01-01\"")).unwrap().problems().len(), 1);
        assert!(with("id = \"a\"\nspot = \"why\"\ntext = [\"t\"]").is_err(), "no sources at all");
        assert!(with("id = \"a\"\nspot = \"why\"\ntext = [\"t\"]\nsources = [\"nonsense\"]").is_err());
    }
}
