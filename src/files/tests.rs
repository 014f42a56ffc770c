use super::*;
use std::fs;

#[test]
fn a_file_is_written_whole_read_and_removed() {
    let place = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(place.path()).unwrap().join("new/below");
    assert!(Folder::open(&path).unwrap().is_none());
    let folder = Folder::make(&path).unwrap();
    assert!(folder.read("a.json").unwrap().is_none() && !folder.has("a.json"));
    folder.write("a.json", "long text").unwrap();
    folder.write("a.json", "short").unwrap();
    assert_eq!(folder.read("a.json").unwrap().unwrap(), b"short");
    assert_eq!(fs::read_dir(&path).unwrap().count(), 1, "nothing is left beside it");
    folder.rename("a.json", "b.json").unwrap();
    assert!(folder.has("b.json"));
    folder.remove("b.json").unwrap();
    assert!(!folder.has("b.json"));
}

#[test]
fn a_lock_is_held_by_one_and_empties_nothing() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::make(&fs::canonicalize(place.path()).unwrap()).unwrap();
    fs::write(place.path().join("lock"), "something").unwrap();
    let first = folder.lock("lock").unwrap();
    assert!(matches!(folder.lock("lock"), Err(LockError::Taken)));
    drop(first);
    assert!(folder.lock("lock").is_ok());
    assert_eq!(fs::read_to_string(place.path().join("lock")).unwrap(), "something");
}

#[test]
fn a_folder_is_cleared_but_for_what_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(place.path()).unwrap();
    for file in ["a", "logs/b", "undo/1/c", "deep/undo/d"] {
        fs::create_dir_all(path.join(file).parent().unwrap()).unwrap();
        fs::write(path.join(file), "x").unwrap();
    }
    let folder = Folder::open(&path).unwrap().unwrap();
    assert!(folder.holds_something("undo") && !folder.holds_something("none"));
    folder.clear(Some("undo")).unwrap();
    let mut left: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["deep", "undo"]);
    folder.clear(None).unwrap();
    assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
}

#[test]
fn what_is_no_file_or_too_large_is_not_read() {
    let place = tempfile::tempdir().unwrap();
    assert!(read_named(place.path()).is_err());
    let file = place.path().join("large");
    let large = fs::File::create(&file).unwrap();
    large.set_len(MOST + 1).unwrap();
    assert!(matches!(read_named(&file), Err(ReadError::TooLarge)));
    large.set_len(5).unwrap();
    assert_eq!(read_named(&file).unwrap(), [0; 5]);
}

#[test]
fn what_cannot_be_replaced_stays_and_nothing_is_left_beside_it() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("taken");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("inside"), "").unwrap();
    assert!(write_named(&path, b"text").is_err());
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{lchown, symlink};

    #[test]
    fn a_link_for_the_folder_or_above_it_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(place.path()).unwrap();
        fs::create_dir_all(path.join("theirs/below")).unwrap();
        symlink(path.join("theirs"), path.join("link")).unwrap();
        lchown(path.join("link"), Some(rustix::process::geteuid().as_raw()), None).unwrap();
        for folder in ["link", "link/below", "link/new"] {
            // Root's own link in a folder of root's that is closed is the system's.
            let systems = rustix::process::geteuid().is_root();
            assert_eq!(Folder::make(&path.join(folder)).is_ok(), systems, "{folder}");
        }
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
        for folder in ["link", "link/below", "link/newer"] {
            assert!(Folder::make(&path.join(folder)).is_err(), "{folder}");
            assert!(Folder::open(&path.join(folder)).is_err(), "{folder}");
        }
        assert!(fs::symlink_metadata(path.join("theirs/newer")).is_err());
    }

    #[test]
    fn links_in_the_folder_are_not_followed() {
        let place = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(place.path()).unwrap();
        fs::create_dir_all(path.join("theirs")).unwrap();
        fs::write(path.join("theirs/file"), "theirs").unwrap();
        fs::create_dir(path.join("ours")).unwrap();
        let folder = Folder::open(&path.join("ours")).unwrap().unwrap();
        for name in ["lock", "text", "folder"] {
            let target = if name == "folder" { "../theirs" } else { "../theirs/file" };
            symlink(target, path.join("ours").join(name)).unwrap();
        }
        assert!(folder.lock("lock").is_err() && folder.read("text").is_err());
        folder.write("text", "ours").unwrap();
        assert_eq!(fs::read_to_string(path.join("theirs/file")).unwrap(), "theirs");
        folder.clear(None).unwrap();
        assert_eq!(fs::read_dir(path.join("theirs")).unwrap().count(), 1);
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let place = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(place.path()).unwrap();
        let pipe = path.join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        let folder = Folder::open(&path).unwrap().unwrap();
        assert!(matches!(folder.read("pipe"), Err(ReadError::NotPlain)));
        assert!(folder.lock("pipe").is_err());
        assert!(matches!(read_named(&pipe), Err(ReadError::NotPlain)));
        assert!(matches!(read_named(std::path::Path::new("/dev/zero")), Err(ReadError::NotPlain)));
    }

    #[test]
    fn an_own_link_stays_and_what_is_no_file_is_written_to() {
        let place = tempfile::tempdir().unwrap();
        let (file, link) = (place.path().join("file"), place.path().join("link"));
        fs::write(&file, "old").unwrap();
        symlink("file", &link).unwrap();
        write_named(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        write_named(std::path::Path::new("/dev/null"), b"text").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
