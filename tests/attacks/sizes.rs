//! What is too large, too deep, too many or no file at all: the program comes to its end in time, within its memory.

use super::ledger::{attack, attacks};
use super::world::{World, exchanging};
use serde_json::{Value, json};
use std::fs::File;

attacks![
    a_file_with_holes_fills_no_memory,
    crafted_recordings_come_to_an_end,
    pipes_in_the_places_of_a_home_stop_no_look,
    a_pipe_that_is_put_in_while_it_looks_stops_nothing,
];

/// Gigabytes that take no room on the disk.
fn a_file_with_holes_fills_no_memory() {
    const LARGE: u64 = 12_000_000_000;
    let world = World::as_account();
    world.folder_of_mallory("home/.local/share/cleanbreak");
    for name in ["session.json", "settings.json"] {
        world.file_of_mallory(&world.ours(name), "");
        File::options().write(true).open(world.ours(name)).unwrap().set_len(LARGE).unwrap();
    }
    let ended = world.run(&["guide"], "q\n");
    attack("a session and settings", ended.code != Some(0));
    let recording = world.at("home/recording.json");
    world.file_of_mallory(&recording, "");
    File::options().write(true).open(&recording).unwrap().set_len(LARGE).unwrap();
    for command in ["scan", "report", "guide"] {
        let ended = world.run(&[command, "--replay", recording.to_str().unwrap()], "q\n");
        attack(&format!("a recording for {command}"), ended.code != Some(65));
    }
}

/// A recording with one list.
fn recording(list: &str, items: &[Value]) -> String {
    json!({"schema": 1, "host": {"os": "windows", "os_version": "1"}, list: {"items": items}}).to_string()
}

/// A recording with this text in many fields.
fn everywhere(text: &str) -> String {
    json!({
        "schema": 1,
        "host": {"os": "windows", "os_version": "1"},
        "services": {"items": [{"name": "klif", "image": {"path": text, "raw": text}, "place": text}]},
        "programs": {"items": [{"source": "hklm64", "key": "x", "name": "Kaspersky", "location": text, "uninstall": text}]},
        "files": {"items": [{"place": "{ProgramData}/Kaspersky Lab", "path": text, "kind": "folder"}],
                  "gaps": [{"why": "failed", "place": text, "detail": text}]},
        "tasks": {"items": [{"path": text, "program": text, "author": text}]},
        "autoruns": {"items": [{"name": "avp", "program": text, "place": text}]},
        "settings": {"items": [{"kind": "environment", "name": "SSL_CERT_FILE", "value": text, "place": text}]},
    })
    .to_string()
}

fn crafted_recordings_come_to_an_end() {
    let world = World::as_account();
    let long = |letter: &str| letter.repeat(1_000_000);
    let service = |name: &str, path: &str| json!({"name": name, "kind": "kernel_driver", "image": {"path": path}});
    let filters = vec!["klkbdflt"; 10_000];
    let filter = json!({"key": "x", "level": "device", "side": "UpperFilters", "entries": filters});
    let program = |name: &str| json!({"source": "hklm64", "key": name, "name": name, "uninstall": name});
    let file = |path: &str| json!({"place": "{ProgramData}/Kaspersky Lab", "path": path, "kind": "folder"});
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(200_000), close.repeat(200_000));
    for (what, text) in [
        ("1,000 equal names", recording("services", &vec![service("klif", r"C:\x\klif.sys"); 1_000])),
        ("1,000 programs of one name", recording("programs", &vec![program("Kaspersky"); 1_000])),
        ("10,000 filters", recording("class_filters", &[filter])),
        ("a long name", recording("services", &[service(&long("k"), "x")])),
        (
            "a file below 200,000 folders",
            recording("services", &[service("klif", &format!(r"C:\{}", r"a\".repeat(200_000)))]),
        ),
        ("a long place", recording("files", &[file(&format!(r"C:\Users\{}", long("x ")))])),
        ("a long SID", recording("programs", &[program(&format!("S-1-5-21-{}", long("1-")))])),
        ("a long word of quotes", recording("programs", &[program(&long("\""))])),
        ("many at signs", recording("programs", &[program(&long("a@"))])),
        ("many dots", recording("programs", &[program(&long("1."))])),
        ("200,000 folders in each field", everywhere(&format!(r"C:\Kaspersky Lab\{}", r"a\".repeat(200_000)))),
        ("200,000 folders of Linux in each field", everywhere(&format!("/opt/kaspersky/{}", "a/".repeat(200_000)))),
        ("200,000 lists in one another", nested("[", "]")),
        ("200,000 objects in one another", nested(r#"{"a":"#, "}")),
        ("200,000 levels in a field", format!(r#"{{"schema":1,"host":{},"services":{{}}}}"#, nested("[", "]"))),
        ("nothing but escapes", format!("\"{}\"", r"\u0000".repeat(200_000))),
    ] {
        let planted = world.at("home/crafted.json");
        world.file_of_mallory(&planted, &text);
        let ended = world.run(&["scan", "--replay", planted.to_str().unwrap()], "");
        let readable = serde_json::from_str::<Value>(&text).is_ok_and(|one| one["schema"] == 1);
        let in_order = if readable { matches!(ended.code, Some(0 | 10..=12)) } else { ended.code == Some(65) };
        attack(what, !in_order);
    }
}

/// What a look reads in a home.
const PLACES: [&str; 17] = [
    ".bash_profile",
    ".bashrc",
    ".profile",
    ".zshrc",
    ".npmrc",
    ".curlrc",
    ".gitconfig",
    ".config/git/config",
    ".config/pip/pip.conf",
    ".config/systemd/user/kesl.service",
    ".config/autostart/kesl.desktop",
    ".config/google-chrome/Default/Preferences",
    ".config/google-chrome/NativeMessagingHosts/com.kaspersky.x.json",
    ".mozilla/firefox/profiles.ini",
    ".mozilla/firefox/x/extensions.json",
    ".thunderbird/profiles.ini",
    ".pki/nssdb/cert9.db",
];

fn pipes_in_the_places_of_a_home_stop_no_look() {
    let world = World::as_account();
    for place in PLACES {
        let pipe = world.at("home").join(place);
        let folder = pipe.parent().unwrap().strip_prefix(world.at("")).unwrap().to_path_buf();
        world.folder_of_mallory(folder.to_str().unwrap());
        world.pipe_of_mallory(&pipe);
    }
    for arguments in [&["scan"][..], &["cleanup", "--plan"], &["report"]] {
        attack(&arguments.join(" "), world.run(arguments, "").code.is_none());
    }
}

/// Two folders are exchanged: one with files, one with pipes of the same names.
fn a_pipe_that_is_put_in_while_it_looks_stops_nothing() {
    let world = World::as_account();
    let [files, pipes] = ["home/.config/systemd/user", "home/.config/systemd/pipes"];
    for folder in ["home/.config/systemd", files, pipes] {
        world.folder_of_mallory(folder);
    }
    for number in 0..300 {
        world.file_of_mallory(&world.at(files).join(format!("kesl-{number}.service")), "[Service]\n");
        world.pipe_of_mallory(&world.at(pipes).join(format!("kesl-{number}.service")));
    }
    // A check that is kept waiting all the same is given up after a while.
    let hangs = exchanging(&world.at(files), &world.at(pipes), || world.run(&["scan"], "").code.is_none());
    attack("units", hangs);
}
