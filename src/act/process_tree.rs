//! The processes that belong to an uninstaller. Many start a copy of themselves and end at once, so
//! waiting for the first process alone would be too short.

use std::collections::{BTreeMap, BTreeSet};

/// One running process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Running {
    pub pid: u32,
    pub parent: u32,
    /// File name of its program.
    pub name: String,
}

/// Programs that an uninstaller opens and leaves open, a browser with a survey for instance.
const BYSTANDERS: [&str; 10] = [
    "chrome.exe",
    "msedge.exe",
    "firefox.exe",
    "iexplore.exe",
    "opera.exe",
    "brave.exe",
    "vivaldi.exe",
    "explorer.exe",
    "notepad.exe",
    "browser.exe",
];

/// Windows' own installer: its service runs for others too, so its name alone says nothing.
const MSIEXEC: &str = "msiexec.exe";

/// An uninstaller's process and everything that descends from it.
#[derive(Clone, Debug)]
pub(super) struct ProcessTree {
    /// What ran before the uninstaller was started; a number of its may stand as parent of an old process.
    before: BTreeSet<u32>,
    installer: String,
    members: BTreeMap<u32, String>,
}

impl ProcessTree {
    /// `before`: what ran before the start. `installer`: the file name of the program that is started.
    pub fn new(before: &[Running], installer: &str) -> Self {
        let before = before.iter().map(|one| one.pid).collect();
        Self { before, installer: installer.to_lowercase(), members: BTreeMap::new() }
    }

    /// The process that was started.
    pub fn begin(&mut self, pid: u32) {
        self.before.remove(&pid);
        self.members.insert(pid, self.installer.clone());
    }

    /// Takes in what runs now. Whether a member is still running.
    pub fn look(&mut self, now: &[Running]) -> bool {
        let mut grows = true;
        while grows {
            grows = false;
            for one in now.iter().filter(|one| !self.before.contains(&one.pid)) {
                if !self.members.contains_key(&one.pid) && self.takes(one) {
                    self.members.insert(one.pid, one.name.to_lowercase());
                    grows = true;
                }
            }
        }
        now.iter().any(|one| self.waits_for(one))
    }

    fn takes(&self, one: &Running) -> bool {
        let name = one.name.to_lowercase();
        let again = name == self.installer && name != MSIEXEC;
        again || (one.parent != 0 && self.members.contains_key(&one.parent))
    }

    /// A number may have been given to another program since; then the name differs.
    fn waits_for(&self, one: &Running) -> bool {
        let name = one.name.to_lowercase();
        self.members.get(&one.pid) == Some(&name) && !BYSTANDERS.contains(&name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(list: &[(u32, u32, &str)]) -> Vec<Running> {
        list.iter().map(|(pid, parent, name)| Running { pid: *pid, parent: *parent, name: (*name).into() }).collect()
    }

    #[test]
    fn children_of_a_process_that_has_ended_are_waited_for() {
        let mut tree = ProcessTree::new(&running(&[(4, 0, "System"), (50, 10, "old.exe")]), "Uninst.exe");
        tree.begin(10);
        assert!(tree.look(&running(&[(4, 0, "System"), (10, 4, "uninst.exe"), (11, 10, "Au_.exe")])));
        assert!(tree.look(&running(&[(11, 10, "Au_.exe"), (12, 11, "msiexec.exe")])));
        assert!(tree.look(&running(&[(12, 11, "msiexec.exe")])));
        assert!(!tree.look(&running(&[(4, 0, "System"), (50, 10, "old.exe")])), "it only has the same parent number");
    }

    #[test]
    fn a_browser_that_stays_open_is_not_waited_for() {
        let mut tree = ProcessTree::new(&[], "uninst.exe");
        tree.begin(10);
        assert!(!tree.look(&running(&[(11, 10, "MsEdge.exe")])));
        assert!(tree.look(&running(&[(11, 10, "msedge.exe"), (12, 10, "setup.exe")])));
    }

    #[test]
    fn the_same_program_started_by_somebody_else_counts() {
        let mut tree = ProcessTree::new(&running(&[(7, 1, "uninst.exe")]), "uninst.exe");
        tree.begin(10);
        assert!(tree.look(&running(&[(20, 1, "UNINST.EXE")])));
        assert!(!tree.look(&running(&[(7, 1, "uninst.exe")])), "it ran before");
        let mut windows = ProcessTree::new(&[], "msiexec.exe");
        windows.begin(10);
        assert!(!windows.look(&running(&[(20, 1, "msiexec.exe")])));
    }

    #[test]
    fn a_number_that_was_given_away_is_another_program() {
        let mut tree = ProcessTree::new(&[], "uninst.exe");
        tree.begin(10);
        assert!(!tree.look(&running(&[(10, 4, "calc.exe")])));
    }
}
