//! What is not the computer itself, and what hides on it: neither may pass for a computer without anything (M3).

use super::ledger::{attack, attacks};
use super::planted::Home;
use super::world::{MALLORY, World, in_a_linux_of_its_own};
use serde_json::Value;

attacks![
    a_container_is_not_the_computer,
    a_home_that_is_not_the_account_s_own_is_a_gap,
    without_home_the_account_s_own_is_looked_at,
    what_hides_is_found_or_is_a_gap,
];

/// What keeps a scan from saying clean.
fn gaps(scan: &str) -> Vec<String> {
    let scan: Value = serde_json::from_str(scan).unwrap();
    let required = scan["unknown"].as_array().unwrap().iter().filter(|gap| gap["required"] == true);
    required.map(|gap| gap["detail"].as_str().unwrap_or_default().to_string()).collect()
}

/// `tests/rigs/linux/elsewhere` tries each mark of a container, and a folder that stands for the root.
fn a_container_is_not_the_computer() {
    let answer = Home::new().run_with(&[("container", "podman")], &["scan", "--json"]);
    let gaps = gaps(&answer.out);
    attack("container=podman", answer.code == 0 || !gaps.iter().any(|gap| gap.contains("not the computer itself")));
}

fn a_home_that_is_not_the_account_s_own_is_a_gap() {
    for home in ["/nowhere", "/var", "/proc/self/fd"] {
        let answer = Home::new().run_with(&[("HOME", home)], &["scan", "--json"]);
        attack(home, answer.code == 0 || !gaps(&answer.out).iter().any(|gap| gap.starts_with("<HOME>")));
    }
}

fn without_home_the_account_s_own_is_looked_at() {
    let Some(world) = World::with_rights() else { return };
    let script = r#"
        home=$(getent passwd 0 | cut -d: -f6)
        mount -t tmpfs odd "$home"
        mkdir "$home/.kesl"
        unset HOME
        "$1" scan --json"#;
    let said = in_a_linux_of_its_own(&world.program, script, &[]);
    attack("no HOME", !said.contains("/.kesl"));
}

/// Ways to keep a trace from being seen, and the place that has to be named then, as found or as a gap.
const WAYS: [(&str, &str); 16] = [
    ("mkdir -p /opt/kaspersky/kesl; chmod 700 /opt/kaspersky", "/opt/kaspersky"),
    ("ln -s kaspersky /opt/kaspersky", "/opt/kaspersky"),
    ("mkdir -p /opt/other/kesl; ln -s other /opt/kaspersky", "/opt/kaspersky"),
    (r#"mkdir -p "/opt/kaspersky/$(printf 'odd\377')""#, "/opt/kaspersky"),
    ("mkdir -p /opt/kaspersky; mount -t tmpfs odd /opt/kaspersky", "/opt/kaspersky"),
    ("echo x > /opt/kaspersky", "/opt/kaspersky"),
    ("mkfifo /etc/systemd/system/kesl.service", "kesl.service"),
    ("mkdir /etc/systemd/system/kesl.service", "kesl.service"),
    ("ln -s kesl.service /etc/systemd/system/kesl.service", "kesl.service"),
    ("truncate -s 300M /etc/systemd/system/kesl.service", "kesl.service"),
    ("echo x > /etc/systemd/system/odd.service; chmod 0 /etc/systemd/system/odd.service", "odd.service"),
    ("ln -s status /var/lib/dpkg/status", "/var/lib/dpkg/status"),
    ("mkfifo /var/lib/dpkg/status", "/var/lib/dpkg/status"),
    ("truncate -s 300M /var/lib/dpkg/status", "/var/lib/dpkg/status"),
    (r"printf 'Package: kesl\nSta' > /var/lib/dpkg/status; chmod 0 /var/lib/dpkg/status", "/var/lib/dpkg/status"),
    ("mount -t tmpfs odd /proc", "/proc/modules"),
];

fn what_hides_is_found_or_is_a_gap() {
    let Some(world) = World::with_rights() else { return };
    let script = r#"
        mount -t tmpfs -o mode=755 odd /etc/systemd/system
        eval "$2"
        cd /
        setpriv --reuid "$3" --regid "$3" --clear-groups "$1" scan --json"#;
    for (way, place) in WAYS {
        let said = in_a_linux_of_its_own(&world.program, script, &[way, &MALLORY.to_string()]);
        let told = gaps(&said).iter().any(|gap| gap.contains(place));
        let scan: Value = serde_json::from_str(&said).unwrap();
        let found = scan["leftovers"].as_array().unwrap().iter();
        let found = found.filter_map(|one| one["where"].as_str()).any(|found| found.contains(place));
        attack(way, !told && !found);
    }
}
