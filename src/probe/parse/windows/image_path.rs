//! The file that a service, driver or command means.
//!
//! `ImagePath` has many spellings: `\SystemRoot\…`, `System32\drivers\x.sys`, `\??\C:\…`, quoted or
//! not, with arguments, with `%variables%`. Without quotes Windows tries each beginning that ends
//! at a space and starts the first that is a file, so what it means depends on what is there.

/// Unquoted text is tried at no more spaces than this. No real folder has so many.
const MOST_TRIES: usize = 16;

/// What this computer calls its folders and variables.
pub struct Names<'a> {
    /// The folder of Windows, as in `C:\Windows`.
    pub windows: &'a str,
    /// The value of a variable of the system, asked with its name as it is spelled.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
}

/// The files a text may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Absolute paths in the order in which Windows tries them; `C:\…` or, for another computer or
    /// a device, `\\…`. Empty: the text names no file.
    pub tries: Vec<String>,
    /// The one that the text looks like, for when none of them is there.
    pub likely: usize,
}

impl Meant {
    /// The file that the text looks like.
    pub fn likely_path(&self) -> Option<&str> {
        self.tries.get(self.likely).map(String::as_str)
    }

    fn only(path: Option<String>) -> Self {
        Self { tries: path.into_iter().collect(), likely: 0 }
    }
}

/// The file of a driver: the whole text, or without any, the file in the drivers folder that is
/// named like its service.
pub fn driver_paths(text: Option<&str>, service: &str, names: &Names) -> Meant {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None if service.contains(['\\', '/']) => Meant::default(),
        None => Meant::only(Some(format!(r"{}\System32\drivers\{service}.sys", names.windows))),
        Some(text) => Meant::only(absolute(text.trim_matches('"'), names)),
    }
}

/// The program at the beginning of a command line.
pub fn program_paths(command: &str, names: &Names) -> Meant {
    let command = expand_variables(command.trim_start(), names.variable);
    if let Some(rest) = command.strip_prefix('"') {
        let quoted = rest.split('"').next().unwrap_or(rest).trim();
        return Meant::only((!quoted.is_empty()).then(|| absolute(quoted, names)).flatten());
    }
    let mut meant = Meant::default();
    let mut likely = None;
    for end in beginnings(&command) {
        let beginning = &command[..end];
        let Some(path) = absolute(beginning, names) else { continue };
        if is_program(&path) {
            likely.get_or_insert(meant.tries.len());
        }
        meant.tries.push(with_extension(path));
        if command[end..].trim_start().starts_with(['-', '/', '"']) {
            break;
        }
    }
    meant.likely = likely.unwrap_or(meant.tries.len().saturating_sub(1));
    meant
}

/// Where the text may end: before each run of spaces, and at its end.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let text = text.trim_end();
    let spaces = text.char_indices().filter(|(at, c)| c.is_whitespace() && !text[..*at].ends_with(char::is_whitespace));
    spaces.map(|(at, _)| at).take(MOST_TRIES).chain([text.len()]).filter(|end| *end > 0)
}

fn is_program(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    [".exe", ".com", ".sys", ".dll", ".bat", ".cmd"].iter().any(|ending| lower.ends_with(ending))
}

/// Windows adds `.exe` to a name without extension.
fn with_extension(path: String) -> String {
    let name = path.rsplit('\\').next().unwrap_or(&path);
    if name.contains('.') { path } else { path + ".exe" }
}

/// The absolute path that a spelling stands for. None: it cannot be worked out.
fn absolute(text: &str, names: &Names) -> Option<String> {
    let text = expand_variables(text, names.variable).replace('/', r"\");
    let below_windows = |rest: &str| Some(format!(r"{}\{rest}", names.windows));
    if let Some(rest) = strip_prefix(&text, r"\SystemRoot\") {
        return below_windows(rest);
    }
    for prefix in [r"\??\", r"\\?\", r"\DosDevices\", r"\GLOBAL??\"] {
        if let Some(rest) = strip_prefix(&text, prefix) {
            return Some(if has_drive(rest) { rest.to_string() } else { format!(r"\\?\{rest}") });
        }
    }
    if text.starts_with(r"\\") || has_drive(&text) {
        return Some(text);
    }
    match text.strip_prefix('\\') {
        // A path of the kernel's own name space names a device.
        Some(rest) if strip_prefix(rest, r"Device\").is_some() => Some(format!(r"\\?\GLOBALROOT\{rest}")),
        Some(rest) => Some(format!(r"{}\{rest}", names.windows.get(..2)?)),
        None if text.is_empty() || text.contains([':', '%', '"']) => None,
        // Relative to the folder of Windows; a bare program name is looked for in System32.
        None if text.contains('\\') => below_windows(&text),
        None => below_windows(&format!(r"System32\{text}")),
    }
}

/// Whether the text begins with a drive and a separator, as in `C:\`.
fn has_drive(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':', b'\\', ..] if letter.is_ascii_alphabetic())
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Puts the values of variables in the place of `%name%`. Unknown names stay as they are.
pub fn expand_variables(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let known = after.split_once('%').and_then(|(name, after)| Some((variable(name)?, after)));
        match known {
            Some((value, after)) => {
                out.push_str(&value);
                rest = after;
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names() -> Names<'static> {
        Names {
            windows: r"C:\Windows",
            variable: &|name| match name.to_ascii_lowercase().as_str() {
                "systemroot" | "windir" => Some(r"C:\Windows".into()),
                "programfiles" => Some(r"C:\Program Files".into()),
                _ => None,
            },
        }
    }

    fn driver_path(text: &str) -> Option<String> {
        driver_paths(Some(text), "x", &names()).likely_path().map(str::to_string)
    }

    #[test]
    fn a_driver_is_found_in_every_spelling() {
        let expected = Some(r"C:\Windows\System32\drivers\klif.sys".to_string());
        for text in [
            r"\SystemRoot\System32\drivers\klif.sys",
            r"\systemroot\System32\drivers\klif.sys",
            r"System32\drivers\klif.sys",
            r"\??\C:\Windows\System32\drivers\klif.sys",
            r#""\??\C:\Windows\System32\drivers\klif.sys""#,
            r"%SystemRoot%\System32\drivers\klif.sys",
            r"C:\Windows\System32\drivers\klif.sys",
            r"C:/Windows/System32/drivers/klif.sys",
            r"\Windows\System32\drivers\klif.sys",
            r"\DosDevices\C:\Windows\System32\drivers\klif.sys",
        ] {
            assert_eq!(driver_path(text), expected, "{text}");
        }
        assert_eq!(
            driver_path(r"\??\C:\ProgramData\Kaspersky Lab\a b.sys").unwrap(),
            r"C:\ProgramData\Kaspersky Lab\a b.sys"
        );
    }

    #[test]
    fn a_driver_without_a_path_is_named_like_its_service() {
        for text in [None, Some(""), Some("  ")] {
            let meant = driver_paths(text, "klif.K4W-21-25", &names());
            assert_eq!(meant.likely_path(), Some(r"C:\Windows\System32\drivers\klif.K4W-21-25.sys"));
        }
        assert_eq!(driver_paths(None, r"..\x", &names()), Meant::default());
    }

    #[test]
    fn other_computers_and_devices_keep_a_path_that_shows_it() {
        assert_eq!(driver_path(r"\\server\share\x.sys").unwrap(), r"\\server\share\x.sys");
        assert_eq!(driver_path(r"\??\UNC\server\x.sys").unwrap(), r"\\?\UNC\server\x.sys");
        assert_eq!(
            driver_path(r"\Device\HarddiskVolume3\x.sys").unwrap(),
            r"\\?\GLOBALROOT\Device\HarddiskVolume3\x.sys"
        );
    }

    #[test]
    fn what_can_not_be_worked_out_is_no_path() {
        for text in ["%NoSuch%\\x.sys", "C:x.sys", "\"\"", "a:b"] {
            assert_eq!(driver_path(text), None, "{text}");
        }
    }

    #[test]
    fn quotes_end_the_program() {
        let meant = program_paths(r#""C:\Program Files\Kaspersky Lab\avp.exe" -r"#, &names());
        assert_eq!(meant.tries, [r"C:\Program Files\Kaspersky Lab\avp.exe"]);
        assert_eq!(program_paths(r#""C:\a b.exe"#, &names()).tries, [r"C:\a b.exe"]);
        assert_eq!(program_paths("\"\" x", &names()), Meant::default());
    }

    #[test]
    fn without_quotes_every_beginning_is_tried_in_order() {
        let meant = program_paths(r"C:\Program Files\Kaspersky 21.25\avp.exe run -x y", &names());
        assert_eq!(
            meant.tries,
            [
                r"C:\Program.exe",
                r"C:\Program Files\Kaspersky.exe",
                r"C:\Program Files\Kaspersky 21.25\avp.exe",
                r"C:\Program Files\Kaspersky 21.25\avp.exe run",
            ]
        );
        assert_eq!(meant.likely_path(), Some(r"C:\Program Files\Kaspersky 21.25\avp.exe"));
    }

    #[test]
    fn services_of_windows_are_found() {
        for text in [
            r"%SystemRoot%\system32\svchost.exe -k netsvcs -p",
            r"%windir%\system32\svchost.exe -k x",
            r"C:\Windows\system32\svchost.exe",
            r"\SystemRoot\system32\svchost.exe -k \\server\share",
            r"system32\svchost -k y",
            "svchost.exe -k z",
        ] {
            let meant = program_paths(text, &names());
            assert_eq!(
                meant.likely_path().map(str::to_ascii_lowercase).as_deref(),
                Some(r"c:\windows\system32\svchost.exe"),
                "{text}"
            );
            assert_eq!(meant.tries.len(), 1, "{text}");
        }
    }

    #[test]
    fn a_program_is_likely_even_when_its_arguments_follow_without_a_sign() {
        assert_eq!(program_paths(r"C:\a\b.exe c d", &names()).likely_path(), Some(r"C:\a\b.exe"));
        assert_eq!(program_paths(r"C:\a\b c d", &names()).likely_path(), Some(r"C:\a\b c d.exe"));
        assert_eq!(program_paths("", &names()), Meant::default());
    }

    #[test]
    fn variables_are_put_in_and_unknown_ones_stay() {
        let names = names();
        assert_eq!(
            expand_variables("%ProgramFiles%\\x %no% 100% %windir%", names.variable),
            r"C:\Program Files\x %no% 100% C:\Windows"
        );
    }

    proptest! {
        #[test]
        fn every_try_is_absolute_and_likely_is_one_of_them(text in r#"[ -~é\\"%/:]{0,60}"#) {
            let names = names();
            for meant in [program_paths(&text, &names), driver_paths(Some(&text), "x", &names)] {
                prop_assert!(meant.tries.len() <= MOST_TRIES + 1);
                prop_assert_eq!(meant.likely_path().is_some(), !meant.tries.is_empty());
                for path in &meant.tries {
                    prop_assert!(path.starts_with(r"\\") || has_drive(path), "{}", path);
                }
            }
        }
    }
}
