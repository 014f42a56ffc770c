"""A registry of the size and shape that a computer in use has, made by a pattern: some thousand keys.

Names of other companies are made of syllables and stand in no catalogue. The shape (which keys stand below
which, which lists hold what) is that of Windows 10; the odd values are of the kinds that real hives hold.
"""

import random
import uuid

from wine_registry import EXPAND, MULTI, SZ, Odd, binary, dword, expand, multi, sz

CONTROL_SET = r"HKLM\System\CurrentControlSet"
CONTROL = CONTROL_SET + r"\Control"
SERVICES = CONTROL_SET + r"\Services"
CLASSES = CONTROL + r"\Class"
ADAPTERS = CLASSES + r"\{4d36e972-e325-11ce-bfc1-08002be10318}"
NETWORK = CONTROL + r"\Network"
INTERFACES = CONTROL + r"\NetworkSetup2\Interfaces"
MICROSOFT = r"HKLM\Software\Microsoft"
SCHEDULE = MICROSOFT + r"\Windows NT\CurrentVersion\Schedule\TaskCache"
UNINSTALL = (
    MICROSOFT + r"\Windows\CurrentVersion\Uninstall",
    r"HKLM\Software\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall",
)

# "System-Defined Device Setup Classes Available to Vendors" (Microsoft): the first part, the name, and the
# filters of Windows itself above and below. Most GUIDs end alike.
SETUP_CLASSES = """
4d36e965 CDROM - -|4d36e966 Computer - -|4d36e967 DiskDrive partmgr iorate|4d36e968 Display - -|4d36e969 fdc - -
4d36e96a hdc - -|4d36e96b Keyboard kbdclass -|4d36e96c MEDIA ksthunk -|4d36e96d Modem - -|4d36e96e Monitor - -
4d36e96f Mouse mouclass -|4d36e970 MTD - -|4d36e971 MultiFunction - -|4d36e972 Net - -|4d36e973 NetClient - -
4d36e974 NetService - -|4d36e975 NetTrans - -|4d36e977 PCMCIA - -|4d36e978 Ports - -|4d36e979 Printer - -
4d36e97b SCSIAdapter - -|4d36e97d System - -|4d36e97e Unknown - -|4d36e980 FloppyDisk - -
"""
OTHER_CLASSES = {
    "{71a27cdd-812a-11d0-bec7-08002be2092f}": ("Volume", ("volsnap",), ("fvevol", "iorate", "rdyboost")),
    "{36fc9e60-c465-11cf-8056-444553540000}": ("USB", (), ()),
    "{745a17a0-74d3-11d0-b6fe-00a0c90f57da}": ("HIDClass", (), ()),
    "{6bdd1fc6-810f-11d0-bec7-08002be2092f}": ("Image", (), ("usbscanfilter",)),
    "{e0cbf06c-cd8b-4647-bb8a-263b43f0f974}": ("Bluetooth", (), ()),
    "{50127dc3-0f36-415e-a6cc-4cb3be910b65}": ("Processor", (), ()),
    "{72631e54-78a4-11d0-bcf7-00aa00b7b32a}": ("Battery", (), ()),
    "{62f9c741-b25a-46ce-b54c-9bccce08b6f2}": ("SoftwareDevice", (), ()),
    "{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}": ("AudioEndpoint", (), ()),
    "{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}": ("Camera", (), ()),
    "{533c5b84-ec70-11d2-9505-00c04f79deaf}": ("VolumeSnapshot", (), ()),
    "{1ed2bbf9-11f0-4084-b21f-ad83a8e6dcdc}": ("PrintQueue", (), ()),
}
INBOX_DRIVERS = (
    "ACPI acpiex atapi disk cdrom partmgr iorate volsnap fvevol rdyboost volume kbdclass kbdhid mouclass mouhid "
    "i8042prt ksthunk usbscanfilter NDIS NDProxy NdisWan WfpLwfs Psched Tcpip tdx afd NetBT rspndr lltdio msiscsi "
    "storahci stornvme usbhub3 USBXHCI HidUsb HDAudBus intelppm mssmbios srv2 luafv FltMgr FileInfo Wof WdFilter WdBoot"
).split()
SECURITY_SERVICES = {
    "WinDefend": (r'"C:\Program Files\Windows Defender\MsMpEng.exe"', 2),
    "WdNisSvc": (r'"C:\Program Files\Windows Defender\NisSrv.exe"', 3),
    "wscsvc": (r"%SystemRoot%\System32\svchost.exe -k LocalServiceNetworkRestricted -p", 2),
    "MpsSvc": (r"%SystemRoot%\system32\svchost.exe -k LocalServiceNoNetworkFirewall -p", 2),
    "BFE": (r"%systemroot%\system32\svchost.exe -k LocalServiceNoNetworkFirewall -p", 2),
}
BUSES = "ACPI BTHENUM HDAUDIO HID ROOT SCSI STORAGE SW SWD USB USBPRINT USBSTOR".split()

# What must not be read as the end of a name, a number, or the name itself.
NO_END = "Without its end".encode("utf-16-le")
HALF_A_PAIR = b"h\0\x00\xd8a\0\0\0"


class Registry:
    """The keys, as `{path: {name: (type, bytes)}}`, and driver files that belong to them."""

    def __init__(self, seed=11, size=1):
        """`size` is how many times as many services, devices and programs there are."""
        self.keys = {}
        self.drivers = []
        self.size = size
        self.random = random.Random(seed)
        for part in (
            self.services, self.odd_services, self.classes, self.devices, self.adapters, self.components,
            self.safe_boot, self.programs, self.odd_programs, self.certificates, self.tasks, self.security, self.rest,
        ):  # fmt: skip
            part()

    def values(self):
        """How many values there are."""
        return sum(len(values) for values in self.keys.values())

    def odd(self):
        """How many of them are odd."""
        return sum(isinstance(value, Odd) for values in self.keys.values() for value in values.values())

    def put(self, path, **values):
        """A key; `default` is its default value."""
        named = {"" if name == "default" else name: value for name, value in values.items()}
        self.keys.setdefault(path, {}).update(named)

    def guid(self):
        return "{%s}" % uuid.UUID(int=self.random.getrandbits(128), version=4)

    def word(self, syllables=3):
        """A name that stands in no catalogue."""
        pairs = [
            "".join(self.random.choice(letters) for letters in ("bdfghmnprstvz", "aeiou")) for _ in range(syllables)
        ]
        return "".join(pairs)

    def services(self):
        """Windows' own, then hundreds of other companies' services, drivers, minifilters, per-user copies."""
        for name in INBOX_DRIVERS:
            self.service(name, 1, 3, rf"\SystemRoot\System32\drivers\{name}.sys")
        for name, (image, start) in SECURITY_SERVICES.items():
            self.service(name, 16, start, image)
        # Byte for byte what XP to 8.1 hold.
        ndproxy = bytes.fromhex("4e004400490053002000500072006f0078007900000000000000")
        self.put(rf"{SERVICES}\NDProxy", DisplayName=Odd((MULTI, ndproxy)))
        for number in range(190 * self.size):
            name = self.word()
            self.service(name, self.random.choice((1, 1, 1, 2)), 3, rf"\SystemRoot\System32\drivers\{name}.sys")
            if number % 4 == 0:
                self.drivers.append(name)
            if number % 10 == 0:
                instance = rf"{SERVICES}\{name}\Instances"
                self.put(instance, DefaultInstance=sz(f"{name} Instance"))
                self.put(rf"{instance}\{name} Instance", Altitude=sz(str(180000 + number)), Flags=dword(0))
        for number in range(160 * self.size):
            name = self.word(4)
            self.service(name, 32, 3, r"%SystemRoot%\system32\svchost.exe -k netsvcs -p")
            self.put(rf"{SERVICES}\{name}\Parameters", ServiceDll=expand(rf"%SystemRoot%\System32\{name}.dll"))
            self.put(rf"{SERVICES}\{name}\Security", Security=binary(bytes(64)))
            if number % 20 == 0:
                self.service(f"{name}_4f1a2", 224, 3, r"C:\windows\system32\svchost.exe -k UnistackSvcGroup")
        for _ in range(40):
            # Settings of Windows and .NET: neither type nor file.
            self.put(rf"{SERVICES}\{self.word()} 4.0.0.0\Performance", Library=sz("mscoree.dll"))

    def service(self, name, kind, start, image):
        display = f"@%SystemRoot%\\system32\\{name}.dll,-101" if kind > 8 else self.word().title()
        self.put(
            rf"{SERVICES}\{name}", Type=dword(kind), Start=dword(start), ErrorControl=dword(1),
            ImagePath=expand(image), DisplayName=sz(display),
        )  # fmt: skip

    def odd_services(self):
        """Other companies' services whose values are not as they should be."""
        image = sz(r"\SystemRoot\System32\drivers\none.sys")
        oddities = [
            {"DisplayName": (SZ, NO_END)},
            {"DisplayName": (SZ, NO_END + b"\0")},
            {"DisplayName": (SZ, HALF_A_PAIR)},
            {"DisplayName": sz("Over long " * 700)},
            {"DisplayName": dword(7)},
            {"DisplayName": binary(b"\1\2\3")},
            {"ImagePath": (EXPAND, r"System32\drivers\none.sys".encode("utf-16-le"))},
            {"ImagePath": multi(r"System32\drivers\none.sys")},
            {"Start": sz("3")},
            {"Start": (4, b"\3\0")},
            {"Type": sz("1")},
            {"Type": (4, b"")},
        ]
        for odd in oddities:
            values = {"Type": dword(1), "Start": dword(3), "ImagePath": image, **{k: Odd(v) for k, v in odd.items()}}
            self.put(rf"{SERVICES}\{self.word()}", **values)

    def classes(self):
        """Every setup class with `Properties`, which the system alone may read."""
        for row in SETUP_CLASSES.replace("\n", "|").strip("|").split("|"):
            first, name, upper, lower = row.split()
            lists = [() if one == "-" else (one,) for one in (upper, lower)]
            self.setup_class(f"{{{first}-e325-11ce-bfc1-08002be10318}}", name, *lists)
        for guid, (name, upper, lower) in OTHER_CLASSES.items():
            self.setup_class(guid, name, upper, lower)
        # A class of somebody else, with odd lists of its own.
        odd = rf"{CLASSES}\{self.guid()}"
        self.put(odd, Class=Odd((SZ, NO_END)), UpperFilters=Odd(sz(self.word())))
        lists = f"{self.word()}\0\0{self.word()}".encode("utf-16-le")
        self.put(odd, LowerFilters=Odd((MULTI, lists)))

    def setup_class(self, guid, name, upper, lower):
        key = rf"{CLASSES}\{guid}"
        self.put(key, default=sz(name), Class=sz(name), ClassDesc=sz(f"@{name.lower()}.inf,%Class%"))
        if upper:
            self.put(key, UpperFilters=multi(*upper))
        if lower:
            self.put(key, LowerFilters=multi(*lower))
        self.put(rf"{key}\Properties\{self.guid()}\0004", default=binary(b"\0\0"))
        self.put(rf"{key}\Properties")
        for number in range(3):
            self.put(rf"{key}\{number:04d}", DriverDesc=sz(self.word().title()), ProviderName=sz("Example Devices"))

    def devices(self):
        """Bus, device, instance; each instance with `Properties` and what else stands below it."""
        guids = [path.rsplit("\\", 1)[1] for path in self.keys if path.count("\\") == 5 and path.startswith(CLASSES)]
        for number in range(240 * self.size):
            bus = BUSES[number % len(BUSES)]
            device = rf"{CONTROL_SET}\Enum\{bus}\{self.word(2).upper()}_{number:04X}&REV_01"
            for instance in range(1 + number % 2):
                key = rf"{device}\{instance}&{self.random.getrandbits(32):x}&0&{number:02x}"
                self.put(
                    key, DeviceDesc=sz(f"@oem{number}.inf,%desc%;Example"), HardwareID=multi(rf"{bus}\{number:04X}"),
                    ClassGUID=sz(self.random.choice(guids)), Service=sz(self.word()), ConfigFlags=dword(0),
                )  # fmt: skip
                self.put(rf"{key}\Device Parameters")
                self.put(rf"{key}\Properties\{self.guid()}\0008", default=binary(b"\0"))
                self.put(rf"{key}\Properties")
                if number % 16 == 0:
                    self.put(key, UpperFilters=multi(self.word()))
                if number % 48 == 0:
                    self.put(key, LowerFilters=Odd((MULTI, self.word().encode("utf-16-le"))), UpperFilters=Odd(multi()))

    def adapters(self):
        """Adapters with what is bound to them, and the copies of `NetworkSetup2`."""
        filters = [self.guid() for _ in range(3)]
        for number in range(17):
            adapter, key = self.guid(), rf"{ADAPTERS}\{number:04d}"
            self.put(key, DriverDesc=sz(self.word().title()), ComponentId=sz("pci\\ven_8086&dev_15b8"))
            self.put(key, NetCfgInstanceId=sz(adapter), Characteristics=dword(0x84))
            bound = multi(*(f"{adapter}-{one}-0000" for one in filters))
            self.put(rf"{key}\Linkage", FilterList=bound, UpperBind=multi("Tcpip", "Tcpip6", "rspndr"))
            self.put(rf"{key}\Ndi\Interfaces", UpperRange=sz("ndis5"))
            # Records of 18 bytes: a GUID and a number.
            records = b"".join(uuid.UUID(one).bytes_le + b"\0\0" for one in filters)
            kernel = rf"{INTERFACES}\{adapter}\Kernel"
            self.put(kernel, FilterList=binary(records), ProtocolList=multi("Tcpip", "Tcpip6", "rspndr"))
            self.put(rf"{NETWORK}\{{4d36e972-e325-11ce-bfc1-08002be10318}}\{adapter}\Connection", Name=sz(self.word()))
        self.put(INTERFACES)
        self.put(rf"{ADAPTERS}\0099", DriverDesc=Odd((SZ, NO_END)), ComponentId=Odd(dword(1)))

    def components(self):
        """Clients, services, protocols, and `Connections`, which is closed to accounts without rights."""
        for first, names in (
            ("73", ["ms_msclient"]),
            ("74", ["ms_pacer", "ms_server"]),
            ("75", ["ms_tcpip", "ms_lltdio"]),
        ):
            for name in names:
                key = rf"{NETWORK}\{{4d36e9{first}-e325-11ce-bfc1-08002be10318}}\{self.guid()}"
                self.put(
                    key, ComponentId=sz(name), Description=sz(self.word().title()), InstallTimeStamp=binary(bytes(16))
                )
                self.put(rf"{key}\Ndi", Service=sz(name[3:]), HelpText=sz("Made for a test"))
        self.put(NETWORK, Config=binary(bytes(512)))
        self.put(rf"{NETWORK}\Connections", Config=binary(bytes(64)))

    def safe_boot(self):
        """Both modes: services, drivers, groups and classes."""
        for mode in ("Minimal", "Network"):
            for number in range(50):
                name, says = (self.word(), "Service") if number % 3 else (f"{self.word()}.sys", "Driver")
                self.put(rf"{CONTROL}\SafeBoot\{mode}\{name}", default=sz(says))
            self.put(rf"{CONTROL}\SafeBoot\{mode}\{self.guid()}", default=sz("DiskDrive"))
            for odd in ((SZ, NO_END), dword(1), multi("Driver", "Group"), (SZ, b"\0")):
                self.put(rf"{CONTROL}\SafeBoot\{mode}\{self.word()}", default=Odd(odd))

    def programs(self):
        for place in UNINSTALL:
            for number in range(60 * self.size):
                name = self.word().title()
                key = self.guid().upper() if number % 2 else f"{name}_is1"
                self.put(
                    rf"{place}\{key}", DisplayName=sz(f"{name} {number}.0"), Publisher=sz(f"{self.word().title()} Ltd"),
                    DisplayVersion=sz(f"{number}.0"), UninstallString=sz(rf'"C:\Program Files\{name}\unins000.exe"'),
                )  # fmt: skip

    def odd_programs(self):
        oddities = [
            {"DisplayName": (SZ, NO_END)},
            {"DisplayName": dword(2024)},
            {"DisplayName": multi("Two", "names")},
            {"DisplayName": (SZ, HALF_A_PAIR)},
            {"DisplayName": sz("L" * 60_000)},
            {"DisplayName": binary()},
            {"DisplayName": sz("Fine"), "Publisher": Odd((SZ, NO_END + b"\0"))},
            {"DisplayName": sz("Fine"), "Publisher": Odd(dword(0))},
        ]
        for place in UNINSTALL:
            for values in oddities:
                odd = {name: Odd(value) if len(values) == 1 else value for name, value in values.items()}
                self.put(rf"{place}\{self.word()}", **odd)

    def certificates(self):
        """Records that hold no certificate: nothing in them is trusted."""
        for store in ("ROOT", "CA"):
            key = rf"{MICROSOFT}\SystemCertificates\{store}\Certificates"
            self.put(
                rf"{key}\{self.random.getrandbits(160):040X}",
                Blob=Odd(binary(b"\x20\0\0\0\1\0\0\0\xff\xff\xff\x7fshort")),
            )
            self.put(rf"{key}\{self.random.getrandbits(160):040X}", Blob=Odd(binary()))
            self.put(rf"{key}\{self.random.getrandbits(160):040X}")

    def tasks(self):
        for _ in range(90 * self.size):
            guid, path = self.guid().upper(), rf"Example\{self.word().title()}"
            self.put(rf"{SCHEDULE}\Tasks\{guid}", Path=sz(f"\\{path}"), Actions=binary(b"\3\0\0\0"))
            self.put(rf"{SCHEDULE}\Tree\{path}", Id=sz(guid), SD=binary(bytes(20)))

    def security(self):
        """A firewall that is on in every profile, with rules of other companies."""
        policy = rf"{SERVICES}\SharedAccess\Parameters\FirewallPolicy"
        for profile in ("DomainProfile", "StandardProfile", "PublicProfile"):
            self.put(rf"{policy}\{profile}", EnableFirewall=dword(1))
        for _ in range(70):
            name = self.word()
            rule = (
                rf"v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|App=C:\Program Files\{name}\{name}.exe|Name={name}|"
            )
            self.keys.setdefault(rf"{policy}\FirewallRules", {})[self.guid().upper()] = sz(rule)

    def rest(self):
        """Packages, autostart, early launch, and renames with empty strings between them."""
        family = r"HKCU\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository"
        for _ in range(40):
            name = f"{self.word().title()}.{self.word().title()}_1.0.0.0_x64__{self.word(6)}a"
            self.put(rf"{family}\Packages\{name}", PackageID=sz(name), DisplayName=sz(name.split("_")[0]))
        self.put(
            MICROSOFT + r"\Windows\CurrentVersion\Run", **{self.word(): Odd((SZ, NO_END)), self.word(): Odd(dword(1))}
        )
        self.put(CONTROL + r"\EarlyLaunch", BackupPath=sz(r"C:\windows\ELAMBKUP"))
        # What lets people format a disk as ReFS makes no recovery environment of their Windows.
        self.put(CONTROL + r"\MiniNT", AllowRefsFormatOverNoMirrorVolume=dword(1))
        self.put(CONTROL, SystemStartOptions=sz(" NOEXECUTE=OPTIN  HYPERVISORLAUNCHTYPE=AUTO"))
        moves = [r"\??\C:\windows\Temp\one.tmp", "", r"\??\C:\two.tmp", r"!\??\C:\three.tmp", "", ""]
        # Wine empties the first of the two lists when it starts; the second it leaves.
        self.put(CONTROL + r"\Session Manager", PendingFileRenameOperations2=Odd(multi(*moves)))
