//! Scripts for Microsoft Intune: a detection, a remediation beside it, and a detection for an app, for firms whose licence
//! has no remediations (<https://learn.microsoft.com/intune/intune-service/fundamentals/remediations>).

use super::Made;
use super::script::{
    NOT_THERE, exit_table, find_program, looking_script, run_program, script_ending, script_header, script_text,
};
use crate::assess::{Confidence, Danger};
use crate::cli::Exit;

/// The most findings that one run cleans: a command line has an end.
const MOST: usize = 200;

pub(super) fn intune_files(date: &str) -> Vec<Made> {
    vec![
        Made { name: "cleanbreak-intune-detect.ps1", text: detection(date) },
        Made { name: "cleanbreak-intune-remediate.ps1", text: remediation(date) },
        Made { name: "cleanbreak-intune-app-detect.ps1", text: app_detection(date) },
    ]
}

fn detection(date: &str) -> String {
    let about = [
        "Clean Break: detection for Intune. Run as the system account, in 64 bits if you can; it may stand alone.",
        "Exit 0: the program looked and found nothing. Exit 1: anything else, with words. It changes nothing.",
    ];
    looking_script(&script_header("intune", date, &about), "", "'scan' '--line'", "", r#""$words $line""#)
}

fn app_detection(date: &str) -> String {
    let about = [
        "Clean Break: detection rule of a Win32 app, for a licence without remediations.",
        "Installed means: the program is there, looked, and found nothing. Not installed means anything else.",
    ];
    looking_script(&script_header("intune", date, &about), "", "'scan' '--line'", "", r#""$words $line""#)
}

fn remediation(date: &str) -> String {
    let about = [
        "Clean Break: remediation for Intune. It never uninstalls a product.",
        "It cleans only where no product is installed and parts are left: parts of the whole computer that are harmless",
        "or trusted certificates. Each is saved first: cleanbreak-cli cleanup --undo latest puts them back.",
        "Exit 0: afterwards nothing is found. Exit 1: anything else, with words.",
    ];
    let mut script = format!("{}{}if ($there) {{\n", script_header("intune", date, &about), find_program());
    script.push_str(&run_program(4, "'scan' '--json' '--compact'"));
    script.push_str("    $cleaned = ''\n");
    script.push_str(&format!("    if ($code -eq {}) {{\n{}    }}\n", Exit::Leftovers as u8, cleaning()));
    script.push_str(&exit_table(4));
    script.push_str(&format!("}} else {{\n    $words = {}\n    $cleaned = ''\n}}\n", script_text(NOT_THERE)));
    script.push_str(&script_ending(r#""$words $cleaned""#));
    script
}

/// What is done if parts are left: the ids of what may go, the clean-up, and another look.
fn cleaning() -> String {
    let (harmless, trust) = (Danger::Harmless.name(), Danger::Trust.name());
    let possible = serde_json::to_value(Confidence::Possible).ok();
    let possible = possible.as_ref().and_then(|name| name.as_str()).unwrap_or_default().to_string();
    let again = run_program(8, "'scan' '--line'");
    format!(
        r"        $ids = @()
        try {{
            $report = ConvertFrom-Json -InputObject $line
            $ids = @($report.leftovers |
                Where-Object {{ $_.scope -eq 'machine' -and -not $_.fix_first -and $_.confidence -ne '{possible}' }} |
                Where-Object {{ $_.danger -eq '{harmless}' -or $_.danger -eq '{trust}' }} |
                Select-Object -First {MOST} |
                ForEach-Object {{ $_.id }})
        }} catch {{
            $ids = @()
        }}
        $cleaned = 'Nothing was cleaned.'
        if ($ids.Count -gt 0) {{
            $order = @('cleanup', '--apply') + $ids + @('--json')
            try {{
                $null = & $program $order 2>$null
                $cleaned = 'Cleaning ended with code ' + $LASTEXITCODE + '.'
            }} catch {{
                $cleaned = 'Cleaning could not be started.'
            }}
{again}        }}
",
        again = again.lines().map(|line| format!("    {line}\n")).collect::<String>()
    )
}
