//! Saves a file that the person asked for, whole or not at all.

use crate::files::{own_folder, save_in};
use std::io;
use std::path::PathBuf;

/// Where files for the person go, the best place first: the documents, where people look; and this
/// program's own folder, since Windows can forbid an unknown program to write into the documents.
pub(super) fn save_folders() -> Vec<PathBuf> {
    let person = directories::UserDirs::new();
    let documents = person.map(|person| person.document_dir().unwrap_or_else(|| person.home_dir()).to_path_buf());
    documents.into_iter().chain(own_folder()).collect()
}

/// Saves a file in the first of these folders that takes it. Returns its path.
///
/// # Errors
/// What the system said about the first folder.
pub(super) fn into_first(folders: &[PathBuf], name: &str, text: &str) -> io::Result<PathBuf> {
    let mut refused = None;
    for folder in folders {
        match save_in(folder, name, text.as_bytes()) {
            Ok(()) => return Ok(folder.join(name)),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| io::Error::other("this system names no folder for documents")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_goes_into_the_first_folder_that_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = fs::canonicalize(folder.path()).unwrap();
        // A file stands where the documents should be, as if the folder were refused.
        let documents = place.join("documents");
        fs::write(&documents, "").unwrap();
        let own = place.join("own");
        let saved = into_first(&[documents.clone(), own.clone()], "a.html", "text").unwrap();
        assert_eq!(saved, own.join("a.html"));
        assert_eq!(fs::read_to_string(saved).unwrap(), "text");
        assert!(into_first(&[documents], "a.html", "text").is_err());
        assert!(into_first(&[], "a.html", "text").is_err());
    }
}
