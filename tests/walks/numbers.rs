//! The numbers that people read out on the phone.

use super::walk::walked;
use cleanbreak::act::practice::NAMES;
use cleanbreak::journey::Step;

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
