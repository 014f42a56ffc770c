//! The pages of *Prepare* in a small window: everything to answer is in sight, and nothing moves when it is answered.

use super::guide::TestGuide;
use super::window::{Window, can_be_pressed};
use cleanbreak::catalog::Catalog;
use cleanbreak::engine::Guide;
use cleanbreak::i18n::MessageId;
use cleanbreak::journey::update;
use cleanbreak::journey::{Button, Event, Msg, Page, PrepareButton, Question, Screen, Session, applying_traps};
use cleanbreak::probe::replay;
use cleanbreak::store::Settings;
use eframe::egui::{Pos2, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::HashSet;

const SMALL: Vec2 = vec2(800.0, 600.0);
/// A home with everything, an office, a family, a Mac and a Linux desktop.
const COMPUTERS: [&str; 5] = ["suite-21-25", "endpoint-security", "safe-kids", "mac-installed", "linux-installed"];

/// A guide onto one page of a recorded computer, with the journey's own answers behind it.
fn asking(session: Session, language: &str) -> TestGuide<Session> {
    let mut guide = TestGuide::onto(session);
    guide.practice = Some("A computer".to_string());
    guide.change_settings(Settings { language: language.to_string(), ..guide.settings.clone() });
    guide
}

/// A session that has seen this computer.
fn seen(computer: &str) -> Session {
    let path = format!("{}/tests/recordings/{computer}.json", env!("CARGO_MANIFEST_DIR"));
    let snapshot = replay::parse_recording(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(snapshot))));
    session
}

/// Every question that these computers raise.
fn asked() -> Vec<(&'static str, Session, Question)> {
    let mut all = Vec::new();
    for computer in COMPUTERS {
        let session = seen(computer);
        let topics = applying_traps(session.seen.as_ref().unwrap());
        for question in Question::ALL.iter().copied().filter(|one| topics.contains(&one.trap())) {
            let mut session = session.clone();
            session.page = Page::Question(question);
            all.push((computer, session, question));
        }
    }
    assert!(all.len() > 40, "the computers raise questions");
    all
}

/// What answers a page.
fn answers(screen: &Screen) -> Vec<Button> {
    let all = screen.pressable().map(|action| action.button.clone());
    all.filter(|button| matches!(button, Button::Prepare(one) if *one != PrepareButton::ShowExport)).collect()
}

/// Where the answers stand, from top to bottom.
fn places(window: &Window<TestGuide<Session>>) -> Vec<Rect> {
    let (labels, count) = {
        let guide = window.guide.borrow();
        let screen = guide.screen();
        let wanted = answers(&screen);
        let shown = screen.pressable().filter(|action| wanted.contains(&action.button));
        let labels: Vec<String> = shown.map(|action| guide.texts().say(&action.label)).collect();
        (labels, wanted.len())
    };
    let nodes = window.nodes(can_be_pressed);
    let answer = |label: &String| nodes.iter().find(|node| node.accesskit_node().label().as_ref() == Some(label));
    let places: Vec<Rect> = labels.iter().filter_map(answer).map(|node| node.rect()).collect();
    assert_eq!(places.len(), count, "{labels:?}");
    places
}

/// What of this session's page is not in sight in a window onto it.
fn out_of_sight(window: &mut Window<TestGuide<Session>>, session: &Session, language: &str) -> Option<String> {
    window.open_again(asking(session.clone(), language));
    let back = window.guide.borrow().texts().get(MessageId::BUTTON_BACK);
    let row = window.harness.get_by_label(&back).rect().top();
    let below = places(window).iter().map(|one| one.bottom()).fold(0.0_f32, f32::max);
    (below > row).then(|| format!("{language}: {below} of {row}"))
}

#[test]
fn the_question_and_all_its_answers_are_in_sight_in_a_small_window() {
    let mut hidden = Vec::new();
    let mut window = Window::open(asking(seen("suite-21-25"), "en"), SMALL);
    for (computer, session, question) in asked() {
        let out = ["en", "es"].into_iter().filter_map(|language| out_of_sight(&mut window, &session, language));
        hidden.extend(out.map(|out| format!("{computer} {} {out}", question.number())));
    }
    assert!(hidden.is_empty(), "{}", hidden.join("\n"));
    let mut low = Window::open(asking(seen("suite-21-25"), "en"), vec2(SMALL.x, 300.0));
    let (_, session, _) = asked().swap_remove(0);
    assert!(out_of_sight(&mut low, &session, "en").is_some(), "what scrolls is noticed");
}

#[test]
fn a_second_click_on_an_answer_leaves_what_the_first_one_said() {
    let mut window = Window::open(asking(seen("suite-21-25"), "en"), SMALL);
    let mut wrong = Vec::new();
    // The same page is the same on every computer but for the answers that its findings rule out.
    let mut tried = HashSet::new();
    for (computer, session, question) in asked() {
        let guide = asking(session, "en");
        if !tried.insert(answers(&guide.screen())) {
            continue;
        }
        let all = answers(&guide.screen());
        for (number, button) in all.iter().enumerate() {
            // The box is ticked and freed by two clicks.
            if matches!(button, Button::Prepare(PrepareButton::ConfirmLoss(_))) {
                continue;
            }
            for between in [0.15, 0.7] {
                window.open_again(asking(guide.shown.clone(), "en"));
                window.wait(1.0);
                let before = places(&window);
                let at: Pos2 = before[number].center();
                window.click_at(at);
                let once = window.guide.borrow().shown.prepare.clone();
                window.wait(between);
                window.click_at(at);
                let guide = window.guide.borrow();
                let same = format!("{once:?}") == format!("{:?}", guide.shown.prepare);
                let said = guide.pressed.iter().all(|pressed| pressed == button) && !guide.pressed.is_empty();
                let stays = guide.shown.page == Page::Question(question);
                drop(guide);
                if !same || !said || !stays || places(&window) != before {
                    wrong.push(format!("{computer} {} {button:?} {between}", question.number()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
