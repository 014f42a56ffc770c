//! What was tried to get a name or a password past the redaction: each string, and what must not be left of it.
//! The redactor knows an account `ada` and a computer `DESK-42`; Grace is a stranger, whom only the place gives away.

use super::Redactor;

/// A string, and the parts of it that name a person, a computer or a secret.
const TRIED: [(&str, &[&str]); 35] = [
    (r"C:\Users\Grace\AppData\Local\x", &["grace"]),
    ("/home/grace/.config", &["grace"]),
    ("/Users/grace/Library", &["grace"]),
    (r"C:\Documents and Settings\Grace\Desktop", &["grace"]),
    (r"HKEY_USERS\S-1-5-21-1004336348-1177238915-682003330-1001\Software", &["1004336348"]),
    ("S-1-12-1-1004336348-1177238915-682003330-100", &["1004336348"]),
    ("Backup of ADA on desk-42", &["ada", "desk-42"]),
    ("msiexec /x {A} KLLOGIN=admin KLPASSWD=\"a HUNTER2\" /qn", &["admin", "hunter2"]),
    ("agent.exe --password=HUNTER2", &["hunter2"]),
    (r"E:\Users\grace", &["grace"]),
    (r"C:\\Users\\Grace\\AppData", &["grace"]),
    ("C:%5CUsers%5CGrace%5CAppData", &["grace"]),
    (r"D:\Profiles\Grace\AppData\Roaming", &["grace"]),
    ("/srv/people/grace/.mozilla", &["grace"]),
    (r"\\FILESRV01\home$\grace\x", &["filesrv01", "grace"]),
    (r"runs as ACMECORP\grace", &["acmecorp", "grace"]),
    ("Mail of grace.hopper@navy.example", &["grace", "hopper", "navy"]),
    ("UPN=grace@corp.hopper.example", &["grace", "hopper"]),
    ("sends to 192.168.17.23", &["192.168"]),
    ("listens on fe80::1c2d:3eff:fe4f:5a6b%eth0", &["1c2d", "5a6b"]),
    ("wakes 00:1A:2B:3C:4D:5E", &["1a:2b"]),
    ("/Volumes/Grace's Disk/x", &["grace"]),
    ("home-grace-Documents.mount", &["grace"]),
    ("of account 5-21-1004336348-1177238915-682003330-1001", &["1004336348"]),
    ("backup_ada_daily", &["ada"]),
    ("DESK-42_x", &["desk-42"]),
    ("agent --password HUNTER2 --quiet", &["hunter2"]),
    ("agent -p HUNTER2", &["hunter2"]),
    ("agent --token=HUNTER2", &["hunter2"]),
    ("agent \"--passwd=my HUNTER2\"", &["hunter2"]),
    ("agent --pass 'my HUNTER2' -v", &["hunter2"]),
    (r#"agent /password:\"my HUNTER2\""#, &["hunter2"]),
    ("HTTPS_PROXY=http://grace:HUNTER2@proxy.hopper.example:3128", &["grace", "hunter2", "hopper"]),
    ("agent --password-command 'echo HUNTER2'", &["hunter2"]),
    ("sftp:grace@nas.hopper.example", &["grace", "hopper"]),
];

#[test]
fn nothing_that_was_tried_gets_past() {
    let redactor = Redactor::with_names(Some("ada"), Some("DESK-42"));
    // Alone, and as a place stands before what the system said of it.
    let forms = TRIED
        .iter()
        .flat_map(|(text, names)| [text.to_string(), format!("{text}: {text}. ")].map(|text| (text, names)));
    let left = forms.filter_map(|(text, names)| {
        let redacted = redactor.text(&text).to_lowercase();
        let stays: Vec<&&str> = names.iter().filter(|name| redacted.contains(**name)).collect();
        (!stays.is_empty()).then(|| format!("{text} -> {redacted}: {stays:?}"))
    });
    let left: Vec<String> = left.collect();
    assert!(left.is_empty(), "{} of {} stay:\n{}", left.len(), TRIED.len(), left.join("\n"));
}

/// What came later: disks, instances of units, short options, and names that are not written in ASCII.
#[test]
fn nothing_that_was_tried_later_gets_past() {
    let redactor = Redactor::with_names(Some("мария"), None);
    for (text, names) in [
        ("media-usb-Hopper.mount", &["hopper"][..]),
        ("/etc/systemd/system/run-media-grace-Hopper.mount", &["grace", "hopper"]),
        (r"mnt-Hopper\x20Backup.mount", &["hopper", "backup"]),
        ("/mnt/HopperBackup/opt", &["hopper"]),
        (r"dev-disk-by\x2dlabel-HOPPERDISK.swap", &["hopper"]),
        ("/dev/disk/by-label/HOPPERDISK: denied", &["hopper"]),
        ("/dev/disk/by-id/ata-WDC_WD40EFRX_WD-WCC4E123", &["wcc4e123"]),
        ("backup@hopper.service", &["hopper"]),
        ("/etc/systemd/system/mail@grace.hopper.example.service: denied", &["grace", "hopper"]),
        ("openvpn-client@acmecorp-hopper.service", &["acmecorp", "hopper"]),
        ("kesl -u hopper --key HUNTER2", &["hopper", "hunter2"]),
        ("kesl --api-key=HUNTER2 --ssh-key 'my HUNTER2'", &["hunter2"]),
        ("file:///srv/%D0%BC%D0%B0%D1%80%D0%B8%D1%8F/x", &["%d0%b0"]),
        (r"sync-\xd0\xbc\xd0\xb0\xd1\x80\xd0\xb8\xd1\x8f.service", &[r"\xd0\xb0"]),
    ] {
        let redacted = redactor.text(text).to_lowercase();
        let stays: Vec<_> = names.iter().filter(|name| redacted.contains(**name)).collect();
        assert!(stays.is_empty(), "{text} -> {redacted}: {stays:?}");
        assert_eq!(redactor.text(&redacted), redacted, "twice");
    }
    for text in [
        "container-getty@.service",
        "serial-getty@ttyS0.service",
        "user@1000.service",
        "lvm2-pvscan@8:2.service",
        "/mnt/c/Windows",
        "/mnt",
        "/dev/disk/by-uuid",
        "systemd-fsck@dev-sda1.service",
        "svchost.exe -k netsvcs -p -s x",
    ] {
        assert_eq!(redactor.text(text), text);
    }
}

#[test]
fn neighbours_and_ends_of_sentences_are_found_too() {
    let redactor = Redactor::with_names(Some("ada"), None);
    for (text, hidden) in [
        (r"ACME\grace ACME\hopper: denied, then ACME\grace.", r"domain\user domain\user: denied, then domain\user."),
        ("fe80::1c2d:3eff: fe80::1c2d:3eff. 2001:db8::7", "address: address. address"),
        ("00:1A:2B:3C:4D:5E 00:1A:2B:3C:4D:5F", "address address"),
        ("ada ada, ada", "user user, user"),
        ("192.168.1.2 192.168.1.3:80 10.0.0.5", "address address:80 address"),
    ] {
        assert_eq!(redactor.text(text), hidden);
    }
}

#[test]
fn versions_files_units_and_the_system_s_own_words_stay() {
    let redactor = Redactor::with_names(Some("ada"), Some("DESK-42"));
    for text in [
        "21.25.8.0",
        "Kaspersky 21.25.8.0",
        "LibreOffice 24.8.3.2",
        "version 10.2.1.23 of it",
        r"C:\ProgramData\Kaspersky Lab\AVP21.25.8.0\Data",
        r"Python\3.11.4.0\python.exe",
        "getty@tty1.service",
        "user@1000.service",
        "@klif.dll,-101",
        r"PCI\VEN_8086",
        r"HKLM\SOFTWARE",
        r"NT AUTHORITY\SYSTEM",
        r"\\?\C:\Windows",
        r"\??\C:\Windows\klif.sys",
        "core::fmt dead::xyz ::1 12:34:56 {4D36E96B-E325-11CE-BFC1-08002BE10318}",
        "home-assistant.service",
        "svchost.exe -k netsvcs -p -s EventLog",
        "127.0.0.1 and http://localhost:8530",
    ] {
        assert_eq!(redactor.text(text), text);
    }
}
