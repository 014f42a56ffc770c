//! App packages (AppX, MSIX) of the vendor: installed for this account, set up for every new one, and staged.
//!
//! Windows keeps them in folders that nobody may list, and in the registry, where each has a key named after
//! the whole package. `Deprovisioned`, which stands beside the lists, says what is *not* to come back, and is
//! not looked at (Microsoft: "Keep removed apps from returning during an update").

use super::{COMMAND, Hive, Key, NAME, OrGap, Registry};
use crate::catalog::Catalog;
use crate::machine::{AppList, AppPackage, Observed, Scope};
use crate::probe::windows_lists;
use std::collections::HashMap;

/// The key below an account's hive with a subkey for each package it has.
const OF_ACCOUNT: &str =
    r"Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages";
/// Keys below `HKLM` with a subkey for each package that is there for all.
const OF_ALL: [(AppList, &str); 3] = [
    (AppList::Provisioned, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications"),
    (AppList::Provisioned, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\InboxApplications"),
    (AppList::Staged, r"SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Staged"),
];

/// A manifest has a few kilobytes. Of a larger one, so much is read.
pub(crate) const MOST_OF_MANIFEST: u64 = 256 * 1024;

/// Looks into every list. `publisher` reads the manifest at a path, and is asked for those of the vendor only.
pub(crate) fn find_app_packages(
    catalog: &Catalog,
    registry: &dyn Registry,
    publisher: &dyn Fn(&str) -> Option<String>,
) -> Observed<AppPackage> {
    let mut look = Look { registry, looked: Observed::none(), manifests: HashMap::new() };
    for (list, path) in OF_ALL {
        look.list(Hive::Machine, path, list);
    }
    for hive in registry.hives(Hive::User, OF_ACCOUNT, &mut look.looked) {
        look.list(hive, OF_ACCOUNT, AppList::Account);
    }
    let Look { mut looked, manifests, .. } = look;
    let publisher = |package: &AppPackage| publisher(manifests.get(&package.full_name)?);
    looked.items = windows_lists::of_the_vendor(catalog, looked.items, &publisher);
    looked
}

struct Look<'a> {
    registry: &'a dyn Registry,
    looked: Observed<AppPackage>,
    /// Where manifests are, by the package's full name.
    manifests: HashMap<String, String>,
}

impl Look<'_> {
    fn list(&mut self, hive: Hive, path: &str, list: AppList) {
        // Where no package was ever set up, or this Windows has no app packages, there is no such key.
        let Some(key) = self.registry.key(hive, path).or_gap(&mut self.looked) else { return };
        for name in key.children(&mut self.looked) {
            let place = format!(r"{}\{}", key.place, name.text);
            // The name of one that may not be read still tells whose it is.
            if let Some(package) = key.listed_child(&name, &mut self.looked) {
                self.package(package.as_ref(), name.text, list, place);
            }
        }
    }

    /// Takes down a package. Without its key, only its name is known.
    fn package(&mut self, key: Option<&Key>, full_name: String, list: AppList, place: String) {
        let mut text = |name: &str, most: usize| key.and_then(|key| key.text(name, most, &mut self.looked));
        let mut display = String::new();
        let manifest = match list {
            AppList::Account => {
                display = text("DisplayName", NAME).unwrap_or_default();
                text("PackageRootFolder", COMMAND).map(|folder| format!(r"{folder}\AppxManifest.xml"))
            }
            AppList::Provisioned | AppList::Staged => text("Path", COMMAND),
        };
        if let Some(manifest) = manifest {
            self.manifests.insert(full_name.clone(), manifest);
        }
        let scope = if list == AppList::Account { Scope::User } else { Scope::Machine };
        self.looked.items.push(AppPackage { full_name, list, display, publisher: None, scope, place });
    }
}
