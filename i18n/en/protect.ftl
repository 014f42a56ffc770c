### Protect: what protects this computer now.

protect-on-title = { $name } protects this computer now
protect-on-lead = It is on. Windows told us so a moment ago.
protect-on-server = It is on. Windows Server has no Security Center, so we asked Defender itself.
protect-out-of-date-title = { $name } is on, but out of date
protect-out-of-date-lead = Open it and let it update. Then come back here and look again.
protect-kaspersky-title = Only { $name } is on
protect-kaspersky-lead = Remove it first. Do not install a second antivirus beside it.
protect-several-title = { $count ->
    [2] Two antivirus programs are on
   *[other] { $count } antivirus programs are on
}
protect-several-lead = They get in each other's way. Keep one and remove the rest.
protect-snoozed-title = { $name } is paused, and nothing else is on
protect-snoozed-lead = Open it and turn it on again. Then come back here and look again.
protect-expired-title = The license of { $name } has run out
protect-expired-lead = Nothing else is on. Renew it, or remove it and turn on Microsoft Defender.
protect-installed-lead = Kaspersky is still here, and it does not protect you. Remove it first. Then Microsoft Defender can take over.
protect-ours-lead = Nothing else is on. Remove it, and turn on Microsoft Defender.
protect-gone-title = { $name } is listed, but its program is gone
protect-gone-lead = Nothing else is on. Follow the steps below.
protect-off-title = Nothing protects this computer now
protect-off-lead = Windows says that no antivirus is on. Turn one on before you do anything else online.
protect-off-steps-title = Turn on Microsoft Defender
protect-off-step-1 = Open Windows Security, then Virus & threat protection.
protect-off-step-2 = Turn on Real-time protection. It may take a few minutes after a restart.
protect-off-step-2-held = Turn on Real-time protection. It may take a few minutes.
protect-off-step-3 = Come back here and look again.
protect-leave = Leave it for now
protect-late-title = Windows has not answered yet
protect-late-lead = It may still be starting. Wait a few minutes, then look again.
protect-unknown-title = We could not tell what protects this computer
protect-unknown-lead = The system did not say. Please look for yourself.
protect-contradicts = Windows and Microsoft Defender do not agree. Please look for yourself.

protect-stale = Its data is out of date. Let it update now.
protect-gone-body = It is still registered, but its program is gone. So it does nothing. The next restart may clear the entry.
protect-gone-body-held = It is still registered, but its program is gone. So it does nothing.
protect-next-off = It protects nothing now. That is fine if another one is on.
protect-next-off-alone = It protects nothing now.
protect-next-snoozed = It is off for a while. Open it and turn it on.
protect-next-expired = Its license has run out. Renew it or remove it.
protect-next-ours = It is from Kaspersky. Remove it.
protect-next-unknown = It did not say how it is. Open it and look.
protect-chip-on = On
protect-chip-off = Off
protect-chip-out-of-date = Out of date
protect-chip-snoozed = Paused
protect-chip-expired = Expired
protect-chip-gone = Gone
protect-chip-unknown = Not known

protect-own-title = What Microsoft Defender says of itself
protect-own-on = It is on.
protect-own-on-age = { $days ->
    [0] It is on. Its data is from today.
    [one] It is on. Its data is one day old.
   *[other] It is on. Its data is { $days } days old.
}
protect-own-stands-back = It stands back while another antivirus is on.
protect-own-off = It is off.
protect-own-not-asked = We did not ask, because another antivirus is on.
protect-own-silent = It did not answer. Open Windows Security and look.

protect-firewall = Firewall
protect-fire-on = Windows Firewall is on.
protect-fire-other = { $name } is the firewall now.
protect-fire-off-domain = It is off for work networks.
protect-fire-off-private = It is off for private networks.
protect-fire-off-public = It is off for public networks.
protect-fire-next = Open Windows Security, then Firewall & network protection. Turn it on.
protect-fire-unknown = We could not tell. Open Windows Security, then Firewall & network protection, and look.

protect-ten-title = Windows 10 needs extra updates now
protect-ten-ended = Its support ended on October 14, 2025.
protect-ten-enrolled = Home PCs that are enrolled in Extended Security Updates get fixes until October 12, 2027. You can still enroll. For an office, ask whoever looks after its PCs.
protect-ten-could-not-tell = We could not tell whether this PC is enrolled. Open Settings, Update & Security, then Windows Update: it says so there.
protect-ten-data-title = Microsoft Defender on Windows 10
protect-ten-data = It gets new virus data until October 2028. That does not replace the fixes for Windows.

protect-back-title = Defender comes back by itself
protect-back = On Windows 10 and 11, Microsoft Defender turns on again when no other antivirus is left. That may take a few minutes, or a restart.
protect-back-held = On Windows 10 and 11, Microsoft Defender turns on again when no other antivirus is left. That may take a few minutes.
protect-server-title = Windows Server is different
protect-server = On Windows Server, Defender does not come back by itself. An administrator has to turn it on.
protect-one-title = One at a time
protect-one = Install another antivirus only after Kaspersky is gone. Microsoft Defender is built into Windows and costs nothing.

protect-mac-title = macOS has its own protection
protect-mac = macOS does not tell us how it stands. Please look for yourself.
protect-mac-how-title = XProtect and Gatekeeper
protect-mac-how = Gatekeeper checks a program before you open it for the first time. XProtect stops and removes known bad ones.
protect-mac-steps-title = See that they are on
protect-mac-step-1 = Open System Settings, then Privacy & Security. Allow apps from the App Store and known developers only.
protect-mac-step-2 = Open General, then Software Update. Turn on automatic updates.
protect-linux-title = Linux has no antivirus built in
protect-linux = Keep updates on, and install programs from your distribution only.
protect-linux-help-title = Do you need one?
protect-linux-help = The help of the GNOME desktop says: probably not. Viruses that affect Linux are very rare. It says you can still install one, for files that you pass on to Windows or a Mac.

### What keeps Windows' own protection off.

held-title = What keeps Windows' own protection off
held-policy-off = The policy { $name } tells Microsoft Defender to stay off.
held-policy-off-old = The policy { $name } tells Microsoft Defender to stay off. Only old versions of it obey. If yours is new, something else keeps it off.
held-policy-part = The policy { $name } turns off real-time protection, or a part of it.
held-policy-passive = The policy { $name } tells Microsoft Defender to stand back.
held-policy-firewall = A policy turns off Windows Firewall for { $name ->
    [domain] work networks
    [public] public networks
   *[other] private networks
}.
held-service-off = The Windows service { $name } is switched off.
held-registered = { $name } is still listed in Windows Security, but its program is gone.
held-setting = Microsoft Defender's own setting { $name } keeps it off.
held-tamper-off = Tamper Protection is off. Other programs can change the settings of Microsoft Defender.
held-policy-title = A policy may keep it off
held-policy-who = A program may have set it, sometimes a harmful one. Or a person did who set up this computer.
held-policy-step-1 = Did you use a program that turns Microsoft Defender off? Open it, and undo that.
held-policy-step-2 = On Windows Pro, type gpedit.msc in the Start menu. Open Computer Configuration, Administrative Templates, Windows Components, Microsoft Defender Antivirus. Set “Turn off Microsoft Defender Antivirus” to “Not configured”. Does it say that already? Go on.
held-policy-step-3 = Restart the computer, then look again.
held-policy-step-4 = Is it still off? Save the report, and show it to someone who knows Windows. Or choose another antivirus below.
held-managed-title = Ask your administrator
held-managed-who = A workplace or a school manages this computer. Only its administrator can change what protects it.
held-managed-step-1 = Save the report.
held-managed-step-2 = Send it to your administrator. Ask what protects this computer now.
held-service-title = A part of Windows is switched off
held-service-who = Without it, Microsoft Defender may not come back when another antivirus is removed.
held-service-step-1 = Did you use a program that switches off parts of Windows? Open it, and undo that. Then restart the computer, and look again.
held-service-step-1-held = Did you use a program that switches off parts of Windows? Open it, and undo that. Then look again.
held-service-step-2 = Is it still off? Save the report, and show it to someone who knows Windows.
held-service-step-3 = Until then, choose another antivirus below.
held-registration-title = A program that is gone is still listed
held-registration-who = Windows may take it for your antivirus, and keep its own off.
held-registration-step-1 = Restart the computer once, then look again.
held-registration-step-2 = Is it still listed? Get the removal tool from the maker of that program, and run it.
held-registration-step-3 = Is there no tool, or did it not help? Install that program again, and remove it with its own uninstaller.
held-registration-step-4 = Is it still listed then? Save the report, and show it to someone who knows Windows. Or choose another antivirus below.
held-registration-ours-title = A program that is gone is still listed
held-registration-ours-who = Windows may take it for your antivirus, and keep its own off.
held-registration-ours-1 = Restart the computer once, then look again.
held-registration-ours-2 = Is it still listed? Use Kaspersky’s removal tool. From the US its page may not open.
held-registration-ours-3 = Is it still listed then? Save the report, and show it to someone who knows Windows. Or choose another antivirus below.
held-tamper-title = Turn on Tamper Protection, too
held-tamper-who = It keeps other programs from turning Microsoft Defender off again.
held-tamper-step-1 = Open Windows Security, then Virus & threat protection, then Manage settings.
held-tamper-step-2 = Turn on Real-time protection and Tamper Protection.
held-firewall-next = Whoever turned it off can turn it on again. Save the report, and show it to someone who knows Windows.
held-firewall-managed = A workplace or a school manages this computer. Ask its administrator.
