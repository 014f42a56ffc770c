"""Cleaning what is left and putting it back, on a Windows machine under Wine."""

import json
import os
import time

import seeds
import state
from rig import MADE, certificate_blob, names, number, raw, text
from seeds import LINE

KEYBOARD_FILTER, MOUSE_FILTER = f"klkbdflt.{LINE}", f"klmouflt.{LINE}"
ORPHAN = f"klids.{LINE}"
PRODUCT_KEY = r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25"
ACCOUNT_KEY = r"HKEY_CURRENT_USER\Software\KasperskyLab\AVP21.25"
RUN = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run"
ACCOUNT_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
ACCOUNT_ROOTS = r"HKEY_CURRENT_USER\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates"
BASES = rf"{seeds.DATA}\AVP21.25\Bases"
QUARANTINE = rf"{seeds.DATA}\AVP21.25\QB\found.klq"


def put_remains(machine):
    """What an uninstaller left: everything that can be cleaned, between neighbours that must stay."""
    machine.registry({
        seeds.KEYBOARD: {"UpperFilters": names("examplekey", KEYBOARD_FILTER, "kbdclass")},
        seeds.MOUSE: {"UpperFilters": names(MOUSE_FILTER, "mouclass")},
        # An orphan: its file is gone. Values of several types, in an order that is not the alphabet's.
        rf"{seeds.SERVICES}\{ORPHAN}": {
            **seeds.service(seeds.KERNEL, seeds.MANUAL, rf"\??\{seeds.KLIDS_FILE}"),
            "Alpha": raw(3, b"\x00\x01\xff"),
            "Odd": raw(0x1234, b"odd"),
        },
        rf"{seeds.SERVICES}\{ORPHAN}\Parameters": {"": text("default"), "List": names("a", "b")},
        rf"{seeds.SERVICES}\{ORPHAN}\Parameters\Below": {"Empty": raw(3, b"")},
        PRODUCT_KEY: {"Version": text("21.25.8.0"), "Expanded": raw(2, "%PATH%\0".encode("utf-16-le"))},
        rf"{PRODUCT_KEY}\environment": {"ProductName": text("Kaspersky"), "NoEnd": raw(1, b"a\x00b\x00")},
        ACCOUNT_KEY: {"Language": text("en-US"), "Number": number(7)},
        RUN: {"AVP": text(rf'"{seeds.PROGRAMS}\avp.exe"'), "Example": text("example.exe")},
        ACCOUNT_RUN: {"Example": text("example.exe")},
        rf"{ACCOUNT_ROOTS}\{seeds.thumbprint('vendor')}": {"Blob": account_blob()},
        # Windows makes these two beside every store that it opens.
        ACCOUNT_ROOTS.rsplit("\\", 1)[0] + r"\CRLs": {},
        ACCOUNT_ROOTS.rsplit("\\", 1)[0] + r"\CTLs": {},
    })
    seeds.put_certificate(machine)
    seeds.put_certificate(machine, "other")
    machine.put(rf"{BASES}\base.dat", os.urandom(5000))
    machine.put(rf"{BASES}\sub\deep\report.txt", b"made for a test\n")
    machine.path(rf"{BASES}\sub\empty").mkdir()
    os.utime(machine.path(rf"{BASES}\base.dat"), (1_600_000_000, 1_600_000_000))
    os.chmod(machine.path(rf"{BASES}\base.dat"), 0o444)
    machine.put(seeds.LONE_FILE, MADE / "vendor.sys")
    machine.put(QUARANTINE, b"not a real virus")
    seeds.put_vault(machine)
    machine.restart()


def account_blob():
    der = (MADE / "vendor.der").read_bytes()
    return certificate_blob(der, bytes.fromhex(seeds.thumbprint("vendor")))


def plan(machine, *switches):
    """What `cleanup --plan --json` says."""
    answer = machine.program("cleanup", "--plan", "--json", *switches)
    try:
        return json.loads(answer.out)
    except ValueError:
        raise AssertionError(f"cleanup --plan printed no JSON: {answer}") from None


def clean(machine, *arguments):
    """Runs `cleanup` and gives its exit code and what it says."""
    answer = machine.program("cleanup", *arguments, "--json")
    try:
        return answer.code, json.loads(answer.out)
    except ValueError:
        return answer.code, {"done": [], "failed": [repr(answer)], "skipped": [], "run": ""}


def ids_of(scan, kind, name="", where="", scope=None):
    """The ids of findings that are there."""
    found = [one for one in scan.found(kind, name, where) if scope in (None, one["scope"])]
    assert found, f"no {kind} {name} at {where}"
    return [one["id"] for one in found]


def what_can_go(scan):
    """Every finding that this situation wants cleaned."""
    return [
        *ids_of(scan, "class_filter", KEYBOARD_FILTER),
        *ids_of(scan, "class_filter", MOUSE_FILTER),
        *ids_of(scan, "driver", ORPHAN),
        *ids_of(scan, "certificate", scope="machine"),
        *ids_of(scan, "certificate", scope="user"),
        *ids_of(scan, "registry", where=r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab"),
        *ids_of(scan, "registry", where=r"HKCU\Software\KasperskyLab"),
        *ids_of(scan, "task", where=r"CurrentVersion\Run"),
        *ids_of(scan, "file", where=BASES),
        *ids_of(scan, "file", where=seeds.LONE_FILE),
    ]


def cleaned_and_put_back(check, machine):
    """Everything that can go is cleaned; a scan does not see it any more; undo makes the machine what it was."""
    put_remains(machine)
    before = state.of(machine)
    check.same("looking at a machine twice shows no difference", [], state.differences(before, state.of(machine)))
    scan = machine.scan()
    wanted = what_can_go(scan)
    scopes = {action["scope"] for action in plan(machine)["actions"]}
    check.same("the plan is about the computer and the account", {"machine", "user"}, scopes)
    scopes = {action["scope"] for action in plan(machine, "--helper")["actions"]}
    check.same("who cleans for somebody else plans for the computer only", {"machine"}, scopes)
    check.same("a plan changes nothing", [], state.differences(before, state.of(machine)))

    code, said = clean(machine, "--apply", *wanted)
    check.same("everything was done", sorted(wanted), sorted(said["done"]))
    check.same("nothing failed", [], said["failed"])
    check.same("the exit code is 0", 0, code)
    left = {one["id"] for one in machine.scan().leftovers}
    check.same("a new scan sees none of it", [], sorted(left & set(wanted)))
    neighbours_stay(check, machine, before)

    code, said = clean(machine, "--undo", "latest")
    check.same("everything was put back", sorted(wanted), sorted(said["done"]))
    check.same("the exit code of undo is 0", 0, code)
    check.same(
        "registry and files are what they were, byte for byte", [], state.differences(before, state.of(machine))
    )
    again = {one["id"] for one in machine.scan().leftovers}
    check.same("a scan sees all of it again", sorted(wanted), sorted(again & set(wanted)))


def neighbours_stay(check, machine, before):
    """What was cleaned is gone, and what stood beside it is there."""
    now = state.of(machine)
    gone = state.differences(before, now)
    ours = ("kl", "kaspersky", "avp", seeds.thumbprint("vendor").lower())
    lists = [line for part in state.HIVES for line in before[part] if "UpperFilters" in line]
    kept = [line for part in state.HIVES for line in now[part]]
    check.that("the lists of filters are there", all(any(named(line) in one for one in kept) for line in lists), lists)
    check.that("the vault is there", machine.path(seeds.vault_of(machine)).exists())
    check.that("the quarantine is there", machine.path(QUARANTINE).exists())
    for name in ("Example", "examplekey".encode("utf-16-le").hex(",")[:40], seeds.thumbprint("other")):
        check.that(f"the neighbour {name[:20]} is there", any(name.lower() in line.lower() for line in kept))
    files = [line for line in gone if line.split(":")[0] in before["files"]]
    strange = [line for line in files if not any(word in line.lower() for word in ours)]
    check.same("no other file was touched", [], strange)


def named(line):
    """A line of an export without its data: the key and the value's name."""
    return line.split("=")[0]


def stopped_in_the_middle(check, machine):
    """The program is killed while it cleans, at points all along its journal. What is left is cleaned by a
    second run, and undo makes the machine what it was."""
    put_remains(machine)
    before = state.of(machine)
    wanted = what_can_go(machine.scan())
    killed_at = []
    for point in POINTS:
        lines = killed_while_cleaning(machine, wanted, point)
        killed_at.append(lines)
        left = {one["id"] for one in machine.scan().leftovers} & set(wanted)
        code, said = clean(machine, "--apply", *sorted(left)) if left else (0, {"failed": []})
        check.same(f"killed after {lines} entries of the journal, the rest is cleaned", (0, []), (code, said["failed"]))
        gone = {one["id"] for one in machine.scan().leftovers} & set(wanted)
        check.same("a scan sees none of it", [], sorted(gone))
        put_all_back(check, machine)
        check.same("registry and files are what they were", [], state.differences(before, state.of(machine)))
    print(f"    killed after {', '.join(map(str, killed_at))} entries")
    check.that("it was killed in the middle, at different points", len(set(killed_at)) > 2, killed_at)


# Entries of the journal after which the program is killed.
POINTS = (1, 4, 9, 15, 22, 30)


def killed_while_cleaning(machine, wanted, point):
    """Starts a clean-up and kills it when its journals have so many entries. Gives how many they had."""
    old = entries(machine)
    program = machine.begin("cleanup", "--apply", *wanted)
    while program.poll() is None and entries(machine) - old < point:
        time.sleep(0.001)
    program.kill()
    program.wait()
    return entries(machine) - old


def entries(machine):
    """How many entries stand in the journals of all runs."""
    journals = [
        *machine.path(r"C:\ProgramData\Clean Break").rglob("journal*"),
        *(machine.profile / "AppData/Local/Clean Break").rglob("journal*"),
    ]
    return sum(journal.read_bytes().count(b"\n") for journal in journals)


def put_all_back(check, machine):
    """Undoes every run, the newest first."""
    for _ in range(4):
        answer = machine.program("cleanup", "--past", "--json")
        run = next((one["run"] for one in json.loads(answer.out) if one["removed"]), None)
        if run is None:
            return
        code, said = clean(machine, "--undo", run)
        check.same("the undo had no trouble", (0, []), (code, said["failed"]))


SITUATIONS = [cleaned_and_put_back, stopped_in_the_middle]
