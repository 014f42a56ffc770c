"""What our own reader says of a hive."""

import os
import subprocess
from dataclasses import dataclass, field


@dataclass
class Tree:
    """`keys` as `{path: {name: (type, bytes)}}`, `rights` as `{path: (class, descriptor)}`."""

    keys: dict = field(default_factory=dict)
    rights: dict = field(default_factory=dict)
    hashes: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)


def text_of(units):
    """A name; what is no text of its own keeps its units."""
    return bytes.fromhex(units).decode("utf-16-le", "surrogatepass")


def read_text(files):
    """A hive, and its logs, as `hive_text` prints them."""
    out = subprocess.run([os.environ["HIVE_TEXT"], *files], stdout=subprocess.PIPE, text=True, check=False).stdout
    tree, values = Tree(), None
    for word, *fields in (line.split("\t") for line in out.splitlines()):
        if word == "key":
            path, place, _, number, kind, rights = fields
            path = tuple(text_of(name) for name in path.split("/")[1:])
            values = tree.keys.setdefault(path, {})
            tree.rights[path] = (bytes.fromhex(kind), bytes.fromhex(rights))
            tree.hashes[int(place)] = int(number)
        elif word == "value":
            name, kind, data = fields
            values[text_of(name)] = (int(kind), bytes.fromhex(data))
        elif word in ("error", "doubt"):
            tree.errors.append((word, *fields))
    assert out.endswith("\n") and (tree.errors or out.splitlines()[-1].startswith("end\t")), "it came to its end"
    return tree
