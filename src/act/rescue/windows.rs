//! The disks of this computer. Windows loads the hive of another Windows, and writes into it.

use super::hive::{Disks, OfflineHive};
use super::{RescueError, place};
use crate::act::clean::StepError;
use crate::act::clean::filter_entry::FilterLists;
use crate::act::clean::windows::{filter_lists, shared_folder};
use crate::act::windows::folders::final_path;
use crate::catalog::Catalog;
use crate::cleanup::{ClassList, SavedValue};
use crate::machine::{Snapshot, Standing};
use crate::probe::another_disk::AnotherDisk;
use crate::probe::another_windows::look_at_another;
use crate::probe::registry::another_windows::{AnotherWindows, Loaded};
use crate::probe::{self, live_registry};
use crate::win32::registry::hive::{enable_privileges, load_hive, unload_hive};
use crate::win32::registry::{Code, Key, Links, Root};
use crate::win32::{drives, system_folders, wide};
use fnv::FnvHasher;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use windows_sys::Win32::Foundation::{ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_PRIVILEGE_NOT_HELD};

/// The disks of this computer.
pub(crate) struct DisksOfThisComputer;

impl Disks for DisksOfThisComputer {
    type Hive = HiveFile;

    fn is_recovery(&self) -> bool {
        probe::is_recovery_system()
    }

    fn standing(&self) -> Standing {
        probe::standing()
    }

    fn drives(&self) -> Vec<PathBuf> {
        drives::disk_drives().into_iter().map(PathBuf::from).collect()
    }

    fn hive_below(&self, root: &Path) -> Result<HiveFile, RescueError> {
        let named = std::path::absolute(whole_drive(root)).map_err(|error| RescueError::of_opening(&error))?;
        let drive = named.to_string_lossy().get(..3).filter(|drive| drive.ends_with(r":\")).map(str::to_string);
        if drive.is_none_or(|drive| drives::is_remote(&drive)) {
            return Err(RescueError::Failed("it does not lie on a drive of this computer".into()));
        }
        let folder = final_path(&named).map_err(|error| RescueError::of_opening(&error))?;
        let file = place::find_hive(Path::new(&folder), is_running)?;
        let key = name_of(&folder);
        let software = format!("{key}-software");
        Ok(HiveFile { root: PathBuf::from(&folder), folder, file, key, software })
    }
}

/// A drive that is named as in `D:` is its root, and not the folder that happens to be open there.
fn whole_drive(root: &Path) -> PathBuf {
    let text = root.to_string_lossy();
    if text.len() == 2 && text.ends_with(':') { PathBuf::from(format!(r"{text}\")) } else { root.to_path_buf() }
}

/// Whether a folder is that of the Windows which runs. One that cannot be told apart is.
fn is_running(windows: &Path) -> bool {
    let own = final_path(Path::new(system_folders::windows_folder()));
    match (own, final_path(windows)) {
        (Ok(own), Ok(other)) => own.eq_ignore_ascii_case(&other),
        _ => true,
    }
}

/// The key that the hive below a folder is loaded as: always the same one, so that what was left loaded is found again,
/// and never that of another disk.
fn name_of(folder: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(folder.to_lowercase().as_bytes());
    format!("CleanBreakRescue-{:016x}", hasher.finish())
}

/// The hive of a Windows on a disk.
pub(crate) struct HiveFile {
    root: PathBuf,
    /// The same as text.
    folder: String,
    file: PathBuf,
    /// The key below `HKLM` that it is loaded as.
    key: String,
    /// The same for the copy of SOFTWARE.
    software: String,
}

impl HiveFile {
    /// The control set that it would start with, as a place in this computer's registry.
    fn control_set(&self) -> Result<String, StepError> {
        let windows = AnotherWindows::open(live_registry(), Loaded { system: &self.key, software: None })
            .map_err(|gap| io::Error::other(format!("{}: {}", gap.place, gap.detail)))?;
        Ok(format!(r"HKLM\{}\{}", self.key, windows.set()))
    }
}

/// Whether a hive is loaded as this key.
fn is_loaded(key: &str) -> Result<bool, RescueError> {
    let failed = |error: io::Error| RescueError::Failed(error.to_string());
    let name = wide::encode_wide(key).map_err(failed)?;
    match Key::root(Root::Machine).open(&name, Links::Stay) {
        Ok(_) => Ok(true),
        Err(Code(ERROR_FILE_NOT_FOUND | ERROR_PATH_NOT_FOUND)) => Ok(false),
        Err(code) => Err(failed(code.into())),
    }
}

/// Unloads what is loaded as this key, if anything is.
fn unload(key: &str) -> Result<(), RescueError> {
    if !is_loaded(key)? {
        return Ok(());
    }
    enable_privileges().map_err(|error| RescueError::of_loading(&error))?;
    let mut refused = Ok(());
    for pause in PAUSES {
        thread::sleep(Duration::from_millis(pause));
        refused = match unload_hive(key) {
            Ok(()) => return Ok(()),
            Err(Code(ERROR_PRIVILEGE_NOT_HELD)) => return Err(RescueError::NoRights),
            Err(code) => Err(RescueError::StaysLoaded(io::Error::from(code).to_string())),
        };
    }
    refused
}

impl FilterLists for HiveFile {
    fn stored_list(&self, list: &ClassList) -> Result<Option<SavedValue>, StepError> {
        filter_lists::stored_below(&self.control_set()?, list)
    }

    fn rewrite_list(&self, list: &ClassList, before: &SavedValue, after: &SavedValue) -> Result<(), StepError> {
        filter_lists::rewrite_below(&self.control_set()?, list, before, after)
    }
}

/// The hive that is only read, and the folder in ours with the copy of it.
const SOFTWARE: &str = "SOFTWARE";
const READ_ONLY: &str = "rescue-read";

/// Windows may hold on to a hive for a moment after its last user: it is asked so often, and waited for so long.
const PAUSES: [u64; 4] = [0, 200, 1000, 3000];

impl OfflineHive for HiveFile {
    fn root(&self) -> &Path {
        &self.root
    }

    fn file(&self) -> &Path {
        &self.file
    }

    fn closed_folder(&self, name: &str) -> Result<PathBuf, RescueError> {
        let data = place::data_folder(&self.root)?;
        shared_folder::closed_folder_in(&data, name).map_err(RescueError::NotWritable)
    }

    fn copy_files(&self, folder: &Path) -> Result<(), RescueError> {
        place::copy_with_logs(&self.file, folder)
    }

    fn load(&self) -> Result<(), RescueError> {
        let loading = |error: io::Error| RescueError::of_loading(&error);
        self.unload()?;
        enable_privileges().map_err(loading)?;
        load_hive(&self.key, &self.file).map_err(loading)
    }

    fn load_software(&self) -> Result<(), RescueError> {
        let folder = self.closed_folder(READ_ONLY)?;
        place::empty_folder(&folder)?;
        place::copy_with_logs(&self.file.with_file_name(SOFTWARE), &folder)?;
        load_hive(&self.software, &folder.join(SOFTWARE)).map_err(|error| RescueError::of_loading(&error))
    }

    fn unload(&self) -> Result<(), RescueError> {
        let both = [unload(&self.key), unload(&self.software)];
        // Where there is no such folder, there is no copy in it.
        if let Ok(data) = place::data_folder(&self.root) {
            place::forget_copy(&data.join(crate::NAME).join(READ_ONLY));
        }
        both.into_iter().collect()
    }

    fn look(&self, catalog: &Catalog) -> Result<Snapshot, RescueError> {
        let software = is_loaded(&self.software)?.then_some(self.software.as_str());
        let loaded = Loaded { system: &self.key, software };
        Ok(look_at_another(catalog, live_registry(), loaded, &mut AnotherDisk::below(&self.folder))?)
    }
}
