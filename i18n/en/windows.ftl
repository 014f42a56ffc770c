### Windows itself: its fixes, and what stands in the way of them.

windows-fixes-title = Fixes for Windows itself
windows-fixes-until = { $name } gets fixes until { $date }.
windows-fixes-extended = This PC has a license for extra updates. { $name } gets fixes until { $date }.
windows-fixes-ended = { $name } got its last fixes on { $date }. An antivirus does not replace them.
windows-fixes-ended-next = Open Settings, then Windows Update, and install the newer Windows that it offers. Is this a work PC? Ask whoever looks after it.
windows-fixes-sold = PCs that are enrolled in Extended Security Updates still get fixes. We could not tell whether this one is.
windows-fixes-clock = The clock of this computer is behind. So we cannot tell whether Windows still gets fixes. Set the clock, then look again.
windows-fixes-newer = This Windows (build { $build }) is newer than what we know.
windows-fixes-not-in-table = We do not know until when this Windows (build { $build }) gets fixes.
windows-fixes-not-seen = We could not tell which Windows this is.
windows-fixes-look = Open Settings, then Windows Update, and look whether it still gets updates.
windows-chip-ended = Ended
windows-lead-ended = Windows itself gets no more fixes. The Protect page says what to do.
windows-lead-not-told = We could not tell whether Windows itself still gets fixes. The Protect page says more.
