//! Programs that start with Windows or with this account.

use super::{COMMAND, Hive, Key, OrGap, Registry};
use crate::machine::{Autorun, Observed, Scope};
use crate::probe::parse::image_path::{self, Names};

/// Keys whose values are commands.
const KEYS: [(Hive, &str); 6] = [
    (Hive::Machine, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run"),
    (Hive::Machine, r"SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce"),
    (Hive::Machine, r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Run"),
    (Hive::Machine, r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\RunOnce"),
    (Hive::User, r"Software\Microsoft\Windows\CurrentVersion\Run"),
    (Hive::User, r"Software\Microsoft\Windows\CurrentVersion\RunOnce"),
];

/// Libraries that older Windows loaded at sign-in; one subkey each. Products for it registered here.
const WINLOGON_NOTIFY: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon\Notify";

/// Looks at every entry. Arguments are not recorded. `names` are those that commands are written with.
pub(crate) fn list_autoruns(registry: &dyn Registry, names: &Names<'_>) -> Observed<Autorun> {
    let mut looked = Observed::none();
    for (place, path) in KEYS {
        for hive in registry.hives(place, path, &mut looked) {
            if let Some(key) = registry.key(hive, path).or_gap(&mut looked) {
                commands(hive, &key, names, &mut looked);
            }
        }
    }
    if let Some(key) = registry.key(Hive::Machine, WINLOGON_NOTIFY).or_gap(&mut looked) {
        libraries(&key, &mut looked);
    }
    looked
}

fn commands(hive: Hive, key: &Key, names: &Names<'_>, looked: &mut Observed<Autorun>) {
    for name in key.value_names(looked) {
        let command = key.text_of(&name, COMMAND, looked);
        // The name of one that says nothing still tells whose it is, unless it has gone since it was listed.
        if command.is_none() && key.value_named(&name) == Ok(None) {
            continue;
        }
        let program = image_path::program_paths(&command.unwrap_or_default(), names);
        looked.items.push(Autorun {
            name: name.text,
            program: program.likely_path().unwrap_or_default().to_string(),
            scope: hive.scope(),
            place: key.place.clone(),
        });
    }
}

fn libraries(notify: &Key, looked: &mut Observed<Autorun>) {
    for name in notify.children(looked) {
        // The name of one that may not be read still tells whose it is.
        let Some(entry) = notify.listed_child(&name, looked) else { continue };
        let program = entry.and_then(|entry| entry.text("DLLName", COMMAND, looked)).unwrap_or_default();
        looked.items.push(Autorun { name: name.text, program, scope: Scope::Machine, place: notify.place.clone() });
    }
}
