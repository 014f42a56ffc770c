### Windows itself: its fixes, and what stands in the way of them.

windows-fixes-title = Fixes for Windows itself
windows-fixes-until = { $name } gets fixes until { $date }.
windows-fixes-extended = This PC has a license for extra updates. { $name } gets fixes until { $date }.
windows-fixes-ended = { $name } got its last fixes on { $date }. An antivirus does not replace them.
windows-fixes-ended-next = Open Settings, then Windows Update, and install the newer Windows that it offers. Is this a work PC? Ask whoever looks after it.
windows-fixes-sold = PCs that are enrolled in Extended Security Updates still get fixes. We could not tell whether this one is.
windows-fixes-clock = The clock of this computer is behind. So we cannot tell whether Windows still gets fixes. Set the clock, then look again.
windows-fixes-newer = This Windows (build { $build }) is newer than what we know.
windows-fixes-not-in-table = We do not know until when this Windows (build { $build }) gets fixes.
windows-fixes-not-seen = We could not tell which Windows this is.
windows-fixes-look = Open Settings, then Windows Update, and look whether it still gets updates.
windows-chip-ended = Ended
windows-lead-ended = Windows itself gets no more fixes. The Protect page says what to do.
windows-lead-not-told = We could not tell whether Windows itself still gets fixes. The Protect page says more.

windows-memory-runs = Memory integrity is on, and it runs.
windows-memory-set = Memory integrity is switched on, but it does not run. A restart may be due, or a driver may be in its way.
windows-memory-set-only = Memory integrity is switched on. We could not tell whether it runs.
windows-memory-off = Memory integrity does not run. After the clean-up, you can turn it on: open Windows Security, then Device security, then Core isolation details.
windows-memory-off-only = Memory integrity is switched off. After the clean-up, you can turn it on: open Windows Security, then Device security, then Core isolation details.

windows-upgrade-title = Why Windows may not upgrade
windows-upgrade-file = Windows' own log names this Kaspersky file: { $name }
windows-upgrade-driver = Windows' own log names this Kaspersky driver: { $name }
windows-upgrade-program = Windows' own log names this Kaspersky program: { $name }
windows-upgrade-others = { $count ->
    [one] It names 1 other thing, too: { $names }. We leave that alone.
   *[other] It names { $count } other things, too: { $names }. We leave those alone.
}
windows-upgrade-next = Remove it, restart, then try the upgrade again. Windows may still name it for a while after it is gone.
windows-upgrade-page = Microsoft says what helps then: { $page }

windows-after-title = What may explain no internet, or trouble with mail
windows-after-lead = We only tell you. We change none of this.
windows-after-proxy = This account sends its web traffic to { $value }, and nothing answers there. That may explain no internet.
windows-after-proxy-all = The web traffic of every account goes to { $value }, and nothing answers there. That may explain no internet.
windows-after-proxy-services = Windows' own services send their traffic to { $value }, and nothing answers there. That may explain why updates fail.
windows-after-script = This account asks { $value } which way to the internet, and nothing answers there. That may explain no internet.
windows-after-script-all = Every account asks { $value } which way to the internet, and nothing answers there. That may explain no internet.
windows-after-dns = A network adapter asks { $value }, this computer itself, for the names of websites. Nothing answers there. That may explain no internet.
windows-after-mail = The add-in { $value } is still registered in Outlook. That may explain errors in Outlook.
windows-after-store = { $value } still trusts a certificate from Kaspersky, in a list of its own. That may explain errors with mail.
windows-after-proxy-next = Open Settings, then Network & internet, then Proxy. Turn off “Use a proxy server”.
windows-after-script-next = Open Settings, then Network & internet, then Proxy. Turn off “Use setup script”.
windows-after-all-next = A policy says so. Ask whoever set up this computer to take it back.
windows-after-services-next = Open the Terminal as an administrator, and type: netsh winhttp reset proxy
windows-after-dns-next = Open Settings, then Network & internet, then your network. Set “DNS server assignment” to Automatic.
windows-after-mail-next = In Outlook, open File, then Options, then Add-ins. Beside Manage, choose Go, and remove it.
windows-after-store-next = In Thunderbird, open Settings, then Privacy & Security, then Manage Certificates. Under Authorities, choose the Kaspersky entry, then Delete or Distrust.
