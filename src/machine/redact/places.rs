//! Names that their place gives away: folders of people, disks, other computers, accounts of a domain.

use super::{Known, SHARED, compile};
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Between two folders: doubled in JSON, escaped in addresses.
const SEP: &str = r"(?:[\\/]+|%5C|%2F)";
/// A folder that is named after a person or disk.
const NAME: &str = r#"([^\\/%"<>|*?:]+)"#;

/// Where people's folders stand: on every system, on a disk of their own, on a share.
static PROFILES: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        compile(&format!(r"({SEP}(?:Users|home|Documents and Settings){SEP}){NAME}")),
        compile(&format!(r"((?:^|[^a-z0-9])[a-z]:{SEP}(?:Profiles|Homes|People){SEP}){NAME}")),
        compile(&format!(r#"((?:^|[\s"'=(:])/(?:[\w.-]+/)?(?:people|homes|profiles|staff|students)/){NAME}"#)),
        compile(&format!(r"({SEP}(?:users|homes?|profiles?|people|staff|students)\${SEP}){NAME}")),
    ]
});
/// Disks that a person named, and the folder of whoever mounted them.
static VOLUME: LazyLock<Regex> = LazyLock::new(|| compile(r#"((?:^|[^\w/])/Volumes/)([^/"<>|:]+)"#));
static MEDIA: LazyLock<Regex> = LazyLock::new(|| compile(r#"((?:^|[^\w/])/(?:run/)?media/)([^/"\s]+)(/[^/"]+)?"#));
/// Disks that every Mac has.
const OWN_VOLUMES: [&str; 8] = ["macintosh hd", "data", "preboot", "recovery", "vm", "update", "disk", "xarts"];
/// Disks by the folder that they are mounted in, or by a name or number of their own. A single letter is a drive of
/// Windows.
static MOUNTED: LazyLock<Regex> =
    LazyLock::new(|| compile(r#"((?:^|[^\w/])/mnt/|/by-(?:label|partlabel|id)/)([^/"\s:]{2,})"#));
/// A unit for a folder, whose path is its name.
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r#"((?:^|[\\/\s"'=(,;])(?:home|Users|run-media|media)-)((?:\\x[0-9a-f]{2}|[^-./\\\s])+)((?:-[^/\s]*)?)(\.(?:mount|automount|swap|path|device)\b)"#,
    )
});
/// The same of a disk.
static DISK_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r#"((?:^|[\\/\s"'=(,;])mnt-|-by\\{1,2}x2d(?:label|partlabel|id)-)[^/\s]{2,}?(\.(?:mount|automount|swap|path|device)\b)"#,
    )
});
/// What a unit of systemd that stands for many is asked to be: a person, a computer, a company.
static INSTANCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r#"(@)([^@/\s"'=(),;]+)(\.(?:service|socket|target|timer|slice|scope|path|mount|automount|swap|device)\b)"#)
});
/// Instances that name nobody: numbers, terminals, devices.
static OWN_INSTANCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?:[0-9:.-]+|(?:dev-)?(?:tty[a-z]*|pts|console|sd[a-z]|vd[a-z]|nvme|dm|md|loop)[0-9pn-]*)$")
});
/// The number of an account.
static SID: LazyLock<Regex> = LazyLock::new(|| compile(r"S-1-(?:5-21|12-1)(?:-[0-9]+)+"));
static BARE_SID: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(^|[^0-9a-z-])(5-21|12-1)(?:-[0-9]{4,10}){3,4}(?:-[0-9]+)?"));
/// Another computer.
static SHARE: LazyLock<Regex> =
    LazyLock::new(|| compile(r#"((?:^|[^\\/\w:%])(?:\\{2,}|(?:%5C){2,}|/{2}))([\w][\w.-]*)((?:\\|/|%5C))"#));
/// An account of a domain or computer, in free text: `ACMECORP\grace`. The domain stands in capitals.
static LOGON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(^|[\s"'(=,;<])([A-Z0-9][A-Z0-9_-]{0,14})\\{1,2}([^\\/\s"'<>|:,;.)]+(?:\.[^\\/\s"'<>|:,;)]+)?)($|[\s"'),;>:.])"#)
        .expect("a constant pattern compiles")
});
/// What stands before a backslash and is no domain: hives, the system's own authorities, and buses of devices.
const NO_DOMAINS: [&str; 24] = [
    "hklm",
    "hkcu",
    "hku",
    "hkcr",
    "hkcc",
    "hkey_local_machine",
    "hkey_users",
    "builtin",
    "authority",
    "service",
    "nt",
    "wmi",
    "acpi",
    "bth",
    "display",
    "hdaudio",
    "hid",
    "pci",
    "root",
    "scsi",
    "storage",
    "swd",
    "usb",
    "usbstor",
];
/// An account as the whole text, in any spelling.
static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| compile(r"^([^\\/:]+)\\([^\\/]+)$"));

/// The text without them.
pub(super) fn hide_places<'t>(text: &'t str, known: &Known) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains('@') {
        replace_matches(&mut text, &INSTANCE, |found| {
            if OWN_INSTANCE.is_match(&found[2]) { found[0].into() } else { format!("@instance{}", &found[3]) }
        });
    }
    if !text.contains(['\\', '/', '%', '-']) {
        return text;
    }
    for profile in &*PROFILES {
        replace_matches(&mut text, profile, |found| named(found, &SHARED, "user"));
    }
    replace_matches(&mut text, &VOLUME, |found| named(found, &OWN_VOLUMES, "disk"));
    replace_matches(&mut text, &MEDIA, |found| {
        let disk = if found.get(3).is_some() { "/disk" } else { "" };
        format!("{}user{disk}", &found[1])
    });
    replace_matches(&mut text, &MOUNTED, |found| format!("{}disk", &found[1]));
    replace_matches(&mut text, &UNIT, |found| {
        let of_disk = found[1].to_lowercase().ends_with("media-") && !found[3].is_empty();
        format!("{}user{}{}", &found[1], if of_disk { "-disk" } else { &found[3] }, &found[4])
    });
    replace_matches(&mut text, &DISK_UNIT, |found| format!("{}disk{}", &found[1], &found[2]));
    replace_matches(&mut text, &SID, |_| "S-1-5-21-0".into());
    replace_matches(&mut text, &BARE_SID, |found| format!("{}5-21-0", &found[1]));
    replace_matches(&mut text, &SHARE, |found| {
        if known.is_host(&found[2]) { found[0].into() } else { format!("{}computer{}", &found[1], &found[3]) }
    });
    replace_matches(&mut text, &LOGON, |found| {
        let file = [".exe", ".dll", ".sys", ".msi", ".com"].iter().any(|end| found[3].to_lowercase().ends_with(end));
        let domain = found[2].to_lowercase();
        if file || NO_DOMAINS.contains(&domain.as_str()) || known.left_of(&domain).is_some() {
            found[0].into()
        } else {
            format!(r"{}domain\user{}", &found[1], &found[4])
        }
    });
    text
}

/// An account as the whole text: `AcmeCorp\grace`. The system's own accounts name nobody.
pub(super) fn hide_account(text: &str) -> Cow<'_, str> {
    const SYSTEM: [&str; 6] = ["nt authority", "builtin", "nt service", "window manager", "font driver host", "domain"];
    match ACCOUNT.captures(text.trim()) {
        Some(found) if !SYSTEM.contains(&found[1].to_lowercase().as_str()) => Cow::Borrowed(r"domain\user"),
        _ => Cow::Borrowed(text),
    }
}

fn named(found: &Captures<'_>, shared: &[&str], word: &str) -> String {
    if shared.contains(&found[2].to_lowercase().as_str()) {
        found[0].to_string()
    } else {
        format!("{}{word}", &found[1])
    }
}

/// Replaces what an expression finds. Two that share the blank between them are found in two passes.
pub(super) fn replace_matches(text: &mut Cow<'_, str>, expression: &Regex, to: impl Fn(&Captures<'_>) -> String) {
    for _ in 0..2 {
        if expression.is_match(text) {
            *text = Cow::Owned(expression.replace_all(text, |found: &Captures<'_>| to(found)).into_owned());
        }
    }
}
