//! Who made a file: the company it names and who signed it.

use super::{signature, version_info};
use crate::machine::{Maker, Signer};
use crate::probe::folders::leads_away;
use std::path::Path;

/// Asks a file who made it. This reads the whole file, so it is for candidates only.
///
/// A path that leads to another computer or to a device is not opened, and neither is one that
/// depends on the current folder: the signer is then unknown.
pub(super) fn of(path: &Path) -> Maker {
    if !path.is_absolute() || leads_away(&path.to_string_lossy()) {
        return Maker { company: None, signer: Signer::Unknown };
    }
    Maker { company: version_info::company(path).ok().flatten(), signer: signature::signer(path) }
}
