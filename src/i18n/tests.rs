use super::*;
use std::path::Path;

#[test]
fn every_message_has_words() {
    let texts = Texts::english();
    let empty: Vec<&str> = MessageId::ALL.iter().filter(|id| !texts.has(**id)).map(|id| id.name()).collect();
    assert_eq!(empty, Vec::<&str>::new());
}

/// Each constant stands somewhere in the program; a message nobody asks for is thrown away.
#[test]
fn no_message_is_unused() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut code = String::new();
    let mut open = vec![source];
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
    let unused: Vec<&str> =
        MessageId::ALL.iter().filter(|id| !words.contains(constant(id).as_str())).map(|id| id.name()).collect();
    assert_eq!(unused, Vec::<&str>::new());
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
