#!/usr/bin/env python3
"""Makes the results of many computers, from those of the recordings in tests/recordings.

    make_reports.py PROGRAM COUNT --ndjson FILE     one a line
    make_reports.py PROGRAM COUNT --folder DIR      one file each, some of them as shells and accidents leave them

The same COUNT gives the same bytes, whenever and wherever it is run. One in twenty computers has sent two results, one
in fifty has no label, and one in a hundred is old. In a folder, one in five hundred is UTF-16, one in five hundred
UTF-8 with a mark, and one in two thousand ends in the middle.
"""

import argparse
import json
import os
import random
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

RECORDINGS = Path(__file__).resolve().parents[2] / "recordings"
# None of them is newer.
NEWEST = datetime(2026, 12, 1, 6, 0, tzinfo=timezone.utc)


def results(program):
    """What `scan --json` says of every recording."""
    answers = []
    for recording in sorted(RECORDINGS.glob("*.json")):
        scan = subprocess.run([program, "scan", "--json", "--replay", recording], capture_output=True, check=False)
        if scan.returncode in (0, 10, 11, 12):
            answers.append(json.loads(scan.stdout))
    assert len(answers) > 40, "the recordings were read"
    return answers


def reports(program, count):
    """`count` results, each with the name that its file has."""
    chance = random.Random(count)
    answers = results(program)
    earlier = []
    for number in range(count):
        report = dict(chance.choice(answers))
        age = chance.randrange(200, 400) if chance.randrange(100) == 0 else chance.randrange(0, 14)
        seen = NEWEST - timedelta(days=age, seconds=chance.randrange(86_400))
        report["seen_at"] = seen.strftime("%Y-%m-%dT%H:%M:%SZ")
        report["elapsed_ms"] = chance.randrange(200, 9_000)
        name = f"PC-{number:06}"
        if earlier and chance.randrange(20) == 0:
            report["label"] = chance.choice(earlier)
        elif chance.randrange(50) != 0:
            report["label"] = name
            earlier.append(name)
        yield name, report


def damaged(number, text):
    """The bytes of a file, some of them as they come in."""
    if number % 2_000 == 7:
        return text.encode()[: len(text) // 2]
    if number % 500 == 3:
        return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")
    if number % 500 == 5:
        return b"\xef\xbb\xbf" + text.encode()
    return text.encode()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("count", type=int)
    arguments.add_argument("--ndjson", type=Path)
    arguments.add_argument("--folder", type=Path)
    given = arguments.parse_args()
    if given.ndjson:
        with open(given.ndjson, "w", encoding="utf-8", newline="\n") as lines:
            for _, report in reports(given.program, given.count):
                lines.write(json.dumps(report, ensure_ascii=False, separators=(",", ":")) + "\n")
    if given.folder:
        os.makedirs(given.folder, exist_ok=True)
        for number, (name, report) in enumerate(reports(given.program, given.count)):
            text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
            (given.folder / f"{name}.json").write_bytes(damaged(number, text))


main()
