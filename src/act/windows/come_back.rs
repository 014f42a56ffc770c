//! Opens the program once more after the restart.

use super::folders;
use super::registry_value::Writable;
use crate::act::own_program;
use crate::act::run_once::{self, Entries};
use crate::probe::parse::reg_value::REG_SZ;
use crate::probe::system::registry::Hive;
use crate::win32::{session, wide};
use std::io;
use std::path::{Path, PathBuf};
use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;

const RUN_ONCE: &str = r"Software\Microsoft\Windows\CurrentVersion\RunOnce";
/// `DRIVE_FIXED`
const FIXED: u32 = 3;

/// Makes the entry. From a removable, network or temporary folder there is none: the program may not be
/// there any more. Whether there is one that will open the program; if not, the page says how to open it again.
/// In Safe Mode Windows works off no such entry ("Run and RunOnce Registry Keys"), and the next start may be
/// one, too.
pub(crate) fn come_back() -> bool {
    let Some(program) = own_program::window().ok().filter(|path| stays(path)) else { return false };
    let entry = Writable::made(RUN_ONCE);
    let made = entry.is_ok_and(|mut key| run_once::make(&mut key, &program.display().to_string()));
    made && !session::in_safe_mode()
}

/// Deletes the entry.
pub(crate) fn stay_away() {
    if let Ok(mut key) = Writable::open(Hive::User, RUN_ONCE) {
        run_once::take_back(&mut key);
    }
}

impl Entries for Writable {
    fn set(&mut self, name: &str, text: &str) -> io::Result<()> {
        let bytes: Vec<u8> = text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        Writable::set(self, name, REG_SZ, &bytes)
    }

    fn delete(&mut self, name: &str) -> io::Result<()> {
        Writable::delete(self, name)
    }
}

/// Whether a program will still lie there after the restart.
fn stays(program: &Path) -> bool {
    let Ok(program) = folders::final_path(program) else { return false };
    let temporary = folders::final_path(&std::env::temp_dir()).unwrap_or_default();
    let folder = program.to_lowercase();
    let below_temporary = !temporary.is_empty() && folder.starts_with(&format!("{}\\", temporary.to_lowercase()));
    let looks_temporary = folder.split('\\').any(|part| part == "temp" || part == "tmp");
    on_fixed_drive(&program) && !below_temporary && !looks_temporary
}

fn on_fixed_drive(program: &str) -> bool {
    let root: PathBuf = program.chars().take(3).collect::<String>().into();
    // SAFETY: the text ends in zero.
    wide::encode(root).is_ok_and(|root| unsafe { GetDriveTypeW(root.as_ptr()) } == FIXED)
}
