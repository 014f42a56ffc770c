//! Settings that name a certificate file, and the certificates that Firefox trusts on its own.

use super::account_folders::AccountFolders;
use super::registry::{Hive, Key};
use super::system_folders;
use super::values::COMMAND;
use crate::catalog::Catalog;
use crate::machine::{Certificate, Looked, Os, Part, Scope, Setting, SettingKind};
use crate::probe::Reach;
use crate::probe::parse::image_path;
use crate::probe::parse::tool_file::VARIABLES;
use crate::probe::{firefox, settings};

/// Where Windows keeps the variables of the computer and of the account.
const ENVIRONMENTS: [(Hive, &str, Scope); 2] = [
    (Hive::Machine, r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment", Scope::Machine),
    (Hive::User, "Environment", Scope::User),
];

/// Looks at variables, tools' files and Firefox's profiles.
pub(super) fn look(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    let mut found = variables(catalog, reach);
    let certificates = match AccountFolders::find(reach) {
        Ok(folders) => {
            let files = settings::windows_files(&folders.profile, &folders.roaming);
            found.absorb(settings::look(catalog, Os::Windows, Some(&folders.profile), &[], &files));
            firefox::look(catalog, Os::Windows, &firefox::roots(Os::Windows, &folders.roaming))
        }
        Err(gap) => {
            found.gaps.push(gap.clone());
            Looked::<Certificate>::unknown(gap)
        }
    };
    vec![Part::Settings(found), Part::ToolCertificates(certificates)]
}

/// The variables in the registry, which is where they are set. A value is looked up by its name,
/// and no other variable is read.
fn variables(catalog: &Catalog, reach: Reach) -> Looked<Setting> {
    let mut looked = Looked::none();
    let mut places = Vec::new();
    for (hive, path, scope) in ENVIRONMENTS {
        places.extend(super::hives(reach, hive, path, &mut looked).into_iter().map(|hive| (hive, path, scope)));
    }
    for (hive, path, scope) in places {
        let key = match Key::open(hive, path) {
            Ok(Some(key)) => key,
            Ok(None) => continue,
            Err(refused) => {
                looked.gaps.push(refused.into());
                continue;
            }
        };
        for name in VARIABLES {
            let Some(text) = key.text(name, COMMAND, &mut looked.gaps) else { continue };
            let setting = Setting {
                kind: SettingKind::Environment,
                name: name.to_string(),
                value: image_path::expand(text.trim().trim_matches('"'), system_folders::names().variable),
                subject: None,
                scope,
                place: key.place.clone(),
            };
            looked.items.extend(settings::judge(catalog, Os::Windows, None, setting, &mut looked.gaps));
        }
    }
    looked
}
