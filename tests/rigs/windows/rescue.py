"""A Windows on a disk that does not run: what `rescue` says of it, and what it does. Writing is tried on a real Windows:
Wine loads hives, and writes nothing back into them."""

import json
import os
import subprocess
import time

import libraries
import seeds
from rig import MADE, PROGRAM, names, number
from seeds import LINE

FILTER = f"klmouflt.{LINE}"
MADE_KEY = r"HKEY_LOCAL_MACHINE\SOFTWARE\CleanBreakOther"
MINI_NT = rf"{seeds.CONTROL}\MiniNT"
HIVE = r"Windows\System32\config\SYSTEM"
SOFTWARE = r"Windows\System32\config\SOFTWARE"


# ---- What the trial of a real Windows asks, too ----


def refused(check, machine, root):
    """What is no Windows, what runs, and who has no rights."""
    for sentence, code, *arguments in (
        ("without a disk it is told to name one", 64, "rescue"),
        ("the Windows that runs is refused", 64, "rescue", "--offline", "C:\\"),
        ("a folder without a Windows is none", 65, "rescue", "--offline", r"C:\Windows\Temp"),
        ("a folder that is not there is none", 65, "rescue", "--offline", rf"{root}\nothing"),
    ):
        answer = machine.program(*arguments)
        check.that(sentence, answer.code == code and answer.err, answer)
    answer = machine.without_rights("rescue", "--offline", root)
    check.that("without rights it is refused", answer.code == 14 and "administrator" in answer.err, answer)


def found(check, machine, root, name):
    """The id of the planted entry."""
    answer = machine.program("rescue", "--offline", root, "--json")
    check.same("something is to be fixed", 11, answer.code)
    windows = json.loads(answer.out)["windows"]
    entries = [one for one in windows[0]["entries"] if one["name"] == name] if windows else []
    right = len(entries) == 1 and entries[0]["fix_first"] and entries[0]["can_apply"]
    check.that("the planted entry is found, and can go", right, answer)
    return entries[0]["id"] if entries else "class-filter-none"


def fixed(check, machine, root, wanted):
    """Takes the entry out. Where nothing is written back, the program has to see that."""
    answer = machine.program("rescue", "--offline", root, "--apply", wanted, "--json")
    said = json.loads(answer.out)
    if machine.writes_hives:
        check.same("the entry is taken out", (0, [wanted], []), (answer.code, said["done"], said["failed"]))
    else:
        failed = [(one["id"], one["why"]) for one in said["failed"]]
        check.same("what the file does not hold is not called done", (13, [], [(wanted, "failed")]), (answer.code, said["done"], failed))
        print("  not run the entry is gone from the file: Wine writes nothing back into a hive", flush=True)
    answer = machine.program("rescue", "--offline", root, "--apply", "class-filter-none", "--json")
    skipped = [one["why"] for one in json.loads(answer.out)["skipped"]]
    check.same("what is not there is not taken out", (13, ["not_found"]), (answer.code, skipped))


def returned(check, machine, root, wanted):
    """Puts the entry back, once."""
    answer = machine.program("rescue", "--offline", root, "--undo", "--json")
    said = json.loads(answer.out)
    check.same("the entry is put back", (0, [wanted], []), (answer.code, said["done"], said["failed"]))
    check.that("and what that does is said", "mouse" in answer.err, answer)
    check.same("nothing more can be put back", 13, machine.program("rescue", "--offline", root, "--undo").code)


def only_entry_went(check, machine, before, after, name):
    """Compares every line of a hive with what it was."""
    if not machine.writes_hives:
        check.same("the hive holds what it held", [], differences(before, after))
        return
    [gone, new] = [[line for line in one if line not in other] for one, other in ((before, after), (after, before))]
    check.same("one line of the hive changed", (1, 1), (len(gone), len(new)))
    check.same("and it lacks the one entry", [line.replace(name + r"\0", "") for line in gone], new)


def lines_of(machine, key):
    """A key with all that is below it, as `reg query` tells it."""
    return machine.run("reg", "query", key, "/s", limit=600).out.splitlines()


def differences(before, after):
    return sorted(set(before) ^ set(after))[:20] or ([] if before == after else ["another order"])


def set_of(machine, key):
    """The control set that a loaded hive would start with."""
    said = machine.run("reg", "query", rf"{key}\Select", "/v", "Current").out
    return f"ControlSet{int(said.split('0x')[1].split()[0], 16):03}"


def left_loaded(machine):
    """Hives that the program left loaded."""
    return [line for line in machine.run("reg", "query", "HKEY_LOCAL_MACHINE").out.splitlines() if "CleanBreakRescue" in line]


# ---- Under Wine ----


def other_windows(machine):
    """Drive D: is the disk of a Windows whose mouse is dead; its hive is made here."""
    disk = machine.folder / "other"
    (disk / "Windows/System32/config").mkdir(parents=True)
    # Somebody made our folder there first, and everybody may write into it.
    (disk / "ProgramData/Clean Break/undo").mkdir(parents=True)
    (disk / "ProgramData/Clean Break/undo/forged").write_bytes(b"forged")
    for folder in ("Clean Break", "Clean Break/undo"):
        (disk / "ProgramData" / folder).chmod(0o777)
    (machine.folder / "dosdevices/d:").symlink_to("../other")
    machine.registry({
        r"HKEY_LOCAL_MACHINE\Software\Wine\Drives": {"d:": '"hd"'},
        rf"{MADE_KEY}\Select": {"Current": number(2)},
        rf"{MADE_KEY}\ControlSet001\Control\Class\{seeds.MOUSE_CLASS}": {"UpperFilters": names("mouclass")},
        rf"{MADE_KEY}\ControlSet002\Control\Class\{seeds.MOUSE_CLASS}": {"UpperFilters": names(FILTER, "mouclass")},
        rf"{MADE_KEY}\ControlSet002\Control\Session Manager": {},
        rf"{MADE_KEY}\ControlSet002\Enum": {},
        rf"{MADE_KEY}\ControlSet002\Services\mouclass": {"Type": number(1), "Start": number(3)},
    })
    assert machine.run(MADE / "hives.exe", "save", r"HKLM\SOFTWARE\CleanBreakOther", rf"D:\{HIVE}").code == 0
    machine.registry({MADE_KEY: None})
    machine.registry({
        rf"{MADE_KEY}\Microsoft\Windows NT\CurrentVersion": {"ProductName": '"Windows 10 Home"', "CurrentBuild": '"19045"'},
        rf"{MADE_KEY}\Microsoft\Windows\CurrentVersion\Uninstall\Q": {"DisplayName": '"Kaspersky Plus"', "Publisher": '"Kaspersky"'},
    })
    assert machine.run(MADE / "hives.exe", "save", r"HKLM\SOFTWARE\CleanBreakOther", rf"D:\{SOFTWARE}").code == 0
    machine.registry({MADE_KEY: None})
    return disk


def rescue_of_another_windows(check, machine):
    """At the prompt of the recovery system: the other commands name `rescue`, and it talks about the Windows on D:."""
    disk = other_windows(machine)
    machine.restart()
    hive = disk / HIVE.replace("\\", "/")
    software = disk / SOFTWARE.replace("\\", "/")
    before, theirs = hive.read_bytes(), software.read_bytes()
    refused(check, machine, "D:\\")
    machine.registry({MINI_NT: {}})
    machine.stay_on()
    for code, *arguments in ((12, "scan"), (12, "report"), (64, "guide"), (64, "cleanup", "--plan"), (64, "fix-filters", "class-filter-1")):
        answer = machine.program(*arguments)
        check.that(f"{arguments[0]} names rescue", answer.code == code and "cleanbreak-cli rescue" in answer.err, answer)
    answer = machine.program("rescue")
    check.same("something is to be fixed", 11, answer.code)
    for words in ("The Windows on D:\\", f"1) {FILTER} stops the mouse", rf"File: D:\{HIVE}", "UpperFilters", "--apply class-filter-",
                  "Windows 10 Home (19045)", "Installed there: Kaspersky Plus"):
        check.that(f"it says {words}", words in answer.out, answer)
    check.that("the system that runs is named, and is not looked at", "C:\\: This Windows is running now." in answer.err, answer)
    check.same("no line is wider than the prompt", [], [line for line in (answer.out + answer.err).splitlines() if len(line) > 79])
    check.same("a look changes nothing, and leaves no copy", (before, []), (hive.read_bytes(), copies(disk)))
    aside = list((disk / "ProgramData").glob("Clean Break (not ours *)/undo/forged"))
    check.same("a folder of ours that somebody else made is set aside", [b"forged"], [one.read_bytes() for one in aside])
    check.that("and nobody else's is used", not (disk / "ProgramData/Clean Break/undo/forged").exists())
    wanted = found(check, machine, "D:\\", FILTER)
    with_few_libraries(check, machine)
    said = typed(machine, "9\r1\rq\r", "rescue")
    print(f"    {len(said)} characters of a talk", flush=True)
    check.that("a number that is none is told", "not one of the numbers" in said, said)
    check.that("a number takes that entry out; that Wine keeps nothing is seen", "but the file does not hold it" in said, said)
    check.same("what was chosen there comes back", 0, machine.program("rescue", "--undo").code)
    machine.writes_hives = False
    fixed(check, machine, "D:\\", wanted)
    check.that("the copy of before is kept", copies(disk) and all((one / "SYSTEM").read_bytes() == before for one in copies(disk)), copies(disk))
    check.same("nothing is left loaded", [], left_loaded(machine))
    returned(check, machine, "D:\\", wanted)
    check.same("the hive is what it was", before, hive.read_bytes())
    check.same("the hive that is only read is what it was, and no copy of it is left", (theirs, False),
               (software.read_bytes(), (disk / "ProgramData/Clean Break/rescue-read").exists()))
    software.unlink()
    answer = machine.program("rescue", "--json")
    unknown = json.loads(answer.out)["windows"][0]["unknown"]
    check.same("without it the entry is found all the same", (11, [r"HKLM\SOFTWARE"]), (answer.code, [one["place"] for one in unknown]))
    closed(check, machine, disk, hive)


def with_few_libraries(check, machine):
    """A recovery system that lacks every library that the console program does not have to have."""
    module = libraries.the_check()
    program = module.pe.Program(PROGRAM.read_bytes())
    # Programs of Rust, and of Wine itself, do not run without these.
    lacks = sorted({one.library.removesuffix(".dll") for one in module.deferred(program)} - {"bcryptprimitives", "rpcrt4"})
    answer = without(machine, lacks)
    works = len(lacks) > 15 and answer.code == 11
    needed = [] if works else [name for name in lacks if without(machine, [name]).code != 11]
    check.that(f"it does all that without {len(lacks)} libraries", works, (needed, answer))


def without(machine, lacks):
    """The answer of a `rescue` where these libraries are not there."""
    before = machine.environment["WINEDLLOVERRIDES"]
    machine.environment["WINEDLLOVERRIDES"] = f"{before};{','.join(lacks)}="
    try:
        return machine.program("rescue", "--json")
    finally:
        machine.environment["WINEDLLOVERRIDES"] = before


def closed(check, machine, disk, hive):
    """Disks that cannot be mended: asleep, and damaged."""
    (disk / "hiberfil.sys").write_bytes(b"HIBR" + bytes(4092))
    answer = machine.program("rescue", "--offline", "D:\\")
    check.that("one that sleeps is told, with what helps", answer.code == 13 and r"del /a D:\hiberfil.sys" in answer.err, answer)
    (disk / "hiberfil.sys").write_bytes(bytes(4096))
    check.same("one that woke is looked at, also by its letter alone", 11, machine.program("rescue", "--offline", "D:").code)
    whole = hive.read_bytes()
    hive.write_bytes(b"nothing that Windows knows")
    answer = machine.program("rescue", "--offline", "D:\\")
    check.that("a hive that is none is told", answer.code in (13, 65) and answer.err, answer)
    hive.write_bytes(whole)
    check.same("nothing is left loaded", [], left_loaded(machine))


def copies(disk):
    folder = disk / "ProgramData/Clean Break/rescue"
    return [one for one in folder.iterdir() if one.is_dir()] if folder.exists() else []


def typed(machine, keys, *arguments):
    """What the program says to somebody who types this at a terminal."""
    # A real Windows has none of these, and does not get here.
    import pty
    import select

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        ["wine", str(PROGRAM), *arguments],
        env={**machine.environment, "TERM": "xterm"}, cwd=machine.drive, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )
    os.close(theirs)
    said, left, ends = b"", keys.split("\r")[:-1], time.monotonic() + 90
    while time.monotonic() < ends:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                said += os.read(ours, 4096)
            except OSError:
                break
        elif left and said.count(b"press Enter") > len(keys.split("\r")) - 1 - len(left):
            os.write(ours, left.pop(0).encode() + b"\r")
        elif running.poll() is not None:
            break
    running.kill()
    running.wait()
    os.close(ours)
    return said.decode("utf-8", "replace")


SITUATIONS = [rescue_of_another_windows]
