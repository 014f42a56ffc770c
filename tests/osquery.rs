//! What osquery is given, held to the tables that are published, and to the scan: over the recorded computers it finds
//! what the scan finds, of all that osquery can see, and names nothing that belongs to others.
#![allow(clippy::disallowed_methods, reason = "a test reads recordings and runs the program")]

#[path = "osquery/database.rs"]
mod database;
#[path = "osquery/machine.rs"]
mod machine;

use cleanbreak::assess::assess;
use cleanbreak::catalog::{Catalog, Root, Target};
use cleanbreak::machine::{Os, Snapshot};
use cleanbreak::probe::replay;
use cleanbreak::queries::{Query, all_policies, all_queries, pack_json, policy_documents, report_documents};
use database::{ask, empty_tables, published, put};
use machine::{Thing, fill, listed, os_name, put_file, put_key, said_by_scan, thing_of};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn recordings() -> Vec<(String, Snapshot)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let mut all: Vec<(String, Snapshot)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, replay::parse_recording(&fs::read_to_string(path).unwrap()).unwrap())
        })
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(all.len() > 40, "the recordings were found");
    all
}

fn queries() -> Vec<Query> {
    all_queries(Catalog::embedded())
}

fn queries_for(os: Os) -> impl Iterator<Item = Query> {
    queries().into_iter().filter(move |query| query.platform.name() == os_name(os))
}

#[test]
fn the_pack_finds_what_the_scan_finds_on_every_recorded_computer() {
    let (mut found, mut wrong) = (0, Vec::new());
    for (name, snapshot) in recordings() {
        let database = empty_tables();
        fill(&database, &snapshot);
        let assessment = assess(&snapshot, Catalog::embedded());
        let said = said_by_scan(&snapshot, &assessment);
        let by_pack: BTreeSet<Thing> = queries_for(snapshot.host.os)
            .flat_map(|query| {
                ask(&database, &query.sql()).into_iter().map(move |row| thing_of(&query.name, &row)).collect::<Vec<_>>()
            })
            .collect();
        let by_scan: BTreeSet<Thing> = said.iter().map(|(thing, _)| thing.clone()).collect();
        let named: BTreeSet<Thing> =
            said.iter().filter(|(_, by_name)| *by_name).map(|(thing, _)| thing.clone()).collect();
        found += by_pack.intersection(&by_scan).count();
        let missed = listed(named.difference(&by_pack));
        // A folder above the person's own data is the vendor's, and stays.
        let above_kept = |thing: &&Thing| {
            let kept = assessment.kept.iter().map(|kept| kept.place().to_lowercase());
            thing.0 == "file" && kept.into_iter().any(|place| place.starts_with(&format!(r"{}\", thing.1)))
        };
        let more = listed(by_pack.difference(&by_scan).filter(|thing| !above_kept(thing)));
        if !missed.is_empty() || !more.is_empty() {
            wrong.push(format!("{name}: missed {missed:#?}, more {more:#?}"));
        }
    }
    println!("{found} traces on the recorded computers are found by the pack");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found > 250, "{found}");
}

/// An example of the catalogue in the tables, as the thing that it would be. None: osquery is not asked for such.
fn put_example(database: &rusqlite::Connection, os: Os, target: Target, text: &str) -> Option<Thing> {
    let lower = text.to_lowercase();
    Some(match (os, target) {
        (Os::Windows, Target::Service) => {
            put(database, "services", &[("name", text)]);
            put(
                database,
                "registry",
                &[
                    ("key", r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{x}"),
                    (
                        "path",
                        &format!(r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{{{text}}}\UpperFilters"),
                    ),
                    ("name", "UpperFilters"),
                    ("data", &format!("before,{text},kbdclass")),
                ],
            );
            put_key(database, &format!(r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal\{text}.sys"));
            if !text.contains('/') {
                put_file(database, &format!(r"C:\Windows\System32\drivers\{text}.sys"), false);
            }
            ("service", lower)
        }
        (Os::Linux, Target::Service) => {
            put(database, "systemd_units", &[("id", text)]);
            ("service", lower)
        }
        (Os::Macos, Target::Service) => {
            put(database, "launchd", &[("label", text)]);
            ("service", lower)
        }
        (Os::Windows | Os::Macos, Target::Certificate) => {
            put(database, "certificates", &[("common_name", text)]);
            ("certificate", lower)
        }
        (Os::Windows | Os::Macos, Target::Extension) => {
            put(database, "chrome_extensions", &[("uid", "1001"), ("name", text), ("identifier", text)]);
            ("extension", lower)
        }
        (_, Target::Process) => {
            put(database, "processes", &[("name", text)]);
            ("process", lower)
        }
        (Os::Windows, Target::Autostart) => {
            put(database, "scheduled_tasks", &[("name", text), ("path", text)]);
            ("task", lower)
        }
        (Os::Windows, Target::Network) => {
            let key = format!(
                r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Network\{{4D36E974-E325-11CE-BFC1-08002BE10318}}\{text}"
            );
            put(
                database,
                "registry",
                &[("key", &key), ("path", &format!(r"{key}\Description")), ("name", "Description"), ("data", text)],
            );
            ("network", key.to_lowercase())
        }
        (_, Target::File) => {
            let path = real_path(text)?;
            put_file(database, &path, true);
            ("file", path.to_lowercase())
        }
        (Os::Windows, Target::Registry) => {
            let path = real_path(text)?;
            put_key(database, &path);
            ("key", path.to_lowercase())
        }
        _ => return None,
    })
}

/// The path that the catalogue's spelling stands for. What is spelled in another way is one already.
fn real_path(spelled: &str) -> Option<String> {
    let Some((root, below)) = Root::split(spelled) else {
        return spelled.contains(['/', '\\']).then(|| spelled.to_string());
    };
    let windows = |folder: &str| Some(format!(r"{folder}\{}", below.replace('/', r"\")));
    match root {
        Root::SystemDrive => windows("C:"),
        Root::Windows => windows(r"C:\Windows"),
        Root::System32 => windows(r"C:\Windows\System32"),
        Root::Drivers => windows(r"C:\Windows\System32\drivers"),
        Root::ProgramFiles => windows(r"C:\Program Files"),
        Root::ProgramFilesX86 => windows(r"C:\Program Files (x86)"),
        Root::ProgramData => windows(r"C:\ProgramData"),
        Root::Public => windows(r"C:\Users\Public"),
        Root::Profile => windows(r"C:\Users\user"),
        Root::LocalAppData => windows(r"C:\Users\user\AppData\Local"),
        Root::RoamingAppData => windows(r"C:\Users\user\AppData\Roaming"),
        Root::Documents => windows(r"C:\Users\user\Documents"),
        Root::HKLM64 => windows("HKEY_LOCAL_MACHINE"),
        Root::HKLM32 => below
            .split_once('/')
            .map(|(first, rest)| format!(r"HKEY_LOCAL_MACHINE\{first}\WOW6432Node\{}", rest.replace('/', r"\"))),
        Root::HKCU => windows(r"HKEY_USERS\S-1-5-21-1-2-3-1001"),
        Root::Linux | Root::Mac => Some(format!("/{below}")),
        Root::LinuxHome => Some(format!("/home/user/{below}")),
        Root::MacHome => Some(format!("/Users/user/{below}")),
    }
}

/// Everything that the queries of a system name.
fn named_by_pack(database: &rusqlite::Connection, os: Os) -> BTreeSet<Thing> {
    let rows = queries_for(os).flat_map(|query| {
        ask(database, &query.sql()).into_iter().map(move |row| thing_of(&query.name, &row)).collect::<Vec<_>>()
    });
    rows.collect()
}

/// A key of the event log has slashes in its name, which is no path.
fn has_slash_in_a_name(text: &str) -> bool {
    text.contains("/WINEVT/Channels/")
}

#[test]
fn the_pack_finds_the_catalogue_s_examples_and_names_no_counter_example() {
    let catalog = Catalog::embedded();
    let (mut found, mut counted, mut missed, mut wrong) = (0, 0, Vec::new(), Vec::new());
    for os in [Os::Windows, Os::Linux, Os::Macos] {
        let ours = |rule: &cleanbreak::catalog::Rule| {
            let successor = |id: &String| {
                catalog.product(id).is_some_and(|one| one.family == cleanbreak::catalog::Family::Successor)
            };
            rule.products.is_empty() || !rule.products.iter().all(successor)
        };
        let (good, bad) = (empty_tables(), empty_tables());
        for database in [&good, &bad] {
            put(database, "users", &[("uid", "1001")]);
        }
        let (mut expected, mut forbidden) = (Vec::new(), Vec::new());
        for rule in catalog.rules.iter().filter(|rule| rule.os == os && !has_slash_in_a_name(&rule.examples.concat())) {
            if ours(rule) && !rule.keep {
                let things = rule.examples.iter().filter_map(|text| put_example(&good, os, rule.target, text));
                expected.extend(things.map(|thing| (rule.id.clone(), thing)));
            }
            for text in &rule.counter_examples {
                // What another rule knows, or keeps as the person's own, is an example of that one.
                if catalog.rule_for(os, rule.target, text).is_none() {
                    forbidden.extend(put_example(&bad, os, rule.target, text).map(|thing| (rule.id.clone(), thing)));
                }
            }
        }
        for friend in &catalog.friends {
            for text in &friend.examples {
                forbidden.extend(put_example(&bad, os, friend.target, text).map(|thing| (friend.id.clone(), thing)));
            }
        }
        put_products(&good, &bad, os, &mut expected, &mut forbidden);
        let named = named_by_pack(&good, os);
        found += expected.iter().filter(|(_, thing)| named.contains(thing)).count();
        missed.extend(expected.into_iter().filter(|(_, thing)| !named.contains(thing)));
        counted += forbidden.len();
        // Nothing at all may be named there, whichever way it was put in.
        let named = named_by_pack(&bad, os);
        wrong.extend(named.into_iter().map(|thing| format!("{os:?}: {thing:?}")));
        assert!(forbidden.len() > 10, "{os:?}");
    }
    println!("{found} examples of the catalogue are found; of {counted} counter-examples {} are named", wrong.len());
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Display names and keys of products, and names that are none.
fn put_products(
    good: &rusqlite::Connection,
    bad: &rusqlite::Connection,
    os: Os,
    expected: &mut Vec<(String, Thing)>,
    forbidden: &mut Vec<(String, Thing)>,
) {
    let catalog = Catalog::embedded();
    let put_one = |database: &rusqlite::Connection, text: &str| match os {
        Os::Windows if text.starts_with('{') => {
            put(database, "programs", &[("name", text), ("identifying_number", text)])
        }
        Os::Windows => put(database, "programs", &[("name", text)]),
        Os::Linux => put(database, "deb_packages", &[("name", text)]),
        Os::Macos if text.starts_with("com.") => put(database, "package_receipts", &[("package_id", text)]),
        Os::Macos => put(database, "apps", &[("name", &format!("{text}.app"))]),
    };
    let thing = |text: &str| {
        let bundle = os == Os::Macos && !text.starts_with("com.");
        ("program", if bundle { format!("{text}.app").to_lowercase() } else { text.to_lowercase() })
    };
    for product in catalog.products.iter().filter(|product| product.os == os) {
        let successor = product.family == cleanbreak::catalog::Family::Successor;
        for text in product.examples.iter().filter(|_| !successor) {
            put_one(good, text);
            expected.push((product.id.clone(), thing(text)));
        }
        for text in &product.counter_examples {
            let another = [catalog.product_named(os, text), catalog.product_keyed(os, text)]
                .into_iter()
                .flatten()
                .next()
                .is_some();
            if !another {
                put_one(bad, text);
                forbidden.push((product.id.clone(), thing(text)));
            }
        }
    }
    if os == Os::Windows {
        for (text, embedder) in
            catalog.embedders.iter().flat_map(|one| one.examples.iter().map(move |text| (text, one)))
        {
            put_one(bad, text);
            forbidden.push((embedder.id.clone(), thing(text)));
        }
    }
}

/// The text of each select, by its own: what stands between `SELECT`, `UNION ALL` and the end.
fn selects(sql: &str) -> Vec<&str> {
    sql.split("\nUNION ALL\n").collect()
}

fn table_of(select: &str) -> &str {
    let from = select.split("\nFROM ").nth(1).unwrap().lines().next().unwrap();
    from.strip_prefix("users CROSS JOIN ").and_then(|rest| rest.strip_suffix(" USING (uid)")).unwrap_or(from)
}

/// What is wrong with a select by osquery's rules, other than columns, which SQLite refuses.
fn faults(select: &str, platform: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let name = table_of(select);
    let Some(table) = published().iter().find(|table| table.name == name) else {
        return vec![format!("no table {name}")];
    };
    if !table.platforms.iter().any(|one| one == platform) {
        faults.push(format!("{name} is not on {platform}"));
    }
    let first = select.split("\nWHERE ").nth(1).unwrap().lines().next().unwrap();
    let asks = |column: &str| ["=", "LIKE", "IN"].iter().any(|by| first.starts_with(&format!("{column} {by} ")));
    // The registry answers for every key there is, slowly, unless it is told which.
    let needed: Vec<&str> = match name {
        "registry" => vec!["key", "path"],
        _ => table.required.iter().map(String::as_str).collect(),
    };
    if !needed.is_empty() && !needed.iter().any(|column| asks(column)) {
        faults.push(format!("{name} answers nothing without {needed:?}: {first}"));
    }
    if table.user_data && !select.contains("\nFROM users CROSS JOIN ") {
        faults.push(format!("{name} answers for one account"));
    }
    if first.contains("%%") || select.contains("store =") || select.contains("store IN") {
        faults.push(format!("{name}: a wildcard or a name that is translated"));
    }
    faults
}

#[test]
fn every_select_asks_what_its_table_needs_on_a_system_that_has_it() {
    let mut asked = BTreeSet::new();
    for query in queries() {
        for select in selects(&query.sql()) {
            assert_eq!(faults(select, query.platform.name()), Vec::<String>::new(), "{}\n{select}", query.name);
            asked.insert(table_of(select).to_string());
        }
    }
    // The copy has no table that is not asked.
    let known: BTreeSet<String> = published().iter().map(|table| table.name.clone()).collect();
    assert_eq!(known, asked.into_iter().chain(["users".to_string()]).collect());
    // The check sees each fault.
    for (select, platform, word) in [
        ("SELECT 1\nFROM nothing\nWHERE 1", "windows", "no table"),
        ("SELECT 1\nFROM programs\nWHERE 1", "linux", "is not on"),
        ("SELECT 1\nFROM file\nWHERE lower(path) = 'x'", "windows", "answers nothing"),
        ("SELECT 1\nFROM registry\nWHERE name = 'x'", "windows", "answers nothing"),
        ("SELECT 1\nFROM chrome_extensions\nWHERE 1", "darwin", "one account"),
        ("SELECT 1\nFROM certificates\nWHERE store = 'Root'", "windows", "translated"),
    ] {
        assert!(faults(select, platform).concat().contains(word), "{select}");
    }
    let database = empty_tables();
    for wrong in [
        "SELECT nosuch FROM programs",
        &format!("SELECT regex_match('x', '{}', 0)", "x".repeat(257)),
        "SELECT regex_match('x', '(?i)x', 0)",
        "SELECT regex_match('x', '(x', 0)",
    ] {
        let answer = database
            .prepare(wrong)
            .and_then(|mut statement| statement.query_row([], |row| row.get::<_, Option<String>>(0)));
        assert!(answer.is_err(), "{wrong}");
    }
}

#[test]
fn nothing_of_the_catalogue_is_too_long_for_osquery_but_what_other_patterns_cover() {
    // Each pattern of a rule, a look-alike or a key is in some query. The names of two products are longer than osquery
    // takes; the product that takes every name of the vendor's finds their examples, as the test of examples shows.
    let all: String = queries().iter().map(Query::sql).collect();
    let catalog = Catalog::embedded();
    let missing: Vec<&str> = catalog
        .rules
        .iter()
        .filter(|rule| rule.os == Os::Windows && rule.target == Target::Service && !rule.id.starts_with("ultra"))
        .filter(|rule| {
            let plain = rule.pattern.replace("{line}", "").to_lowercase();
            let part = plain.split(['(', '|', '[']).next().unwrap_or_default().replace('\'', "''");
            !all.contains(&part)
        })
        .map(|rule| rule.id.as_str())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn a_pack_says_found_and_never_clean() {
    let pack: serde_json::Value = serde_json::from_str(&pack_json(Catalog::embedded())).unwrap();
    let asked = pack["queries"].as_object().unwrap();
    assert_eq!(asked.len(), queries().len());
    for (name, query) in asked {
        assert!(name.ends_with("_found"), "{name}");
        let description = query["description"].as_str().unwrap();
        assert!(description.ends_with("A row is something found. No row does not mean clean."), "{name}");
        assert!(query["query"].as_str().unwrap().ends_with(';'));
        assert_eq!((query["snapshot"].as_bool(), query["interval"].as_u64()), (Some(true), Some(86_400)));
        assert!(["windows", "linux", "darwin"].contains(&query["platform"].as_str().unwrap()));
    }
    for policy in all_policies(Catalog::embedded()) {
        assert!(policy.name.contains(": no ") && policy.name.ends_with("was found"), "{}", policy.name);
        assert!(policy.description.contains("does not say that the computer is clean"), "{}", policy.name);
        assert!(policy.resolution.contains("cleanbreak-cli scan"), "{}", policy.name);
    }
}

#[test]
fn a_policy_passes_only_where_osquery_could_look_and_found_nothing() {
    let rows = |database: &rusqlite::Connection, sql: &str| {
        let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{error}\n{sql}"));
        statement.query_map([], |_| Ok(())).unwrap().count()
    };
    let policies = all_policies(Catalog::embedded());
    assert_eq!(policies.len(), 7);
    let (mut passed, mut failed) = (0, 0);
    for policy in &policies {
        assert_eq!(rows(&empty_tables(), &policy.sql), 0, "{}: nothing could be looked at", policy.name);
    }
    for (name, snapshot) in recordings() {
        let database = empty_tables();
        fill(&database, &snapshot);
        // What every computer has of its own.
        put(&database, "programs", &[("name", "Some Editor")]);
        put(&database, "services", &[("name", "Spooler")]);
        put(&database, "certificates", &[("common_name", "Some Root")]);
        put(&database, "deb_packages", &[("name", "bash")]);
        put(&database, "systemd_units", &[("id", "cron.service")]);
        put(&database, "apps", &[("name", "Notes.app"), ("bundle_identifier", "com.apple.notes")]);
        put(&database, "registry", &[("key", r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{x}")]);
        let said = said_by_scan(&snapshot, &assess(&snapshot, Catalog::embedded()));
        for policy in policies.iter().filter(|policy| policy.platform.name() == os_name(snapshot.host.os)) {
            let passes = rows(&database, &policy.sql) == 1;
            if said.is_empty() {
                assert!(passes, "{name}: {}", policy.name);
            }
            passed += usize::from(passes);
            failed += usize::from(!passes);
        }
    }
    println!("policies on the recordings: {passed} passed, {failed} did not");
    assert!(passed > 20 && failed > 20);
}

#[test]
fn fleet_s_documents_are_yaml_and_say_what_the_pack_says() {
    use saphyr::{LoadableYamlNode, Yaml};
    let catalog = Catalog::embedded();
    let (reports, policies) = (report_documents(catalog), policy_documents(catalog));
    let read = |text: &str, kind: &str| -> Vec<(String, String)> {
        let documents = Yaml::load_from_str(text).unwrap();
        let one = |document: &Yaml<'_>| {
            assert_eq!(document["apiVersion"].as_str(), Some("v1"));
            assert_eq!(document["kind"].as_str(), Some(kind));
            let spec = &document["spec"];
            assert!(["windows", "linux", "darwin"].contains(&spec["platform"].as_str().unwrap()));
            assert!(!spec["description"].as_str().unwrap().is_empty());
            let more = if kind == "policy" { "resolution" } else { "logging" };
            assert!(!spec[more].as_str().unwrap().is_empty());
            (spec["name"].as_str().unwrap().to_string(), spec["query"].as_str().unwrap().to_string())
        };
        documents.iter().map(one).collect()
    };
    let expected: Vec<_> = queries().iter().map(|query| (query.name.clone(), query.sql())).collect();
    assert_eq!(read(&reports, "report"), expected);
    let expected: Vec<_> = all_policies(catalog).into_iter().map(|policy| (policy.name, policy.sql)).collect();
    assert_eq!(read(&policies, "policy"), expected);
}
