"""What a screen reader reads of the window: through AT-SPI, on a session bus of its own."""

import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from rig import until  # noqa: E402

BRIDGE = "/usr/libexec/at-spi-bus-launcher"
PRESSABLE = {"push button", "radio button", "check box", "toggle button"}
NAMED = PRESSABLE | {"heading", "list", "list item", "scroll bar", "frame"}
# What is read on every page, by language: before the number, the details, and what comes last.
WORDS = {"en": ("Page", "Details for helpers", "Help"), "es": ("Página", "Detalles para quien le ayuda", "Ayuda")}
# The way to a page, text size, and Help.
ON_EVERY_PAGE = 3


class Bus:
    """A session bus of our own, on which screen readers are expected."""

    def __init__(self, display):
        self.home = tempfile.TemporaryDirectory()
        os.environ.update({"HOME": self.home.name, "XDG_RUNTIME_DIR": self.home.name, "DISPLAY": display.name})
        os.chmod(self.home.name, 0o700)
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        self.daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.daemon.stdout.readline().strip()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.address
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.bridge = subprocess.Popen([BRIDGE, "--launch-immediately"], **quiet)
        switch = ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
                  "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>"]
        self.answers = until(lambda: subprocess.run(switch, check=False, **quiet).returncode == 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.bridge.terminate()
        self.daemon.terminate()
        self.daemon.wait()


class Node:
    """What is read of a part of the window."""

    def __init__(self, node):
        self.node = node
        self.role = node.get_role_name()
        self.name = node.get_name() or ""
        self.description = node.get_description() or ""
        states = node.get_state_set()
        self.focused = states.contains(Atspi.StateType.FOCUSED)
        self.enabled = states.contains(Atspi.StateType.SENSITIVE)
        self.chosen = states.contains(Atspi.StateType.CHECKED)
        try:
            self.top = node.get_extents(Atspi.CoordType.WINDOW).y
        except GLib.Error:
            self.top = None

    def press(self):
        Atspi.Action.do_action(self.node, 0)


def program():
    """The program among those that can be read."""
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return next((one for one in found if one and one.get_name() == "cleanbreak"), None)


def read(language="en"):
    """Everything in the order in which it is read. A page that changes meanwhile is read once more."""
    def of(node, all_):
        if node:
            all_.append(Node(node))
            for at in range(node.get_child_count()):
                of(node.get_child_at_index(at), all_)
        return all_

    for _ in range(40):
        try:
            if (root := program()) and (frame := root.get_child_at_index(0)):
                nodes = of(frame, [])
                # What comes last on every page. A page that is just coming is not all there.
                if nodes[-1].name == WORDS[language][2]:
                    return nodes
        except GLib.Error:
            pass
        time.sleep(0.1)
    return []


class Page:
    """A page as it is read once its heading has the keyboard. The one for the next product has the same number."""

    def __init__(self, number, before, language="en"):
        self.language = language
        self.nodes, self.heading, self.before = [], None, before and before.heading
        self.arrived = until(lambda: self.has_come(number), 30, 0.1)

    def has_come(self, number):
        self.nodes = read(self.language)
        first = next((node for node in self.nodes if node.role == "heading"), None)
        self.heading = first and (first.name, first.description)
        return first is not None and first.focused and first.description.startswith(f"{WORDS[self.language][0]} {number}") \
            and self.heading != self.before

    def controls(self):
        """What can be pressed, without the details and what stands on every page."""
        mine = [node for node in self.nodes if node.role in PRESSABLE and node.name != WORDS[self.language][1]]
        return mine[:-ON_EVERY_PAGE]

    def faults(self):
        """What a person who listens would stumble over."""
        found = [f"a {node.role} without a name" for node in self.nodes if node.role in NAMED and not node.name.strip()]
        names = [node.name for node in self.nodes if node.role in {"push button", "check box"}]
        found += [f"two are called {name}" for name in sorted(set(names)) if names.count(name) > 1]
        # A group of answers has the name of their question, for who comes to it by Tab.
        spoken = [node.name for node in self.nodes if node.name and node.role != "panel"]
        found += [f"read twice: {one}" for one, next_ in zip(spoken, spoken[1:]) if one == next_]
        levels = [node.top for node in self.nodes if node.role == "heading"]
        found += ["the headings are not read from top to bottom"] if levels != sorted(levels) else []
        return found
