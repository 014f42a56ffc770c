//! Everything for which it is refused, before anything is started.

use super::play::{AGENT, Play, SECURITY, order, refused};
use crate::act::unattended::{Outcome, UnattendedOrder};
use crate::journey::{AnsweredBefore, Bitlocker, Obstacle};
use crate::machine::{CheckId, FileKind, FileSeen, Gap, GapReason, Program, ProgramSource, Service, Snapshot};
use crate::probe::replay;
use crate::removal::RemovalPassword;

/// The office computer with something changed.
fn changed(change: impl FnOnce(&mut Snapshot)) -> Play {
    let mut play = Play::office();
    change(&mut play.snapshot);
    play
}

fn recorded(name: &str) -> Snapshot {
    let file = format!("{}/tests/recordings/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut snapshot = replay::parse_recording(&std::fs::read_to_string(file).unwrap()).unwrap();
    for program in &mut snapshot.programs.items {
        program.uninstall = Some(format!("MsiExec.exe /I{}", program.key));
    }
    snapshot
}

/// A driver that is here, like one that is.
fn driver(snapshot: &mut Snapshot, name: &str) {
    let like = snapshot.services.items.iter().find(|service| service.name == "klim6").unwrap().clone();
    snapshot.services.items.push(Service { name: name.into(), ..like });
}

#[test]
fn without_an_administrators_rights_nothing_is_even_looked_at() {
    let mut play = Play { rights: false, ..Play::office() };
    let answer = play.run();
    assert_eq!((answer.outcome, answer.left, play.started.len()), (Outcome::NoRights, None, 0));
}

#[test]
fn disk_encryption_that_was_seen_is_refused_whatever_was_answered() {
    let mut play = changed(|snapshot| driver(snapshot, "klfdefsf"));
    assert_eq!(refused(&mut play), [Obstacle::DiskEncryption]);
    for answered in [AnsweredBefore::BitlockerKey, AnsweredBefore::FileEncryption] {
        let answer = play.answered(answered);
        assert_eq!(answer.outcome, Outcome::Refused);
        assert!(play.started.is_empty());
    }
}

#[test]
fn the_log_of_the_start_up_password_is_disk_encryption() {
    let place = "{SystemDrive}/System Volume Information/KLFDE.{EB2A5993-DFC8-41a1-B050-F0824113A33A}.PBELOG.bin";
    let mut play = changed(|snapshot| {
        let like = snapshot.files.items[0].clone();
        snapshot.files.items.push(FileSeen {
            place: place.into(),
            path: place.replace("{SystemDrive}", "C:").replace('/', "\\"),
            kind: FileKind::File,
            ..like
        });
    });
    assert_eq!(refused(&mut play), [Obstacle::DiskEncryption]);
}

#[test]
fn disk_encryption_that_was_not_looked_for_is_refused() {
    for check in [CheckId::Services, CheckId::ClassFilters, CheckId::Files] {
        let mut play = changed(|snapshot| snapshot.mark(check, Gap::new(GapReason::NeedsAdmin, "", "made for a test")));
        assert_eq!(refused(&mut play), [Obstacle::DiskEncryptionUnknown], "{check:?}");
    }
}

#[test]
fn file_encryption_waits_for_an_answer() {
    let mut play = changed(|snapshot| driver(snapshot, "klfle"));
    assert_eq!(refused(&mut play), [Obstacle::FileEncryption]);
    assert_eq!(play.answered(AnsweredBefore::FileEncryption).refused, []);
    assert_eq!(play.started.len(), 3);
}

#[test]
fn bitlocker_waits_for_an_answer() {
    for (bitlocker, why) in [(Bitlocker::On, Obstacle::BitlockerKey), (Bitlocker::Unknown, Obstacle::BitlockerUnknown)]
    {
        let mut play = Play { bitlocker, ..Play::office() };
        assert_eq!(refused(&mut play), [why]);
        assert_eq!(play.answered(AnsweredBefore::BitlockerKey).refused, []);
        assert_eq!(play.started.len(), 3);
    }
}

#[test]
fn products_of_homes_and_of_nobody_are_refused() {
    for (recording, why) in [
        ("suite-21-25", Obstacle::HomeProduct),
        ("home-legacy", Obstacle::HomeProduct),
        ("safe-kids", Obstacle::HomeProduct),
        ("security-center", Obstacle::ManagementServer),
    ] {
        let mut play = Play { snapshot: recorded(recording), ..Play::office() };
        assert!(refused(&mut play).contains(&why), "{recording}");
    }
    let mut unlisted = recorded("never-had");
    let entry = Play::office().snapshot.programs.items[0].clone();
    let (name, key) = ("Kaspersky Something New 2030", "{11111111-2222-3333-4444-555555555555}");
    unlisted.programs.items.push(Program { name: name.into(), key: key.into(), uninstall: None, ..entry });
    let mut play = Play { snapshot: unlisted, ..Play::office() };
    assert_eq!(refused(&mut play), [Obstacle::UnlistedProduct]);
}

/// Small Office Security is for offices, and has vaults and backups that only their owner can empty.
#[test]
fn vaults_and_backups_are_a_persons() {
    let mut play = Play { snapshot: recorded("small-office"), ..Play::office() };
    let whys = refused(&mut play);
    assert!(whys.contains(&Obstacle::SecretVault) && whys.contains(&Obstacle::Backups), "{whys:?}");
}

#[test]
fn a_vault_with_passwords_is_a_persons() {
    let mut play = changed(|snapshot| {
        let with_vault = recorded("vault-only");
        snapshot.files.items.extend(with_vault.files.items);
    });
    assert_eq!(refused(&mut play), [Obstacle::Passwords]);
}

#[test]
fn an_entry_that_cannot_be_trusted_refuses_everything() {
    let entry = |change: fn(&mut Snapshot)| refused(&mut changed(change));
    assert_eq!(entry(|s| s.programs.items[0].source = ProgramSource::Hkcu), [Obstacle::OnlyOneAccount]);
    let hostile = |s: &mut Snapshot| s.programs.items[0].uninstall = Some("cmd /c format".into());
    assert_eq!(refused(&mut changed(hostile)), [Obstacle::CommandRefused]);
    let other = |s: &mut Snapshot| s.programs.items[0].uninstall = Some(format!("msiexec /x {AGENT}"));
    assert_eq!(refused(&mut changed(other)), [Obstacle::CommandRefused]);
    let own = r#""C:\Program Files (x86)\Kaspersky Lab\setup.exe" /x"#;
    let with_own = |s: &mut Snapshot| s.programs.items[2].uninstall = Some(own.into());
    assert_eq!(refused(&mut changed(with_own)), [Obstacle::OwnProgram]);
    let renamed = |s: &mut Snapshot| s.programs.items[0].key = "KES".into();
    assert_eq!(refused(&mut changed(renamed)), [Obstacle::NotByCode]);
    let unregistered = |s: &mut Snapshot| drop(s.programs.items.remove(0));
    assert_eq!(refused(&mut changed(unregistered)), [Obstacle::NotRegistered]);
}

#[test]
fn an_entry_that_others_can_write_is_refused() {
    let whys = refused(&mut Play { guarded: false, ..Play::office() });
    assert_eq!(whys, [Obstacle::EntryNotGuarded; 3]);
}

/// The entry says Kaspersky, and Windows Installer knows another company's product by that code.
#[test]
fn somebody_elses_product_behind_the_code_is_refused() {
    let whys = refused(&mut Play { record: ("Velmora Shield", "Velmora"), ..Play::office() });
    assert_eq!(whys, [Obstacle::NotByCode; 3]);
}

#[test]
fn another_installation_is_waited_for_by_whoever_asks() {
    assert_eq!(refused(&mut Play { busy: true, ..Play::office() }), [Obstacle::OtherInstallation]);
}

#[test]
fn without_a_safe_folder_for_logs_nothing_is_started() {
    let mut play = Play { log_folder: Err("others can write there".into()), ..Play::office() };
    assert_eq!(refused(&mut play), [Obstacle::LogFolder; 3]);
}

#[test]
fn without_a_memory_nothing_is_started() {
    assert_eq!(refused(&mut Play { memory_fails: true, ..Play::office() }), [Obstacle::Memory]);
}

#[test]
fn a_password_that_could_add_a_property_is_refused() {
    let mut play = Play::office();
    let password = Some(RemovalPassword::parse("x\" REMOVE=ALL").unwrap());
    let answer = play.ordered(&UnattendedOrder { password, ..order() });
    assert_eq!(answer.refused.iter().map(|one| one.why).collect::<Vec<_>>(), [Obstacle::Password]);
    assert!(play.started.is_empty());
    let text = serde_json::to_string(&answer).unwrap();
    assert!(!text.contains("REMOVE"), "{text}");
}

/// All reasons are told at once, so that nobody has to try again for each.
#[test]
fn every_reason_is_named() {
    let mut play = changed(|snapshot| driver(snapshot, "klfdefsf"));
    play.bitlocker = Bitlocker::On;
    play.busy = true;
    assert_eq!(refused(&mut play), [Obstacle::DiskEncryption, Obstacle::BitlockerKey, Obstacle::OtherInstallation]);
    assert!(play.run().products.iter().any(|one| one.product_code.as_deref() == Some(SECURITY)));
}
