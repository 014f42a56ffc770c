//! The redaction that ids are made with. It is frozen: an id is the name of a finding, in journals of clean-ups and
//! in what people wrote down, and has to stay what it is however the redaction of recordings grows.

use super::{SHARED, compile};
use regex::Regex;
use std::sync::LazyLock;

/// A profile folder: everything up to and including the person's folder name.
static PROFILE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"([\\/](?:Users|home|Documents and Settings)[\\/])([^\\/]+)"));
/// A security id of a local or domain account.
static SID: LazyLock<Regex> = LazyLock::new(|| compile(r"S-1-(?:5-21|12-1)(?:-[0-9]+)+"));
/// A password in a command line.
static SECRET: LazyLock<Regex> =
    LazyLock::new(|| compile(r#"((?:KLPASSWD|KLLOGIN|KLUNINSTPASSWD|--password|/pKLPASSWD|/pKLLOGIN)=)("[^"]*"|\S+)"#));

/// The text as it goes into an id: with profile names, account ids and passwords replaced as in recordings of
/// schema 1. Never change what it answers.
pub fn for_ids(text: &str) -> String {
    let text = PROFILE.replace_all(text, |found: &regex::Captures| {
        if SHARED.contains(&found[2].to_lowercase().as_str()) {
            found[0].to_string()
        } else {
            format!("{}user", &found[1])
        }
    });
    let text = SID.replace_all(&text, "S-1-5-21-0");
    SECRET.replace_all(&text, "${1}removed").into_owned()
}

#[cfg(test)]
mod tests {
    use super::for_ids;

    #[test]
    fn what_goes_into_an_id_stays() {
        for (text, id) in [
            (r"C:\Users\Ada L\AppData\Local\x", r"C:\Users\user\AppData\Local\x"),
            ("/home/ada/.config", "/home/user/.config"),
            (r"HKEY_USERS\S-1-5-21-1-2-3-1001\Software", r"HKEY_USERS\S-1-5-21-0\Software"),
            (
                "x KLLOGIN=admin KLPASSWD=\"a b\" /qn --password=y",
                "x KLLOGIN=removed KLPASSWD=removed /qn --password=removed",
            ),
            (r"C:\Users\Public\Desktop", r"C:\Users\Public\Desktop"),
            (
                r"D:\Profiles\Ada \\server\home$\ada ada@example.com",
                r"D:\Profiles\Ada \\server\home$\ada ada@example.com",
            ),
        ] {
            assert_eq!(for_ids(text), id);
        }
    }
}
