//! The entry that opens the program once more after the restart: what it is called, and how it is renewed.
//!
//! Windows takes an entry of `RunOnce` away *before* it runs the command, and one whose name starts with `!`
//! *after* the command has ended (learn.microsoft.com, "Run and RunOnce Registry Keys"). The program that is
//! opened may find that the restart is still due, and makes the entry again while it runs. Under the same name
//! with `!`, what Windows deletes afterwards would be the new entry.

use std::io;

/// What the entry is called.
pub(super) const NAME: &str = crate::NAME;
/// What versions before called it. It goes away with theirs.
pub(super) const OLD_NAME: &str = "!Clean Break";
/// The longest command that Windows takes there, in characters.
const LONGEST: usize = 260;

/// The values of the account's `RunOnce` key.
pub(super) trait Entries {
    /// Writes a text, and waits until it is on the disk.
    ///
    /// # Errors
    /// What the system said.
    fn set(&mut self, name: &str, text: &str) -> io::Result<()>;

    /// Deletes a value; one that is not there is as good.
    ///
    /// # Errors
    /// What the system said.
    fn delete(&mut self, name: &str) -> io::Result<()>;
}

/// Makes the entry, or makes it again. Whether it is there.
pub(super) fn make_entry(entries: &mut impl Entries, program: &str) -> bool {
    let command = format!("\"{program}\" --resume");
    let made = command.chars().count() <= LONGEST && entries.set(NAME, &command).is_ok();
    if made {
        // With both, the program would be opened twice; the second one sees that and ends.
        let _ = entries.delete(OLD_NAME);
    }
    made
}

/// Deletes the entry, and that of versions before.
pub(super) fn take_back(entries: &mut impl Entries) {
    for name in [NAME, OLD_NAME] {
        // What cannot be deleted opens the program once more, and does nothing else.
        let _ = entries.delete(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    type Key = BTreeMap<String, String>;

    impl Entries for Key {
        fn set(&mut self, name: &str, text: &str) -> io::Result<()> {
            self.insert(name.into(), text.into());
            Ok(())
        }

        fn delete(&mut self, name: &str) -> io::Result<()> {
            self.remove(name);
            Ok(())
        }
    }

    /// What Windows does at logon: `command` runs with each entry, in the order that its name asks for.
    fn logon(key: &mut Key, command: &mut dyn FnMut(&mut Key)) {
        let names: Vec<String> = key.keys().cloned().collect();
        for name in names {
            if name.starts_with('!') {
                command(key);
                key.remove(&name);
            } else if key.remove(&name).is_some() {
                command(key);
            }
        }
    }

    const PROGRAM: &str = r"C:\Program Files\Clean Break\cleanbreak.exe";

    #[test]
    fn renewed_while_it_runs_the_entry_stays() {
        for first in [NAME, OLD_NAME] {
            let mut key = Key::from([(first.to_string(), "the command".to_string())]);
            let mut opened = 0;
            logon(&mut key, &mut |key| {
                opened += 1;
                assert!(make_entry(key, PROGRAM));
            });
            let command = format!("\"{PROGRAM}\" --resume");
            assert_eq!(key, Key::from([(NAME.to_string(), command)]), "it began as {first}");
            assert_eq!(opened, 1);
        }
    }

    #[test]
    fn taken_back_nothing_of_ours_is_left() {
        let names = [NAME, OLD_NAME, "Somebody else's"];
        let mut key: Key = names.iter().map(|name| (name.to_string(), String::new())).collect();
        take_back(&mut key);
        assert_eq!(key.into_keys().collect::<Vec<_>>(), ["Somebody else's"]);
    }

    #[test]
    fn a_command_that_windows_would_not_take_is_no_entry() {
        let mut key = Key::new();
        assert!(!make_entry(&mut key, &format!(r"C:\{}", "folder".repeat(60))));
        assert_eq!(key, Key::new());
    }

    proptest! {
        /// However often the restart is put off, the program comes back each time, and once each time.
        #[test]
        fn it_comes_back_until_it_is_taken_back(times in 1usize..8, old in any::<bool>()) {
            let mut key = Key::new();
            key.insert(if old { OLD_NAME } else { NAME }.into(), "the command".into());
            for _ in 0..times {
                let mut opened = 0;
                logon(&mut key, &mut |key| { opened += 1; make_entry(key, PROGRAM); });
                prop_assert_eq!(opened, 1);
            }
            logon(&mut key, &mut |key| take_back(key));
            prop_assert!(key.is_empty());
        }
    }
}
