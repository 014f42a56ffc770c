//! A pack of osquery, which Fleet, Elastic and Wazuh take too.

use super::all::all_queries;
use super::query::Query;
use crate::catalog::Catalog;
use serde_json::{Map, Value, json};

/// How often a computer is asked, in seconds.
pub(super) const INTERVAL: u32 = 86_400;
/// The oldest osquery that has each table and column.
pub(super) const OSQUERY: &str = "5.10.0";

/// The pack, as JSON.
pub fn pack_json(catalog: &Catalog) -> String {
    let queries: Map<String, Value> =
        all_queries(catalog).iter().map(|query| (query.name.clone(), query_json(query))).collect();
    let pack = json!({
        "version": OSQUERY,
        "queries": queries,
    });
    serde_json::to_string_pretty(&pack).unwrap_or_default() + "\n"
}

fn query_json(query: &Query) -> Value {
    json!({
        "query": format!("{};", query.sql()),
        "interval": INTERVAL,
        "snapshot": true,
        "platform": query.platform.name(),
        "version": OSQUERY,
        "description": query.description,
    })
}
