//! Whether the home folder that is looked at is that of the account that looks.
//!
//! Where it is, `HOME` says, which anybody sets; `sudo` may keep that of the person who called it. An empty folder
//! in its place would pass for an account that has nothing of the vendor's.

use crate::machine::{Gap, GapReason};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The gap that a required check has when the home folder is another's, or not there. None: it is this account's.
///
/// `named` is the folder that is looked at; `own` the one that the system has on record for the account.
pub(super) fn other_home_gap(named: Option<&Path>, own: Option<&Path>) -> Option<Gap> {
    let detail = match (named, own) {
        (None, _) => "no home folder is named",
        (Some(_), None) => "the system has no home folder on record for this account",
        (Some(named), Some(_)) if place(named).is_none() => "the home folder that is named is not there",
        (Some(named), Some(own)) if named != own && place(named) != place(own) => {
            "the home folder that is named is not that of this account"
        }
        _ => return None,
    };
    Some(Gap::new(GapReason::NotTried, "<HOME>", detail))
}

/// The home folder on record for the account whose rights this program has. None: there is none, or nobody can tell.
pub(super) fn on_record() -> Option<PathBuf> {
    nix::unistd::User::from_uid(nix::unistd::Uid::effective()).ok().flatten().map(|account| account.dir)
}

/// Which folder stands at a path, whatever links lead there.
fn place(path: &Path) -> Option<(u64, u64)> {
    fs::metadata(path).ok().filter(fs::Metadata::is_dir).map(|about| (about.dev(), about.ino()))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::*;

    #[test]
    fn only_the_home_folder_of_the_account_itself_will_do() {
        let disk = tempfile::tempdir().unwrap();
        let at = |name: &str| disk.path().join(name);
        for name in ["first", "second"] {
            fs::create_dir(at(name)).unwrap();
        }
        std::os::unix::fs::symlink("first", at("link")).unwrap();
        fs::write(at("file"), "").unwrap();
        let asked = |named: &str, own: Option<&str>| other_home_gap(Some(&at(named)), own.map(at).as_deref());
        assert_eq!(asked("first", Some("first")), None);
        assert_eq!(asked("link", Some("first")), None, "both lead to one folder");
        for (named, own) in [
            ("second", Some("first")),
            ("nowhere", Some("first")),
            ("nowhere", Some("nowhere")),
            ("file", Some("file")),
            ("first", Some("nowhere")),
            ("first", None),
        ] {
            let gap = asked(named, own).unwrap_or_else(|| panic!("{named} passes for {own:?}"));
            assert_eq!((gap.why, gap.place.as_str()), (GapReason::NotTried, "<HOME>"));
        }
        assert!(other_home_gap(None, Some(&at("first"))).is_some());
    }

    #[test]
    fn the_system_knows_the_account_that_runs_this_test() {
        assert!(on_record().is_some_and(|home| home.is_absolute()));
    }
}
