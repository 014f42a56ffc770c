"""One Windows machine under Wine: files and registry put on it, programs run on it."""

import json
import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
RIG = PROJECT / "target/windows/rig"
MADE = RIG / "made"
# The programs under test; measurements are made with those of the release profile.
BUILT = PROJECT / "target/windows/x86_64-pc-windows-gnu" / os.environ.get("CLEANBREAK_PROFILE", "wine")
if os.name == "nt":
    BUILT = PROJECT / "target/debug"
PROGRAM = BUILT / "cleanbreak-cli.exe"

# What Wine says when it could not start a program at all.
NOT_STARTED = "Application could not be started"

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
    "HOME": str(RIG / "home"),
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
}


class Machine:
    """A copy of the template prefix. `C:\\` is `self.drive`."""

    def __init__(self, name):
        self.name = name
        self.folder = RIG / "machines" / name
        self.drive = self.folder / "drive_c"
        self.environment = {**ENVIRONMENT, "WINEPREFIX": str(self.folder)}
        self.remove()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(RIG / "template", self.folder, symlinks=True)
        self.profile = next(user for user in sorted((self.drive / "users").iterdir()) if user.name != "Public")

    def remove(self):
        """Ends what still runs and deletes the prefix."""
        if self.folder.exists():
            self.end()
            shutil.rmtree(self.folder)

    def end(self):
        """Ends every program of this machine, as a shutdown does."""
        for option in ("-k", "-w"):
            subprocess.run(["wineserver", option], env=self.environment, stdin=subprocess.DEVNULL, check=False)

    def stay_on(self):
        """Starts anew, and stays on when no program runs any more, as a computer does."""
        self.end()
        subprocess.run(["wineserver", "-p"], env=self.environment, stdin=subprocess.DEVNULL, check=True)
        self.run("sc", "query")

    def restart(self):
        """Shuts down and starts again: services and drivers that start by themselves do so."""
        self.end()
        self.run("wineboot", "--restart")
        self.run("sc", "query")

    def run(self, *command, limit=120):
        """Runs a program to its end. Now and then Wine cannot start one, and ends with 1 and its own words, or with
        none: nothing has happened then, and it is started again. No program of ours ends with 1, nor without a word."""
        for _ in range(3):
            answer = self.once(*command, limit=limit)
            if answer.code != 1 or not (answer.silent or NOT_STARTED in answer.out + answer.err):
                break
            print(f"    Wine did not start {Path(str(command[0])).name}; once more")
            time.sleep(1)
        return answer

    def once(self, *command, limit):
        """Runs a program once. Its output goes to files: Wine's server keeps a pipe open."""
        out, err = self.folder / "stdout", self.folder / "stderr"
        started = time.monotonic()
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            code = subprocess.run(
                ["wine", *map(str, command)],
                env=self.environment,
                cwd=self.drive,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                timeout=limit,
                check=False,
            ).returncode
        milliseconds = (time.monotonic() - started) * 1000
        said, complained = (file.read_text(encoding="utf-8", errors="replace") for file in (out, err))
        return Answer(code, said, complained, milliseconds)

    def program(self, *arguments):
        """Runs the program under test."""
        return self.run(PROGRAM, *arguments)

    def begin(self, *arguments):
        """Starts the program under test and does not wait."""
        return self.background(str(PROGRAM), *arguments)

    def background(self, *command):
        """Starts any program and does not wait."""
        return subprocess.Popen(
            ["wine", *command],
            env=self.environment,
            cwd=self.drive,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def scan(self):
        """Runs `scan --json`."""
        return Scan(self.program("scan", "--json"))

    def path(self, windows_path):
        """Where a path like `C:\\ProgramData` is kept on this computer."""
        drive, *parts = windows_path.split("\\")
        assert drive == "C:", windows_path
        return self.drive.joinpath(*parts)

    def put(self, windows_path, content=b"made for a test\n"):
        """Puts a file there; content may name one of the made files."""
        path = self.path(windows_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copy(content, path)
        else:
            path.write_bytes(content)

    def take_away(self, windows_path):
        """Deletes a file or folder."""
        path = self.path(windows_path)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def hide(self, windows_path):
        """Sets the hidden and system attributes, the way Wine keeps them."""
        os.setxattr(self.path(windows_path), "user.DOSATTRIB", b"0x6")

    def registry(self, keys):
        """Writes keys: `{key: {value name: typed value}}`. A key with None is deleted."""
        lines = ["Windows Registry Editor Version 5.00"]
        for key, values in keys.items():
            lines += ["", f"[-{key}]" if values is None else f"[{key}]"]
            for name, value in (values or {}).items():
                left = "@" if name == "" else '"%s"' % name.replace("\\", "\\\\")
                lines.append(f"{left}={value}")
        file = self.drive / "import.reg"
        # UTF-16: only then does the importer take the bytes of a text value as they stand.
        file.write_bytes("\ufeff".encode("utf-16-le") + ("\r\n".join(lines) + "\r\n").encode("utf-16-le"))
        answer = self.run("reg", "import", "C:\\import.reg")
        file.unlink()
        assert answer.code == 0, f"the registry import failed: {answer}"


class Answer:
    """What a program said."""

    def __init__(self, code, out, err, milliseconds):
        self.code, self.out, self.err, self.milliseconds = code, out, err, milliseconds

    @property
    def silent(self):
        """Whether it said nothing at all."""
        return not self.out + self.err

    def __repr__(self):
        return f"exit {self.code}\n{self.out[-2000:]}\n{self.err[-2000:]}"


class Scan:
    """What `scan --json` said."""

    def __init__(self, answer):
        self.code = answer.code
        try:
            self.json = json.loads(answer.out)
        except ValueError:
            raise AssertionError(f"scan --json printed no JSON: {answer}") from None
        self.verdict = self.json["verdict"]
        self.products = self.json["products"]
        self.leftovers = self.json["leftovers"]
        self.unknown = self.json["unknown"]
        self.kept = self.json["kept"]
        self.suspicious = self.json["suspicious"]

    def found(self, kind, name="", where=""):
        """The leftovers of one kind, by exact name and a part of the place, blind to case."""
        return [
            item
            for item in self.leftovers
            if item["kind"] == kind
            and (not name or item["name"].lower() == name.lower())
            and where.lower() in item["where"].lower()
        ]

    def unknown_checks(self, required=None):
        """The checks that could not be finished."""
        return sorted({u["check"] for u in self.unknown if required is None or u["required"] == required})

    def spoken_of(self):
        """Every name and every step of every place in a finding of any sort, in lower case."""
        found = set()
        for item in [*self.products, *self.leftovers, *self.kept, *self.suspicious, *self.json["successors"]]:
            places = item.get("where", [])
            for words in (item.get("name", ""), *([places] if isinstance(places, str) else places)):
                steps = words.lower().replace("/", "\\").split("\\")
                found |= {words.lower(), *steps, *(step.rsplit(".", 1)[0] for step in steps)}
        return found


# Registry values, as a .reg file writes them.


def text(value):
    """REG_SZ."""
    return '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"')


def number(value):
    """REG_DWORD."""
    return f"dword:{value:08x}"


def raw(kind, data):
    """Any type by its number, with exactly these bytes."""
    return f"hex({kind:x}):" + ",".join(f"{byte:02x}" for byte in data)


def names(*values):
    """REG_MULTI_SZ, ended as it should be."""
    return raw(7, ("".join(value + "\0" for value in values) + "\0").encode("utf-16-le"))


def certificate_blob(der, thumbprint):
    """A certificate as a registry store keeps it: property 3 its SHA-1, property 32 itself."""
    return raw(3, b"".join(struct.pack("<III", i, 1, len(data)) + data for i, data in ((3, thumbprint), (32, der))))
