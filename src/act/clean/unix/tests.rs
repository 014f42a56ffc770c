//! Real files below a folder of the test's own, and the real look at them.

mod computer;
mod faults;
mod killed;
mod orders;

use crate::act::clean::undo_run;
use crate::cleanup::Items;
use computer::{Computer, difference};

#[test]
fn what_is_left_is_cleaned_and_comes_back_as_it_was() {
    cleaned_and_back(&Computer::new());
}

#[test]
fn it_comes_back_from_another_file_system_too() {
    cleaned_and_back(&Computer::with_undo_elsewhere());
}

fn cleaned_and_back(computer: &Computer) {
    let before = computer.tree();
    let plan = computer.plan();
    let answer = computer.clean(&plan);
    assert_eq!(answer.failed, [], "{answer:?}");
    for gone in [
        "opt/kaspersky",
        "var/log/kaspersky",
        "etc/systemd/system/kesl.service",
        "usr/local/share/ca-certificates/kaspersky.crt",
        "etc/systemd/system/multi-user.target.wants/kesl.service",
    ] {
        assert!(
            !before.keys().all(|path| path != gone) && !computer.tree().contains_key(gone),
            "{gone} is still there"
        );
    }
    let rest = computer.tree();
    for stays in [
        "var/opt/kaspersky/kesl/common/objects-backup/1",
        "usr/local/share/ca-certificates/own.crt",
        "etc/systemd/system/multi-user.target.wants/ssh.service",
        "etc/systemd/system/ssh.service",
    ] {
        assert_eq!(rest.get(stays), before.get(stays), "{stays}");
    }
    let back = computer.undo();
    assert_eq!((back.failed, back.skipped), (vec![], vec![]));
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}

#[test]
fn one_item_comes_back_with_the_folder_it_needs() {
    let computer = Computer::new();
    let before = computer.tree();
    let plan = computer.plan();
    computer.clean(&plan);
    let programs = plan.actions.iter().find(|action| action.change().place().ends_with("opt/kaspersky/kesl")).unwrap();
    let ids = [programs.id().to_string()];
    let answer = undo_run(&mut computer.tools(), &mut computer.reopen(), Items::Ids(&ids)).unwrap();
    assert_eq!(answer.failed, []);
    assert!(answer.done.len() == 2, "the programs and the folder above: {answer:?}");
    assert!(computer.at("opt/kaspersky/kesl/lib/deep/er/x.so").symlink_metadata().is_ok());
    assert!(computer.at("var/log/kaspersky").symlink_metadata().is_err());
    computer.undo();
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}
