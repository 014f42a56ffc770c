//! AMSI and VSS providers: modules that Windows loads into other programs and into backups.

use super::listing::Listings;
use super::registry::{Hive, Key, Name, Refused};
use super::services::SERVICES;
use super::system_folders;
use super::values::{COMMAND, NAME, filled};
use crate::catalog::Catalog;
use crate::machine::{ComProvider, ComProviderKind, Gap, Looked, Part, Presence};
use crate::probe::parse::image_path;

/// The keys below `HKLM\SOFTWARE` of the 64-bit and the 32-bit view.
const VIEWS: [&str; 2] = ["SOFTWARE", r"SOFTWARE\WOW6432Node"];

/// Looks at every provider of both kinds.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut look = Look { looked: Looked::none(), listings: Listings::default() };
    for view in VIEWS {
        look.amsi(view);
    }
    look.vss();
    vec![Part::ComProviders(look.looked)]
}

struct Look {
    looked: Looked<ComProvider>,
    listings: Listings,
}

impl Look {
    /// Each subkey is the class of a provider.
    fn amsi(&mut self, view: &str) {
        // The name of a provider's key is all that is asked of it, so it is not opened.
        let providers = self.ask(Key::open(Hive::Machine, &format!(r"{view}\Microsoft\AMSI\Providers")));
        for id in providers.map(|key| key.children(&mut self.looked)).unwrap_or_default() {
            let class = self.ask(Key::open(Hive::Machine, &format!(r"{view}\Classes\CLSID\{}", id.text)));
            let name = class.as_ref().and_then(|class| class.text("", NAME, &mut self.looked)).unwrap_or_default();
            let module = class.and_then(|class| self.module(&class));
            self.push(ComProviderKind::Amsi, id.text, name, module);
        }
    }

    /// Each subkey is a provider, with its class in a subkey of its own.
    fn vss(&mut self) {
        for (id, provider) in self.opened(&format!(r"{SERVICES}\VSS\Providers")) {
            let name = provider.text("", NAME, &mut self.looked).unwrap_or_default();
            let clsid = self.ask(provider.sub("CLSID")).and_then(|key| filled(key.text("", NAME, &mut self.looked)));
            let class =
                clsid.and_then(|clsid| self.ask(Key::open(Hive::Machine, &format!(r"SOFTWARE\Classes\CLSID\{clsid}"))));
            let module = class.and_then(|class| self.module(&class));
            self.push(ComProviderKind::Vss, id.text, name, module);
        }
    }

    /// The library or program of a class.
    fn module(&mut self, class: &Key) -> Option<String> {
        ["InprocServer32", "LocalServer32"].iter().find_map(|server| {
            let key = self.ask(class.sub(server))?;
            let command = filled(key.text("", COMMAND, &mut self.looked))?;
            image_path::program(&command, &system_folders::names()).likely().map(str::to_string)
        })
    }

    fn push(&mut self, kind: ComProviderKind, id: String, name: String, module: Option<String>) {
        let there = module.as_deref().map_or(Presence::NotAsked, |path| self.listings.presence(path));
        self.looked.items.push(ComProvider { kind, id, name, module, there });
    }

    /// The subkeys of a key below `HKLM`, opened; none if it is not there.
    fn opened(&mut self, path: &str) -> Vec<(Name, Key)> {
        let Some(key) = self.ask(Key::open(Hive::Machine, path)) else { return Vec::new() };
        let names = key.children(&mut self.looked);
        names.into_iter().filter_map(|name| self.ask(key.child(&name)).map(|key| (name, key))).collect()
    }

    fn ask(&mut self, key: Result<Option<Key>, Refused>) -> Option<Key> {
        key.unwrap_or_else(|refused| {
            self.looked.gaps.push(Gap::from(refused));
            None
        })
    }
}
