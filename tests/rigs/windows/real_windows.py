"""Windows as it really is: hundreds of other companies' keys, odd values, and keys that nobody may read."""

import access_rights
import recordings
import seeds
import wine_registry
from real_machine import ACCOUNT
from real_registry import CONTROL, SERVICES, Registry
from rig import MADE, names
from seeds import LINE
from sentences import brief, finding, required_checks_done, verdict

# Nobody but the system: what a stranger's driver sets on its own key.
CLOSED = "O:SYG:SYD:P(A;;KA;;;SY)"
MOUSE_FILTER = f"klmouflt.{LINE}"
# On a real Windows the folder of the files is closed to accounts too, which Wine cannot do.
TASK = r"\Example\Bogano"


def start_with(machine, keys):
    """Lays keys and starts. Wine must not wait for services that are not there, nor open its debugger for them."""
    machine.environment["WINEDLLOVERRIDES"] += ";winedbg.exe,netcfgx=d"
    wine_registry.lay(
        machine, {**keys, CONTROL: {**keys.get(CONTROL, {}), "ServicesPipeTimeout": wine_registry.sz("400")}}
    )
    machine.stay_on()


def put_files(machine, registry):
    """Other companies' drivers, driver packages and what protects Windows."""
    for name in registry.drivers:
        machine.put(rf"{seeds.DRIVERS}\{name}.sys", MADE / "other.sys")
    for number, name in enumerate(registry.drivers):
        inf = f'[Version]\r\nSignature="$Windows NT$"\r\nProvider="{name.title()} Ltd"\r\n'.encode("utf-16")
        machine.put(rf"C:\windows\INF\oem{number}.inf", inf)
        machine.put(rf"C:\windows\system32\DriverStore\FileRepository\{name}.inf_amd64_{number:016x}\{name}.inf", inf)
    machine.put(r"C:\windows\ELAMBKUP\WdBoot.sys", MADE / "other.sys")
    machine.put(r"C:\Program Files\Windows Defender\MsMpEng.exe", MADE / "other.exe")
    machine.put(r"C:\windows\system32\Tasks" + TASK, "<Task><Author>Example Ltd</Author></Task>".encode("utf-16"))


def healthy_windows(check, machine):
    """A registry of real size and shape that never had the product, with the rights of a real Windows."""
    scan = clean_to_both(check, machine, Registry())
    from_registry, from_files = (tasks(machine, look) for look in (machine.program, machine.without_rights))
    check.same("an administrator reads the tasks from the registry", [90, False], [len(from_registry), TASK in from_registry])
    check.same("an account without rights reads those that stand in a file that it may read", [TASK], from_files)
    recordings.replay_says_the_same(check, machine, scan, machine.without_rights)

    name = f"klpd.{LINE}"
    file = rf"system32\drivers\{LINE}\klpd.sys"
    machine.registry({rf"{seeds.SERVICES}\{name}": seeds.service(seeds.KERNEL, seeds.MANUAL, file)})
    machine.put(rf"C:\windows\{file}", MADE / "vendor.sys")
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "a driver of the vendor among all that is found", "driver", name)


def tasks(machine, look):
    """The tasks that a look sees."""
    return [one["path"] for one in recordings.snapshot(machine, look)["tasks"]["items"]]


def clean_to_both(check, machine, registry):
    """Looks at a registry as an administrator and without rights. Returns the second look."""
    put_files(machine, registry)
    start_with(machine, registry.keys)
    print(
        f"  laid: {len(registry.keys)} keys with {registry.values()} values, {registry.odd()} of them odd", flush=True
    )
    refused = refusing(machine, registry, "an administrator")
    check.that("Windows refuses keys to an administrator", refused > 100, refused)
    closed = refusing(machine, registry, "an account without rights", ACCOUNT)
    check.that("and more to an account without rights", closed > refused, closed)
    clean(check, machine.scan(), "an administrator")
    clean(check, machine.less, "an account without rights")
    return machine.less


def refusing(machine, registry, whom, *account):
    """Says how many keys refuse, and returns that."""
    keys = list(filter(access_rights.may_be_set, registry.keys))
    refused = access_rights.refusing(machine, keys, *account)
    print(f"  refused to {whom}: {refused} of {len(keys)} keys", flush=True)
    return refused


def clean(check, scan, whom):
    check.same(f"to {whom} the verdict is clean", "clean", scan.verdict)
    check.same("the exit code is 0", 0, scan.code)
    required_checks_done(check, scan)
    found = [*scan.products, *scan.kept, *scan.suspicious]
    check.same("nothing of anybody is named", [], found + brief(scan.leftovers))
    check.same("nothing is said to hold off Windows' own protection", [], scan.json["protection"].get("held_off"))


def strangers_key_is_closed(check, machine):
    """The mouse's list names a driver of ours that is gone, and a stranger's key may not be read."""
    stranger = rf"{SERVICES}\toparudi"
    mouse = seeds.MOUSE.replace("HKEY_LOCAL_MACHINE", "HKLM").replace("SYSTEM", "System")
    start_with(
        machine,
        {
            stranger: {"Type": wine_registry.dword(1), "Start": wine_registry.dword(3)},
            mouse: {"UpperFilters": wine_registry.multi(MOUSE_FILTER, "mouclass")},
        },
    )
    check.same("the stranger's key is refused", 1, access_rights.set_rights(machine, {stranger: CLOSED}))
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    found = finding(check, scan, "the filter entry is found", "class_filter", MOUSE_FILTER)
    check.same("a restart before it is fixed does harm", [True], [one.get("fix_first") for one in found])
    reasons = [reason for one in found for reason in one["reasons"]]
    check.that("it says that the driver is missing", any("missing" in reason for reason in reasons), reasons)

    # The same entry with its driver there is no harm.
    machine.registry(
        {
            rf"{seeds.SERVICES}\{MOUSE_FILTER}": seeds.service(
                seeds.KERNEL, seeds.MANUAL, rf"system32\drivers\{LINE}\m.sys"
            ),
            seeds.MOUSE: {"UpperFilters": names(MOUSE_FILTER, "mouclass")},
        }
    )
    machine.put(rf"{seeds.DRIVERS}\{LINE}\m.sys", MADE / "vendor.sys")
    scan = machine.scan()
    found = finding(check, scan, "with its driver there it is found too", "class_filter", MOUSE_FILTER)
    check.same("and a restart does no harm", [False], [one.get("fix_first") for one in found])


def filters_own_key_is_closed(check, machine):
    """The mouse's list names a driver whose key may not be read: it is there, by its name and its file."""
    own = rf"{SERVICES}\{MOUSE_FILTER}"
    file = rf"system32\drivers\{MOUSE_FILTER}.sys"
    mouse = seeds.MOUSE.replace("HKEY_LOCAL_MACHINE", "HKLM").replace("SYSTEM", "System")
    machine.put(rf"C:\windows\{file}", MADE / "vendor.sys")
    start_with(machine, {
        own: {"Type": wine_registry.dword(1), "Start": wine_registry.dword(3), "ImagePath": wine_registry.sz(file)},
        mouse: {"UpperFilters": wine_registry.multi(MOUSE_FILTER, "mouclass")},
    })
    check.same("its key is refused", 1, access_rights.set_rights(machine, {own: CLOSED}))
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    found = finding(check, scan, "the filter entry is found", "class_filter", MOUSE_FILTER)
    reasons = [reason for one in found for reason in one["reasons"]]
    check.that("nothing claims that its driver is missing", not any("missing" in one for one in reasons), reasons)
    check.same("whether a restart does harm cannot be told, so it has to wait", [True], [one.get("fix_first") for one in found])


SITUATIONS = [healthy_windows, strangers_key_is_closed, filters_own_key_is_closed]
