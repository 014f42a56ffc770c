//! What helper and caller read to each other: the number of the page, and the support code.

use super::walk::walked;
use cleanbreak::act::practice::NAMES;
use cleanbreak::journey::{Step, StepState};

#[test]
fn every_page_has_three_digits_of_which_the_first_is_its_step() {
    let mut wrong = Vec::new();
    for screen in NAMES.iter().flat_map(|name| walked(name)).map(|stop| &stop.screen) {
        let digits = screen.page.len() == 3 && screen.page.bytes().all(|byte| byte.is_ascii_digit());
        let step = screen.step.and_then(|step| Step::ALL.iter().position(|one| *one == step));
        let first = step.map(|place| (place + 1).to_string());
        if !digits || !first.is_some_and(|first| screen.page.starts_with(&first)) {
            wrong.push((screen.page, screen.title.id.name()));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn every_page_has_details_and_the_support_code_leads_them() {
    let mut wrong = Vec::new();
    for name in NAMES {
        let mut looked = false;
        for screen in walked(name).iter().map(|stop| &stop.screen) {
            let first = screen.details.first().map(String::as_str).unwrap_or_default();
            looked |= screen.page == "120";
            let code = first.strip_prefix("support code: ").unwrap_or_default();
            let letters = code.chars().filter(char::is_ascii_alphanumeric).count();
            if code.is_empty() || (looked && (letters < 4 || code.contains(' '))) {
                wrong.push((*name, screen.page, first.to_string()));
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn before_the_first_look_every_later_step_is_still_to_come() {
    for name in NAMES {
        let rail = &walked(name)[0].screen.rail;
        assert!(rail[1..].iter().all(|(_, state)| *state == StepState::Ahead), "{name}: {rail:?}");
    }
}
