//! An account plants links, pipes and journals in its own folders, or where everybody may write. Then the program runs
//! with rights and that account's `HOME`, as `sudo -E` and the `sudo` of macOS leave it, or as the account itself.
//!
//! Each attack has a sentinel: what the attacker could never change alone. It must be as it was. The attacks with rights
//! need root; without, only those that an account tries on itself are run, and the others say so.

use super::ledger::{attack, attacks, not_run};
use super::world::{BEGIN, MALLORY, SECRET, World, exchanging, in_a_linux_of_its_own, own, unchanged};
use assert_cmd::cargo::cargo_bin;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

attacks![
    root_empties_nothing_through_a_link_for_the_lock,
    root_writes_nothing_through_a_link_for_the_session,
    root_makes_nothing_behind_a_link_for_the_folder,
    root_deletes_nothing_behind_a_link_for_the_folder,
    root_deletes_no_autostart_file_behind_a_link,
    root_touches_nothing_where_only_a_variable_leads_to_an_account,
    root_leaves_the_home_of_an_account_alone,
    an_account_s_own_documents_stay_behind_a_link_for_the_folder,
    an_account_s_own_files_stay_behind_links_in_the_folder,
    root_opens_no_page_and_shows_the_address,
    the_window_of_root_is_at_home_with_root,
    root_believes_no_journal_that_is_exchanged_in_another_s_home,
    an_account_s_journal_takes_nothing_to_another_place,
    root_goes_on_with_no_journal_in_an_account_s_home,
    odd_arguments_of_a_clean_up_lead_nowhere,
    with_rights_an_account_s_clean_up_is_not_undone_and_the_words_say_how,
    root_cleans_nothing_in_an_account_s_home_and_says_whose_it_is,
    a_report_and_a_recording_are_never_written_through_another_s_link,
    a_file_that_half_stands_beside_the_report_is_no_way_elsewhere,
    a_person_s_own_link_still_leads_to_the_person_s_own_file,
    a_pipe_as_settings_session_or_journal_stops_nothing,
    a_pipe_or_a_device_as_a_recording_or_a_list_is_refused_in_words,
    a_session_that_names_a_practice_computer_is_set_aside,
    what_can_not_be_moved_is_left_with_its_reason_and_the_rest_goes_on,
    holes_and_odd_names_come_back,
];

// ---- Links in the folders of an account (H2) ----

fn root_empties_nothing_through_a_link_for_the_lock() {
    let Some(world) = World::with_rights() else { return };
    world.folder_of_mallory("home/.local/share/cleanbreak");
    world.link_of_mallory(&world.ours("open.lock"), &world.at("closed/secret"));
    unchanged("lock", &world, &["closed/secret"], &["guide"], BEGIN);
}

fn root_writes_nothing_through_a_link_for_the_session() {
    let Some(world) = World::with_rights() else { return };
    world.folder_of_mallory("home/.local/share/cleanbreak");
    world.link_of_mallory(&world.ours("session.new"), &world.at("closed/secret"));
    world.link_of_mallory(&world.ours("settings.new"), &world.at("closed/secret"));
    unchanged("session", &world, &["closed/secret", "home/.local/share/cleanbreak"], &["guide"], BEGIN);
}

fn root_makes_nothing_behind_a_link_for_the_folder() {
    let Some(world) = World::with_rights() else { return };
    world.link_of_mallory(&world.at("home/.local/share/cleanbreak"), &world.at("closed"));
    unchanged("folder", &world, &["closed", "closed/secret"], &["guide"], BEGIN);
}

fn root_deletes_nothing_behind_a_link_for_the_folder() {
    let Some(world) = World::with_rights() else { return };
    world.link_of_mallory(&world.at("home/.local/share/cleanbreak"), &world.at("closed"));
    let ended = unchanged("remove", &world, &["closed"], &["remove-own-data", "--undo-copies"], "");
    assert_eq!(ended.code, Some(13), "it says that it belongs to another account");
}

fn root_deletes_no_autostart_file_behind_a_link() {
    let Some(world) = World::with_rights() else { return };
    world.secret("closed/clean-break.desktop");
    world.link_of_mallory(&world.at("home/.config/autostart"), &world.at("closed"));
    unchanged("autostart", &world, &["closed"], &["remove-own-data"], "");
}

fn root_touches_nothing_where_only_a_variable_leads_to_an_account() {
    let Some(mut world) = World::with_rights() else { return };
    world.folder_of_mallory("home/.local/share/cleanbreak");
    world.link_of_mallory(&world.ours("open.lock"), &world.at("closed/secret"));
    for variable in ["XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        let folder = if variable == "XDG_DATA_HOME" { "home/.local/share" } else { "home/.config" };
        world.more = vec![("HOME".into(), "/root".into()), (variable.into(), world.at(folder))];
        unchanged(variable, &world, &["closed/secret", folder], &["guide"], BEGIN);
    }
}

fn root_leaves_the_home_of_an_account_alone() {
    let Some(world) = World::with_rights() else { return };
    for arguments in [&["guide"][..], &["remove-own-data"], &["cleanup", "--undo", "latest"], &["cleanup", "--past"]] {
        let sentinels = ["home", "home/.local", "home/.local/share", "home/.config", "home/Documents"];
        unchanged(&arguments.join(" "), &world, &sentinels, arguments, BEGIN);
    }
}

fn an_account_s_own_documents_stay_behind_a_link_for_the_folder() {
    let world = World::as_account();
    world.file_of_mallory(&world.at("home/Documents/letter"), "dear");
    world.link_of_mallory(&world.at("home/.local/share/cleanbreak"), &world.at("home/Documents"));
    let ended = unchanged("own", &world, &["home/Documents"], &["remove-own-data", "--undo-copies"], "");
    assert_eq!(ended.code, Some(13), "{}", ended.out);
}

fn an_account_s_own_files_stay_behind_links_in_the_folder() {
    let world = World::as_account();
    world.file_of_mallory(&world.at("home/Documents/letter"), "dear");
    world.folder_of_mallory("home/.local/share/cleanbreak");
    for name in ["open.lock", "session.new", "settings.new"] {
        world.link_of_mallory(&world.ours(name), &world.at("home/Documents/letter"));
    }
    world.link_of_mallory(&world.ours("logs"), &world.at("home/Documents"));
    unchanged("files", &world, &["home/Documents", "home/Documents/letter"], &["guide"], BEGIN);
    let ended = unchanged("files", &world, &["home/Documents"], &["remove-own-data"], "");
    assert_eq!((ended.code, world.state("home/.local/share/cleanbreak").as_str()), (Some(0), "gone"), "{}", ended.out);
}

// ---- What is opened (M5) ----

/// Somebody's program in the place of the one that opens pages must not get the rights.
fn root_opens_no_page_and_shows_the_address() {
    let Some(mut world) = World::with_rights() else { return };
    world.folder_of_mallory("bin");
    for name in ["xdg-open", "gio", "gnome-open", "kde-open", "wslview"] {
        let program = world.at("bin").join(name);
        world.file_of_mallory(&program, &format!("#!/bin/sh\nid > {}\n", world.at("home/opened").display()));
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
    }
    world.more = vec![("PATH".into(), PathBuf::from(format!("{}:/usr/bin:/bin", world.at("bin").display())))];
    let ended = world.run_with_pauses(&["guide"], &["2\n3\n1\n", "q\n"]);
    attack("opened", !world.state("home/opened").starts_with("gone"));
    for words in ["Opened with an administrator", "https://"] {
        assert!(ended.out.contains(words), "{words}: {}", ended.out);
    }
}

/// What draws the window loads libraries that a file in the home folder names (Vulkan's layers), and more that
/// variables name.
fn the_window_of_root_is_at_home_with_root() {
    let Some(world) = World::with_rights() else { return };
    let (built, program) = (cargo_bin("cleanbreak"), world.at("cleanbreak"));
    if fs::copy(built, &program).is_err() {
        not_run("the window, which is not here");
        return;
    }
    let line = "mount -t tmpfs -o mode=700 own ~root; \"$1\" 2>/dev/null; ls -A ~root/.local/share";
    let mut command = Command::new("/usr/bin/unshare");
    command.args(["--mount", "sh", "-c", line, "own"]).arg(&program).env_clear();
    command.env("HOME", world.at("home")).env("VK_LAYER_PATH", world.at("home")).env("PATH", "/usr/bin:/bin");
    let ended = command.output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout) + String::from_utf8_lossy(&ended.stderr);
    attack("the window's libraries", !said.contains("cleanbreak"));
}

// ---- Forged journals (H1) ----

/// A journal that wants a folder of root's to become the attacker's, and open to everybody.
fn forged(target: &Path, scope: &str) -> String {
    let times = r#"{"read":{"seconds":1,"nanoseconds":0},"changed":{"seconds":1,"nanoseconds":0}}"#;
    let path = target.display();
    let place = if scope == "user" { "{LinuxHome}/.kesl" } else { "{Linux}/opt/kaspersky" };
    let named = if scope == "user" { "/home/x/.kesl" } else { "/opt/kaspersky" };
    [
        r#"{"record":"began","schema":1,"run":"20991231-235959","os":"linux","catalog":"2026-11-24","at":4102444799}"#.into(),
        format!(
            r#"{{"record":"planned","booted":5,"changes":[{{"purpose":{{"id":"file-1","name":"x","scope":"{scope}","place":"{place}","subject":"file-1"}},"change":{{"do":"remove_empty_folder","path":"{named}"}}}}]}}"#
        ),
        format!(
            r#"{{"record":"about_to","step":0,"kept":{{"folder":{{"path":"{path}","rights":511,"user":{MALLORY},"group":{MALLORY},"own":{times},"above":{times}}}}}}}"#
        ),
        r#"{"record":"done","step":0}"#.into(),
        r#"{"record":"putting_back","step":0}"#.into(),
    ]
    .map(|line: String| line + "\n")
    .concat()
}

/// The undo folder is exchanged for the attacker's while root works, as fast as one can.
fn root_believes_no_journal_that_is_exchanged_in_another_s_home() {
    let Some(world) = World::with_rights() else { return };
    world.folder_of_mallory("home/.local/share/cleanbreak");
    world.folder_of_mallory("home/.local/share/other");
    for scope in ["user", "machine"] {
        let (true_one, run) =
            (world.ours("undo"), format!("home/.local/share/other/undo/2099123{}-235959", scope.len() % 2));
        fs::create_dir_all(&true_one).unwrap();
        world.folder_of_mallory("home/.local/share/other/undo");
        world.folder_of_mallory(&run);
        world.file_of_mallory(&world.at(&run).join("journal.jsonl"), &forged(&world.at("closed"), scope));
    }
    // As an earlier `sudo -E` has left it.
    for folder in [world.ours(""), world.ours("undo")] {
        chown(&folder, Some(0), Some(0)).unwrap();
        fs::set_permissions(&folder, Permissions::from_mode(0o700)).unwrap();
    }
    let before = world.state("closed");
    let (one, other) = (world.at("home/.local/share/cleanbreak"), world.at("home/.local/share/other"));
    let succeeded = exchanging(&one, &other, || {
        (0..60).any(|round| {
            // Any order first settles what an earlier one has left.
            let order = if round % 4 == 0 { ["--undo", "latest"] } else { ["--apply", "file-0000000000000000"] };
            world.run(&["cleanup", "--json", order[0], order[1]], "");
            world.state("closed") != before
        })
    });
    attack("exchanged journal", succeeded);
}

fn an_account_s_journal_takes_nothing_to_another_place() {
    let world = World::as_account();
    for (number, scope) in ["user", "machine"].iter().enumerate() {
        let run = format!("home/.local/share/cleanbreak/undo/2099123{number}-235959");
        for folder in ["home/.local/share/cleanbreak", "home/.local/share/cleanbreak/undo", &run] {
            world.folder_of_mallory(folder);
            fs::set_permissions(world.at(folder), Permissions::from_mode(0o700)).unwrap();
        }
        let target = world.at("home/Documents/new");
        world.file_of_mallory(&world.at(&run).join("journal.jsonl"), &forged(&target, scope));
        let run = format!("2099123{number}-235959");
        let ended = unchanged(scope, &world, &["home/Documents"], &["cleanup", "--undo", &run, "--json"], "");
        assert_ne!(ended.code, Some(0), "{}", ended.out);
    }
}

/// Whoever asks, and the helper too: root takes nothing of an account for its own.
fn root_goes_on_with_no_journal_in_an_account_s_home() {
    let Some(world) = World::with_rights() else { return };
    let run = "home/.local/share/cleanbreak/undo/20991231-235959";
    for folder in ["home/.local/share/cleanbreak", "home/.local/share/cleanbreak/undo", run] {
        world.folder_of_mallory(folder);
        fs::set_permissions(world.at(folder), Permissions::from_mode(0o700)).unwrap();
    }
    for scope in ["user", "machine"] {
        world.file_of_mallory(&world.at(run).join("journal.jsonl"), &forged(&world.at("closed"), scope));
        for order in [&["--undo", "latest"][..], &["--undo", "20991231-235959"], &["--apply", "file-0000000000000000"]]
        {
            for helper in [&[][..], &["--helper"]] {
                let arguments = [&["cleanup", "--json"], order, helper].concat();
                unchanged(&format!("{scope} {}", arguments[2..].join(" ")), &world, &["closed", run], &arguments, "");
            }
        }
    }
}

/// Names of runs and files that lead out of where they belong.
fn odd_arguments_of_a_clean_up_lead_nowhere() {
    let Some(world) = World::with_rights() else { return };
    world.folder_of_mallory("home/run");
    world.file_of_mallory(&world.at("home/run/journal.jsonl"), &forged(&world.at("closed"), "machine"));
    world.link_of_mallory(&world.at("home/link"), &world.at("home/run"));
    let [run, link, secret] = ["home/run", "home/link", "closed/secret"].map(|at| world.at(at).display().to_string());
    let up = format!("{}{run}", "../".repeat(12));
    let list = |file| ["--apply", "--ids", file, "--sha256", "0"];
    for arguments in [
        vec!["--undo", &run],
        vec!["--undo", &up],
        vec!["--undo", &link],
        vec!["--undo", ".."],
        vec!["--undo", ""],
        vec!["--undo", "latest", "--only", "../x"],
        vec!["--apply", &secret],
        list("/etc/shadow").to_vec(),
        list("/dev/zero").to_vec(),
        list(&secret).to_vec(),
        list(&link).to_vec(),
    ] {
        let name = arguments.join(" ").replace(&world.at("").display().to_string(), "");
        let ended =
            unchanged(&name, &world, &["closed", "closed/secret"], &[&["cleanup"], &arguments[..]].concat(), "");
        assert!(ended.code != Some(0) && !ended.out.contains(SECRET.trim()), "{name}: {}", ended.out);
    }
}

fn with_rights_an_account_s_clean_up_is_not_undone_and_the_words_say_how() {
    let Some(world) = World::with_rights() else { return };
    let ended = unchanged("undo", &world, &["home/.local/share"], &["cleanup", "--undo", "20991231-235959"], "");
    assert!(ended.out.contains("another_account") && ended.out.contains("without rights"), "{}", ended.out);
}

/// A folder and a unit of the account that would be cleaned, were they root's.
fn root_cleans_nothing_in_an_account_s_home_and_says_whose_it_is() {
    let Some(world) = World::with_rights() else { return };
    for folder in ["home/.kesl", "home/.config/systemd", "home/.config/systemd/user"] {
        world.folder_of_mallory(folder);
    }
    world.file_of_mallory(&world.at("home/.kesl/settings"), "own");
    world.file_of_mallory(
        &world.at("home/.config/systemd/user/kesl.service"),
        "[Service]\nExecStart=/opt/kaspersky/x\n",
    );
    let found = world.run(&["scan", "--json"], "");
    let ids: Vec<&str> = found
        .out
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"id\": \"")?.strip_suffix("\","))
        .filter(|id| id.contains('-'))
        .collect();
    assert!(ids.len() >= 2, "{}", found.out);
    let sentinels = ["home/.kesl", "home/.kesl/settings", "home/.config/systemd/user"];
    let arguments: Vec<&str> = ["cleanup", "--json", "--apply"].into_iter().chain(ids).collect();
    let ended = unchanged("clean", &world, &sentinels, &arguments, "");
    assert!(ended.out.matches("another_account").count() >= 2, "{}", ended.out);
}

// ---- What a person names to be written (M4) ----

/// A folder in which everybody may write, and nobody may touch what is others'.
fn sticky(world: &World) {
    fs::create_dir(world.at("tmp")).unwrap();
    fs::set_permissions(world.at("tmp"), Permissions::from_mode(0o1777)).unwrap();
    fs::create_dir(world.at("tmp/theirs")).unwrap();
    own(&world.at("tmp/theirs"));
}

fn a_report_and_a_recording_are_never_written_through_another_s_link() {
    let Some(world) = World::with_rights() else { return };
    sticky(&world);
    world.link_of_mallory(&world.at("tmp/report.html"), &world.at("closed/secret"));
    world.link_of_mallory(&world.at("tmp/theirs/folder"), &world.at("closed"));
    world.secret("closed/report.html");
    for out in ["tmp/report.html", "tmp/theirs/folder/report.html"] {
        let named = world.at(out);
        let named = named.to_str().unwrap();
        let sentinels = ["closed", "closed/secret", "closed/report.html"];
        let report = ["report", "--format", "html", "--out", named];
        unchanged("report", &world, &sentinels, &report, "");
        unchanged("recording", &world, &sentinels, &["scan", "--record", named], "");
    }
}

fn a_file_that_half_stands_beside_the_report_is_no_way_elsewhere() {
    let world = World::as_account();
    let named = world.at("home/Documents/report.txt");
    fs::hard_link(world.at("closed/secret"), &named).unwrap();
    let ended = unchanged("hard link", &world, &["closed/secret"], &["report", "--out", named.to_str().unwrap()], "");
    assert!(ended.code.is_some_and(|code| code != 70), "the name itself is replaced: {}", ended.out);
}

fn a_person_s_own_link_still_leads_to_the_person_s_own_file() {
    let world = World::as_account();
    world.file_of_mallory(&world.at("home/Documents/old.txt"), "old");
    let link = world.at("home/report.txt");
    world.link_of_mallory(&link, &world.at("home/Documents/old.txt"));
    let ended = world.run(&["report", "--out", link.to_str().unwrap()], "");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{}", ended.out);
    assert!(fs::read_to_string(world.at("home/Documents/old.txt")).unwrap().len() > 100, "{}", ended.out);
    let line = format!("{} report --out /dev/stdout | cat", world.program.display());
    let piped = Command::new("/bin/sh").args(["-c", &line]).env("HOME", "/").output().unwrap();
    assert!(piped.stdout.len() > 100, "{}", String::from_utf8_lossy(&piped.stderr));
}

// ---- Files that are none (L3) ----

fn a_pipe_as_settings_session_or_journal_stops_nothing() {
    let world = World::as_account();
    for folder in ["home/.local/share/cleanbreak", "home/.local/share/cleanbreak/undo"] {
        world.folder_of_mallory(folder);
        fs::set_permissions(world.at(folder), Permissions::from_mode(0o700)).unwrap();
    }
    let run = "home/.local/share/cleanbreak/undo/20991231-235959";
    world.folder_of_mallory(run);
    fs::set_permissions(world.at(run), Permissions::from_mode(0o700)).unwrap();
    for name in ["settings.json", "session.json", "open.lock", "undo/lock", "undo/20991231-235959/journal.jsonl"] {
        let _ = fs::remove_file(world.ours(name));
        world.pipe_of_mallory(&world.ours(name));
        for arguments in [&["guide"][..], &["cleanup", "--past"], &["cleanup", "--undo", "latest"]] {
            let ended = world.run(arguments, "q\n");
            attack(&format!("{name}, {}", arguments.join(" ")), ended.code.is_none());
        }
        // It may have been set aside.
        let _ = fs::remove_file(world.ours(name));
    }
}

fn a_pipe_or_a_device_as_a_recording_or_a_list_is_refused_in_words() {
    let world = World::as_account();
    let pipe = world.at("home/pipe");
    world.pipe_of_mallory(&pipe);
    let pipe = pipe.to_str().unwrap();
    let none = "0".repeat(64);
    let mut ends = Vec::new();
    for (arguments, code) in [
        (&["scan", "--replay", pipe][..], 65),
        (&["report", "--replay", pipe], 65),
        (&["guide", "--replay", pipe], 65),
        (&["scan", "--replay", "/dev/zero"], 65),
        (&["scan", "--replay", "/"], 65),
        (&["cleanup", "--apply", "--ids", pipe, "--sha256", &none], 13),
    ] {
        let ended = world.run(arguments, "");
        attack(&arguments.join(" ").replace(pipe, "a pipe"), ended.code.is_none());
        ends.push((ended, code));
    }
    for (ended, code) in ends {
        assert!(ended.code == Some(code) && ended.out.contains("file"), "{}", ended.out);
    }
}

// ---- Forged sessions (L2) ----

fn a_session_that_names_a_practice_computer_is_set_aside() {
    let mut kept = Vec::new();
    for name in ["home-suite", "x/../../../../Documents/evil", ""] {
        let world = World::as_account();
        world.folder_of_mallory("home/.local/share/cleanbreak");
        let text = format!(r#"{{"schema":1,"page":"found","practice":"{name}"}}"#);
        world.file_of_mallory(&world.ours("session.json"), &text);
        world.folder_of_mallory("home/.local/share/cleanbreak/practice-x");
        let ended = unchanged(&format!("a file by {name:?}"), &world, &["home/Documents"], &["guide"], BEGIN);
        let practice = ended.out.contains("recorded computer");
        attack(&format!("the banner by {name:?}"), practice);
        kept.push(!world.state("home/.local/share/cleanbreak/session.damaged.json").starts_with("gone"));
    }
    assert_eq!(kept, [true; 3], "it is set aside");
}

// ---- What keeps root from cleaning (L4) ----

/// A Linux of its own: two folders are left, and one has something odd in it. Prints the answer, then what is left.
const ODD: &str = r#"
mount -t tmpfs -o mode=755,size=24m odd /var/lib
mkdir -p /opt/kaspersky/kesl/bin /var/log/kaspersky/kesl /var/lib/dpkg
echo x > /opt/kaspersky/kesl/bin/kesl-control
echo x > /var/log/kaspersky/kesl/report.log
exec 2>&1
cd /opt/kaspersky/kesl
eval "$2"
cd /
ids=$("$1" cleanup --plan --json | sed -n 's/.*"id": "\(file-[0-9a-f]*\)",/\1/p' | sort -u)
"$1" cleanup --apply $ids --json || :
ls -d /opt/kaspersky/kesl /var/log/kaspersky
eval "$3"
"#;

fn cleaned_with(program: &Path, odd: &str, then: &str) -> String {
    in_a_linux_of_its_own(program, ODD, &[odd, then])
}

fn what_can_not_be_moved_is_left_with_its_reason_and_the_rest_goes_on() {
    let Some(world) = World::with_rights() else { return };
    let mut rest = Vec::new();
    for (odd, why) in [
        ("mkfifo pipe", "special"),
        ("perl -MSocket -e 'socket(S,1,1,0); bind(S, sockaddr_un(\"socket\"))'", "special"),
        ("mkdir m; mount -t tmpfs inner m; touch m/inner", "mounted"),
        ("mkdir m; mount --bind /opt/kaspersky/kesl/bin m", "mounted"),
        ("chattr +i bin/kesl-control", "protected"),
        ("i=0; while [ $i -lt 300 ]; do mkdir d; cd d; i=$((i+1)); done", "too_deep"),
        ("head -c 40000000 /dev/zero > large", "disk_full"),
    ] {
        if odd.starts_with("chattr") && !can_be_marked(&world.program) {
            not_run("an immutable file: this file system knows none");
            continue;
        }
        let said = cleaned_with(&world.program, odd, "chattr -i /opt/kaspersky/kesl/bin/kesl-control 2>/dev/null");
        let named = said.contains(&format!("\"why\": \"{why}\""));
        rest.push((odd, said.contains("'/var/log/kaspersky': No such")));
        attack(
            odd,
            !named || said.contains("/opt/kaspersky/kesl: No such") || said.contains("/opt/kaspersky/kesl': No such"),
        );
    }
    let stopped: Vec<_> = rest.iter().filter(|(_, went_on)| !went_on).collect();
    assert!(stopped.is_empty(), "the rest goes on: {stopped:?}");
}

/// Whether a file can be made immutable here.
fn can_be_marked(program: &Path) -> bool {
    cleaned_with(program, "chattr +i bin/kesl-control && echo marked; chattr -i bin/kesl-control", ":")
        .contains("marked")
}

fn holes_and_odd_names_come_back() {
    let Some(world) = World::with_rights() else { return };
    let odd = "truncate -s 400G sparse; echo end >> sparse; touch \"$(printf 'odd\\377name')\"; \
               (cd /opt/kaspersky/kesl; find . -printf '%P %s %T@\\n' | sort | md5sum)";
    let then = "\"$1\" cleanup --undo latest --json >/dev/null; \
                (cd /opt/kaspersky/kesl; find . -printf '%P %s %T@\\n' | sort | md5sum; du -k sparse)";
    let said = cleaned_with(&world.program, odd, then);
    let sums: Vec<&str> = said.lines().filter(|line| line.ends_with("  -")).collect();
    assert!(sums.len() == 2 && sums[0] == sums[1], "{said}");
    assert!(said.contains("'/opt/kaspersky/kesl': No such"), "{said}");
    let kilobytes = said.lines().find_map(|line| line.strip_suffix("\tsparse")).and_then(|size| size.parse().ok());
    assert!(kilobytes.is_some_and(|size: u64| size < 100), "the holes are kept: {said}");
}
