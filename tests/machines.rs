//! The specification of the assessment, on recorded computers: `tests/recordings/*.json`.
//!
//! Each test is a sentence about one computer. `nothing_else` means that nothing was called
//! installed or left over that the test does not name.

use cleanbreak::assess::{Assessment, Confidence, Danger, Leftover, Told, Verdict, assess, assess_told};
use cleanbreak::catalog::{Catalog, Kind};
use cleanbreak::cli::{Console, run};
use cleanbreak::i18n::Texts;
use cleanbreak::machine::{CheckId, Gap, GapReason, Os, Presence, ProtectionState, Snapshot};
use cleanbreak::probe::replay;
use cleanbreak::report::{SCHEMA_TEXT, scan_report};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use Confidence::{Certain, Likely, Possible};
use Danger::{Guided, Harmless, Hook, Live, Trust};
use Verdict::{CannotTell, Clean, Installed, Leftovers};

/// The folder of the recordings.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings")
}

fn recording(name: &str) -> Snapshot {
    let text =
        fs::read_to_string(folder().join(format!("{name}.json"))).unwrap_or_else(|error| panic!("{name}: {error}"));
    replay::parse_recording(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A recorded computer, what the assessment says about it, and what a test has named so far.
struct Machine {
    name: String,
    said: Assessment,
    named: BTreeSet<String>,
}

fn machine(name: &str) -> Machine {
    judged(name, &recording(name))
}

fn judged(name: &str, snapshot: &Snapshot) -> Machine {
    Machine { name: name.into(), said: assess(snapshot, Catalog::embedded()), named: BTreeSet::new() }
}

impl Machine {
    fn verdict(self, expected: Verdict) -> Self {
        assert_eq!(self.said.verdict, expected, "{}: {:#?}", self.name, self.said);
        self
    }

    /// A product with this id and version, and the start of the name people read.
    fn product(mut self, id: &str, name: &str, version: &str, confidence: Confidence) -> Self {
        let found = self
            .said
            .products
            .iter()
            .find(|product| product.id == id && product.version.as_deref().unwrap_or("") == version);
        let product = found.unwrap_or_else(|| panic!("{}: no {id} {version}: {:#?}", self.name, self.said.products));
        assert!(product.name.starts_with(name), "{}: {id} is called {}", self.name, product.name);
        assert_eq!(product.confidence, confidence, "{}: {product:#?}", self.name);
        self.named.insert(format!("{id} {version}"));
        self
    }

    /// All leftovers with this name or with a place that ends in it; there must be some.
    fn leftover(mut self, name: &str, kind: Kind, danger: Danger, confidence: Confidence) -> Self {
        let called = |one: &&Leftover| one.kind == kind && (one.name == name || one.place().ends_with(name));
        let found: Vec<&Leftover> = self.said.leftovers.iter().filter(called).collect();
        assert!(!found.is_empty(), "{}: {name} is no leftover: {:#?}", self.name, self.said.leftovers);
        for one in found {
            assert_eq!((one.danger, one.confidence), (danger, confidence), "{}: {one:#?}", self.name);
            self.named.insert(one.id.clone());
        }
        self
    }

    /// Exactly this entry must be mended before the next restart.
    fn fix_first(self, name: &str) -> Self {
        let first: Vec<&str> =
            self.said.leftovers.iter().filter(|one| one.fix_first()).map(|one| one.name.as_str()).collect();
        assert_eq!(first, [name], "{}", self.name);
        assert_eq!(self.said.leftovers[0].name, name, "{}: it comes first", self.name);
        self
    }

    fn owned(self, name: &str) -> Self {
        assert!(
            self.said.owned.iter().any(|one| one.name == name),
            "{}: {name} is not owned: {:#?}",
            self.name,
            self.said.owned
        );
        self
    }

    fn kept(self, place: &str) -> Self {
        assert!(
            self.said.kept.iter().any(|kept| kept.place().ends_with(place)),
            "{}: {:#?}",
            self.name,
            self.said.kept
        );
        self
    }

    fn suspicious(self, places: &[&str], locked: bool) -> Self {
        let found: Vec<&str> = self.said.suspicious.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(found, places, "{}", self.name);
        assert!(self.said.suspicious.iter().all(|one| one.locked == locked), "{}", self.name);
        self
    }

    fn successors(self, ids: &[&str]) -> Self {
        let found: Vec<&str> = self.said.successors.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(found, ids, "{}", self.name);
        self
    }

    fn protection(self, state: ProtectionState) -> Self {
        assert_eq!(self.said.protection.state, state, "{}: {:#?}", self.name, self.said.protection);
        self
    }

    fn required_unknown(self, checks: &[CheckId]) -> Self {
        let found: BTreeSet<CheckId> =
            self.said.unknown.iter().filter(|gap| gap.required).map(|gap| gap.check).collect();
        assert_eq!(found, checks.iter().copied().collect(), "{}", self.name);
        self
    }

    fn nothing_else(self) {
        let products =
            self.said.products.iter().map(|found| format!("{} {}", found.id, found.version.as_deref().unwrap_or("")));
        let leftovers = self.said.leftovers.iter().map(|one| one.id.clone());
        let more: Vec<String> = products.chain(leftovers).filter(|id| !self.named.contains(id)).collect();
        assert_eq!(more, Vec::<String>::new(), "{}: {:#?}", self.name, self.said);
    }
}

// ---- Products ---------------------------------------------------------------------------------

#[test]
fn a_suite_with_vpn_and_password_manager_is_three_products_and_owns_all_of_its_parts() {
    machine("suite-21-25")
        .verdict(Installed)
        .product("kaspersky-suite-21", "Kaspersky", "21.25.8.0", Certain)
        .product("vpn", "Kaspersky VPN", "21.25.8.0", Certain)
        .product("password-manager", "Kaspersky Password Manager", "25.1.0.234", Certain)
        .owned("klif.K4W-21-25")
        .owned("klupd_K4W-21-25_arkmon")
        .owned("KSDE21.25")
        .owned("Kaspersky Anti-Virus Personal Root Certificate")
        .owned("Kaspersky Protection")
        .owned("klim6.inf")
        .kept("kpm_vault.edb")
        .kept("QB")
        .owned("avp.exe")
        .protection(ProtectionState::On)
        .nothing_else();
}

#[test]
fn the_two_uninstall_entries_of_one_product_are_one_and_its_product_code_is_the_handle() {
    for name in ["suite-21-25", "home-legacy"] {
        let said = machine(name).said;
        assert!(
            said.products.iter().all(|product| product.key.as_ref().is_some_and(|key| key.starts_with('{'))),
            "{name}"
        );
    }
}

#[test]
fn an_older_suite_without_suffixes_owns_its_short_names() {
    machine("home-legacy")
        .verdict(Installed)
        .product("kaspersky-home-legacy", "Kaspersky Total Security", "21.3.10.391", Certain)
        .owned("KLIF")
        .owned("klkbdflt2")
        .owned("klupd_klif_arkmon")
        .nothing_else();
}

#[test]
fn small_office_security_is_told_from_the_suite_whose_engine_it_shares() {
    machine("small-office")
        .verdict(Installed)
        .product("small-office-security", "Kaspersky Small Office Security", "21.9.6.465", Certain)
        .owned("AVP21.9")
        .nothing_else();
}

#[test]
fn endpoint_security_with_both_agents_owns_parts_that_count_their_versions_otherwise() {
    machine("endpoint-security")
        .verdict(Installed)
        .product("endpoint-security", "Kaspersky Endpoint Security", "12.4.0.467", Certain)
        .product("network-agent", "Kaspersky Security Center Network Agent", "14.2.0.26967", Certain)
        .product("endpoint-agent", "Kaspersky Endpoint Agent", "3.11.0.216", Certain)
        .owned("KLIF.KES-21-15")
        .owned("WUServer")
        .kept("QB")
        .nothing_else();
}

#[test]
fn two_endpoint_products_side_by_side_are_both_shown() {
    machine("endpoint-pair")
        .verdict(Installed)
        .product("endpoint-security", "Kaspersky Endpoint Security", "11.26.4.423", Certain)
        .product("endpoint-security", "Kaspersky Endpoint Security", "14.1.0.423", Certain)
        .owned("KLIF.KES-14-1")
        .owned("klif.KES-21-9")
        .nothing_else();
}

#[test]
fn a_server_has_no_security_center_of_windows() {
    machine("server-security")
        .verdict(Installed)
        .product("server-security", "Kaspersky Security 11", "11.0.1.897", Certain)
        .owned("KAVWSEE Administrators")
        .owned("klam")
        .kept("Quarantine")
        .required_unknown(&[])
        .protection(ProtectionState::Unknown)
        .nothing_else();
}

#[test]
fn security_center_and_its_console_own_services_and_accounts() {
    machine("security-center")
        .verdict(Installed)
        .product("security-center", "Kaspersky Security Center", "15.1.0.20748", Certain)
        .product("security-center", "Kaspersky Security Center Web Console", "15.1.523", Certain)
        .owned("KLAdmins")
        .owned("klnagent")
        .nothing_else();
}

#[test]
fn safe_kids_owns_a_service_that_no_rule_knows() {
    machine("safe-kids")
        .verdict(Installed)
        .product("safe-kids", "Kaspersky Safe Kids", "23.0.10.523", Certain)
        .owned("KSK23.0")
        .nothing_else();
}

#[test]
fn data_of_the_virus_removal_tool_is_kept_and_decides_nothing() {
    machine("virus-removal-tool").verdict(Clean).kept("KVRT2020_Data").kept("Quarantine").nothing_else();
}

#[test]
fn a_russian_name_is_what_its_main_service_says() {
    machine("suite-russian")
        .verdict(Installed)
        .product("kaspersky-suite-21", "Касперский Премиум", "21.18.5.438", Certain)
        .owned("klif.K4W-21-18")
        .nothing_else();
}

#[test]
fn a_spanish_suite_without_a_registered_folder_is_installed_and_so_is_the_agent() {
    machine("suite-spanish")
        .verdict(Installed)
        .product("kaspersky-suite-21", "Kaspersky Plus", "21.20.8.505", Certain)
        .product("network-agent", "Agente de red", "14.2.0.26967", Certain)
        .nothing_else();
}

#[test]
fn a_business_product_that_nobody_listed_owns_what_it_brought() {
    machine("business-unlisted")
        .verdict(Installed)
        .product("kaspersky-server-other", "Kaspersky Security for Terminal Gateways", "2.4.0.118", Certain)
        .owned("KTGSvc")
        .owned("KAVFSTG")
        .owned("klam")
        .owned("klelam")
        .owned("KLOperators")
        .nothing_else();
}

#[test]
fn a_product_whose_folder_was_thrown_away_while_its_drivers_run_is_installed_and_its_entry_stays() {
    machine("folder-thrown-away")
        .verdict(Installed)
        .product("safe-kids", "Kaspersky Safe Kids", "23.1.0.87", Certain)
        .owned("klif")
        .owned("AVPSK23.1")
        .nothing_else();
}

#[test]
fn an_agent_in_a_folder_without_the_space_is_installed() {
    machine("agent-without-space")
        .verdict(Installed)
        .product("network-agent", "Kaspersky Network Agent", "15.2.0.311", Certain)
        .owned("KasperskyLab")
        .owned("NetworkAgent")
        .nothing_else();
}

#[test]
fn what_winget_only_downloaded_is_a_file_to_take_away_with_winget() {
    let machine = machine("winget-download").verdict(Leftovers).leftover(
        "Kaspersky Security Center",
        Kind::Package,
        Guided,
        Certain,
    );
    let says = "winget uninstall --product-code Kaspersky.KSCInstaller_Microsoft.Winget.Source_8wekyb3d8bbwe";
    assert_eq!(machine.said.leftovers[0].what, says);
    machine.nothing_else();
}

// ---- What removals leave behind ---------------------------------------------------------------

#[test]
fn after_the_uninstaller_the_restart_is_due_and_the_keyboard_filter_comes_first() {
    machine("drivers-stay")
        .verdict(Leftovers)
        .fix_first("klkbdflt.K4W-21-25")
        .leftover("klkbdflt.K4W-21-25", Kind::ClassFilter, Hook, Certain)
        .leftover("klmouflt.K4W-21-25", Kind::ClassFilter, Hook, Certain)
        .leftover("AVP21.25", Kind::Service, Live, Certain)
        .leftover("klif.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover("klflt.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover("klhk.K4W-21-25", Kind::Driver, Hook, Certain)
        .leftover("klkbdflt.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover("klmouflt.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover("kldisk.K4W-21-25", Kind::Driver, Guided, Certain)
        .leftover("klpnpflt.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover("klim6", Kind::Driver, Guided, Likely)
        .leftover("Kaspersky Lab NDIS 6 Filter", Kind::NetworkFilter, Guided, Certain)
        .leftover(r"C:\ProgramData\Kaspersky Lab", Kind::File, Harmless, Likely)
        .leftover("AVP21.25", Kind::File, Harmless, Likely)
        .nothing_else();
}

#[test]
fn a_mouse_filter_that_outlived_its_driver_comes_first() {
    machine("mouse-filter")
        .verdict(Leftovers)
        .leftover("klmouflt", Kind::ClassFilter, Hook, Likely)
        .fix_first("klmouflt")
        .nothing_else();
}

#[test]
fn a_filter_whose_driver_is_disabled_is_as_dead_as_a_missing_one() {
    machine("disabled-filter")
        .verdict(Leftovers)
        .fix_first("klkbdflt")
        .leftover("klkbdflt", Kind::ClassFilter, Hook, Likely)
        .leftover("klkbdflt", Kind::Driver, Live, Likely)
        .leftover("klfltdev", Kind::ClassFilter, Guided, Likely)
        .leftover("klfltdev", Kind::Driver, Hook, Likely)
        .nothing_else();
}

#[test]
fn a_lethal_filter_is_shown_even_while_its_product_is_installed() {
    machine("installed-lethal-filter")
        .verdict(Installed)
        .product("kaspersky-suite-21", "Kaspersky Standard", "21.25.8.0", Certain)
        .fix_first("klmouflt.K4W-21-25")
        .leftover("klmouflt.K4W-21-25", Kind::ClassFilter, Hook, Certain)
        .owned("klkbdflt.K4W-21-25")
        .nothing_else();
}

#[test]
fn where_services_could_not_be_read_no_driver_is_called_missing() {
    let mut snapshot = recording("mouse-filter");
    snapshot.services.gap(GapReason::NeedsAdmin, "Services", "");
    let said = judged("mouse-filter without services", &snapshot).verdict(Leftovers).said;
    assert!(said.leftovers.iter().all(|one| !one.fix_first()));
}

#[test]
fn a_registered_product_whose_folder_and_service_are_gone_is_a_stale_entry() {
    machine("stale-entry")
        .verdict(Leftovers)
        .leftover("Kaspersky Internet Security", Kind::Registry, Harmless, Certain)
        .leftover("AVP20.0", Kind::Service, Hook, Certain)
        .nothing_else();
}

#[test]
fn a_stale_entry_counts_as_installed_where_its_absence_can_not_be_proven() {
    let mut snapshot = recording("stale-entry");
    snapshot.files.gap(GapReason::NeedsAdmin, "{ProgramFilesX86}", "");
    judged("stale-entry, folders unknown", &snapshot).verdict(Installed);
}

#[test]
fn a_gap_where_the_product_could_not_be_keeps_no_stale_entry_alive() {
    let key = |name: &str| format!(r"HKLM\SYSTEM\CurrentControlSet\Services\{name}");
    let services = |snapshot: &mut Snapshot, name: &str| snapshot.services.gap(GapReason::Failed, key(name), "");
    let files = |snapshot: &mut Snapshot, place: &str| snapshot.files.gap(GapReason::NeedsAdmin, place, "");
    let elsewhere = ["{Documents}", "{System32}/winevt/Logs", "{LocalAppData}", "{ProgramData}/Kaspersky Lab/AVP20.0"];
    let own = [
        "{ProgramFilesX86}/Kaspersky Lab",
        "{ProgramFilesX86}",
        "{ProgramFilesX86}/Kaspersky Lab/Kaspersky Internet Security 20.0",
        "",
    ];
    for (places, verdict) in [(&elsewhere[..], Leftovers), (&own[..], Installed)] {
        for place in places {
            let mut snapshot = recording("stale-entry");
            files(&mut snapshot, place);
            judged(&format!("stale-entry, {place} unread"), &snapshot).verdict(verdict);
        }
    }
    for (name, verdict) in [
        ("HPQzzy", Leftovers),
        (r"HPQzzy\Parameters", Leftovers),
        ("AVP20.0", Installed),
        ("Kaspersky Qobdaz", Installed),
    ] {
        let mut snapshot = recording("stale-entry");
        services(&mut snapshot, name);
        judged(&format!("stale-entry, {name} unread"), &snapshot).verdict(verdict);
    }
    let mut whole = recording("stale-entry");
    whole.services.gap(GapReason::TimedOut, "", "");
    judged("stale-entry, no services", &whole).verdict(Installed);
}

#[test]
fn what_windows_installer_calls_not_installed_is_a_stale_entry_unless_it_shows_life() {
    let mut snapshot = recording("stale-entry");
    snapshot.files.gap(GapReason::NeedsAdmin, "{ProgramFilesX86}", "");
    let told = Told { not_installed: [snapshot.programs.items[0].key.clone()].into() };
    assert_eq!(assess_told(&snapshot, Catalog::embedded(), &told).verdict, Leftovers);
    let alive = recording("suite-21-25");
    let told = Told { not_installed: alive.programs.items.iter().map(|program| program.key.clone()).collect() };
    assert_eq!(assess_told(&alive, Catalog::embedded(), &told).verdict, Installed);
}

#[test]
fn keys_that_stayed_are_leftovers_and_no_product() {
    machine("artefact-keys")
        .verdict(Leftovers)
        .leftover("KasperskyLab", Kind::Registry, Harmless, Likely)
        .leftover("AVP18.0.0", Kind::Registry, Harmless, Likely)
        .leftover("LicStrg", Kind::Registry, Harmless, Likely)
        .leftover("AVP21.25", Kind::Registry, Harmless, Likely)
        .nothing_else();
}

#[test]
fn the_drivers_of_an_older_generation_do_not_belong_to_the_installed_one() {
    machine("two-generations")
        .verdict(Installed)
        .product("kaspersky-suite-21", "Kaspersky Standard", "21.25.8.0", Certain)
        .owned("klif.K4W-21-25")
        .leftover("klif.K4W-21-24", Kind::Driver, Hook, Certain)
        .leftover("klmouflt.K4W-21-24", Kind::Driver, Hook, Certain)
        .leftover(r"K4W-21-24\klflt.sys", Kind::File, Harmless, Certain)
        .leftover("AVP21.24", Kind::File, Harmless, Likely)
        .nothing_else();
}

#[test]
fn a_generation_that_counts_otherwise_is_told_apart_once_the_own_one_is_seen() {
    machine("endpoint-old-generation")
        .verdict(Installed)
        .product("endpoint-security", "Kaspersky Endpoint Security", "14.1.0.423", Certain)
        .owned("KLIF.KES-14-1")
        .leftover("klif.KES-21-9", Kind::Driver, Hook, Certain)
        .leftover(r"KES-21-9\klflt.sys", Kind::File, Harmless, Certain)
        .nothing_else();
}

#[test]
fn the_removal_tool_leaves_drivers_under_random_names() {
    machine("removal-tool-drivers")
        .verdict(Leftovers)
        .kept("KVRT2020_Data")
        .leftover("klupd_7e21c04b9_mark", Kind::Driver, Live, Likely)
        .leftover("klupd_7e21c04b9_klark", Kind::Driver, Hook, Likely)
        .leftover("klupd_7e21c04b9_arkmon.sys", Kind::File, Harmless, Likely)
        .nothing_else();
}

#[test]
fn a_driver_that_no_rule_names_is_known_by_its_company_and_others_stay_others() {
    machine("unnamed-driver").verdict(Leftovers).leftover("zqguard", Kind::Driver, Live, Likely).nothing_else();
}

#[test]
fn an_orphan_driver_in_the_data_folder_is_found_without_its_file() {
    machine("orphan-klids").verdict(Leftovers).leftover("klids.K4W-21-25", Kind::Driver, Hook, Certain).nothing_else();
}

#[test]
fn the_vpn_driver_that_names_another_maker_is_not_called_absent() {
    machine("vpn-adapter-left").verdict(CannotTell).leftover("kltap", Kind::Driver, Guided, Possible).nothing_else();
}

#[test]
fn a_certificate_alone_is_still_trusted() {
    machine("certificate-only")
        .verdict(Leftovers)
        .leftover("Kaspersky Anti-Virus Personal Root Certificate", Kind::Certificate, Trust, Certain)
        .nothing_else();
}

#[test]
fn a_certificate_that_only_firefox_trusts_is_taken_out_by_hand() {
    machine("firefox-certificate")
        .verdict(Leftovers)
        .leftover("Kaspersky Anti-Virus Personal Root Certificate", Kind::Certificate, Guided, Certain)
        .nothing_else();
}

#[test]
fn a_setting_that_trusts_an_exported_root_is_known_by_the_certificate_not_by_the_file_name() {
    machine("pip-setting")
        .verdict(Leftovers)
        .leftover("pip.ini", Kind::Environment, Guided, Certain)
        .leftover("NODE_EXTRA_CA_CERTS", Kind::Environment, Guided, Certain)
        .nothing_else();
}

#[test]
fn a_registration_whose_program_is_gone_protects_nobody_and_leaves_nobody_without_a_step() {
    for name in ["stale-security-center", "gone-suite-nothing-on"] {
        machine(name).verdict(Clean).protection(ProtectionState::Off).nothing_else();
    }
}

#[test]
fn a_registration_whose_program_is_there_is_a_leftover() {
    let mut snapshot = recording("stale-security-center");
    snapshot.security_center.items[0].there = Presence::Present;
    judged("its program is there", &snapshot)
        .verdict(Leftovers)
        .leftover("Kaspersky", Kind::Registry, Guided, Certain)
        .nothing_else();
}

#[test]
fn update_policy_counts_beside_a_trace_of_the_agent() {
    machine("update-policy-agent")
        .verdict(Leftovers)
        .leftover("WUServer", Kind::Registry, Guided, Possible)
        .leftover("UseWUServer", Kind::Registry, Guided, Possible)
        .leftover("adminkit", Kind::File, Harmless, Likely)
        .nothing_else();
}

#[test]
fn update_policy_of_an_office_that_never_had_the_agent_is_its_own() {
    machine("update-policy-office").verdict(Clean).nothing_else();
}

// ---- The person's own data --------------------------------------------------------------------

#[test]
fn a_vault_alone_is_kept_and_its_folders_are_no_leftovers() {
    machine("vault-only").verdict(Clean).kept("kpm_vault.edb").kept("Kaspersky Password Manager").nothing_else();
}

#[test]
fn a_folder_with_a_vault_or_a_loaded_driver_in_it_is_never_called_harmless() {
    machine("vault-beside-remains")
        .verdict(Leftovers)
        .kept("kpm_vault.edb")
        .leftover(r"AppData\Local\Kaspersky Lab", Kind::File, Guided, Likely)
        .leftover("klids.K4W-21-25", Kind::Driver, Live, Certain)
        .leftover(r"C:\ProgramData\Kaspersky Lab", Kind::File, Live, Likely)
        .leftover(r"C:\ProgramData\Kaspersky Lab\AVP21.25", Kind::File, Live, Likely)
        .leftover("Kaspersky Lab Setup Files", Kind::File, Harmless, Likely)
        .nothing_else();
}

// ---- Other companies, and malware -------------------------------------------------------------

#[test]
fn an_ordinary_computer_is_clean() {
    machine("never-had").verdict(Clean).protection(ProtectionState::On).required_unknown(&[]).nothing_else();
}

#[test]
fn no_look_alike_is_taken_for_kaspersky() {
    machine("look-alikes").verdict(Clean).nothing_else();
}

#[test]
fn an_old_service_name_in_a_strange_folder_is_possible_only() {
    machine("old-service-somewhere")
        .verdict(CannotTell)
        .product("kaspersky-home-legacy", "Kaspersky", "", Possible)
        .leftover("AVP", Kind::Service, Hook, Possible)
        .leftover("avp.exe", Kind::Process, Live, Possible)
        .leftover("77.74.178.20:443", Kind::Connection, Live, Possible)
        .nothing_else();
}

#[test]
fn bare_engine_drivers_belong_to_zonealarm_while_it_is_installed() {
    machine("zonealarm").verdict(Clean).nothing_else();
}

#[test]
fn a_product_line_in_the_name_is_kaspersky_s_even_beside_zonealarm() {
    machine("zonealarm-beside-remains")
        .verdict(Leftovers)
        .leftover("klif.K4W-21-25", Kind::Driver, Hook, Likely)
        .leftover("klkbdflt.K4W-21-25", Kind::Driver, Hook, Certain)
        .nothing_else();
}

#[test]
fn f_secure_of_those_years_explains_the_engine() {
    machine("f-secure").verdict(Clean).nothing_else();
}

#[test]
fn ultraav_is_named_and_never_counted() {
    machine("ultraav").verdict(Clean).successors(&["ultraav"]).nothing_else();
}

#[test]
fn remains_are_found_beside_ultraav() {
    machine("ultraav-with-remains")
        .verdict(Leftovers)
        .successors(&["ultraav", "ultravpn"])
        .protection(ProtectionState::On)
        .leftover("klids.K4W-21-18", Kind::Driver, Hook, Certain)
        .leftover(r"C:\ProgramData\Kaspersky Lab", Kind::File, Harmless, Likely)
        .nothing_else();
}

#[test]
fn empty_hidden_folders_are_suspicious_and_no_leftovers() {
    machine("planted-empty")
        .verdict(Clean)
        .suspicious(&[r"C:\KVRT_Data", r"C:\ProgramData\Kaspersky Lab"], false)
        .nothing_else();
}

#[test]
fn locked_folders_without_another_trace_are_suspicious_and_nobody_knows_what_is_inside() {
    machine("planted-locked")
        .verdict(CannotTell)
        .suspicious(&[r"C:\Program Files (x86)\Kaspersky Lab", r"C:\ProgramData\Kaspersky Lab"], true)
        .required_unknown(&[CheckId::Files])
        .nothing_else();
}

#[test]
fn planted_folders_stay_suspicious_wherever_they_stand_and_are_nobody_s_data() {
    let machine = machine("planted-everywhere").verdict(Leftovers).suspicious(
        &[
            r"C:\KVRT_Data",
            r"C:\Program Files\KasperskyLab",
            r"C:\ProgramData\Kaspersky Lab",
            r"C:\ProgramData\Kaspersky Lab Setup Files",
            r"C:\ProgramData\Kaspersky Lab\AVP21.9",
            r"C:\Users\user\AppData\Local\Kaspersky Lab\Kaspersky Password Manager",
        ],
        false,
    );
    assert!(machine.said.kept.is_empty(), "{:#?}", machine.said.kept);
    machine.leftover("Kaspersky Update", Kind::Task, Harmless, Likely).nothing_else();
}

#[test]
fn a_folder_that_the_product_locked_is_not_blamed_on_malware() {
    machine("locked-by-the-product")
        .verdict(Leftovers)
        .suspicious(&[], true)
        .leftover(r"C:\ProgramData\Kaspersky Lab", Kind::File, Harmless, Likely)
        .leftover("Kaspersky Lab Setup Files", Kind::File, Harmless, Likely)
        .leftover("AVP21.25", Kind::Registry, Harmless, Likely)
        .nothing_else();
}

// ---- What could not be seen -------------------------------------------------------------------

#[test]
fn run_as_system_the_answer_is_about_windows_and_no_account() {
    machine("as-system").verdict(Clean).required_unknown(&[]).nothing_else();
    let whole = recording("as-system");
    let texts = Texts::english();
    let report = scan_report(&whole, &assess(&whole, Catalog::embedded()), &Catalog::embedded().date, &|reason| {
        texts.reason(reason)
    });
    let report = serde_json::to_value(&report).unwrap();
    assert_eq!(report["accounts"]["looked_at"], "none");
    // Four of them were left out; eight came with later formats, and are not recorded.
    let informing: Vec<_> =
        report["unknown"].as_array().unwrap().iter().filter(|gap| gap["required"] == false).collect();
    let later = informing.iter().filter(|gap| gap["detail"] == "not recorded").count();
    assert_eq!((informing.len(), later), (12, 8));
}

#[test]
fn run_as_system_the_computer_s_own_places_are_as_required_as_ever() {
    let whole = recording("as-system");
    for (why, place, expected) in [
        (GapReason::NotTried, "{RoamingAppData}", Clean),
        (GapReason::NotTried, r"HKCU\Software", Clean),
        (GapReason::NotTried, "{ProgramData}", CannotTell),
        (GapReason::NotTried, r"HKLM\SOFTWARE", CannotTell),
        (GapReason::NotTried, "HKCUX", CannotTell),
        (GapReason::NotTried, "", CannotTell),
        // A signed-in account's hive was asked and did not answer: nobody left it out on purpose.
        (GapReason::Failed, r"HKU\S-1-5-21-1-2-3-1001\Software", CannotTell),
        (GapReason::NeedsAdmin, "{LocalAppData}", CannotTell),
    ] {
        for check in [CheckId::Programs, CheckId::RootCertificates, CheckId::Files] {
            let mut snapshot = whole.clone();
            snapshot.mark(check, Gap::new(why, place, "made for the test"));
            judged(&format!("{} {why:?} {place}", check.name()), &snapshot).verdict(expected);
        }
    }
    // For a person's account the same places are required.
    let mut snapshot = recording("never-had");
    snapshot.mark(CheckId::Files, Gap::new(GapReason::NotTried, "{LocalAppData}", "on another computer"));
    judged("a folder on another computer", &snapshot).verdict(CannotTell);
}

#[test]
fn what_stands_in_a_signed_in_account_s_hive_is_seen_as_its_own() {
    let mut snapshot = recording("as-system");
    snapshot.programs.items = serde_json::from_str(
        r#"[{"source": "hku", "key": "KVPN", "name": "Kaspersky VPN Secure Connection", "publisher": "AO Kaspersky Lab",
             "location": "C:\\Q", "location_there": "present", "uninstall": "\"C:\\Q\\u.exe\""}]"#,
    )
    .unwrap();
    let said = judged("hku", &snapshot).said;
    assert_eq!(said.verdict, Installed);
    assert!(said.products[0].places()[0].starts_with(r"HKU\"), "{:?}", said.products[0].places());
}

#[test]
fn a_recording_without_a_check_does_not_count_it_as_seen() {
    for name in ["never-had", "linux-clean", "mouse-filter", "suite-21-25"] {
        let whole = machine(name).said;
        let text: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(folder().join(format!("{name}.json"))).unwrap()).unwrap();
        let os = recording(name).host.os;
        for check in CheckId::ALL.iter().filter(|check| check.applies(os)) {
            let mut text = text.clone();
            text.as_object_mut().unwrap().remove(check.name());
            let without = assess(&replay::parse_recording(&text.to_string()).unwrap(), Catalog::embedded());
            let gaps: Vec<_> = without.unknown.iter().filter(|gap| gap.check == *check).collect();
            let [gap] = &gaps[..] else { panic!("{name} without {}: {gaps:?}", check.name()) };
            assert_eq!(
                (gap.why, gap.detail.as_str()),
                (GapReason::NotTried, "not recorded"),
                "{name} {}",
                check.name()
            );
            assert_eq!(gap.required, check.required(os));
            if whole.verdict == Clean {
                let expected = if gap.required { CannotTell } else { Clean };
                assert_eq!(without.verdict, expected, "{name} without {}", check.name());
            }
        }
    }
}

#[test]
fn each_required_check_that_fails_keeps_a_computer_from_being_clean() {
    for name in ["never-had", "linux-clean"] {
        let whole = recording(name);
        for check in CheckId::ALL.iter().filter(|check| check.applies(whole.host.os)) {
            for why in [GapReason::Failed, GapReason::TimedOut, GapReason::NeedsAdmin, GapReason::NotTried] {
                let mut snapshot = whole.clone();
                snapshot.mark(*check, Gap::new(why, "", "made for the test"));
                let expected = if check.required(whole.host.os) { CannotTell } else { Clean };
                judged(&format!("{name}, {} {why:?}", check.name()), &snapshot).verdict(expected).nothing_else();
            }
        }
    }
}

// ---- Linux and macOS --------------------------------------------------------------------------

#[test]
fn linux_packages_own_units_groups_and_folders() {
    machine("linux-installed")
        .verdict(Installed)
        .product("endpoint-security-linux", "Kaspersky Endpoint Security", "12.1.0-1543", Certain)
        .product("network-agent-linux", "Kaspersky Security Center Network Agent", "15.0.0-13748", Certain)
        .owned("kesl.service")
        .owned("kesladmin")
        .kept("objects-backup")
        .nothing_else();
}

#[test]
fn packages_that_were_removed_and_not_purged_are_leftovers_of_the_right_maker_only() {
    machine("linux-leftovers")
        .verdict(Leftovers)
        .leftover("kesl", Kind::Package, Harmless, Certain)
        .leftover("kfl-gui", Kind::Package, Harmless, Likely)
        .leftover("kesl.service", Kind::Service, Hook, Certain)
        .leftover("/opt/kaspersky", Kind::File, Harmless, Likely)
        .leftover("/opt/kaspersky/kesl", Kind::File, Harmless, Likely)
        .leftover("/var/log/kaspersky", Kind::File, Harmless, Likely)
        .leftover("kesladmin", Kind::Account, Guided, Likely)
        .leftover("Kaspersky Endpoint Security Personal Certification Authority", Kind::Certificate, Trust, Likely)
        .kept("KVRT2024_Data")
        .nothing_else();
}

#[test]
fn entries_in_linux_menus_and_what_lies_beside_the_vendor_s_folders_are_left_over() {
    let seen = |place: &str, kind: &str| {
        let path = place.replace("{Linux}", "").replace("{LinuxHome}", "/home/user");
        serde_json::json!({"place": place, "path": path, "kind": kind, "entries": (kind == "folder").then_some(3)})
    };
    let mut snapshot = recording("linux-clean");
    snapshot.files = serde_json::from_value(serde_json::json!({"items": [
        seen("{Linux}/usr/share/applications/kesl-quux.desktop", "file"),
        seen("{LinuxHome}/.config/autostart/com.kaspersky.quux.desktop", "file"),
        seen("{Linux}/var/lib/kesl", "folder"),
        seen("{Linux}/usr/share/applications/kfl-gui.desktop", "file"),
        seen("{Linux}/usr/share/applications/kessel.desktop", "file"),
    ]}))
    .unwrap();
    judged("linux-clean with menu entries", &snapshot)
        .verdict(Leftovers)
        .leftover("kesl-quux.desktop", Kind::File, Harmless, Likely)
        .leftover("com.kaspersky.quux.desktop", Kind::File, Harmless, Likely)
        .leftover("/var/lib/kesl", Kind::File, Harmless, Likely)
        .leftover("kfl-gui.desktop", Kind::File, Harmless, Possible)
        .nothing_else();
}

#[test]
fn another_company_s_package_of_the_same_short_name_is_its_own() {
    machine("linux-clean").verdict(Clean).nothing_else();
}

#[test]
fn a_short_package_name_alone_is_possible_only() {
    machine("linux-short-name")
        .verdict(CannotTell)
        .product("monitoring-linux", "kuma", "2.9.2-1", Possible)
        .nothing_else();
}

#[test]
fn a_mac_with_its_program_owns_extension_filter_and_certificate() {
    machine("mac-installed")
        .verdict(Installed)
        .product("kaspersky-mac", "Kaspersky", "26.0.0.150", Certain)
        .owned("com.kaspersky.kav.sysext")
        .owned("Kaspersky Filter")
        .nothing_else();
}

#[test]
fn a_mac_whose_program_was_thrown_away_keeps_its_extension_and_is_not_called_installed() {
    machine("mac-leftovers")
        .verdict(Leftovers)
        .leftover("com.kaspersky.kav.sysext", Kind::Driver, Guided, Likely)
        .leftover("com.kaspersky.kav", Kind::Service, Hook, Certain)
        .leftover("Kaspersky Monitor", Kind::NetworkFilter, Live, Certain)
        .leftover("Kaspersky Web Anti-Virus Certification Authority", Kind::Certificate, Guided, Certain)
        .leftover("com.kaspersky.kav.core", Kind::Package, Harmless, Likely)
        .leftover("com.kaspersky.kav.webav", Kind::Package, Harmless, Likely)
        .leftover("Kaspersky Lab", Kind::File, Harmless, Likely)
        .leftover("com.kaspersky.kav.plist", Kind::File, Harmless, Likely)
        .nothing_else();
}

// ---- What holds for every recorded computer ---------------------------------------------------

fn every_recording() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_string())
        .collect();
    names.sort();
    assert!(names.len() > 40, "the recordings were found: {names:?}");
    names
}

#[test]
fn every_report_is_valid_by_the_schema() {
    let schema = serde_json::from_str(SCHEMA_TEXT).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let texts = Texts::english();
    for name in every_recording() {
        let snapshot = recording(&name);
        let report =
            scan_report(&snapshot, &assess(&snapshot, Catalog::embedded()), &Catalog::embedded().date, &|reason| {
                texts.reason(reason)
            });
        let problems: Vec<String> =
            validator.iter_errors(&serde_json::to_value(&report).unwrap()).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new(), "{name}");
        assert!(
            report.leftovers.iter().all(|one| !one.place.is_empty() && !one.name.is_empty() && !one.reasons.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn ids_are_well_formed_and_each_thing_has_one() {
    for name in every_recording() {
        let said = machine(&name).said;
        let ids =
            said.leftovers.iter().chain(&said.owned).map(|one| &one.id).chain(said.kept.iter().map(|kept| &kept.id));
        let ids: Vec<&String> = ids.collect();
        let fits = |id: &str| {
            (6..=40).contains(&id.len()) && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        assert!(ids.iter().all(|id| fits(id)), "{name}: {ids:?}");
        let different: BTreeSet<&&String> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{name}: nothing is a leftover and owned, or kept, at once");
    }
}

#[test]
fn the_order_in_which_things_were_seen_changes_nothing() {
    for name in every_recording() {
        let snapshot = recording(&name);
        let first = assess(&snapshot, Catalog::embedded());
        assert_eq!(assess(&snapshot, Catalog::embedded()), first, "{name}, a second time");
        assert_eq!(assess(&backwards(&snapshot), Catalog::embedded()), first, "{name}, backwards");
    }
}

/// The same computer with every list backwards, but for the one that Windows works off in order.
fn backwards(snapshot: &Snapshot) -> Snapshot {
    let mut value = serde_json::to_value(snapshot).unwrap();
    for (check, looked) in value.as_object_mut().unwrap() {
        if check != "pending"
            && let Some(items) = looked.get_mut("items").and_then(|items| items.as_array_mut())
        {
            items.reverse();
        }
    }
    serde_json::from_value(value).unwrap()
}

#[test]
fn the_text_begins_with_the_verdict_and_the_exit_code_agrees() {
    for name in every_recording() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console =
            Console { input: &mut std::io::empty(), out: &mut out, err: &mut err, err_is_terminal: false };
        let file = folder().join(format!("{name}.json"));
        let exit = run(vec!["scan".into(), "--replay".into(), file.into()], &mut console) as u8;
        let text = String::from_utf8(out).unwrap();
        let (code, begins) = match machine(&name).said.verdict {
            Installed => (10, "Kaspersky is installed on this computer."),
            Leftovers => (11, "Kaspersky is not installed, but"),
            CannotTell => (12, "We cannot tell yet whether Kaspersky is gone."),
            Clean => (0, "No active Kaspersky parts found."),
        };
        assert_eq!(exit, code, "{name}");
        assert!(text.starts_with(begins), "{name}: {text}");
        assert_eq!(err, b"", "{name}");
    }
}

#[test]
fn recordings_name_nobody_and_list_every_check_of_their_system() {
    let failing = ["as-system"];
    for name in every_recording() {
        let snapshot = recording(&name);
        let text = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
        let os = snapshot.host.os;
        for check in CheckId::ALL.iter().filter(|check| check.applies(os)) {
            let listed = text.contains(&format!("\"{}\": {{", check.name())) || check.since() > snapshot.schema;
            assert!(listed || failing.contains(&name.as_str()), "{name} does not say what {} found", check.name());
        }
        let folders = if os == Os::Windows { r"C:\\Users\\" } else { "/home/" };
        let people = text.match_indices(folders).all(|(at, _)| text[at + folders.len()..].starts_with("user"));
        assert!(people, "{name} names a person");
    }
}
