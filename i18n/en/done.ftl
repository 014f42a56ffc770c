### Done: the end, and what is worth doing next. Sources: assets/catalog/aftercare.toml.

done-clean-title = You are done
done-kept-title = Kaspersky is gone. Your own files are still here
done-left-title = You are done for now
done-unsafe-title = Not finished: do not restart this computer yet
done-unprotected-title = Not finished: nothing protects this computer
done-restart-title = Not finished: a restart is still due
done-installed-title = Not finished: Kaspersky is still installed
done-go-protect = Turn on protection
done-go-restart = Go to the restart
done-go-steps = Go to the steps
done-lead-unprotected = No antivirus is on. Turn one on before you do anything else online.
done-lead-unknown = We cannot tell yet whether anything is left. The Verify page says why.
done-lead-passwords = Make sure that the file with your exported passwords is deleted.
done-lead-answer = Someone else still has to answer a question on the Prepare page.
done-lead-weak = The protection of this computer needs attention. The Protect page says why.
done-lead-not-told = We could not tell what protects this computer. Open Windows Security and look.
done-lead-fire-not-told = We could not tell whether the firewall is on. The Protect page says where to look.
done-lead-gone = No active Kaspersky parts were found.
done-lead-left = Some things are left. Start Clean Break again at any time: it looks again, and lists them.
done-lead-installed = Remove it first. The rest comes after that.
done-found = Found in the beginning
done-found-none = No Kaspersky program was found.
done-removed = Removed
done-removed-none = Nothing was removed.
done-cleaned = Cleaned up
done-left = { $count ->
    [one] 1 thing is left
   *[other] { $count } things are left
}
done-show-left = Show what is left
done-thing = { $thing }: { $name }
done-more = { $count ->
    [one] 1 more is listed on the Verify page.
   *[other] { $count } more are listed on the Verify page.
}
done-more-cleaned = { $count ->
    [one] 1 more is listed under Past clean-ups.
   *[other] { $count } more are listed under Past clean-ups.
}
done-protection = Protection
done-chip-look = Needs a look
done-checked = Checked
done-checked-at = { $count ->
    [one] 1 kind of place
   *[other] { $count } kinds of places
}, on { $date } at { $time }
done-checked-windows = For Windows and this account.
done-checked-no-account = For Windows, no account.
done-checked-system = For this system and this account.
done-checked-others = { $count ->
    [one] 1 other account was not looked at.
   *[other] { $count } other accounts were not looked at.
}
done-next-title = Worth doing next
done-next-passwords = Delete the file with your exported passwords, and empty the Recycle Bin or Trash.
done-next-passwords-here = Your passwords are in { $place }. Anyone can read them there. Delete that file, and empty the Recycle Bin or Trash.
done-next-change = Your vault may also be in your My Kaspersky account. Change the passwords that were in it, your email and your bank first.
done-next-charges = If you paid for Kaspersky, look on your card for charges by Kaspersky, UltraAV or Pango.
done-next-phones = Look at your phone and tablet, too. Kaspersky may still be there.
done-next-scan = Run a full scan with your antivirus. In Windows Security, it is under Scan options.
done-next-scan-other = Run a full scan with { $name }.
done-next-browsers = Look at the extensions of your browsers. If one is from Kaspersky, remove it.
done-sources = Where this advice is from
done-reminder-title = A second look in a week
done-reminder = Look at this computer again on { $date }. We can save a reminder that your calendar opens.
done-reminder-undated = Look at this computer again in a week.
done-reminder-saved = Saved: { $path }. Open this file to add the reminder.
done-reminder-not-saved = The reminder could not be saved: { $why }
done-save-reminder = Save a reminder
done-high-risk-title = If you work with very sensitive data
done-high-risk-read = Read the advice
done-high-risk = An expert warned that an uninstaller may leave parts with access to the system. For people with the highest rights at vital services, he advised to think about new devices.
done-high-risk-not-all = That advice is not for everyone. Ask the people who look after security at your work.
done-office-title = In a small office
done-office = Do this on every computer, also on personal ones and those of contractors. Then watch the network.
done-office-server = Take the office's Kaspersky server out of use last, when every key is saved.
done-precautions = These are precautions. We did not check whether any data was taken.
done-phones = Phones and tablets
done-network = Watch the network

phones-title = Phones and tablets
phones-lead = This program cannot look into them. Here is where to look yourself.
phones-android-title = Android
phones-android = Kaspersky apps go on running, but the Play Store does not update them anymore.
phones-android-store = They cannot be installed from there again. So save your passwords first.
phones-android-step-1 = Open Settings, then Apps. Look for Kaspersky, Safe Kids and Password Manager.
phones-android-step-2 = If one cannot be removed, open Settings and search for Device admin apps. Turn it off there.
phones-android-step-3 = Then remove the app.
phones-iphone-title = iPhone and iPad
phones-iphone = The move to UltraAV in 2024 did not remove it there.
phones-iphone-step-1 = Delete the Kaspersky apps.
phones-iphone-step-2 = Open Settings, General, VPN & Device Management. Remove what names Kaspersky.
phones-children-title = Children's devices
phones-children = Safe Kids asks for the parent's account. Do not change its password before you are done.

reminder-title = Clean Break: a second look
reminder-text = Start Clean Break, and look at this computer again. Check your card for charges by Kaspersky, UltraAV or Pango.

done-subscription = Your subscription
done-subscription-body = Removing the program does not end it.
done-subscription-show = How to end it
