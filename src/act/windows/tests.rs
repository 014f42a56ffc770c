//! Tried on a Windows, or on Wine.

use super::*;
use crate::act::access::Thing;
use crate::win32::shell;
use std::path::Path;

#[test]
fn a_temporary_file_is_not_guarded_unless_its_folders_are() {
    assert!(guarded::only_administrators(Path::new(&folders::system_program("kernel32.dll")), Thing::Own));
    assert!(!guarded::by_administrators(Path::new(r"C:\no such folder\x.exe")));
    assert!(!guarded::by_administrators(Path::new("relative.exe")));
}

#[test]
fn the_folders_of_windows_are_known() {
    assert!(folders::shared_folder().unwrap().is_absolute());
    assert!(folders::local_folder().unwrap().is_absolute());
    let path = folders::final_path(Path::new(&folders::system_program("kernel32.dll"))).unwrap();
    assert!(path.to_lowercase().ends_with(r"\system32\kernel32.dll"), "{path}");
    assert!(folders::final_path(Path::new(r"C:\no such file")).is_err());
}

#[test]
fn a_program_is_waited_for_and_its_code_told() {
    let tree = crate::act::process_tree::ProcessTree::new(&children::list_running().unwrap(), "cmd.exe");
    let process = shell::start_program(&folders::system_program("cmd.exe"), "/c exit 1605", shell::Rights::Usual)
        .unwrap()
        .unwrap();
    assert_eq!(children::wait_for_tree(&process, tree), Some(1605));
    assert!(shell::start_program(r"C:\no such program.exe", "", shell::Rights::Usual).is_err());
}

#[test]
fn a_product_that_is_not_registered_is_refused() {
    use crate::journey::Ended;
    use crate::removal::Refusal;
    assert_eq!(uninstall("{00000000-0000-0000-0000-000000000000}"), Ended::Refused(Refusal::NotRegistered));
}

#[test]
fn the_helper_is_waited_for_however_long_it_takes() {
    let process =
        shell::start_program(&folders::system_program("cmd.exe"), "/c exit 13", shell::Rights::Usual).unwrap().unwrap();
    assert_eq!(children::wait_for_one(&process), Some(13));
}
