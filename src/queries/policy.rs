//! Policies: questions whose answer has a row if all is well.
//!
//! osquery's errors are answers without rows. So a policy also asks whether the table answers at all: a computer that
//! could not be looked at does not pass.

use super::all::all_queries;
use super::query::{Platform, Query};
use crate::catalog::Catalog;

/// One policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its name: what was not found, and never *clean*.
    pub name: String,
    /// The system it is for.
    pub platform: Platform,
    /// What passing means, and what it does not mean.
    pub description: String,
    /// What to do where it fails.
    pub resolution: String,
    /// The SQL: one row is pass.
    pub sql: String,
}

/// The queries that are asked as policies: what it says, and what shows that the place could be looked at.
const ASKED: [(&str, &str, &str); 7] = [
    ("kaspersky_programs_found", "no registered Kaspersky program was found", "SELECT 1 FROM programs"),
    ("kaspersky_services_found", "no registered Kaspersky service or driver was found", "SELECT 1 FROM services"),
    (
        "kaspersky_class_filters_found",
        "no Kaspersky entry in a filter list was found",
        r"SELECT 1 FROM registry WHERE key LIKE 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\%'",
    ),
    ("kaspersky_certificates_found", "no Kaspersky certificate was found", "SELECT 1 FROM certificates"),
    (
        "kaspersky_packages_linux_found",
        "no Kaspersky package was found",
        "SELECT 1 FROM deb_packages UNION ALL SELECT 1 FROM rpm_packages",
    ),
    ("kaspersky_units_linux_found", "no Kaspersky unit or module was found", "SELECT 1 FROM systemd_units"),
    ("kaspersky_apps_mac_found", "no Kaspersky app was found", "SELECT 1 FROM apps"),
];

/// Every policy. Names that others may use are in the reports only.
pub fn all_policies(catalog: &Catalog) -> Vec<Policy> {
    let queries = all_queries(catalog);
    ASKED.iter().filter_map(|asked| policy(asked, queries.iter().find(|query| query.name == asked.0)?)).collect()
}

fn policy((_, says, answers): &(&str, &str, &str), query: &Query) -> Option<Policy> {
    let found = query.sure_sql()?;
    let system = match query.platform {
        Platform::Windows => "Windows",
        Platform::Linux => "Linux",
        Platform::Darwin => "macOS",
    };
    Some(Policy {
        name: format!("Kaspersky on {system}: {says}"),
        platform: query.platform,
        description: format!(
            "Passes if osquery could look and {says}. This does not say that the computer is clean: osquery does not see \
             everything, and takes what it may not read for absent. Clean Break's own scan decides."
        ),
        resolution:
            "Run cleanbreak-cli scan on this computer: it says what is there and what to do. Put another protection \
                     in place first, remove the product with its own uninstaller, restart, and scan again."
                .into(),
        sql: format!("SELECT 1 WHERE EXISTS ({answers})\nAND NOT EXISTS (\n{found}\n)"),
    })
}
