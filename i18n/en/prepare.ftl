### Prepare: what would be lost, and the sheet to keep at hand.

prepare-title = Save what would be lost
prepare-lead = Some things open only while Kaspersky is here. Take them along first.
prepare-missing = { $count ->
    [one] 1 answer is missing
   *[other] { $count } answers are missing
}
prepare-please-answer = Please answer
prepare-settled = Done
prepare-none = None here
prepare-ask-first = Ask first
prepare-will-be-lost = Will be lost
answer-none = I have none
answer-done = It is done
answer-cannot-open = I cannot open it
answer-someone-else = Someone else must answer
prepare-loss = I understand: without Kaspersky I may never open it
prepare-loss-body = Without Kaspersky you may never open it. If it could matter, stop here and find the password first.
prepare-someone-else-body = Ask them first. Your answers are saved; you can close this program and come back.

trap-passwords = Your saved passwords
trap-passwords-how = In Kaspersky Password Manager, choose Settings, Import and export, then Export to text file. Import that file into your new password manager. Then open the new list and find a password that you know. A backup is not enough: only Kaspersky opens it.
trap-secret-vault = Files in a secret vault
trap-secret-vault-how = A vault opens only while Kaspersky is installed. In Kaspersky, choose Privacy, Secret Vault. Unlock each vault, and copy the files to an ordinary folder. Open a few of them.
trap-backups = Backups made with Kaspersky
trap-backups-how = In Kaspersky, choose Backup and Restore. Restore everything to an ordinary folder, and open a few files.
trap-quarantine = Files in quarantine
trap-quarantine-how = They cannot be opened after the removal. Most are best left there. Restore a file only if you are sure that it is yours and harmless.
trap-vpn-kill-switch = Kaspersky VPN
trap-vpn-kill-switch-how = Disconnect the VPN, and turn off its kill switch. Otherwise your internet may stop during the removal.
trap-safe-kids = Rules for children
trap-safe-kids-how = The parent signs in and notes the rules. Set up other rules first, for example in Microsoft Family Safety.
trap-removal-password = A password for the removal
trap-removal-password-how = Kaspersky may ask for a password when it is removed. Have it ready. If you never set one, choose “I have none”.
trap-subscription = Your subscription
trap-subscription-how = Removing the program does not end it. Cancel the renewal at My Kaspersky. Check your card for UltraAV and Pango too. This can wait.
trap-disk-encryption = Encrypted disks
trap-disk-encryption-how = If Kaspersky encrypted a disk, it cannot be read without Kaspersky. Decrypt every disk first, and wait until it says 100%. If you do not know, ask.
trap-file-encryption = Encrypted files and USB sticks
trap-file-encryption-how = Files and sticks that Kaspersky encrypted stay encrypted. Decrypt each of them first, every stick too.
trap-bitlocker-key = The BitLocker key
trap-bitlocker-key-how = Kaspersky Security Center may hold the only copy of the recovery key. Write down the 48 digits, or save them somewhere else.

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
sheet-return = This program opens again by itself after the restart. If it does not, start Clean Break; it goes on where it stopped.
sheet-mac = On a Mac: do not drag Kaspersky to the Trash. Use its uninstaller, then restart.
sheet-saved = Saved: { $path }
sheet-not-saved = The sheet could not be saved: { $why }. Take a picture of this page.
