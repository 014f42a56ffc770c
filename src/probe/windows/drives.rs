//! Drives and links, asked without contacting another computer.

use crate::probe::here::ways::Ways;
use std::{fs, io};
use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;

/// What `GetDriveTypeW` answers for a share that has a drive letter.
const DRIVE_REMOTE: u32 = 4;

/// The drives and links of this computer.
pub(in crate::probe) struct Drives;

impl Ways for Drives {
    fn remote(&self, drive: &str) -> bool {
        let wide: Vec<u16> = drive.encode_utf16().chain([0]).collect();
        // SAFETY: the text ends in zero.
        unsafe { GetDriveTypeW(wide.as_ptr()) == DRIVE_REMOTE }
    }

    fn link(&self, path: &str) -> io::Result<Option<String>> {
        if !fs::symlink_metadata(path)?.file_type().is_symlink() {
            return Ok(None);
        }
        fs::read_link(path).map(|target| Some(target.to_string_lossy().into_owned()))
    }
}
