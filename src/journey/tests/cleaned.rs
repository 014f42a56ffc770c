//! Nothing is cleaned or put back before it was shown.

use super::*;

#[test]
fn what_is_left_is_cleaned_only_after_every_step_was_shown() {
    let mut session = at(Page::Left, "artefact-keys");
    press(&mut session, Button::Clean(CleanButton::Open));
    assert_eq!(session.page, Page::Clean);
    assert!(!session.cleaning.chosen.is_empty(), "what is safe is chosen");
    assert!(press(&mut session, Button::Clean(CleanButton::Now)).is_empty(), "not from here");
    press(&mut session, Button::Clean(CleanButton::Preview));
    let shown = previewed(&session);
    press(&mut session, Button::Clean(CleanButton::ShowSteps));
    let text = plain(&screen(&session, Catalog::embedded()), &crate::i18n::Texts::english());
    assert!(text.contains("KasperskyLab"), "{text}");
    let effects = press(&mut session, Button::Clean(CleanButton::Now));
    let [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Clean(Selection { ids, .. }))] =
        effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert_eq!(*ids, shown);
    let answer = CleanUpResult { run: RUN.into(), done: shown, ..Default::default() };
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    assert_eq!(session.page, Page::Looking, "the machine is believed, and not the answer");
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES["never-had"].clone()))));
    assert_eq!(session.page, Page::CleanResult);
}

#[test]
fn nothing_chosen_is_nothing_done() {
    let mut session = at(Page::Left, "artefact-keys");
    press(&mut session, Button::Clean(CleanButton::Open));
    let ticks = |button: &Button| matches!(button, Button::Clean(CleanButton::Tick(_) | CleanButton::TickAll(_)));
    let page = screen(&session, Catalog::embedded());
    for action in page.pressable().filter(|action| ticks(&action.button)) {
        press(&mut session, action.button.clone());
    }
    assert!(session.cleaning.chosen.is_empty());
    assert!(screen(&session, Catalog::embedded()).main.unwrap().disabled.is_some());
    press(&mut session, Button::Clean(CleanButton::Preview));
    assert_eq!(session.page, Page::Clean);
}

#[test]
fn a_filter_comes_back_only_after_its_effect_was_named() {
    let mut session = at(Page::Left, "mouse-filter");
    let mut run = past_run();
    run.removed[0].stops = Some("mouse".into());
    update(&mut session, Catalog::embedded(), Msg::Event(Event::PastCleanups(vec![run])));
    press(&mut session, Button::Clean(CleanButton::PastCleanups));
    assert!(
        press(&mut session, Button::Clean(CleanButton::UndoRun(RUN.into())))
            .iter()
            .all(|effect| *effect == Effect::Program(ProgramEffect::Save))
    );
    let text = plain(&screen(&session, Catalog::embedded()), &crate::i18n::Texts::english());
    assert!(text.contains("the mouse or touchpad will not work"), "{text}");
    let effects = press(&mut session, Button::Clean(CleanButton::ConfirmUndo));
    let whole = UndoOrder::Run { run: RUN.into(), ids: Vec::new() };
    assert_eq!(effects, [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::PutBack(whole))]);
}
