//! What the PowerShell scripts have in common.
//!
//! They run in Windows PowerShell 5.1, as the system account, often in a 32-bit host; so the program is looked for below
//! `ProgramW6432`. Such hosts take every exit code but 0 for *something was found*, some show the last line of the output
//! only, and a `return` outside of a function ends with 0. So each script has one line of output and one `exit`, at its
//! end, with 0 or 1.

use crate::cli::Exit;
use crate::i18n::Texts;

/// The longest part of the program's line that goes into the output: with the words, it has to stay below 2,048
/// characters, of which Intune shows no more.
const SHOWN: usize = 1_500;

/// The comment at the top.
pub(super) fn script_header(kind: &str, date: &str, about: &[&str]) -> String {
    let made =
        format!("Made by cleanbreak-cli {} export {kind}, from the catalogue of {date}.", env!("CARGO_PKG_VERSION"));
    let fixed =
        ["It holds no password and needs none. Independent: not from Kaspersky, Microsoft or the US government."];
    let lines = about.iter().copied().chain([made.as_str()]).chain(fixed);
    lines.map(|line| format!("# {line}\n")).collect()
}

/// Looks for the program. Afterwards `$there` says whether it is on this computer.
pub(super) fn find_program() -> &'static str {
    r"
$exit = 1
$words = ''
$line = ''
$code = 70
$there = $false
$program = ''
if ($env:ProgramW6432) {
    $program = Join-Path -Path $env:ProgramW6432 -ChildPath 'Clean Break\cleanbreak-cli.exe'
    $there = Test-Path -LiteralPath $program -PathType Leaf
}
"
}

/// Runs the program with these arguments. Afterwards `$code` is its exit code, and `$line` the last line that it wrote.
/// Code 70 stands for a program that could not be started.
pub(super) fn run_program(indent: usize, arguments: &str) -> String {
    let lines = [
        "try {".to_string(),
        format!("    $line = [string](@(& $program {arguments} 2>$null) | Select-Object -Last 1)"),
        "    $code = $LASTEXITCODE".into(),
        "} catch {".into(),
        "    $code = 70".into(),
        "}".into(),
    ];
    lines.iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

/// Turns `$code` into `$exit` and `$words`. 0 passes, and nothing else does.
pub(super) fn exit_table(indent: usize) -> String {
    let blank = " ".repeat(indent);
    let mut table = format!("{blank}switch ($code) {{\n");
    for exit in Exit::ALL {
        let passes = if *exit == Exit::Clean { "$exit = 0; " } else { "" };
        table.push_str(&format!(
            "{blank}    {} {{ {passes}$words = {} }}\n",
            *exit as u8,
            script_text(&words_of(*exit))
        ));
    }
    table.push_str(&format!("{blank}    default {{ $words = {} }}\n{blank}}}\n", script_text(UNKNOWN_CODE)));
    table
}

const UNKNOWN_CODE: &str =
    "The look failed, and nothing is known: the program ended with a code that this script does not know.";

/// What is said where the program is missing.
pub(super) const NOT_THERE: &str = "Clean Break is not on this computer, so nothing was looked at.";

/// What is said about an exit code of a scan.
pub(super) fn words_of(exit: Exit) -> String {
    match exit {
        Exit::Clean => {
            "No active Kaspersky parts were found. Files of accounts were not looked at if the system account asked."
                .into()
        }
        Exit::Installed => "Kaspersky is installed.".into(),
        Exit::Leftovers => "Kaspersky is not installed, but parts of it are left.".into(),
        Exit::CannotTell => {
            "It cannot be told whether Kaspersky is gone: something required could not be looked at.".into()
        }
        other => format!("The look failed, and nothing is known: {}.", Texts::english().get(other.meaning())),
    }
}

/// Cuts the program's line, so that the words before it are never lost.
pub(super) fn shorten_line(indent: usize) -> String {
    format!("{}if ($line.Length -gt {SHOWN}) {{ $line = $line.Substring(0, {SHOWN}) }}\n", " ".repeat(indent))
}

/// A text in PowerShell, in which nothing is replaced. What is not ASCII would change on its way.
pub(super) fn script_text(text: &str) -> String {
    let ascii: String = text
        .chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            c if c.is_ascii() && !c.is_control() => c,
            _ => '?',
        })
        .collect();
    format!("'{}'", ascii.replace('\'', "''"))
}

/// The end: what is written, and the exit.
pub(super) fn script_ending(output: &str) -> String {
    format!("Write-Output {output}\nexit $exit\n")
}

/// A script that looks and says what it saw. `more` stands between the look and the output.
pub(super) fn looking_script(header: &str, before: &str, arguments: &str, more: &str, output: &str) -> String {
    let mut script = format!("{header}{before}{}if ($there) {{\n", find_program());
    script.push_str(&run_program(4, arguments));
    script.push_str(&exit_table(4));
    script.push_str(&shorten_line(4));
    script.push_str(&format!("}} else {{\n    $words = {}\n}}\n", script_text(NOT_THERE)));
    script.push_str(more);
    script.push_str(&script_ending(output));
    script
}
