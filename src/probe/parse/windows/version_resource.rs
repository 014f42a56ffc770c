//! The version information inside a program, library or driver: what the file says of itself.
//!
//! Windows' own functions load the whole file for it, and only on Windows. This reads the headers, the table
//! of sections, the way down to the one resource, and that resource: usually two pages of 4096 bytes. The
//! form of resources stands in Microsoft's "PE Format", the form of the block in "VS_VERSIONINFO".
//!
//! A file may say anything. Every length, count and place in it is checked, and nothing is read that leads
//! beyond [`MOST_PAGES`].

mod block;
mod pages;

#[cfg(test)]
pub(crate) mod made;
#[cfg(test)]
mod tests;

use super::pe::{self, Kind};
use pages::{Pages, PagesError};
use std::io::{self, Read, Seek};

pub use pages::MOST_PAGES;

/// The type of version information among resources: `RT_VERSION`.
const VERSION: u32 = 16;
/// A directory of resources has this before its entries, in bytes: two counts stand at its end.
const DIRECTORY: u64 = 16;
/// Marks an entry that leads to a directory, and an entry that has a name in place of a number.
const HIGH: u32 = 1 << 31;
/// So many types of resources are looked through.
const MOST_TYPES: u32 = 1024;
/// So many version resources, and languages of each, are looked at. One of one is usual.
const MOST_VERSIONS: u32 = 8;
/// A version block says its own length in two bytes.
const LARGEST_BLOCK: u32 = 1 << 16;
/// Windows loads no program with more sections.
const MOST_SECTIONS: u16 = 96;
/// The size of an entry in the table of sections.
const SECTION: u64 = 40;

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Whether it is a program, and carries a signature.
    pub kind: Kind,
    /// `CompanyName`, without spaces around it. None: it names none.
    pub company: Option<String>,
    /// `OriginalFilename`: what its maker called it. None: it says nothing.
    pub original_name: Option<String>,
    /// How many bytes were read for it.
    pub read: u64,
}

/// Asks an open file. One that is no program, is cut off or leads in circles says nothing, which is an answer.
///
/// # Errors
/// The file could not be read.
pub fn describe_program(file: impl Read + Seek) -> io::Result<About> {
    let mut pages = Pages::new(file);
    let head = pages.head()?;
    let kind = pe::file_kind(&head);
    let (mut company, mut original_name) = (None, None);
    match names(&mut pages, &head, &mut company, &mut original_name) {
        Ok(()) | Err(PagesError::Nothing) => {}
        Err(PagesError::Io(error)) => return Err(error),
    }
    Ok(About { kind, company, original_name, read: pages.bytes_read() })
}

/// The first company that a version resource names, and the first name of the file up to there.
fn names(
    pages: &mut Pages<impl Read + Seek>,
    head: &[u8],
    company: &mut Option<String>,
    original_name: &mut Option<String>,
) -> Result<(), PagesError> {
    let mut tree = Tree::find(pages, head)?;
    let types = tree.entries(0, MOST_TYPES)?;
    let versions = types.iter().find(|entry| entry.id == VERSION).ok_or(PagesError::Nothing)?.directory()?;
    for version in tree.entries(versions, MOST_VERSIONS)? {
        for language in tree.entries(version.directory()?, MOST_VERSIONS)? {
            let block = tree.data(language)?;
            *original_name = original_name.take().or_else(|| block::said_as(&block, "OriginalFilename"));
            *company = block::said_as(&block, "CompanyName");
            if company.is_some() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// An entry of a directory of resources.
#[derive(Clone, Copy)]
struct Entry {
    /// Its number, or where its name is.
    id: u32,
    /// Where it leads to.
    to: u32,
}

impl Entry {
    fn directory(self) -> Result<u32, PagesError> {
        if self.to & HIGH == 0 { Err(PagesError::Nothing) } else { Ok(self.to & !HIGH) }
    }
}

/// A section: where it is loaded, and where it is in the file.
struct Section {
    address: u32,
    file: u32,
    size: u32,
}

/// The resources of a file.
struct Tree<'p, F> {
    pages: &'p mut Pages<F>,
    sections: Vec<Section>,
    /// Where the first directory is in the file. All places but those of data count from here.
    start: u64,
}

impl<'p, F: Read + Seek> Tree<'p, F> {
    fn find(pages: &'p mut Pages<F>, head: &[u8]) -> Result<Self, PagesError> {
        let resources = pe::find_resources(head).ok_or(PagesError::Nothing)?;
        let mut sections = Vec::new();
        for number in 0..resources.count.min(MOST_SECTIONS) {
            let bytes = pages.bytes(resources.sections + u64::from(number) * SECTION, SECTION as usize)?;
            sections.push(Section { address: four(&bytes, 12)?, size: four(&bytes, 16)?, file: four(&bytes, 20)? });
        }
        let mut tree = Self { pages, sections, start: 0 };
        tree.start = tree.in_file(resources.address, DIRECTORY as u32)?;
        Ok(tree)
    }

    /// Where so many loaded bytes are in the file.
    fn in_file(&self, address: u32, size: u32) -> Result<u64, PagesError> {
        let within = |section: &Section| {
            let into = address.checked_sub(section.address)?;
            let fits = section.size.checked_sub(into)? >= size;
            fits.then(|| u64::from(section.file) + u64::from(into))
        };
        self.sections.iter().find_map(within).ok_or(PagesError::Nothing)
    }

    /// The first entries of a directory.
    fn entries(&mut self, directory: u32, most: u32) -> Result<Vec<Entry>, PagesError> {
        let at = self.start + u64::from(directory);
        let counts = four(&self.pages.bytes(at, DIRECTORY as usize)?, 12)?;
        let count = ((counts & 0xFFFF) + (counts >> 16)).min(most);
        let bytes = self.pages.bytes(at + DIRECTORY, count as usize * 8)?;
        bytes.chunks_exact(8).map(|entry| Ok(Entry { id: four(entry, 0)?, to: four(entry, 4)? })).collect()
    }

    /// The bytes that an entry leads to.
    fn data(&mut self, entry: Entry) -> Result<Vec<u8>, PagesError> {
        if entry.to & HIGH != 0 {
            return Err(PagesError::Nothing);
        }
        let place = self.pages.bytes(self.start + u64::from(entry.to), 8)?;
        let (address, size) = (four(&place, 0)?, four(&place, 4)?);
        if size > LARGEST_BLOCK {
            return Err(PagesError::Nothing);
        }
        let at = self.in_file(address, size)?;
        self.pages.bytes(at, size as usize)
    }
}

/// A number of four bytes.
fn four(bytes: &[u8], at: usize) -> Result<u32, PagesError> {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or(PagesError::Nothing)?;
    Ok(u32::from_le_bytes(*four))
}
