//! `profiles.ini` of Firefox and Thunderbird: profiles that lie somewhere else.

/// The paths of profiles that are not below the folder of `profiles.ini` itself.
pub fn parse_folders(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    // Each section is one profile; what stands before the first is none.
    for section in text.split("\n[").skip(usize::from(!text.starts_with('['))) {
        let value = |key: &str| section.lines().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='));
        if value("IsRelative") == Some("0") {
            found.extend(value("Path").filter(|path| !path.is_empty()).map(str::to_string));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_profiles_elsewhere_are_given() {
        let text = b"[Profile1]\nName=work\nIsRelative=0\nPath=/data/firefox/work\n\n[Profile0]\r\nIsRelative=1\r\n\
            Path=abc.default\r\n\n[Install4F96D1932A9F858E]\nDefault=abc.default\n";
        assert_eq!(parse_folders(text), ["/data/firefox/work"]);
    }

    #[test]
    fn other_content_gives_none() {
        for text in [
            &b""[..],
            b"[",
            b"IsRelative=0\nPath=/x",
            b"[P]\nIsRelative=0",
            b"[P]\nIsRelative=0\nPath=\n",
            b"\xFF[\xFE",
        ] {
            assert_eq!(parse_folders(text), Vec::<String>::new());
        }
    }
}
