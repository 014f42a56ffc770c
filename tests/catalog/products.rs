//! Products and their maker, by the names that people and certificates give them.

use cleanbreak::catalog::Catalog;
use cleanbreak::catalog::Family;
use cleanbreak::machine::Os;

fn product(os: Os, name: &str) -> Option<&'static str> {
    Catalog::embedded().product_named(os, name).map(|product| product.id.as_str())
}

#[test]
fn products_are_found_by_the_names_people_see() {
    let names = [
        ("Kaspersky Standard", "kaspersky-suite-21"),
        ("Kaspersky Premium 21.25", "kaspersky-suite-21"),
        ("Kaspersky Total Security", "kaspersky-home-legacy"),
        ("Kaspersky Endpoint Security для Windows", "endpoint-security"),
        ("Kaspersky Endpoint Security para Windows", "endpoint-security"),
        ("Agente de red de Kaspersky Security Center", "network-agent"),
        ("Agent d'administration de Kaspersky Security Center", "network-agent"),
        ("Kaspersky VPN", "vpn"),
        ("Kaspersky Something New 2030", "kaspersky-other"),
        ("UltraAV", "ultraav"),
        ("UltraVPN", "ultravpn"),
    ];
    for (name, id) in names {
        assert_eq!(product(Os::Windows, name), Some(id), "{name}");
    }
    for name in ["How to remove Kaspersky", "Parallels Internet Security Powered by Kaspersky", "Kasper", ""] {
        assert_eq!(product(Os::Windows, name), None, "{name}");
    }
    let french = Catalog::embedded().product_keyed(Os::Windows, "{2924BEDA-E0D7-4DAF-A224-50D2E0B12F5B}");
    assert_eq!(french.map(|product| product.id.as_str()), Some("network-agent"));
    assert!(Catalog::embedded().embedder_named("Parallels Internet Security Powered by Kaspersky").is_some());
    assert!(
        Catalog::embedded().embedder_named("F-Secure Internet Security").is_none(),
        "only versions of 2005 to 2009"
    );
}

#[test]
fn successors_are_never_counted_as_kaspersky() {
    for product in Catalog::embedded().products.iter().filter(|product| product.family == Family::Successor) {
        assert!(product.id.starts_with("ultra"), "{}", product.id);
        assert!(!Catalog::embedded().vendor.is_named_in(&product.name));
    }
    for rule in &Catalog::embedded().rules {
        let successors = rule.products.iter().filter(|id| id.starts_with("ultra")).count();
        assert!(successors == 0 || successors == rule.products.len(), "{} mixes successors with Kaspersky", rule.id);
    }
}

#[test]
fn the_vendor_is_told_from_others() {
    let vendor = &Catalog::embedded().vendor;
    let makers = [
        "AO Kaspersky Lab",
        "Kaspersky Lab",
        "Kaspersky",
        "Kaspersky Lab ZAO",
        "Kaspersky Lab JSC",
        " AO Kaspersky Lab ",
        "АО \"Лаборатория Касперского\"",
        "АО «Лаборатория Касперского»",
        "Kaspersky Lab UK Limited",
        "Kaspersky Lab <support@kaspersky.com>",
        "Developer ID Application: Kaspersky Lab UK Limited (2Y8XE5CQ94)",
    ];
    for name in makers {
        assert!(vendor.is_publisher(name), "{name}");
    }
    for name in ["Powered by Kaspersky", "Kasper Inc.", "Kingsoft", "Not Kaspersky Lab", "", "Kaspersky Removal Team"] {
        assert!(!vendor.is_publisher(name), "{name}");
    }
    let paths = [
        r"C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.25\avp.exe",
        r"C:\ProgramData\KasperskyLab\adminkit",
        r"C:\PROGRA~2\KASPER~1\avp.exe",
        "/opt/kaspersky/kesl/libexec/kesl",
        "/var/log/kaspersky/kesl/x.log",
        "/Library/Application Support/Kaspersky Lab/KAV",
        "/Applications/Kaspersky Anti-Virus For Mac.app/Contents",
    ];
    for path in paths {
        assert!(vendor.owns_path(path), "{path}");
    }
    for path in
        [r"C:\Users\x\Downloads\kaspersky\setup.exe", "/home/x/kaspersky/a", r"C:\Kaspersky Labels\x", "/opt/kasper/x"]
    {
        assert!(!vendor.owns_path(path), "{path}");
    }
    assert!(vendor.is_neutral_signer("Microsoft Windows Hardware Compatibility Publisher"));
    assert!(!vendor.is_neutral_signer("AO Kaspersky Lab"));
    assert!(vendor.is_named_in("Антивирус Касперского") && !vendor.is_named_in("Kasper"));
}
