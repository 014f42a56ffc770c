"""What changes a Windows machine goes the way that Windows itself goes: through the service manager, not through
a link, and by every signature that a file has."""

import hashlib
import json
import subprocess
import tempfile
import time
from pathlib import Path

import recordings
import seeds
import state
from cleanups import clean, ids_of
from rig import BUILT, MADE, certificate_blob, text
from seeds import LINE

PLACE = r"C:\Program Files\Clean Break"
RUN_ONCE = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\RunOnce"
VENDOR = "AO Kaspersky Lab"
OTHER = "Microsoft Windows Hardware Compatibility Publisher"
LIVE = f"klif.{LINE}"
CLASS = "{dd230880-495a-11d1-b064-008048ec2fc5}"
CLASSES_32 = r"HKEY_LOCAL_MACHINE\SOFTWARE\Classes\WOW6432Node\CLSID"


def every_signature(check, machine):
    """A driver that Microsoft signed first and the vendor second, one that the vendor signed, and one that was changed."""
    with tempfile.TemporaryDirectory() as folder:
        signing = Signing(machine, Path(folder))
        once = signing.sign(MADE / "vendor.sys", VENDOR)
        twice = signing.sign(signing.sign(MADE / "vendor.sys", OTHER), VENDOR, nest=True)
        changed = bytearray(twice.read_bytes())
        changed[0x400] ^= 1
        drivers = {"klids": once.read_bytes(), "klmouflt": twice.read_bytes(), "klkbdflt": bytes(changed)}
    for name, content in drivers.items():
        file = rf"{seeds.DRIVERS}\{LINE}\{name}.sys"
        machine.put(file, content)
        values = seeds.service(seeds.KERNEL, seeds.MANUAL, rf"system32\drivers\{LINE}\{name}.sys")
        machine.registry({rf"{seeds.SERVICES}\{name}.{LINE}": values})
    machine.restart()
    makers = recorded_makers(machine)
    once, twice, changed = (makers[f"{name}.{LINE}".lower()] for name in drivers)
    check.same("one signature is the vendor's", ({"valid": VENDOR}, []), once)
    # Wine 8 counts the second signature, but verifies the first one whichever is asked for and does not say which it was.
    # So nobody is told for the second here. The tests of `probe::parse::signatures` have a Windows that does better.
    check.same("of two, the first is somebody else's, and nobody is told for the second", ({"valid": OTHER}, []), twice)
    check.same("a changed file is nobody's", ({"invalid": OTHER}, []), changed)


def switched_off_and_on(check, machine):
    """A loaded driver of the vendor is switched off: the service manager and the registry say the same, then and after undo."""
    with tempfile.TemporaryDirectory() as folder:
        signed = Signing(machine, Path(folder)).sign(MADE / "vendor.sys", VENDOR).read_bytes()
    machine.put(rf"{seeds.DRIVERS}\{LINE}\klif.sys", signed)
    image = rf"\SystemRoot\System32\drivers\{LINE}\klif.sys"
    machine.registry({rf"{seeds.SERVICES}\{LIVE}": seeds.service(seeds.FILE_SYSTEM, seeds.SYSTEM, image)})
    machine.stay_on()
    check.that("the service manager starts it", starts(machine))
    driver = ids_of(machine.scan(), "driver", LIVE)
    before = state.of(machine)
    code, said = clean(machine, "--apply", *driver, "--retire", *driver)
    check.same("it is switched off", (0, driver), (code, said["done"]))
    check.that("a restart is due", said["restart_needed"], said)
    changed = [line.split("] ")[-1] for line in state.differences(before, state.of(machine))]
    check.same("nothing but its start has changed", ['"Start"=dword:00000001', '"Start"=dword:00000004'], changed)
    check.that("the service manager does not start it any more", not starts(machine))
    code, said = clean(machine, "--undo", "latest")
    check.same("it is switched on again", (0, driver), (code, said["done"]))
    check.same("everything is as it was", [], state.differences(before, state.of(machine)))
    check.that("the service manager starts it again", starts(machine))


def classes_of_the_32_bit_view(check, machine):
    """A class of the vendor's in the 32-bit view is found where it stands, goes, and comes back."""
    machine.registry({
        rf"{CLASSES_32}\{CLASS}": {"": text("Kaspersky Anti-Virus Shell Extension")},
        rf"{CLASSES_32}\{CLASS}\InprocServer32": {"": text(rf"{seeds.PROGRAMS}\shellex.dll")},
    })
    before = state.of(machine)
    scan = machine.scan()
    found = scan.found("registry", where=CLASS)
    where = rf"HKLM\SOFTWARE\Classes\WOW6432Node\CLSID\{CLASS}"
    check.same("it is found once, where it stands", [where], [one["where"] for one in found])
    finding = [one["id"] for one in found]
    check.same("by the same id again", finding, [one["id"] for one in machine.scan().found("registry", where=CLASS)])
    code, said = clean(machine, "--apply", *finding)
    check.same("it goes", (0, finding, []), (code, said["done"], said["failed"]))
    check.same("a scan does not see it any more", [], machine.scan().found("registry", where=CLASS))
    code, said = clean(machine, "--undo", "latest")
    check.same("it comes back", (0, finding), (code, said["done"]))
    check.same("as it was", [], state.differences(before, state.of(machine)))


def comes_back_until_restarted(check, machine):
    """Windows deletes the entry that opens the program before it does so, and one with `!`, as an older version made it,
    after the program has ended. The program makes the entry again while it runs: that one has to stay."""
    for program in ("cleanbreak.exe", "cleanbreak-cli.exe"):
        machine.put(rf"{PLACE}\{program}", BUILT / program)
    removal = {"queue": [], "skipped": [], "started": True, "restart_due": True, "attempts": 1}
    session = machine.profile / "AppData/Local/Clean Break/data/session.json"
    session.parent.mkdir(parents=True)
    command = rf'"{PLACE}\cleanbreak.exe" --resume'
    for name, deleted_first in (("Clean Break", True), ("!Clean Break", False)):
        session.write_text(json.dumps({"schema": 1, "page": "restart", "removal": removal}))
        machine.registry({RUN_ONCE: None})
        machine.registry({RUN_ONCE: {} if deleted_first else {name: text(command)}})
        # The console program goes on with the same session as the window.
        said = machine.run(rf"{PLACE}\cleanbreak-cli.exe", "guide")
        check.that("the restart is still due", "restart" in said.out.lower(), said)
        if not deleted_first:
            machine.run("reg", "delete", RUN_ONCE, "/v", name, "/f")
        entries = machine.run("reg", "query", RUN_ONCE).out
        check.same(f"opened by {name}, it comes back once more, and as the window", 1, entries.count(command))
        check.that("under a name that is deleted first", "Clean Break" in entries and "!" not in entries, entries)


def starts(machine):
    """Whether the service manager, by what it knows itself, starts the driver once it is stopped."""
    # A driver that is still being unloaded cannot be started yet.
    for _ in range(6):
        machine.run("sc", "stop", LIVE)
        if machine.run("sc", "start", LIVE).code == 0:
            return True
        time.sleep(0.5)
    return False


def recorded_makers(machine):
    """Who made the file of each service, as a recording says: the first signer and the others."""
    services = recordings.snapshot(machine)["services"]["items"]
    makers = {one["name"].lower(): one.get("maker", {}) for one in services}
    return {name: (maker.get("signer"), maker.get("also_signed_by", [])) for name, maker in makers.items()}


class Signing:
    """Signs files with certificates made for the test, which this machine trusts."""

    def __init__(self, machine, folder):
        self.machine, self.folder, self.count = machine, folder, 0

    def sign(self, file, name, nest=False):
        """The file, signed under this name, beside the signatures it has when `nest` is given."""
        return self.signed(file, *self.certificate(name), nest)

    def sign_as(self, file, subject, trusted=True):
        """The same under a whole subject (`/C=…/O=…/CN=…`), of a certificate from a root that this machine trusts, or not."""
        root = self.certificate("Trusted Test Root" if trusted else "Strange Test Root", trusted)
        return self.signed(file, *self.issued(subject, *root), False)

    def signed(self, file, key, certificate, nest):
        self.count += 1
        signed = self.folder / f"signed-{self.count}"
        command = ["osslsigncode", "sign", "-certs", certificate, "-key", key, "-h", "sha256", "-in", file, "-out", signed]
        subprocess.run([*command, *(["-nest"] if nest else [])], check=True, capture_output=True)
        return signed

    def issued(self, subject, root_key, root):
        """A certificate for this subject from this root, with the root's behind it."""
        self.count += 1
        key, request, leaf, both = (self.folder / f"leaf-{self.count}.{kind}" for kind in ("key", "csr", "crt", "pem"))
        usage = self.folder / "usage"
        usage.write_text("extendedKeyUsage=codeSigning\n")
        made = ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", subject, "-keyout", key, "-out", request]
        subprocess.run(made, check=True, capture_output=True)
        made = ["openssl", "x509", "-req", "-in", request, "-CA", root, "-CAkey", root_key, "-CAcreateserial", "-days", "3650"]
        subprocess.run([*made, "-extfile", usage, "-out", leaf], check=True, capture_output=True)
        both.write_text(leaf.read_text() + root.read_text())
        return key, both

    def certificate(self, name, trusted=True):
        key, certificate = self.folder / f"{name}.key", self.folder / f"{name}.pem"
        if not key.exists():
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", f"/CN={name}",
                 "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate],
                check=True, capture_output=True,
            )  # fmt: skip
            if trusted:
                self.trust(certificate)
        return key, certificate

    def trust(self, certificate):
        shown = subprocess.run(["openssl", "x509", "-in", certificate, "-outform", "DER"], check=True, capture_output=True)
        digest = hashlib.sha1(shown.stdout).digest()
        self.machine.registry({rf"{seeds.ROOTS}\{digest.hex().upper()}": {"Blob": certificate_blob(shown.stdout, digest)}})


SITUATIONS = [comes_back_until_restarted, every_signature, switched_off_and_on, classes_of_the_32_bit_view]
