//! What real Windows lets nobody, or only administrators, read.

use super::super::fake::Builder;

/// Where a descriptor is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Read from registries of real computers.
    Seen(&'static str),
    /// Told by a page, or by how other keys of the same kind look; not seen.
    Assumed(&'static str),
}

/// `TrustedInstaller`, whose identifier is made of its name (MS-DTYP, "Well-known SID structures").
pub(super) const INSTALLER: &str = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";
const NET_SETUP: &str = "S-1-5-80-3290392786-819420393-1694314755-3737624005-3552167228";
const NETMAN: &str = "S-1-5-80-2898649604-2335086160-1904548223-3761738420-3855444835";

const TEST_SETS: &str = "registries of Windows 7 to 10 in public forensic test sets";
const WINDOWS_10: &str = "a registry of Windows 10 1709";
const HIVE_DEFAULTS: &str = "default rights of the hives, \"Registry Key Security and Access Rights\"";
const PROPERTIES: &str = "property keys are the system's; learn.microsoft.com, \"DEVPKEY_Device_UpperFilters\" \
                          and \"Accessing Device Setup Class Properties\" send readers to SetupAPI";

/// A place below a hive, a descriptor with `{…}` for a service's identifier, and where it is known from.
/// `*` in a place stands for every key at that level. The default of a place also holds below it.
pub(super) const DESCRIPTORS: [(&str, &str, Known); 14] = [
    (
        r"HKLM\SOFTWARE",
        "O:SYG:SYD:PAI(A;CI;KR;;;BU)(A;CI;KA;;;BA)(A;CI;KA;;;SY)(A;CIIO;KA;;;CO)",
        Known::Assumed(HIVE_DEFAULTS),
    ),
    (
        r"HKLM\SYSTEM",
        "O:BAG:SYD:PAI(A;CI;KR;;;BU)(A;CI;KA;;;BA)(A;CI;KA;;;SY)(A;CIIO;KA;;;CO)",
        Known::Assumed(HIVE_DEFAULTS),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{4d36e972-e325-11ce-bfc1-08002be10318}\Properties",
        "O:SYG:SYD:P(A;CI;KA;;;SY)",
        Known::Seen(TEST_SETS),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\Class\*\Properties",
        "O:SYG:SYD:P(A;CI;KA;;;SY)",
        Known::Assumed(PROPERTIES),
    ),
    (r"HKLM\SYSTEM\CurrentControlSet\Enum", "O:SYG:SYD:P(A;CI;KA;;;SY)(A;CI;KR;;;WD)", Known::Assumed(HIVE_DEFAULTS)),
    (r"HKLM\SYSTEM\CurrentControlSet\Enum\*\*\*\Properties", "O:SYG:SYD:P(A;CI;KA;;;SY)", Known::Assumed(PROPERTIES)),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\NetworkSetup2\Interfaces",
        "O:SYG:SYD:P(A;CI;KA;;;{INSTALLER})(A;CI;KA;;;{NET_SETUP})",
        Known::Seen(TEST_SETS),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\Network\Connections",
        "O:SYG:SYD:PAI(A;CI;0x3003f;;;{NETMAN})(A;CI;0x3003f;;;NO)(A;CI;KA;;;BA)(A;CI;KA;;;SY)",
        Known::Seen(TEST_SETS),
    ),
    (
        r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache",
        "O:BAG:SYD:PAI(A;CI;KA;;;BA)(A;CI;KA;;;SY)",
        Known::Assumed(
            "a scan without rights is refused there on Windows 10 and 11; who may change a task stands in \
                        its value SD",
        ),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\*\*",
        "O:{INSTALLER}G:SYD:PAI(A;;KA;;;{INSTALLER})(A;;KR;;;SY)(A;;KR;;;BA)(A;;KR;;;BU)(A;;KR;;;S-1-15-2-1)",
        Known::Seen(WINDOWS_10),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Services\*\Security",
        "O:SYG:SYD:P(A;CI;KA;;;SY)(A;CI;KA;;;BA)",
        Known::Seen(WINDOWS_10),
    ),
    (
        r"HKLM\SOFTWARE\Microsoft\Windows Defender\Exclusions",
        "O:SYG:SYD:P(A;CI;KA;;;SY)(A;CI;KR;;;BA)",
        Known::Assumed("Defender shows its exclusions to administrators only"),
    ),
    (
        r"HKLM\SYSTEM\CurrentControlSet\Control\Lsa\Data",
        "O:SYG:SYD:P(A;CI;KA;;;SY)",
        Known::Assumed("secrets of the security authority"),
    ),
    (
        r"HKLM\SOFTWARE\Microsoft\SystemCertificates\Protected",
        "O:SYG:SYD:P(A;CI;KA;;;SY)",
        Known::Assumed("roots that only the system may add, \"System Store Locations\""),
    ),
];

/// Sets every descriptor of the table on the keys that are there. Returns those keys.
pub(super) fn set(registry: &mut Builder) -> Vec<String> {
    let mut keys = Vec::new();
    for (place, descriptor, _) in DESCRIPTORS {
        let descriptor =
            descriptor.replace("{INSTALLER}", INSTALLER).replace("{NET_SETUP}", NET_SETUP).replace("{NETMAN}", NETMAN);
        for key in registry.at(place) {
            registry.rights(&key, &descriptor);
            keys.push(key);
        }
    }
    keys
}
