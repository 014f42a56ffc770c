//! What Windows Installer has on record about a product.

use super::system_library::system_library;
use super::wide;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::null;
use windows_sys::Win32::Foundation::{ERROR_FILE_NOT_FOUND, WAIT_ABANDONED, WAIT_OBJECT_0};
use windows_sys::Win32::System::Threading::{
    OpenMutexW, ReleaseMutex, SYNCHRONIZATION_SYNCHRONIZE, WaitForSingleObject,
};

system_library! {
    /// Windows Installer.
    struct MsiLibrary in "msi.dll" {
        MsiGetProductInfoExW: fn(*const u16, *const u16, i32, *const u16, *mut u16, *mut u32) -> u32,
    }
}

/// `ERROR_MORE_DATA`
const MORE: u32 = 234;
/// `ERROR_UNKNOWN_PRODUCT`
const UNKNOWN_PRODUCT: u32 = 1605;
/// `ERROR_UNKNOWN_PROPERTY`: nothing is on record there.
const UNKNOWN_PROPERTY: u32 = 1608;
/// No name of a product or of its maker is longer, in UTF-16 units.
const LONGEST: usize = 4096;

/// Whether Windows Installer works on something: it holds this mutex meanwhile ("_MSIExecute Mutex"). When Windows does
/// not say, it does.
pub(crate) fn is_at_work() -> bool {
    let name = windows_sys::core::w!("Global\\_MSIExecute");
    // SAFETY: the name ends in zero.
    let mutex = unsafe { OpenMutexW(SYNCHRONIZATION_SYNCHRONIZE, 0, name) };
    if mutex.is_null() {
        return io::Error::last_os_error().raw_os_error() != Some(ERROR_FILE_NOT_FOUND.cast_signed());
    }
    // SAFETY: the handle is open and belongs to us.
    let mutex = unsafe { OwnedHandle::from_raw_handle(mutex) };
    // SAFETY: the handle is open.
    match unsafe { WaitForSingleObject(mutex.as_raw_handle(), 0) } {
        WAIT_OBJECT_0 | WAIT_ABANDONED => {
            // SAFETY: this thread has just taken it.
            unsafe { ReleaseMutex(mutex.as_raw_handle()) };
            false
        }
        _ => true,
    }
}

/// Windows Installer, to be asked.
pub(crate) struct Installer(MsiLibrary);

impl Installer {
    /// Loads it.
    ///
    /// # Errors
    /// Windows could not load its own library.
    pub(crate) fn load() -> io::Result<Self> {
        MsiLibrary::load().map(Self)
    }

    /// A property of the product in one context (`MSIINSTALLCONTEXT`). None: it is not known, or has no such property.
    ///
    /// # Errors
    /// What Windows Installer said.
    pub(crate) fn property(&self, code: &str, context: i32, property: &str) -> io::Result<Option<String>> {
        let (code, property) = (wide::encode_wide(code)?, wide::encode_wide(property)?);
        let mut value = vec![0_u16; LONGEST];
        let mut length = value.len() as u32;
        let (text, name) = (code.as_ptr(), property.as_ptr());
        // SAFETY: both texts end in zero, no account is named, and the buffer has the length that is told.
        let answer =
            unsafe { (self.0.MsiGetProductInfoExW)(text, null(), context, name, value.as_mut_ptr(), &mut length) };
        match answer {
            0 | MORE => Ok(Some(wide::decode_wide(&value))),
            UNKNOWN_PRODUCT | UNKNOWN_PROPERTY => Ok(None),
            other => Err(io::Error::from_raw_os_error(other as i32)),
        }
    }
}
