//! From where this process loads code.

use windows_sys::Win32::System::LibraryLoader::{LOAD_LIBRARY_SEARCH_SYSTEM32, SetDefaultDllDirectories};

/// From now on, libraries are loaded from System32 only, also by Windows' own parts in this process. A
/// program that may get an administrator's rights must not take code from its own folder, nor from the
/// folder it was started in. What the program itself names was kept for this moment.
pub fn only_system_libraries() {
    // A Windows that refuses is older than those that this program runs on.
    // SAFETY: takes a documented constant.
    unsafe { SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) };
    #[cfg(target_env = "gnu")]
    super::deferred::load_deferred();
}
