//! What is mounted where. Two places on one device may still be two mounts, between which nothing can be renamed, and
//! a mount below a folder would move away with it.

use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

/// The places where something is mounted.
pub(super) struct Mounts(Vec<PathBuf>);

impl Mounts {
    /// As the kernel of Linux lists them (proc_pid_mountinfo(5)). Elsewhere, and where it does not, none is known.
    pub(super) fn now() -> Self {
        Self::read(&std::fs::read("/proc/self/mountinfo").unwrap_or_default())
    }

    fn read(list: &[u8]) -> Self {
        let lines = list.split(|byte| *byte == b'\n');
        Self(lines.filter_map(|line| Some(plain(line.split(|byte| *byte == b' ').nth(4)?))).collect())
    }

    /// Whether something is mounted at a path or below it.
    pub(super) fn at_or_below(&self, path: &str) -> bool {
        self.0.iter().any(|mount| mount.starts_with(path))
    }

    /// Whether two paths lie in the same mount.
    pub(super) fn same(&self, one: &str, other: &str) -> bool {
        self.over(one) == self.over(other)
    }

    fn over(&self, path: &str) -> Option<&PathBuf> {
        let mounts = self.0.iter().filter(|mount| Path::new(path).starts_with(mount));
        mounts.max_by_key(|mount| mount.components().count())
    }
}

/// The kernel writes spaces, tabs, line ends and backslashes as three octal digits.
fn plain(text: &[u8]) -> PathBuf {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some((first, after)) = rest.split_first() {
        let digits =
            after.get(..3).filter(|digits| *first == b'\\' && digits.iter().all(|d| (b'0'..=b'7').contains(d)));
        let value = digits.and_then(|d| u8::from_str_radix(std::str::from_utf8(d).ok()?, 8).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &after[3..] } else { after };
    }
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[u8] = b"22 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n\
        23 22 254:0 /x /opt/a\\040b rw - ext4 /dev/vda rw\n24 22 0:5 / /var rw - tmpfs t rw\nodd\n";

    #[test]
    fn a_mount_below_and_two_mounts_of_one_device_are_seen() {
        let mounts = Mounts::read(LIST);
        assert!(mounts.at_or_below("/opt") && mounts.at_or_below("/opt/a b") && mounts.at_or_below("/var"));
        assert!(!mounts.at_or_below("/opt/a b/c") && !mounts.at_or_below("/opt/a") && !mounts.at_or_below("/va"));
        assert!(mounts.same("/opt/x", "/home/y") && mounts.same("/var/lib", "/var/opt"));
        assert!(!mounts.same("/opt/a b/c", "/opt/x") && !mounts.same("/var/x", "/opt"));
        let none = Mounts::read(b"");
        assert!(!none.at_or_below("/opt") && none.same("/opt", "/var"));
    }
}
