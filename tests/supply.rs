//! What the programs are made of, and that the threat model names tests which exist.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn toml(file: &str) -> toml::Table {
    fs::read_to_string(root().join(file)).unwrap().parse().unwrap()
}

fn workflows() -> Vec<(PathBuf, String)> {
    let files = fs::read_dir(root().join(".github/workflows")).unwrap().map(|file| file.unwrap().path());
    files.map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
}

/// Names of crates that the privacy page promises to keep out.
fn forbidden() -> BTreeSet<String> {
    let deny = toml("deny.toml");
    let list = deny["bans"]["deny"].as_array().unwrap();
    list.iter().map(|name| name.as_str().unwrap().to_string()).collect()
}

#[test]
fn no_crate_that_speaks_over_a_network_is_locked() {
    let forbidden = forbidden();
    let lock = toml("Cargo.lock");
    let locked = lock["package"].as_array().unwrap().iter().map(|package| package["name"].as_str().unwrap());
    let found: Vec<&str> = locked.filter(|name| forbidden.contains(*name)).collect();
    assert_eq!(found, Vec::<&str>::new());
}

/// `docs/privacy.md`: no crate that speaks HTTP or TLS. One of each kind, and what they are built on.
#[test]
fn the_list_is_as_wide_as_the_promise() {
    let forbidden = forbidden();
    let kinds = [
        "hyper",
        "reqwest",
        "ureq",
        "curl",
        "minreq",
        "attohttpc",
        "isahc",
        "h2",
        "h3",
        "quinn",
        "tungstenite",
        "rustls",
        "native-tls",
        "openssl",
        "openssl-sys",
        "boring",
        "schannel",
        "security-framework",
        "webpki-roots",
        "ssh2",
        "hickory-resolver",
        "sentry",
    ];
    let missing: Vec<&str> = kinds.into_iter().filter(|name| !forbidden.contains(*name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// A tag can be moved to other code by whoever gets hold of its repository.
#[test]
fn actions_are_named_by_hash_and_tools_by_version() {
    let mut wrong = Vec::new();
    let mut actions = 0;
    for (file, text) in workflows() {
        for line in text.lines().map(|line| line.trim().trim_start_matches("- ")) {
            if let Some(action) = line.strip_prefix("uses: ") {
                actions += 1;
                let (hash, version) =
                    action.split_once('@').unwrap_or_default().1.split_once(" # v").unwrap_or_default();
                let is_hash = hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
                if !is_hash || version.is_empty() {
                    wrong.push(format!("{}: {line}", file.display()));
                }
            }
            let unversioned = |tool: &str| !tool.starts_with('-') && !tool.contains('@');
            for installed in line.split("cargo install ").skip(1) {
                let tools = installed.split("&&").next().unwrap_or_default().split_whitespace();
                wrong.extend(tools.filter(|tool| unversioned(tool)).map(|tool| format!("{}: {tool}", file.display())));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(actions > 5, "the actions were found");
}

/// An image's tag can be moved, too; and what pip installs is named by version.
#[test]
fn images_are_named_by_digest_and_python_tools_by_version() {
    let mut images = 0;
    for (file, text) in workflows() {
        for image in text.lines().filter_map(|line| line.trim().strip_prefix("image: ")) {
            images += 1;
            let digest = image.split_once("@sha256:").unwrap_or_default().1;
            assert!(
                digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{}: {image}",
                file.display()
            );
        }
        assert!(!text.contains("pip install"), "{}: install it in a test, by version", file.display());
    }
    assert!(images > 0, "the images were found");
    let tools = fs::read_to_string(root().join("tests/workflows.txt")).unwrap();
    let loose: Vec<&str> = tools.lines().filter(|line| !line.contains("==")).collect();
    assert_eq!(loose, Vec::<&str>::new());
}

/// Whoever opens a pull request runs their own code there.
#[test]
fn what_runs_for_a_pull_request_has_no_secret_and_may_not_write() {
    let mut found = 0;
    for (file, text) in workflows().iter().filter(|(_, text)| text.contains("pull_request")) {
        found += 1;
        let writes: Vec<&str> = text.lines().filter(|line| line.trim_end().ends_with(": write")).collect();
        assert_eq!(writes, Vec::<&str>::new(), "{}", file.display());
        for word in ["secrets.", "pull_request_target", "write-all", "secrets: inherit"] {
            assert!(!text.contains(word), "{}: {word}", file.display());
        }
        let checkouts = text.matches("actions/checkout@").count();
        assert_eq!(text.matches("persist-credentials: false").count(), checkouts, "{}", file.display());
    }
    assert!(found > 0, "the workflow was found");
}

#[test]
fn a_pull_request_is_tried_on_three_systems() {
    let check = fs::read_to_string(root().join(".github/workflows/check.yml")).unwrap();
    for part in [
        "bash .ci/run",
        "runs-on: windows-",
        "on_windows.py --throw-away",
        "on_windows.py --take-away",
        "runs-on: macos-",
        "name: recordings-linux",
        "name: recordings-windows",
        "name: recordings-macos",
    ] {
        assert!(check.contains(part), "{part} is missing");
    }
}

#[test]
fn each_change_and_each_week_the_crates_are_looked_at() {
    let check = fs::read_to_string(root().join(".github/workflows/check.yml")).unwrap();
    for part in ["pull_request:", "schedule:", "cargo deny --locked check", "contents: read"] {
        assert!(check.contains(part), "{part} is missing");
    }
}

#[test]
fn what_is_overlooked_has_a_reason_and_a_date() {
    let deny = toml("deny.toml");
    for ignored in deny["advisories"]["ignore"].as_array().unwrap() {
        let reason = ignored["reason"].as_str().unwrap();
        assert!(reason.len() > 60 && reason.contains("Looked at on 20"), "{ignored}");
    }
}

/// The rows of the table of attacks, each with its last column.
fn rows(page: &str) -> Vec<(String, String)> {
    let lines = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| attack |"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            assert_eq!(cells.len(), 3, "{line}");
            (cells[0].to_string(), cells[2].to_string())
        })
        .collect()
}

/// Whether `file: name` is a test of this project; without a name the file is one.
fn exists(test: &str) -> bool {
    let (file, name) = test.split_once(": ").unwrap_or((test, ""));
    let Ok(text) = fs::read_to_string(root().join(file)) else { return false };
    name.is_empty() || [format!("fn {name}("), format!("def {name}(")].iter().any(|test| text.contains(test.as_str()))
}

#[test]
fn each_row_of_the_threat_model_names_a_test_that_exists() {
    let page = fs::read_to_string(root().join("docs/threat-model.md")).unwrap();
    let mut wrong = Vec::new();
    let rows = rows(&page);
    for (attack, held) in &rows {
        let tests: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        wrong.extend(tests.iter().filter(|test| !exists(test)).map(|test| format!("{attack}: there is no {test}")));
        if tests.is_empty() {
            wrong.push(format!("{attack}: no test"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(rows.len() > 10, "the table was found");
}

/// Without `pkexec` nothing can be cleaned with an administrator's rights.
#[test]
fn the_packages_recommend_what_asks_for_the_password() {
    let metadata = &toml("Cargo.toml")["package"]["metadata"];
    let deb = metadata["deb"]["recommends"].as_str().unwrap();
    // Debian 12 split `pkexec` off; before, it was a part of `policykit-1`.
    assert!(deb.split(',').any(|one| one.trim() == "pkexec | policykit-1"), "{deb}");
    // By the file, which is the same in every distribution.
    let rpm = metadata["generate-rpm"].get("recommends").and_then(|names| names.get("/usr/bin/pkexec"));
    assert_eq!(rpm.and_then(toml::Value::as_str), Some("*"));
}

/// The attacks have a harness of their own: there, `#[test]` takes a test out.
#[test]
fn every_attack_is_on_the_list_that_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains(concat!("#[", "test]")), "{}: put it on the list instead", path.display());
    }
}

#[test]
fn practice_is_one_click_away_on_windows_and_on_linux() {
    let text = |file: &str| fs::read_to_string(root().join(file)).unwrap();
    let desktop = text("packaging/linux/cleanbreak.desktop");
    let (entry, action) = desktop.split_once("[Desktop Action practice]").expect("the desktop file has an action");
    assert!(entry.contains("\nActions=practice;\n"), "{entry}");
    for line in ["\nExec=cleanbreak --practice\n", "\nName=", "\nName[es]="] {
        assert!(action.contains(line), "{line:?} is missing in {action}");
    }
    let installer = text("packaging/windows/cleanbreak.wxs");
    let shortcuts = installer.split("<Shortcut ").skip(1).filter_map(|rest| rest.split_once("/>")).map(|(one, _)| one);
    let practice = shortcuts.filter(|one| one.contains("Arguments=\"--practice\"")).count();
    assert_eq!(practice, 1, "one entry in the Start menu opens the practice computers");
}
