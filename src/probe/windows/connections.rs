//! Open connections to the vendor's address ranges. No others are recorded.

use super::processes;
use crate::catalog::Catalog;
use crate::machine::{Connection, GapReason, Observed, Part};
use crate::probe::or_gap::OrGapAt;
use crate::probe::parse::tcp_table::{self, Row};
use crate::win32::connections::Connections;
use std::collections::BTreeMap;

/// Looks for open connections to the vendor.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    let mut looked = Observed::none();
    let mut rows = Vec::new();
    if let Some(lists) = Connections::load().or_gap_at("connections", &mut looked) {
        for (table, words, parse) in [
            (lists.v4(), "connections by IPv4", tcp_table::established_v4 as fn(&[u8]) -> Option<Vec<Row>>),
            (lists.v6(), "connections by IPv6", tcp_table::established_v6),
        ] {
            let Some(table) = table.or_gap_at(words, &mut looked) else { continue };
            match parse(&table) {
                Some(open) => rows.extend(open),
                None => looked.gap(GapReason::Failed, words, "the list is shorter than it says"),
            }
        }
    }
    rows.retain(|row| catalog.endpoints.contains(row.remote));
    // The names of processes are asked for only when there is somebody to name.
    let names = if rows.is_empty() {
        BTreeMap::new()
    } else {
        processes::process_names().map(|(names, _)| names).unwrap_or_default()
    };
    looked.items.extend(rows.into_iter().map(|Row { remote, port, process }| Connection {
        remote,
        port,
        process: names.get(&process).cloned(),
    }));
    vec![Part::Connections(looked)]
}
