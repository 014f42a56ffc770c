"""A virtual display, and a hand and an eye on it: windows are found, read and clicked as a person does."""

import os
import subprocess
import time

# Text is read better when it is larger than on the screen.
SCALE = 2


class Screen:
    """An Xvfb of our own. A display is free when its server can be started."""

    def __init__(self, display, size=(1280, 800)):
        self.display, self.size = display, size
        shape = f"{size[0]}x{size[1]}x24"
        # Without -noreset it resets as the last program leaves, and the next one fails to connect.
        self.server = subprocess.Popen(
            ["Xvfb", display, "-screen", "0", shape, "-noreset"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        assert until(lambda: self.tool("getmouselocation") != "", 20), "the virtual display did not open"

    def close(self):
        self.server.terminate()
        self.server.wait(10)

    def tool(self, *arguments):
        """xdotool."""
        answer = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env={**os.environ, "DISPLAY": self.display},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return answer.stdout.strip()

    def window(self, name):
        """The number of the window with this name, or an empty text."""
        return self.tool("search", "--name", name).split("\n")[0]

    def picture(self, file):
        """Saves a picture of the whole display."""
        subprocess.run(
            ["import", "-display", self.display, "-window", "root", str(file)], stdin=subprocess.DEVNULL, check=True
        )
        return file

    def words(self, file):
        """Every word on a picture, line by line: [(text, x, y), …] in points of the display."""
        return read(self.picture(file))

    def click(self, x, y):
        """Clicks as somebody who has looked first: what has just come under the pointer takes no click."""
        self.tool("mousemove", x, y)
        self.comes_to_rest()
        self.tool("click", 1)

    def comes_to_rest(self):
        """Waits until the picture stays as it is for as long as a click needs. On a busy machine a page comes late.
        One that never rests, as while something runs, is waited for ten seconds."""
        before, end = None, time.monotonic() + 10
        while time.monotonic() < end:
            now = self.pixels()
            if now == before:
                return
            before = now
            time.sleep(0.8)

    def pixels(self):
        command = ["import", "-display", self.display, "-window", "root", "-depth", "8", "ppm:-"]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout


def read(file):
    """Reads a picture with tesseract: the lines of text, each word with its middle."""
    enlarged = file.with_suffix(".large.png")
    convert = ["convert", file, "-colorspace", "Gray", "-resize", f"{SCALE}00%", enlarged]
    subprocess.run(convert, stdin=subprocess.DEVNULL, check=True)
    answer = subprocess.run(
        ["tesseract", enlarged, "-", "--psm", "11", "tsv"],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    enlarged.unlink()
    lines = {}
    for row in answer.stdout.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            middle = ((left + width / 2) / SCALE, (top + height / 2) / SCALE)
            lines.setdefault(tuple(cells[1:5]), []).append((cells[11], *middle))
    return list(lines.values())


def until(true, seconds):
    """Waits until something is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.2)
    return False
