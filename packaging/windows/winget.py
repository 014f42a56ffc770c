"""The three files by which `winget` knows a version, made from the same data as the installer."""

import hashlib
from datetime import datetime, timezone

from project import DATA, VERSION, product_code

SCHEMA = "1.6.0"


def write(folder, installer, address, seconds):
    """`address`: where the files of this release are downloaded from, without a slash at the end."""
    name = DATA["windows"]["winget"]
    day = datetime.fromtimestamp(seconds, timezone.utc).date()
    checksum = hashlib.sha256(installer.read_bytes()).hexdigest().upper()
    head = {"PackageIdentifier": name, "PackageVersion": VERSION}
    files = {
        "": {**head, "DefaultLocale": "en-US", "ManifestType": "version"},
        ".installer": {
            **head,
            "MinimumOSVersion": DATA["windows"]["minimum"],
            "InstallerType": "wix",
            "Scope": "machine",
            "UpgradeBehavior": "install",
            "ReleaseDate": day.isoformat(),
            "Installers": [
                {
                    "Architecture": "x64",
                    "InstallerUrl": f"{address}/{installer.name}",
                    "InstallerSha256": checksum,
                    "ProductCode": f"'{{{product_code()}}}'",
                }
            ],
            "ManifestType": "installer",
        },
        ".locale.en-US": {
            **head,
            "PackageLocale": "en-US",
            "Publisher": DATA["publisher"],
            "PackageName": DATA["name"],
            "License": DATA["license"],
            "ShortDescription": f"'{DATA['summary']}.'",
            "ManifestType": "defaultLocale",
        },
    }
    folder.mkdir(parents=True, exist_ok=True)
    for part, fields in files.items():
        kind = fields["ManifestType"]
        lines = [f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{SCHEMA}.schema.json", ""]
        for key, value in [*fields.items(), ("ManifestVersion", SCHEMA)]:
            lines += yaml(key, value)
        (folder / f"{name}{part}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def yaml(key, value):
    """A field, or a list of mappings one level deep."""
    if not isinstance(value, list):
        return [f"{key}: {value}"]
    lines = [f"{key}:"]
    for item in value:
        lines += [f"{'- ' if number == 0 else '  '}{name}: {part}" for number, (name, part) in enumerate(item.items())]
    return lines
