"""What a machine is like: registry and files, so that before and after can be compared."""

import hashlib
import re

# Exported whole. Windows' own export tool writes them, not the program under test.
HIVES = [r"HKLM\SOFTWARE", r"HKLM\SYSTEM\CurrentControlSet", "HKCU"]
# Wine makes these anew whenever a program opens a desktop or starts a service.
WINES_OWN = (
    r"\control\servicecurrent",
    r"\software\wine\temporary system parameters",
    r"\control\deviceclasses",
    r"\control\video",
    r"\control\class\{4d36e968-e325-11ce-bfc1-08002be10318}",
    r"\control\class\{4d36e96e-e325-11ce-bfc1-08002be10318}",
    r"\hardware profiles\current",
    r"\currentcontrolset\enum\display",
    r"\currentcontrolset\enum\pci",
)
# Our own undo folders.
OURS = ("ProgramData/Clean Break", "AppData/Local/Clean Break")


def registry(machine):
    """Every hive as `reg export` writes it, one value a line."""
    found = {}
    for hive in HIVES:
        file = machine.drive / "export.reg"
        answer = machine.run("reg", "export", hive, "C:\\export.reg", "/y")
        assert answer.code == 0, f"the export of {hive} failed: {answer}"
        # A long value goes over several lines.
        text = re.sub(r"\\\r?\n *", "", file.read_bytes().decode("utf-16"))
        found[hive] = without_wines_own(text.splitlines())
        file.unlink()
    return found


def without_wines_own(lines):
    """An export without what is Wine's own; each line with the key that it stands in."""
    kept, key = [], ""
    for line in lines:
        if line.startswith("["):
            key = line
        if not any(display in key.lower() for display in WINES_OWN):
            kept.append(f"{key} {line}")
    return kept


def files(machine):
    """Every file with its content, time and attributes, every folder and link by its name."""
    found = {}
    for path in sorted(machine.drive.rglob("*")):
        name = path.relative_to(machine.drive).as_posix()
        if any(ours in name for ours in OURS) or name.startswith("windows/temp/"):
            continue
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_dir():
            found[name] = "folder"
        else:
            about = path.stat()
            found[name] = f"{hashlib.sha1(path.read_bytes()).hexdigest()} {about.st_mtime_ns} {about.st_mode:o}"
    return found


def of(machine):
    """The whole machine."""
    return {**registry(machine), "files": files(machine)}


def differences(before, after):
    """Every line that only one of two states has."""
    found = []
    for part, old in before.items():
        new = after[part]
        if isinstance(old, dict):
            names = sorted(old.keys() | new.keys())
            found += [f"{name}: {old.get(name)} -> {new.get(name)}" for name in names if old.get(name) != new.get(name)]
        elif old != new:
            old_lines, new_lines = set(old), set(new)
            found += [f"{part}: - {line}" for line in old if line not in new_lines]
            found += [f"{part}: + {line}" for line in new if line not in old_lines]
            if old_lines == new_lines:
                found.append(f"{part}: the order of lines differs")
    return found
