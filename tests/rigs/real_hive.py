"""Lays hives under the program and prints what it answers. `tests/rigs/real-hive --help` tells the rest."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/rigs/windows"))

import access_rights  # noqa: E402
import hive  # noqa: E402
import rig  # noqa: E402
import wine_registry  # noqa: E402

COPIES = PROJECT / f"target/rigs/copies-{os.getpid()}"
# Windows' own settings of these would keep Wine from starting programs.
WINES_NEEDS = (
    r"hklm\system\currentcontrolset\control\session manager\environment",
    r"hklm\system\currentcontrolset\control\session manager\knowndlls",
    r"hklm\system\currentcontrolset\control\nls",
    r"hklm\software\microsoft\windows nt\currentversion\profilelist",
    r"hklm\software\microsoft\windows nt\currentversion\fonts",
    r"hklm\software\wine",
    r"hkcu\software\wine",
    r"hkcu\environment",
    r"hkcu\volatile environment",
    *(rf"hklm\system\currentcontrolset{own}" for own in access_rights.WINES_OWN),
)
SERVICES = r"hklm\system\currentcontrolset\services"
CONTROL = r"HKLM\System\CurrentControlSet\Control"


def main(arguments):
    keep = "--keep" in arguments
    files = [Path(argument) for argument in arguments if argument != "--keep"]
    for argument in map(str, files):
        if argument.startswith("-"):
            return stop(64, f"real-hive: no such switch: {argument}")
    if not files:
        return stop(64, "usage: tests/rigs/real-hive [--keep] HIVE [HIVE …]   (--help says more)")
    for file in files:
        if not file.is_file():
            return stop(65, f"{file}: no such file")
    COPIES.mkdir(parents=True)
    try:
        hives = [hive.opened(file, COPIES) for file in files]
    except hive.NotAHive as error:
        return stop(65, str(error))
    finally:
        shutil.rmtree(COPIES, ignore_errors=True)
    kinds = [one.kind for one in hives]
    if len(set(kinds)) < len(kinds):
        return stop(64, f"two hives of one sort ({', '.join(kinds)}): they are not of one computer")

    machine = rig.Machine(f"real-hive-{os.getpid()}")
    try:
        return look(machine, files, hives)
    except (AssertionError, subprocess.TimeoutExpired) as error:
        return stop(70, f"the program gave no answer: {error}")
    finally:
        if keep:
            machine.end()
            print(f"kept: WINEPREFIX={machine.folder}")
        else:
            machine.remove()


def stop(code, why):
    print(why, file=sys.stderr)
    return code


def look(machine, files, hives):
    """Lays the keys, sets the rights, and looks three times. Returns the exit code."""
    own_services = services_of_wine(machine)
    keys = {}
    for file, one in zip(files, hives, strict=True):
        mine = {key: values for key, values in one.keys.items() if not is_wines(key, own_services)}
        print(f"{file.name}: {one.kind}, {len(one.keys)} keys, {len(one.keys) - len(mine)} of them left to Wine")
        if one.said:
            print(f"  it {one.said}")
        keys |= mine
    values = [value for named in keys.values() for value in named.values()]
    print(
        f"laid: {len(keys)} keys with {len(values)} values, {sum(hive.is_odd(*value) for value in values)} of them odd"
    )
    machine.environment["WINEDLLOVERRIDES"] += ";winedbg.exe,netcfgx=d"
    wine_registry.lay(
        machine, {**keys, CONTROL: {**keys.get(CONTROL, {}), "ServicesPipeTimeout": wine_registry.sz("400")}}
    )

    # An account's hive names an account that is not here: it stays that of whoever looks.
    rights = {key: one.rights[key] for one in hives if one.kind != "NTUSER" for key in one.rights if key in keys}
    less = {key: hive.without_administrators(descriptor) for key, descriptor in rights.items()}
    clean = True
    for what, descriptors in (
        ("with the keys alone", None),
        ("with its rights, an administrator", rights),
        ("with its rights, an account without rights", less),
    ):
        machine.stay_on()
        refused = set_rights(machine, descriptors) if descriptors else 0
        scan = machine.scan()
        told = f", {refused} of {len(descriptors)} keys refused" if descriptors else ""
        print(f"{what}: {scan.verdict}, exit {scan.code}, {scan.json['elapsed_ms']} ms{told}")
        clean &= scan.verdict == "clean"
        say(scan)
    return 0 if clean else 1


def is_wines(key, own_services):
    """Whether a key is one that Wine needs as it has it."""
    lower = key.lower() + "\\"
    if lower.startswith(SERVICES + "\\") and lower[len(SERVICES) + 1 :].split("\\")[0] in own_services:
        return True
    return any(lower.startswith(own + "\\") for own in WINES_NEEDS)


def services_of_wine(machine):
    """The names of the services that Wine itself registers."""
    start = "[" + SERVICES.removeprefix("hklm\\").replace("\\", "\\\\") + "\\\\"
    lines = (machine.folder / "system.reg").read_text(encoding="latin-1").lower().splitlines()
    return {line[len(start) :].split("]")[0].split("\\\\")[0] for line in lines if line.startswith(start)}


def set_rights(machine, descriptors):
    """Sets those that can be set. Returns how many keys refuse to be read."""
    written = {
        key: f"hex:{descriptor.hex()}" for key, descriptor in descriptors.items() if access_rights.may_be_set(key)
    }
    return access_rights.set_rights(machine, written, all_of_them=False)


def say(scan):
    """Everything that stands between this computer and *clean*."""
    for gap in scan.unknown:
        if gap["required"]:
            print(f"  unknown: {gap['check']} ({gap['why']}): {gap['detail']}")
    for what in ("products", "leftovers", "suspicious"):
        for one in scan.json[what]:
            print(f"  {what}: {one['name']} at {one['where']}")
    optional = scan.unknown_checks(required=False)
    print(f"  also unknown, which blocks nothing: {', '.join(optional) or 'nothing'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
