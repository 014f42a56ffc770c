### Cleaning what is left, in a terminal.

cleanup-cli-plan-none = There is nothing to clean.
cleanup-cli-plan = This would be done, in this order. Each thing is saved first.
cleanup-cli-plan-waits = (after a restart)
cleanup-cli-plan-not = Left alone:
cleanup-cli-done = { $count ->
        [one] 1 thing was cleaned or put back.
       *[other] { $count } things were cleaned or put back.
    }
cleanup-cli-failed = Not done:
cleanup-cli-skipped = Left alone, or waiting:
cleanup-cli-restart = Scan first: it says whether a restart has to wait. If not, restart the computer, then run the same command again to finish.
cleanup-cli-run = To put it back: cleanbreak-cli cleanup --undo { $run }
cleanup-cli-past-none = No clean-up was made on this computer.
cleanup-cli-warning = { $device ->
        [mouse] Warning: { $name } comes back and its driver is missing. After the next start the mouse or touchpad will not work.
        [keyboard] Warning: { $name } comes back and its driver is missing. After the next start the keyboard will not work.
       *[other] Warning: { $name } comes back and its driver is missing. After the next start the devices that use it will not work.
    }
