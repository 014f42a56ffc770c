### remove --unattended: what it says. What each thing means in JSON stands in docs/unattended.md.

# How it ended.
unattended-gone = No Kaspersky product is on this computer any more.
unattended-still-here = A Kaspersky product is still on this computer.
unattended-cannot-tell = No product was found, but not every place could be seen. So it cannot be told.
unattended-no-rights = This takes an administrator. Nothing was changed.
unattended-restart-due = A restart is due. It is safe. Restart this computer when it suits, then run: { $command }
unattended-refused = This was refused:

# Why it was refused.
unattended-why-only-windows = Only Windows can do this. On Linux and on a Mac, use the guide command.
unattended-why-home-product = { $detail } is made for homes. Its owner may lose something with it and has to be asked. Use the window.
unattended-why-unlisted-product = { $detail } is on no list of ours, so nobody knows what would be lost with it. Use the window.
unattended-why-management-server = { $detail } may keep keys and passwords for other computers. It is removed last, by a person.
unattended-why-disk-encryption = Kaspersky’s disk encryption was seen here. Without Kaspersky an encrypted disk does not start. Decrypt every disk and remove that part first.
unattended-why-disk-encryption-unknown = It could not be seen whether Kaspersky encrypts a disk here ({ $detail }). If it does, the disk would not start again.
unattended-why-file-encryption = Kaspersky’s file encryption ({ $detail }) was seen here. Decrypt all files first. When that is done, add: --answered file-encryption
unattended-why-bitlocker-key = BitLocker is on. Its recovery key may be on Kaspersky’s server only. When every key is kept elsewhere, add: --answered bitlocker-key
unattended-why-bitlocker-unknown = Windows did not say whether BitLocker is on. When every recovery key is kept away from Kaspersky’s server, add: --answered bitlocker-key
unattended-why-passwords = Kaspersky keeps saved passwords here. They have to be taken out first, by the person they belong to.
unattended-why-secret-vault = The product can keep secret vaults. Only the person they belong to can empty them.
unattended-why-backups = The product makes backups that only it can read. A person has to look first.
unattended-why-other-accounts = Other people use this computer, and something of theirs may be in the product. They have to be asked.
unattended-why-not-registered = { $detail } is on this computer, but not in Windows’ list of programs. So there is nothing to start.
unattended-why-only-one-account = { $detail } is only in the list of one account. Anything in that account could have put it there. Use the window in that account.
unattended-why-own-program = { $detail } is removed by a program of its own, which may ask something. Use the window.
unattended-why-not-by-code = The entry of this product does not fit the product that Windows would remove ({ $detail }).
unattended-why-command-refused = The removal command is not safe to start. { $detail }
unattended-why-entry-not-guarded = Others than administrators can change the entry of { $detail } in Windows’ list of programs. So it is not trusted.
unattended-why-other-installation = Another installation is running. Try again when it is done.
unattended-why-password = The password cannot be handed on safely: { $detail }. Remove this product in the window.
unattended-why-log-folder = There is no safe folder for the logs: { $detail }
unattended-why-memory = What has to be known after the restart cannot be kept or read: { $detail }
unattended-why-filter-without-driver = Do not restart this computer yet. A device would stop, or Windows would not start, because of: { $detail }. The window shows how to mend it.
unattended-why-filters-unread = Do not restart this computer yet. It could not be seen whether every device would work afterwards. { $detail }

# Each product.
unattended-product-gone = { $name }: gone.
unattended-product-still-here = { $name }: still here.
unattended-product-not-tried = { $name }: not tried.
unattended-product-still-running = { $name }: its uninstaller is still running, and the time is up. It was not stopped. Look later.
unattended-code = Exit code: { $code } ({ $meaning })
unattended-detail = Windows said: { $detail }
unattended-log = Log: { $file }
unattended-log-removed = Its log was deleted, because the password was in it.

# At the end.
unattended-fixed = Taken out, because its driver is gone: { $names }. undo-fix puts it back.
unattended-leftovers = { $count ->
    [one] One part is left.
   *[other] { $count } parts are left.
} cleanup --plan says what can be done.
unattended-protected = { $name } is on and protects this computer.
unattended-not-protected = It is not proven that something protects this computer now. Look at Windows Security.

# What can be wrong with the password before anything is done.
unattended-no-password = No password could be read from standard input: { $problem }
