"""Code that lies beside the program, or stands in the register of an account, and is not ours: none of it runs."""

import importlib.machinery
import importlib.util
import json
import subprocess
import tempfile
import time
from pathlib import Path

import seeds
from rig import BUILT, MADE, PROGRAM, PROJECT, number, text
from screen import Screen, until

DOWNLOADS = r"C:\users\Public\Downloads"
ELSEWHERE = r"C:\users\Public\Elsewhere"
WITNESSES = r"C:\witness"
PROGRAMS = ("cleanbreak-cli.exe", "cleanbreak.exe")
ACCOUNT = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall"
OTHER_CODE = "{5C1D7A20-3B4E-4F60-8A91-0B1C2D3E4F50}"
OTHER_FOLDER = r"C:\Program Files (x86)\Velmora\Shield"
# What is loaded later by a bare name: for pictures, dialogs, connections and signatures.
LATER = """
    amsi bcrypt comctl32 crypt32 cryptbase cryptsp d3d11 d3d12 d3dcompiler_47 dbghelp dcomp dinput8 dxcompiler dxil
    fwpuclnt iphlpapi libegl libglesv2 msi msimg32 oleacc profapi version vulkan-1 wbemcomn winmm winspool wintrust
    wtsapi32 xinput1_4
""".split()
# A library that says who it is as soon as it is loaded. The folder of the files it leaves is there before.
SPY = r"""
#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) {
    char name[MAX_PATH], file[MAX_PATH + 16];
    if (reason == DLL_PROCESS_ATTACH && GetModuleFileNameA(self, name, MAX_PATH)) {
        char *last = strrchr(name, '\\');
        wsprintfA(file, "C:\\witness\\%s", last ? last + 1 : name);
        CloseHandle(CreateFileA(file, GENERIC_WRITE, 0, 0, CREATE_ALWAYS, 0, 0));
    }
    return TRUE;
}
"""


def the_check():
    """The check of the packages, as a module."""
    loader = importlib.machinery.SourceFileLoader("libraries_check", str(PROJECT / "packaging/windows/libraries"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def what_the_programs_import(check, machine):
    """The import table and the load configuration of both programs, read from outside; and of damaged copies."""
    module = the_check()
    for name in PROGRAMS:
        data = (BUILT / name).read_bytes()
        program, console = module.pe.Program(data), name == "cleanbreak-cli.exe"
        check.same(f"{name} imports nothing that is looked for beside it, or missing where it runs", [], module.faults(program, console))
        taken = [one.library for one in module.deferred(program)]
        check.that(f"what was taken out of {name} is still named", "propsys.dll" in taken, taken)
        check.that(f"a second step does nothing to {name}", not module.settle(module.pe.Program(data), console))
        listed = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", BUILT / name], capture_output=True, text=True, check=True)
        named = {line.split(": ")[1].lower() for line in listed.stdout.splitlines() if "DLL Name" in line}
        check.same("another tool reads the same table", {one.library for one in program.imports()}, named)

        for known, new in ((b"advapi32", b"advapi99"), (b"shlwapi", b"shlwapy")):
            changed = data.replace(known.upper() + b".dll\0", new + b".dll\0").replace(known + b".dll\0", new + b".dll\0")
            said = module.faults(module.pe.Program(changed), console)
            seen = any(new.decode() in fault for fault in said)
            check.that(f"a library more, {new.decode()}, is seen in {name}", seen, said)
        entry, _, _ = program.directory(module.pe.LOAD_CONFIG)
        program.data[entry : entry + 8] = bytes(8)
        check.that("a lost flag is seen", any("loader" in fault for fault in module.faults(program, console)))
        marks = module.faults(module.pe.Program(data), console, msvc=True)
        check.same("control-flow guard and CET are not claimed", 2, len(marks))
    for path in ("/build/x/.cargo/registry/src/y.rs", str(PROJECT / "src/main.rs"), "C:\\Users\\x\\.cargo\\registry\\y.rs"):
        said = module.build_paths.found(b"words\0" + path.encode() + b"\0")
        check.that(f"{path} is seen as a path of the building computer", any(path in fault for fault in said), said)
    check.same("a path without its folder is none", [], module.build_paths.found(b"crates/y-1.0.0/src/lib.rs\0cleanbreak/src/main.rs"))


def plant(machine):
    """Puts a library of every name beside the programs, and into the folder that is current when they start."""
    module = the_check()
    names, functions = set(LATER), set()
    for program in PROGRAMS:
        read = module.pe.Program((BUILT / program).read_bytes())
        for one in [*read.imports(), *module.deferred(read)]:
            if not module.allowed(one.library, False):
                names.add(one.library.removesuffix(".dll"))
                functions.update(name for name in one.functions if not name.startswith("#"))
        machine.put(rf"{DOWNLOADS}\{program}", BUILT / program)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "spy.c"
        # What is asked of it is there, so that nothing but its name decides whether it is taken.
        exports = "".join(f'__asm__(".globl {name}\\n{name}: xorl %eax, %eax\\n ret\\n .section .drectve\\n'
                          f'.ascii \\" -export:{name}\\"\\n .text");\n' for name in sorted(functions))  # fmt: skip
        source.write_text(SPY + exports)
        made = Path(folder) / "spy.dll"
        command = ["x86_64-w64-mingw32-gcc", "-shared", "-s", "-include", "string.h", source, "-o", made]
        subprocess.run(command, check=True, capture_output=True)
        for name in sorted(names):
            for place in (DOWNLOADS, ELSEWHERE):
                machine.put(rf"{place}\{name}.dll", made)
    machine.path(WITNESSES).mkdir()
    return names


def witnesses(machine):
    """Which of the planted libraries ran."""
    return sorted(file.name for file in machine.path(WITNESSES).iterdir())


def libraries_beside_the_program(check, machine):
    """Planted libraries lie beside a portable copy and in the current folder; both programs run and load none."""
    names = plant(machine)
    check.that("many libraries are planted", len(names) > 30, len(names))
    with tempfile.TemporaryDirectory() as folder:
        # The plant itself works: a program that imports one of them loads it from its own folder.
        source = Path(folder) / "t.c"
        source.write_text("long DwmFlush(void); int main(void) { return DwmFlush() != 0; }")
        made = Path(folder) / "victim.exe"
        subprocess.run(["x86_64-w64-mingw32-gcc", source, "-o", made, "-ldwmapi"], check=True, capture_output=True)
        machine.put(rf"{DOWNLOADS}\victim.exe", made)
    machine.run(rf"{DOWNLOADS}\victim.exe")
    check.same("a program that is not ours takes one", ["dwmapi.dll"], witnesses(machine))
    machine.path(rf"{WITNESSES}\dwmapi.dll").unlink()

    for arguments, words in ((("scan", "--json"), '"verdict"'), (("cleanup", "--plan"), "clean"), (("report",), "Support code")):
        answer = from_elsewhere(machine, *arguments)
        check.that(f"the console program does a {arguments[0]} there", words in answer.out, answer)
    check.same("and nothing that was planted runs", [], witnesses(machine))
    window(check, machine)
    ran = witnesses(machine)
    check.same("nothing that was planted runs in the window", [], ran)
    print(f"  {2 * len(names)} attacks tried, {len(ran)} succeeded", flush=True)


def from_elsewhere(machine, *arguments):
    """Runs the console program from its folder, while another one is current."""
    root, machine.drive = machine.drive, machine.path(ELSEWHERE)
    try:
        return machine.run(rf"{DOWNLOADS}\cleanbreak-cli.exe", *arguments)
    finally:
        machine.drive = root


def window(check, machine):
    """Opens the window, for as long as it takes to paint the first page."""
    screen = Screen(":98")
    machine.end()
    machine.environment["DISPLAY"] = screen.display
    try:
        for renderer in ("wgpu", "glow"):
            program = subprocess.Popen(
                ["wine", rf"{DOWNLOADS}\cleanbreak.exe", "--practice", "--renderer", renderer], env=machine.environment,
                cwd=machine.path(ELSEWHERE), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            opened = until(lambda: screen.window("^Clean Break$"), 90)
            check.that(f"the window opens with {renderer}", opened)
            time.sleep(3)
            machine.end()
            program.wait(30)
    finally:
        del machine.environment["DISPLAY"]
        screen.close()


def an_entry_that_leads_elsewhere(check, machine):
    """An account's entry bears the vendor's name, and the product code or the uninstaller of another company's product."""
    install_other_product(machine)
    entry = seeds.uninstall_entry("Kaspersky Premium", "AO Kaspersky Lab", OTHER_FOLDER)
    for command in (f"MsiExec.exe /X{OTHER_CODE}", rf'"{OTHER_FOLDER}\avp.exe" /remove'):
        key = OTHER_CODE if "MsiExec" in command else "KasperskyPremium"
        machine.registry({rf"{ACCOUNT}\{key}": {**entry, "UninstallString": text(command)}})
        page = pressed_uninstall(machine, key)
        check.that(f"{command}: it is not started", "It would remove a program of another company." in page, page[-1500:])
        machine.registry({rf"{ACCOUNT}\{key}": None})
    check.that("the other product is there", machine.path(rf"{OTHER_FOLDER}\avp.exe").exists())
    # What the account writes into its own part of the installer's records does not help.
    packed = "02A7D1C5E4B306F4A819B0C1D2E3F405"
    products = rf"HKEY_CURRENT_USER\Software\Microsoft\Installer\Products\{packed}"
    machine.registry({
        products: {"ProductName": text("Kaspersky Premium"), "Assignment": number(0)},
        rf"{ACCOUNT}\{OTHER_CODE}": {**entry, "UninstallString": text(f"MsiExec.exe /X{OTHER_CODE}")},
    })
    page = pressed_uninstall(machine, OTHER_CODE)
    check.that("nor with a record of its own", "It would remove a program of another company." in page, page[-1500:])
    # The product itself, by an entry of the account, is asked for and passes.
    machine.registry({rf"{ACCOUNT}\{OTHER_CODE}": None})
    answer = machine.run("msiexec", "/i", f"Z:{MADE}/product.msi".replace("/", "\\"), "/qn")
    assert answer.code == 0, f"the installer failed: {answer}"
    machine.registry({
        rf"{seeds.UNINSTALL_32}\{seeds.PRODUCT_CODE}": None,
        rf"{ACCOUNT}\{seeds.PRODUCT_CODE}": {**entry, "UninstallString": text(f"MsiExec.exe /X{seeds.PRODUCT_CODE}")},
    })
    page = pressed_uninstall(machine, seeds.PRODUCT_CODE)
    check.that("an entry of ours is not taken for another's", "another company" not in page, page[-1500:])


def install_other_product(machine):
    """Another company's product, installed by Windows Installer for the whole computer."""
    words = (PROJECT / "tests/rigs/windows/machine/product.wxs").read_text(encoding="utf-8")
    for old, new in (
        (seeds.PRODUCT_CODE[1:-2], OTHER_CODE[1:-2]), ("AO Kaspersky Lab", "Velmora"), ("Kaspersky Lab", "Velmora"),
        ("Kaspersky 21.25", "Shield"), ('Name="Kaspersky"', 'Name="Velmora Shield"'),
    ):  # fmt: skip
        words = words.replace(old, new)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "other.wxs").write_text(words, encoding="utf-8")
        (folder / "avp.exe").write_bytes((MADE / "other.exe").read_bytes())
        subprocess.run(["wixl", "-a", "x86", "-o", "other.msi", "other.wxs"], cwd=folder, check=True)
        machine.put(r"C:\other.msi", folder / "other.msi")
    answer = machine.run("msiexec", "/i", r"C:\other.msi", "/qn")
    assert answer.code == 0, f"the installer failed: {answer}"


def pressed_uninstall(machine, handle):
    """What the console program says after *Start the uninstaller* was chosen for this product."""
    removal = {"queue": [handle], "skipped": [], "started": False, "restart_due": False, "attempts": 0}
    answers = dict.fromkeys(["secret_vault", "backups", "quarantine", "removal_password"], "none")
    session = machine.profile / "AppData/Local/Clean Break/data/session.json"
    session.parent.mkdir(parents=True, exist_ok=True)
    typed, said = machine.folder / "typed", ""
    for _ in range(2):
        session.write_text(json.dumps({"schema": 1, "page": "confirm", "removal": removal, "answers": answers}))
        page = said.rsplit("\nPage ", 1)[-1]
        typed.write_text("".join(line.split(")")[0] + "\n" for line in page.splitlines() if "Start the uninstaller" in line))
        with open(typed, "rb") as keys, open(machine.folder / "stdout", "wb") as out:
            subprocess.run(
                ["wine", str(PROGRAM), "guide"], env=machine.environment, cwd=machine.drive, stdin=keys, stdout=out,
                stderr=out, timeout=180, check=False,
            )  # fmt: skip
        said = (machine.folder / "stdout").read_text(encoding="utf-8", errors="replace")
    return said


SITUATIONS = [what_the_programs_import, libraries_beside_the_program, an_entry_that_leads_elsewhere]
