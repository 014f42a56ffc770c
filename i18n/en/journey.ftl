### Words that all pages of the journey share: steps, buttons, dates.

step-check = Check
step-why = Why
step-prepare = Prepare
step-remove = Remove
step-restart = Restart
step-verify = Verify
step-protect = Protect
step-done = Done

button-start = Look at this computer
button-continue = Continue
button-back = Back
button-look-again = Look again
button-stop-looking = Stop
button-skip-product = Leave this one for now
button-skip-products = Leave these for now
button-finish = Finish
button-quit = Close
button-print-sheet = Print…
button-save-sheet = Save to USB…
button-open-installed-apps = Open Installed apps
button-open-windows-security = Open Windows Security
button-to-removal = Go back to the removal
button-vendor-tool = Open Kaspersky's page
button-source = Source
button-source-of = Source: { $publisher }
button-report-of = Reports on it: { $publisher }
button-opposite-of = Says the opposite: { $publisher }

# September 29, 2024
date = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }, { $year }
# 11:20 AM
time = { $hour12 }:{ $minute } { $half ->
    [am] AM
   *[pm] PM
}

# A day alone, as on the timeline.
on-date = { $date }

unsaved = Your answers cannot be saved: { $why }. You can go on, but after a restart you start over.

already-open = Clean Break is already open. Look for its window.

read-aloud = Read this only to someone you called. We never call you.
checked-at = Checked at { $time }, this account
checked-at-system = Checked at { $time }, Windows, no account
