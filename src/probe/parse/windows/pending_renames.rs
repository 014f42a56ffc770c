//! `PendingFileRenameOperations`: what Windows will do with files at the next start.
//!
//! The list holds pairs: a file, and its new name or an empty text when it is to be deleted.
//! Paths are in the kernel's spelling (`\??\C:\…`); `!` before a new name lets it replace a file.

use super::multi_sz::MultiSz;
use crate::machine::PendingChange;

/// The changes of a list, with paths as a person writes them.
pub fn pending_changes(list: &MultiSz) -> Vec<PendingChange> {
    let pairs = list.entries.chunks(2).filter(|pair| !pair[0].is_empty());
    pairs
        .map(|pair| PendingChange {
            path: plain(&pair[0]),
            new_path: pair.get(1).map(|path| plain(path)).filter(|path| !path.is_empty()),
        })
        .collect()
}

/// A path without its prefixes. Some entries have a number between stars, as in `*1\??\C:\…`.
fn plain(path: &str) -> String {
    let path = path.strip_prefix('!').unwrap_or(path);
    let path = match path.strip_prefix('*') {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => path,
    };
    path.strip_prefix(r"\??\").unwrap_or(path).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(entries: &[&str]) -> Vec<(String, Option<String>)> {
        let list = MultiSz { entries: entries.iter().map(ToString::to_string).collect(), oddities: vec![] };
        pending_changes(&list).into_iter().map(|change| (change.path, change.new_path)).collect()
    }

    #[test]
    fn pairs_are_deletions_and_renames() {
        let read =
            read(&[r"\??\C:\a.sys", "", r"\??\C:\b.tmp", r"!\??\C:\b.sys", r"*1\??\C:\c.sys", "", r"\??\C:\d.sys"]);
        let expected =
            [("C:\\a.sys", None), ("C:\\b.tmp", Some("C:\\b.sys")), ("C:\\c.sys", None), ("C:\\d.sys", None)];
        assert_eq!(read, expected.map(|(path, new)| (path.to_string(), new.map(str::to_string))));
    }

    #[test]
    fn an_empty_pair_is_no_change() {
        assert_eq!(read(&["", "", r"\??\C:\a", ""]), [("C:\\a".to_string(), None)]);
        assert_eq!(read(&[]), []);
    }

    proptest! {
        #[test]
        fn no_list_is_too_odd(entries in prop::collection::vec(r"[!*0-9?\\a-z:]{0,12}", 0..9)) {
            let list = MultiSz { entries, oddities: vec![] };
            prop_assert!(pending_changes(&list).len() <= list.entries.len().div_ceil(2));
        }
    }
}
