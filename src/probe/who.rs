//! Who may be named on this computer: the people in its list of accounts and in the environment, the computer
//! itself, and its domain. Only so that recordings and reports can do without.

use super::folders;
#[cfg(not(windows))]
use super::parse::accounts::Login;
use crate::machine::redact::Who;
use std::path::Path;

/// Accounts that every system has. Their names are words of every recording.
const SYSTEM: [&str; 8] =
    ["root", "system", "nobody", "administrator", "guest", "defaultaccount", "wdagutilityaccount", "localservice"];

/// Variables that name an account; the second half, who asked for an administrator's rights.
const ACCOUNTS: [&str; 6] = ["USERNAME", "USER", "LOGNAME", "SUDO_USER", "DOAS_USER", "KDESU_USER"];
/// Variables with an account's folder.
const HOMES: [&str; 2] = ["HOME", "USERPROFILE"];
/// Variables that name the computer.
const COMPUTERS: [&str; 2] = ["COMPUTERNAME", "HOSTNAME"];
/// Variables that name its domain. Without one, Windows gives the computer's name.
const DOMAINS: [&str; 2] = ["USERDOMAIN", "USERDNSDOMAIN"];

/// Everybody and everything that is not to be named.
pub(super) fn is_here() -> Who {
    let mut who = Who::default();
    let named = |names: &[&str]| names.iter().filter_map(|name| variable(name)).collect::<Vec<_>>();
    who.people.extend(named(&ACCOUNTS));
    who.people.extend(named(&HOMES).iter().filter_map(|home| last(Path::new(home))));
    who.people.extend(folders::home_folder().as_deref().and_then(last));
    who.people.extend(people());
    for computer in sysinfo::System::host_name().into_iter().chain(named(&COMPUTERS)) {
        // `desk-42.example.com` is called `desk-42` as well.
        who.computers.extend(computer.split_once('.').map(|(first, _)| first.to_string()));
        who.computers.push(computer);
    }
    let own = |domain: &String| who.computers.iter().any(|computer| computer.eq_ignore_ascii_case(domain));
    who.domains = named(&DOMAINS).into_iter().filter(|domain| !own(domain)).collect();
    who.people.retain(|name| !name.trim().is_empty() && !SYSTEM.contains(&name.to_lowercase().as_str()));
    who
}

#[expect(clippy::disallowed_methods, reason = "only the environment knows who asked for an administrator's rights")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The last part of a folder of an account, by which it is mostly called.
fn last(folder: &Path) -> Option<String> {
    folder.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// People with an account on this computer.
#[cfg(windows)]
fn people() -> Vec<String> {
    super::system::people()
}

/// People with an account on this computer, as the list of accounts and the folders of homes tell.
#[cfg(not(windows))]
fn people() -> Vec<String> {
    use super::{disk, parse::accounts};
    // What cannot be read names nobody here; the look itself tells of it.
    let mut gaps = Vec::new();
    let logins = disk::read_file(Path::new("/etc/passwd"), &mut gaps).map(|bytes| accounts::parse_passwd(&bytes).0);
    let numbers: Vec<u32> = ["SUDO_UID", "PKEXEC_UID"].iter().filter_map(|name| variable(name)?.parse().ok()).collect();
    let mut people = named(&logins.unwrap_or_default(), &numbers, home_owner());
    people.extend(["/home", "/Users"].iter().flat_map(|folder| homes_in(Path::new(folder))));
    people.retain(|name| !["lost+found", "Shared", ".localized"].contains(&name.as_str()));
    people
}

/// The names of the homes in a folder. One with nothing but folders in it may be a domain's, and they are homes: every
/// home has a file of its own, be it a hidden one.
#[cfg(not(windows))]
fn homes_in(folder: &Path) -> Vec<String> {
    use super::disk;
    let mut gaps = Vec::new();
    let mut names = Vec::new();
    let mounts = disk::read_file(Path::new("/proc/self/mountinfo"), &mut gaps).unwrap_or_default();
    let mounts = String::from_utf8_lossy(&mounts);
    let mounted = |path: &Path| mounts.lines().any(|mount| mount.split(' ').nth(4).map(Path::new) == Some(path));
    for entry in disk::list_folder(folder, &mut gaps) {
        names.push(disk::entry_name(&entry));
        // A home on another computer, which may not answer.
        if mounted(&entry.path()) {
            continue;
        }
        let below = disk::list_folder(&entry.path(), &mut gaps);
        let only_folders = below.iter().all(|one| one.file_type().is_ok_and(|kind| kind.is_dir()));
        if only_folders {
            names.extend(below.iter().map(disk::entry_name).filter(|name| !name.starts_with('.')));
        }
    }
    names.retain(|name| name != "lost+found");
    names
}

/// Whose the folder is that this account calls its home. With an administrator's rights it may be another person's.
#[cfg(not(windows))]
fn home_owner() -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    Some(std::fs::metadata(folders::home_folder()?).ok()?.uid())
}

/// The names of people's accounts, and of whoever has one of these numbers: in short, in full, and of the folder.
#[cfg(not(windows))]
fn named(logins: &[Login], numbers: &[u32], owner: Option<u32>) -> Vec<String> {
    let meant = |uid: u32| uid != 0 && (numbers.contains(&uid) || owner == Some(uid));
    // Whoever may not sign in any more is still somebody.
    let person = |login: &Login| Login { can_sign_in: true, ..login.clone() }.is_person();
    let people = logins.iter().filter(|login| person(login) || meant(login.uid));
    let names = people.flat_map(|login| {
        let own = [login.name.clone(), login.full_name.clone()];
        own.into_iter().chain(last(Path::new(&login.home)))
    });
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;
    use crate::probe::parse::accounts::parse_passwd;

    #[test]
    fn people_are_known_by_every_name_they_have() {
        let text = b"root:x:0:0:root:/root:/bin/sh\nbackup:x:34:34:backup:/var/backups:/usr/sbin/nologin\n\
            ada:x:1000:1000:Ada Lovelace,,,:/srv/people/lovelace:/bin/bash\nkiosk:x:900:900::/srv/kiosk:/bin/sh\n";
        let (logins, _) = parse_passwd(text);
        assert_eq!(named(&logins, &[], None), ["ada", "Ada Lovelace", "lovelace"]);
        assert!(named(&logins, &[900], Some(0)).contains(&"kiosk".to_string()), "who asked for rights");
        assert!(named(&logins, &[], Some(900)).contains(&"kiosk".to_string()), "whose home it is");
    }

    #[test]
    fn somebody_who_may_not_sign_in_any_more_is_still_somebody() {
        let text =
            b"turing:x:1001:1001:Alan Turing:/home/turing:/usr/sbin/nologin\nnobody:x:65534:65534::/:/bin/false\n";
        assert_eq!(named(&parse_passwd(text).0, &[], None), ["turing", "Alan Turing", "turing"]);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
    fn homes_that_stand_in_a_folder_for_their_domain_are_found() {
        let disk = tempfile::tempdir().unwrap();
        for folder in ["ACME/turing", "ACME/hopper", "ada/Documents", "lost+found"] {
            std::fs::create_dir_all(disk.path().join(folder)).unwrap();
        }
        std::fs::write(disk.path().join("ada/.profile"), "").unwrap();
        let mut names = homes_in(disk.path());
        names.sort();
        assert_eq!(names, ["ACME", "ada", "hopper", "turing"]);
    }
}
