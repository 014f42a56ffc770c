//! What Windows loads in Safe Mode.

use super::{Hive, Key, NAME, OrGap, Registry, Tell};
use crate::machine::{Observed, SafeBootEntry};

/// The key below `HKLM`.
const SAFE_BOOT: &str = r"SYSTEM\CurrentControlSet\Control\SafeBoot";
/// Safe Mode, and Safe Mode with Networking.
const MODES: [&str; 2] = ["Minimal", "Network"];

/// Looks at every entry of both modes.
pub(crate) fn list_safe_boot_entries(registry: &dyn Registry) -> Observed<SafeBootEntry> {
    let mut looked = Observed::none();
    for mode in MODES {
        if let Some(key) = registry.key(Hive::Machine, &format!(r"{SAFE_BOOT}\{mode}")).or_gap(&mut looked) {
            entries(&key, &mut looked);
        }
    }
    looked
}

fn entries(mode: &Key, looked: &mut Observed<SafeBootEntry>) {
    for name in mode.children(looked) {
        let place = format!(r"{}\{}", mode.place, name.text);
        let value = match mode.child(&name) {
            Ok(Some(entry)) => entry.text("", NAME, looked).unwrap_or_default(),
            Ok(None) => continue,
            // The name alone says what is loaded, so an entry that may not be read is seen all the same.
            Err(refused) => {
                looked.add_note(refused.into());
                String::new()
            }
        };
        looked.items.push(SafeBootEntry { name: name.text, value, place });
    }
}
