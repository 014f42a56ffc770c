//! Throws damaged input at the parsers of Windows data: none may panic, hang or make things up.
//!
//! Each input is a valid one with bytes changed, cut off, doubled or put in, so that it gets past
//! the first check more often than noise would.

use cleanbreak::probe::parse::reg_value::{REG_EXPAND_SZ, REG_MULTI_SZ, REG_SZ, RawValue};
use cleanbreak::probe::parse::{
    app_manifest, encoded_text, firewall_rule, image_path, inf, multi_sz, pending_renames, proxy, tasks, text_stream,
    upgrade_log,
};
use proptest::prelude::*;

/// One way to damage some bytes.
#[derive(Clone, Debug)]
enum Damage {
    Change(usize, u8),
    Insert(usize, Vec<u8>),
    Cut(usize),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0..400usize;
    prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        (at.clone(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        at.clone().prop_map(Damage::Cut),
        (at, 1..64usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
    ]
}

fn damaged(mut bytes: Vec<u8>, all: &[Damage]) -> Vec<u8> {
    for damage in all {
        let length = bytes.len();
        match damage {
            Damage::Change(at, byte) if length > 0 => bytes[at % length] = *byte,
            Damage::Insert(at, new) => drop(bytes.splice((at % (length + 1))..(at % (length + 1)), new.clone())),
            Damage::Cut(at) => bytes.truncate(at % (length + 1)),
            Damage::Repeat(at, count) if length > 0 => {
                let from = at % length;
                let part = bytes[from..length.min(from + count)].to_vec();
                bytes.extend(part);
            }
            Damage::Change(..) | Damage::Repeat(..) => {}
        }
    }
    bytes
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn blob_text(text: &str) -> Vec<u8> {
    let units = utf16(text);
    [&(units.len() as u32).to_le_bytes(), units.as_slice()].concat()
}

const LIST: &str = "\\??\\C:\\Windows\\System32\\drivers\\klif.sys\0\0klkbdflt.K4W-21-26\0kbdclass\0!\\??\\C:\\b\0\0";
const COMMAND: &str = "\"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25\\avp.exe\" -r %SystemRoot%\\x";
const INF: &str =
    "[Version]\r\nProvider=%KL% ; \"who\r\n[Strings]\r\nKL=\"AO Kaspersky Lab\"\r\n[Strings.0419]\r\nKL=x\r\n";
const RULE: &str =
    r"v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=17|App=%ProgramFiles%\Q\q.exe|Name=Q = in|EmbedCtxt=@q.dll,-1|";
const MANIFEST: &str = "<?xml?><!-- <Identity --><Package><Identity Name='Q' Publisher=\"CN=A &amp; B, O=&quot;C&quot;\" Version='1'/></Package>";
const TASK: &str = "<Task><Author>A &amp; B</Author><Command>\"C:\\a b\\c.exe\"</Command></Task>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn lists_keep_their_size(kind in 0u32..13, how in prop::collection::vec(damage(), 0..6)) {
        let data = damaged(utf16(LIST), &how);
        let most = data.len() / 2;
        if let Ok(list) = multi_sz::parse_multi_sz(&RawValue { kind, data }) {
            let letters: usize = list.entries.iter().map(|entry| entry.chars().count()).sum();
            prop_assert!(letters <= most);
            prop_assert!(list.names().all(|name| !name.is_empty() && !name.contains('\0')));
            prop_assert!(pending_renames::pending_changes(&list).iter().all(|change| !change.path.contains('\0')));
        }
    }

    #[test]
    fn texts_end_before_their_zero(kind in prop::sample::select(vec![REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ]), how in prop::collection::vec(damage(), 0..6), most in 0..80usize) {
        let value = RawValue { kind, data: damaged(utf16(COMMAND), &how) };
        prop_assert_eq!(value.text(most).is_err(), kind == REG_MULTI_SZ);
        if let Ok(read) = value.text(most) {
            prop_assert!(read.text.chars().count() <= most && !read.text.contains('\0'));
        }
    }

    #[test]
    fn commands_mean_absolute_files_or_nothing(how in prop::collection::vec(damage(), 0..6)) {
        let command = String::from_utf8_lossy(&damaged(COMMAND.into(), &how)).into_owned();
        let variable = |name: &str| (name == "SystemRoot").then(|| r"C:\Windows".to_string());
        let names = image_path::Names { windows: r"C:\Windows", variable: &variable };
        for meant in [image_path::program_paths(&command, &names), image_path::driver_paths(Some(&command), "x", &names)] {
            prop_assert!(meant.likely_path().is_some() != meant.tries.is_empty());
            for path in &meant.tries {
                prop_assert!(path.starts_with(r"\\") || path.get(1..3) == Some(r":\"), "{}", path);
            }
        }
    }

    #[test]
    fn files_of_packages_and_tasks_are_read_or_not(wide in any::<bool>(), how in prop::collection::vec(damage(), 0..6)) {
        for text in [INF, TASK] {
            let bytes = if wide { [vec![0xFF, 0xFE], utf16(text)].concat() } else { text.into() };
            let bytes = damaged(bytes, &how);
            let length = encoded_text::decode_text(&bytes).chars().count();
            prop_assert!(length <= bytes.len());
            prop_assert!(inf::parse_provider(&bytes).is_none_or(|provider| !provider.is_empty()));
            let task = tasks::parse_task_file(&bytes);
            // Elements that damage put into each other are both read.
            prop_assert!(task.program.chars().count().max(task.author.chars().count()) <= length);
        }
    }

    #[test]
    fn a_firewall_rule_says_only_what_stands_between_its_bars(how in prop::collection::vec(damage(), 0..6)) {
        let text = String::from_utf8_lossy(&damaged(RULE.into(), &how)).into_owned();
        if let Some(rule) = firewall_rule::parse_firewall_rule(&text) {
            prop_assert!(text.starts_with(['v', 'V']));
            let fields: Vec<&str> = text.split('|').skip(1).filter_map(|field| Some(field.split_once('=')?.1)).collect();
            for said in [&rule.name, &rule.group, &rule.program] {
                prop_assert!(said.is_empty() || fields.contains(&said.as_str()), "{:?} is not in {}", said, text);
            }
            prop_assert!(!rule.blocks || text.to_lowercase().contains("=block"));
        }
    }

    #[test]
    fn a_manifest_names_a_publisher_that_stands_in_it_or_none(wide in any::<bool>(), how in prop::collection::vec(damage(), 0..6)) {
        let bytes = if wide { [vec![0xFF, 0xFE], utf16(MANIFEST)].concat() } else { MANIFEST.into() };
        let bytes = damaged(bytes, &how);
        if let Some(publisher) = app_manifest::parse_publisher(&bytes) {
            let text = encoded_text::without_entities(&encoded_text::decode_text(&bytes));
            prop_assert!(!publisher.is_empty() && text.contains(&publisher), "{}", publisher);
        }
    }

    #[test]
    fn a_task_never_runs_what_its_blob_does_not_hold(how in prop::collection::vec(damage(), 0..6)) {
        let whole = [vec![3, 0], blob_text("Author"), vec![0x66, 0x66], blob_text(r"C:\a b\c.exe"), blob_text("-x secret"), vec![0; 6]];
        let blob = damaged(whole.concat(), &how);
        if let Some(program) = tasks::program_in_actions(&blob) {
            let stored = utf16(&program);
            prop_assert!(blob.windows(stored.len().max(1)).any(|part| part == stored), "{}", program);
        }
    }
}

const LOG: &str = "<WicaRun><Asset><Property Name=\"LowerCaseLongPathUnexpanded\" Value=\"c:\\a &amp; b\\x.exe\"/><Property \
    Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"True\"/></Asset><Program Name='P'><CompatibilityInfo \
    BlockingType='Hard'/></Program><DriverPackage Inf='oem1.inf' BlockMigration='True'/></WicaRun>";

/// Reads a log in pieces of one size.
fn blocks_of(bytes: &[u8], size: usize) -> Vec<String> {
    let (mut stream, mut log) = (text_stream::TextStream::default(), upgrade_log::UpgradeLog::default());
    bytes.chunks(size).for_each(|piece| log.read_on(&stream.next_text(piece)));
    log.finish().blocks.into_iter().map(|(_, name)| name).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_log_names_only_what_stands_in_it(wide in any::<bool>(), size in 4_usize..64, how in prop::collection::vec(damage(), 0..6)) {
        let bytes = if wide { [vec![0xFF, 0xFE], utf16(LOG)].concat() } else { LOG.into() };
        let bytes = damaged(bytes, &how);
        let blocks = blocks_of(&bytes, size);
        prop_assert!(blocks.len() <= upgrade_log::MOST_BLOCKS);
        let text = blocks_of(&bytes, bytes.len().max(4));
        prop_assert_eq!(&blocks, &text, "however it is cut");
        prop_assert!(blocks.iter().all(|name| !name.is_empty()));
    }

    #[test]
    fn settings_of_winhttp_lead_here_or_nowhere(how in prop::collection::vec(damage(), 0..6)) {
        let text = "http=127.0.0.1:8080;https=proxy.example:1";
        let head = [0x18_u32, 0, 3, text.len() as u32].map(u32::to_le_bytes).concat();
        let bytes = damaged([head, text.as_bytes().to_vec(), vec![0; 8]].concat(), &how);
        if let Some(value) = proxy::winhttp_proxy(&bytes) {
            prop_assert!(value.is_ascii() && value.len() <= bytes.len());
            prop_assert!(proxy::local_proxies(&value).iter().all(|end| end.address.is_loopback()));
        }
    }
}

/// Two hundred megabytes in pieces: what is kept stays small, and the end is read.
#[test]
fn a_log_of_two_hundred_megabytes_is_read_in_pieces() {
    let (mut stream, mut log) = (text_stream::TextStream::default(), upgrade_log::UpgradeLog::default());
    let mark = stream.next_text(&[0xFF, 0xFE]);
    log.read_on(&mark);
    let filler = utf16(&"<Property Name=\"Zz\" Value=\"zyzzyx\"/>\r\n".repeat(12_800));
    for _ in 0..200_000_000 / filler.len() {
        log.read_on(&stream.next_text(&filler));
    }
    log.read_on(&stream.next_text(&utf16(LOG)));
    assert_eq!(log.finish().blocks.len(), 3);
}

/// A value of several megabytes, such as an installer bug may leave, takes time in proportion.
#[test]
fn large_values_are_read() {
    let text = "x".repeat(1 << 20);
    let read = RawValue { kind: REG_SZ, data: utf16(&text) }.text(512).unwrap();
    assert_eq!(read.text.len(), 512);
    let entries = RawValue { kind: REG_MULTI_SZ, data: utf16(&"klif\0".repeat(1 << 18)) };
    assert_eq!(multi_sz::parse_multi_sz(&entries).unwrap().entries.len(), 1 << 18);
    let names = image_path::Names { windows: r"C:\Windows", variable: &|_| None };
    assert!(image_path::program_paths(&r"C:\a b %c% ".repeat(1 << 17), &names).tries.len() <= 17);
    assert_eq!(tasks::program_in_actions(&utf16(&"\u{40}\0".repeat(1 << 18))), None);
    assert_eq!(inf::parse_provider(text.as_bytes()), None);
    assert_eq!(app_manifest::parse_publisher("<Identity a='b' ".repeat(1 << 16).as_bytes()), None);
    assert!(firewall_rule::parse_firewall_rule(&format!("v2.31|{}", "Name=|".repeat(1 << 18))).is_some());
}
