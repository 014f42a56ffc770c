"""Reads and changes Windows programs: what they import, and what they tell Windows' loader.

Names and places are those of Microsoft's "PE Format". Only 64-bit programs are read.
"""

import struct
from array import array
from dataclasses import dataclass

IMPORT, LOAD_CONFIG, DEBUG, DELAY_IMPORT = 1, 10, 6, 13
# Bytes of an entry of the import table: names, time, chain, name of the library, addresses.
DESCRIPTOR = struct.Struct("<IIIII")
# IMAGE_DEBUG_TYPE_EX_DLLCHARACTERISTICS
EXTENDED = 20
# Places in IMAGE_LOAD_CONFIG_DIRECTORY64.
DEPENDENT_LOAD_FLAGS, GUARD_FLAGS = 0x4E, 0x90


@dataclass
class Import:
    """What is taken from one library. `place` is where its entry stands in the file."""

    library: str
    functions: list
    place: int


class Program:
    """A program in memory. `data` can be changed and written."""

    def __init__(self, data):
        self.data = bytearray(data)
        (header,) = self.numbers("<I", 0x3C)
        if self.data[header : header + 4] != b"PE\0\0":
            raise ValueError("this is no Windows program")
        (sections,) = self.numbers("<H", header + 6)
        (size,) = self.numbers("<H", header + 20)
        self.optional = header + 24
        if self.numbers("<H", self.optional) != (0x20B,):
            raise ValueError("this is no 64-bit program")
        table = self.optional + size
        self.sections = [self.section(table + 40 * at) for at in range(sections)]

    def section(self, at):
        """Address in memory, room there, size in the file, place in the file."""
        room, address, size, place = self.numbers("<IIII", at + 8)
        return address, room, size, place

    def numbers(self, form, at):
        return struct.unpack_from(form, self.data, at)

    def directory(self, number):
        """Where the entry of a data directory stands, its address and its size."""
        at = self.optional + 112 + 8 * number
        return at, *self.numbers("<II", at)

    def at(self, address):
        """Where the byte at an address in memory stands in the file."""
        for start, _, size, place in self.sections:
            if start <= address < start + size:
                return place + address - start
        raise ValueError(f"nothing in the file stands at {address:#x}")

    def address(self, at):
        """The address in memory of a byte in the file."""
        for start, _, size, place in self.sections:
            if place <= at < place + size:
                return start + at - place
        raise ValueError(f"what stands at {at:#x} is not loaded")

    def text(self, address):
        at = self.at(address)
        return self.data[at : self.data.index(0, at)].decode("ascii")

    def imports(self):
        """What the loader resolves before the program starts."""
        _, address, _ = self.directory(IMPORT)
        found = []
        while address and any(self.numbers("<IIIII", self.at(address) + 20 * len(found))):
            found.append(self.entry(self.at(address) + 20 * len(found)))
        return found

    def entry(self, place):
        """The entry of the import table that stands at this place of the file."""
        names, _, _, name, addresses = DESCRIPTOR.unpack_from(self.data, place)
        return Import(self.text(name).lower(), self.functions(names or addresses), place)

    def functions(self, address):
        found = []
        while True:
            (one,) = self.numbers("<Q", self.at(address) + 8 * len(found))
            if one == 0:
                return found
            found.append(f"#{one & 0xFFFF}" if one >> 63 else self.text(one + 2))

    def delayed(self):
        """Libraries that the linker left to the first call."""
        _, address, _ = self.directory(DELAY_IMPORT)
        found = []
        while address:
            _, name = self.numbers("<II", self.at(address) + 32 * len(found))
            if name == 0:
                break
            found.append(self.text(name).lower())
        return found

    def load_config(self, offset, form):
        """A field of the load configuration; 0 where it has none."""
        _, address, _ = self.directory(LOAD_CONFIG)
        if address == 0 or self.numbers("<I", self.at(address))[0] < offset + struct.calcsize(form):
            return 0
        return self.numbers(form, self.at(address) + offset)[0]

    @property
    def dependent_load_flags(self):
        return self.load_config(DEPENDENT_LOAD_FLAGS, "<H")

    @property
    def guards_calls(self):
        """Control-flow guard: the mark for the loader, and code that asks."""
        (marks,) = self.numbers("<H", self.optional + 70)
        return bool(marks & 0x4000) and bool(self.load_config(GUARD_FLAGS, "<I") & 0x100)

    @property
    def shadow_stack(self):
        """CET: made for a processor that guards return addresses."""
        _, address, size = self.directory(DEBUG)
        for at in range(0, size if address else 0, 28):
            kind, length, _, place = self.numbers("<IIII", self.at(address) + at + 12)
            if kind == EXTENDED and length >= 4:
                return bool(self.numbers("<I", place)[0] & 1)
        return False

    def sum(self):
        """Writes the sum of the file into its head."""
        at = self.optional + 64
        self.data[at : at + 4] = bytes(4)
        words = array("H", bytes(self.data) + b"\0" * (len(self.data) % 2))
        total = sum(words)
        while total > 0xFFFF:
            total = (total & 0xFFFF) + (total >> 16)
        struct.pack_into("<I", self.data, at, total + len(self.data))
