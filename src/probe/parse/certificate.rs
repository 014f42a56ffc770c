//! X.509 certificates: who is named in one, and its thumbprint.
//!
//! Only what identifies a certificate is read. What comes after the subject (key, extensions) is
//! measured and not judged, so an unusual certificate in a trust store is still a certificate.

use crate::machine::{Certificate, Scope, SignerName, StoreKind};
use sha1::{Digest, Sha1};
use x509_cert::der::asn1::{AnyRef, ObjectIdentifier};
use x509_cert::der::{self, Decode, Encode, Reader, SliceReader, Tag, Tagged};
use x509_cert::time::Time;

/// Short names of attributes (RFC 4514), in the order in which a subject is written.
const ATTRIBUTES: [(&str, &str); 8] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.6", "C"),
    ("2.5.4.8", "ST"),
    ("2.5.4.7", "L"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "E"),
];

/// What identifies a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Common name of the subject; empty when it has none.
    pub common_name: String,
    /// Subject as `CN=…, O=…, OU=…, C=…`, then the others. Values stand as they are.
    pub subject: String,
    /// Issuer in the same form.
    pub issuer: String,
    /// SHA-1 of the certificate in upper-case hex.
    pub thumbprint: String,
    /// End of validity, in seconds since 1970 UTC. None: its date could not be read.
    pub not_after: Option<i64>,
}

impl Identity {
    /// The certificate as seen in a store.
    pub fn seen(self, store: StoreKind, scope: Scope, place: impl Into<String>) -> Certificate {
        let Self { common_name: _, subject, issuer, thumbprint, not_after } = self;
        Certificate { store, scope, place: place.into(), subject, issuer, thumbprint, not_after }
    }
}

/// Reads one certificate in DER. Bytes after its end are ignored.
///
/// # Errors
/// Where the bytes stop being a certificate, in words.
pub fn parse_certificate(bytes: &[u8]) -> Result<Identity, String> {
    read_first(bytes).map(|(identity, _)| identity).map_err(|error| format!("not a certificate: {error}"))
}

/// To whom a certificate in DER was issued. A value that stands there several times, or not at all, is empty: two names
/// are no name.
///
/// # Errors
/// As for [`parse_certificate`].
pub fn parse_signer(bytes: &[u8]) -> Result<SignerName, String> {
    let (names, _) = read_names(bytes).map_err(|error| format!("not a certificate: {error}"))?;
    let one = |kind: &str| {
        let mut values = names.subject.iter().filter(|(known, _)| known == kind).map(|(_, value)| value);
        values.next().filter(|_| values.next().is_none()).cloned().unwrap_or_default()
    };
    Ok(SignerName { name: one("CN"), organization: one("O"), country: one("C") })
}

/// Every certificate that stands whole somewhere in `bytes`, as in a database file.
///
/// Only those of 256 to 65,535 bytes are found, which all with a usable key are.
pub fn find_in(bytes: &[u8]) -> Vec<Identity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= 8) {
        // Both the certificate and the part of it that is signed begin as a long sequence.
        let looks_right = rest.starts_with(&[0x30, 0x82]) && rest[4..].starts_with(&[0x30, 0x82]);
        match looks_right.then(|| read_first(rest)) {
            Some(Ok((identity, length))) => {
                found.push(identity);
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// The certificate that `bytes` begin with, and how many bytes it takes.
fn read_first(bytes: &[u8]) -> der::Result<(Identity, usize)> {
    let (Names { subject, issuer, not_after }, outer) = read_names(bytes)?;
    let identity = Identity {
        common_name: subject.iter().find(|(kind, _)| kind == "CN").map(|(_, value)| value.clone()).unwrap_or_default(),
        subject: written(&subject),
        issuer: written(&issuer),
        thumbprint: thumbprint(outer),
        not_after,
    };
    Ok((identity, outer.len()))
}

/// Who is named in a certificate: attributes, by their short names.
struct Names {
    subject: Vec<(String, String)>,
    issuer: Vec<(String, String)>,
    not_after: Option<i64>,
}

/// The names in the certificate that `bytes` begin with, and its bytes.
fn read_names(bytes: &[u8]) -> der::Result<(Names, &[u8])> {
    let outer = SliceReader::new(bytes)?.tlv_bytes()?;
    let certificate = AnyRef::from_der(outer)?;
    let mut parts = reader(certificate, Tag::Sequence)?;
    let mut fields = reader(part(&mut parts, Tag::Sequence)?, Tag::Sequence)?;
    // The version is left out in the oldest certificates.
    if Tag::peek(&fields)?.is_context_specific() {
        fields.decode::<AnyRef<'_>>()?;
    }
    part(&mut fields, Tag::Integer)?;
    part(&mut fields, Tag::Sequence)?;
    let issuer = name(part(&mut fields, Tag::Sequence)?)?;
    let not_after = not_after(part(&mut fields, Tag::Sequence)?);
    let subject = name(part(&mut fields, Tag::Sequence)?)?;
    // The public key follows, then extensions; after what is signed come algorithm and signature.
    part(&mut fields, Tag::Sequence)?;
    while !fields.is_finished() {
        fields.decode::<AnyRef<'_>>()?;
    }
    part(&mut parts, Tag::Sequence)?;
    part(&mut parts, Tag::BitString)?;
    parts.finish()?;
    Ok((Names { subject, issuer, not_after }, outer))
}

/// The inside of a value that must be of this kind.
fn reader(value: AnyRef<'_>, expected: Tag) -> der::Result<SliceReader<'_>> {
    value.tag().assert_eq(expected)?;
    SliceReader::new(value.value())
}

/// The next value, which must be of this kind.
fn part<'a>(fields: &mut SliceReader<'a>, expected: Tag) -> der::Result<AnyRef<'a>> {
    let value: AnyRef<'_> = fields.decode()?;
    value.tag().assert_eq(expected)?;
    Ok(value)
}

/// The attributes of a distinguished name: short name or number, and value.
fn name(value: AnyRef<'_>) -> der::Result<Vec<(String, String)>> {
    let mut attributes = Vec::new();
    let mut sets = reader(value, Tag::Sequence)?;
    while !sets.is_finished() {
        let mut set = reader(sets.decode()?, Tag::Set)?;
        while !set.is_finished() {
            let mut pair = reader(set.decode()?, Tag::Sequence)?;
            let kind: ObjectIdentifier = pair.decode()?;
            attributes.push((short_name(&kind.to_string()), text(pair.decode()?)));
        }
    }
    attributes.sort_by_key(|(kind, _)| ATTRIBUTES.iter().position(|(_, name)| name == kind).unwrap_or(usize::MAX));
    Ok(attributes)
}

fn short_name(number: &str) -> String {
    let known = ATTRIBUTES.iter().find(|(known, _)| *known == number);
    known.map_or(number, |(_, name)| name).to_string()
}

/// A text value. Unreadable characters are replaced, never refused.
fn text(value: AnyRef<'_>) -> String {
    let bytes = value.value();
    match value.tag() {
        Tag::BmpString => {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        Tag::TeletexString => bytes.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn written(attributes: &[(String, String)]) -> String {
    attributes.iter().map(|(kind, value)| format!("{kind}={value}")).collect::<Vec<_>>().join(", ")
}

/// The second of the two dates of a validity.
fn not_after(validity: AnyRef<'_>) -> Option<i64> {
    let mut dates = reader(validity, Tag::Sequence).ok()?;
    dates.decode::<AnyRef<'_>>().ok()?;
    let date: AnyRef<'_> = dates.decode().ok()?;
    let time = Time::from_der(&date.to_der().ok()?).ok()?;
    i64::try_from(time.to_unix_duration().as_secs()).ok()
}

fn thumbprint(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().map(|byte| format!("{byte:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::pem;
    use super::*;

    const ROOT: &str = include_str!("../../../tests/recordings/raw/certificates/root.pem");
    const OTHER: &str = include_str!("../../../tests/recordings/raw/certificates/other.pem");

    fn der(text: &str) -> Vec<u8> {
        pem::parse_pem(text.as_bytes()).remove(0).unwrap()
    }

    #[test]
    fn who_signed_is_read_value_by_value() {
        let named = parse_signer(&der(ROOT)).unwrap();
        let name = "Kaspersky Anti-Virus Personal Root Certificate".to_string();
        let expected = SignerName { name, organization: "AO Kaspersky Lab".into(), country: "RU".into() };
        assert_eq!(named, expected);
        assert_ne!(parse_signer(&der(OTHER)).unwrap().organization, "AO Kaspersky Lab");
        for bytes in [&b""[..], b"\x30", &der(ROOT)[..200]] {
            assert!(parse_signer(bytes).is_err());
        }
    }

    #[test]
    fn two_names_in_a_certificate_are_no_name() {
        // The organisation's number becomes that of the common name: 2.5.4.10 is 2.5.4.3.
        let organization = [0x55, 4, 10];
        let mut bytes = der(ROOT);
        let places: Vec<usize> = (0..bytes.len() - 3).filter(|at| bytes[*at..*at + 3] == organization).collect();
        assert!(!places.is_empty());
        places.into_iter().for_each(|at| bytes[at + 2] = 3);
        let named = parse_signer(&bytes).unwrap();
        assert_eq!((named.name.as_str(), named.organization.as_str(), named.country.as_str()), ("", "", "RU"));
    }

    #[test]
    fn the_names_and_the_thumbprint_are_those_that_openssl_prints() {
        let identity = parse_certificate(&der(ROOT)).unwrap();
        assert_eq!(identity.common_name, "Kaspersky Anti-Virus Personal Root Certificate");
        assert_eq!(identity.subject, "CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab, C=RU");
        assert_eq!(identity.issuer, identity.subject);
        assert_eq!(identity.thumbprint, "506B149739CCF876CD5B47A635B4C19ABB29A3D2");
        assert_eq!(identity.not_after, Some(2_110_875_331));
    }

    #[test]
    fn a_subject_is_written_in_one_order() {
        let subject = parse_certificate(&der(OTHER)).unwrap().subject;
        assert_eq!(subject, r#"CN=Example Test Root, "quoted", O=Example Company, OU=Tests, C=US, DC=example"#);
    }

    #[test]
    fn other_spellings_of_text_are_read() {
        let bmp = AnyRef::new(Tag::BmpString, &[0x04, 0x1A, 0x00, 0x61, 0xD8, 0x00]).unwrap();
        assert_eq!(text(bmp), "Кa\u{FFFD}");
        let latin = AnyRef::new(Tag::TeletexString, &[0x4D, 0xFC]).unwrap();
        assert_eq!(text(latin), "Mü");
    }

    #[test]
    fn a_damaged_certificate_is_an_error_wherever_it_is_cut() {
        let whole = der(ROOT);
        for end in 0..whole.len() {
            assert!(parse_certificate(&whole[..end]).is_err(), "cut after {end} bytes");
        }
        let mut wrong = whole.clone();
        wrong[4] = 0x04;
        assert!(parse_certificate(&wrong).unwrap_err().starts_with("not a certificate: "));
    }

    #[test]
    fn certificates_are_found_inside_other_bytes() {
        let mut database = vec![0x30, 0x82, 0x01, 0x00, 0x30, 0x82, 0xFF];
        database.extend(der(ROOT));
        database.extend(b"filler\x30\x82\x30\x82");
        database.extend(der(OTHER));
        database.extend(&der(ROOT)[..400]);
        let names: Vec<String> = find_in(&database).into_iter().map(|found| found.common_name).collect();
        assert_eq!(names, ["Kaspersky Anti-Virus Personal Root Certificate", "Example Test Root, \"quoted\""]);
    }
}
