//! What is found in a recording is what was found on the computer it was made on, whatever its people and the
//! computer itself are called; and the recording names none of them.
#![allow(clippy::disallowed_methods, reason = "a test reads the recordings")]

use cleanbreak::assess::{Assessment, assess};
use cleanbreak::catalog::Catalog;
use cleanbreak::machine::redact::{Hidden, Redactor, Who};
use cleanbreak::machine::{
    Autorun, Gap, GapReason, Image, Program, ProgramSource, ScheduledTask, Service, ServiceKind, Snapshot,
};
use cleanbreak::probe::{record, replay};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The recorded computers, as text.
static MACHINES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|kind| kind == "json"));
    let mut all: Vec<_> = files
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    all.sort();
    all
});

fn who(person: &str, computer: &str) -> Who {
    Who { people: vec![person.into()], computers: vec![computer.into()], domains: Vec::new() }
}

/// A recorded computer as it was before it was recorded: the person's name stands in its folders and elsewhere.
fn of(text: &str, person: &str, computer: &str) -> Snapshot {
    let mut named = text.to_string();
    let written = serde_json::to_string(person).unwrap();
    let written = written.trim_matches('"');
    for (folder, own) in
        [(r"C:\\Users\\user", r"D:\\Profiles\\"), ("/home/user", "/srv/people/"), ("/Users/user", "/Users/")]
    {
        named = named.replace(folder, &format!("{own}{written}"));
    }
    let mut snapshot = replay::parse_recording(&named).unwrap();
    plant(&mut snapshot, person, computer);
    snapshot.hidden = Hidden::with_redactor(Redactor::new(&who(person, computer), Catalog::embedded().known()));
    snapshot
}

/// Things that name the person and the computer in every field that a stranger's program fills.
fn plant(snapshot: &mut Snapshot, person: &str, computer: &str) {
    snapshot.services.items.push(Service {
        name: format!("backup_{person}_daily"),
        kind: ServiceKind::Service,
        display: Some(format!("Backup of {person} on {computer}")),
        image: Image {
            raw: Some(format!(r#""D:\Profiles\{person}\backup.exe" --password HUNTER2 -p {person}"#)),
            path: Some(format!(r"D:\Profiles\{person}\backup.exe")),
            ..Image::default()
        },
        ..Service::default()
    });
    snapshot.programs.items.push(Program {
        source: ProgramSource::Hkcu,
        key: format!("{computer}_tool"),
        name: format!("Tool for {person}"),
        version: Some("21.25.8.0".into()),
        publisher: Some(format!("{person} (person@mail.example)")),
        location: Some(format!(r"\\{computer}\home$\{person}\tool")),
        location_there: cleanbreak::machine::Presence::NotAsked,
        uninstall: Some("tool.exe --token=HUNTER2".into()),
    });
    snapshot.tasks.items.push(ScheduledTask {
        path: format!(r"\Backup\{person}"),
        program: format!("/srv/people/{person}/backup"),
        author: format!(r"{computer}\{person}"),
    });
    snapshot.autoruns.items.push(Autorun {
        name: format!("Kaspersky of {person}"),
        program: format!(r"D:\Profiles\{person}\kaspersky\x.exe"),
        scope: cleanbreak::machine::Scope::User,
        place: format!(r"HKCU\Software\{person}\Run"),
    });
    snapshot.files.notes.push(Gap::new(
        GapReason::Failed,
        format!("/srv/people/{person}/x"),
        format!("of {person}: denied"),
    ));
}

fn ids(assessment: &Assessment) -> Vec<String> {
    let left = assessment.leftovers.iter().chain(&assessment.owned).map(|one| one.id.clone());
    let products = assessment.products.iter().map(|one| format!("{} {:?}", one.id, one.version));
    let all = left.chain(assessment.kept.iter().map(|one| one.id.clone())).chain(products);
    let mut all: Vec<String> = all.collect();
    all.sort();
    all
}

/// What is left of the two names in the recording of a computer, and whether it says the same.
fn recorded(name: &str, text: &str, person: &str, computer: &str) -> Result<String, TestCaseError> {
    let snapshot = of(text, person, computer);
    let recording = record::recording_text(
        &snapshot,
        Catalog::embedded(),
        &Redactor::new(&who(person, computer), Catalog::embedded().known()),
    );
    let again = replay::parse_recording(&recording).map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
    let (before, after) = (assess(&snapshot, Catalog::embedded()), assess(&again, Catalog::embedded()));
    prop_assert_eq!(before.verdict, after.verdict, "{}: {} at {}", name, person, computer);
    prop_assert_eq!(ids(&before), ids(&after), "{}: {} at {}", name, person, computer);
    prop_assert!(recording.contains("21.25.8.0") && !recording.contains("HUNTER2"), "{}", name);
    Ok(recording)
}

/// Names that are also words of traces, of Windows, or of nothing but one letter.
const ODD: [(&str, &str); 14] = [
    ("Kaspersky", "KASPERSKY"),
    ("kaspersky", "KASPERSKY-PC"),
    ("Eugene Kaspersky", "MYKASPERSKY"),
    ("klif", "KLIM6"),
    ("avp", "AVP21"),
    ("Security", "ENDPOINT"),
    ("drivers", "SYSTEM32"),
    ("Касперская", "касперский-пк"),
    ("Lab", "LAB"),
    ("x", "C"),
    ("user", "computer"),
    ("klnagent", "KL"),
    ("present", "absent"),
    ("Microsoft", "WINDOWS"),
];

#[test]
fn nothing_hides_because_somebody_is_called_like_it() {
    // The first pair on every computer, and each computer with one of the others.
    for (number, (name, text)) in MACHINES.iter().enumerate() {
        for (person, computer) in [ODD[0], ODD[1 + number % (ODD.len() - 1)]] {
            recorded(name, text, person, computer).unwrap();
        }
    }
}

/// A name as people have them, with letters that no recording has by itself.
fn a_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[qwx]",
        "qx[a-z]{1,8}j",
        "Qxj[a-z]{1,5} [WZ]zk[a-z]{1,5}",
        "[ЖЩ][ъыэ]{2}[а-я]{1,6}",
        "qx[a-z]{2,5}\\.wzk"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_recording_says_the_same_and_names_nobody(
        index in any::<prop::sample::Index>(),
        person in a_name(),
        computer in "(QX|WZK)-[A-Z0-9]{2,9}J",
    ) {
        let (name, text) = index.get(&MACHINES);
        let recording = recorded(name, text, &person, &computer)?;
        let gone = if person.chars().count() > 1 {
            vec![person.clone(), computer.clone()]
        } else {
            // One letter is everywhere; it may not stand alone, where only the name can be meant.
            [r"\\\\", "/", " "].into_iter().map(|edge| format!("{edge}{person}{}", if edge == " " { " " } else { edge })).collect()
        };
        for gone in gone {
            prop_assert!(!recording.to_lowercase().contains(&gone.to_lowercase()), "{}: {:?} in {}", name, gone, recording);
        }
    }

    #[test]
    fn a_name_inside_a_word_is_no_name(name in "qx[a-z]{1,8}j", before in "[a-z]{1,4}", after in "[a-z]{1,4}") {
        let redactor = Redactor::with_names(Some(&name), None);
        for word in [format!("{before}{name}"), format!("{name}{after}"), format!("{before}{name}{after}")] {
            prop_assert_eq!(redactor.text(&word), word);
        }
    }

    #[test]
    fn a_name_is_found_at_every_edge(name in a_name(), edge in prop::sample::select(vec!["", " ", "\\", "/", "\"", "(", "@"])) {
        let redactor = Redactor::with_names(Some(&name), None);
        let text = format!("Backup of {edge}{name}{}", if edge == "@" { "" } else { edge });
        let text = if edge == "@" { format!("Backup of {name}@nas") } else { text };
        let redacted = redactor.text(&text);
        prop_assert!(!redacted.contains(&name) || name == "x" && redacted.contains("removed"), "{} -> {}", text, redacted);
    }
}
