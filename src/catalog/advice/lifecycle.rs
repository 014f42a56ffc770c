//! Until when each release of Windows gets fixes, as Microsoft's pages say it.
//!
//! The table stands in `assets/catalog/lifecycle.toml`, and is read when somebody first asks. What follows from it
//! for one computer on one day is decided in `protect::fixes`.

use super::citations::CitationId;
use super::stated::read_citation;
use crate::catalog::CatalogError;
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Editions that share their dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Editions {
    /// Home, Pro, Pro Education, Pro for Workstations and SE.
    HomePro,
    /// Enterprise, Education and IoT Enterprise.
    Enterprise,
    /// Enterprise of the Long-Term Servicing Channel, formerly Branch.
    Ltsc,
    /// IoT Enterprise of the same channel.
    IotLtsc,
    /// Windows Server of the Long-Term Servicing Channel.
    Server,
}

/// One release for some editions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The build that all of its updates share.
    pub build: u32,
    /// Its editions.
    pub editions: Editions,
    /// The name people know, as in `Windows 11, version 24H2`.
    pub name: String,
    /// The last day on which it gets fixes.
    pub until: Date,
    /// The page that says so.
    #[serde(deserialize_with = "read_citation")]
    pub source: CitationId,
    /// The day of the copy of that page with which the row was compared.
    pub read: Date,
    /// Who passes the page on, where no copy of the page itself could be read.
    #[serde(default, deserialize_with = "read_reporter")]
    pub reported_by: Option<CitationId>,
}

fn read_reporter<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CitationId>, D::Error> {
    read_citation(deserializer).map(Some)
}

/// A licence that gives a release fixes after its last day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendedTerm {
    /// Of which release.
    pub build: u32,
    /// The licence's activation id, a GUID in small letters.
    pub activation: String,
    /// The last day on which it gives fixes.
    pub until: Date,
    /// The page that says so.
    #[serde(deserialize_with = "read_citation")]
    pub source: CitationId,
}

/// The whole table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    /// The day on which every row was compared with its page. No clock that is right says an earlier one.
    pub date: Date,
    /// Releases, one row for each group of editions.
    #[serde(rename = "release")]
    pub releases: Vec<Release>,
    /// Licences for extended updates.
    #[serde(default)]
    pub extended: Vec<ExtendedTerm>,
}

static LIFECYCLE: LazyLock<Lifecycle> = LazyLock::new(|| match Lifecycle::parse(embedded!("lifecycle")) {
    Ok(lifecycle) => lifecycle,
    Err(problem) => panic!("lifecycle.toml is damaged: {problem}"),
});

/// The table that is built in.
///
/// # Panics
/// Only if the embedded file does not parse, which its test makes impossible to ship.
pub fn embedded_lifecycle() -> &'static Lifecycle {
    &LIFECYCLE
}

impl Lifecycle {
    fn parse(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// The row of a release for some editions. None: the table has none.
    pub fn release(&self, build: u32, editions: Editions) -> Option<&Release> {
        self.releases.iter().find(|row| row.build == build && row.editions == editions)
    }

    /// Whether a build is newer than every one in the table.
    pub fn is_newer(&self, build: u32) -> bool {
        self.releases.iter().all(|row| row.build < build)
    }

    /// What is wrong with the rows: a day that cannot be right, a row that stands twice, an id that is none.
    pub fn problems(&self) -> Vec<CatalogError> {
        let (mut rows, mut ids) = (BTreeSet::new(), BTreeSet::new());
        let mut problems = Vec::new();
        let windows_10 = date(2015, 7, 29);
        for row in &self.releases {
            let mut fail = |what: &str| problems.push(CatalogError::new(format!("lifecycle.toml: {}", row.name), what));
            if !rows.insert((row.build, row.editions)) {
                fail("this build and these editions stand twice");
            }
            if row.until < windows_10 || row.until > windows_10.saturating_add(jiff::Span::new().years(30)) {
                fail("ends on a day that cannot be right");
            }
            // Microsoft's updates come on the second Tuesday of a month, and the last of them too.
            if row.until.weekday() != jiff::civil::Weekday::Tuesday {
                fail("ends on a day on which no updates come");
            }
            if row.read > self.date {
                fail("was compared with its page after the whole table was");
            }
            let passed_on = row.reported_by.map(|page| page.get().passes_on.as_deref());
            if passed_on.is_some_and(|whose| whose != Some(row.source.get().publisher.as_str())) {
                fail("is reported by a page that does not pass on its source");
            }
            if self.date < row.source.get().looked {
                fail("its page was read after the whole table was");
            }
        }
        for row in &self.extended {
            let mut fail = |what: &str| problems.push(CatalogError::new(&row.activation, what));
            let hex = |c: char| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c);
            if row.activation.len() != 36 || !row.activation.chars().all(hex) || !ids.insert(&row.activation) {
                fail("is no activation id, or stands twice");
            }
            let longest = self.releases.iter().filter(|release| release.build == row.build);
            if longest.clone().next().is_none() || longest.clone().all(|release| row.until <= release.until) {
                fail("extends no release");
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_is_built_in_holds() {
        assert_eq!(embedded_lifecycle().problems(), Vec::new());
        assert!(embedded_lifecycle().releases.len() > 30, "the file was read");
    }

    const ROW: &str = "build = 1\neditions = 'ltsc'\nname = 'W'\nuntil = 2029-10-09\nsource = 'windows-11-releases'\nread = '2026-08-22'\n";

    fn table(rows: &str) -> serde_json::Result<Lifecycle> {
        Lifecycle::parse(&crate::catalog::built_in(&format!(
            "date = '2026-11-30'\n{}",
            rows.replace("2029-10-09", "'2029-10-09'")
        )))
    }

    #[test]
    fn what_is_missing_or_cannot_be_right_is_refused() {
        let row = format!("[[release]]\n{ROW}");
        assert_eq!(table(&row).unwrap().problems(), Vec::new());
        assert_eq!(table(&format!("{row}{row}")).unwrap().problems().len(), 1, "twice");
        for (sound, odd) in
            [("2029-10-09", "'2029-10-10'"), ("2029-10-09", "'1999-10-12'"), ("2029-10-09", "'2099-10-13'")]
        {
            assert_eq!(table(&row.replace(sound, odd)).unwrap().problems().len(), 1, "{odd}");
        }
        for (sound, odd) in [
            ("'2026-08-22'", "'2026-12-01'"),
            ("'2026-08-22'", "'2026-08-22'\nreported_by = 'windows-10-releases'"),
            ("'2026-08-22'", "'2026-08-22'\nreported_by = 'ap-on-the-decision'"),
        ] {
            assert_eq!(table(&row.replace(sound, odd)).unwrap().problems().len(), 1, "{odd}");
        }
        let reported = row.replace("'2026-08-22'", "'2026-08-22'\nreported_by = 'windows-26h2-reported'");
        assert_eq!(table(&reported).unwrap().problems(), Vec::new());
        assert!(table(&row.replace("read = '2026-08-22'", "")).is_err(), "each row says when it was read");
        for (sound, odd) in
            [("'ltsc'", "'ultimate'"), ("windows-11-releases", "nonsense"), ("build = 1\n", ""), ("name", "title")]
        {
            assert!(table(&row.replace(sound, odd)).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_licence_extends_a_release_of_the_table() {
        let licence = |build: u32, id: &str, until: &str| {
            format!(
                "[[release]]\n{ROW}[[extended]]\nbuild = {build}\nactivation = '{id}'\nuntil = '{until}'\nsource = 'windows-ten-extended'\n"
            )
        };
        let id = "f520e45e-7413-4a34-a497-d2765967d094";
        assert_eq!(table(&licence(1, id, "2030-10-08")).unwrap().problems(), Vec::new());
        for (build, id, until) in [
            (2, id, "2030-10-08"),
            (1, id, "2029-10-02"),
            (1, "f520", "2030-10-08"),
            (1, "F520E45E-7413-4A34-A497-D2765967D094", "2030-10-08"),
        ] {
            assert_eq!(table(&licence(build, id, until)).unwrap().problems().len(), 1, "{build} {id} {until}");
        }
    }
}
