//! What leaves the computer, and what is let in: names and secrets in recordings and reports (M1, M2), characters that
//! control a terminal or fool a reader (L1).

use super::ledger::attacks;
use super::planted::{Home, SECRET, nothing_hides, nowhere};
use cleanbreak::machine::safe::is_hidden;
use serde_json::{Value, json};
use std::fs;

attacks![
    m1_a_recording_holds_no_arguments_of_strangers_and_no_password,
    m1_a_stranger_that_names_the_vendor_is_recorded_without_its_arguments,
    m2_versions_name_nobody_that_is_known,
    #[cfg(target_os = "linux")]
    m1_a_unit_of_this_account_is_recorded_without_its_arguments,
    #[cfg(target_os = "linux")]
    m2_the_person_behind_sudo_is_not_named,
    m2_names_are_hidden_in_every_field_and_spelling,
    m2_versions_and_the_vendor_s_own_addresses_stay,
    m2_a_computer_called_kaspersky_hides_no_trace,
    l1_a_recording_with_hostile_names_controls_no_outlet,
    l1_error_texts_control_no_terminal,
    l1_given_arguments_are_echoed_without_what_hides,
    l1_no_character_of_unicode_that_hides_gets_out,
];

/// Escape codes of both kinds, marks of direction, what cannot be seen, ends of lines.
const HIDING: &str = "\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{61c}\u{200b}\u{2066}\u{2028}\u{feff}\r\n\u{e0041}";

/// Services that pass secrets and names to their programs, as their owners wrote them.
fn services() -> Value {
    let described =
        |name: &str, display: &str, raw: &str| json!({"name": name, "display": display, "image": {"raw": raw}});
    let service = |name: &str, raw: &str| described(name, "Backup of Grace Hopper", raw);
    json!({"items": [
        service("restic", "/usr/bin/restic --passwd=HUNTER2 -r sftp:grace@nas.hopper.example:/srv backup"),
        service("rclone", "/usr/bin/rclone --password-command 'echo HUNTER2' sync"),
        service("vault", r#""C:\Program Files\Vault Corp\v.exe" -p HUNTER2 --token "a HUNTER2" /user:grace"#),
        service("unquoted", r"C:\Program Files\Vault Corp\v.exe HUNTER2"),
        service("odd", "\"C:\\never closed HUNTER2"),
        described("klnagent", "Kaspersky Network Agent", r"C:\Program Files (x86)\Kaspersky Lab\NetworkAgent\klnagent.exe -ksv1 KLPASSWD=HUNTER2"),
    ]})
}

fn m1_a_recording_holds_no_arguments_of_strangers_and_no_password() {
    let home = Home::new();
    let programs = json!({"items": [
        {"source": "hklm64", "key": "a", "name": "Vault", "uninstall": r#""C:\v\u.exe" /S HUNTER2"#},
        {"source": "hklm64", "key": "b", "name": "Kaspersky", "publisher": "AO Kaspersky Lab",
         "uninstall": "msiexec.exe /x {77B9B05A-27D3-4D24-A45D-6B3B0D9B1D5C} KLLOGIN=grace KLPASSWD=HUNTER2"},
    ]});
    let planted = home.recording("windows", json!({"services": services(), "programs": programs}));
    let leaving = home.leaving(&planted);
    nowhere("strangers' arguments", &leaving, &[SECRET, "grace", "hopper", "sftp:", "--passwd", "--token"]);
    let (_, recording) = &leaving[0];
    for kept in ["/usr/bin/restic ...", r"klnagent.exe -ksv1 KLPASSWD=removed", r#"\"C:\\v\\u.exe\" ...""#, "{77B9B05A"]
    {
        assert!(recording.contains(kept), "{kept} is missing in {recording}");
    }
}

/// A stranger's service that only speaks of the vendor, in its arguments or its description, has no right to them.
fn m1_a_stranger_that_names_the_vendor_is_recorded_without_its_arguments() {
    let home = Home::new();
    let service = |display: &str, raw: &str, path: &str| json!({"name": "restic", "display": display, "image": {"raw": raw, "path": path}});
    let windows =
        service("Backup", r"C:\b\b.exe --exclude C:\ProgramData\Kaspersky Lab\AVP21\Data HUNTER2", r"C:\b\b.exe");
    let linux = service("Backup", "/usr/bin/restic --exclude /opt/kaspersky/kesl/var HUNTER2", "/usr/bin/restic");
    let described = service("Leaves Kaspersky out", "/usr/bin/restic HUNTER2", "/usr/bin/restic");
    for (os, service) in [("windows", windows), ("linux", linux), ("linux", described)] {
        let leaving = home.leaving(&home.recording(os, json!({"services": {"items": [service]}})));
        nowhere("a stranger that names the vendor", &leaving, &[SECRET]);
    }
}

/// A kernel or a package that somebody built has the name of whoever did in its version.
fn m2_versions_name_nobody_that_is_known() {
    let home = Home::new();
    let fields = json!({"programs": {"items": [
        {"source": "dpkg", "key": "tools", "name": "tools", "version": "1.0~gracehopper1+x"},
        {"source": "dpkg", "key": "kesl", "name": "kesl", "version": "12.1.0-1508"},
    ]}});
    let mut planted: Value =
        serde_json::from_str(&fs::read_to_string(home.recording("linux", fields)).unwrap()).unwrap();
    planted["host"]["os_version"] = "Debian GNU/Linux 12 (kernel 6.1.0-gracehopper)".into();
    let planted = home.plant("planted.json", planted.to_string());
    let again = home.path().join("again.json");
    let variables = [("SUDO_USER", "gracehopper")];
    home.run_with(&variables, &["scan", "--replay", planted.to_str().unwrap(), "--record", again.to_str().unwrap()]);
    let recording = fs::read_to_string(&again).unwrap();
    assert!(recording.contains("kernel 6.1.0-user") && recording.contains("12.1.0-1508"), "{recording}");
    let report = home.run_with(&variables, &["report", "--replay", planted.to_str().unwrap()]).out;
    nowhere("versions", &[("recording".into(), recording), ("report".into(), report)], &["gracehopper"]);
}

/// The same on this computer: units in the home of the account that looks.
#[cfg(target_os = "linux")]
fn m1_a_unit_of_this_account_is_recorded_without_its_arguments() {
    let home = Home::new();
    let unit = "[Unit]\nDescription=Backup\n[Service]\nExecStart=/usr/bin/restic --passwd=HUNTER2 HUNTER2\n";
    home.plant(".config/systemd/user/planted-restic.service", unit);
    let file = home.path().join("here.json");
    home.run(&["scan", "--record", file.to_str().unwrap()]);
    let recording = fs::read_to_string(&file).unwrap();
    nowhere("a unit's arguments", &[("recording".into(), recording.clone())], &[SECRET]);
    assert!(recording.contains("planted-restic.service") && recording.contains("/usr/bin/restic ..."), "it was seen");
}

/// With an administrator's rights the account is root; who asked for them stands in `SUDO_USER` and in the home.
#[cfg(target_os = "linux")]
fn m2_the_person_behind_sudo_is_not_named() {
    let home = Home::new();
    let unit =
        "[Unit]\nDescription=Kaspersky of gracehopper and of zuse_k\n[Service]\nExecStart=/srv/x/gracehopper/run\n";
    for place in [".config/systemd/user/gracehopper-mail.service", "zuse_k/.config/systemd/user/backup_zuse_k.service"]
    {
        home.plant(place, unit);
    }
    let person = home.path().join("zuse_k");
    let file = home.path().join("here.json");
    for home_folder in [home.path(), person.as_path()] {
        let variables = [("SUDO_USER", "gracehopper"), ("USER", "root"), ("HOME", home_folder.to_str().unwrap())];
        let file = file.to_str().unwrap();
        home.run_with(&variables, &["scan", "--record", file]);
        let recording = fs::read_to_string(file).unwrap();
        nowhere("SUDO_USER in a recording", &[("recording".into(), recording.clone())], &["gracehopper"]);
        let seen = recording.contains("Kaspersky of user and of");
        if home_folder == person {
            nowhere("the home's name in a recording", &[("recording".into(), recording)], &["zuse_k"]);
        }
        let report = home.run_with(&variables, &["report", "--format", "json"]).out;
        nowhere("SUDO_USER in a report", &[("report".into(), report)], &["gracehopper"]);
        assert!(seen, "the unit was seen");
    }
}

/// The strings that once got past, in each field that they can stand in.
fn m2_names_are_hidden_in_every_field_and_spelling() {
    let strings = [
        r"C:\\Users\\Grace\\x",
        "C:%5CUsers%5CGrace",
        r"D:\Profiles\Grace\x",
        "/srv/people/grace/x",
        r"\\FILESRV01\home$\grace\x",
        r"ACMECORP\grace",
        "grace@hopper.example",
        "192.168.17.23",
        "fe80::1c2d:3eff",
        "00:1A:2B:3C:4D:5E",
        "/Volumes/Grace's Disk/x",
        "home-grace-Documents.mount",
        "5-21-1004336348-1177238915-682003330-1001",
        "http://grace:HUNTER2@proxy.hopper.example:3128",
    ];
    let names = ["grace", "filesrv01", "acmecorp", "hopper", "192.168", "1c2d:3eff", "1a:2b", "1004336348", SECRET];
    let home = Home::new();
    for text in strings {
        let fields = json!({
            "services": {"items": [{"name": text, "display": text, "image": {"path": text}, "place": text, "maker": {"company": text}}]},
            "programs": {"items": [{"source": "dpkg", "key": text, "name": text, "publisher": text, "location": text, "uninstall": text}]},
            "files": {"items": [{"place": "{LocalAppData}/Kaspersky Lab", "path": r"C:\Users\Grace\AppData\Local\Kaspersky Lab", "kind": "folder"}],
                      "gaps": [{"why": "failed", "place": text, "detail": text}]},
            "tasks": {"items": [{"path": text, "program": text, "author": text}]},
            "autoruns": {"items": [{"name": text, "program": text, "place": text}]},
            "settings": {"items": [{"kind": "environment", "name": "SSL_CERT_FILE", "value": text, "place": text}]},
            "class_filters": {"items": [{"key": text, "level": "device", "side": "UpperFilters", "entries": [text]}]},
            "root_certificates": {"items": [{"store": "root", "place": text, "subject": format!("CN={text}")}]},
        });
        nowhere(text, &home.leaving(&home.recording("windows", fields)), &names);
    }
    for text in strings {
        let filter = json!({"key": text, "level": "device", "side": "UpperFilters", "registered": {text: "absent"}});
        let planted = home.recording("windows", json!({"class_filters": {"items": [filter]}}));
        nowhere(&format!("a registered filter: {text}"), &home.leaving(&planted), &names);
    }
}

fn m2_versions_and_the_vendor_s_own_addresses_stay() {
    let home = Home::new();
    for (name, stays) in [("suite-21-25", "21.25.8.0"), ("old-service-somewhere", "77.74.178.20")] {
        let recording = format!("{}/tests/recordings/{name}.json", env!("CARGO_MANIFEST_DIR"));
        for (outlet, text) in home.leaving(recording.as_ref()) {
            assert!(text.contains(stays), "{stays} is missing in the {outlet}");
        }
    }
}

fn m2_a_computer_called_kaspersky_hides_no_trace() {
    let home = Home::new();
    let variables =
        [("COMPUTERNAME", "KASPERSKY"), ("HOSTNAME", "KASPERSKY"), ("USER", "klif"), ("SUDO_USER", "Kaspersky Lab")];
    let ids = |file: &str| -> Value {
        let report: Value = serde_json::from_str(&home.run(&["scan", "--json", "--replay", file]).out).unwrap();
        let all = |part: &str| report[part].as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
        json!([report["verdict"], all("products"), all("leftovers"), all("kept")])
    };
    for name in ["suite-21-25", "drivers-stay", "two-generations", "linux-leftovers"] {
        let planted = format!("{}/tests/recordings/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let again = home.path().join("again.json");
        home.run_with(&variables, &["scan", "--replay", &planted, "--record", again.to_str().unwrap()]);
        assert_eq!(ids(&planted), ids(again.to_str().unwrap()), "{name}");
    }
}

fn l1_a_recording_with_hostile_names_controls_no_outlet() {
    let home = Home::new();
    let name = format!("klif{HIDING}");
    let fields = json!({
        "services": {"items": [{"name": "klif", "kind": "kernel_driver", "place": format!("x{HIDING}y"), "display": name}]},
        "programs": {"items": [{"source": "hklm64", "key": name, "name": format!("Kaspersky{HIDING}"), "version": HIDING}]},
        "files": {"items": [{"place": "{ProgramData}/Kaspersky Lab", "path": format!(r"C:\ProgramData\Kaspersky Lab{HIDING}"), "kind": "folder"}],
                  "gaps": [{"why": "failed", "place": HIDING, "detail": format!("No active Kaspersky parts found.{HIDING}")}]},
        "security_center": {"items": [{"name": format!("Kaspersky{HIDING}"), "role": "antivirus", "state": "on"}]},
    });
    let mut planted: Value =
        serde_json::from_str(&fs::read_to_string(home.recording("windows", fields)).unwrap()).unwrap();
    planted["host"]["os_version"] = format!("Windows{HIDING}").into();
    let planted = home.plant("planted.json", planted.to_string());
    let outlets = home.shown(&planted);
    for outlet in outlets {
        nothing_hides(&outlet.0.clone(), &[outlet]);
    }
    // In JSON everything is still there, escaped: a script gets the place as it stands.
    let json = home.run(&["scan", "--json", "--replay", planted.to_str().unwrap()]).out;
    let report: Value = serde_json::from_str(&json).unwrap();
    let places: Vec<&str> =
        report["leftovers"].as_array().unwrap().iter().filter_map(|one| one["where"].as_str()).collect();
    assert!(places.iter().any(|place| place.contains(HIDING)), "{places:?}");
}

fn l1_error_texts_control_no_terminal() {
    let home = Home::new();
    let field = home.plant("field.json", json!({"schema": 1, "host": {"os": "linux"}, HIDING: 1}).to_string());
    let variant = home.plant("variant.json", json!({"schema": 1, "host": {"os": HIDING}}).to_string());
    let schema = home.plant("schema.json", json!({"schema": HIDING}).to_string());
    let mut answers = Vec::new();
    for (what, file) in [("an unknown field", &field), ("an unknown variant", &variant), ("a schema", &schema)] {
        let file = file.to_str().unwrap();
        for arguments in [&["scan", "--replay", file][..], &["report", "--replay", file], &["guide", "--replay", file]]
        {
            let answer = home.run(arguments);
            let name = format!("{} of {}", arguments[0], what);
            nothing_hides(&name, &[("stderr".into(), answer.err.clone())]);
            answers.push((what, answer));
        }
    }
    for (what, answer) in answers {
        assert_eq!((answer.code, answer.out.as_str()), (65, ""), "{what}");
        assert!(answer.err.contains("owned") || what == "a schema", "it says what is wrong: {}", answer.err);
        assert_eq!(answer.err.lines().count(), 1, "one line cannot look like two: {}", answer.err);
    }
}

fn l1_given_arguments_are_echoed_without_what_hides() {
    let home = Home::new();
    for arguments in [
        &[HIDING][..],
        &["scan", HIDING],
        &["scan", "--record", &format!("/nowhere/{HIDING}"), "--replay", "/no/such"],
        &["scan", "--replay", HIDING],
        &["report", "--format", HIDING],
        &["report", "--out", &format!("/nowhere/{HIDING}/x")],
        &["guide", "--practice", HIDING],
        &["cleanup", "--plan", HIDING],
        &["cleanup", "--plan", "--json", HIDING],
        &["cleanup", "--undo", HIDING],
        &["cleanup", "--plan", "--catalog", HIDING],
        &["cleanup", "--plan", "--ids", HIDING, "--sha256", HIDING],
    ] {
        let answer = home.run(arguments);
        assert!(!answer.err.contains("panicked"), "{arguments:?}: {}", answer.err);
        let name = format!("{arguments:?}");
        nothing_hides(&name, &[("stdout".into(), answer.out), ("stderr".into(), answer.err)]);
    }
}

/// Every character of Unicode that hides, in a name: none of them reaches an outlet.
fn l1_no_character_of_unicode_that_hides_gets_out() {
    let all: String = (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| is_hidden(*c)).collect();
    assert!(all.chars().count() > 4000);
    let home = Home::new();
    let fields = json!({"services": {"items": [{"name": "klif", "kind": "kernel_driver", "place": all}]}});
    nothing_hides("all of them", &home.shown(&home.recording("windows", fields)));
}
