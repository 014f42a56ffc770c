//! Security identifiers: the name Windows gives to an account whatever it is called.

/// The text form (`S-1-5-21-…`) of an identifier's bytes. None when the bytes are not one.
///
/// The bytes are: revision (always 1), how many parts follow (15 at most), six bytes of authority
/// in network order, and the parts as little-endian numbers.
pub fn sid_text(bytes: &[u8]) -> Option<String> {
    let [revision, count, authority @ ..] = bytes else { return None };
    let (authority, parts) = authority.split_at_checked(6)?;
    let parts = parts.get(..usize::from(*count) * 4)?;
    if *revision != 1 || *count > 15 {
        return None;
    }
    let authority = authority.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let mut text = format!("S-1-{authority}");
    for part in parts.chunks_exact(4) {
        text.push_str(&format!("-{}", u32::from_le_bytes(part.try_into().ok()?)));
    }
    Some(text)
}

/// Whether this is an account of the system that runs services, not of a person.
///
/// `S-1-5-18` is the system itself, 19 and 20 are the local and the network service.
pub fn is_service_account(sid: &str) -> bool {
    matches!(sid, "S-1-5-18" | "S-1-5-19" | "S-1-5-20")
}

/// Whether this is the account of a person: local, in a domain (`S-1-5-21-…`) or in a company's
/// cloud directory (`S-1-12-1-…`).
pub fn is_person(sid: &str) -> bool {
    let numbers = |rest: &str| rest.split('-').count() == 4 && rest.split('-').all(|part| part.parse::<u32>().is_ok());
    let below = |prefix: &str| sid.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix)).map(str::len);
    ["S-1-5-21-", "S-1-12-1-"].iter().any(|prefix| below(prefix).is_some_and(|length| numbers(&sid[length..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn well_known_bytes_read_back() {
        assert_eq!(sid_text(&[1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0]).as_deref(), Some("S-1-5-18"));
        let mut person = vec![1, 5, 0, 0, 0, 0, 0, 5];
        for part in [21u32, 1, 2, 4_000_000_000, 1001] {
            person.extend(part.to_le_bytes());
        }
        assert_eq!(sid_text(&person).as_deref(), Some("S-1-5-21-1-2-4000000000-1001"));
    }

    #[test]
    fn what_is_no_identifier_has_no_text() {
        for bytes in
            [&[][..], &[1], &[1, 0, 0, 0, 0, 0, 0], &[2, 0, 0, 0, 0, 0, 0, 5], &[1, 2, 0, 0, 0, 0, 0, 5, 1, 0, 0, 0]]
        {
            assert_eq!(sid_text(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn people_services_and_groups_are_told_apart() {
        for person in ["S-1-5-21-1-2-3-1001", "s-1-5-21-1-2-3-500", "S-1-12-1-1-2-3-4"] {
            assert!(is_person(person) && !is_service_account(person), "{person}");
        }
        for other in ["S-1-5-18", "S-1-5-80-1-2-3-4-5", "S-1-5-82-1-2", "S-1-5-21-1-2-3-1001.bak", "S-1-5-21-1-2-3", ""]
        {
            assert!(!is_person(other), "{other}");
        }
        assert!(is_service_account("S-1-5-18") && !is_service_account("S-1-5-32-544"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Some(text) = sid_text(&bytes) {
                prop_assert!(text.starts_with("S-1-"));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text: String) {
            is_person(&text);
        }
    }
}
