//! The walks that somebody has read and approved: every page of every practice computer, in `tests/walks/*.txt`.
//!
//! `CLEANBREAK_WRITE_WALKS=1 cargo test --test screens walks` writes them anew; what has changed is then read in `git diff`.

mod console;
mod helpers_guide;
mod numbers;
mod spanish;
mod text;
mod troubles;
pub mod walk;
mod window;
pub mod words;

use cleanbreak::act::practice::NAMES;
use cleanbreak::catalog::embedded_guidance;
use cleanbreak::i18n::Texts;
use cleanbreak::journey::Screen;
use jiff::ToSpan;
use similar::TextDiff;
use std::fs;
use std::path::{Path, PathBuf};
pub use walk::begin;
use walk::walked;
use words::{on_cards, row, sentences};

/// Holds a walk to its file, and the file to all words of its pages.
fn approved(practice: &str, language: &str) {
    let texts = Texts::language(language);
    let name = if language == "en" { practice.to_string() } else { format!("{practice}.{language}") };
    let stops = walked(practice);
    let text = text::text(practice, stops, &texts);
    for screen in (0..stops.len()).filter(|number| text::written(stops, *number)).map(|number| &stops[number].screen) {
        let labels = on_cards(screen).into_iter().map(|(_, action)| action).chain(row(screen)).map(|one| &one.label);
        let words = sentences(screen).into_iter().chain(labels).map(|say| texts.say(say));
        let missing: Vec<String> = words.filter(|word| !text.contains(word)).collect();
        assert_eq!(missing, Vec::<String>::new(), "{name}: page {} is not written whole", screen.page);
    }
    hold(&folder().join(format!("{name}.txt")), &text);
}

/// Every state of every page of every walk.
pub fn every_stop() -> impl Iterator<Item = &'static Screen> {
    NAMES.iter().flat_map(|name| walked(name)).map(|stop| &stop.screen)
}

/// Every page of every walk, each title once.
pub fn every_screen() -> Vec<&'static Screen> {
    let mut all: Vec<&'static Screen> = Vec::new();
    for screen in every_stop() {
        let row = |screen: &Screen| (screen.page, screen.title.id.name(), screen.others.len(), screen.note.is_some());
        if all.iter().all(|other| row(other) != row(screen)) {
            all.push(screen);
        }
    }
    all
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walks")
}

/// Compares a walk with its file, or writes it when it is told to. Only what differs is shown.
#[expect(clippy::disallowed_methods, reason = "a test reads and writes the files it guards")]
fn hold(file: &Path, text: &str) {
    if std::env::var_os("CLEANBREAK_WRITE_WALKS").is_some() {
        return fs::write(file, text).unwrap();
    }
    let approved = fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    let diff = TextDiff::from_lines(&approved, text);
    let changed = diff.unified_diff().context_radius(4).header("approved", "now").to_string();
    assert!(changed.is_empty(), "{}: see CONTRIBUTING.md, \"A changed sentence\"\n{changed}", file.display());
}

macro_rules! approved {
    ($($test:ident: $practice:literal $language:literal;)*) => {
        $(#[test]
        fn $test() {
            approved($practice, $language);
        })*

        /// The walks that are held to a file.
        const APPROVED: &[(&str, &str)] = &[$(($practice, $language),)*];
    };
}

approved! {
    home_suite_is_approved: "home-suite" "en";
    home_suite_is_approved_in_spanish: "home-suite" "es";
    failed_1603_is_approved: "failed-1603" "en";
    small_office_is_approved: "small-office" "en";
    ultraav_is_approved: "ultraav" "en";
    mouse_filter_is_approved: "mouse-filter" "en";
    mac_is_approved: "mac" "en";
    linux_is_approved: "linux" "en";
    clean_is_approved: "clean" "en";
    bought_used_is_approved: "bought-used" "en";
    no_internet_is_approved: "no-internet" "en";
    no_mouse_no_keyboard_is_approved: "no-mouse-no-keyboard" "en";
}

/// A clock before the day on which the facts were checked is not believed, and a year later they are old: then the
/// walks would show what nobody sees.
#[test]
fn the_day_of_the_walks_is_soon_after_the_facts_were_checked() {
    let (day, facts) = (walk::clock().date(), embedded_guidance().date);
    assert!(facts <= day && day <= facts.saturating_add(90.days()), "move the clock of the walks: {day}, {facts}");
}

#[test]
fn every_practice_computer_has_an_approved_walk_and_every_walk_a_computer() {
    let mut english: Vec<&str> =
        APPROVED.iter().filter(|(_, language)| *language == "en").map(|(name, _)| *name).collect();
    let mut names = NAMES.to_vec();
    english.sort_unstable();
    names.sort_unstable();
    assert_eq!(english, names);
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let texts = files.filter(|file| file.extension().is_some_and(|kind| kind == "txt")).count();
    assert_eq!(texts, APPROVED.len() + troubles::FILES.len());
}
