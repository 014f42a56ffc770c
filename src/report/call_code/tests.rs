use super::call::{CallCode, CallError, Count, DANGERS, GROUPS, REQUIRED};
use super::letters::{GROUP, LENGTH, Letters, Misread};
use super::*;
use crate::assess::{Danger, Verdict, assess};
use crate::catalog::{Catalog, Family};
use crate::i18n::{MessageId, Texts};
use crate::machine::{CheckId, Os, ProtectionState};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;

/// As many pages as the table could have.
const PAGES: usize = 100;

fn counts() -> impl Strategy<Value = [Count; 5]> {
    prop::array::uniform5((0usize..200).prop_map(Count::of))
}

fn codes() -> impl Strategy<Value = CallCode> {
    let system = select(vec![(Os::Windows, 0), (Os::Macos, 1), (Os::Linux, 2)]);
    let system = system
        .prop_flat_map(|(os, place)| (Just(os), subsequence(REQUIRED[place].to_vec(), 0..=REQUIRED[place].len())));
    let verdict = select(vec![Verdict::Installed, Verdict::Leftovers, Verdict::CannotTell, Verdict::Clean]);
    let protection = select(vec![ProtectionState::On, ProtectionState::Off, ProtectionState::Unknown]);
    let groups = subsequence(GROUPS.to_vec(), 0..=GROUPS.len());
    let flags = (any::<bool>(), any::<bool>());
    (0u8..100, system, verdict, counts(), protection, groups, flags).prop_map(
        |(page, (os, unknown), verdict, counts, protection, groups, (more, elevated))| CallCode {
            page,
            os,
            verdict,
            counts,
            unknown,
            protection,
            groups,
            more,
            elevated,
        },
    )
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(code in codes()) {
        let typed = code.letters().to_string();
        prop_assert_eq!(typed.len(), LENGTH + 2);
        prop_assert_eq!(CallCode::read(&typed, PAGES), Ok(code.clone()));
        let sloppy = format!("  {} ", typed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " "));
        prop_assert_eq!(CallCode::read(&sloppy, PAGES), Ok(code.clone()));
        prop_assert_eq!(CallCode::read(&typed.replace('-', "").replace('1', "I"), PAGES), Ok(code));
    }

    #[test]
    fn anything_typed_gets_an_answer(typed in ".{0,40}") {
        let _ = CallCode::read(&typed, PAGES);
    }

    /// One wrong letter always stands in a group that is named, as long as the true code says something.
    #[test]
    fn the_group_with_the_wrong_letter_is_among_those_named(
        code in codes(), place in 0..LENGTH, slip in 1u8..32
    ) {
        let mut values = *code.letters().values();
        values[place] ^= slip;
        let typed = Letters::unchecked(values).to_string();
        let Err(CallError::Misread(Misread::Check { groups })) = CallCode::read(&typed, PAGES) else {
            panic!("{typed} passes");
        };
        let group = u8::try_from(place / GROUP + 1).unwrap();
        let sensible = CallCode::read(&code.letters().to_string(), PAGES).is_ok_and(|code| code.agrees());
        prop_assert!(!sensible || groups.contains(&group), "{typed}: {groups:?}");
    }
}

/// Codes of every kind, from a walk that repeats itself nowhere.
fn many() -> Vec<Letters> {
    let mut state = 1u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u8 & 31
    };
    (0..2_000).map(|_| Letters::holding(std::array::from_fn(|_| next()))).collect()
}

/// Every single slip, and every swap of two letters that differ.
#[test]
fn no_single_slip_and_no_swap_passes() {
    let (mut slips, mut swaps, mut passed) = (0u32, 0u32, 0u32);
    for code in many() {
        assert!(code.pass());
        for place in 0..LENGTH {
            for slip in 1..32 {
                let mut values = *code.values();
                values[place] ^= slip;
                slips += 1;
                passed += u32::from(Letters::unchecked(values).pass());
            }
            for other in place + 1..LENGTH {
                let mut values = *code.values();
                values.swap(place, other);
                if values != *code.values() {
                    swaps += 1;
                    passed += u32::from(Letters::unchecked(values).pass());
                }
            }
        }
    }
    println!("{slips} single slips, {swaps} swaps, {passed} passed");
    assert!(slips == 744_000 && swaps > 120_000, "{slips} {swaps}");
    assert_eq!(passed, 0);
}

/// How often one wrong letter can be told down to a group, with codes of real computers.
#[test]
fn a_wrong_letter_is_often_narrowed_down_and_never_to_the_wrong_place() {
    let mut told = [0u32; 4];
    for (_, snapshot) in crate::report::tests::recorded() {
        let assessment = assess(&snapshot, Catalog::embedded());
        let code = CallCode::of(&assessment, &snapshot.host, 66);
        assert!(code.agrees(), "{code:?}");
        for place in 0..LENGTH {
            for slip in 1..32 {
                let mut values = *code.letters().values();
                values[place] ^= slip;
                let read = CallCode::read(&Letters::unchecked(values).to_string(), PAGES);
                let Err(CallError::Misread(Misread::Check { groups })) = read else { panic!("it passes") };
                assert!(groups.contains(&u8::try_from(place / GROUP + 1).unwrap()));
                told[groups.len()] += 1;
            }
        }
    }
    println!("narrowed down to one group: {}, to two: {}, not at all: {}", told[1], told[2], told[3]);
    assert!(told[1] + told[2] > 0);
}

#[test]
fn every_recorded_computer_comes_back_from_its_code() {
    for (name, snapshot) in crate::report::tests::recorded() {
        let assessment = assess(&snapshot, Catalog::embedded());
        let code = CallCode::of(&assessment, &snapshot.host, 0);
        assert_eq!(CallCode::read(&code.letters().to_string(), PAGES).as_ref(), Ok(&code), "{name}");
        assert_eq!(code.verdict, assessment.verdict);
        for danger in DANGERS {
            let count = assessment.leftovers.iter().filter(|one| one.danger == danger).count();
            let told = code.count_of(danger);
            assert!(told.at_least <= count && told.at_most.is_none_or(|most| count <= most), "{name} {danger:?}");
        }
        let families: BTreeSet<Family> = assessment.products.iter().map(|one| one.family).collect();
        let told: BTreeSet<Family> = code.groups.iter().copied().filter(|group| *group != Family::Successor).collect();
        assert_eq!(told, families, "{name}");
    }
}

#[test]
fn each_required_check_has_a_bit() {
    for (os, bits) in [Os::Windows, Os::Macos, Os::Linux].into_iter().zip(REQUIRED) {
        let required: BTreeSet<_> =
            CheckId::ALL.iter().filter(|check| check.required(os)).map(|check| check.name()).collect();
        assert_eq!(bits.iter().map(|check| check.name()).collect::<BTreeSet<_>>(), required);
    }
}

#[test]
fn the_first_letter_is_the_version() {
    let code = many()[0];
    let mut values = [0; LENGTH - 1];
    values.copy_from_slice(&code.values()[..LENGTH - 1]);
    values[0] = 2;
    assert_eq!(CallCode::read(&Letters::holding(values).to_string(), PAGES), Err(CallError::Version));
}

#[test]
fn what_is_wrong_names_a_group() {
    let code = CallCode::read("12GM-0000-0000", PAGES);
    assert!(matches!(code, Err(CallError::Misread(Misread::Check { .. }))), "{code:?}");
    let words = |typed: &str| match CallCode::read(typed, PAGES) {
        Err(error) => Texts::english().say(&misread_words(&error)),
        Ok(code) => panic!("{code:?}"),
    };
    assert!(words("12GM-0U00-0000").contains("group 2"));
    assert!(words("12GM-0000-000").contains("group 3"));
    assert!(words("12GM 0000 00000").contains("group 3"));
    assert!(words("12GM0000").contains("twelve"));
    assert!(words("").contains("twelve") && words("ÄÖÜ").contains("twelve"));
}

#[test]
fn each_letter_has_a_word_of_its_own_in_every_language() {
    for language in Texts::languages() {
        let texts = Texts::language(language);
        let mut words = BTreeSet::new();
        for first in (0..32).step_by(8) {
            let values = std::array::from_fn(|place| u8::try_from(first + place % 8).unwrap());
            for (letter, line) in Letters::unchecked(values).letters().zip(0..8).map(|(letter, _)| {
                let all = spelled_letters(&Letters::unchecked([value(letter); LENGTH]), &texts).join("\n");
                (letter, all)
            }) {
                assert!(letter.is_ascii_digit() || line.contains(letter), "{language}: {line}");
                words.insert(line);
            }
        }
        assert_eq!(words.len(), 32, "{language}");
    }
}

fn value(letter: char) -> u8 {
    u8::try_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter).unwrap()).unwrap()
}

#[test]
fn it_is_told_in_words() {
    let code = CallCode {
        page: 66,
        os: Os::Windows,
        verdict: Verdict::Leftovers,
        counts: DANGERS.map(|danger| Count::of(if danger == Danger::Trust { 4 } else { 0 })),
        unknown: vec![CheckId::Elam],
        protection: ProtectionState::Off,
        groups: vec![Family::Vpn, Family::Successor],
        more: true,
        elevated: false,
    };
    let english = Texts::english();
    let said: Vec<String> = call_lines(&code).iter().map(|line| english.say(line)).collect();
    let said = said.join("\n");
    for words in ["parts of it are left", "3 to 5", "VPN; UltraAV", "more products", "Nothing protects", "Windows"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(said.contains(&english.get(MessageId::check(CheckId::Elam))));
}
