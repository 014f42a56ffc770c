//! Calls into libraries of Windows that are loaded only when they are needed.
//!
//! A library that the program names in its import table is searched in the program's own folder
//! first, unless Windows counts it among its protected few. Anybody who can put a file into the
//! download folder could so put code into this program. Libraries outside those few are therefore
//! loaded from System32 and nowhere else. It also starts the program faster, and lets it start on
//! a system that lacks one of them.

use super::wide;
use std::ffi::{CString, c_void};
use std::io;
use windows_sys::Win32::Foundation::{ERROR_MOD_NOT_FOUND, HMODULE};
use windows_sys::Win32::System::LibraryLoader::{GetProcAddress, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW};

/// Declares a table of functions of one library, with `load_library()` to fill it.
///
/// Each field has the name of the exported function; its type must be the function's own.
macro_rules! system_library {
    ($(#[$doc:meta])* struct $table:ident in $library:literal { $($function:ident: fn($($argument:ty),* $(,)?) -> $result:ty,)* }) => {
        $(#[$doc])*
        #[expect(non_snake_case, reason = "the functions keep the names that Windows documents")]
        struct $table { $($function: unsafe extern "system" fn($($argument),*) -> $result,)* }

        impl $table {
            /// Loads the library and finds every function.
            ///
            /// # Errors
            /// `NotFound` when this system has no such library or function; else what Windows said.
            fn load() -> std::io::Result<Self> {
                let library = $crate::win32::system_library::load_library($library)?;
                Ok(Self {$(
                    $function: {
                        let address = $crate::win32::system_library::find_function(library, stringify!($function))?;
                        // SAFETY: Windows documents the function of this name with this signature,
                        // and its library is never unloaded.
                        unsafe {
                            std::mem::transmute::<
                                *const std::ffi::c_void,
                                unsafe extern "system" fn($($argument),*) -> $result,
                            >(address)
                        }
                    },
                )*})
            }
        }
    };
}
pub(super) use system_library;

/// The library of this name from System32. It stays loaded until the program ends.
///
/// # Errors
/// `NotFound` when there is none.
pub(crate) fn load_library(name: &str) -> io::Result<HMODULE> {
    let file = wide::encode_wide(name)?;
    // SAFETY: `file` ends in zero; no file handle is passed, as documented.
    let library = unsafe { LoadLibraryExW(file.as_ptr(), std::ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    if library.is_null() {
        let error = io::Error::last_os_error();
        let missing = error.raw_os_error() == Some(ERROR_MOD_NOT_FOUND as i32);
        let kind = if missing { io::ErrorKind::NotFound } else { error.kind() };
        return Err(io::Error::new(kind, format!("{name}: {error}")));
    }
    Ok(library)
}

/// The address of a function of a loaded library.
///
/// # Errors
/// `NotFound` when the library has no function of this name.
pub(crate) fn find_function(library: HMODULE, name: &str) -> io::Result<*const c_void> {
    let name = CString::new(name)?;
    // SAFETY: `library` is loaded and `name` ends in zero.
    match unsafe { GetProcAddress(library, name.as_ptr().cast()) } {
        Some(address) => Ok(address as *const c_void),
        None => Err(io::Error::new(io::ErrorKind::NotFound, format!("this system has no {}", name.to_string_lossy()))),
    }
}
