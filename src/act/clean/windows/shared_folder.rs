//! Our folder for all accounts, made by a process with rights, the first by the installer if it can. Only
//! administrators can write there. A folder of that name that somebody else made is never used: see [`shared`].

use crate::act::access::Thing;
use crate::act::windows::{folders, guarded};
use crate::win32::descriptor;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

/// Owned by administrators; everything for SYSTEM and administrators; reading for users.
const SHARED: &str = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";
/// The same without the users.
const CLOSED: &str = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

/// Makes our folder for the whole computer if it is not there; the installer asks for it. Nobody else can then.
///
/// # Errors
/// In words: it cannot be made, usually for want of rights, or somebody else's cannot be set aside.
pub fn prepare_shared_folder() -> Result<(), String> {
    shared_folder().map(drop)
}

/// A folder in it that only administrators can read, made if it is not there.
///
/// # Errors
/// In words: it cannot be made, or is not ours.
pub(in crate::act) fn closed_folder(name: &str) -> Result<PathBuf, String> {
    made(shared_folder()?.join(name), CLOSED)
}

/// Whether something stands there, whatever it is.
///
/// # Errors
/// In words: it may not be seen.
pub(super) fn is_there(folder: &Path) -> Result<bool, String> {
    match std::fs::symlink_metadata(folder) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(format!("{}: {error}", folder.display())),
    }
}

/// Our folder for all accounts. Everybody may make folders where it stands, so one that somebody else made there first
/// is given another name: it would keep the computer from being cleaned for ever.
///
/// # Errors
/// In words: it cannot be made, or is not ours.
pub(super) fn shared_folder() -> Result<PathBuf, String> {
    ours_at(folders::shared_folder().ok_or("Windows names no folder for application data")?)
}

/// The same on the disk of another Windows: a closed folder in ours, in this folder of it.
///
/// # Errors
/// In words, as for [`closed_folder`].
pub(in crate::act) fn closed_folder_in(above: &Path, name: &str) -> Result<PathBuf, String> {
    made(ours_at(above.join(crate::NAME))?.join(name), CLOSED)
}

fn ours_at(folder: PathBuf) -> Result<PathBuf, String> {
    for _ in 0..TRIES {
        let stranger = is_there(&folder)? && !guarded::only_administrators(&folder, Thing::Own);
        if !stranger || !set_aside(&folder) {
            break;
        }
    }
    made(folder, SHARED)
}

/// Somebody may make the folder again between two of them.
const TRIES: u32 = 9;

/// Gives a folder another name, one that nobody can have made before; a link is renamed itself, and not what it leads to.
#[expect(clippy::disallowed_methods, reason = "a folder that somebody planted in the place of ours")]
fn set_aside(folder: &Path) -> bool {
    let number = RandomState::new().hash_one(folder);
    std::fs::rename(folder, folder.with_file_name(format!("{} (not ours {number:016x})", crate::NAME))).is_ok()
}

fn made(folder: PathBuf, access: &str) -> Result<PathBuf, String> {
    descriptor::make_folder(&folder, access).map_err(|error| format!("{}: {error}", folder.display()))?;
    if guarded::only_administrators(&folder, Thing::Own) {
        Ok(folder)
    } else {
        Err(format!("{} was made by somebody else, so nothing is kept there and nothing was changed", folder.display()))
    }
}
