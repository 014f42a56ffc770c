### Protect: what protects this computer now.

protect-on-title = { $name } protects this computer now
protect-on-lead = It is on. Windows told us so a moment ago.
protect-stale = It is on, but out of date. Let it update now.
protect-off-title = Nothing protects this computer now
protect-off-lead = Windows says that no antivirus is on. Turn one on before you do anything else online.
protect-off-steps-title = Turn on Microsoft Defender
protect-off-step-1 = Open Windows Security, then Virus & threat protection.
protect-off-step-2 = Turn on Real-time protection. It may take a few minutes after a restart.
protect-off-step-3 = Come back here and look again.
protect-server = On Windows Server, Defender does not come back by itself. An administrator has to turn it on.
protect-unknown-title = We could not tell what protects this computer
protect-unknown-lead = The system did not say. Please look for yourself.
protect-linux = Linux has no built-in antivirus. Keep updates on, and install programs from your distribution only.
protect-mac = macOS has XProtect and Gatekeeper built in. Keep updates on.
protect-two-title = Two antivirus programs are on
protect-two-body = They get in each other's way. Keep one.
protect-gone-body = It is still registered, but its program is gone. It protects nobody.
protect-firewall = Firewall
protect-chip-on = On
protect-chip-off = Off
protect-chip-snoozed = Paused
protect-chip-expired = Expired
protect-chip-unknown = Not known
protect-one-title = One at a time
protect-one = Install another antivirus only after Kaspersky is gone. Microsoft Defender is built into Windows and costs nothing.
