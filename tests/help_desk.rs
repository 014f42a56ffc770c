//! What a helper on the phone and a collector of many results rely on: the forms of a scan's answer, and the call code.
#![allow(clippy::disallowed_methods, reason = "a test runs the program and reads the files it writes")]

mod console;

use console::{Answer, run};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Some of the recorded computers, of every system. All of them are asked in the unit tests, where no program is started.
fn recordings() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let mut all: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|kind| kind == "json"));
    all.sort();
    all.into_iter().step_by(4).collect()
}

fn scan(recording: &Path, more: &[&str]) -> Answer {
    run(&[&["scan", "--replay", recording.to_str().unwrap()], more].concat())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn a_scan_says_when_it_was_made_and_has_the_label_it_was_given() {
    let answer = run(&["scan", "--json", "--label", "FRONT-desk_2.a"]);
    let report = json(&answer.out);
    let seen: jiff::Timestamp = report["seen_at"].as_str().unwrap().parse().unwrap();
    let age = jiff::Timestamp::now().as_second() - seen.as_second();
    assert!((0..600).contains(&age) && report["seen_at"].as_str().unwrap().ends_with('Z'), "{}", report["seen_at"]);
    assert_eq!(report["label"], "FRONT-desk_2.a");
    assert!(json(&run(&["scan", "--json"]).out).get("label").is_none(), "nobody gave one");
    for label in ["a/b", "..\\x", "=cmd", "a b", "ñ", &"x".repeat(65), ""] {
        let answer = run(&["scan", "--json", &format!("--label={label}")]);
        assert_eq!((answer.code, answer.out.as_str()), (64, ""), "{label}");
        assert!(answer.err.contains("--label"), "{}", answer.err);
    }
}

#[test]
fn the_short_forms_say_what_the_long_one_says() {
    for recording in recordings() {
        let long = scan(&recording, &["--json"]);
        let compact = scan(&recording, &["--json", "--compact"]);
        assert_eq!(compact.out.lines().count(), 1, "{}", recording.display());
        assert_eq!(json(&compact.out), json(&long.out));
        assert_eq!(scan(&recording, &["--compact"]).out, compact.out);
        let line = scan(&recording, &["--line", "--label", "x"]);
        assert_eq!((line.code, line.out.lines().count(), line.err.as_str()), (long.code, 1, ""));
        assert!(line.out.is_ascii() && line.out.trim_end().len() <= 2_048);
        let report = json(&long.out);
        for (name, value) in [("verdict", &report["verdict"]), ("code", &report["call_code"])] {
            assert!(line.out.contains(&format!("{name}={} ", value.as_str().unwrap())), "{}", line.out);
        }
        assert!(line.out.contains(" label=x "));
        for product in report["products"].as_array().unwrap() {
            assert!(line.out.contains(product["id"].as_str().unwrap()), "{}", line.out);
        }
    }
}

#[test]
fn a_result_goes_into_a_folder_under_its_label_whole_and_in_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let recording = &recordings()[0];
    let answer = scan(recording, &["--out", place, "--label", "PC-7", "--json"]);
    let file = folder.path().join("PC-7.json");
    assert_eq!(fs::read_to_string(&file).unwrap(), answer.out, "no shell has touched it");
    assert!(answer.err.contains("PC-7.json"));
    fs::write(&file, "x".repeat(100_000)).unwrap();
    let answer = scan(recording, &["--out", place, "--label", "PC-7", "--compact"]);
    assert!(answer.out.contains("Nothing was changed"), "compact is about the file: {}", answer.out);
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1, "the old one is replaced as a whole");
    assert_eq!(json(&fs::read_to_string(&file).unwrap())["label"], "PC-7");
    scan(recording, &["--out", place]);
    let named = |name: &str| name.starts_with("scan-2") && name.ends_with("Z.json");
    let names: Vec<String> =
        fs::read_dir(place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() == 2 && names.iter().any(|name| named(name)), "{names:?}");
}

#[test]
fn where_no_result_can_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let recording = &recordings()[0];
    let usual = scan(recording, &["--json"]);
    let none = folder.path().join("none");
    let answer = scan(recording, &["--json", "--out", none.to_str().unwrap()]);
    assert_eq!((answer.code, answer.out), (70, usual.out), "the answer is there all the same");
    assert!(answer.err.contains("there is no such folder"), "{}", answer.err);
    assert!(!none.exists(), "a share that is not connected does not become a folder of this computer");
    #[cfg(target_os = "linux")]
    {
        let answer = scan(recording, &["--out", "/proc", "--label", "x"]);
        assert!(answer.code == 70 && answer.err.contains("/proc/x.json"), "{}", answer.err);
    }
}

#[test]
fn a_call_code_is_explained() {
    for recording in recordings() {
        let report = json(&scan(&recording, &["--json"]).out);
        let code = report["call_code"].as_str().unwrap();
        let sloppy = code.to_lowercase().replace('0', "o").replace('-', " ");
        let words: Vec<&str> = ["code", "--json"].into_iter().chain(sloppy.split(' ')).collect();
        let answer = run(&words);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{code}");
        let said = json(&answer.out);
        assert_eq!(said["verdict"], report["verdict"]);
        assert_eq!(said["call_code"], code);
        assert_eq!(said["page"], "000");
        assert_eq!(said["os"], report["machine"]["os"]);
        assert_eq!(
            said["products"].as_array().unwrap().is_empty(),
            report["products"].as_array().unwrap().is_empty() && report["successors"].as_array().unwrap().is_empty()
        );
        for danger in ["live", "hook", "guided", "trust", "harmless"] {
            let all = report["leftovers"].as_array().unwrap().iter();
            let count = all.filter(|one| one["danger"] == danger).count() as u64;
            let told = &said["counts"][danger];
            assert!(told["at_least"].as_u64().unwrap() <= count, "{code} {danger}");
            assert!(told["at_most"].as_u64().is_none_or(|most| count <= most), "{code} {danger}");
        }
        let text = run(&["code", code]);
        assert!(text.code == 0 && text.out.starts_with(code) && text.out.contains("made by a scan"), "{}", text.out);
        assert!(scan(&recording, &[]).out.contains(&format!("Call code: {code}\n")));
    }
}

#[test]
fn a_call_code_that_is_wrong_names_the_group_to_read_again() {
    let report = json(&scan(&recordings()[0], &["--json"]).out);
    let code = report["call_code"].as_str().unwrap();
    let wrong = code.replacen(&code[..1], if &code[..1] == "2" { "3" } else { "2" }, 1);
    let answer = run(&["code", &wrong, "--json"]);
    assert_eq!((answer.code, answer.out.as_str()), (65, ""), "{wrong}");
    assert!(answer.err.contains("group"), "{}", answer.err);
    assert_eq!(run(&["code", "ABC"]).code, 65);
    assert_eq!(run(&["code"]).code, 64);
    let hostile = run(&["code", "12\u{1b}[2J-0000-0000"]);
    assert!(hostile.code == 65 && !hostile.err.contains('\u{1b}'));
}

fn recording(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(name)
}

#[test]
fn a_saved_result_is_opened_and_two_of_them_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    scan(&recording("suite-21-25.json"), &["--out", place, "--label", "before"]);
    let after = scan(&recording("never-had.json"), &["--out", place, "--label", "after", "--json"]);
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_string();
    let opened = run(&["report", "--open", &file("before.json")]);
    assert_eq!(opened.code, 10, "{}", opened.err);
    assert!(opened.out.contains("saved result") && opened.out.contains("Called: before"), "{}", opened.out);
    let again = run(&["report", "--open", &file("before.json"), "--format", "json"]);
    assert_eq!(json(&again.out)["label"], "before");

    let compare = |format: &str| {
        let answer = run(&["report", "--compare", &file("before.json"), &file("after.json"), "--format", format]);
        assert_eq!((answer.code, answer.err.as_str()), (after.code, ""), "{format}");
        answer.out
    };
    let told = json(&compare("json"));
    assert!(told["went"].as_array().unwrap().iter().any(|one| one["kind"] == "product"), "{told}");
    assert_eq!((&told["before"]["label"], &told["doubts"][0]), (&"before".into(), &"other_label".into()));
    assert!(compare("text").contains("What went") && compare("html").starts_with("<!DOCTYPE html>"));
    let out = file("both.html");
    let answer =
        run(&["report", "--compare", &file("after.json"), &file("before.json"), "--format", "html", "--out", &out]);
    assert_eq!((answer.code, answer.out.as_str()), (10, ""));
    assert!(fs::read_to_string(out).unwrap().contains("What is new"));
}

#[test]
fn what_is_no_saved_result_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_string()
    };
    let good = file("good.json", scan(&recording("ultraav.json"), &["--compact"]).out.as_bytes());
    let recorded = recording("ultraav.json");
    for (path, words) in [
        (file("half.json", &fs::read(&good).unwrap()[..200]), "damaged"),
        (file("other.json", b"{\"schema\": 1}"), "no result of Clean Break"),
        (file("newer.json", b"{\"schema\": 9}"), "newer"),
        (recorded.to_str().unwrap().to_string(), "--replay"),
        ("/no/such/file".into(), "/no/such/file"),
    ] {
        for arguments in [&["report", "--open", &path][..], &["report", "--compare", &good, &path]] {
            let answer = run(arguments);
            assert_eq!((answer.code, answer.out.as_str()), (65, ""), "{path}");
            assert!(answer.err.contains(words), "{path}: {}", answer.err);
        }
    }
    assert_eq!(run(&["report", "--compare", &good]).code, 64);
    assert_eq!(run(&["report", "--compare", &good, &good, &good]).code, 64);
    assert_eq!(run(&["report", &good]).code, 64);
}
