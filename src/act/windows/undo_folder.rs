//! The folder with what is needed to put things back, and the answer for the window.
//!
//! Both are made by a process with rights, the first by the installer if it can, and can be written
//! by administrators only. A folder of that name that somebody else made is never used: see [`shared`].

use super::{folders, guarded};
use crate::act::access::Thing;
use crate::win32::descriptor;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};
use std::os::windows::fs::MetadataExt;
use std::path::{Path, PathBuf};
use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_REPARSE_POINT;

/// Owned by administrators; everything for SYSTEM and administrators; reading for users.
const SHARED: &str = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";
/// The same without the users.
const CLOSED: &str = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";
/// Owned by administrators, the rest as the folder has it. Without this the owner is whoever the policy "default owner
/// for objects created by members of the Administrators group" (`NoDefaultAdminOwner`) says: the person, perhaps.
const OWNED: &str = "O:BA";
const ANSWER: &str = "answer.json";
/// Name of the list of past clean-ups.
const PAST: &str = "past.json";

/// What the helper leaves for the window that asked.
#[derive(Debug, Serialize, Deserialize)]
struct Answer<A> {
    /// The number that the window gave.
    ask: u32,
    answer: A,
}

/// Makes our folder for the whole computer if it is not there; the installer asks for it. Nobody else can then.
///
/// # Errors
/// In words: it cannot be made, usually for want of rights, or somebody else's cannot be set aside.
pub fn prepare_shared_folder() -> Result<(), String> {
    shared().map(drop)
}

/// The undo folder, made if it is not there.
///
/// # Errors
/// In words: it cannot be made, or is not ours.
pub(super) fn undo() -> Result<PathBuf, String> {
    let shared = shared()?;
    made(shared.join("undo"), CLOSED)
}

/// The undo folder of the whole computer, if it is there.
///
/// # Errors
/// In words: it is not ours, or may not be seen.
pub(super) fn undo_there() -> Result<Option<PathBuf>, String> {
    let folder = folders::shared().ok_or("Windows names no folder for application data")?.join("undo");
    if is_there(&folder)? { undo().map(Some) } else { Ok(None) }
}

/// The undo folder of this account, if it is there.
///
/// # Errors
/// In words, as for [`undo_of_account`].
pub(super) fn undo_of_account_there(ours: PathBuf) -> Result<Option<PathBuf>, String> {
    if is_there(&ours.join("undo"))? { undo_of_account(ours).map(Some) } else { Ok(None) }
}

fn is_there(folder: &Path) -> Result<bool, String> {
    match std::fs::symlink_metadata(folder) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(format!("{}: {error}", folder.display())),
    }
}

/// The undo folder of this account, in our folder of its local data. Both are made if they are not there.
///
/// # Errors
/// In words: one of them cannot be made, or is a link.
#[expect(clippy::disallowed_methods, reason = "the undo folder is our own")]
pub(super) fn undo_of_account(ours: PathBuf) -> Result<PathBuf, String> {
    let words = |folder: &Path, what: &str| format!("{}: {what}", folder.display());
    let undo = ours.join("undo");
    std::fs::create_dir_all(&undo).map_err(|error| words(&undo, &error.to_string()))?;
    for folder in [&ours, &undo] {
        let plain = std::fs::symlink_metadata(folder)
            .is_ok_and(|about| about.is_dir() && about.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT == 0);
        if !plain {
            return Err(words(folder, "it is a link, so nothing is kept there and nothing was changed"));
        }
    }
    Ok(undo)
}

/// Our folder for all accounts. Everybody may make folders where it stands, so one that somebody else made there first
/// is given another name: it would keep the computer from being cleaned for ever.
fn shared() -> Result<PathBuf, String> {
    let folder = folders::shared().ok_or("Windows names no folder for application data")?;
    for _ in 0..TRIES {
        let stranger = is_there(&folder)? && !guarded::alone(&folder, Thing::Own);
        if !stranger || !set_aside(&folder) {
            break;
        }
    }
    made(folder, SHARED)
}

/// Somebody may make the folder again between two of them.
const TRIES: u32 = 9;

/// Returns a folder another name, one that nobody can have made before; a link is renamed itself, and not what it leads to.
#[expect(clippy::disallowed_methods, reason = "a folder that somebody planted in the place of ours")]
fn set_aside(folder: &Path) -> bool {
    let number = RandomState::new().hash_one(folder);
    std::fs::rename(folder, folder.with_file_name(format!("Clean Break (not ours {number:016x})"))).is_ok()
}

fn made(folder: PathBuf, access: &str) -> Result<PathBuf, String> {
    descriptor::make_folder(&folder, access).map_err(|error| format!("{}: {error}", folder.display()))?;
    if guarded::alone(&folder, Thing::Own) {
        Ok(folder)
    } else {
        Err(format!("{} was made by somebody else, so nothing is kept there and nothing was changed", folder.display()))
    }
}

/// Leaves the list of past clean-ups where every account can read it.
///
/// # Errors
/// In words.
pub(super) fn publish(list: &impl Serialize) -> Result<(), String> {
    let file = shared()?.join(PAST);
    write_owned(&file, list).map_err(|error| format!("{}: {error}", file.display()))
}

/// That list. None: there is none that an administrator wrote.
pub(super) fn published<L: DeserializeOwned>() -> Option<L> {
    ours(PAST)
}

/// What an administrator wrote into a file of our shared folder.
fn ours<C: DeserializeOwned>(name: &str) -> Option<C> {
    let file = folders::shared()?.join(name);
    if !guarded::alone(&file, Thing::Own) {
        return None;
    }
    serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()
}

/// Leaves the answer for the window.
///
/// # Errors
/// In words.
pub(super) fn leave_answer<A: Serialize>(ask: u32, answer: &A) -> Result<(), String> {
    let file = shared()?.join(ANSWER);
    write_owned(&file, &Answer { ask, answer }).map_err(|error| format!("{}: {error}", file.display()))
}

/// The answer to this question. None: there is none that an administrator wrote.
pub(super) fn answer<A: DeserializeOwned>(ask: u32) -> Option<A> {
    let left: Answer<A> = ours(ANSWER)?;
    (left.ask == ask).then_some(left.answer)
}

/// Writes a file whole: under another name, onto the disk, then under its own.
///
/// # Errors
/// What the system said; then what was there before is still there.
#[expect(clippy::disallowed_methods, reason = "journals and copies are our own files")]
pub(super) fn write(path: &Path, content: &impl Serialize) -> io::Result<()> {
    fill(std::fs::File::create(neighbour(path))?, path, content)
}

/// The same, with the administrators as the owner from the start: without rights, that owner is what a
/// file of ours is known by.
#[expect(clippy::disallowed_methods, reason = "what an interrupted write of ours has left has an owner of its own")]
fn write_owned(path: &Path, content: &impl Serialize) -> io::Result<()> {
    match std::fs::remove_file(neighbour(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fill(descriptor::make_file(&neighbour(path), OWNED)?, path, content)
}

fn neighbour(path: &Path) -> PathBuf {
    path.with_extension("new")
}

#[expect(clippy::disallowed_methods, reason = "a file of ours takes the place of the one before")]
fn fill(mut file: std::fs::File, path: &Path, content: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string_pretty(content).map_err(io::Error::other)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(neighbour(path), path)
}
