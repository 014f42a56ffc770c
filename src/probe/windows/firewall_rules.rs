//! Rules of this computer's firewall, as its registry and its disk tell.

use super::disk_files::DiskFiles;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::firewall_rules;

/// Looks at every rule.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::FirewallRules(firewall_rules::find_firewall_rules(catalog, &Live::COMPUTER, &mut DiskFiles::default()))]
}
