"""What somebody without rights, or a changed machine, might do to a clean-up: it must do nothing outside
its plan. Races inside one step cannot be staged from outside; the tests of the runner stage them."""

import hashlib
import json
import shutil
import subprocess
import time

import cleanups
import seeds
import state
from cleanups import clean, ids_of
from rig import MADE, names, number, text
from seeds import LINE

VICTIM = r"C:\Program Files\Example\important.txt"
VICTIM_KEY = r"HKEY_LOCAL_MACHINE\SOFTWARE\Example\Important"
UNDO = r"C:\ProgramData\Clean Break\undo"


class Attempts:
    """Counts what was tried. Each attempt begins with the machine as it was, and ends with a comparison."""

    def __init__(self, check, machine):
        self.check, self.machine, self.count, self.succeeded = check, machine, 0, 0

    def refused(self, sentence, attack, arguments, repair):
        """Attacks, runs `cleanup` with these arguments, and wants nothing done and nothing changed."""
        self.count += 1
        attack()
        before = state.of(self.machine)
        code, said = clean(self.machine, *arguments)
        changed = state.differences(before, state.of(self.machine))
        self.succeeded += bool(changed or said["done"])
        self.check.same(f"{sentence}: nothing changes", [], changed)
        self.check.that(f"{sentence}: it is not done", code != 0 and not said["done"], (code, said))
        repair()
        return said

    def ended(self, count):
        """Says how many there were; so many have to be tried."""
        print(f"  {self.count} attacks tried, {self.succeeded} succeeded", flush=True)
        self.check.that(f"{count} attacks or more were tried", self.count >= count, self.count)


def attacks_on_the_clean_up(check, machine):
    """Links, edited files, another clean-up at once, things in use and changed: nothing outside the plan changes."""
    cleanups.put_remains(machine)
    machine.put(VICTIM, b"somebody needs this\n")
    machine.registry({VICTIM_KEY: {"Needed": number(1)}, VICTIM_KEY + r"\Below": {"Needed": text("yes")}})
    # A program that runs all the time: otherwise Wine shuts down and starts again between two others.
    awake = start(machine, "lock", r"C:\windows\temp\awake")
    scan = machine.scan()
    tried = Attempts(check, machine)
    links(tried, scan)
    lists(tried, scan)
    wrong_ids(tried, machine, scan)
    together(tried, scan)
    in_use(tried, scan)
    undo_of_a_changed_machine(tried, scan)
    edited_copies(tried, scan)
    stop(awake)
    tried.ended(15)


def links(tried, scan):
    """A folder, a folder above, a file and a key are exchanged for links."""
    machine = tried.machine
    bases, lone = machine.path(cleanups.BASES), machine.path(seeds.LONE_FILE)
    for sentence, path, finding in (
        ("a folder is exchanged for a link", bases, ids_of(scan, "file", where=cleanups.BASES)),
        ("the folder above is exchanged for a link", bases.parent, ids_of(scan, "file", where=cleanups.BASES)),
        ("a driver's file is exchanged for a link", lone, ids_of(scan, "file", where=seeds.LONE_FILE)),
        ("the driver's folder is exchanged for a link", lone.parent, ids_of(scan, "file", where=seeds.LONE_FILE)),
    ):
        away, copy = machine.folder / "away", machine.folder / "copy"

        def attack(path=path, away=away, copy=copy):
            path.rename(away)
            # What the link leads to looks the same from outside.
            if away.is_dir():
                shutil.copytree(away, copy)
            else:
                shutil.copy(away, copy)
            path.symlink_to(copy, target_is_directory=copy.is_dir())

        def repair(path=path, away=away, copy=copy):
            path.unlink()
            away.rename(path)
            shutil.rmtree(copy) if copy.is_dir() else copy.unlink()

        tried.refused(sentence, attack, ("--apply", *finding), repair)
    key = cleanups.PRODUCT_KEY

    def linked():
        machine.registry({key: None})
        name = key.split("\\", 1)[1]
        answer = machine.run(MADE / "attack.exe", "link", name, VICTIM_KEY.split("\\", 1)[1])
        assert answer.code == 0, f"the link was not made: {answer}"

    product = ids_of(scan, "registry", where="KasperskyLab\\AVP21.25", scope="machine")
    tried.refused("a key is exchanged for a link", linked, ("--apply", *product), lambda: None)


def lists(tried, scan):
    """The list of ids that the window hands over."""
    machine = tried.machine
    finding = ids_of(scan, "certificate", scope="machine")
    content = "\n".join(finding).encode()
    right = hashlib.sha256(content).hexdigest()
    place = r"C:\users\Public\ids.txt"

    def put(data):
        return lambda: machine.put(place, data)

    def gone():
        machine.take_away(place)

    tried.refused("the list was edited", put(content + b"\nfile-1"), ("--apply", "--ids", place, "--sha256", right), gone)
    other = ("--apply", "--ids", place, "--sha256", "0" * 64)
    tried.refused("the list has another hash", put(content), other, gone)
    for odd in (r"\\localhost\c$\users\Public\ids.txt", r"C:\users\Public\..\Public\ids.txt", r"\\.\pipe\x"):
        arguments = ("--apply", "--ids", odd, "--sha256", right)
        tried.refused(f"the list is named {odd}", put(content), arguments, gone)

    def linked():
        machine.put(r"C:\users\Public\real\ids.txt", content)
        machine.path(r"C:\users\Public\lists").symlink_to(machine.path(r"C:\users\Public\real"))

    def unlinked():
        machine.path(r"C:\users\Public\lists").unlink()
        machine.take_away(r"C:\users\Public\real")

    arguments = ("--apply", "--ids", r"C:\users\Public\lists\ids.txt", "--sha256", right)
    tried.refused("the list lies behind a link", linked, arguments, unlinked)
    arguments = ("--apply", *finding, "--catalog", "2020-01-01")
    tried.refused("the window has another catalogue", lambda: None, arguments, lambda: None)


def wrong_ids(tried, machine, scan):
    """Ids of what must stay, and of nothing."""
    kept = [one["id"] for one in scan.kept]
    assert kept, "the vault is kept"
    for sentence, finding in (
        ("the id of the vault", kept[0]),
        ("the id of nothing", "registry-0123456789abcdef"),
        ("a path for an id", r"..\..\Windows"),
    ):
        tried.refused(sentence, lambda: None, ("--apply", finding), lambda: None)


def together(tried, scan):
    """Another clean-up is under way."""
    machine = tried.machine
    finding = ids_of(scan, "certificate", scope="machine")
    tool = start(machine, "lock", UNDO + r"\lock")
    said = tried.refused("another clean-up is under way", lambda: None, ("--apply", *finding), lambda: stop(tool))
    tried.check.that("and it says so", "busy" in json.dumps(said), said)


def in_use(tried, scan):
    """A file that a program has open."""
    machine = tried.machine
    finding = ids_of(scan, "file", where=seeds.LONE_FILE)
    tool = start(machine, "hold", seeds.LONE_FILE)
    said = tried.refused("a program has the file open", lambda: None, ("--apply", *finding), lambda: stop(tool))
    tried.check.that("and it says so", "in_use" in json.dumps(said), said)


def start(machine, *words):
    """Starts the tool that holds a file, and waits until it does."""
    held = machine.path(r"C:\held")
    tool = subprocess.Popen(
        ["wine", str(MADE / "attack.exe"), *words], env=machine.environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not held.exists() and tool.poll() is None:
        time.sleep(0.1)
    assert held.exists(), f"the file was not held: {tool.poll()}"
    held.unlink()
    return tool


def stop(tool):
    tool.kill()
    tool.wait()


def undo_of_a_changed_machine(tried, scan):
    """Something else stands where things come back to: it stays."""
    machine = tried.machine
    finding = [*ids_of(scan, "file", where=seeds.LONE_FILE), *ids_of(scan, "driver", cleanups.ORPHAN)]
    finding += ids_of(scan, "class_filter", cleanups.MOUSE_FILTER)
    code, said = clean(machine, "--apply", *finding)
    tried.check.same("a part is cleaned", sorted(finding), sorted(said["done"]))
    machine.put(seeds.LONE_FILE, b"another file\n")
    machine.registry({
        rf"{seeds.SERVICES}\{cleanups.ORPHAN}": {"Type": number(1), "ImagePath": text("other.sys")},
        seeds.MOUSE: {"UpperFilters": names("newneighbour", "mouclass", "another")},
    })
    tried.count += 1
    before = state.of(machine)
    code, said = clean(machine, "--undo", "latest")
    after = state.of(machine)
    tried.check.same("two things meet something else and are not put back", 2, len(said["failed"]))
    for part in (r"HKLM\SOFTWARE", "HKCU", "files"):
        tried.check.same(f"undo meets something else: nothing changes in {part}", before[part], after[part])
    services = [line for line in after[r"HKLM\SYSTEM\CurrentControlSet"] if "other.sys" in line]
    tried.check.same("the other service stays", 1, len(services))
    lists = [line for line in after[r"HKLM\SYSTEM\CurrentControlSet"] if "UpperFilters" in line]
    wanted = names("newneighbour", cleanups.MOUSE_FILTER, "mouclass", "another")
    back = any(wanted in line for line in lists)
    tried.check.that("the entry is back before its old neighbour, and the new ones stay", back, lists)
    machine.take_away(seeds.LONE_FILE)
    machine.registry({rf"{seeds.SERVICES}\{cleanups.ORPHAN}": None})
    code, said = clean(machine, "--undo", "latest")
    tried.check.same("they are put back when the place is free again", (0, []), (code, said["failed"]))


def edited_copies(tried, scan):
    """Somebody edits the journal or a copy, so that undo would write somewhere else."""
    machine = tried.machine
    for findings, sentence, file, old, new in (
        (ids_of(scan, "driver", cleanups.ORPHAN), "the journal names another service", "journal.jsonl",
         f'"key":"{cleanups.ORPHAN}"', '"key":"Tcpip"'),
        (ids_of(scan, "certificate", scope="machine"), "the journal names a copy elsewhere", "journal.jsonl",
         '"file":"', '"file":"..\\\\'),
        (ids_of(scan, "certificate", scope="machine"), "the journal names another store", "journal.jsonl",
         "ROOT", "Disallowed"),
        (ids_of(scan, "driver", cleanups.ORPHAN), "the copy names another key", "*-key", cleanups.ORPHAN, "Tcpip"),
        (ids_of(scan, "file", where=cleanups.BASES), "the journal names another place", "journal.jsonl",
         "ProgramData", "Windows"),
    ):  # fmt: skip
        code, said = clean(machine, "--apply", *findings)
        assert code == 0, said
        run = max(path for path in machine.path(UNDO).iterdir() if path.is_dir())
        file = next(run.glob(file))
        whole = file.read_text()
        edited = whole.replace(old, new)
        assert edited != whole, sentence
        undo = ("--undo", "latest")
        tried.refused(sentence, lambda: file.write_text(edited), undo, lambda: file.write_text(whole))
        code, said = clean(machine, *undo)
        tried.check.same(f"{sentence}: the true one puts it back", (0, []), (code, said["failed"]))


EVIL = r"C:\Users\Public\evil.exe"
FORGED = "20991231-235959"
# Whether Windows asks for consent: only then does it keep an administrator's two tokens apart, and Wine's say that
# there are two.
POLICIES = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"


def forge(machine, last, schema=2):
    """An undo folder in the account's own data, as something without rights may write it: a service that is to come
    back, and a driver's file. As this version writes its journal, or the version before."""
    run = machine.profile / "AppData/Local/Clean Break/undo" / FORGED
    run.mkdir(parents=True)
    purpose = {"name": cleanups.ORPHAN, "scope": "machine", "subject": cleanups.ORPHAN}
    file = {**purpose, "place": "{Drivers}/klif.sys", "name": "klif"}
    changes = [
        {"purpose": {"id": "driver-1", **purpose}, "change": {"do": "delete_service", "key": cleanups.ORPHAN}},
        {"purpose": {"id": "file-1", **file}, "change": {"do": "move_file", "path": r"C:\windows\system32\drivers\klif.sys"}},
    ]
    lines = [
        {"record": "began", "schema": schema, "run": FORGED, "os": "windows", "catalog": "2026-11-24", "at": 4102444799},
        {"record": "planned", "booted": 5, "changes": changes},
        {"record": "about_to", "step": 0, "kept": {"kept": "key", "file": "0000-key"}},
        {"record": "done", "step": 0},
        {"record": "about_to", "step": 1, "kept": {"kept": "moved", "name": "0001"}},
        {"record": "done", "step": 1},
        *({"record": last, "step": step} for step in (0, 1) if last),
    ]
    (run / "journal.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    values = [
        {"name": "ImagePath", "kind": 2, "data": (EVIL + "\0").encode("utf-16-le").hex()},
        {"name": "Start", "kind": 4, "data": "02000000"},
        {"name": "Type", "kind": 4, "data": "10000000"},
    ]
    key = {"name": cleanups.ORPHAN, "security": "", "values": values}
    place = rf"HKLM\SYSTEM\CurrentControlSet\Services\{cleanups.ORPHAN}"
    (run / "0000-key").write_text(json.dumps({"schema": 1, "place": place, "key": key}))
    (run / "0001").write_bytes(b"evil")
    return run.parent.parent


def an_account_s_journal_is_not_believed(check, machine):
    """With rights, nothing of what an account can write is believed, and nothing of it is touched."""
    cleanups.put_remains(machine)
    machine.registry({rf"{seeds.SERVICES}\{cleanups.ORPHAN}": None})
    awake = start(machine, "lock", r"C:\windows\temp\awake")
    tried = Attempts(check, machine)
    finding = ids_of(machine.scan(), "certificate", scope="machine")
    for consent in (1, 0):
        machine.registry({POLICIES: {"EnableLUA": number(consent)}})
        said = "with lent rights" if consent else "with rights that the account always has"
        for last, schema in ((None, 2), ("putting_back", 2), (None, 1)):
            ours = []
            for order in (("--undo", "latest"), ("--undo", FORGED), ("--apply", "file-0000000000000000")):
                answer = tried.refused(
                    f"a forged journal, version {schema}, {last or 'done'}, {said}, {' '.join(order)}",
                    lambda last=last, schema=schema: ours.append(forge(machine, last, schema)), order,
                    lambda: shutil.rmtree(ours.pop()),
                )  # fmt: skip
                if consent and order[0] == "--undo":
                    check.that("the words say how", "without rights" in json.dumps(answer), answer)
    machine.registry({POLICIES: {"EnableLUA": number(1)}})
    own = forge(machine, None)
    names = sorted(str(path) for path in own.rglob("*"))
    scan = machine.scan()
    users = [one["id"] for one in scan.leftovers if one["scope"] == "user"]
    check.that("something of the account's is left", users, scan.leftovers)
    code, said = clean(machine, "--apply", *users)
    check.same("it belongs to another account", {"another_account"}, {one["why"] for one in said["skipped"]})
    check.same("and is not done", (13, []), (code, said["done"]))
    planned = cleanups.plan(machine)
    check.same("no plan has it", [], [one["id"] for one in planned["actions"] if one["scope"] == "user"])
    check.same("its own data stays", 13, machine.program("remove-own-data", "--undo-copies").code)
    check.same("nothing in the folder of the account has changed", names, sorted(str(path) for path in own.rglob("*")))
    code, said = clean(machine, "--apply", *finding)
    check.same("what belongs to the computer is cleaned", (0, sorted(finding)), (code, sorted(said["done"])))
    code, said = clean(machine, "--undo", "latest")
    check.same("and is put back by the computer's own journal", (0, sorted(finding)), (code, sorted(said["done"])))
    stop(awake)
    tried.ended(18)


SITUATIONS = [attacks_on_the_clean_up, an_account_s_journal_is_not_believed]
