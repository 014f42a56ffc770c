//! Where lines wait until it is known which of them is the newest of its computer: a file without a name.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

/// Lines on the disk, each found by where it begins.
pub struct Spool {
    file: BufWriter<File>,
    length: u64,
}

impl Spool {
    /// Makes the file, on the disk of the file that is to be written. It goes when it is closed, and when the program
    /// is stopped.
    ///
    /// # Errors
    /// What the system said.
    pub fn beside(path: &Path) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // On Windows it has a name as long as it is open, and would be read as a result where results are collected.
        let made = if cfg!(unix) { tempfile::tempfile_in(folder).ok() } else { None };
        let file = made.map_or_else(tempfile::tempfile, Ok)?;
        Ok(Self { file: BufWriter::new(file), length: 0 })
    }

    /// Adds a line, with its end, and says where it begins.
    pub(super) fn push(&mut self, line: &[u8]) -> io::Result<u64> {
        let at = self.length;
        self.file.write_all(line)?;
        self.length += line.len() as u64;
        Ok(at)
    }

    /// Copies the lines that begin at these places, in this order.
    pub(super) fn copy_lines(&mut self, places: impl Iterator<Item = u64>, out: &mut dyn Write) -> io::Result<()> {
        self.file.flush()?;
        let mut reader = BufReader::new(self.file.get_ref());
        let (mut line, mut at) = (Vec::new(), 0);
        reader.seek(SeekFrom::Start(0))?;
        for place in places {
            let away = i64::try_from(place).unwrap_or(i64::MAX).saturating_sub_unsigned(at);
            reader.seek_relative(away)?;
            line.clear();
            reader.read_until(b'\n', &mut line)?;
            at = place + line.len() as u64;
            out.write_all(&line)?;
        }
        Ok(())
    }
}
