"""The unit tests of the library that no other computer compiles, built for Windows and run under Wine.

    units.py           builds them and runs them
    units.py --build   builds them

The last line is `N passed, N failed`.
"""

import json
import re
import subprocess
import sys

from check import Checks
from rig import PROJECT, Machine

# What is compiled for no other system, and the files, which Windows keeps in its own way. The other tests say the same
# on the computer that builds.
ROOMS = ("act::clean::windows::", "act::windows::", "files::", "probe::system::", "win32::")

# What Wine cannot show, each with its reason. A real Windows runs these tests too.
LEFT_OUT = {
    "act::clean::windows::shared_file::tests::what_the_helper_leaves_belongs_to_the_administrators": (
        "Wine gives each new file to the account that made it, whatever owner was asked for"
    ),
}

BUILD = "test --locked --profile wine --no-default-features --lib --no-run --message-format=json-render-diagnostics"


def build():
    """The program of the tests. None: it does not compile, and that was said."""
    command = [PROJECT / "tests/rigs/windows/cargo", *BUILD.split()]
    built = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=False)
    messages = [json.loads(line) for line in built.stdout.splitlines() if line.startswith("{")]
    programs = [message["executable"] for message in messages if message.get("executable")]
    return programs[0] if built.returncode == 0 and len(programs) == 1 else None


def names(machine, program):
    """What the tests of this program are called."""
    listed = machine.run(program, "--list", "--format", "terse")
    return re.findall(r"^(\S+): test$", listed.out.replace("\r", ""), re.MULTILINE)


def run(check, program):
    """Runs the tests of the rooms, one process for all."""
    machine = Machine("units")
    # Files of the project are named by their path on this computer, which is one of drive Z.
    machine.drive = PROJECT
    try:
        known = names(machine, program)
        check.same("what is left out are tests", [], sorted(set(LEFT_OUT) - set(known)))
        wanted = [name for name in known if name.startswith(ROOMS) and name not in LEFT_OUT]
        answer = machine.run(program, "--exact", *wanted)
        said = dict(re.findall(r"^test (\S+) \.\.\. (\w+)", answer.out.replace("\r", ""), re.MULTILINE))
        for name in wanted:
            check.that(name, said.get(name) == "ok", said.get(name, "it was not run"))
        for room in ROOMS:
            check.that(f"{room} has tests", any(name.startswith(room) for name in wanted))
        seen = f"{answer.out[-8000:]}\n{answer.err[-2000:]}"
        check.that("the program of the tests ends with 0", answer.code == 0, seen)
    finally:
        machine.drive = machine.folder / "drive_c"
        machine.remove()
    for name, why in LEFT_OUT.items():
        print(f"  left out: {name}: {why}")


def main(arguments):
    program = build()
    if "--build" in arguments:
        return 0 if program else 1
    check = Checks()
    check.that("the unit tests compile for Windows", program is not None)
    if program:
        run(check, program)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
