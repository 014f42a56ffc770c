### Rescue: a Windows on a disk that does not start, or starts without mouse or keyboard.

rescue-windows-only = This works on Windows, and at the prompt of its recovery system. Without --apply and --undo you get the steps for it.
rescue-not-here = This Windows is running. For the Windows on another disk, say which one, as in: cleanbreak-cli rescue --offline D:\
rescue-recovery = This is the recovery system. It is not the Windows on your disk. To look at that one, type: cleanbreak-cli rescue
rescue-none = There is no Windows here that can be opened.
rescue-several = There is more than one Windows here. Say which one you mean, as in: { $command }
rescue-windows = The Windows on { $root }
rescue-installed = Installed there: { $products }
rescue-no-software = What is installed there could not be read: { $why }
rescue-nothing = No list of drivers would stop a device at the next start.
rescue-gaps = Some places could not be read, so this may not be all:
rescue-gap = { $place }: { $why }
rescue-stops = { $device ->
    [mouse] { $name } stops the mouse and the touchpad.
    [keyboard] { $name } stops the keyboard.
   *[other] { $name } stops devices of one kind.
}
rescue-number = { $number }) { $words }
rescue-driver-missing = Its driver is missing. Windows starts no such device without it.
rescue-driver-unknown = We cannot tell whether its driver is there, so it stays.
rescue-left-alone = Clean Break does not change this list.
rescue-file = File: { $file }
rescue-list = List: { $list }
rescue-entry = Entry: { $entry }
rescue-ask = Type a number and press Enter. Only that entry is taken out of its list. Type q to stop here.
rescue-no-choice = That is not one of the numbers.
rescue-command = To take it out, type:
rescue-done = Done: { $name } is out of its list. The file was closed and read again, and the change is in it.
rescue-returned = Done: { $name } is back in its list.
rescue-failed = Not done: { $name }. { $why }
rescue-copy = A copy of the file from before is in { $folder }.
rescue-undo = To put it back, type:
rescue-nothing-kept = There is nothing to put back on this disk.
rescue-restart = Now close this window and choose Continue, so that Windows starts.
rescue-closed = { $root }: { $why }
rescue-why = { $why ->
    [no_windows] No Windows is here.
    [running] This Windows is running now. For it, use: cleanbreak-cli scan
    [locked] BitLocker keeps this disk locked. Type the 48 digits of its recovery key in the place of KEY: { $unlock }
    [hibernated] This Windows is not shut down all the way. It would lose what is changed now. Start it, choose Restart and not Shut down, then come back here. If that cannot be done, type: { $wake }. What was open and not saved is lost then.
    [link] A link to another place is in the way, and we follow no link.
    [no_rights] This takes an administrator.
    [in_use] Another program is using the file. Close that program, then try again.
    [damaged] The file does not read as one of Windows. Nothing was changed.
    [disk_full] The disk is full, so no copy could be made. Nothing was changed.
    [not_writable] Nothing can be written to this disk. Nothing was changed.
    [stays_loaded] Windows did not let go of the file. Restart this computer before you do anything else.
    [not_read_again] What was written could not be read again. Give the same command once more: it says what is there.
   *[other] It did not work.
}
rescue-say-which = Say where the disk with that Windows is mounted, as in: cleanbreak-cli rescue --offline /media/disk
rescue-elsewhere = Nothing was changed. Only Windows writes this file, so it is mended in the recovery system of that Windows:
rescue-elsewhere-1 = Put the disk back into its PC. Switch that PC off in the middle of its start, three times. Then choose Troubleshoot, Advanced options, Command Prompt. It may ask for the BitLocker key.
rescue-elsewhere-2 = With cleanbreak-cli.exe on a USB stick, type the letter of the stick and this, and skip the rest: :\cleanbreak-cli rescue
rescue-elsewhere-3 = Without it, type dir C:\ and dir D:\ until one of them shows a folder Windows. Where the lines below say D:, type that letter.
rescue-elsewhere-4 = Type these lines one after the other. Never leave out the last one.
rescue-elsewhere-title = What to type in the recovery system
rescue-elsewhere-lines = The lines
rescue-elsewhere-odd = One of these lists holds a name that cannot be typed there. Use cleanbreak-cli.exe on a USB stick.
rescue-sheet-written = The sheet is in { $file }.
rescue-sheet-failed = Cannot write { $file }: { $problem }. No sheet was saved.

disk-title = This is about a disk
disk-only-look = The pages tell about the Windows on the disk at { $folder }. “This computer” means that one. Here it can only be looked at. What is removed is removed on its own PC.
disk-rescue = If that Windows does not start, or has no mouse or keyboard, close this and type: { $command }
disk-list = See the whole list
