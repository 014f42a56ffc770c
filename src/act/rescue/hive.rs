//! What a rescue asks of the disks of a computer, and of the SYSTEM hive of a Windows on one of them.

use super::RescueError;
use crate::act::clean::filter_entry::FilterLists;
use crate::catalog::Catalog;
use crate::machine::{Snapshot, Standing};
use std::path::{Path, PathBuf};

/// The computer that a rescue runs on, with its disks.
pub(crate) trait Disks {
    /// The hive of a Windows on one of them.
    type Hive: OfflineHive;

    /// Whether this is Windows' recovery system.
    fn is_recovery(&self) -> bool;

    /// With which rights this process runs.
    fn standing(&self) -> Standing;

    /// The roots of all drives that may hold a Windows.
    fn drives(&self) -> Vec<PathBuf>;

    /// The hive of the Windows below a folder. Nothing is loaded or written yet.
    ///
    /// # Errors
    /// No Windows lies there, or it may not be opened.
    fn hive_below(&self, root: &Path) -> Result<Self::Hive, RescueError>;
}

/// The SYSTEM hive of a Windows that is not running. Its filter lists are those of the control set that it would start
/// with; they can be asked for while the hive is loaded.
pub(crate) trait OfflineHive: FilterLists {
    /// The folder that the Windows lies below, as it was named.
    fn root(&self) -> &Path;

    /// The hive's file.
    fn file(&self) -> &Path;

    /// A folder of ours with this name on that disk, which only administrators can open. It is made if it is not there;
    /// one that somebody else made in the place of ours is set aside.
    ///
    /// # Errors
    /// It cannot be made, or is not ours.
    fn closed_folder(&self, name: &str) -> Result<PathBuf, RescueError>;

    /// Copies the hive and its logs, whole and onto the disk.
    ///
    /// # Errors
    /// There is no room, or a file cannot be read.
    fn copy_files(&self, folder: &Path) -> Result<(), RescueError>;

    /// Loads the hive. What an earlier program left loaded is unloaded first.
    ///
    /// # Errors
    /// Windows refuses.
    fn load(&self) -> Result<(), RescueError>;

    /// Loads a copy of the SOFTWARE hive beside it: it tells which Windows that is and what is installed there. Nothing is
    /// ever written into that one, and loading the copy leaves the file itself as it is.
    ///
    /// # Errors
    /// There is no room for the copy, or Windows refuses. Then the look goes without.
    fn load_software(&self) -> Result<(), RescueError>;

    /// Unloads both: then everything is in the file, and the copy of SOFTWARE is gone. If none is loaded, that is fine.
    ///
    /// # Errors
    /// Windows refuses.
    fn unload(&self) -> Result<(), RescueError>;

    /// Looks at its Windows.
    ///
    /// # Errors
    /// It does not read as the hive of a Windows.
    fn look(&self, catalog: &Catalog) -> Result<Snapshot, RescueError>;
}
