//! All of the queries.

use super::query::Query;
use super::{unix_queries, windows_queries};
use crate::catalog::Catalog;

/// Every query, in the order of the pack.
pub fn all_queries(catalog: &Catalog) -> Vec<Query> {
    let mut all = windows_queries::windows_queries(catalog);
    all.extend(unix_queries::linux_queries(catalog));
    all.extend(unix_queries::mac_queries(catalog));
    all
}
