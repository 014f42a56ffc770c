use super::*;
use std::path::Path;

#[test]
fn every_message_has_words() {
    let texts = Texts::english();
    let empty: Vec<&str> = MessageId::ALL.iter().filter(|id| !texts.has(**id)).map(|id| id.name()).collect();
    assert_eq!(empty, Vec::<&str>::new());
}

/// Each constant stands somewhere in the program, or its name in the catalogue; a message nobody asks
/// for is thrown away.
#[test]
fn no_message_is_unused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    let mut open = vec![root.join("src")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                code += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let words: std::collections::HashSet<&str> = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let constant = |id: &MessageId| id.name().to_uppercase().replace('-', "_");
    let named = crate::catalog::embedded_guidance().statements.iter().flat_map(crate::catalog::Statement::messages);
    let named: std::collections::HashSet<&str> = named.collect();
    let used = |id: &MessageId| words.contains(constant(id).as_str()) || named.contains(id.name());
    let unused: Vec<&str> = MessageId::ALL.iter().filter(|id| !used(id)).map(|id| id.name()).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn what_is_kept_for_a_person_has_words_in_their_language() {
    let catalog = crate::catalog::Catalog::embedded();
    let kept = catalog.rules.iter().filter(|rule| rule.keep);
    let silent: Vec<&str> = kept.map(|rule| rule.id.as_str()).filter(|id| MessageId::kept(id).is_none()).collect();
    assert_eq!(silent, Vec::<&str>::new());
}

#[test]
fn a_reason_says_whose_name_it_is() {
    let texts = Texts::english();
    let name = "AO Kaspersky Lab".to_string();
    assert_eq!(texts.reason(&Reason::VendorSigner(name)), "It is signed by AO Kaspersky Lab.");
    assert_eq!(texts.reason(&Reason::FileMissing), "Its file is gone.");
}

#[test]
fn numbers_choose_their_words() {
    let texts = Texts::english();
    let left = |count: u32, complete: &'static str| {
        texts.with(MessageId::SCAN_VERDICT_LEFTOVERS, &[("count", count.into()), ("complete", complete.into())])
    };
    assert_eq!(left(1, "yes"), "Kaspersky is not installed, but 1 part of it is left.");
    assert_eq!(left(4, "no"), "Kaspersky is not installed, but at least 4 parts of it are left.");
}

/// Every name that a message takes, in any of its variants.
fn placeholders(text: &str) -> std::collections::BTreeSet<&str> {
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    text.match_indices('$').map(|(at, _)| text[at + 1..].split(ends).next().unwrap_or_default()).collect()
}

/// The messages of a language with their texts.
fn messages(files: &[&'static str]) -> std::collections::BTreeMap<&'static str, String> {
    let mut messages = std::collections::BTreeMap::new();
    let mut current = "";
    for line in files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            current = name;
        }
        *messages.entry(current).or_insert_with(String::new) += line;
    }
    messages
}

/// A date or a time may be written with fewer parts; everything else takes what English takes.
#[test]
fn every_language_says_everything_with_the_same_arguments() {
    let english = messages(LANGUAGES.iter().find(|(language, _)| *language == "en").unwrap().1);
    for (language, files) in LANGUAGES {
        let own = messages(files);
        let missing: Vec<_> = english.keys().filter(|name| !own.contains_key(**name)).collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{language} does not say");
        let extra: Vec<_> = own.keys().filter(|name| !english.contains_key(**name)).collect();
        assert_eq!(extra, Vec::<&&str>::new(), "{language} says what nobody asks for");
        for (name, text) in own.iter().filter(|(name, _)| !["date", "time"].contains(name)) {
            assert_eq!(placeholders(text), placeholders(&english[name]), "{language}: {name}");
        }
    }
}

#[test]
fn days_and_times_are_written_in_the_manner_of_the_language() {
    let deadline = jiff::civil::date(2024, 9, 29);
    let at = jiff::civil::time(11, 20, 0, 0);
    let english = Texts::english();
    assert_eq!(english.say(&Say::new(MessageId::ON_DATE).date("date", deadline)), "September 29, 2024");
    assert_eq!(english.say(&Say::new(MessageId::CHECKED_AT).time("time", at)), "Checked at 11:20 AM, this account");
    let spanish = Texts::language("es-MX");
    assert_eq!(spanish.tag(), "es");
    assert_eq!(spanish.say(&Say::new(MessageId::ON_DATE).date("date", deadline)), "29 de septiembre de 2024");
}

#[test]
fn an_unknown_language_falls_back_to_english() {
    assert_eq!(Texts::language("tlh").tag(), "en");
    assert_eq!(Texts::language("").tag(), "en");
}

/// Text as it is goes through `Say::verbatim`, so that no page borrows a message that is about something else. A day
/// alone is written in the manner of the language.
#[test]
fn one_message_only_is_nothing_but_what_is_put_into_it() {
    for (language, files) in LANGUAGES {
        let all = messages(files);
        let bare = all.iter().filter(|(_, text)| {
            let words = text.split_once(" =").map(|(_, words)| words.trim()).unwrap_or_default();
            words.starts_with("{ $") && words.find('}') == words.len().checked_sub(1) && !words.contains("->")
        });
        let bare: Vec<&str> = bare.map(|(name, _)| *name).collect();
        assert_eq!(bare, ["on-date", "verbatim"], "{language}");
    }
}

#[test]
fn what_is_put_into_a_sentence_moves_nothing_around_it() {
    let (texts, odd) = (Texts::english(), "a\u{1b}\n\u{202e}b");
    assert_eq!(texts.with(MessageId::VERBATIM, &[("text", odd.into())]), "a...b");
    for say in [Say::verbatim(odd), Say::verbatim_known(odd)] {
        assert_eq!(texts.say(&say), "a...b");
    }
}
