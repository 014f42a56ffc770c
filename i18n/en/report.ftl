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
