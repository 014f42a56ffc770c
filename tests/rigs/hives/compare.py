"""Compares what our reader of hives says with what others say, key by key and value by value."""

import gzip
import lzma
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import others
from ours import read_text

OPENERS = {b"\xfd7zXZ\0": lzma.open, b"\x1f\x8b": gzip.open}
LOGS = ("LOG1", "LOG2", "LOG")
# A value of each type, names in other scripts, long values, a list, and a name with signs that text forms escape.
MERGED = r"""Windows Registry Editor Version 5.00

[\Kinds]
@="default"
"text"="a text"
"expand"=hex(2):25,00,41,00,25,00,00,00
"number"=dword:0000002a
"big"=hex(b):01,02,03,04,05,06,07,08
"list"=hex(7):61,00,00,00,62,00,00,00,00,00
"none"=hex(0):
"other"=hex(1234):ff,fe
"a \"quote\" and \\ a slash"=hex(3):00

[\Kinds\Deep]

[\Kinds\Deep\Deeper]

[\Kinds\Deep\Deeper\Deepest]
"x"=hex(3):LONG

[\Größe]
"Länge"="ä"
"""


class Score:
    """What passed, and what failed with its first differences."""

    def __init__(self):
        self.passed = self.failed = 0

    def same(self, what, ours, theirs):
        """Two trees, `{path: {name: (type, bytes)}}`, or two of anything."""
        if ours == theirs:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {what}")
        if isinstance(ours, dict) and isinstance(theirs, dict):
            differ = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
            print(f"  {len(differ)} of {len(theirs)} differ")
            for key in sorted(differ, key=str)[:3]:
                print(f"  {key!r}: {str(ours.get(key))[:150]} | {str(theirs.get(key))[:150]}")
        else:
            print(f"  {str(ours)[:200]} | {str(theirs)[:200]}")


def read_by(reader, *what):
    """What a reader says, or that it would not."""
    try:
        return reader(*what)
    except Exception as error:  # Each has classes of its own for what it does not like.
        return f"{type(error).__name__}: {error}"


def unpacked(file, folder):
    """A copy of the file in the folder, without its packing."""
    with open(file, "rb") as start:
        head = start.read(6)
    opener = next((opener for magic, opener in OPENERS.items() if head.startswith(magic)), open)
    copy = folder / file.name.removesuffix(".xz").removesuffix(".gz")
    with opener(file, "rb") as packed, open(copy, "wb") as out:
        shutil.copyfileobj(packed, out)
    return copy


def logs_of(hive):
    """The logs beside a hive that hold something."""
    beside = [hive.with_name(f"{hive.name}.{log}") for log in LOGS]
    return [log for log in beside if log.is_file() and log.stat().st_size > 0]


def made(folder):
    """Hives that our own writer made, and one that hivexregedit filled."""
    folder.mkdir()
    subprocess.run([os.environ["HIVE_TEXT"], "--make", folder], check=True)
    text = MERGED.replace("LONG", ",".join(f"{number % 251:02x}" for number in range(16_000)))
    merged = folder / "merged"
    (folder / "empty").rename(merged)
    subprocess.run(["hivexregedit", "--merge", merged], input=text.encode(), env=others.UTF_8, check=True)
    many = "[\\Many]\n\n" + "".join(f"[\\Many\\Key {number}]\n\"n\"=dword:{number:08x}\n\n" for number in range(700))
    subprocess.run(["hivexregedit", "--merge", merged], input=many.encode(), check=True)
    return sorted(file for file in folder.iterdir() if "." not in file.name)


def compare(score, hive, of_windows):
    """One hive with each reader; one that was not closed also with its logs."""
    ours = read_text([hive])
    name = hive.name
    score.same(f"{name}: nothing is wrong with it", [error for error in ours.errors if error[0] == "error"], [])
    theirs = others.of_python_registry(hive)
    plain, read = others.without_odd(ours.keys), others.without_odd(theirs.keys)
    score.same(f"{name}: python-registry reads the same keys and values", plain, read)
    score.same(f"{name}: python-registry reads the same rights and classes", ours.rights, theirs.rights)
    score.same(f"{name}: hivex reads the same", ours.keys, read_by(others.of_hivex, hive))
    # hivexregedit and our own writer have hashes of their own.
    written = others.hashes(hive) if of_windows else {}
    hashes = {place: number for place, number in ours.hashes.items() if place in written}
    score.same(f"{name}: upper case is what Windows takes for it", hashes, {key: written[key] for key in hashes})
    if yarp := os.environ.get("YARP"):
        score.same(f"{name}: yarp reads the same", ours.keys, read_by(others.of_yarp, yarp, hive, []))
    logs = logs_of(hive)
    if logs:
        replayed(score, hive, logs)
    print(f"{name}: {len(ours.keys)} keys, {sum(map(len, ours.keys.values()))} values, {len(hashes)} hashes", end="")
    print(f", {len(logs)} logs" if logs else "")


def replayed(score, hive, logs):
    """A hive that was not closed, brought up to date by each."""
    name, ours = hive.name, read_text([hive, *logs])
    score.same(f"{name}: its logs bring it up to date", ours.errors, [])
    after = hive.with_name(name.replace("dirty", "after"))
    if after != hive and after.is_file():
        score.same(f"{name}: with its logs it is as it should be", ours.keys, read_text([after]).keys)
    if yarp := os.environ.get("YARP"):
        score.same(f"{name}: yarp replays its logs to the same", ours.keys, read_by(others.of_yarp, yarp, hive, logs))
    other = others.replayed_by_regipy(hive, logs)
    theirs = others.without_odd(others.of_python_registry(other).keys)
    score.same(f"{name}: regipy replays its logs to the same", others.without_odd(ours.keys), theirs)


def main(files):
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for hive in made(folder / "made"):
            compare(score, hive, of_windows=False)
        for number, file in enumerate(map(Path, files)):
            own = folder / str(number)
            own.mkdir()
            for log in LOGS:
                for beside in file.parent.glob(f"{file.name.removesuffix('.xz').removesuffix('.gz')}.{log}*"):
                    unpacked(beside, own)
            compare(score, unpacked(file, own), of_windows=True)
    print(f"{score.passed} passed, {score.failed} failed")
    return 0 if score.failed == 0 and score.passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
