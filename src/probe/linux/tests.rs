//! Looks at computers made for the test: a folder that stands for `/`.

use super::*;
use crate::machine::{GapReason, Presence, Service, ServiceKind, Start, State};
use std::fs;

macro_rules! raw {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/raw/", $name))
    };
}

mod computer;

use computer::Computer;

fn named<'a>(looked: &'a Observed<Service>, name: &str, kind: ServiceKind) -> &'a Service {
    looked.items.iter().find(|service| service.name == name && service.kind == kind).unwrap()
}

#[test]
fn the_computer_is_described() {
    let host = Computer::new().here().host();
    assert_eq!(host.os_version, "Example Linux 12 (kernel 6.1.0)");
    assert_eq!((host.booted, host.elevated), (1_764_000_000, false));
    assert_eq!(host.boot_id.as_deref(), Some("0b3f0c52-6d3e-4f7c-9d0a-1c2b3a495867"));
}

#[test]
fn packages_know_whether_their_files_are_there() {
    let looked = Computer::new().with_product().programs();
    assert!(looked.complete());
    let state = |key: &str| looked.items.iter().find(|program| program.key == key).map(|p| p.location_there.clone());
    assert_eq!(state("kesl"), Some(Presence::Present));
    assert_eq!(state("kesl-gui"), Some(Presence::Absent));
    assert_eq!(state("klnagent64"), Some(Presence::Absent));
    assert_eq!(state("base-files"), Some(Presence::NotAsked));
    assert_eq!(looked.items[1].location.as_deref(), Some("/opt/kaspersky/kesl"));
}

/// Alpine, Gentoo, NixOS and others keep their packages elsewhere.
#[test]
fn a_system_whose_packages_stand_in_no_database_of_these_is_unknown() {
    let looked = Computer::new().programs();
    assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1), "{looked:?}");
    assert!(!Computer::new().file("var/lib/dpkg/status", b"").programs().complete(), "no system has none");
}

#[test]
fn units_of_every_folder_of_the_service_manager_are_seen() {
    for folder in ["etc/systemd/system.control", "run/systemd/transient", "etc/systemd/system.attached"] {
        let computer = Computer::new().file(&format!("{folder}/kesl.service"), raw!("linux/kesl.service"));
        assert_eq!(
            named(&computer.services(), "kesl.service", ServiceKind::Unit).start,
            Some(Start::Manual),
            "{folder}"
        );
    }
    let session =
        Computer::new().file("run/user/1000/systemd/transient/kesl-gui.service", b"[Service]\nExecStart=/x\n");
    assert!(session.services().items.iter().any(|service| service.name == "kesl-gui.service"));
}

#[test]
fn an_rpm_database_that_nobody_can_read_is_unknown() {
    let computer = Computer::new().file("var/lib/rpm/rpmdb.sqlite", b"SQLite format 3\0");
    let looked = computer.programs();
    assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1));
    assert_eq!(looked.gaps[0].why, GapReason::Failed);
    let empty = |_: &[&str]| Ok(Vec::new());
    assert!(!packages::list_packages(Catalog::embedded(), &computer.here(), &empty).complete());
}

#[test]
fn rpm_is_asked_for_the_files_of_the_vendor_s_packages_only() {
    let computer = Computer::new().file("var/lib/rpm/rpmdb.sqlite", b"x");
    let rpm = |arguments: &[&str]| match arguments {
        ["-qa", ..] => Ok(raw!("linux/rpm-qa.txt").to_vec()),
        ["-ql", "--", "kesl" | "klnagent64"] => Ok(b"/opt/kaspersky/kesl/bin/kesl-control\n".to_vec()),
        other => panic!("asked {other:?}"),
    };
    let looked = packages::list_packages(Catalog::embedded(), &computer.here(), &rpm);
    assert!(looked.complete());
    assert_eq!(looked.items[1].location_there, Presence::Absent);
}

#[test]
fn pacman_s_packages_are_read_and_a_damaged_one_is_a_gap() {
    let computer = Computer::new()
        .file("var/lib/pacman/local/kesl-12.1.0.1508-1/desc", raw!("linux/pacman-desc"))
        .file(
            "var/lib/pacman/local/kesl-12.1.0.1508-1/files",
            b"%FILES%\nopt/\nopt/kaspersky/\nopt/kaspersky/kesl/\nopt/kaspersky/kesl/x\n",
        )
        .file("var/lib/pacman/local/broken-1-1/desc", b"\0\0\0")
        .file("var/lib/pacman/local/ALPM_DB_VERSION", b"9\n");
    let looked = computer.programs();
    assert_eq!(looked.items.len(), 1);
    assert_eq!(looked.items[0].location_there, Presence::Absent);
    assert_eq!(looked.gaps.len(), 1);
    assert!(looked.gaps[0].place.ends_with("broken-1-1/desc"));
}

#[test]
fn a_running_unit_is_seen_with_its_program() {
    let looked = Computer::new().with_product().services();
    assert!(looked.complete());
    let unit = named(&looked, "kesl.service", ServiceKind::Unit);
    assert_eq!((unit.state, unit.start), (State::Running, Some(Start::Automatic)));
    assert_eq!(unit.image.path.as_deref(), Some("/opt/kaspersky/kesl/libexec/kesl"));
    assert_eq!(unit.image.there, Presence::Present);
    let script = named(&looked, "kesl", ServiceKind::InitScript);
    assert_eq!((script.state, script.start), (State::Running, Some(Start::Automatic)));
    assert_eq!(script.display.as_deref(), Some("Kaspersky Endpoint Security"));
    assert!(looked.items.iter().all(|service| service.name != "README"));
    assert_eq!(named(&looked, "ext4", ServiceKind::KernelModule).state, State::Running);
}

#[test]
fn without_systemd_units_are_only_registered() {
    let computer = Computer::new().file("usr/lib/systemd/system/kesl.service", raw!("linux/kesl.service"));
    let looked = computer.services();
    let unit = named(&looked, "kesl.service", ServiceKind::Unit);
    assert_eq!((unit.state, unit.start), (State::RegisteredOnly, Some(Start::Manual)));
    assert_eq!(unit.image.there, Presence::Absent);
}

#[test]
fn what_a_control_group_can_not_tell_stays_unknown() {
    let computer = Computer::new()
        .with_product()
        .file("usr/lib/systemd/system/a.service", b"[Service]\nSlice=other.slice\n")
        .file("usr/lib/systemd/system/b.service", b"[Service]\n")
        .file("usr/lib/systemd/system/c@.service", b"[Service]\n")
        .file("usr/lib/systemd/system/d.timer", b"[Timer]\n")
        .link("etc/systemd/system/e.service", "/dev/null");
    let looked = computer.services();
    let state = |name: &str| named(&looked, name, ServiceKind::Unit).state;
    assert_eq!(state("b.service"), State::Stopped);
    assert_eq!([state("a.service"), state("c@.service"), state("d.timer")], [State::Unknown; 3]);
    assert_eq!(named(&looked, "e.service", ServiceKind::Unit).start, Some(Start::Disabled));
}

#[test]
fn a_link_to_a_unit_that_is_gone_is_seen() {
    let computer = Computer::new()
        .file("usr/lib/systemd/system/getty@.service", b"")
        .link("etc/systemd/system/getty.target.wants/getty@tty1.service", "/usr/lib/systemd/system/getty@.service")
        .link("etc/systemd/system/multi-user.target.wants/kesl.service", "/etc/systemd/system/kesl.service");
    let looked = computer.services();
    let names: Vec<&str> =
        looked.items.iter().filter(|s| s.kind == ServiceKind::Unit).map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["getty@.service", "kesl.service"]);
    assert_eq!(looked.items[1].start, Some(Start::Automatic));
}

#[test]
fn a_missing_proc_is_unknown_and_a_kernel_without_modules_is_not() {
    let gaps = |computer: &Computer| computer.services().gaps.len();
    assert_eq!(gaps(&Computer { folder: tempfile::tempdir().unwrap() }), 1);
    let computer = Computer::new();
    fs::remove_file(computer.folder.path().join("proc/modules")).unwrap();
    assert_eq!(gaps(&computer), 0);
}

#[test]
fn added_roots_are_found_once_for_each_file() {
    let root = raw!("certificates/root.pem");
    let bundle = [&raw!("certificates/other.pem")[..], root].concat();
    let computer = Computer::new()
        .file("usr/local/share/ca-certificates/kaspersky.crt", root)
        .file("etc/ssl/certs/ca-certificates.crt", &bundle)
        .link("etc/ssl/certs/kaspersky.pem", "../../../usr/local/share/ca-certificates/kaspersky.crt")
        .link("etc/ssl/certs/0a1b2c3d.0", "kaspersky.pem")
        .link("etc/ssl/certs/other.pem", "/usr/share/ca-certificates/mozilla/other.crt")
        .file("etc/ssl/certs/notes.txt", b"nothing");
    let looked = trust_stores::find_certificates(Catalog::embedded(), &computer.here());
    assert!(looked.complete());
    let places: Vec<&str> = looked.items.iter().map(|one| one.place.rsplit('/').next().unwrap()).collect();
    assert_eq!(places, ["ca-certificates.crt", "kaspersky.pem"]);
    assert!(looked.items.iter().all(|one| one.thumbprint == "506B149739CCF876CD5B47A635B4C19ABB29A3D2"));
}

#[test]
fn a_damaged_root_is_a_gap() {
    let computer = Computer::new().file("etc/pki/ca-trust/source/anchors/x.pem", b"-----BEGIN CERTIFICATE-----\nAA");
    let looked = trust_stores::find_certificates(Catalog::embedded(), &computer.here());
    assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1));
}

#[test]
fn programs_are_seen_by_name_and_threads_of_the_kernel_are_not() {
    let looked = processes::list_processes(&Computer::new().with_product().here());
    assert!(looked.complete());
    let names: Vec<(&str, Option<&str>)> =
        looked.items.iter().map(|process| (process.name.as_str(), process.path.as_deref())).collect();
    assert_eq!(names, [("systemd", None), ("kesl", Some("/opt/kaspersky/kesl/libexec/kesl"))]);
}

#[test]
fn a_system_that_hides_programs_says_so() {
    let computer = Computer::new().file("proc/900/stat", b"900 (x) S 1 1 1 0 -1 0 0\n");
    fs::remove_dir_all(computer.folder.path().join("proc/1")).unwrap();
    let looked = processes::list_processes(&computer.here());
    assert_eq!((looked.items.len(), looked.gaps[0].why), (1, GapReason::NeedsAdmin));
}

#[test]
fn folders_of_the_product_are_seen() {
    let looked = Computer::new().with_product().here().files(Catalog::embedded());
    assert!(looked.complete(), "{:?}", looked.gaps);
    assert!(looked.items.iter().any(|file| file.place == "{Linux}/opt/kaspersky/kesl" && file.entries == Some(1)));
}

#[test]
fn groups_of_the_product_are_recorded_and_people_are_only_counted() {
    let computer = Computer::new();
    let groups = people::find_accounts(Catalog::embedded(), &computer.here());
    let names: Vec<&str> = groups.items.iter().map(|group| group.name.as_str()).collect();
    assert!(names.contains(&"kesladmin") && names.contains(&"nokesl") && !names.contains(&"root"), "{names:?}");
    let others = people::other_accounts(&computer.here());
    assert_eq!(others, Observed::all(vec![crate::machine::OtherAccount { has_profile: false }]));
}

#[test]
fn only_connections_to_the_vendor_are_recorded() {
    let catalog = Catalog::embedded();
    let (range, _) = catalog.endpoints.ranges.iter().find(|(range, _)| matches!(range, ipnet::IpNet::V4(_))).unwrap();
    let ipnet::IpNet::V4(range) = range else { unreachable!() };
    let remote = format!("{:08X}", u32::from_le_bytes(range.network().octets()));
    let line = format!("   3: 0F02000A:A3F2 {remote}:01BB 01 0:0 0:0 0 0 0 4711 2 0\n");
    let table = [&raw!("linux/proc-net-tcp")[..], line.as_bytes()].concat();
    let computer = Computer::new().with_product().file("proc/net/tcp", &table).link("proc/812/fd/7", "socket:[4711]");
    let looked = connections::find_connections(catalog, &computer.here());
    assert!(looked.complete());
    assert_eq!(looked.items.len(), 1);
    assert_eq!((looked.items[0].port, looked.items[0].process.as_deref()), (443, Some("kesl")));
}

#[test]
fn a_computer_without_anything_is_looked_at_completely() {
    let package = b"Package: base-files\nStatus: install ok installed\nVersion: 12\n\n";
    let (computer, catalog) = (Computer::new().file("var/lib/dpkg/status", package), Catalog::embedded());
    let here = computer.here();
    let programs = computer.programs();
    assert!(programs.complete() && programs.items.len() == 1, "{programs:?}");
    assert_eq!(here.files(catalog), Observed::none());
    assert_eq!(here.browsers(catalog), Observed::none());
    assert_eq!(here.tool_certificates(catalog), Observed::none());
    assert_eq!(here.settings(catalog, &[]), Observed::none());
    assert_eq!(trust_stores::find_certificates(catalog, &here), Observed::none());
    assert_eq!(connections::find_connections(catalog, &here), Observed::none());
}

#[test]
fn every_check_of_linux_has_a_probe() {
    let probed: Vec<CheckId> = PROBES.iter().flat_map(|probe| probe.checks.iter().copied()).collect();
    for check in CheckId::ALL.iter().filter(|check| check.applies(Os::Linux)) {
        assert_eq!(probed.iter().filter(|probed| *probed == check).count(), 1, "{check:?}");
    }
}

#[test]
fn each_probe_hands_in_its_own_checks() {
    let catalog = Catalog::embedded();
    for probe in PROBES {
        let parts: Vec<CheckId> = (probe.ask)(catalog, Reach::ThisAccount).iter().map(Part::check).collect();
        assert_eq!(parts, probe.checks);
    }
}
