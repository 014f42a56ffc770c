//! Looks at a Mac made for the test: a folder that stands for `/`, and recorded answers.

use super::*;
use crate::machine::{GapReason, Presence, ServiceKind, State};
use std::fs;

macro_rules! raw {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/recordings/raw/", $name))
    };
}

/// A folder with these files.
fn disk_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// A Mac with the product.
fn with_product() -> tempfile::TempDir {
    disk_with(&[
        ("System/Library/CoreServices/SystemVersion.plist", raw!("macos/SystemVersion.plist")),
        ("Applications/Kaspersky.app/Contents/Info.plist", raw!("macos/Info.plist")),
        ("Applications/Utilities/Broken.app/Contents/Info.plist", b"no list"),
        ("private/var/db/receipts/com.kaspersky.kav.core.plist", raw!("macos/receipt.plist")),
        ("private/var/db/receipts/com.kaspersky.kav.core.bom", b"BOMStore"),
        ("Library/LaunchDaemons/com.kaspersky.kav.plist", raw!("macos/com.kaspersky.kav.plist")),
        ("Library/LaunchDaemons/com.example.broken.plist", b"bplist00"),
        (
            "Library/Extensions/klif.kext/Contents/Info.plist",
            b"<plist><dict><key>CFBundleIdentifier</key><string>com.kaspersky.kext.klif</string></dict></plist>",
        ),
        ("System/Library/Extensions/Apple.kext/Contents/Info.plist", b""),
        ("Library/Keychains/System.keychain", b"kych"),
        ("Users/first/Library/Keychains/login.keychain-db", b"kych"),
        ("Library/Preferences/com.apple.networkextension.plist", raw!("macos/networkextension.plist")),
    ])
}

/// Recorded answers of a Mac with the product.
fn answers(program: &str, arguments: &[&str]) -> Result<Vec<u8>, QueryError> {
    let answer: &[u8] = match (program, arguments) {
        ("/usr/bin/id", ["-u"]) => b"501\n",
        ("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"]) => b"0B3F0C52-6D3E-4F7C-9D0A-1C2B3A495867\n",
        ("/bin/launchctl", ["print", "system"]) => raw!("macos/launchctl-print.txt"),
        ("/usr/bin/systemextensionsctl", ["list"]) => raw!("macos/systemextensionsctl.txt"),
        ("/usr/sbin/kextstat", []) => raw!("macos/kextstat.txt"),
        ("/usr/bin/security", [.., keychain]) if keychain.ends_with("System.keychain") => raw!("certificates/root.pem"),
        ("/usr/bin/security", _) => return Err(QueryError::Ended(Some(44), "could not be found".into())),
        ("/usr/bin/profiles", ["list"]) => raw!("macos/profiles-list.txt"),
        ("/usr/sbin/netstat", _) => raw!("macos/netstat.txt"),
        ("/usr/bin/dscl", _) => raw!("macos/dscl-users.txt"),
        _ => return Err(QueryError::Missing),
    };
    Ok(answer.to_vec())
}

/// A Mac on which no program can be asked.
fn silence(_: &str, _: &[&str]) -> Result<Vec<u8>, QueryError> {
    Err(QueryError::Ended(Some(1), "not allowed".into()))
}

fn here<'a>(disk: &tempfile::TempDir, ask: Ask<'a>) -> Here<'a> {
    Here::below(disk.path(), Some(disk.path().join("Users/first")), ask)
}

#[test]
fn the_computer_is_described() {
    let disk = with_product();
    let host = here(&disk, &answers).host();
    assert_eq!(host.boot_id.as_deref(), Some("0B3F0C52-6D3E-4F7C-9D0A-1C2B3A495867"));
    assert_eq!((host.os_version.as_str(), host.elevated), ("macOS 15.1 (24B83)", false));
}

#[test]
fn applications_and_receipts_are_seen_even_when_damaged() {
    let looked = apps::list_programs(&here(&with_product(), &answers));
    assert!(looked.complete());
    let seen: Vec<(&str, Option<&str>)> =
        looked.items.iter().map(|program| (program.key.as_str(), program.version.as_deref())).collect();
    assert_eq!(
        seen,
        [("com.kaspersky.kav", Some("26.0.0.150")), ("Broken", None), ("com.kaspersky.kav.core", Some("21.2.3.45"))]
    );
}

#[test]
fn jobs_have_the_state_that_launchd_gives() {
    let disk = with_product();
    let looked = jobs::list_launchd_jobs(Catalog::embedded(), &here(&disk, &answers));
    assert!(looked.complete());
    let seen: Vec<(&str, State)> = looked.items.iter().map(|job| (job.name.as_str(), job.state)).collect();
    assert_eq!(seen, [("com.example.broken", State::RegisteredOnly), ("com.kaspersky.kav", State::Running)]);
    assert_eq!(looked.items[1].image.there, Presence::Absent);
    let silent = jobs::list_launchd_jobs(Catalog::embedded(), &here(&disk, &silence));
    assert!(silent.items.iter().all(|job| job.state == State::Unknown));
}

#[test]
fn a_loaded_job_without_its_list_is_seen() {
    let looked = jobs::list_launchd_jobs(Catalog::embedded(), &here(&disk_with(&[]), &answers));
    assert_eq!(looked.items.len(), 1);
    assert_eq!((looked.items[0].name.as_str(), looked.items[0].state), ("com.kaspersky.kav", State::Running));
}

#[test]
fn kernel_extensions_are_seen_in_folders_and_in_the_kernel() {
    let disk = with_product();
    let looked = kernel::list_kernel_extensions(Catalog::embedded(), &here(&disk, &answers));
    assert!(looked.complete());
    assert_eq!(looked.items.len(), 1);
    let extension = &looked.items[0];
    assert_eq!((extension.kind, extension.state), (ServiceKind::KernelExtension, State::Running));
    assert!(extension.image.path.as_deref().unwrap().ends_with("Library/Extensions/klif.kext"));
    let silent = kernel::list_kernel_extensions(Catalog::embedded(), &here(&disk, &silence));
    assert_eq!((silent.items[0].state, silent.gaps.len()), (State::Unknown, 1));
}

#[test]
fn system_extensions_are_those_that_the_system_lists() {
    let disk = with_product();
    let looked = here(&disk, &answers).system_extensions();
    assert_eq!((looked.items.len(), looked.gaps.len()), (3, 0));
    let silent = here(&disk, &silence).system_extensions();
    assert_eq!((silent.items.len(), silent.gaps[0].why), (0, GapReason::Failed));
}

#[test]
fn the_vendor_s_root_is_seen_in_a_keychain() {
    let disk = with_product();
    let looked = keychains::find_certificates(Catalog::embedded(), &here(&disk, &answers));
    assert!(looked.complete());
    assert_eq!(looked.items.len(), 1);
    assert!(looked.items[0].place.ends_with("System.keychain"));
    assert_eq!(keychains::find_certificates(Catalog::embedded(), &here(&disk, &silence)).gaps.len(), 2);
}

#[test]
fn filters_and_profiles_are_seen() {
    let looked = network::find_network_components(Catalog::embedded(), &here(&with_product(), &answers));
    let names: Vec<&str> = looked.items.iter().map(|object| object.name.as_str()).collect();
    assert_eq!(names, ["Kaspersky Filter", "com.kaspersky.kav.profile"]);
    // Without an administrator's rights the profiles of the computer stay unknown.
    assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::NeedsAdmin));
}

#[test]
fn people_are_counted_and_unrelated_connections_are_not_recorded() {
    let disk = with_product();
    let mac = here(&disk, &answers);
    assert_eq!(mac.other_accounts().items.len(), 1);
    assert_eq!(network::find_connections(Catalog::embedded(), &mac), Observed::none());
}

#[test]
fn a_mac_without_anything_is_looked_at_completely() {
    let (disk, catalog) = (disk_with(&[]), Catalog::embedded());
    let mac = here(&disk, &answers);
    assert_eq!(mac.files(catalog), Observed::none());
    assert_eq!(mac.browsers(catalog), Observed::none());
    assert_eq!(mac.tool_certificates(catalog), Observed::none());
    assert_eq!(mac.settings(catalog, &[]), Observed::none());
    assert_eq!(keychains::find_certificates(catalog, &mac), Observed::none());
    assert_eq!(apps::list_programs(&mac), Observed::none());
}

#[test]
fn programs_that_run_are_listed() {
    let looked = processes();
    assert!(looked.complete() && !looked.items.is_empty());
}

#[test]
fn every_check_of_macos_has_a_probe() {
    let probed: Vec<CheckId> = PROBES.iter().flat_map(|probe| probe.checks.iter().copied()).collect();
    for check in CheckId::ALL.iter().filter(|check| check.applies(Os::Macos)) {
        assert_eq!(probed.iter().filter(|probed| *probed == check).count(), 1, "{check:?}");
    }
}

#[test]
fn each_probe_hands_in_its_own_checks() {
    // On Linux the programs are missing, which must end in gaps and in nothing worse.
    let catalog = Catalog::embedded();
    for probe in PROBES {
        let parts: Vec<CheckId> = (probe.ask)(catalog, Reach::ThisAccount).iter().map(Part::check).collect();
        assert_eq!(parts, probe.checks);
    }
    assert_eq!(host().os, Os::Macos);
}
