"""Steps of a clean-up that Windows refuses to an administrator: each is told, nothing of it changes, and the others are
done. An administrator has the right to take such keys over; Clean Break does not use it."""

import access_rights
import cleanups
import seeds
import state
from cleanups import ORPHAN, PRODUCT_KEY, clean, ids_of
from rig import text

SAFE_MODE = rf"{seeds.CONTROL}\SafeBoot\Minimal\{ORPHAN}"
# Nobody but the system; and, as Windows has it for Safe Mode, everybody may read and nobody may write.
CLOSED = "O:SYG:SYD:P(A;;KA;;;SY)"
READ_ONLY = "O:SYG:SYD:P(A;;KR;;;BA)(A;;KR;;;BU)(A;;KA;;;SY)"


def refused_steps(check, machine):
    """A Safe Mode entry, a key with a closed one in it, and a key that lets its children go and stays itself."""
    machine.registry({SAFE_MODE: {"": text("Driver")}, rf"{PRODUCT_KEY}\Below\Deep": {"Kept": text("yes")}})
    cleanups.put_remains(machine)
    driver = short(rf"{seeds.SERVICES}\{ORPHAN}")
    check.same("a key of the driver is closed", 1, access_rights.set_rights(machine, {rf"{driver}\Parameters": CLOSED}))
    access_rights.set_rights(machine, {short(PRODUCT_KEY): READ_ONLY})
    scan = machine.scan()
    closed = ids_of(scan, "driver", ORPHAN)
    stays = ids_of(scan, "registry", where=r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25")
    safe_mode = ids_of(scan, "registry", where=rf"SafeBoot\Minimal\{ORPHAN}")
    others = [one for one in cleanups.what_can_go(scan) if one not in (*closed, *stays)]
    before = state.of(machine)
    # The Safe Mode entry alone first: after a step of the same driver that failed it would not be tried.
    code, said = clean(machine, "--apply", *safe_mode)
    check.same("the Safe Mode entry is refused, and that is told", (13, [(safe_mode[0], "denied")]), (code, failed(said)))
    code, said = clean(machine, "--apply", *closed, *stays, *others)
    refused = sorted((one, "denied") for one in (*closed, *stays))
    check.same("both keys are refused, and that is told", (13, refused), (code, failed(said)))
    check.same("the others are done", sorted(others), sorted(said["done"]))
    left = {one["id"] for one in machine.scan().leftovers}
    check.same("a scan sees the refused ones and none of the others", {*closed, *stays, *safe_mode}, left & {*closed, *stays, *safe_mode, *others})
    code, said = clean(machine, "--undo", "latest")
    check.same("the others come back", sorted(others), sorted(said["done"]))
    check.same("everything is as it was, what was refused too", [], state.differences(before, state.of(machine)))


def failed(said):
    return sorted((one["id"], one["why"]) for one in said["failed"])


def short(key):
    return key.replace("HKEY_LOCAL_MACHINE", "HKLM")


SITUATIONS = [refused_steps]
