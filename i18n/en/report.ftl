### The report: a file to keep, to print or to send to a helper.

report-title = Clean Break report
report-practice = Practice: this report is about a recorded computer. “This computer” below means that one.
report-recording = This report is about a recorded computer. “This computer” below means that one.
report-disk = This report is about the Windows on a disk that was not running. “This computer” below means that one.

report-code = Support code
report-code-is = Support code: { $code }
report-code-use = Read it to your helper. Whoever has the same code looks at the same result.

report-when = Looked at
report-when-local = { $date }, { $time }
report-when-utc = { $date }, { $time } UTC
report-when-unknown = The recording does not say when.
report-computer = Computer
report-rights = Rights
report-rights-admin = An administrator's.
report-rights-user = Those of an ordinary user. An administrator may see more.
report-accounts = Accounts
report-this-account = This account.
report-places = Checked
report-places-count = { $seen } of { $all } kinds of places, in full.
report-program = Program
report-program-version = Clean Break { $version }, with facts of { $date }.

report-name = Name
report-version = Version
report-where = Where
report-signs = What speaks for it
report-state = State
report-place = Place
report-reason = Why not
report-needed = Needed to say that nothing is left
report-yes = Yes
report-no = No

report-firewall = Firewall: { $state }
report-firewall-unknown = we could not tell.
report-unknown-lead = We do not know what is there.
report-unknown-none = Everything on our list was looked at.
report-checked-title = Checked in full
report-checked-none = No place could be seen in full.
report-removed-none = No program is gone since then.
report-clean-up = Cleaned on { $date } at { $time } UTC
report-interrupted = It was stopped in the middle.
report-put-back = Put back since then
report-not-said-title = What this report does not say
report-precautions = We did not check whether any data was taken, or whether anybody else used this computer.
report-not-devices = Phones, tablets and other computers were not looked at.

report-independent = Clean Break is independent: not from Kaspersky, Microsoft or the US government.
report-local = This report was made on the computer and sent to nobody. Names of people and computers were taken out.

### Saving it in the window.

button-save-report = Save the report
button-open-report = Open the report
report-saved-title = The report is saved
report-not-saved-title = The report could not be saved
report-saved-note = The report is saved.
report-not-saved-note = The report could not be saved.

### A saved result that is opened again, and two of them compared.

report-opened = This is a saved result. “This computer” below means the one that it was made on.
report-when-not-saved = The result does not say when.
report-label = Called
report-protected = Something protected the computer then.
compare-warning = Two saved results are compared here. Nobody has looked at the computer again.
compare-before = First result
compare-after = Second result
compare-installed = Kaspersky was installed.
compare-left = Kaspersky was not installed, but parts of it were left.
compare-went = What went
compare-went-none = Nothing went.
compare-stayed = What stayed
compare-stayed-none = Nothing stayed.
compare-new = What is new
compare-new-none = Nothing is new.
compare-not-seen = What nobody can tell
compare-not-seen-lead = The second look could not see all of the places where these were. They may still be there.
compare-what = What it is
compare-product = a product
compare-leftover = a part that is left
compare-other-system = These two are of different systems. They cannot be of one computer.
compare-other-label = These two have different names. Are they of one computer?
compare-backwards = The second result is the older one. Should they change places?

### The page in the window that opens a saved result.

result-title = A saved result
result-lead = Drop the file on this window, or choose it. A second one is compared with the first. Nothing on this computer is read or changed.
result-open = Open a saved result…
result-choose = Choose the file…
result-another = Choose another one to compare…
result-fresh = Close this result
result-too-many = Open one result, or two to compare them.
result-line = { $name }: { $line }
result-dialog = Which file holds the saved result?

### What happened on the way.

report-answers = What was answered
report-asked = Asked about
report-said = Answer
report-runs = How each uninstaller ended
report-run-code = It ended with the code { $code }.
report-run-killed = Something ended it.
report-run-not-waited = It could not be waited for.
report-run-refused = Its command was refused. Nothing was started.
report-run-not-started = The computer could not start it.
report-moment = When
report-restarts = Restarts that were seen
report-undo-place = The copies are in { $folder }.
report-undo = To put it back: cleanbreak-cli cleanup --undo { $run }
