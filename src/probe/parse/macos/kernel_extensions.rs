//! Loaded kernel extensions of macOS: the answers to `kmutil showloaded` and `kextstat`.

use crate::machine::{Service, ServiceKind, State};

/// Reads either answer; both have a line for each extension.
///
/// # Errors
/// When no line is one, since some of Apple's own are always loaded.
pub fn parse_kernel_extensions(bytes: &[u8]) -> Result<Vec<Service>, String> {
    let answer = String::from_utf8_lossy(bytes);
    let extensions: Vec<Service> = answer.lines().filter_map(extension).collect();
    if extensions.is_empty() { Err("the answer lists no extensions".to_string()) } else { Ok(extensions) }
}

/// A line `INDEX REFS ADDRESS SIZE WIRED ID (VERSION) …`. None: a heading.
fn extension(line: &str) -> Option<Service> {
    let mut fields = line.split_ascii_whitespace();
    fields.next()?.parse::<u32>().ok()?;
    let id = fields.find(|field| field.contains('.') && !field.starts_with("0x"))?;
    fields.next()?.strip_prefix('(')?;
    Some(Service {
        name: id.to_string(),
        kind: ServiceKind::KernelExtension,
        state: State::Running,
        ..Service::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &[u8]) -> Vec<String> {
        parse_kernel_extensions(bytes).unwrap().into_iter().map(|extension| extension.name).collect()
    }

    #[test]
    fn both_answers_are_read() {
        let expected = ["com.apple.kpi.bsd", "com.kaspersky.kext.klif"];
        assert_eq!(names(include_bytes!("../../../../tests/recordings/raw/macos/kmutil-showloaded.txt")), expected);
        assert_eq!(names(include_bytes!("../../../../tests/recordings/raw/macos/kextstat.txt")), expected);
    }

    #[test]
    fn an_answer_without_extensions_is_refused() {
        for bytes in [&b""[..], b"Index Refs Address Size Wired Name (Version) UUID\n", b"1 2 3\n\xFF"] {
            assert!(parse_kernel_extensions(bytes).is_err());
        }
    }
}
