//! Reads what was named: files, folders and standard input.

use super::inventory::{Inventory, Origin};
use super::pieces::{Pieces, What};
use super::seen::Parser;
use super::skipped::Reason;
use crate::files::{ReadError, open_named};
use std::fs::{self, DirEntry, FileType, ReadDir};
use std::io::Read;
use std::path::{Path, PathBuf};

/// How deep folders are looked into. Each one on the way is open.
const DEEPEST: usize = 64;
/// How standard input is named, in arguments and in the table.
const INPUT: &str = "-";

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Standard input.
    Input,
    /// A file, or a folder with all that is in it.
    Path(PathBuf),
}

/// What is kept from file to file.
struct Desk {
    buffer: Vec<u8>,
    parser: Parser,
    /// Files that this run writes, which are no results.
    written: Vec<PathBuf>,
}

/// Reads everything that was named. What cannot be read, or is no result, is noted. `written`: files that are written
/// in the end, and may be in one of the folders from the last time.
pub fn read_places(places: &[Place], written: &[&Path], input: &mut dyn Read, inventory: &mut Inventory) {
    let written = written.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut desk = Desk { buffer: Vec::new(), parser: Parser::new(), written };
    for place in places {
        match place {
            Place::Input => {
                let number = inventory.add_place(INPUT);
                let origin = Origin { place: number, file: "", line: 0 };
                read_results(&mut *input, origin, None, &mut desk, inventory);
            }
            Place::Path(path) => read_named_place(path, &mut desk, inventory),
        }
    }
}

fn read_named_place(path: &Path, desk: &mut Desk, inventory: &mut Inventory) {
    // A link that a person names is followed.
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => walk_folder(path, desk, inventory),
        _ => {
            let folder = path.parent().map(Path::to_string_lossy).unwrap_or_default();
            let place = inventory.add_place(&folder);
            let file = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            read_file(path, Origin { place, file: &file, line: 0 }, true, desk, inventory);
        }
    }
}

/// Reads all that is in a folder. No list of it is made.
fn walk_folder(top: &Path, desk: &mut Desk, inventory: &mut Inventory) {
    let mut open: Vec<(ReadDir, u32)> = Vec::new();
    open_folder(top, &mut open, inventory);
    while let Some((folder, place)) = open.last_mut() {
        let place = *place;
        match folder.next() {
            None => drop(open.pop()),
            Some(Ok(entry)) => read_entry(&entry, place, &mut open, desk, inventory),
            Some(Err(error)) => {
                let origin = Origin { place, file: "", line: 0 };
                inventory.skip(origin, Reason::Unreadable(error.kind()), &mut 0);
                drop(open.pop());
            }
        }
    }
}

fn open_folder(path: &Path, open: &mut Vec<(ReadDir, u32)>, inventory: &mut Inventory) {
    let place = inventory.add_place(&path.to_string_lossy());
    let opened = if open.len() < DEEPEST {
        fs::read_dir(path).map_err(|error| Reason::Unreadable(error.kind()))
    } else {
        Err(Reason::TooDeep)
    };
    match opened {
        Ok(folder) => open.push((folder, place)),
        Err(reason) => inventory.skip(Origin { place, file: "", line: 0 }, reason, &mut 0),
    }
}

fn read_entry(
    entry: &DirEntry,
    place: u32,
    open: &mut Vec<(ReadDir, u32)>,
    desk: &mut Desk,
    inventory: &mut Inventory,
) {
    let (path, name) = (entry.path(), entry.file_name());
    let name = name.to_string_lossy();
    let origin = Origin { place, file: &name, line: 0 };
    match entry.file_type() {
        Ok(kind) if kind.is_dir() => open_folder(&path, open, inventory),
        Ok(kind) if kind.is_file() => read_file(&path, origin, false, desk, inventory),
        Ok(kind) => inventory.skip(origin, what_it_is(kind), &mut 0),
        Err(error) => inventory.skip(origin, Reason::Unreadable(error.kind()), &mut 0),
    }
}

fn what_it_is(kind: FileType) -> Reason {
    if kind.is_symlink() { Reason::Link } else { Reason::NotPlain }
}

fn read_file(path: &Path, origin: Origin<'_>, follow: bool, desk: &mut Desk, inventory: &mut Inventory) {
    let ours = |written: &PathBuf| {
        written.file_name() == path.file_name() && fs::canonicalize(path).is_ok_and(|path| path == *written)
    };
    if desk.written.iter().any(ours) {
        return;
    }
    match open_named(path, follow) {
        Ok(file) => read_results(file, origin, Some(path), desk, inventory),
        Err(error) => inventory.skip(origin, why_not(error), &mut 0),
    }
}

fn why_not(error: ReadError) -> Reason {
    match error {
        ReadError::NotPlain => Reason::NotPlain,
        ReadError::TooLarge => Reason::TooLong,
        ReadError::Io(error) => Reason::Unreadable(error.kind()),
    }
}

/// Reads the results in one file. One with many is a place of its own.
fn read_results(
    reader: impl Read,
    origin: Origin<'_>,
    path: Option<&Path>,
    desk: &mut Desk,
    inventory: &mut Inventory,
) {
    let mut origin = origin;
    let mut pieces = Pieces::new(reader, &mut desk.buffer);
    let (mut count, mut skipped) = (0_u32, 0_u32);
    loop {
        let piece = match pieces.next_piece() {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(error) => {
                let whole = Origin { line: 0, ..origin };
                inventory.skip(whole, Reason::Unreadable(error.kind()), &mut skipped);
                return;
            }
        };
        if let Some(path) = path.filter(|_| count == 0 && piece.more) {
            origin = Origin { place: inventory.add_place(&path.to_string_lossy()), file: "", line: 0 };
        }
        count = count.saturating_add(1);
        origin.line = piece.line;
        match piece.what {
            What::TooLong => inventory.skip(origin, Reason::TooLong, &mut skipped),
            What::Text(text, length) => read_piece(text, length, origin, &mut desk.parser, inventory, &mut skipped),
        }
    }
    if count == 0 {
        inventory.skip(Origin { line: 0, ..origin }, Reason::Empty, &mut skipped);
    }
}

/// Reads a piece as a result. One with several lines may be a result on its first line, and then something else.
fn read_piece(
    text: &mut [u8],
    length: usize,
    origin: Origin<'_>,
    parser: &mut Parser,
    inventory: &mut Inventory,
    skipped: &mut u32,
) {
    let first = memchr::memchr(b'\n', &text[..length]).unwrap_or(length);
    let ended = text[..first].trim_ascii_end().last() == Some(&b'}');
    if first == length || !ended {
        return parser.parse(text, length, |seen| match seen {
            Ok(seen) => inventory.add(&seen, origin),
            Err(reason) => inventory.skip(origin, reason, skipped),
        });
    }
    read_piece(text, first, origin, parser, inventory, skipped);
    let rest = Origin { line: origin.line.saturating_add(1), ..origin };
    let blank = text[first..length].trim_ascii().is_empty();
    if !blank {
        inventory.skip(rest, Reason::Damaged, skipped);
    }
}

impl From<PathBuf> for Place {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == INPUT { Self::Input } else { Self::Path(path) }
    }
}
