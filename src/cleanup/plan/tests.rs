//! Plans for every recorded computer, and for computers that somebody made to mislead us.

mod unnamed;

use super::*;
use crate::assess::{Danger, assess};
use crate::catalog::{Catalog, Kind};
use crate::machine::{FileKind, FileSeen, RegistryKeySeen, Scope, Snapshot};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static MACHINES: LazyLock<BTreeMap<String, Snapshot>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect()
});

fn offered(snapshot: &Snapshot) -> (Assessment, Plan) {
    let assessment = assess(snapshot, Catalog::embedded());
    let seen = Examined::new(snapshot, &assessment, Catalog::embedded());
    let plan = plan_everything(&seen, &[]);
    (assessment, plan)
}

/// Words in places that no plan may ever name.
const NEVER: [&str; 14] = [
    r"\SYSTEMCERTIFICATES\SPC",
    r"\AUTHROOT",
    r"\DISALLOWED",
    r"\POLICIES\",
    r"\EVENTLOG\SYSTEM",
    r"\ENUM\",
    "QB",
    "QUARANTINE",
    "OBJECTS-BACKUP",
    ".EDB",
    "KVRT",
    "SYSTEM VOLUME INFORMATION",
    "WINDOWSUPDATE",
    "CA-CERTIFICATES.CRT",
];

/// What must hold for every plan.
fn hold(snapshot: &Snapshot, assessment: &Assessment, plan: &Plan) {
    for action in &plan.actions {
        let place = action.change().place().to_uppercase();
        for word in NEVER {
            assert!(!place.contains(word), "{place} contains {word}");
        }
        for kept in &assessment.kept {
            let kept = kept.place().to_uppercase();
            let holds =
                kept == place || kept.starts_with(&format!("{place}\\")) || kept.starts_with(&format!("{place}/"));
            assert!(!holds, "{place} holds {kept}");
        }
        let found = assessment.leftovers.iter().find(|one| one.id == action.id()).expect("a plan is about findings");
        assert!(!matches!(found.danger, Danger::Guided | Danger::Live), "{found:?}");
        assert!(!matches!(found.kind, Kind::Process | Kind::Connection | Kind::Account | Kind::NetworkFilter));
        if let Change::DeleteService { key } = action.change() {
            let hooked = snapshot
                .class_filters
                .items
                .iter()
                .any(|list| list.entries.iter().any(|name| name.eq_ignore_ascii_case(key)));
            assert!(!hooked || action.purpose().after_restart, "{key} is still a filter");
        }
    }
    let ids: BTreeSet<&str> = assessment.leftovers.iter().map(|one| one.id.as_str()).collect();
    let told: BTreeSet<&str> =
        plan.actions.iter().map(Action::id).chain(plan.refused.iter().map(|one| one.id.as_str())).collect();
    assert_eq!(ids, told, "every finding is planned or refused");
    assert!(plan.actions.is_sorted_by_key(|action| action.purpose().after_restart), "what waits comes last");
}

#[test]
fn no_recorded_computer_gets_a_plan_that_does_harm() {
    let mut planned = BTreeMap::new();
    for (name, snapshot) in MACHINES.iter() {
        let (assessment, plan) = offered(snapshot);
        hold(snapshot, &assessment, &plan);
        planned.insert(name.as_str(), plan.actions.len());
    }
    for name in [
        "look-alikes",
        "never-had",
        "linux-clean",
        "vault-only",
        "update-policy-office",
        "vpn-adapter-left",
        "pip-setting",
        "f-secure",
    ] {
        assert_eq!(planned[name], 0, "{name}");
    }
    for name in ["mouse-filter", "certificate-only", "linux-leftovers", "artefact-keys", "orphan-klids"] {
        assert!(planned[name] > 0, "{name}");
    }
}

#[test]
fn the_hook_comes_out_first_and_the_driver_waits() {
    let (_, plan) = offered(&MACHINES["mouse-filter"]);
    let [first, rest @ ..] = plan.actions.as_slice() else { panic!("nothing is planned") };
    assert!(matches!(first.change(), Change::TakeFilterEntry { entry, .. } if entry == "klmouflt"), "{first:?}");
    assert!(first.purpose().driver_missing);
    assert!(rest.iter().all(|action| action.purpose().subject != "klmouflt" || action.purpose().after_restart));
}

/// A computer with the mouse filter, its driver registered and not loaded.
fn hooked() -> Snapshot {
    let mut snapshot = MACHINES["mouse-filter"].clone();
    snapshot.services.items.retain(|one| !one.name.eq_ignore_ascii_case("klmouflt"));
    snapshot.services.items.push(crate::machine::Service {
        name: "klmouflt".into(),
        kind: crate::machine::ServiceKind::KernelDriver,
        start: Some(crate::machine::Start::Manual),
        state: crate::machine::State::Stopped,
        image: crate::machine::Image {
            raw: Some(r"system32\drivers\klmouflt.sys".into()),
            path: Some(r"C:\Windows\System32\drivers\klmouflt.sys".into()),
            there: crate::machine::Presence::Present,
        },
        maker: crate::machine::Maker {
            company: Some("AO Kaspersky Lab".into()),
            signer: crate::machine::Signer::Valid("Kaspersky Lab JSC".into()),
            ..Default::default()
        },
        ..Default::default()
    });
    snapshot
}

#[test]
fn key_and_file_of_a_hooked_driver_wait_for_the_restart() {
    let snapshot = hooked();
    let (assessment, plan) = offered(&snapshot);
    hold(&snapshot, &assessment, &plan);
    let mine: Vec<(&Change, bool)> = plan
        .actions
        .iter()
        .filter(|one| one.purpose().subject == "klmouflt")
        .map(|one| (one.change(), one.purpose().after_restart))
        .collect();
    assert!(
        matches!(
            mine.as_slice(),
            [
                (Change::TakeFilterEntry { .. }, false),
                (Change::DeleteService { .. }, true),
                (Change::MoveFile { .. }, true)
            ]
        ),
        "{mine:?}"
    );
    // The driver alone is refused: the list would name nothing.
    let driver = assessment.leftovers.iter().find(|one| one.kind == Kind::Driver && one.name == "klmouflt").unwrap();
    let seen = Examined::new(&snapshot, &assessment, Catalog::embedded());
    let ids = [driver.id.clone()];
    let alone = plan_for(&seen, &ids, &[]);
    assert_eq!(alone.why_not(&driver.id), Some(CleanUpRefusal::FilterFirst));
    // After the entry has gone, and before the restart, it still waits; after the restart it does not.
    let mut later = snapshot.clone();
    for list in &mut later.class_filters.items {
        list.entries.retain(|name| name != "klmouflt");
    }
    let assessment = assess(&later, Catalog::embedded());
    let seen = Examined::new(&later, &assessment, Catalog::embedded());
    let before = plan_for(&seen, &ids, &["klmouflt".to_string()]);
    assert!(before.actions.len() == 2 && before.actions.iter().all(|one| one.purpose().after_restart), "{before:?}");
    let after = plan_for(&seen, &ids, &[]);
    assert!(after.actions.len() == 2 && after.actions.iter().all(|one| !one.purpose().after_restart), "{after:?}");
}

fn plan_for(seen: &Examined<'_>, ids: &[String], unhooked: &[String]) -> Plan {
    plan(seen, &Selection::leftovers(ids.to_vec(), Vec::new()), unhooked)
}

#[test]
fn a_loaded_driver_is_switched_off_only_when_nothing_of_the_vendor_is_here() {
    let mut snapshot = hooked();
    snapshot.class_filters.items.clear();
    let driver = snapshot.services.items.last_mut().unwrap();
    (driver.state, driver.start) = (crate::machine::State::Running, Some(crate::machine::Start::System));
    snapshot.processes = crate::machine::Observed::none();
    snapshot.programs = crate::machine::Observed::none();
    let retired = |snapshot: &Snapshot| {
        let assessment = assess(snapshot, Catalog::embedded());
        let ids: Vec<String> =
            assessment.leftovers.iter().filter(|one| one.name == "klmouflt").map(|one| one.id.clone()).collect();
        let seen = Examined::new(snapshot, &assessment, Catalog::embedded());
        let plain = plan(&seen, &Selection::leftovers(ids.clone(), Vec::new()), &[]);
        assert_eq!(plain.why_not(&ids[0]), Some(CleanUpRefusal::Live), "never by itself");
        plan(&seen, &Selection::leftovers(ids.clone(), ids.clone()), &[])
    };
    assert!(matches!(retired(&snapshot).actions[0].change(), Change::DisableDriver { key } if key == "klmouflt"));
    // The helper looks at the computer only, and leaves its administrator's own places out on purpose.
    let mut for_another = snapshot.clone();
    for_another.host.looked_as = crate::machine::LookedAs::NoAccount;
    for_another.programs.gap(
        crate::machine::GapReason::NotTried,
        r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall",
        "",
    );
    assert_eq!(retired(&for_another).refused, []);
    for_another.programs.gap(
        crate::machine::GapReason::NeedsAdmin,
        r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
        "",
    );
    assert_eq!(retired(&for_another).refused[0].why, CleanUpRefusal::ProductHere);
    let mut running = snapshot.clone();
    running.processes.items.push(crate::machine::Process { name: "avpui.exe".into(), path: None });
    assert_eq!(retired(&running).refused[0].why, CleanUpRefusal::ProductHere);
    let mut unread = snapshot.clone();
    unread.processes = crate::machine::Observed::default();
    assert_eq!(retired(&unread).refused[0].why, CleanUpRefusal::ProductHere);
    let mut unsigned = snapshot.clone();
    unsigned.services.items.last_mut().unwrap().maker.signer = crate::machine::Signer::Unsigned;
    assert_eq!(retired(&unsigned).refused[0].why, CleanUpRefusal::NotProven);
    // Windows asks for Microsoft's own signature on drivers, and it often stands first or alone.
    let microsoft = || crate::machine::Signer::Valid("Microsoft Windows Hardware Compatibility Publisher".into());
    let signed = |company: &str, also: &[&str]| {
        let mut snapshot = snapshot.clone();
        let maker = &mut snapshot.services.items.last_mut().unwrap().maker;
        maker.company = Some(company.into());
        maker.signer = microsoft();
        maker.also_signed_by = also.iter().map(|name| name.to_string()).collect();
        retired(&snapshot)
    };
    assert_eq!(signed("AO Kaspersky Lab", &[]).refused, [], "Microsoft, the company and the name");
    assert_eq!(signed("", &["AO Kaspersky Lab"]).refused, [], "its own signature, further back");
    assert_eq!(signed("", &[]).refused[0].why, CleanUpRefusal::NotProven, "Microsoft signs for everybody");
    assert_eq!(signed("", &["Qadbo Ltd."]).refused[0].why, CleanUpRefusal::NotProven);
    let mut protected = snapshot.clone();
    protected.services.items.last_mut().unwrap().protected = true;
    let assessment = assess(&protected, Catalog::embedded());
    assert!(assessment.leftovers.iter().any(|one| one.name == "klmouflt" && one.danger == Danger::Guided));
}

/// Real names of places, and names that somebody might put in their way.
fn names() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Kaspersky Lab",
        "AVP21.25",
        "Bases",
        "QB",
        "Quarantine",
        "..",
        ".",
        "",
        "Kaspersky 21.25",
        "Data",
        "KES.12",
        "Temp",
        "Windows",
        "Users",
        "vault.edb",
        "Kaspersky Password Manager",
        "System32",
        "C:",
        "kaspersky",
        "kesl",
        "opt",
        "etc",
    ])
    .prop_map(str::to_string)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn hostile_recordings_get_no_plan_that_does_harm(
        machine in any::<prop::sample::Index>(),
        root in prop::sample::select(vec!["{ProgramData}", "{ProgramFilesX86}", "{Drivers}", "{SystemDrive}", "{Linux}", "{LocalAppData}"]),
        below in prop::collection::vec(names(), 1..5),
        other in prop::collection::vec(names(), 1..5),
        kind in prop::sample::select(vec![FileKind::File, FileKind::Folder, FileKind::Link]),
        hive in prop::sample::select(vec!["HKLM", "HKCU", "HKCR", r"HKLM\SOFTWARE", r"HKLM\SYSTEM\CurrentControlSet\Services"]),
    ) {
        let mut snapshot = MACHINES.values().nth(machine.index(MACHINES.len())).unwrap().clone();
        let place = format!("{root}/{}", below.join("/"));
        let path = format!(r"C:\{}", other.join(r"\"));
        snapshot.files.items.push(FileSeen {
            place: place.clone(), path: path.clone(), kind, scope: Scope::Machine, size: None, modified: None,
            entries: Some(1), hidden_system: false, denied: false, maker: Default::default(),
        });
        snapshot.registry.items.push(RegistryKeySeen {
            place: "{HKLM64}/SOFTWARE/KasperskyLab".into(), path: format!(r"{hive}\{}", other.join(r"\")),
            scope: Scope::Machine, subkeys: None, denied: false, values: Default::default(),
        });
        let (assessment, plan) = offered(&snapshot);
        hold(&snapshot, &assessment, &plan);
        for action in plan.actions.iter().filter(|action| action.change().path() == Some(path.as_str())) {
            prop_assert!(path.to_lowercase().ends_with(&below.join(r"\").to_lowercase()), "{place} is not {path}");
            prop_assert!(!path.contains(r"\..") && !path.contains(r"\\"), "{path}");
            prop_assert!(action.purpose().spelled == place);
        }
    }
}
