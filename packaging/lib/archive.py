"""A zip that is the same for the same content: names in order, one time, no owner."""

import time
import zipfile


def write(target, files, seconds):
    """`files`: name in the archive to the file that goes there. `seconds`: the time they all bear."""
    # A zip knows no time before 1980.
    when = max(time.gmtime(seconds)[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in sorted(files.items()):
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, file.read_bytes())
