use super::*;
use std::collections::BTreeSet;

/// Every number with the step on its first digit. *Protect* is among those of [`Guarded`].
fn all() -> Vec<(&'static str, Option<Step>)> {
    let pages =
        Page::all_pages().into_iter().filter(|page| *page != Page::Protect).map(|page| (page.number(), page.step()));
    let guarded = Guarded::ALL.iter().map(|guarded| (guarded.number(), Some(Step::Protect)));
    pages.chain(guarded).chain(Beside::ALL.iter().map(|page| (page.number(), None))).collect()
}

#[test]
fn every_number_has_three_digits_and_no_two_pages_share_one() {
    let numbers: Vec<&str> = all().into_iter().map(|(number, _)| number).collect();
    for number in &numbers {
        assert!(number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()), "{number}");
    }
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len(), "{numbers:?}");
}

#[test]
fn the_first_digit_is_the_step_and_9_is_beside_the_journey() {
    for (number, step) in all() {
        let place = step.and_then(|step| Step::ALL.iter().position(|one| *one == step)).map_or(9, |place| place + 1);
        assert!(number.starts_with(&place.to_string()), "{number}: {step:?}");
    }
}

#[test]
fn the_tables_stand_in_the_order_of_their_numbers() {
    let pages: Vec<&str> = Page::OWN.iter().map(|page| page.number()).collect();
    let questions: Vec<&str> = Question::ALL.iter().map(|question| question.number()).collect();
    for numbers in [pages, questions] {
        assert!(numbers.is_sorted(), "{numbers:?}");
    }
}

#[test]
fn the_page_about_protection_has_the_first_of_its_numbers() {
    assert_eq!(Page::Protect.number(), Guarded::Yes.number());
}

/// Whoever adds a page adds its number at the end of the table, and at the end of the file.
#[test]
fn a_page_has_the_same_place_in_every_call_code_for_ever() {
    let kept = include_str!("../../../../tests/call_pages.txt").lines().collect::<Vec<_>>();
    assert_eq!(CALL_PAGES, kept, "a new number comes at the end of both, and none moves or goes");
    assert!(kept.len() <= 128 && kept[0] == "000", "seven bits hold a place");
    assert_eq!(kept.iter().collect::<BTreeSet<_>>().len(), kept.len());
    for (number, _) in all() {
        let place = call_place(number).unwrap_or_else(|| panic!("{number} has no place in the table of call codes"));
        assert_eq!(call_page(place), Some(number));
    }
    assert_eq!(call_page(127), None);
}
