"""What is tried on a Windows that is given back as it was: seeds, the fix, the clean-up, an installer and a hive."""

import sys

import rescue
import seeds
from cleanups import clean, ids_of
from recordings import RECORDING
from rig import MADE, PROJECT, Machine, Scan, names, text
from seeds import LINE
from sentences import brief, finding, verdict
from takes_back import KEPT

sys.path.insert(0, str(PROJECT / "tests/rigs"))
import look  # noqa: E402

FOLDER = r"C:\clean-break-trial"
VENDOR_KEY = r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\KasperskyLab"
SERVICE = f"klids.{LINE}"
FILTER = f"klmouflt.{LINE}"
# A hive of the trial's own, and where it is loaded.
SAVED, LOADED = r"HKLM\SOFTWARE\CleanBreakTrial", r"HKLM\CleanBreakTrial"
LOADED_KEY = LOADED.replace("HKLM", "HKEY_LOCAL_MACHINE")
HIVE = rf"{FOLDER}\hive"
# A folder that looks like the disk of another Windows.
OTHER = rf"{FOLDER}\other"
OTHER_HIVE = rf"{OTHER}\Windows\System32\config\SYSTEM"


def looks(check, machine, name):
    """Both accounts look. Prints what became of every check, keeps the recordings, and gives the administrator's answer."""
    scan = looked(check, machine, f"{name}-administrator", machine.program, RECORDING)
    less = looked(check, machine, f"{name}-account", machine.without_rights, machine.shared("recording-2.json"))
    rights = [one.json["machine"]["elevated"] for one in (scan, less)]
    check.same("one has an administrator's rights, and one has none", [True, False], rights)
    check.same("both give the same verdict", scan.verdict, less.verdict)
    check.same("both find the same on the computer", of_machine(scan), of_machine(less))
    return scan


def looked(check, machine, name, program, file):
    machine.note_path(file)
    scan = Scan(program("scan", "--json", "--record", file))
    text_of_it = machine.path(file).read_text(encoding="utf-8")
    named = [person for person in machine.people() if f"users\\\\{person}\\\\".lower() in text_of_it.lower()]
    check.same(f"{name}: the recording names no account", [], named)
    (KEPT / f"{name}.json").write_text(text_of_it, encoding="utf-8")
    recording = look.snapshot(text_of_it)
    print("\n".join(f"    {line}" for line in [f"{name}:", *look.report(scan.json, recording)]), flush=True)
    check.same(f"{name}: the exit code is that of the verdict", scan.verdict, look.WORDS.get(scan.code))
    check.same(f"{name}: every required check is done", [], look.not_done(scan.json, recording))
    return scan


def of_machine(scan):
    return sorted(one["id"] for one in scan.leftovers if one["scope"] == "machine")


def seeded(check, machine):
    """Remains of each sort are seen: by the administrator all of them, by the account those of the computer."""
    for used in (seeds.KEYBOARD, seeds.MOUSE):
        check.that("no device of the class is there, or was", not machine.class_is_used(used), used)
    machine.registry({
        rf"{seeds.SERVICES}\{SERVICE}": seeds.service(seeds.KERNEL, seeds.MANUAL, rf"\??\{seeds.KLIDS_FILE}"),
        seeds.MOUSE: {"UpperFilters": names("examplefilter", FILTER)},
        rf"{seeds.UNINSTALL_32}\{seeds.PRODUCT_CODE}": seeds.uninstall_entry("Kaspersky", "AO Kaspersky Lab"),
        rf"{VENDOR_KEY}\AVP21.25": {"Version": text("21.25.8.0")},
        r"HKEY_CURRENT_USER\Software\KasperskyLab\AVP21.25": {"Language": text("en-US")},
    })
    seeds.put_certificate(machine)
    machine.put(seeds.LONE_FILE, MADE / "vendor.sys")
    scan = looks(check, machine, "seeded")
    verdict(check, scan, "leftovers")
    check.same("no product is found", [], scan.products)
    finding(check, scan, "the driver without its file is found", "driver", SERVICE, danger="hook")
    finding(check, scan, "the entry of the class is found", "class_filter", FILTER, danger="hook")
    check.same("and not its neighbour", 1, len(scan.found("class_filter")))
    finding(check, scan, "the root is found", "certificate", danger="trust", scope="machine")
    finding(check, scan, "the vendor's key of the computer is found", "registry", where=r"WOW6432Node\KasperskyLab")
    finding(check, scan, "and that of the account", "registry", where=r"HKCU\Software\KasperskyLab", scope="user")
    finding(check, scan, "the driver file that no service names is found", "file", where=seeds.LONE_FILE)
    code = seeds.PRODUCT_CODE.lower()
    check.that("the uninstall entry without a program is found", [one for one in scan.leftovers if code in one["where"].lower()], brief(scan.leftovers))
    return scan


def fixed(check, machine):
    """The entry of the class goes, its neighbour stays, and the entry comes back."""
    before = values(machine, seeds.MOUSE)
    answer = machine.program("fix-filters", *ids_of(machine.scan(), "class_filter", FILTER))
    check.same("the fix ends well", 0, answer.code)
    after = values(machine, seeds.MOUSE)
    check.that("the neighbour alone is left", "examplefilter" in after and FILTER not in after, after)
    check.same("a look does not see the entry any more", [], machine.scan().found("class_filter"))
    check.same("the undo ends well", 0, machine.program("undo-fix").code)
    check.same("the list is what it was", before, values(machine, seeds.MOUSE))
    check.that("a look sees the entry again", machine.scan().found("class_filter", FILTER))


def cleaned(check, machine):
    """Everything that was seeded and can go goes, and comes back."""
    scan = machine.scan()
    wanted = [
        *ids_of(scan, "class_filter", FILTER),
        *ids_of(scan, "driver", SERVICE),
        *ids_of(scan, "certificate", scope="machine"),
        *ids_of(scan, "registry", where=r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab"),
        *ids_of(scan, "registry", where=r"HKCU\Software\KasperskyLab"),
        *ids_of(scan, "file", where=seeds.LONE_FILE),
    ]
    code, said = clean(machine, "--apply", *wanted)
    check.same("everything is done", (0, sorted(wanted), []), (code, sorted(said["done"]), said["failed"]))
    left = {one["id"] for one in machine.scan().leftovers}
    check.same("a new look sees none of it", [], sorted(left & set(wanted)))
    code, said = clean(machine, "--undo", "latest")
    check.same("everything is put back", (0, sorted(wanted), []), (code, sorted(said["done"]), said["failed"]))
    again = {one["id"] for one in machine.scan().leftovers}
    check.same("a look sees all of it again", sorted(wanted), sorted(again & set(wanted)))


def installed(check, machine):
    """An installer with the product's name is installed, seen, and removed by its own entry."""
    machine.note_path(seeds.PROGRAMS)
    machine.put(rf"{FOLDER}\product.msi", MADE / "product.msi")
    remove = ("msiexec", "/x", seeds.PRODUCT_CODE, "/qn")
    answer = machine.run("msiexec", "/i", rf"{FOLDER}\product.msi", "/qn")
    check.same("Windows Installer installs it", 0, answer.code)
    if answer.code == 0:
        machine.note("command", *remove)
    scan = looks(check, machine, "installed")
    verdict(check, scan, "installed")
    check.same("one product is found", ["21.25.8.0"], [product["version"] for product in scan.products])
    answer = machine.run(*remove)
    check.same("Windows Installer removes it", 0, answer.code)
    if answer.code == 0:
        machine.forget("command", *remove)
    check.same("no product is found any more", [], machine.scan().products)


def hive_of_another(check, machine):
    """The SYSTEM hive of a disk from another Windows: an entry is planted, and the program takes it out and puts it back."""
    machine.note_path(OTHER)
    machine.put(rf"{OTHER}\Windows\System32\config\about.txt")
    machine.put(rf"{OTHER}\ProgramData\about.txt")
    check.same("the hive of a Windows is saved", 0, machine.hive("save", machine.system_hive(SAVED), OTHER_HIVE).code)
    rescue.refused(check, machine, OTHER)
    loaded(check, machine, OTHER_HIVE)
    mouse = rf"{LOADED_KEY}\{rescue.set_of(machine, LOADED_KEY)}\Control\Class\{seeds.MOUSE_CLASS}"
    # Everything in this hive goes with its file; only the running registry is noted value by value.
    Machine.registry(machine, {mouse: {"Class": text("Mouse"), "UpperFilters": names("examplefilter", FILTER, "mouclass")}})
    planted = rescue.lines_of(machine, LOADED_KEY)
    check.that("what is planted is read back", any(FILTER in line for line in planted), values(machine, mouse))
    unloaded(check, machine)
    check.that("unloaded, it is not there", not machine.has_key(mouse))
    wanted = rescue.found(check, machine, OTHER, FILTER)
    rescue.fixed(check, machine, OTHER, wanted)
    check.that("the program leaves nothing loaded", not rescue.left_loaded(machine), rescue.left_loaded(machine))
    loaded(check, machine, OTHER_HIVE)
    rescue.only_entry_went(check, machine, planted, rescue.lines_of(machine, LOADED_KEY), FILTER)
    unloaded(check, machine)
    rescue.returned(check, machine, OTHER, wanted)
    loaded(check, machine, OTHER_HIVE)
    check.same("the hive is as it was planted", [], rescue.differences(planted, rescue.lines_of(machine, LOADED_KEY)))
    unloaded(check, machine)


def loaded(check, machine, file):
    answer = machine.hive("load", LOADED, file)
    check.same("the hive is loaded", 0, answer.code)
    if answer.code == 0:
        machine.note("command", "hive", "unload", LOADED)


def unloaded(check, machine):
    answer = machine.hive("unload", LOADED)
    check.same("the hive is unloaded", 0, answer.code)
    if answer.code == 0:
        machine.forget("command", "hive", "unload", LOADED)


def values(machine, key):
    """What `reg query` says of a key."""
    return machine.run("reg", "query", machine.placed(key)).out


def own_data_goes(check, machine):
    """What the program keeps on this computer goes with its own command, copies included."""
    answer = machine.program("remove-own-data", "--whole-computer", "--undo-copies")
    check.same("the program takes its own data away", 0, answer.code)


def ended_in_the_middle(check, machine):
    """A trial is killed when the most stands on the machine. The next program takes it away, by the notes."""
    code, _ = clean(machine, "--apply", *of_machine(seeded(check, machine)))
    check.that("a part was cleaned", code in (0, 13), code)
    machine.put(rf"{FOLDER}\product.msi", MADE / "product.msi")
    machine.registry({SAVED.replace("HKLM", "HKEY_LOCAL_MACHINE"): {"Made": text("for a test")}})
    machine.note_path(HIVE)
    machine.hive("save", SAVED, HIVE)
    loaded(check, machine, HIVE)
    machine.notes = []
    check.same("without its notes nothing is taken away", [True, True], [machine.path(FOLDER).exists(), machine.has_key(LOADED)])
    machine.read_notes()
    check.same("with them, everything goes", [], machine.take_back())
    check.same("nothing is there", [False, False], [machine.path(FOLDER).exists(), machine.has_key(LOADED)])


# What is tried one after the other, before everything is taken away again.
GROUPS = [[seeded, fixed, cleaned, own_data_goes], [installed], [hive_of_another]]
