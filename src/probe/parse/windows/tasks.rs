//! Scheduled tasks of Windows: the program a task runs.
//!
//! A task is kept twice: as values of the registry, with its actions in an undocumented blob, and
//! as an XML file. The blob holds its texts as a length of four bytes and then UTF-16, which is
//! enough to find the program without knowing the rest.

use super::encoded_text;

/// Longest text that is looked at, in UTF-16 units.
const LONGEST: usize = 4_096;

/// What the XML file of a task tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskFile {
    /// The program of its first action; empty when there is none.
    pub program: String,
    /// Its author; empty when there is none.
    pub author: String,
}

/// The program in the `Actions` blob of a task, without arguments. None: no text in it looks like one.
pub fn program_in_actions(blob: &[u8]) -> Option<String> {
    let mut at = 0;
    while at + 4 < blob.len() {
        match text_at(&blob[at..]) {
            Some((text, length)) => {
                if looks_like_a_program(&text) {
                    return Some(text.trim().trim_matches('"').to_string());
                }
                at += length;
            }
            None => at += 1,
        }
    }
    None
}

/// A text with its length in front, and how many bytes both have.
fn text_at(bytes: &[u8]) -> Option<(String, usize)> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    if !(4..=LONGEST * 2).contains(&length) || !length.is_multiple_of(2) {
        return None;
    }
    let units = rest.get(..length)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let text = char::decode_utf16(units).map(|unit| unit.ok().filter(|c| !c.is_control()));
    Some((text.collect::<Option<String>>()?, length + 4))
}

fn looks_like_a_program(text: &str) -> bool {
    let text = text.trim().trim_matches('"').to_ascii_lowercase();
    let named = [".exe", ".com", ".bat", ".cmd", ".vbs", ".ps1"].iter().any(|ending| text.ends_with(ending));
    let drive = matches!(text.as_bytes(), [letter, b':', b'\\', ..] if letter.is_ascii_alphabetic());
    named || drive || (text.starts_with('%') && text.contains('\\'))
}

/// The path below the task library, from a folder as the service names it (`\Vendor\`) and a name. None: no name.
pub fn task_path(folder: &str, name: &str) -> Option<String> {
    let folder = folder.trim_matches('\\');
    let parts = [folder, name.trim_matches('\\')];
    (!parts[1].is_empty())
        .then(|| parts.iter().filter(|part| !part.is_empty()).map(|part| format!(r"\{part}")).collect())
}

/// Reads the XML file of a task.
pub fn parse_task_file(bytes: &[u8]) -> TaskFile {
    let text = encoded_text::decode_text(bytes);
    let element =
        |name: &str| inside(&text, name).map(|text| encoded_text::without_entities(text.trim())).unwrap_or_default();
    TaskFile { program: element("Command").trim_matches('"').to_string(), author: element("Author") }
}

/// What stands between the first `<name>` and its end.
fn inside<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    Some(rest.split_once(&format!("</{name}>"))?.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&(units.len() as u32).to_le_bytes(), units.as_slice()].concat()
    }

    fn blob(program: &str, arguments: &str) -> Vec<u8> {
        [vec![3, 0], text("Author"), vec![0x66, 0x66], text(""), text(program), text(arguments), text(""), vec![0, 0]]
            .concat()
    }

    #[test]
    fn the_program_is_found_between_the_other_texts() {
        let long = "/run ".repeat(30);
        for arguments in ["", "/x", &long] {
            for program in [r"C:\Program Files (x86)\Kaspersky Lab\avp.exe", r"%windir%\system32\cmd", "schtasks.exe"] {
                assert_eq!(program_in_actions(&blob(program, arguments)).as_deref(), Some(program));
            }
        }
        assert_eq!(program_in_actions(&blob(r#""C:\a b.exe""#, "")).as_deref(), Some(r"C:\a b.exe"));
    }

    #[test]
    fn the_service_s_folder_and_name_are_one_path() {
        assert_eq!(task_path(r"\Vendor\Sub\", "Update").as_deref(), Some(r"\Vendor\Sub\Update"));
        assert_eq!(task_path(r"\", "Update").as_deref(), Some(r"\Update"));
        assert_eq!(task_path("", r"\Update").as_deref(), Some(r"\Update"));
        assert_eq!((task_path(r"\Vendor\", ""), task_path("", r"\")), (None, None));
    }

    #[test]
    fn a_task_without_a_program_has_none() {
        assert_eq!(program_in_actions(&blob("", "")), None);
        assert_eq!(program_in_actions(&[]), None);
    }

    #[test]
    fn a_program_that_is_cut_off_is_none() {
        let whole = blob(r"C:\a\b.exe", "");
        let behind = [text(""), text(""), vec![0, 0]].concat().len();
        let end = whole.len() - behind;
        assert!(program_in_actions(&whole[..end]).is_some());
        for cut in 0..end {
            assert_eq!(program_in_actions(&whole[..cut]), None, "{cut}");
        }
    }

    #[test]
    fn a_task_file_tells_author_and_program() {
        let xml = "<?xml version=\"1.0\"?><Task><RegistrationInfo><Author>A &amp; B &lt;x&gt;</Author></RegistrationInfo>\
            <Actions><Exec><Command>\"C:\\a b\\c.exe\"</Command><Arguments>-p</Arguments></Exec></Actions></Task>";
        let expected = TaskFile { program: r"C:\a b\c.exe".into(), author: "A & B <x>".into() };
        assert_eq!(parse_task_file(xml.as_bytes()), expected);
        let wide: Vec<u8> = [0xFEFFu16].into_iter().chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(parse_task_file(&wide), expected);
        assert_eq!(parse_task_file(b"<Command>cut off"), TaskFile::default());
    }

    proptest! {
        #[test]
        fn no_blob_is_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = program_in_actions(&bytes);
            let _ = parse_task_file(&bytes);
        }

        #[test]
        fn a_program_is_found_behind_anything_that_is_no_text(noise in prop::collection::vec(0u8..4, 0..40)) {
            let found = program_in_actions(&[noise, text(r"C:\a\b.exe")].concat());
            // The noise may read as a length that swallows the beginning; it never makes up another program.
            prop_assert!(found.is_none_or(|found| found == r"C:\a\b.exe"));
        }
    }
}
