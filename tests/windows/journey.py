"""The real window under Wine, walked by clicks: a product is found, its own uninstaller takes it away,
a mouse filter without its driver stops the way to the restart until it is fixed, the program is killed
there and goes on, and what is left is listed after the restart.

What the window did is read from the session it saves and from the machine. Pictures of each page
stay in target/tests/windows. Ends with a line `N passed, N failed`.
"""

import json
import subprocess
import sys
import time
import traceback

import seeds
from check import Checks
from rig import BUILT, PROJECT, Machine, names
from screen import Screen, until
from seeds import LINE, MOUSE

PICTURES = PROJECT / "target/tests/windows"
PLACE = r"C:\Program Files\Clean Break"
DISPLAY = ":94"
SIZE = (1024, 740)
# Wine puts the window of 1000 × 700 here; the main button stands at the right end of its last row.
MAIN_BUTTON = (900, 690)
MIDDLE = (600, 380)
# A restart counts only when the start of the system moved by more than this.
TOLERANCE = 60


class Window:
    """The window of Clean Break on one machine."""

    def __init__(self, check, machine, screen):
        self.check, self.machine, self.screen = check, machine, screen
        self.process = None
        self.session = machine.profile / "AppData/Local/Clean Break/data/session.json"

    def install(self):
        """Puts both programs where the installer would."""
        for program in ("cleanbreak.exe", "cleanbreak-cli.exe"):
            self.machine.put(rf"{PLACE}\{program}", BUILT / program)

    def open(self, *arguments):
        with open(self.machine.folder / "window.log", "ab") as log:
            self.process = subprocess.Popen(
                ["wine", rf"{PLACE}\cleanbreak.exe", *arguments],
                env={**self.machine.environment, "DISPLAY": DISPLAY},
                cwd=self.machine.drive,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.check.that("the window opens", until(lambda: self.screen.window("^Clean Break$"), 90), self.log())
        # The first picture takes a while on a machine without a graphics card.
        time.sleep(4)

    def log(self):
        return (self.machine.folder / "window.log").read_text(errors="replace")[-2000:]

    def saved(self):
        """The session on disk; empty while there is none."""
        try:
            return json.loads(self.session.read_text())
        except (OSError, ValueError):
            return {}

    def page(self):
        return self.saved().get("page", "welcome")

    def press_main(self):
        self.screen.click(*MAIN_BUTTON)

    def reaches(self, page, seconds=60):
        """Waits for a page, and keeps a picture of it."""
        self.check.that(f"the page “{page}” is reached", until(lambda: self.page() == page, seconds), self.page())
        time.sleep(1.5)
        return self.picture(page)

    def picture(self, name):
        return self.screen.picture(PICTURES / f"{name}.png")

    def click_on(self, words):
        """Clicks everywhere these words stand alone, as on a button. How often that was."""
        clicked = 0
        for line in self.screen.words(PICTURES / "reading.png"):
            for (x, y) in places(line, words):
                self.screen.click(x, y)
                clicked += 1
        return clicked

    def answer_everything(self, words):
        """Answers every question of *Prepare* with the same words, scrolling down to each."""
        for _ in range(12):
            self.click_on(words)
            self.screen.tool("mousemove", *MIDDLE)
            self.screen.tool("click", "--repeat", 3, "--delay", 80, 5)
            time.sleep(1)
            before = self.page()
            self.press_main()
            if until(lambda: self.page() != before, 2):
                return

    def kill(self):
        """Ends the program the hard way."""
        self.machine.run("taskkill", "/f", "/im", "cleanbreak.exe")
        self.process.wait(30)


def places(line, words):
    """Where a line of words has these words one after the other."""
    wanted = words.split()
    for start in range(len(line) - len(wanted) + 1):
        part = line[start : start + len(wanted)]
        if all(alike(seen, word) for (seen, _, _), word in zip(part, wanted)):
            yield (part[0][1] + part[-1][1]) / 2, part[0][2]


def alike(seen, word):
    """An I looks like a bar to the eye that reads."""
    return seen.replace("|", "I").replace("l", "I").strip(".,") == word.replace("l", "I")


def seed(machine):
    """The product with its drivers, but the driver of its mouse filter is already gone."""
    seeds.install_product(machine)
    machine.take_away(rf"{seeds.DRIVERS}\{LINE}\klmouflt.sys")
    machine.registry({rf"{seeds.SERVICES}\klmouflt.{LINE}": None})
    machine.stay_on()


def filters(machine):
    """The mouse's filter list as Windows exports it."""
    machine.run("reg", "export", MOUSE, r"C:\mouse.reg", "/y")
    return (machine.drive / "mouse.reg").read_bytes().decode("utf-16")


def as_exported(*entries):
    """How an export writes this list."""
    return names(*entries).split(":", 1)[1].split(",")


def upper_filters(machine):
    """The bytes of the list, from the export."""
    text = filters(machine).replace("\\\r\n", "").replace(" ", "")
    line = next(line for line in text.splitlines() if line.startswith('"UpperFilters"'))
    return line.split(":", 1)[1].split(",")


def journey(check, machine, screen):
    window = Window(check, machine, screen)
    seed(machine)
    began = time.monotonic()
    window.install()
    before = filters(machine)

    window.open()
    window.picture("welcome")
    window.press_main()
    window.reaches("found")
    window.press_main()
    window.reaches("why")
    window.press_main()
    window.reaches("prepare")
    window.answer_everything("I have none")
    answers = set(window.saved().get("answers", {}).values())
    check.same("every question was answered by a click", {"none"}, answers)
    window.reaches("sheet")
    window.press_main()
    window.reaches("confirm")
    window.press_main()
    window.reaches("fix_first", 120)
    gone(check, machine)
    the_fix(check, machine, window, before)

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


def gone(check, machine):
    """Windows Installer really did it."""
    check.that("msiexec took the programs away", not machine.path(rf"{seeds.PROGRAMS}\avp.exe").exists())
    entry = machine.run("reg", "query", rf"{seeds.UNINSTALL_32}\{seeds.PRODUCT_CODE}")
    check.that("and the entry in the list of programs", entry.code != 0, entry)


def the_fix(check, machine, window, before):
    ours, neighbours = f"klmouflt.{LINE}", ("examplemouse", "mouclass")
    check.same("nothing was changed before the press", before, filters(machine))
    window.press_main()
    window.reaches("restart", 120)
    check.same("our entry is out, its neighbours stay in order", as_exported(*neighbours), upper_filters(machine))
    window.click_on("Put it back")
    window.reaches("fix_first", 120)
    check.same("put back, the list is as it was, byte for byte", before, filters(machine))
    window.press_main()
    window.reaches("restart", 120)
    check.that(f"{ours} is out again", ours not in bytes.fromhex("".join(upper_filters(machine))).decode("utf-16"))


def run_once(check, machine):
    answer = machine.run("reg", "query", r"HKCU\Software\Microsoft\Windows\CurrentVersion\RunOnce")
    check.that("Windows is told to open the program after the restart", "--resume" in answer.out, answer)


def leftovers(check, machine, window):
    scan = machine.scan()
    check.same("the scan says the same as the page: something is left", "leftovers", scan.verdict)
    check.that("drivers are among it", scan.found("driver", f"klif.{LINE}"), scan.leftovers)
    read = " ".join(word for line in window.screen.words(PICTURES / "reading.png") for word, _, _ in line)
    check.that("the page names the driver", "klif" in read, read)


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
