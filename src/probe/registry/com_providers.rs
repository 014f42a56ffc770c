//! AMSI and VSS providers: modules that Windows loads into other programs and into backups.

use super::service_keys::SERVICES;
use super::{COMMAND, Files, Hive, Key, NAME, Name, OrGap, Registry, non_empty};
use crate::machine::{ComProvider, ComProviderKind, Observed, Presence};
use crate::probe::parse::image_path;

/// The keys below `HKLM\SOFTWARE` of the 64-bit and the 32-bit view.
const VIEWS: [&str; 2] = ["SOFTWARE", r"SOFTWARE\WOW6432Node"];

/// Looks at every provider of both kinds.
pub(crate) fn list_com_providers(registry: &dyn Registry, files: &mut dyn Files) -> Observed<ComProvider> {
    let mut look = Look { registry, files, looked: Observed::none() };
    for view in VIEWS {
        look.amsi(view);
    }
    look.vss();
    look.looked
}

struct Look<'a> {
    registry: &'a dyn Registry,
    files: &'a mut dyn Files,
    looked: Observed<ComProvider>,
}

impl Look<'_> {
    /// Each subkey is the class of a provider.
    fn amsi(&mut self, view: &str) {
        // The name of a provider's key is all that is asked of it, so it is not opened.
        let providers =
            self.registry.key(Hive::Machine, &format!(r"{view}\Microsoft\AMSI\Providers")).or_gap(&mut self.looked);
        for id in providers.map(|key| key.children(&mut self.looked)).unwrap_or_default() {
            let class = self
                .registry
                .key(Hive::Machine, &format!(r"{view}\Classes\CLSID\{}", id.text))
                .or_gap(&mut self.looked);
            let name = class.as_ref().and_then(|class| class.text("", NAME, &mut self.looked)).unwrap_or_default();
            let module = class.and_then(|class| self.module(&class));
            self.push(ComProviderKind::Amsi, id.text, name, module);
        }
    }

    /// Each subkey is a provider, with its class in a subkey of its own.
    fn vss(&mut self) {
        for (id, provider) in self.opened(&format!(r"{SERVICES}\VSS\Providers")) {
            let name = provider.text("", NAME, &mut self.looked).unwrap_or_default();
            let clsid = provider
                .subkey("CLSID")
                .or_gap(&mut self.looked)
                .and_then(|key| non_empty(key.text("", NAME, &mut self.looked)));
            let class = clsid.and_then(|clsid| {
                let classes = self.registry.key(Hive::Machine, r"SOFTWARE\Classes\CLSID").or_gap(&mut self.looked)?;
                classes.subkey_named(&clsid).or_gap(&mut self.looked)
            });
            let module = class.and_then(|class| self.module(&class));
            self.push(ComProviderKind::Vss, id.text, name, module);
        }
    }

    /// The library or program of a class.
    fn module(&mut self, class: &Key) -> Option<String> {
        ["InprocServer32", "LocalServer32"].iter().find_map(|server| {
            let key = class.subkey(server).or_gap(&mut self.looked)?;
            let command = non_empty(key.text("", COMMAND, &mut self.looked))?;
            image_path::program_paths(&command, &self.files.names()).likely_path().map(str::to_string)
        })
    }

    fn push(&mut self, kind: ComProviderKind, id: String, name: String, module: Option<String>) {
        let there = module.as_deref().map_or(Presence::NotAsked, |path| self.files.presence(path));
        self.looked.items.push(ComProvider { kind, id, name, module, there });
    }

    /// The subkeys of a key below `HKLM`, opened; none if it is not there.
    fn opened(&mut self, path: &str) -> Vec<(Name, Key)> {
        let Some(key) = self.registry.key(Hive::Machine, path).or_gap(&mut self.looked) else { return Vec::new() };
        let names = key.children(&mut self.looked);
        names.into_iter().filter_map(|name| key.child(&name).or_gap(&mut self.looked).map(|key| (name, key))).collect()
    }
}
