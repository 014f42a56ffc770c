//! Somebody who walks a practice computer to the end, always in the same way and at the same time.

use crate::journeys::next;
use cleanbreak::engine::{Guide, Start};
use cleanbreak::i18n::Texts;
use cleanbreak::journey::{Action, Answer, Aside, Button, Screen, TrapId};
use cleanbreak::store::{Settings, Store};
use jiff::civil::{DateTime, datetime};
use std::path::Path;

/// More presses than any journey needs.
const ENOUGH: usize = 200;

/// When all walks are walked: a day and a time that stand on no page for any other reason.
pub fn clock() -> DateTime {
    datetime(2027, 3, 14, 11, 47, 0, 0)
}

/// A page, and what was pressed on it. None: it waited, or it was the last.
pub struct Stop {
    pub screen: Screen,
    pub pressed: Option<Action>,
}

/// What is pressed besides the way on, where it is offered: buttons, one after another, that lead back to the way.
type Besides = &'static [Button];

/// What is pressed on a page besides the way on. What says the same on every computer is read on one.
fn besides(practice: &str, page: &str) -> &'static [Besides] {
    const BACK: Button = Button::Back;
    const ENCRYPTED: TrapId = TrapId::DiskEncryption;
    const CHOOSE: Besides = &[Button::HelpMeChoose, Button::Continue, Button::About(0), BACK, BACK, BACK];
    const NETWORK: Besides = &[Button::Aside(Aside::Network), BACK];
    match (practice, page) {
        ("home-suite", "2") => &[&[Button::Aside(Aside::WhyMore), BACK]],
        ("home-suite" | "mac" | "linux", "7" | "7c") => &[&[Button::Companions, BACK], CHOOSE],
        ("home-suite", "8") => &[&[Button::Aside(Aside::Phones), BACK]],
        // Somebody else encrypted a disk: the journey stops until it is decrypted.
        ("small-office", "3") => {
            &[&[Button::Answer(ENCRYPTED, Answer::SomeoneElse), BACK, Button::Answer(ENCRYPTED, Answer::Done)]]
        }
        // Its uninstallers remove nothing, and nobody turns Windows Security on.
        ("small-office", "4f") => &[&[Button::SkipProduct]],
        ("small-office", "7b") => &[CHOOSE, &[Button::OpenWindowsSecurity, Button::Continue]],
        ("small-office", "8") => &[NETWORK, &[Button::Unfinished, Button::Continue, Button::Quit]],
        (_, "8") => &[NETWORK],
        _ => &[],
    }
}

/// A guide onto a practice computer at [`clock`], in this language. What is saved goes into `folder`.
pub fn begin(practice: &str, language: &str, folder: &Path) -> Guide {
    let store = Store::at(folder);
    store.save_settings(&Settings { language: language.to_string(), ..Settings::default() });
    let mut guide = Guide::begin(&Start::Practice(practice.to_string()), store).unwrap();
    guide.hold_clock(clock());
    guide
}

/// Presses, and takes in what comes by itself; what a page waits for is left for the next page.
pub fn press(guide: &mut Guide, button: Button) {
    guide.press(button);
    while guide.owes_news() && guide.wait_for_news() {}
}

/// Whether something to press is meant. The first product whose facts can be shown stands for all.
fn is(offered: Button, meant: Button) -> bool {
    offered == meant || matches!((offered, meant), (Button::About(_), Button::About(_)))
}

/// The whole walk, each state of each page.
pub fn walk(practice: &str, language: &str) -> Vec<Stop> {
    let folder = tempfile::tempdir().unwrap();
    let mut guide = begin(practice, language, folder.path());
    let (mut stops, mut read, mut order) = (Vec::<Stop>::new(), Vec::new(), Vec::new());
    while !guide.quits() {
        assert!(
            stops.len() < ENOUGH,
            "{practice}: after {ENOUGH} presses the journey is not at its end: {:?}",
            trail(&stops)
        );
        let screen = guide.screen();
        if screen.waits() {
            stops.push(Stop { screen, pressed: None });
            assert!(guide.wait_for_news(), "{practice}: nothing will come");
            continue;
        }
        let offered = |button: &Button| screen.pressable().find(|action| is(action.button, *button)).cloned();
        if order.is_empty() {
            let new = |way: &&Besides| {
                let (place, offered) = ((way[0], screen.title.clone()), offered(&way[0]).is_some());
                let new = offered && !read.contains(&place);
                read.extend(new.then_some(place));
                new
            };
            order = besides(practice, screen.page).iter().find(new).map(|way| way.to_vec()).unwrap_or_default();
        }
        let action = if order.is_empty() {
            next(&screen, Answer::Done).map(|(action, _)| action)
        } else {
            offered(&order.remove(0))
        };
        let action = action.unwrap_or_else(|| panic!("{practice}: page {} offers no way on", screen.page));
        press(&mut guide, action.button);
        stops.push(Stop { screen, pressed: Some(action) });
    }
    stops
}

/// The last pages of a walk that does not end, with what was pressed on each.
fn trail(stops: &[Stop]) -> Vec<(&str, Option<Button>)> {
    let pressed = |stop: &Stop| stop.pressed.as_ref().map(|action| action.button);
    stops.iter().rev().take(12).map(|stop| (stop.screen.page, pressed(stop))).collect()
}

/// The words of a language.
pub fn texts(language: &str) -> Texts {
    Texts::language(language)
}
