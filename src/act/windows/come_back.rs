//! Opens the program once more after the restart.

use super::folders;
use super::registry_value::Writable;
use crate::probe::parse::reg_value::REG_SZ;
use crate::probe::system::registry::Hive;
use crate::probe::system::wide;
use std::path::{Path, PathBuf};
use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;
use windows_sys::Win32::UI::WindowsAndMessaging::{GetSystemMetrics, SM_CLEANBOOT};

const RUN_ONCE: &str = r"Software\Microsoft\Windows\CurrentVersion\RunOnce";
/// With `!`, Windows deletes the entry after the program has run and not before.
const NAME: &str = "!Clean Break";
/// The longest command that Windows takes there, in characters.
const LONGEST: usize = 260;
/// `DRIVE_FIXED`
const FIXED: u32 = 3;

/// Makes the entry. From a removable, network or temporary folder there is none: the program may not be
/// there any more, and the page says how to open it again. False as well in Safe Mode, where Windows works
/// off no such entry ("Run and RunOnce Registry Keys"): the next start may be one, too.
pub(crate) fn come_back() -> bool {
    let Some(program) = std::env::current_exe().ok().filter(|path| stays(path)) else { return false };
    let command = format!("\"{}\" --resume", program.display());
    if command.chars().count() > LONGEST {
        return false;
    }
    let bytes: Vec<u8> = command.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let made = Writable::made(RUN_ONCE).is_ok_and(|key| key.set(NAME, REG_SZ, &bytes).is_ok());
    made && !in_safe_mode()
}

/// Whether Windows was started in Safe Mode.
fn in_safe_mode() -> bool {
    // SAFETY: takes a number and touches no memory of ours.
    unsafe { GetSystemMetrics(SM_CLEANBOOT) != 0 }
}

/// Deletes the entry.
pub(crate) fn stay_away() {
    if let Ok(key) = Writable::open(Hive::User, RUN_ONCE) {
        let _ = key.delete(NAME);
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
