//! How hard the English sentences are to read: eighth grade or lower by the Flesch-Kincaid formula
//! (Kincaid and others, 1975), on average for each file, and no sentence of more than 25 words.
//!
//! Left out, since nobody can choose other words for them: names of products, offices and menus,
//! and what stands between quotation marks. A quotation counts as one word of two syllables.
#![allow(clippy::disallowed_methods, reason = "a test reads the texts")]

use std::path::Path;

/// The files, and how they are called in a failure.
const FILES: [&str; 12] =
    ["pages", "why", "trouble", "prepare", "done", "office", "protect", "windows", "choose", "report", "cli", "rescue"];
const GRADE: f64 = 8.0;
const LONGEST: usize = 25;

/// Names that are what they are.
const NAMES: [&str; 22] = [
    "Kaspersky Security Center",
    "Kaspersky Password Manager",
    "Kaspersky Safe Kids",
    "Kaspersky VPN",
    "Kaspersky's",
    "Kaspersky",
    "Microsoft Family Safety",
    "VPN & Device Management",
    "Commerce Department",
    "Password Manager",
    "Numerical Password",
    "Windows Security",
    "Secret Vault",
    "Network Agent",
    "BitLocker",
    "UltraAV",
    "My Kaspersky",
    "OneDrive",
    "Dropbox",
    "Clean Break",
    "manage-bde -protectors -get C:",
    "Device admin apps",
];

/// The messages of a file with their texts, without blocks that choose between variants.
fn texts(file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("i18n/en/{file}.ftl"));
    let text = std::fs::read_to_string(path).unwrap();
    let plain = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let messages = plain.filter_map(|line| line.split_once(" = "));
    messages.filter(|(_, text)| !text.ends_with("->")).map(|(name, text)| (name.into(), simple(text))).collect()
}

/// A text with quotations, placeables and names put as one plain word each.
fn simple(text: &str) -> String {
    let mut simple = text.to_string();
    while let Some((before, rest)) = simple.split_once('“') {
        let (_, after) = rest.split_once('”').unwrap_or(("", ""));
        simple = format!("{before}quoted{after}");
    }
    while let Some((before, rest)) = simple.split_once('{') {
        let (_, after) = rest.split_once('}').unwrap_or(("", ""));
        simple = format!("{before}value{after}");
    }
    NAMES.iter().fold(simple, |text, name| text.replace(name, "Name"))
}

/// The sentences of a text: what ends with a full stop, a question mark, a colon or a semicolon.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let ends = |c: char| ".?!:;".contains(c);
    let words = |sentence: &str| -> Vec<String> {
        let split = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'');
        split.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_lowercase).collect()
    };
    text.split(ends).map(words).filter(|words| !words.is_empty()).collect()
}

/// Groups of vowels, a silent final e not counted; at least one.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for letter in word.chars() {
        count += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && count > 1;
    let silent = silent || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && count > 1);
    (count - usize::from(silent)).max(1)
}

/// The grade of the Flesch-Kincaid formula.
fn grade(sentences: &[Vec<String>]) -> f64 {
    let words: Vec<&String> = sentences.iter().flatten().collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (count, sentences) = (words.len() as f64, sentences.len() as f64);
    0.39 * count / sentences + 11.8 * syllables as f64 / count - 15.59
}

#[test]
fn an_eighth_grader_can_read_the_pages() {
    for file in FILES {
        let full: Vec<_> = texts(file).into_iter().filter(|(_, text)| text.ends_with(['.', '?'])).collect();
        let all: Vec<Vec<String>> = full.iter().flat_map(|(_, text)| sentences(text)).collect();
        assert!(all.len() > 10, "{file}: the sentences were found");
        let grade = grade(&all);
        println!("{file}: grade {grade:.1}, {} sentences", all.len());
        assert!(grade <= GRADE, "{file} reads like grade {grade:.1}");
    }
}

#[test]
fn no_sentence_is_long() {
    let long: Vec<String> = FILES
        .iter()
        .flat_map(|file| texts(file))
        .flat_map(|(name, text)| sentences(&text).into_iter().map(move |words| (name.clone(), words)))
        .filter(|(_, words)| words.len() > LONGEST)
        .map(|(name, words)| format!("{name}: {} words: {}", words.len(), words.join(" ")))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

/// Words that a reader took for something else than was meant, or for praise, or for a promise.
const REFUSED: [(&str, &[&str]); 2] = [
    (
        "en",
        &[
            // "May not" is also "perhaps not".
            "Kaspersky may not",
            "may not send",
            "may not pay",
            "Nobody may",
            "real answer",
            "protects nobody",
            "no protection",
            "urges everyone",
            "advice that only informs",
            "Watches this computer",
            "Still trusted",
            "These fit as well",
            "No source says",
            "From the move",
            "deep access",
            "in 2024, either",
            "one who finds it",
            "until it says 100%",
        ],
    ),
    (
        "es",
        &[
            // It speaks of the reader: "on your own".
            "por su cuenta",
            "Aún de confianza",
            "Todavía de confianza",
            "Guardado para usted",
            "presione Entrar",
            "próximo arranque",
            "arrancando",
            "la misma orden",
            "dé la orden",
            "herramienta de Kaspersky para quitar",
            "herramienta para quitar sus programas",
            "orre el archivo",
            "Ajustes del Sistema",
            "bra Ajustes y",
            "gestión de dispositivos",
            "Kaspersky para oficinas",
            "Es de la red",
            "Esta es de los discos",
            "Ya no se actualiza",
            "Revisamos { $count } lugares",
            "hace a un lado",
            "haga a un lado",
            "respuesta de verdad",
            "acceso profundo",
            "hasta que diga 100%",
        ],
    ),
];

#[test]
fn no_word_is_used_that_was_misread() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = Vec::new();
    for (language, refused) in REFUSED {
        let folder = std::fs::read_dir(root.join("i18n").join(language)).unwrap().map(|entry| entry.unwrap().path());
        let printed = (language == "en").then(|| root.join("docs/by-hand.md"));
        for file in folder.chain(printed) {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let found = refused.iter().filter(|words| text.contains(**words));
            used.extend(found.map(|words| format!("{language}/{name}: {words}")));
        }
    }
    assert_eq!(used, Vec::<String>::new());
}

/// A quotation that was translated says so, or the reader takes it for the words themselves.
#[test]
fn a_translated_quotation_says_that_it_is_translated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n");
    for (file, message) in [
        ("why", "why-lead"),
        ("why", "why-use-risk"),
        ("why", "why-reason-not"),
        ("why", "why-vendor"),
        ("office", "network-watch"),
    ] {
        let of = |language: &str| -> String {
            let text = std::fs::read_to_string(root.join(format!("{language}/{file}.ftl"))).unwrap();
            let start = format!("{message} = ");
            text.lines().find_map(|line| line.strip_prefix(&start)).unwrap().to_string()
        };
        assert!(of("en").contains('“'), "{message} quotes");
        let spanish = of("es");
        assert!(!spanish.contains('“') || spanish.contains("traducción nuestra"), "{message}: {spanish}");
    }
}

#[test]
fn the_measure_tells_easy_from_hard() {
    let easy = sentences("The cat sat on the mat. It was warm.");
    let hard = sentences(
        "Notwithstanding considerable organizational heterogeneity, institutional accountability necessitates \
         comprehensive interdepartmental documentation of administrative responsibilities.",
    );
    assert!(grade(&easy) < 2.0 && grade(&hard) > 20.0, "{} {}", grade(&easy), grade(&hard));
    assert_eq!(["password", "update", "removed", "deleted", "table", "the"].map(syllables), [2, 2, 2, 3, 2, 1]);
}
