"""The installers that the test installs: the real one, and an older and a newer one of small programs."""

import os
import shutil
import subprocess

from rig import PROJECT, RIG

FOLDER = RIG / "packages"


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
        source = PROJECT / "tests/windows/machine/program.c"
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
