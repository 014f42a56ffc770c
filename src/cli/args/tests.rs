use super::command::*;
use super::forms::{ALONE, FORMS, Form, Ids};
use super::help::help_text;
use super::parse::parse_arguments;
use super::switches::{NAMING, PAIRS, Switch, Takes};
use super::usage::UsageError;
use crate::cli::{Console, Exit, run};
use crate::i18n::Texts;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::LazyLock;

fn parse(line: &str) -> Result<Command, UsageError> {
    parse_arguments(line.split_whitespace().map(OsString::from).collect())
}

fn cleanup(line: &str) -> Cleanup {
    let Ok(Command::Cleanup(cleanup)) = parse(line) else { panic!("{line}") };
    cleanup
}

/// A switch with a value that it takes.
fn with_value(switch: &'static Switch) -> String {
    match switch.takes {
        Takes::Nothing => switch.spelled(),
        Takes::Path(_) | Takes::Text(_) | Takes::Label(_) => format!("{} x", switch.spelled()),
        Takes::Number(_) => format!("{} 7", switch.spelled()),
        Takes::OneOf(words) => format!("{} {}", switch.spelled(), words.last().unwrap()),
    }
}

/// The same without what stands alone.
fn without_ids(form: &Form) -> String {
    format!("{} {}", form.command, form.way.map(with_value).unwrap_or_default())
}

/// The shortest line that a form understands.
fn shortest(form: &Form) -> String {
    let way = form.way.map(with_value).unwrap_or_default();
    let ids = match form.ids {
        Ids::Must | Ids::File(_) | Ids::Paths | Ids::Code => "a",
        Ids::OneOf(words) => words[0],
        Ids::No | Ids::May => "",
    };
    format!("{} {way} {ids}", form.command)
}

/// Every switch there is.
fn all_switches() -> Vec<&'static Switch> {
    let mut all: Vec<&'static Switch> = ALONE.into_iter().map(|(_, switch, _)| switch).collect();
    for switch in FORMS.iter().flat_map(|form| form.way.into_iter().chain(form.switches.iter().copied())) {
        if !all.contains(&switch) {
            all.push(switch);
        }
    }
    all
}

/// A switch, and the one without which it says nothing.
fn complete(switch: &'static Switch) -> String {
    let partner = PAIRS.into_iter().find_map(|pair| match pair {
        (one, other) if one == switch => Some(other),
        (other, one) if one == switch => Some(other),
        _ => None,
    });
    format!("{} {}", with_value(switch), partner.map(with_value).unwrap_or_default())
}

#[test]
fn what_is_told_changes_what_is_asked_for() {
    let mut told = 0;
    for form in FORMS {
        let without = parse(&shortest(form)).unwrap();
        for switch in form.switches {
            let with = parse(&format!("{} {}", shortest(form), complete(switch)));
            assert_ne!(with.unwrap(), without, "{} {}", form.spelled(), switch.name);
            told += 1;
        }
        if let Ids::OneOf(words) = form.ids {
            let asked = words.iter().map(|word| format!("{:?}", parse(&format!("{} {word}", form.command)).unwrap()));
            assert_eq!(asked.collect::<BTreeSet<_>>().len(), words.len(), "{}", form.spelled());
        } else if matches!(form.ids, Ids::File(_)) {
            assert_ne!(parse(&format!("{} b", without_ids(form))).unwrap(), without, "{}", form.spelled());
        } else if form.ids != Ids::No {
            assert_ne!(parse(&format!("{} b", shortest(form))).unwrap(), without, "{}", form.spelled());
        }
    }
    assert!(told > 30, "{told}");
    let each = FORMS.iter().map(|form| format!("{:?}", parse(&shortest(form)).unwrap()));
    assert_eq!(each.collect::<BTreeSet<_>>().len(), FORMS.len(), "no two forms ask for the same");
}

#[test]
fn each_word_that_a_switch_takes_asks_for_something_else() {
    for form in FORMS {
        for switch in form.switches {
            let Takes::OneOf(words) = switch.takes else { continue };
            let line = |word: &&str| format!("{} {} {word}", shortest(form), switch.spelled());
            let asked: BTreeSet<String> =
                words.iter().map(|word| format!("{:?}", parse(&line(word)).unwrap())).collect();
            assert_eq!(asked.len(), words.len(), "{}", switch.name);
        }
    }
}

/// The words of each language.
static TEXTS: LazyLock<Vec<Texts>> = LazyLock::new(|| Texts::languages().map(Texts::language).collect());

/// What a line that is refused says in each language, with the exit code.
fn refused(line: &str) -> Vec<(Exit, String)> {
    let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
    let error = parse_arguments(arguments.clone()).expect_err(line);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let (input, err_is_terminal) = (&mut std::io::empty(), false);
    let exit = run(arguments, &mut Console { input, out: &mut out, err: &mut err, err_is_terminal });
    assert!(out.is_empty() && !err.is_empty(), "{line}");
    TEXTS.iter().map(|texts| (exit, error.in_words(texts))).collect()
}

/// The sentence of whoever says nothing at all.
fn nothing_said() -> Vec<String> {
    TEXTS.iter().map(|texts| UsageError::NoCommand.in_words(texts)).collect()
}

/// Each language has words of its own for what is wrong, and they name what they are about.
fn assert_refused(line: &str, named: &[&str]) {
    let told = refused(line);
    assert_eq!(told.iter().map(|(_, words)| words).collect::<BTreeSet<_>>().len(), told.len(), "{line}: {told:?}");
    for (exit, words) in told {
        assert_eq!(exit, Exit::Usage, "{line}");
        assert!(!nothing_said().contains(&words), "{line}: {words}");
        assert!(named.iter().all(|name| words.contains(name)), "{line}: {words} does not name {named:?}");
    }
}

#[test]
fn a_switch_with_a_command_that_does_not_take_it_is_named() {
    let mut mixes = 0;
    for form in FORMS {
        // A switch of another command may be called like one of this command's.
        let called = |switch: &Switch| form.switches.iter().chain(&form.way).any(|own| own.name == switch.name);
        for switch in all_switches().into_iter().filter(|switch| !called(switch)) {
            if ALONE.iter().any(|(_, alone, _)| *alone == switch) && switch.name == "help" {
                continue;
            }
            // With another way of the command it may be a line that makes sense.
            let line = format!("{} {}", shortest(form), complete(switch));
            let other_way = FORMS.iter().any(|other| other.command == form.command && other.way == Some(switch));
            if other_way && form.way.is_none() {
                continue;
            }
            assert_refused(&line, &[&switch.spelled()]);
            mixes += 1;
        }
    }
    assert!(mixes > 150, "{mixes}");
}

#[test]
fn two_ways_and_none_and_the_same_one_twice_are_named() {
    for form in FORMS {
        let ways = FORMS.iter().filter(|other| other.command == form.command).filter_map(|other| other.way);
        for other in ways.filter(|other| form.way.is_some_and(|way| way != *other)) {
            let line = format!("{} {}", shortest(form), with_value(other));
            assert_refused(&line, &[&form.way.unwrap().spelled(), &other.spelled()]);
        }
    }
    assert_refused("cleanup", &["--plan, --apply, --past, --undo"]);
    assert_refused("cleanup a", &["--plan, --apply, --past, --undo"]);
    assert_refused("cleanup --plan --plan", &["--plan"]);
    assert_eq!(
        parse("guide --practice a --practice b").unwrap(),
        Command::Guide(Journey::Practice { name: "b".into(), page: None })
    );
}

#[test]
fn a_value_that_is_missing_or_wrong_or_not_wanted_is_named() {
    for form in FORMS {
        for switch in form.way.into_iter().chain(form.switches.iter().copied()) {
            let (line, spelled) = (form.command, switch.spelled());
            match switch.takes {
                Takes::Nothing => assert_refused(&format!("{line} {spelled}=1"), &[&spelled]),
                Takes::Path(_) | Takes::Text(_) => {}
                Takes::Label(_) => {
                    for wrong in ["../x", "a/b", "=cmd", "ñ", &"x".repeat(65)] {
                        assert_refused(&format!("{line} {spelled} {wrong}"), &[&spelled, wrong]);
                    }
                    assert_refused(&format!("{line} {spelled}="), &[&spelled]);
                }
                Takes::Number(_) => assert_refused(&format!("{line} {spelled} seven"), &[&spelled, "seven"]),
                Takes::OneOf(words) => {
                    assert_refused(&format!("{line} {spelled} pdf"), &[&spelled, "pdf", &words.join("|")]);
                }
            }
            if let Some(value) = switch.takes.value_name() {
                assert_refused(&format!("{line} {spelled}"), &[&spelled, &value]);
            }
        }
    }
}

#[test]
fn findings_that_are_missing_or_not_wanted_are_named() {
    for form in FORMS {
        match form.ids {
            Ids::No => assert_refused(&format!("{} twice", shortest(form)), &[form.command, "twice"]),
            Ids::May => {}
            Ids::Code | Ids::Paths => assert_refused(form.command, &[form.command]),
            Ids::OneOf(words) => {
                assert_refused(form.command, &[form.command, words[0]]);
                assert_refused(&format!("{} {}", form.command, words[0].to_uppercase()), words);
                assert_refused(&format!("{} twice", shortest(form)), &[form.command, "twice"]);
            }
            Ids::File(_) => {
                assert_refused(&without_ids(form), &[form.command]);
                assert_refused(&format!("{} twice", shortest(form)), &[form.command, "twice"]);
            }
            Ids::Must => {
                let without = without_ids(form);
                assert_refused(&without, &[&form.spelled()]);
                for naming in NAMING.into_iter().filter(|switch| form.takes_switch(switch)) {
                    assert!(parse(&format!("{without} {}", complete(naming))).is_ok(), "{}", naming.name);
                }
            }
        }
    }
    for (one, other) in PAIRS {
        assert_refused(&format!("cleanup --plan {}", with_value(one)), &[&one.spelled(), &other.spelled()]);
        assert_refused(&format!("cleanup --plan {}", with_value(other)), &[&one.spelled(), &other.spelled()]);
    }
}

#[test]
fn what_there_is_not_is_named() {
    assert_refused("clean", &["clean"]);
    for line in ["--nonsense", "scan --nonsense"] {
        assert_refused(line, &["--nonsense"]);
    }
    for line in ["-x", "scan -x", "cleanup --apply a -x"] {
        assert_refused(line, &["-x"]);
    }
    for line in ["", "--json"] {
        assert_eq!(parse(line), Err(UsageError::NoCommand), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_path_may_be_any_bytes_and_a_name_may_not() {
    use std::os::unix::ffi::OsStringExt;
    let odd = || OsString::from_vec(b"a\xff".to_vec());
    let line = |words: [&str; 2]| words.into_iter().map(OsString::from).chain([odd()]).collect();
    let scan = Scan { replay: Some(odd().into()), ..Scan::default() };
    assert_eq!(parse_arguments(line(["scan", "--replay"])).unwrap(), Command::Scan(scan));
    for words in [["guide", "--practice"], ["cleanup", "--undo"], ["cleanup", "--plan"]] {
        assert_eq!(parse_arguments(line(words)), Err(UsageError::NotUtf8 { value: "a\u{fffd}".into() }), "{words:?}");
    }
}

#[test]
fn the_help_tells_every_form_every_switch_and_every_exit_code_in_each_language() {
    for texts in TEXTS.iter() {
        let (language, help) = (texts.tag(), help_text(texts));
        let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.lines().all(|line| line.chars().count() <= 96), "{language}:\n{help}");
        for form in FORMS {
            assert!(help.contains(&format!("cleanbreak-cli {}", form.spelled())), "{language}: {}", form.spelled());
            assert!(words.contains(&texts.get(form.text)), "{language}: {}", form.spelled());
        }
        for switch in all_switches() {
            assert!(help.contains(&switch.spelled()), "{language}: {}", switch.name);
            assert!(words.contains(&texts.get(switch.text)), "{language}: {}", switch.name);
        }
        for exit in Exit::ALL {
            let line = format!("{} {}", *exit as u8, texts.get(exit.meaning()));
            assert!(words.contains(&line), "{language}: {line}");
        }
    }
}

#[test]
fn help_can_be_asked_for_anywhere() {
    for form in FORMS {
        for help in ["-h", "--help"] {
            assert_eq!(parse(&format!("{} {help}", shortest(form))).unwrap(), Command::Help, "{}", form.spelled());
        }
    }
    for (short, switch, command) in ALONE {
        assert_eq!(parse(&format!("-{short}")).unwrap(), command);
        assert_eq!(parse(&switch.spelled()).unwrap(), command);
    }
    assert_eq!(parse("cleanup --help").unwrap(), Command::Help);
}

#[test]
fn commands_are_read() {
    let form = ScanForm::Json;
    let scan = Scan { form, record: Some("a".into()), replay: Some("b".into()), ..Scan::default() };
    assert_eq!(parse("scan --json --record a --replay=b").unwrap(), Command::Scan(scan));
    assert_eq!(parse("scan").unwrap(), Command::Scan(Scan::default()));
    let scan = Scan { form: ScanForm::Text, compact: true, out: Some("d".into()), ..Scan::default() };
    assert_eq!(parse("scan --compact --out d").unwrap(), Command::Scan(scan));
    let label = Some("PC-7.office_2".to_string());
    let scan = Scan { form: ScanForm::Json, compact: true, label, ..Scan::default() };
    assert_eq!(parse("scan --compact --label PC-7.office_2").unwrap(), Command::Scan(scan));
    assert_refused("scan --line --json", &["--line", "--json"]);
    assert_refused("scan --compact --line", &["--line", "--compact"]);
    let code = CallCodeOrder { typed: "12gm 0000 0000".into(), json: true };
    assert_eq!(parse("code 12gm 0000 --json 0000").unwrap(), Command::Code(code));
    let report = Report { format: Format::Html, out: Some("a".into()), replay: Some("b".into()), offline: None };
    assert_eq!(parse("report --format html --out a --replay b").unwrap(), Command::Report(report));
    assert_eq!(parse("report").unwrap(), Command::Report(Report::default()));
    let report = Report { offline: Some("d".into()), ..Report::default() };
    assert_eq!(parse("report --offline d").unwrap(), Command::Report(report));
    assert_eq!(parse("guide --offline d").unwrap(), Command::Guide(Journey::Disk("d".into())));
    assert_eq!(
        parse("guide --practice linux").unwrap(),
        Command::Guide(Journey::Practice { name: "linux".into(), page: None })
    );
    assert_eq!(parse("guide --replay a").unwrap(), Command::Guide(Journey::Replay("a".into())));
    assert_eq!(parse("guide").unwrap(), Command::Guide(Journey::Here));
    let fix = Fix::Apply { ids: vec!["class-filter-1".into(), "b".into()], ask: Some(7) };
    assert_eq!(parse("fix-filters class-filter-1 b --ask 7").unwrap(), Command::Fix(fix));
    assert_eq!(parse("undo-fix").unwrap(), Command::Fix(Fix::Undo { ask: None }));
    let rescue = |way, offline: Option<&str>| {
        Command::Rescue(Rescue { way, offline: offline.map(Into::into), sheet: None, json: true })
    };
    assert_eq!(parse("rescue --json").unwrap(), rescue(RescueWay::Look, None));
    assert_eq!(parse("rescue --undo --offline D: --json").unwrap(), rescue(RescueWay::Undo, Some("D:")));
    let apply = RescueWay::Apply(vec!["a".into(), "b".into()]);
    assert_eq!(parse("rescue --json --offline D: --apply a b").unwrap(), rescue(apply, Some("D:")));
    let own = RemoveOwnData { whole_computer: true, undo_copies: false };
    assert_eq!(parse("remove-own-data --whole-computer").unwrap(), Command::RemoveOwnData(own));
    assert_eq!(parse("prepare-folder").unwrap(), Command::PrepareFolder);
    assert_eq!(parse("schema").unwrap(), Command::Schema);
}

/// In the recovery system a look at the computer says that nothing could be told, and nothing is changed there.
#[test]
fn what_is_about_this_computer_is_known() {
    let stay = |line: &str| parse(line).unwrap().at_this_computer();
    for line in ["scan", "scan --json", "report --format html"] {
        assert_eq!(stay(line), Some(Stay::Answer), "{line}");
    }
    for line in ["guide", "cleanup --plan", "cleanup --apply a", "cleanup --undo latest", "fix-filters a", "undo-fix"] {
        assert_eq!(stay(line), Some(Stay::Leave), "{line}");
    }
    for line in ["scan --replay a", "report --replay a", "guide --practice a", "guide --replay a", "rescue", "schema"] {
        assert_eq!(stay(line), None, "{line}");
    }
}

#[test]
fn the_ways_of_cleaning_are_read() {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_string()).collect::<Vec<_>>();
    let apply = cleanup("cleanup --apply a --only c b --retire b --json");
    let chosen = Chosen { ids: words(&["a", "c", "b"]), disable: words(&["b"]), list: None };
    assert_eq!((apply.way, apply.json), (CleanupWay::Apply(chosen), true));
    let list = cleanup("cleanup --apply --ids x --sha256 y --helper --catalog 2026-01-01 --ask 3");
    let chosen = Chosen { list: Some(("x".into(), "y".into())), ..Chosen::default() };
    assert_eq!((list.way, list.helper, list.ask), (CleanupWay::Apply(chosen), true, Some(3)));
    assert_eq!(list.catalog.as_deref(), Some("2026-01-01"));
    let undo = CleanupWay::Undo { run: Some("20260921-141320".into()), ids: words(&["a"]) };
    assert_eq!(cleanup("cleanup --undo 20260921-141320 --only a").way, undo);
    assert_eq!(cleanup("cleanup --undo latest").way, CleanupWay::Undo { run: None, ids: Vec::new() });
    assert_eq!(cleanup("cleanup --past --json").way, CleanupWay::Past);
}
