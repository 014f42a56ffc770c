//! Reports and policies as Fleet takes them with `fleetctl apply`: one document each, of the kinds `report` and
//! `policy`.

use super::all::all_queries;
use super::pack::{INTERVAL, OSQUERY};
use super::policy::all_policies;
use crate::catalog::Catalog;

/// The queries as reports.
pub fn report_documents(catalog: &Catalog) -> String {
    let document = |query: &super::Query| {
        let interval = INTERVAL.to_string();
        format!(
            "{}{}",
            head("report", &query.name, &query.description, query.platform.name(), &query.sql()),
            fields(&[("interval", &interval), ("logging", "snapshot"), ("min_osquery_version", &quoted(OSQUERY))])
        )
    };
    all_queries(catalog).iter().map(document).collect()
}

/// The policies.
pub fn policy_documents(catalog: &Catalog) -> String {
    let document = |policy: &super::Policy| {
        format!(
            "{}{}",
            head("policy", &policy.name, &policy.description, policy.platform.name(), &policy.sql),
            fields(&[("resolution", &quoted(&policy.resolution))])
        )
    };
    all_policies(catalog).iter().map(document).collect()
}

/// What both kinds begin with.
fn head(kind: &str, name: &str, description: &str, platform: &str, sql: &str) -> String {
    let lines: String = sql.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "---\napiVersion: v1\nkind: {kind}\nspec:\n  name: {}\n  description: {}\n  platform: {platform}\n  query: |-\n{lines}",
        quoted(name),
        quoted(description)
    )
}

fn fields(all: &[(&str, &str)]) -> String {
    all.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect()
}

/// A text as YAML: JSON's form is one of YAML's own.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
