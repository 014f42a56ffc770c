### Check: what is on this computer, and who looks after it.

looking-title = Looking at this computer
looking-lead = This takes a few seconds. Nothing is changed.
looking-progress = { $done } of { $total } kinds of places, last: { $what }
looking-begin = Starting.

found-installed-title = Kaspersky is on this computer
found-leftovers-title = Kaspersky is gone, but parts of it are left
found-cannot-tell-title = We cannot tell yet
found-clean-title = No active Kaspersky parts found
found-lead = We looked in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}. Nothing was changed. Here is what we found.
found-clean-lead = Every place that has to be checked was checked, for Windows and this account.
found-clean-lead-system = Every place that has to be checked was checked, for Windows, no account.
found-clean-lead-other = Every place that has to be checked was checked, for this computer and this account.
found-cannot-tell-lead = Something could not be checked, or what we found could belong to another program.
found-product = { $name } { $version }
found-home = Antivirus for homes.
found-business = Antivirus for offices.
found-server = Program for servers.
found-agent = Lets an office manage this computer.
found-sensor = Reports threats on this computer to an office.
found-vpn = VPN. You will remove this separately, after the antivirus.
found-passwords = Holds your saved passwords. We will help you take them along first.
found-parental = Rules for children. The parent decides.
found-broken = Its folder is gone, but its drivers are still here. Its uninstaller may still take them out.
found-other = A Kaspersky program. We do not know whether it is for homes or offices.
found-tool = A scanner that was used once.
found-save-first = Save first
found-leftovers = { $count ->
    [one] 1 part is left
   *[other] { $count } parts are left
}
found-leftovers-body = No installed program uses this. You will see everything on the Verify page.
found-kept = Your own data
found-kept-body = { $count ->
    [one] 1 place with your own data. We leave it where it is.
   *[other] { $count } places with your own data. We leave them where they are.
}
found-kept-may-go = { $count ->
    [one] 1 place with your own data. The removal may delete it. Save first what you need.
   *[other] { $count } places with your own data. The removal may delete some of it. Save first what you need.
}
found-suspicious = A suspicious folder, not from Kaspersky
found-suspicious-body = Some malware plants such folders to keep an antivirus out. Run a full scan with your antivirus.
found-suspicious-chip = Scan for malware
found-successor-title = Do you want to keep { $names }?
found-successor = In September 2024, many Kaspersky customers in the US were moved to this program. Whether this copy came that way, we cannot tell. It is not from Kaspersky. Look for charges by UltraAV or Pango.
found-successor-keep = If you want it, leave it as it is. If not, open Installed apps, look for its name, and choose Uninstall.
successor-choose = If you want it, say so. If not, start its own uninstaller here. You can also open Installed apps, look for its name, and choose Uninstall.
successor-keep = I want to keep it
successor-remove = Start its uninstaller…
successor-remove-after-all = Remove it after all…
successor-kept-title = You keep { $names }
successor-kept = You can still remove it later.
successor-still-title = { $names } is still here
successor-removed-title = Removed: { $names }
successor-removed = It was here when we began. We looked again, and it is gone.
successor-charges = Removing the program does not end the charges. You end them with UltraAV, the company that bills you, and not with Kaspersky.
found-successor-chip = Not Kaspersky
found-unknown = { $count ->
    [one] 1 thing could not be checked
   *[other] { $count } things could not be checked
}
found-unknown-body = { $what }: { $why }. We look again at the end.
found-other-accounts = { $count ->
    [one] 1 other account was not looked at
   *[other] { $count } other accounts were not looked at
}
found-other-accounts-body = Each person on this computer may have passwords of their own in Kaspersky. Ask them before you remove it.

caretaker-title = Who looks after this computer?
caretaker-lead = Kaspersky for offices is here. If someone manages this computer for you, they have to remove it.
caretaker-lead-unknown = A Kaspersky program is here that we do not know. It may be for offices. If someone manages this computer for you, ask them before it is removed.
caretaker-employer = My employer
caretaker-outside = An outside company
caretaker-me = I do
caretaker-nobody = Nobody anymore
caretaker-government = Work for the US government
caretaker-government-body = If this computer is used for US government or contractor work, save a report and tell that office before you remove anything. Stricter rules apply.

managed-title = Ask them before anything is removed
managed-lead = They may have passwords and keys that are needed for this.
managed-tell = Tell them
managed-tell-body = Kaspersky is on my computer. Please remove it, or tell me that I may. Is the disk encrypted with it? Where is the recovery key?
managed-details = The details for helpers below can be copied into a message.
