//! Which result of a computer counts, and in which order computers stand.

use super::*;

fn at(label: &str, seen_at: &str, verdict: &str) -> String {
    result(Some(label), seen_at, verdict).to_string()
}

#[test]
fn the_newest_result_of_each_computer_counts_whatever_the_order_is() {
    let results = [
        at("a", "2026-11-20T10:00:00Z", "installed"),
        at("a", "2026-11-30T10:00:00Z", "clean"),
        at("a", "2026-11-30T11:00:00+02:00", "leftovers"),
        at("b", "2026-11-20T10:00:00Z", "leftovers"),
    ];
    let forward = results.join("\n");
    let back = results.iter().rev().cloned().collect::<Vec<_>>().join("\n");
    for input in [forward, back] {
        let mut table = table_of_input(input.as_bytes());
        assert_eq!(rows(&mut table), [("b".into(), "leftovers".into()), ("a".into(), "clean".into())]);
        assert_eq!(table.counts().older, 2);
        assert!(text(&table).contains("2 older results of the same computers were left out."));
    }
}

#[test]
fn without_a_label_the_name_of_the_file_decides() {
    let nameless = |seen_at: &str, verdict: &str| result(None, seen_at, verdict).to_string();
    let folder = Folder::new()
        .with("monday/PC-1.json", nameless("2026-11-23T10:00:00Z", "installed"))
        .with("tuesday/PC-1.json", nameless("2026-11-24T10:00:00Z", "clean"))
        .with("wednesday/x.json", at("PC-1", "2026-11-22T10:00:00Z", "leftovers"))
        // Two computers may be looked at in the same second.
        .with("east/scan-20261124T100000Z.json", nameless("2026-11-24T10:00:00Z", "installed"))
        .with("west/scan-20261124T100000Z.json", nameless("2026-11-24T10:00:00Z", "clean"))
        // Lines of one file are of many computers.
        .with(
            "all.ndjson",
            [nameless("2026-11-24T10:00:00Z", "clean"), nameless("2026-11-24T10:00:00Z", "clean")].join("\n"),
        );
    let mut table = folder.read();
    let mut found = rows(&mut table);
    found.sort();
    let expected = [
        ("PC-1", "clean"),
        ("all.ndjson:1", "clean"),
        ("all.ndjson:2", "clean"),
        ("scan-20261124T100000Z", "clean"),
        ("scan-20261124T100000Z", "installed"),
    ];
    assert_eq!(found, expected.map(|(name, verdict)| (name.to_string(), verdict.to_string())));
    assert_eq!(table.counts().older, 2);
}

#[test]
fn old_results_and_odd_clocks_are_marked() {
    let input = [
        at("today", "2026-12-01T05:00:00Z", "clean"),
        at("a-month", "2026-11-01T06:00:00Z", "clean"),
        at("older", "2026-11-01T05:59:59Z", "clean"),
        at("ahead", "2031-01-01T00:00:00Z", "clean"),
        at("zone", "2026-12-01T20:00:00Z", "clean"),
        at("never", "yesterday", "clean"),
        result(Some("null"), "", "clean").to_string().replace("\"seen_at\":\"\"", "\"seen_at\":null"),
    ];
    let mut table = table_of_input(input.join("\n").as_bytes());
    let ages: Vec<(String, String)> = lines(&mut table)
        .iter()
        .map(|line| (line["computer"].as_str().unwrap().into(), line["age"].as_str().unwrap().into()))
        .collect();
    let expected = [
        ("a-month", "current"),
        ("ahead", "ahead"),
        ("never", "unknown"),
        ("null", "unknown"),
        ("older", "old"),
        ("today", "current"),
        ("zone", "current"),
    ];
    assert_eq!(ages, expected.map(|(name, age)| (name.to_string(), age.to_string())));
    let text = text(&table);
    for (name, note) in [("older", "old"), ("ahead", "its clock is ahead"), ("never", "no date"), ("today", "-:1")] {
        let row = text.lines().find(|line| line.trim_start().starts_with(&format!("{name} "))).unwrap();
        assert!(row.ends_with(note), "{row}");
    }
    assert!(text.contains("One result is old."));
}

#[test]
fn the_worst_comes_first_by_verdict_then_by_product_then_by_danger() {
    let mut input = Vec::new();
    let mut add = |label: &str, verdict: &str, products: Value, leftovers: Value| {
        let mut one = result(Some(label), "2026-11-30T10:00:00Z", verdict);
        (one["products"], one["leftovers"]) = (products, leftovers);
        input.push(one.to_string());
    };
    let (suite, agent) = (product("suite", "Kaspersky Plus"), product("agent", "Network Agent"));
    add("clean-1", "clean", json!([]), json!([]));
    add("unsure-1", "cannot_tell", json!([]), json!([]));
    add("left-harmless", "leftovers", json!([]), json!([leftover("harmless", false), leftover("harmless", false)]));
    add("left-hook", "leftovers", json!([]), json!([leftover("hook", false)]));
    add("left-first", "leftovers", json!([]), json!([leftover("harmless", true)]));
    add("pair", "installed", json!([suite, agent]), json!([]));
    add("suite-2", "installed", json!([suite]), json!([]));
    add("pair-again", "installed", json!([agent, suite]), json!([]));
    add("pair-live", "installed", json!([agent, suite, agent]), json!([leftover("live", false)]));
    add("suite-1", "installed", json!([suite]), json!([]));
    let mut table = table_of_input(input.join("\n").as_bytes());
    let names: Vec<String> = rows(&mut table).into_iter().map(|(name, _)| name).collect();
    let order = [
        "pair-live",
        "pair",
        "pair-again",
        "suite-1",
        "suite-2",
        "left-first",
        "left-hook",
        "left-harmless",
        "unsure-1",
        "clean-1",
    ];
    assert_eq!(names, order);
    let text = text(&table);
    let titles: Vec<&str> = text.lines().filter(|line| line.ends_with(')') && !line.starts_with(' ')).collect();
    assert_eq!(
        titles,
        [
            "Kaspersky is installed: Network Agent, Kaspersky Plus (3)",
            "Kaspersky is installed: Kaspersky Plus (2)",
            "Parts of it are left (3)",
            "Cannot tell yet (1)",
            "Nothing was found (1)",
        ]
    );
    let in_csv: Vec<String> = csv(&table)[1..].iter().map(|row| row[2].clone()).collect();
    assert_eq!(in_csv, order);
    let html = html(&table);
    let places: Vec<usize> = order.iter().map(|name| html.find(&format!(">{name}<")).unwrap()).collect();
    assert!(places.is_sorted());
}
