"""The access rights of a real Windows, set on the running keys of a machine under Wine.

Wine 8 asks a key's list when it is opened, and forgets it when its server ends: so the rights are set after
the start, and the program looks in the same server's life. Wine gives every program the same token, an
administrator's. For the look *without rights* the lists are set as they answer an account that is not in
that group: what they allow Administrators is left out. What is left is what Everyone, Users and the account
itself are allowed, which is what Windows grants such an account. The token itself still says *elevated*.
"""

import re
from fnmatch import fnmatchcase
from pathlib import Path

from rig import MADE

# Wine makes these anew when a program opens a desktop, and waits for ever where it may not.
WINES_OWN = (
    r"\control\class\{4d36e968-e325-11ce-bfc1-08002be10318}",
    r"\control\class\{4d36e96e-e325-11ce-bfc1-08002be10318}",
    r"\control\deviceclasses",
    r"\control\video",
    r"\hardware profiles",
    r"\enum\display",
    r"\enum\pci",
)
TABLE = Path(__file__).with_name("access_rights.tsv")
LIST = r"C:\rights.txt"


def real_rights(keys):
    """What the table says of keys: `{key: SDDL}`."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    patterns = [(row[0].lower(), row[1]) for row in rows]
    found = {}
    for key in filter(may_be_set, keys):
        rights = [sddl for pattern, sddl in patterns if matches(pattern, key.lower())]
        if rights:
            found[key] = rights[-1]
    return found


def may_be_set(key):
    """Whether a key may have rights of its own and Wine still starts programs."""
    return not any(own in key.lower() for own in WINES_OWN)


def matches(pattern, key):
    """Whether a pattern of the table means a key, both in small letters."""
    steps, names = pattern.split("\\"), key.split("\\")
    if steps[-1] == "**":
        steps = steps[:-1]
        names = names[: len(steps)]
    return len(steps) == len(names) and all(map(fnmatchcase, names, steps))


def without_rights(descriptors):
    """The same lists as they answer an account that is no administrator."""
    administrators = re.compile(r"\(A;[^()]*;BA\)")
    return {key: administrators.sub("", sddl).replace("O:BA", "O:SY") for key, sddl in descriptors.items()}


def set_rights(machine, descriptors, all_of_them=True):
    """Sets them on the running keys, children before parents. Returns how many then refuse to be read.
    Unless all of them have to be there, a key that Wine has taken away since its start does not matter."""
    deepest_first = sorted(descriptors, key=lambda key: key.count("\\"), reverse=True)
    lines = [f"{descriptors[key]}\t{key}" for key in deepest_first]
    machine.put(LIST, "\r\n".join(lines).encode("utf-16-le", "surrogatepass"))
    answer = machine.run(MADE / "descriptors.exe", LIST)
    machine.take_away(LIST)
    said = dict(line.split(" ")[:2] for line in answer.out.splitlines() if line.startswith(("set ", "refused ")))
    failed = [line for line in answer.out.splitlines() if line.startswith("failed ")]
    assert "refused" in said, f"rights were not set: {answer}"
    assert not all_of_them or int(said["set"]) == len(lines), f"rights could not be set: {answer.code} {failed[:9]}"
    return int(said["refused"])
