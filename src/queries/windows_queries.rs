//! What osquery is asked on Windows. Not asked, because it cannot tell: the filtering platform, bindings of the network,
//! changes that wait for a restart, and who signed what.

use super::expression::entry_expression;
use super::place_queries::{file_selects, key_selects};
use super::query::{Platform, Query};
use super::select::{
    Certainty, Select, any_of, by_rules, friend_expressions, in_vendor_folder, is_vendor, matches_whole,
    matches_within, names_vendor, no_embedder, none_of, not_embedded, not_in_another_folder, overlapping_friends,
    product_keys, product_names, rule_expressions, rules_of, those_conditions,
};
use crate::catalog::{Catalog, Target, inner_regex};
use crate::machine::Os;

use Certainty::{Likely, Possible};

const CONTROL: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control";
/// The class of network components, as Windows lists them by adapter and protocol.
const NETWORK: &str = "{4D36E974-E325-11CE-BFC1-08002BE10318}";

/// Where drivers are, on a Windows on drive C.
const DRIVERS: &str = r"C:\Windows\System32\drivers";

/// The queries for Windows.
pub(super) fn windows_queries(catalog: &Catalog) -> Vec<Query> {
    let query = |what, means, selects| Query::new(Platform::Windows, what, means, selects);
    vec![
        query("programs", "Kaspersky programs that are registered.", programs(catalog)),
        query("services", "Kaspersky services and drivers that are registered.", services(catalog)),
        query("class_filters", "Kaspersky drivers in the filter lists of device classes.", class_filters(catalog)),
        query("network_parts", "Kaspersky parts of the network stack.", network_parts(catalog)),
        query(
            "certificates",
            "Kaspersky certificates in any store.",
            super::unix_queries::certificate_selects(catalog, Os::Windows),
        ),
        query("driver_files", "Files of Kaspersky drivers, also those kept for early start.", driver_files(catalog)),
        query("driver_packages", "Kaspersky packages in the driver store.", driver_packages(catalog)),
        query("safe_boot", "Kaspersky entries for Safe Mode.", safe_boot(catalog)),
        query("files", "Kaspersky files and folders, on a Windows on drive C.", files(catalog)),
        query("registry_keys", "Kaspersky registry keys, also of accounts that are signed in.", registry_keys(catalog)),
        query("tasks", "Tasks and autostart entries of Kaspersky.", tasks(catalog)),
        query("processes", "Kaspersky programs that run.", super::unix_queries::process_selects(catalog, Os::Windows)),
        query(
            "extensions",
            "Kaspersky extensions in browsers.",
            super::unix_queries::extension_selects(catalog, Os::Windows),
        ),
        query(
            "security_center",
            "Kaspersky products that Windows Security lists; not on a server.",
            security_center(catalog),
        ),
    ]
}

fn programs(catalog: &Catalog) -> Vec<Select> {
    let folder = || in_vendor_folder(catalog, "lower(install_location)");
    let folders = any_of(those_conditions([folder(), in_vendor_folder(catalog, "lower(uninstall_string)")]));
    let published = || is_vendor(catalog, "trim(lower(publisher))");
    // A program about the vendor is its own maker's.
    let not_another_s = any_of(those_conditions([
        Some("trim(publisher) = ''".into()),
        published(),
        names_vendor(catalog, "lower(publisher)"),
        folders.clone(),
    ]));
    let key = matches_whole("lower(identifying_number)", &product_keys(catalog, Os::Windows));
    let named = |certainty| {
        let name = matches_whole("lower(name)", &product_names(catalog, Os::Windows, certainty));
        name.zip(not_another_s.clone()).map(|(name, own)| format!("({name}\n    AND {own})"))
    };
    let sure = any_of(those_conditions([key, named(Likely), published(), folder()]));
    let not_embedded = no_embedder(catalog, "lower(name)");
    let select = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "install_location",
        detail: "version",
        from: "programs",
        conditions,
    };
    vec![
        select(Likely, those_conditions([sure.clone(), not_embedded.clone()])),
        select(Possible, those_conditions([named(Possible), none_of(sure), not_embedded])),
    ]
}

/// Paths that are known to belong to somebody else.
fn not_a_stranger_s(catalog: &Catalog, column: &str) -> Option<String> {
    none_of(matches_whole(column, &friend_expressions(catalog, Target::File)))
}

fn services(catalog: &Catalog) -> Vec<Select> {
    let shape = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "status || ', ' || start_type",
        from: "services",
        conditions,
    };
    let apart = none_of(matches_whole("lower(name)", &friend_expressions(catalog, Target::Service)));
    let also = in_vendor_folder(catalog, "lower(path)");
    by_rules(
        catalog,
        (Os::Windows, Target::Service),
        "lower(name)",
        shape,
        also,
        &[
            apart,
            not_a_stranger_s(catalog, "lower(path)"),
            not_in_another_folder(catalog, "lower(path)", names_vendor(catalog, "lower(display_name)")),
            not_embedded(catalog, "lower(name)", "", Some("lower(path)")),
        ],
    )
}

/// osquery puts the entries of a list together with commas, and stops at an empty one. Which program of another maker
/// explains an entry is not asked.
fn class_filters(catalog: &Catalog) -> Vec<Select> {
    let rules = |certainty| rule_expressions(rules_of(catalog, Os::Windows, Target::Service), certainty);
    let select = |certainty, also: Option<String>| Select {
        certainty,
        name: "data",
        place: "path",
        detail: "name",
        from: "registry",
        conditions: those_conditions([
            Some(format!(r"key LIKE '{CONTROL}\Class\%'")),
            Some("name IN ('UpperFilters', 'LowerFilters')".into()),
            also,
        ]),
    };
    let start =
        format!("(?:^|,)(?!(?:{})(?:,|$))", overlapping_friends(catalog, Os::Windows, Target::Service).join("|"));
    let entry = |certainty| {
        let rules: Vec<String> = rules(certainty).iter().map(|rule| entry_expression(rule)).collect();
        matches_within("lower(data)", &rules, &start, "(?:,|$)")
    };
    let sure = entry(Likely);
    let possible =
        entry(Possible).map(|possible| those_conditions([Some(possible), none_of(sure.clone())]).join("\n  AND "));
    vec![select(Likely, sure), select(Possible, possible)]
}

fn network_parts(catalog: &Catalog) -> Vec<Select> {
    let shape = |certainty, more: Vec<String>| Select {
        certainty,
        name: "data",
        place: "path",
        detail: "name",
        from: "registry",
        conditions: [
            format!(r"key LIKE '{CONTROL}\Network\{NETWORK}\%'"),
            "name IN ('ComponentId', 'Description')".to_string(),
        ]
        .into_iter()
        .chain(more)
        .collect(),
    };
    let apart = none_of(matches_whole("lower(data)", &friend_expressions(catalog, Target::Network)));
    by_rules(catalog, (Os::Windows, Target::Network), "lower(data)", shape, None, &[apart])
}

/// The file of a driver is called like its service, with a second signature in Endpoint Security; the copies for early
/// start too.
fn driver_files(catalog: &Catalog) -> Vec<Select> {
    let drivers = || rules_of(catalog, Os::Windows, Target::Service);
    let apart = friend_expressions(catalog, Target::Service);
    let select = |certainty, asked: String, name: &str| {
        let file = |names: &[String]| matches_within(name, names, "^", r"(?:_sha1)?\.sys$");
        Select {
            certainty,
            name: "filename",
            place: "path",
            detail: "size",
            from: "file",
            conditions: those_conditions([
                Some(asked),
                file(&rule_expressions(drivers(), certainty)),
                none_of(file(&apart)),
                not_embedded(catalog, name, r"(?:_sha1)?\.sys", None),
            ]),
        }
    };
    let folder = |certainty, folder: &str| select(certainty, format!("directory = '{folder}'"), "lower(filename)");
    let line = super::expression::lower_expression(&inner_regex("{line}"));
    let below = |certainty| {
        let asked = format!(r"path LIKE '{DRIVERS}\%\%'");
        let mut select = select(certainty, asked, "lower(filename)");
        select.conditions.extend(matches_within(
            &format!("substr(lower(path), {})", DRIVERS.len() + 2),
            std::slice::from_ref(&line),
            "^",
            r"\\",
        ));
        select
    };
    let folders = [DRIVERS, r"C:\Windows\ELAMBKUP"];
    let both = folders.iter().flat_map(|at| [folder(Likely, at), folder(Possible, at)]);
    both.chain([below(Likely), below(Possible)]).collect()
}

/// The folder of a package begins with the name of its information file.
fn driver_packages(catalog: &Catalog) -> Vec<Select> {
    let select = |certainty| {
        let rules = rule_expressions(rules_of(catalog, Os::Windows, Target::Service), certainty);
        let packages = rule_expressions(rules_of(catalog, Os::Windows, Target::DriverPackage), certainty);
        let packages = matches_within("lower(filename)", &packages, "^", r"_[a-z0-9]+_[0-9a-f]{16}$");
        let by_driver = matches_within("lower(filename)", &rules, "^", r"\.inf_[a-z0-9]+_[0-9a-f]{16}$");
        Select {
            certainty,
            name: "filename",
            place: "path",
            detail: "mtime",
            from: "file",
            conditions: those_conditions([
                Some(r"directory = 'C:\Windows\System32\DriverStore\FileRepository'".into()),
                any_of(those_conditions([packages, by_driver])),
                not_embedded(catalog, "lower(filename)", r"\.inf_[a-z0-9]+_[0-9a-f]{16}", None),
            ]),
        }
    };
    vec![select(Likely), select(Possible)]
}

/// A driver is named there with or without its ending.
fn safe_boot(catalog: &Catalog) -> Vec<Select> {
    const NAME: &str = "replace(lower(name), '.sys', '')";
    let names = |certainty| rule_expressions(rules_of(catalog, Os::Windows, Target::Service), certainty);
    let apart = friend_expressions(catalog, Target::Service);
    let select = |certainty, way: &str| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "type",
        from: "registry",
        conditions: those_conditions([
            Some(format!(r"key = '{CONTROL}\SafeBoot\{way}'")),
            matches_whole(NAME, &names(certainty)),
            none_of(matches_whole(NAME, &apart)),
            not_embedded(catalog, NAME, "", None),
        ]),
    };
    ["Minimal", "Network"].iter().flat_map(|way| [select(Likely, way), select(Possible, way)]).collect()
}

fn files(catalog: &Catalog) -> Vec<Select> {
    let apart = friend_expressions(catalog, Target::File);
    let of = |certainty| file_selects(rules_of(catalog, Os::Windows, Target::File), certainty, &apart);
    of(Likely).into_iter().chain(of(Possible)).collect()
}

fn registry_keys(catalog: &Catalog) -> Vec<Select> {
    let of = |certainty| key_selects(rules_of(catalog, Os::Windows, Target::Registry), certainty);
    of(Likely).into_iter().chain(of(Possible)).collect()
}

fn tasks(catalog: &Catalog) -> Vec<Select> {
    let task = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "action",
        from: "scheduled_tasks",
        conditions,
    };
    let start = |certainty, conditions| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "source",
        from: "startup_items",
        conditions,
    };
    let (in_task, in_start) = (in_vendor_folder(catalog, "lower(action)"), in_vendor_folder(catalog, "lower(path)"));
    let mut selects = by_rules(
        catalog,
        (Os::Windows, Target::Autostart),
        "lower(name)",
        task,
        in_task,
        &[not_a_stranger_s(catalog, "lower(action)"), not_in_another_folder(catalog, "lower(action)", None)],
    );
    selects.extend(by_rules(
        catalog,
        (Os::Windows, Target::Autostart),
        "lower(name)",
        start,
        in_start,
        &[not_a_stranger_s(catalog, "lower(path)"), not_in_another_folder(catalog, "lower(path)", None)],
    ));
    selects
}

fn security_center(catalog: &Catalog) -> Vec<Select> {
    vec![Select {
        certainty: Likely,
        name: "name",
        place: "type",
        detail: "state",
        from: "windows_security_products",
        conditions: those_conditions([names_vendor(catalog, "lower(name)")]),
    }]
}
