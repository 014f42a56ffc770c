"""What the packages are made from: names, version, folders, and the time that stands in them."""

import os
import subprocess
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "target/packages"


def read(path):
    """A TOML file of the project."""
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


DATA = read("packaging/package.toml")
# A test makes packages of other versions.
VERSION = os.environ.get("CLEANBREAK_VERSION") or read("Cargo.toml")["package"]["version"]


def product_code():
    """The MSI's own code: the same for the same version, another one for each other."""
    return str(uuid.uuid5(uuid.UUID(DATA["windows"]["upgrade_code"]), VERSION)).upper()


def epoch():
    """Seconds since 1970 that stand in every package: SOURCE_DATE_EPOCH, or the last commit's time."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(said.stdout)


def run(*command, **more):
    """Runs a command, and ends with what it said when it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **more)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout
