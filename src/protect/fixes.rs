//! Whether Windows itself still gets fixes: the release and edition that were seen, against the catalogue's table.

use crate::catalog::CitationId;
use crate::catalog::lifecycle::{Editions, ExtendedTerm, Lifecycle, Release};
use crate::machine::{ExtendedUpdate, Os, Snapshot, WindowsRelease};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whether Windows itself still gets fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// It gets them.
    Until(Term),
    /// Its own have ended, and a licence for extended ones is in force.
    Extended(Term),
    /// They have ended. Extended ones are sold still where `sold` is true; a home PC that is enrolled in them does
    /// not show it, so there it proves nothing that no licence was seen.
    Ended {
        /// Of what, and the last day.
        term: Term,
        /// Whether extended updates can be had.
        sold: bool,
    },
    /// The clock says a day before the table was made, so nobody can tell whether the term is over.
    ClockBehind(Term),
    /// This build is newer than every one in the table.
    Newer(u32),
    /// The table does not have this build in this edition.
    NotInTable(u32),
    /// Which Windows this is was not seen.
    NotSeen,
    /// This is no Windows.
    OtherSystem,
}

/// A release of Windows, and a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The name people know, as in `Windows 11, version 24H2`.
    pub name: String,
    /// The last day on which fixes come.
    pub until: Date,
    /// The page that says so.
    pub source: CitationId,
    /// Who passes that page on, where the page itself could not be read.
    pub reported_by: Option<CitationId>,
}

impl Fixes {
    /// Whether fixes come. None: that cannot be told, or is none of this program's business.
    pub fn are_coming(&self) -> Option<bool> {
        match self {
            Self::Until(_) | Self::Extended(_) => Some(true),
            Self::Ended { .. } => Some(false),
            Self::ClockBehind(_) | Self::Newer(_) | Self::NotInTable(_) | Self::NotSeen | Self::OtherSystem => None,
        }
    }

    /// The last day, where one is known.
    pub fn term(&self) -> Option<&Term> {
        match self {
            Self::Until(term) | Self::Extended(term) | Self::ClockBehind(term) | Self::Ended { term, .. } => Some(term),
            Self::Newer(_) | Self::NotInTable(_) | Self::NotSeen | Self::OtherSystem => None,
        }
    }

    /// The state in one word.
    pub fn state(&self) -> FixesState {
        match self {
            Self::Until(_) => FixesState::Until,
            Self::Extended(_) => FixesState::Extended,
            Self::Ended { .. } => FixesState::Ended,
            Self::ClockBehind(_) => FixesState::ClockBehind,
            Self::Newer(_) => FixesState::Newer,
            Self::NotInTable(_) => FixesState::NotInTable,
            Self::NotSeen | Self::OtherSystem => FixesState::Unknown,
        }
    }
}

/// [`Fixes`] in one word. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FixesState {
    /// They come, until the day that stands beside it.
    Until,
    /// They come by a licence for extended updates, until that day.
    Extended,
    /// They ended on that day.
    Ended,
    /// The clock says a day before the table was made.
    ClockBehind,
    /// The build is newer than the table.
    Newer,
    /// The table does not have this build in this edition.
    NotInTable,
    /// Which Windows this is was not seen.
    Unknown,
}

/// Whether the Windows that was looked at still gets fixes. `today` is this computer's own day; without one the day
/// of the table stands for it, since no right clock can say an earlier one.
pub fn windows_fixes(snapshot: &Snapshot, today: Option<Date>, table: &Lifecycle) -> Fixes {
    if snapshot.host.os != Os::Windows {
        return Fixes::OtherSystem;
    }
    let Some(release) = snapshot.windows_release.items.first() else { return Fixes::NotSeen };
    release_fixes(release, &snapshot.extended_updates.items, today, table)
}

/// Whether a release still gets fixes.
pub fn release_fixes(
    release: &WindowsRelease,
    licences: &[ExtendedUpdate],
    today: Option<Date>,
    table: &Lifecycle,
) -> Fixes {
    let build = release.build;
    let Some(row) = editions_of(release).and_then(|editions| table.release(build, editions)) else {
        return if table.is_newer(build) { Fixes::Newer(build) } else { Fixes::NotInTable(build) };
    };
    // What had ended when the table was made has ended, whatever the clock says.
    let day = today.unwrap_or(table.date).max(table.date);
    let behind = today.is_some_and(|today| today < table.date);
    let running = |term: Term, sure: fn(Term) -> Fixes| if behind { Fixes::ClockBehind(term) } else { sure(term) };
    if day <= row.until {
        return running(term_of(row), Fixes::Until);
    }
    let terms = || table.extended.iter().filter(|term| term.build == build);
    let licensed = |term: &&ExtendedTerm| {
        licences.iter().any(|one| one.licensed && one.activation.eq_ignore_ascii_case(&term.activation))
    };
    match terms().filter(licensed).max_by_key(|term| term.until).filter(|term| day <= term.until) {
        Some(term) => {
            let longer = Term { until: term.until, source: term.source, reported_by: None, ..term_of(row) };
            running(longer, Fixes::Extended)
        }
        None => Fixes::Ended { term: term_of(row), sold: terms().any(|term| day <= term.until) },
    }
}

fn term_of(row: &Release) -> Term {
    Term { name: row.name.clone(), until: row.until, source: row.source, reported_by: row.reported_by }
}

/// The editions that one belongs to. `EditionID` is not translated; Microsoft's page on `OperatingSystemSKU` and
/// `GetProductInfo` has the same names. None: one that the table knows nothing of.
pub fn editions_of(release: &WindowsRelease) -> Option<Editions> {
    let edition = release.edition.to_ascii_lowercase();
    let begins = |names: &[&str]| names.iter().any(|name| edition.starts_with(name));
    let client = release.installation.eq_ignore_ascii_case("client");
    match edition.as_str() {
        // Enterprise for several sessions at once calls itself a server's role.
        "serverrdsh" => Some(Editions::Enterprise),
        _ if begins(&["server"]) && !client => Some(Editions::Server),
        "enterprises" | "enterprisesn" | "enterpriseseval" | "enterprisesneval" => Some(Editions::Ltsc),
        "iotenterprises" | "iotenterprisesk" => Some(Editions::IotLtsc),
        _ if begins(&["enterprise", "education", "iotenterprise"]) => Some(Editions::Enterprise),
        _ if begins(&["core", "professional", "cloudedition"]) => Some(Editions::HomePro),
        _ => None,
    }
}

#[cfg(test)]
#[path = "fixes/tests.rs"]
mod tests;
