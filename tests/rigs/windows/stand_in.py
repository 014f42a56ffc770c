"""A machine under Wine in the place of a real Windows: the trial that a real one gets is tried here first."""

import state
from real_machine import RealMachine
from rig import MADE, Machine, number
from takes_back import TakesBack

INSTALLER = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Installer"
CLASSES = r"SOFTWARE\Classes\Installer"
# The first installer ever makes them, and Windows keeps them. On a real one that was long ago.
KEPT_OF_INSTALLERS = (
    rf"{CLASSES}\Features",
    rf"{CLASSES}\Products",
    rf"{CLASSES}\UpgradeCodes",
    rf"{INSTALLER}\UpgradeCodes",
    rf"{INSTALLER}\UserData\S-1-5-18\Components",
    rf"{INSTALLER}\UserData\S-1-5-18\Products",
    r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall",
)


class StandIn(TakesBack, RealMachine):
    """Has a real Windows' access rights before anything is put on it, and is never restarted."""

    def __init__(self, check):
        super().__init__("on-windows", check)
        self.path(r"C:\windows\Installer").mkdir()
        Machine.registry(self, {rf"HKEY_LOCAL_MACHINE\{key}": {} for key in KEPT_OF_INSTALLERS})
        self.stay_on()
        self.hives = {}
        self.as_it_was = state.of(self)

    def restart(self):
        """No: a real one could not go on with the trial."""

    def scan(self):
        """Looks with an administrator's rights. The trial compares both accounts where it wants that."""
        return Machine.scan(self)

    def hive(self, order, key, file=None):
        """`save`, `load` and `unload`, which Wine's `reg` lacks. Wine forgets what was written into a hive when it is
        unloaded; so it is saved before."""
        if order == "load":
            self.hives[key] = file
        if order == "unload":
            self.run(MADE / "hives.exe", "save", key, self.hives.pop(key))
        return self.run(MADE / "hives.exe", order, key, *filter(None, [file]))

    # Wine's `RegUnLoadKey` writes nothing back.
    writes_hives = False

    def system_hive(self, made):
        """The key that a SYSTEM hive is saved from: Wine's own has no control sets with numbers, so one is made."""
        key = made.replace("HKLM", "HKEY_LOCAL_MACHINE")
        self.registry({
            rf"{key}\Select": {"Current": number(1)},
            rf"{key}\ControlSet001\Control\Session Manager": {},
            rf"{key}\ControlSet001\Enum": {},
            rf"{key}\ControlSet001\Services\mouclass": {"Type": number(1), "Start": number(3)},
        })
        return made

    def people(self):
        return [self.profile.name]

    def shared(self, name):
        return rf"C:\{name}"

    def changed(self):
        """What is not as it was before the trial, in all of its registry and all of its files."""
        return state.differences(self.as_it_was, state.of(self))
