//! A list of ids in a file, for when there are more than a command line holds. Whoever asks writes it into a folder of
//! their own account and names its hash; the helper reads it only if it has that hash.

use super::system;
use crate::files::{Folder, own_folder};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};

/// Its name.
const IDS: &str = "ids.txt";
/// An id has 40 letters at most, and a computer a few hundred findings. In bytes.
const LONGEST_LIST: u64 = 1024 * 1024;

/// A list that was written. It goes away with this.
pub(super) struct IdsFile {
    folder: PathBuf,
    hash: String,
}

impl IdsFile {
    /// Writes these ids down.
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn write(ids: &[String]) -> io::Result<Self> {
        let folder =
            own_folder().ok_or_else(|| io::Error::other("this system names no folder for application data"))?;
        let text = ids.join("\n");
        Folder::make(&folder)?.write(IDS, &text)?;
        Ok(Self { folder, hash: sha256(text.as_bytes()) })
    }

    /// Where it is.
    pub(super) fn path(&self) -> String {
        self.folder.join(IDS).display().to_string()
    }

    /// SHA-256 of what stands in it.
    pub(super) fn hash(&self) -> &str {
        &self.hash
    }
}

impl Drop for IdsFile {
    fn drop(&mut self) {
        if let Ok(Some(folder)) = Folder::open(&self.folder) {
            let _ = folder.remove(IDS);
        }
    }
}

/// Reads a list of ids that whoever asks has written, one a line.
///
/// # Errors
/// In words: it cannot be read, is too long, or is not the list that was meant.
pub fn read_ids(file: &Path, hash: &str) -> Result<Vec<String>, String> {
    let bytes = system::read_list(file, LONGEST_LIST).map_err(|error| format!("{}: {error}", file.display()))?;
    if sha256(&bytes) != hash {
        return Err("the list is not the one that was asked for".into());
    }
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8".to_string())?;
    Ok(text.lines().map(str::to_string).collect())
}

/// SHA-256 in lower-case hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH_OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(sha256(b"abc"), HASH_OF_ABC);
    }

    /// A file for a list, in the spelling that Windows itself gives a plain path.
    fn file(folder: &tempfile::TempDir) -> PathBuf {
        let folder = std::fs::canonicalize(folder.path()).unwrap();
        Path::new(folder.to_str().unwrap().trim_start_matches(r"\\?\")).join(IDS)
    }

    #[test]
    fn a_list_that_somebody_edited_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        std::fs::write(&file, "abc").unwrap();
        assert_eq!(read_ids(&file, HASH_OF_ABC).unwrap(), ["abc"]);
        std::fs::write(&file, "abc\nfile-1").unwrap();
        assert!(read_ids(&file, HASH_OF_ABC).is_err());
        assert!(read_ids(&folder.path().join("no"), HASH_OF_ABC).is_err());
    }

    #[test]
    fn a_list_that_is_too_long_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        let mut list = vec![b'a'; LONGEST_LIST as usize + 1];
        std::fs::write(&file, &list).unwrap();
        assert!(read_ids(&file, &sha256(&list)).unwrap_err().contains("too long"));
        list.pop();
        std::fs::write(&file, &list).unwrap();
        assert_eq!(read_ids(&file, &sha256(&list)).unwrap().len(), 1);
    }
}
