#!/usr/bin/env python3
"""Finds paths of the building computer in programs: `packaging/lib/build_paths.py FILE…` ends with 1 if there is one."""

import os
import re
import sys
from pathlib import Path

# Where sources lie on a computer that builds: the folders of cargo, rustup and Debian, a person's home, and the work
# folders of GitHub's machines.
USUAL = re.compile(
    rb"[!-~]{0,40}(?:\.cargo[/\\]registry|registry[/\\]src[/\\]|\.rustup[/\\]toolchains|/usr/src/rustc-"
    rb"|/home/runner/|/Users/runner/|[A-Z]:\\a\\)[!-~]{0,40}"
)


def found(data):
    """What names such a path, in words, shortened; each once."""
    own = {str(Path(__file__).resolve().parents[2]), os.environ.get("CARGO_HOME", ""), str(Path.home()) + "/.cargo"}
    roots = re.compile(b"|".join(re.escape(path.encode()) + rb"[!-~]{0,40}" for path in own if len(path) > 2))
    named = {match.group() for pattern in (USUAL, roots) for match in pattern.finditer(data)}
    return [f"names a path of the building computer: {path.decode('latin-1')}" for path in sorted(named)]


if __name__ == "__main__":
    wrong = [f"{file} {fault}" for file in sys.argv[1:] for fault in found(Path(file).read_bytes())]
    print("\n".join(wrong[:20]) or "no path of the building computer")
    sys.exit(1 if wrong else 0)
