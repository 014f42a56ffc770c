### Remove: the vendor's own uninstaller, and how it can end.

remove-start = Start the uninstaller…
remove-again = Try again…
remove-show-steps = Show the steps again
remove-restart-first = Restart…
confirm-title = Remove { $name }
confirm-title-of = Remove { $name } ({ $number } of { $total })
between-removed = { $count ->
    [one] { $names } is removed
   *[other] { $names } are removed
}
between-next = Next: { $name } ({ $number } of { $total }).
confirm-lead = We start Kaspersky's own uninstaller. It opens another window. Here is what that window asks.
confirm-save-title = Before you start
confirm-save = Save your work and close other programs. Stay connected to power.
remove-exit-title = First, exit Kaspersky
remove-exit = Next to the clock, right-click the Kaspersky icon and choose Exit. You may have to press the small arrow there first.
remove-exit-none = If there is no such icon, go on. If Kaspersky asks for a password, it is the one set in Kaspersky, not your Windows password.
remove-exit-mac-title = First, quit Kaspersky
remove-exit-mac = At the top of the screen, click the Kaspersky icon in the menu bar and choose Quit. If there is no such icon, go on.
confirm-window-1 = Windows asks for permission. The publisher should be a name with Kaspersky in it, or Microsoft Windows. If it is not, choose No. Your helper may not see this window.
confirm-window-2 = The uninstaller may ask for a password, then what to keep. Keep nothing, unless you were told to.
confirm-window-3 = Choose Next, then Remove.
confirm-window-4 = At the end it may ask to restart. Choose No or Later, and come back here. If the computer restarts by itself and you do not see this program, open Clean Break again.
confirm-language-title = In another language
confirm-language = { $language }: { $words }
confirm-language-more = More languages
confirm-language-fewer = Fewer languages
confirm-unregistered-title = { $name } is broken
confirm-unregistered-lead = Windows has no uninstaller for it. Kaspersky's own removal tool may help.
confirm-linux-lead = Your package manager removes it. Open a terminal, type each line, then press the button.
confirm-linux-goes-title = Save first what you want to keep
confirm-linux-goes = These lines also delete what Kaspersky stored in its own folders. That may be copies of your files.
confirm-mac-lead = Do not drag Kaspersky to the Trash. Use its uninstaller, then press the button.
confirm-mac-1 = Open the Kaspersky program or its installer, and choose Uninstall.
confirm-mac-2 = Enter your Mac's password when it asks.
confirm-finished = I have done this

uninstalling-title = The uninstaller is running
uninstalling-lead = Finish the other window. This page goes on by itself.
uninstalling-hidden = No other window? Look for a flashing icon at the bottom of the screen.
other-window-title = Finish the other window, then press here
other-window-lead = We cannot see when it is finished.
other-window-done = The other window is finished
looking-after-title = Looking at what happened
looking-after-lead = We do not go by what the uninstaller says. We look.

outcome-title = { $name } is still here
outcome-still-here = We looked, and it is still on this computer.
outcome-number = Its number is { $code }. A helper will ask you for it.
outcome-do-again = Try once more.
outcome-do-wait = Wait until the other one is finished. Then try again.
outcome-do-steps = Do the steps once more.
outcome-do-restart = Restart the computer. Then come back here and try once more.
outcome-do-apps = Remove it in Windows' own list, Installed apps. Then come back here.
outcome-do-tool = Try Kaspersky's removal tool next. Below you can read how.
outcome-do-leave = We know no other way here. Leave it for now. Save the report, and show it to someone who can help.
outcome-cancelled = You, or somebody, stopped the uninstaller. Nothing was removed.
outcome-refused-consent = Windows asked for permission, and the answer was No. Nothing was removed. Without an administrator password you cannot remove it.
outcome-failed = The uninstaller failed. If it asked for a password, check the password.
outcome-suspended = The uninstaller stopped halfway.
outcome-not-installed = Windows says that this product is not installed, yet parts of it are here.
outcome-busy = Another installation is running, perhaps Windows Update.
outcome-source-missing = The file that the uninstaller needs is gone. Kaspersky's removal tool does not need it.
outcome-service-missing = The Windows Installer service could not be reached. In Safe Mode it does not run.
outcome-policy = A rule on this computer forbids it. An administrator has to allow it.
outcome-bad-command = Windows did not understand the command. This is our mistake.
outcome-needs-admin = This needs an administrator.
outcome-other = The uninstaller ended in a way that we do not know.
outcome-success-but-here = The uninstaller says that it worked, but the product is still here.
outcome-killed = The uninstaller ended without a result.
outcome-command-refused = We do not run the command that is registered for it. { $why }
outcome-not-started = Windows could not start the uninstaller: { $why }
outcome-fix-first = Before you restart or try again, fix what is shown here. Otherwise your mouse or keyboard could stop working.
outcome-tool-title = When nothing else helps
outcome-tool = Kaspersky has a removal tool. Save it to a new, empty folder. Check that it is signed by Kaspersky. It works best in Safe Mode. It also removes settings and licenses. Delete it afterwards.
outcome-tool-source = Kaspersky's page may not open from the US.

refusal-empty = There is no command.
refusal-relative = It does not say where the program is.
refusal-interpreter = It starts { $name }, which can run anything.
refusal-outside = The program is outside the folders for programs.
refusal-network = It is on the network.
refusal-not-a-program = It is not a program.
refusal-bad-code = Its product code is damaged.
refusal-other-product = It would remove a program of another company.
refusal-unsafe = It is not a command that we can trust.
