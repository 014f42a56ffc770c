//! What the spelling of a path says about where it leads.

/// Whether the spelling alone says that opening a path could make the computer talk to another one,
/// or to a device.
///
/// That is every path that begins with two separators, except `\\?\C:\…`; and the same in the
/// kernel's spelling, `\??\UNC\…`. Both kinds of slash count, as they do for Windows.
pub(in crate::probe) fn leads_away(path: &str) -> bool {
    let path = path.replace('/', "\\");
    let rest = match path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\??\")) {
        Some(rest) => rest,
        None => return path.starts_with(r"\\"),
    };
    let mut letters = rest.chars();
    let drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    !drive
}

#[cfg(test)]
mod tests {
    use super::leads_away;

    #[test]
    fn paths_that_lead_away_are_known_in_every_spelling() {
        for path in [
            r"\\server\x",
            "//server/x",
            r"\\?\UNC\server\x",
            r"\\.\pipe\x",
            r"\??\UNC\s\x",
            r"/\server\x",
            r"\\?\Volume{1}\",
        ] {
            assert!(leads_away(path), "{path}");
        }
        for path in [r"C:\x", r"\\?\C:\x", r"\??\C:\x", "/opt/kaspersky", r"\x", "", "x", r"\??\c:"] {
            assert!(!leads_away(path), "{path}");
        }
    }
}
