//! What was found: products, what is left by what it means, what is kept, what looks planted.

use super::basis::Basis;
use super::document::Section;
use super::meaning::{FIX_FIRST, Meaning, groups};
use crate::assess::{Confidence, Leftover, ProductFound};
use crate::i18n::{MessageId, Say};
use crate::machine::Os;

/// A row of a table: a cell for each column.
type Row = Vec<Vec<Say>>;

/// Everything that was found, the most urgent first. What was not found has no section.
pub(super) fn sections(basis: &Basis<'_>) -> Vec<Section> {
    let assessment = basis.assessment;
    let (first, rest): (Vec<_>, Vec<_>) = assessment.leftovers.iter().partition(|one| one.fix_first());
    let (perhaps, here): (Vec<_>, Vec<_>) =
        assessment.products.iter().partition(|product| product.confidence == Confidence::Possible);
    let windows = basis.snapshot.host.os == Os::Windows;
    let next = if windows { MessageId::SCAN_INSTALLED_NEXT } else { MessageId::SCAN_INSTALLED_NEXT_OTHER };
    let mut sections = vec![
        leftovers(FIX_FIRST, &first),
        products((MessageId::SCAN_INSTALLED_TITLE, next), &here),
        products((MessageId::SCAN_PERHAPS_TITLE, MessageId::SCAN_PERHAPS_LEAD), &perhaps),
    ];
    for (danger, meaning) in groups(assessment) {
        let group: Vec<&Leftover> = rest.iter().copied().filter(|one| one.danger == danger).collect();
        sections.push(leftovers(meaning, &group));
    }
    sections.extend([kept(basis), suspicious(basis), successors(basis)]);
    sections.retain(Section::shows_something);
    sections
}

fn titled((title, lead): Meaning) -> Section {
    Section::new(title, [lead.into()])
}

fn products(meaning: Meaning, products: &[&ProductFound]) -> Section {
    let row = |one: &&ProductFound| -> Row {
        let version = one.version.as_deref().unwrap_or_default();
        let places = one.places().iter().map(Say::verbatim).collect();
        vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim_known(version)], places]
    };
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_VERSION, MessageId::REPORT_WHERE];
    titled(meaning).rows(&head, products.iter().map(row))
}

fn leftovers(meaning: Meaning, leftovers: &[&Leftover]) -> Section {
    let row = |one: &&Leftover| -> Row {
        let mut name = vec![match one.confidence {
            Confidence::Possible => Say::new(MessageId::SCAN_FINDING_POSSIBLE).text("name", &one.name),
            _ => Say::verbatim(&one.name),
        }];
        name.extend((!one.what.is_empty()).then(|| Say::verbatim(&one.what)));
        let reasons = one.reasons.iter().map(|reason| {
            let (id, name) = MessageId::reason(reason);
            Say::new(id).text("name", name)
        });
        vec![name, vec![Say::verbatim(one.place())], reasons.collect()]
    };
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE, MessageId::REPORT_SIGNS];
    titled(meaning).rows(&head, leftovers.iter().map(row))
}

fn kept(basis: &Basis<'_>) -> Section {
    let rows =
        basis.assessment.kept.iter().map(|one| vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim(one.place())]]);
    titled((MessageId::SCAN_KEPT_TITLE, MessageId::SCAN_KEPT_LEAD)).rows(&NAME_AND_PLACE, rows)
}

fn suspicious(basis: &Basis<'_>) -> Section {
    let rows = basis.assessment.suspicious.iter().map(|one| {
        let why = if one.locked { MessageId::SCAN_SUSPICIOUS_LOCKED } else { MessageId::SCAN_SUSPICIOUS_EMPTY };
        vec![vec![Say::verbatim(&one.place)], vec![why.into()]]
    });
    let head = [MessageId::REPORT_WHERE, MessageId::REPORT_SIGNS];
    titled((MessageId::SCAN_SUSPICIOUS_TITLE, MessageId::SCAN_SUSPICIOUS_LEAD)).rows(&head, rows)
}

fn successors(basis: &Basis<'_>) -> Section {
    let all = basis.assessment.successors.iter();
    let rows = all.map(|one| vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim(&one.place)]]);
    titled((MessageId::SCAN_SUCCESSORS_TITLE, MessageId::SCAN_SUCCESSORS_LEAD)).rows(&NAME_AND_PLACE, rows)
}

const NAME_AND_PLACE: [MessageId; 2] = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE];
