//! What real computers had, kind by kind, under names that stand in no catalogue: business products nobody
//! listed, drivers under random names, folders that malware planted, folders that were thrown away.

use cleanbreak::assess::{Assessment, Confidence, Danger, Reason, Told, Verdict, assess, assess_told};
use cleanbreak::catalog::{Catalog, Family, Kind, Target};
use cleanbreak::journey::{LastLook, TrapId, applying_traps, needs_asking};
use cleanbreak::machine::{CheckId, Os, Snapshot};
use cleanbreak::probe::replay;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// A computer on which every check looked and found nothing.
fn computer(os: &str) -> Value {
    let mut machine = json!({"schema": 1, "host": {"os": os, "elevated": true}});
    for check in CheckId::ALL {
        machine[check.name()] = json!({});
    }
    machine
}

/// A Windows computer with these things.
fn windows(things: &[(&str, Value)]) -> Value {
    let mut machine = computer("windows");
    for (check, thing) in things {
        let items = machine[*check].as_object_mut().unwrap().entry("items").or_insert_with(|| json!([]));
        items.as_array_mut().unwrap().push(thing.clone());
    }
    machine
}

fn snapshot(machine: &Value) -> Snapshot {
    replay::parse_recording(&machine.to_string()).unwrap_or_else(|error| panic!("{error}: {machine}"))
}

fn judge(machine: &Value) -> Assessment {
    assess(&snapshot(machine), Catalog::embedded())
}

/// The questions of *Prepare* that this computer raises.
fn traps(machine: &Value) -> Vec<TrapId> {
    let snapshot = snapshot(machine);
    let assessment = assess(&snapshot, Catalog::embedded());
    applying_traps(&LastLook { snapshot, assessment })
}

const PROGRAMS: &str = r"C:\Program Files (x86)\Kaspersky Lab";

fn program(name: &str, folder: &str, there: &str) -> Value {
    json!({"source": "hklm32", "key": "{5A6B7C8D-1111-4222-8333-444455556666}", "name": name, "version": "4.1.0.7",
           "publisher": "AO Kaspersky Lab", "location": format!(r"{folder}\"), "location_there": there,
           "uninstall": "MsiExec.exe /X{5A6B7C8D-1111-4222-8333-444455556666}"})
}

fn service(name: &str, path: &str, state: &str) -> Value {
    json!({"name": name, "kind": "service", "start": "automatic", "state": state,
           "image": {"path": path, "there": "present"}})
}

fn driver(name: &str, state: &str) -> Value {
    json!({"name": name, "kind": "file_system_driver", "start": "system", "state": state,
           "image": {"path": format!(r"C:\Windows\System32\drivers\{name}.sys"), "there": "present"}})
}

/// The same service or driver, set to start so.
fn started(mut service: Value, start: &str) -> Value {
    service["start"] = json!(start);
    service
}

/// A word that no product is named after.
fn made_up() -> impl Strategy<Value = String> {
    "[BDFGJLQZ][aou][bdgjqvz][aeo][bdgjqvz]{1,2}o"
}

// ---- Business products that nobody listed -----------------------------------------------------

/// Words that only business products have in their names, in the languages of the vendor's installers.
const BUSINESS: &[&str] = &[
    "Endpoint",
    "Embedded Systems",
    "Industrial CyberSecurity",
    "Server",
    "Servers",
    "File Servers",
    "Virtualization",
    "Virtualisation",
    "Light Agent",
    "Administration Kit",
    "Hybrid Cloud",
    "Storage",
    "Linux Mail Server",
    "Mail Gateway",
    "SharePoint",
    "Exchange",
    "KATA",
    "EDR",
    "EDR Optimum",
    "Anti Targeted Attack",
    "Anti-Targeted Attack",
    "for Business",
    "Enterprise",
    "Workstations",
    "Managed Detection",
    "Management Plug-in",
    "para servidores",
    "Empresas",
    "Virtualización",
    "Administración",
    "para estaciones de trabajo",
    "für Fileserver",
    "Unternehmen",
    "Verwaltungskonsole",
    "pour serveurs",
    "Entreprise",
    "per aziende",
    "для серверов",
    "для бизнеса",
    "для рабочих станций",
    "для виртуальных сред",
    "Сервер администрирования",
    "服务器",
    "企业版",
    "サーバー",
    "법인 서버",
];

prop_compose! {
    /// A name that begins with the vendor and has a business word in it, and a folder of its own.
    fn business_name()(vendor in select(vec!["Kaspersky", "Kaspersky Lab", "Kaspersky Security", "Касперский"]),
                       before in made_up(), word in select(BUSINESS), after in made_up(), order in any::<bool>()) -> (String, String) {
        let name = if order { format!("{vendor} {before} {word} {after}") } else { format!("{vendor} {word} {after} 3.2") };
        (name, format!(r"{PROGRAMS}\{before}"))
    }
}

proptest! {
    #[test]
    fn a_business_product_that_nobody_listed_is_never_antivirus_for_homes((name, folder) in business_name(), own in made_up()) {
        let machine = windows(&[
            ("programs", program(&name, &folder, "present")),
            ("services", service(&own, &format!(r"{folder}\{own}.exe"), "running")),
            ("services", driver("klelam", "running")),
            ("services", driver("klif", "running")),
        ]);
        let said = judge(&machine);
        prop_assert_eq!(said.verdict, Verdict::Installed, "{}", &name);
        prop_assert!(said.products.iter().all(|one| matches!(one.family, Family::Business | Family::Server)), "{:#?}", said.products);
        prop_assert!(said.leftovers.is_empty(), "{}: {:#?}", &name, said.leftovers);
        prop_assert!(needs_asking(&said));
        let asked = traps(&machine);
        prop_assert!(asked.contains(&TrapId::DiskEncryption) && asked.contains(&TrapId::FileEncryption), "{asked:?}");
        prop_assert!(!asked.contains(&TrapId::SecretVault) && !asked.contains(&TrapId::Backups), "{asked:?}");
    }

    /// A name without any known word: nobody knows, so the person is asked, encryption with it.
    #[test]
    fn a_product_of_an_unknown_kind_asks_who_looks_after_the_computer(word in made_up(), folder in made_up()) {
        let machine = windows(&[("programs", program(&format!("Kaspersky {word}"), &format!(r"{PROGRAMS}\{folder}"), "present"))]);
        let said = judge(&machine);
        prop_assert!(needs_asking(&said), "{:#?}", said.products);
        prop_assert!(said.products.iter().all(|one| one.family != Family::Home), "{:#?}", said.products);
        let asked = traps(&machine);
        prop_assert!(asked.contains(&TrapId::DiskEncryption) && asked.contains(&TrapId::RemovalPassword), "{asked:?}");
        prop_assert!(!asked.contains(&TrapId::SecretVault), "{asked:?}");
    }

    /// The name says nothing; what stands beside it does.
    #[test]
    fn an_agent_a_server_service_or_a_protected_service_makes_it_a_business_product(word in made_up(), own in made_up(), sign in 0usize..3) {
        let folder = format!(r"{PROGRAMS}\{word}");
        let mut telling = match sign {
            0 => service("klnagent", r"C:\Program Files (x86)\Kaspersky Lab\NetworkAgent\klnagent.exe", "running"),
            1 => service(&format!("KAVFS{own}"), &format!(r"{folder}\{own}.exe"), "running"),
            _ => service(&own, &format!(r"{folder}\{own}.exe"), "running"),
        };
        telling["protected"] = json!(sign == 2);
        let machine = windows(&[("programs", program(&format!("Kaspersky {word}"), &folder, "present")), ("services", telling)]);
        let said = judge(&machine);
        let families: Vec<Family> = said.products.iter().filter(|one| one.name.contains(&word)).map(|one| one.family).collect();
        prop_assert_eq!(families, vec![Family::Business], "{:#?}", said.products);
        prop_assert!(said.leftovers.is_empty(), "{:#?}", said.leftovers);
    }
}

proptest! {
    /// The agent came with the product and runs out of its folder: it is a part, and says nothing about the whole.
    #[test]
    fn an_agent_in_the_product_s_own_folder_is_a_part_of_it(
        (listed, folder) in business_name(), word in made_up(), says in any::<bool>(), own in made_up(),
        part in select(vec!["klif", "klfdefsf", "klfle", "klbackupflt"]), agent in select(vec!["klnagent", "klnagent_klfoc"]),
    ) {
        let name = if says { listed } else { format!("Kaspersky {word}") };
        let machine = windows(&[
            ("programs", program(&name, &folder, "present")),
            ("services", service(agent, &format!(r"{folder}\klnagent.exe"), "running")),
            ("services", service(&own, &format!(r"{folder}\{own}.exe"), "running")),
            ("services", driver(part, "running")),
            ("accounts", json!({"kind": "group", "name": "KLAdmins"})),
        ]);
        let said = judge(&machine);
        let product = Catalog::embedded().product_named(Os::Windows, &name).unwrap();
        prop_assert_eq!(said.products.iter().map(|one| &one.id).collect::<Vec<_>>(), vec![&product.id], "{}", &name);
        let family = if product.family == Family::Other { Family::Business } else { product.family };
        prop_assert_eq!(said.products[0].family, family);
        let others = ["network-agent", "security-center"].contains(&product.id.as_str());
        prop_assert!(others || said.leftovers.is_empty(), "{}: {:#?}", &name, said.leftovers);
        let asked = traps(&machine);
        prop_assert!(asked.contains(&TrapId::DiskEncryption) && asked.contains(&TrapId::FileEncryption), "{asked:?}");
    }
}

/// What a home suite was called is also the beginning of products for offices: these say what they are for.
#[test]
fn a_home_name_with_a_purpose_is_no_home_product() {
    for name in [
        "Kaspersky Anti-Virus 8.0 for NetApp",
        "Kaspersky Anti-Virus for Check Point",
        "Kaspersky Security for Qobdaz",
        "Kaspersky Security 9.0 für Qobdaz",
        "Антивирус Касперского для Qobdaz",
        "Kaspersky Anti-Virus para Qobdaz",
    ] {
        let product = Catalog::embedded().product_named(Os::Windows, name).unwrap_or_else(|| panic!("{name}"));
        assert!(matches!(product.family, Family::Business | Family::Server), "{name} is {}", product.id);
    }
}

proptest! {
    /// The vendor's name stands at the end, or nowhere: the publisher and the folder speak.
    #[test]
    fn a_program_that_the_vendor_published_is_its_product_whatever_it_is_called(word in made_up(), form in 0usize..3, by_folder in any::<bool>()) {
        let name = [format!("{word} de Kaspersky"), word.clone(), String::new()][form].clone();
        let mut one = program(&name, &format!(r"{PROGRAMS}\{word}"), "present");
        if by_folder {
            one.as_object_mut().unwrap().remove("publisher");
        } else {
            one["location"] = json!(format!(r"C:\Program Files\{word}"));
        }
        let said = judge(&windows(&[("programs", one)]));
        prop_assert_eq!(said.verdict, Verdict::Installed, "{:?}", name);
        prop_assert!(needs_asking(&said), "{:#?}", said.products);
        let other = json!({"source": "hklm64", "key": word, "name": name, "publisher": format!("{word} Ltd."), "location": format!(r"C:\Program Files\{word}")});
        prop_assert_eq!(judge(&windows(&[("programs", other)])).products.len(), 0, "another publisher");
    }

    /// Nothing registers it, and a service of it runs out of the vendor's folder.
    #[test]
    fn a_service_that_runs_in_the_vendor_s_folder_is_an_installed_product(own in made_up(), folder in made_up(), there in any::<bool>()) {
        let mut one = service(&own, &format!(r"{PROGRAMS}\{folder}\{own}.exe"), "running");
        one["display"] = json!(format!("Kaspersky {folder} Service"));
        if !there {
            one["image"]["there"] = json!("absent");
            one["state"] = json!("stopped");
        }
        let said = judge(&windows(&[("services", one), ("services", driver("klif", "running"))]));
        prop_assert_eq!(said.verdict, if there { Verdict::Installed } else { Verdict::Leftovers }, "{:#?}", said.products);
        prop_assert_eq!(said.leftovers.is_empty(), there, "{:#?}", said.leftovers);
        prop_assert_eq!(needs_asking(&said), there);
    }
}

#[test]
fn home_products_stay_home_products() {
    let home = [
        "Kaspersky",
        "Kaspersky Standard",
        "Kaspersky Premium 21.25",
        "Kaspersky Total Security",
        "Kaspersky Security Cloud",
        "Kaspersky Internet Security 2019",
        "Kaspersky Anti-Virus",
        "Антивирус Касперского 2010",
        "Kaspersky PURE 3.0",
    ];
    for name in home {
        let product = Catalog::embedded().product_named(Os::Windows, name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(product.family, Family::Home, "{name} is {}", product.id);
    }
}

// ---- Drivers under names that no rule foresees ------------------------------------------------

proptest! {
    #[test]
    fn a_driver_of_the_removal_tool_is_known_whatever_stands_in_its_name(
        middle in "[a-z0-9][a-z0-9.-]{0,20}", part in select(vec!["klark", "mark", "arkmon", "klbg", "kimul", "swmon", "zzqmon"]),
        running in any::<bool>(),
    ) {
        prop_assume!(middle != "klifsdk");
        let name = format!("klupd_{middle}_{part}");
        let state = if running { "running" } else { "stopped" };
        let mut registered = driver(&name, state);
        registered["start"] = json!("manual");
        let said = judge(&windows(&[("services", registered)]));
        prop_assert_eq!(said.verdict, Verdict::Leftovers, "{}", &name);
        prop_assert_eq!(said.leftovers[0].danger, if running { Danger::Live } else { Danger::Hook });
        let place = format!("{{Drivers}}/{name}.sys");
        let file = json!({"place": place, "path": format!(r"C:\Windows\System32\drivers\{name}.sys"), "kind": "file"});
        prop_assert_eq!(judge(&windows(&[("files", file)])).verdict, Verdict::Leftovers, "{}", &name);
        let asked = Catalog::embedded().places(Os::Windows).any(|place| place.root.name() == "Drivers" && place.segments.len() == 1
            && place.segments[0].accepts(&format!("{name}.sys"), Os::Windows));
        prop_assert!(asked, "the walk looks for {name}.sys");
    }

    /// No rule names it; its maker gives it away. The company alone is likely, the signature certain.
    #[test]
    fn a_driver_that_no_rule_names_is_known_by_its_maker(name in "q[bdgjvz]{2,6}[0-9]{1,3}", signed in any::<bool>(), registered in any::<bool>()) {
        let signer = if signed { "AO Kaspersky Lab" } else { "Microsoft Windows Hardware Compatibility Publisher" };
        let maker = json!({"company": "AO Kaspersky Lab", "signer": {"valid": signer}});
        let path = format!(r"C:\Windows\System32\drivers\{name}.sys");
        let file = json!({"place": format!("{{Drivers}}/{name}.sys"), "path": path, "kind": "file", "maker": maker});
        let mut things = vec![("files", file)];
        if registered {
            let mut one = driver(&name, "stopped");
            one["start"] = json!("manual");
            things.push(("services", one));
        }
        let said = judge(&windows(&things));
        prop_assert_eq!(said.verdict, Verdict::Leftovers);
        prop_assert_eq!(said.leftovers.len(), 1, "{:#?}", said.leftovers);
        let one = &said.leftovers[0];
        prop_assert_eq!(one.confidence, if signed { Confidence::Certain } else { Confidence::Likely });
        prop_assert_eq!(one.kind, if registered { Kind::Driver } else { Kind::File });
        prop_assert_eq!(one.danger, if registered { Danger::Hook } else { Danger::Harmless });
    }

    /// A signature that no longer verifies still says who made it.
    #[test]
    fn a_driver_with_the_vendor_s_broken_signature_is_likely(name in "q[bdgjvz]{2,6}[0-9]{1,3}", company in any::<bool>()) {
        let maker = json!({"company": if company { "AO Kaspersky Lab" } else { "" }, "signer": {"invalid": "Kaspersky Lab JSC"}});
        let mut one = driver(&name, "running");
        one["maker"] = maker;
        let said = judge(&windows(&[("services", one)]));
        prop_assert_eq!((said.verdict, said.leftovers[0].confidence), (Verdict::Leftovers, Confidence::Likely));
    }

    /// Where it cannot be proven that nothing loads it, it is never harmless.
    #[test]
    fn a_driver_file_that_may_be_loaded_is_never_harmless(name in "q[bdgjvz]{2,6}[0-9]{1,3}", unplaced in any::<bool>()) {
        let file = json!({"place": format!("{{Drivers}}/{name}.sys"), "path": format!(r"C:\Windows\System32\drivers\{name}.sys"),
                          "kind": "file", "maker": {"company": "Kaspersky Lab"}});
        let mut machine = windows(&[("files", file)]);
        if unplaced {
            machine["services"] = json!({"items": [{"name": "Qz", "kind": "kernel_driver", "image": {"raw": "?"}, "state": "running"}]});
        } else {
            machine["services"]["gaps"] = json!([{"why": "failed", "place": r"HKLM\SYSTEM\CurrentControlSet\Services\Qz"}]);
        }
        let said = judge(&machine);
        prop_assert_eq!(said.leftovers[0].danger, Danger::Hook, "{:#?}", said.leftovers);
    }

    /// Other makers stay other makers.
    #[test]
    fn a_driver_of_somebody_else_stays_somebody_else_s(name in "q[bdgjvz]{2,6}[0-9]{1,3}", case in 0usize..4) {
        let (name, maker, installed) = match case {
            0 => (name, json!({"company": "Qadbo Ltd."}), None),
            1 => (name, json!({"company": "AO Kaspersky Lab", "signer": {"valid": "Qadbo Ltd."}}), None),
            2 => (name, json!({"company": "AO Kaspersky Lab"}), Some("ZoneAlarm Extreme Security")),
            _ => ("klifsdk".to_string(), json!({"company": "AO Kaspersky Lab"}), None),
        };
        let path = format!(r"C:\Windows\System32\drivers\{name}.sys");
        let mut things = vec![("files", json!({"place": format!("{{Drivers}}/{name}.sys"), "path": path, "kind": "file", "maker": maker})),
                              ("services", driver(&name, "running"))];
        if let Some(installed) = installed {
            things.push(("programs", json!({"source": "hklm64", "key": installed, "name": installed})));
        }
        let said = judge(&windows(&things));
        prop_assert_eq!(said.verdict, Verdict::Clean, "{:#?}", said.leftovers);
    }
}

// ---- Folders that malware plants --------------------------------------------------------------

/// Every folder that a rule for Windows has as an example, with its place.
fn vendor_folders() -> Vec<&'static str> {
    let files = Catalog::embedded().rules.iter().filter(|rule| rule.os == Os::Windows && rule.target == Target::File);
    let files = files.filter(|rule| !rule.products.iter().any(|id| id.starts_with("ultra")));
    let places = files.flat_map(|rule| &rule.examples).map(String::as_str);
    let folder = |place: &&str| !place.rsplit('/').next().unwrap_or_default().contains(".sys") && !place.contains('*');
    let mut all: Vec<&str> = places.filter(folder).filter(|place| !place.starts_with("{Drivers}")).collect();
    all.sort_unstable();
    all.dedup_by_key(|place| place.to_lowercase());
    all
}

/// A folder as a miner plants it: hidden and empty, or locked.
fn planted(place: &str, locked: bool) -> Value {
    let path = format!(r"C:\{}", place.replace(['{', '}'], "").replace('/', r"\"));
    let mut folder = json!({"place": place, "path": path, "kind": "folder", "hidden_system": true, "entries": 0});
    if locked {
        folder = json!({"place": place, "path": path, "kind": "folder", "denied": true});
    }
    folder
}

proptest! {
    #[test]
    fn planted_folders_are_suspicious_wherever_the_vendor_s_name_stands(
        places in subsequence(vendor_folders(), 1..6), locked in any::<bool>(),
    ) {
        let things: Vec<(&str, Value)> = places.iter().map(|place| ("files", planted(place, locked))).collect();
        let said = judge(&windows(&things));
        prop_assert_eq!(said.verdict, Verdict::Clean, "{:?}: {:#?}", places, said.leftovers);
        prop_assert_eq!(said.suspicious.len(), places.len(), "{:#?}", said.suspicious);
        prop_assert!(said.suspicious.iter().all(|one| one.locked == locked));
        prop_assert!(said.kept.is_empty(), "an empty folder is nobody's data: {:#?}", said.kept);
    }

    /// An empty hidden file under the folder's name keeps the folder from being made, too.
    #[test]
    fn a_planted_file_in_the_place_of_a_folder_is_as_suspicious(place in select(vendor_folders())) {
        let mut file = planted(place, false);
        file["kind"] = json!("file");
        file["size"] = json!(0);
        file.as_object_mut().unwrap().remove("entries");
        let said = judge(&windows(&[("files", file)]));
        prop_assert_eq!((said.verdict, said.suspicious.len(), said.kept.len()), (Verdict::Clean, 1, 0), "{:#?}", said.leftovers);
    }

    /// A planted folder in a planted folder, and an entry that starts by itself under the vendor's name.
    #[test]
    fn what_malware_writes_itself_proves_no_product(word in made_up(), autostart in any::<bool>()) {
        let outer = json!({"place": "{ProgramData}/Kaspersky Lab", "path": r"C:\ProgramData\Kaspersky Lab", "kind": "folder",
                           "hidden_system": true, "entries": 1});
        let mut things = vec![("files", outer), ("files", planted("{ProgramData}/Kaspersky Lab/AVP21.25", false))];
        if autostart {
            things.push(("autoruns", json!({"name": format!("Kaspersky {word}"), "program": format!(r"C:\Users\user\{word}.exe"), "place": r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run", "scope": "user"})));
        }
        let said = judge(&windows(&things));
        prop_assert_eq!(said.suspicious.len(), 2, "{:#?}", said.suspicious);
        prop_assert!(said.leftovers.iter().all(|one| one.kind == Kind::Task), "{:#?}", said.leftovers);
    }

    /// What a miner writes against an antivirus, and what its victim does about the miner, prove no product.
    #[test]
    fn what_a_miner_or_its_victim_leaves_takes_no_suspicion_away(
        places in subsequence(vendor_folders(), 1..5), locked in any::<bool>(), word in made_up(), sign in 0usize..6,
    ) {
        let rule = |name: String, blocks: bool, program: String, there: &str| ("firewall_rules", json!({
            "id": format!("{{{word}}}"), "name": name, "blocks": blocks, "program": program, "there": there,
            "place": r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"}));
        let tool = |uninstall: &str| ("programs", json!({"source": "hkcu", "key": format!("K.{word}"), "name": "Kaspersky Virus Removal Tool",
            "version": "20.0.1.0", "publisher": "AO Kaspersky Lab", "uninstall": uninstall}));
        let tool_driver = started(driver(&format!("klupd_{}_mark", word.to_lowercase()), "stopped"), "manual");
        let trace = match sign {
            0 => rule("block".into(), true, format!(r"{PROGRAMS}\{word}.exe"), "absent"),
            1 => rule(format!("Kaspersky {word}"), true, format!(r"{PROGRAMS}\{word}.exe"), "not_asked"),
            2 => rule(format!("Kaspersky {word}"), false, format!(r"C:\Users\user\AppData\Roaming\{word}.exe"), "present"),
            3 => rule(word.clone(), false, format!(r"{PROGRAMS}\{word}.exe"), "absent"),
            4 => tool("winget uninstall x"),
            _ => ("services", tool_driver.clone()),
        };
        let mut things: Vec<(&str, Value)> = places.iter().map(|place| ("files", planted(place, locked))).collect();
        things.push(trace);
        let said = judge(&windows(&things));
        prop_assert_eq!(said.suspicious.len(), places.len(), "{:#?}", said.leftovers);
        prop_assert!(said.leftovers.iter().all(|one| one.kind != Kind::File), "{:#?}", said.leftovers);
    }

    /// What malware does not plant shows that the product was here: its locked folder is its own.
    #[test]
    fn a_trace_that_malware_does_not_plant_takes_the_suspicion_away(place in select(vec!["{ProgramData}/Kaspersky Lab", "{ProgramFilesX86}/Kaspersky Lab"]), sign in 0usize..3) {
        let real = [
            ("files", json!({"place": "{ProgramData}/Kaspersky Lab Setup Files", "path": r"C:\ProgramData\Kaspersky Lab Setup Files", "kind": "folder", "entries": 2})),
            ("registry", json!({"place": "{HKLM32}/SOFTWARE/KasperskyLab/AVP21.25", "path": r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25", "subkeys": 1})),
            ("services", driver("klif", "running")),
        ];
        let said = judge(&windows(&[("files", planted(place, true)), real[sign].clone()]));
        prop_assert_eq!(said.suspicious.len(), 0, "{:#?}", said.suspicious);
        prop_assert_eq!(said.verdict, Verdict::Leftovers);
    }
}

// ---- Program folders that were thrown away ----------------------------------------------------

proptest! {
    #[test]
    fn a_product_whose_drivers_run_is_installed_and_broken_though_its_folder_is_gone(
        name in select(vec!["Kaspersky Safe Kids", "Kaspersky", "Kaspersky Total Security", "Kaspersky Embedded Systems Security", "Kaspersky Qobdaz"]),
        driven in subsequence(vec!["klif", "klflt", "klhk", "klgse"], 1..4), folder in made_up(),
        (state, start) in select(vec![("running", "manual"), ("running", "disabled"), ("stopped", "boot"), ("stopped", "system"), ("stopped", "automatic")]),
    ) {
        let mut things = vec![("programs", program(name, &format!(r"{PROGRAMS}\{folder}"), "absent"))];
        things.extend(driven.iter().map(|one| ("services", started(driver(one, state), start))));
        let machine = windows(&things);
        let said = judge(&machine);
        prop_assert_eq!(said.verdict, Verdict::Installed);
        prop_assert_eq!(said.products.len(), 1);
        prop_assert!(said.leftovers.is_empty(), "its entry is the only way, and its drivers are its own: {:#?}", said.leftovers);
        prop_assert_eq!(traps(&machine).contains(&TrapId::SafeKids), name.contains("Kids"));
    }

    /// What nothing loads proves nothing: its entry is stale, and both can be cleaned.
    #[test]
    fn drivers_that_nothing_loads_keep_no_stale_entry_alive(
        name in select(vec!["Kaspersky Safe Kids", "Kaspersky", "Kaspersky Total Security", "Kaspersky Qobdaz"]), folder in made_up(),
        driven in subsequence(vec!["klif", "klflt", "klhk", "klgse"], 1..4), start in select(vec!["manual", "disabled"]),
        state in select(vec!["stopped", "registered_only"]),
    ) {
        let mut things = vec![("programs", program(name, &format!(r"{PROGRAMS}\{folder}"), "absent"))];
        things.extend(driven.iter().map(|one| ("services", started(driver(one, state), start))));
        let said = judge(&windows(&things));
        prop_assert_eq!((said.verdict, said.products.len()), (Verdict::Leftovers, 0), "{:#?}", said.products);
        prop_assert_eq!(said.leftovers.len(), 1 + driven.len(), "the entry and its drivers: {:#?}", said.leftovers);
    }

    /// Its service, which no rule knows, runs out of a folder that the registry does not name.
    #[test]
    fn a_product_whose_service_runs_elsewhere_is_installed_and_broken(
        name in select(vec!["Kaspersky Safe Kids", "Kaspersky Password Manager", "Kaspersky Qobdaz"]), own in made_up(), folder in made_up(),
        (state, start) in select(vec![("running", "manual"), ("running", "automatic"), ("stopped", "automatic")]),
        signed in any::<bool>(), common in any::<bool>(),
    ) {
        let elsewhere = if common { format!(r"C:\Program Files\Common Files\Kaspersky Lab\{own}.exe") } else { format!(r"D:\{folder}\{own}.exe") };
        let mut one = started(service(&own, &elsewhere, state), start);
        one["maker"] = json!({"company": "AO Kaspersky Lab"});
        if signed {
            one["maker"]["signer"] = json!({"valid": "AO Kaspersky Lab"});
        }
        let entry = || ("programs", program(name, &format!(r"{PROGRAMS}\{folder}"), "absent"));
        let said = judge(&windows(&[entry(), ("services", one.clone())]));
        prop_assert_eq!((said.verdict, said.products.len(), said.leftovers.len()), (Verdict::Installed, 1, 0), "{:#?}", said.leftovers);
        prop_assert!(said.products[0].reasons.contains(&Reason::FileMissing), "{:#?}", said.products);
        prop_assert!(said.products[0].key.is_some());
        one["image"]["there"] = json!("absent");
        let said = judge(&windows(&[entry(), ("services", one)]));
        prop_assert_eq!((said.verdict, said.products.len()), (Verdict::Leftovers, 0), "{:#?}", said.products);
    }

    /// Its folder is there, spelled otherwise than the registry says.
    #[test]
    fn a_folder_under_another_spelling_is_the_product_s_own(folder in select(vec!["NetworkAgent", "Kaspersky VPN 5.21", "Qobdaz"])) {
        let names = [("NetworkAgent", "Kaspersky Network Agent"), ("Kaspersky VPN 5.21", "Kaspersky VPN"), ("Qobdaz", "Kaspersky Qobdaz")];
        let name = names.iter().find(|(known, _)| *known == folder).unwrap().1;
        let there = json!({"place": format!("{{ProgramFilesX86}}/KasperskyLab/{folder}"), "kind": "folder", "entries": 3,
                           "path": format!(r"C:\Program Files (x86)\KasperskyLab\{folder}")});
        let said = judge(&windows(&[("programs", program(name, &format!(r"{PROGRAMS}\{folder}"), "absent")), ("files", there)]));
        prop_assert_eq!(said.verdict, Verdict::Installed, "{:#?}", said.leftovers);
        prop_assert!(said.leftovers.is_empty(), "{:#?}", said.leftovers);
    }
}

/// An uninstaller that says so can take no driver out, so its entry is no way to: both are cleaned without it.
#[test]
fn a_broken_product_that_windows_installer_does_not_know_is_a_stale_entry() {
    let entry = program("Kaspersky Total Security", &format!(r"{PROGRAMS}\Qobdaz"), "absent");
    let told = Told { not_installed: [entry["key"].as_str().unwrap().to_string()].into() };
    let snapshot = snapshot(&windows(&[("programs", entry), ("services", driver("klif", "running"))]));
    assert_eq!(assess(&snapshot, Catalog::embedded()).verdict, Verdict::Installed);
    let said = assess_told(&snapshot, Catalog::embedded(), &told);
    assert_eq!((said.verdict, said.products.len()), (Verdict::Leftovers, 0), "{:#?}", said.products);
    assert_eq!(said.leftovers.len(), 2, "the entry and the driver: {:#?}", said.leftovers);
}

/// The setup registers a product twice. When its uninstaller has taken the product code away, the twin that stays
/// can remove nothing, whatever drivers still run.
#[test]
fn the_twin_of_a_product_that_was_uninstalled_is_stale() {
    let code = "{99999999-1111-4222-8333-444455556666}";
    let entry = |key: String| {
        let mut entry = program("Kaspersky", &format!(r"{PROGRAMS}\Kaspersky 21.25"), "absent");
        entry["key"] = json!(key);
        ("programs", entry)
    };
    let twin = || entry(format!("InstallWIX_{code}"));
    let drives = || ("services", driver("klif.K4W-21-25", "running"));
    let uninstalled = judge(&windows(&[twin(), drives()]));
    assert_eq!(
        (uninstalled.verdict, uninstalled.products.len()),
        (Verdict::Leftovers, 0),
        "{:#?}",
        uninstalled.products
    );
    assert_eq!(uninstalled.leftovers.len(), 2, "the entry and the driver: {:#?}", uninstalled.leftovers);
    let thrown_away = judge(&windows(&[twin(), entry(code.to_lowercase()), drives()]));
    assert_eq!(
        (thrown_away.verdict, thrown_away.leftovers.len()),
        (Verdict::Installed, 0),
        "{:#?}",
        thrown_away.leftovers
    );
}

#[test]
fn a_vpn_whose_folder_was_thrown_away_has_its_adapter_to_tell() {
    let mut adapter = driver("kltap", "running");
    adapter["maker"] = json!({"company": "The OpenVPN Project"});
    let thrown = program("Kaspersky VPN", &format!(r"{PROGRAMS}\Kaspersky VPN 5.21"), "absent");
    let said = judge(&windows(&[("programs", thrown), ("services", adapter)]));
    assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Installed, 0), "{:#?}", said.leftovers);
}

#[test]
fn drivers_of_another_installed_product_keep_no_stale_entry_alive() {
    let mut suite = program("Kaspersky Standard", &format!(r"{PROGRAMS}\Kaspersky 21.25"), "present");
    suite["key"] = json!("{99999999-1111-4222-8333-444455556666}");
    suite["version"] = json!("21.25.8.0");
    let stale = program("Kaspersky Total Security", &format!(r"{PROGRAMS}\Kaspersky Total Security 19.0"), "absent");
    let machine =
        windows(&[("programs", suite), ("programs", stale), ("services", driver("klif.K4W-21-25", "running"))]);
    let said = judge(&machine);
    assert_eq!(said.products.len(), 1, "{:#?}", said.products);
    assert_eq!(said.leftovers.len(), 1, "{:#?}", said.leftovers);
}

proptest! {
    /// A line that nobody has seen yet, with the product's own version, is the product's.
    #[test]
    fn a_driver_of_a_new_line_belongs_to_the_product_of_its_version(
        line in "Q[A-Z]{1,3}", minor in 10u32..40, name in select(vec!["Kaspersky Standard", "Kaspersky Small Office Security", "Kaspersky Endpoint Security"]),
    ) {
        let mut suite = program(name, &format!(r"{PROGRAMS}\Kaspersky"), "present");
        suite["version"] = json!(format!("21.{minor}.1"));
        let said = judge(&windows(&[("programs", suite.clone()), ("services", driver(&format!("klif.{line}-21-{minor}"), "running"))]));
        prop_assert_eq!((said.verdict, said.leftovers.len(), said.owned.len()), (Verdict::Installed, 0, 1), "{:#?}", said.leftovers);
        let older = driver(&format!("klif.{line}-21-{}", minor - 1), "running");
        let other = driver(&format!("klif.{}-21-{minor}", if name.contains("Endpoint") { "K4W" } else { "KES" }), "running");
        for stranger in [older, other] {
            let said = judge(&windows(&[("programs", suite.clone()), ("services", stranger)]));
            prop_assert_eq!(said.leftovers.len(), 1, "{:#?}", said.owned);
        }
    }
}

// ---- Spellings, names, neighbours -------------------------------------------------------------

#[test]
fn the_vendor_s_folder_is_known_with_and_without_its_space_below_every_root() {
    let files = Catalog::embedded().rules.iter().filter(|rule| rule.os == Os::Windows && rule.target == Target::File);
    let mut tried = 0;
    for (rule, example) in files.flat_map(|rule| rule.examples.iter().map(move |example| (rule, example))) {
        let words = [("Kaspersky Lab/", "KasperskyLab/"), ("KasperskyLab/", "Kaspersky Lab/")];
        let Some((from, to)) = words.into_iter().find(|(from, _)| format!("{example}/").contains(from)) else {
            continue;
        };
        let other = format!("{example}/").replace(from, to);
        let other = other.trim_end_matches('/');
        assert_eq!(
            Catalog::embedded().rule_for(Os::Windows, Target::File, other).map(|rule| &rule.id),
            Some(&rule.id),
            "{other}"
        );
        let (root, below) = other[1..].split_once("}/").unwrap();
        let names: Vec<&str> = below.split('/').collect();
        let looked_for = Catalog::embedded().places(Os::Windows).any(|place| {
            place.root.name() == root
                && place.segments.len() == names.len()
                && place.segments.iter().zip(&names).all(|(segment, name)| segment.accepts(name, Os::Windows))
        });
        assert!(looked_for, "nobody looks at {other}");
        tried += 1;
    }
    assert!(tried > 60, "{tried}");
    for root in ["ProgramFiles", "ProgramFilesX86", "ProgramData", "LocalAppData", "RoamingAppData"] {
        let common = if root.starts_with("Program") && root != "ProgramData" { "Common Files/" } else { "" };
        for name in ["Kaspersky Lab", "KasperskyLab"] {
            let place = format!("{{{root}}}/{common}{name}");
            assert!(Catalog::embedded().rule_for(Os::Windows, Target::File, &place).is_some(), "{place}");
        }
    }
}

#[test]
fn groups_that_the_products_make_are_known() {
    for name in ["KLAdmins", "KLOperators", "KAVWSEE Administrators", "KICS Administrators"] {
        let said = judge(&windows(&[("accounts", json!({"kind": "group", "name": name}))]));
        assert_eq!(said.verdict, Verdict::Leftovers, "{name}");
        assert_eq!((said.leftovers[0].kind, said.leftovers[0].danger), (Kind::Account, Danger::Guided), "{name}");
    }
    // Offices have other things that they shorten to these letters.
    let said = judge(&windows(&[("accounts", json!({"kind": "group", "name": "ESS Administrators"}))]));
    assert_eq!((said.verdict, said.leftovers[0].confidence), (Verdict::CannotTell, Confidence::Possible));
    for name in ["kladmins", "kessadmin", "kessuser", "kessaudit", "nokess", "kfladmin", "kfluser", "nokfl"] {
        let mut machine = computer("linux");
        machine["accounts"]["items"] = json!([{"kind": "group", "name": name}]);
        assert_eq!(judge(&machine).verdict, Verdict::Leftovers, "{name}");
    }
    for name in ["Operators", "KLM", "ESS", "KICS", "Administrators", "Backup Operators"] {
        let said = judge(&windows(&[("accounts", json!({"kind": "group", "name": name}))]));
        assert_eq!(said.verdict, Verdict::Clean, "{name}");
    }
}

proptest! {
    /// What somebody else made, and says so, is somebody else's, whatever the vendor's name has to do with it.
    #[test]
    fn strangers_decide_no_verdict(
        driver in select(vec!["if", "im5", "im6", "tap", "tun", "elam", "fltdev", "kbdflt", "mouflt", "disk", "wtp"]),
        word in made_up(), joint in select(vec!["", "_", "."]),
    ) {
        let package = |original: String, provider: &str| ("driver_store", json!({"published": "oem3.inf", "original": original, "provider": provider, "place": r"C:\x"}));
        let low = word.to_lowercase();
        for (check, one) in [
            package(format!("kl{driver}{joint}{low}.inf"), &format!("{word} Ltd.")),
            package(format!("kl{driver}{low}.inf"), ""),
            ("programs", json!({"source": "hklm32", "key": word, "name": format!("Kaspersky plugin for {word}"), "version": "1.2",
                "location": format!(r"C:\Program Files\{word}\K"), "location_there": "present", "uninstall": "MsiExec.exe /I{1}"})),
            ("tasks", json!({"path": format!(r"\{word}\Check Kaspersky license"), "author": format!("{word} Inc"), "program": format!(r"C:\Program Files\{word}\x.exe")})),
            ("autoruns", json!({"name": "Check Kaspersky license", "program": format!(r"C:\Program Files\{word}\x.exe"), "place": r"HKLM\SOFTWARE\Run"})),
        ] {
            let said = judge(&windows(&[(check, one.clone())]));
            prop_assert_eq!((said.verdict, said.products.len()), (Verdict::Clean, 0), "{}: {:#?}", one, said.leftovers);
        }
        let mut mac = computer("macos");
        mac["programs"]["items"] = json!([{"source": "bundle", "key": format!("com.{low}.kaspersky-remover"), "name": "Kaspersky Remover",
            "location": "/Applications/Remover.app", "location_there": "present"}]);
        prop_assert_eq!(judge(&mac).verdict, Verdict::Clean);
        let mut linux = computer("linux");
        let path = format!("/usr/share/applications/kesl{low}.desktop");
        linux["files"]["items"] = json!([{"place": format!("{{Linux}}{path}"), "path": path, "kind": "file"}]);
        prop_assert_eq!(judge(&linux).verdict, Verdict::Clean);
    }

    /// The vendor's own packages, tasks and programs stay known.
    #[test]
    fn what_the_vendor_made_is_no_stranger_s(
        driver in select(vec!["klif", "klim6", "kltap", "klelam", "klkbdflt", "klkbdflt2", "kldisk", "klwtp"]),
        ending in select(vec!["", "_x64", ".K4W-22-3", "_KES-14-1"]), word in made_up(),
    ) {
        let folder = format!(r"C:\Program Files\{word}");
        for (check, one) in [
            ("driver_store", json!({"published": "oem3.inf", "original": format!("{driver}{ending}.inf"), "provider": "AO Kaspersky Lab", "place": r"C:\x"})),
            ("programs", program("Kaspersky", &folder, "present")),
            ("tasks", json!({"path": format!(r"\{word}"), "author": "AO Kaspersky Lab", "program": format!(r"{PROGRAMS}\{word}\x.exe")})),
        ] {
            let said = judge(&windows(&[(check, one.clone())]));
            prop_assert!(said.verdict <= Verdict::Leftovers, "{}: {:#?}", one, said.leftovers);
        }
    }
}

proptest! {
    /// winget lists what it has downloaded like an installed program.
    #[test]
    fn a_file_that_winget_downloaded_is_no_installed_product(word in made_up(), name in select(vec!["Kaspersky Security Center", "Kaspersky Endpoint Security", "Kaspersky"]),
                                                            source in select(vec!["hkcu", "hklm64"])) {
        let key = format!("Kaspersky.{word}_Microsoft.Winget.Source_8wekyb3d8bbwe");
        let folder = if source == "hkcu" { r"C:\Users\user\AppData\Local\Microsoft\WinGet\Packages" } else { r"C:\Program Files\WinGet\Packages" };
        let said = judge(&windows(&[("programs", json!({"source": source, "key": key, "name": name, "version": "1.0",
            "publisher": "AO Kaspersky Lab", "location": format!(r"{folder}\{key}"), "location_there": "present",
            "uninstall": format!("winget uninstall --product-code {key}")}))]));
        prop_assert_eq!(said.products.len(), 0, "{:#?}", said.products);
        prop_assert_eq!(said.verdict, Verdict::Leftovers);
        prop_assert_eq!((said.leftovers[0].kind, said.leftovers[0].danger), (Kind::Package, Danger::Guided));
        let reasons = format!("{:?}", said.leftovers[0].reasons);
        prop_assert!(reasons.contains(&format!("winget uninstall --product-code {key}")), "{reasons}");
    }
}

#[test]
fn the_scripts_of_wazuh_are_no_traces() {
    for ending in ["", ".py", ".sh", ".exe"] {
        for (os, folder) in [
            ("windows", r"C:\Program Files (x86)\ossec-agent\active-response\bin\"),
            ("linux", "/var/ossec/active-response/bin/"),
        ] {
            let mut machine = computer(os);
            let path = format!("{folder}kaspersky{ending}");
            let name = format!("kaspersky{ending}");
            machine["processes"]["items"] = json!([{"name": name, "path": path}]);
            machine["autoruns"]["items"] = json!([{"name": name, "program": path, "place": "x"}]);
            machine["settings"]["items"] =
                json!([{"kind": "tool_file", "name": "active-response", "value": path, "place": "x"}]);
            machine["services"]["items"] = json!([{"name": name, "kind": "service", "display": name, "image": {"path": path, "there": "present"}, "state": "running"}]);
            let said = judge(&machine);
            assert_eq!(said.verdict, Verdict::Clean, "{path}: {:#?}", said.leftovers);
            assert!(said.leftovers.is_empty(), "{path}: {:#?}", said.leftovers);
        }
    }
}

/// An extension or host of a browser that nothing but its file gives away is as sure as an autostart entry like that.
#[test]
fn what_a_browser_loads_from_the_vendor_s_folder_is_named() {
    let id = "zzqzzqzzqzzqzzqzzqzzqzzqzzqzzqzz";
    let item = |kind: &str, file: &str| {
        let place = format!(r"HKLM\SOFTWARE\x\{id}");
        ("browser_extensions", json!({"browser": "chrome", "kind": kind, "id": id, "place": place, "file": file}))
    };
    for kind in ["forced", "native_host"] {
        let file = format!(r"{PROGRAMS}\Kaspersky 21.3\zzq.json");
        let said = judge(&windows(&[item(kind, &file)]));
        let run = judge(&windows(&[("autoruns", json!({"name": "zzq", "program": file, "place": r"HKLM\x"}))]));
        assert_eq!(said.leftovers.len(), 1, "{kind}: {:#?}", said.leftovers);
        let one = &said.leftovers[0];
        assert_eq!((one.kind, one.danger, one.name.as_str()), (Kind::BrowserExtension, Danger::Guided, id));
        assert_eq!((one.confidence, said.verdict), (run.leftovers[0].confidence, run.verdict), "{kind}");
        assert!(one.reasons.contains(&Reason::VendorFolder), "{kind}: {:?}", one.reasons);
        for stranger in [r"C:\Program Files\Zzq\import from Kaspersky.json", r"C:\Program Files\Zzq\x.json", ""] {
            let said = judge(&windows(&[item(kind, stranger)]));
            assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Clean, 0), "{kind} {stranger}");
        }
    }
}

// ---- The person's own data --------------------------------------------------------------------

proptest! {
    /// Folders above kept data, each with nothing else in it, in any spelling of case, are kept with it.
    #[test]
    fn folders_that_hold_kept_data_only_are_no_leftovers(version in "2[1-9]\\.[0-9]{1,2}", quarantine in select(vec!["QB", "Quarantine"]),
                                                        more in 0u32..3, shout in any::<bool>()) {
        let root = if shout { r"C:\PROGRAMDATA\KASPERSKY LAB" } else { r"C:\ProgramData\Kaspersky Lab" };
        let folder = |place: String, path: String, entries: u32| ("files", json!({"place": place, "path": path, "kind": "folder", "entries": entries}));
        let machine = windows(&[
            folder("{ProgramData}/Kaspersky Lab".into(), root.into(), 1),
            folder(format!("{{ProgramData}}/Kaspersky Lab/AVP{version}"), format!(r"C:\ProgramData\Kaspersky Lab\AVP{version}"), 1 + more),
            folder(format!("{{ProgramData}}/Kaspersky Lab/AVP{version}/{quarantine}"), format!(r"C:\ProgramData\Kaspersky Lab\AVP{version}\{quarantine}"), 4),
        ]);
        let said = judge(&machine);
        prop_assert_eq!(said.kept.len(), 1);
        let expected = if more == 0 { Verdict::Clean } else { Verdict::Leftovers };
        prop_assert_eq!(said.verdict, expected, "{:#?}", said.leftovers);
    }
}
