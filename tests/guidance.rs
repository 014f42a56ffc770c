//! What the pages tell: every statement's texts exist, every source is used, and the table of
//! claims in `docs/sources.md` is what the catalogue says.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree, and writes the table when asked")]

use cleanbreak::catalog::companions::{Companion, embedded_companions};
use cleanbreak::catalog::{
    Alternative, Alternatives, Catalog, CitationId, Device, Family, PasswordManager, Stance, Statement,
    embedded_guidance, embedded_lifecycle, lifecycle::Release,
};
use cleanbreak::i18n::{MessageId, Texts};
use cleanbreak::journey::{Before, Block, Button, Card, Page, Session, plain, screen};
use cleanbreak::protect::Picked;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The text of every Rust file below a folder.
fn code(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        text += &if path.is_dir() { code(&path) } else { std::fs::read_to_string(path).unwrap() };
    }
    text
}

#[test]
fn every_text_that_a_statement_names_exists() {
    let missing: Vec<_> = embedded_guidance()
        .statements
        .iter()
        .flat_map(|statement| statement.messages().map(move |name| (&statement.id, name)))
        .filter(|(_, name)| MessageId::named(name).is_none())
        .collect();
    assert_eq!(missing, Vec::new());
}

#[test]
fn a_text_stands_in_one_statement_only() {
    let mut seen = BTreeSet::new();
    let names = embedded_guidance().statements.iter().flat_map(Statement::messages);
    let twice: Vec<&str> = names.filter(|name| !seen.insert(*name)).collect();
    assert_eq!(twice, Vec::<&str>::new());
}

/// A source stands in the catalogue's other files, or as a constant in the program.
#[test]
fn every_source_is_used() {
    let catalog: String = std::fs::read_dir(root().join("assets/catalog"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().is_some_and(|name| name != "citations.toml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let code = code(&root().join("src"));
    let used = |id: &str| {
        let constant = format!("CitationId::{}", id.to_uppercase().replace('-', "_"));
        catalog.contains(&format!("\"{id}\"")) || code.contains(&constant)
    };
    let unused: Vec<&str> = CitationId::ALL.iter().map(|id| id.get().id.as_str()).filter(|id| !used(id)).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

/// Pages that a fact checker would not take: lists without a method, shops' pages, forums, copies, and pages
/// that anybody can change.
const REFUSED: [&str; 27] = [
    "guardpick.com",
    "toolsranks.com",
    "malwaretips.com",
    "slashgear.com",
    "funtechnow.com",
    "vpnunited.com",
    "ask.com",
    "sota.io",
    "wikipedia.org",
    "malaysia.norton.com",
    "scribd.com",
    "samsearch.co",
    "cajnewsafrica.com",
    "tlp.law",
    "pureinfotech.com",
    "bignewsnetwork.com",
    "technotopic.com",
    "meneldor.us",
    "techbizweb.com",
    "hulela.co.za",
    "leedsfinsights.com",
    "infolawgroup.com",
    "manualshelf.com",
    "techbone.net",
    "iphonefaq.org",
    "pastebin.com",
    "reddit.com",
];

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

#[test]
fn no_source_is_a_page_that_a_fact_checker_would_refuse() {
    let refused =
        |url: &str| REFUSED.iter().any(|known| host(url) == *known || host(url).ends_with(&format!(".{known}")));
    assert!(refused("https://en.wikipedia.org/wiki/Kaspersky") && !refused("https://task.com/"));
    let weak: Vec<&str> = CitationId::ALL
        .iter()
        .map(|id| id.get())
        .filter(|page| refused(&page.url))
        .map(|page| page.id.as_str())
        .collect();
    assert_eq!(weak, Vec::<&str>::new());
}

/// What a page says, as one text.
fn page(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

#[test]
fn the_page_why_begins_with_what_calms_and_its_history_is_a_page_of_its_own() {
    let mut session = Session::new(Page::Why, None);
    session.now = Some(jiff::civil::datetime(2027, 3, 14, 11, 47, 0, 0));
    let why = screen(&session, Catalog::embedded());
    let text = page(&session);
    let calming = text.find("will not face legal penalties under the Final Determination").expect("it is quoted");
    assert!(calming < 400, "it is the first thing that is said: {text}");
    assert!(!why.blocks.iter().any(|block| matches!(block, Block::Timeline(_))), "{text}");
    assert!(!text.contains("2017") && !text.contains("2019") && !text.contains("2022"), "{text}");
    assert!(!text.contains(" days"), "nobody is told how late they are: {text}");
    session.page = Page::WhyMore;
    let history = screen(&session, Catalog::embedded());
    assert!(history.blocks.iter().any(|block| matches!(block, Block::Timeline(_))), "{}", page(&session));
}

/// Somebody who had a VPN and saved passwords by Kaspersky is not led to what is sold with both.
#[test]
fn nothing_is_ticked_for_the_person_who_chooses() {
    let mut session = Session::new(Page::Choose, None);
    let had = [("Kaspersky VPN", Family::Vpn), ("Kaspersky Password Manager", Family::Passwords)];
    session.before = had.map(|(name, family)| Before { name: name.into(), family }).into();
    let questions = screen(&session, Catalog::embedded());
    let ticked: Vec<String> = questions
        .pressable()
        .filter(|action| action.chosen)
        .map(|action| Texts::english().say(&action.label))
        .collect();
    assert_eq!(ticked, Vec::<String>::new());
    assert!(questions.main.is_some_and(|main| main.disabled.is_none()), "who wants nothing special goes on");
    session.page = Page::Suits;
    let text = page(&session);
    assert!(text.contains("1. Microsoft Defender Antivirus"), "what is built in comes first: {text}");
}

/// The devices are those that we looked for, and the maker may have programs for more.
#[test]
fn what_a_companion_runs_on_is_what_was_checked() {
    let text = page(&Session::new(Page::Companions, None));
    assert!(text.contains("We checked: Windows PC") && !text.contains("Runs on:"), "{text}");
}

#[test]
fn the_dates_of_the_prohibition_are_on_the_line() {
    let days: Vec<String> =
        embedded_guidance().statements.iter().filter_map(|one| one.day).map(|day| day.to_string()).collect();
    for day in ["2017-09-13", "2019-09-10", "2022-03-25", "2024-06-20", "2024-07-20", "2024-09-29"] {
        assert!(days.iter().any(|known| known == day), "{day} is missing: {days:?}");
    }
    assert!(days.is_sorted(), "{days:?}");
}

/// One row of the table: what is said, where it is from, when it was checked.
struct Row {
    claim: String,
    /// Each page, with how it stands to the claim where the catalogue says that.
    sources: Vec<(CitationId, Option<Stance>)>,
    date: String,
}

/// The parts of the table, each with a heading. A further file of the catalogue is a further part.
fn parts() -> Vec<(&'static str, Vec<Row>)> {
    let texts = Texts::english();
    let statements = embedded_guidance().statements.iter().map(|one| row(one, &texts)).collect();
    let managers = embedded_guidance().managers.iter().map(manager).collect();
    let products = Alternatives::embedded().products.iter().flat_map(|one| product(one, &texts)).collect();
    let companions = embedded_companions().iter().map(|one| companion(one, &texts)).collect();
    vec![
        ("Statements", statements),
        ("Password managers", managers),
        ("Other antivirus programs", products),
        ("Companions", companions),
        ("Until when Windows gets fixes", embedded_lifecycle().releases.iter().map(release).collect()),
    ]
}

/// What each page states about a product, as the page *How we know* says it.
fn product(product: &Alternative, texts: &Texts) -> Vec<Row> {
    let mut session = Session::new(Page::About, None);
    session.choosing.about = Some(product.id.clone());
    let cards = screen(&session, Catalog::embedded()).blocks.into_iter().filter_map(|block| match block {
        Block::Card(card) => Some(*card),
        _ => None,
    });
    let row = |card: Card| {
        let Some(Button::OpenSource(id)) = card.actions.first().map(|action| action.button.clone()) else {
            return None;
        };
        let words: Vec<String> = card.body.iter().map(|say| texts.say(say)).collect();
        let claim = format!("**{}** {}", product.name, words.join(" "));
        Some(Row { claim, sources: vec![(id, None)], date: id.get().looked.to_string() })
    };
    cards.filter_map(row).collect()
}

fn companion(one: &Companion, texts: &Texts) -> Row {
    let mut session = Session::new(Page::Companions, None);
    session.choosing.choice = Some(Picked { devices: Device::ALL.into(), ..Picked::default() });
    let card = screen(&session, Catalog::embedded()).blocks.into_iter().find_map(|block| match block {
        Block::Card(card) if card.title.as_ref().is_some_and(|title| texts.say(title) == one.name) => Some(card),
        _ => None,
    });
    let words: Vec<String> = card.expect("it has a card").body.iter().map(|say| texts.say(say)).collect();
    let claim = format!("**{}** {}", one.name, words.join(" "));
    Row { claim, sources: vec![(one.source, None)], date: one.source.get().looked.to_string() }
}

/// The date is that of the copy of the page with which the row was compared.
fn release(row: &Release) -> Row {
    let claim = format!("**{}** (build {}, {:?}) until {}", row.name, row.build, row.editions, row.until);
    let reported = row.reported_by.map(|page| (page, Some(Stance::Reports)));
    let sources = [(row.source, None)].into_iter().chain(reported).collect();
    Row { claim, sources, date: row.read.to_string() }
}

fn row(statement: &Statement, texts: &Texts) -> Row {
    let said = statement.messages().filter_map(MessageId::named).map(|id| texts.get(id));
    let day = statement.day.map(|day| format!("{day}: ")).unwrap_or_default();
    let said: Vec<String> = said.collect();
    let title = statement.title.is_some();
    let claim = match said.split_first() {
        Some((first, rest)) if title => format!("**{first}** {}", rest.join(" ")),
        _ => said.join(" "),
    };
    let sources = statement.pages().map(|(page, stance)| (page, Some(stance))).collect();
    Row { claim: day + &claim, sources, date: statement.date.to_string() }
}

fn manager(manager: &PasswordManager) -> Row {
    let claim = match manager.reads_export {
        Some(true) => "reads Kaspersky's text file",
        Some(false) => "does not read Kaspersky's text file",
        None => "not known",
    };
    let claim = format!("**{}** {claim}", manager.name);
    let sources = manager.sources.iter().map(|page| (*page, None)).collect();
    Row { claim, sources, date: manager.date.to_string() }
}

fn table() -> String {
    let mut text = String::from(
        "# What the pages say, and where it is from\n\n\
         Made from `assets/catalog` by a test: `CLEANBREAK_WRITE_SOURCES=1 cargo test --test guidance`.\n\
         What stands in braces is filled in on the page.\n",
    );
    for (heading, rows) in parts() {
        let _ = writeln!(text, "\n## {heading}\n\n| on the page | sources | checked |\n|---|---|---|");
        for row in rows {
            let link = |(id, stance): &(CitationId, Option<Stance>)| {
                let page = id.get();
                let day = page.published.map(|day| format!(", {day}")).unwrap_or_default();
                let stance = match stance {
                    None => "",
                    Some(Stance::Supports) => "supports: ",
                    Some(Stance::Reports) => "only reports: ",
                    Some(Stance::Contradicts) => "says the opposite: ",
                };
                format!("{stance}[{}: {}]({}){day}", page.publisher, page.title, page.url)
            };
            let links: Vec<String> = row.sources.iter().map(link).collect();
            let _ = writeln!(text, "| {} | {} | {} |", row.claim.replace('|', "\\|"), links.join("<br>"), row.date);
        }
    }
    text
}

#[test]
fn the_table_of_claims_is_what_the_catalogue_says() {
    let file = root().join("docs/sources.md");
    let table = table();
    if std::env::var_os("CLEANBREAK_WRITE_SOURCES").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(written == table, "the catalogue has changed: run with CLEANBREAK_WRITE_SOURCES=1");
}
