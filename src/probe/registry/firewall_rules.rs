//! Rules of Windows' firewall that name the vendor or are for one of its programs.
//!
//! Each is a value whose text says everything. Rules come from programs and people, from services that keep
//! themselves apart, and from policies ([MS-GPFAS] 2.2.2 names the key of the last).

use super::{COMMAND, Files, Hive, Key, OrGap, Registry};
use crate::catalog::Catalog;
use crate::machine::{FirewallRule, Observed, Presence};
use crate::probe::parse::firewall_rule::{self, RuleText};
use crate::probe::parse::image_path::expand_variables;
use crate::probe::windows_lists;

/// Keys below `HKLM` whose values are rules.
const LISTS: [&str; 6] = [
    r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules",
    r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm\FirewallRules",
    r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\RestrictedServices\AppIso\FirewallRules",
    r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\RestrictedServices\Configurable\System",
    r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\RestrictedServices\Static\System",
    r"SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules",
];

/// Looks at every rule.
pub(crate) fn find_firewall_rules(
    catalog: &Catalog,
    registry: &dyn Registry,
    files: &mut dyn Files,
) -> Observed<FirewallRule> {
    let mut looked = Observed::none();
    for path in LISTS {
        if let Some(key) = registry.key(Hive::Machine, path).or_gap(&mut looked) {
            list(catalog, &key, files, &mut looked);
        }
    }
    looked
}

fn list(catalog: &Catalog, key: &Key, files: &mut dyn Files, looked: &mut Observed<FirewallRule>) {
    for name in key.value_names(looked) {
        let Some(text) = key.text_of(&name, COMMAND, looked) else { continue };
        let Some(rule) = firewall_rule::parse_firewall_rule(&text) else {
            looked.note(key.place.clone(), format!("{}: this is no rule", name.text));
            continue;
        };
        if windows_lists::concerns_the_vendor(catalog, &rule) {
            looked.items.push(seen(rule, name.text, key.place.clone(), files));
        }
    }
}

fn seen(rule: RuleText, id: String, place: String, files: &mut dyn Files) -> FirewallRule {
    let program = expand_variables(&rule.program, files.names().variable);
    // `System` and other words are no files.
    let there = if program.contains('\\') { files.presence(&program) } else { Presence::NotAsked };
    let program = Some(program).filter(|program| !program.is_empty());
    FirewallRule { id, name: rule.name, group: rule.group, program, there, blocks: rule.blocks, place }
}
