//! What holds for the report of every computer, in every language and form.

use super::*;
use crate::assess::{Assessment, Examined, Verdict, assess};
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Say, Texts};
use crate::machine::Snapshot;
use crate::machine::redact::Redactor;
use crate::probe::replay;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;

/// Every recorded computer, by name, as the text of its file.
static MACHINES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let recordings = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let name = |path: &std::path::Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut all: Vec<_> = recordings.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect();
    all.sort();
    assert!(all.len() > 40, "the recordings were found");
    all
});

fn machine(name: &str) -> Snapshot {
    let (_, text) = MACHINES.iter().find(|(known, _)| known == name).expect("a recording");
    replay::parse_recording(text).unwrap()
}

/// Every recorded computer with its name.
pub(super) fn recorded() -> impl Iterator<Item = (&'static str, Snapshot)> {
    MACHINES.iter().map(|(name, text)| (name.as_str(), replay::parse_recording(text).unwrap()))
}

fn made(snapshot: &Snapshot, history: Option<&History>, redactor: &Redactor) -> Report {
    let assessment = assess(snapshot, Catalog::embedded());
    report(&Basis {
        examined: Examined::new(snapshot, &assessment, Catalog::embedded()),
        source: Source::ThisComputer,
        looked_at: Some(jiff::civil::datetime(2024, 9, 29, 11, 20, 0, 0)),
        history,
        redactor,
    })
}

/// All forms of the report of a computer, in every language.
fn forms(snapshot: &Snapshot, redactor: &Redactor) -> Vec<String> {
    let report = made(snapshot, None, redactor);
    let assessment = assess(snapshot, Catalog::embedded());
    let sentence = |reason: &_| Texts::english().reason(reason);
    let mut forms = vec![json(&scan_report(snapshot, &assessment, "2026-11-24", &sentence), redactor).unwrap()];
    for language in Texts::languages() {
        let texts = Texts::language(language);
        forms.extend([text(&report, &texts), html(&report, &texts)]);
    }
    forms
}

fn english(name: &str) -> String {
    text(&made(&machine(name), None, &Redactor::default()), &Texts::english())
}

fn judge(name: &str) -> Assessment {
    assess(&machine(name), Catalog::embedded())
}

/// What stands between tags, in words again.
fn visible(html: &str) -> String {
    let body = html.split_once("<body>").expect("a body").1.replace("<wbr>", "");
    let pieces = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, after)| after));
    let text = pieces.collect::<Vec<_>>().join("\n");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn every_report_says_what_it_has_to_say() {
    for (name, _) in MACHINES.iter() {
        let (text, assessment) = (english(name), judge(name));
        for words in ["Support code: ", "September 29, 2024, 11:20 AM", "This report was made", "did not check whether"]
        {
            assert!(text.contains(words), "{name}: {words} is missing in\n{text}");
        }
        let places =
            assessment.leftovers.iter().map(|one| one.place()).chain(assessment.kept.iter().map(|one| one.place()));
        for place in places {
            assert!(text.contains(&crate::machine::redact::redact_text(&place)), "{name}: {place} is missing");
        }
        for product in &assessment.products {
            assert!(text.contains(&product.name), "{name}: {} is missing", product.name);
        }
        let clean = text.contains("No active Kaspersky parts found.");
        assert_eq!(clean, assessment.verdict == Verdict::Clean, "{name}");
    }
}

#[test]
fn what_was_not_checked_is_told_with_the_reason() {
    let mut snapshot = machine("never-had");
    snapshot.services.gap(crate::machine::GapReason::NeedsAdmin, "the list of services", "access denied");
    let report = text(&made(&snapshot, None, &Redactor::default()), &Texts::english());
    assert!(!report.contains("No active Kaspersky parts found."));
    let told = report.split("Not checked").nth(1).unwrap();
    let row = "  services and drivers\n    Why not: an administrator can look; the list of services; access denied\n    \
               Needed to say that nothing is left: Yes\n";
    assert!(told.contains(row), "{told}");
    let in_full = report.split("Checked in full").nth(1).unwrap();
    assert!(!in_full.contains("services and drivers"), "{in_full}");
}

/// A driver that is loaded, and an entry of whose driver it is known, or not, that it is gone.
#[test]
fn a_restart_is_advised_only_where_it_is_known_to_do_no_harm() {
    let told = |state: &str, registered: &str| {
        let snapshot: Snapshot = serde_json::from_str(&format!(
            r#"{{"schema": 1, "host": {{"os": "windows"}},
                "services": {state},
                "class_filters": {{"items": [{{"key": "Control\\Class\\{{4D36E96F-E325-11CE-BFC1-08002BE10318}}",
                    "level": "class", "side": "UpperFilters", "class_guid": "{{4D36E96F-E325-11CE-BFC1-08002BE10318}}",
                    "entries": ["klmouflt", "mouclass"], "registered": {{"klmouflt": "{registered}"}}}}]}}}}"#
        ))
        .unwrap();
        text(&made(&snapshot, None, &Redactor::default()), &Texts::english())
    };
    let live = r#"{"items": [{"name": "klif", "kind": "kernel_driver", "state": "running", "start": "boot"}]}"#;
    for (services, registered) in [(live, "present"), (live, "absent")] {
        let said = told(services, registered);
        assert!(!said.contains("restart once") && !said.contains("then a restart"), "{registered}: {said}");
        assert!(said.contains("Do not restart yet"), "{registered}: {said}");
    }
    assert!(!english("suite-21-25").contains("Do not restart yet"));
}

#[test]
fn what_was_removed_is_told() {
    let item = |name: &str| crate::cleanup::PastItem {
        id: name.into(),
        name: name.into(),
        place: format!("/opt/{name}"),
        stops: None,
    };
    let run = crate::cleanup::PastRun {
        local: None,
        run: "20240930-081500".into(),
        scope: crate::machine::Scope::Machine,
        at: 1_727_684_100,
        fix: false,
        removed: vec![item("old-folder")],
        returned: vec![item("old-key")],
        waiting: Vec::new(),
        interrupted: true,
        unhooked: Vec::new(),
        booted: 0,
        boot_id: None,
    };
    let journey = Journey {
        found: vec!["Kaspersky Premium".into()],
        removed: vec!["Kaspersky Premium".into()],
        ..Journey::default()
    };
    let history = History { journey: Some(journey), clean_ups: vec![run] };
    let report = text(&made(&machine("never-had"), Some(&history), &Redactor::default()), &Texts::english());
    for words in [
        "Removed\n  Kaspersky Premium\n",
        "Cleaned on September 30, 2024 at 8:15 AM UTC\n  It was stopped in the middle.\n",
        "  The copies are in %ProgramData%\\Clean Break\\undo\\20240930-081500.\n  To put it back: cleanbreak-cli cleanup --undo 20240930-081500\n",
        "  old-folder\n    Where: /opt/old-folder\n    State: Removed\n",
        "  old-key\n    Where: /opt/old-key\n    State: Put back since then\n",
    ] {
        assert!(report.contains(words), "{words} is missing in\n{report}");
    }
    let nothing = History { journey: Some(Journey::default()), clean_ups: Vec::new() };
    let report = text(&made(&machine("never-had"), Some(&nothing), &Redactor::default()), &Texts::english());
    assert!(report.contains("Removed\n  No program is gone since then.\n"), "{report}");
}

#[test]
fn a_report_about_another_computer_says_so_first() {
    let (mut snapshot, assessment) = (machine("never-had"), judge("never-had"));
    for (source, taken, words, when) in [
        (Source::Recording, 1_727_684_100, "a recorded computer", "September 30, 2024, 8:15 AM UTC"),
        (Source::Practice, 0, "Practice: ", "The recording does not say when."),
    ] {
        snapshot.host.taken = taken;
        let basis = Basis {
            examined: Examined::new(&snapshot, &assessment, Catalog::embedded()),
            source,
            looked_at: None,
            history: None,
            redactor: &Redactor::default(),
        };
        let report = text(&report(&basis), &Texts::english());
        assert!(report.lines().nth(1).unwrap().contains(words), "{report}");
        assert!(report.contains(&format!("Looked at: {when}\n")), "{report}");
    }
}

#[test]
fn the_short_answer_names_the_same_groups_in_the_same_order() {
    let texts = Texts::english();
    let protection = Say::from(MessageId::SCAN_PROTECTION_TITLE);
    for (name, _) in MACHINES.iter() {
        let (snapshot, report) = (machine(name), made(&machine(name), None, &Redactor::default()));
        let short = scan_text(&snapshot, &judge(name), &texts);
        let found = report.sections.iter().take_while(|section| section.title != protection);
        let titles: Vec<String> = found.map(|section| texts.say(&section.title)).collect();
        let places: Vec<usize> =
            titles.iter().filter_map(|title| short.lines().position(|line| line == title)).collect();
        assert!(places.is_sorted() && places.len() == titles.len(), "{name}: {titles:?} in\n{short}");
    }
}

#[test]
fn both_forms_say_the_same() {
    for (name, _) in MACHINES.iter() {
        let report = made(&machine(name), None, &Redactor::default());
        for language in Texts::languages() {
            let texts = Texts::language(language);
            let page = visible(&html(&report, &texts));
            for section in &report.sections {
                let cells = section.table.iter().flat_map(|table| table.rows.iter().flatten().flatten());
                for say in section.lead.iter().chain(&section.list).chain(cells).chain([&section.title]) {
                    let words = document::safe_words(&texts, say);
                    assert!(page.contains(&words), "{name}, {language}: {words} is missing in\n{page}");
                }
            }
        }
    }
}

#[test]
fn the_page_needs_nothing_else_and_runs_nothing() {
    for (name, _) in MACHINES.iter() {
        for language in Texts::languages() {
            let page = html(&made(&machine(name), None, &Redactor::default()), &Texts::language(language));
            assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{language}\">")), "{page}");
            let tags = page.replace(STYLE, "").to_lowercase();
            for forbidden in ["<script", "<img", "<link", "<iframe", "<object", " src=", " href=", "@import", "url("] {
                assert!(!tags.contains(forbidden), "{name}: {forbidden}");
            }
            assert_eq!(page.matches("<h1>").count(), 1);
        }
    }
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

const STYLE: &str = include_str!("../../assets/report.css");

/// The catalogue's own words for what is kept are English.
#[test]
fn what_is_kept_is_named_in_the_language_of_the_report() {
    let page = html(&made(&machine("suite-21-25"), None, &Redactor::default()), &Texts::language("es"));
    assert!(page.contains("La bóveda de Kaspersky Password Manager"), "{page}");
    assert!(!page.contains("Password Manager vault"), "{page}");
}

/// A column that is as narrow as its letters breaks "21.9.6.465" and "CurrentVersion" anywhere.
#[test]
fn a_column_keeps_its_words_and_a_place_breaks_after_a_backslash() {
    let page = html(&made(&machine("suite-21-25"), None, &Redactor::default()), &Texts::english());
    assert!(page.contains(r#"<td class="whole"><div>21.25"#), "the version is not broken: {page}");
    assert!(
        STYLE.contains(".whole { white-space: nowrap; }") && STYLE.contains("th, td { overflow-wrap: break-word; }")
    );
    let cells = page.split(r#"class="place">"#).skip(1).map(|rest| rest.split("</t").next().unwrap());
    let lines: Vec<&str> = cells.flat_map(|cell| cell.split("<div>").skip(1)).collect();
    assert!(lines.iter().any(|line| line.contains("\\<wbr>")), "{lines:?}");
    for piece in lines.iter().flat_map(|line| line.trim_end_matches("</div>").split("<wbr>")) {
        assert!(piece.len() <= 60, "{piece} fits on a line");
        let inner = piece.trim_end_matches(['\\', '/']);
        assert!(!inner.contains('\\'), "a line may end inside {piece}");
    }
}

/// Windows, its registry, a Mac and Linux, and a name that fits on no line: in each column of places, whichever it is.
#[test]
fn a_place_of_any_system_is_broken_only_where_a_part_of_it_ends() {
    let long = "q".repeat(100);
    let places = [
        (r"C:\Program Files\Kaspersky Lab", vec![r"C:\", "Program ", r"Files\", "Kaspersky ", "Lab"]),
        (r"HKLM\SOFTWARE\CurrentVersion", vec![r"HKLM\", r"SOFTWARE\", "CurrentVersion"]),
        ("/Library/Application Support/x", vec!["/", "Library/", "Application ", "Support/", "x"]),
        ("/opt/kaspersky/kesl", vec!["/", "opt/", "kaspersky/", "kesl"]),
        (long.as_str(), vec![&long[..48], &long[..48], &long[..4]]),
    ];
    let mut report = made(&machine("never-had"), None, &Redactor::default());
    for column in [MessageId::REPORT_WHERE, MessageId::REPORT_PLACE] {
        for head in [[MessageId::REPORT_NAME, column], [column, MessageId::REPORT_NAME]] {
            for (place, pieces) in &places {
                let cell = |id: MessageId| vec![Say::verbatim(if id == column { *place } else { "klif" })];
                let section = document::Section::new(MessageId::REPORT_NAME, []);
                report.sections = vec![section.with_table(&head, [head.map(cell).to_vec()])];
                for language in Texts::languages() {
                    let page = html(&report, &Texts::language(language));
                    let cell = format!(r#"class="place"><div>{}</div>"#, pieces.join("<wbr>"));
                    assert!(page.contains(&cell), "{language} {}: {cell} in {page}", column.name());
                }
            }
        }
    }
}

#[test]
fn hostile_names_stay_text() {
    let mut snapshot = machine("suite-21-25");
    let hostile = "Kaspersky <script>alert(1)</script><img src=x onerror=\"a\">&amp;'\u{1b}[2J\u{202e}\u{0}";
    for program in &mut snapshot.programs.items {
        program.name = hostile.into();
    }
    let report = made(&snapshot, None, &Redactor::default());
    let (text, page) = (text(&report, &Texts::english()), html(&report, &Texts::english()));
    assert!(text.contains("<script>"), "the name is shown");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&amp;amp;"));
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    for form in [&text, &page] {
        assert!(!form.contains(['\u{1b}', '\u{202e}', '\u{0}']));
    }
}

#[test]
fn the_same_result_has_the_same_code() {
    let mut codes = std::collections::BTreeMap::new();
    for (name, _) in MACHINES.iter() {
        let assessment = judge(name);
        let code = support_code(&assessment);
        let letters = code.chars().filter(char::is_ascii_alphanumeric).count();
        assert_eq!((code.len(), letters, code.find('-')), (9, 8, Some(4)), "{code}");
        assert!(!code.contains(['0', 'O', '1', 'I', 'L', '2', 'Z', '5', 'S', '8', 'B', 'U', 'V']), "{code}");
        let mut turned = assessment.clone();
        turned.leftovers.reverse();
        turned.products.reverse();
        assert_eq!(support_code(&turned), code, "{name}: the order does not matter");
        let ids: Vec<String> = assessment.leftovers.iter().map(|one| one.id.clone()).collect();
        codes.entry(code).or_insert_with(Vec::new).push((assessment.verdict, ids));
    }
    for (code, results) in &codes {
        assert!(results.iter().all(|one| one.0 == results[0].0), "{code} stands for different results");
    }
    assert!(codes.len() > MACHINES.len() / 2, "different results have different codes");
}

#[test]
fn the_code_changes_with_what_is_left_and_not_with_what_comes_and_goes() {
    let assessment = judge("drivers-stay");
    let code = support_code(&assessment);
    let mut fewer = assessment.clone();
    fewer.leftovers.retain(|one| one.id != assessment.leftovers[0].id);
    assert_ne!(support_code(&fewer), code);
    let mut connected = assessment.clone();
    let mut connection = assessment.leftovers[0].clone();
    connection.kind = crate::catalog::Kind::Connection;
    connection.id = "connection-1".into();
    connected.leftovers.push(connection);
    assert_eq!(support_code(&connected), code);
}

#[test]
fn a_code_is_the_same_in_every_version_of_this_program() {
    // Two people on the phone may have different versions. Change this only with the rules of the code.
    assert_eq!(support_code(&judge("never-had")), "4K7N-9MDC");
}

/// Names that people give to accounts, marks of HTML among them. They hold letters that stand in no
/// recording, so that finding one is no accident.
fn account() -> impl Strategy<Value = String> {
    ("[A-Z][a-z]{1,4}", select(vec!["", " ", "&", "'", ".", "ñ", "木"]), "[a-z]{1,4}")
        .prop_map(|(first, mark, last)| format!("{first}qxj{mark}{last}wzk"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// In every place of every recording where a person's folder stands, as `C:\Users\user\…`.
    #[test]
    fn no_report_holds_the_name_of_a_person(
        index in any::<prop::sample::Index>(),
        account in account(),
        knows in any::<bool>(),
    ) {
        let (name, recording) = index.get(&MACHINES);
        let mut named = recording.clone();
        for folder in ["Users\\\\", "Users/", "home/"] {
            named = named.replace(&format!("{folder}user"), &format!("{folder}{account}"));
        }
        let mut snapshot = replay::parse_recording(&named).unwrap();
        let detail = format!("C:\\Users\\{account}\\AppData: access denied");
        snapshot.files.gap(crate::machine::GapReason::Failed, format!("/home/{account}/.config"), detail);
        let redactor = if knows { Redactor::with_names(Some(&account), None) } else { Redactor::default() };
        for form in forms(&snapshot, &redactor) {
            prop_assert!(!form.contains("qxj") && !form.contains("wzk"), "{}: {} in {}", name, account, form);
        }
    }

    #[test]
    fn the_same_look_makes_the_same_report(index in any::<prop::sample::Index>()) {
        let snapshot = replay::parse_recording(&index.get(&MACHINES).1).unwrap();
        prop_assert_eq!(forms(&snapshot, &Redactor::default()), forms(&snapshot, &Redactor::default()));
    }
}
