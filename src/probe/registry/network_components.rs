//! Network filters, protocols and adapters, and which filter is bound to which adapter.
//!
//! Only what the catalogue knows or what names the vendor is recorded.

use super::{Hive, Key, NAME, Name, Registry, answer, filled};
use crate::catalog::{Catalog, Target};
use crate::machine::{Looked, NetworkKind, NetworkObject, Os};

/// The key below `HKLM` with classes of components, and below each the components.
const COMPONENTS: &str = r"SYSTEM\CurrentControlSet\Control\Network";
/// The key below `HKLM` with the adapters, numbered with four digits.
const ADAPTERS: &str = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e972-e325-11ce-bfc1-08002be10318}";
/// The key below `HKLM` with the copy that Windows binds from.
const INTERFACES: &str = r"SYSTEM\CurrentControlSet\Control\NetworkSetup2\Interfaces";
/// Lists that name what is bound to an adapter: filters by their GUID, protocols by their service.
const BINDINGS: [&str; 2] = ["FilterList", "UpperBind"];

/// Looks at components, adapters and bindings.
pub(crate) fn look(catalog: &Catalog, registry: &dyn Registry) -> Looked<NetworkObject> {
    let mut look = Look { catalog, registry, looked: Looked::none(), found: Vec::new() };
    look.components();
    look.adapters();
    look.interfaces();
    look.looked
}

struct Look<'a> {
    catalog: &'a Catalog,
    registry: &'a dyn Registry,
    looked: Looked<NetworkObject>,
    found: Vec<Component>,
}

/// A component that was recorded, as bindings name it.
struct Component {
    /// Its GUID in small letters, with braces.
    guid: String,
    component_id: Option<String>,
    service: Option<String>,
    name: String,
}

impl Look<'_> {
    fn components(&mut self) {
        for (class, class_key) in self.opened(COMPONENTS) {
            if !is_guid(&class) {
                continue;
            }
            for (guid, key) in self.below(&class_key) {
                if is_guid(&guid) {
                    self.component(&guid, &key);
                }
            }
        }
    }

    fn component(&mut self, guid: &Name, key: &Key) {
        let told = &mut self.looked;
        let name = key.text("Description", NAME, told).unwrap_or_default();
        let component_id = filled(key.text("ComponentId", NAME, told));
        let interface = answer(key.sub("Ndi"), told);
        let service = interface.and_then(|key| filled(key.text("Service", NAME, told)));
        if self.knows(&name, component_id.as_deref(), service.as_deref()) {
            self.found.push(Component {
                guid: guid.text.to_lowercase(),
                component_id: component_id.clone(),
                service: service.clone(),
                name: name.clone(),
            });
            let place = key.place.clone();
            self.looked.items.push(NetworkObject { kind: NetworkKind::Component, name, component_id, service, place });
        }
    }

    fn adapters(&mut self) {
        for (number, key) in self.opened(ADAPTERS) {
            // `Properties` stands here too; nobody but the system may read it.
            if !number.text.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let told = &mut self.looked;
            let name = key.text("DriverDesc", NAME, told).unwrap_or_default();
            let component_id = filled(key.text("ComponentId", NAME, told));
            if let Some(linkage) = answer(key.sub("Linkage"), told) {
                self.bindings(&linkage);
            }
            if self.knows(&name, component_id.as_deref(), None) {
                let place = key.place.clone();
                let kind = NetworkKind::Adapter;
                self.looked.items.push(NetworkObject { kind, name, component_id, service: None, place });
            }
        }
    }

    fn interfaces(&mut self) {
        for (_, interface) in self.opened(INTERFACES) {
            if let Some(kernel) = answer(interface.sub("Kernel"), &mut self.looked) {
                self.bindings(&kernel);
            }
        }
    }

    /// Recorded components, and services the catalogue knows, in the lists of one adapter.
    fn bindings(&mut self, key: &Key) {
        for list in BINDINGS {
            let Some(list) = key.list(list, &mut self.looked) else { continue };
            for entry in list.names() {
                if let Some(binding) = self.binding(entry, &key.place) {
                    self.looked.items.push(binding);
                }
            }
        }
    }

    /// The object that an entry binds, if it is one of ours.
    fn binding(&self, entry: &str, place: &str) -> Option<NetworkObject> {
        let lower = entry.to_lowercase();
        let named = |component: &&Component| {
            lower.contains(&component.guid)
                || component.service.as_ref().is_some_and(|name| name.eq_ignore_ascii_case(entry))
        };
        let (kind, place) = (NetworkKind::Binding, place.to_string());
        match self.found.iter().find(named) {
            Some(Component { component_id, service, name, .. }) => {
                let (component_id, service) = (component_id.clone(), service.clone());
                Some(NetworkObject { kind, name: name.clone(), component_id, service, place })
            }
            // The component is gone and the binding stayed.
            None if self.knows(entry, None, Some(entry)) => {
                let service = Some(entry.to_string());
                Some(NetworkObject { kind, name: entry.to_string(), component_id: None, service, place })
            }
            None => None,
        }
    }

    fn knows(&self, name: &str, component_id: Option<&str>, service: Option<&str>) -> bool {
        let rule = |target, text: &str| self.catalog.rule_for(Os::Windows, target, text).is_some();
        [Some(name), component_id].into_iter().flatten().any(|text| rule(Target::Network, text))
            || service.is_some_and(|service| rule(Target::Service, service))
            || [Some(name), component_id].into_iter().flatten().any(|text| self.catalog.vendor.is_named_in(text))
    }

    /// The subkeys of a key below `HKLM`, opened; none if it is not there.
    fn opened(&mut self, path: &str) -> Vec<(Name, Key)> {
        answer(self.registry.key(Hive::Machine, path), &mut self.looked).map(|key| self.below(&key)).unwrap_or_default()
    }

    fn below(&mut self, key: &Key) -> Vec<(Name, Key)> {
        let names = key.children(&mut self.looked);
        names.into_iter().filter_map(|name| answer(key.child(&name), &mut self.looked).map(|key| (name, key))).collect()
    }
}

fn is_guid(name: &Name) -> bool {
    name.text.starts_with('{') && name.text.ends_with('}')
}
