//! The sheet to keep at hand as one HTML file, for a printer, a USB stick or a phone. It needs nothing else: no picture,
//! no font. What a browser may run is one line, which asks for the printer.

use crate::i18n::{MessageId, Say, Texts};
use crate::journey::state::{Block, Card};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How it looks, on a screen and on one sheet of paper.
const STYLE: &str = include_str!("../../../assets/sheet.css");

/// A browser is told to load and run nothing, whatever stands in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// And here nothing but the one script that carries this word.
const PRINTS: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-print'; base-uri 'none'; \
                      form-action 'none'";

/// Asks for the printer when the page is shown.
const SCRIPT: &str = "addEventListener('load', () => print());";

/// A sheet with these parts as an HTML document in UTF-8. `prints`: it asks for the printer as soon as it is opened. Every
/// text in it is escaped by [`maud`].
pub fn sheet_html(title: &Say, blocks: &[Block], prints: bool, texts: &Texts) -> String {
    let title = texts.say(title);
    let document = html! {
        (DOCTYPE)
        html lang=(texts.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(if prints { PRINTS } else { POLICY });
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (texts.get(MessageId::WINDOW_NAME)) " · " (title) }
                style { (PreEscaped(STYLE)) }
                @if prints { script nonce="print" { (PreEscaped(SCRIPT)) } }
            }
            body {
                h1 { (title) }
                @for block in blocks { (part(block, texts)) }
            }
        }
    };
    document.into_string() + "\n"
}

/// A part of the page, without what can be pressed on it.
fn part(block: &Block, texts: &Texts) -> Markup {
    let lines = |lines: &[Say]| html! { @for line in lines { p { (texts.say(line)) } } };
    match block {
        Block::Card(card) => {
            let Card { title, body, .. } = &**card;
            html! { @if let Some(title) = title { h2 { (texts.say(title)) } } (lines(body)) }
        }
        Block::Heading(title) => html! { h2 { (texts.say(title)) } },
        Block::Steps(steps) => html! { ol { @for step in steps { li { (texts.say(step)) } } } },
        // What became of saving it is no part of the sheet.
        Block::Text(_) | Block::Timeline(_) | Block::Progress { .. } => html! {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(blocks: &[Block], prints: bool, texts: &Texts) -> String {
        sheet_html(&MessageId::SHEET_TITLE.into(), blocks, prints, texts)
    }

    #[test]
    fn every_line_and_every_step_is_on_the_paper_and_foreign_marks_are_text() {
        let card = Card { body: vec![MessageId::SHEET_MOUSE.into(), Say::verbatim("<b>&")], ..Card::default() };
        let steps = Block::Steps(vec![MessageId::SHEET_SAFE_MODE_1.into(), MessageId::SHEET_SAFE_MODE_2.into()]);
        for language in Texts::languages() {
            let texts = Texts::language(language);
            let text = sheet(&[Block::Card(Box::new(card.clone())), steps.clone()], false, &texts);
            assert!(text.contains(&texts.get(MessageId::SHEET_MOUSE)), "{text}");
            assert!(text.contains("<p>&lt;b&gt;&amp;</p>"), "{text}");
            assert_eq!(text.matches("<li>").count(), 2, "{text}");
            assert!(text.contains(&format!("<html lang=\"{}\">", texts.tag())), "{text}");
        }
    }

    #[test]
    fn only_the_sheet_for_the_printer_runs_something_and_only_its_own_line() {
        let (kept, printed) = (sheet(&[], false, &Texts::english()), sheet(&[], true, &Texts::english()));
        assert!(!kept.contains("script"), "a phone that opens it is not asked for a printer: {kept}");
        assert_eq!(printed.matches("<script").count(), 1);
        assert!(printed.contains(&format!("<script nonce=\"print\">{SCRIPT}</script>")), "{printed}");
        for text in [&kept, &printed] {
            assert!(!text.contains("src=") && !text.contains("http://") && !text.contains("https://"), "{text}");
        }
    }
}
