//! What was asked for with rights may take long. It cannot be called back, so its news is taken whenever it comes.

use super::*;
use crate::i18n::MessageId;

fn says_so(session: &Session) -> bool {
    format!("{:?}", screen(session, Catalog::embedded())).contains(&format!("{:?}", MessageId::STILL_WORKING))
}

fn event(session: &mut Session, event: Event) -> Vec<Effect> {
    update(session, Catalog::embedded(), Msg::Event(event))
}

#[test]
fn a_clean_up_that_takes_long_is_not_called_failed() {
    let mut session = at(Page::Cleaning, "suite-21-25");
    assert!(!says_so(&session));
    assert_eq!(event(&mut session, Event::StillWorking), []);
    assert_eq!(session.page, Page::Cleaning, "it waits on");
    assert!(says_so(&session));
    let answer = CleanUpResult { run: "1".into(), ..Default::default() };
    assert!(
        event(&mut session, Event::Cleaned(answer)).contains(&Effect::Computer(ComputerEffect::Look)),
        "its answer is taken when it comes"
    );
    assert!(!says_so(&session));
}

#[test]
fn neither_is_a_fix_of_the_filters_or_its_undo() {
    let refused = CleanUpResult::nothing(crate::cleanup::CleanUpReason::Failed, "refused");
    for (undone, late, page) in [
        (false, CleanUpResult::default(), Page::LookingAfter),
        (false, refused, Page::FixFirst),
        (true, CleanUpResult::default(), Page::LookingAfter),
    ] {
        let mut session = at(Page::LookingAfter, "mouse-filter");
        session.cleaning.undone = undone;
        event(&mut session, Event::StillWorking);
        assert!(says_so(&session));
        event(&mut session, Event::Cleaned(late));
        assert_eq!(session.page, page);
        assert!(!says_so(&session));
    }
}

#[test]
fn said_too_late_it_changes_nothing() {
    for page in [Page::Found, Page::Restart, Page::CleanResult, Page::Left] {
        let mut session = at(page, "mouse-filter");
        assert_eq!(event(&mut session, Event::StillWorking), []);
        assert!(!says_so(&session), "{page:?}");
    }
}
