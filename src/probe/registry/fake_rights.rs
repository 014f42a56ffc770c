//! Security descriptors in their text form, as far as reading a key, a folder or a file goes.
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

/// The account itself, whether its rights are in use or not.
pub(crate) const ACCOUNT: &str = "S-1-5-21-1-2-3-1001";

impl Who {
    /// Groups in the account's token, as descriptors name them.
    fn groups(self) -> &'static [&'static str] {
        match self {
            Who::User => &["WD", "AU", "IU", "BU", "S-1-1-0", "S-1-5-11", "S-1-5-4", "S-1-5-32-545", ACCOUNT],
            Who::Administrator => &[
                "WD",
                "AU",
                "IU",
                "BU",
                "BA",
                "S-1-1-0",
                "S-1-5-11",
                "S-1-5-4",
                "S-1-5-32-545",
                "S-1-5-32-544",
                ACCOUNT,
            ],
        }
    }
}

/// `KEY_READ`, with which every key is opened.
const KEY_READ: u32 = 0x2_0019;

/// What a descriptor protects: generic rights mean something else for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guarded {
    Key,
    Disk,
}

/// Where a list is asked, as seen from the thing that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// The thing itself.
    Here,
    /// A key or folder below it, which inherits the list.
    FolderBelow,
    /// A file below it.
    FileBelow,
}

/// One entry of a list.
#[derive(Clone, Debug)]
struct Entry {
    allows: bool,
    folders_inherit: bool,
    files_inherit: bool,
    here: bool,
    rights: u32,
    whom: String,
}

/// A descriptor's list.
#[derive(Clone, Debug)]
pub(crate) struct Descriptor(Vec<Entry>);

impl Descriptor {
    /// Reads the list of a key's descriptor such as `O:SYG:SYD:P(A;CI;KA;;;SY)`. A test that misspells one stops.
    pub(crate) fn parse_list(text: &str) -> Self {
        Self::of(Guarded::Key, text)
    }

    /// The same for a thing of either kind.
    pub(crate) fn of(guarded: Guarded, text: &str) -> Self {
        let list = text.split_once("D:").expect("a descriptor has a list").1;
        let list = list.split("S:").next().unwrap_or(list);
        let entry = |entry: &str| Entry::read(guarded, entry.split(')').next().unwrap_or(entry));
        Self(list.split('(').skip(1).map(entry).collect())
    }

    /// Whether the list lets an account read the key, or a key below it that has no list of its own.
    pub(crate) fn lets_read(&self, who: Who, below: bool) -> bool {
        self.grants_access(who, KEY_READ, if below { At::FolderBelow } else { At::Here })
    }

    /// Whether the list lets an account do everything that is wanted.
    pub(crate) fn grants_access(&self, who: Who, mut wanted: u32, at: At) -> bool {
        let counts = |entry: &&Entry| match at {
            At::Here => entry.here,
            At::FolderBelow => entry.folders_inherit,
            At::FileBelow => entry.files_inherit,
        };
        for entry in self.0.iter().filter(counts) {
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
    fn read(guarded: Guarded, text: &str) -> Self {
        let parts: Vec<&str> = text.split(';').collect();
        let &[kind, flags, rights, _, _, whom] = parts.as_slice() else { panic!("an entry has six parts: {text}") };
        let flags: Vec<&str> = pairs(flags).collect();
        Entry {
            allows: match kind {
                "A" => true,
                "D" => false,
                other => panic!("an entry of type {other}"),
            },
            folders_inherit: flags.contains(&"CI"),
            files_inherit: flags.contains(&"OI"),
            here: !flags.contains(&"IO"),
            rights: rights_of(guarded, rights),
            whom: whom.to_string(),
        }
    }
}

/// The words of two letters that flags and rights are made of.
fn pairs(text: &str) -> impl Iterator<Item = &str> {
    text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("letters"))
}

fn rights_of(guarded: Guarded, text: &str) -> u32 {
    if let Some(hex) = text.strip_prefix("0x") {
        return u32::from_str_radix(hex, 16).expect("a number");
    }
    pairs(text).fold(0, |rights, pair| {
        rights
            | match (pair, guarded) {
                ("KA", _) | ("GA", Guarded::Key) => 0xF_003F,
                ("KR" | "KX", _) | ("GR" | "GX", Guarded::Key) => KEY_READ,
                ("KW", _) | ("GW", Guarded::Key) => 0x2_0006,
                ("FA", _) | ("GA", Guarded::Disk) => 0x1F_01FF,
                ("FR", _) | ("GR", Guarded::Disk) => 0x12_0089,
                ("FX", _) | ("GX", Guarded::Disk) => 0x12_00A0,
                ("FW", _) | ("GW", Guarded::Disk) => 0x12_0116,
                ("CC", _) => 0x1,
                ("DC", _) => 0x2,
                ("LC", _) => 0x4,
                ("SW", _) => 0x8,
                ("RP", _) => 0x10,
                ("WP", _) => 0x20,
                ("SD", _) => 0x1_0000,
                ("RC", _) => 0x2_0000,
                ("WD", _) => 0x4_0000,
                ("WO", _) => 0x8_0000,
                (other, _) => panic!("a right called {other}"),
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(descriptor: &str) -> [bool; 2] {
        [Who::User, Who::Administrator].map(|who| Descriptor::parse_list(descriptor).lets_read(who, false))
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
        assert!(Descriptor::parse_list("D:(A;CIIO;KA;;;BU)").lets_read(Who::User, true));
        assert!(!Descriptor::parse_list("D:(A;;KA;;;BU)").lets_read(Who::User, true));
    }

    #[test]
    fn folders_and_files_inherit_apart() {
        let lets = |text, at| Descriptor::of(Guarded::Disk, text).grants_access(Who::User, 0x12_0089, at);
        let at = [At::Here, At::FolderBelow, At::FileBelow];
        assert_eq!(at.map(|at| lets("D:P(A;OICI;0x1200a9;;;BU)", at)), [true, true, true]);
        assert_eq!(at.map(|at| lets("D:(A;CI;FA;;;BU)", at)), [true, true, false]);
        assert_eq!(at.map(|at| lets("D:(A;CIOI;GR;;;AU)", at)), [true, true, true], "flags are pairs of letters");
        assert_eq!(at.map(|at| lets("D:(A;OIIO;FR;;;BU)(A;;FX;;;WD)", at)), [false, false, true]);
        assert_eq!(at.map(|at| lets("D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", at)), [false; 3]);
    }
}
