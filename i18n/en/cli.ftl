### The console program: help and messages.

# The help, and the page of the manual. The first one stands behind the program's name.
cli-help-what = look for Kaspersky and what it left
cli-help-independent = Independent: not from Kaspersky, Microsoft or the US government.
cli-help-usage = Usage:
cli-help-window = What the window of this program gives when it starts this one:
cli-help-exits = Exit codes:

cli-form-scan = Look and change nothing.
cli-form-scan-offline = Look at a Windows that is not running. ROOT is the folder where its disk is mounted.
cli-form-report-offline = A report of a Windows that is not running. ROOT is the folder where its disk is mounted.
cli-form-guide-offline = What was found on such a disk, page by page. It can only be looked at.
cli-form-report = Look, and write a report to keep, to print or to send, without names of people.
cli-form-report-open = Show a result that was saved with scan --json. No computer is looked at.
cli-form-report-compare = Show what went, what stayed and what is new from one saved result to another.
cli-form-guide = The whole journey, step by step, in this terminal.
cli-form-guide-practice = The same on a practice computer. Nothing on this one is read or changed.
cli-form-guide-replay = The same on the computer in a recording. Nothing on this one is read or changed.
cli-form-plan = Look, and say what would be cleaned. Nothing is changed.
cli-form-apply = Look again, and clean these findings. Each thing is saved first.
cli-form-past = List the clean-ups that were made.
cli-form-undo = Put back what a clean-up removed: all of it, or these findings.
cli-form-fix-filters = Windows, as administrator: look again, and take the filter entries of these findings out if their driver is missing. A copy is kept. Prints JSON.
cli-form-undo-fix = Put back what the last fix-filters took out. Prints JSON.
cli-form-rescue = For a Windows that does not start, or starts without mouse or keyboard. Look at its lists of drivers, and ask which entry goes. At the prompt of the recovery system, or as administrator with --offline. Not on Windows, it tells the steps for that prompt.
cli-form-rescue-apply = The same without questions: take the entries of these findings out. A copy of the file is kept.
cli-form-rescue-undo = Put back what the last rescue on that disk took out.
cli-form-remove-own-data = Remove what this program keeps for this account. Copies that can undo the cleaning stay. The uninstaller does this too.
cli-form-remove-unattended = Windows, as administrator: remove the products of offices with nobody at the keyboard, one after another, by Windows’ own installer. It refuses where somebody could lose something, and never restarts the computer.
cli-form-prepare-folder = Windows, as administrator: make the folder for what is kept for the whole computer, so that nobody else makes it first. The installer does this.
cli-form-check-tool = Say whether Windows confirms that a downloaded file is Kaspersky’s own removal tool. The file is not started, and nothing is sent.
cli-form-code = Explain a call code that somebody read out. Gaps and small letters do not matter.
cli-form-triage = One table of the results of many computers, the worst first. A folder is read with all that is in it; - reads what is typed or piped in.
cli-form-export = Make what other tools take: a pack for osquery and files for Fleet, or scripts for Intune, or for other tools that manage computers.
cli-form-schema = Print the JSON Schema of the scan output.

cli-switch-help = Print this help.
cli-switch-version = Print the version.
cli-switch-json = Print JSON.
cli-switch-compact = Print that JSON on one line.
cli-switch-line = Print one short line of plain ASCII: the verdict, the products, the call code and counts.
cli-switch-label = What you call this computer, in the result: 1 to 64 letters, digits, dots, hyphens or underscores.
cli-switch-out-dir = Also write the result as JSON into this folder, as NAME.json. Without a label, the name has the time.
cli-switch-export-dir = Write the files into this folder. Without it, they are printed one after the other.
cli-switch-record = Also write what was seen to this file, without names of people.
cli-switch-replay = Look at what is in such a file, and not at this computer.
cli-switch-format = The form of the report. Without it: text.
cli-switch-out = Write the report to this file. Without it, the report is printed.
cli-switch-table-format = The form of the table. Without it: text.
cli-switch-table-out = Write the table to this file. Without it, the table is printed.
cli-switch-ndjson = Also write one clean line of JSON for each computer to this file.
cli-switch-stale = Mark results that are older than this. Without it: 30.
cli-switch-sheet = Write what is typed in the recovery system to this file, to print. Nothing is changed.
cli-switch-only = This finding. Can be given more than once.
cli-switch-retire = Also switch off this driver, which is loaded. Can be given more than once.
cli-switch-page = Go on by the usual answers until the page with this number shows.
cli-switch-whole-computer = Remove what is kept for the whole computer, and not for this account.
cli-switch-undo-copies = Remove the copies that can undo the cleaning, too.
cli-switch-resume = Go on after the restart: finish, look again, and say what protects this computer.
cli-switch-password-stdin = Read the removal password from standard input. On a second line, Network Agent’s own, if it has another one.
cli-switch-answered = This is done: every BitLocker key is kept elsewhere, or every file is decrypted. Can be given more than once.
cli-switch-log = The folder for the uninstallers’ logs. Only administrators may be able to write there.
cli-switch-minutes = How long one uninstaller may take. Without it: 60. It is not stopped then, only told about.
cli-switch-offline = The drive or folder with the Windows that is meant.
cli-switch-ids = More findings are in this file, one on each line.
cli-switch-sha256 = The SHA-256 of that file. Any other file is refused.
cli-switch-catalog = The date of what the window knows. If this program's is another one, nothing is done.
cli-switch-helper = This program was started with rights for the window.
cli-switch-ask = Also leave the answer for the window that gave this number.

cli-exit-clean = done; scan and report: nothing was found, and everything required was checked; check-tool: Windows confirms the file
cli-exit-installed = Kaspersky is installed
cli-exit-leftovers = parts of it are left; rescue: an entry would stop a device
cli-exit-cannot-tell = cannot tell; check-tool: it was not checked
cli-exit-not-done = something was not changed as asked, or waits
cli-exit-no-rights = it takes an administrator; nothing was changed
cli-exit-restart-due = a restart is due, and it is safe; then: remove --unattended --resume
cli-exit-refused = refused; check-tool: do not start the file
cli-exit-usage = wrong usage
cli-exit-data = a recording, a report or a call code cannot be read; rescue: there is no Windows that can be read; triage: something was left out
cli-exit-internal = internal error

# What is wrong with what was typed.
cli-usage-no-command = Say what to do, as in: cleanbreak-cli scan
cli-usage-unknown-command = There is no command "{ $name }". See: cleanbreak-cli --help
cli-usage-unknown-switch = There is no switch { $switch }. See: cleanbreak-cli --help
cli-usage-not-with = { $switch } does not go with "{ $command }". See: cleanbreak-cli --help
cli-usage-no-way = Say what "{ $command }" is to do, with one of: { $ways }
cli-usage-two-ways = { $first } and { $second } do not go together. Give one of them.
cli-usage-way-twice = Give { $switch } only once.
cli-usage-half-a-pair = { $switch } needs { $missing } too.
cli-usage-no-ids = Say which findings "{ $command }" is about. Their ids are in: { $source }
cli-usage-no-file = Say which file "{ $command }" is about.
cli-usage-no-code = Type the call code behind "{ $command }": twelve letters.
cli-usage-not-one-of = Say one of these behind "{ $command }": { $words }
cli-usage-no-words = "{ $command }" has no use for "{ $word }". See: cleanbreak-cli --help
cli-usage-no-value = Something is missing after { $switch }. It is given as: { $switch } { $value }
cli-usage-unwanted-value = { $switch } takes no value.
cli-usage-wrong-value = { $switch } takes { $wanted }, not "{ $value }".
cli-usage-wrong-label = { $switch } takes 1 to 64 letters, digits, dots, hyphens or underscores, not "{ $value }".
cli-usage-not-utf8 = "{ $value }" is not text in UTF-8.
cli-usage-problem = { $problem }. See: cleanbreak-cli --help
cli-replay-failed = Cannot read { $file }: { $problem }
cli-offline-failed = Cannot look at { $folder }: { $problem }
cli-offline-no-windows = there is no Windows on this disk
cli-offline-other = There is another Windows in { $folder }. It was not looked at. To look at it, name that folder.
cli-offline-not-mounted = this is a disk, and not a folder. Mount it first, then name the folder where it is mounted.
cli-offline-locked = BitLocker keeps this disk locked. { $os ->
    [linux] Type these two lines as root, with the 48 digits of its recovery key as the password. Then name the folder /mnt. { $unlock } ; { $mount }
   *[other] Put it into a Windows PC, and unlock it there with the 48 digits of its recovery key.
}
cli-not-a-file = this is no plain file
cli-file-too-large = it is larger than 64 MB
cli-record-failed = Cannot write { $file }: { $problem }. The result is above.
cli-export-failed = Cannot write { $file }: { $problem }.
cli-no-such-folder = there is no such folder
cli-may-not-write = this account may not write there
cli-disk-full = the disk is full
cli-result-saved = The result is in { $file }.
cli-saved-damaged = it is damaged: { $problem }
cli-saved-other = this is no result of Clean Break
cli-saved-recording = this is a recording. Give it to report --replay
cli-saved-newer = a newer program wrote it, in version { $version }
cli-recorded = What was seen is in { $file }. Names of people were taken out.
cli-own-data-removed = Clean Break's own data is removed.
cli-own-data-copies = Copies that can undo the cleaning are still in { $folder }.
cli-own-data-failed = Not everything could be removed: { $problem }
cli-folder-not-made = The folder for the whole computer was not made: { $problem }
cli-own-data-anothers = this account's folder is not touched by a program with rights. Open a terminal without rights, and give the command there
cli-reported = The report is in { $file }. Names of people were taken out.
cli-report-failed = Cannot write { $file }: { $problem }. No report was saved.
cli-output-failed = Cannot write the answer: { $problem }

### The journey in a terminal.

guide-page = Page { $page }
guide-practice = Practice: this is a recorded computer.
guide-choice = { $number }) { $label }
guide-chosen = { $number }) { $label } (chosen)
guide-disabled = -) { $label }: { $why }
guide-ask = Type a number and press Enter. Type d for details, t for everything as text, r to save a report, q to stop here.
guide-ask-file = Type the whole path of the file, or nothing, and press Enter. The file is not opened.
guide-ask-tool = Type the whole path of the file, or nothing, and press Enter. The file is not started.
guide-ask-folder = Type the path of the folder or the USB stick where the sheet goes, or nothing, and press Enter.
guide-no-choice = That is not one of the numbers.
guide-no-practice = There is no practice computer "{ $name }". There are: { $names }
