//! The registry of a Windows that is not running, asked as if it were.
//!
//! Its SYSTEM hive stands at a place of its own below `HKLM`, and has control sets by number instead of the link
//! `CurrentControlSet`, which Windows makes at each start. Every question to `HKLM\SYSTEM` is led there, so that each look
//! at a registry is the same for it; and those to `HKLM\SOFTWARE` to that hive, where it is loaded. Other hives of it are
//! not loaded, and what stands in them is not known.

use super::{Hive, Name, Node, Registry, Tell, code};
use crate::machine::{Gap, GapReason};

/// Where every Windows has its SYSTEM hive, in small letters.
const SYSTEM: &str = "system";
/// The same for its SOFTWARE hive.
const SOFTWARE: &str = "software";
/// The set that it runs with, below that.
const CURRENT: &str = "currentcontrolset";
/// The key that says which set that is.
const SELECT: &str = "Select";
/// Windows numbers its sets with three digits.
const MOST: u32 = 999;

/// The keys below `HKLM` that the hives of a Windows are loaded as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loaded<'r> {
    /// SYSTEM.
    pub(crate) system: &'r str,
    /// SOFTWARE. None: it is not loaded.
    pub(crate) software: Option<&'r str>,
}

/// The registry of a Windows whose SYSTEM hive is loaded.
pub(crate) struct AnotherWindows<'r> {
    registry: &'r dyn Registry,
    loaded: Loaded<'r>,
    /// The control set that it would start with.
    set: String,
}

impl<'r> AnotherWindows<'r> {
    /// The Windows whose hives are loaded as these keys, with the set that `Select\Current` names.
    ///
    /// # Errors
    /// The hive does not say which set that is, or has no such set.
    pub(crate) fn open(registry: &'r dyn Registry, loaded: Loaded<'r>) -> Result<Self, Gap> {
        let system = loaded.system;
        let select = registry.required_key(&format!(r"{system}\{SELECT}"))?;
        let odd = |what: &str| Gap::new(GapReason::Failed, select.place.clone(), what);
        let number = select.value("Current")?.ok_or_else(|| odd("Current is missing"))?.dword();
        let number = number.ok().filter(|number| (1..=MOST).contains(number)).ok_or_else(|| odd("Current is odd"))?;
        let set = format!("ControlSet{number:03}");
        registry.required_key(&format!(r"{system}\{set}"))?;
        Ok(Self { registry, loaded, set })
    }

    /// The name of its control set, as in `ControlSet001`.
    pub(crate) fn set(&self) -> &str {
        &self.set
    }

    /// Where a path below `HKLM` stands. None: in a hive that is not loaded.
    fn real_place(&self, path: &str) -> Option<String> {
        let mut steps = path.split('\\');
        let first = steps.next()?;
        if first.eq_ignore_ascii_case(SOFTWARE) {
            return Some([self.loaded.software?].into_iter().chain(steps).collect::<Vec<_>>().join(r"\"));
        }
        if !first.eq_ignore_ascii_case(SYSTEM) {
            return None;
        }
        let steps = steps.map(|step| if step.eq_ignore_ascii_case(CURRENT) { &self.set } else { step });
        Some([self.loaded.system].into_iter().chain(steps).collect::<Vec<_>>().join(r"\"))
    }
}

impl Registry for AnotherWindows<'_> {
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
        match self.real_place(&path.text).filter(|_| hive == Hive::Machine) {
            Some(place) => self.registry.open(hive, &Name::of(&place)),
            None => Err(code::NOT_SUPPORTED),
        }
    }

    /// Of people there is none: their hives are not loaded.
    fn hives(&self, hive: Hive, _: &str, _: &mut dyn Tell) -> Vec<Hive> {
        if hive == Hive::Machine { vec![hive] } else { Vec::new() }
    }
}

impl std::fmt::Debug for AnotherWindows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("AnotherWindows").field(&self.loaded).field(&self.set).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, list, number, text};
    use super::super::fake_rights::Who;
    use super::*;

    const LOADED: Loaded<'_> = Loaded { system: "Loaded-1", software: None };

    fn hive() -> Builder {
        let mut builder = Builder::default();
        builder
            .value(r"HKLM\Loaded-1\Select", "Current", number(2))
            .value(r"HKLM\Loaded-1\ControlSet002\Control\Class\{M}", "UpperFilters", list(&["old"]))
            .value(r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{M}", "UpperFilters", list(&["mine"]))
            .value(r"HKLM\SOFTWARE\Mine", "Value", text("x"));
        builder
    }

    #[test]
    fn the_set_that_it_would_start_with_is_asked_and_never_this_computer() {
        let fake = hive().seen_by(Who::Administrator);
        let other = AnotherWindows::open(&fake, LOADED).unwrap();
        assert_eq!(other.set(), "ControlSet002");
        let class = other.key(Hive::Machine, r"SYSTEM\CurrentControlSet\Control\Class\{M}").unwrap().unwrap();
        let names = class.list("UpperFilters", &mut Vec::new()).unwrap();
        assert_eq!(names.names().collect::<Vec<_>>(), ["old"]);
        assert_eq!(class.place, r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{M}", "as that Windows calls it");
        assert!(other.key(Hive::Machine, r"system\CURRENTCONTROLSET\control\class").unwrap().is_some());
        assert!(other.key(Hive::Machine, r"SYSTEM\Select").unwrap().is_some());
        let opened = fake.opened();
        assert!(opened.iter().all(|place| place.starts_with(r"hklm\loaded-1")), "{opened:?}");
    }

    #[test]
    fn what_stands_in_a_hive_that_is_not_loaded_is_not_known() {
        let fake = hive().seen_by(Who::Administrator);
        let other = AnotherWindows::open(&fake, LOADED).unwrap();
        for (hive, path) in [(Hive::Machine, r"SOFTWARE\Mine"), (Hive::User, r"SYSTEM\Select"), (Hive::Machine, "")] {
            assert_eq!(other.key(hive, path).unwrap_err().code, code::NOT_SUPPORTED, "{path}");
        }
    }

    #[test]
    fn a_software_hive_that_is_loaded_stands_in_its_place_and_people_have_none() {
        let mut builder = hive();
        builder.value(r"HKLM\Loaded-2\Theirs", "Value", text("y"));
        let fake = builder.seen_by(Who::Administrator);
        let other = AnotherWindows::open(&fake, Loaded { software: Some("Loaded-2"), ..LOADED }).unwrap();
        let key = other.key(Hive::Machine, r"Software\Theirs").unwrap().unwrap();
        assert_eq!(key.place, r"HKLM\Software\Theirs", "as that Windows calls it");
        assert!(other.key(Hive::Machine, r"SOFTWARE\Mine").unwrap().is_none(), "this computer's own is not asked");
        assert_eq!(other.hives(Hive::User, "", &mut Vec::<Gap>::new()), []);
    }

    #[test]
    fn a_hive_that_does_not_say_which_set_it_uses_is_not_read() {
        for current in [number(0), number(1), number(1000), number(u32::MAX), text("2")] {
            let mut builder = hive();
            builder.value(r"HKLM\Loaded-1\Select", "Current", current.clone());
            let fake = builder.seen_by(Who::Administrator);
            let gap = AnotherWindows::open(&fake, LOADED).unwrap_err();
            assert_eq!(gap.why, GapReason::Failed, "{current:?}");
        }
        let fake = Builder::default().seen_by(Who::Administrator);
        assert!(AnotherWindows::open(&fake, LOADED).is_err());
    }
}
