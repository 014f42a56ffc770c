//! Reads this computer's registry. Nothing that is called here can write.

use crate::probe::Reach;
use crate::probe::parse::reg_value::RawValue;
use crate::probe::registry::{Counts, Listed, Node, Registry, Tell};
pub(super) use crate::probe::registry::{Hive, Key, Name, RegistryError};
use crate::win32::registry::{self, Code, LONGEST_NAME, Links, Root};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_SUCCESS};

/// The registry of this computer, with the places of accounts that a look may reach.
pub(in crate::probe) struct Live(pub(super) Reach);

impl Live {
    /// For questions about the computer alone.
    pub(in crate::probe) const COMPUTER: Self = Self(Reach::MachineOnly);
}

impl Registry for Live {
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
        match hive {
            Hive::Machine => open(&registry::Key::root(Root::Machine), path),
            Hive::User => open(&registry::Key::root(Root::User), path),
            Hive::Users => open(&registry::Key::root(Root::Users), path),
            Hive::Account(place) => {
                let account = place.trim_start_matches(r"HKU\");
                open(&registry::Key::root(Root::Users), &Name::of(&format!(r"{account}\{}", path.text)))
            }
        }
    }

    fn hives(&self, hive: Hive, path: &str, told: &mut dyn Tell) -> Vec<Hive> {
        super::hives(self.0, hive, path, told)
    }
}

impl Key {
    /// Opens `path` below a hive of this computer, in the 64-bit view. None: it is not there.
    ///
    /// # Errors
    /// Windows refused, for want of rights or for another reason.
    pub(crate) fn open(hive: Hive, path: &str) -> Result<Option<Self>, RegistryError> {
        Live::COMPUTER.key(hive, path)
    }
}

fn open(above: &registry::Key, path: &Name) -> Result<Box<dyn Node>, u32> {
    match above.open(path.wide(), Links::Follow) {
        Ok(key) => Ok(Box::new(key)),
        Err(Code(code)) => Err(code),
    }
}

impl Node for registry::Key {
    fn open(&self, path: &Name) -> Result<Box<dyn Node>, u32> {
        open(self, path)
    }

    fn counts(&self) -> Result<Counts, u32> {
        let about = self.about(&mut []).map_err(|Code(code)| code)?;
        Ok(Counts { keys: about.keys, values: about.values, changed: about.written })
    }

    fn names(&self, of: Listed) -> (Vec<Name>, u32) {
        let mut buffer = vec![0u16; 256];
        let mut names = Vec::new();
        loop {
            let (code, length) = match of {
                Listed::Keys => self.key_name(names.len(), &mut buffer),
                Listed::Values => self.value_name(names.len(), &mut buffer),
            };
            match (code, length) {
                (ERROR_SUCCESS, length) => names.push(Name::new(&buffer[..length])),
                (ERROR_MORE_DATA, _) if buffer.len() < LONGEST_NAME => buffer.resize(LONGEST_NAME, 0),
                (code, _) => return (names, code),
            }
        }
    }

    fn value(&self, name: &Name) -> Result<RawValue, u32> {
        // Most values fit here, and are read with one call. A longer one may grow between two
        // calls, so a few attempts.
        let mut data = vec![0u8; 1024];
        for _ in 0..5 {
            match registry::Key::value(self, name.wide(), &mut data) {
                (ERROR_SUCCESS, kind, length) => {
                    data.truncate(length);
                    return Ok(RawValue { kind, data });
                }
                (ERROR_MORE_DATA, _, length) => data.resize(length.max(data.len()), 0),
                (code, ..) => return Err(code),
            }
        }
        Err(ERROR_MORE_DATA)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{Gap, GapReason};
    use crate::probe::registry::code;

    const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    #[test]
    fn what_is_not_there_is_an_answer() {
        assert!(Key::open(Hive::Machine, r"SOFTWARE\cleanbreak-no-such-key\x").unwrap().is_none());
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        assert_eq!(key.value("cleanbreak-no-such-value"), Ok(None));
        assert!(key.subkey("cleanbreak-no-such-key").unwrap().is_none());
    }

    #[test]
    fn every_listed_key_opens_and_every_listed_value_reads() {
        let mut gaps = Vec::new();
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        let counts = key.counts().unwrap().unwrap();
        let children = key.children(&mut gaps);
        assert_eq!(children.len(), counts.keys as usize);
        assert!(children.iter().all(|name| key.child(name).is_ok_and(|child| child.is_some())));
        let values = key.value_names(&mut gaps);
        assert_eq!(values.len(), counts.values as usize);
        assert!(values.iter().all(|name| key.value_named(name).is_ok_and(|value| value.is_some())));
        assert!(values.iter().any(|name| name.text == "CurrentVersion"));
        assert_eq!(gaps, []);
    }

    #[test]
    fn a_name_that_hides_behind_a_zero_is_a_gap_and_not_another_key() {
        let key = Key::open(Hive::Machine, "SOFTWARE").unwrap().unwrap();
        let hidden: Vec<u16> = "Microsoft\0hidden".encode_utf16().collect();
        let refused = key.child(&Name::new(&hidden)).unwrap_err();
        assert!(!refused.is_denied() && !refused.place.contains('\0') && refused.code == code::INVALID_NAME);
        assert_eq!(Gap::from(refused).why, GapReason::Failed);
    }
}
