### Done: the end, and what is worth doing next.

done-clean-title = You are done
done-left-title = You are done for now
done-lead-gone = No active Kaspersky parts were found.
done-lead-left = Some things are left. They are listed on the Verify page; you can come back at any time.
done-removed = Removed
done-removed-none = Nothing was removed.
done-next-title = Worth doing next
done-next-passwords = Delete the file with your exported passwords, and empty the trash.
done-next-charges = Check your card for charges by Kaspersky, UltraAV or Pango.
done-next-phones = Look at your phone and tablet too.
done-next-scan = Run a full scan with your antivirus.
done-precautions = These are precautions. We did not check whether any data was taken.
