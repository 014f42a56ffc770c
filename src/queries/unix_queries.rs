//! What osquery is asked on Linux and macOS, and what it is asked in the same way on each system.

use super::place_queries::file_selects;
use super::query::{Platform, Query};
use super::select::{
    Certainty, Select, any_of, by_rules, friend_expressions, in_vendor_folder, is_vendor, matches_whole,
    matches_within, names_vendor, none_of, not_in_another_folder, product_keys, product_names, rules_of,
    those_conditions,
};
use crate::catalog::{Catalog, Target};
use crate::machine::Os;

use Certainty::{Likely, Possible};

/// The queries for Linux.
pub(super) fn linux_queries(catalog: &Catalog) -> Vec<Query> {
    let query = |what, means, selects| Query::new(Platform::Linux, what, means, selects);
    vec![
        query("packages_linux", "Kaspersky packages that are installed, or removed and not purged.", packages(catalog)),
        query("units_linux", "Kaspersky units and kernel modules.", units(catalog)),
        query("files_linux", "Kaspersky files and folders.", files(catalog, Os::Linux)),
        query("processes_linux", "Kaspersky programs that run.", process_selects(catalog, Os::Linux)),
    ]
}

/// The queries for macOS.
pub(super) fn mac_queries(catalog: &Catalog) -> Vec<Query> {
    let query = |what, means, selects| Query::new(Platform::Darwin, what, means, selects);
    vec![
        query("apps_mac", "Kaspersky apps, and receipts of their installers.", apps(catalog)),
        query("services_mac", "Kaspersky jobs and extensions of the system.", jobs(catalog)),
        query("certificates_mac", "Kaspersky certificates in keychains.", certificate_selects(catalog, Os::Macos)),
        query("files_mac", "Kaspersky files and folders.", files(catalog, Os::Macos)),
        query("processes_mac", "Kaspersky programs that run.", process_selects(catalog, Os::Macos)),
        query("extensions_mac", "Kaspersky extensions in browsers.", extension_selects(catalog, Os::Macos)),
    ]
}

fn files(catalog: &Catalog, os: Os) -> Vec<Select> {
    let apart = friend_expressions(catalog, Target::File);
    let of = |certainty| file_selects(rules_of(catalog, os, Target::File), certainty, &apart);
    of(Likely).into_iter().chain(of(Possible)).collect()
}

/// Certificates, by the common name or the organisation of their subject. The name of a store is translated on Windows,
/// so it is shown and never asked for.
pub(super) fn certificate_selects(catalog: &Catalog, os: Os) -> Vec<Select> {
    let shape = |certainty, conditions| Select {
        certainty,
        name: "common_name",
        place: "store_location || ' ' || store || path",
        detail: "sha1",
        from: "certificates",
        conditions,
    };
    by_rules(catalog, (os, Target::Certificate), "lower(common_name)", shape, None, &[])
}

/// Programs that run, by name or by the vendor's folder.
pub(super) fn process_selects(catalog: &Catalog, os: Os) -> Vec<Select> {
    let shape = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "pid",
        from: "processes",
        conditions,
    };
    let strangers = none_of(matches_whole("lower(path)", &friend_expressions(catalog, Target::File)));
    let apart = none_of(matches_whole("lower(name)", &friend_expressions(catalog, Target::Process)));
    let folder = in_vendor_folder(catalog, "lower(path)");
    by_rules(
        catalog,
        (os, Target::Process),
        "lower(name)",
        shape,
        folder,
        &[strangers, apart, not_in_another_folder(catalog, "lower(path)", None)],
    )
}

/// Extensions of every account: without the accounts, osquery looks at its own only.
pub(super) fn extension_selects(catalog: &Catalog, os: Os) -> Vec<Select> {
    let shape = |from| {
        move |certainty, conditions| Select {
            certainty,
            name: "name",
            place: "path",
            detail: "identifier",
            from,
            conditions,
        }
    };
    let apart = none_of(matches_whole("lower(identifier)", &friend_expressions(catalog, Target::Extension)));
    let both = ["users CROSS JOIN chrome_extensions USING (uid)", "users CROSS JOIN firefox_addons USING (uid)"];
    let key = (os, Target::Extension);
    both.into_iter()
        .flat_map(|from| by_rules(catalog, key, "lower(identifier)", shape(from), None, std::slice::from_ref(&apart)))
        .collect()
}

/// Packages by name, and by whoever keeps them.
fn packages(catalog: &Catalog) -> Vec<Select> {
    let names = |certainty| matches_whole("lower(name)", &product_names(catalog, Os::Linux, certainty));
    let key = matches_whole("lower(name)", &product_keys(catalog, Os::Linux));
    let both = [("deb_packages", "maintainer", "status"), ("rpm_packages", "vendor", "vendor")];
    let of = |(table, maker, detail): (&'static str, &'static str, &'static str)| {
        let ours = any_of(those_conditions([
            is_vendor(catalog, &format!("lower({maker})")),
            names_vendor(catalog, &format!("lower({maker})")),
        ]));
        let unsaid = any_of(those_conditions([Some(format!("{maker} = ''")), ours.clone()]));
        let short = names(Possible);
        // A short name is this product's only if its maker says so.
        let short_ours = short.clone().zip(ours).map(|(name, ours)| format!("({name} AND {ours})"));
        let sure = any_of(those_conditions([key.clone(), names(Likely), short_ours]));
        let select = |certainty, conditions| Select {
            certainty,
            name: "name",
            place: "version",
            detail,
            from: table,
            conditions,
        };
        vec![
            select(Likely, those_conditions([sure.clone()])),
            select(Possible, those_conditions([short, none_of(sure), unsaid])),
        ]
    };
    both.into_iter().flat_map(of).collect()
}

fn units(catalog: &Catalog) -> Vec<Select> {
    let unit = |certainty, conditions| Select {
        certainty,
        name: "id",
        place: "fragment_path",
        detail: "active_state",
        from: "systemd_units",
        conditions,
    };
    let module = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "'/proc/modules'",
        detail: "status",
        from: "kernel_modules",
        conditions,
    };
    let key = (Os::Linux, Target::Service);
    let mut selects = by_rules(catalog, key, "lower(id)", unit, None, &[]);
    selects.extend(by_rules(catalog, key, "lower(name)", module, None, &[]));
    selects
}

/// Bundles and receipts. Other makers' bundles begin with their own name.
fn apps(catalog: &Catalog) -> Vec<Select> {
    let keys = product_keys(catalog, Os::Macos);
    let names = product_names(catalog, Os::Macos, Likely);
    let own = matches_within("lower(bundle_identifier)", &["com\\.kaspersky\\.".into()], "^", "");
    let named = matches_within("lower(name)", &names, "^", r"(?:\.app)?$");
    let named = named.zip(own).map(|(name, own)| format!("({name} AND (bundle_identifier = '' OR {own}))"));
    vec![
        Select {
            certainty: Likely,
            name: "name",
            place: "path",
            detail: "bundle_short_version",
            from: "apps",
            conditions: those_conditions([any_of(those_conditions([
                matches_whole("lower(bundle_identifier)", &keys),
                named,
            ]))]),
        },
        Select {
            certainty: Likely,
            name: "package_id",
            place: "path",
            detail: "version",
            from: "package_receipts",
            conditions: those_conditions([matches_whole("lower(package_id)", &keys)]),
        },
    ]
}

fn jobs(catalog: &Catalog) -> Vec<Select> {
    let key = (Os::Macos, Target::Service);
    let job = |certainty, conditions| Select {
        certainty,
        name: "label",
        place: "path",
        detail: "program",
        from: "launchd",
        conditions,
    };
    let system = |certainty, conditions| Select {
        certainty,
        name: "identifier",
        place: "path",
        detail: "state",
        from: "system_extensions",
        conditions,
    };
    let kernel = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "version",
        from: "kernel_extensions",
        conditions,
    };
    let mut selects = by_rules(catalog, key, "lower(label)", job, None, &[]);
    selects.extend(by_rules(catalog, key, "lower(identifier)", system, None, &[]));
    selects.extend(by_rules(catalog, key, "lower(name)", kernel, None, &[]));
    selects
}
