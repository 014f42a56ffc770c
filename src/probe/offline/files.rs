//! The files that entries of the registry name, on the disk that is looked at.

use super::disk::Rooted;
use crate::catalog::Catalog;
use crate::machine::{GapReason, Maker, Presence, Signer};
use crate::probe::drivers;
use crate::probe::file_system::FileSystem;
use crate::probe::not_running::system_variable;
use crate::probe::parse::image_path::Names;
use crate::probe::registry::Files;
use std::io::{self, ErrorKind};
use std::path::Path;

/// What a variable of the system is.
type Variable<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;

/// Asks the disk.
pub(super) struct RootedFiles<'a> {
    disk: &'a Rooted,
    windows: &'a str,
    variable: Variable<'a>,
}

impl<'a> RootedFiles<'a> {
    /// For the Windows in this folder.
    pub(super) fn new(disk: &'a Rooted, windows: &'a str) -> Self {
        Self { disk, windows, variable: Box::new(move |name| system_variable(name, windows)) }
    }
}

impl Files for RootedFiles<'_> {
    fn names(&self) -> Names<'_> {
        Names { windows: self.windows, variable: &self.variable }
    }

    fn presence(&mut self, path: &str) -> Presence {
        match self.disk.ask(Path::new(path)) {
            Ok(_) => Presence::Present,
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Presence::Absent,
                ErrorKind::PermissionDenied => Presence::Unknown(GapReason::NeedsAdmin),
                _ => Presence::Unknown(GapReason::NotTried),
            },
        }
    }

    fn maker(&mut self, path: &str) -> Maker {
        maker_of(self.disk, Path::new(path))
    }

    fn stranger(&mut self, path: &str, catalog: &Catalog) -> io::Result<Option<Maker>> {
        let disk = self.disk;
        drivers::of_stranger(disk, Path::new(path), catalog, &|path| maker_of(disk, path))
    }
}

/// Who a program says has made it. Nobody but Windows itself checks a signature.
pub(super) fn maker_of(disk: &Rooted, path: &Path) -> Maker {
    let company = drivers::describe_file(disk, path).ok().and_then(|about| about.company);
    Maker { company, signer: Signer::Unknown, also_signed_by: Vec::new() }
}
