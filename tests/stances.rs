//! How the pages that the catalogue cites stand to what is said: each quotation is in its page's own words, and a page
//! that says the opposite supports nothing.

use cleanbreak::catalog::{Catalog, CitationId, Spot, Stance, Statement, embedded_guidance, embedded_lifecycle};
use cleanbreak::i18n::{MessageId, Texts};
use cleanbreak::journey::{Button, Page, Session, plain, screen};
use std::collections::BTreeSet;

/// The host of an address.
fn host(url: &str) -> &str {
    url.split('/').nth(2).unwrap_or_default()
}

/// What somebody else said, in a text of ours: what stands between quotation marks and begins in the middle of a
/// sentence. The name of a button or a menu begins with a capital, and what a screen shows is a word or two.
fn quotations(text: &str) -> Vec<&str> {
    let quoted = text.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(quoted, _)| quoted);
    quoted.filter(|one| one.starts_with(char::is_lowercase) && one.split_whitespace().count() > 2).collect()
}

#[test]
fn every_quotation_stands_in_what_its_page_says() {
    assert_eq!(quotations("It “is so, they say”, in “Settings”: “not encrypted”."), ["is so, they say"]);
    let texts = Texts::english();
    let (mut seen, mut unfounded) = (0, Vec::new());
    for statement in &embedded_guidance().statements {
        let excerpts: Vec<&str> = statement.pages().filter_map(|(page, _)| page.get().excerpt.as_deref()).collect();
        for id in statement.messages().filter_map(MessageId::named) {
            for quoted in quotations(&texts.get(id)) {
                seen += 1;
                if !excerpts.iter().any(|excerpt| excerpt.contains(quoted)) {
                    unfounded.push(format!("{}: {quoted}", statement.id));
                }
            }
        }
    }
    assert_eq!(unfounded, Vec::<String>::new());
    assert!(seen > 5, "the quotations were found: {seen}");
}

/// A quotation in another language is ours, and says so.
#[test]
fn a_translated_quotation_says_whose_translation_it_is() {
    let (english, spanish) = (Texts::english(), Texts::language("es"));
    let names = embedded_guidance().statements.iter().flat_map(Statement::messages).filter_map(MessageId::named);
    let silent: Vec<String> = names
        .filter(|id| !quotations(&english.get(*id)).is_empty())
        .map(|id| spanish.get(id).to_string())
        .filter(|text| !text.contains("nuestra"))
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

/// What a page says that has every user of the product stop using it: the opposite of the Department's own words.
fn demands_an_end_of_use(page: CitationId) -> bool {
    let said = page.get().excerpt.as_deref().unwrap_or_default().to_lowercase();
    ["cessation of use", "must stop using", "prohibits users", "illegal to use"]
        .iter()
        .any(|demand| said.contains(demand))
}

#[test]
fn a_page_that_says_the_opposite_supports_nothing() {
    let known: Vec<CitationId> = CitationId::ALL.iter().copied().filter(|page| demands_an_end_of_use(*page)).collect();
    assert_eq!(known, [CitationId::THOMPSON_HINE], "what it says is stored");
    for statement in &embedded_guidance().statements {
        for (page, stance) in statement.pages().filter(|(page, _)| known.contains(page)) {
            assert_eq!(stance, Stance::Contradicts, "{}: {}", statement.id, page.get().id);
        }
    }
    let mut session = Session::new(Page::WhyElsewhere, None);
    session.now = Some(jiff::civil::datetime(2026, 12, 1, 11, 47, 0, 0));
    let named = screen(&session, Catalog::embedded());
    let label = named.pressable().find(|action| action.button == Button::OpenSource(CitationId::THOMPSON_HINE));
    let label = label.map(|action| Texts::english().say(&action.label)).expect("it is named on the page");
    assert!(label.starts_with("Says the opposite"), "{label}");
}

/// What is said about the rule and about other countries was weighed against the words of each page.
#[test]
fn what_the_pages_on_the_decision_say_is_stored() {
    let spots = [Spot::WhyLead, Spot::WhyMore, Spot::WhyElsewhere];
    let statements = spots.iter().flat_map(|spot| embedded_guidance().on(*spot));
    let bare: BTreeSet<&str> = statements
        .flat_map(Statement::pages)
        .map(|(page, _)| page.get())
        // It is a file of the authority itself, which was read in whole and is not quoted.
        .filter(|page| page.excerpt.is_none() && page.id != "fcc-list")
        .map(|page| page.id.as_str())
        .collect();
    assert_eq!(bare, BTreeSet::new());
}

#[test]
fn the_rule_is_cited_from_the_federal_register() {
    let rule = CitationId::FINAL_DETERMINATION.get();
    assert_eq!(host(&rule.url), "www.federalregister.gov");
    assert!(rule.url.contains("/2024/06/24/2024-13532/"), "2024-13695 is the Entity List: {}", rule.url);
}

/// Each country is cited from its own authority, and each sentence has its day.
#[test]
fn other_countries_speak_for_themselves() {
    let statement = embedded_guidance().statement("other-countries").unwrap();
    let hosts: Vec<&str> = statement.sources.iter().map(|page| host(&page.get().url)).collect();
    assert_eq!(hosts, ["www.protectivesecurity.gov.au", "www.newswire.ca", "www.bsi.bund.de"]);
    let texts = Texts::english();
    for (name, page) in statement.text.iter().zip(&statement.sources) {
        let (text, day) = (texts.get(MessageId::named(name).unwrap()), page.get().published.unwrap());
        assert!(text.contains(&day.strftime("%B %-d, %Y").to_string()), "{text}");
        assert_eq!(text.matches(['.', '!', '?']).count(), 1, "one sentence: {text}");
    }
}

#[test]
fn whose_choice_the_removal_is_holds_for_everyone() {
    let mut session = Session::new(Page::Why, None);
    session.now = Some(jiff::civil::datetime(2026, 12, 1, 11, 47, 0, 0));
    let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
    let choice = text.lines().find(|line| line.contains("your choice")).expect("it is said");
    assert!(
        choice.contains("your own computer") && choice.contains("work") && choice.contains("no choice"),
        "{choice}"
    );
}

/// Whether a statement only says what somebody says: who heard it supports that.
fn says_whose(statement: &Statement) -> bool {
    let texts = Texts::english();
    statement.text.iter().filter_map(|name| MessageId::named(name)).all(|id| texts.get(id).contains(" says that "))
}

/// Each page says whether it speaks for itself: one that passes on what others say reports, and never supports.
#[test]
fn a_page_that_passes_on_what_others_say_only_reports() {
    let mut reports = 0;
    for statement in &embedded_guidance().statements {
        for (page, stance) in statement.pages() {
            let page = page.get();
            match stance {
                Stance::Supports => {
                    let sound = page.passes_on.is_none() || says_whose(statement);
                    assert!(sound, "{}: {} only passes it on", statement.id, page.id);
                }
                Stance::Reports => {
                    assert!(page.passes_on.is_some(), "{}: {} speaks for itself", statement.id, page.id);
                    reports += 1;
                }
                Stance::Contradicts => {}
            }
        }
    }
    assert!(reports >= 2, "they were found: {reports}");
    // Who names themselves after somebody whom they quote passes that on.
    let quoting: Vec<&str> = CitationId::ALL
        .iter()
        .map(|page| page.get())
        .filter(|page| page.publisher.contains("quoting") && page.passes_on.is_none())
        .map(|page| page.id.as_str())
        .collect();
    assert_eq!(quoting, Vec::<&str>::new());
}

/// Row by row: the day on which each was compared with Microsoft's own page, and who reports it where it could not be.
#[test]
fn every_row_of_the_lifecycle_has_microsoft_s_page_and_the_day_it_was_read() {
    let table = embedded_lifecycle();
    let mut reported = Vec::new();
    for row in &table.releases {
        let page = row.source.get();
        assert_eq!((page.publisher.as_str(), host(&page.url)), ("Microsoft", "learn.microsoft.com"), "{}", row.name);
        assert!(row.read.year() == 2026 && row.read <= table.date, "{}: {}", row.name, row.read);
        reported.extend(row.reported_by.map(|_| row.name.as_str()));
    }
    for row in &table.extended {
        assert_eq!(host(&row.source.get().url), "learn.microsoft.com");
    }
    assert_eq!(reported, ["Windows 11, version 26H2"], "all others were read");
}
