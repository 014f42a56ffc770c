"""What computers of real people had, kind by kind; names that stand in no catalogue are made up."""

import base64
import socket
import struct

import seeds
from rig import MADE, PROJECT, number, raw, text
from seeds import AUTOMATIC, DRIVERS, KERNEL, MANUAL, OWN_PROCESS, SERVICES, SYSTEM, UNINSTALL_32
from sentences import brief, finding, required_checks_done, verdict

PROGRAMS = r"C:\Program Files (x86)\Kaspersky Lab"
ROOT_CERTIFICATE = PROJECT / "tests/recordings/raw/certificates/root.pem"
CODE = "{6C1D2E3F-2222-4333-8444-5A6B7C8D9E0F}"
PACKAGE = "Kaspersky.ShellEx29_1.0.0.7_neutral__b81m8cbssw9gt"
FIREWALL = SERVICES + r"\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
REPOSITORY = (
    r"HKEY_CURRENT_USER\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion"
    r"\AppModel\Repository\Packages"
)
ALL_ACCOUNTS = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore"


def random_drivers(check, machine):
    """What the virus removal tool of 2020 leaves: drivers under random names, with services and without."""
    files = [rf"{DRIVERS}\klupd_9be04c71d_{end}.sys" for end in ("klark", "mark")]
    for file in files:
        machine.put(file, MADE / "vendor.sys")
    machine.put(rf"{DRIVERS}\mudapita.sys", MADE / "other.sys")
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    for file in files:
        finding(check, scan, f"{name_of(file)}, which no service names, is found", "file", where=file)
    check.same("another company's driver is not named", [], naming(scan, "mudapita"))

    services = [*files, rf"{DRIVERS}\klupd_9be04c71d_arkmon.sys"]
    machine.put(services[-1], MADE / "vendor.sys")
    machine.registry(
        {
            rf"{SERVICES}\{name_of(file)}": seeds.service(KERNEL, MANUAL, rf"System32\Drivers\{name_of(file)}.sys")
            for file in services
        }
    )
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    for file in services:
        finding(check, scan, f"the driver {name_of(file)} is found", "driver", name_of(file))
    required_checks_done(check, scan)


def foreign_names(check, machine):
    """Driver files of the vendor under names that no rule foresees."""
    lone, served = rf"{DRIVERS}\abcdrv.sys", rf"{DRIVERS}\gorufa.sys"
    machine.put(lone, MADE / "vendor.sys")
    machine.put(rf"{DRIVERS}\abcdrw.sys", MADE / "other.sys")
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    found = finding(check, scan, "a driver file whose company is the vendor is found", "file", where=lone)
    check.same("the company alone makes it likely", ["likely"], [one["confidence"] for one in found])
    check.same("its neighbour of another company is not named", [], naming(scan, "abcdrw"))

    machine.put(served, MADE / "vendor.sys")
    machine.registry({rf"{SERVICES}\gorufa": seeds.service(KERNEL, MANUAL, r"System32\drivers\gorufa.sys")})
    scan = machine.scan()
    finding(check, scan, "a driver with a service under a foreign name is found", "driver", "gorufa")
    required_checks_done(check, scan)


def planted_folders(check, machine):
    """Empty hidden folders as malware plants them, some in places where it was not known to."""
    folders = [
        seeds.DATA, PROGRAMS, r"C:\KVRT_Data", r"C:\KVRT2020_Data", r"C:\ProgramData\Kaspersky Lab Setup Files",
        r"C:\Program Files\Kaspersky Lab", r"C:\Program Files\Common Files\AV\Kaspersky Lab",
    ]  # fmt: skip
    for folder in folders:
        machine.path(folder).mkdir(parents=True)
        machine.hide(folder)
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("nothing is called a leftover", [], brief(scan.leftovers))
    check.same("nothing is called the person's own", [], scan.kept)
    places = {one["where"].lower() for one in scan.suspicious}
    missing = [folder for folder in folders[:5] if folder.lower() not in places]
    check.same("the folders in the vendor's places are suspicious", [], missing)

    # One file in one of them shows what that folder is; the others still hold nothing of anybody's.
    machine.put(rf"{seeds.DATA}\AVP21.25\Report\report.txt")
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    check.that("the folder with a file in it is a leftover", naming(scan, seeds.DATA), brief(scan.leftovers))
    check.same("nothing is called the person's own all the same", [], scan.kept)


def unknown_business_product(check, machine):
    """A server product that the catalogue does not name, with a protected service and a driver of its own."""
    folder = rf"{PROGRAMS}\Kaspersky Bogano Servers Security"
    own = ("BOGSVC", "BOGSVCGT")
    for name in own:
        machine.put(rf"{folder}\{name.lower()}.exe", MADE / "avp.exe")
    machine.put(rf"{DRIVERS}\klelam.sys", MADE / "vendor.sys")
    machine.registry(
        {
            rf"{UNINSTALL_32}\{CODE}": entry("Kaspersky Bogano Security for Servers", "3.1.0.461", folder + "\\"),
            **{
                rf"{SERVICES}\{name}": {
                    **seeds.service(
                        OWN_PROCESS, MANUAL, rf'"{folder}\{name.lower()}.exe"', "Kaspersky Security Service"
                    ),
                    **({"LaunchProtected": number(3)} if name == "BOGSVC" else {}),
                }
                for name in own
            },
            rf"{SERVICES}\klelam": seeds.service(KERNEL, MANUAL, r"System32\DRIVERS\klelam.sys"),
        }
    )
    scan = machine.scan()
    verdict(check, scan, "installed")
    check.same(
        "one product is found", ["Kaspersky Bogano Security for Servers"], [one["name"] for one in scan.products]
    )
    check.same("its own services and driver are no leftovers", [], brief(scan.leftovers))
    antivirus_for_homes = [
        one["id"] for one in scan.products if "business" not in one["id"] and "server" not in one["id"]
    ]
    check.same("it is not taken for a product for homes", [], antivirus_for_homes)


def agent_without_a_space(check, machine):
    """The agent's folder as older installers spelled it: first without, then with its uninstall entry."""
    folder = r"C:\Program Files (x86)\KasperskyLab\NetworkAgent"
    for name in ("klnagent", "klmover", "klnagchk"):
        machine.put(rf"{folder}\{name}.exe", MADE / "avp.exe")
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    finding(check, scan, "the folder in the other spelling is found", "file", where=r"Files (x86)\KasperskyLab")

    machine.registry({rf"{UNINSTALL_32}\{CODE}": entry("Kaspersky Network Agent", "15.4.0.9264")})
    scan = machine.scan()
    verdict(check, scan, "installed")
    check.same("the agent is found", ["Kaspersky Network Agent"], [one["name"] for one in scan.products])
    check.same("its entry, the vendor's only way, is no leftover", [], naming(scan, CODE))


def thrown_away_program(check, machine):
    """Safe Kids whose folder was deleted while its drivers are loaded: installed, and broken."""
    for name, kind in (("klif", seeds.FILE_SYSTEM), ("klhk", KERNEL)):
        machine.put(rf"{DRIVERS}\{name}.sys", MADE / "vendor.sys")
        machine.registry({rf"{SERVICES}\{name}": seeds.service(kind, SYSTEM, rf"System32\DRIVERS\{name}.sys")})
    machine.path(PROGRAMS).mkdir(parents=True)
    location = rf"{PROGRAMS}\Kaspersky Safe Kids 24.1" + "\\"
    machine.registry({rf"{UNINSTALL_32}\{CODE}": entry("Kaspersky Safe Kids", "24.1.0.388", location)})
    machine.restart()
    scan = machine.scan()
    verdict(check, scan, "installed")
    check.same("the product is found", ["Kaspersky Safe Kids"], [one["name"] for one in scan.products])
    check.same("its entry, the vendor's only way, is no leftover", [], naming(scan, CODE))


def held_off_protection(check, machine):
    """A policy and a switched-off service keep Windows from protecting itself."""
    policy = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows Defender"
    program = r"C:\Program Files\Windows Defender\MsMpEng.exe"
    machine.put(program, MADE / "other.exe")
    service = seeds.service(OWN_PROCESS, AUTOMATIC, program, "Microsoft Defender Antivirus Service")
    machine.registry(
        {rf"{SERVICES}\WinDefend": {**service, "Start": number(4)}, policy: {"DisableAntiSpyware": number(1)}}
    )
    scan = machine.scan()
    verdict(check, scan, "clean")
    held_off = scan.json["protection"].get("held_off") or []
    check.that("the policy is named", [one for one in held_off if one["what"] == "policy"], held_off)
    check.that("and where it stands", any("Windows Defender" in one["where"] for one in held_off), held_off)
    check.that("the service is named", [one for one in held_off if one["what"] == "service"], held_off)
    check.that("each with words for people", all(one["words"].strip() for one in held_off), held_off)

    machine.registry({policy: None, rf"{SERVICES}\WinDefend": {"Start": number(AUTOMATIC)}})
    check.same("without them nothing holds it off", [], machine.scan().json["protection"].get("held_off"))


def lists_of_windows(check, machine):
    """App packages and firewall rules that stayed, among those of others."""
    folder = rf"C:\Program Files\WindowsApps\{PACKAGE}"
    machine.put(rf"{folder}\AppxManifest.xml")
    other = "Bogano.Shell_1.0.0.5_neutral__c81m8cbssw9gt"
    machine.registry(
        {
            rf"{REPOSITORY}\{PACKAGE}": {"PackageID": text(PACKAGE), "PackageRootFolder": text(folder)},
            rf"{REPOSITORY}\{other}": {"PackageID": text(other), "DisplayName": text("Bogano")},
            rf"{ALL_ACCOUNTS}\Applications\{PACKAGE}": {"Path": text(rf"{folder}\AppxManifest.xml")},
        }
    )
    scan = machine.scan()
    verdict(check, scan, "leftovers")
    check.that("the app package is told", naming(scan, PACKAGE.split("_")[0]), brief(scan.leftovers))
    check.same("another company's package is not", [], naming(scan, "Bogano"))

    machine.registry({rf"{REPOSITORY}\{PACKAGE}": None, rf"{ALL_ACCOUNTS}\Applications\{PACKAGE}": None})
    machine.take_away(folder)
    agent, mine, others = (f"{{{one}1111111-1111-4111-8111-111111111111}}" for one in "EFD")
    rule = r"v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=15000|App=%s|Name=%s|"
    machine.registry(
        {
            FIREWALL: {
                agent: text(
                    rule % (rf"{PROGRAMS}\NetworkAgent\klnagent.exe", "Kaspersky Administration Kit - Network Agent")
                ),
                mine: text(rule % (rf"{PROGRAMS}\Bogano\bogano.exe", "Bogano")),
                others: text(rule % (r"C:\Program Files\Gorufa\gorufa.exe", "Gorufa")),
            }
        }
    )
    scan = machine.scan()
    check.that(
        "the firewall rule that names the vendor is told", naming(scan, "klnagent") or naming(scan, agent), told(scan)
    )
    check.that(
        "so is the one whose program stood in its folder", naming(scan, "bogano") or naming(scan, mine), told(scan)
    )
    check.same("another company's rule is not", [], naming(scan, "gorufa") + naming(scan, others))


def no_internet(check, machine):
    """Proxies and a name server on a dead local port, an add-in of the vendor's, and somebody else's of each."""
    settings = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
    account = rf"HKEY_CURRENT_USER\{settings}"
    computer = rf"HKEY_LOCAL_MACHINE\{settings}"
    policy = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings"
    cards = SERVICES + r"\Tcpip\Parameters\Interfaces"
    add_ins = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Office\Outlook\Addins"
    own_script = {"AutoConfigURL": text("http://127.0.0.1:48113/proxy.pac")}
    # Somebody else's first: a healthy computer of an office.
    machine.registry({
        account: {"ProxyEnable": number(1), "ProxyServer": text("proxy.zyzzyx.example:8080")},
        rf"{cards}\{{11111111-1111-4111-8111-111111111111}}": {"NameServer": text("9.9.9.9,149.112.112.112")},
        rf"{computer}\Connections": {"WinHttpSettings": raw(3, winhttp("proxy.zyzzyx.example:8080"))},
        rf"{add_ins}\Zyzzyx.Mail": {"FriendlyName": text("Zyzzyx Mail Guard")},
    })
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("somebody else's stay silent", [], scan.json["after_effects"])

    machine.registry({
        account: {"ProxyEnable": number(1), "ProxyServer": text("http=127.0.0.1:48111;https=127.0.0.1:48111"), **own_script},
        policy: {"ProxySettingsPerUser": number(0)},
        computer: {"ProxyEnable": number(1), "ProxyServer": text("localhost:48112")},
        rf"{computer}\Connections": {"WinHttpSettings": raw(3, winhttp("127.0.0.1:48114"))},
        rf"{cards}\{{22222222-2222-4222-8222-222222222222}}": {"NameServer": text("127.0.0.1")},
        rf"{add_ins}\Kaspersky.MailPlugin": {"FriendlyName": text("Anti-Spam"), "LoadBehavior": number(3)},
    })
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("nothing of it is a leftover", [], brief(scan.leftovers))
    told = sorted((one["what"], one["scope"], one["value"]) for one in scan.json["after_effects"])
    check.same(
        "each is told with its scope",
        [
            ("dns", "adapter", "127.0.0.1"),
            ("mail_add_in", "machine", "Anti-Spam"),
            ("proxy", "account", "127.0.0.1:48111"),
            ("proxy", "machine", "127.0.0.1:48112"),
            ("proxy", "win_http", "127.0.0.1:48114"),
            ("proxy_script", "account", "127.0.0.1:48113"),
        ],
        told,
    )
    check.that("each with words for people", all(one["words"].strip() for one in scan.json["after_effects"]), told)
    required_checks_done(check, scan)
    said = machine.program("scan").out
    check.that("the text says so, too", "may explain no internet" in said and "Use a proxy server" in said, said)

    # Where a program listens, nothing is wrong.
    with socket.create_server(("127.0.0.1", 48111)):
        scan = machine.scan()
    own = [one["value"] for one in scan.json["after_effects"] if one["scope"] == "account" and one["what"] == "proxy"]
    check.same("a proxy that answers stays silent", [], own)


def mail_program(check, machine):
    """Thunderbird trusts the vendor's certificate in a list of its own, beside a profile that does not."""
    profiles = rf"C:\users\{machine.profile.name}\AppData\Roaming\Thunderbird\Profiles"
    machine.put(rf"{profiles}\b.other\cert9.db", b"SQLite format 3\0" + bytes(64))
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("an empty list stays silent", [], scan.json["after_effects"])

    lines = ROOT_CERTIFICATE.read_text().splitlines()
    certificate = base64.b64decode("".join(line for line in lines if line and "-----" not in line))
    store = rf"{profiles}\a.default\cert9.db"
    machine.put(store, b"SQLite format 3\0" + certificate + bytes(64))
    scan = machine.scan()
    told = [(one["what"], one["scope"], one["value"]) for one in scan.json["after_effects"]]
    check.same("the mail program's list is told", [("mail_store", "account", "Thunderbird")], told)
    found = finding(check, scan, "the certificate is found", "certificate", where="Thunderbird")
    check.same("only a person takes it out", ["guided"], [one["danger"] for one in found])
    required_checks_done(check, scan)
    said = machine.program("scan").out
    check.that("with the steps in words", "In Thunderbird, open Settings" in said, said)


def why_no_upgrade(check, machine):
    """Windows' own logs of the last upgrade name a file of the vendor's beside another company's."""
    ours = r"c:\program files (x86)\kaspersky lab\kaspersky 21.3\avpui.exe"
    other = r"c:\program files\zyzzyx\tool.exe"
    machine.put(r"C:\$WINDOWS.~BT\Sources\Panther\NI_4.4.0.1_APPRAISER_HumanReadable.xml", run(appraised(other, "False")).encode())
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("what blocks nothing is not told", [], scan.json["upgrade"])
    log = run(appraised(ours, "True"), appraised(other, "True"))
    machine.put(r"C:\$WINDOWS.~BT\Sources\Panther\NI_4.4.0.1_APPRAISER_HumanReadable.xml", log.encode("utf-16"))
    scan = machine.scan()
    verdict(check, scan, "clean")
    named = [(one["kind"], one["name"], one["ours"]) for one in scan.json["upgrade"]]
    check.same("both are named, and one is ours", [("file", ours, True), ("file", other, False)], named)
    said = machine.program("scan").out
    check.that("the text names ours with its path, and the other one", ours in said and "tool.exe" in said, said)
    required_checks_done(check, scan)

    # Half written: what it names counts, and nobody says that it was read whole.
    half = run(appraised(other, "True")).encode("utf-16")[:-20]
    machine.put(r"C:\$WINDOWS.~BT\Sources\Panther\NI_4.4.0.1_APPRAISER_HumanReadable.xml", half)
    scan = machine.scan()
    verdict(check, scan, "clean")
    check.same("what it names is told", [other], [one["name"] for one in scan.json["upgrade"]])
    gaps = [one["why"] for one in scan.json["unknown"] if one["check"] == "upgrade_blocks"]
    check.same("the rest is unknown", ["failed"], gaps)


# Helpers.


def winhttp(proxy):
    """What netsh winhttp leaves: a length, a counter, flags, and the proxy with its length."""
    return struct.pack("<4I", 0x18, 0, 3, len(proxy)) + proxy.encode() + bytes(4)


def appraised(path, blocks):
    """One asset of the compatibility appraiser's log."""
    known, answer = "LowerCaseLongPathUnexpanded", "DT_ANY_FMC_BlockingApplication"
    properties = "".join(f'<Property Name="{name}" Value="{value}"/>' for name, value in ((known, path), (answer, blocks)))
    return f"<Asset>{properties}</Asset>\r\n"


def run(*assets):
    """A whole log of the compatibility appraiser."""
    return f"<WicaRun>\r\n{''.join(assets)}</WicaRun>\r\n"


def entry(name, version, location=None):
    """An uninstall entry of Windows Installer."""
    values = {
        "DisplayName": text(name),
        "DisplayVersion": text(version),
        "Publisher": text("AO Kaspersky Lab"),
        "UninstallString": text(f"MsiExec.exe /I{CODE}"),
    }
    return values | ({"InstallLocation": text(location)} if location else {})


def name_of(file):
    """The name of a driver's service: its file's, without the ending."""
    return file.rsplit("\\", 1)[1].removesuffix(".sys")


def naming(scan, words):
    """The leftovers that have these words in name, place or reasons, blind to case."""
    texts = [(one, " ".join([one["name"], one["where"], *one["reasons"]]).lower()) for one in scan.leftovers]
    return [line for one, said in texts if words.lower() in said for line in brief([one])]


def told(scan):
    return "\n".join(brief(scan.leftovers))


SITUATIONS = [
    random_drivers,
    foreign_names,
    planted_folders,
    unknown_business_product,
    agent_without_a_space,
    thrown_away_program,
    held_off_protection,
    lists_of_windows,
    no_internet,
    mail_program,
    why_no_upgrade,
]
