//! The name of a Linux distribution: `/etc/os-release`.

/// `PRETTY_NAME`, without its quotation marks.
pub fn pretty_name(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let value = text.lines().find_map(|line| line.trim().strip_prefix("PRETTY_NAME="))?;
    let name = value.trim().trim_matches(['"', '\'']).trim();
    (!name.is_empty()).then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_read_with_and_without_quotation_marks() {
        let text = b"NAME=\"Example\"\nPRETTY_NAME=\"Example Linux 12\"\n";
        assert_eq!(pretty_name(text).as_deref(), Some("Example Linux 12"));
        assert_eq!(pretty_name(b"PRETTY_NAME=Example\n").as_deref(), Some("Example"));
    }

    #[test]
    fn without_it_there_is_none() {
        for text in [&b""[..], b"PRETTY_NAME=\n", b"PRETTY_NAME=\"\"\n", b"\xFF\xFE"] {
            assert_eq!(pretty_name(text), None);
        }
    }
}
