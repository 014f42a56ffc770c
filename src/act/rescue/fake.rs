//! Disks in memory, each with a Windows that does not run. Programs on them are killed, and power is lost.

use super::RescueError;
use super::hive::{Disks, OfflineHive};
use crate::act::clean::filter_entry::FilterLists;
use crate::act::clean::{StepError, StepErrorKind};
use crate::catalog::Catalog;
use crate::cleanup::{ClassList, SavedValue};
use crate::machine::{Maker, Presence, Snapshot, Standing};
use crate::probe::another_windows::look_at_another;
use crate::probe::parse::image_path::Names;
use crate::probe::parse::reg_value::{REG_MULTI_SZ, RawValue};
use crate::probe::registry::Files;
use crate::probe::registry::another_windows::Loaded;
use crate::probe::registry::fake::{Builder, number, text, utf16};
use crate::probe::registry::fake_rights::Who;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::rc::Rc;

pub(crate) const MOUSE: &str = r"Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}";
pub(crate) const KEYBOARD: &str = r"Control\Class\{4D36E96B-E325-11CE-BFC1-08002BE10318}";
pub(crate) const DISK: &str = r"Control\Class\{4D36E967-E325-11CE-BFC1-08002BE10318}";
/// The lists of a hive by key below the control set. Each stands under `UpperFilters`.
pub(crate) type Lists = BTreeMap<String, Vec<u8>>;

/// A list as bytes. `,` stands between its names.
pub(crate) fn list(names: &str) -> Vec<u8> {
    utf16(&format!("{}\0\0", names.replace(',', "\0")))
}

/// Counts calls down; at none, the program is killed or the power goes.
#[derive(Clone, Default)]
pub(crate) struct Life {
    left: Rc<Cell<Option<u32>>>,
    dead: Rc<Cell<bool>>,
}

impl Life {
    /// A life of so many calls.
    pub(crate) fn of(calls: u32) -> Self {
        Self { left: Rc::new(Cell::new(Some(calls))), dead: Rc::default() }
    }

    /// One more call. A dead program does nothing more, whatever still runs on the way out of it.
    fn goes_on(&self) -> Result<(), RescueError> {
        if self.dead.get() {
            return Err(RescueError::Failed("killed".into()));
        }
        match self.left.get() {
            None => Ok(()),
            Some(0) => {
                self.dead.set(true);
                resume_unwind(Box::new("killed"));
            }
            Some(left) => {
                self.left.set(Some(left - 1));
                Ok(())
            }
        }
    }
}

/// What is on a disk, and what of it is loaded.
#[derive(Default)]
pub(crate) struct OnDisk {
    pub(crate) file: Lists,
    pub(crate) loaded: Option<Lists>,
    /// Drivers that are registered, and whether their file is there.
    pub(crate) drivers: Vec<(String, Presence)>,
    /// Whether what was written into a loaded hive is in its file afterwards.
    pub(crate) forgets: bool,
    /// Why it cannot be loaded, copied, or written.
    pub(crate) load_fails: Option<RescueError>,
    pub(crate) copy_fails: Option<RescueError>,
    pub(crate) folder_fails: Option<RescueError>,
    pub(crate) unload_fails: Option<RescueError>,
    /// The names of programs that are installed, in the SOFTWARE hive, and why that one cannot be loaded.
    pub(crate) programs: Vec<&'static str>,
    pub(crate) software_fails: Option<RescueError>,
    /// Whether the copy of that one is loaded.
    pub(crate) software_loaded: bool,
    /// Whether loading fails only after something was written.
    pub(crate) only_after_a_change: bool,
    /// What was done, in order.
    pub(crate) steps: Vec<&'static str>,
}

/// The hive of a Windows on such a disk.
pub(crate) struct FakeHive {
    root: PathBuf,
    file: PathBuf,
    folder: PathBuf,
    pub(crate) disk: Rc<RefCell<OnDisk>>,
    life: Life,
}

impl FakeHive {
    fn step(&self, what: &'static str) -> Result<std::cell::RefMut<'_, OnDisk>, RescueError> {
        self.life.goes_on()?;
        let mut disk = self.disk.borrow_mut();
        disk.steps.push(what);
        Ok(disk)
    }

    fn stored(&self, disk: &OnDisk, list: &ClassList) -> Result<Option<SavedValue>, StepError> {
        let loaded = disk.loaded.as_ref().ok_or_else(|| StepError::new(StepErrorKind::Gone, "not loaded"))?;
        let value = |data: &Vec<u8>| SavedValue { name: list.value.clone(), kind: REG_MULTI_SZ, data: data.clone() };
        Ok(loaded.get(&list.key).map(value))
    }
}

fn killed(error: RescueError) -> StepError {
    StepError::new(StepErrorKind::Failed, error.to_string())
}

impl FilterLists for FakeHive {
    fn stored_list(&self, list: &ClassList) -> Result<Option<SavedValue>, StepError> {
        let stored = self.stored(&*self.step("read").map_err(killed)?, list);
        self.life.goes_on().map_err(killed)?;
        stored
    }

    fn rewrite_list(&self, list: &ClassList, before: &SavedValue, after: &SavedValue) -> Result<(), StepError> {
        let mut disk = self.step("write").map_err(killed)?;
        assert_eq!(self.stored(&disk, list)?.as_ref(), Some(before), "it is looked at again before it is written");
        let loaded = disk.loaded.as_mut().expect("it was just read");
        loaded.insert(list.key.clone(), after.data.clone());
        drop(disk);
        let mut disk = self.step("flush").map_err(killed)?;
        if !disk.forgets {
            disk.file = disk.loaded.clone().expect("it was just read");
        }
        drop(disk);
        self.life.goes_on().map_err(killed)
    }
}

impl OfflineHive for FakeHive {
    fn root(&self) -> &Path {
        &self.root
    }

    fn file(&self) -> &Path {
        &self.file
    }

    #[expect(clippy::disallowed_methods, reason = "a folder of the test")]
    fn closed_folder(&self, name: &str) -> Result<PathBuf, RescueError> {
        let disk = self.step("folder")?;
        if let Some(error) = &disk.folder_fails {
            return Err(error.clone());
        }
        let folder = self.folder.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Ok(folder)
    }

    #[expect(clippy::disallowed_methods, reason = "a folder of the test")]
    fn copy_files(&self, folder: &Path) -> Result<(), RescueError> {
        let disk = self.step("copy")?;
        if let Some(error) = &disk.copy_fails {
            return Err(error.clone());
        }
        std::fs::write(folder.join("SYSTEM"), serde_json::to_string(&disk.file).unwrap()).unwrap();
        drop(disk);
        self.life.goes_on()
    }

    fn load(&self) -> Result<(), RescueError> {
        let mut disk = self.step("load")?;
        let due = !disk.only_after_a_change || disk.steps.contains(&"write");
        if let Some(error) = disk.load_fails.as_ref().filter(|_| due) {
            return Err(error.clone());
        }
        disk.loaded = Some(disk.file.clone());
        drop(disk);
        self.life.goes_on()
    }

    fn load_software(&self) -> Result<(), RescueError> {
        let mut disk = self.step("load software")?;
        if let Some(error) = &disk.software_fails {
            return Err(error.clone());
        }
        disk.software_loaded = true;
        drop(disk);
        self.life.goes_on()
    }

    fn unload(&self) -> Result<(), RescueError> {
        let mut disk = self.step("unload")?;
        disk.software_loaded = false;
        if let Some(error) = &disk.unload_fails {
            return Err(error.clone());
        }
        if let Some(loaded) = disk.loaded.take().filter(|_| !disk.forgets) {
            disk.file = loaded;
        }
        drop(disk);
        self.life.goes_on()
    }

    fn look(&self, catalog: &Catalog) -> Result<Snapshot, RescueError> {
        let disk = self.step("look")?;
        let mut builder = Builder::default();
        if let Some(lists) = &disk.loaded {
            builder.value(r"HKLM\Loaded\Select", "Current", number(2)).key(r"HKLM\Loaded\ControlSet002\Services");
            for (key, data) in lists {
                let value = RawValue { kind: REG_MULTI_SZ, data: data.clone() };
                builder.value(&format!(r"HKLM\Loaded\ControlSet002\{key}"), "UpperFilters", value);
            }
            for (name, _) in &disk.drivers {
                let key = format!(r"HKLM\Loaded\ControlSet002\Services\{name}");
                builder.value(&key, "Type", number(1)).value(&key, "Start", number(3));
                builder.value(&key, "ImagePath", text(&format!(r"System32\drivers\{name}.sys")));
            }
            builder.key(r"HKLM\Loaded\ControlSet002\Control\Session Manager");
        }
        if disk.software_loaded {
            builder.value(
                r"HKLM\Software-1\Microsoft\Windows NT\CurrentVersion",
                "ProductName",
                text("Windows 10 Home"),
            );
            for name in &disk.programs {
                let key = format!(r"HKLM\Software-1\Microsoft\Windows\CurrentVersion\Uninstall\{name}");
                builder.value(&key, "DisplayName", text(name)).value(&key, "Publisher", text("Kaspersky"));
            }
        }
        let software = disk.software_loaded.then_some("Software-1");
        let mut files = DriverFiles(disk.drivers.clone());
        drop(disk);
        let loaded = Loaded { system: "Loaded", software };
        Ok(look_at_another(catalog, &builder.seen_by(Who::Administrator), loaded, &mut files)?)
    }
}

/// The files of drivers.
struct DriverFiles(Vec<(String, Presence)>);

impl Files for DriverFiles {
    fn names(&self) -> Names<'_> {
        Names { windows: r"C:\Windows", variable: &|_| None }
    }

    fn presence(&mut self, path: &str) -> Presence {
        let named = |name: &str| path.eq_ignore_ascii_case(&format!(r"C:\Windows\System32\drivers\{name}.sys"));
        self.0.iter().find(|(name, _)| named(name)).map_or(Presence::Absent, |(_, there)| there.clone())
    }

    fn maker(&mut self, _path: &str) -> Maker {
        Maker::default()
    }

    fn stranger(&mut self, _path: &str, _catalog: &Catalog) -> io::Result<Option<Maker>> {
        Ok(None)
    }
}

/// A disk, or why it cannot be opened.
type Opened = Result<Rc<RefCell<OnDisk>>, RescueError>;

/// A computer with such disks.
pub(crate) struct FakeDisks {
    pub(crate) recovery: bool,
    pub(crate) standing: Standing,
    disks: Vec<(PathBuf, Opened)>,
    folder: tempfile::TempDir,
}

impl FakeDisks {
    /// A recovery system without disks.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { recovery: true, standing: Standing::Always, disks: Vec::new(), folder }
    }

    /// Adds a Windows.
    pub(crate) fn add_windows(&mut self, root: &str, disk: OnDisk) -> Rc<RefCell<OnDisk>> {
        let disk = Rc::new(RefCell::new(disk));
        self.disks.push((root.into(), Ok(Rc::clone(&disk))));
        disk
    }

    /// Adds a disk that cannot be opened.
    pub(crate) fn add_closed(&mut self, root: &str, why: RescueError) {
        self.disks.push((root.into(), Err(why)));
    }

    /// The hive of the first Windows, for a program that lives so long.
    pub(crate) fn hive_with(&self, life: Life) -> FakeHive {
        let (root, disk) = self.disks.iter().find_map(|(root, disk)| Some((root, disk.as_ref().ok()?))).unwrap();
        self.hive(root, disk, life)
    }

    /// What is kept in the closed folders.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn hive(&self, root: &Path, disk: &Rc<RefCell<OnDisk>>, life: Life) -> FakeHive {
        let name = root.to_string_lossy().replace([':', '\\', '/'], "");
        let file = PathBuf::from(format!(r"{}Windows\System32\config\SYSTEM", root.display()));
        FakeHive { root: root.into(), file, folder: self.folder.path().join(name), disk: Rc::clone(disk), life }
    }
}

impl Disks for FakeDisks {
    type Hive = FakeHive;

    fn is_recovery(&self) -> bool {
        self.recovery
    }

    fn standing(&self) -> Standing {
        self.standing
    }

    fn drives(&self) -> Vec<PathBuf> {
        self.disks.iter().map(|(root, _)| root.clone()).collect()
    }

    fn hive_below(&self, root: &Path) -> Result<FakeHive, RescueError> {
        match self.disks.iter().find(|(known, _)| known == root) {
            Some((_, Ok(disk))) => Ok(self.hive(root, disk, Life::default())),
            Some((_, Err(why))) => Err(why.clone()),
            None => Err(RescueError::NoWindows),
        }
    }
}
