//! Files in our folder for all accounts: written by administrators, and believed only if they wrote them.

use super::shared_folder;
use crate::act::access::Thing;
use crate::act::windows::{folders, guarded};
use crate::files::write_made;
use crate::win32::descriptor;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::Path;

/// Owned by administrators, the rest as the folder has it. Without this the owner is whoever the policy "default owner
/// for objects created by members of the Administrators group" (`NoDefaultAdminOwner`) says: the person, perhaps.
const OWNED: &str = "O:BA";

/// Leaves something where every account can read it. The administrators are its owner from the start: without rights,
/// that owner is what a file of ours is known by.
///
/// # Errors
/// In words.
pub(super) fn leave_file(name: &str, content: &impl Serialize) -> Result<(), String> {
    let file = shared_folder::shared_folder()?.join(name);
    write(&file, content).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, content: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string_pretty(content).map_err(io::Error::other)?;
    write_made(file, text.as_bytes(), |part| descriptor::make_file(part, OWNED))
}

/// What was left under this name. None: nothing that an administrator wrote.
pub(super) fn read_left<C: DeserializeOwned>(name: &str) -> Option<C> {
    let file = folders::shared_folder()?.join(name);
    if !guarded::only_administrators(&file, Thing::Own) {
        return None;
    }
    serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::win32::token;

    #[test]
    fn what_the_helper_leaves_belongs_to_the_administrators() {
        if !token::is_elevated() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("answer.json");
        for content in ["first", "second"] {
            write(&file, &content).unwrap();
            assert_eq!(guarded::file_owner(&file).as_deref(), Some("S-1-5-32-544"));
            assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("\"{content}\""));
        }
        assert!(descriptor::make_file(&file, OWNED).is_err(), "one that is there is not written over");
    }
}
