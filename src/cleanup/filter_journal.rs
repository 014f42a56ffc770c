//! What a version before wrote before it changed a filter list. It is read, so that its entries can be put
//! back, and never written.

use serde::{Deserialize, Serialize};

/// Version of the journal. A file with another number is refused.
pub const JOURNAL_SCHEMA: u32 = 1;

/// One run of the fix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// See [`JOURNAL_SCHEMA`].
    pub schema: u32,
    /// Every change, in the order in which it is made.
    pub edits: Vec<Edit>,
}

/// One entry that is taken out of one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The finding.
    pub id: String,
    /// The key below `HKLM\SYSTEM\CurrentControlSet`.
    pub key: String,
    /// The value: `UpperFilters` or `LowerFilters`.
    pub value: String,
    /// The entry.
    pub entry: String,
    /// The value's bytes before.
    #[serde(with = "super::hex")]
    pub before: Vec<u8>,
    /// The value's bytes after.
    #[serde(with = "super::hex")]
    pub after: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal() -> Journal {
        let edit = Edit {
            id: "class-filter-1".into(),
            key: r"Control\Class\{X}".into(),
            value: "UpperFilters".into(),
            entry: "klmouflt".into(),
            before: vec![0, 1, 0xAB, 0xFF],
            after: Vec::new(),
        };
        Journal { schema: JOURNAL_SCHEMA, edits: vec![edit] }
    }

    #[test]
    fn a_journal_comes_back_as_it_was() {
        let text = serde_json::to_string(&journal()).unwrap();
        assert!(text.contains("\"0001abff\""), "{text}");
        assert_eq!(serde_json::from_str::<Journal>(&text).unwrap(), journal());
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let text = serde_json::to_string(&journal()).unwrap();
        for damaged in ["\"0001abf\"", "\"0001abfg\"", "\"ä001ab\"", "7"] {
            let text = text.replace("\"0001abff\"", damaged);
            assert!(serde_json::from_str::<Journal>(&text).is_err(), "{damaged}");
        }
    }
}
