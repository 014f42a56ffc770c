//! UpperFilters and LowerFilters: drivers that Windows puts around every device of a class, or
//! around one device. An entry whose driver is gone stops the device.
//!
//! What stands behind an entry is asked by its own name, so that the answer does not hang on a
//! complete list of services.

use super::{Key, NAME, Name, OrGap, Registry, RegistryError, non_empty};
use crate::machine::{FilterLevel, FilterList, FilterSide, GapReason, Observed, Presence};
use std::collections::{BTreeMap, HashMap};

/// The key below `HKLM` that holds classes and devices.
const CONTROL_SET: &str = r"SYSTEM\CurrentControlSet";
/// Its subkey with a key for each class.
const CLASSES: &str = r"Control\Class";
/// Its subkey with a key for each driver.
const SERVICES: &str = "Services";
/// Its subkey with a key for each device, three levels down.
const DEVICES: &str = "Enum";
/// Bus, device and instance.
const DEVICE_LEVELS: u8 = 3;

/// Looks at the filter lists of every class and every device.
pub(crate) fn list_filters(registry: &dyn Registry) -> Observed<FilterList> {
    let mut looked = Observed::none();
    if let Some(control_set) = registry.required_key(CONTROL_SET).or_gap(&mut looked) {
        let mut look = Look { control_set: &control_set, looked: &mut looked };
        look.classes();
        look.devices();
        look.drivers();
    }
    looked
}

struct Look<'a> {
    control_set: &'a Key,
    looked: &'a mut Observed<FilterList>,
}

impl Look<'_> {
    fn classes(&mut self) {
        let Some(classes) = self.control_set.subkey(CLASSES).or_gap(self.looked) else { return };
        for name in classes.children(self.looked).into_iter().filter(Name::is_guid) {
            if let Some(class) = classes.child(&name).or_gap(self.looked) {
                let path = format!(r"{CLASSES}\{}", name.text);
                self.lists(&class, &path, FilterLevel::Class, |look| {
                    let class_name = non_empty(class.text("Class", NAME, look.looked));
                    (Some(name.text.to_uppercase()), class_name)
                });
            }
        }
    }

    fn devices(&mut self) {
        if let Some(devices) = self.control_set.subkey(DEVICES).or_gap(self.looked) {
            self.below(&devices, DEVICES, DEVICE_LEVELS);
        }
    }

    /// Goes down the given number of levels; what stands there is a device.
    fn below(&mut self, key: &Key, path: &str, levels: u8) {
        if levels == 0 {
            return self.lists(key, path, FilterLevel::Device, |look| look.class_of(key));
        }
        for name in key.children(self.looked) {
            if let Some(child) = key.child(&name).or_gap(self.looked) {
                self.below(&child, &format!(r"{path}\{}", name.text), levels - 1);
            }
        }
    }

    /// Both lists of a class or device. Its class is asked only if it has one.
    fn lists(
        &mut self,
        key: &Key,
        path: &str,
        level: FilterLevel,
        class: impl Fn(&mut Self) -> (Option<String>, Option<String>),
    ) {
        for side in [FilterSide::Upper, FilterSide::Lower] {
            let Some(list) = key.list(side.value_name(), self.looked) else { continue };
            let entries: Vec<String> = list.names().map(str::to_string).collect();
            let oddity = list.oddity();
            if entries.is_empty() && oddity.is_none() {
                continue;
            }
            let (class_guid, class_name) = class(self);
            let key = path.to_string();
            let registered = BTreeMap::new();
            let list = FilterList { key, level, side, class_guid, class_name, entries, oddity, registered };
            self.looked.items.push(list);
        }
    }

    /// Asks for the driver behind every entry, each name once.
    fn drivers(&mut self) {
        let services = self.control_set.subkey(SERVICES);
        let mut known = HashMap::new();
        for list in &mut self.looked.items {
            for entry in &list.entries {
                let ask = || registered(&services, entry);
                let presence = known.entry(entry.to_lowercase()).or_insert_with(ask).clone();
                list.registered.insert(entry.clone(), presence);
            }
        }
    }

    /// The class of a device, and its name.
    fn class_of(&mut self, device: &Key) -> (Option<String>, Option<String>) {
        let guid = non_empty(device.text("ClassGUID", NAME, self.looked)).map(|guid| guid.to_uppercase());
        let class = guid.as_ref().and_then(|guid| {
            let classes = self.control_set.subkey(CLASSES).or_gap(self.looked)?;
            classes.subkey_named(guid).or_gap(self.looked)
        });
        let name = class.and_then(|class| non_empty(class.text("Class", NAME, self.looked)));
        (guid, name)
    }
}

/// Whether the key of a driver is there. One that may not be opened is there.
fn registered(services: &Result<Option<Key>, RegistryError>, driver: &str) -> Presence {
    let services = match services {
        Ok(Some(services)) => services,
        Ok(None) => return Presence::Unknown(GapReason::Failed),
        Err(refused) => return Presence::Unknown(refused.gap_reason()),
    };
    match services.subkey_named(driver) {
        Ok(Some(_)) => Presence::Present,
        Ok(None) => Presence::Absent,
        Err(refused) if refused.is_denied() => Presence::Present,
        Err(refused) => Presence::Unknown(refused.gap_reason()),
    }
}
