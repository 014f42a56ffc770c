### What `cleanbreak-cli scan` prints.

scan-verdict-installed = Kaspersky is installed on this computer.
scan-verdict-leftovers = Kaspersky is not installed, but { $complete ->
    [yes] { $count ->
        [one] 1 part of it is left.
       *[other] { $count } parts of it are left.
    }
   *[no] at least { $count ->
        [one] 1 part of it is left.
       *[other] { $count } parts of it are left.
    }
}
scan-verdict-cannot-tell = We cannot tell yet whether Kaspersky is gone.
scan-verdict-clean = No active Kaspersky parts found.

scan-clean-lead = Every place that has to be checked was checked. This is about this computer and this account.
scan-clean-lead-offline = Every place that has to be checked was checked. This is about the Windows on that disk and its accounts. It was not running.
scan-clean-lead-system = Every place that has to be checked was checked. This is about Windows, no account.
scan-cannot-tell-lead = Something that has to be checked was not, or what was found could belong to somebody else. See below.
scan-nothing-changed = Nothing was changed.

scan-installed-title = Installed
scan-installed-next = Remove it with its own uninstaller: Settings, Apps, Installed apps. Save your passwords first.
scan-perhaps-title = Perhaps Kaspersky's
scan-perhaps-lead = The name fits, but nothing confirms it. Look at these yourself.
scan-installed-next-other = Remove it with its own uninstaller. Save your passwords first.
scan-product = { $name } { $version }

scan-fix-first-title = Fix before the next restart
scan-fix-first-lead = A filter without its driver. After a restart, a device could stop working: the keyboard, the mouse, or even the disk. Do not restart yet.
scan-live-title = Running, or set to start
scan-live-lead = Do not delete these by hand. If nothing has to be fixed first, restart once, then look again.
scan-live-fix-first = Do not delete these by hand. Do not restart yet: first fix what is named above.
scan-live-unknown = Do not delete these by hand. We could not tell whether a restart does harm. Do not restart yet: look again as administrator, or ask for help.
scan-hook-title = Drivers, services and filters that do not run
scan-hook-lead = Their order matters: first the filter entry, then a restart, then the driver.
scan-hook-fix-first = Their order matters. Do not restart yet: first fix what is named above.
scan-hook-unknown = Their order matters. We could not tell whether a restart does harm. Do not restart yet: look again as administrator, or ask for help.
scan-guided-title = Only by hand, step by step
scan-guided-lead = These belong to the network, to disks, to browsers or to settings. Deleting them blindly can break things.
scan-trust-title = The system still trusts these
scan-trust-lead = This computer still trusts certificates that Kaspersky made.
scan-harmless-title = Harmless remains
scan-harmless-lead = Nothing uses them anymore.
scan-finding-possible = { $name } (possible only)
scan-restart-finishes = The next restart takes it away.

scan-kept-title = Kept for you
scan-kept-lead = Your own data. It stays where it is.
scan-suspicious-title = Suspicious, and not from Kaspersky
scan-suspicious-lead = Some malware plants such folders to keep an antivirus out. Run a full scan with your antivirus.
scan-suspicious-locked = locked, though no Kaspersky program is here
scan-suspicious-empty = empty and hidden
scan-successors-title = UltraAV
scan-successors-lead = In September 2024, many customers in the US were moved to these. They are not from Kaspersky. Each has its own uninstaller.

scan-protection-title = Protection
scan-protection-on = { $name } is on.
scan-protection-off = No antivirus is on. Turn one on before you go online.
scan-protection-unknown = We could not tell whether an antivirus is on.

scan-unknown-title = Not checked
scan-unknown-required = { $what }: { $why }. This has to be checked before we can say that nothing is left.
scan-unknown-other = { $what }: { $why }.
scan-unknown-admin-windows = To check more: open the Start menu, type "Terminal", choose "Run as administrator", and scan again.
scan-unknown-admin-other = To check more, scan again with "sudo -H".
scan-others = { $count ->
    [one] 1 other account on this computer was not looked at.
   *[other] { $count } other accounts on this computer were not looked at.
}
scan-as-system = Windows, no account: run by the system account. Of the accounts that are signed in, the registry was looked at, and no files.

scan-progress = Looking: { $done } of { $total } ({ $what })
