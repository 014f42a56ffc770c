### What brought a person here, and what we found about it.

trouble-title = What brought you here?
trouble-lead = You can skip this. If you choose an answer, we also tell you what we found about it.
trouble-expired = Expired, or no more updates
trouble-successor = UltraAV, or a charge I do not know
trouble-upgrade = Windows will not upgrade
trouble-internet = No internet
trouble-certificates = Certificate or mail errors
trouble-bought = I bought or got this computer
trouble-work = My work told me
trouble-looking = Just looking

trouble-said = You said: “{ $what }”
trouble-found = Found
trouble-not-found = Not found
trouble-not-checked = Not checked

trouble-fact-installed = { $name } is installed.
trouble-fact-license = Windows says that the license of { $name } has run out.
trouble-fact-old = Windows says that { $name } is out of date.
trouble-fact-current = Windows says that { $name } is up to date.
trouble-fact-not-told = We could not tell whether it is up to date.
trouble-fact-parts = { $count ->
    [one] 1 part of Kaspersky is left. { $here ->
        [yes] It is shown below.
       *[no] Page 610 shows it.
    }
   *[other] { $count } parts of Kaspersky are left. { $here ->
        [yes] They are shown below.
       *[no] Page 610 shows them.
    }
}
trouble-fact-successor = We found this here: { $names }. It is not from Kaspersky.
trouble-fact-others = { $count ->
    [one] They name 1 other thing: { $names }. We leave that alone.
   *[other] They name { $count } other things: { $names }. We leave those alone.
}
trouble-fact-no-log = We found no log in which Windows says what is in the way. So we cannot tell.
trouble-fact-vpn = { $name } is installed. It has a kill switch, which can cut the internet. That may explain no internet. Page 360 says how to turn it off.
trouble-fact-network = { $count ->
    [one] 1 part of Kaspersky is left in the network of this computer. It may explain no internet. { $here ->
        [yes] It is shown below.
       *[no] Page 610 says what to do.
    }
   *[other] { $count } parts of Kaspersky are left in the network of this computer. They may explain no internet. { $here ->
        [yes] They are shown below.
       *[no] Page 610 says what to do.
    }
}
trouble-fact-certificate = This computer trusts a certificate from Kaspersky. That may explain such errors.
trouble-fact-mail = The add-in { $name } is in Outlook. That may explain errors in Outlook.
trouble-fact-office = { $name } is installed. It is made for offices.
trouble-fact-server = A rule on this computer says where Windows gets its updates. Offices set such rules.
trouble-fact-managed = Windows says that an office or a school manages this computer.
trouble-fact-another = Something here may be from Kaspersky, or from another program. So we cannot tell.
trouble-fact-not-read = We could not look at this: { $what } ({ $why }). So we cannot tell.
trouble-fact-other-system = On this system we do not look for all of this. So we cannot tell.
trouble-no-answer = it did not answer

trouble-next-expired = Kaspersky is not allowed to send updates to people in the US. Page 410 starts the removal. Page 700 then shows what protects you.
trouble-none-expired = No Kaspersky product is installed.
trouble-next-protect = Page 700 shows what protects this computer.
trouble-next-successor = You can keep it, or remove it in “Installed apps”. We cannot see charges. Page 830 says how they are ended.
trouble-none-successor = UltraAV and UltraVPN are not on this computer.
trouble-next-charges = We cannot see charges. Look for UltraAV or Pango on your bank statement. If you do not know a charge, ask your bank.
trouble-none-upgrade = Windows' own logs of the last try name nothing from Kaspersky.
trouble-try-upgrade = Try the upgrade once more. Then look again here.
trouble-next-upgrade = Open Settings, then Windows Update. It may say what is in the way.
trouble-none-internet = We looked for dead proxies and name servers, for Kaspersky VPN, and for network parts that Kaspersky left. We found none.
trouble-next-internet = There are other causes. We do not look for those. Ask your internet company.
trouble-next-certificates-first = It belongs to Kaspersky, which is still installed. Once that is removed, page 610 says what is left.
trouble-next-certificates = { $here ->
    [yes] What is left is shown below. The way to remove it is there, too.
   *[no] Page 610 shows what is left, and leads to the way to remove it.
}
trouble-none-certificates = We found no certificate from Kaspersky, none that Thunderbird trusts on its own, and no add-in from it in Outlook. We did not look into other mail programs.
trouble-next-other-causes = There are other causes. We do not look for those.
trouble-next-seller = This may still belong to an organization. Ask the seller before you remove anything.
trouble-none-bought = We found no sign of an office: no office product from Kaspersky, no rule for updates, and nobody who manages this computer.
trouble-next-bought = On page 300, you can say that nothing here is yours.
trouble-next-office = Page 130 asks who looks after this computer. If that is someone else, ask them first.
trouble-next-work = Page 410 starts the removal.
trouble-none-work = We found no Kaspersky product, and no active part of one.
trouble-next-report = On page 800, you can save a report and show it at work.

trouble-organization = This may still belong to an organization
trouble-ask-seller = Ask the seller before you remove anything.

not-mine-title = Nothing here is mine
not-mine-card = If you never used Kaspersky on this computer, you can answer the personal questions at once.
not-mine-open = Answer at once
not-mine-lead = You said that you bought or got this computer. What is saved here in Kaspersky may be someone else's.
not-mine-settles = One tick answers these questions
not-mine-box = Nothing in it is mine, and nobody here needs it. It may be lost for good
not-mine-rest = You can still change each answer. We ask about everything else one by one.
