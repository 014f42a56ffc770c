### The call code: twelve letters that tell a helper on the phone what the computer shows.

call-is = Call code: { $code }
call-use = Only for somebody you called. It says what was found here, and no names.
call-not-yet = There is a call code as soon as this computer was looked at.
call-title = Call code
call-spelled = Say it like this, one group after the other:
call-group = Group { $group }: { $words }

# One letter with its word, for the phone.
call-letter = { $letter ->
    [A] A as in Alfa
    [B] B as in Bravo
    [C] C as in Charlie
    [D] D as in Delta
    [E] E as in Echo
    [F] F as in Foxtrot
    [G] G as in Golf
    [H] H as in Hotel
    [J] J as in Juliet
    [K] K as in Kilo
    [M] M as in Mike
    [N] N as in November
    [P] P as in Papa
    [Q] Q as in Quebec
    [R] R as in Romeo
    [S] S as in Sierra
    [T] T as in Tango
    [V] V as in Victor
    [W] W as in Whiskey
    [X] X as in X-ray
    [Y] Y as in Yankee
   *[Z] Z as in Zulu
}
call-digit = { $digit ->
    [0] the number zero
    [1] the number one
    [2] the number two
    [3] the number three
    [4] the number four
    [5] the number five
    [6] the number six
    [7] the number seven
    [8] the number eight
   *[9] the number nine
}

# What it says.
call-from-scan = It was made by a scan, not on a page.
call-page = The caller is on page { $page }: { $name }
call-page-unknown = The caller is on a page that this program does not know. Theirs is newer.
call-say = Say to them: { $say }
call-verdict = { $verdict ->
    [installed] Kaspersky is installed there.
    [leftovers] Kaspersky is not installed there, but parts of it are left.
    [cannot_tell] Nobody can tell yet whether Kaspersky is gone there.
   *[clean] No active Kaspersky parts were found there.
}
call-system = { $os ->
    [windows] The system is Windows.
    [macos] The system is macOS.
   *[linux] The system is Linux.
}
call-rights = { $elevated ->
    [yes] An administrator looked.
   *[no] An ordinary user looked. An administrator may see more.
}
call-protection = { $state ->
    [on] Something protects the computer.
    [off] Nothing protects the computer.
   *[unknown] It could not be told whether something protects the computer.
}
call-left = { $title }: { $count }
call-left-none = Nothing is left of it that counts.
call-count-range = { $first } to { $last }
call-count-more = { $first } or more
call-unchecked = Not looked at in full, though it has to be: { $check }
call-products = Products: { $names }
call-products-joined = { $names }; { $name }
call-products-more = There are more products than named here.
call-product-home = antivirus for homes
call-product-business = antivirus for offices
call-product-server = antivirus for servers
call-product-agent = office management agent
call-product-sensor = office sensor
call-product-vpn = VPN
call-product-passwords = password manager
call-product-parental = parental control
call-product-tool = tool that is run once
call-product-other = another Kaspersky product
call-product-successor = UltraAV or UltraVPN

# It cannot be read.
call-wrong-length = A call code has twelve letters in three groups. These are { $letters }. Read all of it again.
call-wrong-length-group = A call code has four letters in each group. Read group { $group } again.
call-wrong-letter = No call code has the letter “{ $letter }”. Read group { $group } again.
call-wrong-check = A letter is wrong. Read group { $group } again first, word by word. If it stays the same, read all three.
call-wrong-check-two = A letter is wrong. Read groups { $group } and { $other } again, word by word.
call-wrong-check-all = A letter is wrong, and nobody can say which. Read all three groups again, word by word.
call-wrong-version = This code is from another version of Clean Break. Use the same version as the caller, or ask for the number of the page.
call-nonsense = These letters fit together, but they say nothing. Read all three groups again.

# In practice and in a terminal.
call-field = Call code of the caller
call-field-lead = Type what they read out: twelve letters. Small letters and gaps do not matter.
call-so-far = { $letters } of 12 letters
call-nowhere = No practice computer comes to the caller’s page, { $page }.
call-open-page = Open page { $page } here
guide-code = Call code: { $code }. Type c to see how to say it.
guide-code-here = Practice: you can also type a caller’s code, and the page opens that the caller sees.
