//! The answer in a form that travels: a document for people, as text and as one HTML file, and the
//! JSON object of the contract.
//!
//! [`report`] says what the document tells; [`text`] and [`html`] only put it into words. So both
//! tell the same, in every language. [`scan_text`] is the short answer of a scan.

mod basis;
mod call_code;
mod code;
mod content;
mod document;
mod found;
mod groups;
mod hide;
mod html;
mod json;
mod line;
mod meaning;
mod protection;
mod saved;
mod scan_text;
mod text;
mod troubles;
mod unseen;
mod when;
mod windows;

pub use basis::{Basis, History, Journey, RunTold, Source};
pub use call_code::{
    CallCode, CallError, CallJson, Count, Group, Letters, Misread, call_json, call_lines, misread_words,
    spelled_letters,
};
pub use code::support_code;
pub use content::report;
pub use document::{Fact, Report, Section, Table};
pub use html::html;
pub use json::{SCHEMA_TEXT, ScanReport, json, scan_report};
pub use line::line;
pub use saved::{
    Comparison, Doubt, SavedError, Side, Thing, ThingKind, compare_results, comparison_report, read_result,
    saved_report,
};
pub use scan_text::scan_text;
pub use text::text;
pub use troubles::{other_blockers, trouble_details, upgrade_words, what_helps, what_it_does};
pub use when::utc_name;
pub use windows::{fixes_words, windows_details};

#[cfg(test)]
mod tests;
