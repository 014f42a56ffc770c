//! What a test lab found about a product, in the lab's own measure.

use super::citations::CitationId;
use super::device::Device;
use super::stated::{Said, read_citation};
use jiff::civil::Date;
use serde::Deserialize;

/// What a test lab found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabResult {
    /// The lab.
    pub lab: String,
    /// The system that was tested on. A result says nothing about another.
    pub on: Device,
    /// The first month of the test, as `YYYY-MM`.
    from: String,
    /// The last month of the test, as `YYYY-MM`.
    to: String,
    /// The result.
    pub result: Found,
    /// Whether it is the highest grade in a test of protection.
    #[serde(default)]
    pub top: bool,
    /// What kind of page says so.
    pub said: Said,
    /// The page.
    #[serde(deserialize_with = "read_citation")]
    pub source: CitationId,
}

/// A result in the lab's own measure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Found {
    /// Points.
    Points {
        /// For what.
        what: PointsFor,
        /// So many.
        got: String,
        /// Of so many.
        of: String,
    },
    /// An award, by its own name.
    Award(String),
    /// So many percent of the attacks were stopped.
    Blocked(String),
}

/// What points are given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointsFor {
    /// Protection alone.
    Protection,
    /// Protection, speed and false alarms together.
    All,
}

impl LabResult {
    /// The first day of the first month of the test.
    pub fn from(&self) -> Option<Date> {
        month(&self.from)
    }

    /// The first day of the last month of the test.
    pub fn to(&self) -> Option<Date> {
        month(&self.to)
    }
}

/// The first day of a month that is written `YYYY-MM`.
fn month(text: &str) -> Option<Date> {
    format!("{text}-01").parse().ok()
}
