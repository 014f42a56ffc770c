//! Somebody who walks a practice computer to the end, always in the same way and at the same time.

use crate::journeys::next;
use cleanbreak::act::practice::NAMES;
use cleanbreak::assess::CameFor;
use cleanbreak::engine::{Guide, JourneyGuide, Start};
use cleanbreak::journey::{Action, Answer, Aside, Button, ChooseButton, PrepareButton, Screen, TrapId};
use cleanbreak::store::{Settings, Store};
use jiff::civil::{DateTime, datetime};
use std::path::Path;
use std::sync::OnceLock;

/// More presses than any journey needs.
const ENOUGH: usize = 200;

/// When all walks are walked. It lies within 90 days after the day on which the facts were checked: earlier, no
/// clock is believed; later, the facts are said to be old.
pub fn clock() -> DateTime {
    datetime(2027, 2, 14, 11, 47, 0, 0)
}

/// A page, and what was pressed on it. None: it waited, or it was the last.
pub struct Stop {
    pub screen: Screen,
    /// Its place among what can be pressed.
    pub place: Option<usize>,
    /// The call code beside the number of the page. The walks are read without it: it says nothing new.
    pub code: Option<String>,
}

impl Stop {
    pub fn pressed(&self) -> Option<&Action> {
        self.screen.pressable().nth(self.place?)
    }
}

/// What is pressed besides the way on, where it is offered: buttons, one after another, that lead back to the way.
type Besides = &'static [Button];

/// What is pressed on a page besides the way on. What says the same on every computer is read on one.
fn besides(practice: &str, page: &str) -> &'static [Besides] {
    const BACK: Button = Button::Back;
    const OPEN: Button = Button::Choose(ChooseButton::Open);
    const ABOUT: Button = Button::Choose(ChooseButton::About(""));
    const CHOOSE: Besides = &[OPEN, Button::Continue, ABOUT, BACK, BACK, BACK];
    const fn encrypted(answer: Answer) -> Button {
        Button::Prepare(PrepareButton::Answer(TrapId::DiskEncryption, answer))
    }
    const fn prepare(button: PrepareButton) -> Button {
        Button::Prepare(button)
    }
    const NETWORK: Besides = &[Button::Aside(Aside::Network), BACK];
    match (practice, page) {
        ("home-suite", "200") => &[&[Button::Aside(Aside::WhyMore), Button::Aside(Aside::WhyElsewhere), BACK, BACK]],
        ("home-suite" | "mac" | "linux", "700" | "702") => &[&[Button::Choose(ChooseButton::Companions), BACK], CHOOSE],
        ("home-suite", "800") => &[
            &[Button::Aside(Aside::Phones), BACK],
            &[Button::Aside(Aside::Subscription), BACK],
            &[Button::Aside(Aside::Sensitive), BACK],
        ],
        // Somebody else encrypted a disk: the journey stops until it is decrypted.
        ("small-office", "301") => {
            const { &[&[encrypted(Answer::SomeoneElse), Button::Continue, BACK, encrypted(Answer::Done)]] }
        }
        // Whoever bought the computer settles the personal questions at once.
        ("bought-used", "100") => &[&[Button::Came(CameFor::Bought)]],
        ("bought-used", "300") => {
            const { &[&[prepare(PrepareButton::OpenNotMine), prepare(PrepareButton::TickNotMine), Button::Continue]] }
        }
        ("no-internet", "100") => &[&[Button::Came(CameFor::NoInternet)]],
        // Nobody turns Windows Security on.
        ("small-office", "701") => &[CHOOSE, &[Button::Continue]],
        ("small-office", "800") => &[NETWORK, &[Button::Quit]],
        (_, "800") => &[NETWORK],
        _ => &[],
    }
}

/// A guide onto a practice computer at [`clock`], in this language. What is saved goes into `folder`.
pub fn begin(practice: &str, language: &str, folder: &Path) -> JourneyGuide {
    let store = Store::at(folder);
    store.save_settings(&Settings { language: language.to_string(), ..Settings::default() });
    let mut guide = JourneyGuide::begin(&Start::Practice(practice.to_string()), store).unwrap();
    guide.hold_clock(clock());
    guide
}

/// Presses, and takes in what comes by itself; what a page waits for is left for the next page.
pub fn press(guide: &mut JourneyGuide, button: Button) {
    guide.press(button);
    while guide.has_pending_events() && guide.wait_for_news() {}
}

/// Whether something to press is meant. The first product whose facts can be shown stands for all.
fn is(offered: &Button, meant: &Button) -> bool {
    let about = |button: &Button| matches!(button, Button::Choose(ChooseButton::About(_)));
    offered == meant || (about(offered) && about(meant))
}

/// The whole walk in English, each state of each page. It is walked once, and read by every test.
pub fn walked(practice: &str) -> &'static [Stop] {
    static WALKS: [OnceLock<Vec<Stop>>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let place = NAMES.iter().position(|name| *name == practice).expect("a practice computer");
    WALKS[place].get_or_init(|| walk(practice))
}

fn walk(practice: &str) -> Vec<Stop> {
    let folder = tempfile::tempdir().unwrap();
    let mut guide = begin(practice, "en", folder.path());
    let (mut stops, mut read, mut order) = (Vec::<Stop>::new(), Vec::new(), Vec::new());
    while !guide.quits() {
        assert!(
            stops.len() < ENOUGH,
            "{practice}: after {ENOUGH} presses the journey is not at its end: {:?}",
            trail(&stops)
        );
        let screen = guide.screen();
        let code = guide.call_code(screen.page).map(|code| code.letters);
        if screen.waits() {
            stops.push(Stop { screen, place: None, code });
            assert!(guide.wait_for_news(), "{practice}: nothing will come");
            continue;
        }
        let place = |meant: &Button| screen.pressable().position(|action| is(&action.button, meant));
        if order.is_empty() {
            let new = |way: &&Besides| {
                let here = (way[0].clone(), screen.title.clone());
                let new = place(&way[0]).is_some() && !read.contains(&here);
                read.extend(new.then_some(here));
                new
            };
            order = besides(practice, screen.page).iter().find(new).map(|way| way.to_vec()).unwrap_or_default();
        }
        let meant = if order.is_empty() {
            next(&screen, Answer::Done).map(|(action, _)| action.button)
        } else {
            Some(order.remove(0))
        };
        let place = meant
            .as_ref()
            .and_then(place)
            .unwrap_or_else(|| panic!("{practice}: page {} offers no way on", screen.page));
        let stop = Stop { screen, place: Some(place), code };
        press(&mut guide, stop.pressed().expect("it is offered").button.clone());
        stops.push(stop);
    }
    stops
}

/// The last pages of a walk that does not end, with what was pressed on each.
fn trail(stops: &[Stop]) -> Vec<(&str, Option<Button>)> {
    let pressed = |stop: &Stop| stop.pressed().map(|action| action.button.clone());
    stops.iter().rev().take(12).map(|stop| (stop.screen.page, pressed(stop))).collect()
}
