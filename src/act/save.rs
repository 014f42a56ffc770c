//! Saves a file that the person asked for, and copies a program, each whole or not at all.

use crate::files::{own_folder, read_named, save_in};
use std::io;
use std::path::{Path, PathBuf};

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

/// Copies a file into a folder under its own name, and reads the copy again. Returns its path.
///
/// # Errors
/// It cannot be read or written, or does not read as what was written: a stick may say that it took what it did not.
pub(super) fn copy_file(file: &Path, folder: &Path) -> io::Result<PathBuf> {
    let name = file.file_name().and_then(|name| name.to_str()).ok_or_else(|| io::Error::other("this names no file"))?;
    let of_program = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
    let bytes = read_named(file).map_err(io::Error::other).map_err(of_program)?;
    save_in(folder, name, &bytes)?;
    let copy = folder.join(name);
    match read_named(&copy) {
        Ok(written) if written == bytes => Ok(copy),
        _ => Err(io::Error::other("the copy does not read as what was written")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_program_is_copied_whole_and_what_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let place = fs::canonicalize(folder.path()).unwrap();
        let program = place.join("cleanbreak-cli.exe");
        fs::write(&program, vec![7; 100_000]).unwrap();
        let stick = place.join("stick");
        fs::create_dir(&stick).unwrap();
        let copy = copy_file(&program, &stick).unwrap();
        assert_eq!(copy, stick.join("cleanbreak-cli.exe"));
        assert_eq!(fs::read(&copy).unwrap(), fs::read(&program).unwrap());
        // An older one is replaced.
        fs::write(&program, "newer").unwrap();
        copy_file(&program, &stick).unwrap();
        assert_eq!(fs::read(&copy).unwrap(), b"newer");
        fs::remove_file(&program).unwrap();
        let why = copy_file(&program, &stick).unwrap_err().to_string();
        assert!(why.contains("cleanbreak-cli.exe"), "{why}");
        assert_eq!(fs::read(&copy).unwrap(), b"newer", "what is there stays");
        let file = place.join("file");
        fs::write(&file, "").unwrap();
        assert!(copy_file(&copy, &file).is_err(), "a file is no stick");
    }

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
