//! Every parser of Linux, macOS and browser data takes any bytes without panicking.
//!
//! Two kinds of bytes: arbitrary ones, and recorded samples with some bytes changed, cut off or
//! doubled, which reach further into a format.

use cleanbreak::probe::parse::*;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A parser, whatever it answers.
type Parser = fn(&[u8]);

macro_rules! parsers {
    ($($parse:expr),* $(,)?) => {
        &[$(|bytes: &[u8]| { let _ = $parse(bytes); }),*]
    };
}

const PARSERS: &[Parser] = parsers![
    certificate::parse_certificate,
    certificate::find_in,
    pem::parse_pem,
    dpkg::parse_dpkg,
    rpm::parse_rpm,
    pacman::parse_pacman,
    packages::file_list,
    |bytes| packages::own_folder(&packages::file_list(bytes)),
    modules::parse_modules,
    proc_net::parse_proc_net,
    proc_pid::parse_stat,
    proc_pid::effective_user,
    proc_pid::boot_time,
    |bytes| unit::parse_unit(bytes).program(),
    |bytes| unit::template_name(&String::from_utf8_lossy(bytes)),
    init::parse_description,
    |bytes| init::started_by(&String::from_utf8_lossy(bytes)).map(str::to_string),
    accounts::parse_passwd,
    accounts::parse_group,
    accounts::people_of_mac,
    os_release::pretty_name,
    mozilla_profiles::parse_folders,
    extensions::parse_manifest,
    |bytes| extensions::localized_message(bytes, "appName"),
    extensions::firefox_addons,
    extensions::firefox_policy,
    extensions::chromium_policy,
    extensions::native_host,
    |bytes| tool_file::certificate_files(tool_file::Format::Pip, bytes),
    |bytes| tool_file::certificate_files(tool_file::Format::Git, bytes),
    |bytes| tool_file::certificate_files(tool_file::Format::Npm, bytes),
    |bytes| tool_file::certificate_files(tool_file::Format::Curl, bytes),
    |bytes| tool_file::certificate_files(tool_file::Format::Shell, bytes),
    property_list::parse_bundle,
    property_list::parse_receipt,
    property_list::system_version,
    property_list::all_texts,
    launchd::parse_job,
    launchd::parse_loaded,
    system_extensions::parse_system_extensions,
    kernel_extensions::parse_kernel_extensions,
    profiles::parse_profiles,
    netstat::parse_netstat,
];

static SAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(samples);

/// Recorded samples of every format.
fn samples() -> Vec<Vec<u8>> {
    let raw = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/raw");
    let folders = ["linux", "macos", "browsers", "certificates"].map(|name| format!("{raw}/{name}"));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut samples: Vec<Vec<u8>> = files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    samples.extend(certificates(&samples));
    samples.extend(binary_lists(&samples));
    samples
}

/// The certificates among the samples in DER.
fn certificates(samples: &[Vec<u8>]) -> Vec<Vec<u8>> {
    samples.iter().flat_map(|sample| pem::parse_pem(sample)).filter_map(Result::ok).collect()
}

/// The property lists among the samples in their binary form.
fn binary_lists(samples: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let lists = samples.iter().filter_map(|sample| plist::Value::from_reader_xml(sample.as_slice()).ok());
    let binary = |list: plist::Value| {
        let mut bytes = Vec::new();
        list.to_writer_binary(&mut bytes).unwrap();
        bytes
    };
    lists.map(binary).collect()
}

/// Changes a sample: bytes replaced, the end cut off, a piece put in again.
fn changed(sample: &[u8], changes: &[(usize, u8)], end: usize, piece: (usize, usize)) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for (at, value) in changes {
        if let Some(byte) = bytes.get_mut(at % sample.len().max(1)) {
            *byte = *value;
        }
    }
    bytes.truncate(end % (sample.len() + 1) + sample.len() / 2);
    let from = piece.0 % (bytes.len() + 1);
    let to = (from + piece.1).min(bytes.len());
    bytes.splice(from..from, bytes[from..to].to_vec());
    bytes
}

#[test]
fn there_are_samples_of_both_forms() {
    assert!(certificates(&SAMPLES).len() >= 2 && binary_lists(&SAMPLES).len() >= 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..2048)) {
        PARSERS.iter().for_each(|parse| parse(&bytes));
    }

    #[test]
    fn arbitrary_text_never_panics(text in "(?s).{0,512}") {
        PARSERS.iter().for_each(|parse| parse(text.as_bytes()));
    }

    #[test]
    fn changed_samples_never_panic(
        number in any::<prop::sample::Index>(),
        changes in vec((any::<usize>(), any::<u8>()), 0..12),
        end in any::<usize>(),
        piece in (any::<usize>(), 0_usize..64),
    ) {
        let bytes = changed(&SAMPLES[number.index(SAMPLES.len())], &changes, end, piece);
        PARSERS.iter().for_each(|parse| parse(&bytes));
    }
}
