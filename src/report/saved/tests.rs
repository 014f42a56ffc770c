use super::*;
use crate::assess::{Verdict, assess};
use crate::catalog::Catalog;
use crate::i18n::Texts;
use crate::machine::redact::Redactor;
use crate::machine::safe::safe_json;
use crate::machine::{CheckId, GapReason};
use crate::report::json::{ScanReport, UnknownEntry, scan_report};
use crate::report::{html, text};

fn results() -> Vec<(&'static str, ScanReport)> {
    let catalog = Catalog::embedded();
    let all = crate::report::tests::recorded().map(|(name, snapshot)| {
        let assessment = assess(&snapshot, catalog);
        (name, scan_report(&snapshot, &assessment, &catalog.date, &|reason| Texts::english().reason(reason)))
    });
    all.collect()
}

fn result(name: &str) -> ScanReport {
    results().into_iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn what_was_saved_is_read_in_every_encoding_a_shell_makes() {
    for (name, result) in results() {
        let saved = safe_json(&result).unwrap();
        let utf16 = |unit: fn(u16) -> [u8; 2]| saved.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let all = [
            saved.clone().into_bytes(),
            [&[0xef, 0xbb, 0xbf], saved.as_bytes()].concat(),
            [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes)].concat(),
            [&[0xfe, 0xff][..], &utf16(u16::to_be_bytes)].concat(),
        ];
        for bytes in all {
            assert_eq!(read_result(&bytes).as_ref(), Ok(&result), "{name}");
        }
    }
}

#[test]
fn what_is_no_result_says_what_it_is() {
    let saved = safe_json(&result("ultraav")).unwrap();
    assert!(matches!(read_result(&saved.as_bytes()[..saved.len() / 2]), Err(SavedError::Damaged(_))));
    assert!(matches!(read_result(&[0xff, 0xfe, 0x7b]), Err(SavedError::Damaged(_))));
    assert!(matches!(read_result(&[0x80, 0x81]), Err(SavedError::Damaged(_))));
    assert!(matches!(read_result(b""), Err(SavedError::Damaged(_))));
    assert_eq!(read_result(b"[1, 2]"), Err(SavedError::Other));
    assert_eq!(read_result(saved.replace("\"cleanbreak\"", "\"other\"").as_bytes()), Err(SavedError::Other));
    assert_eq!(read_result(saved.replacen("\"schema\": 1", "\"schema\": 7", 1).as_bytes()), Err(SavedError::Newer(7)));
    assert_eq!(read_result(b"{\"schema\": 7, \"what\": 1}"), Err(SavedError::Newer(7)));
    let recording = include_bytes!("../../../tests/recordings/ultraav.json");
    assert_eq!(read_result(recording), Err(SavedError::Recording));
}

/// A result of the first version of this program had neither a time nor a call code.
#[test]
fn an_older_result_is_read() {
    let mut saved = serde_json::to_value(result("suite-21-25")).unwrap();
    for later in ["seen_at", "call_code"] {
        saved.as_object_mut().unwrap().remove(later);
    }
    let read = read_result(saved.to_string().as_bytes()).unwrap();
    let shown = text(&saved_report(&read, &Redactor::default()), &Texts::english());
    assert!(shown.contains("does not say when") && !shown.contains("Call code"), "{shown}");
}

#[test]
fn everything_that_was_saved_is_shown() {
    for (name, result) in results() {
        let report = saved_report(&result, &Redactor::default());
        for language in Texts::languages() {
            let texts = Texts::language(language);
            let (plain, page) = (text(&report, &texts), html(&report, &texts));
            let products = result.products.iter().map(|one| &one.name);
            let leftovers = result.leftovers.iter().flat_map(|one| [&one.name, &one.place]);
            for words in products.chain(leftovers).chain(result.kept.iter().map(|one| &one.place)) {
                // Names and addresses are taken out as everywhere.
                let words = Redactor::default().text(words);
                assert!(plain.contains(&words), "{name} {language}: {words}");
            }
            assert!(page.contains(&result.support_code) && plain.contains(&result.support_code));
        }
    }
}

#[test]
fn names_are_taken_out_of_what_is_opened_and_all_else_stays() {
    let mut one = result("suite-21-25");
    one.leftovers = result("ultraav-with-remains").leftovers;
    assert!(!one.leftovers.is_empty());
    for leftover in &mut one.leftovers {
        leftover.place = r"D:\of Ada Lovelace\Kaspersky Lab".into();
    }
    let redactor = Redactor::with_names(Some("Ada Lovelace"), Some("ENGINE-1"));
    let (opened, before) = (saved_report(&one, &redactor), saved_report(&one, &Redactor::default()));
    let english = Texts::english();
    assert!(text(&before, &english).contains("Ada Lovelace"));
    let told = text(&opened, &english);
    assert!(!told.contains("Ada") && told.contains("Kaspersky Lab") && told.contains(&one.support_code), "{told}");
    let comparison = compare_results(&one, &one);
    let told = text(&comparison_report(&comparison, &one, &redactor), &english);
    assert!(!told.contains("Ada") && told.contains("Kaspersky Lab"), "{told}");
}

#[test]
fn nothing_becomes_of_a_result_from_itself() {
    for (name, result) in results() {
        let same = compare_results(&result, &result);
        assert!(same.went.is_empty() && same.new.is_empty() && same.not_seen.is_empty(), "{name}");
        let found = result.products.len() + result.leftovers.len();
        assert!(same.stayed.len() <= found && (found == 0) == same.stayed.is_empty(), "{name}");
        assert_eq!(same.doubts, [], "{name}");
    }
}

#[test]
fn what_went_is_new_the_other_way_round() {
    let all = results();
    for (name, before) in all.iter().step_by(3) {
        for (other, after) in all.iter().step_by(5) {
            let (mut there, mut back) = (before.clone(), after.clone());
            // Where the second look saw everything, nothing is left open.
            (there.unknown, back.unknown) = (Vec::new(), Vec::new());
            let (on, off) = (compare_results(&there, &back), compare_results(&back, &there));
            assert_eq!((on.went, &on.not_seen.len()), (off.new, &0), "{name} {other}");
        }
    }
}

/// Never say gone without having looked.
#[test]
fn what_could_not_be_looked_at_is_not_said_to_be_gone() {
    let before = result("suite-21-25");
    let mut after = result("never-had");
    after.unknown.clear();
    let looked = compare_results(&before, &after);
    assert!(!looked.went.is_empty() && looked.not_seen.is_empty());
    after.unknown =
        vec![UnknownEntry { check: CheckId::Programs, why: GapReason::Failed, required: true, detail: String::new() }];
    after.verdict = Verdict::CannotTell;
    let unsure = compare_results(&before, &after);
    assert!(unsure.went.iter().all(|one| one.kind == ThingKind::Leftover), "{:?}", unsure.went);
    assert!(unsure.not_seen.iter().any(|one| one.kind == ThingKind::Product));
    let told = text(&comparison_report(&unsure, &after, &Redactor::default()), &Texts::english());
    assert!(told.contains("What nobody can tell") && told.contains("may still be there"), "{told}");
}

#[test]
fn what_speaks_against_comparing_is_said() {
    let (mut before, mut after) = (result("suite-21-25"), result("linux-installed"));
    (before.label, after.label) = (Some("one".into()), Some("other".into()));
    (before.seen_at, after.seen_at) = (Some("2026-12-02T00:00:00Z".into()), Some("2026-12-01T00:00:00Z".into()));
    let comparison = compare_results(&before, &after);
    assert_eq!(comparison.doubts, [Doubt::OtherSystem, Doubt::OtherLabel, Doubt::Backwards]);
    let told = text(&comparison_report(&comparison, &after, &Redactor::default()), &Texts::english());
    assert!(told.contains("different systems") && told.contains("December 2, 2026"), "{told}");
    (before.seen_at, after.seen_at) = (None, None);
    let told =
        text(&comparison_report(&compare_results(&before, &after), &after, &Redactor::default()), &Texts::english());
    assert!(told.contains("First result: one; The result does not say when. Kaspersky was installed.\n"), "{told}");
}
