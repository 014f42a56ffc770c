//! The results of many computers, as `scan --json` writes them: read, the newest of each computer kept, counted, and
//! told in a table. Nothing here looks at a computer.
//!
//! What is read is of anybody's making. It is read in pieces, and of each computer no more is kept than its row needs;
//! what is no result is named with its reason, and left out.

mod age;
mod csv;
mod decode;
mod html;
mod input;
mod inventory;
mod label;
mod line;
mod moment;
mod pieces;
mod product_sets;
mod seen;
mod skipped;
mod spool;
mod table;
mod text;
mod words;

pub use csv::{CsvFor, write_csv};
pub use html::write_html;
pub use input::{Place, read_places};
pub use inventory::Inventory;
pub use spool::Spool;
pub use table::Table;
pub use text::write_text;

#[cfg(test)]
mod tests;
