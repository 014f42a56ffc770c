### The results of many computers: one table of them.

triage-title = Kaspersky on your computers
triage-computers = { $count ->
    [one] One computer.
   *[other] { $count } computers.
}
triage-none = There was no result to read.
triage-older = { $count ->
    [one] One older result of the same computers was left out.
   *[other] { $count } older results of the same computers were left out.
}
triage-old-results = { $count ->
    [one] One result is old. Look at that computer again.
   *[other] { $count } results are old. Look at those computers again.
}
triage-skipped-count = { $count ->
    [one] One thing could not be read. It is listed at the end.
   *[other] { $count } things could not be read. They are listed at the end.
}

triage-installed = Kaspersky is installed
triage-leftovers = Parts of it are left
triage-cannot-tell = Cannot tell yet
triage-clean = Nothing was found
triage-no-product = no product is named

triage-computer = Computer
triage-seen = Seen (UTC)
triage-left = Parts left
triage-unseen = Not seen
triage-note = Note
triage-file = File
triage-reason = Why not

triage-age-old = old
triage-age-unknown = no date
triage-age-ahead = its clock is ahead
triage-fix-first = fix before a restart

triage-skipped-title = Left out
triage-skipped-damaged = it is damaged, or a part of it is missing
triage-skipped-empty = it is empty
triage-skipped-other = this is no result of Clean Break
triage-skipped-recording = this is a recording. Give it to scan --replay
triage-skipped-newer = a newer program wrote it, in version { $version }
triage-skipped-too-long = it is longer than any result
triage-skipped-link = this is a link. Name the file that it leads to
triage-skipped-not-plain = this is no plain file
triage-skipped-too-deep = folders are nested too deeply
triage-skipped-more = { $count ->
    [one] one more place in it
   *[other] { $count } more places in it
}
triage-skipped-denied = this account may not read it
triage-skipped-absent = it is not there
triage-skipped-unreadable = it cannot be read: { $problem }

triage-saved = The table is in { $file }.
triage-lines-saved = One line for each computer is in { $file }.
triage-not-saved = Cannot write { $file }: { $problem }. Nothing was saved there.
