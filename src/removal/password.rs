//! A removal password, on its way from standard input to Windows Installer.
//!
//! It is never written anywhere: it has no `Display`, its `Debug` says nothing, and nothing that is saved or printed
//! takes one. `KLLOGIN` and `KLPASSWD` are the vendor's names for Endpoint Security (help of KESWin 12.9, 299679);
//! `KLUNINSTPASSWD` of Network Agent takes the UTF-16LE bytes of the password in hexadecimal digits, as administrators'
//! public scripts agree.

use std::fmt;
use thiserror::Error;

/// The account that Endpoint Security makes for its own password.
const LOGIN: &str = "KLAdmin";
/// No password of the two products is longer, in characters.
const LONGEST: usize = 256;

/// The password, or the two of them.
#[derive(Clone, PartialEq, Eq)]
pub struct RemovalPassword {
    first: String,
    /// Network Agent's own, when it is another one.
    agent: Option<String>,
}

/// Why a password is not used. None of them tells anything of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordRefusal {
    /// Nothing was given.
    #[error("no password was given")]
    Empty,
    /// Longer than any.
    #[error("the password is too long")]
    TooLong,
    /// A control character, which no command line carries.
    #[error("the password has a control character")]
    ControlCharacter,
    /// A quotation mark, or a backslash at the end of one with spaces: Windows' readers of command lines do not agree on
    /// where such a value ends.
    #[error("the password has a quotation mark, or spaces and a backslash at its end")]
    NotCertain,
    /// More lines than passwords.
    #[error("more than two lines were given")]
    TooManyLines,
}

impl RemovalPassword {
    /// Reads what was given: a line with the password, and for Network Agent a second one if it has another password.
    ///
    /// # Errors
    /// It is none.
    pub fn parse(text: &str) -> Result<Self, PasswordRefusal> {
        // A mark in front and the end of the line are of whoever sends it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines: Vec<&str> = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
        while lines.last().is_some_and(|line| line.is_empty()) {
            lines.pop();
        }
        for line in &lines {
            if line.chars().count() > LONGEST {
                return Err(PasswordRefusal::TooLong);
            }
            if line.chars().any(char::is_control) {
                return Err(PasswordRefusal::ControlCharacter);
            }
        }
        match lines.as_slice() {
            [] | ["", ..] | [_, ""] => Err(PasswordRefusal::Empty),
            [first] => Ok(Self { first: (*first).into(), agent: None }),
            [first, agent] => Ok(Self { first: (*first).into(), agent: Some((*agent).into()) }),
            _ => Err(PasswordRefusal::TooManyLines),
        }
    }

    /// What Endpoint Security is told.
    ///
    /// # Errors
    /// [`PasswordRefusal::NotCertain`]: it could end its own value and begin another property.
    pub(super) fn for_endpoint_security(&self) -> Result<String, PasswordRefusal> {
        let password = &self.first;
        let spaces = password.contains(char::is_whitespace);
        if password.contains('"') || spaces && password.ends_with('\\') {
            return Err(PasswordRefusal::NotCertain);
        }
        let mark = if spaces { "\"" } else { "" };
        Ok(format!("KLLOGIN={LOGIN} KLPASSWD={mark}{password}{mark}"))
    }

    /// What Network Agent is told: hexadecimal digits, so nothing in it can end the value.
    pub(super) fn for_agent(&self) -> String {
        format!("KLUNINSTPASSWD={}", hexadecimal(self.agent.as_ref().unwrap_or(&self.first)))
    }

    /// Whether a file holds a password of these, in any spelling that it was given or written in.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        let lower = bytes.to_ascii_lowercase();
        [Some(&self.first), self.agent.as_ref()].into_iter().flatten().any(|password| {
            let hex = hexadecimal(password).to_ascii_lowercase();
            let texts = [password.as_bytes().to_vec(), wide(password)];
            let spelled = [hex.clone().into_bytes(), wide(&hex)];
            texts.iter().any(|one| holds(bytes, one)) || spelled.iter().any(|one| holds(&lower, one))
        })
    }
}

impl fmt::Debug for RemovalPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RemovalPassword")
    }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn hexadecimal(text: &str) -> String {
    wide(text).iter().map(|byte| format!("{byte:02X}")).collect()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::removal::arguments::split_arguments;
    use proptest::prelude::*;

    #[test]
    fn one_line_or_two_and_nothing_else() {
        let parse = RemovalPassword::parse;
        for text in ["abc", "abc\n", "abc\r\n", "\u{feff}abc\r\n\r\n"] {
            assert!(parse(text) == parse("abc"), "{text:?}");
        }
        let two = parse("abc\r\nxyz\r\n").unwrap();
        assert_eq!(two.for_agent(), "KLUNINSTPASSWD=780079007A00");
        assert_eq!(two.for_endpoint_security().unwrap(), "KLLOGIN=KLAdmin KLPASSWD=abc");
        for (text, why) in [
            ("", PasswordRefusal::Empty),
            ("\r\n", PasswordRefusal::Empty),
            ("\nabc", PasswordRefusal::Empty),
            ("a\nb\nc", PasswordRefusal::TooManyLines),
            ("a\0b", PasswordRefusal::ControlCharacter),
            (&"a".repeat(257), PasswordRefusal::TooLong),
        ] {
            assert!(parse(text) == Err(why), "{text:?}");
        }
    }

    #[test]
    fn the_agents_is_utf_16_in_hexadecimal_digits() {
        let password = RemovalPassword::parse("Pä\"1").unwrap();
        assert_eq!(password.for_agent(), "KLUNINSTPASSWD=5000E40022003100");
    }

    #[test]
    fn what_could_end_its_own_value_is_refused() {
        for text in ["a\" REMOVE=ALL", "\"", "a b\\", "a\"\"b"] {
            let password = RemovalPassword::parse(text).unwrap();
            assert_eq!(password.for_endpoint_security(), Err(PasswordRefusal::NotCertain), "{text}");
        }
        let spaced = RemovalPassword::parse("a b TRANSFORMS=x").unwrap();
        let line = spaced.for_endpoint_security().unwrap();
        assert_eq!(line, r#"KLLOGIN=KLAdmin KLPASSWD="a b TRANSFORMS=x""#);
    }

    #[test]
    fn it_is_found_in_a_file_however_it_is_written() {
        let password = RemovalPassword::parse("S3cret\nagent").unwrap();
        let wide = |text: &str| wide(text);
        for bytes in [b"x S3cret y".to_vec(), wide("x S3cret y"), wide("KLUNINSTPASSWD=610067006500"), wide("agent")] {
            let expected = bytes != wide("KLUNINSTPASSWD=610067006500");
            assert_eq!(password.is_in(&bytes), expected);
        }
        assert!(password.is_in(&wide("610067006500 6e007400".replace(' ', "").as_str())));
        assert!(!password.is_in(b"nothing of it") && !password.is_in(b""));
    }

    #[test]
    fn nothing_prints_it() {
        assert_eq!(format!("{:?}", RemovalPassword::parse("S3cret")), "Ok(RemovalPassword)");
    }

    proptest! {
        /// Whatever is in it: read as Windows reads command lines, there are two properties and the second is the password.
        #[test]
        fn a_password_never_adds_an_argument(text in r#"[a-z \\"=/{}]{1,12}"#) {
            let password = RemovalPassword::parse(&text).unwrap();
            if let Ok(line) = password.for_endpoint_security() {
                let read = split_arguments(&format!("{line} /qn")).unwrap();
                prop_assert_eq!(read, vec!["KLLOGIN=KLAdmin".to_string(), format!("KLPASSWD={text}"), "/qn".into()]);
            }
            prop_assert!(password.for_agent().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'='));
        }
    }
}
