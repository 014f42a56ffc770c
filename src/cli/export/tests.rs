use super::*;

fn all() -> Vec<Made> {
    let kinds = [ExportKind::Osquery, ExportKind::Intune, ExportKind::Rmm];
    kinds.into_iter().flat_map(|kind| files_of(kind, Catalog::embedded())).collect()
}

#[test]
fn each_exit_code_of_the_program_has_words_and_only_0_passes() {
    for file in all().iter().filter(|file| file.name.ends_with(".ps1")) {
        for exit in Exit::ALL {
            let arm = format!("\n        {} {{ ", *exit as u8);
            assert_eq!(file.text.matches(&arm).count(), 1, "{}: {exit:?}", file.name);
            let line = file.text.split(&arm).nth(1).unwrap().lines().next().unwrap();
            assert_eq!(line.contains("$exit = 0;"), *exit == Exit::Clean, "{}: {line}", file.name);
            assert!(line.contains("$words = '") && !line.contains("$words = ''"), "{}: {line}", file.name);
        }
    }
}

#[test]
fn names_of_files_are_told_apart_and_say_whose_they_are() {
    let names: std::collections::BTreeSet<&str> = all().iter().map(|file| file.name).collect();
    assert_eq!(names.len(), all().len());
    assert!(names.iter().all(|name| name.starts_with("cleanbreak-")));
}

#[test]
fn the_words_of_a_failure_are_those_of_its_exit_code() {
    assert!(script::words_of(Exit::Usage).ends_with("wrong usage."));
    assert_eq!(script::script_text("it’s “é”"), "'it''s \"?\"'");
}
