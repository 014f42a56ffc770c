//! The page of the manual, made from the table of forms. It stands in `packaging`, where it is held to this.

use super::forms::{ALONE, FORMS};
use super::help::{PROGRAM, Piece, switch_pieces, synopsis_of, told_switches, window_switches};
use crate::cli::Exit;
use crate::i18n::{MessageId, Texts};
use std::path::Path;

/// The page in the language of `man`, in English.
fn manual() -> String {
    let texts = Texts::english();
    let get = |id| escaped(&texts.get(id));
    let mut page = vec![
        r#".\" Made from src/cli/args/forms.rs: CLEANBREAK_WRITE_MANUAL=1 cargo test --lib manual"#.to_string(),
        format!(".TH {} 1", escaped(&PROGRAM.to_uppercase())),
        ".SH NAME".into(),
        format!(r"{} \- {}", escaped(PROGRAM), get(MessageId::CLI_HELP_WHAT)),
        ".SH SYNOPSIS".into(),
    ];
    let synopses: Vec<String> = FORMS.iter().map(|form| typeset(&synopsis_of(form))).collect();
    page.push(synopses.join("\n.br\n"));
    page.extend([".SH DESCRIPTION".into(), get(MessageId::CLI_HELP_INDEPENDENT), ".SH COMMANDS".into()]);
    for form in FORMS {
        page.extend(entry(&format!(r"\fB{}\fR", escaped(&form.spelled())), &get(form.text)));
        let switches = told_switches(form).map(|switch| entry(&typeset(&switch_pieces(switch)), &get(switch.text)));
        let switches: Vec<String> = switches.flatten().collect();
        if !switches.is_empty() {
            page.extend([".RS".to_string()].into_iter().chain(switches).chain([".RE".to_string()]));
        }
    }
    page.push(".SH OPTIONS".into());
    for (short, switch, _) in ALONE {
        page.extend(entry(&format!(r"\fB\-{short}\fR, {}", typeset(&switch_pieces(switch))), &get(switch.text)));
    }
    page.extend([".SS".to_string(), get(MessageId::CLI_HELP_WINDOW)]);
    for (switch, commands) in window_switches() {
        let tag = format!("{} ({})", typeset(&switch_pieces(switch)), escaped(&commands.join(", ")));
        page.extend(entry(&tag, &get(switch.text)));
    }
    page.push(".SH EXIT STATUS".into());
    for exit in Exit::ALL {
        page.extend(entry(&format!(r"\fB{}\fR", *exit as u8), &get(exit.meaning())));
    }
    page.extend([".SH SEE ALSO".to_string(), ".BR cleanbreak (1)".into()]);
    page.join("\n") + "\n"
}

/// A paragraph with a tag.
fn entry(tag: &str, text: &str) -> [String; 3] {
    [".TP".into(), tag.into(), text.into()]
}

fn typeset(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Typed(text) => format!(r"\fB{}\fR", escaped(text)),
        Piece::Filled(text) => format!(r"\fI{}\fR", escaped(text)),
        Piece::Mark(mark) => escaped(mark),
    };
    pieces.iter().map(one).collect()
}

/// Text in which nothing is a command of `man`. A hyphen stays one when it is copied.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', r"\e").replace('-', r"\-").replace('…', r"\|.\|.\|.");
    if text.starts_with(['.', '\'']) { format!(r"\&{text}") } else { text }
}

#[test]
fn the_page_of_the_manual_tells_what_the_table_tells() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/linux/cleanbreak-cli.1");
    if std::env::var_os("CLEANBREAK_WRITE_MANUAL").is_some() {
        return std::fs::write(file, manual()).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap().replace("\r\n", "\n");
    assert_eq!(kept, manual(), "CLEANBREAK_WRITE_MANUAL=1 cargo test --lib manual writes it anew");
}
