//! Configuration profiles of macOS: the answer to `profiles list`.

/// The identifiers of the profiles it lists, each once.
///
/// Without an administrator's rights it lists those of the account only.
///
/// # Errors
/// When the answer neither lists profiles nor says that there are none.
pub fn parse_profiles(bytes: &[u8]) -> Result<Vec<String>, String> {
    let answer = String::from_utf8_lossy(bytes);
    let mut identifiers: Vec<String> = answer
        .lines()
        .filter_map(|line| line.split_once("profileIdentifier:"))
        .map(|(_, identifier)| identifier.trim().to_string())
        .filter(|identifier| !identifier.is_empty())
        .collect();
    identifiers.sort();
    identifiers.dedup();
    if identifiers.is_empty() && !answer.contains("no configuration profiles") {
        return Err("the answer could not be understood".to_string());
    }
    Ok(identifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_read() {
        let answer = include_bytes!("../../../../tests/recordings/raw/macos/profiles-list.txt");
        assert_eq!(parse_profiles(answer).unwrap(), ["com.example.mdm", "com.kaspersky.kav.profile"]);
    }

    #[test]
    fn none_is_an_answer_and_silence_is_not() {
        assert_eq!(parse_profiles(b"There are no configuration profiles installed\n"), Ok(Vec::new()));
        for bytes in [&b""[..], b"profileIdentifier:\n", b"\xFF\xFE"] {
            assert!(parse_profiles(bytes).is_err());
        }
    }
}
