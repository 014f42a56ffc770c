"""The real window under Wine, walked by clicks: a product is found, its own uninstaller takes it away,
a mouse filter without its driver stops the way to the restart until it is fixed, the program is killed
there and goes on, and what is left is listed after the restart.

Then that is cleaned, and put back. Ends with a line `N passed, N failed`.
"""

import sys
import time
import traceback

import seeds
import state
from check import Checks
from rig import Machine, names, text
from screen import Screen, until
from seeds import KEYBOARD, LINE, MOUSE
from window import PICTURES, SIZE, Window

DISPLAY = ":94"
RUN = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run"
# What is pressed on each question of *Prepare*.
ANSWERS = {
    "passwords": "Yes",
    "passwords_open": "Yes, I know the main password",
    "manager": "Another one",
    "export": "I have the file",
    "import": "I found a password that I know",
    "not_in_file": "I have none of these",
    "delete_file": "Remind me at the end",
    "vault": "No",
    "backups": "No",
    "quarantine": "No, leave them there",
    "others": "I asked them. Nothing needs saving",
    "vpn": "It is off",
    "removal_password": "No, or I do not know of one",
}
# A restart counts only when the start of the system moved by more than this.
TOLERANCE = 60


def seed(machine):
    """The product with its drivers, but the driver of its mouse filter is already gone."""
    seeds.install_product(machine)
    machine.take_away(rf"{seeds.DRIVERS}\{LINE}\klmouflt.sys")
    machine.registry({
        rf"{seeds.SERVICES}\klmouflt.{LINE}": None,
        RUN: {"AVP": text(rf'"{seeds.PROGRAMS}\avp.exe"'), "Example": text(r"C:\Example\example.exe")},
    })
    machine.stay_on()


def filters(machine, device):
    """A device class with its filter list, as Windows exports it."""
    machine.run("reg", "export", device, r"C:\class.reg", "/y")
    file = machine.drive / "class.reg"
    exported = file.read_bytes().decode("utf-16")
    file.unlink()
    return exported


def as_exported(*entries):
    """How an export writes this list."""
    return names(*entries).split(":", 1)[1].split(",")


def upper_filters(machine, device):
    """The bytes of the list, from the export."""
    exported = filters(machine, device).replace("\\\r\n", "").replace(" ", "")
    line = next(line for line in exported.splitlines() if line.startswith('"UpperFilters"'))
    return line.split(":", 1)[1].split(",")


def listed(machine, device):
    """The list as text."""
    return bytes.fromhex("".join(upper_filters(machine, device))).decode("utf-16")


def journey(check, machine, screen):
    window = Window(check, machine, screen)
    seed(machine)
    began = time.monotonic()
    window.install()
    before = filters(machine, MOUSE)

    window.open()
    window.picture("welcome")
    window.press_main()
    window.reaches("found")
    window.press_main()
    the_fix(check, machine, window, before)
    window.press_main()
    window.reaches("why")
    window.press_main()
    window.reaches("prepare")
    window.press_main()
    check.that("the first question comes", until(lambda: window.question(), 20), window.page())
    shown = []

    def on_question(question):
        if question == "delete_file" and not shown:
            shown.append(question)
            the_exported_file(check, machine, window)

    window.answer_everything(ANSWERS, on_question)
    check.same("the file with the passwords was asked about", ["delete_file"], shown)
    window.reaches("answers")
    answers = set(window.saved().get("answers", {}).values())
    check.same("every question was answered by a click", {"done", "none"}, answers | {"done", "none"})
    window.press_main()
    window.reaches("sheet")
    window.press_main()
    window.reaches("confirm")
    window.press_main()
    window.reaches("restart", 300)
    gone(check, machine)
    check.that("what was fixed stays so", f"klmouflt.{LINE}" not in listed(machine, MOUSE))

    window.kill()
    check.same("killed on the page Restart, it is still on disk", "restart", window.page())
    run_once(check, machine)
    left = TOLERANCE + 5 - (time.monotonic() - began)
    window.open("--resume")
    window.reaches("restart_due")
    window.kill()
    time.sleep(max(left, 0))
    machine.restart()
    window.open("--resume")
    window.reaches("left")
    leftovers(check, machine, window)
    cleaned_and_put_back(check, machine, window)


def the_exported_file(check, machine, window):
    """The file with the passwords is shown in Windows' own dialog, and seen from outside."""
    place = rf"C:\users\{machine.profile.name}\Documents\exported.txt"
    machine.put(place, b"made for a test\n")
    check.that("the file can be shown", window.finds("Show us the"))
    check.that("Windows' own dialog opens", window.types_into("Which file holds", place))
    shown = until(lambda: (window.saved().get("export") or {}).get("place", "").lower() == place.lower(), 20)
    check.that("the window takes the file", shown, window.saved().get("export"))
    says = until(lambda: "Still there" in window.read(), 20)
    window.picture("exported")
    check.that("it says that it sees the file", says, window.read())
    window.scroll(-40)


def gone(check, machine):
    """Windows Installer really did it."""
    check.that("msiexec took the programs away", not machine.path(rf"{seeds.PROGRAMS}\avp.exe").exists())
    entry = machine.run("reg", "query", rf"{seeds.UNINSTALL_32}\{seeds.PRODUCT_CODE}")
    check.that("and the entry in the list of programs", entry.code != 0, entry)


def the_fix(check, machine, window, before):
    """What would stop the mouse at the next start comes before anything else."""
    ours, neighbours = f"klmouflt.{LINE}", ("examplemouse", "mouclass")
    window.reaches("fix_first")
    check.same("nothing was changed before the press", before, filters(machine, MOUSE))
    window.press_main()
    window.reaches("fixed", 300)
    check.same("our entry is out, its neighbours stay in order", as_exported(*neighbours), upper_filters(machine, MOUSE))
    check.that("the way back is offered", window.finds("Put it back"), window.read())
    window.reaches("fix_first", 300)
    check.same("put back, the list is as it was, byte for byte", before, filters(machine, MOUSE))
    window.press_main()
    window.reaches("fixed", 300)
    check.that(f"{ours} is out again", ours not in listed(machine, MOUSE))


def run_once(check, machine):
    answer = machine.run("reg", "query", r"HKCU\Software\Microsoft\Windows\CurrentVersion\RunOnce")
    check.that("Windows is told to open the program after the restart", "--resume" in answer.out, answer)


def leftovers(check, machine, window):
    scan = machine.scan()
    check.same("the scan says the same as the page: something is left", "leftovers", scan.verdict)
    check.that("drivers are among it", scan.found("driver", f"klif.{LINE}"), scan.leftovers)
    read = window.read()
    check.that("the page says that drivers are among it", "driver" in read.lower(), read)


def cleaned_and_put_back(check, machine, window):
    """What can go safely goes by three clicks, and comes back by two."""
    before, there = state.of(machine), machine.scan()
    window.press_main()
    window.reaches("clean")
    window.press_main()
    window.reaches("clean_preview")
    check.same("a preview changes nothing", [], state.differences(before, state.of(machine)))
    window.press_main()
    window.reaches("clean_result", 300)
    left = machine.scan()
    check.that("less is left", len(left.leftovers) < len(there.leftovers), left.leftovers)
    check.same("no filter entry is left", [], left.found("class_filter"))
    check.same("no autostart entry is left", [], left.found("registry", where="CurrentVersion\\Run"))
    check.same("no trusted root is left", [], left.found("certificate"))
    check.that("loaded drivers are left alone", left.found("driver", f"klif.{LINE}"), left.leftovers)
    check.same("the neighbour in the keyboard's list stays", as_exported("kbdclass"), upper_filters(machine, KEYBOARD))
    check.same("those of the mouse too", as_exported("examplemouse", "mouclass"), upper_filters(machine, MOUSE))
    check.that("the vault is there", machine.path(seeds.vault_of(machine)).exists())
    check.same("the way back is offered once", 1, window.click_on("Put it back"))
    window.reaches("undo_preview")
    window.press_main()
    window.reaches("clean_result", 300)
    after = state.of(machine)
    check.same("registry and files are what they were, byte for byte", [], state.differences(before, after))


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    check, machine, screen = Checks(), Machine("journey"), Screen(DISPLAY, SIZE)
    try:
        journey(check, machine, screen)
    except Exception:
        check.that("the journey comes to its end", False, traceback.format_exc())
    machine.remove()
    screen.close()
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main())
