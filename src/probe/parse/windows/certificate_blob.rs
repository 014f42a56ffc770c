//! The `Blob` value under a certificate's key in the registry: the form in which Windows keeps
//! the certificates of its physical stores.
//!
//! The value is a chain of records, each of three little-endian numbers (property, encoding,
//! length) and so many bytes. The certificate itself is property 32; the others are its
//! thumbprint, a friendly name, a key's place and the like.

use std::collections::BTreeMap;

/// Property number of the encoded certificate (`CERT_CERT_PROP_ID`).
const CERTIFICATE: u32 = 32;
/// Bytes before the data of each record.
const HEADER: usize = 12;

/// Why a value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    /// A record says that it is longer than what is left, or only part of its header is there.
    #[error("the value ends in the middle of record {0}")]
    CutOff(usize),
    /// The chain is whole and has no certificate in it.
    #[error("the value holds no certificate")]
    NoCertificate,
}

/// The encoded (DER) certificate inside a `Blob` value.
///
/// # Errors
/// [`BlobError`] when there is none. A value that is damaged behind its certificate still gives it.
pub fn find_certificate(blob: &[u8]) -> Result<&[u8], BlobError> {
    let mut rest = blob;
    for record in 1.. {
        if rest.is_empty() {
            break;
        }
        let (property, data, behind) = first(rest).ok_or(BlobError::CutOff(record))?;
        if property == CERTIFICATE {
            return Ok(data);
        }
        rest = behind;
    }
    Err(BlobError::NoCertificate)
}

/// Every property by its number, in order of the numbers: Windows keeps them in any order. None: the value
/// is damaged.
pub fn parse_properties(blob: &[u8]) -> Option<BTreeMap<u32, &[u8]>> {
    let mut found = BTreeMap::new();
    let mut rest = blob;
    while !rest.is_empty() {
        let (property, data, behind) = first(rest)?;
        found.insert(property, data);
        rest = behind;
    }
    Some(found)
}

/// Property, data, and what follows the first record.
fn first(bytes: &[u8]) -> Option<(u32, &[u8], &[u8])> {
    let (header, data) = bytes.split_at_checked(HEADER)?;
    let number = |at: usize| Some(u32::from_le_bytes(header.get(at..at + 4)?.try_into().ok()?));
    let (data, behind) = data.split_at_checked(usize::try_from(number(8)?).ok()?)?;
    Some((number(0)?, data, behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(property: u32, data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap();
        [&property.to_le_bytes()[..], &1u32.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    #[test]
    fn the_certificate_is_found_among_other_properties() {
        let blob = [record(3, &[7; 20]), record(11, b"n\0a\0"), record(32, b"DER"), record(15, &[])].concat();
        assert_eq!(find_certificate(&blob), Ok(&b"DER"[..]));
    }

    #[test]
    fn the_order_of_properties_is_no_difference() {
        let (one, other) = (record(3, &[7]), record(32, b"DER"));
        let both = [one.clone(), other.clone()].concat();
        assert_eq!(parse_properties(&both), parse_properties(&[other.clone(), one].concat()));
        assert_ne!(parse_properties(&both), parse_properties(&other));
        assert_eq!(parse_properties(&both[..both.len() - 1]), None);
        assert_eq!(parse_properties(&[]), Some(BTreeMap::new()));
    }

    #[test]
    fn damage_behind_the_certificate_does_not_hide_it() {
        let blob = [record(32, b"DER"), vec![1, 2, 3]].concat();
        assert_eq!(find_certificate(&blob), Ok(&b"DER"[..]));
    }

    #[test]
    fn a_value_without_a_certificate_says_why() {
        assert_eq!(find_certificate(&[]), Err(BlobError::NoCertificate));
        assert_eq!(find_certificate(&record(3, &[7; 20])), Err(BlobError::NoCertificate));
        assert_eq!(find_certificate(&[record(3, &[7; 20]), vec![32, 0, 0]].concat()), Err(BlobError::CutOff(2)));
        let mut endless = record(32, b"DER");
        endless[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(find_certificate(&endless), Err(BlobError::CutOff(1)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(der) = find_certificate(&bytes) {
                prop_assert!(der.len() + HEADER <= bytes.len());
            }
        }

        #[test]
        fn cut_anywhere_it_gives_the_whole_certificate_or_none(
            before in proptest::collection::vec(any::<u8>(), 0..40),
            der in proptest::collection::vec(any::<u8>(), 1..40),
            keep in 0usize..200,
        ) {
            let blob = [record(3, &before), record(32, &der)].concat();
            let kept = &blob[..keep.min(blob.len())];
            match find_certificate(kept) {
                Ok(found) => prop_assert!(found == der && kept.len() == blob.len()),
                Err(_) => prop_assert!(kept.len() < blob.len()),
            }
        }
    }
}
