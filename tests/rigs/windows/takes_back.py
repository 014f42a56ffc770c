"""A machine that can be given back: what is put on it is noted first, and everything noted is taken away again.

What is there already is never written over, so nothing has to be put back as it was. The notes stand in a file: a trial
that was killed is taken away by the next program that reads them.
"""

import json
import shutil
import time

import access_rights
from recordings import RECORDING
from rig import PROJECT, Machine

KEPT = PROJECT / "target/tests/on-windows"
NOTES = KEPT / "notes.json"
# Where the rig writes to the classes of keyboard and mouse, these are meant: infrared ports and tape drives.
CLASSES = {
    "{4D36E96B-E325-11CE-BFC1-08002BE10318}": "{6BDD1FC5-810F-11D0-BEC7-08002BE2092F}",
    "{4D36E96F-E325-11CE-BFC1-08002BE10318}": "{6D807884-7D21-11CF-801C-08002BE10318}",
}
OWN_DATA = (r"C:\ProgramData\Clean Break", r"C:\users\{user}\AppData\Local\Clean Break")
# Copies of early-launch drivers. Nobody has measured who may write there.
SYSTEMS_OWN = "c:\\windows\\elambkup"


class TakesBack(Machine):
    """Notes every key, value, file and folder before it is made. Who has it gives `run` and `path`."""

    notes = ()
    # Keys that were there before.
    known = frozenset()

    def note(self, kind, *what):
        """Notes what will have to be taken away: `key`, `value`, `path`, or a `command` that does it."""
        if [kind, *what] not in self.notes:
            self.notes = [*self.notes, [kind, *what]]
            KEPT.mkdir(parents=True, exist_ok=True)
            NOTES.write_text(json.dumps(self.notes), encoding="utf-8")

    def read_notes(self):
        """Goes on with the notes of a trial that was ended."""
        self.notes = json.loads(NOTES.read_text(encoding="utf-8")) if NOTES.exists() else []

    def note_own_data(self):
        """Notes what the program under test writes itself: its recording, and its folders with copies."""
        for path in (RECORDING, *(folder.format(user=self.profile.name) for folder in OWN_DATA)):
            if self.is_noted("path", path) or not self.path(path).exists():
                self.note_path(path)

    def forget(self, kind, *what):
        """Takes a note away again: what it is about is gone."""
        self.notes = [note for note in self.notes if note != [kind, *what]]
        NOTES.write_text(json.dumps(self.notes), encoding="utf-8")

    def registry(self, keys):
        """Writes keys that are not there, and values that are not there into keys that are. What Windows lets the
        system alone write is left out."""
        keys = {self.placed(key): values for key, values in keys.items() if not access_rights.closed(key)}
        for key, values in keys.items():
            self.note_key(key, values)
        Machine.registry(self, keys)

    def note_key(self, key, values):
        if self.is_noted("key", key):
            return
        if not self.has_key(key):
            while not self.was_there(parent := key.rpartition("\\")[0]):
                key = parent
            self.note("key", key)
            return
        assert values is not None, f"a key that was there is not deleted: {key}"
        for name in values:
            if ["value", key, name] not in self.notes:
                assert name and not self.has_value(key, name), f"this is there and is not written over: {key} {name}"
                self.note("value", key, name)

    def put(self, windows_path, content=b"made for a test\n"):
        """Puts a file where none is, and where an administrator may surely write."""
        if windows_path.lower().startswith(SYSTEMS_OWN):
            return
        self.note_path(windows_path)
        super().put(windows_path, content)

    def note_path(self, windows_path):
        """Notes a file or folder that will be made, by the first of its folders that is not there."""
        if self.is_noted("path", windows_path):
            return
        assert not self.path(windows_path).exists(), f"this is there and is not written over: {windows_path}"
        while not self.path(parent := windows_path.rpartition("\\")[0]).exists():
            windows_path = parent
        self.note("path", windows_path)

    def is_noted(self, kind, place):
        """Whether this, or what it lies in, is noted already."""
        place = place.lower() + "\\"
        return any(note[0] == kind and place.startswith(note[1].lower() + "\\") for note in self.notes)

    def was_there(self, key):
        """Whether a key in which nothing of ours is noted stands there."""
        if "\\" in key and key not in self.known and not self.has_key(key):
            return False
        self.known |= {key}
        return True

    def has_key(self, key):
        return self.run("reg", "query", key).code == 0

    def has_value(self, key, name):
        return self.run("reg", "query", key, "/v", name).code == 0

    def placed(self, key):
        """The key that is meant: of a class that no device has, in the place of keyboard or mouse."""
        for used, unused in CLASSES.items():
            key = key.replace(used, unused)
        return key

    def class_is_used(self, key):
        """Whether a device of a class was ever there: Windows numbers them below the class's key."""
        return self.has_key(self.placed(key) + r"\0000")

    def take_back(self):
        """Takes everything away, the newest first, and looks whether it is gone. What would not go, and why."""
        stayed = []
        for kind, *what in reversed(self.notes):
            if trouble := self.without(kind, what):
                stayed.append(f"{kind} {' '.join(what)}: {trouble}")
        self.notes, self.known = (), frozenset()
        NOTES.unlink(missing_ok=True)
        return stayed

    def without(self, kind, what):
        """Takes one thing away. What went wrong; empty: it is gone."""
        if kind == "path":
            return removed(self.path(what[0]))
        if kind == "command":
            return self.carried_out(what)
        place = ("/v", what[1]) if kind == "value" else ()
        self.run("reg", "delete", what[0], *place, "/f")
        return "is still there" if self.run("reg", "query", what[0], *place).code == 0 else ""

    def carried_out(self, command):
        """Runs a command that takes something away. Windows may hold that for a moment after its last user ended."""
        for attempt in range(4):
            time.sleep(2 * attempt)
            answer = self.hive(*command[1:]) if command[0] == "hive" else self.run(*command)
            if answer.code == 0:
                return ""
        return repr(answer)


def removed(path):
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        return str(error)
    return ""
