//! Text without the names of people and computers, for recordings and reports.
//!
//! It goes by field: [`seen`] says of each part of a snapshot what it is. A version, a number of Windows or a word
//! that a program chose from a list stays as it is; names, places and what the system said are searched. Words by
//! which the catalogue recognises traces stay everywhere ([`Known`]), so that the same is found in a recording.

mod addresses;
mod hidden;
mod known;
mod names;
mod places;
mod schema1;
mod secrets;
mod seen;

pub use hidden::Hidden;
pub use known::Known;
pub use schema1::for_ids;
pub use seen::Hide;
pub(crate) use seen::hide;

use names::Names;
use regex::{Regex, RegexBuilder};

/// Profile folders that belong to nobody.
const SHARED: [&str; 6] = ["public", "default", "default user", "all users", "shared", "user"];

fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(pattern).case_insensitive(true).build().expect("a constant pattern compiles")
}

/// Who is to be hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Names of people: of their accounts, in full, and of their folders.
    pub people: Vec<String>,
    /// Names of this computer.
    pub computers: Vec<String>,
    /// Names of the domain it belongs to.
    pub domains: Vec<String>,
}

/// Takes people's and computers' names, addresses and secrets out of text.
#[derive(Debug, Default)]
pub struct Redactor {
    names: Names,
    known: Known,
}

impl Redactor {
    /// A redactor that knows these names, and leaves the words of the catalogue alone.
    pub fn new(who: &Who, known: Known) -> Self {
        let named = |names: &'_ [String], word| names.iter().map(move |name| (name.clone(), word)).collect::<Vec<_>>();
        let all = [named(&who.people, "user"), named(&who.computers, "computer"), named(&who.domains, "domain")];
        let all = all.concat();
        Self { names: Names::new(all.iter().map(|(name, word)| (name.as_str(), *word)), &known), known }
    }

    /// A redactor that knows one account's and one computer's name.
    pub fn with_names(account: Option<&str>, computer: Option<&str>) -> Self {
        let one = |name: Option<&str>| name.map(str::to_string).into_iter().collect();
        Self::new(&Who { people: one(account), computers: one(computer), domains: Vec::new() }, Known::default())
    }

    /// The text without names, addresses, account ids and secrets.
    pub fn text(&self, text: &str) -> String {
        let text = secrets::remove_secrets(text);
        let text = addresses::hide_addresses(&text, &self.known);
        let text = places::hide_places(&text, &self.known);
        self.names.replace(&text, &self.known).into_owned()
    }

    /// Does so in place.
    pub fn hide(&self, text: &mut String) {
        *text = self.text(text);
    }

    /// Hides names in a version, in place. Its numbers stay, and look like addresses.
    pub fn hide_in_version(&self, text: &mut String) {
        *text = self.names.replace_beside_digits(text, &self.known);
    }
}

/// The text without what can be told from itself alone.
pub fn redact_text(text: &str) -> String {
    Redactor::default().text(text)
}

#[cfg(test)]
mod table;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_go() {
        assert_eq!(redact_text(r"C:\Users\Ada L\AppData\Local\x"), r"C:\Users\user\AppData\Local\x");
        assert_eq!(redact_text("/home/ada/.config"), "/home/user/.config");
        assert_eq!(redact_text(r"HKEY_USERS\S-1-5-21-1-2-3-1001\Software"), r"HKEY_USERS\S-1-5-21-0\Software");
        let redactor = Redactor::with_names(Some("ada"), Some("DESK-42"));
        assert_eq!(redactor.text("task of ADA on desk-42, not adamant"), "task of user on computer, not adamant");
    }

    #[test]
    fn passwords_go() {
        assert_eq!(
            redact_text("msiexec /x {A} KLLOGIN=admin KLPASSWD=\"a b\" /qn"),
            "msiexec /x {A} KLLOGIN=removed KLPASSWD=removed /qn"
        );
        assert_eq!(redact_text("agent.exe --password=x"), "agent.exe --password=removed");
    }

    #[test]
    fn everything_else_stays() {
        for text in
            [r"C:\Users\Public\Desktop", r"C:\ProgramData\Kaspersky Lab", "klif.K4W-21-25", "S-1-5-18", r"\Users"]
        {
            assert_eq!(redact_text(text), text);
        }
    }

    #[test]
    fn redacting_twice_changes_nothing_more() {
        let once = redact_text(r"C:\Users\Ada\x --password=y S-1-5-21-7");
        assert_eq!(redact_text(&once), once);
    }
}
