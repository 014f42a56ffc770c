//! A place for one attack: the home of an account that attacks, and sentinels that it could never change alone.

use super::ledger::{attack, not_run};
use assert_cmd::cargo::cargo_bin;
use rustix::fs::{CWD, FileType, RenameFlags, mknodat, renameat_with};
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, lchown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// An account that is nobody's.
pub const MALLORY: u32 = 20_001;
/// More than anything here needs, in bytes.
const MEMORY: u64 = 2_000_000_000;
/// Nothing that is asked here takes so long.
const PATIENCE: Duration = Duration::from_secs(60);
pub const SECRET: &str = "only root may change this\n";

/// A place for one attack: the attacker's home, and what root alone may change.
pub struct World {
    folder: tempfile::TempDir,
    pub program: PathBuf,
    runs: Runs,
    pub more: Vec<(String, PathBuf)>,
}

/// Who runs the program.
#[derive(Clone, Copy)]
enum Runs {
    /// Root, with the attacker's home.
    WithRights,
    /// Root lends it the attacker's number.
    AsMallory,
    /// The test is no root, and plays the attacker itself.
    AsItIs,
}

/// How the program ended. None: it had to be stopped.
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
}

impl World {
    /// For an attack on a process with rights. None: this is not root.
    pub fn with_rights() -> Option<Self> {
        if !rustix::process::geteuid().is_root() {
            not_run("an attack on a process with rights: only root can lend its own to another account's HOME");
            return None;
        }
        let namespaces = Command::new("/usr/bin/unshare").args(["--mount", "true"]).status();
        if !namespaces.is_ok_and(|ended| ended.success()) {
            not_run("an attack on a process with rights: this system gives no namespaces");
            return None;
        }
        Some(Self::new(Runs::WithRights))
    }

    /// For an attack that an account tries on itself: as root, with that account's number.
    pub fn as_account() -> Self {
        Self::new(if rustix::process::geteuid().is_root() { Runs::AsMallory } else { Runs::AsItIs })
    }

    fn new(runs: Runs) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let program = folder.path().join("cleanbreak-cli");
        // Where it can, by another name: a copy is busy while another test starts a program.
        let built = cargo_bin("cleanbreak-cli");
        fs::hard_link(&built, &program).or_else(|_| fs::copy(&built, &program).map(|_| ())).unwrap();
        let world = Self { folder, program, runs, more: Vec::new() };
        for at in ["home", "home/.local", "home/.local/share", "home/.config", "home/Documents"] {
            world.folder_of_mallory(at);
        }
        fs::create_dir(world.at("closed")).unwrap();
        world.secret("closed/secret");
        fs::set_permissions(world.at("closed"), Permissions::from_mode(0o700)).unwrap();
        world
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The folder of the program in the attacker's home.
    pub fn ours(&self, path: &str) -> PathBuf {
        self.at("home/.local/share/cleanbreak").join(path)
    }

    pub fn folder_of_mallory(&self, path: &str) {
        fs::create_dir_all(self.at(path)).unwrap();
        own(&self.at(path));
    }

    pub fn file_of_mallory(&self, path: &Path, text: &str) {
        fs::write(path, text).unwrap();
        own(path);
    }

    pub fn link_of_mallory(&self, path: &Path, target: &Path) {
        symlink(target, path).unwrap();
        own(path);
    }

    pub fn pipe_of_mallory(&self, path: &Path) {
        mknodat(CWD, path, FileType::Fifo, 0o644.into(), 0).unwrap();
        own(path);
    }

    pub fn secret(&self, path: &str) {
        fs::write(self.at(path), SECRET).unwrap();
        fs::set_permissions(self.at(path), Permissions::from_mode(0o640)).unwrap();
    }

    /// What a sentinel is: content, rights, owner and kind.
    pub fn state(&self, path: &str) -> String {
        let path = self.at(path);
        let Ok(about) = fs::symlink_metadata(&path) else { return "gone".into() };
        let content = match about.file_type() {
            kind if kind.is_dir() => {
                let mut names: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
                names.sort();
                format!("{names:?}")
            }
            _ => fs::read_to_string(&path).unwrap_or_default(),
        };
        format!("{:o} {} {} {content}", about.mode(), about.uid(), about.gid())
    }

    /// The program. Where it reads on without an end, it and not this computer runs out of memory. With rights it gets a
    /// place of its own for its undo copies.
    fn command(&self) -> Command {
        let own = r#"mount -t tmpfs -o mode=755 odd /var/lib && exec "$@""#;
        let limit = format!("--as={MEMORY}");
        let mut command = match self.runs {
            Runs::WithRights => {
                let mut command = Command::new("/usr/bin/unshare");
                command.args(["--mount", "sh", "-c", own, "odd", "prlimit"]);
                command
            }
            Runs::AsMallory | Runs::AsItIs => Command::new("/usr/bin/prlimit"),
        };
        if let Runs::AsMallory = self.runs {
            command.uid(MALLORY).gid(MALLORY);
        }
        command.arg(limit).arg(&self.program);
        command
    }

    /// Runs the program with this typed into it. It gets the attacker's home, whoever runs it.
    pub fn run(&self, arguments: &[&str], typed: &str) -> Ended {
        self.run_with_pauses(arguments, &[typed])
    }

    /// Runs the program; after each part of what is typed but the last, whoever types waits for what it has begun.
    pub fn run_with_pauses(&self, arguments: &[&str], typed: &[&str]) -> Ended {
        let mut command = self.command();
        command.args(arguments).env_clear().env("HOME", self.at("home")).env("LANG", "en_US.UTF-8");
        command.env("PATH", "/usr/bin:/bin").current_dir("/");
        for (name, value) in &self.more {
            command.env(name, value);
        }
        let out = tempfile::tempfile().unwrap();
        command.stdin(Stdio::piped()).stdout(out.try_clone().unwrap()).stderr(out.try_clone().unwrap());
        let mut child = loop {
            match command.spawn() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                started => break started.unwrap(),
            }
        };
        let mut keys = child.stdin.take().unwrap();
        for (number, part) in typed.iter().enumerate() {
            if number > 0 {
                std::thread::sleep(Duration::from_secs(1));
            }
            // One that ends at once reads nothing.
            let _ = keys.write_all(part.as_bytes());
        }
        drop(keys);
        let began = Instant::now();
        let code = loop {
            match child.try_wait().unwrap() {
                Some(ended) => break ended.code(),
                None if began.elapsed() > PATIENCE => {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    break None;
                }
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        let out = std::io::read_to_string({
            let mut out = out;
            std::io::Seek::rewind(&mut out).unwrap();
            out
        });
        Ended { code, out: out.unwrap_or_default() }
    }
}

/// Returns a thing to the attacker, where this is root.
pub fn own(path: &Path) {
    if rustix::process::geteuid().is_root() {
        lchown(path, Some(MALLORY), Some(MALLORY)).unwrap();
    }
}

/// Runs the program over what was planted; the sentinels must be as they were.
pub fn unchanged(name: &str, world: &World, sentinels: &[&str], arguments: &[&str], typed: &str) -> Ended {
    let before: Vec<String> = sentinels.iter().map(|path| world.state(path)).collect();
    let ended = world.run(arguments, typed);
    let after: Vec<String> = sentinels.iter().map(|path| world.state(path)).collect();
    attack(name, before != after);
    assert!(ended.code.is_some(), "{name}: it hangs: {}", ended.out);
    ended
}

/// Starts a look and stops reading: enough for a session and a lock.
pub const BEGIN: &str = "2\n3\nq\n";

/// Runs a script in namespaces of its own, where the folders of the product, of the undo copies and of the packages are
/// empty. `$1` is the program, and these are `$2` and so on. Returns what it prints.
pub fn in_a_linux_of_its_own(program: &Path, script: &str, more: &[&str]) -> String {
    let empty = "for folder in /opt /var/opt /var/log /var/lib; do mount -t tmpfs -o mode=755 odd $folder; done\n\
                 mkdir -p /var/lib/dpkg\n";
    let mut command = Command::new("/usr/bin/unshare");
    command.args(["--mount", "sh", "-uc", &format!("{empty}{script}"), "odd"]).arg(program).args(more);
    let ended = command.env("HOME", "/root").output().unwrap();
    String::from_utf8_lossy(&ended.stdout).into_owned()
}

/// Exchanges two names as fast as one can, while something is done.
pub fn exchanging<T>(one: &Path, other: &Path, act: impl FnOnce() -> T) -> T {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for pause in [15, 40, 100].into_iter().cycle() {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                // While one of them is away, nothing is exchanged.
                let _ = renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE);
                std::thread::sleep(Duration::from_micros(pause));
            }
        });
        let _stopped = Stop(&stop);
        act()
    })
}

/// Ends the thread even where what is done panics.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
