//! Text without the names of people and computers, for recordings, reports and stable ids.

use regex::{Regex, RegexBuilder};
use serde_json::Value;
use std::sync::LazyLock;

/// A profile folder: everything up to and including the person's folder name.
static PROFILE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"([\\/](?:Users|home|Documents and Settings)[\\/])([^\\/]+)"));
/// A security id of a local or domain account.
static SID: LazyLock<Regex> = LazyLock::new(|| compile(r"S-1-(?:5-21|12-1)(?:-[0-9]+)+"));
/// A password in a command line.
static SECRET: LazyLock<Regex> =
    LazyLock::new(|| compile(r#"((?:KLPASSWD|KLLOGIN|KLUNINSTPASSWD|--password|/pKLPASSWD|/pKLLOGIN)=)("[^"]*"|\S+)"#));

/// Profile folders that belong to nobody.
const SHARED: [&str; 4] = ["public", "default", "default user", "all users"];

fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(pattern).case_insensitive(true).build().expect("a constant pattern compiles")
}

/// Takes people's and computers' names out of text.
#[derive(Debug, Default)]
pub struct Redactor {
    names: Vec<(Regex, &'static str)>,
}

impl Redactor {
    /// A redactor that also knows this account's and this computer's names. Names shorter than
    /// three characters are not searched for in free text: they would hit words.
    pub fn knowing(account: Option<&str>, computer: Option<&str>) -> Self {
        let name = |name: Option<&str>, word| {
            let name = name.filter(|name| name.chars().count() >= 3)?;
            Some((compile(&format!(r"\b{}\b", regex::escape(name))), word))
        };
        Self { names: name(account, "user").into_iter().chain(name(computer, "computer")).collect() }
    }

    /// The text with profile names, account ids, passwords and known names replaced.
    pub fn text(&self, text: &str) -> String {
        let text = PROFILE.replace_all(text, |found: &regex::Captures| {
            let name = &found[2];
            if SHARED.contains(&name.to_lowercase().as_str()) {
                found[0].to_string()
            } else {
                format!("{}user", &found[1])
            }
        });
        let text = SID.replace_all(&text, "S-1-5-21-0");
        let mut text = SECRET.replace_all(&text, "${1}removed").into_owned();
        for (name, word) in &self.names {
            text = name.replace_all(&text, *word).into_owned();
        }
        text
    }

    /// Does so in every text of a JSON value.
    pub fn json(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.json(item)),
            Value::Object(fields) => fields.values_mut().for_each(|item| self.json(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// The text with profile names, account ids and passwords replaced.
pub fn redact(text: &str) -> String {
    Redactor::default().text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_go() {
        assert_eq!(redact(r"C:\Users\Ada L\AppData\Local\x"), r"C:\Users\user\AppData\Local\x");
        assert_eq!(redact("/home/ada/.config"), "/home/user/.config");
        assert_eq!(redact(r"HKEY_USERS\S-1-5-21-1-2-3-1001\Software"), r"HKEY_USERS\S-1-5-21-0\Software");
        let redactor = Redactor::knowing(Some("ada"), Some("DESK-42"));
        assert_eq!(redactor.text("task of ADA on desk-42, not adamant"), "task of user on computer, not adamant");
    }

    #[test]
    fn passwords_go() {
        assert_eq!(
            redact("msiexec /x {A} KLLOGIN=admin KLPASSWD=\"a b\" /qn"),
            "msiexec /x {A} KLLOGIN=removed KLPASSWD=removed /qn"
        );
        assert_eq!(redact("agent.exe --password=x"), "agent.exe --password=removed");
    }

    #[test]
    fn everything_else_stays() {
        for text in
            [r"C:\Users\Public\Desktop", r"C:\ProgramData\Kaspersky Lab", "klif.K4W-21-25", "S-1-5-18", r"\Users"]
        {
            assert_eq!(redact(text), text);
        }
    }

    #[test]
    fn redacting_twice_changes_nothing_more() {
        let once = redact(r"C:\Users\Ada\x --password=y S-1-5-21-7");
        assert_eq!(redact(&once), once);
    }
}
