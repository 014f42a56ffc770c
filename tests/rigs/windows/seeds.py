"""What is put on a machine: the product's parts, what looks like them, and damage."""

import hashlib
import ssl

from rig import MADE, certificate_blob, names, number, raw, text

LINE = "K4W-21-25"
PRODUCT_CODE = "{7B2E4D10-5F6A-4C3B-9E21-0A1B2C3D4E50}"
UNINSTALL = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
UNINSTALL_32 = r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall"
CONTROL = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control"
SERVICES = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services"
ROOTS = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates"
MOUSE_CLASS = "{4D36E96F-E325-11CE-BFC1-08002BE10318}"
KEYBOARD = CONTROL + r"\Class\{4D36E96B-E325-11CE-BFC1-08002BE10318}"
MOUSE = CONTROL + r"\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}"
NETWORK = CONTROL + r"\Network\{4D36E974-E325-11CE-BFC1-08002BE10318}\{1B3C5D7E-0000-4000-8000-0123456789AB}"
DRIVERS = r"C:\windows\system32\drivers"
DATA = r"C:\ProgramData\Kaspersky Lab"
PROGRAMS = r"C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.25"

KERNEL, FILE_SYSTEM, OWN_PROCESS = 1, 2, 16
BOOT, SYSTEM, AUTOMATIC, MANUAL = 0, 1, 2, 3

# Name of the service, its type, start, group and file as the product registers them.
PRODUCT_DRIVERS = [
    (f"klif.{LINE}", FILE_SYSTEM, SYSTEM, "FSFilter Anti-Virus", rf"\SystemRoot\System32\drivers\{LINE}\klif.sys"),
    (f"klflt.{LINE}", FILE_SYSTEM, SYSTEM, "FSFilter Bottom", rf"system32\drivers\{LINE}\klflt.sys"),
    (f"klkbdflt.{LINE}", KERNEL, MANUAL, "Keyboard Port", rf"\??\C:\windows\system32\drivers\{LINE}\klkbdflt.sys"),
    (f"klmouflt.{LINE}", KERNEL, MANUAL, "Pointer Port", rf"%SystemRoot%\system32\drivers\{LINE}\klmouflt.sys"),
    ("klim6", KERNEL, MANUAL, "NDIS", r"\SystemRoot\system32\DRIVERS\klim6.sys"),
    (f"klupd_{LINE}_arkmon", KERNEL, MANUAL, "", rf"\??\C:\windows\system32\Drivers\klupd_{LINE}_arkmon.sys"),
    (f"klids.{LINE}", KERNEL, MANUAL, "", rf"\??\{DATA}\AVP21.25\Bases\klids.sys"),
]
DRIVER_FILES = [rf"{DRIVERS}\{LINE}\{stem}.sys" for stem in ("klif", "klflt", "klkbdflt", "klmouflt")] + [
    rf"{DRIVERS}\klim6.sys",
    rf"{DRIVERS}\klupd_{LINE}_arkmon.sys",
]
# A file that no service names; the registry alone does not show it.
LONE_FILE = rf"{DRIVERS}\{LINE}\klgse.sys"
KLIDS_FILE = rf"{DATA}\AVP21.25\Bases\klids.sys"
ELAM_COPY = r"C:\windows\ELAMBKUP\klelam.sys"
DRIVER_PACKAGE = r"C:\windows\system32\DriverStore\FileRepository\klim6.inf_amd64_0123456789abcdef"


def service(kind, start, image, display=None, group=None):
    """The values of a key under `Services`."""
    values = {"Type": number(kind), "Start": number(start), "ErrorControl": number(1), "ImagePath": text(image)}
    if display:
        values["DisplayName"] = text(display)
    if group:
        values["Group"] = text(group)
    return values


def install_product(machine):
    """The product as it stands after its setup: installed through Windows Installer, with its drivers."""
    answer = machine.run("msiexec", "/i", f"Z:{MADE}/product.msi".replace("/", "\\"), "/qn")
    assert answer.code == 0, f"the installer failed: {answer}"
    put_drivers(machine)
    put_filters(machine)
    put_certificate(machine)
    put_network_component(machine)
    put_data(machine)
    put_vault(machine)
    # Beside {GUID} the real setup leaves a second entry for the same product.
    machine.registry({rf"{UNINSTALL_32}\InstallWIX_{PRODUCT_CODE}": uninstall_entry("Kaspersky", "AO Kaspersky Lab")})


def uninstall_entry(name, publisher, location=PROGRAMS):
    """The values of an uninstall entry."""
    return {
        "DisplayName": text(name),
        "DisplayVersion": text("21.25.8.0"),
        "Publisher": text(publisher),
        "InstallLocation": text(location),
        "UninstallString": text(f"MsiExec.exe /I{PRODUCT_CODE} REMOVE=ALL"),
    }


def put_drivers(machine):
    keys = {
        rf"{SERVICES}\{name}": service(kind, start, image, group=group)
        for name, kind, start, group, image in PRODUCT_DRIVERS
    }
    keys[rf"{SERVICES}\AVP21.25"] = service(
        OWN_PROCESS, MANUAL, rf'"{PROGRAMS}\avp.exe" -r', display="Kaspersky Anti-Virus Service 21.25"
    )
    keys[rf"{CONTROL}\SafeBoot\Minimal\klif.{LINE}"] = {"": text("Driver")}
    machine.registry(keys)
    for file in [*DRIVER_FILES, LONE_FILE, KLIDS_FILE, ELAM_COPY]:
        machine.put(file, MADE / "vendor.sys")


def put_filters(machine):
    """Both input classes, with the product's filter between neighbours."""
    machine.registry({
        KEYBOARD: {"Class": text("Keyboard"), "UpperFilters": names(f"klkbdflt.{LINE}", "kbdclass")},
        MOUSE: {"Class": text("Mouse"), "UpperFilters": names("examplemouse", f"klmouflt.{LINE}", "mouclass")},
    })


def put_certificate(machine, made="vendor"):
    """A trusted root of the computer, made for the test. Returns its thumbprint."""
    der = (MADE / f"{made}.der").read_bytes()
    digest = hashlib.sha1(der).digest()
    thumbprint = digest.hex().upper()
    machine.registry({rf"{ROOTS}\{thumbprint}": {"Blob": certificate_blob(der, digest)}})
    return thumbprint


def put_network_component(machine):
    machine.registry({
        NETWORK: {"ComponentId": text("kl_klim6"), "Description": text("Kaspersky Anti-Virus NDIS 6 Filter")},
        rf"{NETWORK}\Ndi": {"Service": text("klim6")},
    })
    inf = '[Version]\r\nSignature="$Windows NT$"\r\nProvider=%Vendor%\r\n\r\n[Strings]\r\nVendor="AO Kaspersky Lab"\r\n'
    machine.put(rf"{DRIVER_PACKAGE}\klim6.inf", inf.encode())


def put_data(machine):
    exported = "(fake)Kaspersky Anti-Virus personal root certificate.cer"
    machine.put(rf"{DATA}\AVP21.25\Data\Cert\{exported}", MADE / "vendor.der")
    machine.put(rf"{DATA}\AVP21.25\Report\report.txt")
    machine.registry({
        r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25\environment": {
            "ProductName": text("Kaspersky"),
            "ProductRoot": text(PROGRAMS + "\\"),
            "ProductVersion": text("21.25.8.0"),
        },
        r"HKEY_CURRENT_USER\Software\KasperskyLab\AVP21.25": {"Language": text("en-US")},
    })


def put_vault(machine):
    machine.put(vault_of(machine), b"not a real vault")


def vault_of(machine):
    """The password manager's vault, which is never a leftover."""
    return rf"C:\users\{machine.profile.name}\AppData\Local\Kaspersky Lab\Kaspersky Password Manager\kpm_vault.edb"


def remove_product(machine):
    """The vendor's uninstaller at its best: nothing stays but what is the person's own."""
    remove_programs(machine)
    machine.registry({
        **{rf"{SERVICES}\{name}": None for name, *_ in PRODUCT_DRIVERS},
        rf"{SERVICES}\AVP21.25": None,
        rf"{CONTROL}\SafeBoot\Minimal\klif.{LINE}": None,
        rf"{ROOTS}\{thumbprint('vendor')}": None,
        NETWORK: None,
        r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\KasperskyLab": None,
        r"HKEY_CURRENT_USER\Software\KasperskyLab": None,
        KEYBOARD: {"UpperFilters": names("kbdclass")},
        MOUSE: {"UpperFilters": names("examplemouse", "mouclass")},
    })
    # Wine's Windows Installer leaves the folder above the product's own.
    vendor_folder = PROGRAMS.rsplit("\\", 1)[0]
    for file in [*DRIVER_FILES[-2:], rf"{DRIVERS}\{LINE}", ELAM_COPY, DATA, DRIVER_PACKAGE, vendor_folder]:
        machine.take_away(file)


def remove_programs(machine):
    """The part of the removal that Windows Installer does: programs and uninstall entries."""
    answer = machine.run("msiexec", "/x", PRODUCT_CODE, "/qn")
    assert answer.code == 0, f"the uninstaller failed: {answer}"
    machine.registry({rf"{UNINSTALL_32}\InstallWIX_{PRODUCT_CODE}": None})


def thumbprint(made):
    """The name Windows gives a certificate."""
    return hashlib.sha1((MADE / f"{made}.der").read_bytes()).hexdigest().upper()


# Other companies' drivers and services whose names have been taken for Kaspersky's.
DECOY_SERVICES = ["KslD", "MpKslDrv", "kavbootc64", "bootsafe64", "ksapi64", "dam", "kavnsi", "K7TSMngr", "K7RKScan"]


def put_decoys(machine):
    """What looks like the product and is not."""
    keys = {rf"{SERVICES}\{name}": service(KERNEL, MANUAL, rf"system32\drivers\{name}.sys") for name in DECOY_SERVICES}
    audio = r"C:\Program Files\Example Audio\avp.exe"
    keys[rf"{SERVICES}\AVP"] = service(OWN_PROCESS, MANUAL, f'"{audio}"', display="Audio Video Player")
    keys[rf"{UNINSTALL}\K-Lite_is1"] = {
        "DisplayName": text("K-Lite Codec Pack 18.3.5 Full"),
        "DisplayVersion": text("18.3.5"),
        "Publisher": text("KLCP"),
        "InstallLocation": text(r"C:\Program Files (x86)\K-Lite Codec Pack"),
    }
    machine.registry(keys)
    for name in DECOY_SERVICES:
        machine.put(rf"{DRIVERS}\{name}.sys", MADE / "other.sys")
    machine.put(audio, MADE / "other.exe")
    machine.put(r"C:\Program Files (x86)\K-Lite Codec Pack\unins000.exe", MADE / "other.exe")
    machine.put(r"C:\Program Files (x86)\kingsoft\kingsoft antivirus\security\ksde\ksde.dat")
    machine.put(rf"C:\users\{machine.profile.name}\Documents\kaspersky.txt", b"Kaspersky renewal: cancel in May\n")
    put_certificate(machine, "other")


def put_dummy_folder(machine):
    """A folder as malware plants it, to keep an antivirus product from being installed."""
    machine.path(DATA).mkdir()
    machine.hide(DATA)


APPX = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore"
ACCOUNT_APPS = r"Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages"
FIREWALL = SERVICES + r"\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
FIREWALL_POLICY = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules"


def app(name, publisher_id):
    """The full name of an app package."""
    return f"{name}_1.0.0.5_neutral__{publisher_id}"


def put_apps_and_rules(machine):
    """App packages and rules of the firewall: the vendor's, and some that only speak of it."""
    ours = app("Kaspersky.ShellEx41", "q7q7q7q7q7q7q")
    alike = app("Shell.Helper", "q7q7q7q7q7q7q")
    guide = app("12345Ada.GuideToKaspersky", "bbbbbbbbbbbbb")
    other = app("Contoso.Editor", "8wekyb3d8bbwe")
    apps = r"C:\Program Files\WindowsApps"
    manifest = "<?xml version='1.0'?><Package><Identity Name='x' Publisher='CN=Ada Lovelace, C=GB'/></Package>"
    machine.put(rf"{apps}\{guide}\AppxManifest.xml", manifest.encode("utf-16"))
    values = {name: {"DisplayName": text("x"), "PackageRootFolder": text(rf"{apps}\{name}")} for name in (ours, guide, other)}
    rule = "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=15000|"
    machine.registry({
        **{rf"HKEY_CURRENT_USER\{ACCOUNT_APPS}\{name}": of for name, of in values.items()},
        rf"HKEY_LOCAL_MACHINE\{APPX}\Applications\{ours}": {"Path": text(rf"{apps}\{ours}\AppxManifest.xml")},
        rf"HKEY_LOCAL_MACHINE\{APPX}\Applications\{other}": {},
        rf"HKEY_LOCAL_MACHINE\{APPX}\Staged\{alike}": {},
        rf"HKEY_LOCAL_MACHINE\{APPX}\Deprovisioned\Kaspersky.ShellEx42_q7q7q7q7q7q7q": {},
        FIREWALL: {
            "{1}": text(rule + rf"App=%ProgramFiles(x86)%\Kaspersky Lab\NetworkAgent\klnagent.exe|Name=zz agent|"),
            "{2}": text(rule + r"App=C:\Program Files\Example Browser\browser.exe|Name=Example Browser|"),
            "{3}": text("v2.31|Action=Block|Active=TRUE|Dir=Out|Name=Block Kaspersky|"),
            "{4}": text("no rule at all"),
            "{5}": number(7),
        },
        FIREWALL_POLICY: {"office": text(rule + "Name=@zz.dll,-1|EmbedCtxt=Kaspersky|")},
    })


def put_odd_data(machine):
    """Other companies' data that is not as it should be."""
    machine.registry({
        rf"{UNINSTALL}\TooLong": {"DisplayName": text("L" * 1_000_000), "Publisher": text("Example Ltd")},
        rf"{UNINSTALL}\NoEnd": {"DisplayName": raw(1, "No end".encode("utf-16-le"))},
        rf"{UNINSTALL}\Unpaired": {"DisplayName": raw(1, b"a\x00\x00\xd8b\x00\x00\x00")},
        rf"{UNINSTALL}\Number": {"DisplayName": number(1), "Publisher": raw(7, "Example\0Ltd\0\0".encode("utf-16-le"))},
        rf"{SERVICES}\NoImagePath": {"Type": number(KERNEL), "Start": number(MANUAL)},
        rf"{SERVICES}\NoValues": {},
        rf"{SERVICES}\OddValues": {"Type": text("1"), "Start": raw(4, b"\x03\x00"), "ImagePath": number(1)},
        KEYBOARD: {"UpperFilters": raw(7, "kbdclass".encode("utf-16-le"))},
        MOUSE: {"UpperFilters": text("mouclass")},
    })


def put_unreadable_damage(machine):
    """Data from which nothing can be told, and of which Windows makes nothing either."""
    machine.registry({
        KEYBOARD: {"UpperFilters": number(7)},
        rf"{ROOTS}\{'0' * 40}": {"Blob": raw(3, b"\x20\x00\x00\x00\x01\x00\x00\x00\xff\xff\xff\x7fshort")},
    })


def put_odd_filter_lists(machine):
    """The product's filters in lists that are not as they should be."""
    machine.registry({
        KEYBOARD: {"UpperFilters": text(f"klkbdflt.{LINE}")},
        MOUSE: {"UpperFilters": raw(7, f"klmouflt.{LINE}\0\0mouclass".encode("utf-16-le"))},
    })


def put_smaller_traces(machine):
    """Traces outside the usual places."""
    exported = rf"C:\users\{machine.profile.name}\kaspersky-root.pem"
    provider = "{0A1B2C3D-0000-4000-8000-0123456789AB}"
    der = (MADE / "vendor.der").read_bytes()
    machine.registry({
        r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run": {"AVP": text(rf'"{PROGRAMS}\avp.exe"')},
        r"HKEY_LOCAL_MACHINE\SOFTWARE\Google\Chrome\Extensions\ahkjpbeeocnddjkakilopmfdlnjdpcdm": {
            "update_url": text("https://clients2.google.com/service/update2/crx")
        },
        rf"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\AMSI\Providers\{provider}": {"": text("Kaspersky AMSI provider")},
        rf"HKEY_LOCAL_MACHINE\SOFTWARE\Classes\CLSID\{provider}\InprocServer32": {
            "": text(rf"{PROGRAMS}\x64\antimalware_provider.dll")
        },
        r"HKEY_CURRENT_USER\Environment": {"NODE_EXTRA_CA_CERTS": text(exported)},
        rf"{SERVICES}\klpd.{LINE}": {
            **service(KERNEL, MANUAL, rf"system32\drivers\{LINE}\klpd.sys"),
            "DeleteFlag": number(1),
        },
        rf"{SERVICES}\klif": service(FILE_SYSTEM, MANUAL, r"\??\C:\Program Files\Example Security\klif.sys"),
    })
    machine.put(exported, ssl.DER_cert_to_PEM_cert(der).encode())
    machine.put(rf"{DRIVERS}\{LINE}\klpd.sys", MADE / "vendor.sys")
    machine.put(r"C:\Program Files\Example Security\klif.sys", MADE / "other.sys")


def put_root_of_account(machine):
    """A root that one account trusts. A real Windows lets its own service alone write there."""
    der = (MADE / "vendor.der").read_bytes()
    digest = hashlib.sha1(der).digest()
    store = r"HKEY_CURRENT_USER\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates"
    machine.registry({rf"{store}\{digest.hex().upper()}": {"Blob": certificate_blob(der, digest)}})
