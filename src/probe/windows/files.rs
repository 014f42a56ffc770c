//! Files and folders at the catalogue's places.

use super::maker;
use crate::catalog::{Catalog, Root};
use crate::machine::{FileSeen, Gap, GapReason, Observed, Os, Part, Scope};
use crate::probe::Reach;
use crate::probe::file_system::{Computer, ThisComputer};
use crate::probe::{folders, here};
use crate::win32::system_folders::{self, KnownFolders};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use windows_sys::Win32::UI::Shell::{
    FOLDERID_Documents, FOLDERID_LocalAppData, FOLDERID_Profile, FOLDERID_ProgramData, FOLDERID_ProgramFiles,
    FOLDERID_ProgramFilesX86, FOLDERID_Public, FOLDERID_RoamingAppData,
};
use windows_sys::core::GUID;

/// Folders that the shell knows.
const KNOWN: [(Root, GUID); 8] = [
    (Root::ProgramFiles, FOLDERID_ProgramFiles),
    (Root::ProgramFilesX86, FOLDERID_ProgramFilesX86),
    (Root::ProgramData, FOLDERID_ProgramData),
    (Root::Public, FOLDERID_Public),
    (Root::Profile, FOLDERID_Profile),
    (Root::LocalAppData, FOLDERID_LocalAppData),
    (Root::RoamingAppData, FOLDERID_RoamingAppData),
    (Root::Documents, FOLDERID_Documents),
];

/// What looks at files ask of this computer.
pub(super) const THIS_COMPUTER: Computer<'static> =
    Computer { disk: &ThisComputer, stays: &here::stays_here, maker: &maker::maker_of };

/// Looks at every place.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    let mut bases = system_bases();
    let shell = KnownFolders::load();
    if let Ok(shell) = &shell {
        bases.extend(KNOWN.iter().filter_map(|(root, id)| Some((*root, shell.path(id)?))));
    }
    let closed_gap = super::closed_gap(reach, "");
    if closed_gap.is_some() {
        bases.retain(|root, _| root.scope() == Scope::Machine);
    }
    let mut looked = folders::look_at(&THIS_COMPUTER, catalog.places(Os::Windows).collect(), Os::Windows, &bases);
    if let Some(Gap { why, detail, .. }) = closed_gap {
        not_of_the_computer(&mut looked, &bases, why, &detail);
    }
    vec![Part::Files(looked)]
}

/// Folders that follow from the folder of Windows.
fn system_bases() -> BTreeMap<Root, PathBuf> {
    let windows = system_folders::windows_folder();
    let drive = windows.get(..3).unwrap_or(r"C:\");
    let below = |path: &str| Path::new(windows).join(path);
    BTreeMap::from([
        (Root::SystemDrive, drive.into()),
        (Root::Windows, windows.into()),
        (Root::System32, below("System32")),
        (Root::Drivers, below(r"System32\drivers")),
    ])
}

/// The folders of accounts belong to no look at the computer alone: told, and no gap.
fn not_of_the_computer(looked: &mut Observed<FileSeen>, bases: &BTreeMap<Root, PathBuf>, why: GapReason, detail: &str) {
    for root in Root::ALL.iter().filter(|root| root.scope() == Scope::User && !bases.contains_key(root)) {
        let place = format!("{{{}}}", root.name());
        looked.gaps.retain(|gap| gap.place != place);
        looked.notes.push(Gap::new(why, place, detail));
    }
}
