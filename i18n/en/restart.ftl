### Restart: what must be fixed before, the restart itself, and coming back.

fix-title = Do not restart yet
fix-lead = { $count ->
    [one] One leftover setting could stop a device, such as your mouse, at the next start. Fix it first. It takes a second.
   *[other] { $count } leftover settings could stop devices, such as your mouse, at the next start. Fix them first. It takes a second.
}
fix-lead-hand = { $count ->
    [one] One leftover setting could stop a device, such as your mouse, at the next start. Do not restart before it is gone.
   *[other] { $count } leftover settings could stop devices, such as your mouse, at the next start. Do not restart before they are gone.
}
fix-mouse = A mouse filter without its driver
fix-keyboard = A keyboard filter without its driver
fix-other = A device filter without its driver
fix-body = A driver is a small program that works a device. Kaspersky told Windows to load one that is gone, or will be. We take out this one entry and leave all others. It is saved first; you can put it back.
fix-refused-body = Windows is told to load { $name }, a driver that is gone, or will be. We could not take out this one entry. You can do it; the steps are below.
fix-device-body = Windows is told to load { $name } with one device. That driver is gone, or will be. You can set this device up again yourself; the steps are below.
fix-list-body = Windows is told to load { $name }, a driver that is gone, or will be. We are not sure enough to change this list for you; the steps are below.
fix-guided-body = This one belongs to disks, the network, or a device that we do not know. We do not change it. Do not restart; ask for help, and show the details below.
fix-chip = Fix first
fix-button = Fix now…
fix-note = Windows will ask for permission
fix-go-on = Go on without a restart
fix-device-title = How to set the device up again
fix-device-why = When a device is uninstalled, its settings go. Windows then finds it again, without the old entry. You need no restart.
fix-device-spare = The device stops for a moment. Keep a second mouse or keyboard at hand.
fix-device-step-1 = Press the Windows key and R, type devmgmt.msc, press Enter. All of this works without a mouse, too.
fix-device-step-2 = Press Alt, open the View menu, and choose Show hidden devices. The device may not be plugged in now.
fix-device-step-3 = Find the device in its group. Arrow keys move; the right arrow opens a group. If there are several, press Alt and Enter. Under Details, Device instance path shows which one it is.
fix-device-step-4 = Press Shift and F10, then choose Uninstall device. If a box about the driver is offered, leave it empty.
fix-device-step-5 = Go up to the first line, the name of the computer. Press Shift and F10, then choose Scan for hardware changes.
fix-device-step-6 = If Windows wants to restart, choose No. Come back here and press Look again.
fix-list-title = How to take the entry out
fix-list-why = This list says which drivers start with a kind of device. A mistake in it can stop the mouse or the keyboard. Do this with someone who knows Windows.
fix-list-step-1 = Press the Windows key and R, type regedit, press Enter. Windows asks for permission.
fix-list-step-2 = Go to the key that is named above. In the File menu, choose Export, and save a copy.
fix-list-step-3 = Open the list that is named above, UpperFilters or LowerFilters. Delete only the line with the driver's name. Keep every other line, and choose OK.
fix-list-step-4 = Do not restart yet. Come back here and press Look again.
fix-trouble = It was not fixed: { $why }. Do not restart yet.
fix-no-mouse = No mouse already? Press Tab to move and Enter to choose.
fix-recovery = No mouse or keyboard…
recovery-title = Mend it from the recovery system
recovery-lead = For a PC without mouse and keyboard, or one that does not start.
recovery-works = Windows' recovery system has drivers of its own, so mouse and keyboard work there.
recovery-prompt = Choose Troubleshoot, Advanced options, Command Prompt.
recovery-number = It lists what stops a device, each with a number. Type the number and press Enter, until nothing is left.
recovery-end = Type exit and press Enter. Then choose Continue, and Windows starts.
recovery-stick-title = The USB stick
recovery-stick = It needs the file cleanbreak-cli.exe. “Save to USB…” on page 400 puts it there. Or copy it from the folder of Clean Break on another PC.
recovery-done = Windows starts again
unread-title = Do not restart yet
unread-lead = Windows keeps lists of drivers that stand before the mouse and other devices. We could not read all of them. So we cannot say that a restart is safe.
unread-entries = We could not see whether these drivers are still there: { $names }. If one is gone, a restart could stop your mouse or keyboard.
unread-step-wait = Wait a minute, then press Look again. Windows may still be working on the removal.
unread-step-admin = If that does not help, open the Start menu, type "Terminal", choose "Run as administrator", and scan there. It only looks.
unread-step-help = If this page comes back, ask someone who knows this computer. Show the details below.

fixed-title = Fixed. It is safe to restart.
fixed-lead = The entry is gone, and all others are still there. You can go on now, and restart when you like.

restart-title = Restart the computer
restart-lead = Drivers leave only when the computer restarts. Save your work first.
restart-choose = Choose Restart, not Shut down: Shut down keeps the drivers.
restart-return = This program opens again by itself. If it does not, start Clean Break; it goes on where it stopped.
restart-return-yourself = This program may not open by itself. After the restart, open Clean Break the way you did today; it goes on where it stopped.
restart-return-not = After the restart, open Clean Break yourself; it goes on where it stopped. It cannot open by itself in Safe Mode, or from a USB stick, the network or a temporary folder. Did you open it from a zip file or a download? Copy it to your desktop now.
restart-remote-title = Does somebody help you from afar?
restart-remote = A restart cuts the connection. Tell your helper first, and write down a phone number.
restart-remote-return = Afterwards, sign in and open your helper's program again. If it shows a new code, read it out. But only to someone you called.
restart-remote-safe-mode = In Safe Mode nobody can help from afar. Then help comes by phone alone.
restart-now = Restart now…
restart-later = I will restart later
restart-undo-title = { $count ->
    [one] An entry without its driver was taken out
   *[other] { $count } entries without their driver were taken out
}
restart-undo-names = { $count ->
    [one] Its name: { $names }
   *[other] Their names: { $names }
}
restart-undo-body = A copy is saved. Put it back only if a helper tells you to: without the driver, the device can stop at the next start.
restart-undo = Put it back
restart-trouble = The restart did not start: { $why }. Use the Start menu: Power, Restart.
restart-trouble-menu = The restart did not start: { $why }. Use your system's own menu to restart.
restart-undo-trouble = It was not put back: { $why }. Nothing else was changed.
due-title = The restart is still due
due-lead = We looked at when this computer was started. It has not been restarted yet.
due-asked = The restart was started. If nothing happens in a minute, press “Restart now” again. Or use the Start menu: Power, Restart.
due-asked-menu = The restart was started. If nothing happens in a minute, press “Restart now” again. Or use your system's own menu.
due-later = Restart when it suits you, here or in the Start menu: Power, Restart. Drivers stay loaded until then.
due-later-menu = Restart when it suits you, here or in your system's own menu. Drivers stay loaded until then.
due-shut-down = If you chose Shut down, choose Restart this time.
due-ask = We cannot tell whether this computer has been restarted. If you chose Restart, and the computer started again, press “I have restarted”.
due-restarted = I have restarted
looking-again-title = Looking again
looking-again-lead = After the restart we look at every place once more.
