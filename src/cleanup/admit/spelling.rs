//! How places are spelled: registry keys as the editor shows them, and folders of trusted roots.

/// Folders of Linux and macOS where an administrator, or a product, adds a trusted root.
const ADDED_ROOTS: [&str; 5] = [
    "/usr/local/share/ca-certificates/",
    "/etc/pki/ca-trust/source/anchors/",
    "/etc/pki/trust/anchors/",
    "/etc/ca-certificates/trust-source/anchors/",
    "/etc/ssl/certs/",
];
/// Whether a file stands where added roots stand, and in no folder below.
pub(super) fn added_root(path: &str) -> bool {
    ADDED_ROOTS.iter().any(|folder| {
        path.find(folder).is_some_and(|at| {
            let name = &path[at + folder.len()..];
            !name.is_empty() && !name.contains('/') && name != "ca-certificates.crt"
        })
    })
}

/// The rest of a text that starts so, blind to case.
pub(super) fn strip_start<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
}

/// The file name below a folder with this name.
pub(super) fn strip_folder<'t>(path: &'t str, folder: &str) -> Option<&'t str> {
    let at = path.to_ascii_lowercase().rfind(&folder.to_ascii_lowercase())?;
    Some(&path[at + folder.len()..]).filter(|name| !name.is_empty() && !name.contains('\\'))
}

/// What follows `SOFTWARE\` of a hive, in either view.
pub(super) fn below_software(path: &str) -> Option<&str> {
    let below = ["HKLM", "HKCU"].iter().find_map(|hive| strip_start(path, &format!(r"{hive}\SOFTWARE\")))?;
    Some(strip_start(below, r"WOW6432Node\").unwrap_or(below))
}

/// The catalogue's spelling of a key as the registry editor shows it. None: it is no plain path. The classes of the
/// 32-bit view stand in those of the computer; a link of Windows' own leads there from `SOFTWARE\WOW6432Node`.
pub(super) fn registry_place(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('\\').collect();
    if parts.len() < 3 || parts.iter().any(|part| part.is_empty() || part.contains('\0')) {
        return None;
    }
    let is = |at: usize, name: &str| parts.get(at).is_some_and(|part| part.eq_ignore_ascii_case(name));
    let at = if is(2, "Classes") && parts[0].eq_ignore_ascii_case("HKLM") { 3 } else { 2 };
    let narrow = is(1, "SOFTWARE") && is(at, "WOW6432Node");
    let root = match parts[0].to_ascii_uppercase().as_str() {
        "HKLM" if narrow => "{HKLM32}",
        "HKLM" => "{HKLM64}",
        "HKCU" => "{HKCU}",
        _ => return None,
    };
    let below: Vec<&str> = if narrow { [&parts[1..at], &parts[at + 1..]].concat() } else { parts[1..].to_vec() };
    Some(format!("{root}/{}", below.join("/")))
}
