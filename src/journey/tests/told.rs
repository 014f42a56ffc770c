//! What *Why* and *Prepare* tell, and what they do not claim.

use super::*;
use crate::catalog::embedded_guidance;
use crate::i18n::Texts;
use crate::machine::{Presence, ProtectionState, SecurityProduct, SecurityRole};

#[test]
fn exported_passwords_are_not_saved_passwords() {
    let mut session = at(Page::Question(Question::Import), "suite-21-25");
    let seen = session.seen.clone().unwrap();
    assert!(applying_traps(&seen).contains(&TrapId::Passwords));
    session.prepare.answers.extend(applying_traps(&seen).into_iter().map(|trap| (trap, Answer::Done)));
    session.prepare.passwords = Some(PasswordsAt::Exported);
    assert_eq!(traps::open_count(&session), 1);
    for (state, open) in [(PasswordsAt::NotFound, 1), (PasswordsAt::Found, 0)] {
        press(&mut session, Button::Prepare(PrepareButton::Passwords(state)));
        assert_eq!(traps::open_count(&session), open, "{state:?}");
    }
    session.page = Page::Question(Question::Passwords);
    press(&mut session, Button::Prepare(PrepareButton::Answer(TrapId::Passwords, Answer::SomeoneElse)));
    press(&mut session, Button::Prepare(PrepareButton::Answer(TrapId::Passwords, Answer::Yes)));
    assert_eq!(traps::open_count(&session), 1, "another answer begins anew");
    assert_eq!(session.prepare.passwords, None);
}

/// Windows keeps its drivers over Shut down; a Mac does not.
#[test]
fn only_on_windows_the_page_that_waits_for_a_restart_speaks_of_shutting_down() {
    for (name, told) in [("never-had", true), ("mac-leftovers", false)] {
        let text = plain(&screen(&at(Page::RestartDue, name), Catalog::embedded()), &Texts::english());
        assert_eq!(text.contains("Shut down"), told, "{name}: {text}");
    }
}

#[test]
fn what_no_source_says_about_a_password_manager_is_not_claimed() {
    let mut session = at(Page::Question(Question::Import), "suite-21-25");
    let mut text = |manager: &str| {
        session.prepare.manager = Some(manager.to_string());
        plain(&screen(&session, Catalog::embedded()), &Texts::english())
    };
    for manager in &embedded_guidance().managers {
        let text = text(&manager.id);
        let claims = text.contains(&format!("{} reads Kaspersky's text file. Choose", manager.name));
        assert_eq!(claims, manager.reads_export == Some(true), "{}", manager.name);
        assert_eq!(text.contains("We found no source"), manager.reads_export.is_none(), "{}", manager.name);
    }
    assert!(text("browser").contains("We found no source"));
    assert!(text("").contains("Find out whether"));
}

#[test]
fn every_question_has_its_statement_with_a_source() {
    for question in Question::ALL {
        let statement = embedded_guidance().statement(question.id());
        assert!(statement.is_some_and(|one| one.title.is_some() && !one.sources.is_empty()), "{question:?}");
    }
    let names: Vec<&str> = Question::ALL.iter().map(|one| one.id()).chain(["subscription"]).collect();
    let on = embedded_guidance().on(crate::catalog::Spot::Prepare);
    let unread: Vec<&str> = on.map(|one| one.id.as_str()).filter(|id| !names.contains(id)).collect();
    assert_eq!(unread, Vec::<&str>::new(), "a page that is never shown");
}

/// The facts are of November 30, 2026: their 90th day is February 28, 2027. A clock before them tells nothing.
#[test]
fn facts_that_are_older_than_ninety_days_say_so_and_name_what_can_have_changed() {
    let facts = embedded_guidance().date;
    assert_eq!(facts, jiff::civil::date(2026, 11, 30), "move the days of this test");
    let days = [
        ("2019-01-01T10:00", false),
        ("2026-11-29T10:00", false),
        ("2026-11-30T10:00", false),
        ("2027-02-28T23:59", false),
        ("2027-03-01T00:00", true),
        ("2029-01-01T10:00", true),
    ];
    for (page, name) in [(Page::Why, "suite-21-25"), (Page::Left, "artefact-keys"), (Page::Gone, "never-had")] {
        let mut session = at(page, name);
        for (now, old) in days {
            update(&mut session, Catalog::embedded(), Msg::Event(Event::Clock(now.parse().unwrap())));
            assert_eq!(session.page, page);
            let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
            assert_eq!(text.contains("more than three months ago"), old, "{page:?} {now}: {text}");
            for changed in ["dates of support", "offers", "addresses"] {
                assert_eq!(text.contains(changed), old, "{page:?} {now} {changed}: {text}");
            }
            let spanish = plain(&screen(&session, Catalog::embedded()), &Texts::language("es"));
            assert_eq!(spanish.contains("hace más de tres meses"), old, "{page:?} {now}: {spanish}");
        }
        session.now = None;
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
        assert!(!text.contains("three months"), "no clock: {text}");
    }
}

#[test]
fn the_computer_says_what_it_knows_about_updates_and_no_more() {
    for (said, words) in [
        (None, "does not tell when Kaspersky was last updated"),
        (Some(false), "Windows says that Kaspersky's virus data is out of date."),
        (Some(true), "so do not count on more."),
    ] {
        let mut session = at(Page::Why, "suite-21-25");
        session.last_look_mut().snapshot.security_center.items = vec![SecurityProduct {
            name: "Kaspersky".into(),
            role: SecurityRole::Antivirus,
            state: ProtectionState::On,
            up_to_date: said,
            program: None,
            there: Presence::default(),
        }];
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn the_agent_of_an_office_tells_the_day_of_the_virus_data() {
    let mut session = at(Page::Why, "endpoint-pair");
    let text = |session: &Session| plain(&screen(session, Catalog::embedded()), &Texts::english());
    assert!(text(&session).contains("does not tell when Kaspersky was last updated"), "{}", text(&session));
    let key = r#"{"place": "{HKLM32}/SOFTWARE/KasperskyLab/Components/34/1103/1.0.0.0/Statistics/AVState",
        "path": "x", "values": {"Protection_BasesDate": "12-10-2024 08-15-00"}}"#;
    session.last_look_mut().snapshot.registry.items.push(serde_json::from_str(key).unwrap());
    assert!(text(&session).contains("the virus data is from October 12, 2024"), "{}", text(&session));
}

#[test]
fn the_distance_is_counted_only_with_a_clock_that_can_be_right() {
    let mut session = at(Page::WhyMore, "suite-21-25");
    for (now, words) in [("2026-11-30T10:00", "792 days"), ("2019-01-01T00:00", "clock says January 1, 2019")] {
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Clock(now.parse().unwrap())));
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn the_end_reminds_of_the_exported_file_until_it_is_deleted() {
    let mut session = at(Page::Done, "suite-21-25");
    let text = |session: &Session| plain(&screen(session, Catalog::embedded()), &Texts::english());
    assert!(!text(&session).contains("exported passwords"), "there were none");
    session.prepare.answers.insert(TrapId::Passwords, Answer::Done);
    session.prepare.passwords = Some(PasswordsAt::Found);
    assert!(text(&session).contains("Delete the file with your exported passwords"));
    session.prepare.passwords = Some(PasswordsAt::Deleted);
    assert!(!text(&session).contains("Delete the file with your exported passwords"));
    assert!(text(&session).contains("Change the passwords"));
}

#[test]
fn the_end_fits_the_kind_of_computer() {
    // On the office's computer of the recording no antivirus is on, so none can scan; and Kaspersky has to go.
    for (machine, office, scanner) in [
        ("suite-21-25", false, false),
        ("defender-on", false, true),
        ("endpoint-security", true, false),
        ("linux-installed", true, false),
    ] {
        let session = at(Page::Done, machine);
        let shown = screen(&session, Catalog::embedded());
        let network = shown.pressable().any(|action| action.button == Button::Aside(Aside::Network));
        assert_eq!(network, office, "{machine}");
        let text = plain(&shown, &Texts::english());
        assert_eq!(text.contains("Run a full scan"), scanner, "{machine}");
        assert!(text.contains("These are precautions."), "{machine}");
    }
}

#[test]
fn who_lost_the_server_begins_with_the_agent() {
    let mut session = at(Page::Office, "endpoint-security");
    for (who, words) in [(Caretaker::Me, "The safe order"), (Caretaker::Nobody, "The order when the server is gone")] {
        session.caretaker = Some(who);
        assert!(plain(&screen(&session, Catalog::embedded()), &Texts::english()).contains(words), "{who:?}");
    }
}

#[test]
fn kaspersky_is_exited_before_its_uninstaller_and_after_one_that_failed() {
    for (page, machine, words) in [
        (Page::Confirm, "suite-21-25", "right-click the Kaspersky icon and choose Exit"),
        (Page::Outcome, "suite-21-25", "right-click the Kaspersky icon and choose Exit"),
        (Page::Confirm, "mac-installed", "click the Kaspersky icon in the menu bar and choose Quit"),
    ] {
        let mut session = at(page, machine);
        session.removal.queue = removing::removal_queue(&session);
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
        assert!(text.contains(words), "{machine}: {text}");
        assert_eq!(text.contains("menu bar"), machine == "mac-installed", "{text}");
    }
    let mut session = at(Page::Confirm, "linux-installed");
    session.removal.queue = removing::removal_queue(&session);
    let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
    assert!(!text.contains("choose Exit") && !text.contains("choose Quit"), "{text}");
}

/// A stale entry whose absence cannot be proven starts an uninstaller that does not know the product.
#[test]
fn an_entry_that_windows_installer_does_not_know_is_not_removed_again_and_again() {
    for code in [1605, 1614] {
        let mut stale = MACHINES["stale-entry"].clone();
        stale.files.gap(crate::machine::GapReason::NeedsAdmin, "{ProgramFilesX86}", "");
        let mut session = at(Page::LookingAfter, "never-had");
        let see = |session: &mut Session| {
            let looked = Msg::Event(Event::Looked(Box::new(stale.clone())));
            update(session, Catalog::embedded(), looked);
        };
        see(&mut session);
        let key = session.assessment().unwrap().products[0].uninstall_key().to_string();
        session.removal.queue = vec![key];
        session.removal.started = true;
        session.page = Page::Uninstalling;
        update(&mut session, Catalog::embedded(), Msg::Event(Event::UninstallerEnded(Ended::Code(ExitCode(code)))));
        assert_eq!(session.page, Page::LookingAfter);
        see(&mut session);
        assert_ne!(session.page, Page::Outcome, "{code}");
        assert!(session.assessment().unwrap().products.is_empty(), "{code}");
        let saved = serde_json::to_string(&session).unwrap();
        let again: Session = serde_json::from_str(&saved).unwrap();
        assert_eq!(again.removal.told, session.removal.told, "a restart does not forget it");
    }
}

/// "klids.K4W-21-25" tells nobody what it is. The names are among the details for helpers.
#[test]
fn a_finding_is_called_what_it_is_and_its_name_is_among_the_details() {
    for name in MACHINES.keys() {
        for page in [Page::Left, Page::Clean] {
            let session = at(page, name);
            let shown = screen(&session, Catalog::embedded());
            let titles: Vec<String> = shown
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Card(card) => card.title.as_ref().map(|title| Texts::english().say(title)),
                    _ => None,
                })
                .collect();
            for found in &session.assessment().unwrap().leftovers {
                assert!(!titles.contains(&found.name), "{name}: {} is a title: {titles:?}", found.name);
                assert!(shown.details.iter().any(|line| line.contains(&found.name)), "{name}: {}", found.name);
            }
        }
    }
}

/// Ten drivers of which the same is said are one card that counts them, and none is lost.
#[test]
fn findings_of_which_the_same_is_said_are_counted_on_one_card() {
    let session = at(Page::Left, "drivers-stay");
    let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
    assert!(text.matches("A leftover driver entry").count() <= 3, "{text}");
    assert!(text.contains("A leftover driver entry ("), "{text}");
}

#[test]
fn the_chip_of_a_certificate_names_who_trusts_it() {
    let text = plain(&screen(&at(Page::Left, "certificate-only"), Catalog::embedded()), &Texts::english());
    assert!(text.contains("A certificate by Kaspersky [Windows still trusts it]"), "{text}");
    let text = plain(&screen(&at(Page::Left, "certificate-only"), Catalog::embedded()), &Texts::language("es"));
    assert!(text.contains("Un certificado de Kaspersky [Windows aún confía en él]"), "{text}");
}

#[test]
fn every_page_before_a_restart_says_what_it_does_to_help_from_afar() {
    for name in ["suite-21-25", "mac-leftovers"] {
        for page in [Page::Sheet, Page::Restart, Page::RestartDue] {
            let text = plain(&screen(&at(page, name), Catalog::embedded()), &Texts::english());
            assert!(text.contains("from afar") && text.contains("phone"), "{name} {page:?}: {text}");
            assert!(!text.contains("Safe Mode") || name == "suite-21-25", "{name} {page:?}: {text}");
        }
    }
    let mut session = at(Page::Confirm, "suite-21-25");
    session.removal.queue = removing::removal_queue(&session);
    let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
    assert!(text.contains("from afar") && text.contains("cuts the connection"), "{text}");
}

#[test]
fn nothing_is_called_kept_while_an_uninstaller_may_delete_it() {
    let mut seen = 0;
    for name in MACHINES.keys() {
        for page in [Page::Found, Page::Confirm] {
            let mut session = at(page, name);
            session.removal.queue = removing::removal_queue(&session);
            let assessment = session.assessment().unwrap();
            if assessment.products.is_empty() || assessment.kept.is_empty() {
                continue;
            }
            seen += 1;
            let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
            assert!(!text.contains("Kept for you") && !text.contains("We leave"), "{name} {page:?}: {text}");
            assert!(text.contains("Save first what you need"), "{name} {page:?}: {text}");
        }
    }
    assert!(seen > 4, "{seen}");
}

#[test]
fn the_list_of_what_to_save_says_how_much_there_is_and_promises_no_minutes() {
    for name in ["suite-21-25", "business-unlisted"] {
        let session = at(Page::Prepare, name);
        let count = applying_traps(session.seen.as_ref().unwrap()).len();
        let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
        assert!(text.contains(&format!("about {count} thing")) && !text.contains("minutes"), "{name}: {text}");
    }
}

/// Who cannot read the page looks for the name of a language, and who begins has to know which passwords.
#[test]
fn the_first_page_names_the_other_language_and_each_password() {
    let session = Session::new(Page::Welcome, None);
    let shown = screen(&session, Catalog::embedded());
    for (language, other) in [("en", "Español"), ("es", "English")] {
        let texts = Texts::language(language);
        let first = shown.pressable().next().unwrap();
        assert_eq!((first.button.clone(), texts.say(&first.label)), (Button::OtherLanguage, other.to_string()));
    }
    let text = plain(&shown, &Texts::english());
    for password in ["administrator", "main password of Kaspersky Password Manager", "My Kaspersky account", "settings"]
    {
        assert!(text.contains(password), "{password} in {text}");
    }
    let mut session = session;
    let effects = press(&mut session, Button::OtherLanguage);
    assert_eq!(effects, [Effect::Program(ProgramEffect::OtherLanguage)]);
}

/// From a USB stick, a temporary or network folder, or in Safe Mode, nothing opens by itself.
#[test]
fn that_the_program_opens_by_itself_is_said_only_where_it_does() {
    for page in [Page::Restart, Page::RestartDue] {
        for (comes_back, says) in
            [(Some(true), "opens again by itself"), (Some(false), "USB stick"), (None, "may not open by itself")]
        {
            let mut session = at(page, "suite-21-25");
            session.comes_back = comes_back;
            let text = plain(&screen(&session, Catalog::embedded()), &Texts::english());
            assert!(text.contains(says), "{page:?} {comes_back:?}: {text}");
            let promises = text.contains("This program opens again by itself");
            assert_eq!(promises, comes_back == Some(true), "{page:?}: {text}");
        }
    }
}
