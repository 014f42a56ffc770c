//! What a person takes along: pages as text, the reminder, the report and the list for a network.

pub mod network;
mod plain;
pub mod reminder;
mod report;
mod sheet;

pub use network::network_list;
pub use plain::{plain, plain_block};
pub use reminder::reminder;
pub use report::{ReportFrom, report};
pub use sheet::sheet_html;
