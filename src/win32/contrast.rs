//! Whether the person has asked Windows for colours that differ more.

use super::system_library::system_library;
use std::ffi::c_void;
use std::ptr::null_mut;

system_library! {
    /// Knows how the person likes the screen.
    struct User in "user32.dll" {
        SystemParametersInfoW: fn(u32, u32, *mut c_void, u32) -> i32,
    }
}

/// `SPI_GETHIGHCONTRAST`.
const GET_HIGH_CONTRAST: u32 = 0x0042;
/// `HCF_HIGHCONTRASTON`.
const ON: u32 = 1;

/// `HIGHCONTRASTW`.
#[repr(C)]
struct HighContrast {
    size: u32,
    flags: u32,
    scheme: *mut u16,
}

/// Whether Windows shows high contrast now. False where it does not say.
pub(crate) fn is_high() -> bool {
    let Ok(user) = User::load() else { return false };
    let size = size_of::<HighContrast>() as u32;
    let mut found = HighContrast { size, flags: 0, scheme: null_mut() };
    // SAFETY: the structure is whole, says its own size, and outlives the call; the scheme's name stays Windows' own.
    let told = unsafe { (user.SystemParametersInfoW)(GET_HIGH_CONTRAST, size, (&raw mut found).cast(), 0) };
    told != 0 && found.flags & ON != 0
}
