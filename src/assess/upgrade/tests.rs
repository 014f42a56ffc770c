//! What a log names is ours only if it is, and nothing else follows from it.

use super::*;
use crate::assess::{Verdict, assess};
use crate::machine::{Observed, UpgradeBlock};

const RECORDING: &str = include_str!("../../../tests/recordings/removal-tool-drivers.json");
const EMBEDDED: &str = include_str!("../../../tests/recordings/zonealarm.json");
const CLEAN: &str = include_str!("../../../tests/recordings/never-had.json");

fn with(recording: &str, blocks: &[(BlockKind, &str)]) -> Snapshot {
    let mut snapshot: Snapshot = serde_json::from_str(recording).unwrap();
    let block = |(kind, name): &(BlockKind, &str)| UpgradeBlock {
        kind: *kind,
        name: name.to_string(),
        log: r"C:\$WINDOWS.~BT\Sources\Panther\CompatData.xml".into(),
        written: Some(1_795_000_000),
    };
    snapshot.upgrade_blocks = Observed::all(blocks.iter().map(block).collect());
    snapshot
}

fn ours(blocks: &[(BlockKind, &str)]) -> Vec<String> {
    let said = assess(&with(CLEAN, blocks), Catalog::embedded());
    said.upgrade.into_iter().filter(|one| one.ours).map(|one| one.name).collect()
}

#[test]
fn a_file_of_the_vendor_s_is_ours_and_its_neighbours_are_not() {
    let avp = r"c:\program files (x86)\kaspersky lab\kaspersky 21.3\avp.exe";
    let klif = r"c:\windows\system32\drivers\klif.sys";
    let found = ours(&[
        (BlockKind::File, avp),
        (BlockKind::File, klif),
        (BlockKind::File, r"c:\program files\zyzzyx\tool.exe"),
        (BlockKind::File, r"c:\users\user\documents\kaspersky notes.txt"),
        (BlockKind::File, r"c:\windows\system32\drivers\kbdclass.sys"),
        (BlockKind::File, r"c:\zz\klif.sys"),
    ]);
    assert_eq!(found, [avp, klif]);
}

#[test]
fn a_program_is_ours_by_its_name_in_any_language_and_hardware_never_is() {
    let found = ours(&[
        (BlockKind::Program, "Kaspersky Free"),
        (BlockKind::Program, "Антивирус Касперского"),
        (BlockKind::Program, "Zyzzyx Photo Tools"),
        (BlockKind::Hardware, "Kaspersky"),
        (BlockKind::Rule, "Kaspersky"),
    ]);
    assert_eq!(found, ["Kaspersky Free", "Антивирус Касперского"]);
}

#[test]
fn a_driver_package_is_ours_by_its_provider() {
    let mut snapshot = with(
        CLEAN,
        &[(BlockKind::Driver, "OEM7.inf"), (BlockKind::Driver, "oem8.inf"), (BlockKind::Driver, "oem9.inf")],
    );
    let packages = r#"{"items": [
        {"published": "oem7.inf", "original": "klif.inf", "provider": "AO Kaspersky Lab", "place": "x"},
        {"published": "oem8.inf", "original": "zz.inf", "provider": "Zyzzyx Software GmbH", "place": "y"}]}"#;
    snapshot.driver_store = serde_json::from_str(packages).unwrap();
    let said = assess(&snapshot, Catalog::embedded());
    let ours: Vec<&str> = said.upgrade.iter().filter(|one| one.ours).map(|one| one.name.as_str()).collect();
    assert_eq!(ours, ["OEM7.inf"]);
}

#[test]
fn a_file_that_is_a_finding_names_it() {
    let bare = assess(&serde_json::from_str(RECORDING).unwrap(), Catalog::embedded());
    let file = bare.leftovers.iter().find(|one| one.place().contains(":\\")).expect("it has a file or folder");
    let said = assess(&with(RECORDING, &[(BlockKind::File, &file.place().to_lowercase())]), Catalog::embedded());
    assert_eq!(said.upgrade[0].finding.as_ref(), Some(&file.id));
}

/// ZoneAlarm embeds the engine, and its driver has the same name.
#[test]
fn a_driver_that_another_product_brought_is_not_ours() {
    let klif = (BlockKind::File, r"c:\windows\system32\drivers\klif.sys");
    let said = assess(&with(EMBEDDED, &[klif]), Catalog::embedded());
    assert_eq!((said.upgrade.len(), said.upgrade[0].ours), (1, false), "{:?}", said.upgrade);
}

#[test]
fn no_verdict_and_no_finding_follows_from_a_log() {
    let bare = assess(&serde_json::from_str(CLEAN).unwrap(), Catalog::embedded());
    let said = assess(&with(CLEAN, &[(BlockKind::Program, "Kaspersky Free")]), Catalog::embedded());
    assert_eq!((said.verdict, said.leftovers.len(), said.products.len()), (Verdict::Clean, 0, 0));
    assert_eq!(bare.verdict, Verdict::Clean);
}
