//! Where Windows keeps its own folders and this account's.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::path::PathBuf;
use std::ptr::null_mut;
use std::sync::OnceLock;
use windows_sys::Win32::System::SystemInformation::GetSystemWindowsDirectoryW;
use windows_sys::core::GUID;

system_library! {
    /// Knows the folders that a person or administrator may have moved.
    struct Shell in "shell32.dll" {
        SHGetKnownFolderPath: fn(*const GUID, u32, *mut c_void, *mut *mut u16) -> i32,
    }
}

system_library! {
    /// Frees what the shell hands out.
    struct Com in "ole32.dll" {
        CoTaskMemFree: fn(*const c_void) -> (),
    }
}

/// `KF_FLAG_DONT_VERIFY`: the folder is not opened, so one on another computer is not contacted.
const DONT_VERIFY: u32 = 0x4000;

/// The folder of Windows, as in `C:\Windows`. It is the same in a session of a terminal server.
pub(crate) fn windows_folder() -> &'static str {
    static FOLDER: OnceLock<String> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let mut buffer = [0u16; 512];
        // SAFETY: the buffer has as many units as is said.
        let length = unsafe { GetSystemWindowsDirectoryW(buffer.as_mut_ptr(), buffer.len() as u32) } as usize;
        let known = (1..buffer.len()).contains(&length);
        if known { wide::decode_wide(&buffer[..length]) } else { r"C:\Windows".to_string() }
    })
}

/// The shell's list of folders, loaded when it is first asked.
pub(crate) struct KnownFolders {
    shell: Shell,
    com: Com,
}

impl KnownFolders {
    /// Loads the list.
    ///
    /// # Errors
    /// Windows could not load its own library.
    pub(crate) fn load() -> io::Result<Self> {
        Ok(Self { shell: Shell::load()?, com: Com::load()? })
    }

    /// Where a folder is. None: the shell does not say.
    pub(crate) fn path(&self, folder: &GUID) -> Option<PathBuf> {
        let mut text = null_mut();
        // SAFETY: the GUID and the pointer live through the call; no token means this account.
        let result = unsafe { (self.shell.SHGetKnownFolderPath)(folder, DONT_VERIFY, null_mut(), &mut text) };
        // SAFETY: on success the text ends in zero; otherwise it is null.
        let path = unsafe { wide::read_wide(text) };
        // SAFETY: the shell allocated it, or it is null; it is freed once.
        unsafe { (self.com.CoTaskMemFree)(text.cast()) };
        (result >= 0 && !path.is_empty()).then(|| path.into())
    }
}
