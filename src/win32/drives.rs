//! What kind of drive a path begins with.

use super::wide;
use windows_sys::Win32::Storage::FileSystem::{GetDriveTypeW, GetLogicalDrives};

/// `DRIVE_REMOVABLE`: a stick, or a disk in a case that says so.
const REMOVABLE: u32 = 2;
/// `DRIVE_FIXED`
const FIXED: u32 = 3;
/// `DRIVE_REMOTE`: a share that has a drive letter.
const REMOTE: u32 = 4;

/// Whether this drive, as in `C:\`, is part of this computer and stays there.
pub(crate) fn is_fixed(drive: &str) -> bool {
    kind(drive) == Some(FIXED)
}

/// The drives of this computer that a Windows may be installed on, as in `C:\`.
pub(crate) fn disk_drives() -> Vec<String> {
    // SAFETY: nothing is passed.
    let letters = unsafe { GetLogicalDrives() };
    let drives = ('A'..='Z').enumerate().filter(|(bit, _)| letters & (1 << bit) != 0);
    drives
        .map(|(_, letter)| format!(r"{letter}:\"))
        .filter(|drive| matches!(kind(drive), Some(FIXED | REMOVABLE)))
        .collect()
}

/// Whether this drive, as in `C:\`, lies on another computer. Nothing is asked of that one.
pub(crate) fn is_remote(drive: &str) -> bool {
    kind(drive) == Some(REMOTE)
}

fn kind(drive: &str) -> Option<u32> {
    let drive = wide::encode_wide(drive).ok()?;
    // SAFETY: the text ends in zero.
    Some(unsafe { GetDriveTypeW(drive.as_ptr()) })
}
