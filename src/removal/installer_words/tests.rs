//! The words of every language, and how a language is found.

use super::*;
use std::collections::BTreeSet;

/// Every word of a language.
fn words(of: &InstallerWords) -> Vec<&str> {
    let single = [
        &of.own_name,
        &of.next,
        &of.uninstall,
        &of.yes,
        &of.no,
        &of.cancel,
        &of.finish,
        &of.restart_now,
        &of.restart_later,
    ];
    single.into_iter().chain(&of.remove).map(String::as_str).collect()
}

#[test]
fn every_language_has_every_word() {
    for language in InstallerWords::all() {
        assert!(!language.remove.is_empty());
        for word in words(language) {
            assert!(word.trim() == word && word.starts_with(char::is_uppercase), "{}: {word:?}", language.tag);
        }
    }
}

#[test]
fn words_that_decide_are_never_the_same() {
    for words in InstallerWords::all() {
        let deciding = [
            &words.next,
            &words.uninstall,
            &words.yes,
            &words.no,
            &words.cancel,
            &words.finish,
            &words.restart_now,
            &words.restart_later,
        ];
        assert_eq!(deciding.iter().collect::<BTreeSet<_>>().len(), deciding.len(), "{}", words.tag);
    }
}

#[test]
fn only_letters_that_can_be_drawn_are_used() {
    // Latin with its accents, Greek, Cyrillic, and Latin Extended Additional for Vietnamese.
    let drawn = |c: char| matches!(u32::from(c), 0x20..=0x24F | 0x370..=0x4FF | 0x1E00..=0x1EFF);
    for language in InstallerWords::all() {
        assert!(words(language).iter().all(|word| word.chars().all(drawn)), "{}", language.tag);
    }
}

#[test]
fn a_language_is_found_by_any_of_its_tags() {
    let found = |tag| InstallerWords::of(tag).map(|words| words.tag.as_str());
    for (tag, expected) in [
        ("es", "es"),
        ("es-MX", "es"),
        ("ES_us", "es"),
        ("pt", "pt-BR"),
        ("pt-pt", "pt-PT"),
        ("vi-VN", "vi"),
        ("en-GB", "en"),
    ] {
        assert_eq!(found(tag), Some(expected), "{tag}");
    }
    for tag in ["", "xx", "-", "e", "ja-JP"] {
        assert_eq!(found(tag), None, "{tag}");
    }
}

#[test]
fn each_language_is_there_once() {
    let tags: BTreeSet<&str> = InstallerWords::all().iter().map(|words| words.tag.as_str()).collect();
    assert_eq!(tags.len(), InstallerWords::all().len());
    assert_eq!(InstallerWords::all()[0].tag, "en");
}
