//! One script for each of the tools that start scripts on many computers.

use super::Made;
use super::script::{looking_script, script_header};

pub(super) fn rmm_files(date: &str) -> Vec<Made> {
    vec![
        Made { name: "cleanbreak-share.ps1", text: share(date) },
        Made { name: "cleanbreak-ninjaone.ps1", text: ninjaone(date) },
        Made { name: "cleanbreak-action1.ps1", text: action1(date) },
        Made { name: "cleanbreak-pdq.ps1", text: pdq(date) },
    ]
}

/// The word behind `verdict=` in the program's line.
const VERDICT: &str = r"$verdict = 'unknown'
if ($line -match 'verdict=([a-z_]+)') {
    $verdict = $Matches[1]
}
";

/// A tool's own command, which is there only where the tool runs the script.
fn own_command(name: &str, arguments: &[&str]) -> String {
    let calls: String = arguments.iter().map(|one| format!("        $null = {name} {one}\n")).collect();
    format!(
        r"if (Get-Command -Name '{name}' -ErrorAction SilentlyContinue) {{
    try {{
{calls}    }} catch {{
        $exit = 1
        $words = $words + ' The field could not be set.'
    }}
}} else {{
    $exit = 1
    $words = $words + ' The field could not be set: {name} is not there.'
}}
"
    )
}

fn share(date: &str) -> String {
    let about = [
        "Clean Break: for a scheduled task that Group Policy makes; it runs as the system account.",
        "Put the name of your share below. Each computer writes one file there, COMPUTERNAME.json.",
        "Exit 0: the program looked and found nothing. Exit 1: anything else, with words.",
    ];
    let before = r"
$share = '\\server\cleanbreak$'
$label = $env:COMPUTERNAME -replace '[^A-Za-z0-9._-]', '_'
";
    let arguments = "'scan' '--json' '--compact' '--label' $label '--out' $share";
    let more = r"if ($there -and -not (Test-Path -LiteralPath (Join-Path -Path $share -ChildPath ($label + '.json')))) {
    $exit = 1
    $words = $words + ' The result could not be written to the share.'
}
";
    looking_script(&script_header("rmm", date, &about), before, arguments, more, "$words")
}

fn ninjaone(date: &str) -> String {
    let about = [
        "Clean Break: for NinjaOne. Make two text fields first, cleanbreakVerdict and cleanbreakLine, that scripts may write.",
        "The output is one of a few fixed sentences, so that a script result condition can compare it.",
    ];
    let fields = own_command("Ninja-Property-Set", &["'cleanbreakVerdict' $verdict", "'cleanbreakLine' $line"]);
    looking_script(&script_header("rmm", date, &about), "", "'scan' '--line'", &format!("{VERDICT}{fields}"), "$words")
}

fn action1(date: &str) -> String {
    let about =
        ["Clean Break: for Action1. Make two custom attributes first, Clean Break verdict and Clean Break line."];
    let fields =
        own_command("Action1-Set-CustomAttribute", &["'Clean Break verdict' $verdict", "'Clean Break line' $line"]);
    looking_script(&script_header("rmm", date, &about), "", "'scan' '--line'", &format!("{VERDICT}{fields}"), "$words")
}

fn pdq(date: &str) -> String {
    let about =
        ["Clean Break: for the PowerShell Scanner of PDQ. It writes one object; each of its names becomes a column."];
    let more = format!(
        "{VERDICT}{}",
        r"$row = New-Object -TypeName PSObject -Property @{
    Verdict  = $verdict
    Passed   = ($exit -eq 0)
    ExitCode = $code
    Words    = $words
    Line     = $line
}
"
    );
    looking_script(&script_header("rmm", date, &about), "", "'scan' '--line'", &more, "$row")
}
