### The first page and the list of practice machines.

welcome-title = Take your computer off Kaspersky
welcome-lead = This program guides you step by step. Nothing changes until you say so.
welcome-who-title = Who made this
welcome-who = Clean Break is independent. It is not from Kaspersky, Microsoft or the US government. It costs nothing and sends nothing from your computer.
welcome-what-title = What will happen
welcome-what-look = We look at what is here, and show you.
welcome-what-save = You save your passwords and files first.
welcome-what-remove = Kaspersky's own uninstaller should remove it. The computer restarts.
welcome-what-verify = We look again, and show you what is left and what protects you.
welcome-need-title = What to have ready
welcome-need = About an hour, power, and one restart or more. The password of this computer's administrator. Passwords that you set in Kaspersky, and the one for My Kaspersky. A phone, to take a picture of one page.
welcome-note = Looking changes nothing
welcome-set-aside = The notes of an earlier start could not be read. They are kept at { $path }. We start over.

practice-title = Practice
practice-lead = These are recorded computers. Nothing on your own computer is read or changed.
practice-choose = Choose this one
practice-home-suite = Home PC: antivirus, VPN and Password Manager
practice-home-suite-about = Drivers stay until the restart.
practice-failed-1603 = Home PC: the uninstaller fails once
practice-failed-1603-about = It ends with error 1603, then works.
practice-small-office = Small office: Endpoint Security and Network Agent
practice-small-office-about = A disk is encrypted. Removal has to stop.
practice-ultraav = Home PC: moved to UltraAV
practice-ultraav-about = Some of Kaspersky stayed behind.
practice-mouse-filter = Home PC: a mouse filter without its driver
practice-mouse-filter-about = A restart would stop the mouse.
practice-mac = A Mac
practice-mac-about = With a system extension.
practice-linux = A Linux desktop
practice-linux-about = You type the commands yourself.
practice-clean = A clean PC
practice-clean-about = There is nothing to remove.
