//! A registry in memory that refuses, lacks and is odd as real ones are.
//!
//! Rights are real security descriptors in their text form (see [`super::fake_rights`]), inherited as
//! Windows does it. Keys may go between being listed and being opened, or while they are open, and
//! lists may come up short.

use super::fake_rights::{Descriptor, Who};
use super::key::LONGEST_NAME;
use super::{Counts, Hive, Listed, Name, Node, Registry, code};
use crate::probe::parse::reg_value::{REG_DWORD, REG_EXPAND_SZ, REG_MULTI_SZ, REG_SZ, RawValue};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// How a key goes away under the one who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goes {
    /// It is listed, and opening it gives this number.
    BeforeOpening(u32),
    /// It opens, and every question to it gives [`code::KEY_DELETED`].
    WhileOpen,
}

/// One key: its name as it is spelled, its values, and what is special about it.
#[derive(Clone, Debug, Default)]
struct Stored {
    name: Vec<u16>,
    values: BTreeMap<String, (String, RawValue)>,
    rights: Option<Descriptor>,
    goes: Option<Goes>,
    /// So many lists of this key's children lack the last one.
    short: u32,
    /// So often, while its children are listed, one goes and another comes, and one is passed over.
    busy: u32,
    /// It comes between counting and listing.
    comes: bool,
}

/// A key: its path, name by name, and its values.
pub(crate) type Whole = (Vec<String>, Vec<(String, RawValue)>);

/// A registry that is being made up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builder {
    /// Keys by hive and path in small letters.
    keys: BTreeMap<String, Stored>,
}

impl Builder {
    /// Adds a key, and every key above it. Paths begin with `HKLM\` or `HKCU\`.
    pub(crate) fn key(&mut self, path: &str) -> &mut Self {
        self.stored(path);
        self
    }

    /// Adds a key with a value.
    pub(crate) fn value(&mut self, path: &str, name: &str, value: RawValue) -> &mut Self {
        self.stored(path).values.insert(name.to_lowercase(), (name.to_string(), value));
        self
    }

    /// Takes a key away, with everything below it.
    pub(crate) fn remove(&mut self, path: &str) -> &mut Self {
        let path = path.to_lowercase();
        let below = format!(r"{path}\");
        self.keys.retain(|at, _| *at != path && !at.starts_with(&below));
        self
    }

    /// Sets a key's own security descriptor, in the form of `ConvertStringSecurityDescriptorToSecurityDescriptorW`.
    pub(crate) fn rights(&mut self, path: &str, descriptor: &str) -> &mut Self {
        self.stored(path).rights = Some(Descriptor::parse_list(descriptor));
        self
    }

    /// Lets a key go away.
    pub(crate) fn make_go(&mut self, path: &str, goes: Goes) -> &mut Self {
        self.stored(path).goes = Some(goes);
        self
    }

    /// Lets so many lists of a key's children come up short.
    pub(crate) fn make_short(&mut self, path: &str, lists: u32) -> &mut Self {
        self.stored(path).short = lists;
        self
    }

    /// Lets a key come after its parent's keys were counted.
    pub(crate) fn make_come(&mut self, path: &str) -> &mut Self {
        self.stored(path).comes = true;
        self
    }

    /// Lets a key's children come and go while they are listed, so often.
    pub(crate) fn make_busy(&mut self, path: &str, lists: u32) -> &mut Self {
        self.stored(path).busy = lists;
        self
    }

    /// The keys at a place in which `*` stands for every name at its level, in small letters.
    pub(crate) fn at(&self, place: &str) -> Vec<String> {
        let place = place.to_lowercase();
        let names: Vec<&str> = place.split('\\').collect();
        let fits = |path: &&String| {
            path.split('\\').count() == names.len()
                && path.split('\\').zip(&names).all(|(name, wanted)| *wanted == "*" || name == *wanted)
        };
        self.keys.keys().filter(fits).cloned().collect()
    }

    /// Every key below a hive, each behind the one above it: its path as it is spelled, and its values.
    pub(crate) fn all_below(&self, hive: &str) -> Vec<Whole> {
        let hive = hive.to_lowercase();
        let start = format!(r"{hive}\");
        let spelled = |at: &str| {
            let ends = at.match_indices('\\').map(|(end, _)| end).chain([at.len()]).skip(hive.split('\\').count());
            ends.map(|end| String::from_utf16_lossy(&self.keys[&at[..end]].name)).collect()
        };
        let below = self.keys.range(start.clone()..).take_while(|(at, _)| at.starts_with(&start));
        below.map(|(at, key)| (spelled(at), key.values.values().cloned().collect())).collect()
    }

    /// The registry as an account sees it.
    pub(crate) fn seen_by(&self, who: Who) -> Fake {
        let left = |many: fn(&Stored) -> u32| {
            self.keys.iter().map(|(at, key)| (at.clone(), AtomicU32::new(many(key)))).collect()
        };
        let (short, busy) = (left(|key| key.short), left(|key| key.busy));
        Fake(Arc::new(Inner { keys: self.keys.clone(), short, busy, who, opened: Mutex::default() }))
    }

    fn stored(&mut self, path: &str) -> &mut Stored {
        let mut at = String::new();
        for name in path.split('\\') {
            if !at.is_empty() {
                at.push('\\');
            }
            at.push_str(&name.to_lowercase());
            let name = name.encode_utf16().collect();
            self.keys.entry(at.clone()).or_insert_with(|| Stored { name, ..Stored::default() });
        }
        self.keys.get_mut(&at).expect("it was just put there")
    }
}

/// A made-up registry, as one account sees it.
#[derive(Clone)]
pub(crate) struct Fake(Arc<Inner>);

struct Inner {
    keys: BTreeMap<String, Stored>,
    /// Lists that will come up short, and those that will change, by key.
    short: BTreeMap<String, AtomicU32>,
    busy: BTreeMap<String, AtomicU32>,
    who: Who,
    opened: Mutex<Vec<String>>,
}

impl Fake {
    /// Every key that somebody tried to open, in small letters, refused ones too.
    pub(crate) fn opened(&self) -> Vec<String> {
        self.0.opened.lock().expect("nobody dies while asking").clone()
    }

    fn reach(&self, path: String) -> Result<Box<dyn Node>, u32> {
        self.0.opened.lock().expect("nobody dies while asking").push(path.clone());
        // Windows says that it was asked wrongly.
        if path.split('\\').any(|name| name.encode_utf16().count() > LONGEST_NAME) {
            return Err(code::INVALID_PARAMETER);
        }
        let Some(key) = self.0.keys.get(&path) else { return Err(code::FILE_NOT_FOUND) };
        if let Some(Goes::BeforeOpening(code)) = key.goes {
            return Err(code);
        }
        if !self.0.may_read(&path) {
            return Err(code::ACCESS_DENIED);
        }
        Ok(Box::new(Open { registry: self.clone(), path }))
    }
}

impl Inner {
    /// Whether the nearest descriptor at or above a key lets this account read it.
    fn may_read(&self, path: &str) -> bool {
        let mut at = path;
        loop {
            if let Some(rights) = self.keys.get(at).and_then(|key| key.rights.as_ref()) {
                return rights.lets_read(self.who, at != path);
            }
            match at.rsplit_once('\\') {
                Some((above, _)) => at = above,
                None => return true,
            }
        }
    }

    fn children(&self, path: &str) -> Vec<&Stored> {
        let below = format!(r"{path}\");
        let under = self.keys.range(below.clone()..).take_while(|(at, _)| at.starts_with(&below));
        under.filter(|(at, _)| !at[below.len()..].contains('\\')).map(|(_, key)| key).collect()
    }
}

impl Registry for Fake {
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
        self.reach(format!(r"{}\{}", hive.name(), path.text).trim_end_matches('\\').to_lowercase())
    }
}

struct Open {
    registry: Fake,
    path: String,
}

impl Open {
    fn stored(&self) -> Result<&Stored, u32> {
        let key = &self.registry.0.keys[&self.path];
        if key.goes == Some(Goes::WhileOpen) { Err(code::KEY_DELETED) } else { Ok(key) }
    }
}

impl Node for Open {
    fn open(&self, path: &Name) -> Result<Box<dyn Node>, u32> {
        self.stored()?;
        self.registry.reach(format!(r"{}\{}", self.path, path.text.to_lowercase()))
    }

    fn counts(&self) -> Result<Counts, u32> {
        let values = self.stored()?.values.len() as u32;
        let keys = self.registry.0.children(&self.path).into_iter().filter(|key| !key.comes).count() as u32;
        let changed = u64::from(self.registry.0.busy[&self.path].load(Ordering::SeqCst));
        Ok(Counts { keys, values, changed })
    }

    fn names(&self, of: Listed) -> (Vec<Name>, u32) {
        let key = match self.stored() {
            Ok(key) => key,
            Err(code) => return (Vec::new(), code),
        };
        let mut names: Vec<Name> = match of {
            Listed::Keys => self.registry.0.children(&self.path).iter().map(|key| Name::new(&key.name)).collect(),
            Listed::Values => key.values.values().map(|(name, _)| Name::of(name)).collect(),
        };
        let happens = |left: &BTreeMap<String, AtomicU32>| {
            left[&self.path].fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).ok()
        };
        if happens(&self.registry.0.short).is_some() {
            names.pop();
        }
        if let Some(left) = happens(&self.registry.0.busy) {
            let passed = left as usize % names.len();
            names[passed] = Name::of(&format!("Came{left}"));
        }
        (names, code::NO_MORE_ITEMS)
    }

    fn value(&self, name: &Name) -> Result<RawValue, u32> {
        let value = self.stored()?.values.get(&name.text.to_lowercase());
        value.map(|(_, value)| value.clone()).ok_or(code::FILE_NOT_FOUND)
    }
}

/// The bytes of some text in UTF-16, without an end mark.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A regular `REG_SZ`.
pub(crate) fn text(text: &str) -> RawValue {
    RawValue { kind: REG_SZ, data: utf16(&format!("{text}\0")) }
}

/// A regular `REG_EXPAND_SZ`.
pub(crate) fn expand(text: &str) -> RawValue {
    RawValue { kind: REG_EXPAND_SZ, data: utf16(&format!("{text}\0")) }
}

/// A regular `REG_DWORD`.
pub(crate) fn number(number: u32) -> RawValue {
    RawValue { kind: REG_DWORD, data: number.to_le_bytes().to_vec() }
}

/// A regular `REG_MULTI_SZ`.
pub(crate) fn list(entries: &[&str]) -> RawValue {
    let text: String = entries.iter().map(|entry| format!("{entry}\0")).collect();
    RawValue { kind: REG_MULTI_SZ, data: utf16(&format!("{text}\0")) }
}
