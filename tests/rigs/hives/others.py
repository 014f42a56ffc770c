"""What other readers say of a hive."""

import io
import os
import re
import struct
import subprocess
import sys

from ours import Tree
from regipy.recovery import apply_transaction_logs
from Registry import Registry

NUMBER = 4
# Types that python-registry does not bring into a form of its own, if there are more bytes than stand in place.
PLAIN = (1, 2, 3, 7)
IN_PLACE = 4
# What Perl reads and writes.
UTF_8 = {**os.environ, "PERL_UNICODE": "SD"}


def of_python_registry(hive):
    """Keys, values, classes and rights."""
    tree = Tree()
    add(tree, Registry.Registry(str(hive)).root(), ())
    return tree


def add(tree, key, path):
    record = key._nkrecord
    values = {}
    for value in key.values():
        name = "" if value.name() == "(default)" else value.name()
        values[name] = (value.value_type(), bytes(value.raw_data()))
    tree.keys[path] = values
    rights = record.sk_record()
    kind = record.classname() if record.has_classname() else ""
    descriptor = rights.unpack_binary(0x14, rights.unpack_dword(0x10))
    tree.rights[path] = (kind.encode("utf-16-le"), bytes(descriptor))
    for child in key.subkeys():
        add(tree, child, (*path, child.name()))


def without_odd(keys):
    """The same with the bytes of such values only as python-registry hands on as they are; all names stay."""

    def plain(kind, data):
        return (kind, data) if kind in PLAIN and len(data) > IN_PLACE else None

    return {path: {name: plain(*value) for name, value in values.items()} for path, values in keys.items()}


def hashes(hive):
    """The hash beside each key's name, as lists have it: `{place of the key: hash}`."""
    data, found, at = hive.read_bytes(), {}, 4096
    while data[at : at + 4] == b"hbin":
        end = at + struct.unpack_from("<I", data, at + 8)[0]
        cell = at + 32
        while cell < min(end, len(data) - 8):
            size = struct.unpack_from("<i", data, cell)[0]
            if size < 0 and data[cell + 4 : cell + 6] == b"lh":
                count = struct.unpack_from("<H", data, cell + 6)[0]
                for number in range(count):
                    place, value = struct.unpack_from("<II", data, cell + 8 + number * 8)
                    found[4096 + place] = value
            cell += abs(size) or 8
        at = end
    return found


def of_hivex(hive):
    r"""What `hivexregedit --export` prints: `[\path]`, then `"name"=hex(type):bytes` and the like."""
    command = ["hivexregedit", "--export", hive, "\\"]
    out = subprocess.run(command, stdout=subprocess.PIPE, env=UTF_8, check=True).stdout
    keys, values = {}, None
    for line in joined(out.decode("utf-8", "surrogatepass")):
        if line.startswith("[\\") and line.endswith("]"):
            values = keys.setdefault(tuple(filter(None, line[2:-1].split("\\"))), {})
        elif line[:1] in ('"', "@"):
            name, value = re.fullmatch(r'(@|"(?:[^"\\]|\\.)*")=(.*)', line, re.DOTALL).groups()
            name = "" if name == "@" else re.sub(r"\\(.)", r"\1", name[1:-1], flags=re.DOTALL)
            values[name] = value_of(value)
    return keys


def joined(text):
    """Its lines; names may hold line ends of their own."""
    held = ""
    for line in text.split("\n"):
        held += line
        begins = held[:1] == '"' and not re.match(r'"(?:[^"\\]|\\.)*"=', held, re.DOTALL)
        if begins or held.startswith("[\\") and not held.endswith("]"):
            held += "\n"
            continue
        yield held
        held = ""


def value_of(text):
    if text.startswith("dword:"):
        return NUMBER, bytes.fromhex(text[6:])[::-1]
    kind, data = re.fullmatch(r"hex(\([0-9a-f]+\))?:(.*)", text).groups()
    return int(kind[1:-1], 16) if kind else 3, bytes.fromhex(data.replace(",", ""))


def replayed_by_regipy(hive, logs):
    """A copy with its logs written into it. regipy begins with the second that it is given: that must be the older."""
    target = hive.with_name(hive.name + ".replayed")
    logs = sorted(logs, key=lambda log: struct.unpack_from("<I", log.read_bytes(), 4), reverse=True)
    apply_transaction_logs(str(hive), *map(str, logs), restored_hive_path=str(target))
    return target


def of_yarp(folder, hive, logs):
    """The same by yarp, which replays logs by their own rules."""
    sys.path.insert(0, folder)
    from yarp import Registry as Yarp

    opened = {log.suffix[1:]: open(log, "rb") for log in logs}
    read = Yarp.RegistryHive(open(hive, "rb"))
    if logs:
        pair = [opened.get(log, io.BytesIO()) for log in ("LOG1", "LOG2")]
        read.recover_auto(opened.get("LOG"), *pair)
    keys = {}

    def walk(key, path):
        values = keys.setdefault(path, {})
        for value in key.values():
            values[value.name()] = (value.type_raw(), bytes(value.data_raw() or b""))
        for child in key.subkeys():
            walk(child, (*path, child.name()))

    walk(read.root_key(), ())
    return keys
