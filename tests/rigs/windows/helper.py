"""The helper with rights, which the window starts for somebody else: it changes the computer, and nothing that belongs
to the account in whose name it runs. What that account can write it does not even read: a journal that somebody
without rights wrote would otherwise be gone on with by an administrator."""

import hashlib
import json
import tempfile
from pathlib import Path

import acts
import cleanups
import seeds
import state
from cleanups import clean, ids_of
from rig import MADE, text

LIVE = acts.LIVE
FORGED = "20380101-000000"


def helper_changes_the_computer_only(check, machine):
    """Asked for everything, beside a forged journal of the account, the helper does what belongs to the computer."""
    put_live_driver(machine)
    machine.registry({cleanups.ACCOUNT_RUN: {"AVP": text(rf'"{seeds.PROGRAMS}\avp.exe"')}})
    cleanups.put_remains(machine)
    scan = machine.scan()
    of_account = {one["id"] for one in scan.leftovers if one["scope"] == "user"}
    check.that("the account has a key, a root and an autostart entry", len(of_account) >= 3, of_account)
    entry = ids_of(scan, "class_filter", cleanups.MOUSE_FILTER)
    forge(machine, ids_of(scan, "registry", where=r"HKCU\Software\KasperskyLab\AVP21.25"), entry)

    driver = ids_of(scan, "driver", LIVE)
    # The root that signed the driver is made for the test.
    signing = {one["id"] for one in scan.leftovers if one["name"] == acts.VENDOR}
    wanted = [one for one in cleanups.what_can_go(scan) if one not in {*entry, *signing}]
    order = ("--apply", *wanted, *driver, "--retire", *driver, "--helper")
    before, own = state.of(machine), everything_of(machine)
    code, said = clean(machine, *order)
    ours = sorted({*wanted, *driver} - of_account)
    check.same("what belongs to the computer is done", ours, sorted(said["done"]))
    told = {one["id"] for one in said["skipped"]}
    check.same("what belongs to the account is told, each of it", of_account & set(wanted), told)
    check.same("nothing failed, and the exit code says that not all was done", ([], 13), (said["failed"], code))
    after = state.of(machine)
    check.same("the account's registry is the same, byte for byte", before["HKCU"], after["HKCU"])
    check.same("so are its folders, and the forged journal in them", own, everything_of(machine))
    check.that("the driver is switched off", '"Start"=dword:00000004' in values_of(after, LIVE), values_of(after, LIVE))
    lists = [line for line in after[r"HKLM\SYSTEM\CurrentControlSet"] if "UpperFilters" in line]
    mine = [line for line in before[r"HKLM\SYSTEM\CurrentControlSet"] if "UpperFilters" in line]
    check.same("the entry that the forged journal names is there", mine[-1], lists[-1])

    code, said = clean(machine, "--undo", FORGED, "--helper")
    check.same("the run of the account belongs to another account", ["another_account"], [one["why"] for one in said["failed"]])
    check.same("and does not touch it", own, everything_of(machine))
    code, said = clean(machine, "--undo", "latest", "--helper")
    check.same("the newest run that it puts back is its own", (0, ours), (code, sorted(said["done"])))
    check.same("everything is as it was", [], state.differences(before, state.of(machine)))
    check.same("the account's folders too", own, everything_of(machine))


def put_live_driver(machine):
    """A driver that the vendor signed, and that starts with the machine."""
    with tempfile.TemporaryDirectory() as folder:
        signed = acts.Signing(machine, Path(folder)).sign(MADE / "vendor.sys", acts.VENDOR).read_bytes()
    machine.put(rf"{seeds.DRIVERS}\{seeds.LINE}\klif.sys", signed)
    image = rf"\SystemRoot\System32\drivers\{seeds.LINE}\klif.sys"
    machine.registry({rf"{seeds.SERVICES}\{LIVE}": seeds.service(seeds.FILE_SYSTEM, seeds.SYSTEM, image)})


def forge(machine, account, computer):
    """Leaves a journal of the account that was stopped in the middle of two steps: one of its own, and one that belongs
    to the computer. It is made of two real ones."""
    undo = machine.profile / "AppData/Local/Clean Break/undo"
    shared = machine.path(r"C:\ProgramData\Clean Break\undo")
    changes, kept = [], []
    for finding, folder in ((account, undo), (computer, shared)):
        code, said = clean(machine, "--apply", *finding)
        assert code == 0, said
        run = folder / said["run"]
        lines = [json.loads(line) for line in (run / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
        began, planned, about_to = lines[:3]
        assert about_to["record"] == "about_to", lines
        if folder == undo:
            first, copies = (began, planned), {file.name: file.read_bytes() for file in run.glob("*-key")}
        changes.append(planned["changes"][0])
        kept.append({**about_to, "step": len(kept)})
        code, said = clean(machine, "--undo", said["run"])
        assert code == 0, said
    forged = undo / FORGED
    forged.mkdir()
    for name, content in copies.items():
        (forged / name).write_bytes(content)
    lines = [{**first[0], "run": FORGED}, {**first[1], "changes": changes}, *kept]
    (forged / "journal.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def everything_of(machine):
    """Every file of the account with its content and time, its folders and links."""
    found = {}
    for path in sorted(machine.profile.rglob("*")):
        about = path.lstat()
        content = hashlib.sha1(path.read_bytes()).hexdigest() if path.is_file() else "no file"
        found[path.relative_to(machine.profile).as_posix()] = (content, about.st_mtime_ns)
    return found


def values_of(after, service):
    """The values of a service, as an export has them."""
    key = rf"Services\{service}]".lower()
    lines = after[r"HKLM\SYSTEM\CurrentControlSet"]
    return [line.split("] ", 1)[1] for line in lines if key in line.lower() and "] " in line]


SITUATIONS = [helper_changes_the_computer_only]
