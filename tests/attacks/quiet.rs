//! What the program asks the system for while it looks, plans and reports: no connection, and no other program but rpm,
//! which alone can read its own database.

use super::ledger::{attack, attacks, not_run};
use super::world::World;
use std::process::Command;

attacks![no_connection_is_opened_and_no_program_started];

/// A query of the system's own list of accounts, which the C library makes: it asks for a service on this computer.
const ACCOUNTS: &str = "/nscd/socket";

fn no_connection_is_opened_and_no_program_started() {
    let world = World::as_account();
    if !std::path::Path::new("/usr/bin/strace").exists() {
        not_run("what is asked of the system: there is no strace");
        return;
    }
    world.folder_of_mallory("home/.kesl");
    for arguments in [&["scan"][..], &["scan", "--json"], &["cleanup", "--plan"], &["report"], &["cleanup", "--past"]] {
        let trace = world.at("trace");
        let mut command = Command::new("/usr/bin/strace");
        command.args(["-f", "-qq", "-e", "trace=%network,execve,execveat", "-o"]).arg(&trace);
        let ended = command.arg(&world.program).args(arguments).env("HOME", world.at("home")).output().unwrap();
        let name = arguments.join(" ");
        let calls = std::fs::read_to_string(&trace).unwrap();
        let started = calls.lines().filter(|line| line.contains("execve") && line.ends_with("= 0"));
        let started = started.filter(|line| !line.contains("bin/rpm\"")).count();
        assert!(started >= 1 && !ended.stdout.is_empty(), "{name} was watched: {calls}");
        let asks =
            |line: &&str| !line.contains("execve") && !line.contains("socket(AF_UNIX") && !line.contains(ACCOUNTS);
        let connections: Vec<&str> = calls.lines().filter(asks).filter(|line| line.contains('(')).collect();
        attack(&format!("{name}: a connection"), !connections.is_empty());
        attack(&format!("{name}: a program"), started != 1);
        assert!(connections.is_empty(), "{name}: {connections:?}");
    }
}
