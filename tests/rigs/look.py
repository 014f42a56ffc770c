"""One look of `cleanbreak-cli` at a computer: its answer, its recording, and what became of every check.

    look.py PROGRAM RECORDING           looks at this computer, prints the checks and keeps the recording
    look.py --told PROGRAM RECORDING    and does not fail when a required check is not done, but tells it
"""

import json
import subprocess
import sys
from pathlib import Path

# What has to be seen before the program says *clean*; `CheckId::required` has the same.
REQUIRED = {
    "windows": (
        "programs",
        "services",
        "class_filters",
        "network_components",
        "root_certificates",
        "driver_store",
        "elam",
        "safe_boot",
        "files",
    ),
    "linux": ("programs", "services", "files", "root_certificates"),
    "macos": ("programs", "services", "system_extensions", "root_certificates"),
}
WORDS = {0: "clean", 10: "installed", 11: "leftovers", 12: "cannot_tell"}


def report(answer, recording):
    """A line for every check: whether it has to be done, how much was seen, and what was not. From the answer of
    `scan --json` and its recording."""
    gaps = {}
    for gap in answer["unknown"]:
        gaps.setdefault(gap["check"], []).append(f"{gap['why']}: {gap['detail']}")
    lines = [f"verdict {answer['verdict']} of {answer['machine']['os_version']}, elevated: {answer['machine']['elevated']}"]
    for check, seen in recording.items():
        if check in ("schema", "host") or not isinstance(seen, dict):
            continue
        sort = "required" if check in REQUIRED[answer["machine"]["os"]] else "optional"
        told = "; ".join(gaps.get(check, ["done"]))
        lines.append(f"{sort} {check:20} {len(seen.get('items', [])):5} seen  {told}")
    return lines


def not_done(answer, recording):
    """The required checks that were not done, or of which the recording holds nothing."""
    required = REQUIRED[answer["machine"]["os"]]
    other = [gap["check"] for gap in answer["unknown"] if gap["required"] != (gap["check"] in required)]
    assert not other, f"the program has another mind than this table about {other}"
    missing = {gap["check"] for gap in answer["unknown"] if gap["required"]}
    return sorted(missing | {check for check in required if check not in recording})


def snapshot(recording):
    """What was seen, of a recording's text."""
    recording = json.loads(recording)
    return recording.get("snapshot") or recording


def main(program, file, told):
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    looked = subprocess.run([program, "scan", "--json", "--record", file], stdout=subprocess.PIPE, check=False)
    if looked.returncode not in WORDS:
        print(f"no answer: exit code {looked.returncode}")
        return 1
    answer, recording = json.loads(looked.stdout), snapshot(Path(file).read_text(encoding="utf-8"))
    print("\n".join(report(answer, recording)))
    for found in [*answer["products"], *answer["leftovers"], *answer["suspicious"]]:
        print(f"found {found['name']} at {found.get('where', '')}")
    if WORDS[looked.returncode] != answer["verdict"]:
        print(f"the exit code {looked.returncode} is not that of the verdict")
        return 1
    if missing := not_done(answer, recording):
        print(f"required and not done: {', '.join(missing)}")
        return 0 if told else 1
    return 0


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--told"]
    if len(given) != 2:
        sys.exit(__doc__)
    sys.exit(main(*given, told="--told" in sys.argv))
