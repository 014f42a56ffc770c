### Words that more than one page uses.

# Text as it is: a name, a path, a line to type.
verbatim = { $text }

# What a check looks at. Used in lists: "not checked: …".
check-programs = installed programs
check-services = services and drivers
check-class-filters = keyboard, mouse and other device filters
check-network-components = network filters and adapters
check-root-certificates = trusted certificates
check-driver-store = the store of driver packages
check-elam = copies of early-start drivers
check-safe-boot = Safe Mode entries
check-files = files and folders
check-system-extensions = system extensions
check-registry = registry keys
check-wfp = the Windows Filtering Platform
check-com-providers = scan and backup providers
check-tool-certificates = certificates that Firefox or Thunderbird trusts
check-tasks = scheduled tasks
check-autoruns = programs that start by themselves
check-pending = what the next restart will finish
check-processes = running programs
check-browser-extensions = browser extensions
check-accounts = local groups and accounts
check-settings = settings that name a certificate
check-update-policy = Windows Update policy
check-connections = open connections
check-security-center = Windows Security Center
check-defender = Microsoft Defender
check-firewall = the system's firewall
check-held-off = what may keep Windows' protection off
check-other-accounts = other accounts on this computer
check-app-packages = app packages
check-firewall-rules = firewall rules
check-windows-release = which Windows this is
check-extended-updates = extended updates for Windows
check-memory-integrity = memory integrity
check-upgrade-blocks = Windows' own logs of an upgrade
check-network-leads = proxies and name servers
check-mail-add-ins = add-ins in Outlook

# Why a place was not seen, and what helps.
why-needs-admin = an administrator can look
why-not-on-this-os = this system has no such place
why-timed-out = no answer in time, scan again
why-failed = the system gave an error, look again
why-not-tried = not looked at on purpose
why-recovery = this is a repair system; start Windows itself and scan there
why-container = this is a container, which hides the computer; scan outside of it
why-sandbox = this is a sandbox, which hides the computer; install the package and scan with it
why-other-root = this is another system in a folder (chroot); leave it and scan again
why-inside-windows = this is a Linux inside Windows; scan with the program for Windows
why-other-home = HOME does not name the home folder of this account; sign in as yourself and scan again

# Reasons, one short sentence each.
reason-distinctive-name = Nobody else uses this name.
reason-general-name = The name is known, but it is short or general.
reason-vendor-folder = It is in a Kaspersky folder.
reason-versioned-folder = Its folder carries a Kaspersky product line and version.
reason-vendor-named = Its description names Kaspersky.
reason-vendor-publisher = Its publisher is { $name }.
reason-vendor-signer = It is signed by { $name }.
reason-altitude = Microsoft assigned altitude { $name } to it.
reason-other-signer = It is signed by { $name }, who is not Kaspersky.
reason-other-publisher = Its publisher is { $name }, who is not Kaspersky.
reason-other-folder = It is in the folder of { $name }.
reason-embedder = { $name } is installed and may bring it.
reason-file-missing = Its file is gone.
reason-running = It is running now.
reason-will-load = It will start with the computer.
reason-registered-only = It is in the registry only.
reason-filter-without-driver = The filter list names a driver that is missing or disabled, or will be after the restart.
reason-driver-unknown = We could not tell whether its driver is there and will stay after the restart.
reason-gone-after-restart = The next restart takes it away.
reason-stale-entry = It is still registered, but its parts are gone.
reason-locked = The system would not show what is inside.
reason-downloaded = A tool downloaded this file. Nothing was installed. Remove it with this command: { $name }

### With an administrator's rights.

lent-title = Opened with an administrator's rights
lent-body = Here, Clean Break looks and explains. It starts no uninstaller, and it keeps nothing. To go all the way, close it. Then open it again without those rights.
lent-no-uninstaller = open Clean Break again without an administrator's rights
address-title = Please open this yourself
address-body = Clean Break has an administrator's rights now, so it opens nothing for you. This address is copied. Paste it into your browser: { $address }
address-run = Clean Break has an administrator's rights now, so it opens nothing for you. This address is copied. Press the Windows key and R, paste it there, and press Enter: { $address }
