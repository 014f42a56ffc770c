//! Windows Update policy that leads updates away from Microsoft, as a management agent may leave it.

use super::{COMMAND, Hive, Key, OrGap, Registry, Tell};
use crate::machine::{Observed, UpdatePolicy};
use crate::probe::parse::reg_value::REG_DWORD;

/// The key below `HKLM`.
const POLICY: &str = r"SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate";
/// A subkey, and the values of interest in it.
const VALUES: [(&str, &[&str]); 2] =
    [("", &["WUServer", "WUStatusServer", "DoNotConnectToWindowsUpdateInternetLocations"]), (r"\AU", &["UseWUServer"])];

/// Looks at the values that decide where updates come from.
pub(crate) fn read_update_policy(registry: &dyn Registry) -> Observed<UpdatePolicy> {
    let mut looked = Observed::none();
    for (subkey, values) in VALUES {
        let key = registry.key(Hive::Machine, &format!("{POLICY}{subkey}")).or_gap(&mut looked);
        for (key, name) in key.iter().flat_map(|key| values.iter().map(move |name| (key, name))) {
            if let Some(value) = value(key, name, &mut looked) {
                looked.items.push(UpdatePolicy { name: name.to_string(), value, place: key.place.clone() });
            }
        }
    }
    looked
}

/// A value as text, whether it is stored as text or as a number.
fn value(key: &Key, name: &str, told: &mut dyn Tell) -> Option<String> {
    match key.value(name).or_gap(told)?.kind {
        REG_DWORD => key.dword(name, told).map(|number| number.to_string()),
        _ => key.text(name, COMMAND, told),
    }
}
