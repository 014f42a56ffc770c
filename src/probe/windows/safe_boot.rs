//! What Windows loads in Safe Mode.

use super::registry::{Hive, Key};
use super::values::NAME;
use crate::catalog::Catalog;
use crate::machine::{Looked, Part, SafeBootEntry};

/// The key below `HKLM`.
const SAFE_BOOT: &str = r"SYSTEM\CurrentControlSet\Control\SafeBoot";
/// Safe Mode, and Safe Mode with Networking.
const MODES: [&str; 2] = ["Minimal", "Network"];

/// Looks at every entry of both modes.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    for mode in MODES {
        match Key::open(Hive::Machine, &format!(r"{SAFE_BOOT}\{mode}")) {
            Ok(Some(key)) => entries(&key, &mut looked),
            Ok(None) => {}
            Err(refused) => looked.gaps.push(refused.into()),
        }
    }
    vec![Part::SafeBoot(looked)]
}

fn entries(mode: &Key, looked: &mut Looked<SafeBootEntry>) {
    for name in mode.children(&mut looked.gaps) {
        let place = format!(r"{}\{}", mode.place, name.text);
        // The name alone says what is loaded, so an entry that may not be read is seen all the same.
        let value = match mode.child(&name) {
            Ok(Some(entry)) => entry.text("", NAME, &mut looked.gaps).unwrap_or_default(),
            Ok(None) => continue,
            Err(refused) => {
                looked.gaps.push(refused.into());
                String::new()
            }
        };
        looked.items.push(SafeBootEntry { name: name.text, value, place });
    }
}
