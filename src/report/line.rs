//! The answer of a scan as one line, for tools that read only that.

use super::json::ScanReport;
use crate::assess::Danger;
use std::fmt::Write as _;

/// The most characters that such a tool takes (Intune's remediations; FIELD: their last 2,048).
const MOST: usize = 2_048;
/// Room for everything but the products, with a label of 64 characters.
const REST: usize = 512;

/// The answer in `name=value` pairs, with blanks between them, in ASCII: no value has a blank. Products are ids of the
/// catalogue, with their version where it is known; those that have no room are counted behind a plus.
pub fn line(report: &ScanReport) -> String {
    let mut line = format!("verdict={}", super::call_code::verdict_name(report.verdict));
    let mut pair = |name: &str, value: &str| {
        let _ = write!(line, " {name}={}", plain(value));
    };
    pair("code", &report.call_code);
    pair("support", &report.support_code);
    report.seen_at.iter().for_each(|at| pair("seen_at", at));
    report.label.iter().for_each(|label| pair("label", label));
    pair("installed", &report.products.len().to_string());
    for danger in [Danger::Live, Danger::Hook, Danger::Guided, Danger::Trust, Danger::Harmless] {
        let count = report.leftovers.iter().filter(|one| one.danger == danger).count();
        pair(danger.name(), &count.to_string());
    }
    pair("unknown", &report.unknown.len().to_string());
    pair("required_unknown", &report.unknown.iter().filter(|one| one.required).count().to_string());
    pair("kept", &report.kept.len().to_string());
    pair("products", &products(report));
    line
}

fn products(report: &ScanReport) -> String {
    let mut all = String::new();
    for (place, product) in report.products.iter().enumerate() {
        let version = if product.version.is_empty() { String::new() } else { format!(":{}", plain(&product.version)) };
        let next = format!("{}{}{version}", if place > 0 { "," } else { "" }, product.id);
        if all.len() + next.len() > MOST - REST {
            let _ = write!(all, "+{}", report.products.len() - place);
            break;
        }
        all.push_str(&next);
    }
    if all.is_empty() { "none".into() } else { all }
}

/// A value without anything that would end it, or that is not ASCII.
fn plain(value: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | ',' | '+' | '(' | ')');
    value.chars().map(|c| if kept(c) { c } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Confidence, assess};
    use crate::catalog::Catalog;
    use crate::report::json::{Product, scan_report};

    fn reports() -> Vec<ScanReport> {
        let catalog = Catalog::embedded();
        let all = crate::report::tests::recorded();
        all.map(|(_, snapshot)| {
            let assessment = assess(&snapshot, catalog);
            scan_report(&snapshot, &assessment, &catalog.date, &|_| String::new())
        })
        .collect()
    }

    #[test]
    fn it_is_one_short_line_of_ascii_with_one_value_for_each_name() {
        for mut report in reports() {
            report.label = Some("x".repeat(64));
            let products: Vec<Product> = report.products.clone();
            for many in [0, 1, 7, 1_000] {
                let odd = Product {
                    id: "kaspersky-suite-21".into(),
                    name: "Ä b=c".into(),
                    version: "21.3\n é=x ".into(),
                    confidence: Confidence::Certain,
                    places: Vec::new(),
                };
                report.products = products.iter().cloned().chain(vec![odd; many]).collect();
                let line = line(&report);
                assert!(line.len() <= MOST && line.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{line}");
                let pairs: Vec<_> = line.split(' ').map(|pair| pair.split_once('=').unwrap()).collect();
                assert!(pairs.iter().all(|(_, value)| !value.is_empty() && !value.contains('=')), "{line}");
                let value = |name: &str| pairs.iter().find(|(one, _)| *one == name).unwrap().1;
                assert_eq!(value("code"), report.call_code);
                assert_eq!(value("installed"), report.products.len().to_string());
                let told =
                    value("products").split(['+', ',']).filter(|one| one.starts_with(|c: char| !c.is_ascii_digit()));
                assert!(told.count() <= report.products.len().max(1));
                assert_eq!(value("products").contains('+'), many == 1_000, "{line}");
            }
        }
    }
}
