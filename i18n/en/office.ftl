### Small offices: before anything, and the network afterwards. Sources: assets/catalog/facts.toml.

office-title = First, make a list of every computer
office-lead = Kaspersky for offices is seldom on one computer alone.
office-list-title = The list
office-list = One that is missed keeps Kaspersky, and may hold keys that you need.
office-list-step-1 = Write down each computer, its user and where it stands. A sheet of paper will do.
office-list-step-2 = Compare it with the list of connected devices in your router, and with your Kaspersky server if there is one.
office-list-step-3 = Start Clean Break on each of them, and note what it finds.
office-list-step-4 = Mark each as done only when its Verify page says so.
office-personal-title = Personal and contractors' computers
office-personal = Count those that employees own, and those of contractors.
office-personal-ask = Ask their owners. You cannot decide for them.
office-order-title = The safe order
office-order = The server and its agent help with the removal. They go last.
office-order-step-1 = Decrypt disks, files and USB sticks. Save every BitLocker key.
office-order-step-2 = Remove the antivirus from each computer.
office-order-step-3 = Then remove Network Agent.
office-order-step-4 = Take the server out of use at the very end.
office-gone-title = The order when the server is gone
office-gone = The rules of a lost server may block the removal. Without Network Agent they no longer hold, so it goes first.
office-gone-step-1 = Decrypt disks, files and USB sticks. Save every BitLocker key.
office-gone-step-2 = Remove Network Agent from each computer.
office-gone-step-3 = Then remove the antivirus.

network-title = Watch the network afterwards
network-lead = A computer that you believe to be clean should not look for Kaspersky anymore.
network-watch-title = What to watch
network-watch = An expert advised to look out for “continued callbacks to Kaspersky or other unidentified servers”.
network-watch-means = If you see one, start Clean Break on that computer. It may be only a browser on Kaspersky's website.
network-list-title = Names and addresses
network-list = { $names } names and { $ranges } address ranges. Copy them into the log search of your router, DNS or proxy.
network-copy = Copy the list
network-copied = Copied.
network-block-title = Block later, not now
network-block = A removal may still need Kaspersky's servers. Block them only when every computer is done.
