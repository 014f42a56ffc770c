//! Who made a file: the company it names and who signed it.

use super::{signature, version_info};
use crate::machine::{Maker, Signer};
use crate::probe::folders::leads_away;
use crate::probe::parse::pe::{self, Kind};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Asks a program, library or driver who made it. With a signature this reads the whole file, so
/// it is for candidates only.
///
/// A path that leads to another computer or to a device is not opened, and neither is one that
/// depends on the current folder: the signer is then unknown. A file that is no program says
/// nothing about its maker.
pub(super) fn of(path: &Path) -> Maker {
    let away = !path.is_absolute() || leads_away(&path.to_string_lossy());
    let kind = if away { Err(io::ErrorKind::Unsupported.into()) } else { kind(path) };
    let Ok(kind) = kind else { return Maker { signer: Signer::Unknown, ..Maker::default() } };
    Maker {
        company: if kind == Kind::Other { None } else { version_info::company(path).ok().flatten() },
        signer: if kind == Kind::Signed { signature::signer(path) } else { Signer::Unsigned },
        also_signed_by: Vec::new(),
    }
}

fn kind(path: &Path) -> io::Result<Kind> {
    let mut head = Vec::with_capacity(pe::HEAD);
    File::open(path)?.take(pe::HEAD as u64).read_to_end(&mut head)?;
    Ok(pe::kind(&head))
}
