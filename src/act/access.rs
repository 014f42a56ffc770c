//! Who may change a file or folder, read from the bytes of its security descriptor.
//!
//! The layouts are Microsoft's: `SECURITY_DESCRIPTOR_RELATIVE`, `ACL`, `ACE_HEADER` and
//! `ACCESS_ALLOWED_ACE` (documentation of winnt.h). What cannot be read counts as open to everybody.

use crate::probe::parse::sid;

/// Local System, the administrators, Windows' own installer, and whoever owns the thing itself.
const ADMINISTRATORS: [&str; 4] =
    ["S-1-5-18", "S-1-5-32-544", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", "S-1-3-4"];

/// `ACCESS_ALLOWED_ACE_TYPE`
const ALLOWED: u8 = 0;
/// Types that only deny: `ACCESS_DENIED_ACE_TYPE` and its object, callback and callback object forms.
const DENIED: [u8; 4] = [1, 6, 10, 12];
/// `INHERIT_ONLY_ACE`: it holds for what is made below, not for the folder itself.
const INHERIT_ONLY: u8 = 8;

/// `GENERIC_ALL`, `GENERIC_WRITE`, `WRITE_OWNER`, `WRITE_DAC`, `DELETE`
const TAKE_OVER: u32 = 0x1000_0000 | 0x4000_0000 | 0x8_0000 | 0x4_0000 | 0x1_0000;
/// `FILE_WRITE_EA`, `FILE_WRITE_ATTRIBUTES`: enough to make a junction of an empty folder.
const WRITE_ATTRIBUTES: u32 = 0x10 | 0x100;
/// `FILE_WRITE_DATA` of a file, `FILE_ADD_FILE` of a folder.
const WRITE: u32 = 0x2;
/// `FILE_APPEND_DATA` of a file, `FILE_ADD_SUBDIRECTORY` of a folder.
const APPEND: u32 = 0x4;
/// `FILE_DELETE_CHILD`
const DELETE_CHILD: u32 = 0x40;

/// `KEY_SET_VALUE`, `KEY_CREATE_SUB_KEY`, `KEY_CREATE_LINK`
const SET_VALUE: u32 = 0x2;
const CREATE_KEY: u32 = 0x4;
const CREATE_LINK: u32 = 0x20;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    /// A file, or the folder it lies in: nothing may be added.
    Own,
    /// A folder further up. New folders beside ours do no harm, and Windows lets everybody make them
    /// at the top of a drive.
    Above,
    /// A key of the registry: no value and no key may be added.
    Key,
}

/// Whether only administrators can change a thing. `owner_of_windows`: the owner of Windows' own system
/// folder, who can replace Windows and so gains nothing here.
pub(super) fn by_administrators(descriptor: &[u8], thing: Thing, owner_of_windows: &str) -> bool {
    let trusted =
        |sid: &str| ADMINISTRATORS.contains(&sid) || (!owner_of_windows.is_empty() && sid == owner_of_windows);
    let change = match thing {
        Thing::Own => TAKE_OVER | WRITE | WRITE_ATTRIBUTES | DELETE_CHILD | APPEND,
        Thing::Above => TAKE_OVER | WRITE | WRITE_ATTRIBUTES | DELETE_CHILD,
        Thing::Key => TAKE_OVER | SET_VALUE | CREATE_KEY | CREATE_LINK,
    };
    let owned = owner_of(descriptor).is_some_and(|owner| trusted(&owner));
    let entries = list(descriptor);
    owned && entries.is_some_and(|entries| entries.iter().all(|one| one.mask & change == 0 || trusted(&one.sid)))
}

/// The owner, as in `S-1-5-18`.
pub(super) fn owner_of(descriptor: &[u8]) -> Option<String> {
    sid::sid_text(part(descriptor, 4)?)
}

/// One entry that allows something.
struct Allowed {
    mask: u32,
    sid: String,
}

/// The entries that allow something here and now. None: everybody may do everything, or it cannot be read.
fn list(descriptor: &[u8]) -> Option<Vec<Allowed>> {
    // No list at all allows everything; an offset of zero is that.
    let list = part(descriptor, 16)?;
    let mut rest = list.get(8..usize::from(number16(list, 2)?))?;
    let mut found = Vec::new();
    for _ in 0..number16(list, 4)? {
        let [kind, flags, ..] = *rest else { return None };
        let size = usize::from(number16(rest, 2)?);
        let entry = rest.get(..size).filter(|entry| entry.len() >= 8)?;
        rest = &rest[size..];
        if DENIED.contains(&kind) || flags & INHERIT_ONLY != 0 {
            continue;
        }
        // Other kinds allow under conditions that we do not weigh.
        let mask = u32::from_le_bytes(entry[4..8].try_into().ok()?);
        let sid = if kind == ALLOWED { sid::sid_text(&entry[8..])? } else { String::new() };
        found.push(Allowed { mask, sid });
    }
    Some(found)
}

/// What the offset at `at` points to. None: it is zero or outside.
fn part(descriptor: &[u8], at: usize) -> Option<&[u8]> {
    let offset = u32::from_le_bytes(descriptor.get(at..at + 4)?.try_into().ok()?) as usize;
    if offset == 0 { None } else { descriptor.get(offset..) }
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SYSTEM: &[u8] = &[1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0];
    const ADMINS: &[u8] = &[1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0];
    const USERS: &[u8] = &[1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x21, 2, 0, 0];
    const FULL: u32 = 0x1F_01FF;
    const READ: u32 = 0x12_00A9;

    fn descriptor(owner: &[u8], entries: &[(u8, u8, u32, &[u8])]) -> Vec<u8> {
        let mut list = Vec::new();
        for (kind, flags, mask, sid) in entries {
            list.extend([*kind, *flags]);
            list.extend((8 + sid.len() as u16).to_le_bytes());
            list.extend(mask.to_le_bytes());
            list.extend(*sid);
        }
        let mut bytes = vec![1, 0, 4, 0x80];
        bytes.extend(20u32.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend((20 + owner.len() as u32).to_le_bytes());
        bytes.extend(owner);
        bytes.extend([2, 0]);
        bytes.extend((8 + list.len() as u16).to_le_bytes());
        bytes.extend((entries.len() as u16).to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(list);
        bytes
    }

    fn safe(owner: &[u8], entries: &[(u8, u8, u32, &[u8])], thing: Thing) -> bool {
        by_administrators(&descriptor(owner, entries), thing, "")
    }

    #[test]
    fn reading_is_allowed_to_everybody() {
        let entries: &[(u8, u8, u32, &[u8])] = &[(0, 3, FULL, SYSTEM), (0, 3, FULL, ADMINS), (0, 3, READ, USERS)];
        assert!(safe(ADMINS, entries, Thing::Own));
        assert!(safe(SYSTEM, entries, Thing::Above));
    }

    #[test]
    fn whoever_can_write_is_seen() {
        for mask in [FULL, 0x2, 0x10, 0x100, 0x40, 0x1_0000, 0x4_0000, 0x8_0000, 0x1000_0000, 0x4000_0000] {
            assert!(!safe(ADMINS, &[(0, 0, mask, USERS)], Thing::Above), "{mask:x}");
            assert!(safe(ADMINS, &[(0, INHERIT_ONLY, mask, USERS)], Thing::Own), "only for what is made below");
            assert!(safe(ADMINS, &[(1, 0, mask, USERS)], Thing::Own), "denied");
            assert!(!safe(ADMINS, &[(9, 0, mask, ADMINS)], Thing::Own), "under a condition");
        }
        assert!(!safe(USERS, &[(0, 0, FULL, ADMINS)], Thing::Own), "an owner can grant");
    }

    #[test]
    fn new_folders_at_the_top_of_a_drive_do_no_harm() {
        let entries: &[(u8, u8, u32, &[u8])] = &[(0, 0, APPEND, USERS)];
        assert!(safe(SYSTEM, entries, Thing::Above));
        assert!(!safe(SYSTEM, entries, Thing::Own));
    }

    #[test]
    fn a_key_may_be_read_and_watched_and_not_written() {
        // `KEY_READ` has `KEY_NOTIFY` in it, which of a file would be `FILE_WRITE_EA`.
        assert!(safe(ADMINS, &[(0, 0, 0x2_0019, USERS)], Thing::Key));
        assert!(!safe(ADMINS, &[(0, 0, 0x2_0019, USERS)], Thing::Own));
        for mask in [0x2, 0x4, 0x20, 0x1_0000, 0x4_0000, 0x8_0000, 0x1000_0000, 0x4000_0000] {
            assert!(!safe(ADMINS, &[(0, 0, mask, USERS)], Thing::Key), "{mask:x}");
        }
        assert!(!safe(USERS, &[(0, 0, 0x2_0019, USERS)], Thing::Key), "an owner can grant");
    }

    #[test]
    fn no_list_allows_everything() {
        let mut bytes = descriptor(ADMINS, &[]);
        assert!(by_administrators(&bytes, Thing::Own, ""), "an empty list allows nothing");
        bytes[16..20].fill(0);
        assert!(!by_administrators(&bytes, Thing::Own, ""));
        assert!(!by_administrators(&[], Thing::Own, ""));
    }

    #[test]
    fn whoever_owns_windows_is_an_administrator() {
        let bytes = descriptor(USERS, &[(0, 0, FULL, USERS)]);
        assert!(by_administrators(&bytes, Thing::Own, "S-1-5-32-545"));
        assert!(!by_administrators(&bytes, Thing::Own, "S-1-5-32-546"));
    }

    proptest! {
        #[test]
        fn a_cut_descriptor_is_never_safe(keep in 0usize..91) {
            let whole = descriptor(ADMINS, &[(0, 3, FULL, SYSTEM), (0, 3, FULL, ADMINS), (0, 3, READ, USERS)]);
            if keep < whole.len() {
                prop_assert!(!by_administrators(&whole[..keep], Thing::Own, ""));
            }
        }

        #[test]
        fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = by_administrators(&bytes, Thing::Own, "");
        }
    }
}
