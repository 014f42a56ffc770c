"""The installer under Wine: installed, started, updated, removed, and the machine compared with before."""

import os
import re
import stat
import sys
import traceback
from pathlib import Path

from check import Checks
from packages import Packages
from rig import MADE, PROJECT, Machine, text
from screen import Screen, until

INSTALLED = "C:\\Program Files\\Clean Break"
RUN_ONCE = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\RunOnce"
SHARED = "C:\\ProgramData\\Clean Break"
SECONDS_FOR_A_WINDOW = 90
# ERROR_INSTALL_FAILURE, of which a Linux exit code holds eight bits.
FAILED = 1603 & 0xFF
# Wine notes here the code page of whichever program loaded its fonts last (ours asks for UTF-8), and
# what its monitor is like at each start.
WINES_OWN = (
    "[Software\\\\Wine\\\\Fonts",
    "[System\\\\CurrentControlSet\\\\Hardware Profiles\\\\Current\\\\Software\\\\Fonts",
    "[System\\\\CurrentControlSet\\\\Enum\\\\DISPLAY",
)


def opened(screen, title):
    """Whether a window with exactly this title comes up."""
    return until(lambda: screen.window(f"^{re.escape(title)}$"), SECONDS_FOR_A_WINDOW)


def msiexec(machine, *arguments):
    return machine.run("msiexec", *arguments, limit=300)


def files(machine):
    """Every file and folder of drive C with its size, but for Wine's own short-lived ones."""
    found = {}
    for path in machine.drive.rglob("*"):
        name = str(path.relative_to(machine.drive))
        if not name.lower().startswith("windows/temp/"):
            found[name] = path.stat().st_size if path.is_file() else "folder"
    return found


def registry(machine):
    """Every key and value of the registry, but for the present time, which Wine gives its graphics
    card as a date at each start. Only what Wine has written to disk is read."""
    machine.end()
    found = {}
    for hive in ("system.reg", "user.reg", "userdef.reg"):
        key = hive
        for line in (machine.folder / hive).read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("["):
                # A number after the key says when it was written.
                key = f"{hive} {line.rsplit(']', 1)[0]}]"
                found[key] = []
            elif key.partition(" ")[2].startswith(WINES_OWN):
                continue
            elif line and not line.startswith(("#", '"DriverDateData"')):
                found.setdefault(key, []).append(line)
    return found


def settle(machine, screen):
    """Another product comes and goes, and a window is shown. What Windows Installer and Wine keep of
    that in empty keys and device entries is theirs, and is there before ours comes."""
    machine.registry({RUN_ONCE: {}})
    for action in ("/i", "/x"):
        msiexec(machine, action, MADE / "product.msi", "/qn")
    with_a_display(machine, screen)
    machine.run("start", "notepad")
    opened(screen, "Untitled - Notepad")
    machine.end()
    del machine.environment["DISPLAY"]
    machine.run("cmd", "/c", "ver")


def with_a_display(machine, screen):
    """From its start on: a desktop that was made without a display shows nothing later either."""
    machine.end()
    machine.environment["DISPLAY"] = screen.display


def both(machine):
    return {"registry": registry(machine), "disk": files(machine)}


def differences(before, after):
    """What came, went or changed, one line each."""
    lines = []
    for kind, old in before.items():
        new = after[kind]
        lines += [f"{kind}: left {name}" for name in new.keys() - old.keys()]
        lines += [f"{kind}: gone {name}" for name in old.keys() - new.keys()]
        changed = [name for name in old.keys() & new.keys() if old[name] != new[name]]
        lines += [f"{kind}: changed {name}: {old[name]} -> {new[name]}"[:400] for name in changed]
    return sorted(lines)


def version(program):
    """Which of the small programs it is."""
    numbers = (number for number in ("0.0.8", "0.0.9") if number.encode("utf-16-le") in program.read_bytes())
    return next(numbers, "another")


def there(machine, path):
    return os.path.lexists(machine.path(path))


def folder_of_administrators(machine):
    """Whether our folder for the whole computer is there, and not everybody can write into it. Wine keeps an access
    list as the mode of the folder."""
    folder = machine.path(SHARED)
    return folder.is_dir() and not folder.is_symlink() and not folder.stat().st_mode & stat.S_IWOTH


def use(machine):
    """Leaves what the program leaves when it is used: session, settings, logs, the way back after a restart."""
    ours = f"C:\\users\\{machine.profile.name}\\AppData\\Local\\Clean Break"
    for name in ("data\\session.json", "data\\settings.json", "data\\open.lock", "logs\\uninstall.log"):
        machine.put(f"{ours}\\{name}")
    machine.put(f"{SHARED}\\answer.json")
    program = text(f'"{INSTALLED}\\cleanbreak.exe" --resume')
    machine.registry({RUN_ONCE: {"Clean Break": program, "!Clean Break": program}})
    return ours


def without_a_trace(check, machine, packages, screen):
    """Installed, started from the Start menu, used, removed: the machine is as before."""
    settle(machine, screen)
    before = both(machine)
    check.same("the installation ends with 0", 0, msiexec(machine, "/i", packages.real, "/qn").code)
    for name in ("cleanbreak.exe", "cleanbreak-cli.exe", "README.txt", "LICENSE.txt", "THIRD-PARTY.txt"):
        check.that(f"{name} is installed", there(machine, f"{INSTALLED}\\{name}"))
    # Windows puts it below ProgramData. Wine takes the account's own menu for everybody's.
    menu = list(machine.drive.rglob("Start Menu/Programs/Clean Break.lnk"))
    check.same("the Start menu has one entry for the program", 1, len(menu))
    practice = list(machine.drive.rglob("Start Menu/Programs/Clean Break - Practice.lnk"))
    check.same("the Start menu has one entry for practice", 1, len(practice))
    check.that("the folder for the whole computer is made", folder_of_administrators(machine), machine.path(SHARED))
    check.that("after /qn no window was opened", not there(machine, f"C:\\users\\{machine.profile.name}\\AppData\\Local\\Clean Break"))
    installed = registry(machine)
    new = [line for key, lines in installed.items() for line in lines if line not in before["registry"].get(key, [])]
    check.same("nothing starts by itself and PATH is as it was", [], [line for line in new if line.startswith('"PATH"')]
               + [key for key in installed if "CurrentVersion\\\\Run" in key and installed[key] != before["registry"].get(key)])
    scan = machine.run(f"{INSTALLED}\\cleanbreak-cli.exe", "scan", "--json")
    check.that("the installed console program scans", scan.code in (0, 10, 11, 12) and scan.out.startswith("{"), scan)

    with_a_display(machine, screen)
    machine.run("start", "/unix", menu[0])
    check.that("the Start menu entry opens the window", opened(screen, "Clean Break"))
    machine.end()
    del machine.environment["DISPLAY"]

    ours = use(machine)
    check.same("the removal ends with 0", 0, msiexec(machine, "/x", packages.real, "/qn").code)
    check.that("session, settings and logs are gone", not there(machine, ours))
    check.that("what was kept for the whole computer is gone", not there(machine, SHARED))
    left = differences(before, both(machine))
    check.that("registry and disk are as before", not left, "\n".join(left))


def undo_copies_stay(check, machine, packages, screen):
    """Undo copies are somebody's data: they stay, and nothing else does."""
    msiexec(machine, "/i", packages.real, "/qn")
    ours = use(machine)
    machine.put(f"{ours}\\undo\\0001\\copy.json", b"copy")
    machine.put(f"{SHARED}\\undo\\filters-0001.json", b"copy")
    said = machine.run(f"{INSTALLED}\\cleanbreak-cli.exe", "remove-own-data")
    check.that("the program says where they are", said.code == 0 and f"{ours}\\undo" in said.out, said)
    check.same("the removal ends with 0", 0, msiexec(machine, "/x", packages.real, "/qn").code)
    left = {str(path.relative_to(machine.path(ours))) for path in machine.path(ours).rglob("*")}
    check.same("the account's copies are all that is left of its data", {"undo", "undo/0001", "undo/0001/copy.json"}, left)
    check.that("the computer's copies are kept", there(machine, f"{SHARED}\\undo\\filters-0001.json"))
    check.that("the programs are gone", not there(machine, INSTALLED))


def a_stranger_s_folder(check, machine, packages, screen):
    """Somebody made our folder for the whole computer first: it is neither used nor taken over."""
    planted = machine.path(SHARED)
    (planted / "undo").mkdir(parents=True)
    (planted / "undo/filters-0001.json").write_bytes(b"planted")
    for folder in (planted, planted / "undo"):
        folder.chmod(0o777)
    check.that("everybody can write into it", not folder_of_administrators(machine))
    check.same("the installation ends with 0", 0, msiexec(machine, "/i", packages.real, "/qn").code)
    others = list(planted.parent.glob("Clean Break (not ours *)"))
    check.same("one folder has another name, which nobody can have taken before", 1, len(others))
    aside = others[0] if others else planted
    kept = aside / "undo/filters-0001.json"
    kept = kept.read_bytes() if kept.exists() else None
    check.same("what is in it is as it was", b"planted", kept)
    check.same("nobody's rights to it were changed", 0o777, aside.exists() and stat.S_IMODE(aside.stat().st_mode))
    check.that("a folder of ours is in its place", folder_of_administrators(machine), planted)
    check.same("with nothing in it", [], sorted(planted.iterdir()))
    again = msiexec(machine, "/i", packages.real, "REINSTALL=ALL", "/qn")
    check.same("installed once more, it ends with 0", 0, again.code)
    check.same("and takes its own folder for its own", [aside.name, planted.name], names_like_ours(machine))
    check.same("the removal ends with 0", 0, msiexec(machine, "/x", packages.real, "/qn").code)
    check.same("what is not ours stays", [aside.name], names_like_ours(machine))


def names_like_ours(machine):
    return sorted((path.name for path in machine.path(SHARED).parent.glob("Clean Break*")), reverse=True)


def updates(check, machine, packages, screen):
    """A newer version replaces an older one and keeps its data; an older one is refused."""
    check.same("the older one is installed", 0, msiexec(machine, "/i", packages.older, "/qn").code)
    ours = use(machine)
    check.same("the newer one is installed over it", 0, msiexec(machine, "/i", packages.newer, "/qn").code)
    program = machine.path(f"{INSTALLED}\\cleanbreak.exe")
    check.same("the program is the newer one", version(packages.newer_program), version(program))
    check.that("the session is still there", there(machine, f"{ours}\\data\\session.json"))
    entries = [key for key in registry(machine) if re.search(r"\\\\Uninstall\\\\\{", key)]
    check.same("one entry in the list of installed apps", 1, len(entries))
    check.same("the older one is refused", FAILED, msiexec(machine, "/i", packages.older, "/qn").code)
    check.same("and the newer one stays", version(packages.newer_program), version(program))


def an_older_windows(check, machine, packages, screen):
    """Windows 8.1 and older: refused before anything is installed."""
    machine.run("reg", "delete", r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "/v", "CurrentMajorVersionNumber", "/f")
    before = files(machine)
    check.same("it is refused", FAILED, msiexec(machine, "/i", packages.newer, "/qn").code)
    installed = [name for name in files(machine).keys() - before.keys() if "clean" in name.lower()]
    check.same("and nothing was installed", [], installed)


def with_windows(check, machine, packages, screen):
    """Installed by double click: the program opens at the end."""
    machine.environment["DISPLAY"] = screen.display
    check.same("the installation ends with 0", 0, msiexec(machine, "/i", packages.real).code)
    check.that("and the window is open", opened(screen, "Clean Break"))


SITUATIONS = [without_a_trace, undo_copies_stay, a_stranger_s_folder, updates, an_older_windows, with_windows]


def last_built():
    """The folder with the Windows programs that were built last."""
    folders = (PROJECT / "target/windows/x86_64-pc-windows-gnu" / profile for profile in ("wine", "release"))
    built = [folder for folder in folders if (folder / "cleanbreak.exe").exists()]
    assert built, "there is no cleanbreak.exe: tests/rigs/windows/cargo build --release --bins"
    return max(built, key=lambda folder: (folder / "cleanbreak.exe").stat().st_mtime)


def main(*wanted):
    """Runs the situations, or those that are named. `--programs=FOLDER`: with these programs."""
    check = Checks()
    given = [argument.partition("=")[2] for argument in wanted if argument.startswith("--programs=")]
    wanted = [argument for argument in wanted if not argument.startswith("--")]
    packages = Packages(Path(given[0]) if given else last_built())
    screen = Screen(":78")
    for situation in SITUATIONS:
        if wanted and situation.__name__ not in wanted:
            continue
        print(f"{situation.__name__}: {situation.__doc__}", flush=True)
        machine = Machine(situation.__name__)
        try:
            situation(check, machine, packages, screen)
        except Exception:
            check.that("the situation comes to its end", False, traceback.format_exc())
        machine.remove()
    packages.prepared(check)
    packages.signed(check)
    screen.close()
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
