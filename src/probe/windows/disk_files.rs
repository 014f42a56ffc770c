//! The files of this computer, as looks at the registry ask for them.

use super::listing::Listings;
use super::{maker, path_names};
use crate::catalog::Catalog;
use crate::machine::{Maker, Presence};
use crate::probe::drivers;
use crate::probe::file_system::ThisComputer;
use crate::probe::parse::image_path::Names;
use crate::probe::registry::Files;
use std::io;
use std::path::Path;

/// Asks the disk, each folder as seldom as possible.
#[derive(Default)]
pub(super) struct DiskFiles(Listings);

impl Files for DiskFiles {
    fn names(&self) -> Names<'_> {
        path_names::path_names()
    }

    fn presence(&mut self, path: &str) -> Presence {
        self.0.presence(path)
    }

    fn maker(&mut self, path: &str) -> Maker {
        maker::maker_of(Path::new(path))
    }

    fn stranger(&mut self, path: &str, catalog: &Catalog) -> io::Result<Option<Maker>> {
        let file = Path::new(path);
        if self.0.stays_here(path) {
            drivers::of_stranger(&ThisComputer, file, catalog, &maker::maker_of)
        } else {
            maker::of_stranger(file, catalog)
        }
    }
}
