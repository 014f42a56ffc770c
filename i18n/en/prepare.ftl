### Prepare: what would be lost, and the sheet to keep at hand. Sources: assets/catalog/traps.toml.

prepare-title = Save what would be lost
prepare-lead = Some things open only while Kaspersky is here. Take them along first.
prepare-lost-heading = Lost without Kaspersky
prepare-smooth-heading = So that the removal goes well
prepare-missing = { $count ->
    [one] 1 answer is missing
   *[other] { $count } answers are missing
}
prepare-please-answer = Please answer
prepare-settled = Done
prepare-none = None here
prepare-ask-first = Ask first
prepare-will-be-lost = Will be lost
prepare-not-yet = Not finished
prepare-step = { $number }. { $step }
answer-none = I have none
answer-done = It is done
answer-cannot-open = I cannot open it
answer-someone-else = Someone else must answer
prepare-loss = I understand: without Kaspersky I may never open it
prepare-loss-body = Without Kaspersky you may never open it. If it could matter, stop here and find the password first.
prepare-someone-else-body = Ask them first. Your answers are saved; you can close this program and come back.

prepare-sees-vault = We see a vault in this account: { $place }
prepare-sees-no-vault = We see no vault in its usual place in this account.
prepare-sees-backup = We see a backup of it, too. Only Kaspersky opens a backup.
prepare-sees-encryption = We see a Kaspersky driver or log for disk encryption on this computer.
prepare-sees-accounts = { $count ->
    [one] We see 1 other account. We did not look into it.
   *[other] We see { $count } other accounts. We did not look into them.
}

prepare-manager-title = Which password manager will you use now?
prepare-manager-body = Choose one here and set it up. Then it can take in your passwords.
prepare-manager-other = Another one
prepare-manager-reads = { $name } reads Kaspersky's text file. Choose Kaspersky in its import window.
prepare-manager-reads-not = { $name } does not read Kaspersky's text file. You would have to copy the entries by hand.
prepare-manager-unknown = We found no source that says whether { $name } reads Kaspersky's text file. Try the import before you remove anything.
prepare-manager-other-body = Find out whether it reads Kaspersky's text file. Try the import before you remove anything.

prepare-passwords-title = How far are you with your passwords?
prepare-passwords-body = A file alone is not enough. Open your new list, and find a password that you know in it. We never open the file.
prepare-passwords-exported = I have the file
prepare-passwords-found = I found a password that I know in my new list
prepare-passwords-deleted = I also deleted the file
prepare-passwords-delete = Now delete the file, and empty the Recycle Bin or Trash. We remind you at the end.
prepare-export-title = The file with your passwords
prepare-export-body = Anyone can read it, so it should not stay. Show us which file it is. Then we can tell you whether it is gone. We do not open it.
prepare-export-chip-here = Still there
prepare-export-chip-gone = Gone
prepare-export-show = Show us the file…
prepare-export-dialog = Which file holds your exported passwords? It is not opened.
prepare-export-here = We see it: { $place }, { $size } KB, from { $date } at { $time }. We did not open it.
prepare-export-here-undated = We see it: { $place }, { $size } KB. We did not open it.
prepare-export-empty = This file is empty: { $place }. Export your passwords once more.
prepare-export-synced = Its folder seems to be copied to the internet. Delete the file as soon as your new list is complete.
prepare-export-still = The file is still there: { $place }. Delete it, and choose this answer again.
prepare-export-gone = It is not there any more: { $place }. Now empty the Recycle Bin or Trash.
prepare-export-unknown = We could not look at { $place }: { $why }.

trap-passwords = Your saved passwords
trap-passwords-how = Kaspersky Password Manager fills in your passwords on websites. It may hold some that you do not know by heart.
trap-passwords-step-1 = Choose a new password manager below.
trap-passwords-step-2 = In Kaspersky Password Manager, open Settings, then Import/Export. Under Export to text file, choose Export.
trap-passwords-step-3 = Import that file into the new password manager.
trap-passwords-step-4 = Open the new list, and find a password that you know.
trap-passwords-step-5 = Delete the file, and empty the Recycle Bin or Trash.
trap-passwords-backup = A backup is not an export: only Kaspersky opens it.
trap-passwords-synced = Anyone can read the file. Keep it out of OneDrive, Dropbox and other synced folders.
trap-passwords-rest = Cards, addresses and documents are not in the file. Copy them by hand.
trap-secret-vault = Files in a secret vault
trap-secret-vault-how = A secret vault is a locked store for files. It opens only while Kaspersky is installed.
trap-secret-vault-step-1 = In Kaspersky, open Privacy, then Secret Vault. If nothing is listed, you have none.
trap-secret-vault-step-2 = Unlock each vault with its password.
trap-secret-vault-step-3 = Copy all files to an ordinary folder.
trap-secret-vault-step-4 = Open a few of the copies.
trap-backups = Backups made with Kaspersky
trap-backups-how = Kaspersky saves backups in a form of its own. Nothing shows that other programs open it.
trap-backups-step-1 = In Kaspersky, open Backup and Restore. If no task is listed, you have none.
trap-backups-step-2 = Restore everything to an ordinary folder, and open a few files.
trap-backups-step-3 = Make a new backup with another program.
trap-quarantine = Files in quarantine
trap-quarantine-how = Kaspersky locks away files that it takes for viruses. After the removal, nobody can open them. Most are best left there.
trap-quarantine-step-1 = In Kaspersky, open Quarantine. If nothing there is yours, choose “I have none”.
trap-quarantine-step-2 = Restore a file only if you are sure that it is yours and harmless.
trap-other-accounts = Other people on this computer
trap-other-accounts-how = Each person has a vault and files of their own.
trap-other-accounts-step-1 = Ask each person whether they keep passwords or files in Kaspersky.
trap-other-accounts-step-2 = They sign in and save them, in the same way as you.
trap-vpn-kill-switch = Kaspersky VPN
trap-vpn-kill-switch-how = Its Kill Switch blocks your internet when the VPN is cut off. That can happen during the removal.
trap-vpn-kill-switch-step-1 = In Kaspersky VPN, open the menu, then Settings, then Kill Switch. Turn it off.
trap-vpn-kill-switch-step-2 = Turn off the VPN.
trap-safe-kids = Rules for children
trap-safe-kids-how = Kaspersky Safe Kids belongs to the parent's account. The parent decides.
trap-safe-kids-step-1 = The parent signs in to My Kaspersky, and notes the rules.
trap-safe-kids-step-2 = Do not change the password of that account now. Safe Kids may lose its data.
trap-safe-kids-step-3 = Set up other rules first, for example in Microsoft Family Safety.
trap-removal-password = A password for the removal
trap-removal-password-how = Kaspersky may ask for a password when it is removed. Someone set it in its settings.
trap-removal-password-step-1 = Have it ready. If nobody set one, choose “I have none”.
trap-removal-password-step-2 = If you forgot it, open the source. Kaspersky shows how to reset it, in Safe Mode.
trap-subscription = Your subscription
trap-subscription-how = Removing the program does not end it. It may renew by itself. This can wait until the end.
trap-subscription-step-1 = At My Kaspersky, open Subscriptions. Choose Manage subscription, then Cancel subscription.
trap-subscription-step-2 = On the next page, choose Cancel.
trap-subscription-step-3 = Check your card for UltraAV and Pango, too.
trap-disk-encryption = Encrypted disks
trap-disk-encryption-how = A Kaspersky window may ask for a password before Windows starts. Then a disk is encrypted with it, and cannot be read without it.
trap-disk-encryption-step-1 = Ask the person who set up Kaspersky.
trap-disk-encryption-step-2 = Have every disk decrypted, and wait until it says 100%.
trap-disk-encryption-step-3 = If you do not know, choose “Someone else must answer”.
trap-file-encryption = Encrypted files and USB sticks
trap-file-encryption-how = Files and sticks that Kaspersky encrypted stay encrypted after the removal. The office decides which ones are.
trap-file-encryption-step-1 = Ask the person who set up Kaspersky whether files are encrypted.
trap-file-encryption-step-2 = Have all of them decrypted, and every USB stick.
trap-file-encryption-step-3 = Open a few of them on a computer without Kaspersky.
trap-bitlocker-key = The BitLocker key
trap-bitlocker-key-how = Windows' own BitLocker may lock this disk, with its key kept on the office's Kaspersky server. If that server goes, so may the only key.
trap-bitlocker-key-step-1 = In the Start menu, type cmd. Choose Run as administrator.
trap-bitlocker-key-step-2 = Type manage-bde -protectors -get C: and press Enter.
trap-bitlocker-key-step-3 = Write down the 48 digits under Numerical Password. Keep them away from this computer.

encryption-title = Stop: a disk may be encrypted
encryption-lead = If Kaspersky is removed while a disk is encrypted with it, everything on that disk is lost.
encryption-what-title = What to do
encryption-what-ask = Ask the person who set up Kaspersky whether a disk is encrypted.
encryption-what-decrypt = Have every disk decrypted, and wait until it says 100%.
encryption-what-return = Then come back to this page.
encryption-note = Removal waits until this is clear

sheet-title = Keep this page at hand
sheet-lead = Take a picture of it with your phone, or print it. You may need it while the computer restarts.
sheet-help-title = How to get help
sheet-help = Tell your helper the page number at the edge of the window. Read this only to someone you called. We never call you.
sheet-internet-title = No internet afterwards?
sheet-internet = Restart once more. Then open Settings, Network & internet, Advanced network settings, Network reset.
sheet-mouse-title = No mouse?
sheet-mouse = Press Tab to move and Enter to choose. Do not restart again. Start Clean Break; it shows first what to fix.
sheet-safe-mode-title = Windows does not start?
sheet-safe-mode = Turn the computer on. While Windows starts, hold the power button until it is off. Do this three times, then turn it on and wait. Choose Troubleshoot, Advanced options, Startup Settings, Restart, then 4 for Safe Mode. Have your BitLocker key and your account password ready; a PIN may not work there. To get back, restart.
sheet-return-title = To come back here
sheet-return = This program may open again by itself after the restart. If it does not, start Clean Break; it goes on where it stopped.
sheet-mac = On a Mac: do not drag Kaspersky to the Trash. Use its uninstaller, then restart.
sheet-saved = Saved: { $path }
sheet-not-saved = The sheet could not be saved: { $why }. Take a picture of this page.
