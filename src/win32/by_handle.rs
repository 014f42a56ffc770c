//! Files and folders that are open: the thing itself, never what a link points to. What can change one stands in
//! [`moving`].

pub(crate) mod moving;

use super::wide;
use std::io;
use std::os::windows::io::{AsRawHandle, OwnedHandle};
use std::path::Path;
use windows_sys::Win32::Foundation::ERROR_BUFFER_OVERFLOW;
use windows_sys::Win32::Storage::FileSystem::{
    FILE_ATTRIBUTE_REPARSE_POINT, FILE_ATTRIBUTE_TAG_INFO, FileAttributeTagInfo, GetFileAttributesW,
    GetFileInformationByHandleEx, GetFinalPathNameByHandleW, INVALID_FILE_ATTRIBUTES,
};

/// Whether a link or junction stands at a path. What cannot be asked counts as none.
///
/// # Errors
/// It is no path.
pub(crate) fn is_link(path: &Path) -> io::Result<bool> {
    let path = wide::encode_wide(path)?;
    // SAFETY: the path ends in zero.
    let attributes = unsafe { GetFileAttributesW(path.as_ptr()) };
    Ok(attributes != INVALID_FILE_ATTRIBUTES && attributes & FILE_ATTRIBUTE_REPARSE_POINT != 0)
}

/// The attributes of an open thing.
///
/// # Errors
/// What Windows said.
pub(crate) fn file_attributes(handle: &OwnedHandle) -> io::Result<u32> {
    let mut about = FILE_ATTRIBUTE_TAG_INFO { FileAttributes: 0, ReparseTag: 0 };
    let size = size_of::<FILE_ATTRIBUTE_TAG_INFO>() as u32;
    // SAFETY: the handle is open and the buffer is a structure of the size that is said.
    let known = unsafe {
        GetFileInformationByHandleEx(handle.as_raw_handle(), FileAttributeTagInfo, (&raw mut about).cast(), size)
    };
    if known == 0 { Err(io::Error::last_os_error()) } else { Ok(about.FileAttributes) }
}

/// Where an open thing lies.
///
/// # Errors
/// What Windows said, or it is longer than a path can be.
pub(crate) fn final_path(handle: &OwnedHandle) -> io::Result<String> {
    let mut buffer = vec![0u16; 32_768];
    // SAFETY: the handle is open and the buffer has as many units as is said.
    let length =
        unsafe { GetFinalPathNameByHandleW(handle.as_raw_handle(), buffer.as_mut_ptr(), buffer.len() as u32, 0) };
    match length as usize {
        0 => Err(io::Error::last_os_error()),
        length if length < buffer.len() => Ok(wide::decode_wide(&buffer[..length])),
        _ => Err(io::Error::from_raw_os_error(ERROR_BUFFER_OVERFLOW.cast_signed())),
    }
}
