"""A file that was downloaded as the vendor's removal tool: `check-tool` says whether Windows confirms it."""

import subprocess
import tempfile
from pathlib import Path

from acts import Signing
from rig import PROJECT

FOLDER = r"C:\tool"
FILE = rf"{FOLDER}\kavremvr.exe"
VENDOR = "/C=RU/O=AO Kaspersky Lab/CN=AO Kaspersky Lab"
# Whole names that are not the vendor's, and one from another country.
OTHERS = [
    "/C=RU/O=AO Kaspersky Lab LLC fake/CN=AO Kaspersky Lab LLC fake",
    "/C=GB/O=AO Kaspersky Lab/CN=AO Kaspersky Lab",
    "/C=RU/O=Velmora/CN=AO Kaspersky Lab",
    "/C=US/O=Velmora/CN=Velmora",
]
CONFIRMED, REFUSED, NOT_CHECKED = 0, 16, 12


def removal_tool(check, machine):
    """A program that a trusted root signed under the vendor's name, and everything that only looks like it."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        signing = Signing(machine, folder)
        tool, installer = (program(folder, name) for name in ("kavremvr.exe", "Setup.exe"))
        good = signing.sign_as(tool, VENDOR).read_bytes()
        untrusted = signing.sign_as(tool, VENDOR, trusted=False).read_bytes()
        others = [signing.sign_as(tool, subject).read_bytes() for subject in OTHERS]
        setup = signing.sign_as(installer, VENDOR).read_bytes()
        unsigned = tool.read_bytes()
    machine.restart()
    changed = bytearray(good)
    changed[0x450] ^= 1

    machine.put(FILE, good)
    said = machine.program("check-tool", FILE)
    check.same("the vendor's own is confirmed", CONFIRMED, said.code)
    check.that("by its name", "Windows confirms: signed by AO Kaspersky Lab" in said.out, said)
    check.that("and what it calls itself", "called it kavremvr.exe" in said.out, said)

    refused(check, machine, "the same name from a root that is not trusted", untrusted, "Windows does not trust its signature")
    refused(check, machine, "a changed byte", bytes(changed), "changed after it was signed")
    refused(check, machine, "no signature", unsigned, "Nobody has signed this file")
    refused(check, machine, "the vendor's installer", setup, "It calls itself Setup.exe")
    for subject, content in zip(OTHERS, others):
        refused(check, machine, subject, content, "and not by Kaspersky")

    machine.put(FILE, good)
    machine.put(rf"{FOLDER}\version.dll", unsigned)
    refused(check, machine, "a library beside it", good, "version.dll")
    machine.take_away(rf"{FOLDER}\version.dll")
    machine.put(rf"{FOLDER}\other.exe", unsigned)
    said = machine.program("check-tool", FILE)
    check.same("another program beside it is told", (CONFIRMED, True), (said.code, "other.exe" in said.out))

    # Wine keeps a stream as a file of that name. What the browser noted is told, and proves nothing.
    mark = b"[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://mirror.example/page\r\nHostUrl=https://mirror.example/kavremvr.exe\r\n"
    machine.put(rf"{FILE}:Zone.Identifier", mark)
    said = machine.program("check-tool", FILE)
    check.same("where it came from decides nothing", CONFIRMED, said.code)
    check.that("and is told", "mirror.example" in said.out, said)
    machine.take_away(rf"{FILE}:Zone.Identifier")

    for name, place in (("a folder", FOLDER), ("nothing", rf"{FOLDER}\nothing.exe"), ("a share", r"\\server\share\kavremvr.exe")):
        said = machine.program("check-tool", place)
        check.same(f"{name} is not checked", (NOT_CHECKED, True), (said.code, "It was not checked" in said.out))
    check.same("without a file it is wrong usage", 64, machine.program("check-tool").code)
    check.that("none of them was started", not (machine.drive / "started").exists())


def refused(check, machine, what, content, why):
    machine.put(FILE, content)
    said = machine.program("check-tool", FILE)
    check.same(f"{what}: do not start it", REFUSED, said.code)
    check.that(f"{what}: why", "Do not start it" in said.out and why in said.out, said)


def program(folder, name):
    """A program that says that its maker called it so. Started, it leaves a file."""
    source, resource, made = folder / "program.c", folder / f"{name}.o", folder / name
    source.write_text('#include <stdio.h>\nint main(void) { fclose(fopen("C:\\\\started", "w")); return 0; }\n')
    version = PROJECT / "tests/rigs/windows/machine/called.rc"
    subprocess.run(["x86_64-w64-mingw32-windres", "-D", f'CALLED=\\"{name}\\"', version, resource], check=True)
    subprocess.run(["x86_64-w64-mingw32-gcc", "-o", made, source, resource], check=True)
    return made


SITUATIONS = [removal_tool]
