//! Variables that name a certificate file, where Windows keeps them.

use super::{COMMAND, Files, Hive, OrGap, Registry};
use crate::machine::{Gap, Observed, Scope, Setting, SettingKind};
use crate::probe::parse::image_path;
use crate::probe::parse::tool_file::VARIABLES;

/// Where Windows keeps the variables of the computer and of the account.
const ENVIRONMENTS: [(Hive, &str, Scope); 2] = [
    (Hive::Machine, r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment", Scope::Machine),
    (Hive::User, "Environment", Scope::User),
];

/// Decides whether a setting leads to the vendor, as [`crate::probe::settings::judge_setting`] does.
pub(crate) type Judge<'a> = dyn Fn(Setting, &mut Vec<Gap>) -> Option<Setting> + 'a;

/// The variables in the registry, which is where they are set. A value is looked up by its name,
/// and no other variable is read.
pub(crate) fn find_settings(registry: &dyn Registry, files: &dyn Files, judge: &Judge<'_>) -> Observed<Setting> {
    let mut looked = Observed::none();
    let mut places = Vec::new();
    for (hive, path, scope) in ENVIRONMENTS {
        places.extend(registry.hives(hive, path, &mut looked).into_iter().map(|hive| (hive, path, scope)));
    }
    for (hive, path, scope) in places {
        let Some(key) = registry.key(hive, path).or_gap(&mut looked) else { continue };
        for name in VARIABLES {
            let Some(text) = key.text(name, COMMAND, &mut looked) else { continue };
            let setting = Setting {
                kind: SettingKind::Environment,
                name: name.to_string(),
                value: image_path::expand_variables(text.trim().trim_matches('"'), files.names().variable),
                subject: None,
                scope,
                place: key.place.clone(),
            };
            looked.items.extend(judge(setting, &mut looked.gaps));
        }
    }
    looked
}
