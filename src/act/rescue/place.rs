//! Whether a Windows lies below a folder and may be opened.

use super::RescueError;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The name of the hive.
const HIVE: &str = "SYSTEM";
/// The folder that a Windows is known by.
const WINDOWS: &str = "Windows";
/// From the disk to the hive, step by step.
const STEPS: [&str; 4] = [WINDOWS, "System32", "config", HIVE];
/// What Windows keeps beside a hive: changes that are not in it yet. `LOG` is that of Windows 7 and older.
const LOGS: [&str; 3] = ["LOG1", "LOG2", "LOG"];
/// Where a Windows keeps itself while it sleeps.
const SLEEPER: &str = "hiberfil.sys";
/// How that file begins while it sleeps; ntfs-3g asks the same before it writes to a disk.
const ASLEEP: [&[u8]; 2] = [b"hibr", b"HIBR"];

/// The SYSTEM hive of the Windows below a folder. `is_running` says of its folder `Windows` whether that is the one this
/// program runs on.
///
/// # Errors
/// No Windows lies there, or it may not be opened: it runs, sleeps, or has a link in the way.
pub(super) fn find_hive(root: &Path, is_running: impl Fn(&Path) -> bool) -> Result<PathBuf, RescueError> {
    fs::read_dir(root).map_err(|error| RescueError::of_opening(&error))?;
    let mut place = root.to_path_buf();
    for step in STEPS {
        place.push(step);
        let about = fs::symlink_metadata(&place).map_err(|error| RescueError::of_opening(&error))?;
        let (kind, last) = (about.file_type(), step == HIVE);
        if kind.is_symlink() {
            return Err(RescueError::Link(place.display().to_string()));
        }
        if !(if last { kind.is_file() } else { kind.is_dir() }) {
            return Err(RescueError::NoWindows);
        }
        if step == WINDOWS && is_running(&place) {
            return Err(RescueError::Running);
        }
    }
    check_awake(&root.join(SLEEPER))?;
    Ok(place)
}

/// Whether a Windows was shut down all the way.
///
/// # Errors
/// It sleeps, or nobody can tell.
fn check_awake(sleeper: &Path) -> Result<(), RescueError> {
    let mut start = Vec::new();
    match File::open(sleeper).and_then(|file| file.take(4).read_to_end(&mut start)) {
        Ok(_) if ASLEEP.contains(&start.as_slice()) => Err(RescueError::Hibernated),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(RescueError::Failed(format!("{}: {error}", sleeper.display()))),
    }
}

/// Copies a hive and those of its logs that are there into a folder, and waits until all of it is on the disk.
///
/// # Errors
/// There is no room, a file cannot be read, or the hive is a link.
#[expect(clippy::disallowed_methods, reason = "the copies lie in our own folder")]
pub(super) fn copy_with_logs(hive: &Path, folder: &Path) -> Result<(), RescueError> {
    let about = fs::symlink_metadata(hive).map_err(|error| RescueError::of_opening(&error))?;
    if !about.file_type().is_file() {
        return Err(RescueError::Link(hive.display().to_string()));
    }
    let hive_name = hive.file_name().unwrap_or_default().to_string_lossy();
    let copy = |file: &Path, name: &str| {
        let target = folder.join(name);
        fs::copy(file, &target)?;
        File::options().write(true).open(&target)?.sync_all()
    };
    let kept = |error: io::Error| RescueError::of_keeping(&error);
    copy(hive, &hive_name).map_err(kept)?;
    for log in LOGS {
        let name = format!("{hive_name}.{log}");
        match copy(&hive.with_file_name(&name), &name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(kept(error)),
            _ => {}
        }
    }
    Ok(())
}

/// Makes a folder of ours empty.
///
/// # Errors
/// Something in it cannot be removed.
#[expect(clippy::disallowed_methods, reason = "a closed folder of our own, with nothing in it but our copies")]
pub(super) fn empty_folder(folder: &Path) -> Result<(), RescueError> {
    let keeping = |error: io::Error| RescueError::of_keeping(&error);
    for entry in fs::read_dir(folder).map_err(keeping)? {
        fs::remove_file(entry.map_err(keeping)?.path()).map_err(keeping)?;
    }
    Ok(())
}

/// Removes the copy of a hive that was only read. What cannot go now goes before the next one is made.
#[expect(clippy::disallowed_methods, reason = "a closed folder of our own, with nothing in it but our copies")]
pub(super) fn forget_copy(folder: &Path) {
    if fs::symlink_metadata(folder).is_ok_and(|about| about.is_dir()) && empty_folder(folder).is_ok() {
        let _ = fs::remove_dir(folder);
    }
}

/// The folder of a Windows' disk in which our own stands: that of all its programs' data, or without one the root.
///
/// # Errors
/// A link stands in its place, or it may not be looked at.
pub(super) fn data_folder(root: &Path) -> Result<PathBuf, RescueError> {
    let data = root.join("ProgramData");
    match fs::symlink_metadata(&data) {
        Ok(about) if about.file_type().is_symlink() => Err(RescueError::Link(data.display().to_string())),
        Ok(about) if about.is_dir() => Ok(data),
        Ok(_) => Err(RescueError::NotWritable(data.display().to_string())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(root.to_path_buf()),
        Err(error) => Err(RescueError::of_opening(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a Windows in it.
    fn windows() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("Windows/System32/config");
        fs::create_dir_all(&config).unwrap();
        fs::write(config.join("SYSTEM"), "regf").unwrap();
        folder
    }

    fn found(folder: &tempfile::TempDir) -> Result<PathBuf, RescueError> {
        find_hive(folder.path(), |_| false)
    }

    #[test]
    fn a_folder_with_a_hive_is_a_windows_and_another_is_none() {
        let folder = windows();
        assert_eq!(found(&folder).unwrap(), folder.path().join("Windows/System32/config/SYSTEM"));
        assert_eq!(find_hive(folder.path(), |place| place.ends_with("Windows")), Err(RescueError::Running));
        fs::remove_file(folder.path().join("Windows/System32/config/SYSTEM")).unwrap();
        assert_eq!(found(&folder), Err(RescueError::NoWindows));
        assert_eq!(find_hive(folder.path(), |_| true), Err(RescueError::Running), "whatever may be seen of it");
        fs::create_dir(folder.path().join("Windows/System32/config/SYSTEM")).unwrap();
        assert_eq!(found(&folder), Err(RescueError::NoWindows), "a folder is no hive");
        assert_eq!(find_hive(&folder.path().join("nothing"), |_| false), Err(RescueError::NoWindows));
        let empty = tempfile::tempdir().unwrap();
        assert_eq!(found(&empty), Err(RescueError::NoWindows));
    }

    #[test]
    fn a_windows_that_sleeps_is_left_alone_until_it_was_shut_down() {
        let folder = windows();
        let sleeper = folder.path().join("hiberfil.sys");
        for start in ["hibr", "HIBR and more"] {
            fs::write(&sleeper, start).unwrap();
            assert_eq!(found(&folder), Err(RescueError::Hibernated), "{start}");
        }
        for start in ["", "wake", "\0\0\0\0\0"] {
            fs::write(&sleeper, start).unwrap();
            assert!(found(&folder).is_ok(), "{start:?}");
        }
        fs::remove_file(&sleeper).unwrap();
        fs::create_dir(&sleeper).unwrap();
        assert_eq!(found(&folder).unwrap_err().word(), "failed", "nobody can tell");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_on_the_way_is_not_followed() {
        let (other, folder) = (windows(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path().join("Windows"), folder.path().join("Windows")).unwrap();
        assert_eq!(found(&folder).unwrap_err().word(), "link");
        std::os::unix::fs::symlink(other.path(), folder.path().join("ProgramData")).unwrap();
        assert_eq!(data_folder(folder.path()).unwrap_err().word(), "link");
    }

    #[test]
    fn the_hive_is_copied_with_the_logs_that_are_there() {
        let (folder, copies) = (windows(), tempfile::tempdir().unwrap());
        let hive = found(&folder).unwrap();
        fs::write(hive.with_file_name("SYSTEM.LOG1"), "log").unwrap();
        copy_with_logs(&hive, copies.path()).unwrap();
        let read = |name: &str| fs::read_to_string(copies.path().join(name)).ok();
        assert_eq!(
            [read("SYSTEM").as_deref(), read("SYSTEM.LOG1").as_deref(), read("SYSTEM.LOG2").as_deref()],
            [Some("regf"), Some("log"), None]
        );
        forget_copy(copies.path());
        assert!(!copies.path().exists(), "what was only read is gone");
        forget_copy(copies.path());
        assert_eq!(data_folder(folder.path()).unwrap(), folder.path());
        fs::create_dir(folder.path().join("ProgramData")).unwrap();
        assert_eq!(data_folder(folder.path()).unwrap(), folder.path().join("ProgramData"));
    }
}
