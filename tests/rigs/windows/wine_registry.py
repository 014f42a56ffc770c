"""Registry keys in the text form in which Wine keeps a hive on disk, laid there while Wine is down.

`reg import` and `RegSetValueExW` put missing ends on strings; only what stands in these files reaches
a program byte for byte, as a hive of Windows would hold it.
"""

import struct

SZ, EXPAND, BINARY, DWORD, MULTI, QWORD = 1, 2, 3, 4, 7, 11
# The file of a prefix for each hive, and what its keys are relative to.
FILES = {"HKLM": "system.reg", "HKCU": "user.reg"}


class Odd(tuple):
    """A value, as type and bytes, that is not as Microsoft's documentation has it; it is counted."""


def sz(value, kind=SZ):
    """A text with its end."""
    return kind, (value + "\0").encode("utf-16-le")


def expand(value):
    """A text with variables, with its end."""
    return sz(value, EXPAND)


def dword(value):
    """A number."""
    return DWORD, struct.pack("<I", value)


def binary(value=b""):
    """Bytes."""
    return BINARY, value


def multi(*values):
    """A list, ended as it should be."""
    return MULTI, ("".join(value + "\0" for value in values) + "\0").encode("utf-16-le")


def lay(machine, keys):
    """Adds keys, `{r"HKLM\\path": {value name: (type, bytes)}}`, to a machine that is down."""
    machine.end()
    for hive, file in FILES.items():
        lines = []
        for path, values in keys.items():
            root, _, below = path.partition("\\")
            if root == hive:
                lines += section(below, values)
        if lines:
            with open(machine.folder / file, "a", encoding="ascii") as out:
                out.write("\n" + "\n".join(lines) + "\n")


def section(path, values):
    """One key, as Wine writes it: a time that it does not look at, then the values."""
    yield f"[{escaped(path, '[]')}] 1500000000"
    for name, (kind, data) in values.items():
        left = "@" if name == "" else f'"{escaped(name, chr(34))}"'
        yield f"{left}=hex({kind:x}):" + ",".join(f"{byte:02x}" for byte in data)
    yield ""


def escaped(text, special):
    """A name with what Wine's reader would take for something else written as it writes that itself."""
    units = struct.unpack(
        f"<{len(text.encode('utf-16-le', 'surrogatepass')) // 2}H", text.encode("utf-16-le", "surrogatepass")
    )
    return "".join(unit(value, special) for value in units)


def unit(value, special):
    char = chr(value)
    if value < 32:
        return f"\\{value:03o}"
    if value > 126:
        return f"\\x{value:04x}"
    return "\\" + char if char == "\\" or char in special else char
