//! Logs on a disk that is made up: which of them count, and that none of them costs anything.

use super::*;
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::registry::fake_rights::Who;

const PANTHER: &str = r"C:\$WINDOWS.~BT\Sources\Panther";
const AFTER: &str = r"C:\Windows\Panther";
const RESULTS: &str = r"C:\Windows\Logs\SetupDiag\SetupDiagResults.xml";

fn compat(program: &str) -> String {
    format!(
        "<CompatReport><Programs><Program Name=\"{program}\"><CompatibilityInfo BlockingType=\"Hard\"/></Program></Programs></CompatReport>"
    )
}

fn look(disk: &Builder, who: Who) -> Observed<UpgradeBlock> {
    list_upgrade_blocks(&disk.seen_by(who), r"C:\Windows")
}

fn names(looked: &Observed<UpgradeBlock>) -> Vec<(BlockKind, &str)> {
    looked.items.iter().map(|one| (one.kind, one.name.as_str())).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn the_newest_log_of_each_kind_counts_in_either_encoding() {
    let mut disk = Builder::default();
    let asset = "<Asset><Property Name=\"LowerCaseLongPathUnexpanded\" Value=\"c:\\kl\\avp.exe\"/><Property \
                 Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"True\"/></Asset>";
    disk.file(&format!(r"{PANTHER}\CompatData_2026_10_01.xml"), compat("Old"))
        .file(&format!(r"{PANTHER}\CompatData_2026_11_01.xml"), utf16(&compat("New")))
        .file(&format!(r"{AFTER}\CompatData_2026_09_01.xml"), compat("Older"))
        .file(&format!(r"{PANTHER}\NI_4.4.0.1_APPRAISER_HumanReadable.xml"), utf16(asset))
        .file(&format!(r"{PANTHER}\setupact.log"), compat("no log of this kind"))
        .file(RESULTS, "<SetupDiag><ProfileName>CompatScanOnly</ProfileName></SetupDiag>");
    let looked = look(&disk, Who::Administrator);
    assert_eq!(
        names(&looked),
        [(BlockKind::Program, "New"), (BlockKind::File, r"c:\kl\avp.exe"), (BlockKind::Rule, "CompatScanOnly")]
    );
    assert!(looked.complete() && looked.items.iter().all(|one| one.written.is_some()), "{looked:?}");
}

#[test]
fn without_logs_there_is_nothing_and_nothing_is_unknown() {
    let mut disk = Builder::default();
    assert_eq!(look(&disk, Who::User), Observed::none());
    disk.folder(PANTHER).folder(&format!(r"{PANTHER}\CompatData_folder.xml")).file(&format!(r"{AFTER}\x.xml"), "");
    assert_eq!(look(&disk, Who::User), Observed::none());
}

#[test]
fn what_may_not_be_read_is_a_gap_of_its_own_place_and_the_rest_counts() {
    let mut disk = Builder::default();
    disk.file(&format!(r"{AFTER}\CompatData.xml"), compat("Here"))
        .file(&format!(r"{PANTHER}\CompatData.xml"), compat("Closed"))
        .rights(PANTHER, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)");
    let looked = look(&disk, Who::User);
    assert_eq!(names(&looked), [(BlockKind::Program, "Here")]);
    let gaps: Vec<GapReason> = looked.gaps.iter().map(|gap| gap.why).collect();
    assert_eq!(gaps, [GapReason::NeedsAdmin]);
    disk.make_odd(&format!(r"{AFTER}\CompatData.xml"), Odd::Goes);
    assert_eq!(names(&look(&disk, Who::User)), [], "it went, and that is no gap");
}

#[test]
fn a_log_that_is_too_long_is_read_up_to_a_point_and_that_is_said() {
    let mut disk = Builder::default();
    let long = format!("{}{}{}", compat("First"), " ".repeat(5000), compat("Last"));
    disk.file(&format!(r"{AFTER}\CompatData.xml"), long.as_str());
    let (disk, file) = (disk.seen_by(Who::Administrator), Path::new(r"C:\Windows\Panther\CompatData.xml"));
    let (named, whole) = blocks_of(&disk, file, 1000).unwrap();
    assert_eq!((named.blocks.len(), whole), (1, false));
    let (named, whole) = blocks_of(&disk, file, 100_000).unwrap();
    assert_eq!((named.blocks.len(), whole), (2, true));
}

#[test]
fn of_many_blockers_the_log_keeps_some_and_notes_the_rest() {
    let mut disk = Builder::default();
    let many: String = (0..1000).map(|number| compat(&format!("Zz{number}"))).collect();
    disk.file(&format!(r"{AFTER}\CompatData.xml"), many);
    let looked = look(&disk, Who::Administrator);
    assert_eq!((looked.items.len(), looked.notes.len()), (100, 1));
    assert!(looked.notes[0].detail.starts_with("900 more"), "{:?}", looked.notes);
}
