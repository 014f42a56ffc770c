//! What no rule names is never changed by program, whoever made or signed it: a company's name in a file is written
//! by anybody, and what the driver does, for the network or a disk perhaps, is not known. A person decides, by steps.

use super::*;
use crate::catalog::Target;
use crate::machine::{Image, Maker, Os, Presence, Service, ServiceKind, Signer, Start, State};

const VENDOR: &str = "AO Kaspersky Lab";

/// Names that no rule knows, like those of drivers that come with the next version.
fn name() -> impl Strategy<Value = String> {
    "k?l?[a-z]{3,9}[0-9]{0,2}".prop_filter("a rule knows it", |name| {
        let file = format!("{{Drivers}}/{name}.sys");
        let known = [(Target::Service, name.as_str()), (Target::File, file.as_str())];
        known.into_iter().all(|(target, name)| Catalog::embedded().rule_for(Os::Windows, target, name).is_none())
    })
}

/// Whoever may have signed it.
fn maker() -> impl Strategy<Value = Maker> {
    let signer = prop::sample::select(vec![
        Signer::NotAsked,
        Signer::Unsigned,
        Signer::Unknown,
        Signer::Invalid(VENDOR.into()),
        Signer::Valid(VENDOR.into()),
        Signer::Valid("Microsoft Windows Hardware Compatibility Publisher".into()),
    ]);
    (signer, any::<bool>()).prop_map(|(signer, also)| Maker {
        company: Some(VENDOR.into()),
        signer,
        also_signed_by: also.then(|| VENDOR.to_string()).into_iter().collect(),
    })
}

fn driver(name: &str, maker: &Maker, kind: ServiceKind, start: Start, state: State) -> Service {
    let path = format!(r"C:\Windows\System32\drivers\{name}.sys");
    Service {
        name: name.into(),
        kind,
        start: Some(start),
        state,
        image: Image { raw: Some(path.clone()), path: Some(path), there: Presence::Present },
        maker: maker.clone(),
        ..Service::default()
    }
}

fn file(name: &str, maker: &Maker) -> FileSeen {
    FileSeen {
        place: format!("{{Drivers}}/{name}.sys"),
        path: format!(r"C:\Windows\System32\drivers\{name}.sys"),
        kind: FileKind::File,
        scope: Scope::Machine,
        size: Some(4096),
        modified: None,
        entries: None,
        hidden_system: false,
        denied: false,
        maker: maker.clone(),
    }
}

proptest! {
    #[test]
    fn a_driver_that_no_rule_names_is_left_to_a_person(
        name in name(),
        maker in maker(),
        registered in any::<bool>(),
        kind in prop::sample::select(vec![ServiceKind::KernelDriver, ServiceKind::FileSystemDriver]),
        start in prop::sample::select(vec![Start::Boot, Start::System, Start::Manual, Start::Disabled]),
        state in prop::sample::select(vec![State::Running, State::Stopped, State::RegisteredOnly]),
    ) {
        let mut snapshot = MACHINES["never-had"].clone();
        snapshot.files.items.push(file(&name, &maker));
        if registered {
            snapshot.services.items.push(driver(&name, &maker, kind, start, state));
        }
        let assessment = assess(&snapshot, Catalog::embedded());
        let seen = Examined::new(&snapshot, &assessment, Catalog::embedded());
        let ids: Vec<String> = assessment.leftovers.iter().map(|found| found.id.clone()).collect();
        // Even when every finding is wanted, and every loaded driver is to be switched off.
        let plan = plan(&seen, &Selection::leftovers(ids.clone(), ids.clone()), &[]);
        let places: Vec<String> = plan.actions.iter().map(|action| action.change().place().to_lowercase()).collect();
        prop_assert!(!places.iter().any(|place| place.contains(&name)), "{places:?}");
        for found in assessment.leftovers.iter().filter(|found| found.rule.is_empty() && found.name.contains(&name)) {
            prop_assert!(plan.why_not(&found.id).is_some(), "nothing is said about {found:?}");
        }
    }
}
