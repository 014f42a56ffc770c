### The console program: help and messages.

cli-help =
    Clean Break { $version }: looks for Kaspersky on this computer. Independent: not from Kaspersky,
    Microsoft or the US government.

    Usage:
      cleanbreak-cli scan [--json] [--record FILE] [--replay FILE]
          Look and change nothing. --json prints one JSON object. --record also writes what was
          seen, without names of people. --replay looks at such a file and not at this computer.
      cleanbreak-cli report [--format text|html|json] [--out FILE] [--replay FILE]
          Look, and write a report to keep, to print or to send, without names of people. Without
          --out it is printed.
      cleanbreak-cli guide [--practice NAME | --replay FILE]
          The whole journey, step by step, in this terminal. With --practice on a recorded
          computer, with --replay on the one in a recording: nothing on this one is read or changed.
      cleanbreak-cli cleanup --plan [ID…] | --apply ID… [--retire ID…] | --past [--json]
          Clean what is left. --plan looks and says what would be done. --apply looks again and does
          it; each thing is saved first. --retire also switches off these drivers, which are loaded.
          --past lists the clean-ups that were made.
      cleanbreak-cli cleanup --undo RUN|latest [--only ID…] [--json]
          Put back what a clean-up removed.
      cleanbreak-cli fix-filters ID… [--ask NUMBER]
          Windows, as administrator: look again, take the filter entries of these findings out if
          their driver is missing, and keep a copy. Prints JSON. With --ask the answer is also left
          for the window that gave the number.
      cleanbreak-cli undo-fix [--ask NUMBER]
          Put back what the last fix-filters took out.
      cleanbreak-cli remove-own-data [--whole-computer] [--undo-copies]
          Remove what this program keeps for this account, or for the whole computer. Copies that
          can undo the cleaning stay, unless --undo-copies is given. The uninstaller does this too.
      cleanbreak-cli prepare-folder
          Windows, as administrator: make the folder for what is kept for the whole computer, so
          that nobody else makes it first. The installer does this.
      cleanbreak-cli schema
          Print the JSON Schema of the scan output.
      cleanbreak-cli --help | --version

    Exit codes of scan and report:
      0   nothing found, everything required was checked
      10  Kaspersky is installed
      11  parts of it are left
      12  cannot tell
      13  (cleanup, fix-filters, undo-fix) something was not changed as asked, or waits
      14  (cleanup) it takes an administrator; nothing was changed
      64  wrong usage    65  unreadable recording    70  internal error

cli-usage-no-command = Say what to do, as in: cleanbreak-cli scan
cli-usage-unknown-command = There is no command "{ $name }". See: cleanbreak-cli --help
cli-usage-problem = { $problem }. See: cleanbreak-cli --help
cli-replay-failed = Cannot read { $file }: { $problem }
cli-not-a-file = this is no plain file
cli-file-too-large = it is larger than 64 MB
cli-record-failed = Cannot write { $file }: { $problem }. The result is above.
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
guide-ask = Type a number and press Enter. Type d for details, q to stop here.
guide-ask-file = Type the whole path of the file, or nothing, and press Enter. The file is not opened.
guide-no-choice = That is not one of the numbers.
guide-no-practice = There is no practice computer "{ $name }". There are: { $names }
