"""The installers that the test installs: the real one, and an older and a newer one of small programs."""

import os
import shutil
import subprocess

from rig import PROJECT, RIG

FOLDER = RIG / "packages"


# Types of a custom action: 18, an installed program; 64, go on if it fails; 1024, deferred; 2048, not as the person.
AS_THE_SYSTEM = 18 + 64 + 1024 + 2048


class Packages:
    """Makes them all, signed with a certificate made for the test."""

    def __init__(self, programs):
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        self.environment = {**os.environ, **certificate()}
        self.real = self.make("real", programs)
        self.older = self.make("older", small("older", "0.0.8"), version="0.0.8")
        self.newer_program = FOLDER / "newer-programs/cleanbreak.exe"
        self.newer = self.make("newer", small("newer", "0.0.9"), version="0.0.9", signed=False)

    def make(self, name, programs, version="", signed=True):
        """Runs packaging/windows/build. The installer's path."""
        target = FOLDER / name
        environment = dict(self.environment)
        if version:
            environment["CLEANBREAK_VERSION"] = version
        if not signed:
            del environment["CLEANBREAK_SIGN_CERT"]
        build = [PROJECT / "packaging/windows/build", programs, target]
        subprocess.run(build, env=environment, check=True, stdin=subprocess.DEVNULL)
        return next(target.glob("*.msi"))

    def prepared(self, check):
        """The installer makes our folder as the system and not as the person, and gives no folder's rights away.
        Wine runs every action as one account, so this is read from the tables."""
        print("prepared: The folder for the whole computer is made by Windows Installer's own account.", flush=True)
        actions = table(self.real, "CustomAction")
        kinds = {row[0]: int(row[1]) for row in actions if row[3] == "prepare-folder"}
        check.same("one action makes it, with the system's rights", {"PrepareFolder": AS_THE_SYSTEM}, kinds)
        order = {row[0]: (row[1], int(row[2] or 0)) for row in table(self.real, "InstallExecuteSequence")}
        condition, place = order.get("PrepareFolder", ("", 0))
        between = order["InstallFiles"][1] < place < order["InstallFinalize"][1]
        check.that("when the program is there, and not at a removal", between and condition == 'NOT (REMOVE="ALL")', order)
        # Both write rights and an owner onto a folder that is there already, whoever made it.
        rights = [name for name in ("LockPermissions", "MsiLockPermissionsEx") if table(self.real, name)]
        check.same("no table gives rights", [], rights)

    def signed(self, check):
        """The signature holds, with the test's own root."""
        print("signed: With a certificate, installer and programs bear its signature.", flush=True)
        command = ["osslsigncode", "verify", "-CAfile", FOLDER / "root.pem", "-in", self.real]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        check.that("the installer's signature holds", done.returncode == 0 and "Succeeded" in done.stdout, done.stdout)
        broken = FOLDER / "broken.msi"
        data = bytearray(self.real.read_bytes())
        data[len(data) // 2] ^= 1
        broken.write_bytes(data)
        command[-1] = broken
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        check.that("and not after one bit was changed", done.returncode != 0, done.stdout)


def table(installer, name):
    """The rows of one of its tables; none when there is no such table."""
    known = subprocess.run(["msiinfo", "tables", installer], check=True, capture_output=True, text=True).stdout.split()
    if name not in known:
        return []
    export = ["msiinfo", "export", installer, name]
    lines = subprocess.run(export, check=True, capture_output=True, text=True).stdout.splitlines()
    # Names, types, and the table's own name come first.
    return [line.split("\t") for line in lines[3:]]


def small(name, version):
    """A folder with small programs in the place of both. Icon, version and manifest are ours."""
    folder = FOLDER / f"{name}-programs"
    folder.mkdir()
    resources = PROJECT / "packaging/windows/resources"
    numbers = [f"-D{part}={number}" for part, number in zip(("MAJOR", "MINOR", "PATCH"), version.split("."))]
    for program in ("cleanbreak", "cleanbreak-cli"):
        made = folder / f"{program}.o"
        windres = ["x86_64-w64-mingw32-windres", "-O", "coff", *numbers, f"{program}.rc", made]
        subprocess.run(windres, cwd=resources, check=True)
        source = PROJECT / "tests/rigs/windows/machine/program.c"
        # What is packed has to tell the loader where to look; see packaging/windows/libraries.
        place = folder / "place.c"
        place.write_text('__attribute__((used, aligned(8))) char settled[136] = "CleanBreak.libs";\n', encoding="utf-8")
        result = folder / f"{program}.exe"
        subprocess.run(["x86_64-w64-mingw32-gcc", "-s", source, place, made, "-o", result], check=True)
        subprocess.run([PROJECT / "packaging/windows/libraries", "settle", result], check=True, stdout=subprocess.DEVNULL)
        made.unlink()
        place.unlink()
    return folder


def certificate():
    """A certificate for signing programs. What packaging/windows/sign must know of it."""
    pem, key, pfx, password = (FOLDER / name for name in ("root.pem", "key.pem", "sign.pfx", "password"))
    password.write_text("made for a test\n", encoding="utf-8")
    quiet = {"check": True, "capture_output": True}
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Made for a test"]
    use = ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"]
    subprocess.run([*made, *use, "-keyout", key, "-out", pem], **quiet)
    packed = ["openssl", "pkcs12", "-export", "-in", pem, "-inkey", key, "-out", pfx, "-passout", f"file:{password}"]
    subprocess.run(packed, **quiet)
    return {"CLEANBREAK_SIGN_CERT": str(pfx), "CLEANBREAK_SIGN_PASSWORD": str(password)}
