"""Recordings made under Wine, read again on this computer; and how wrong use is answered."""

import json
import os
import subprocess
from pathlib import Path

from rig import PROJECT

RECORDING = "C:\\recording.json"


def native_program():
    """The console program of this computer: the one given, or the last one built."""
    if given := os.environ.get("CLEANBREAK_CLI"):
        return Path(given)
    built = [PROJECT / f"target/{profile}/cleanbreak-cli" for profile in ("debug", "release")]
    built = [program for program in built if program.exists()]
    assert built, "there is no cleanbreak-cli for this computer: cargo build --no-default-features --bin cleanbreak-cli"
    return max(built, key=lambda program: program.stat().st_mtime)


def native(*arguments):
    """Runs it."""
    command = [native_program(), *map(str, arguments)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True)
    return done.returncode, done.stdout, done.stderr


def replay_says_the_same(check, machine, scan, look=None):
    """The recording holds no user name, and on this computer it gives the same answer. `look`: who looked."""
    answer = (look or machine.program)("scan", "--json", "--record", RECORDING)
    check.same("recording does not change the exit code", scan.code, answer.code)
    file = machine.path(RECORDING)
    check.that("the recording is written", file.is_file(), answer)
    text = file.read_text(encoding="utf-8")
    account = f"users\\\\{machine.profile.name}\\\\".lower()
    check.that("the recording does not name the account", account not in text.lower())
    code, out, err = native("scan", "--json", "--replay", file)
    check.same("the replay on this computer ends with the same exit code", answer.code, code)
    if out:
        live, replayed = json.loads(answer.out), json.loads(out)
        for part in ("machine", "verdict", "products", "leftovers", "unknown", "kept", "suspicious", "protection"):
            said, again = redacted(live[part], machine), redacted(replayed[part], machine)
            check.same(f"the replay says the same of {part}", said, again)
    else:
        check.that("the replay prints an answer", False, err)


def snapshot(machine, look=None):
    """What a look saw, as a recording has it."""
    answer = (look or machine.program)("scan", "--record", RECORDING)
    file = machine.path(RECORDING)
    assert file.is_file(), answer
    recording = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()
    return recording.get("snapshot") or recording


def redacted(part, machine):
    """With the account's name taken out, as the recording has it."""
    text = json.dumps(part, sort_keys=True)
    return text.replace(f"users\\\\{machine.profile.name}\\\\", "users\\\\user\\\\")


def bad_recordings(check, machine):
    """A recording that is cut short, newer, or has a field nobody knows is refused with 65."""
    machine.program("scan", "--record", RECORDING)
    text = machine.path(RECORDING).read_text(encoding="utf-8")
    whole = json.loads(text)
    one_start(check, machine, whole["host"])
    bad = {
        "cut short": (text[: len(text) // 2], ""),
        "of a newer kind": (json.dumps({**whole, "schema": whole["schema"] + 41}), str(whole["schema"] + 41)),
        "with an unknown field": (json.dumps({**whole, "surprise": 1}), "surprise"),
        "empty": ("", ""),
    }
    for what, (content, named) in bad.items():
        machine.put(RECORDING, content.encode())
        for where, answer in (
            ("under Wine", machine.program("scan", "--json", "--replay", RECORDING)),
            ("on this computer", Native(native("scan", "--json", "--replay", machine.path(RECORDING)))),
        ):
            check.same(f"a recording {what} is refused with 65 {where}", 65, answer.code)
            check.same("and prints no answer", "", answer.out.strip())
            check.that("and says what is wrong", answer.err.strip() and named in answer.err, answer)
    missing = machine.program("scan", "--replay", "C:\\nothing.json")
    check.same("a recording that is not there is refused with 65", 65, missing.code)


def one_start(check, machine, host):
    """A second recording tells the same start. Wine's kernel gives a start no number, and none is made up."""
    machine.program("scan", "--record", RECORDING)
    again = json.loads(machine.path(RECORDING).read_text(encoding="utf-8"))["host"]
    check.same("two recordings tell one number of the start", host.get("boot_id"), again.get("boot_id"))
    check.that("no number is no number", host.get("boot_id") != "0", host)
    check.that("and they tell one time of the start", abs(host["booted"] - again["booted"]) < 60, (host, again))


class Native:
    """An answer of this computer's program, like that of a program under Wine."""

    def __init__(self, parts):
        self.code, self.out, self.err = parts

    def __repr__(self):
        return f"exit {self.code}\n{self.out}\n{self.err}"


def usage(check, machine):
    """Wrong arguments end with 64 and say so on stderr; help and schema go to stdout."""
    for arguments in ([], ["dance"], ["scan", "--dance"], ["scan", "--record"]):
        answer = machine.program(*arguments)
        check.same(f"wrong usage ends with 64: {' '.join(arguments) or 'nothing'}", 64, answer.code)
        check.that("and is explained on stderr alone", answer.err.strip() and not answer.out.strip(), answer)
    answer = machine.program("--help")
    check.same("--help ends with 0", 0, answer.code)
    check.that("--help names the commands", "scan" in answer.out and "schema" in answer.out, answer)
    answer = machine.program("schema")
    check.same("schema ends with 0", 0, answer.code)
    check.that("schema prints a JSON Schema", "properties" in json.loads(answer.out), answer)
    answer = machine.program("scan")
    check.that("scan prints its answer on stdout", bool(answer.out.strip()), answer)
    check.same("scan prints nothing on stderr when that is not a terminal", "", answer.err.strip())
