//! Programs that start with Windows or with this account.

use super::{COMMAND, Hive, Key, Registry};
use crate::machine::{Autorun, Looked, Scope};
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
pub(crate) fn look(registry: &dyn Registry, names: &Names<'_>) -> Looked<Autorun> {
    let mut looked = Looked::none();
    for (place, path) in KEYS {
        for hive in registry.hives(place, path, &mut looked) {
            match registry.key(hive, path) {
                Ok(Some(key)) => commands(hive, &key, names, &mut looked),
                Ok(None) => {}
                Err(refused) => looked.gaps.push(refused.into()),
            }
        }
    }
    match registry.key(Hive::Machine, WINLOGON_NOTIFY) {
        Ok(Some(key)) => libraries(&key, &mut looked),
        Ok(None) => {}
        Err(refused) => looked.gaps.push(refused.into()),
    }
    looked
}

fn commands(hive: Hive, key: &Key, names: &Names<'_>, looked: &mut Looked<Autorun>) {
    for name in key.value_names(&mut looked.gaps) {
        let Some(command) = key.text_of(&name, COMMAND, &mut looked.gaps) else { continue };
        let program = image_path::program(&command, names);
        looked.items.push(Autorun {
            name: name.text,
            program: program.likely().unwrap_or_default().to_string(),
            scope: hive.scope(),
            place: key.place.clone(),
        });
    }
}

fn libraries(notify: &Key, looked: &mut Looked<Autorun>) {
    for name in notify.children(&mut looked.gaps) {
        match notify.child(&name) {
            Ok(Some(entry)) => looked.items.push(Autorun {
                name: name.text,
                program: entry.text("DLLName", COMMAND, &mut looked.gaps).unwrap_or_default(),
                scope: Scope::Machine,
                place: entry.place.clone(),
            }),
            Ok(None) => {}
            Err(refused) => looked.gaps.push(refused.into()),
        }
    }
}
