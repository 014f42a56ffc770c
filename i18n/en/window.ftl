### The window itself: rail, Help, text size and language, and when it cannot open.

language-name = English
window-name = Clean Break
window-page = Page { $page }
window-settings = { $language } · Text size { $percent } %
window-settings-short = { $language } · { $percent } %
window-help = Help
window-return = Back to your page
window-practice-list = Practice. Nothing on this computer is read or changed.
window-practice-short = Practice. Nothing here is changed.
window-practice = Practice – { $name }. Nothing on this computer is read or changed.
window-recording = A recorded computer

# A step and its state, as a screen reader says it.
window-step-done = { $step }: done
window-step-current = { $step }: you are here
window-step-ahead = { $step }: still to come
window-step-skipped = { $step }: not needed on this computer
window-step-open = { $step }: not confirmed
window-step-of = Step { $number } of { $total }: { $step }

# Only a screen reader says these.
window-rail = The eight steps
window-steps = Steps
window-scroll-bar = Scroll bar
# The words of a button that stand on several buttons of a page, with the title of its card.
window-button-of = { $label } – { $title }

window-below = More below
window-details = Details for helpers
window-details-copy = Copy as text
window-details-copied = Copied

# Sep 29, 2024
window-date-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }, { $year }

window-help-phone-title = On the phone
window-help-phone = Each page has a number, large, at the top left. Read it to your helper. Before Help you were on:
window-help-details-title = In writing
window-help-details = Press “Details for helpers” under a page, then “Copy as text”, and paste it into your message. Names of people are taken out.
window-help-keys-title = Without a mouse
window-help-keys-tab = Tab goes to the next button, Shift and Tab to the one before.
window-help-keys-arrows = The arrow keys go from one answer to the next.
window-help-keys-enter = Enter or the space bar presses it.
window-help-keys-main = Alt and the right arrow go to the main button, at the bottom right, or to what you have not answered yet.
window-help-keys-back = Alt and the left arrow go back one page.
window-help-keys-scroll = Page Up and Page Down move the page.
window-help-keys-zoom = Ctrl and plus or minus change the text size.
window-help-keys-helper = F2 shows everything about your page as text, for a helper.

### Everything about a page, for a helper.

ticket-title = For a helper
ticket-lead = Everything about your page, as text. Names of people are taken out. Copy it into a message to your helper.
ticket-open = Show it all as text
ticket-page = Your page
ticket-report = What the report holds
ticket-no-report = There is no report yet. You can save one after the first look at this computer.
ticket-saved = The report is saved: { $path }
ticket-not-saved = The report could not be saved: { $why }

window-settings-title = Text size and language
window-settings-lead = What you choose here is remembered.
window-size = Text size
window-size-held = This window is too small for that. Make it larger, and the text grows with it.
window-percent = { $percent } %
window-colours = Colors
window-colours-system = Same as the system
window-colours-light = Light
window-colours-dark = Dark
window-colours-contrast = High contrast
window-language = Language

window-closing-title = The uninstaller is still running
window-closing-lead = It goes on without this window. Open Clean Break again when it is finished, and we look at what it did.
window-closing-keep = Keep this window open
window-closing-close = Close anyway

window-none-title = Clean Break cannot open its window
window-none = This computer could not show the window. The console program does the same work: open a terminal and type cleanbreak-cli guide.
window-none-reason = { $renderer }: { $reason }

window-already-title = Clean Break is already open
window-already = Look for its window. It may be behind another one.

### What the program itself keeps, and removing it.

own-data-title = Clean Break’s own data
own-data-place = Your progress, your choices and the logs are in this folder: { $folder }
own-data-open = Remove it
own-data-ask = Remove Clean Break’s own data?
own-data-ask-lead = Your progress, your answers, your choices here and the logs go. Nothing else on this computer changes.
own-data-copies = Copies that can undo the cleaning stay in { $folder }.
own-data-remove = Remove it
own-data-remove-all = Remove it and the copies
own-data-keep = Keep it
own-data-copies-ask = Remove the copies too?
own-data-copies-lead = With them, what was cleaned can be put back. Without them, nothing can be put back any more.
own-data-copies-remove = Remove everything
own-data-copies-keep = Keep the copies
own-data-removed = Clean Break’s own data is removed
own-data-removed-lead = You can close this window, and uninstall Clean Break whenever you like.
own-data-failed = Not everything could be removed
own-data-failed-lead = The computer said: { $why }
own-data-close = Close Clean Break
window-past-title = What was cleaned
