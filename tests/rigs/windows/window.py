"""The window of Clean Break on a Windows machine under Wine, clicked and read as a person does it.
What it did is read from the session it saves. Pictures of each page stay in target/tests/windows.
"""

import json
import subprocess
import time

from rig import BUILT, PROJECT
from screen import until

PICTURES = PROJECT / "target/tests/windows"
PLACE = r"C:\Program Files\Clean Break"
SIZE = (1024, 740)
# Wine puts the window of 1000 × 700 here; the main button stands at the right end of its last row.
MAIN_BUTTON = (900, 690)
MIDDLE = (600, 380)


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
                env={**self.machine.environment, "DISPLAY": self.screen.display},
                cwd=self.machine.drive,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.check.that("the window opens", until(lambda: self.screen.window("^Clean Break$"), 90), self.log())
        # The first picture takes a while on a machine without a graphics card; what is clicked before it is lost.
        self.check.that("and shows a page", until(lambda: len(self.read().split()) > 20, 120), self.log())

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
        """Presses the main button. Where nothing at all happens, presses once more, as a person does."""
        before = self.saved()
        self.screen.click(*MAIN_BUTTON)
        pressed = self.screen.pixels()
        if until(lambda: self.saved() != before or self.screen.pixels() != pressed, 20):
            return
        print("  (a press of the main button changed nothing; it is pressed again)", flush=True)
        self.screen.click(*MAIN_BUTTON)

    def reaches(self, page, seconds=180):
        """Waits for a page, and keeps a picture of it."""
        self.check.that(f"the page “{page}” is reached", until(lambda: self.page() == page, seconds), self.page())
        time.sleep(1.5)
        return self.picture(page)

    def read(self):
        """Every word on the page."""
        return " ".join(word for line in self.screen.words(PICTURES / "reading.png") for word, _, _ in line)

    def picture(self, name):
        return self.screen.picture(PICTURES / f"{name}.png")

    def click_on(self, words):
        """Clicks everywhere these words stand alone, as on a button. How often that was."""
        clicked = 0
        self.screen.comes_to_rest()
        for line in self.screen.words(PICTURES / "reading.png"):
            for (x, y) in places(line, words):
                self.screen.click(x, y)
                clicked += 1
        return clicked

    def finds(self, words):
        """Scrolls down until these words stand alone on the page, and clicks them. Whether they came."""
        self.screen.comes_to_rest()
        for _ in range(12):
            for line in self.screen.words(PICTURES / "reading.png"):
                for (x, y) in places(line, words):
                    self.screen.click(x, y)
                    time.sleep(1)
                    return True
            self.scroll(2)
        return False

    def scroll(self, notches):
        """Turns the wheel over the page: down, or up when negative."""
        self.screen.tool("mousemove", *MIDDLE)
        self.screen.tool("click", "--repeat", abs(notches), "--delay", 80, 5 if notches > 0 else 4)
        # The page glides; what is read from a picture of that stands elsewhere when it is clicked.
        self.screen.comes_to_rest()

    def types_into(self, title, text):
        """Waits for a dialog, types into it and presses Enter. Whether it came and went."""
        if not until(lambda: self.screen.window(title), 30):
            return False
        time.sleep(2)
        self.screen.tool("windowfocus", self.screen.window(title))
        self.screen.tool("type", "--delay", 30, text)
        self.picture("dialog")
        self.screen.tool("key", "Return")
        return until(lambda: not self.screen.window(title), 20)

    def question(self):
        """The question of *Prepare* that the page asks, or None."""
        page = self.page()
        return page.get("question") if isinstance(page, dict) else None

    def answer_everything(self, answers, before):
        """Answers every question of *Prepare*, each in its own words. `before` is called with the question."""
        for _ in range(40):
            question = self.question()
            if question is None:
                return
            before(question)
            found = self.finds(answers[question])
            self.check.that(f"the question “{question}” has its answer", found, self.read())
            if not found:
                return
            self.press_main()
            until(lambda: self.question() != question, 10)

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
    """An I looks like a bar to the eye that reads, and a comma like a stop."""
    return plain(seen) == plain(word)


def plain(word):
    return word.replace("|", "I").replace("l", "I").strip(".,")
