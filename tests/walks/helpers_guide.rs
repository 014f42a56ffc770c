//! The guide for people who help on the phone: `docs/helpers-guide.html` says of each page what the caller sees and
//! what to say, and shows it. Its words are those of the pages, so it is written by this test and held to them.
//!
//! `CLEANBREAK_WRITE_GUIDE=1 cargo test --test screens helpers_guide` writes it anew, `tests/rigs/window/helpers-guide`
//! takes its pictures anew.

use super::walk::walked;
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::{Guide, JourneyGuide, PageError, Start, StartError, page_list};
use cleanbreak::i18n::{MessageId, Say, Texts};
use cleanbreak::journey::{Beside, Guarded, Page, Screen};
use cleanbreak::store::Store;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::path::Path;

const TITLE: &str = "Helping on the phone";
const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16202b}\
    section{display:flex;gap:1.5rem;border-top:1px solid #d9dfe4;padding:1rem 0;break-inside:avoid}\
    img{width:400px;height:auto;flex:none;align-self:start;border:1px solid #d9dfe4}h1,h2{color:#0a5f63}section>div{flex:1}\
    h2{break-after:avoid}h3{margin:0 0 .5rem}h3 b{font-size:1.5em}code{background:#f3f5f6}\
    .say{background:#e7f4ec;padding:.5rem .75rem}@media screen and (max-width:48rem){section{display:block}}\
    @media print{body{font-size:11px;margin:0;max-width:none}section{gap:1rem;padding:.6rem 0}img{width:230px}p{margin:.4rem 0}}";
/// What holds on every page.
const FIRST: [(&str, &str); 6] = [
    (
        "Ask for the number",
        "It is large and stands at the top left of the window. The same number is the same page on \
      every computer. The first digit is the step: 4 is Remove.",
    ),
    (
        "Compare the support code",
        "Under every page is “Details for helpers”. Its first line is the support code. If \
      yours is the same, you both look at the same result.",
    ),
    (
        "Ask for everything as text",
        "The key F2 shows all that is technical about the caller’s page, without names of people. One \
      press copies it for a message, and one saves the report.",
    ),
    (
        "Before a restart",
        "A restart cuts a remote session. Say so first. Ask the caller for a phone number, and stay on \
      the phone. When Windows is back, the caller opens Clean Break again, and your remote tool. If the tool gives a new \
      code each time, let the caller read you the new one.",
    ),
    (
        "In Safe Mode",
        "Remote tools do not run in Safe Mode, and often there is no network. Help by phone alone, and \
      have the picture of page 400 at hand.",
    ),
    (
        "When Windows asks for permission",
        "Some remote tools show you nothing while Windows asks. The caller has to \
      answer. Let them read you the name of the program and its publisher first.",
    ),
];

/// A page of the guide.
struct Entry {
    number: &'static str,
    name: MessageId,
    say: MessageId,
    /// The practice computers that come to it, each with the page as it shows it first.
    seen: Vec<(&'static str, Screen)>,
}

fn entries() -> Vec<Entry> {
    let journey = Page::all_pages().into_iter().filter(|page| *page != Page::Protect);
    let journey = journey.map(|page| (page.number(), page.name(), page.say()));
    let protect = Guarded::ALL.iter().map(|page| (page.number(), page.name(), page.say()));
    let beside = Beside::ALL.iter().map(|page| (page.number(), page.name(), page.say()));
    let mut all: Vec<_> = journey.chain(protect).chain(beside).collect();
    all.sort_unstable_by_key(|(number, ..)| *number);
    let entry = |(number, name, say)| Entry { number, name, say, seen: seen(number) };
    all.into_iter().map(entry).collect()
}

/// Where a page is seen: on the walks, or beside them on the practice computer that leads there.
fn seen(number: &str) -> Vec<(&'static str, Screen)> {
    let first = |name: &&'static str| {
        let stop = walked(name).iter().find(|stop| stop.screen.page == number)?;
        Some((*name, stop.screen.clone()))
    };
    let mut walks: Vec<_> = NAMES.iter().filter_map(first).collect();
    // First the computer that is led there by what is usually pressed.
    if let Some(led) = walks.iter().position(|(name, _)| at(name, number).is_ok()) {
        walks.swap(0, led);
    }
    if !walks.is_empty() || page_list().all(|(page, _)| page != number) {
        return walks;
    }
    match at(NAMES[0], number) {
        Ok(screen) => vec![(NAMES[0], screen)],
        Err(StartError::Page(PageError::NotHere { shown_by, .. })) => {
            shown_by.first().map(|name| (*name, at(name, number).unwrap())).into_iter().collect()
        }
        Err(problem) => panic!("{number}: {problem:?}"),
    }
}

/// A practice computer that was led to a page.
fn at(name: &str, number: &str) -> Result<Screen, StartError> {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::PracticePage { name: name.into(), page: number.into() };
    JourneyGuide::begin(&start, Store::at(folder.path())).map(|guide| guide.screen())
}

/// The headings that a page has on the practice computers, each once, with the computers.
fn headings(entry: &Entry, texts: &Texts) -> Vec<(String, Vec<&'static str>)> {
    let mut all: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, screen) in &entry.seen {
        let title = texts.say(&screen.title);
        match all.iter_mut().find(|(other, _)| *other == title) {
            Some((_, names)) => names.push(name),
            None => all.push((title, vec![name])),
        }
    }
    all
}

fn picture(number: &str) -> String {
    format!("helpers-guide/{number}.png")
}

fn in_docs(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file)
}

/// How large the picture of a page is. None: there is none.
fn bytes(number: &str) -> Option<u64> {
    std::fs::metadata(in_docs(&picture(number))).ok().map(|file| file.len())
}

fn section(entry: &Entry, texts: &Texts) -> Markup {
    let shown = bytes(entry.number).is_some();
    let buttons = |screen: &Screen| {
        let row = screen.main.iter().chain(&screen.others).chain(&screen.back);
        row.map(|action| texts.say(&action.label)).collect::<Vec<_>>().join(" · ")
    };
    html! {
        section id=(entry.number) {
            @if shown { img src=(picture(entry.number)) alt=(format!("Page {}", entry.number)) loading="lazy"; }
            div {
                h3 { b { (entry.number) } " " (texts.get(entry.name)) }
                @for (title, names) in headings(entry, texts) {
                    p { "The caller sees: " b { (title) } " (" (names.join(", ")) ")" }
                }
                @if let Some((name, screen)) = entry.seen.first() {
                    @for lead in &screen.lead { p { (sentence(texts, lead)) } }
                    p { "Buttons: " (buttons(screen)) }
                    @if screen.waits() {
                        p { "It goes by in practice: recorded computers answer at once." }
                    } @else {
                        p { "To practice: " code { "cleanbreak --practice " (name) " --page " (entry.number) } }
                    }
                }
                p.say { "Say: " (texts.get(entry.say)) }
            }
        }
    }
}

/// A sentence of a page. How long ago the deadline was depends on the day.
fn sentence(texts: &Texts, say: &Say) -> String {
    let dated = [MessageId::WHY_LEAD].contains(&say.id);
    if dated { "How many days ago the deadline was.".to_string() } else { texts.say(say) }
}

fn guide() -> String {
    let texts = Texts::english();
    let entries = entries();
    let step = |number: &str| match &number[..1] {
        "1" => "1 Check",
        "2" => "2 Why",
        "3" => "3 Prepare",
        "4" => "4 Remove",
        "5" => "5 Restart",
        "6" => "6 Verify",
        "7" => "7 Protect",
        "8" => "8 Done",
        _ => "9 Beside the way",
    };
    let mut parts: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in &entries {
        match parts.last_mut().filter(|(name, _)| *name == step(entry.number)) {
            Some((_, list)) => list.push(entry),
            None => parts.push((step(entry.number), vec![entry])),
        }
    }
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (TITLE) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (TITLE) }
                    @for (title, text) in FIRST { p { b { (title) } ". " (text) } }
                    nav { ul { @for (step, list) in &parts { li { (step) ": " @for entry in list {
                        a href=(format!("#{}", entry.number)) { (entry.number) } " "
                    } } } } }
                    @for (step, list) in &parts {
                        h2 { (step) }
                        @for entry in list { (section(entry, &texts)) }
                    }
                }
            }
        }
    };
    page.into_string().replace("<section", "\n<section").replace("<p", "\n<p") + "\n"
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads and writes the file it guards")]
fn the_guide_has_every_page_with_its_number_and_headings_of_today() {
    let (file, now) = (in_docs("helpers-guide.html"), guide());
    for (number, name) in entries().iter().map(|entry| (entry.number, entry.name)) {
        let title = format!("<h3><b>{number}</b> {}</h3>", Texts::english().get(name).replace('&', "&amp;"));
        assert!(now.contains(&title), "{title}");
    }
    if std::env::var_os("CLEANBREAK_WRITE_GUIDE").is_some() {
        return std::fs::write(file, now).unwrap();
    }
    let written = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == now, "write it anew: CLEANBREAK_WRITE_GUIDE=1 cargo test --test screens helpers_guide");
}

#[test]
fn every_page_that_a_practice_computer_shows_has_a_small_picture() {
    let shown: Vec<Entry> =
        entries().into_iter().filter(|entry| entry.seen.first().is_some_and(|(_, screen)| !screen.waits())).collect();
    let without = shown.iter().map(|entry| entry.number).filter(|number| bytes(number).is_none());
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&str>::new(), "tests/rigs/window/helpers-guide takes them");
    let total: u64 = shown.iter().filter_map(|entry| bytes(entry.number)).sum();
    assert!(total < 2_000_000, "the pictures take {total} bytes");
}

#[test]
fn each_way_to_practice_that_the_guide_tells_leads_to_its_page() {
    for entry in entries() {
        let told = entry.seen.first().filter(|(_, screen)| !screen.waits());
        if let Some((name, _)) = told {
            assert_eq!(at(name, entry.number).map(|screen| screen.page), Ok(entry.number), "{name}");
        }
    }
}
