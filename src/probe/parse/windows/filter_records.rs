//! `FilterList` of an interface below `NetworkSetup2`: the filters that are bound to an adapter.
//!
//! Where every other place has a list of texts, this one has records of 18 bytes: the GUID of the
//! filter, with its first three parts lowest byte first, and a number of two bytes.

/// Bytes of one record.
const RECORD: usize = 18;

/// The GUIDs, in small letters and braces, and whether bytes are left that make no record.
pub fn parse_filters(data: &[u8]) -> (Vec<String>, bool) {
    let records = data.chunks_exact(RECORD);
    let left = !records.remainder().is_empty();
    (records.map(guid).collect(), left)
}

fn guid(record: &[u8]) -> String {
    let hex = |bytes: &mut dyn Iterator<Item = &u8>| bytes.map(|byte| format!("{byte:02x}")).collect::<String>();
    let [a, b, c] = [0..4, 4..6, 6..8].map(|part| hex(&mut record[part].iter().rev()));
    let [d, e] = [8..10, 10..16].map(|part| hex(&mut record[part].iter()));
    format!("{{{a}-{b}-{c}-{d}-{e}}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_record_is_a_guid_and_a_number() {
        let record = [
            0x5C, 0x1B, 0x2B, 0x7E, 0x34, 0x12, 0x78, 0x56, 0x80, 0x01, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x00, 0x00,
        ];
        let guid = "{7e2b1b5c-1234-5678-8001-0a0b0c0d0e0f}".to_string();
        assert_eq!(parse_filters(&record), (vec![guid.clone()], false));
        assert_eq!(parse_filters(&[&record[..], &record, &[1]].concat()), (vec![guid.clone(), guid], true));
        assert_eq!(parse_filters(&[]), (vec![], false));
        assert_eq!(parse_filters(&record[..17]), (vec![], true));
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd(data in proptest::collection::vec(any::<u8>(), 0..200)) {
            let (guids, left) = parse_filters(&data);
            prop_assert_eq!(guids.len(), data.len() / 18);
            prop_assert_eq!(left, data.len() % 18 != 0);
            prop_assert!(guids.iter().all(|guid| guid.len() == 38));
        }
    }
}
