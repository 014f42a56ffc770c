//! An open key, whatever source it comes from.
//!
//! A key or value that is not there is an answer, and so is one that went away while it was read; one
//! that may not be read is a [`RegistryError`], which becomes a gap. Names are handed back to Windows as it gave them, so that a name that is not
//! valid Unicode still opens. The 32-bit view is read by the name under which it is stored,
//! `WOW6432Node`; so keys that both views share are seen once.

use super::OrGap;
use super::told::Tell;
use super::{Counts, Listed, Node, RegistryError, code};
use crate::machine::{Gap, GapReason};
use crate::probe::parse::reg_value::RawValue;
use std::collections::HashSet;
use std::fmt;

/// The longest name of a key, in UTF-16 units; learn.microsoft.com, "Registry element size limits".
pub(super) const LONGEST_NAME: usize = 255;
/// A list is asked for so often before it is called short.
const LIST_TRIES: usize = 3;

/// How a walk through a list ended.
enum End {
    /// With every name.
    Whole,
    /// Something came or went meanwhile.
    Changed,
    /// Before its end.
    Short(Gap),
}

/// The name of a subkey or value, as Windows gave it, or a path below a key.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    wide: Vec<u16>,
    /// The name as text; half a surrogate pair reads as U+FFFD.
    pub(crate) text: String,
}

impl Name {
    /// A name of so many units, without a zero at its end.
    pub(crate) fn new(units: &[u16]) -> Self {
        let mut wide = Vec::with_capacity(units.len() + 1);
        wide.extend_from_slice(units);
        wide.push(0);
        Self { wide, text: String::from_utf16_lossy(units) }
    }

    /// A name or path that is known as text.
    pub(crate) fn of(text: &str) -> Self {
        Self { wide: text.encode_utf16().chain([0]).collect(), text: text.to_string() }
    }

    /// The name as UTF-16 that ends in zero.
    pub(crate) fn wide(&self) -> &[u16] {
        &self.wide
    }

    /// Whether it is written as a GUID is, as `{4d36e972-…}`.
    pub(crate) fn is_guid(&self) -> bool {
        self.text.starts_with('{') && self.text.ends_with('}')
    }

    /// A zero inside a name hides it: whoever asks for it by name gets another one.
    fn hides(&self) -> bool {
        self.wide[..self.wide.len() - 1].contains(&0)
    }
}

/// An open key. It is closed when it goes out of scope.
pub(crate) struct Key {
    node: Box<dyn Node>,
    /// The key as a person would type it into the registry editor.
    pub(crate) place: String,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Key").field(&self.place).finish()
    }
}

impl Key {
    /// Opens a key below this one by name or path. None: it is not there.
    ///
    /// # Errors
    /// Windows refused, for want of rights or for another reason.
    pub(crate) fn subkey(&self, path: &str) -> Result<Option<Self>, RegistryError> {
        open_or_absent(self.node.open(&Name::of(path)), || format!(r"{}\{path}", self.place))
    }

    /// Opens the subkey that a value names. None: it is not there, or no key can have that name, which is the
    /// same: a program may write anything into a value.
    ///
    /// # Errors
    /// As for [`Key::subkey`].
    pub(crate) fn subkey_named(&self, name: &str) -> Result<Option<Self>, RegistryError> {
        let possible = !name.contains('\\') && name.encode_utf16().count() <= LONGEST_NAME;
        if possible { self.subkey(name) } else { Ok(None) }
    }

    /// Opens a subkey that [`Key::children`] named. None: it has gone away since.
    ///
    /// # Errors
    /// As for [`Key::subkey`]; also when a zero inside the name keeps it from being opened.
    pub(crate) fn child(&self, name: &Name) -> Result<Option<Self>, RegistryError> {
        let place = || format!(r"{}\{}", self.place, name.text);
        if name.hides() {
            return Err(RegistryError { place: place().replace('\0', "\u{FFFD}"), code: code::INVALID_NAME });
        }
        open_or_absent(self.node.open(name), place)
    }

    /// The same, with a gap for one that may not be read: Some(None). None: it has gone away since.
    pub(crate) fn listed_child(&self, name: &Name, told: &mut dyn Tell) -> Option<Option<Self>> {
        match self.child(name) {
            Ok(None) => None,
            child => Some(child.or_gap(told)),
        }
    }

    /// A value with its type. The empty name is the key's default value. None: there is no such value.
    ///
    /// # Errors
    /// Windows refused.
    pub(crate) fn value(&self, name: &str) -> Result<Option<RawValue>, RegistryError> {
        self.value_named(&Name::of(name))
    }

    /// A value that [`Key::value_names`] named.
    ///
    /// # Errors
    /// Windows refused.
    pub(crate) fn value_named(&self, name: &Name) -> Result<Option<RawValue>, RegistryError> {
        match self.node.value(name) {
            Ok(value) => Ok(Some(value)),
            Err(code::FILE_NOT_FOUND | code::KEY_DELETED) => Ok(None),
            Err(code) => Err(self.refused(code)),
        }
    }

    /// How many subkeys and values the key says it has. None: it has gone away.
    ///
    /// # Errors
    /// Windows refused.
    pub(crate) fn counts(&self) -> Result<Option<Counts>, RegistryError> {
        match self.node.counts() {
            Ok(counts) => Ok(Some(counts)),
            Err(code::KEY_DELETED) => Ok(None),
            Err(code) => Err(self.refused(code)),
        }
    }

    /// The names of all subkeys. A list that comes up short, or that changes while it is read, is asked for
    /// anew. If it stays short, or Windows goes on stopping with an error, that is told, and all that came
    /// are returned.
    pub(crate) fn children(&self, told: &mut dyn Tell) -> Vec<Name> {
        self.all(Listed::Keys, told)
    }

    /// The names of all values, with gaps as for [`Key::children`].
    pub(crate) fn value_names(&self, told: &mut dyn Tell) -> Vec<Name> {
        self.all(Listed::Values, told)
    }

    fn all(&self, of: Listed, told: &mut dyn Tell) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        // Keys come and go while they are listed, most of all at logon and after an uninstaller.
        for tries_left in (0..LIST_TRIES).rev() {
            let (listed, end) = self.list_once(of);
            // A key that goes shifts those behind it, and one of them may be passed over.
            let before: HashSet<&[u16]> = listed.iter().map(Name::wide).collect();
            let passed: Vec<Name> = names.into_iter().filter(|name| !before.contains(name.wide())).collect();
            names = listed;
            match end {
                End::Whole => return names,
                End::Short(gap) if tries_left == 0 => told.add_gap(gap),
                End::Short(_) | End::Changed => {}
            }
            names.extend(passed);
        }
        names
    }

    /// The names that one walk gives, and whether they are all. A key that is gone has none.
    fn list_once(&self, of: Listed) -> (Vec<Name>, End) {
        let before = match self.node.counts() {
            Ok(counts) => counts,
            Err(code::KEY_DELETED) => return (Vec::new(), End::Whole),
            Err(code) => return (Vec::new(), End::Short(self.refused(code).into())),
        };
        let expected = if of == Listed::Keys { before.keys } else { before.values };
        let (names, end) = self.node.names(of);
        let end = match end {
            code::KEY_DELETED => return (Vec::new(), End::Whole),
            code::NO_MORE_ITEMS if names.len() < expected as usize => {
                let detail = format!("{} entries were listed of {expected}", names.len());
                End::Short(Gap::new(GapReason::Failed, self.place.clone(), detail))
            }
            code::NO_MORE_ITEMS if self.node.counts().is_ok_and(|after| after != before) => End::Changed,
            code::NO_MORE_ITEMS => End::Whole,
            code => End::Short(self.refused(code).into()),
        };
        (names, end)
    }

    /// What an error number means for this key.
    fn refused(&self, code: u32) -> RegistryError {
        RegistryError { place: self.place.clone(), code }
    }
}

/// What opening a key came to.
pub(super) fn open_or_absent(
    node: Result<Box<dyn Node>, u32>,
    place: impl FnOnce() -> String,
) -> Result<Option<Key>, RegistryError> {
    match node {
        Ok(node) => Ok(Some(Key { node, place: place() })),
        Err(code::FILE_NOT_FOUND | code::PATH_NOT_FOUND | code::KEY_DELETED) => Ok(None),
        Err(code) => Err(RegistryError { place: place(), code }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, Goes, text};
    use super::super::fake_rights::Who;
    use super::super::{Hive, Registry};
    use super::*;

    const KEY: &str = r"HKLM\SOFTWARE\Zz";

    fn key(builder: &Builder) -> Key {
        builder.seen_by(Who::User).key(Hive::Machine, r"SOFTWARE\Zz").unwrap().unwrap()
    }

    #[test]
    fn names_come_as_they_are_spelled_and_open_whatever_their_case() {
        let mut builder = Builder::default();
        builder.value(KEY, "Value", text("x")).key(&format!(r"{KEY}\Child"));
        let (key, mut gaps) = (key(&builder), Vec::new());
        let [child] = &key.children(&mut gaps)[..] else { panic!("one child") };
        let [value] = &key.value_names(&mut gaps)[..] else { panic!("one value") };
        assert_eq!((child.text.as_str(), value.text.as_str(), key.place.as_str()), ("Child", "Value", KEY));
        assert_eq!(key.value_named(value), key.value("VALUE"));
        assert_eq!(key.subkey("CHILD").unwrap().unwrap().place, format!(r"{KEY}\CHILD"));
        assert_eq!(key.counts().unwrap().map(|counts| (counts.keys, counts.values)), Some((1, 1)));
        assert_eq!((gaps.len(), child.wide().last()), (0, Some(&0)));
    }

    #[test]
    fn an_open_key_that_is_deleted_has_nothing_left_and_no_gap() {
        let mut builder = Builder::default();
        builder.value(KEY, "Value", text("x")).key(&format!(r"{KEY}\Child")).make_go(KEY, Goes::WhileOpen);
        let (key, mut gaps) = (key(&builder), Vec::new());
        assert_eq!((key.children(&mut gaps).len(), key.value_names(&mut gaps).len()), (0, 0));
        assert_eq!((key.value("Value"), key.counts()), (Ok(None), Ok(None)));
        assert!(key.subkey("Child").unwrap().is_none());
        assert_eq!(gaps, []);
    }

    /// One key goes and another comes: the list is as long as it should be, and lacks a key that stayed.
    #[test]
    fn a_list_that_changes_while_it_is_read_passes_over_nothing() {
        for lists in [1, 2, 100] {
            let mut builder = Builder::default();
            for name in ["A", "B", "C", "D"] {
                builder.key(&format!(r"{KEY}\{name}"));
            }
            builder.make_busy(KEY, lists);
            let mut gaps = Vec::new();
            let names = key(&builder).children(&mut gaps);
            let mut names: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.iter().filter(|name| name.len() == 1).count(), 4, "{names:?}");
            assert_eq!(gaps, []);
        }
    }

    #[test]
    fn a_zero_in_a_name_hides_no_other_key() {
        let mut builder = Builder::default();
        builder.key(&format!(r"{KEY}\Child"));
        let hidden = Name::new(&"Child\0x".encode_utf16().collect::<Vec<u16>>());
        assert_eq!(key(&builder).child(&hidden).unwrap_err().code, code::INVALID_NAME);
    }
}
