//! A registry key as it is kept before it is taken out: everything that is needed to make it again.

use super::hex;
use serde::{Deserialize, Serialize};

/// Version of a saved key's file. A file with another number is refused.
pub const SAVED_KEY_SCHEMA: u32 = 1;

/// A key with all that is in it and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedKey {
    /// Its name: the last step of its path.
    pub name: String,
    /// Its class, a text that few keys have.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class: String,
    /// Owner, group and access list, self-relative as Windows gives them.
    #[serde(with = "hex")]
    pub security: Vec<u8>,
    /// Its values, in the order in which Windows lists them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<SavedValue>,
    /// The keys below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<SavedKey>,
}

/// A value, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedValue {
    /// Its name; empty for the key's default value.
    pub name: String,
    /// Its type number, also one that Windows does not define.
    pub kind: u32,
    /// Its bytes.
    #[serde(with = "hex")]
    pub data: Vec<u8>,
}

/// The file that a saved key stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedKeyFile {
    /// See [`SAVED_KEY_SCHEMA`].
    pub schema: u32,
    /// Where it stood, as in `HKLM\SOFTWARE\…`.
    pub place: String,
    /// The key.
    pub key: SavedKey,
}

impl SavedKey {
    /// Whether nothing stands here that does not stand in `whole` in the same way. So it is with a
    /// key that an interrupted run has half taken out, or half put back. Access lists do not count:
    /// they are put back last.
    pub fn is_part_of(&self, whole: &SavedKey) -> bool {
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let value_stands_there = |value: &SavedValue| {
            whole
                .values
                .iter()
                .any(|other| same(&value.name, &other.name) && (value.kind, &value.data) == (other.kind, &other.data))
        };
        same(&self.name, &whole.name)
            && self.values.iter().all(value_stands_there)
            && self.keys.iter().all(|key| whole.keys.iter().any(|other| key.is_part_of(other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(name: &str, data: &[u8]) -> SavedValue {
        SavedValue { name: name.into(), kind: 1, data: data.to_vec() }
    }

    fn whole() -> SavedKey {
        let below = SavedKey { name: "Below".into(), values: vec![value("", b"x")], ..SavedKey::default() };
        SavedKey {
            name: "Key".into(),
            class: "c".into(),
            security: vec![1, 0],
            values: vec![value("b", b"\0\xff"), value("a", b"")],
            keys: vec![below],
        }
    }

    #[test]
    fn a_file_comes_back_as_it_was() {
        let file = SavedKeyFile { schema: SAVED_KEY_SCHEMA, place: r"HKLM\Key".into(), key: whole() };
        let text = serde_json::to_string(&file).unwrap();
        assert_eq!(serde_json::from_str::<SavedKeyFile>(&text).unwrap(), file);
        assert!(text.find("\"b\"") < text.find("\"a\""), "the order stays: {text}");
        assert!(serde_json::from_str::<SavedKeyFile>(&text.replace("\"class\"", "\"odd\"")).is_err());
    }

    #[test]
    fn what_was_changed_is_no_part() {
        let whole = whole();
        let mut half = whole.clone();
        half.values.remove(0);
        half.keys[0].values.clear();
        half.security.clear();
        assert!(half.is_part_of(&whole) && whole.is_part_of(&whole));
        let mut added = half.clone();
        added.values.push(value("new", b""));
        assert!(!added.is_part_of(&whole));
        let mut changed = half.clone();
        changed.values[0].data.push(7);
        assert!(!changed.is_part_of(&whole));
        half.keys[0].keys.push(SavedKey { name: "New".into(), ..SavedKey::default() });
        assert!(!half.is_part_of(&whole));
    }

    proptest! {
        #[test]
        fn taking_anything_out_leaves_a_part(value_at in 0usize..2, take_key in any::<bool>()) {
            let mut part = whole();
            part.values.remove(value_at);
            if take_key {
                part.keys.clear();
            }
            prop_assert!(part.is_part_of(&whole()));
            prop_assert!(!whole().is_part_of(&part));
        }
    }
}
