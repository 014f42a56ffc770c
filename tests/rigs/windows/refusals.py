"""Steps of a clean-up that Windows refuses to an administrator: each is told, nothing of it changes, and the others are
done. An administrator has the right to take such keys over; Clean Break does not use it."""

import access_rights
import cleanups
import seeds
import state
from cleanups import ORPHAN, PRODUCT_KEY, clean, ids_of
from rig import text

# Of a driver that is not registered any more: otherwise the driver has to go first.
SAFE_MODE = rf"{seeds.CONTROL}\SafeBoot\Minimal\klflt.{seeds.LINE}"
# Nobody but the system; and, as Windows has it for Safe Mode, everybody may read and nobody may write.
CLOSED = "O:SYG:SYD:P(A;;KA;;;SY)"
READ_ONLY = "O:SYG:SYD:P(A;;KR;;;BA)(A;;KR;;;BU)(A;;KA;;;SY)"


def refused_steps(check, machine):
    """A Safe Mode entry, a key with a closed one in it, and a key that lets its children go and stays itself: then they
    could not be put back into it."""
    machine.registry({SAFE_MODE: {"": text("Driver")}, rf"{PRODUCT_KEY}\Below\Deep": {"Kept": text("yes")}})
    cleanups.put_remains(machine)
    driver = short(rf"{seeds.SERVICES}\{ORPHAN}")
    check.same("a key of the driver is closed", 1, access_rights.set_rights(machine, {rf"{driver}\Parameters": CLOSED}))
    access_rights.set_rights(machine, {short(PRODUCT_KEY): READ_ONLY})
    scan = machine.scan()
    closed = ids_of(scan, "driver", ORPHAN)
    vendor = scan.found("registry", where=r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab")
    stays = [one["id"] for one in vendor]
    check.same("the product's key, the one above and one below are found", 3, len(stays))
    safe_mode = ids_of(scan, "registry", where="SafeBoot")
    wanted = cleanups.what_can_go(scan)
    refused = sorted((*closed, *stays, *safe_mode))
    others = sorted(set(wanted) - set(refused))
    before = state.of(machine)
    code, said = clean(machine, "--apply", *wanted, *safe_mode)
    told = sorted((one["id"], one["why"]) for one in said["failed"])
    check.same("each that Windows refuses is told", (13, [(one, "denied") for one in refused]), (code, told))
    check.same("the others are done", others, sorted(said["done"]))
    left = {one["id"] for one in machine.scan().leftovers} & {*wanted, *safe_mode}
    check.same("a scan sees the refused ones and none of the others", refused, sorted(left))
    code, said = clean(machine, "--undo", "latest")
    check.same("the others come back, and nothing fails", (0, [], []), (code, said["failed"], sorted({*others} - {*said["done"]})))
    check.same("everything is as it was, what was refused too", [], state.differences(before, state.of(machine)))


def short(key):
    return key.replace("HKEY_LOCAL_MACHINE", "HKLM")


SITUATIONS = [refused_steps]
