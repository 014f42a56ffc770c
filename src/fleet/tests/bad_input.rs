//! Whatever is in a folder: it is read, or named with the reason.

use super::*;

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn good(label: &str) -> String {
    result(Some(label), "2026-11-30T10:00:00Z", "clean").to_string()
}

#[test]
fn every_form_of_a_result_is_read() {
    let pretty =
        |label: &str| serde_json::to_string_pretty(&result(Some(label), "2026-11-30T10:00:00Z", "clean")).unwrap();
    let marked = |label: &str| format!("\u{feff}{}", pretty(label).replace('\n', "\r\n"));
    let folder = Folder::new()
        .with("a.json", pretty("pretty"))
        .with("b", good("compact"))
        .with("c.json", marked("utf-8-with-mark"))
        .with("d.json", utf16(&marked("utf-16-le"), u16::to_le_bytes))
        .with("e.json", utf16(&marked("utf-16-be"), u16::to_be_bytes))
        .with("f.json", utf16(&pretty("utf-16-no-mark"), u16::to_le_bytes))
        .with("deep/er/g.ndjson", format!("{}\n\n{}\r\n{}", good("line-1"), good("line-2"), good("line-3")))
        .with("h.json", format!("\n\n{}\n{}", pretty("first"), pretty("second")))
        .with("i.ndjson", utf16(&format!("{}\n{}\n", good("wide-1"), good("wide-2")), u16::to_be_bytes));
    let mut table = folder.read();
    let mut names: Vec<String> = rows(&mut table).into_iter().map(|(name, _)| name).collect();
    names.sort();
    let all = [
        "compact",
        "first",
        "line-1",
        "line-2",
        "line-3",
        "pretty",
        "second",
        "utf-16-be",
        "utf-16-le",
        "utf-16-no-mark",
        "utf-8-with-mark",
        "wide-1",
        "wide-2",
    ];
    assert_eq!(names, all);
    assert_eq!(table.counts().skipped, 0, "{}", text(&table));
}

#[test]
fn what_is_no_result_is_named_with_the_reason_and_the_rest_is_read() {
    let whole = good("x");
    let newer = whole.replace("\"schema\":1", "\"schema\":2");
    let mut wrong = result(None, "2026-11-30T10:00:00Z", "clean");
    wrong["leftovers"] = json!("none");
    let mut verdict = result(None, "2026-11-30T10:00:00Z", "clean");
    verdict["verdict"] = json!("spotless");
    let recording = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/never-had.json");
    let folder = Folder::new()
        .with("good.json", good("good"))
        .with("cut.json", &whole.as_bytes()[..whole.len() / 2])
        .with("empty.json", "")
        .with("blank.json", " \r\n\n")
        .with("newer.json", newer)
        .with("other.json", r#"{"schema": 1, "tool": {"name": "something"}, "verdict": "clean"}"#)
        .with("array.json", "[1, 2]")
        .with("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0")
        .with("letter.txt", "Dear all,\nsee below.\n")
        .with("field.json", wrong.to_string())
        .with("verdict.json", verdict.to_string())
        .with("latin.json", [whole.as_bytes(), b"\xe9"].concat())
        .with("odd.json", [&utf16(&format!("\u{feff}{whole}"), u16::to_le_bytes)[..], b"x"].concat())
        .with("recording.json", fs::read(recording).unwrap())
        .with("deep.json", "[".repeat(500_000))
        .with("mixed.ndjson", format!("{}\n{{\"a\":\n# note\n{}\n{}", good("one"), good("two"), &whole[..40]))
        .with("after.json", format!("{}\nand this\n", good("three")));
    let mut table = folder.read();
    let mut names: Vec<String> = rows(&mut table).into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["good", "one", "three", "two"]);
    let damaged = "it is damaged, or a part of it is missing";
    let other = "this is no result of Clean Break";
    let mut expected = vec![
        format!("cut.json: {damaged}"),
        "empty.json: it is empty".into(),
        "blank.json: it is empty".into(),
        "newer.json: a newer program wrote it, in version 2".into(),
        format!("other.json: {other}"),
        format!("array.json: {other}"),
        format!("picture.png: {other}"),
        format!("letter.txt: {other}"),
        format!("field.json: {damaged}"),
        format!("verdict.json: {damaged}"),
        format!("latin.json: {damaged}"),
        format!("odd.json: {damaged}"),
        "recording.json: this is a recording. Give it to scan --replay".into(),
        format!("deep.json: {other}"),
        format!("mixed.ndjson:2: {damaged}"),
        format!("mixed.ndjson:5: {damaged}"),
        format!("after.json: {damaged}"),
    ];
    expected.sort();
    assert_eq!(left_out(&table, &folder), expected);
    assert!(text(&table).contains("17 things could not be read."));
}

#[test]
fn a_line_of_any_length_is_passed_over_and_nothing_is_lost_behind_it() {
    let long = format!("{{\"x\": \"{}\"}}", "y".repeat(8 * 1024 * 1024));
    let folder = Folder::new().with("all.ndjson", format!("{}\n{long}\n{}\n", good("before"), good("behind")));
    let mut table = folder.read();
    assert_eq!(rows(&mut table).len(), 2);
    assert_eq!(left_out(&table, &folder), ["all.ndjson:2: it is longer than any result"]);
}

#[test]
fn a_flood_of_damaged_lines_is_counted_and_not_held() {
    let folder = Folder::new().with("all.ndjson", "{\n".repeat(100_000) + &good("last"));
    let mut table = folder.read();
    assert_eq!(rows(&mut table), [("last".into(), "clean".into())]);
    let list = left_out(&table, &folder);
    assert_eq!((list.len(), table.counts().skipped), (10, 10), "{list:?}");
    assert!(list.iter().any(|line| line == "all.ndjson: 99991 more places in it"), "{list:?}");
}

#[cfg(unix)]
#[test]
fn links_pipes_and_what_cannot_be_read_are_named() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new().with("a.json", good("a")).with("closed.json", good("closed"));
    let at = |name: &str| folder.path().join(name);
    symlink(at("a.json"), at("link.json")).unwrap();
    symlink(folder.path(), at("loop")).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe"), rustix::fs::Mode::RWXU).unwrap();
    fs::set_permissions(at("closed.json"), fs::Permissions::from_mode(0o000)).unwrap();
    let mut table = folder.read();
    let list = left_out(&table, &folder);
    let link = "this is a link. Name the file that it leads to";
    let mut expected =
        vec![format!("link.json: {link}"), format!("loop: {link}"), "pipe: this is no plain file".into()];
    // Root may read everything.
    let root = rustix::process::geteuid().is_root();
    if !root {
        expected.insert(0, "closed.json: this account may not read it".into());
    }
    assert_eq!(list, expected);
    assert_eq!(rows(&mut table).len(), 1 + usize::from(root));
    let mut named = table_of(&[at("link.json"), at("none.json"), at("none/at/all")]);
    assert_eq!(rows(&mut named).len(), 1, "a link that a person names is followed");
    assert_eq!(left_out(&named, &folder), ["none.json: it is not there", "none/at/all: it is not there"]);
}

#[test]
fn a_folder_that_is_nested_without_end_is_left() {
    let deep: PathBuf = std::iter::repeat_n("d", 70).collect();
    let name = |at: &Path| at.join("x.json").to_string_lossy().into_owned();
    let folder = Folder::new().with(&name(&deep), good("deep")).with("a.json", good("a"));
    let mut table = folder.read();
    assert_eq!(rows(&mut table), [("a".into(), "clean".into())]);
    let list = left_out(&table, &folder);
    assert!(list.len() == 1 && list[0].ends_with("d: folders are nested too deeply"), "{list:?}");
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let mut table = table_of_input(format!("{}\nx\n{}\n", good("a"), good("b")).as_bytes());
    assert_eq!(rows(&mut table).len(), 2);
    assert!(text(&table).contains("\n  -:2: it is damaged"), "{}", text(&table));
    assert!(text(&table_of_input(b"")).contains("There was no result to read."));
}

#[test]
fn what_this_run_writes_is_not_read() {
    let folder = Folder::new().with("a.json", good("a")).with("table.csv", "verdict,products\r\n");
    let out = folder.path().join("table.csv");
    let mut inventory = Inventory::new(NOW, 30, None);
    read_places(&[Place::Path(folder.path().into())], &[&out], &mut std::io::empty(), &mut inventory);
    assert_eq!(Table::new(inventory).counts().skipped, 0);
}

#[test]
fn labels_and_names_do_nothing_in_any_form() {
    let evil = [
        ("=cmd|' /C calc'!A0", "@SUM(1)"),
        ("../../../etc/cron.d/x", "<script>alert(1)</script>"),
        ("\u{1b}]0;x\u{7}", "\"><img src=x onerror=alert(1)>"),
        ("\u{202e}gnp.exe", "+1+cmd\u{202e}"),
        ("a,b\r\n=1", "-2\n=3"),
    ];
    let mut folder = Folder::new();
    for (number, (label, name)) in evil.iter().enumerate() {
        let mut one = result(Some(label), "2026-11-30T10:00:00Z", "installed");
        one["products"] = json!([product(&format!("=id{number}"), name)]);
        folder = folder.with(&format!("={number}.json"), one.to_string());
    }
    let mut table = folder.read();
    assert_eq!(lines(&mut table).len(), evil.len());
    let hidden = |text: &str| text.chars().any(|c| crate::machine::safe::is_hidden(c) && c != '\n');
    for written in [text(&table), html(&table)] {
        assert!(!hidden(&written), "{written:?}");
    }
    assert!(!html(&table).contains("<script") && !html(&table).contains("<img"));
    let (table_in_csv, starts) = (csv(&table), ['=', '+', '-', '@', '\t']);
    assert_eq!(table_in_csv.len(), evil.len() + 1);
    for cell in table_in_csv.iter().flatten() {
        assert!(!cell.trim_start_matches('"').starts_with(starts) && !hidden(cell), "{cell:?}");
    }
    for line in lines(&mut table) {
        let label = line["label"].as_str().unwrap();
        assert!(!label.contains(['/', '\\', '=', '|', ',', '\n']) && !hidden(label), "{label:?}");
    }
}
