"""The situations the program must tell apart, each on a Windows machine of its own under Wine.

Reads like the specification: what is done to the machine, then what the program must say.
"""

import re
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

import acts
import attacks
import cleanups
import field
import helper
import libraries
import real_windows
import recordings
import refusals
import rescue
import seeds
import tool
import unattended
from check import Checks
from real_machine import RealMachine
from seeds import LINE
from sentences import brief, finding, ids, kept_vault, no_decoy, required_checks_done, security_center_unknown, verdict


def before(check, machine):
    """The product is installed, among other companies' look-alikes."""
    seeds.put_decoys(machine)
    seeds.install_product(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "installed")
    check.same("one product is found, although it has two uninstall entries", 1, len(scan.products))
    for product in scan.products[:1]:
        check.that("its name is Kaspersky", product["name"].startswith("Kaspersky"), product)
        check.same("its version is the registered one", "21.25.8.0", product["version"])
        check.same("it is certain", "certain", product["confidence"])
    check.same("the product's own parts are not called leftovers", [], brief(scan.leftovers))
    kept_vault(check, scan, machine)
    no_decoy(check, scan)
    required_checks_done(check, scan)
    security_center_unknown(check, scan)
    recordings.replay_says_the_same(check, machine, scan)


def clean_removal(check, machine):
    """The product was installed, and its uninstaller took everything away."""
    seeds.put_decoys(machine)
    seeds.install_product(machine)
    seeds.remove_product(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("no product is found", [], scan.products)
    check.same("nothing is left", [], brief(scan.leftovers))
    kept_vault(check, scan, machine)
    no_decoy(check, scan)
    required_checks_done(check, scan)
    security_center_unknown(check, scan)


def drivers_stay(check, machine):
    """The programs were removed; drivers, filters, the certificate and data stayed."""
    seeds.put_decoys(machine)
    seeds.install_product(machine)
    seeds.remove_programs(machine)
    machine.take_away(seeds.KLIDS_FILE)
    machine.take_away(seeds.DRIVER_FILES[-1])
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    check.same("no product is found", [], scan.products)

    finding(check, scan, f"the driver klif.{LINE}, which runs, is live", "driver", f"klif.{LINE}", danger="live")
    finding(check, scan, f"the driver klflt.{LINE}, set to start, is live", "driver", f"klflt.{LINE}", danger="live")
    for name in (f"klkbdflt.{LINE}", f"klmouflt.{LINE}"):
        finding(check, scan, f"the driver {name}, which is not loaded, is a hook", "driver", name, danger="hook")
    for name in (f"klids.{LINE}", f"klupd_{LINE}_arkmon"):
        found = finding(check, scan, f"the driver {name}, whose file is gone, is a hook", "driver", name, danger="hook")
        reasons = [reason for one in found for reason in one["reasons"]]
        check.that(f"a reason says that the file of {name} is gone", "Its file is gone." in reasons, reasons)
    finding(check, scan, "the network driver klim6 is guided", "driver", "klim6", danger="guided")
    finding(check, scan, "the network component is guided", "network_filter", where=r"Control\Network", danger="guided")
    finding(check, scan, "the service AVP21.25 is found", "service", "AVP21.25")

    for name, guid in ((f"klkbdflt.{LINE}", "{4D36E96B-"), (f"klmouflt.{LINE}", "{4D36E96F-")):
        finding(check, scan, f"the filter entry {name} is a hook", "class_filter", name, where=guid, danger="hook")
    entries = sorted(one["name"] for one in scan.leftovers if one["kind"] == "class_filter")
    check.same("no neighbour in a filter list is named", [f"klkbdflt.{LINE}", f"klmouflt.{LINE}"], entries)

    root = "Kaspersky Anti-Virus Personal Root Certificate"
    store = r"SystemCertificates\ROOT\Certificates"
    finding(check, scan, "the root certificate is trust", "certificate", root, where=store, danger="trust")
    check.same("no other certificate is named", 1, len(scan.found("certificate", where=store)))

    finding(check, scan, "the vendor's key of the computer is found", "registry", where=r"WOW6432Node\KasperskyLab")
    finding(check, scan, "the vendor's key of the account is found", "registry", where=r"HKCU\Software", scope="user")
    finding(check, scan, "the Safe Mode entry is found", "registry", where=rf"SafeBoot\Minimal\klif.{LINE}")
    finding(check, scan, "the data folder is found", "file", where=r"C:\ProgramData\Kaspersky Lab")
    finding(check, scan, "a driver file that no service names is found", "file", where=seeds.LONE_FILE)
    finding(check, scan, "the early-launch copy is found", "file", where=r"ELAMBKUP\klelam.sys")
    finding(check, scan, "the package in the driver store is found", "package", where="klim6.inf")

    kept_vault(check, scan, machine)
    no_decoy(check, scan)
    required_checks_done(check, scan)
    again = machine.scan()
    check.same("a second scan finds the same, by the same ids", ids(scan), ids(again))
    recordings.replay_says_the_same(check, machine, scan)


def never_had_it(check, machine):
    """A machine with nothing but look-alikes, and a folder as malware plants it."""
    seeds.put_decoys(machine)
    seeds.put_dummy_folder(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("no product is found", [], scan.products)
    check.same("nothing is called a leftover", [], brief(scan.leftovers))
    places = [one["where"] for one in scan.suspicious]
    check.same("the empty hidden vendor folder is suspicious", [seeds.DATA], places)
    no_decoy(check, scan)
    required_checks_done(check, scan)
    security_center_unknown(check, scan)


def apps_and_rules(check, machine):
    """App packages and rules of the firewall, beside those that only speak of the vendor."""
    seeds.put_apps_and_rules(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    account = r"AppModel\Repository\Packages"
    finding(check, scan, "the app of this account is found", "package", "Kaspersky.ShellEx41", account, "guided", "user")
    everybody = r"AppxAllUserStore\Applications"
    finding(check, scan, "and that for new accounts", "package", "Kaspersky.ShellEx41", everybody, "guided", "machine")
    finding(check, scan, "an app of the same publisher is found", "package", "Shell.Helper", "Staged", "guided")
    finding(check, scan, "the rule for a program is found", "registry", "zz agent", r"FirewallRules\{1}", "guided")
    named = scan.found("registry", where=r"WindowsFirewall\FirewallRules\office")
    sure = [one["confidence"] for one in named]
    check.same("the rule of a policy, which only bears the name, is shown as possible", ["possible"], sure)
    check.same("and nothing else", 5, len(scan.leftovers))
    required_checks_done(check, scan)
    lists = [name for name in scan.unknown_checks() if name in ("app_packages", "firewall_rules")]
    check.same("both lists were read to the end", [], lists)
    recordings.replay_says_the_same(check, machine, scan)


def odd_data(check, machine):
    """Other companies' data that is odd: what can be read is read, and no oddity costs the answer."""
    seeds.put_odd_data(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("nothing is called a leftover", [], brief(scan.leftovers))
    required_checks_done(check, scan)
    seeds.put_drivers(machine)
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "beside the odd data a driver is still found", "driver", f"klids.{LINE}")


def unreadable_data(check, machine):
    """Data that says nothing, to Windows neither: a filter list that is a number, a certificate cut short."""
    seeds.put_unreadable_damage(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "clean")
    required_checks_done(check, scan)
    seeds.put_certificate(machine)
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "a certificate beside the damaged one is found", "certificate", danger="trust")


def odd_filter_lists(check, machine):
    """The product's filters in lists of the wrong type and without an end."""
    seeds.put_odd_filter_lists(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    for name in (f"klkbdflt.{LINE}", f"klmouflt.{LINE}"):
        finding(check, scan, f"the entry {name} of an odd list is guided", "class_filter", name, danger="guided")
    entries = sorted(one["name"] for one in scan.leftovers if one["kind"] == "class_filter")
    check.same("the neighbour behind an empty string is not named", [f"klkbdflt.{LINE}", f"klmouflt.{LINE}"], entries)


def smaller_places(check, machine):
    """Traces outside the usual places, a driver that a restart takes away, and another company's klif."""
    seeds.put_smaller_traces(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "the autostart entry is found", "task", where=r"CurrentVersion\Run")
    finding(check, scan, "the forced Chrome extension is found", "browser_extension", where=r"Chrome\Extensions")
    finding(check, scan, "the malware scan provider is found", "registry", where=r"AMSI\Providers", danger="hook")
    finding(check, scan, "the setting that names the root is found", "environment", "NODE_EXTRA_CA_CERTS", scope="user")
    found = finding(check, scan, f"the driver klpd.{LINE} is found", "driver", f"klpd.{LINE}")
    reasons = [reason for one in found for reason in one["reasons"]]
    check.that("and a restart will finish its removal", any("restart" in reason for reason in reasons), reasons)
    check.same("another company's klif is not named", [], scan.found("driver", "klif"))
    required_checks_done(check, scan)


def root_of_this_account(check, machine):
    """A root certificate that only this account trusts."""
    seeds.put_root_of_account(machine)
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "the root of this account is found", "certificate", where="HKCU", danger="trust", scope="user")


def stale_entry(check, machine):
    """The product is registered, and all of its files are gone."""
    seeds.install_product(machine)
    seeds.remove_product(machine)
    entry = seeds.uninstall_entry("Kaspersky", "AO Kaspersky Lab")
    machine.registry({rf"{seeds.UNINSTALL_32}\{seeds.PRODUCT_CODE}": entry})
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    check.same("it is not called installed", [], scan.products)
    code = seeds.PRODUCT_CODE.lower()
    broken = [one for one in scan.leftovers if code in one["where"].lower()]
    check.that("the broken entry is a leftover", broken, brief(scan.leftovers))


def recordings_and_usage(check, machine):
    """Recordings that cannot be read, arguments that make no sense, help and schema."""
    recordings.bad_recordings(check, machine)
    recordings.usage(check, machine)


SITUATIONS = [
    before,
    clean_removal,
    drivers_stay,
    never_had_it,
    apps_and_rules,
    odd_data,
    unreadable_data,
    odd_filter_lists,
    smaller_places,
    root_of_this_account,
    stale_entry,
    recordings_and_usage,
    *cleanups.SITUATIONS,
    *refusals.SITUATIONS,
    *rescue.SITUATIONS,
    *helper.SITUATIONS,
    *attacks.SITUATIONS,
    *acts.SITUATIONS,
    *tool.SITUATIONS,
    *real_windows.SITUATIONS,
    *field.SITUATIONS,
    *libraries.SITUATIONS,
    *unattended.SITUATIONS,
]
# Only by their names: they wait.
LONG = unattended.LONG


# Takes minutes: begun first, so that nothing waits for it at the end.
LONGEST = attacks.attacks_on_the_clean_up


def main(arguments):
    keep = "--keep" in arguments
    wanted = [argument for argument in arguments if not argument.startswith("--")]
    names = [situation.__name__ for situation in (*SITUATIONS, *LONG)]
    if unknown := [name for name in wanted if name not in names]:
        print(f"no situation {', '.join(unknown)}; there are: {', '.join(names)}", file=sys.stderr)
        return 64
    return here(wanted, keep) if wanted or keep else all_of_them()


def all_of_them():
    """Every situation in a process of its own, two at a time: a Windows under Wine uses one core."""
    order = sorted(SITUATIONS, key=lambda situation: situation is not LONGEST)
    passed = failed = 0
    with ThreadPoolExecutor(2) as pool:
        for said in pool.map(alone, order):
            *lines, sums = said.splitlines() or [""]
            print("\n".join(lines), flush=True)
            if counted := re.fullmatch(r"(\d+) passed, (\d+) failed", sums):
                passed, failed = passed + int(counted[1]), failed + int(counted[2])
            else:
                failed += 1
                print(f"{sums}\n  FAILED  the situation comes to its end", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def alone(situation):
    command = [sys.executable, "-B", __file__, situation.__name__]
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return ended.stdout


def here(wanted, keep):
    """These situations, one after the other. None named: all."""
    check = Checks()
    for situation in (*SITUATIONS, *(LONG if wanted else ())):
        if wanted and situation.__name__ not in wanted:
            continue
        print(f"{situation.__name__}: {situation.__doc__}", flush=True)
        machine = RealMachine(situation.__name__, check)
        try:
            situation(check, machine)
        except Exception:
            check.that("the situation comes to its end", False, traceback.format_exc())
        if keep:
            machine.end()
            print(f"  kept: WINEPREFIX={machine.folder}", flush=True)
        else:
            machine.remove()
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
