### Restart: what must be fixed before, the restart itself, and coming back.

fix-title = Do not restart yet
fix-lead = { $count ->
    [one] One leftover setting could stop a device, such as your mouse, at the next start. Fix it first. It takes a second.
   *[other] { $count } leftover settings could stop devices, such as your mouse, at the next start. Fix them first. It takes a second.
}
fix-mouse = A mouse filter without its driver
fix-keyboard = A keyboard filter without its driver
fix-other = A device filter without its driver
fix-body = Kaspersky told Windows to load a driver that is gone, or will be. We take out this one entry and leave all others. It is saved first; you can put it back.
fix-guided-body = This one belongs to disks or the network. We do not change it. Do not restart; ask for help, and show the details below.
fix-chip = Fix first
fix-button = Fix now…
fix-note = Windows will ask for permission
fix-trouble = It was not fixed: { $why }. Do not restart yet.
fix-no-mouse = No mouse already? Press Tab to move and Enter to choose.
unread-title = Do not restart yet
unread-lead = We could not read the list of device filters. Without it, we cannot say that a restart is safe. Look again, or open this program as an administrator.

restart-title = Restart the computer
restart-lead = Drivers leave only when the computer restarts. Save your work first.
restart-choose = Choose Restart, not Shut down: Shut down keeps the drivers.
restart-return = This program opens again by itself. If it does not, start Clean Break; it goes on where it stopped.
restart-now = Restart now…
restart-later = I will restart later
restart-undo-title = Fixed: { $names }
restart-undo-body = The entry was taken out and saved. Put it back only if a helper tells you to: without its driver, the device can stop at the next start.
restart-undo = Put it back
restart-trouble = The restart did not start: { $why }. Use the Start menu: Power, Restart.
restart-undo-trouble = It was not put back: { $why }. Nothing else was changed.
due-title = The restart is still due
due-lead = We looked at when this computer was started. It has not been restarted yet.
due-shut-down = If you chose Shut down, choose Restart this time.
looking-again-title = Looking again
looking-again-lead = After the restart we look at every place once more.
