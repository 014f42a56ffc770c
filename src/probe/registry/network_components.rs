//! Network filters, protocols and adapters, and which filter is bound to which adapter.
//!
//! Only what the catalogue knows or what names the vendor is recorded. Among the keys that are looked
//! at stand others that Windows shows nobody, so a name is judged before its key is opened.

use super::{Hive, Key, NAME, Name, OrGap, Registry, Tell, Told, non_empty};
use crate::catalog::{Catalog, Target};
use crate::machine::{NetworkKind, NetworkObject, Observed, Os};
use crate::probe::parse::filter_records;
use crate::probe::parse::reg_value::REG_BINARY;

/// The key below `HKLM` with classes of components, and below each the components.
const COMPONENTS: &str = r"SYSTEM\CurrentControlSet\Control\Network";
/// The key below `HKLM` with the adapters, numbered with four digits.
const ADAPTERS: &str = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e972-e325-11ce-bfc1-08002be10318}";
/// The key below `HKLM` with the copy that Windows binds from.
const INTERFACES: &str = r"SYSTEM\CurrentControlSet\Control\NetworkSetup2\Interfaces";
/// What is bound to an adapter: filters by their GUID, protocols by their service.
const LINKAGE: [&str; 2] = [FILTERS, "UpperBind"];
/// The same in the copy: filters as records, protocols as a list.
const KERNEL: [&str; 2] = [FILTERS, "ProtocolList"];
/// The list that both have.
const FILTERS: &str = "FilterList";

/// Looks at components, adapters and bindings.
pub(crate) fn list_network_components(catalog: &Catalog, registry: &dyn Registry) -> Observed<NetworkObject> {
    let mut look = Look { catalog, registry, looked: Observed::none(), found: Vec::new() };
    look.components();
    look.adapters();
    look.interfaces();
    look.looked
}

struct Look<'a> {
    catalog: &'a Catalog,
    registry: &'a dyn Registry,
    looked: Observed<NetworkObject>,
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
        for (_, class) in self.opened(COMPONENTS, Name::is_guid) {
            for (guid, key) in self.below(&class, Name::is_guid) {
                self.component(&guid, &key);
            }
        }
    }

    fn component(&mut self, guid: &Name, key: &Key) {
        let told = &mut self.looked;
        let name = key.text("Description", NAME, told).unwrap_or_default();
        let component_id = non_empty(key.text("ComponentId", NAME, told));
        let interface = key.subkey("Ndi").or_gap(told);
        let service = interface.and_then(|key| non_empty(key.text("Service", NAME, told)));
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
        for (_, key) in self.opened(ADAPTERS, is_number) {
            let told = &mut self.looked;
            let name = key.text("DriverDesc", NAME, told).unwrap_or_default();
            let component_id = non_empty(key.text("ComponentId", NAME, told));
            if let Some(linkage) = key.subkey("Linkage").or_gap(told) {
                let entries = bound(&linkage, LINKAGE, told);
                self.bindings(&entries, &linkage.place);
            }
            if self.knows(&name, component_id.as_deref(), None) {
                let place = key.place.clone();
                let kind = NetworkKind::Adapter;
                self.looked.items.push(NetworkObject { kind, name, component_id, service: None, place });
            }
        }
    }

    /// The copy that Windows binds from. On most computers nobody but Windows' own network setup may
    /// read it. Each adapter's own key says the same, so what is refused here is a note.
    fn interfaces(&mut self) {
        let mut told = Told::default();
        if let Some(interfaces) = self.registry.key(Hive::Machine, INTERFACES).or_gap(&mut told) {
            for name in interfaces.children(&mut told).iter().filter(|name| name.is_guid()) {
                let interface = interfaces.child(name).or_gap(&mut told);
                let kernel = interface.and_then(|interface| interface.subkey("Kernel").or_gap(&mut told));
                if let Some(kernel) = kernel {
                    let entries = bound(&kernel, KERNEL, &mut told);
                    self.bindings(&entries, &kernel.place);
                }
            }
        }
        told.pass_on_as_notes(&mut self.looked);
    }

    /// Recorded components, and services the catalogue knows, among what is bound to one adapter.
    fn bindings(&mut self, entries: &[String], place: &str) {
        let found: Vec<NetworkObject> = entries.iter().filter_map(|entry| self.binding(entry, place)).collect();
        self.looked.items.extend(found);
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

    /// Those subkeys of a key below `HKLM` that are wanted, opened; none if it is not there.
    fn opened(&mut self, path: &str, wanted: fn(&Name) -> bool) -> Vec<(Name, Key)> {
        let key = self.registry.key(Hive::Machine, path).or_gap(&mut self.looked);
        key.map(|key| self.below(&key, wanted)).unwrap_or_default()
    }

    fn below(&mut self, key: &Key, wanted: fn(&Name) -> bool) -> Vec<(Name, Key)> {
        let names = key.children(&mut self.looked).into_iter().filter(wanted);
        let open = |name: Name| key.child(&name).or_gap(&mut self.looked).map(|key| (name, key));
        names.collect::<Vec<_>>().into_iter().filter_map(open).collect()
    }
}

/// What the lists of one adapter name.
fn bound(key: &Key, lists: [&str; 2], told: &mut dyn Tell) -> Vec<String> {
    let mut entries = Vec::new();
    for name in lists {
        match key.value(name).or_gap(told) {
            Some(value) if value.kind == REG_BINARY && name == FILTERS => {
                let (filters, left) = filter_records::parse_filters(&value.data);
                if left {
                    told.add_note(key.value_note(name, "bytes that make no record"));
                }
                entries.extend(filters);
            }
            Some(_) => {
                let list = key.list(name, told);
                entries.extend(list.iter().flat_map(|list| list.names()).map(str::to_string));
            }
            None => {}
        }
    }
    entries
}

/// An adapter is a number of four digits.
fn is_number(name: &Name) -> bool {
    !name.text.is_empty() && name.text.bytes().all(|byte| byte.is_ascii_digit())
}
