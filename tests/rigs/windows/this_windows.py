"""The Windows that this runs on, in the place of a machine under Wine. Nothing of it may be lost: see `takes_back`."""

import os
import secrets
import subprocess
import time
from pathlib import Path

import logon
from rig import MADE, PROGRAM, Answer, Scan
from takes_back import KEPT, TakesBack

# Everybody may read what stands here, and the account without rights may write.
SHARED = r"C:\Users\Public\clean-break-trial"


class ThisWindows(TakesBack):
    """This computer. Programs are run as whoever runs this: an administrator whose rights are on."""

    def __init__(self):
        self.folder = KEPT
        self.folder.mkdir(parents=True, exist_ok=True)
        self.drive = Path("C:\\")
        self.profile = Path.home()
        self.account = None

    def run(self, *command, limit=300):
        """Runs a program once. A real Windows starts what it is told to start."""
        return self.once(*command, limit=limit)

    def once(self, *command, limit):
        started = time.monotonic()
        ended = subprocess.run(
            [*map(str, command)], cwd=self.drive, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit, check=False
        )
        return answer(ended.returncode, ended.stdout, ended.stderr, started)

    def restart(self):
        """No: this is the computer that the trial runs on."""

    def end(self):
        """No: the same."""

    remove = stay_on = end

    def scan(self):
        """Looks with an administrator's rights."""
        return Scan(self.program("scan", "--json"))

    def hive(self, order, *what):
        """`save`, `load` and `unload`."""
        return self.run("reg", order, *what)

    # What is written into a loaded hive is in its file when it is unloaded.
    writes_hives = True

    def system_hive(self, _made):
        """The key that a SYSTEM hive is saved from: the real one."""
        return r"HKLM\SYSTEM"

    def make_account(self):
        """An account without rights. Its password is made up, and never shown."""
        name, password = f"cb-{secrets.token_hex(4)}", f"aA1!{secrets.token_hex(5)}"
        self.note_path(SHARED)
        self.put(rf"{SHARED}\cleanbreak-cli.exe", PROGRAM)
        # Taken away in the opposite order: what the account keeps, then the account.
        self.note("command", "net", "user", name, "/delete")
        try:
            code = self.run("net", "user", name, password, "/add").code
        except subprocess.TimeoutExpired:
            # The error itself would tell the command.
            code = "none in time"
        assert code == 0, f"no account could be made: exit code {code}"
        self.account = (name, password)
        self.note("command", "powershell", "-NoProfile", "-Command", logon.WITHOUT_PROFILE.format(name=name))

    def without_rights(self, *arguments, limit=300):
        """Runs the program under test as the account without rights, which is made when there is none."""
        if self.account is None:
            self.make_account()
        started = time.monotonic()
        out, err = (self.path(rf"{SHARED}\{name}") for name in ("stdout", "stderr"))
        line = subprocess.list2cmdline([rf"{SHARED}\cleanbreak-cli.exe", *arguments])
        shell = rf'{os.environ["SystemRoot"]}\System32\cmd.exe'
        code = logon.run(*self.account, f'"{shell}" /d /s /c "{line} >"{out}" 2>"{err}""', SHARED, limit)
        return answer(code, out.read_bytes(), err.read_bytes(), started)

    def take_back(self):
        """Takes everything away, and the account with it."""
        self.account = None
        return super().take_back()

    def people(self):
        """Names that no recording may hold."""
        return [self.profile.name, *(self.account or ())[:1]]

    def shared(self, name):
        """Where the account without rights may write a file."""
        return rf"{SHARED}\{name}"


def answer(code, out, err, started):
    said, complained = (text.decode("utf-8", "replace") for text in (out, err))
    return Answer(code, said, complained, (time.monotonic() - started) * 1000)


def missing():
    """What the trial needs and does not find."""
    wanted = [PROGRAM, MADE / "product.msi", MADE / "vendor.der"]
    return [str(path) for path in wanted if not path.exists()]
