//! With an administrator's rights: nothing is opened, and with lent ones no uninstaller is started.

use super::*;
use crate::i18n::Texts;
use crate::machine::{Scope, Standing};

fn page_text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

/// On the page with the question whether to start, with every answer given.
fn before_the_uninstaller(standing: Standing) -> Session {
    let mut session = at(Page::Confirm, "suite-21-25");
    session.standing = standing;
    session.removal.queue = vec![session.assessment().unwrap().products[0].uninstall_key().to_string()];
    session.caretaker = Some(Caretaker::Me);
    let traps = applying_traps(session.seen.as_ref().unwrap());
    session.prepare.answers.extend(traps.into_iter().map(|trap| (trap, Answer::Done)));
    session.prepare.passwords = Some(PasswordsAt::Deleted);
    session
}

#[test]
fn with_lent_rights_no_uninstaller_is_started_and_the_page_says_why() {
    let mut session = before_the_uninstaller(Standing::Lent);
    assert_eq!(press(&mut session, Button::Remove(RemoveButton::StartUninstaller)), []);
    assert!(page_text(&session).contains("without those rights"), "{}", page_text(&session));
    assert!(screen(&session, Catalog::embedded()).pressable().next().is_some(), "it is no dead end");
    for standing in [Standing::Usual, Standing::Always] {
        let mut session = before_the_uninstaller(standing);
        let effects = press(&mut session, Button::Remove(RemoveButton::StartUninstaller));
        assert!(
            effects.iter().any(|one| matches!(one, Effect::Computer(ComputerEffect::Uninstall { .. }))),
            "{standing:?}: {effects:?}"
        );
        assert!(!page_text(&session).contains("Opened with an administrator"), "{standing:?}");
    }
}

#[test]
fn with_any_rights_nothing_is_opened_and_the_address_is_copied_and_shown() {
    for (page, machine) in [(Page::Why, "suite-21-25"), (Page::Outcome, "suite-21-25"), (Page::Companions, "never-had")]
    {
        for standing in [Standing::Lent, Standing::Always, Standing::Usual] {
            let mut pressed = 0;
            let offered: Vec<Button> = {
                let session = at(page, machine);
                screen(&session, Catalog::embedded()).pressable().map(|action| action.button.clone()).collect()
            };
            for button in offered {
                let mut session = at(page, machine);
                session.removal.queue = vec!["nothing".into()];
                session.standing = standing;
                let effects = press(&mut session, button.clone());
                let opens = |one: &Effect| {
                    matches!(
                        one,
                        Effect::Computer(ComputerEffect::Open(_))
                            | Effect::Computer(ComputerEffect::OpenInstalledApps)
                            | Effect::Computer(ComputerEffect::OpenWindowsSecurity)
                    )
                };
                assert!(standing == Standing::Usual || !effects.iter().any(opens), "{page:?} {button:?}");
                if let Some(address) = session.notices.address.clone() {
                    pressed += 1;
                    assert!(
                        effects.contains(&Effect::Program(ProgramEffect::Copy(address.clone()))),
                        "{button:?}: {effects:?}"
                    );
                    assert!(page_text(&session).contains(&address), "{}", page_text(&session));
                }
            }
            assert!((pressed > 0) == (standing != Standing::Usual), "{page:?} {standing:?}: {pressed}");
        }
    }
    let mut session = at(Page::Left, "drivers-stay");
    session.standing = Standing::Always;
    session.saved.report = Some("/home/user/report.html".into());
    assert_eq!(
        press(&mut session, Button::Save(SaveButton::OpenReport)),
        [Effect::Program(ProgramEffect::Copy("/home/user/report.html".into()))]
    );
}

#[test]
fn with_lent_rights_what_belongs_to_an_account_is_no_part_of_the_plan() {
    let mut session = at(Page::Left, "artefact-keys");
    let own = |session: &Session| cleaning::offered_plan(session, Catalog::embedded()).ids_of(Scope::User).len();
    let before = own(&session);
    session.standing = Standing::Lent;
    assert!(before > 0 && own(&session) == 0, "{before}");
    let theirs = cleaning::offered_plan(&session, Catalog::embedded()).refused.into_iter();
    assert_eq!(theirs.filter(|one| one.why == crate::cleanup::CleanUpRefusal::AnotherAccount).count(), before);
    press(&mut session, Button::Clean(CleanButton::Open));
    assert_eq!(cleaning::chosen_plan(&session, Catalog::embedded()).ids_of(Scope::User), Vec::<String>::new());
}
