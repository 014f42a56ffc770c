"""The real programs on a real Windows: looked at by an administrator and by an account without rights, with seeds of
each sort, an installer, a hive, and the situations that need no Wine. Everything is taken away again, also on failure.

    on_windows.py                under Wine, in the place of a real Windows
    on_windows.py --throw-away   on this Windows, as an administrator: for a computer that may be thrown away
    on_windows.py --take-away    only takes away what a trial that was ended left

Recordings stay in target/tests/on-windows. The last line is `N passed, N failed`.
"""

import os
import sys
import traceback

import situations
import trial
from check import Checks
from rig import PROGRAM

# Whether the computer has to be *clean* before and after the trial. No real Windows has been seen yet: what stands on a
# runner is told, and does not fail. With the first run that tells *clean* twice this becomes True, and stays.
CLEAN_IS_REQUIRED = False

# They put nothing on the machine that a real Windows keeps to itself, and need no restart.
WITHOUT_WINE = [
    situations.odd_data,
    situations.unreadable_data,
    situations.odd_filter_lists,
    situations.smaller_places,
    situations.recordings_and_usage,
]


class Trial:
    """One trial on one machine."""

    def __init__(self, check, machine):
        self.check, self.machine = check, machine

    def all(self):
        """Looks, tries everything, and looks whether it is gone."""
        before = self.alone(self.first_look)
        if before and not before.products:
            self.every_step()
            self.alone(self.last_look, before)
        else:
            seen = before and before.products
            self.check.that("no product is there, with which the seeds would be mixed up", False, seen)
        self.taken_back()

    def every_step(self):
        for steps in [*trial.GROUPS, *([situation] for situation in WITHOUT_WINE)]:
            for step in steps:
                self.alone(step)
            self.taken_back()

    def alone(self, step, *more):
        """One step. What goes wrong in it does not keep the others from being tried."""
        print(f"{step.__name__}: {step.__doc__}", flush=True)
        try:
            self.machine.note_own_data()
            return step(self.check, self.machine, *more)
        except Exception:
            self.check.that("the step comes to its end", False, traceback.format_exc())
            return None

    def first_look(self, check, machine):
        """The computer as it is."""
        return self.clean_or_told(trial.looks(check, machine, "before"), "before the trial")

    def last_look(self, check, machine, before):
        """The computer when everything is taken away again."""
        after = self.clean_or_told(trial.looks(check, machine, "after"), "after the trial")
        check.same("the verdict is that of before", before.verdict, after.verdict)
        check.same("and so is what is found", sorted(situations.ids(before)), sorted(situations.ids(after)))

    def clean_or_told(self, scan, when):
        if CLEAN_IS_REQUIRED or scan.verdict == "clean":
            self.check.same(f"the computer is clean {when}", "clean", scan.verdict)
        else:
            print(f"  told    {when} the verdict is {scan.verdict}", flush=True)
            print("\n".join(f"          {line}" for line in situations.brief(scan.leftovers)), flush=True)
        return scan

    def taken_back(self):
        self.check.same("everything is taken away again", [], self.machine.take_back())


def here(check, arguments):
    """This Windows: what an earlier trial left goes, and then it may be tried."""
    import this_windows

    machine = this_windows.ThisWindows()
    machine.read_notes()
    check.same("nothing of an earlier trial is left", [], machine.take_back())
    if "--throw-away" in arguments:
        check.same("the programs and what is made for the test are there", [], this_windows.missing())
        os.environ["CLEANBREAK_CLI"] = str(PROGRAM)
        Trial(check, machine).all()


def main(arguments):
    if arguments not in ([], ["--throw-away"], ["--take-away"]):
        print(__doc__, file=sys.stderr)
        return 64
    if (os.name == "nt") != bool(arguments):
        print("On Windows say --throw-away or --take-away; elsewhere neither.", file=sys.stderr)
        return 64
    check = Checks()
    if arguments:
        here(check, arguments)
    else:
        under_wine(check)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


def under_wine(check):
    """The same, and then every key and file of the machine is compared with before."""
    from stand_in import StandIn

    machine = StandIn(check)
    trials = Trial(check, machine)
    trials.all()
    check.same("the whole machine is as it was", [], machine.changed())
    trials.alone(trial.ended_in_the_middle)
    check.same("the whole machine is as it was, again", [], machine.changed())
    machine.remove()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
