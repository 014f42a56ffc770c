//! The PowerShell that `export` makes, read by a parser of Windows PowerShell's language and held to what the tools that
//! run it expect. It is not run here: there is no Windows PowerShell 5.1 but on Windows.
#![allow(clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

use cleanbreak::cli::{Console, Exit, run};
use std::collections::BTreeMap;
use std::fs;
use tree_sitter::{Node, Parser};

/// What the program makes of a kind, by name, in a folder.
fn exported(kind: &str) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { input: &mut std::io::empty(), out: &mut out, err: &mut err, err_is_terminal: false };
    let arguments = vec!["export".into(), kind.into(), "--out".into(), folder.path().into()];
    assert_eq!(run(arguments, &mut console), Exit::Clean, "{}", String::from_utf8_lossy(&err));
    let told = String::from_utf8(out).unwrap();
    let files: BTreeMap<String, String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            assert!(told.contains(&*path.to_string_lossy()), "{told}");
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        })
        .collect();
    files
}

fn scripts() -> BTreeMap<String, String> {
    let all: BTreeMap<String, String> = exported("intune").into_iter().chain(exported("rmm")).collect();
    assert_eq!(all.len(), 7, "{:?}", all.keys());
    all
}

/// Every node below one, itself first.
fn nodes<'t>(root: Node<'t>) -> Vec<Node<'t>> {
    let mut all = vec![root];
    let mut at = 0;
    while at < all.len() {
        let node = all[at];
        let mut cursor = node.walk();
        all.extend(node.children(&mut cursor));
        at += 1;
    }
    all
}

/// A script without its comments and the texts in it.
fn code_of(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with('#'));
    let (mut code, mut quote) = (String::new(), None);
    for c in lines.collect::<Vec<_>>().join("\n").chars() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '\'' || c == '"' => quote = Some(c),
            None => code.push(c),
        }
    }
    code
}

/// Words that have no place in a script that a tool runs, and why.
const FORBIDDEN: [(&str, &str); 15] = [
    ("Read-Host", "nobody is there to answer"),
    ("Write-Error", "a word on stderr fails a remediation"),
    ("Write-Host", "it is not output"),
    ("Write-Warning", "it is not output"),
    ("Write-Verbose", "it is not output"),
    ("$env:ProgramFiles", "a 32-bit host leads it elsewhere"),
    ("System32", "a 32-bit host leads it elsewhere"),
    ("return", "it ends with 0"),
    ("throw", "it ends with words on stderr"),
    ("Invoke-Expression", "nothing is made into code"),
    ("Invoke-WebRequest", "nothing is sent"),
    ("Restart-Computer", "no restart"),
    ("msiexec", "it never uninstalls"),
    ("ForEach-Object -Parallel", "PowerShell 7"),
    ("??", "PowerShell 7"),
];

/// What is wrong with a script.
fn faults(script: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    let tree = parser.parse(script, None).unwrap();
    for node in nodes(tree.root_node()) {
        if node.is_error() || node.is_missing() {
            let at = node.start_position();
            faults.push(format!("not PowerShell 5.1 at {}:{}", at.row + 1, at.column + 1));
        }
    }
    if !script.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        faults.push("not ASCII".into());
    }
    let code = code_of(script);
    for (word, why) in FORBIDDEN {
        if code.to_lowercase().contains(&word.to_lowercase()) {
            faults.push(format!("{word}: {why}"));
        }
    }
    let lower = script.to_lowercase();
    for secret in ["kllogin", "klpasswd", "kluninstpasswd", "-password", "securestring", "pscredential"] {
        if lower.contains(secret) {
            faults.push(format!("{secret}: no password in a script"));
        }
    }
    let lines: Vec<&str> = script.lines().collect();
    let ends = matches!(lines[..], [.., output, "exit $exit"] if output.starts_with("Write-Output "));
    if !ends || code.matches("Write-Output").count() != 1 || code.replace("$exit", "").matches("exit").count() != 1 {
        faults.push("it does not end with its one output and its one exit".into());
    }
    for assigned in code.split("$exit = ").skip(1) {
        let value: String = assigned.chars().take_while(|c| !c.is_whitespace() && *c != ';').collect();
        if !["0", "1"].contains(&value.as_str()) {
            faults.push(format!("exit {value}"));
        }
    }
    if script.len() > 200_000 {
        faults.push("Intune takes 200 KB".into());
    }
    faults
}

#[test]
fn every_script_is_windows_powershell_and_does_as_its_tool_expects() {
    for (name, script) in scripts() {
        assert_eq!(faults(&script), Vec::<String>::new(), "{name}\n{script}");
        assert!(script.contains("$env:ProgramW6432") && script.contains("holds no password"), "{name}");
    }
}

#[test]
fn the_checks_see_each_fault() {
    let good = scripts().remove("cleanbreak-intune-detect.ps1").unwrap();
    let bad = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1)
    };
    for (script, word) in [
        (bad("} else {", "else {"), "not PowerShell 5.1"),
        (bad("$words = ''", "$words = $line ?? 'x'"), "not PowerShell 5.1"),
        (bad("$words = ''", "$words = $there ? 'x' : 'y'"), "not PowerShell 5.1"),
        (bad("found", "f\u{f6}und"), "not ASCII"),
        (bad("$there = $false", "$there = $false\nreturn"), "return"),
        (bad("$there = $false", "$name = Read-Host"), "Read-Host"),
        (bad("$env:ProgramW6432", "$env:ProgramFiles"), "$env:ProgramFiles"),
        (bad("$exit = 1", "$exit = 11"), "exit 11"),
        (bad("exit $exit", "exit $code"), "one exit"),
        (bad("$words = ''", "Write-Output 'early'"), "one output"),
        (bad("'scan'", "'remove' '-Password' 'x'"), "no password"),
    ] {
        assert!(faults(&script).iter().any(|fault| fault.contains(word)), "{word}: {:?}", faults(&script));
    }
}

/// The arms of the first `switch` over `$code`: what each code does.
fn arms(script: &str) -> BTreeMap<String, String> {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    let tree = parser.parse(script, None).unwrap();
    let clauses = nodes(tree.root_node()).into_iter().filter(|node| node.kind() == "switch_clause");
    let text = |node: Node<'_>| node.utf8_text(script.as_bytes()).unwrap().to_string();
    clauses.map(|clause| (text(clause.child(0).unwrap()), text(clause))).collect()
}

#[test]
fn every_exit_code_is_told_apart_and_only_0_passes() {
    for (name, script) in scripts() {
        let arms = arms(&script);
        // The program says itself which codes it has.
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console =
            Console { input: &mut std::io::empty(), out: &mut out, err: &mut err, err_is_terminal: false };
        run(vec!["--help".into()], &mut console);
        let help = String::from_utf8(out).unwrap();
        let codes: Vec<&str> = help
            .lines()
            .skip_while(|line| !line.starts_with("Exit codes"))
            .filter_map(|line| line.split_whitespace().next().filter(|word| word.parse::<u8>().is_ok()))
            .collect();
        assert!(codes.len() >= 10, "{help}");
        let told: Vec<&str> = arms.keys().map(String::as_str).filter(|code| *code != "default").collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        assert_eq!(told, sorted, "{name}");
        for (code, arm) in &arms {
            assert_eq!(arm.contains("$exit = 0"), code == "0", "{name}: {arm}");
            let words = arm.split("$words = '").nth(1).unwrap_or_default();
            assert!(words.len() > 15, "{name}: {arm}");
            assert!(code == "0" || !words.to_lowercase().contains("no active"), "{name}: {arm}");
        }
        assert!(arms.contains_key("default"), "{name}");
        // What cannot be told and what is not there never pass, and say so.
        assert!(arms["12"].contains("cannot be told"), "{name}");
        assert!(script.contains("Clean Break is not on this computer, so nothing was looked at."), "{name}");
        assert_eq!(script.matches("$exit = 0").count(), 1, "{name}: passing is decided in one place");
    }
}

#[test]
fn the_remediation_cleans_only_what_is_left_of_the_whole_computer_and_harmless_or_trusted() {
    let script = &scripts()["cleanbreak-intune-remediate.ps1"];
    let order = [
        "if ($code -eq 11) {",
        "$_.scope -eq 'machine' -and -not $_.fix_first -and $_.confidence -ne 'possible'",
        "$_.danger -eq 'harmless' -or $_.danger -eq 'trust'",
        "@('cleanup', '--apply') + $ids + @('--json')",
    ];
    let places: Vec<usize> = order.iter().map(|part| script.find(part).unwrap_or_else(|| panic!("{part}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(script.matches("'cleanup'").count(), 1);
    assert!(!script.contains("'fix-filters'") && !script.contains("'remove'"));
    // The names that it compares with are those of the scan.
    let schema = cleanbreak::report::SCHEMA_TEXT;
    for name in ["machine", "harmless", "trust", "possible", "fix_first", "scope", "danger", "confidence", "leftovers"]
    {
        assert!(schema.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn a_kind_is_printed_whole_and_a_folder_that_is_not_there_is_named() {
    let printed = |kind: &str| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console =
            Console { input: &mut std::io::empty(), out: &mut out, err: &mut err, err_is_terminal: false };
        assert_eq!(run(vec!["export".into(), kind.into()], &mut console), Exit::Clean);
        String::from_utf8(out).unwrap()
    };
    for kind in ["osquery", "intune", "rmm"] {
        let text = printed(kind);
        for (name, file) in exported(kind) {
            assert!(text.contains(&format!("==> {name} <==\n{file}")), "{kind} {name}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let none = folder.path().join("none");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { input: &mut std::io::empty(), out: &mut out, err: &mut err, err_is_terminal: false };
    let arguments = vec!["export".into(), "rmm".into(), "--out".into(), none.into()];
    assert_eq!(run(arguments, &mut console), Exit::Internal);
    assert!(String::from_utf8(err).unwrap().contains("cleanbreak-share.ps1"));
    assert!(out.is_empty());
}
