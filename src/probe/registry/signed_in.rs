//! The accounts that are signed in: Windows has loaded their hives, so the system account can look into them.

use super::{Hive, OrGap, Registry, Tell};
use crate::probe::parse::sid;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The hives of people's accounts below `HKEY_USERS`. An account whose hive is not loaded is not looked at, like
/// every other account on a computer.
pub(crate) fn signed_in(registry: &dyn Registry, told: &mut dyn Tell) -> Vec<Hive> {
    let Some(users) = registry.key(Hive::Users, "").or_gap(told) else { return Vec::new() };
    let people = users.children(told).into_iter().filter(|name| sid::is_person(&name.text));
    people.map(|name| Hive::Account(kept(format!(r"HKU\{}", name.text)))).collect()
}

/// A text that stays until the program ends, each once: a hive's name is told with each key below it.
fn kept(text: String) -> &'static str {
    static TEXTS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text.as_str()) {
        return known;
    }
    let text: &'static str = Box::leak(text.into_boxed_str());
    texts.insert(text);
    text
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, Fake, text};
    use super::super::fake_rights::Who;
    use super::super::{Files, Name, Node, product, programs};
    use super::*;
    use crate::catalog::Catalog;
    use crate::machine::{Maker, Observed, Presence, ProgramSource, Scope};
    use crate::probe::parse::image_path::Names;

    /// The registry as the system account finds it.
    struct AsSystem(Fake);

    impl Registry for AsSystem {
        fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
            self.0.open(hive, path)
        }

        fn hives(&self, hive: Hive, _: &str, told: &mut dyn Tell) -> Vec<Hive> {
            if hive == Hive::User { signed_in(self, told) } else { vec![hive] }
        }
    }

    struct NoFiles;

    impl Files for NoFiles {
        fn names(&self) -> Names<'_> {
            Names { windows: r"C:\Windows", variable: &|_| None }
        }

        fn presence(&mut self, _: &str) -> Presence {
            Presence::Absent
        }

        fn maker(&mut self, _: &str) -> Maker {
            Maker::default()
        }

        fn stranger(&mut self, _: &str, _: &Catalog) -> std::io::Result<Option<Maker>> {
            Ok(None)
        }
    }

    const UNINSTALL: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall";

    #[test]
    fn people_who_are_signed_in_are_looked_at_and_nobody_else() {
        let mut made = Builder::default();
        made.key(r"HKLM\SOFTWARE");
        for (account, name) in [
            ("S-1-5-21-1-2-3-1001", "Kaspersky VPN"),
            ("S-1-12-1-4-5-6-7", "Kaspersky Safe Kids"),
            ("S-1-5-18", "Kaspersky of the system's own"),
            ("S-1-5-21-1-2-3-1001_Classes", "Kaspersky of no account"),
            (".DEFAULT", "Kaspersky of nobody"),
        ] {
            made.value(&format!(r"HKU\{account}\{UNINSTALL}\Q"), "DisplayName", text(name));
        }
        made.value(&format!(r"HKCU\{UNINSTALL}\Q"), "DisplayName", text("Kaspersky of the system's own"));
        let registry = AsSystem(made.seen_by(Who::Administrator));
        let mut looked: Observed<()> = Observed::none();
        let places: Vec<&str> = signed_in(&registry, &mut looked).iter().map(|hive| hive.name()).collect();
        assert_eq!(places.len(), 2, "{places:?}");
        assert!(places.contains(&r"HKU\S-1-5-21-1-2-3-1001") && places.contains(&r"HKU\S-1-12-1-4-5-6-7"));
        let seen = programs::list_programs(Catalog::embedded(), &registry, &mut NoFiles);
        let mut names: Vec<&str> = seen.items.iter().map(|program| program.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Kaspersky Safe Kids", "Kaspersky VPN"]);
        assert!(seen.items.iter().all(|program| program.source == ProgramSource::Hku));
        assert!(seen.items.iter().all(|program| program.source.scope() == Scope::User));
        assert_eq!(seen.gaps, []);
    }

    /// A domain controller's accounts are those of the domain, its administrator among them. The accounts of its
    /// services have hives there as well.
    #[test]
    fn on_a_domain_controller_the_people_of_the_domain_are_looked_at() {
        let mut made = product::tests::computer("LanmanNT");
        let services = ["S-1-5-18", "S-1-5-19", "S-1-5-20", "S-1-5-80-1-2-3-4-5", "S-1-5-90-0-1", "S-1-5-96-0-0"];
        let people = ["S-1-5-21-7-8-9-1105", "S-1-5-21-7-8-9-500"];
        for account in services.iter().chain(&people) {
            let key = format!(r"HKU\{account}\{UNINSTALL}\Q");
            made.value(&key, "DisplayName", text(&format!("Kaspersky of {account}")));
        }
        let registry = AsSystem(made.seen_by(Who::Administrator));
        assert!(product::is_domain_controller(&registry));
        let seen = programs::list_programs(Catalog::embedded(), &registry, &mut NoFiles);
        let names: Vec<&str> = seen.items.iter().map(|program| program.name.as_str()).collect();
        assert_eq!(names, people.map(|account| format!("Kaspersky of {account}")));
        assert_eq!(seen.gaps, []);
    }

    #[test]
    fn a_hive_that_may_not_be_read_is_a_gap_and_the_others_are_looked_at() {
        let mut made = Builder::default();
        for account in ["S-1-5-21-7-8-9-1105", "S-1-5-21-7-8-9-1106"] {
            made.value(&format!(r"HKU\{account}\{UNINSTALL}\Q"), "DisplayName", text("Kaspersky VPN"));
        }
        made.rights(&format!(r"HKU\S-1-5-21-7-8-9-1105\{UNINSTALL}"), "D:P(A;CI;KA;;;SY)");
        let registry = AsSystem(made.seen_by(Who::Administrator));
        let seen = programs::list_programs(Catalog::embedded(), &registry, &mut NoFiles);
        assert_eq!((seen.items.len(), seen.gaps.len()), (1, 1));
        assert!(seen.gaps[0].place.contains("1105"), "{:?}", seen.gaps);
    }

    #[test]
    fn nobody_signed_in_is_an_answer() {
        let registry = AsSystem(Builder::default().key(r"HKU\.DEFAULT\Software").seen_by(Who::Administrator));
        let mut looked: Observed<()> = Observed::none();
        assert_eq!(signed_in(&registry, &mut looked), []);
        assert!(looked.complete() && looked.notes.is_empty());
    }
}
