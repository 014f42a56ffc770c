//! Makes folders and files that have an owner and an access list from the start.

use super::wide;
use std::ffi::c_void;
use std::fs::File;
use std::io;
use std::os::windows::io::{FromRawHandle, OwnedHandle};
use std::path::Path;
use std::ptr::null_mut;
use windows_sys::Win32::Foundation::{ERROR_ALREADY_EXISTS, GENERIC_WRITE, INVALID_HANDLE_VALUE, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::SECURITY_ATTRIBUTES;
use windows_sys::Win32::Storage::FileSystem::{CREATE_NEW, CreateDirectoryW, CreateFileW, FILE_ATTRIBUTE_NORMAL};

/// Makes a folder with this descriptor (SDDL); one that is there stays as it is.
///
/// # Errors
/// What Windows said.
pub(crate) fn make_folder(folder: &Path, access: &str) -> io::Result<()> {
    let path = wide::encode_wide(folder)?;
    let descriptor = Descriptor::parse(access)?;
    // SAFETY: the path ends in zero, and the attributes live through the call.
    let made = unsafe { CreateDirectoryW(path.as_ptr(), &descriptor.attributes()) };
    let error = io::Error::last_os_error();
    if made != 0 || error.raw_os_error() == Some(ERROR_ALREADY_EXISTS as i32) { Ok(()) } else { Err(error) }
}

/// Makes a file with this descriptor (SDDL), to be written. What the descriptor leaves open is inherited
/// from the folder.
///
/// # Errors
/// What Windows said; also when there is a file of that name.
pub(crate) fn make_file(file: &Path, access: &str) -> io::Result<File> {
    let path = wide::encode_wide(file)?;
    let descriptor = Descriptor::parse(access)?;
    let attributes = descriptor.attributes();
    // SAFETY: the path ends in zero, and the attributes live through the call.
    let handle = unsafe {
        CreateFileW(path.as_ptr(), GENERIC_WRITE, 0, &attributes, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, null_mut())
    };
    if handle == INVALID_HANDLE_VALUE {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle is open and belongs to us.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) }.into())
}

/// A security descriptor, freed when it goes out of scope.
struct Descriptor(*mut c_void);

impl Descriptor {
    fn parse(access: &str) -> io::Result<Self> {
        let access = wide::encode_wide(access)?;
        let mut descriptor = null_mut();
        // SAFETY: the text ends in zero; the result is freed by `drop`.
        let parsed = unsafe {
            ConvertStringSecurityDescriptorToSecurityDescriptorW(
                access.as_ptr(),
                SDDL_REVISION_1,
                &mut descriptor,
                null_mut(),
            )
        };
        if parsed == 0 { Err(io::Error::last_os_error()) } else { Ok(Self(descriptor)) }
    }

    fn attributes(&self) -> SECURITY_ATTRIBUTES {
        SECURITY_ATTRIBUTES {
            nLength: size_of::<SECURITY_ATTRIBUTES>() as u32,
            lpSecurityDescriptor: self.0,
            bInheritHandle: 0,
        }
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        // SAFETY: Windows allocated it for us; it is freed once.
        unsafe { LocalFree(self.0) };
    }
}
