//! The page on which a saved result is dropped: to be read, and nothing else.

use super::*;
use cleanbreak::assess::assess;
use cleanbreak::catalog::Catalog;
use cleanbreak::machine::safe::safe_json;
use cleanbreak::probe::replay;
use cleanbreak::report::scan_report;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file as the system drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads it by its path".into())
    }
}

/// The result of a recorded computer, in a file.
#[expect(clippy::disallowed_methods, reason = "a test writes the file that it opens")]
fn saved(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let recording = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/recordings/{name}.json"));
    let snapshot = replay::parse_recording(&std::fs::read_to_string(recording).unwrap()).unwrap();
    let assessment = assess(&snapshot, Catalog::embedded());
    let result = scan_report(&snapshot, &assessment, "2026-12-01", &|_| String::new());
    let file = folder.path().join(format!("{name}.json"));
    std::fs::write(&file, safe_json(&result).unwrap()).unwrap();
    file
}

fn drop_files(window: &mut Window, files: &[&PathBuf]) {
    let dropped = files.iter().map(|file| Arc::new(Dropped((*file).clone())) as egui::DroppedFileHandle);
    window.harness.input_mut().dropped_files = dropped.collect();
    window.harness.step();
    window.harness.run();
}

const SAVED: &str = "This is a saved result. “This computer” below means the one that it was made on.";

#[test]
fn a_result_that_is_dropped_is_shown_and_a_second_one_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = on(pages::found());
    drop_files(&mut window, &[&saved(&folder, "suite-21-25")]);
    assert!(window.shows("Page 950") && window.shows(SAVED));
    assert!(window.shows("Kaspersky is installed on this computer."));
    drop_files(&mut window, &[&saved(&folder, "never-had")]);
    assert!(window.shows("What went") && window.shows("What stayed") && window.shows("What is new"));
    window.click("Close this result");
    assert!(!window.shows("What went") && window.shows("Choose the file…"));
    window.click("Back to your page");
    assert!(window.shows("Page 120"));
    assert_eq!(pressed(&window), [], "the journey knows nothing of it");
}

#[test]
fn two_at_once_are_compared_and_three_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let all = ["suite-21-25", "never-had", "ultraav"].map(|name| saved(&folder, name));
    let mut window = on(pages::found());
    drop_files(&mut window, &[&all[0], &all[1], &all[2]]);
    assert!(window.shows("Open one result, or two to compare them."));
    drop_files(&mut window, &[&all[0], &all[1]]);
    assert!(window.shows("What went"));
}

#[test]
fn what_is_no_result_is_named_and_nothing_is_shown() {
    let mut window = on(pages::found());
    let recording = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/ultraav.json");
    drop_files(&mut window, &[&recording]);
    assert!(window.shows("Cannot read ultraav.json: this is a recording. Give it to report --replay"));
    assert!(!window.shows(SAVED));
}

#[test]
fn the_way_to_it_is_in_help() {
    let mut window = on(pages::found());
    window.click("Help");
    window.click("Open a saved result…");
    assert!(window.shows("Page 950") && window.shows("Choose the file…"));
}
