//! What the last filter lets through, and everything that it must not.

use super::*;
use crate::cleanup::ClassList;

const THUMB: &str = "0123456789ABCDEF0123456789ABCDEF01234567";
const SUBJECT: &str = "CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab";

fn asked(change: Change, place: &str, scope: Scope) -> Result<(), AdmitRefusal> {
    let purpose = Purpose {
        id: "file-1".into(),
        name: "Kaspersky".into(),
        scope,
        spelled: place.into(),
        subject: "file-1".into(),
        after_restart: false,
        driver_missing: false,
    };
    let os = if place.starts_with("{Linux") { Os::Linux } else { Os::Windows };
    admit(Proposal { purpose, change }, os, Catalog::embedded()).map(|_| ())
}

fn key(path: &str) -> Result<(), AdmitRefusal> {
    let scope = if path.starts_with("HKCU") { Scope::User } else { Scope::Machine };
    asked(Change::DeleteRegistryKey { path: path.into() }, "", scope)
}

#[test]
fn only_keys_that_the_catalogue_marks_go_whole() {
    for path in [
        r"HKLM\SOFTWARE\KasperskyLab",
        r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25",
        r"HKCU\Software\KasperskyLab",
        r"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Kaspersky Event Log",
        r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal\klif.sys",
    ] {
        assert_eq!(key(path), Ok(()), "{path}");
    }
    for path in [
        "HKLM",
        r"HKLM\SOFTWARE",
        r"HKLM\SOFTWARE\WOW6432Node",
        r"HKLM\SYSTEM\CurrentControlSet\Services",
        r"HKLM\SYSTEM\CurrentControlSet\Services\EventLog",
        r"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\System",
        r"HKLM\SOFTWARE\Microsoft\SystemCertificates\SPC\Certificates",
        r"HKLM\SOFTWARE\Microsoft\SystemCertificates\AuthRoot",
        r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate",
        r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal",
        r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal\AppMgmt",
        r"HKLM\SYSTEM\CurrentControlSet\Enum\Root\LEGACY_KLIF",
        r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}",
        r"HKLM\SOFTWARE\KasperskyLab\..\Microsoft",
        r"HKLM\SOFTWARE\\KasperskyLab",
        r"HKCR\KasperskyLab",
        r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
        r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\",
        r"HKLM\SOFTWARE\KasperskyLab\Other",
        r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal\klim6.sys",
    ] {
        assert!(key(path).is_err(), "{path}");
    }
    let foreign = Change::DeleteRegistryKey { path: r"HKCU\Software\KasperskyLab".into() };
    assert_eq!(asked(foreign, "", Scope::Machine), Err(AdmitRefusal::OtherScope));
}

/// Windows keeps the 32-bit classes among those of the computer, and a link to them where they used to stand.
#[test]
fn a_class_of_the_32_bit_view_is_known_where_it_stands() {
    let class = "{dd230880-495a-11d1-b064-008048ec2fc5}";
    for path in [
        r"HKLM\SOFTWARE\Classes\WOW6432Node\CLSID",
        r"HKLM\Software\Classes\Wow6432Node\CLSID",
        r"HKLM\SOFTWARE\WOW6432Node\Classes\CLSID",
        r"HKLM\SOFTWARE\Classes\CLSID",
    ] {
        assert_eq!(key(&format!(r"{path}\{class}")), Ok(()), "{path}");
        assert!(key(path).is_err(), "{path}");
        assert!(key(&format!(r"{path}\{{00000000-495a-11d1-b064-008048ec2fc5}}")).is_err(), "{path}");
    }
    for path in [r"HKLM\SOFTWARE\Classes\WOW6432Node", r"HKLM\SOFTWARE\Classes\WOW6432Node\WOW6432Node\CLSID"] {
        assert!(key(&format!(r"{path}\{class}")).is_err(), "{path}");
    }
    assert!(key(&format!(r"HKCU\Software\Classes\WOW6432Node\CLSID\{class}")).is_err());
}

#[test]
fn a_folder_goes_whole_only_where_it_is_marked() {
    let folder = |place: &str, path: &str| asked(Change::MoveFolder { path: path.into() }, place, Scope::Machine);
    let ours = "{ProgramFilesX86}/Kaspersky Lab/Kaspersky 21.25";
    assert_eq!(folder(ours, r"C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.25"), Ok(()));
    assert_eq!(folder("{Linux}/opt/kaspersky/kesl", "/opt/kaspersky/kesl"), Ok(()));
    for (place, path) in [
        (ours, r"C:\Program Files (x86)"),
        (ours, r"C:\Program Files (x86)\Kaspersky Lab"),
        (ours, r"C:\x\..\Kaspersky Lab\Kaspersky 21.25"),
        (ours, r"\\server\share\Kaspersky Lab\Kaspersky 21.25"),
        (ours, r"Kaspersky Lab\Kaspersky 21.25"),
        ("{ProgramData}/Kaspersky Lab", r"C:\ProgramData\Kaspersky Lab"),
        ("{ProgramData}/Kaspersky Lab/AVP21.25", r"C:\ProgramData\Kaspersky Lab\AVP21.25"),
        ("{ProgramData}/Kaspersky Lab/AVP21.25/QB", r"C:\ProgramData\Kaspersky Lab\AVP21.25\QB"),
        ("{ProgramData}/Kaspersky Lab/AVP21.25/Data", r"C:\ProgramData\Kaspersky Lab\AVP21.25\Data"),
        ("{SystemDrive}/KVRT2020_Data", r"C:\KVRT2020_Data"),
        ("{SystemDrive}/Users", r"C:\Users"),
        ("{Linux}/var/opt/kaspersky/kesl", "/var/opt/kaspersky/kesl"),
        ("{Linux}/var/opt/kaspersky/kesl/common/objects-backup", "/var/opt/kaspersky/kesl/common/objects-backup"),
        ("{Linux}/opt/kaspersky/kesl", "/opt/kaspersky/../kaspersky/kesl"),
        ("{Linux}/etc", "/etc"),
    ] {
        assert!(folder(place, path).is_err(), "{path}");
    }
    let empty = Change::RemoveEmptyFolder { path: r"C:\ProgramData\Kaspersky Lab\AVP21.25".into() };
    assert_eq!(asked(empty, "{ProgramData}/Kaspersky Lab/AVP21.25", Scope::Machine), Ok(()));
    let vault = Change::RemoveEmptyFolder { path: r"C:\ProgramData\Kaspersky Lab\AVP21.25\QB".into() };
    assert_eq!(asked(vault, "{ProgramData}/Kaspersky Lab/AVP21.25/QB", Scope::Machine), Err(AdmitRefusal::Kept));
}

#[test]
fn only_filters_of_input_devices_and_plain_drivers_go() {
    let entry = |guid: &str, entry: &str| {
        let list = ClassList { key: format!(r"Control\Class\{guid}"), value: "UpperFilters".into() };
        asked(Change::TakeFilterEntry { list, entry: entry.into() }, "", Scope::Machine)
    };
    assert_eq!(entry("{4D36E96F-E325-11CE-BFC1-08002BE10318}", "klmouflt"), Ok(()));
    assert_eq!(entry("{4d36e967-e325-11ce-bfc1-08002be10318}", "klfltdev"), Err(AdmitRefusal::Guided));
    assert_eq!(entry("{71A27CDD-812A-11D0-BEC7-08002BE2092F}", "klfltdev"), Err(AdmitRefusal::Guided));
    assert!(entry("{4D36E96F-E325-11CE-BFC1-08002BE10318}", "mouclass").is_err());
    assert!(entry("..", "klmouflt").is_err());
    let service = |name: &str| asked(Change::DeleteService { key: name.into() }, "", Scope::Machine);
    assert_eq!(service("klif.K4W-21-25"), Ok(()));
    for name in ["", "klim6", "mouclass", "Tcpip", r"klif\..\Tcpip", "KslD", "dam", "kldisk"] {
        assert!(service(name).is_err(), "{name}");
    }
}

#[test]
fn only_the_vendor_s_roots_go_and_only_from_stores_that_are_ours_to_clean() {
    let root = |place: &str, subject: &str, os: &str| {
        let change =
            Change::RemoveCertificate { place: place.into(), thumbprint: THUMB.into(), subject: subject.into() };
        asked(change, os, Scope::Machine)
    };
    let store = |name: &str| format!(r"HKLM\SOFTWARE\Microsoft\SystemCertificates\{name}\Certificates\{THUMB}");
    assert_eq!(root(&store("ROOT"), SUBJECT, ""), Ok(()));
    assert_eq!(root(&store("CA"), SUBJECT, ""), Ok(()));
    assert_eq!(root("/usr/local/share/ca-certificates/k.crt", SUBJECT, "{Linux}"), Ok(()));
    for name in ["SPC", "AuthRoot", "Disallowed", "TrustedPublisher", r"..\ROOT"] {
        assert!(root(&store(name), SUBJECT, "").is_err(), "{name}");
    }
    let policy = store("ROOT").replace(r"SOFTWARE\Microsoft", r"SOFTWARE\Policies\Microsoft");
    assert!(root(&policy, SUBJECT, "").is_err());
    assert_eq!(
        root(&store("ROOT"), "CN=ISRG Root X1, O=Internet Security Research Group", ""),
        Err(AdmitRefusal::NotOurs)
    );
    assert!(root(&store("ROOT").replace(THUMB, "FF"), SUBJECT, "").is_err());
    for place in ["/etc/ssl/certs/ca-certificates.crt", "/etc/passwd", "/usr/share/ca-certificates/mozilla/x.crt"] {
        assert!(root(place, SUBJECT, "{Linux}").is_err(), "{place}");
    }
}

#[test]
fn only_the_vendor_s_tasks_values_and_units_go() {
    let task = |path: &str| asked(Change::DeleteTask { path: path.into() }, "", Scope::Machine);
    assert_eq!(task(r"\Kaspersky_Upgrade_Launcher_{1}"), Ok(()));
    for path in
        ["", r"\", r"\Microsoft\Windows\Defrag\ScheduledDefrag", r"\Kaspersky\..\x", r"Kaspersky", r"\Kaspersky/../x"]
    {
        assert!(task(path).is_err(), "{path}");
    }
    let value = |key: &str, name: &str| {
        asked(Change::DeleteRegistryValue { path: key.into(), name: name.into() }, "", Scope::User)
    };
    let run = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    assert_eq!(value(run, "Kaspersky Password Manager"), Ok(()));
    assert!(value(run, "OneDrive").is_err());
    assert!(value(r"HKCU\Software\Microsoft\Windows\CurrentVersion\Policies", "Kaspersky").is_err());
    let unit = |path: &str| asked(Change::RemoveUnit { path: path.into() }, "{Linux}", Scope::Machine);
    assert_eq!(unit("/etc/systemd/system/kesl.service"), Ok(()));
    assert_eq!(unit("/etc/systemd/system/multi-user.target.wants/kesl.service"), Ok(()));
    for path in
        ["/etc/systemd/system/ssh.service", "/etc/kesl.service", "/etc/systemd/system/../kesl.service", "kesl.service"]
    {
        assert!(unit(path).is_err(), "{path}");
    }
}
