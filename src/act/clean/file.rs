//! A journal in a file of its own, and the folder with one folder for each run.

use super::Storage;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Name of the journal in the folder of a run.
const JOURNAL: &str = "journal.jsonl";
/// Name of the file that is locked while a clean-up or undo is under way.
const LOCK: &str = "lock";

/// A journal on disk.
#[derive(Debug)]
pub struct JournalFile(File);

impl JournalFile {
    /// Opens or makes the journal of a run. The folder belongs to whoever runs this program, and to nobody
    /// else.
    ///
    /// # Errors
    /// What the system said.
    #[expect(clippy::disallowed_methods, reason = "the journal is our own file")]
    pub fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join(JOURNAL);
        let new = fs::symlink_metadata(&path).is_err();
        // Not for appending: Windows would not let a file that is open so be cut.
        let mut options = File::options();
        let file = itself(options.read(true).write(true).create(true).truncate(false)).open(&path)?;
        plain(&file)?;
        if new {
            sync_folder(folder)?;
        }
        Ok(Self(file))
    }
}

/// Opens a thing itself and not what a link leads to, and does not wait for a pipe.
#[cfg(unix)]
fn itself(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed())
}

/// Opens a thing itself and not what a link leads to.
#[cfg(windows)]
fn itself(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::windows::fs::OpenOptionsExt;
    options.custom_flags(windows_sys::Win32::Storage::FileSystem::FILE_FLAG_OPEN_REPARSE_POINT)
}

/// Whether a file of ours is one.
fn plain(file: &File) -> io::Result<()> {
    let kind = file.metadata()?.file_type();
    if kind.is_file() && !kind.is_symlink() { Ok(()) } else { Err(io::Error::other("this is no file of ours")) }
}

/// Makes sure that a new name in a folder is on the disk.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

impl Storage for JournalFile {
    fn append(&mut self, line: &str) -> io::Result<()> {
        self.0.seek(SeekFrom::End(0))?;
        self.0.write_all(format!("{line}\n").as_bytes())?;
        self.0.sync_all()
    }

    fn read(&mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(0))?;
        self.0.read_to_end(&mut bytes)?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        if whole < bytes.len() {
            bytes.truncate(whole);
            self.0.set_len(whole as u64)?;
            self.0.sync_all()?;
        }
        String::from_utf8(bytes).map_err(io::Error::other)
    }
}

/// The folder with the runs of one scope.
#[derive(Clone, Debug)]
pub struct Runs(PathBuf);

/// Held while a clean-up or undo is under way.
#[derive(Debug)]
pub struct Busy(#[expect(dead_code, reason = "it is held, and nobody reads it")] File);

impl Runs {
    /// The runs in this folder, which is there.
    pub fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Takes the mark that nobody else cleans now. None: somebody does.
    ///
    /// # Errors
    /// What the system said.
    #[expect(clippy::disallowed_methods, reason = "the mark is our own file")]
    pub fn lock(&self) -> io::Result<Option<Busy>> {
        let mut options = File::options();
        let file = itself(options.read(true).append(true).create(true)).open(self.0.join(LOCK))?;
        plain(&file)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Busy(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// The names of the runs, the oldest first.
    ///
    /// # Errors
    /// What the system said.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if is_run(&name) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// The folder of a run that is there. None: there is no such run, or it is no name of one.
    pub fn folder(&self, run: &str) -> Option<PathBuf> {
        let folder = self.0.join(run);
        let real = fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_dir());
        (is_run(run) && real).then_some(folder)
    }

    /// Makes the folder of a new run, named after the time.
    ///
    /// # Errors
    /// What the system said.
    #[expect(clippy::disallowed_methods, reason = "the undo folder is our own")]
    pub fn make(&self, at: u64) -> io::Result<(String, PathBuf)> {
        let stamp = jiff::Timestamp::from_second(i64::try_from(at).unwrap_or_default()).unwrap_or_default();
        let time = stamp.strftime("%Y%m%d-%H%M%S").to_string();
        for number in 1..100 {
            let name = if number == 1 { time.clone() } else { format!("{time}-{number}") };
            match fs::create_dir(self.0.join(&name)) {
                Ok(()) => {
                    sync_folder(&self.0)?;
                    return Ok((name.clone(), self.0.join(name)));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("there are too many runs of the same second"))
    }
}

/// Whether a name is one of a run: digits and hyphens, as [`Runs::make`] makes them.
pub fn is_run(name: &str) -> bool {
    name.len() >= 15
        && name.len() <= 18
        && name.starts_with(|first: char| first.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_off_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = JournalFile::open(folder.path()).unwrap();
        journal.append("one").unwrap();
        fs::write(folder.path().join(JOURNAL), "one\ntw").unwrap();
        assert_eq!(journal.read().unwrap(), "one\n");
        journal.append("three").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(JOURNAL)).unwrap(), "one\nthree\n");
    }

    #[test]
    fn runs_are_named_after_the_time_and_never_twice() {
        let folder = tempfile::tempdir().unwrap();
        let runs = Runs::at(folder.path().to_path_buf());
        assert_eq!(runs.make(1_790_000_000).unwrap().0, "20260921-141320");
        assert_eq!(runs.make(1_790_000_000).unwrap().0, "20260921-141320-2");
        assert_eq!(runs.names().unwrap(), ["20260921-141320", "20260921-141320-2"]);
        assert!(runs.folder("20260921-141320").is_some());
        for name in ["../20260921-141320", "20260921-141321", "", "lock", "20260921\u{0}141320"] {
            assert!(runs.folder(name).is_none(), "{name:?}");
        }
    }

    #[test]
    fn only_one_cleans_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let runs = Runs::at(folder.path().to_path_buf());
        let first = runs.lock().unwrap();
        assert!(first.is_some() && runs.lock().unwrap().is_none());
        drop(first);
        assert!(runs.lock().unwrap().is_some());
    }
}
