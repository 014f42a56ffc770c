"""The access rights of a real Windows, set on the running keys of a machine under Wine.

Wine 8 asks a key's list when it is opened, and forgets it when its server ends: so the rights are set after
the start, and the program looks in the same server's life. Who runs a program is told apart too: Wine gives every
program an administrator's token, and `account.exe` starts one with the token that Windows gives the same person
without consent: not elevated, and an administrator only where a list denies something.
"""

from fnmatch import fnmatchcase
from pathlib import Path

from rig import MADE

CONTROL_SET = r"HKLM\System\CurrentControlSet"
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
MICROSOFT = r"HKLM\Software\Microsoft"
NOT_SET = (
    # Half of all keys, and tables of Wine's own: nobody's leftovers stand there, and the program does not look there.
    r"HKLM\Software\Classes\Interface",
    # No key, but a list that Wine makes up.
    MICROSOFT + r"\Windows NT\CurrentVersion\Perflib\009",
    # Whoever asks Wine for a known folder asks for all rights to these, where Windows reads.
    MICROSOFT + r"\Windows NT\CurrentVersion\ProfileList",
    MICROSOFT + r"\Windows\CurrentVersion\Explorer\Shell Folders",
    MICROSOFT + r"\Windows\CurrentVersion\Explorer\User Shell Folders",
)
TABLE = Path(__file__).with_name("access_rights.tsv")
LIST = r"C:\rights.txt"
ADMINISTRATORS_WRITE = ("KA;;;BA)", "GA;;;BA)")


def table():
    """The rows: a pattern of keys and its SDDL. A later one wins."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


def as_on_a_real_windows(machine):
    """Sets what the table says on every key that is there. What was set before stays."""
    alone = [*(CONTROL_SET + own for own in WINES_OWN), *NOT_SET]
    lines = [f"{sddl}\t{pattern}" for pattern, sddl in table()] + [f"\t{key}\\**" for key in alone]
    answer = asked(machine, "walk", lines)
    assert answer.code == 0 and number(answer, "set") > 0, f"rights were not set: {answer}"


def closed(key):
    """Whether the table lets an administrator read a key and not write it."""
    key = key.replace("HKEY_LOCAL_MACHINE", "HKLM").lower()
    sddl = [sddl for pattern, sddl in table() if matches(pattern.lower(), key)]
    return bool(sddl) and not any(write in sddl[-1] for write in ADMINISTRATORS_WRITE)


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


def refusing(machine, keys, *account):
    """How many of these keys refuse to be read. `account`: what starts the one who asks."""
    return number(asked(machine, "ask", [f"\t{key}" for key in keys], *account), "refused")


def set_rights(machine, descriptors, all_of_them=True):
    """Sets the rights of some keys, children before parents. Returns how many then refuse to be read.
    Unless all of them have to be there, a key that Wine has taken away since its start does not matter."""
    deepest_first = sorted(descriptors, key=lambda key: key.count("\\"), reverse=True)
    answer = asked(machine, "set", [f"{descriptors[key]}\t{key}" for key in deepest_first])
    failed = [line for line in answer.out.splitlines() if line.startswith("failed ")]
    told = f"rights could not be set: {answer.code} {failed[:9]}"
    assert not all_of_them or number(answer, "set") == len(descriptors), told
    return number(answer, "refused")


def asked(machine, order, lines, *account):
    """Gives `descriptors.exe` a list."""
    machine.put(LIST, "\r\n".join(lines).encode("utf-16-le", "surrogatepass"))
    answer = machine.run(*account, MADE / "descriptors.exe", order, LIST)
    machine.take_away(LIST)
    return answer


def number(answer, word):
    """The number behind a word of what it said."""
    said = [line.split(" ")[1] for line in answer.out.splitlines() if line.startswith(f"{word} ")]
    assert len(said) == 1, f"the tool for rights did not answer: {answer}"
    return int(said[0])
