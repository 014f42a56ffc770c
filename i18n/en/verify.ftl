### Verify: what is left.

left-title = { $complete ->
    [yes] { $count ->
        [one] 1 thing is left
       *[other] { $count } things are left
    }
   *[no] At least { $count ->
        [one] 1 thing is left
       *[other] { $count } things are left
    }
}
left-title-unknown = We cannot tell yet
left-title-installed = Kaspersky is still installed
left-product = It was not removed.
left-lead = We looked again, in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}. { $unknown ->
    [0] All that had to be checked was checked.
    [one] 1 place was not checked.
   *[other] { $unknown } places were not checked.
}
left-facts-old = What we know is from { $date }, more than three months ago. By now, dates of support, offers and addresses can be different. There can be parts of Kaspersky that we do not know yet. Look for a newer Clean Break.
left-possible = Perhaps not Kaspersky's
left-chip-live = Running
left-chip-hook = Broken entry
left-chip-guided = By hand
left-chip-trust = { $os ->
    [windows] Windows still trusts it
   *[other] The system still trusts it
}
left-chip-harmless = Harmless
left-chip-fix = Fix first
left-chip-kept = Kept for you
left-live = It is loaded, or set to load. Restart once, then look again.
left-live-held = It is loaded, or set to load. It can stay until a restart is safe.
left-driver = The system cannot use this entry anymore. Do not delete it by hand: the order matters.
left-driver-by-hand = The system cannot use this entry anymore. It goes only by hand. The steps tell you the order.
left-driver-missing = Its file is gone. The system cannot use this entry.
left-filter = It is in a list of drivers that stand before a device. The others in that list must stay.
left-network = It belongs to the network. Remove it in the properties of the network adapter, with Uninstall.
left-certificate = A certificate tells a computer whom to trust. This one still trusts what Kaspersky made here.
left-extension = Remove it in the browser, under Extensions.
left-setting = A tool still uses a Kaspersky certificate. Change this setting in the tool.
left-account = A local group or account that Kaspersky made. An administrator can remove it.
left-driver-file = The file of a driver. Windows may still load it, so leave it where it is.
left-downloaded = A file that was downloaded. Nothing was installed, and nothing runs.
left-app = An app from Kaspersky. Remove it in Settings, or ask an administrator to do it.
left-rule = A firewall rule for Kaspersky. An administrator can delete it.
left-harmless = Nothing uses it anymore.

# What a finding is, as the title of its card. Its name and its place are among the details.
thing-driver = A leftover driver entry
thing-service = A leftover service entry
thing-filter = An entry in a list of device drivers
thing-network = A part of the network settings
thing-certificate = A certificate by Kaspersky
thing-extension = A browser extension
thing-setting = A setting that names Kaspersky
thing-account = A local group or account
thing-task = A scheduled task
thing-driver-file = A driver's file
thing-file = A leftover file or folder
thing-download = A downloaded file
thing-registry = A leftover setting of Windows
thing-rule = A firewall rule
thing-app = An app by Kaspersky
thing-package = A leftover package
thing-process = A program that is running
thing-connection = An open connection
thing-several = { $thing } ({ $count })

kept-vault = The vault of Kaspersky Password Manager
kept-password-folder = The folder of Kaspersky Password Manager in this account
kept-password-backup = Backup copies that only Kaspersky Password Manager opens
kept-removed = Copies of files that Kaspersky removed
kept-removed-same-version = Copies of files that Kaspersky removed. Only the same version reads them
kept-quarantine = Kaspersky's quarantine, with the files it put aside
kept-quarantine-server = Quarantine and backup of Kaspersky Security for Windows Server
kept-removal-tool = Data and quarantine of the Kaspersky Virus Removal Tool
kept-preboot-log = The log of a password prompt before Windows starts. This disk may still be encrypted
left-many = { $count ->
    [one] 1 more, in the details below.
   *[other] { $count } more, in the details below.
}
left-continue = Leave these for now
gone-title = No active Kaspersky parts found
gone-lead = We looked in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}, on { $date } at { $time }. This computer and this account.
gone-lead-undated = We looked in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}. This computer and this account.
gone-lead-system = We looked in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}, on { $date } at { $time }. Windows, no account.
gone-lead-system-undated = We looked in { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}. Windows, no account.
gone-informing = { $count ->
    [one] 1 place was not checked. The result does not depend on it
   *[other] { $count } places were not checked. The result does not depend on them
}
