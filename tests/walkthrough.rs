//! Every practice machine, walked from the first page to the last through the real engine.

use cleanbreak::catalog::Function;
use cleanbreak::engine::{Guide, JourneyGuide, Start};
use cleanbreak::journey::{
    Answer, Aside, Button, Caretaker, ChooseButton, CleanButton, Mark, PasswordsAt, PrepareButton, RestartButton,
    SaveButton, Screen, TrapId,
};
use cleanbreak::protect::Choice;
use cleanbreak::store::Store;

struct Walk {
    guide: JourneyGuide,
    pages: Vec<&'static str>,
    _folder: tempfile::TempDir,
}

impl Walk {
    fn on(name: &str) -> Self {
        Self::along(&Start::Practice(name.into()))
    }

    fn along(start: &Start) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let guide = JourneyGuide::begin(start, Store::at(folder.path())).expect("a practice machine or a recording");
        Self { guide, pages: Vec::new(), _folder: folder }
    }

    /// The page, once nothing is under way any more.
    fn page(&mut self) -> Screen {
        loop {
            let screen = self.guide.screen();
            if self.pages.last() != Some(&screen.page) {
                self.pages.push(screen.page);
            }
            if !screen.waits() {
                return screen;
            }
            assert!(self.guide.wait_for_news(), "nothing will come on page {}", screen.page);
        }
    }

    fn press(&mut self, button: Button) {
        let screen = self.page();
        let offered = screen.pressable().any(|action| action.button == button);
        assert!(offered, "page {} does not offer {button:?}", screen.page);
        self.guide.press(button);
    }

    /// The page as text, once all that comes by itself has come.
    fn text(&mut self) -> String {
        while self.guide.has_pending_events() && self.guide.wait_for_news() {}
        cleanbreak::journey::plain(&self.page(), &cleanbreak::i18n::Texts::english())
    }

    /// Presses the main button until a page shows that needs something else, or the end.
    fn on_until(&mut self, stop: &str) -> Screen {
        for _ in 0..40 {
            let screen = self.page();
            if screen.page == stop {
                return screen;
            }
            match screen.page {
                asks if asks.starts_with('3') => self.answer(&screen),
                "130" => self.press(Button::Caretaker(Caretaker::Me)),
                _ => {
                    let main = screen.main.unwrap_or_else(|| panic!("page {} has no main button", screen.page));
                    self.press(main.button);
                }
            }
        }
        panic!("{stop} was not reached: {:?}", self.pages);
    }

    /// Says that it is done, or begins with a yes, then goes on.
    fn answer(&mut self, screen: &Screen) {
        if screen.main.as_ref().is_some_and(|main| main.disabled.is_some()) {
            let rank = |button: &Button| match button {
                Button::Prepare(PrepareButton::Answer(_, Answer::Done)) => 0,
                Button::Prepare(PrepareButton::Passwords(_)) => 1,
                Button::Prepare(PrepareButton::Answer(_, Answer::Yes)) => 2,
                Button::Prepare(PrepareButton::ShowExport) => 4,
                Button::Prepare(_) => 3,
                _ => 4,
            };
            let offered = screen.pressable().map(|action| action.button.clone());
            let best = offered.min_by_key(rank).filter(|button| rank(button) < 4);
            self.press(best.unwrap_or_else(|| panic!("page {} has no answer", screen.page)));
        }
        self.press(Button::Continue);
    }

    /// Goes on to the page on which the file with the passwords is deleted.
    fn on_to_the_file(&mut self) {
        self.on_until("318");
    }
}

#[test]
fn a_home_suite_with_vpn_and_passwords() {
    let mut walk = Walk::on("home-suite");
    walk.on_until("800");
    let pages = ["100", "120", "200", "300", "310", "315", "318", "320", "350", "360", "380", "390", "400", "410"];
    for page in pages.into_iter().chain(["510", "610", "700"]) {
        assert!(walk.pages.contains(&page), "{page} is missing: {:?}", walk.pages);
    }
    let removed = walk.pages.iter().filter(|page| **page == "410").count();
    assert_eq!(removed, 3, "one page for each product: {:?}", walk.pages);
}

#[test]
fn in_spanish_the_words_of_an_english_uninstaller_stand_there_and_what_is_kept_is_in_spanish() {
    let spanish = cleanbreak::i18n::Texts::language("es");
    let mut walk = Walk::on("home-suite");
    let before = cleanbreak::journey::plain(&walk.on_until("410"), &spanish);
    assert!(before.contains("English: Next, Remove, Restart later, No"), "{before}");
    let end = cleanbreak::journey::plain(&walk.on_until("800"), &spanish);
    assert!(end.contains("La bóveda de Kaspersky Password Manager"), "{end}");
    assert!(!end.contains("Password Manager vault"), "{end}");
}

#[test]
fn the_exact_steps_are_numbered_in_the_order_in_which_they_are_done() {
    let text = include_str!("recordings/drivers-stay.json");
    let snapshot = cleanbreak::probe::replay::parse_recording(text).unwrap();
    let mut walk = Walk::along(&Start::Recording(Box::new(snapshot)));
    walk.on_until("631");
    assert!(!walk.text().contains("klmouflt"), "plain words first: {}", walk.text());
    walk.press(Button::Clean(CleanButton::ShowSteps));
    let shown = walk.text();
    // A filter's entry goes before the service that it names.
    assert!(shown.contains("1. Take klmouflt.K4W-21-25 out of the driver list of the mouse."), "{shown}");
    assert!(shown.contains("2. Remove the entry that starts klhk.K4W-21-25."), "{shown}");
}

#[test]
fn the_file_with_the_passwords_is_shown_and_then_gone() {
    let mut walk = Walk::on("home-suite");
    walk.on_to_the_file();
    walk.press(Button::Prepare(PrepareButton::ShowExport));
    assert!(walk.text().contains(r"We see it: C:\Users\user\Documents\passwords.txt, 3 KB"), "{}", walk.text());
    walk.press(Button::Prepare(PrepareButton::Passwords(PasswordsAt::Deleted)));
    assert!(walk.text().contains("It is not there any more"), "{}", walk.text());
}

#[test]
fn a_recording_claims_nothing_about_a_file_that_is_not_in_it() {
    let text = include_str!("recordings/suite-21-25.json");
    let snapshot = cleanbreak::probe::replay::parse_recording(text).unwrap();
    let mut walk = Walk::along(&Start::Recording(Box::new(snapshot)));
    walk.on_to_the_file();
    walk.press(Button::Prepare(PrepareButton::ShowExport));
    assert!(walk.text().contains("We could not look at"), "{}", walk.text());
}

#[test]
fn what_the_suite_did_is_said_and_not_chosen_beforehand() {
    let mut walk = Walk::on("home-suite");
    walk.on_until("700");
    walk.press(Button::Choose(ChooseButton::Open));
    assert!(walk.text().contains("With Kaspersky you used: VPN, password manager."), "{}", walk.text());
    assert!(!walk.page().pressable().any(|one| one.chosen), "{}", walk.text());
    walk.press(Button::Continue);
    assert!(walk.text().contains("1. Microsoft Defender Antivirus [Built in]"), "{}", walk.text());
    walk.press(Button::Back);
    for function in [Function::Vpn, Function::Passwords] {
        walk.press(Button::Choose(ChooseButton::Answer(Choice::Function(function))));
    }
    walk.press(Button::Continue);
    let list = walk.text();
    assert!(list.contains("1. F-Secure Total") && list.contains("Without: VPN, password manager"), "{list}");
    walk.on_until("800");
}

#[test]
fn an_uninstaller_that_fails_once() {
    let mut walk = Walk::on("failed-1603");
    let outcome = walk.on_until("440");
    assert!(outcome.details.iter().any(|line| line.contains("1603")));
    walk.on_until("620");
    walk.on_until("800");
}

#[test]
fn a_small_office_stops_while_a_disk_is_encrypted() {
    let mut walk = Walk::on("small-office");
    let prepare = walk.on_until("301");
    let none = Button::Prepare(PrepareButton::Answer(TrapId::DiskEncryption, Answer::None));
    assert!(!prepare.pressable().any(|action| action.button == none), "a driver says that a disk is encrypted");
    walk.press(Button::Prepare(PrepareButton::Answer(TrapId::DiskEncryption, Answer::SomeoneElse)));
    walk.press(Button::Continue);
    assert_eq!(walk.page().page, "302");
    assert_eq!(walk.page().main.unwrap().button, Button::Quit);
}

#[test]
fn a_pc_that_was_moved_to_ultraav() {
    let mut walk = Walk::on("ultraav");
    let found = walk.on_until("120");
    let text = cleanbreak::journey::plain(&found, &cleanbreak::i18n::Texts::english());
    assert!(text.contains("UltraAV") && text.contains("not from Kaspersky"), "{text}");
    walk.on_until("610");
    assert!(!walk.pages.contains(&"410"), "there is no product to remove: {:?}", walk.pages);
    walk.on_until("800");
}

#[test]
fn a_mouse_filter_without_its_driver_is_fixed_first() {
    let mut walk = Walk::on("mouse-filter");
    walk.on_until("500");
    walk.press(Button::Restart(RestartButton::FixFilters));
    let next = walk.page();
    assert_ne!(next.page, "500", "it is fixed");
    walk.on_until("800");
}

#[test]
fn a_mac_and_a_linux_desktop_and_a_clean_pc() {
    for (name, page) in [("mac", "410"), ("mac", "510"), ("linux", "410"), ("clean", "700")] {
        let mut walk = Walk::on(name);
        walk.on_until("800");
        assert!(walk.pages.contains(&page), "{name}: {:?}", walk.pages);
    }
}

#[test]
fn the_pages_beside_the_way_lead_back() {
    let mut walk = Walk::on("small-office");
    walk.on_until("140");
    walk.on_until("200");
    walk.press(Button::Aside(Aside::WhyMore));
    assert_eq!(walk.page().page, "210");
    walk.press(Button::Aside(Aside::WhyElsewhere));
    assert_eq!(walk.page().page, "211");
    walk.press(Button::Back);
    assert_eq!(walk.page().page, "210");
    walk.press(Button::Back);
    assert_eq!(walk.page().page, "200");

    let mut walk = Walk::on("home-suite");
    let done = walk.on_until("800");
    let network = done.pressable().any(|action| action.button == Button::Aside(Aside::Network));
    assert!(!network, "nobody watches the network at home");
    walk.press(Button::Aside(Aside::Phones));
    assert_eq!(walk.page().page, "810");
    walk.press(Button::Back);
    walk.press(Button::Save(SaveButton::Reminder));
    while walk.guide.has_pending_events() {
        walk.guide.wait_for_news();
    }
    let text = cleanbreak::journey::plain(&walk.page(), &cleanbreak::i18n::Texts::english());
    assert!(text.contains("The reminder could not be saved: this is a practice computer"), "{text}");
}

#[test]
fn a_practice_computer_saves_no_report_on_this_one() {
    let mut walk = Walk::on("clean");
    walk.on_until("800");
    walk.press(Button::Save(SaveButton::Report));
    while walk.guide.has_pending_events() {
        walk.guide.wait_for_news();
    }
    let text = cleanbreak::journey::plain(&walk.page(), &cleanbreak::i18n::Texts::english());
    assert!(text.contains("The report could not be saved\n  this is a practice computer"), "{text}");
}

#[test]
fn an_office_gets_the_list_to_watch_for() {
    let mut walk = Walk::on("ultraav");
    walk.on_until("800");
    assert!(walk.guide.take_clipboard().is_none());
    let mut session = cleanbreak::journey::Session::new(cleanbreak::journey::Page::Network, None);
    let catalog = cleanbreak::catalog::Catalog::embedded();
    let press = cleanbreak::journey::Msg::Press(Button::Save(SaveButton::CopyNetworkList));
    let effects = cleanbreak::journey::update(&mut session, catalog, press);
    let [cleanbreak::journey::Effect::Program(cleanbreak::journey::ProgramEffect::Copy(text))] = effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert!(text.contains("185.54.220.0/22") && text.contains("crl.kaspersky.com"), "{text}");
}

#[test]
fn an_unknown_practice_machine_names_the_ones_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let problem = JourneyGuide::begin(&Start::Practice("nonsense".into()), Store::at(folder.path())).err().unwrap();
    let words = problem.words(&cleanbreak::i18n::Texts::english());
    for name in cleanbreak::act::practice::NAMES {
        assert!(words.contains(name), "{words}");
    }
    assert_eq!(problem.exit_code(), 64);
}

#[test]
fn what_is_left_is_cleaned_in_practice_and_comes_back() {
    let mut walk = Walk::on("home-suite");
    let left = walk.on_until("610");
    let before = left.details.iter().filter(|line| line.starts_with("left:")).cloned().collect::<Vec<_>>();
    walk.on_until("631");
    let preview = walk.page();
    assert!(preview.details.len() > 2, "every step is shown first");
    walk.press(Button::Clean(CleanButton::Now));
    let result = walk.page();
    assert_eq!(result.page, "633");
    let now = result.details.iter().filter(|line| line.starts_with("left:")).count();
    assert!(now < before.len(), "{:?}", result.details);
    walk.press(Button::Clean(CleanButton::PastCleanups));
    let whole = |button: &Button| matches!(button, Button::Clean(CleanButton::UndoRun(_)));
    let undo = walk.page().pressable().map(|action| action.button.clone()).find(whole).unwrap();
    walk.press(undo);
    walk.press(Button::Clean(CleanButton::ConfirmUndo));
    let back = walk.page();
    let again = back.details.iter().filter(|line| line.starts_with("left:")).cloned().collect::<Vec<_>>();
    assert_eq!((back.page, again), ("633", before), "everything is as it was");
}

/// What a clean-up would find full, and leave, is not offered: it would be offered for ever.
#[test]
fn nothing_is_offered_that_would_stay_as_it_is() {
    for text in [
        include_str!("recordings/artefact-keys.json"),
        include_str!("recordings/vault-beside-remains.json"),
        include_str!("recordings/ultraav-with-remains.json"),
        include_str!("recordings/zonealarm-beside-remains.json"),
        include_str!("recordings/linux-leftovers.json"),
        include_str!("recordings/mac-leftovers.json"),
    ] {
        let snapshot = cleanbreak::probe::replay::parse_recording(text).unwrap();
        let mut walk = Walk::along(&Start::Recording(Box::new(snapshot)));
        walk.on_until("610");
        if walk.page().main.is_none_or(|main| main.button != Button::Clean(CleanButton::Open)) {
            continue;
        }
        walk.on_until("631");
        walk.press(Button::Clean(CleanButton::Now));
        let result = walk.page();
        assert_eq!(result.page, "633");
        assert!(!result.details.iter().any(|line| line.contains(" not_empty ")), "{:?}", result.details);
    }
}

#[test]
fn where_only_the_person_s_own_data_is_left_the_journey_ends_clean() {
    let mut walk = Walk::on("home-suite");
    walk.on_to_the_file();
    walk.press(Button::Prepare(PrepareButton::Passwords(PasswordsAt::Deleted)));
    walk.on_until("631");
    walk.press(Button::Clean(CleanButton::Now));
    let result = walk.page();
    let left: Vec<&String> = result.details.iter().filter(|line| line.starts_with("left:")).collect();
    assert!(left.is_empty(), "folders that hold kept data only are kept with it: {left:?}");
    let done = walk.on_until("800");
    assert_eq!(done.mark, Some(Mark::Good), "{:?}", done.title);
    let kept: Vec<&String> = done.details.iter().filter(|line| line.starts_with("kept:")).collect();
    assert!(
        kept.iter().any(|line| line.ends_with("QB")) && kept.iter().any(|line| line.ends_with("kpm_vault.edb")),
        "{kept:?}"
    );
}
