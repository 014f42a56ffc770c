//! Which certificates are worth recording: those of the catalogue's vendor, and no others.

use super::parse::certificate::{self, Identity};
use super::parse::pem;
use crate::catalog::{Catalog, Target};
use crate::machine::Os;

/// Whether a rule knows the certificate, or its subject or issuer names the vendor.
pub fn is_vendors(catalog: &Catalog, os: Os, identity: &Identity) -> bool {
    catalog.vendor.is_named_in(&identity.subject)
        || catalog.vendor.is_named_in(&identity.issuer)
        || catalog.rule_for(os, Target::Certificate, &identity.common_name).is_some()
}

/// The vendor's certificates in a file, and what in it could not be read.
///
/// The file may be PEM with any number of certificates, or one certificate in DER. A file that is
/// neither has none.
pub fn in_file(catalog: &Catalog, os: Os, bytes: &[u8]) -> (Vec<Identity>, Vec<String>) {
    let (mut found, mut damage) = (Vec::new(), Vec::new());
    let mut take = |read: Result<Identity, String>| match read {
        Ok(identity) if is_vendors(catalog, os, &identity) => found.push(identity),
        Ok(_) => {}
        Err(what) => damage.push(what),
    };
    if bytes.starts_with(&[0x30, 0x82]) {
        take(certificate::parse_certificate(bytes));
    } else {
        for (number, block) in pem::parse_pem(bytes).into_iter().enumerate() {
            let read = block.and_then(|der| {
                certificate::parse_certificate(&der).map_err(|what| format!("certificate {} is {what}", number + 1))
            });
            take(read);
        }
    }
    (found, damage)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = include_str!("../../tests/recordings/raw/certificates/root.pem");
    const OTHER: &str = include_str!("../../tests/recordings/raw/certificates/other.pem");

    fn look(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let (found, damage) = in_file(Catalog::embedded(), Os::Linux, bytes);
        (found.into_iter().map(|identity| identity.common_name).collect(), damage)
    }

    #[test]
    fn only_the_vendor_s_are_kept() {
        let bundle = format!("{OTHER}\n{ROOT}\n{OTHER}");
        let expected = (vec!["Kaspersky Anti-Virus Personal Root Certificate".to_string()], vec![]);
        assert_eq!(look(bundle.as_bytes()), expected);
        let der = pem::parse_pem(ROOT.as_bytes()).remove(0).unwrap();
        assert_eq!(look(&der), expected);
    }

    #[test]
    fn damage_is_named_and_other_files_have_none() {
        let broken = ROOT.replacen("MII", "MIA", 1);
        let (found, damage) = look(format!("{OTHER}{broken}").as_bytes());
        assert_eq!((found.len(), damage.len()), (0, 1));
        assert!(damage[0].starts_with("certificate 2 is not a certificate"), "{damage:?}");
        assert_eq!(look(b"just text"), (vec![], vec![]));
        assert_eq!(look(&[0x30, 0x82, 0x01]).1.len(), 1);
    }
}
