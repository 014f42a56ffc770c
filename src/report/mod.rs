//! The answer in a form that travels: the JSON object of the contract.

mod json;

pub use json::{SCHEMA_TEXT, ScanReport, scan_report};
