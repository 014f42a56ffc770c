"""Reads a registry hive of Windows: keys and values byte for byte, and the stored access rights."""

import gzip
import lzma
import shutil
import struct
from pathlib import Path

from Registry import Registry, RegistryParse
from regipy.recovery import apply_transaction_logs

OPENERS = {b"\xfd7zXZ\0": lzma.open, b"\x1f\x8b": gzip.open}
TEXTS, LINK = (1, 2), 6
OF_WINDOWS_7 = 0
ADMINISTRATORS = bytes.fromhex("01020000000000052000000020020000")


class NotAHive(Exception):
    """The file is no hive, is damaged, or is of a sort that is not looked at."""


def unpacked(file, folder):
    """A copy of the file in the folder, without its packing."""
    with open(file, "rb") as start:
        head = start.read(6)
    opener = next((opener for magic, opener in OPENERS.items() if head.startswith(magic)), open)
    copy = folder / f"{len(list(folder.iterdir()))}-{file.name}"
    try:
        with opener(file, "rb") as packed, open(copy, "wb") as out:
            shutil.copyfileobj(packed, out)
    except (lzma.LZMAError, EOFError, gzip.BadGzipFile) as error:
        raise NotAHive(f"{file}: cannot be unpacked: {error}") from None
    return copy


def logs_beside(file):
    """The two logs of a hive, packed or not, as far as they stand beside it."""
    stem = file.name.lower().removesuffix(".xz").removesuffix(".gz")
    found = {}
    for other in file.parent.iterdir():
        name = other.name.lower().removesuffix(".xz").removesuffix(".gz")
        for log in ("log1", "log2"):
            if name == f"{stem}.{log}":
                found[log] = other
    return list(found.values())


def that_continue(logs, number):
    """The logs that go on where a hive with this number ends, the older first; what older ones hold is in it."""
    numbered = sorted((first_entry(log), log) for log in logs)
    newer = [(first, log) for first, log in numbered if first >= number or first == OF_WINDOWS_7]
    goes_on = bool(newer) and newer[0][0] in (number, OF_WINDOWS_7)
    return [log for _, log in newer] if goes_on else []


def first_entry(log):
    """The number of the first entry in a log of Windows 8.1 or later."""
    start = log.read_bytes()[512:528]
    return struct.unpack_from("<I", start, 12)[0] if start[:4] == b"HvLE" and len(start) == 16 else OF_WINDOWS_7


def opened(file, folder):
    """The hive of a file, brought up to date from its logs, and what there is to say about it."""
    copy = unpacked(file, folder)
    head = copy.read_bytes()[:16]
    if head[:4] != b"regf" or len(head) < 16:
        raise NotAHive(f"{file}: not a registry hive (it does not begin with regf)")
    first, second = struct.unpack_from("<II", head, 4)
    said = ""
    if first != second:
        logs = that_continue([unpacked(log, folder) for log in logs_beside(file)], second)
        if logs:
            copy, said = replayed(file, copy, logs)
        else:
            said = "was not closed, and no log here goes on where it ends: this is an older state of that computer"
    return Hive(file, copy, said)


def replayed(file, copy, logs):
    """A hive with its logs written into it."""
    target = copy.with_name(copy.name + ".replayed")
    try:
        # regipy begins with the second that it is given, which has to be the older.
        path, pages = apply_transaction_logs(str(copy), *map(str, reversed(logs)), restored_hive_path=str(target))
    except Exception as error:  # The reader has no one class for what it does not understand.
        raise NotAHive(f"{file}: its logs cannot be replayed: {error}") from None
    return Path(path), f"was not closed; {pages} pages came from its logs"


class Hive:
    """Every key, by its path: `keys` as `{path: {name: (type, bytes)}}`, `rights` as `{path: bytes}`."""

    def __init__(self, file, copy, said):
        self.said = said
        self.keys, self.rights, self.links = {}, {}, 0
        try:
            registry = Registry.Registry(str(copy))
            root = registry.root()
            names = {key.name().lower() for key in root.subkeys()}
            self.kind, places = sort_of(root, names)
            for key, path in places:
                self.add(key, path)
        except NotAHive as error:
            raise NotAHive(f"{file}: {error}") from None
        except (RegistryParse.ParseException, struct.error, IndexError, UnicodeDecodeError, RecursionError) as error:
            raise NotAHive(f"{file}: damaged: {error or type(error).__name__}") from None

    def add(self, key, path):
        """A key and all that is below it."""
        values = {}
        for value in key.values():
            # Links lead out of the hive, to places that are not here.
            if value.value_type() == LINK:
                self.links += 1
                return
            name = "" if value.name() == "(default)" else value.name()
            values[name] = (value.value_type(), value.raw_data())
        self.keys[path] = values
        self.rights[path] = rights_of(key)
        for child in key.subkeys():
            self.add(child, rf"{path}\{child.name()}")


def sort_of(root, names):
    """Which hive it is, and where its keys go."""
    if "select" in names:
        current = root.subkey("Select").value("Current").value()
        places = []
        for key in root.subkeys():
            name = key.name().lower()
            if name == f"controlset{current:03d}":
                places.append((key, r"HKLM\System\CurrentControlSet"))
            elif not name.startswith("controlset"):
                places.append((key, rf"HKLM\System\{key.name()}"))
        if not any(path.endswith("CurrentControlSet") for _, path in places):
            raise NotAHive(f"a SYSTEM without its control set {current:03d}")
        return "SYSTEM", places
    if {"microsoft", "classes"} <= names:
        return "SOFTWARE", [(key, rf"HKLM\Software\{key.name()}") for key in root.subkeys()]
    if {"software", "control panel"} <= names:
        return "NTUSER", [(key, rf"HKCU\{key.name()}") for key in root.subkeys()]
    raise NotAHive("a hive, but none of SYSTEM, SOFTWARE and NTUSER")


def rights_of(key):
    """The security descriptor that the hive holds for a key."""
    record = key._nkrecord.sk_record()
    return record.unpack_binary(0x14, record.unpack_dword(0x10))


def without_administrators(descriptor):
    """The same as it answers who is no administrator: without what it allows that group."""
    start = struct.unpack_from("<I", descriptor, 16)[0]
    if not start:
        return descriptor
    revision, _, size, count, _ = struct.unpack_from("<BBHHH", descriptor, start)
    at, kept = start + 8, []
    for _ in range(count):
        length = struct.unpack_from("<H", descriptor, at + 2)[0]
        entry = descriptor[at : at + length]
        at += length
        if not (entry[0] == 0 and entry[8:] == ADMINISTRATORS):
            kept.append(entry)
    body = b"".join(kept)
    # The list keeps its place and becomes shorter; what stands behind it stays where it is.
    shorter = struct.pack("<BBHHH", revision, 0, 8 + len(body), len(kept), 0) + body
    return descriptor[:start] + shorter.ljust(size, b"\0") + descriptor[start + size :]


def is_odd(kind, data):
    """Whether a value is not as Microsoft's documentation has it."""
    if kind in TEXTS:
        return len(data) % 2 == 1 or data[-2:] != b"\0\0" or not is_text(data)
    if kind == 7:
        units = data.decode("utf-16-le", "replace") if len(data) % 2 == 0 else None
        return (
            units is None or not units.endswith("\0\0") and units != "\0" or "\0\0" in units[:-2] or not is_text(data)
        )
    return kind == 4 and len(data) != 4 or kind == 11 and len(data) != 8


def is_text(data):
    """Whether no half of a pair stands alone."""
    try:
        data.decode("utf-16-le")
    except UnicodeDecodeError:
        return False
    return True
