//! Accounts and groups of a Unix system: `/etc/passwd`, `/etc/group`, and the answer of macOS's
//! directory service.

/// The first number of a person's account on Linux. Below are the system's own.
const FIRST_PERSON: u32 = 1000;
/// `nobody`; what follows is for containers and network accounts.
const NOBODY: u32 = 65_534;
/// The first number of a person's account on macOS.
const FIRST_PERSON_MAC: u32 = 501;

/// One line of `/etc/passwd`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// Account name.
    pub name: String,
    /// Its number.
    pub uid: u32,
    /// Whose it is, in full; empty when nobody wrote that down.
    pub full_name: String,
    /// Its home folder.
    pub home: String,
    /// Whether its shell lets somebody sign in.
    pub can_sign_in: bool,
}

impl Login {
    /// Whether a person signs in with this account.
    pub fn is_person(&self) -> bool {
        self.can_sign_in && (FIRST_PERSON..NOBODY).contains(&self.uid)
    }
}

/// Reads `/etc/passwd`; also gives lines that could not be understood.
pub fn parse_passwd(bytes: &[u8]) -> (Vec<Login>, Vec<String>) {
    lines(bytes, |line| {
        let fields: Vec<&str> = line.split(':').collect();
        let [name, _, uid, _, about, home, shell] = fields[..] else { return None };
        let closed = ["/nologin", "/false", "/sync", "/shutdown", "/halt"].iter().any(|end| shell.ends_with(end));
        Some(Login {
            name: name.to_string(),
            uid: uid.parse().ok()?,
            full_name: about.split(',').next().unwrap_or_default().trim().to_string(),
            home: home.to_string(),
            can_sign_in: !closed,
        })
    })
}

/// The names in `/etc/group`; also gives lines that could not be understood.
pub fn parse_group(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    lines(bytes, |line| match line.split(':').collect::<Vec<_>>()[..] {
        [name, _, number, _] if !name.is_empty() && number.parse::<u32>().is_ok() => Some(name.to_string()),
        _ => None,
    })
}

/// The numbers of persons' accounts in the answer to `dscl . -list /Users UniqueID`.
pub fn people_of_mac(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes);
    let numbers = text.lines().filter_map(|line| {
        let (name, number) = line.trim().rsplit_once(char::is_whitespace)?;
        (!name.starts_with('_')).then(|| number.parse().ok())?
    });
    numbers.filter(|number| *number >= FIRST_PERSON_MAC).collect()
}

/// Lines with a reading for each; comments, empty lines and NIS entries (`+`, `-`) are passed over.
fn lines<T>(bytes: &[u8], read: impl Fn(&str) -> Option<T>) -> (Vec<T>, Vec<String>) {
    let text = String::from_utf8_lossy(bytes);
    let (mut read_well, mut damage) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with(['#', '+', '-']) {
            continue;
        }
        match read(line) {
            Some(item) => read_well.push(item),
            None => damage.push(format!("line {} could not be understood", number + 1)),
        }
    }
    (read_well, damage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_the_system_s_accounts() {
        let (logins, damage) = parse_passwd(include_bytes!("../../../tests/recordings/raw/linux/passwd"));
        assert!(damage.is_empty());
        let people: Vec<&str> =
            logins.iter().filter(|login| login.is_person()).map(|login| login.name.as_str()).collect();
        assert_eq!(people, ["first", "second"]);
    }

    #[test]
    fn groups_are_read() {
        let (names, damage) = parse_group(include_bytes!("../../../tests/recordings/raw/linux/group"));
        assert!(damage.is_empty());
        assert_eq!(names, ["root", "kesladmin", "nokesl", "first"]);
    }

    #[test]
    fn other_lines_are_named() {
        assert_eq!(parse_passwd(b"root:x:0\nx:x:many:0::/:/bin/sh\n+::::::\n").1.len(), 2);
        assert_eq!(parse_group(b"root\n:x:1:\n\xFF:x:y:\n# comment\n").1.len(), 3);
    }

    #[test]
    fn people_of_macos_are_counted() {
        let answer = include_bytes!("../../../tests/recordings/raw/macos/dscl-users.txt");
        assert_eq!(people_of_mac(answer), [501, 502]);
        assert_eq!(people_of_mac(b"\nx\n \xFF 501x\n"), Vec::<u32>::new());
    }
}
