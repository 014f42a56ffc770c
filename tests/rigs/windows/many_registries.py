"""Registries of full size, each made from a number of its own. `tests/long --help` tells the rest."""

import sys
import traceback

import real_windows
from check import Checks
from real_machine import RealMachine
from real_registry import Registry

# Ten times the size of the situation: as many keys as the largest real registry that was tried has.
SIZE = 10


def main(numbers):
    check = Checks()
    for number in map(int, numbers or range(1, 9)):
        print(f"registry {number}:", flush=True)
        machine = RealMachine(f"registry-{number}", check)
        try:
            real_windows.clean_to_both(check, machine, Registry(number, SIZE))
        except Exception:
            check.that("the look comes to its end", False, traceback.format_exc())
        machine.remove()
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
