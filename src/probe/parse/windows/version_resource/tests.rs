use super::made::{LOADED, USUAL, file, piece, program, program_called, resources, version};
use super::*;
use proptest::prelude::*;
use std::io::Cursor;

fn said(bytes: &[u8]) -> About {
    describe_program(Cursor::new(bytes)).unwrap()
}

fn company(bytes: &[u8]) -> Option<String> {
    said(bytes).company
}

#[test]
fn the_company_is_read_wherever_the_resources_are() {
    let resources = resources(&version(&["040904b0"], &[("040904b0", " Example Works, s.r.o. ")]));
    for at in [USUAL, 4096 - 40, 4096 - 89, 5000, 3 << 20] {
        let said = said(&file(at, &resources));
        assert_eq!(said.company.as_deref(), Some("Example Works, s.r.o."), "at {at}");
        assert_eq!(said.kind, Kind::Unsigned);
        assert!(said.read <= 3 * 4096, "{} bytes were read", said.read);
    }
}

#[test]
fn what_its_maker_called_it_is_read_beside_the_company() {
    assert_eq!(said(&program_called("kavremvr.exe")).original_name.as_deref(), Some("kavremvr.exe"));
    assert_eq!(said(&program("Example")).original_name, None);
    let long = "x".repeat(300);
    assert_eq!(said(&program_called(&long)).original_name.map(|name| name.len()), Some(256));
}

#[test]
fn the_language_that_the_file_lists_comes_first_then_a_usual_one_then_any() {
    let tables = [("041904B0", "Пример"), ("040904b0", "Example"), ("000004b0", "Nobody's")];
    let named =
        |languages: &[&str], count: usize| company(&file(USUAL, &resources(&version(languages, &tables[..count]))));
    assert_eq!(named(&["041904b0"], 3).as_deref(), Some("Пример"));
    assert_eq!(named(&["0c0a04b0"], 3).as_deref(), Some("Example"));
    assert_eq!(named(&[], 1).as_deref(), Some("Пример"));
    assert_eq!(named(&["041904b0"], 0), None);
    let empty = version(&["041904b0"], &[("041904b0", ""), ("040904b0", "Example")]);
    assert_eq!(company(&file(USUAL, &resources(&empty))).as_deref(), Some("Example"));
}

#[test]
fn a_length_that_counts_bytes_in_place_of_letters_is_understood() {
    let value: Vec<u8> = "Example\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for size in [value.len() / 2, value.len(), 4000] {
        let table = piece("040904b0", 1, &[], 0, &[piece("CompanyName", 1, &value, size, &[])]);
        let block = piece("VS_VERSION_INFO", 0, &[0; 52], 52, &[piece("StringFileInfo", 1, &[], 0, &[table])]);
        assert_eq!(company(&file(USUAL, &resources(&block))).as_deref(), Some("Example"), "{size}");
    }
}

#[test]
fn a_file_that_is_no_program_or_says_nothing_is_an_answer() {
    let whole = program("Example");
    for bytes in [&b""[..], b"MZ", b"this is text", &whole[..200], &whole[..0x200], &whole[..whole.len() - 1]] {
        assert_eq!(company(bytes), None);
    }
    let icons = [&[0; 12][..], &[0, 0, 1, 0, 3, 0, 0, 0, 24, 0, 0, 0x80]].concat();
    assert_eq!(company(&file(USUAL, &icons)), None);
}

#[test]
fn trees_that_lead_in_circles_or_out_of_the_file_end() {
    let down = |to: u32| (1 << 31 | to).to_le_bytes();
    let good = resources(&version(&["040904b0"], &[("040904b0", "Example")]));
    let with = |at: usize, bytes: &[u8]| {
        let mut tree = good.clone();
        tree[at..at + bytes.len()].copy_from_slice(bytes);
        said(&file(USUAL, &tree))
    };
    let hostile = [
        with(20, &down(0)),
        with(20, &down(u32::MAX >> 1)),
        with(44, &down(24)),
        with(44, &72u32.to_le_bytes()),
        with(68, &down(48)),
        with(68, &0x7FFF_FFF0u32.to_le_bytes()),
        with(12, &[0xFF; 4]),
        with(72, &u32::MAX.to_le_bytes()),
        with(72, &(LOADED - 1).to_le_bytes()),
        with(76, &u32::MAX.to_le_bytes()),
        with(76, &65_537u32.to_le_bytes()),
    ];
    for (number, said) in hostile.iter().enumerate() {
        assert!(said.read <= MOST_PAGES * 4096, "{number}: {} bytes", said.read);
        assert_eq!(said.company, None, "{number}");
    }
}

#[test]
fn a_file_in_which_everything_leads_far_away_is_given_up_on() {
    // A directory of the type with a million languages, each in a page of its own.
    let mut tree = vec![0; 4 << 20];
    tree[..24].copy_from_slice(&[&[0; 12][..], &[0, 0, 1, 0, 16, 0, 0, 0, 24, 0, 0, 0x80]].concat());
    for directory in [24usize, 8192] {
        tree[directory + 12..directory + 16].copy_from_slice(&[0xFF; 4]);
        for entry in 0..8usize {
            let to = (1 << 31 | (8192 + entry * 65_536)) as u32;
            let at = directory + 16 + entry * 8;
            tree[at..at + 8].copy_from_slice(&[1u32.to_le_bytes(), to.to_le_bytes()].concat());
        }
    }
    let said = said(&file(USUAL, &tree));
    assert_eq!(said.company, None);
    assert!(said.read <= MOST_PAGES * 4096, "{}", said.read);
}

#[test]
fn a_file_that_can_not_be_read_is_an_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
    }
    impl Seek for Broken {
        fn seek(&mut self, _: io::SeekFrom) -> io::Result<u64> {
            Ok(0)
        }
    }
    assert_eq!(describe_program(Broken).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn damage_never_makes_it_panic_read_much_or_make_things_up(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        fours in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![0u32, 1, 24, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0018, u32::MAX])), 0..3),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = program("Example Works");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for (at, number) in fours {
            let at = at.index(bytes.len() - 4);
            bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        let said = said(&bytes);
        prop_assert!(said.read <= MOST_PAGES * 4096);
        if let Some(company) = said.company {
            prop_assert!(!company.is_empty() && company.chars().count() <= 256);
        }
    }

    #[test]
    fn noise_after_the_headers_is_read_to_an_end(noise in prop::collection::vec(any::<u8>(), 0..4096)) {
        let said = said(&file(USUAL, &noise));
        prop_assert!(said.read <= MOST_PAGES * 4096);
    }
}
