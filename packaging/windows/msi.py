"""Makes the installer with wixl, and mends what wixl 0.101 does not do."""

import datetime
import struct
import uuid

from project import DATA, ROOT, VERSION, product_code, run

# wixl puts this last when any action has a number of its own. Here an old version is removed
# before anything is copied, and is put back if that fails.
SEQUENCE = {"RemoveExistingProducts": 1401}
# Files with version information. Without these numbers Windows Installer would compare wrongly
# and leave an old program in place.
VERSIONED = ("Window", "Console")
# FMTID_SummaryInformation, as it stands in the file.
SUMMARY = uuid.UUID("F29F85E0-4FF9-1068-AB91-08002B27B3D9").bytes_le


def make(folder, target, seconds):
    """Packs what lies in `folder`. Every time in the result is `seconds`."""
    variables = {
        "ProductCode": product_code(),
        "UpgradeCode": DATA["windows"]["upgrade_code"],
        "Version": VERSION,
        "Publisher": DATA["publisher"],
    }
    given = [part for name, value in variables.items() for part in ("-D", f"{name}={value}")]
    # It takes no absolute paths for the files that go in.
    run("wixl", "-a", "x64", *given, "-o", target, ROOT / "packaging/windows/cleanbreak.wxs", cwd=folder)
    for action, number in SEQUENCE.items():
        query(target, f"UPDATE InstallExecuteSequence SET Sequence={number} WHERE Action='{action}'")
    for file in VERSIONED:
        query(target, f"UPDATE File SET Version='{VERSION}.0', Language='1033' WHERE File='{file}'")
        query(target, f"DELETE FROM MsiFileHash WHERE File_='{file}'")
    content = uuid.uuid5(uuid.UUID(product_code()), str(seconds))
    run("msibuild", target, "-s", f"Clean Break {VERSION}", DATA["publisher"], "x64;1033", f"{{{content}}}".upper())
    set_times(target, seconds)


def query(target, sql):
    """Changes one thing in the installer's tables."""
    run("msibuild", target, "-q", sql)


def set_times(target, seconds):
    """Writes when it was made and last saved over the present time that wixl put there."""
    data = bytearray(target.read_bytes())
    start = data.index(SUMMARY) - 28
    section = start + struct.unpack_from("<I", data, start + 44)[0]
    (count,) = struct.unpack_from("<I", data, section + 4)
    # Hundreds of nanoseconds since 1601, as Windows counts.
    began = datetime.datetime(1601, 1, 1, tzinfo=datetime.timezone.utc).timestamp()
    time = struct.pack("<Q", int((seconds - began) * 10_000_000))
    found = 0
    for number in range(count):
        kind, offset = struct.unpack_from("<II", data, section + 8 + 8 * number)
        # PIDSI_CREATE_DTM, PIDSI_LASTSAVE_DTM
        if kind in (12, 13):
            data[section + offset + 4 : section + offset + 12] = time
            found += 1
    if found != 2:
        raise SystemExit(f"{target}: its summary has {found} times, not 2")
    target.write_bytes(data)
