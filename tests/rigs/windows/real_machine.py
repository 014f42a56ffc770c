"""A machine with the access rights of a real Windows, looked at by an administrator and by an account without rights."""

import subprocess

import access_rights
from rig import MADE, PROGRAM, Machine, Scan

# Starts a program without an administrator's rights.
ACCOUNT = MADE / "account.exe"

# What an account without rights really does not see. Nothing here decides a verdict or finds a leftover.
# Tasks: their keys are closed (see the table). On a real Windows their files are too; Wine can close none, so there an
# account without rights reads those.
# WFP objects: the filter engine answers administrators only; the probe asks nobody then.
NEEDS_RIGHTS = ("tasks", "wfp")
# Parts of a scan that have to be the same to both.
SAME = ("verdict", "products", "leftovers", "kept", "suspicious", "successors", "protection")


class RealMachine(Machine):
    """Stays on when no program runs any more, as a computer does: otherwise Wine forgets the rights."""

    def __init__(self, name, check):
        super().__init__(name)
        self.check = check
        # Whether the rights are set on every key, and on some.
        self.set = self.begun = False
        # What an account without rights saw last.
        self.less = None

    def run(self, *command, limit=120):
        """Runs a program. Whatever is not the program under test may make keys."""
        if command[0] not in (PROGRAM, ACCOUNT):
            self.set = False
        return super().run(*command, limit=limit)

    def end(self):
        super().end()
        self.set = self.begun = False

    def stay_on(self):
        super().stay_on()
        self.real_rights()

    def restart(self):
        """Shuts down and starts again, and stays on."""
        self.end()
        subprocess.run(["wineserver", "-p"], env=self.environment, stdin=subprocess.DEVNULL, check=True)
        self.run("wineboot", "--restart")
        self.run("sc", "query")
        self.real_rights()

    def registry(self, keys):
        """Writes keys. What Windows lets the system alone write is written before the rights are there."""
        if self.begun and any(map(access_rights.closed, keys)):
            super().stay_on()
        super().registry(keys)

    def real_rights(self):
        """Sets the rights, also of the keys that came since."""
        if not self.set:
            access_rights.as_on_a_real_windows(self)
            self.set = self.begun = True

    def without_rights(self, *arguments):
        """Runs the program under test as an account without rights."""
        return self.run(ACCOUNT, PROGRAM, *arguments)

    def ready(self):
        """Stays on, with the rights of a real Windows on every key."""
        if not self.begun:
            self.stay_on()
        self.real_rights()

    def scan(self):
        """Looks with an administrator's rights, and wants the same to be seen without."""
        self.ready()
        scan = super().scan()
        self.less = Scan(self.without_rights("scan", "--json"))
        self.check.same("without rights the scan says the same", *told(scan, self.less))
        return scan


def told(scan, less):
    """What both have to say, as far as they differ."""
    rights = [one.json["machine"]["elevated"] for one in (scan, less)]
    assert rights == [True, False], f"who looked with rights and who without: {rights}"
    both = [{part: one.json[part] for part in SAME} for one in (scan, less)]
    for one, parts in zip((scan, less), both):
        parts["exit code"] = one.code
        parts["unknown"] = [gap for gap in one.unknown if gap["check"] not in NEEDS_RIGHTS]
    differ = [part for part in both[0] if both[0][part] != both[1][part]]
    return [{part: parts[part] for part in differ} for parts in both]
