//! Windows Update policy that leads updates away from Microsoft, as a management agent may leave it.

use super::{COMMAND, Hive, Key, Registry};
use crate::machine::{Gap, Looked, UpdatePolicy};
use crate::probe::parse::reg_value::REG_DWORD;

/// The key below `HKLM`.
const POLICY: &str = r"SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate";
/// A subkey, and the values of interest in it.
const VALUES: [(&str, &[&str]); 2] =
    [("", &["WUServer", "WUStatusServer", "DoNotConnectToWindowsUpdateInternetLocations"]), (r"\AU", &["UseWUServer"])];

/// Looks at the values that decide where updates come from.
pub(crate) fn look(registry: &dyn Registry) -> Looked<UpdatePolicy> {
    let mut looked = Looked::none();
    for (subkey, values) in VALUES {
        match registry.key(Hive::Machine, &format!("{POLICY}{subkey}")) {
            Ok(Some(key)) => {
                for name in values {
                    if let Some(value) = value(&key, name, &mut looked.gaps) {
                        looked.items.push(UpdatePolicy { name: name.to_string(), value, place: key.place.clone() });
                    }
                }
            }
            Ok(None) => {}
            Err(refused) => looked.gaps.push(refused.into()),
        }
    }
    looked
}

/// A value as text, whether it is stored as text or as a number.
fn value(key: &Key, name: &str, gaps: &mut Vec<Gap>) -> Option<String> {
    match key.value(name) {
        Ok(Some(value)) if value.kind == REG_DWORD => key.dword(name, gaps).map(|number| number.to_string()),
        Ok(Some(_)) => key.text(name, COMMAND, gaps),
        Ok(None) => None,
        Err(refused) => {
            gaps.push(refused.into());
            None
        }
    }
}
