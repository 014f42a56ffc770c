//! Opens the program again without the rights that it was lent.

use crate::machine::Standing;
use crate::probe;
use crate::win32::relaunch;
use std::ffi::OsString;

/// Opens this program again without rights, if it has rights that its account does not have all the time. True: it is
/// open, and this process has to end. `arguments`: its own.
pub fn reopened_without_rights(arguments: &[OsString]) -> bool {
    // Where there is no shell, the program looks and explains.
    probe::standing() == Standing::Lent && relaunch::with_rights_of_shell(arguments).is_ok()
}
