//! Whether the system shows colours that differ more.

/// Whether the person has asked the system for high contrast. Only Windows can be asked without a program of the
/// desktop's own: elsewhere the person chooses it here.
pub fn system_is_high() -> bool {
    #[cfg(windows)]
    return crate::win32::contrast::is_high();
    #[cfg(not(windows))]
    false
}
