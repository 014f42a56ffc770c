//! Which paths of a program may be started.
//!
//! Windows has many spellings for one file, and some of them mean another file than they seem to.
//! A path passes only in the one plain spelling, so that comparing it with Program Files means
//! something. Whether the file is there, and whether its final path is still below Program Files
//! when links and junctions are followed, is asked again where it is started.

use super::{Refusal, interpreter};
use crate::machine::ProgramSource;
use std::borrow::Cow;

/// The longest path that every part of Windows opens (`MAX_PATH` without its terminator).
const LONGEST: usize = 259;

/// Names that mean a device in every folder, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Windows' own folders, as this computer calls them. They come from the system, never from the
/// environment, which an account can change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramFolders {
    program_files: Option<String>,
    program_files_x86: Option<String>,
    windows: Option<String>,
}

impl ProgramFolders {
    /// `program_files` as in `C:\Program Files`, `x86` as in `C:\Program Files (x86)`, `windows`
    /// as in `C:\Windows`. A folder that is not a plain local path, or a whole drive, is left out:
    /// then nothing below it passes. The default knows no folder at all, for other systems.
    pub fn new(program_files: &str, x86: Option<&str>, windows: &str) -> Self {
        let plain =
            |path: &str| Some(path.trim_end_matches('\\')).filter(|path| components(path).is_ok()).map(str::to_string);
        Self { program_files: plain(program_files), program_files_x86: x86.and_then(plain), windows: plain(windows) }
    }

    /// The text with a variable at its beginning replaced by the folder it stands for. `source`
    /// decides what `%ProgramFiles%` means: a 32-bit installer sees its own.
    ///
    /// # Errors
    /// [`Refusal::Variable`]: a variable that is none of these folders.
    pub(super) fn expand<'t>(&self, text: &'t str, source: ProgramSource) -> Result<Cow<'t, str>, Refusal> {
        let (quote, inner) = text.strip_prefix('"').map_or(("", text), |inner| ("\"", inner));
        let Some((name, rest)) = inner.strip_prefix('%').and_then(|inner| inner.split_once('%')) else {
            return Ok(Cow::Borrowed(text));
        };
        let native = &self.program_files;
        let folder = match name.to_ascii_lowercase().as_str() {
            "systemroot" | "windir" => &self.windows,
            "programfiles(x86)" => &self.program_files_x86,
            "programfiles" if source == ProgramSource::Hklm32 => &self.program_files_x86,
            "programfiles" | "programw6432" => native,
            _ => &None,
        };
        let folder = folder.as_ref().ok_or_else(|| Refusal::Variable(format!("%{name}%")))?;
        Ok(Cow::Owned(format!("{quote}{folder}{rest}")))
    }

    /// Whether the text names Windows' own installer: by its bare name, or in the system folder.
    pub(super) fn is_msiexec(&self, program: &str) -> bool {
        let (folder, name) = program.rsplit_once('\\').unwrap_or(("", program));
        let named = ["msiexec", "msiexec.exe"].iter().any(|known| name.eq_ignore_ascii_case(known));
        let system = |windows: &String| {
            let mut folders = ["System32", "SysWOW64", "Sysnative"].iter();
            folders.any(|system| folder.eq_ignore_ascii_case(&format!(r"{windows}\{system}")))
        };
        named && (!program.contains('\\') || self.windows.as_ref().is_some_and(system))
    }

    /// Whether a plain path lies below one of the two program folders.
    fn hold(&self, path: &str) -> bool {
        let roots = [&self.program_files, &self.program_files_x86];
        roots.into_iter().flatten().any(|root| {
            let below = path.get(..root.len()).is_some_and(|head| head.eq_ignore_ascii_case(root));
            below && path[root.len()..].starts_with('\\')
        })
    }
}

/// Checks that a text is the plain path of an `.exe` below Program Files and no interpreter.
///
/// # Errors
/// The first reason against it. An interpreter is named as one wherever it lies.
pub(super) fn check_path(path: &str, folders: &ProgramFolders) -> Result<(), Refusal> {
    foreign(path)?;
    if let Some(name) = interpreter::named_interpreter(file_name(path)) {
        return Err(Refusal::Interpreter(name.to_string()));
    }
    components(path)?;
    if path.encode_utf16().count() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let name = file_name(path);
    if !(name.len() > 4 && ends_in_exe(name)) {
        return Err(Refusal::NotAnExecutable);
    }
    if !folders.hold(path) {
        return Err(Refusal::OutsideProgramFiles);
    }
    Ok(())
}

/// Whether the text ends in `.exe`, in any case.
pub(super) fn ends_in_exe(text: &str) -> bool {
    text.len().checked_sub(4).and_then(|at| text.get(at..)).is_some_and(|ending| ending.eq_ignore_ascii_case(".exe"))
}

fn file_name(path: &str) -> &str {
    path.rsplit(['\\', '/']).next().unwrap_or(path)
}

/// Refuses paths that leave the ordinary file system: devices, and other computers.
fn foreign(path: &str) -> Result<(), Refusal> {
    let path = path.replace('/', r"\");
    if [r"\\?\", r"\\.\", r"\??\"].iter().any(|prefix| path.starts_with(prefix)) {
        return Err(Refusal::DevicePath);
    }
    if path.starts_with(r"\\") { Err(Refusal::NetworkPath) } else { Ok(()) }
}

/// Checks a path part by part: a drive, then at least one part, each in its plain spelling.
fn components(path: &str) -> Result<(), Refusal> {
    let below = match path.as_bytes() {
        [drive, b':', b'\\' | b'/', ..] if drive.is_ascii_alphabetic() => &path[3..],
        _ => return Err(Refusal::Relative),
    };
    below.split('\\').try_for_each(component)
}

fn component(part: &str) -> Result<(), Refusal> {
    if part == "." || part == ".." {
        return Err(Refusal::ParentFolder);
    }
    if part.contains(':') {
        return Err(Refusal::AlternateStream);
    }
    let odd = |c: char| c.is_control() || matches!(c, '"' | '*' | '?' | '<' | '>' | '|' | '/');
    if part.is_empty() || part.contains(odd) {
        return Err(Refusal::OddSpelling);
    }
    if part.starts_with(' ') || part.ends_with(['.', ' ']) {
        return Err(Refusal::DotOrSpaceAtEnd);
    }
    if part.as_bytes().windows(2).any(|pair| pair[0] == b'~' && pair[1].is_ascii_digit()) {
        return Err(Refusal::ShortName);
    }
    if is_device(part) { Err(Refusal::DevicePath) } else { Ok(()) }
}

/// `NUL`, `nul.exe`, `COM1`: devices, whatever the folder and the extension.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_lowercase();
    let numbered = |prefix| {
        let number =
            stem.strip_prefix(prefix).and_then(|rest: &str| rest.chars().next().filter(|c| c.len_utf8() == rest.len()));
        number.is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> ProgramFolders {
        ProgramFolders::new(r"C:\Program Files", Some(r"C:\Program Files (x86)"), r"C:\Windows")
    }

    #[test]
    fn a_program_below_program_files_passes() {
        for path in [
            r"C:\Program Files\Kaspersky Lab\uninst.exe",
            r"c:\program files (X86)\Kaspersky Lab\Endpoint Agent\setup.EXE",
            r"C:\Program Files\Лаборатория\удалить.exe",
            r"C:\Program Files\a~b\x.exe",
        ] {
            assert_eq!(check_path(path, &folders()), Ok(()), "{path}");
        }
    }

    #[test]
    fn a_name_that_only_begins_like_program_files_is_outside() {
        for path in [
            r"C:\Program Filesx\a.exe",
            r"C:\Program Files (x86)x\a.exe",
            r"D:\Program Files\a.exe",
            r"C:\ProgramData\Kaspersky Lab\a.exe",
            r"C:\a.exe",
        ] {
            assert_eq!(check_path(path, &folders()), Err(Refusal::OutsideProgramFiles), "{path}");
        }
    }

    #[test]
    fn without_known_folders_nothing_passes() {
        let path = r"C:\Program Files\a.exe";
        for folders in [
            ProgramFolders::default(),
            ProgramFolders::new("", None, ""),
            ProgramFolders::new(r"C:\", Some(r"\\server\share"), r"C:\Windows"),
            ProgramFolders::new(r"C:\Program Files\..", Some("C:"), r"C:\Windows"),
        ] {
            assert_eq!(check_path(path, &folders), Err(Refusal::OutsideProgramFiles), "{folders:?}");
        }
    }

    #[test]
    fn a_folder_may_end_in_a_backslash() {
        let folders = ProgramFolders::new(r"D:\Programme\", None, r"D:\Windows\");
        assert_eq!(check_path(r"D:\Programme\a\b.exe", &folders), Ok(()));
        assert!(folders.is_msiexec(r"D:\Windows\System32\msiexec.exe"));
    }

    #[test]
    fn devices_are_known_with_any_extension() {
        for name in ["NUL", "con.exe", "Com1.exe", "lpt9", "COM¹.exe", "aux .exe", "conin$"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["nullify.exe", "com.exe", "com10.exe", "console", "lpt", "auxiliary"] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn the_installer_is_known_by_its_bare_name_or_in_the_system_folder() {
        for program in ["msiexec", "MsiExec.exe", r"C:\Windows\System32\msiexec.exe", r"c:\WINDOWS\syswow64\MSIEXEC"] {
            assert!(folders().is_msiexec(program), "{program}");
        }
        for program in
            [r"C:\Temp\msiexec.exe", r".\msiexec.exe", r"C:\Windows\msiexec.exe", "msiexec.com", r"\msiexec.exe"]
        {
            assert!(!folders().is_msiexec(program), "{program}");
        }
    }

    #[test]
    fn only_variables_of_the_system_are_put_in() {
        let expand = |text, source| folders().expand(text, source).map(Cow::into_owned);
        use ProgramSource::{Hklm32, Hklm64};
        assert_eq!(expand(r#""%ProgramFiles%\a.exe" x"#, Hklm64).unwrap(), r#""C:\Program Files\a.exe" x"#);
        assert_eq!(expand(r"%PROGRAMFILES%\a.exe", Hklm32).unwrap(), r"C:\Program Files (x86)\a.exe");
        assert_eq!(expand(r"%SystemRoot%\System32\msiexec.exe", Hklm64).unwrap(), r"C:\Windows\System32\msiexec.exe");
        assert_eq!(expand(r"%ComSpec% /c x", Hklm64), Err(Refusal::Variable("%ComSpec%".into())));
        assert_eq!(expand(r"%ProgramFiles(x86)%\a", Hklm64).unwrap(), r"C:\Program Files (x86)\a");
        assert_eq!(expand("100% a", Hklm64).unwrap(), "100% a");
        assert!(ProgramFolders::default().expand(r"%windir%\a", Hklm64).is_err());
    }
}
