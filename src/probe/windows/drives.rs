//! Drives and links, asked without contacting another computer.

use crate::probe::here::ways::Ways;
use crate::win32::drives;
use std::{fs, io};

/// The drives and links of this computer.
pub(in crate::probe) struct Drives;

impl Ways for Drives {
    fn remote(&self, drive: &str) -> bool {
        drives::is_remote(drive)
    }

    fn link(&self, path: &str) -> io::Result<Option<String>> {
        if !fs::symlink_metadata(path)?.file_type().is_symlink() {
            return Ok(None);
        }
        fs::read_link(path).map(|target| Some(target.to_string_lossy().into_owned()))
    }
}
