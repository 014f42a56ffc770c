//! The registry of a Windows that is not running: what its hives hold, where the running one would show it.

use super::hives::{Hives, Loaded};
use crate::hive::{Hive as File, HiveError, Key, Listing, StoredName};
use crate::probe::parse::reg_value::RawValue;
use crate::probe::registry::signed_in::signed_in;
use crate::probe::registry::{Counts, Hive, Listed, Name, Node, Registry, Tell, code};
use std::sync::Arc;

/// A link of the registry leads on this often.
const MOST_LINKS: u8 = 8;
/// The value that says where a link leads; Microsoft's `ZwCreateKey`, `REG_OPTION_CREATE_LINK`.
const LINK_VALUE: &str = "SymbolicLinkValue";
/// Where `HKLM` stands for the kernel, in which links are written.
const MACHINE: &str = r"\REGISTRY\MACHINE\";

impl Registry for Hives {
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
        let path = units(path);
        match hive {
            Hive::Machine => self.below_machine(&path, MOST_LINKS),
            Hive::Users if path.is_empty() => Ok(Box::new(Users(self.account_names()))),
            Hive::Users => {
                let (account, below) = split_first(&path);
                self.below_account(&account, below)
            }
            Hive::Account(place) => self.below_account(&wide(place.trim_start_matches(r"HKU\")), &path),
            // Whoever looks has no account there.
            Hive::User => Err(code::FILE_NOT_FOUND),
        }
    }

    /// Of people, everybody's: nobody is signed in, and nobody's is closed.
    fn hives(&self, hive: Hive, _: &str, told: &mut dyn Tell) -> Vec<Hive> {
        if hive == Hive::User { signed_in(self, told) } else { vec![hive] }
    }
}

impl Hives {
    fn account_names(&self) -> Vec<Name> {
        let read = self.accounts.iter().filter(|account| account.person.hive.is_some());
        read.map(|account| Name::of(&account.name)).collect()
    }

    fn below_machine(&self, path: &[u16], links: u8) -> Result<Box<dyn Node>, u32> {
        let (first, below) = split_first(path);
        let is = |name: &str| String::from_utf16_lossy(&first).eq_ignore_ascii_case(name);
        if is("SOFTWARE") {
            return self.below(&self.software, below, links);
        }
        if !is("SYSTEM") {
            return Err(code::FILE_NOT_FOUND);
        }
        let (set, rest) = split_first(below);
        if String::from_utf16_lossy(&set).eq_ignore_ascii_case("CurrentControlSet") {
            let mut path = wide(&format!(r"ControlSet{:03}\", self.current_set()?));
            path.extend(rest);
            return self.below(&self.system, &path, links);
        }
        self.below(&self.system, below, links)
    }

    fn below_account(&self, account: &[u16], path: &[u16]) -> Result<Box<dyn Node>, u32> {
        let name = String::from_utf16_lossy(account);
        let account = self.accounts.iter().find(|account| account.name.eq_ignore_ascii_case(&name));
        let account = account.ok_or(code::FILE_NOT_FOUND)?;
        match below_classes(path) {
            // What cannot be read was told when it was tried.
            Some(_) if account.classes.hive.is_none() => Err(code::FILE_NOT_FOUND),
            Some(below) => self.below(&account.classes, below, MOST_LINKS),
            None => self.below(&account.person, path, MOST_LINKS),
        }
    }

    /// The number of the control set that the next start takes.
    pub(super) fn current_set(&self) -> Result<u32, u32> {
        let hive = self.system.hive.as_ref().ok_or(code::NOT_SUPPORTED)?;
        let select = top(hive)?.subkey(&wide("Select")).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
        let current = select.value(&wide("Current")).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
        let data = current.data().map_err(damaged)?;
        data.first_chunk().map(|four| u32::from_le_bytes(*four)).ok_or(code::CORRUPT)
    }

    fn below(&self, loaded: &Loaded, path: &[u16], links: u8) -> Result<Box<dyn Node>, u32> {
        let hive = loaded.hive.as_ref().ok_or(code::NOT_SUPPORTED)?;
        let mut key = top(hive)?;
        let mut rest = path;
        while !rest.is_empty() {
            let (name, below) = split_first(rest);
            if name.is_empty() {
                rest = below;
                continue;
            }
            key = key.subkey(&name).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
            if let Some(target) = link_of(key)? {
                let target = [&target[..], &wide(r"\"), below].concat();
                let links = links.checked_sub(1).ok_or(code::CORRUPT)?;
                return self.below_machine(&target, links);
            }
            rest = below;
        }
        Ok(Box::new(Open { hive: Arc::clone(hive), place: key.place() }))
    }
}

/// Where a link leads, below `HKLM`. None: it is no link. One that leads elsewhere leads nowhere here.
fn link_of(key: Key) -> Result<Option<Vec<u16>>, u32> {
    if !key.is_link() {
        return Ok(None);
    }
    let value = key.value(&wide(LINK_VALUE)).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
    let data = value.data().map_err(damaged)?;
    let target: Vec<u16> = data.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    let text = String::from_utf16_lossy(&target);
    let is_machine = text.get(..MACHINE.len()).is_some_and(|start| start.eq_ignore_ascii_case(MACHINE));
    if is_machine { Ok(Some(target[MACHINE.len()..].to_vec())) } else { Err(code::FILE_NOT_FOUND) }
}

/// A key of a hive.
struct Open {
    hive: Arc<File>,
    place: u64,
}

impl Open {
    fn key(&self) -> Result<Key<'_>, u32> {
        self.hive.key_at(self.place).map_err(damaged)
    }
}

impl Node for Open {
    fn open(&self, path: &Name) -> Result<Box<dyn Node>, u32> {
        let key = self.key()?.descendant(&units(path)).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
        Ok(Box::new(Self { hive: Arc::clone(&self.hive), place: key.place() }))
    }

    fn counts(&self) -> Result<Counts, u32> {
        let key = self.key()?;
        Ok(Counts { keys: key.subkey_count(), values: key.value_count(), changed: key.written() })
    }

    fn names(&self, of: Listed) -> (Vec<Name>, u32) {
        let key = match self.key() {
            Ok(key) => key,
            Err(code) => return (Vec::new(), code),
        };
        match of {
            Listed::Keys => names_of(&key.subkeys(), |key| key.name()),
            Listed::Values => names_of(&key.values(), |value| value.name()),
        }
    }

    fn value(&self, name: &Name) -> Result<RawValue, u32> {
        let value = self.key()?.value(&units(name)).map_err(damaged)?.ok_or(code::FILE_NOT_FOUND)?;
        Ok(RawValue { kind: value.kind(), data: value.data().map_err(damaged)?.into_owned() })
    }
}

fn names_of<'a, T: Copy>(listing: &Listing<T>, name: impl Fn(T) -> StoredName<'a>) -> (Vec<Name>, u32) {
    let names = listing.found.iter().map(|entry| Name::new(&name(*entry).units().collect::<Vec<u16>>())).collect();
    (names, if listing.errors.is_empty() { code::NO_MORE_ITEMS } else { code::CORRUPT })
}

/// The list of accounts, which a running Windows makes of what it has loaded.
struct Users(Vec<Name>);

impl Node for Users {
    fn open(&self, _: &Name) -> Result<Box<dyn Node>, u32> {
        Err(code::FILE_NOT_FOUND)
    }

    fn counts(&self) -> Result<Counts, u32> {
        Ok(Counts { keys: u32::try_from(self.0.len()).unwrap_or(u32::MAX), values: 0, changed: 0 })
    }

    fn names(&self, of: Listed) -> (Vec<Name>, u32) {
        let names = if of == Listed::Keys { self.0.clone() } else { Vec::new() };
        (names, code::NO_MORE_ITEMS)
    }

    fn value(&self, _: &Name) -> Result<RawValue, u32> {
        Err(code::FILE_NOT_FOUND)
    }
}

fn top(hive: &File) -> Result<Key<'_>, u32> {
    hive.top().map_err(damaged)
}

fn damaged(_: HiveError) -> u32 {
    code::CORRUPT
}

/// A name without the zero at its end.
fn units(name: &Name) -> Vec<u16> {
    name.wide()[..name.wide().len() - 1].to_vec()
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// What is below `Software\Classes` of an account. None: it is elsewhere.
fn below_classes(path: &[u16]) -> Option<&[u16]> {
    ["Software", "Classes"].iter().try_fold(path, |path, name| {
        let (first, below) = split_first(path);
        String::from_utf16_lossy(&first).eq_ignore_ascii_case(name).then_some(below)
    })
}

/// The first name of a path, and what is below it.
fn split_first(path: &[u16]) -> (Vec<u16>, &[u16]) {
    match path.iter().position(|unit| *unit == u16::from(b'\\')) {
        Some(at) => (path[..at].to_vec(), &path[at + 1..]),
        None => (path.to_vec(), &[]),
    }
}
