//! *Prepare*: what the computer shows counts, and nothing is asked that it cannot have.

use super::asked::{answer, ask, offers, read, say};
use super::flow::questions;
use super::*;
use crate::i18n::Texts;
use crate::machine::Os;

#[test]
fn none_is_not_offered_against_what_the_computer_shows() {
    for (name, _) in MACHINES.iter() {
        for &question in Question::ALL {
            let session = ask(question, name);
            let Some(seen) = &session.seen else { continue };
            if traps::shows_some(seen, question.trap()) {
                assert!(!offers(&session, say(question.trap(), Answer::None)), "{name} {question:?}");
            }
        }
    }
    let session = ask(Question::Passwords, "suite-21-25");
    assert!(offers(&session, say(TrapId::Passwords, Answer::NotNeeded)));
    assert!(read(&session).contains("We see a password store"), "{}", read(&session));
}

#[test]
fn what_is_not_needed_has_a_box_that_must_be_ticked() {
    let mut session = ask(Question::Passwords, "suite-21-25");
    answer(&mut session, TrapId::Passwords, Answer::NotNeeded);
    assert_eq!(session.page, Page::Question(Question::PasswordsLost));
    let main = |session: &Session| screen(session, Catalog::embedded()).main.unwrap();
    assert!(main(&session).disabled.is_some(), "the button says that the box is not ticked");
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Question(Question::PasswordsLost), "the box is not ticked");
    assert!(traps::is_open(&session, TrapId::Passwords));
    press(&mut session, Button::Prepare(PrepareButton::ConfirmLoss(TrapId::Passwords)));
    assert!(!traps::is_open(&session, TrapId::Passwords) && main(&session).disabled.is_none());
    press(&mut session, Button::Continue);
    assert_ne!(session.page, Page::Question(Question::PasswordsLost));
}

#[test]
fn an_old_none_against_what_the_computer_shows_is_asked_again() {
    for (trap, name) in [
        (TrapId::Passwords, "suite-21-25"),
        (TrapId::VpnKillSwitch, "suite-21-25"),
        (TrapId::OtherAccounts, "suite-21-25"),
    ] {
        let mut session = at(Page::Prepare, name);
        session
            .prepare
            .answers
            .extend(applying_traps(session.seen.as_ref().unwrap()).into_iter().map(|one| (one, Answer::Done)));
        session.prepare.passwords = Some(PasswordsAt::Found);
        assert_eq!(traps::open_count(&session), 0);
        session.prepare.answers.insert(trap, Answer::None);
        assert!(traps::is_open(&session, trap), "{trap:?}");
        press(&mut session, Button::Continue);
        assert_eq!(session.page, Page::Question(questions::first_page(&session, trap)), "{trap:?}");
        // And before an uninstaller is offered.
        session.page = Page::Confirm;
        session.removal.queue = removing::removal_queue(&session);
        let mut back: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        resume(&mut back);
        update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[name].clone()))));
        assert_eq!(back.page, Page::Prepare, "{trap:?}");
    }
}

/// A computer whose disk the driver may have encrypted.
fn encrypted() -> &'static str {
    let shows = |name: &&String| traps::may_encrypt(at(Page::Prepare, name).assessment().unwrap());
    let mut names = MACHINES.keys().filter(|name| MACHINES[*name].host.os == Os::Windows);
    names.find(shows).expect("a recording with the driver")
}

#[test]
fn an_encrypted_disk_is_passed_only_by_a_sentence_of_its_own() {
    let mut session = ask(Question::Disk, encrypted());
    answer(&mut session, TrapId::DiskEncryption, Answer::Done);
    assert_eq!(session.page, Page::Question(Question::DiskChecked));
    assert!(traps::is_open(&session, TrapId::DiskEncryption));
    assert!(read(&session).contains("every disk says that it is not encrypted"), "{}", read(&session));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Question(Question::DiskChecked));
    press(&mut session, Button::Prepare(PrepareButton::ConfirmLoss(TrapId::DiskEncryption)));
    assert!(!traps::is_open(&session, TrapId::DiskEncryption));
    session.page = Page::Answers;
    assert!(read(&session).contains("I checked: every disk says"), "{}", read(&session));
    for other in [Answer::Yes, Answer::SomeoneElse, Answer::Done] {
        session.page = Page::Question(Question::Disk);
        press(&mut session, say(TrapId::DiskEncryption, other));
    }
    assert!(traps::is_open(&session, TrapId::DiskEncryption), "another answer frees the box");
}

#[test]
fn a_new_look_without_the_driver_passes_the_disk() {
    let name = encrypted();
    let mut session = ask(Question::DiskChecked, name);
    session.prepare.answers.insert(TrapId::DiskEncryption, Answer::Done);
    let effects = press(&mut session, Button::LookAgain);
    assert!(effects.contains(&Effect::Computer(ComputerEffect::Look)), "{effects:?}");
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[name].clone()))));
    assert_eq!(session.page, Page::Question(Question::DiskChecked), "it is still seen");
    press(&mut session, Button::LookAgain);
    update(
        &mut session,
        Catalog::embedded(),
        Msg::Event(Event::Looked(Box::new(MACHINES["endpoint-security"].clone()))),
    );
    if traps::may_encrypt(session.assessment().unwrap()) {
        let mut bare = MACHINES["endpoint-security"].clone();
        bare.services.items.retain(|one| !one.name.to_lowercase().starts_with("klfde"));
        bare.files.items.retain(|one| !one.path.to_lowercase().contains("klfde"));
        press(&mut session, Button::LookAgain);
        update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(bare))));
    }
    assert_eq!(session.page, Page::Question(Question::Disk));
    assert!(!traps::is_open(&session, TrapId::DiskEncryption), "the driver is gone");
}

#[test]
fn a_disk_that_may_be_encrypted_is_a_stop_that_leads_only_back() {
    for answer_to in [Answer::Yes, Answer::SomeoneElse] {
        let mut session = ask(Question::Disk, "endpoint-security");
        answer(&mut session, TrapId::DiskEncryption, answer_to);
        assert_eq!(session.page, Page::EncryptionStop);
        assert!(!offers(&session, Button::Continue));
        press(&mut session, Button::Back);
        assert_eq!(session.page, Page::Question(Question::Disk));
    }
}

/// `manage-bde` says "Percentage Encrypted: 100%" of a disk that is encrypted whole.
#[test]
fn no_number_stands_for_a_decrypted_disk() {
    for language in ["en", "es"] {
        let texts = Texts::language(language);
        for page in [Page::EncryptionStop, Page::Question(Question::Disk), Page::Question(Question::DiskChecked)] {
            let text = plain(&screen(&at(page, "endpoint-security"), Catalog::embedded()), &texts);
            assert!(!text.contains("100"), "{text}");
        }
    }
}

#[test]
fn nothing_of_windows_is_asked_on_a_mac_or_on_linux() {
    let words = ["BitLocker", "Start menu", "Safe Mode", "Windows", "Secret Vault", "Backup and Restore", "Recycle"];
    for (name, snapshot) in MACHINES.iter().filter(|(_, one)| one.host.os != Os::Windows) {
        let mut session = at(Page::Prepare, name);
        let seen = session.seen.clone().unwrap();
        let pages = applying_traps(&seen)
            .into_iter()
            .flat_map(|trap| Question::ALL.iter().copied().filter(move |one| one.trap() == trap));
        let own = |one: &Question| !matches!(one, Question::RemovalPassword | Question::RemovalPasswordForgot);
        let pages: Vec<Page> = pages.filter(own).map(Page::Question).chain([Page::Prepare, Page::Answers]).collect();
        for page in pages {
            session.page = page;
            let text = read(&session);
            for word in words {
                assert!(!text.contains(word), "{name} ({:?}), {page:?}: {word} in {text}", snapshot.host.os);
            }
        }
        assert_eq!(questions::first_page(&session, TrapId::RemovalPassword), Question::Administrator, "{name}");
    }
}

#[test]
fn vaults_and_backups_are_asked_about_where_the_product_has_them() {
    let of = |name: &str| applying_traps(at(Page::Prepare, name).seen.as_ref().unwrap()).contains(&TrapId::SecretVault);
    assert!(of("suite-21-25"));
    assert!(!of("endpoint-security") && !of("mac-installed") && !of("linux-installed"));
    for (name, asked) in [
        ("Kaspersky Total Security", true),
        ("Kaspersky Small Office Security", true),
        ("Kaspersky Internet Security", false),
        ("Kaspersky Anti-Virus", false),
    ] {
        let mut session = at(Page::Prepare, "suite-21-25");
        let seen = session.last_look_mut();
        for product in seen.assessment.products.iter_mut().filter(|one| one.id == "kaspersky-suite-21") {
            product.name = name.into();
            product.id = if name.contains("Office") { "small-office-security" } else { "kaspersky-home-legacy" }.into();
        }
        assert_eq!(applying_traps(seen).contains(&TrapId::SecretVault), asked, "{name}");
    }
}
