//! Opens the program once more after the restart.

use super::folders;
use crate::act::own_program;
use crate::act::run_once::{self, Entries};
use crate::probe::parse::reg_value::REG_SZ;
use crate::win32::registry::{Code, Key, Links, Root, write};
use crate::win32::{drives, session, wide};
use std::io;
use std::path::Path;
use windows_sys::Win32::Foundation::ERROR_FILE_NOT_FOUND;
use windows_sys::Win32::System::Registry::KEY_SET_VALUE;

const RUN_ONCE: &str = r"Software\Microsoft\Windows\CurrentVersion\RunOnce";

/// Makes the entry. From a removable, network or temporary folder there is none: the program may not be
/// there any more. Whether there is one that will open the program; if not, the page says how to open it again.
/// In Safe Mode Windows works off no such entry ("Run and RunOnce Registry Keys"), and the next start may be
/// one, too.
pub(crate) fn come_back() -> bool {
    let Some(program) = own_program::window_program().ok().filter(|path| stays(path)) else { return false };
    let entry = RunOnce::made();
    let made = entry.is_ok_and(|mut key| run_once::make_entry(&mut key, &program.display().to_string()));
    made && !session::in_safe_mode()
}

/// Deletes the entry.
pub(crate) fn stay_away() {
    if let Ok(mut key) = RunOnce::open() {
        run_once::take_back(&mut key);
    }
}

/// This account's list of what is opened once after the next logon, to be written.
struct RunOnce(Key);

impl RunOnce {
    fn open() -> io::Result<Self> {
        let path = wide::encode_wide(RUN_ONCE)?;
        Ok(Self(write::open_key(&Key::root(Root::User), &path, Links::Follow, KEY_SET_VALUE)?))
    }

    /// The same, made if it is not there.
    fn made() -> io::Result<Self> {
        let path = wide::encode_wide(RUN_ONCE)?;
        Ok(Self(write::create_key(&Key::root(Root::User), &path, &[0], KEY_SET_VALUE)?.0))
    }
}

impl Entries for RunOnce {
    /// Waits until it is on the disk.
    fn set(&mut self, name: &str, text: &str) -> io::Result<()> {
        let bytes: Vec<u8> = text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        write::set_value(&self.0, &wide::encode_wide(name)?, REG_SZ, &bytes)?;
        Ok(write::flush_key(&self.0)?)
    }

    /// One that is not there is as good.
    fn delete(&mut self, name: &str) -> io::Result<()> {
        match write::delete_value(&self.0, &wide::encode_wide(name)?) {
            Err(Code(ERROR_FILE_NOT_FOUND)) => Ok(()),
            done => Ok(done?),
        }
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
    drives::is_fixed(&program.chars().take(3).collect::<String>())
}
