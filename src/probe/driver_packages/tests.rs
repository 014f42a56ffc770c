use super::*;
use crate::machine::Why;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);

const STORE: &str = r"C:\Windows\System32\DriverStore\FileRepository";
const PUBLISHED: &str = r"C:\Windows\INF";
const OURS: &str = "zzq41.inf_amd64_0123456789abcdef";

/// What stands at a path: bytes, or an error.
type Content = Result<Vec<u8>, ErrorKind>;

/// A disk on which both folders can be listed.
#[derive(Clone, Default)]
struct Fake {
    files: BTreeMap<String, Content>,
    /// Folders of the store by published name.
    stored: BTreeMap<String, String>,
    /// A folder that may not be listed.
    closed: &'static str,
}

impl Fake {
    fn publish(&mut self, name: &str, stored: Option<&str>, content: Content) -> &mut Self {
        self.files.insert(format!(r"{PUBLISHED}\{name}"), content);
        self.stored.extend(stored.map(|stored| (name.to_string(), stored.to_string())));
        self
    }

    fn store(&mut self, folder: &str, content: Content) -> &mut Self {
        let original = original(folder).unwrap();
        self.files.insert(format!(r"{STORE}\{folder}\{original}"), content);
        self
    }

    fn look(&self) -> Looked<DriverPackage> {
        look(&CATALOG, self, STORE, PUBLISHED)
    }
}

impl Disk for Fake {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        if folder == self.closed {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let below = format!(r"{folder}\");
        let names = self.files.keys().filter_map(|path| path.strip_prefix(&below)?.split('\\').next());
        Ok(names.map(str::to_string).collect())
    }

    fn head(&self, file: &str, most: u64) -> io::Result<Vec<u8>> {
        let content = self.files.get(file).ok_or(ErrorKind::NotFound)?.as_ref().map_err(|kind| *kind)?;
        Ok(content[..content.len().min(most as usize)].to_vec())
    }

    fn stored_as(&self, published: &str) -> Option<String> {
        self.stored.get(published).cloned()
    }
}

fn inf(provider: &str) -> Vec<u8> {
    format!("[Version]\r\nSignature=\"$Windows NT$\"\r\nProvider=\"{provider}\"\r\n").into_bytes()
}

/// A file of so many megabytes whose provider's name stands at its end, as Windows' own tools write it.
fn large(provider: &str, megabytes: usize, wide: bool) -> Vec<u8> {
    let filler = "; nothing of interest\r\n";
    let lines = megabytes * (1 << 20) / (filler.len() * if wide { 2 } else { 1 });
    let text = format!("[Version]\r\nProvider=%Who%\r\n{}[Strings]\r\nWho=\"{provider}\"\r\n", filler.repeat(lines));
    if !wide {
        return text.into_bytes();
    }
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn the_vendor_s_packages_are_found_by_name_and_by_provider() {
    let mut disk = Fake::default();
    disk.store("klim6.inf_amd64_1", Ok(inf("Kaspersky Lab")))
        .store("zzother.inf_amd64_2", Ok(inf("Zyzzyx")))
        .publish("oem1.inf", Some("KLIM6.inf_amd64_1"), Ok(inf("Kaspersky Lab")))
        .publish("oem2.inf", Some(OURS), Ok(inf("AO Kaspersky Lab")))
        .publish("oem3.inf", Some("zzother.inf_amd64_2"), Ok(inf("Zyzzyx")))
        .publish("keyboard.inf", None, Ok(inf("Kaspersky Lab")));
    let looked = disk.look();
    let seen = |package: &DriverPackage| (package.published.clone(), package.original.clone());
    let seen: Vec<_> = looked.items.iter().map(seen).collect();
    assert_eq!(seen, [("oem1.inf".into(), "klim6.inf".into()), ("oem2.inf".into(), "zzq41.inf".into())]);
    assert_eq!(looked.items[1].place, format!(r"{PUBLISHED}\oem2.inf"));
    assert!(looked.complete() && looked.notes.is_empty());
}

#[test]
fn of_a_large_file_the_provider_is_read_and_its_size_is_no_matter() {
    for (megabytes, wide) in [(3, false), (3, true), (17, false)] {
        let mut disk = Fake::default();
        disk.publish("oem1.inf", None, Ok(large("Zyzzyx Graphics", megabytes, wide)));
        assert!(disk.look().complete() && disk.look().items.is_empty(), "{megabytes} MB of a stranger");
        disk.publish("oem1.inf", None, Ok(large("AO Kaspersky Lab", 3, wide)));
        let looked = disk.look();
        assert_eq!((looked.items.len(), looked.items[0].provider.as_str()), (1, "AO Kaspersky Lab"));
    }
}

#[test]
fn a_file_that_goes_while_we_look_is_gone() {
    let mut disk = Fake::default();
    disk.publish("oem1.inf", None, Err(ErrorKind::NotFound)).store("klim6.inf_amd64_1", Err(ErrorKind::NotFound));
    let looked = disk.look();
    assert!(looked.complete() && looked.notes.is_empty(), "{looked:?}");
    assert_eq!(looked.items.len(), 1, "its folder is there");
}

#[test]
fn only_the_vendor_s_own_must_be_readable() {
    let closed = || Err(ErrorKind::PermissionDenied);
    for stored in [None, Some("zzother.inf_amd64_2"), Some("odd")] {
        let mut disk = Fake::default();
        disk.publish("oem1.inf", stored, closed());
        let looked = disk.look();
        assert!(looked.complete() && looked.items.is_empty(), "{stored:?}: {:?}", looked.gaps);
        assert!(looked.notes.iter().any(|note| note.place == format!(r"{PUBLISHED}\oem1.inf")));
    }
    for stored in ["klim6.inf_amd64_1", "kaspersky-zz.inf_amd64_1"] {
        let mut disk = Fake::default();
        disk.publish("oem1.inf", Some(stored), closed());
        let looked = disk.look();
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, Why::NeedsAdmin), "{stored}");
    }
}

#[test]
fn the_store_tells_what_a_closed_published_file_does_not() {
    let mut disk = Fake::default();
    disk.store(OURS, Ok(inf("AO Kaspersky Lab"))).publish("oem1.inf", Some(OURS), Err(ErrorKind::PermissionDenied));
    let looked = disk.look();
    let [package] = &looked.items[..] else { panic!("{looked:?}") };
    assert_eq!((package.provider.as_str(), package.original.as_str()), ("AO Kaspersky Lab", "zzq41.inf"));
    assert!(looked.complete());
}

#[test]
fn a_folder_that_may_not_be_listed_is_unknown() {
    for closed in [STORE, PUBLISHED] {
        assert_eq!(Fake { closed, ..Fake::default() }.look().gaps.len(), 1, "{closed}");
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
                prop::collection::vec(any::<u8>(), 0..40).prop_map(Ok),
                prop::sample::select(vec![ErrorKind::NotFound, ErrorKind::PermissionDenied, ErrorKind::Other])
                    .prop_map(Err),
            ],
            0..12,
        ),
    ) {
        let mut disk = Fake::default();
        disk.publish("oem0.inf", Some(OURS), Ok(inf("AO Kaspersky Lab")));
        let alone = disk.look();
        for (at, content) in strangers.into_iter().enumerate() {
            disk.publish(&format!("oem{}.inf", at + 1), Some(&format!("zz{at}.inf_amd64_1")), content);
        }
        let looked = disk.look();
        prop_assert_eq!((looked.items, looked.gaps), (alone.items, alone.gaps));
    }
}
