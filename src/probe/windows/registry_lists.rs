//! Lists what is in a registry key, and says so when the list is shorter than it should be.

use super::registry::{Key, Name, Refused};
use crate::machine::{Gap, Why};
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS, ERROR_SUCCESS};
use windows_sys::Win32::System::Registry::{RegEnumKeyExW, RegEnumValueW, RegQueryInfoKeyW};

/// Longest name of a key or value in UTF-16 units, as Windows documents it, and its zero.
const LONGEST_NAME: usize = 16_384;

/// How many subkeys and values a key has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counts {
    /// Subkeys.
    pub(super) keys: u32,
    /// Values.
    pub(super) values: u32,
}

impl Key {
    /// How many subkeys and values the key says it has.
    ///
    /// # Errors
    /// Windows refused.
    pub(super) fn counts(&self) -> Result<Counts, Refused> {
        let (mut keys, mut values) = (0, 0);
        // SAFETY: the handle is open; every pointer is null, which is allowed, or to a live variable.
        let code = unsafe {
            RegQueryInfoKeyW(
                self.handle,
                null_mut(),
                null_mut(),
                null(),
                &mut keys,
                null_mut(),
                null_mut(),
                &mut values,
                null_mut(),
                null_mut(),
                null_mut(),
                null_mut(),
            )
        };
        if code == ERROR_SUCCESS { Ok(Counts { keys, values }) } else { Err(self.refused(code)) }
    }

    /// The names of all subkeys. If fewer come than the key says it has, or Windows stops with an
    /// error, that is added to `gaps`, and those that came are returned.
    pub(super) fn children(&self, gaps: &mut Vec<Gap>) -> Vec<Name> {
        self.all(
            |counts| counts.keys,
            gaps,
            |index, name| {
                let mut length = name.len() as u32;
                // SAFETY: the handle is open and `name` has `length` units.
                let code = unsafe {
                    RegEnumKeyExW(
                        self.handle,
                        index,
                        name.as_mut_ptr(),
                        &mut length,
                        null(),
                        null_mut(),
                        null_mut(),
                        null_mut(),
                    )
                };
                (code, length)
            },
        )
    }

    /// The names of all values, with gaps as for [`Key::children`].
    pub(super) fn value_names(&self, gaps: &mut Vec<Gap>) -> Vec<Name> {
        self.all(
            |counts| counts.values,
            gaps,
            |index, name| {
                let mut length = name.len() as u32;
                // SAFETY: the handle is open, `name` has `length` units, and the data is not asked for.
                let code = unsafe {
                    RegEnumValueW(
                        self.handle,
                        index,
                        name.as_mut_ptr(),
                        &mut length,
                        null(),
                        null_mut(),
                        null_mut(),
                        null_mut(),
                    )
                };
                (code, length)
            },
        )
    }

    /// Enumerates with `next` until there are no more, and compares with the key's own count.
    fn all(
        &self,
        count: fn(Counts) -> u32,
        gaps: &mut Vec<Gap>,
        next: impl Fn(u32, &mut [u16]) -> (u32, u32),
    ) -> Vec<Name> {
        let expected = match self.counts() {
            Ok(counts) => count(counts),
            Err(refused) => {
                gaps.push(refused.into());
                return Vec::new();
            }
        };
        let mut buffer = vec![0u16; 256];
        let mut names = Vec::with_capacity(expected as usize);
        loop {
            match next(names.len() as u32, &mut buffer) {
                (ERROR_SUCCESS, length) => names.push(Name::new(&buffer[..buffer.len().min(length as usize)])),
                (ERROR_NO_MORE_ITEMS, _) => break,
                (ERROR_MORE_DATA, _) if buffer.len() < LONGEST_NAME => buffer.resize(LONGEST_NAME, 0),
                (code, _) => {
                    gaps.push(self.refused(code).into());
                    return names;
                }
            }
        }
        if names.len() < expected as usize {
            let detail = format!("{} entries were listed of {expected}", names.len());
            gaps.push(Gap::new(Why::Failed, self.place.clone(), detail));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::super::registry::Hive;
    use super::*;

    const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    #[test]
    fn what_is_not_there_is_an_answer() {
        assert!(Key::open(Hive::Machine, r"SOFTWARE\cleanbreak-no-such-key\x").unwrap().is_none());
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        assert_eq!(key.value("cleanbreak-no-such-value"), Ok(None));
        assert!(key.sub("cleanbreak-no-such-key").unwrap().is_none());
    }

    #[test]
    fn every_listed_key_opens_and_every_listed_value_reads() {
        let mut gaps = Vec::new();
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        let counts = key.counts().unwrap();
        let children = key.children(&mut gaps);
        assert_eq!(children.len(), counts.keys as usize);
        assert!(children.iter().all(|name| key.child(name).is_ok_and(|child| child.is_some())));
        let values = key.value_names(&mut gaps);
        assert_eq!(values.len(), counts.values as usize);
        assert!(values.iter().all(|name| key.named(name).is_ok_and(|value| value.is_some())));
        assert!(values.iter().any(|name| name.text == "CurrentVersion"));
        assert_eq!(gaps, []);
    }

    #[test]
    fn a_name_that_hides_behind_a_zero_is_a_gap_and_not_another_key() {
        let key = Key::open(Hive::Machine, "SOFTWARE").unwrap().unwrap();
        let hidden: Vec<u16> = "Microsoft\0hidden".encode_utf16().collect();
        let refused = key.child(&Name::new(&hidden)).unwrap_err();
        assert!(!refused.denied() && !refused.place.contains('\0'));
        assert_eq!(Gap::from(refused).why, Why::Failed);
    }
}
