//! What a report is made from.

use crate::assess::Examined;
use crate::cleanup::PastRun;
use crate::i18n::Say;
use crate::machine::redact::Redactor;
use jiff::civil::DateTime;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The look.
    pub examined: Examined<'a>,
    /// Which computer was looked at.
    pub source: Source,
    /// When this computer was looked at, in its own time zone. None: that is not known here.
    pub looked_at: Option<DateTime>,
    /// What happened on this computer. None: nobody knows.
    pub history: Option<&'a History>,
    /// Names of people and computers to be taken out.
    pub redactor: &'a Redactor,
}

/// Which computer a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The one that it is made on.
    ThisComputer,
    /// A recorded one.
    Recording,
    /// A practice computer.
    Practice,
}

/// What happened on a computer, as far as this program knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// What a journey found and removed. None: there was no journey.
    pub journey: Option<Journey>,
    /// The clean-ups of the past, the newest first.
    pub clean_ups: Vec<PastRun>,
}

/// What one journey found and removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// Names of the products that were here in the beginning.
    pub found: Vec<String>,
    /// Names of those that are not here any more.
    pub removed: Vec<String>,
    /// Topics that were asked about, each with what was said.
    pub answers: Vec<(Say, Say)>,
    /// Uninstallers that ended, the oldest first.
    pub runs: Vec<RunTold>,
    /// Restarts that were seen, in the computer's own time zone.
    pub restarts: Vec<DateTime>,
}

/// How one uninstaller ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunTold {
    /// The name of the product.
    pub name: String,
    /// When, in the computer's own time zone.
    pub at: Option<DateTime>,
    /// How, in words.
    pub how: Say,
}
