//! The version information inside programs and drivers: what a file says of itself.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::path::Path;
use std::ptr::null_mut;
use windows_sys::Win32::Foundation::{
    ERROR_BAD_EXE_FORMAT, ERROR_RESOURCE_DATA_NOT_FOUND, ERROR_RESOURCE_LANG_NOT_FOUND, ERROR_RESOURCE_NAME_NOT_FOUND,
    ERROR_RESOURCE_TYPE_NOT_FOUND,
};

system_library! {
    /// Reads version resources.
    struct Version in "version.dll" {
        GetFileVersionInfoSizeW: fn(*const u16, *mut u32) -> u32,
        GetFileVersionInfoW: fn(*const u16, u32, u32, *mut c_void) -> i32,
        VerQueryValueW: fn(*const c_void, *const u16, *mut *mut c_void, *mut u32) -> i32,
    }
}

/// What is tried after the languages that the file lists: US English, and no language at all.
const USUAL_LANGUAGES: [&str; 3] = ["040904b0", "040904e4", "000004b0"];

/// `CompanyName` of a file, without spaces around it. None when it says nothing.
///
/// # Errors
/// The file could not be read. A file without version information is an answer, not an error.
pub(super) fn company(path: &Path) -> io::Result<Option<String>> {
    let version = Version::load()?;
    let block = match version.block(path) {
        Ok(block) => block,
        Err(error) if says_nothing(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut languages = version.languages(&block)?;
    languages.extend(USUAL_LANGUAGES.map(str::to_string));
    for language in languages {
        let name = version.text(&block, &format!(r"\StringFileInfo\{language}\CompanyName"))?;
        if let Some(name) = name.map(|name| name.trim().to_string()).filter(|name| !name.is_empty()) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Whether the error means that the file is whole and has no version information.
fn says_nothing(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|code| {
        [
            ERROR_BAD_EXE_FORMAT,
            ERROR_RESOURCE_DATA_NOT_FOUND,
            ERROR_RESOURCE_LANG_NOT_FOUND,
            ERROR_RESOURCE_NAME_NOT_FOUND,
            ERROR_RESOURCE_TYPE_NOT_FOUND,
        ]
        .contains(&code.cast_unsigned())
    })
}

impl Version {
    /// The whole version resource of a file.
    fn block(&self, path: &Path) -> io::Result<Vec<u16>> {
        let file = wide::encode(path)?;
        // SAFETY: `file` ends in zero; the second argument may be null.
        let bytes = unsafe { (self.GetFileVersionInfoSizeW)(file.as_ptr(), null_mut()) };
        let mut block = vec![0u16; bytes.div_ceil(2) as usize];
        // SAFETY: `block` has at least `bytes` bytes.
        if bytes == 0 || unsafe { (self.GetFileVersionInfoW)(file.as_ptr(), 0, bytes, block.as_mut_ptr().cast()) } == 0
        {
            return Err(io::Error::last_os_error());
        }
        Ok(block)
    }

    /// The languages that the resource lists, spelled as in `040904b0`.
    fn languages(&self, block: &[u16]) -> io::Result<Vec<String>> {
        let (data, bytes) = self.find(block, r"\VarFileInfo\Translation")?;
        let pairs = data[..data.len().min(bytes / 2)].chunks_exact(2);
        Ok(pairs.map(|pair| format!("{:04x}{:04x}", pair[0], pair[1])).collect())
    }

    /// A text of the resource.
    fn text(&self, block: &[u16], name: &str) -> io::Result<Option<String>> {
        let (data, units) = self.find(block, name)?;
        Ok((units > 0).then(|| wide::decode(&data[..data.len().min(units)])))
    }

    /// The resource from a value on, and the value's length as Windows tells it: bytes for data,
    /// units for text. Empty when there is no such value.
    fn find<'a>(&self, block: &'a [u16], name: &str) -> io::Result<(&'a [u16], usize)> {
        let name = wide::encode(name)?;
        let (mut at, mut length) = (null_mut(), 0);
        // SAFETY: `block` is what GetFileVersionInfoW filled; `name` ends in zero.
        let found = unsafe { (self.VerQueryValueW)(block.as_ptr().cast(), name.as_ptr(), &mut at, &mut length) };
        let start = (at as usize).checked_sub(block.as_ptr() as usize).map(|bytes| bytes / 2);
        match start.and_then(|start| block.get(start..)) {
            Some(rest) if found != 0 => Ok((rest, length as usize)),
            _ => Ok((&[], 0)),
        }
    }
}
