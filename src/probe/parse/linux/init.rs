//! Scripts in `/etc/init.d`: the comment block that says what a script is for.

/// The short description in the block between `### BEGIN INIT INFO` and `### END INIT INFO`.
pub fn parse_description(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let block = text.split_once("### BEGIN INIT INFO")?.1.split("### END INIT INFO").next()?;
    let line = block.lines().find_map(|line| line.trim_start_matches('#').trim().strip_prefix("Short-Description:"))?;
    Some(line.trim().to_string()).filter(|text| !text.is_empty())
}

/// The script that a start link of a run level names: `S20kesl` stands for `kesl`.
/// Links that stop a script begin with `K` and give none.
pub fn started_by(link: &str) -> Option<&str> {
    let rest = link.strip_prefix('S')?;
    let name = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() - name.len() == 2 && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_read() {
        let script = include_bytes!("../../../../tests/recordings/raw/linux/init-kesl");
        assert_eq!(parse_description(script).as_deref(), Some("Kaspersky Endpoint Security"));
    }

    #[test]
    fn scripts_without_a_block_have_none() {
        for text in ["#!/bin/sh\n", "", "# Short-Description: outside\n", "### BEGIN INIT INFO\n# Short-Description:\n"]
        {
            assert_eq!(parse_description(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn start_links_name_their_script() {
        assert_eq!(started_by("S20kesl"), Some("kesl"));
        for link in ["K20kesl", "S2kesl", "S20", "kesl", "", "S"] {
            assert_eq!(started_by(link), None, "{link}");
        }
    }
}
