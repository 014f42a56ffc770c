//! Every way through the journey: on each practice computer and each recorded one, from every page with everything that
//! matters about it, every button is pressed and every answer of the computer comes.
//!
//! Two states count as one where nothing that decides a page differs: answers to different questions commute, so they
//! are given in the order of the page, and only their end is kept; of a list, the first and the last item stand for all.
//! `CLEANBREAK_EVERY_WAY=all` walks every recording, with every way in which an uninstaller can end; `tests/long` does.

mod buttons;
mod graph;
mod world;

use super::*;
use crate::act::practice::{NAMES, PracticeComputer};
use buttons::VARIANTS;
use graph::Graph;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Recordings that the usual run walks besides the practice computers: each has pages that no other has.
const USUAL: [&str; 7] = [
    "installed-lethal-filter",
    "drivers-stay",
    "business-unlisted",
    "planted-locked",
    "suite-21-25",
    "linux-installed",
    "agent-without-space",
];

/// The graph of a practice computer. It is walked once, and read by every test.
fn practice(name: &str) -> &'static Graph {
    static GRAPHS: [OnceLock<Graph>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let place = NAMES.iter().position(|known| *known == name).unwrap();
    GRAPHS[place].get_or_init(|| {
        let session = Session::new(Page::Welcome, Some(name.into()));
        // With every end of each of three uninstallers, in any order, a walk would not end.
        Graph::walked(name, session, PracticeComputer::named(name).unwrap(), name == "failed-1603")
    })
}

fn recordings() -> &'static [Graph] {
    static GRAPHS: OnceLock<Vec<Graph>> = OnceLock::new();
    GRAPHS.get_or_init(|| {
        let wanted = MACHINES.iter().filter(|(name, _)| all() || USUAL.contains(&name.as_str()));
        let graphs = wanted.map(|(name, snapshot)| {
            let session = Session::new(Page::Welcome, Some("recording".into()));
            Graph::walked(name, session, PracticeComputer::of(snapshot.clone()), all())
        });
        graphs.collect()
    })
}

#[expect(clippy::disallowed_methods, reason = "a test is told how far to go")]
fn all() -> bool {
    std::env::var_os("CLEANBREAK_EVERY_WAY").is_some()
}

/// Everything that must hold of the ways through one computer.
fn hold(graph: &Graph) {
    println!("{}: {} states, {} edges", graph.name, graph.states(), graph.edges());
    assert_eq!(graph.dead_ends(), Vec::<String>::new(), "{}: nothing can be pressed, and nothing comes", graph.name);
    assert_eq!(graph.without_an_end(), Vec::<String>::new(), "{}: no way leads to an end", graph.name);
    assert_eq!(
        graph.acts_for_ever(),
        Vec::<String>::new(),
        "{}: who always presses the main button does the same for ever",
        graph.name
    );
    assert_eq!(graph.about_windows, BTreeSet::new(), "{}: sentences about another system", graph.name);
    assert_eq!(graph.untrue_ticks, BTreeSet::new(), "{}: ticked on the rail, and it did not happen", graph.name);
}

macro_rules! practice_computers {
    ($($test:ident: $name:literal;)*) => {
        $(#[test]
        fn $test() {
            hold(practice($name));
        })*

        #[test]
        fn every_practice_computer_is_walked() {
            assert_eq!(NAMES, [$($name),*]);
        }
    };
}

practice_computers! {
    every_way_through_home_suite: "home-suite";
    every_way_through_failed_1603: "failed-1603";
    every_way_through_small_office: "small-office";
    every_way_through_ultraav: "ultraav";
    every_way_through_mouse_filter: "mouse-filter";
    every_way_through_mac: "mac";
    every_way_through_linux: "linux";
    every_way_through_clean: "clean";
    every_way_through_bought_used: "bought-used";
    every_way_through_no_internet: "no-internet";
    every_way_through_no_mouse_no_keyboard: "no-mouse-no-keyboard";
}

#[test]
fn every_way_through_the_recordings() {
    assert!(recordings().len() >= USUAL.len(), "a recording has another name now");
    recordings().iter().for_each(hold);
}

#[test]
fn every_button_is_pressed_somewhere() {
    let list = Graph::walked(
        "the list of practice computers",
        Session::new(Page::PracticeList, Some(String::new())),
        PracticeComputer::named(NAMES[0]).unwrap(),
        false,
    );
    let walks = NAMES.iter().map(|name| practice(name)).chain(recordings()).chain([&list]);
    let pressed: BTreeSet<&str> = walks.flat_map(|graph| graph.pressed.iter().copied()).collect();
    let never: Vec<&&str> = VARIANTS.iter().filter(|variant| !pressed.contains(**variant)).collect();
    assert_eq!(never, Vec::<&&str>::new(), "no walk reaches these: is there a page that offers them?");
}
