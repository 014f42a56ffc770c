### Clean: what may go, every step before it is done, and the way back.

clean-button = Clean up
clean-button-read = Read about each
clean-title = What should go?
clean-lead = Everything that can go safely is chosen. Each thing is saved first, so you can put it back.
clean-group-trust = What the system still trusts
clean-group-hook = Broken entries of drivers and services
clean-group-harmless = Not used anymore
clean-group-live = Still loaded
clean-group-guided = Only by hand
clean-tick = Clean this
clean-tick-all = Clean these
clean-retire = If the Kaspersky uninstaller and its removal tool have both failed, this driver can be switched off. It stays on the disk. After a restart you can clean it.
clean-retire-held = If the Kaspersky uninstaller and its removal tool have both failed, this driver can be switched off. It stays on the disk.
clean-retire-tick = Switch this driver off
clean-by-hand-button = Show me the steps
clean-more = More
clean-each = Show each one
clean-less = Less
clean-place = Where: { $place }
clean-name = Its name: { $name }
clean-nothing-chosen = Choose at least one thing.
clean-preview-button = { $count ->
    [one] Next: see what happens
   *[other] Next: see what happens to { $count }
}
clean-preview-title = { $count ->
    [one] This 1 thing will be cleaned
   *[other] These { $count } things will be cleaned
}
clean-preview-lead = A copy of each is saved first. Nothing else is changed.
clean-means-filter = { $device ->
    [mouse] It leaves the driver list of the mouse. The other drivers stay.
    [keyboard] It leaves the driver list of the keyboard. The other drivers stay.
   *[other] It leaves a list of device drivers. The other drivers stay.
}
clean-means-retire = It is switched off, from the next start on.
clean-means-service = The entry that would start it is removed.
clean-means-registry = The setting is removed.
clean-means-move = The file or folder moves to the saved copies.
clean-means-empty = The folder is removed if it is empty.
clean-means-certificate = { $os ->
    [windows] Windows stops trusting it.
   *[other] The system stops trusting it.
}
clean-means-task = It is removed, so it does not start anymore.
clean-exact-title = { $count ->
    [one] The exact step
   *[other] The { $count } exact steps
}
clean-exact-body = With every key, setting and file, for those who want to check.
clean-exact-show = Show the exact steps
clean-exact-hide = Hide the exact steps
clean-exact = { $step } ({ $place })
clean-do-filter = { $device ->
    [mouse] Take { $name } out of the driver list of the mouse. The other drivers stay.
    [keyboard] Take { $name } out of the driver list of the keyboard. The other drivers stay.
   *[other] Take { $name } out of a list of device drivers. The other drivers stay.
}
clean-do-retire = Switch off the driver { $name }, from the next start on.
clean-do-service = Remove the entry that starts { $name }.
clean-do-registry = Remove the setting { $name }.
clean-do-move = Move { $name } to the saved copies.
clean-do-empty = Remove the folder { $name } if it is empty.
clean-do-certificate = Stop trusting { $name }.
clean-do-task = Remove the scheduled task { $name }.
clean-after-restart = After the restart: { $step }
clean-later = Later: { $step }
clean-waits-title = Some steps wait for a restart
clean-waits-title-held = Some steps have to wait
clean-waits = First the list entry goes, then you restart, then you come back here for the rest. That way nothing can stop working in between.
clean-waits-held = First the list entry goes. Then we look again, and say when a restart is safe. The rest comes after that.
clean-retire-title = A loaded driver will be switched off
clean-retire-preview = Choose this only if the Kaspersky uninstaller has failed. The old setting is saved, and you can put it back.
clean-root-question = Windows will ask whether to delete a certificate from the Root Store. The answer is Yes.
clean-consent = The computer will ask for permission. Your helper may not see that window.
clean-now = Clean now
clean-why = { $why ->
    [after_restart] This waits for the restart.
    [gone] It was already gone.
    [not_empty] Something is in it, so it stays.
    [in_use] Another program is using it. Restart, then try again.
    [denied] The system did not allow it.
    [disk_full] The disk is full, so no copy could be saved. It was left as it was.
    [changed] It changed after we looked, so it was left as it is.
    [special] A pipe, a socket or a device is in it, so it stays.
    [mounted] Another disk is attached there, so it stays.
    [protected] It is marked so that nobody can change it. It stays.
    [too_deep] It has too many folders in one another to be copied safely. It stays.
    [earlier_failed] A step before it did not work, so it was left as it is.
    [live] It is loaded. Restart once. If it is still here, use the Kaspersky removal tool.
    [guided] Only a person can remove this.
    [unsure] We are not sure that it is Kaspersky's, so it stays.
    [holds_kept] Your own data is in it, so it stays.
    [kept] It is your own data.
    [link] A link stands in its place, so it stays.
    [filter_first] Choose its entry in the driver list as well.
    [driver_first] Its driver has to go first.
    [product_here] A Kaspersky product is still here. Remove that first.
    [not_proven] Its signature could not be checked, so it stays on.
    [by_hand] There is no safe way to do this for you.
    [not_disposable] Your own data may be in it, so it stays.
    [not_found] A new look did not find it.
    [owned] It belongs to a product that is still installed.
    [declined] Permission was not given. Nothing was changed.
    [no_rights] This needs an administrator.
    [another_account] It belongs to an account. Open Clean Break without an administrator's rights.
    [busy] Another clean-up is under way.
    [later_removed] What was removed after it could not be put back, so it was not put back either.
    [not_put_back] It could not be put back. Try again after a restart.
    [nothing_kept] There is nothing of it to put back.
   *[other] It did not work. The details say more.
}
clean-why-held = { $why ->
    [after_restart] This has to wait.
    [in_use] Another program is using it. Close that program, then try again.
    [live] It is loaded. It can stay until a restart is safe.
   *[other] It could not be put back. Try again later.
}
cleaning-title = Working
cleaning-lead = This takes a few seconds. Please wait.
still-working = This is taking longer than usual, but it is still working. A window that asks for permission may be hidden behind another one. Please leave the computer on.
cleaning-consent = If a window asks for permission, the answer is Yes. If you choose No, nothing is changed.
cleaned-declined = Nothing was changed
cleaned-title = { $count ->
    [0] Nothing was cleaned
    [one] 1 thing was cleaned
   *[other] { $count } things were cleaned
}
cleaned-back-title = { $count ->
    [0] Nothing was put back
    [one] 1 thing was put back
   *[other] { $count } things were put back
}
cleaned-lead = We looked again. { $count ->
    [0] Nothing is left.
    [one] 1 thing is left.
   *[other] { $count } things are left.
}
cleaned-undo-title = You can put it back
cleaned-undo = A copy of everything is saved on this computer.
cleaned-undo-button = Put it back
cleaned-chip-failed = Not done
cleaned-chip-left = Left as it is
cleaned-restart = Next: restart
interrupted-title = A clean-up was stopped in the middle
interrupted = You can finish it, or put back what it removed.
interrupted-finish = Finish it
past-button = Past clean-ups
past-title = Past clean-ups
past-lead = Everything that was cleaned is saved. You can put back all of it or one thing.
past-run = { $date }, { $time }
past-run-undated = A clean-up
past-count = { $count ->
    [0] Everything was put back.
    [one] 1 thing can be put back.
   *[other] { $count } things can be put back.
}
past-undo = Put all of this back
past-undo-item = Put this back
undo-title = Put this back?
undo-lead = These things return to where they were.
undo-with-others = What was removed after it, and belongs to it, comes back too.
undo-warning-title = Careful
undo-warning = { $device ->
    [mouse] The driver { $name } is missing. If its entry comes back, the mouse or touchpad will not work after the next start.
    [keyboard] The driver { $name } is missing. If its entry comes back, the keyboard will not work after the next start.
   *[other] The driver { $name } is missing. If its entry comes back, some devices will not work after the next start.
}
undo-button = Put back
by-hand-title = Remove this by hand
by-hand-lead = We never change this for you, because a mistake here can stop the computer or the network.
by-hand-download-lead = This is a file that was downloaded with winget. It takes two steps to remove it.
by-hand-download-1 = Open the Start menu, type PowerShell, and press Enter.
by-hand-download-2 = Type this and press Enter: { $command }
by-hand-vendor = Use the Kaspersky uninstaller or its removal tool first. They know this part best.
by-hand-network-1 = Open the properties of your network adapter.
by-hand-network-2 = Choose the Kaspersky entry, then Uninstall. Clearing its check box is not enough.
by-hand-restart = Restart, then look again here.
by-hand-look = Do not restart yet. Look again here.
by-hand-expert = If it is still here, ask someone who knows this computer well.
by-hand-browser-1 = Open the browser and go to its list of extensions.
by-hand-browser-2 = Find the Kaspersky extension and choose Remove.
by-hand-certificate-1 = In Firefox, open Settings and search for certificates. Choose View Certificates.
by-hand-certificate-mail = In Thunderbird, open Settings, then Privacy & Security, then Manage Certificates.
by-hand-certificate-2 = Under Authorities, choose the Kaspersky entry, then Delete or Distrust.
by-hand-setting-1 = Open the settings of the tool that is named here.
by-hand-setting-2 = Take out the line that names the Kaspersky certificate.
by-hand-account = An administrator can delete this group or account in the list of local users and groups.
by-hand-app-settings = Open Settings, then Apps, then Installed apps. Find the Kaspersky app and choose Uninstall.
by-hand-app-account = If it is not in that list, open the Start menu and type "PowerShell". Open it, type this and press Enter: Remove-AppxPackage -Package { $package }
by-hand-app-provisioned = So that new accounts do not get it, an administrator opens PowerShell with "Run as administrator", types this and presses Enter: Remove-AppxProvisionedPackage -Online -PackageName { $package }
by-hand-app-staged = An administrator opens PowerShell with "Run as administrator", types this and presses Enter: Remove-AppxPackage -AllUsers -Package { $package }
by-hand-rule-1 = An administrator opens the Start menu, types "wf.msc" and presses Enter. Windows Defender Firewall with Advanced Security opens.
by-hand-rule-2 = Choose Inbound Rules and look for the name above. Select it, then choose Delete. Do the same under Outbound Rules.
by-hand-rule-3 = If it comes back, or Delete cannot be chosen, a policy makes it. Ask the person who manages this computer.
by-hand-file-1 = Your own data may be in this folder. Open it and look.
by-hand-file-2 = Copy what you need, then delete the rest yourself.
