"""The window on a virtual display, and the console guide beside it that says what a page asks.

The guide walks the same pages, so it knows which answer is the how-manieth to press with Tab. What
the window really did is read from the session that it saves.
"""

import json
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WINDOW = ROOT / "target/debug/cleanbreak"
CONSOLE = ROOT / "target/debug/cleanbreak-cli"
MINE = "I do"
# More pages than any journey has.
ENOUGH = 90
PASSING = ["looking", "uninstalling", "looking_after", "looking_again"]


def until(true, seconds=20, pause=0.05):
    """Waits until something is true; a picture of a busy machine may take a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(pause)
    return False


class Display:
    """A virtual display of our own, with a number that is free."""

    def __init__(self, size=(1400, 900), arguments=()):
        screen = f"{size[0]}x{size[1]}x24"
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-noreset", *arguments]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.name = ":" + self.server.stdout.readline().strip()
        self.opened = until(lambda: self.xdotool("getmouselocation") != "")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def xdotool(self, *arguments):
        environment = {**os.environ, "DISPLAY": self.name}
        answer = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False)
        return answer.stdout.strip()

    def windows(self):
        """The windows of the program."""
        return self.xdotool("search", "--name", "^Clean Break$").split()

    def close_message(self):
        """Closes the message of the system's own, where there is a program that shows one. Whether it was there."""
        shown = self.xdotool("search", "--class", "^(xmessage|zenity|kdialog)$").split()
        for one in shown:
            self.xdotool("windowkill", one)
        return bool(shown)


class Window:
    """One run of the program, in a home folder of its own."""

    def __init__(self, display, arguments, size=(1000, 700), settings=None, environment=None):
        self.display, self.size = display, size
        self.home = tempfile.TemporaryDirectory()
        self.store = Path(self.home.name) / "cleanbreak"
        if settings:
            self.store.mkdir()
            (self.store / "settings.json").write_text(json.dumps(settings))
        self.environment = {
            "PATH": os.environ["PATH"], "DISPLAY": display.name, "LANG": "en_US.UTF-8", "HOME": self.home.name,
            "XDG_DATA_HOME": self.home.name, "XDG_RUNTIME_DIR": self.home.name, **(environment or {}),
        }
        self.errors = Path(self.home.name) / "stderr"
        self.process = self.start(arguments)
        self.id = ""

    def start(self, arguments):
        """Starts the program in this home folder."""
        with self.errors.open("ab") as errors:
            return subprocess.Popen([WINDOW, *arguments], env=self.environment, stderr=errors)

    def opens(self, seconds=60):
        """Waits for the window, and gives it its size and the keyboard."""
        if not until(self.find, seconds):
            return False
        self.display.xdotool("windowsize", "--sync", self.id, *map(str, self.size))
        self.display.xdotool("windowmove", self.id, "0", "0")
        self.display.xdotool("mousemove", "1399", "899")
        # A window that has just been mapped may not take the keyboard yet.
        return until(self.has_keyboard) and until(self.is_painted)

    def pixels(self):
        command = ["import", "-display", self.display.name, "-window", self.id, "-depth", "8", "ppm:-"]
        return subprocess.run(command, capture_output=True, check=False).stdout

    def is_painted(self):
        """Whether the picture has more than one colour, and has come to rest at its size."""
        picture = self.pixels()
        self.settle()
        return len(set(picture[-300_000:])) > 3 and picture == self.pixels()

    def has_keyboard(self):
        self.display.xdotool("windowfocus", self.id)
        time.sleep(0.2)
        return self.display.xdotool("getwindowfocus") == self.id

    def find(self):
        self.id = next(iter(self.display.windows()), "")
        return bool(self.id)

    def session(self):
        """The session as it was last saved. Empty before the first page is left."""
        return saved(self.store)

    def page(self):
        return self.session().get("page", "welcome")

    def place(self):
        """Where the journey is. Two pages in a row may be the same one, for the next product."""
        return self.page(), self.session().get("removal")

    def leaves(self, place, seconds=20):
        """Waits until the journey has left this place and stands at another, where it waits for no
        news. What is saved on the way there does not count."""
        def arrived():
            there = self.place()
            time.sleep(0.3)
            return there != place and there == self.place() and there[0] not in PASSING
        return until(arrived, seconds)

    def key(self, *names):
        self.display.xdotool("key", "--clearmodifiers", "--delay", "50", *names)

    def click(self, x, y):
        """Clicks as somebody who has looked at the page first."""
        self.settle()
        self.display.xdotool("mousemove", str(x), str(y), "click", "1")

    def double_click(self, x, y):
        """Clicks twice as fast as most people do."""
        self.settle()
        self.display.xdotool("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "150", "1")

    def press_main(self):
        """Presses the main button by keys: one press leads to it from anywhere."""
        self.key("alt+Right", "Return")

    def to_the_heading(self):
        """Help and back: a page that is shown anew gives the keyboard to its heading."""
        self.key("F1")
        time.sleep(0.3)
        self.key("Escape")
        time.sleep(0.3)

    def settle(self):
        """Waits until the page is painted, and takes clicks."""
        time.sleep(0.8)

    def picture(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        command = ["import", "-display", self.display.name, "-window", self.id, path]
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)

    def ends(self, seconds=20):
        """The exit code, or None for a window that had to be killed."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def kill(self):
        self.process.kill()
        self.process.wait()


def saved(store):
    """The session in this folder, or an empty one."""
    for file in sorted(store.glob("*session.json")) + sorted(store.glob("practice-*.json")):
        try:
            return json.loads(file.read_text())
        except (json.JSONDecodeError, FileNotFoundError):
            pass
    return {}


class Guide:
    """`cleanbreak-cli guide` on the same practice computer."""

    CHOICE = re.compile(r"^(\d+)\) (.*?)( \(chosen\))?$")

    def __init__(self, practice):
        self.home = tempfile.TemporaryDirectory()
        environment = {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "HOME": self.home.name,
                       "XDG_DATA_HOME": self.home.name}
        self.process = subprocess.Popen([CONSOLE, "guide", "--practice", practice], env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.read()

    def read(self):
        """Reads a page: its number, and what can be pressed in the order of Tab."""
        self.choices, self.number = [], ""
        for line in self.process.stdout:
            if line.startswith("Page "):
                self.number = line.split()[1]
            if found := self.CHOICE.match(line.strip()):
                self.choices.append((found[2], bool(found[3])))
            if line.startswith("Type a number"):
                return

    def session(self):
        return saved(Path(self.home.name) / "cleanbreak")

    def page(self):
        return self.session().get("page", "welcome")

    def press(self, place):
        """Presses the button at this place, counted from 0."""
        self.process.stdin.write(f"{place + 1}\n")
        self.process.stdin.flush()
        self.read()

    def main(self):
        """The place of the main button: the last one. On the first page what may be skipped comes after it."""
        return 1 if self.number == "100" else len(self.choices) - 1

    def asks(self):
        """Whether this is a question of *Prepare* that is not answered: its main button cannot be pressed."""
        question = self.number.startswith("3") and self.number not in ("300", "302", "390")
        return question and "Continue" not in [label for label, _ in self.choices]

    def answers(self, wanted=(MINE,)):
        """Where the wanted answers stand that are not chosen yet. `Title: I do`. A question takes its first one."""
        if self.asks():
            return [0]
        return [place for place, (label, chosen) in enumerate(self.choices)
                if not chosen and label.split(": ")[-1] in wanted]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def answer_all(window, guide):
    """Gives every answer of the page by Tab and Return, in the window and in the guide."""
    at = -1
    while places := guide.answers():
        window.key(*["Tab"] * (places[0] - at), "Return")
        at = places[0]
        guide.press(at)
