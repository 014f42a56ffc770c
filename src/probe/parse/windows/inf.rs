//! The provider of a driver package, from its INF file.
//!
//! An INF has sections in brackets and lines `name = value`; a semicolon begins a comment, and
//! `%word%` stands for a text of the `[Strings]` section.

use super::encoded_text;

/// `Provider` of the `[Version]` section, with its texts put in. None: the file names none.
pub fn parse_provider(file: &[u8]) -> Option<String> {
    let text = encoded_text::decode_text(file);
    let provider = value(&text, |section| section.eq_ignore_ascii_case("Version"), "Provider")?;
    Some(fill_in(&provider, &text)).filter(|provider| !provider.is_empty())
}

/// The value of the first line with this name in a section that fits.
fn value(text: &str, fits: impl Fn(&str) -> bool, wanted: &str) -> Option<String> {
    let mut inside = false;
    for line in text.lines() {
        let line = without_comment(line).trim();
        if let Some(section) = line.strip_prefix('[') {
            inside = fits(section.split(']').next().unwrap_or(section).trim());
        } else if inside
            && let Some((name, value)) = line.split_once('=')
            && name.trim().trim_matches('"').eq_ignore_ascii_case(wanted)
        {
            return Some(value.trim().trim_matches('"').trim().to_string());
        }
    }
    None
}

/// The line up to a semicolon that does not stand between quotes.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let end = line.find(|c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    &line[..end.unwrap_or(line.len())]
}

/// Puts texts of the file in the place of `%word%`; a word without a text stays.
fn fill_in(value: &str, text: &str) -> String {
    super::image_path::expand_variables(value, &|word| {
        let usual = self::value(text, |section| section.eq_ignore_ascii_case("Strings"), word);
        // A file may have nothing but texts in some languages, as in `[Strings.0409]`.
        usual.or_else(|| {
            let language = |section: &str| section.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("Strings."));
            self::value(text, language, word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const INF: &str = "; comment [Version]\r\n[version]\r\nSignature = \"$Windows NT$\"\r\nProvider=%KL% ; who\r\n\
        DriverVer=06/21/2006\r\n[Strings.0419]\r\nKL=\"АО Лаборатория\"\r\n[Strings]\r\nkl = \"AO Kaspersky Lab; Moscow\"\r\n";

    #[test]
    fn the_provider_is_found_and_its_text_put_in() {
        assert_eq!(parse_provider(INF.as_bytes()).unwrap(), "AO Kaspersky Lab; Moscow");
        let wide: Vec<u8> = [0xFEFFu16].into_iter().chain(INF.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(parse_provider(&wide).unwrap(), "AO Kaspersky Lab; Moscow");
        assert_eq!(parse_provider(b"[Version]\nProvider=\"Plain Name\"").unwrap(), "Plain Name");
        assert_eq!(parse_provider(b"[Version]\nProvider=%no%").unwrap(), "%no%");
        assert_eq!(parse_provider(b"[Version]\nProvider=%a%\n[Strings.0409]\na=Lab").unwrap(), "Lab");
    }

    #[test]
    fn a_provider_elsewhere_is_not_the_packages() {
        for text in [
            "",
            "[Version]",
            "Provider=x",
            "[Other]\nProvider=x",
            ";[Version]\nProvider=x",
            "[Version]\n;Provider=x",
            "[Version]\nProvider=",
        ] {
            assert_eq!(parse_provider(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_file_is_too_odd(text in r#"(\[Version\]|\[Strings\]|Provider=|%|"|;|=|[a-zé]|\n|\[|\]){0,40}"#) {
            let _ = parse_provider(text.as_bytes());
        }
    }
}
