//! Security descriptors in their text form, as far as reading a key goes.
//!
//! The form is told on Microsoft's page "Security Descriptor String Format", the order of the check
//! on "How AccessCheck Works": entries are asked in their order, a denial that comes first wins, and
//! everything that is wanted has to be allowed.

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A person's account without an administrator's rights.
    User,
    /// An administrator, with the rights in use.
    Administrator,
}

impl Who {
    /// Groups in the account's token, as descriptors name them.
    fn groups(self) -> &'static [&'static str] {
        match self {
            Who::User => &["WD", "AU", "IU", "BU", "S-1-1-0", "S-1-5-11", "S-1-5-4", "S-1-5-32-545"],
            Who::Administrator => {
                &["WD", "AU", "IU", "BU", "BA", "S-1-1-0", "S-1-5-11", "S-1-5-4", "S-1-5-32-545", "S-1-5-32-544"]
            }
        }
    }
}

/// `KEY_READ`, with which every key is opened.
const KEY_READ: u32 = 0x2_0019;

/// One entry of a list.
#[derive(Clone, Debug)]
struct Entry {
    allows: bool,
    inherits: bool,
    here: bool,
    rights: u32,
    whom: String,
}

/// A descriptor's list.
#[derive(Clone, Debug)]
pub(crate) struct Descriptor(Vec<Entry>);

impl Descriptor {
    /// Reads the list of a descriptor such as `O:SYG:SYD:P(A;CI;KA;;;SY)`. A test that misspells one stops.
    pub(crate) fn read(text: &str) -> Self {
        let list = text.split_once("D:").expect("a descriptor has a list").1;
        let list = list.split("S:").next().unwrap_or(list);
        Self(list.split('(').skip(1).map(|entry| Entry::read(entry.split(')').next().unwrap_or(entry))).collect())
    }

    /// Whether the list lets an account read the key, or a key below it that has no list of its own.
    pub(crate) fn lets_read(&self, who: Who, below: bool) -> bool {
        let mut wanted = KEY_READ;
        for entry in self.0.iter().filter(|entry| if below { entry.inherits } else { entry.here }) {
            if !who.groups().contains(&entry.whom.as_str()) {
                continue;
            }
            if !entry.allows && entry.rights & wanted != 0 {
                return false;
            }
            wanted &= !entry.rights;
            if wanted == 0 {
                return true;
            }
        }
        false
    }
}

impl Entry {
    fn read(text: &str) -> Self {
        let parts: Vec<&str> = text.split(';').collect();
        let &[kind, flags, rights, _, _, whom] = parts.as_slice() else { panic!("an entry has six parts: {text}") };
        Entry {
            allows: match kind {
                "A" => true,
                "D" => false,
                other => panic!("an entry of type {other}"),
            },
            inherits: flags.contains("CI"),
            here: !flags.contains("IO"),
            rights: rights_of(rights),
            whom: whom.to_string(),
        }
    }
}

fn rights_of(text: &str) -> u32 {
    if let Some(hex) = text.strip_prefix("0x") {
        return u32::from_str_radix(hex, 16).expect("a number");
    }
    let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("letters"));
    pairs.fold(0, |rights, pair| {
        rights
            | match pair {
                "KA" | "GA" => 0xF_003F,
                "KR" | "KX" | "GR" | "GX" => KEY_READ,
                "KW" | "GW" => 0x2_0006,
                "CC" => 0x1,
                "DC" => 0x2,
                "LC" => 0x4,
                "SW" => 0x8,
                "RP" => 0x10,
                "WP" => 0x20,
                "SD" => 0x1_0000,
                "RC" => 0x2_0000,
                "WD" => 0x4_0000,
                "WO" => 0x8_0000,
                other => panic!("a right called {other}"),
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(descriptor: &str) -> [bool; 2] {
        [Who::User, Who::Administrator].map(|who| Descriptor::read(descriptor).lets_read(who, false))
    }

    #[test]
    fn a_descriptor_is_read_as_windows_reads_it() {
        assert_eq!(reads("O:SYG:SYD:P(A;CI;KA;;;SY)"), [false, false]);
        assert_eq!(reads("O:BAG:SYD:(A;CI;KA;;;SY)(A;CI;KA;;;BA)(A;CI;KR;;;BU)"), [true, true]);
        assert_eq!(reads("D:PAI(A;CI;0x3003f;;;NO)(A;CI;KA;;;BA)"), [false, true]);
        assert_eq!(reads("D:(D;;KR;;;BU)(A;;KA;;;WD)"), [false, false]);
        assert_eq!(reads("D:(A;;KA;;;WD)(D;;KR;;;BU)"), [true, true]);
        assert_eq!(reads("D:(A;;CCSWRP;;;BU)(A;;RC;;;WD)"), [true, true]);
        assert_eq!(reads("D:(A;CIIO;KA;;;BU)"), [false, false]);
        assert!(Descriptor::read("D:(A;CIIO;KA;;;BU)").lets_read(Who::User, true));
        assert!(!Descriptor::read("D:(A;;KA;;;BU)").lets_read(Who::User, true));
    }
}
