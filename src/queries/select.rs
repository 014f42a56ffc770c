//! One SELECT of osquery's SQL, and the conditions it is made of.

use super::expression::{joined_within, lower_expression, split_long};
use crate::catalog::Family;
use crate::catalog::{Catalog, LookAlike, Product, Rule, Strength, Target, inner_regex};
use crate::machine::Os;
use regex::Regex;

/// How sure a name is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Nobody else uses it.
    Likely,
    /// Short or general: others may be called so.
    Possible,
}

impl Certainty {
    /// As it stands in a row.
    pub fn name(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }

    fn is_of(self, strength: Strength) -> bool {
        (strength == Strength::Distinctive) == (self == Self::Likely)
    }
}

/// A query over one table. Its columns are the same in every select, so that they can be put together.
#[derive(Clone, Debug)]
pub(super) struct Select {
    pub certainty: Certainty,
    /// What the thing is called.
    pub name: &'static str,
    /// Where it is.
    pub place: &'static str,
    /// What else is worth knowing.
    pub detail: &'static str,
    /// The table, and what it is joined with.
    pub from: &'static str,
    /// What has to hold. First what the table cannot do without.
    pub conditions: Vec<String>,
}

impl Select {
    /// The SQL.
    pub fn sql(&self) -> String {
        let Self { certainty, name, place, detail, from, conditions } = self;
        let conditions = conditions.join("\n  AND ");
        let certainty = certainty.name();
        format!(
            "SELECT '{certainty}' AS certainty, {name} AS name, {place} AS place, {detail} AS detail\nFROM {from}\nWHERE {conditions}"
        )
    }
}

/// A text in SQL.
pub(super) fn sql_text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Any of these conditions. None: there is none.
pub(super) fn any_of(conditions: Vec<String>) -> Option<String> {
    match conditions.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        all => Some(format!("({})", all.join("\n    OR "))),
    }
}

/// Whether an expression of SQL matches one of these as a whole. None: there are none.
pub(super) fn matches_whole(column: &str, patterns: &[String]) -> Option<String> {
    matches_within(column, patterns, "^", "$")
}

/// The same between a start and an end.
pub(super) fn matches_within(column: &str, patterns: &[String], start: &str, end: &str) -> Option<String> {
    let joined = joined_within(patterns, start, end);
    // What osquery could not take must not make a query that takes everything.
    if joined.is_empty() && !patterns.is_empty() {
        return Some("0".into());
    }
    any_of(joined.iter().map(|one| format!("regex_match({column}, {}, 0) IS NOT NULL", sql_text(one))).collect())
}

/// What is not so. Nothing is empty here, so NULL is not met.
pub(super) fn none_of(condition: Option<String>) -> Option<String> {
    condition.map(|condition| format!("NOT {condition}"))
}

/// The rules of a kind of place, but for those of what customers were moved to, which is not the vendor's.
pub(super) fn rules_of(catalog: &Catalog, os: Os, target: Target) -> impl Iterator<Item = &Rule> {
    let rules = catalog.rules.iter().filter(move |rule| rule.os == os && rule.target == target);
    rules.filter(|rule| !is_successor_s(catalog, rule))
}

/// Whether only products that customers were moved to bring it.
fn is_successor_s(catalog: &Catalog, rule: &Rule) -> bool {
    let successor = |id: &String| catalog.product(id).is_some_and(|product| product.family == Family::Successor);
    !rule.products.is_empty() && rule.products.iter().all(successor)
}

/// The expressions of these rules for names of this certainty.
pub(super) fn rule_expressions<'r>(rules: impl Iterator<Item = &'r Rule>, certainty: Certainty) -> Vec<String> {
    let wanted = rules.filter(|rule| certainty.is_of(rule.strength) && !rule.pattern.is_empty());
    wanted.map(|rule| lower_expression(&inner_regex(&rule.pattern))).collect()
}

/// The expressions of names that belong to others.
pub(super) fn friend_expressions(catalog: &Catalog, target: Target) -> Vec<String> {
    let friends = catalog.friends.iter().filter(|friend| friend.target == target);
    friends.map(|LookAlike { pattern, .. }| lower_expression(&inner_regex(pattern))).collect()
}

/// The same for those names only that a rule would know too: the others need not be kept apart.
pub(super) fn overlapping_friends(catalog: &Catalog, os: Os, target: Target) -> Vec<String> {
    let rules = rules_of(catalog, os, target).filter(|rule| !rule.pattern.is_empty());
    let known: Vec<Regex> =
        rules.filter_map(|rule| Regex::new(&format!("(?i)^(?:{})$", inner_regex(&rule.pattern))).ok()).collect();
    let friends = catalog.friends.iter().filter(|friend| friend.target == target);
    let overlap =
        friends.filter(|friend| friend.examples.iter().any(|example| known.iter().any(|rule| rule.is_match(example))));
    overlap.map(|friend| lower_expression(&inner_regex(&friend.pattern))).collect()
}

/// The products of a system that are the vendor's.
pub(super) fn products_of(catalog: &Catalog, os: Os) -> impl Iterator<Item = &Product> {
    let own = catalog.products.iter().filter(move |product| product.os == os);
    own.filter(|product| product.family != Family::Successor)
}

/// The expressions of names of products. A name that others may use says less, and so does a tool's.
pub(super) fn product_names(catalog: &Catalog, os: Os, certainty: Certainty) -> Vec<String> {
    let telling = |product: &Product, name: &str| {
        let named = catalog.vendor.is_named_in(name) && product.family != Family::Tool;
        named == (certainty == Certainty::Likely)
    };
    let names = products_of(catalog, os).flat_map(|product| product.names.iter().map(move |name| (product, name)));
    let names = names.filter(|(product, name)| telling(product, name));
    names.flat_map(|(_, name)| split_long(&inner_regex(name))).map(|name| lower_expression(&name)).collect()
}

/// The expressions of product codes, packages, bundles and receipts.
pub(super) fn product_keys(catalog: &Catalog, os: Os) -> Vec<String> {
    products_of(catalog, os).flat_map(|product| &product.keys).map(|key| lower_expression(&inner_regex(key))).collect()
}

/// Whether a text names the vendor anywhere.
pub(super) fn names_vendor(catalog: &Catalog, column: &str) -> Option<String> {
    let words: Vec<String> = catalog.vendor.written.word.iter().map(|word| lower_expression(word)).collect();
    matches_within(column, &words, "", "")
}

/// Whether a publisher is the vendor.
pub(super) fn is_vendor(catalog: &Catalog, column: &str) -> Option<String> {
    let publishers = catalog.vendor.written.publisher.iter().map(|text| lower_expression(text));
    matches_whole(column, &publishers.collect::<Vec<_>>())
}

/// Whether a path leads through the vendor's own folders.
pub(super) fn in_vendor_folder(catalog: &Catalog, column: &str) -> Option<String> {
    matches_within(column, &[lower_expression(&catalog.vendor.written.folder)], "", "")
}

/// Those conditions that there are.
pub(super) fn those_conditions(all: impl IntoIterator<Item = Option<String>>) -> Vec<String> {
    all.into_iter().flatten().collect()
}

/// A select by the rules of a kind of place, or by what else shows whose it is, and one for names that others may use.
/// What is known to be another's is kept apart.
pub(super) fn by_rules(
    catalog: &Catalog,
    (os, target): (Os, Target),
    column: &str,
    shape: impl Fn(Certainty, Vec<String>) -> Select,
    also: Option<String>,
    apart: &[Option<String>],
) -> Vec<Select> {
    let rules = |certainty| matches_whole(column, &rule_expressions(rules_of(catalog, os, target), certainty));
    let apart = || apart.iter().cloned();
    let sure = any_of(those_conditions([rules(Certainty::Likely), also]));
    let likely =
        sure.clone().map(|sure| shape(Certainty::Likely, those_conditions([Some(sure)].into_iter().chain(apart()))));
    let possible = rules(Certainty::Possible);
    let possible = possible.map(|possible| {
        shape(Certainty::Possible, those_conditions([Some(possible), none_of(sure)].into_iter().chain(apart())))
    });
    likely.into_iter().chain(possible).collect()
}

/// What is not in another maker's program folder, or is the vendor's for another reason. A name says nothing there.
pub(super) fn not_in_another_folder(catalog: &Catalog, path: &str, also: Option<String>) -> Option<String> {
    let folder = r"[\\/](?:program files(?: \(x86\))?|programdata|opt)[\\/][^\\/]+[\\/]";
    let elsewhere = format!("regex_match({path}, {}, 0) IS NULL", sql_text(folder));
    any_of(those_conditions([Some(elsewhere), in_vendor_folder(catalog, path), also]))
}

/// Programs of others that build the engine in.
fn embedder_names(catalog: &Catalog) -> Vec<String> {
    let names = catalog.embedders.iter().flat_map(|embedder| &embedder.names);
    names.map(|name| lower_expression(&inner_regex(name))).collect()
}

/// Whether a program is not one of those.
pub(super) fn no_embedder(catalog: &Catalog, column: &str) -> Option<String> {
    none_of(matches_whole(column, &embedder_names(catalog)))
}

/// What such a program does not explain: it explains a driver under its bare name, with this ending, outside of the
/// vendor's folders and without the vendor's product line.
pub(super) fn not_embedded(catalog: &Catalog, name: &str, ending: &str, path: Option<&str>) -> Option<String> {
    let rules = rules_of(catalog, Os::Windows, Target::Service).filter(|rule| rule.embedded);
    let bare = matches_within(name, &rules.map(bare_expression).collect::<Vec<_>>(), "^", &format!("{ending}$"));
    let installed = matches_whole("lower(name)", &embedder_names(catalog))
        .map(|named| format!("EXISTS (SELECT 1 FROM programs WHERE {named})"));
    let outside = path.map(|path| none_of(in_vendor_folder(catalog, path)));
    let explained = those_conditions([bare, installed].into_iter().chain(outside)).join("\n    AND ");
    none_of(Some(format!("({explained})")))
}

/// The expression of a driver's name without a product line in it.
fn bare_expression(rule: &Rule) -> String {
    lower_expression(&rule.pattern.replace(r"(?:\.{line})?", ""))
}
