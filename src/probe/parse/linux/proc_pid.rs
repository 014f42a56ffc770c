//! One running program of Linux: `/proc/PID/stat`, `/proc/PID/status` and the link `exe`.

/// What `stat` says of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Its name, cut off by the kernel after 15 bytes.
    pub name: String,
    /// Whether it is a thread of the kernel and not a program.
    pub kernel: bool,
}

/// `PF_KTHREAD` of the kernel's task flags.
const KERNEL_THREAD: u64 = 0x0020_0000;

/// Reads `stat`: `PID (NAME) STATE PPID PGRP SESSION TTY TPGID FLAGS …`. None: not of that shape.
pub fn parse_stat(bytes: &[u8]) -> Option<Stat> {
    let text = String::from_utf8_lossy(bytes);
    // The name may hold spaces and brackets of its own, so it ends at the last one.
    let (_, rest) = text.split_once('(')?;
    let (name, rest) = rest.rsplit_once(')')?;
    let flags: u64 = rest.split_ascii_whitespace().nth(6)?.parse().ok()?;
    Some(Stat { name: name.to_string(), kernel: flags & KERNEL_THREAD != 0 })
}

/// The path that the link `exe` names, without the mark of a file that was deleted under way.
pub fn program_path(link: &str) -> &str {
    link.strip_suffix(" (deleted)").unwrap_or(link)
}

/// The effective user id in `status`.
pub fn effective_user(bytes: &[u8]) -> Option<u32> {
    let text = String::from_utf8_lossy(bytes);
    let ids = text.lines().find_map(|line| line.strip_prefix("Uid:"))?;
    ids.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// When the system was started, in seconds since 1970 UTC: `btime` of `/proc/stat`.
pub fn boot_time(bytes: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_hold_brackets_and_spaces() {
        let line = b"812 (kesl (main) x) S 1 812 812 0 -1 4194560 5021 0 3 0 11 9 0 0 20 0 30 0 881\n";
        assert_eq!(parse_stat(line), Some(Stat { name: "kesl (main) x".into(), kernel: false }));
    }

    #[test]
    fn threads_of_the_kernel_are_told_apart() {
        let line = b"2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0\n";
        assert!(parse_stat(line).unwrap().kernel);
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in ["", "1", "1 (a", "1 a) S", "1 (a) S 1 1", "1 (a) S 1 2 3 4 5 x"] {
            assert_eq!(parse_stat(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn a_deleted_program_keeps_its_path() {
        assert_eq!(program_path("/opt/kaspersky/kesl/libexec/kesl (deleted)"), "/opt/kaspersky/kesl/libexec/kesl");
        assert_eq!(program_path("/usr/bin/bash"), "/usr/bin/bash");
    }

    #[test]
    fn the_effective_user_and_the_start_are_read() {
        assert_eq!(effective_user(b"Name:\tx\nUid:\t1000\t0\t0\t0\nGid:\t1000\n"), Some(0));
        assert_eq!(effective_user(b"Uid:\tx\n"), None);
        assert_eq!(boot_time(b"cpu 1 2\nbtime 1764000000\nprocesses 1\n"), Some(1_764_000_000));
        assert_eq!(boot_time(b"btime\n"), None);
    }
}
