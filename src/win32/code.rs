//! The numbers with which Windows' calls answer.

use std::io;
use windows_sys::Win32::Foundation::ERROR_SUCCESS;

/// A number that is not zero, with which Windows refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(pub(crate) u32);

impl From<Code> for io::Error {
    fn from(Code(code): Code) -> Self {
        io::Error::from_raw_os_error(code.cast_signed())
    }
}

/// What Windows' answer means.
///
/// # Errors
/// It is not zero, which Windows calls `ERROR_SUCCESS` and `NO_ERROR`.
pub(crate) fn check_code(code: u32) -> Result<(), Code> {
    if code == ERROR_SUCCESS { Ok(()) } else { Err(Code(code)) }
}
