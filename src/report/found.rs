//! What was found as sections of the report, each group as a table.

use super::basis::Basis;
use super::document::Section;
use super::groups::{Group, Members, found_groups, suspicious_why};
use crate::assess::{Confidence, Leftover, ProductFound};
use crate::i18n::{MessageId, Say};

/// A row of a table: a cell for each column.
type Row = Vec<Vec<Say>>;

/// Everything that was found, the most urgent first. What was not found has no section.
pub(super) fn found_sections(basis: &Basis<'_>) -> Vec<Section> {
    let groups = found_groups(basis.examined.assessment, basis.examined.snapshot.host.os);
    groups.iter().map(group_section).collect()
}

fn group_section(group: &Group<'_>) -> Section {
    let (title, lead) = group.meaning;
    let (head, rows): (&[MessageId], Vec<Row>) = match &group.members {
        Members::Products(all) => (&PRODUCT, all.iter().map(|one| product(one)).collect()),
        Members::Leftovers(all) => (&LEFTOVER, all.iter().map(|one| leftover(one)).collect()),
        Members::Kept(all) => (
            &NAME_AND_PLACE,
            all.iter().map(|one| vec![vec![Say::from(one)], vec![Say::verbatim(one.place())]]).collect(),
        ),
        Members::Suspicious(all) => {
            let row = |one: &_| {
                let one: &crate::assess::Suspicious = one;
                vec![vec![Say::verbatim(&one.place)], vec![suspicious_why(one).into()]]
            };
            (&SUSPICIOUS, all.iter().map(row).collect())
        }
        Members::Successors(all) => {
            (&NAME_AND_PLACE, all.iter().map(|one| name_and_place(&one.name, &one.place)).collect())
        }
    };
    Section::new(title, [lead.into()]).with_table(head, rows)
}

fn product(one: &ProductFound) -> Row {
    let version = one.version.as_deref().unwrap_or_default();
    let places = one.places().into_iter().map(Say::verbatim).collect();
    vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim_known(version)], places]
}

fn leftover(one: &Leftover) -> Row {
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
}

fn name_and_place(name: &str, place: impl Into<String>) -> Row {
    vec![vec![Say::verbatim(name)], vec![Say::verbatim(place)]]
}

const PRODUCT: [MessageId; 3] = [MessageId::REPORT_NAME, MessageId::REPORT_VERSION, MessageId::REPORT_WHERE];
const LEFTOVER: [MessageId; 3] = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE, MessageId::REPORT_SIGNS];
const SUSPICIOUS: [MessageId; 2] = [MessageId::REPORT_WHERE, MessageId::REPORT_SIGNS];
const NAME_AND_PLACE: [MessageId; 2] = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE];
