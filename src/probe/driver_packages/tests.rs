use super::*;
use crate::machine::GapReason;
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::registry::fake::{Builder as RegistryBuilder, list};
use crate::probe::registry::fake_rights::Who;
use proptest::prelude::*;

const STORE: &str = r"C:\Windows\System32\DriverStore\FileRepository";
const PUBLISHED: &str = r"C:\Windows\INF";
const OURS: &str = "zzq41.inf_amd64_0123456789abcdef";
const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";

/// What stands at a path.
#[derive(Clone, Debug)]
enum Content {
    Of(Vec<u8>),
    /// It goes while we look.
    Goes,
    Closed,
    Held,
}

/// A computer with driver packages.
#[derive(Clone, Default)]
struct Pc {
    disk: Builder,
    registry: RegistryBuilder,
}

impl Pc {
    fn publish(&mut self, name: &str, stored: Option<&str>, content: Content) -> &mut Self {
        self.put(&format!(r"{PUBLISHED}\{name}"), content);
        if let Some(stored) = stored {
            self.registry.value(&format!(r"HKLM\{DATABASE}\{name}"), "", list(&[stored]));
        }
        self
    }

    fn store(&mut self, folder: &str, content: Content) -> &mut Self {
        let original = original(folder).unwrap();
        self.put(&format!(r"{STORE}\{folder}\{original}"), content);
        self
    }

    fn put(&mut self, path: &str, content: Content) {
        match content {
            Content::Of(bytes) => self.disk.file(path, bytes),
            Content::Goes => self.disk.file(path, "").make_odd(path, Odd::Goes),
            Content::Closed => self.disk.file(path, "").rights(path, CLOSED),
            Content::Held => self.disk.file(path, "").make_odd(path, Odd::Held),
        };
    }

    fn find_driver_packages(&self) -> Observed<DriverPackage> {
        find_driver_packages(
            Catalog::embedded(),
            &self.disk.seen_by(Who::User),
            &self.registry.seen_by(Who::User),
            r"C:\Windows",
        )
    }
}

fn inf(provider: &str) -> Content {
    Content::Of(format!("[Version]\r\nSignature=\"$Windows NT$\"\r\nProvider=\"{provider}\"\r\n").into_bytes())
}

/// A file of so many megabytes whose provider's name stands at its end, as Windows' own tools write it.
fn large(provider: &str, megabytes: usize, wide: bool) -> Content {
    let filler = "; nothing of interest\r\n";
    let lines = megabytes * (1 << 20) / (filler.len() * if wide { 2 } else { 1 });
    let text = format!("[Version]\r\nProvider=%Who%\r\n{}[Strings]\r\nWho=\"{provider}\"\r\n", filler.repeat(lines));
    if !wide {
        return Content::Of(text.into_bytes());
    }
    Content::Of([0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect())
}

#[test]
fn the_vendor_s_packages_are_found_by_name_and_by_provider() {
    let mut pc = Pc::default();
    pc.store("klim6.inf_amd64_1", inf("Kaspersky Lab"))
        .store("zzother.inf_amd64_2", inf("Zyzzyx"))
        .publish("oem1.inf", Some("KLIM6.inf_amd64_1"), inf("Kaspersky Lab"))
        .publish("oem2.inf", Some(OURS), inf("AO Kaspersky Lab"))
        .publish("oem3.inf", Some("zzother.inf_amd64_2"), inf("Zyzzyx"))
        .publish("keyboard.inf", None, inf("Kaspersky Lab"));
    let looked = pc.find_driver_packages();
    let seen = |package: &DriverPackage| (package.published.clone(), package.original.clone());
    let seen: Vec<_> = looked.items.iter().map(seen).collect();
    assert_eq!(seen, [("oem1.inf".into(), "klim6.inf".into()), ("oem2.inf".into(), "zzq41.inf".into())]);
    assert_eq!(looked.items[1].place, format!(r"{PUBLISHED}\oem2.inf"));
    assert!(looked.complete() && looked.notes.is_empty());
}

#[test]
fn of_a_large_file_the_provider_is_read_and_its_size_is_no_matter() {
    for (megabytes, wide) in [(3, false), (3, true), (17, false)] {
        let mut pc = Pc::default();
        pc.publish("oem1.inf", None, large("Zyzzyx Graphics", megabytes, wide));
        assert!(
            pc.find_driver_packages().complete() && pc.find_driver_packages().items.is_empty(),
            "{megabytes} MB of a stranger"
        );
        pc.publish("oem1.inf", None, large("AO Kaspersky Lab", 3, wide));
        let looked = pc.find_driver_packages();
        assert_eq!((looked.items.len(), looked.items[0].provider.as_str()), (1, "AO Kaspersky Lab"));
    }
}

#[test]
fn a_file_that_goes_while_we_look_is_gone() {
    let mut pc = Pc::default();
    pc.publish("oem1.inf", None, Content::Goes).store("klim6.inf_amd64_1", Content::Goes);
    let looked = pc.find_driver_packages();
    assert!(looked.complete() && looked.notes.is_empty(), "{looked:?}");
    assert_eq!(looked.items.len(), 1, "its folder is there");
}

#[test]
fn only_the_vendor_s_own_must_be_readable() {
    for (content, why) in [(Content::Closed, GapReason::NeedsAdmin), (Content::Held, GapReason::Failed)] {
        for stored in [None, Some("zzother.inf_amd64_2"), Some("odd")] {
            let mut pc = Pc::default();
            pc.publish("oem1.inf", stored, content.clone());
            let looked = pc.find_driver_packages();
            assert!(looked.complete() && looked.items.is_empty(), "{stored:?}: {:?}", looked.gaps);
            assert!(looked.notes.iter().any(|note| note.place == format!(r"{PUBLISHED}\oem1.inf")));
        }
        for stored in ["klim6.inf_amd64_1", "kaspersky-zz.inf_amd64_1"] {
            let mut pc = Pc::default();
            pc.publish("oem1.inf", Some(stored), content.clone());
            let looked = pc.find_driver_packages();
            assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, why), "{stored}");
        }
    }
}

#[test]
fn the_store_tells_what_a_closed_published_file_does_not() {
    let mut pc = Pc::default();
    pc.store(OURS, inf("AO Kaspersky Lab")).publish("oem1.inf", Some(OURS), Content::Closed);
    let looked = pc.find_driver_packages();
    let [package] = &looked.items[..] else { panic!("{looked:?}") };
    assert_eq!((package.provider.as_str(), package.original.as_str()), ("AO Kaspersky Lab", "zzq41.inf"));
    assert!(looked.complete());
}

#[test]
fn a_folder_that_may_not_be_listed_is_unknown() {
    for closed in [STORE, PUBLISHED] {
        let mut pc = Pc::default();
        pc.disk.folder(closed).rights(closed, CLOSED);
        let looked = pc.find_driver_packages();
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::NeedsAdmin), "{closed}");
        pc.disk.file(&format!(r"{closed}\a"), "").rights(closed, "D:(A;OICI;FR;;;BU)");
        assert!(pc.find_driver_packages().complete());
        pc.disk.make_odd(closed, Odd::BreaksOff(1, ErrorKind::Other));
        let looked = pc.find_driver_packages();
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::Failed), "{closed} broke off");
    }
}

#[test]
fn the_original_name_is_read_from_the_folder() {
    assert_eq!(original("klim6.inf_amd64_0123456789abcdef").as_deref(), Some("klim6.inf"));
    assert_eq!(original("KLIM6.INF_x86_1").as_deref(), Some("KLIM6.INF"));
    assert_eq!(original("klim6.inf"), None);
}

#[test]
fn only_published_files_of_others_are_read() {
    let names = ["oem0.inf", "OEM12.INF", "oem.inf", "oem1.pnf", "oemsetup.inf", "keyboard.inf"];
    assert_eq!(names.map(is_oem), [true, true, false, false, false, false]);
}

proptest! {
    /// Whatever strangers' files say or refuse, what is found of the vendor's stays the same.
    #[test]
    fn no_stranger_changes_the_answer(
        strangers in prop::collection::vec(
            prop_oneof![
                prop::collection::vec(any::<u8>(), 0..40).prop_map(Content::Of),
                prop::sample::select(vec![Content::Goes, Content::Closed, Content::Held]),
            ],
            0..12,
        ),
    ) {
        let mut pc = Pc::default();
        pc.publish("oem0.inf", Some(OURS), inf("AO Kaspersky Lab"));
        let alone = pc.find_driver_packages();
        for (at, content) in strangers.into_iter().enumerate() {
            pc.publish(&format!("oem{}.inf", at + 1), Some(&format!("zz{at}.inf_amd64_1")), content);
        }
        let looked = pc.find_driver_packages();
        prop_assert_eq!((looked.items, looked.gaps), (alone.items, alone.gaps));
    }
}
