//! The disk of the computer: what a healthy Windows 11 and the programs of strangers put there, with the rights
//! that real ones have.

use super::super::fake_rights::{ACCOUNT, Who};
use super::pc::Pc;
use super::rights::{INSTALLER, Known};
use crate::catalog::Catalog;
use crate::catalog::Root;
use crate::machine::{Maker, Os, Part, Signer};
use crate::probe::file_system::fake::{Builder, Fake, Odd};
use crate::probe::file_system::{Computer, FileSystem};
use crate::probe::here::ways;
use crate::probe::parse::image_path::Names;
use crate::probe::parse::version_resource::made::program;
use crate::probe::{driver_packages, drivers, early_launch, folders};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) const DRIVERS: &str = r"C:\Windows\System32\drivers";
pub(super) const STORE: &str = r"C:\Windows\System32\DriverStore\FileRepository";
pub(super) const INF: &str = r"C:\Windows\INF";
pub(super) const ELAM: &str = r"C:\Windows\ELAMBKUP";
/// A list that lets nobody but the system in.
pub(super) const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";
/// One that lets the system and administrators in.
const NO_USERS: &str = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

/// Rights that `icacls` shows on installations as Microsoft ships them; written down from memory of such lists,
/// not read from a disk for this table.
const SHIPPED: Known = Known::Assumed("default lists of Windows 10 and 11");
const VOLUME: Known = Known::Assumed("\"How to gain access to the System Volume Information folder\", Microsoft");
const TASKS: Known = Known::Assumed("a scan without rights is refused there on Windows 10 and 11");
const PROFILES: Known = Known::Assumed("each account's own; \"User profiles overview\"");
const APPS: Known = Known::Assumed("packages belong to the installer; administrators are refused too");

/// A place, its descriptor with `{…}` for an account, and where it is known from.
pub(super) const DESCRIPTORS: [(&str, &str, Known); 15] = [
    (r"C:", "D:PAI(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)", SHIPPED),
    (r"C:\System Volume Information", CLOSED, VOLUME),
    (r"C:\Recovery", CLOSED, SHIPPED),
    (r"C:\Documents and Settings", "D:P(D;;CC;;;WD)(A;;0x1200a9;;;WD)(A;;FA;;;SY)(A;;FA;;;BA)", SHIPPED),
    (
        r"C:\Windows",
        "D:PAI(A;OICIIO;GA;;;CO)(A;OICIIO;GA;;;SY)(A;;0x1301bf;;;SY)(A;OICIIO;GA;;;BA)(A;;0x1301bf;;;BA)\
         (A;OICIIO;GXGR;;;BU)(A;;0x1200a9;;;BU)(A;CIIO;GA;;;{INSTALLER})(A;;FA;;;{INSTALLER})",
        SHIPPED,
    ),
    (r"C:\Windows\CSC", CLOSED, SHIPPED),
    (r"C:\Windows\System32\config", NO_USERS, SHIPPED),
    (r"C:\Windows\System32\LogFiles\WMI\RtBackup", CLOSED, SHIPPED),
    (r"C:\Windows\System32\Tasks", "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;CI;FW;;;AU)", TASKS),
    (r"C:\Program Files\WindowsApps", "D:P(A;OICI;FA;;;{INSTALLER})(A;OICI;FA;;;SY)", APPS),
    (r"C:\ProgramData\Microsoft\Windows Defender\Quarantine", NO_USERS, SHIPPED),
    (r"C:\ProgramData\Microsoft\Windows Defender\Scans", CLOSED, SHIPPED),
    (r"C:\ProgramData\Application Data", "D:P(D;;CC;;;WD)(A;;0x1200a9;;;WD)(A;;FA;;;SY)", SHIPPED),
    (r"C:\Users\user", "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;{ACCOUNT})", PROFILES),
    (r"C:\Users\other", "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;S-1-5-21-1-2-3-1002)", PROFILES),
];

/// What every computer has, whoever's programs are on it.
pub(super) fn healthy() -> Builder {
    let mut disk = Builder::default();
    for folder in [
        r"C:\Program Files\Common Files\microsoft shared",
        r"C:\Program Files (x86)\Common Files\System",
        r"C:\Users\Public\Documents",
        r"C:\Users\other\AppData\Local\Kaspersky Lab",
        r"C:\Users\user\AppData\Local\Packages",
        r"C:\Users\user\AppData\Roaming\Microsoft",
        r"C:\Users\user\Documents",
        r"C:\Windows\System32\drivers\en-US",
        r"C:\Windows\System32\winevt\Logs",
    ] {
        disk.folder(folder);
    }
    for driver in ["acpi", "kbdclass", "mouclass", "ndis", "ntfs", "partmgr", r"wd\WdFilter", r"UMDF\IddCx"] {
        disk.file(&format!(r"{DRIVERS}\{driver}.sys"), program("Microsoft Corporation"));
    }
    disk.file(&format!(r"{ELAM}\WdBoot.sys"), program("Microsoft Corporation"))
        .file(r"C:\Windows\System32\ntoskrnl.exe", program("Microsoft Corporation"))
        .file(r"C:\Windows\System32\winevt\Logs\System.evtx", "ElfFile")
        .file(&format!(r"{INF}\keyboard.inf"), inf("Microsoft"))
        .file(&format!(r"{STORE}\keyboard.inf_amd64_0123456789abcdef\keyboard.inf"), inf("Microsoft"))
        .file(r"C:\pagefile.sys", "")
        .make_odd(r"C:\pagefile.sys", Odd::Held)
        .link(r"C:\Documents and Settings", r"C:\Users")
        .link(r"C:\ProgramData\Application Data", r"C:\ProgramData")
        .link(r"C:\Users\user\AppData\Local\Application Data", r"C:\Users\user\AppData\Local")
        // An antivirus program of somebody's guards what is its own against everybody.
        .folder(r"C:\ProgramData\Zyzzyx Antivirus")
        .make_odd(r"C:\ProgramData\Zyzzyx Antivirus", Odd::Shut);
    for (place, descriptor, _) in DESCRIPTORS {
        disk.rights(place, &descriptor.replace("{INSTALLER}", INSTALLER).replace("{ACCOUNT}", ACCOUNT));
    }
    disk
}

/// One more program of somebody's, with its driver and the package that it came in.
pub(super) fn stranger(disk: &mut Builder, number: usize) {
    let name = format!("Zz{number:03}");
    disk.file(&format!(r"C:\Program Files\{name}\agent.exe"), program("Zyzzyx Software GmbH"))
        .file(&format!(r"C:\ProgramData\{name}\settings.ini"), "")
        .file(&format!(r"C:\Users\user\AppData\Local\{name}\cache"), "")
        .file(&format!(r"{DRIVERS}\{name}drv.sys"), program("Zyzzyx Software GmbH"))
        .file(&format!(r"{INF}\oem{number}.inf"), inf("Zyzzyx Software GmbH"))
        .file(&format!(r"{STORE}\{name}drv.inf_amd64_0123456789abcdef\{name}drv.inf"), inf("Zyzzyx Software GmbH"));
}

/// An INF file that names its provider.
pub(super) fn inf(provider: &str) -> Vec<u8> {
    format!("[Version]\r\nSignature=\"$Windows NT$\"\r\nProvider=\"{provider}\"\r\n").into_bytes()
}

/// Where Windows says that its folders and those of the account are.
pub(super) fn bases() -> BTreeMap<Root, PathBuf> {
    [
        (Root::SystemDrive, r"C:\"),
        (Root::Windows, r"C:\Windows"),
        (Root::System32, r"C:\Windows\System32"),
        (Root::Drivers, DRIVERS),
        (Root::ProgramFiles, r"C:\Program Files"),
        (Root::ProgramFilesX86, r"C:\Program Files (x86)"),
        (Root::ProgramData, r"C:\ProgramData"),
        (Root::Public, r"C:\Users\Public"),
        (Root::Profile, r"C:\Users\user"),
        (Root::LocalAppData, r"C:\Users\user\AppData\Local"),
        (Root::RoamingAppData, r"C:\Users\user\AppData\Roaming"),
        (Root::Documents, r"C:\Users\user\Documents"),
    ]
    .map(|(root, path)| (root, PathBuf::from(path)))
    .into()
}

/// One look at the disk by an account, with every probe of required checks that asks it, and what was asked.
pub(super) fn look_at_disk(pc: &Pc, who: Who) -> (Vec<Part>, Fake) {
    let (disk, registry, catalog) = (pc.disk.seen_by(who), pc.registry.seen_by(who), Catalog::embedded());
    let names = Names {
        windows: r"C:\Windows",
        variable: &|name| name.eq_ignore_ascii_case("SystemRoot").then(|| r"C:\Windows".to_string()),
    };
    let computer = Computer {
        disk: &disk,
        stays: &|path| ways::stays_local(&disk, &path.to_string_lossy()),
        maker: &|path| maker(&disk, path),
    };
    let of_stranger = |path: &Path| drivers::of_stranger(&disk, path, catalog, &|path| maker(&disk, path));
    let places = catalog.places(Os::Windows).collect();
    let parts = vec![
        Part::Files(folders::look_at(&computer, places, Os::Windows, &bases())),
        Part::Files(drivers::find_unregistered(catalog, &disk, Path::new(DRIVERS), &of_stranger)),
        Part::DriverStore(driver_packages::find_driver_packages(catalog, &disk, &registry, r"C:\Windows")),
        Part::Elam(early_launch::find_elam_copies(catalog, &registry, &names, &computer)),
    ];
    (parts, disk)
}

/// Every program is signed by the company that it names.
fn maker(disk: &dyn FileSystem, path: &Path) -> Maker {
    match drivers::describe_file(disk, path) {
        Ok(about) => {
            let signer = about.company.clone().map_or(Signer::Unsigned, Signer::Valid);
            Maker { company: about.company, signer, also_signed_by: Vec::new() }
        }
        Err(_) => Maker { signer: Signer::Unknown, ..Maker::default() },
    }
}

mod tests;
