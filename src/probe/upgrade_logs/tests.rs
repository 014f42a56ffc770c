//! Logs on a disk that is made up: which of them count, and that none of them costs anything.

use super::*;
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::registry::fake_rights::Who;

const PANTHER: &str = r"C:\$WINDOWS.~BT\Sources\Panther";
const AFTER: &str = r"C:\Windows\Panther";
const RESULTS: &str = r"C:\Windows\Logs\SetupDiag\SetupDiagResults.xml";

fn program(name: &str) -> String {
    format!("<Program Name=\"{name}\"><CompatibilityInfo BlockingType=\"Hard\"/></Program>")
}

fn report(programs: &str) -> String {
    format!("<?xml version=\"1.0\"?>\r\n<CompatReport><Programs>{programs}</Programs></CompatReport>\r\n")
}

fn compat(name: &str) -> String {
    report(&program(name))
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
    let asset = "<WicaRun><Asset><Property Name=\"LowerCaseLongPathUnexpanded\" Value=\"c:\\kl\\avp.exe\"/><Property \
                 Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"True\"/></Asset></WicaRun>";
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

/// What is behind the end of what was read may be the vendor's: nobody may say that it is not named.
#[test]
fn a_log_that_is_too_long_is_read_up_to_a_point_and_is_not_called_whole() {
    let mut disk = Builder::default();
    let long = format!("{}{}{}", compat("First"), " ".repeat(5000), compat("Last"));
    disk.file(&format!(r"{AFTER}\CompatData.xml"), long.as_str());
    for (most, names_read, whole) in [(1000, vec!["First"], false), (100_000, vec!["First", "Last"], true)] {
        let looked = list_blocks_up_to(most, &disk.seen_by(Who::Administrator), r"C:\Windows");
        assert_eq!(looked.items.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), names_read);
        assert_eq!(looked.complete(), whole, "{most}: {looked:?}");
    }
}

#[test]
fn a_thousand_blockers_are_kept_and_of_more_the_rest_is_not_called_read() {
    for (count, kept, whole) in [(1000, 1000, true), (2500, 2000, false)] {
        let mut disk = Builder::default();
        let many: String = (0..count).map(|number| program(&format!("Zz{number}"))).collect();
        disk.file(&format!(r"{AFTER}\CompatData.xml"), report(&many));
        let looked = look(&disk, Who::Administrator);
        assert_eq!((looked.items.len(), looked.complete()), (kept, whole), "{:?}", looked.gaps);
    }
}

/// A log whose end is lost, as after a crash, names what it names; the rest is not known.
#[test]
fn a_log_that_is_half_written_is_not_called_whole() {
    let whole = report(&format!("{}{}", program("Kaspersky Free"), program("Zyzzyx")));
    for (text, names_read) in [
        (&whole[..whole.len() - 4], vec!["Kaspersky Free", "Zyzzyx"]),
        (&whole[..whole.find("Zyzzyx").unwrap()], vec!["Kaspersky Free"]),
        ("", vec![]),
        ("<?xml version=\"1.0\"", vec![]),
    ] {
        for bytes in [text.as_bytes().to_vec(), utf16(text)] {
            let mut disk = Builder::default();
            disk.file(&format!(r"{AFTER}\CompatData.xml"), bytes);
            let looked = look(&disk, Who::Administrator);
            assert_eq!(looked.items.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), names_read);
            assert_eq!(looked.gaps.len(), 1, "{text}: {looked:?}");
        }
    }
}

/// Somebody else's upgrade may have left a folder in the place of a file, or zeros.
#[test]
fn a_log_of_zeros_is_not_called_whole() {
    let mut disk = Builder::default();
    disk.file(&format!(r"{AFTER}\Zz_APPRAISER_HumanReadable.xml"), vec![0; 4096]);
    let looked = look(&disk, Who::Administrator);
    assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1), "{looked:?}");
}
