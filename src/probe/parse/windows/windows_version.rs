//! The name of a Windows version, from the values Windows keeps about itself.

/// First build of Windows 11. Its `ProductName` in the registry still says Windows 10.
const FIRST_WINDOWS_11: u32 = 22_000;

/// First build of Windows 10.
const FIRST_WINDOWS_10: u32 = 10_240;
/// A number with six digits is no build: Windows has counted in steps of a few thousand a year.
const ONE_MORE_DIGIT: u32 = 100_000;

/// The name people know, as in `Windows 11 Pro 24H2 (26100)`.
///
/// `product`, `release` and `build` are the values `ProductName`, `DisplayVersion` and
/// `CurrentBuild`; each may be missing. Without a product name the answer is still `Windows`.
pub fn windows_name(product: Option<&str>, release: Option<&str>, build: Option<&str>) -> String {
    let product = product.map(|product| product.trim().trim_start_matches("Microsoft ")).unwrap_or_default();
    let mut name = if product.is_empty() { "Windows" } else { product }.to_string();
    let build = build.map(str::trim).filter(|build| !build.is_empty());
    let number = build.and_then(|build| build.parse::<u32>().ok());
    if number.is_some_and(|number| number >= FIRST_WINDOWS_11)
        && let Some(edition) = name.strip_prefix("Windows 10")
    {
        name = format!("Windows 11{edition}");
    }
    if let Some(release) = release.map(str::trim).filter(|release| !release.is_empty()) {
        name = format!("{name} {release}");
    }
    match build {
        Some(build) => format!("{name} ({build})"),
        None => name,
    }
}

/// The number of a build, as in `26100`. None: no build of Windows 10 or later.
pub fn build_number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| (FIRST_WINDOWS_10..ONE_MORE_DIGIT).contains(number))
}

/// Whether `ProductType` of `Control\ProductOptions` is a server's. None for an unknown word.
pub fn is_server(product_type: &str) -> Option<bool> {
    match product_type.trim() {
        "WinNT" => Some(false),
        "ServerNT" | "LanmanNT" => Some(true),
        _ => None,
    }
}

/// Whether `ProductType` says that this computer looks after the accounts of a domain, so that its own local
/// accounts are those of the domain. An unknown word is none.
pub fn is_domain_controller(product_type: &str) -> bool {
    product_type.trim() == "LanmanNT"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_11_is_known_by_its_build() {
        assert_eq!(windows_name(Some("Windows 10 Pro"), Some("24H2"), Some("26100")), "Windows 11 Pro 24H2 (26100)");
        assert_eq!(windows_name(Some("Windows 10 Home"), Some("22H2"), Some("19045")), "Windows 10 Home 22H2 (19045)");
        assert_eq!(windows_name(Some("Windows 10"), None, Some("22000")), "Windows 11 (22000)");
        assert_eq!(windows_name(Some("Microsoft Windows 10"), None, Some("18362")), "Windows 10 (18362)");
        let server = windows_name(Some("Windows Server 2025 Standard"), Some("24H2"), Some("26100"));
        assert_eq!(server, "Windows Server 2025 Standard 24H2 (26100)");
    }

    #[test]
    fn missing_values_leave_what_is_known() {
        assert_eq!(windows_name(None, None, None), "Windows");
        assert_eq!(windows_name(Some(" "), Some(""), Some("19045")), "Windows (19045)");
        assert_eq!(windows_name(Some("Windows 10 Pro"), None, Some("new")), "Windows 10 Pro (new)");
    }

    #[test]
    fn a_domain_controller_is_a_server_too() {
        assert_eq!(["WinNT", "ServerNT", "LanmanNT", ""].map(is_server), [Some(false), Some(true), Some(true), None]);
        assert_eq!(["WinNT", "ServerNT", "LanmanNT", ""].map(is_domain_controller), [false, false, true, false]);
    }
}
