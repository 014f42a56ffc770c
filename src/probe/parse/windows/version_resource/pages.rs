//! A file, read in pages: few of them, and each once.

use std::io::{self, Read, Seek, SeekFrom};

/// The size of a page in bytes.
const PAGE: u64 = 4096;
/// So many pages of one file are read at most: 256 KB.
pub const MOST_PAGES: u64 = 64;
/// So many pages are kept. The way goes back and forth between two or three.
const KEPT: usize = 4;

/// Why the way through a file ends.
#[derive(Debug)]
pub(super) enum PagesError {
    /// The system refused to read.
    Io(io::Error),
    /// What was looked for is not there, or what leads to it is damaged.
    Nothing,
}

impl From<io::Error> for PagesError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// An open file.
pub(super) struct Pages<F> {
    file: F,
    kept: Vec<(u64, Vec<u8>)>,
    count: u64,
    read: u64,
}

impl<F: Read + Seek> Pages<F> {
    pub(super) fn new(file: F) -> Self {
        Self { file, kept: Vec::new(), count: 0, read: 0 }
    }

    /// How many bytes were read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// The first page, or as much as there is of it.
    pub(super) fn head(&mut self) -> io::Result<Vec<u8>> {
        match self.page(0) {
            Ok(page) => Ok(page.to_vec()),
            Err(PagesError::Nothing) => Ok(Vec::new()),
            Err(PagesError::Io(error)) => Err(error),
        }
    }

    /// Exactly so many bytes.
    pub(super) fn bytes(&mut self, at: u64, size: usize) -> Result<Vec<u8>, PagesError> {
        let mut bytes = Vec::new();
        while bytes.len() < size {
            let here = at.checked_add(bytes.len() as u64).ok_or(PagesError::Nothing)?;
            let within = (here % PAGE) as usize;
            let page = self.page(here / PAGE)?;
            let end = page.len().min(within + size - bytes.len());
            let part = page.get(within..end).filter(|part| !part.is_empty()).ok_or(PagesError::Nothing)?;
            bytes.extend_from_slice(part);
        }
        Ok(bytes)
    }

    /// A page; the last of a file is shorter.
    fn page(&mut self, number: u64) -> Result<&[u8], PagesError> {
        let at = match self.kept.iter().position(|(kept, _)| *kept == number) {
            Some(at) => at,
            None => {
                let page = self.fetch(number)?;
                if self.kept.len() == KEPT {
                    self.kept.remove(0);
                }
                self.kept.push((number, page));
                self.kept.len() - 1
            }
        };
        Ok(&self.kept[at].1)
    }

    fn fetch(&mut self, number: u64) -> Result<Vec<u8>, PagesError> {
        if self.count == MOST_PAGES {
            return Err(PagesError::Nothing);
        }
        self.count += 1;
        self.file.seek(SeekFrom::Start(number.checked_mul(PAGE).ok_or(PagesError::Nothing)?))?;
        let mut page = Vec::with_capacity(PAGE as usize);
        self.file.by_ref().take(PAGE).read_to_end(&mut page)?;
        self.read += page.len() as u64;
        Ok(page)
    }
}
