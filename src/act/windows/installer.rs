//! What Windows Installer has on record about a product.

use crate::removal::{OnRecord, ProductCode};
use crate::win32::system_library::system_library;
use crate::win32::wide;
use std::io;
use std::ptr::null;

system_library! {
    /// Windows Installer.
    struct Installer in "msi.dll" {
        MsiGetProductInfoExW: fn(*const u16, *const u16, i32, *const u16, *mut u16, *mut u32) -> u32,
    }
}

/// `MSIINSTALLCONTEXT`: set up for this account by an administrator, by this account itself, for the computer. The
/// second may have been written by anything; whoever asks has to be content with each of them.
const CONTEXTS: [i32; 3] = [1, 2, 4];
/// `ERROR_MORE_DATA`
const MORE: u32 = 234;
/// `ERROR_UNKNOWN_PRODUCT`
const UNKNOWN_PRODUCT: u32 = 1605;
/// `ERROR_UNKNOWN_PROPERTY`: nothing is on record there.
const UNKNOWN_PROPERTY: u32 = 1608;
/// No name of a product or of its maker is longer, in UTF-16 units.
const LONGEST: usize = 4096;

/// Every record of this product that the account can have an effect on. None: it is not installed.
///
/// # Errors
/// What Windows Installer said when it did not answer.
pub(super) fn records(code: &ProductCode) -> io::Result<Vec<OnRecord>> {
    let installer = Installer::load()?;
    let mut records = Vec::new();
    for context in CONTEXTS {
        let asked = |property| ask(&installer, code, context, property);
        if let Some(name) = asked("InstalledProductName")?.or(asked("ProductName")?) {
            records.push(OnRecord { name, publisher: asked("Publisher")?.unwrap_or_default() });
        }
    }
    Ok(records)
}

/// A property of the product. None: it is not known, or has no such property.
fn ask(installer: &Installer, code: &ProductCode, context: i32, property: &str) -> io::Result<Option<String>> {
    let (code, property) = (wide::encode(code.as_str())?, wide::encode(property)?);
    let mut value = vec![0_u16; LONGEST];
    let mut length = value.len() as u32;
    // SAFETY: both texts end in zero, no account is named, and the buffer has the length that is told.
    let answer = unsafe {
        (installer.MsiGetProductInfoExW)(
            code.as_ptr(),
            null(),
            context,
            property.as_ptr(),
            value.as_mut_ptr(),
            &mut length,
        )
    };
    match answer {
        0 | MORE => Ok(Some(wide::decode(&value))),
        UNKNOWN_PRODUCT | UNKNOWN_PROPERTY => Ok(None),
        other => Err(io::Error::from_raw_os_error(other as i32)),
    }
}
