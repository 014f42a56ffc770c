//! The hives of a Windows on a disk: where they lie, which logs belong to them, and what is wrong with them.

use super::disk::Rooted;
use crate::hive::{Hive as File, HiveError, LARGEST};
use crate::machine::{CheckId, Gap, GapReason};
use crate::probe::file_system::{FileSystem, Kind};
use crate::probe::parse::sid;
use crate::probe::registry::{COMMAND, Hive, Name, Registry};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Where the hives of the computer lie, below the folder of Windows.
const CONFIG: &str = r"C:\Windows\System32\config";
/// The hive of an account, in its folder.
const OF_ACCOUNT: &str = "NTUSER.DAT";
/// The one with its apps and classes, which a running Windows shows as `Software\Classes` of the first.
const CLASSES: &str = r"AppData\Local\Microsoft\Windows\UsrClass.dat";
/// The logs of a hive, in the order in which they count.
const LOGS: [&str; 3] = ["LOG1", "LOG2", "LOG"];
/// Hives that are looked into have a few hundred megabytes at most. A larger file fills no memory.
const MOST: u64 = if LARGEST < 1 << 29 { LARGEST } else { 1 << 29 };
/// Where Windows says in which folder it is.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
/// A key for each account that has signed in.
const PROFILES: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";

/// The checks that a hive is read for, and that *clean* needs.
const OF_SYSTEM: [CheckId; 4] =
    [CheckId::Services, CheckId::ClassFilters, CheckId::NetworkComponents, CheckId::SafeBoot];
const OF_SOFTWARE: [CheckId; 4] = [CheckId::Programs, CheckId::RootCertificates, CheckId::DriverStore, CheckId::Elam];
const OF_PERSON: [CheckId; 2] = [CheckId::Programs, CheckId::RootCertificates];
/// The same for those that *clean* does not need.
const OF_CLASSES: [CheckId; 2] = [CheckId::AppPackages, CheckId::ComProviders];

/// A hive that is read, or was tried.
pub(super) struct Loaded {
    /// None: it cannot be read at all.
    pub(super) hive: Option<Arc<File>>,
}

/// What an account keeps of the registry.
pub(super) struct Account {
    /// Its identifier.
    pub(super) name: String,
    pub(super) person: Loaded,
    pub(super) classes: Loaded,
}

/// Every hive that is looked into.
pub(super) struct Hives {
    pub(super) system: Loaded,
    pub(super) software: Loaded,
    pub(super) accounts: Vec<Account>,
    profiles: Vec<(String, String)>,
    gaps: Vec<(CheckId, Gap)>,
}

impl Hives {
    /// Reads them. None: no Windows is on the disk.
    pub(super) fn load(disk: &Rooted) -> Option<Self> {
        let at = |name: &str| format!(r"{CONFIG}\{name}");
        let is_there = |name: &str| disk.ask(Path::new(&at(name))).is_ok_and(|about| about.kind == Kind::File);
        if !is_there("SYSTEM") || !is_there("SOFTWARE") {
            return None;
        }
        let mut gaps = Vec::new();
        let system = load_hive(disk, &at("SYSTEM"), r"HKLM\SYSTEM", &OF_SYSTEM, &mut gaps);
        let software = load_hive(disk, &at("SOFTWARE"), r"HKLM\SOFTWARE", &OF_SOFTWARE, &mut gaps);
        let mut hives = Self { system, software, accounts: Vec::new(), profiles: Vec::new(), gaps };
        if hives.key(Hive::Machine, VERSION).is_ok_and(|key| key.is_none()) {
            let gap = Gap::new(GapReason::Failed, format!(r"HKLM\{VERSION}"), "Windows has no such key here");
            hives.gaps.extend(OF_SOFTWARE.map(|check| (check, gap.clone())));
        }
        let windows = hives.windows();
        disk.set_drive(&windows);
        hives.profiles = hives.find_profiles(windows.get(..2).unwrap_or("C:"));
        for (account, folder) in hives.profiles.clone() {
            // A folder that is gone was that of an account that is gone.
            let is_gone = disk.ask(Path::new(&folder)).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
            if !is_gone {
                let file = format!(r"{folder}\{OF_ACCOUNT}");
                let place = format!(r"HKU\{account}");
                let person = load_hive(disk, &file, &place, &OF_PERSON, &mut hives.gaps);
                let classes = load_classes(disk, &folder, &account, &mut hives.gaps);
                hives.accounts.push(Account { name: account, person, classes });
            }
        }
        Some(hives)
    }

    /// The folder of Windows as it calls itself.
    pub(super) fn windows(&self) -> String {
        let key = self.key(Hive::Machine, VERSION).ok().flatten();
        let folder = key.and_then(|key| key.text("SystemRoot", COMMAND, &mut Vec::new()));
        folder.filter(|folder| folder.get(1..3) == Some(r":\")).unwrap_or_else(|| r"C:\Windows".into())
    }

    /// The folders of the people who have signed in, by the identifiers of their accounts.
    pub(super) fn profiles(&self) -> &[(String, String)] {
        &self.profiles
    }

    /// What keeps a check from being complete.
    pub(super) fn gaps(&self) -> Vec<(CheckId, Gap)> {
        self.gaps.clone()
    }

    /// A folder with the variable that may stand before it.
    pub(super) fn expanded(&self, folder: &str, drive: &str) -> String {
        let variable = "%SystemDrive%";
        match folder.get(..variable.len()) {
            Some(start) if start.eq_ignore_ascii_case(variable) => format!("{drive}{}", &folder[variable.len()..]),
            _ => folder.to_string(),
        }
    }

    fn find_profiles(&self, drive: &str) -> Vec<(String, String)> {
        let mut gaps = Vec::new();
        let list = self.key(Hive::Machine, PROFILES).ok().flatten();
        let names = list.as_ref().map(|list| list.children(&mut gaps)).unwrap_or_default();
        let people = names.into_iter().filter(|name| sid::is_person(&name.text));
        let folder = |name: &Name| {
            let profile = list.as_ref()?.child(name).ok().flatten()?;
            profile.text("ProfileImagePath", COMMAND, &mut Vec::new())
        };
        people.filter_map(|name| Some((name.text.clone(), self.expanded(&folder(&name)?, drive)))).collect()
    }
}

/// Reads a hive with its logs. What is wrong with it is a gap of each check that it is read for.
fn load_hive(disk: &Rooted, file: &str, place: &str, checks: &[CheckId], gaps: &mut Vec<(CheckId, Gap)>) -> Loaded {
    let mut add = |gap: Gap| gaps.extend(checks.iter().map(|check| (*check, gap.clone())));
    let logs: Vec<Vec<u8>> = LOGS.iter().filter_map(|log| read_file(disk, &format!("{file}.{log}")).ok()).collect();
    let logs: Vec<&[u8]> = logs.iter().map(Vec::as_slice).collect();
    let wrong = |error: &HiveError| Gap::new(GapReason::Failed, place, error.to_string());
    let hive = match read_file(disk, file).map(|bytes| File::open(bytes, &logs)) {
        Ok(Ok(hive)) => {
            hive.doubts().iter().for_each(|doubt| add(wrong(doubt)));
            Some(Arc::new(hive))
        }
        Ok(Err(error)) => {
            add(wrong(&error));
            None
        }
        Err(error) => {
            add(Gap::from_io(place, &error));
            None
        }
    };
    Loaded { hive }
}

/// Reads the second hive of an account. One that has never signed in by itself has none.
fn load_classes(disk: &Rooted, folder: &str, account: &str, gaps: &mut Vec<(CheckId, Gap)>) -> Loaded {
    let file = format!(r"{folder}\{CLASSES}");
    match disk.ask(Path::new(&file)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Loaded { hive: None },
        _ => load_hive(disk, &file, &format!(r"HKU\{account}_Classes"), &OF_CLASSES, gaps),
    }
}

fn read_file(disk: &Rooted, file: &str) -> io::Result<Vec<u8>> {
    let file = Path::new(file);
    let size = disk.ask(file)?.size;
    if size > MOST {
        let words = format!("this file has {size} bytes, and of a part of the registry at most {MOST} are read");
        return Err(io::Error::other(words));
    }
    disk.head(file, MOST)
}
