//! The question before the window closes.

use super::*;

/// Asks the window to close, and gives back what it answers.
fn ask_to_close(window: &mut Window) -> Vec<ViewportCommand> {
    let events = |window: &mut Window, events: Vec<ViewportEvent>| {
        window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events = events;
    };
    events(window, vec![ViewportEvent::Close]);
    window.harness.step();
    events(window, Vec::new());
    window.harness.output().viewport_output[&ViewportId::ROOT].commands.clone()
}

#[test]
fn while_an_uninstaller_runs_closing_is_asked_first() {
    let mut guide = FakeGuide::new(vec![pages::looking()]);
    guide.close_allowed = false;
    let mut window = Window::open(guide, USUAL);
    assert!(ask_to_close(&mut window).contains(&ViewportCommand::CancelClose));
    window.harness.run();
    assert!(window.shows("The uninstaller is still running"));
    window.click("Keep this window open");
    assert!(window.shows("Looking at this computer"));
    assert!(ask_to_close(&mut window).contains(&ViewportCommand::CancelClose));
    window.harness.run();
    window.wait(0.6);
    window.harness.get_by_label("Close anyway").click();
    let mut commands = Vec::new();
    for _ in 0..3 {
        window.harness.step();
        commands.extend(window.harness.output().viewport_output[&ViewportId::ROOT].commands.clone());
    }
    assert!(commands.contains(&ViewportCommand::Close));
}

#[test]
fn at_other_times_the_window_just_closes() {
    let mut window = on(pages::why());
    assert_eq!(ask_to_close(&mut window), []);
}

#[test]
fn the_question_goes_away_when_the_uninstaller_has_ended() {
    let mut guide = FakeGuide::new(vec![pages::looking()]);
    guide.close_allowed = false;
    let mut window = Window::open(guide, USUAL);
    ask_to_close(&mut window);
    window.guide.borrow_mut().close_allowed = true;
    window.harness.run();
    assert!(window.shows("Looking at this computer"));
}
