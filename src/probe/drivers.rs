//! Driver files that no rule names. Each is asked once, cheaply, which company made it: a driver of the vendor
//! under a name that nobody foresaw would otherwise be missed.
//!
//! What costs much, the signature, is asked only when the company is the vendor. A file that Microsoft or
//! anybody else made has said so by then.

use super::file_system::{Entry, FileSystem, Kind};
use super::or_gap::OrGapAt;
use super::parse::version_resource::{self, About};
use crate::catalog::{Catalog, Target, line_of};
use crate::machine::{FileKind, FileSeen, Gap, Maker, Observed, Os, Scope};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;

/// How many threads read. A virus scanner looks at each file that is opened, and that takes most of the time.
const READERS: usize = 4;

/// Who made a file, if the vendor did.
type Ask<'a> = &'a (dyn Fn(&Path) -> io::Result<Option<Maker>> + Sync);

/// What a file says of itself. A few pages of it are read.
///
/// # Errors
/// It could not be opened or read.
pub(crate) fn describe_file(disk: &dyn FileSystem, path: &Path) -> io::Result<About> {
    version_resource::describe_program(disk.open(path)?)
}

/// Who made a driver that no rule names. None: it is not the vendor, or the file does not say; then `maker` is
/// not asked, which reads the whole file.
///
/// # Errors
/// It could not be opened or read.
pub(crate) fn of_stranger(
    disk: &dyn FileSystem,
    path: &Path,
    catalog: &Catalog,
    maker: &dyn Fn(&Path) -> Maker,
) -> io::Result<Option<Maker>> {
    let vendors = |company: &str| catalog.vendor.is_publisher(company) || catalog.vendor.is_named_in(company);
    Ok(describe_file(disk, path)?.company.is_some_and(|company| vendors(&company)).then(|| maker(path)))
}

/// The driver files in Windows' folder of drivers, and in the folders right below it, that no rule names and
/// whose company is the vendor. `of_stranger` is the question to each.
///
/// A file that cannot be read is a gap where its name could be the vendor's, and otherwise only a note: a
/// stranger's locked file takes nothing from the answer.
pub(crate) fn find_unregistered(
    catalog: &Catalog,
    disk: &dyn FileSystem,
    folder: &Path,
    of_stranger: Ask<'_>,
) -> Observed<FileSeen> {
    let mut looked = Observed::none();
    let files = unnamed(catalog, disk, folder, &mut looked);
    let share = files.len().div_ceil(READERS).max(1);
    let answers: Vec<_> = thread::scope(|scope| {
        let ask = |files: &[Stranger]| -> Vec<_> { files.iter().map(|file| file.ask(disk, of_stranger)).collect() };
        let readers: Vec<_> = files.chunks(share).map(|files| (files, scope.spawn(move || ask(files)))).collect();
        let broken = || io::Error::other("the question broke off");
        let answer = |(files, reader): (&[Stranger], thread::ScopedJoinHandle<'_, Vec<_>>)| {
            reader.join().unwrap_or_else(|_| files.iter().map(|_| Err(broken())).collect())
        };
        readers.into_iter().flat_map(answer).collect()
    });
    for (file, answer) in files.iter().zip(answers) {
        match answer {
            Ok(seen) => looked.items.extend(seen),
            Err(error) => missed(catalog, &file.place, &error, &mut looked),
        }
    }
    looked
}

/// A driver file that no rule names.
struct Stranger {
    place: String,
    path: PathBuf,
}

impl Stranger {
    /// What is seen of it, if the vendor made it. None: somebody else did, or it is gone.
    fn ask(&self, disk: &dyn FileSystem, of_stranger: Ask<'_>) -> io::Result<Option<FileSeen>> {
        let maker = match of_stranger(&self.path) {
            Ok(Some(maker)) => maker,
            Ok(None) => return Ok(None),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let known = disk.ask(&self.path).ok();
        Ok(Some(FileSeen {
            place: self.place.clone(),
            path: self.path.to_string_lossy().into_owned(),
            kind: FileKind::File,
            scope: Scope::Machine,
            size: known.as_ref().map(|known| known.size),
            modified: known.and_then(|known| known.modified),
            entries: None,
            hidden_system: false,
            denied: false,
            maker,
        }))
    }
}

/// Every driver file that no rule names, in the order of their names. Links are left alone.
fn unnamed(catalog: &Catalog, disk: &dyn FileSystem, folder: &Path, looked: &mut Observed<FileSeen>) -> Vec<Stranger> {
    let mut files = Vec::new();
    for entry in disk.all(folder).found_or_gap_at("{Drivers}", looked).into_iter().flatten() {
        let place = format!("{{Drivers}}/{}", entry.text());
        if entry.kind != Some(Kind::Folder) {
            files.extend(stranger(catalog, place, folder, &entry));
            continue;
        }
        let inside = folder.join(&entry.name);
        match disk.all(&inside) {
            Ok(below) => files.extend(
                below.iter().filter_map(|file| stranger(catalog, format!("{place}/{}", file.text()), &inside, file)),
            ),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => missed(catalog, &place, &error, looked),
        }
    }
    files
}

fn stranger(catalog: &Catalog, place: String, folder: &Path, entry: &Entry) -> Option<Stranger> {
    let path = folder.join(&entry.name);
    let driver = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sys"));
    let file = driver && entry.kind == Some(Kind::File);
    let named = file && catalog.rule_for(Os::Windows, Target::File, &place).is_some();
    (file && !named).then_some(Stranger { place, path })
}

/// Says that a file or folder could not be read.
fn missed(catalog: &Catalog, place: &str, error: &io::Error, looked: &mut Observed<FileSeen>) {
    let name = place.rsplit('/').next().unwrap_or(place);
    if catalog.vendor.is_named_in(name) || line_of(name).is_some() || name.to_ascii_lowercase().starts_with("kl") {
        looked.gaps.push(Gap::from_io(place, error));
    } else {
        looked.note(place, error.to_string());
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;
