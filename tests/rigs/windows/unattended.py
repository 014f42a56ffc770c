"""`remove --unattended`, against Windows Installer and packages that are made for it: every end of a removal, the refusals
that depend on Windows, the password, and going on after the restart."""

import json
import subprocess
import time
from pathlib import Path

import access_rights
import seeds
from rig import MADE, PROGRAM, names, text

SECURITY = "{27534751-4A40-48BD-B393-BC3BF28C876E}"
AGENT = "{0F05E4E5-5A89-482C-9A62-47CC58643788}"
RIGHT = "Right one 1"
# Network Agent's own password, and its spelling on the command line.
AGENTS, AGENTS_DIGITS = "Ag3nt", "4100670033006E007400"
SHARED = r"C:\ProgramData\Clean Break"
MEMORY = rf"{SHARED}\unattended\memory.json"
FILTER = "klmouflt.KES-21-15"
FOR_ADMINISTRATORS = "O:BAG:SYD:P(A;;KA;;;SY)(A;;KA;;;BA)(A;;KR;;;BU)"
FOR_EVERYBODY = "O:BAG:SYD:P(A;;KA;;;SY)(A;;KA;;;BA)(A;;KA;;;BU)"


def removes_without_anybody(check, machine):
    """Endpoint Security and Network Agent go, in this order; then there is nothing to do."""
    install(machine, "security-plain")
    agent_without_password(machine)
    code, said = remove(machine)
    check.same("both are gone", (0, "gone"), (code, said["outcome"]))
    check.same("the antivirus first", ["endpoint-security", "network-agent"], [one["id"] for one in said["products"]])
    check.same("each with code 0", [(0, "done", "gone")] * 2, ends(said))
    for one in said["products"]:
        whole = log_of(machine, one)
        check.that(f"the log of {one['id']} is in our folder, and tells something", len(whole) > 100, one["log"])
    check.same("no product is left", ([], False), (said["left"]["products"], said["restart"]))
    check.that("nobody says that the computer is protected", not said["protection"]["proven"], said["protection"])
    check.that("nothing is remembered", not machine.path(MEMORY).exists())
    code, said = remove(machine)
    check.same("again there is nothing to remove", (0, "gone", []), (code, said["outcome"], said["products"]))
    check.same("the program without JSON says it", 0, machine.program("remove", "--unattended").code)


def restart_and_resume(check, machine):
    """Code 3010: a restart is asked for, nothing is started before it, and `--resume` finishes. A filter entry whose driver
    has gone with the product is taken out before the restart is asked for."""
    install(machine, "security-restart")
    put_filter(machine)
    machine.take_away(rf"{seeds.DRIVERS}\klmouflt.sys")
    code, said = remove(machine)
    check.same("a restart is due", (15, "restart_due", True), (code, said["outcome"], said["restart"]))
    check.same("by code 3010", [(3010, "restart_required", "gone")], ends(said))
    check.same("the entry without its driver is out, and the gate open", ("open", [FILTER]), (said["filters"]["gate"], said["filters"]["fixed"]))
    code, said = remove(machine, "--resume")
    check.same("before the restart, it is still due", (15, []), (code, said["products"]))
    restarted(machine)
    code, said = remove(machine, "--resume")
    check.same("after it, everything is gone", (0, "gone", True), (code, said["outcome"], said["resumed"]))
    check.that("and nothing is remembered any more", not machine.path(MEMORY).exists())


def passwords_on_standard_input(check, machine):
    """A wrong password stops before the agent; the right ones remove both; no file of ours and no output has either."""
    install(machine, "security-password")
    install(machine, "agent-password")
    code, said, raw = removed_with(machine, "Wr0ng one")
    check.same("a wrong one: the product is still here", (10, "still_here"), (code, said["outcome"]))
    check.same("its uninstaller ended with 1603, and the agent was not tried", [(1603, "failed", "still_here"), (None, "", "not_tried")], ends(said))
    check.that("the uninstaller wrote the password into its log, so that was deleted", said["products"][0]["log_removed"], said["products"][0])
    nowhere(check, machine, raw, "Wr0ng one")
    code, said, raw = removed_with(machine, 'x" REMOVE=Everything')
    check.same("one with a quotation mark is refused", (16, ["password"]), (code, whys(said)))
    nowhere(check, machine, raw, "REMOVE=Everything")
    code, said, raw = removed_with(machine, f"{RIGHT}\r\n{AGENTS}\r\n")
    check.same("the right ones: both are gone", (0, [(0, "done", "gone")] * 2), (code, ends(said)))
    nowhere(check, machine, raw, RIGHT, AGENTS, AGENTS_DIGITS)
    check.same("no password at all is wrong usage", 64, removed_with(machine, "")[0])


def an_uninstaller_that_hangs(check, machine):
    """It is left running when the time is up, and nothing is started after it while Windows Installer is at work."""
    install(machine, "security-hang")
    agent_without_password(machine)
    machine.put(r"C:\waiter.exe", MADE / "waiter.exe")
    begun = time.monotonic()
    code, said = remove(machine, "--minutes", "1")
    took = time.monotonic() - begun
    check.that("it is waited for as long as was said", 55 < took < 100, took)
    check.same("it is still running, and no restart is asked for", (10, "still_here", False), (code, said["outcome"], said["restart"]))
    check.same("the agent was not tried", [(None, "", "still_running"), (None, "", "not_tried")], ends(said))
    check.that("nothing ended it", runs(machine, "waiter.exe"))


def another_installation_that_does_not_end(check, machine):
    """1618, as long as it is waited for."""
    install(machine, "security-plain")
    machine.put(r"C:\windows\system32\msiexec.exe", MADE / "waiter.exe")
    # Wine would take its own instead.
    machine.environment["WINEDLLOVERRIDES"] += ";msiexec.exe=n"
    code, said = remove(machine, "--minutes", "1")
    check.same("the product is still here", (10, [(1618, "other_installation", "still_here")]), (code, ends(said)))
    check.same("it was tried twice in that minute", 2, said["products"][0]["tries"])


def a_product_that_the_installer_does_not_know(check, machine):
    """1605: the entry and the folder are there, and Windows Installer knows nothing of it."""
    entry(machine, SECURITY, f"MsiExec.exe /X{SECURITY}")
    code, said = remove(machine)
    check.same("its folder is there, so it is not called gone", (10, [(1605, "not_installed", "still_here")]), (code, ends(said)))


def refuses_without_anybody(check, machine):
    """What it refuses on a Windows, each with its reason, and nothing is started."""
    install(machine, "security-plain")

    def refuses(what, *reasons, order=()):
        code, said = remove(machine, *order)
        check.same(f"{what} is refused", (16, sorted(reasons)), (code, sorted(whys(said))))
        check.same(f"{what}: nothing was started", {0}, {one["tries"] for one in said["products"]})

    place = rf"{seeds.UNINSTALL_32}\{SECURITY}"
    sound = {"UninstallString": text(f"MsiExec.exe /I{SECURITY}")}
    machine.registry({place: {"UninstallString": text(f"cmd /c msiexec /x {SECURITY}")}})
    refuses("a command interpreter", "command_refused")
    machine.registry({place: {"UninstallString": text(f"MsiExec.exe /X{AGENT}")}})
    refuses("the code of another product", "command_refused")
    machine.registry({place: sound})
    key = place.replace("HKEY_LOCAL_MACHINE", "HKLM")
    machine.ready()
    access_rights.set_rights(machine, {key: FOR_EVERYBODY})
    # Those are no real Windows' rights, and would be set right before the next run.
    machine.set = True
    refuses("an entry that users can write", "entry_not_guarded")
    access_rights.set_rights(machine, {key: FOR_ADMINISTRATORS})
    machine.registry({rf"{seeds.SERVICES}\klfdefsf": seeds.service(seeds.KERNEL, seeds.MANUAL, r"system32\drivers\klfdefsf.sys")})
    refuses("disk encryption", "disk_encryption")
    refuses("disk encryption, whatever was answered", "disk_encryption", order=("--answered", "file-encryption"))
    machine.registry({rf"{seeds.SERVICES}\klfdefsf": None})
    machine.put(r"C:\waiter.exe", MADE / "waiter.exe")
    waiter = machine.background(r"C:\waiter.exe", "busy")
    refuses("another installation", "other_installation")
    waiter.kill()
    machine.run("taskkill", "/f", "/im", "waiter.exe")
    refuses("a folder for logs on another computer", "log_folder", order=("--log", r"\\server\share\logs"))
    less = machine.without_rights("remove", "--unattended", "--json")
    check.same("without rights it takes an administrator", (14, "no_rights"), (less.code, json.loads(less.out)["outcome"]))
    scan = machine.scan()
    check.same("the product is still here after all that", ["endpoint-security"], [one["id"] for one in scan.products])
    code, said = remove(machine, "--log", r"C:\removal logs")
    check.same("and goes when nothing stands against it", (0, [(0, "done", "gone")]), (code, ends(said)))
    check.that("with its log where it was asked for", said["products"][0]["log"].startswith(r"C:\removal logs"), said)


def runs(machine, program):
    """Whether a program of this machine is running."""
    own = f"WINEPREFIX={machine.folder}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if program.encode() in (process / "cmdline").read_bytes() and own in (process / "environ").read_bytes():
                return True
        except OSError:
            continue  # It has ended, or is somebody else's.
    return False


def put_filter(machine):
    """A mouse filter of the product, with its driver."""
    machine.put(rf"{seeds.DRIVERS}\klmouflt.sys", MADE / "vendor.sys")
    machine.registry({
        rf"{seeds.SERVICES}\{FILTER}": seeds.service(seeds.KERNEL, seeds.MANUAL, r"system32\drivers\klmouflt.sys"),
        seeds.MOUSE: {"Class": text("Mouse"), "UpperFilters": names(FILTER, "mouclass")},
    })


def entry(machine, code, uninstall):
    """An entry as an installer makes it, with a folder that is there, and nothing in Windows Installer's record."""
    location = r"C:\Program Files (x86)\Kaspersky Lab\KES.12.4.0"
    machine.put(rf"{location}\avp.exe", MADE / "avp.exe")
    values = seeds.uninstall_entry("Kaspersky Endpoint Security for Windows", "AO Kaspersky Lab", location)
    machine.registry({rf"{seeds.UNINSTALL_32}\{code}": {**values, "UninstallString": text(uninstall)}})


def install(machine, package):
    answer = machine.run("msiexec", "/i", f"Z:{MADE}/{package}.msi".replace("/", "\\"), "/qn")
    assert answer.code == 0, f"the installer failed: {answer}"


def agent_without_password(machine):
    """Network Agent, whose removal asks for none."""
    install(machine, "agent-plain")


def remove(machine, *order):
    """Runs it. The exit code and the answer."""
    machine.ready()
    answer = machine.run(PROGRAM, "remove", "--unattended", "--json", *order, limit=300)
    return answer.code, json.loads(answer.out)


def removed_with(machine, password):
    """The same with this on standard input; also everything that was printed."""
    machine.ready()
    given, out = machine.folder / "given", machine.folder / "answer"
    given.write_text(password, encoding="utf-8", newline="")
    command = ["wine", str(PROGRAM), "remove", "--unattended", "--json", "--password-stdin"]
    with open(given, "rb") as stdin, open(out, "wb") as stdout:
        ended = subprocess.run(
            command, env=machine.environment, cwd=machine.drive, stdin=stdin, stdout=stdout,
            stderr=subprocess.STDOUT, timeout=300, check=False,
        )  # fmt: skip
    given.unlink()
    raw = out.read_text(encoding="utf-8", errors="replace")
    out.unlink()
    try:
        said = json.loads(raw)
    except ValueError:
        said = None
    return ended.returncode, said, raw


def nowhere(check, machine, raw, *secrets):
    """No file that is ours, no log, no registry file and no output holds one of these."""
    for secret in secrets:
        spellings = (secret.encode(), secret.encode("utf-16-le"))
        places = [path for path in machine.path(SHARED).rglob("*") if path.is_file()]
        places += list(machine.profile.rglob("*.log"))
        held = [str(path) for path in places if any(one in path.read_bytes() for one in spellings)]
        check.same("no file holds the password", [], held)
        check.that("no output holds it", secret not in raw, raw)


def restarted(machine):
    """Wine's clock runs on over a restart, so what is remembered is made older instead."""
    file = machine.path(MEMORY)
    memory = json.loads(file.read_text())
    memory["booted"] -= 3600
    memory["boot_id"] = None
    file.write_text(json.dumps(memory))


def ends(said):
    return [(one["exit_code"], one["meaning"], one["state"]) for one in said["products"]]


def whys(said):
    return [one["why"] for one in said["refused"]]


def log_of(machine, one):
    return machine.path(one["log"]).read_bytes() if one["log"] else b""


SITUATIONS = [
    removes_without_anybody,
    restart_and_resume,
    passwords_on_standard_input,
    a_product_that_the_installer_does_not_know,
    refuses_without_anybody,
]
# Each waits for a minute or half of one: tests/long.
LONG = [an_uninstaller_that_hangs, another_installation_that_does_not_end]
