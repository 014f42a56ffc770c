//! Which of Windows' app packages and firewall rules are the vendor's. Pure, so that it is tried on every
//! system; what is nobody's here is not recorded.

use super::parse::firewall_rule::RuleText;
use crate::catalog::Catalog;
use crate::machine::AppPackage;
use std::collections::BTreeSet;

/// The packages that are the vendor's or name it. `publisher` reads the manifest of one of them, and is asked
/// for no other: a person's list of apps is nobody's business.
///
/// A package may be called anything; the id of its publisher may not. So one that was signed for the
/// publisher of a package with the vendor's name is the vendor's too.
pub fn of_the_vendor(
    catalog: &Catalog,
    packages: Vec<AppPackage>,
    publisher: &dyn Fn(&AppPackage) -> Option<String>,
) -> Vec<AppPackage> {
    let vendor = &catalog.vendor;
    let own_name = |package: &AppPackage| vendor.is_app_name(package.name());
    let ids: BTreeSet<String> =
        packages.iter().filter(|package| own_name(package)).filter_map(AppPackage::publisher_id).collect();
    let ours = |package: &AppPackage| {
        own_name(package)
            || package.publisher_id().is_some_and(|id| ids.contains(&id))
            || [&package.full_name, &package.display].into_iter().any(|text| vendor.is_named_in(text))
    };
    let mut found: Vec<AppPackage> = packages.into_iter().filter(ours).collect();
    found.iter_mut().for_each(|package| package.publisher = publisher(package));
    found
}

/// Whether a rule of the firewall names the vendor, or is for a program in one of the vendor's folders.
pub fn concerns_the_vendor(catalog: &Catalog, rule: &RuleText) -> bool {
    let vendor = &catalog.vendor;
    vendor.owns_path(&rule.program)
        || [&rule.program, &rule.name, &rule.group].into_iter().any(|text| vendor.is_named_in(text))
}

#[cfg(test)]
mod tests {
    use super::super::parse::firewall_rule;
    use super::*;
    use crate::machine::{AppList, Scope};
    use std::cell::RefCell;

    fn package(full_name: &str, display: &str) -> AppPackage {
        AppPackage {
            full_name: full_name.into(),
            list: AppList::Account,
            display: display.into(),
            publisher: None,
            scope: Scope::User,
            place: full_name.into(),
        }
    }

    #[test]
    fn packages_are_the_vendor_s_by_name_by_publisher_id_or_by_what_people_read() {
        let packages = vec![
            package("Kaspersky.Whatever99_3.1_neutral__q7q7q7q7q7q7q", "x"),
            package("4DF9E0F8.KasperskyQuux_1.0_x64__aaaaaaaaaaaaa", ""),
            package("Shell.Helper_1.0_x64__Q7Q7Q7Q7Q7Q7Q", "@{resource}"),
            package("12345Ada.Guide_1.0_x64__bbbbbbbbbbbbb", "Guide to Kaspersky"),
            package("Contoso.Editor_1.0_x64__8wekyb3d8bbwe", "Editor"),
        ];
        let asked = RefCell::new(Vec::new());
        let found = of_the_vendor(Catalog::embedded(), packages, &|package| {
            asked.borrow_mut().push(package.name().to_string());
            Some("CN=y".into())
        });
        let names: Vec<&str> = found.iter().map(AppPackage::name).collect();
        assert_eq!(names, ["Kaspersky.Whatever99", "4DF9E0F8.KasperskyQuux", "Shell.Helper", "12345Ada.Guide"]);
        assert_eq!(asked.into_inner(), names, "nobody else's manifest is opened");
    }

    #[test]
    fn rules_are_the_vendor_s_by_program_name_or_group() {
        let catalog = Catalog::embedded();
        let concerns = |text: &str| concerns_the_vendor(catalog, &firewall_rule::parse_firewall_rule(text).unwrap());
        for ours in [
            r"v2.31|App=%ProgramFiles(x86)%\KasperskyLab\Q9\zz.exe|Name=zz|",
            r"v2.31|App=C:\Q\zz.exe|Name=Kaspersky zz|",
            "v2.31|Name=@{Kaspersky.Q_1.0_x64__q7q7q7q7q7q7q?ms-resource://x}|",
            "v2.31|Name=zz|EmbedCtxt=Лаборатория Касперского|",
        ] {
            assert!(concerns(ours), "{ours}");
        }
        for other in [r"v2.31|App=C:\Program Files\Q\zz.exe|Name=zz|EmbedCtxt=Q|", "v2.31|Desc=blocks Kaspersky|"] {
            assert!(!concerns(other), "{other}");
        }
    }
}
