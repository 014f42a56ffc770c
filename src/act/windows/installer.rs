//! What Windows Installer has on record about a product.

use crate::removal::{OnRecord, ProductCode};
use crate::win32::installer::Installer;
use std::io;

/// `MSIINSTALLCONTEXT`: set up for this account by an administrator, by this account itself, for the computer. The
/// second may have been written by anything; whoever asks has to be content with each of them.
const CONTEXTS: [i32; 3] = [1, 2, 4];

/// Every record of this product that the account can have an effect on. None: it is not installed.
///
/// # Errors
/// What Windows Installer said when it did not answer.
pub(in crate::act) fn installer_records(code: &ProductCode) -> io::Result<Vec<OnRecord>> {
    let installer = Installer::load()?;
    let mut records = Vec::new();
    for context in CONTEXTS {
        let asked = |property| installer.property(code.as_str(), context, property);
        if let Some(name) = asked("InstalledProductName")?.or(asked("ProductName")?) {
            records.push(OnRecord { name, publisher: asked("Publisher")?.unwrap_or_default() });
        }
    }
    Ok(records)
}
