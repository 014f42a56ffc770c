//! Saves a file that the person asked for, whole or not at all.
#![expect(clippy::disallowed_methods, reason = "the person asked for this file")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where files for the person go, the best place first: the documents, where people look; and this
/// program's own folder, since Windows can forbid an unknown program to write into the documents.
pub(super) fn folders() -> Vec<PathBuf> {
    let person = directories::UserDirs::new();
    let documents = person.map(|person| person.document_dir().unwrap_or_else(|| person.home_dir()).to_path_buf());
    let own = directories::ProjectDirs::from("", "", "Clean Break");
    documents.into_iter().chain(own.map(|own| own.data_local_dir().to_path_buf())).collect()
}

/// Saves a file in the first of these folders that takes it. Gives its path.
///
/// # Errors
/// What the system said about the first folder.
pub(super) fn into_first(folders: &[PathBuf], name: &str, text: &str) -> io::Result<PathBuf> {
    let mut refused = None;
    for folder in folders {
        let path = folder.join(name);
        match fs::create_dir_all(folder).and_then(|()| whole(&path, text)) {
            Ok(()) => return Ok(path),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| io::Error::other("this system names no folder for documents")))
}

/// Writes a file whole or not at all: into a neighbour first, flushed to the disk, then renamed. A file
/// that was there is replaced, also at the other end of a link. What is no file, as a terminal or a pipe, is written to.
///
/// # Errors
/// What the system said; then the file is as it was.
pub fn whole(path: &Path, text: &str) -> io::Result<()> {
    let there = fs::canonicalize(path).ok();
    let path = there.as_deref().unwrap_or(path);
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return fs::write(path, text);
    }
    let mut name = path.file_name().ok_or_else(|| io::Error::other("this names no file"))?.to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let neighbour = path.with_file_name(name);
    let mut file = File::create_new(&neighbour)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&neighbour, path));
    if done.is_err() {
        let _ = fs::remove_file(&neighbour);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_goes_into_the_first_folder_that_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        // A file stands where the documents should be, as if the folder were refused.
        let documents = folder.path().join("documents");
        fs::write(&documents, "").unwrap();
        let own = folder.path().join("own");
        let saved = into_first(&[documents.clone(), own.clone()], "a.html", "text").unwrap();
        assert_eq!(saved, own.join("a.html"));
        assert_eq!(fs::read_to_string(saved).unwrap(), "text");
        assert!(into_first(&[documents], "a.html", "text").is_err());
        assert!(into_first(&[], "a.html", "text").is_err());
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.html");
        whole(&path, "long text").unwrap();
        whole(&path, "short").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "short");
        assert_eq!(names(folder.path()), ["a.html"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_is_no_file_is_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        whole(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        whole(Path::new("/dev/null"), "text").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn what_cannot_be_replaced_stays_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "").unwrap();
        assert!(whole(&path, "text").is_err());
        assert_eq!(names(folder.path()), ["taken"]);
    }
}
