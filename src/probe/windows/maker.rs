//! Who made a file: the company it names and who signed it.

use super::signature;
use crate::catalog::Catalog;
use crate::machine::{Maker, Signer};
use crate::probe::file_system::ThisComputer;
use crate::probe::parse::pe::Kind;
use crate::probe::parse::version_resource::About;
use crate::probe::{drivers, here};
use std::io;
use std::path::Path;

/// Asks a program, library or driver who made it. With a signature this reads the whole file, so
/// it is for candidates only.
///
/// A path that leads to another computer or to a device is not opened, and neither is one that
/// depends on the current folder: the signer is then unknown. A file that is no program says
/// nothing about its maker.
pub(super) fn maker_of(path: &Path) -> Maker {
    let Ok(About { kind, company, .. }) = about(path) else {
        return Maker { signer: Signer::Unknown, ..Maker::default() };
    };
    let (signer, also_signed_by) =
        if kind == Kind::Signed { signature::file_signers(path) } else { (Signer::Unsigned, Vec::new()) };
    Maker { company, signer, also_signed_by }
}

/// Asks a driver that no rule names for its company, which takes a few pages of it, and for its signature only
/// if that company is the vendor. None: somebody else made it, or it does not say.
///
/// # Errors
/// It could not be opened or read, or leads to another computer.
pub(super) fn of_stranger(path: &Path, catalog: &Catalog) -> io::Result<Option<Maker>> {
    stays_here(path)?;
    drivers::of_stranger(&ThisComputer, path, catalog, &maker_of)
}

fn about(path: &Path) -> io::Result<About> {
    stays_here(path)?;
    drivers::describe_file(&ThisComputer, path)
}

fn stays_here(path: &Path) -> io::Result<()> {
    let here = path.is_absolute() && here::stays_here(path).is_ok();
    if here { Ok(()) } else { Err(io::ErrorKind::Unsupported.into()) }
}
