//! Trusted certificates. Thumbprints are made per computer, so the subject is what counts.

use super::*;
use crate::machine::{Certificate, StoreKind};

pub(super) fn certificate_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    let certificates = snapshot.root_certificates.items.iter().chain(&snapshot.tool_certificates.items);
    certificates.filter_map(|certificate| sighting(look, certificate)).collect()
}

fn sighting<'a>(look: &Look<'a>, certificate: &Certificate) -> Option<Sighting<'a>> {
    let common_name = common_name(&certificate.subject);
    let organisation = subject_part(&certificate.subject, "O");
    let rule = look.rule(Target::Certificate, common_name);
    let publisher = organisation.filter(|name| look.catalog.vendor.is_publisher(name));
    if rule.is_none() && publisher.is_none() && look.named(common_name).is_none() {
        return None;
    }
    let by_vendor = publisher.map(|name| Reason::VendorPublisher(name.to_string()));
    // With a rule the common name is the name itself and confirms nothing.
    let named = if rule.is_none() { look.named(common_name) } else { None };
    let artifact = Artifact::Certificate {
        store: certificate.place.clone(),
        thumbprint: thumbprint(certificate),
        subject: certificate.subject.clone(),
    };
    let sighting = Sighting::new(rule, Kind::Certificate, common_name, artifact)
        .because(by_vendor)
        .because(named)
        .scope(certificate.scope);
    let ours_to_clean = matches!(certificate.store, StoreKind::Root | StoreKind::Intermediate | StoreKind::TrustStore);
    Some(sighting.danger(if ours_to_clean { Danger::Trust } else { Danger::Guided }))
}

/// SHA-1 of a certificate. Windows names its entry in the store by it.
fn thumbprint(certificate: &Certificate) -> String {
    let named = || certificate.place.rsplit('\\').next().unwrap_or_default();
    let told = Some(certificate.thumbprint.as_str()).filter(|told| !told.is_empty());
    told.unwrap_or_else(named).to_string()
}

/// The common name of a subject, or all of it where it has none.
pub(crate) fn common_name(subject: &str) -> &str {
    subject_part(subject, "CN").unwrap_or(subject)
}

/// One part of a subject written as `CN=…, O=…`. A comma inside a value is followed by no `KEY=`.
pub(super) fn subject_part<'t>(subject: &'t str, key: &str) -> Option<&'t str> {
    let mut rest = subject;
    loop {
        let (name, after) = rest.split_once('=')?;
        let end = next_part(after);
        if name.trim().eq_ignore_ascii_case(key) {
            return Some(after[..end].trim());
        }
        rest = after.get(end..)?.trim_start_matches([',', ' ']);
    }
}

/// Where the value ends: at a comma that a short upper-case key and `=` follow.
fn next_part(value: &str) -> usize {
    let key_follows = |rest: &str| {
        let key: String = rest.trim_start().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
        !key.is_empty() && rest.trim_start()[key.len()..].starts_with('=')
    };
    value.match_indices(',').find(|(at, _)| key_follows(&value[at + 1..])).map_or(value.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::subject_part;

    #[test]
    fn parts_of_a_subject_are_found() {
        let subject = "CN=Some Root, Inc., O=AO Kaspersky Lab, C=RU";
        assert_eq!(subject_part(subject, "CN"), Some("Some Root, Inc."));
        assert_eq!(subject_part(subject, "O"), Some("AO Kaspersky Lab"));
        assert_eq!(subject_part(subject, "OU"), None);
        assert_eq!(subject_part("no parts", "CN"), None);
        assert_eq!(subject_part("CN=", "CN"), Some(""));
    }
}
