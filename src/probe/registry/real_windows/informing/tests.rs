//! What the program must say of a real computer when every probe of its registry runs.

use super::super::super::fake::Goes;
use super::super::odd;
use super::super::pc::*;
use super::*;
use crate::assess::{Assessment, Verdict, assess};
use crate::machine::{CheckId, Os, Snapshot};
use CheckId::{
    AppPackages, Autoruns, BrowserExtensions, ComProviders, Firewall, FirewallRules, HeldOff, MailAddIns,
    MemoryIntegrity, NetworkLeads, OtherAccounts, Registry, Settings, Tasks, UpdatePolicy, WindowsRelease,
};

pub(super) const BOTH: [Who; 2] = [Who::User, Who::Administrator];

/// Checks that only inform and ask the registry, each with what is unknown to an account without rights.
/// An administrator sees all of them.
const INFORMING: [(CheckId, Option<GapReason>); 16] = [
    (Registry, None),
    (ComProviders, None),
    (Tasks, Some(GapReason::NeedsAdmin)),
    (Autoruns, None),
    (BrowserExtensions, None),
    (Settings, None),
    (UpdatePolicy, None),
    (Firewall, None),
    (HeldOff, None),
    (OtherAccounts, None),
    (AppPackages, None),
    (FirewallRules, None),
    (WindowsRelease, None),
    (MemoryIntegrity, None),
    (NetworkLeads, None),
    (MailAddIns, None),
];

/// A value of a stranger's, or one that Windows and its administrators set.
pub(super) struct Entry {
    pub(super) check: CheckId,
    pub(super) key: String,
    pub(super) value: String,
    /// Whether nobody can say of it that it is odd: it is a blob without a form that is told.
    formless: bool,
}

fn entry(check: CheckId, key: impl Into<String>, value: &str) -> Entry {
    Entry { check, key: key.into(), value: value.into(), formless: value == "Actions" }
}

pub(super) fn entries() -> Vec<Entry> {
    let (guid, package) = (guid(1), package(1));
    let class = format!(r"{COM}\{guid}");
    let [machine, account] = environments();
    let runs = RUNS.map(|run| entry(Autoruns, run, "Zz001"));
    let others = [
        entry(Autoruns, format!(r"{NOTIFY}\Zz001"), "DLLName"),
        entry(ComProviders, class.as_str(), ""),
        entry(ComProviders, format!(r"{class}\InprocServer32"), ""),
        entry(ComProviders, format!(r"{VSS}\{guid}"), ""),
        entry(ComProviders, format!(r"{VSS}\{guid}\CLSID"), ""),
        entry(Tasks, format!(r"{TASKS}\{guid}"), "Path"),
        entry(Tasks, format!(r"{TASKS}\{guid}"), "Author"),
        entry(Tasks, format!(r"{TASKS}\{guid}"), "Actions"),
        entry(BrowserExtensions, format!(r"{EXTENSIONS}\zyzzyx{:026}", 1), "path"),
        entry(BrowserExtensions, format!(r"{HOSTS}\com.zyzzyx.Zz001"), ""),
        entry(BrowserExtensions, FORCED, "1"),
        entry(BrowserExtensions, ADDONS, "Zz001@zyzzyx.example"),
        entry(Settings, machine, "NODE_EXTRA_CA_CERTS"),
        entry(Settings, account, "NODE_EXTRA_CA_CERTS"),
        entry(AppPackages, format!(r"{APPS}\Applications\{package}"), "Path"),
        entry(AppPackages, format!(r"{APPS}\Staged\{package}"), "Path"),
        entry(AppPackages, format!(r"{APPS_USER}\{package}"), "DisplayName"),
        entry(AppPackages, format!(r"{APPS_USER}\{package}"), "PackageRootFolder"),
        entry(FirewallRules, RULES, &guid),
        entry(UpdatePolicy, UPDATES, "WUServer"),
        entry(UpdatePolicy, format!(r"{UPDATES}\AU"), "UseWUServer"),
        entry(Firewall, format!(r"{FIREWALL}\PublicProfile"), "EnableFirewall"),
        entry(HeldOff, DEFENDER_POLICY, "DisableAntiSpyware"),
        entry(HeldOff, format!(r"{DEFENDER}\Features"), "TamperProtection"),
        entry(WindowsRelease, NT, "CurrentBuildNumber"),
        entry(WindowsRelease, NT, "EditionID"),
        entry(MemoryIntegrity, HVCI, "Enabled"),
        entry(NetworkLeads, INTERNET, "ProxyEnable"),
        entry(NetworkLeads, INTERNET, "AutoConfigURL"),
        entry(NetworkLeads, format!(r"{CARDS}\{guid}"), "NameServer"),
        entry(MailAddIns, format!(r"{ADD_INS}\Zyzzyx.Zz001"), "FriendlyName"),
    ];
    runs.into_iter().chain(others).collect()
}

/// The same for the tests of everything: key and value.
pub(in super::super) fn values_of_strangers() -> Vec<(String, String)> {
    entries().into_iter().map(|entry| (entry.key, entry.value)).collect()
}

/// Lists of these places, which may be missing.
pub(in super::super) fn lists() -> impl Iterator<Item = String> {
    keys().into_iter().map(|(_, key)| key)
}

pub(super) fn judge(snapshot: &Snapshot) -> Assessment {
    assess(snapshot, Catalog::embedded())
}

/// Everything that is said to be somebody's, in words.
pub(in super::super) fn findings(said: &Assessment) -> Vec<String> {
    let leftovers = said.leftovers.iter().chain(&said.owned).map(|one| format!("{} at {}", one.name, one.place()));
    let products = said.products.iter().map(|one| format!("{one:?}"));
    let kept = said.kept.iter().map(|one| format!("{one:?}"));
    let planted = said.suspicious.iter().map(|one| format!("{one:?}"));
    let successors = said.successors.iter().map(|one| format!("{one:?}"));
    leftovers.chain(products).chain(kept).chain(planted).chain(successors).collect()
}

/// Looks, and wants *clean* without a finding.
pub(super) fn healthy(pc: &Pc, who: Who, about: &str) -> Snapshot {
    let snapshot = pc.take_snapshot(who);
    let said = judge(&snapshot);
    assert_eq!((said.verdict, findings(&said)), (Verdict::Clean, Vec::new()), "{about}, {who:?}");
    snapshot
}

/// Checks that tell more than before.
fn changed(before: &Snapshot, after: &Snapshot) -> Vec<CheckId> {
    let told = |snapshot: &Snapshot, check| (snapshot.gaps(check).to_vec(), snapshot.notes(check).to_vec());
    CheckId::ALL.iter().copied().filter(|check| told(before, *check) != told(after, *check)).collect()
}

fn told_of(snapshot: &Snapshot, check: CheckId, key: &str, value: &str) -> bool {
    let value = if value.is_empty() { "(Default)" } else { value };
    let mut told = snapshot.gaps(check).iter().chain(snapshot.notes(check));
    told.any(|told| told.place.eq_ignore_ascii_case(key) && told.detail.starts_with(&format!("{value}: ")))
}

#[test]
fn a_healthy_computer_is_clean_and_nobody_s_with_every_probe_of_its_registry() {
    for who in BOTH {
        let snapshot = healthy(&Pc::with(60), who, "a healthy computer");
        for (check, without_rights) in INFORMING {
            let expected: Vec<GapReason> = without_rights.filter(|_| who == Who::User).into_iter().collect();
            let mut unknown: Vec<GapReason> = snapshot.gaps(check).iter().map(|gap| gap.why).collect();
            unknown.dedup();
            assert_eq!(unknown, expected, "{check:?}, {who:?}: {:?}", snapshot.gaps(check));
        }
    }
}

/// What the look does not ask here needs another source than the registry.
#[test]
fn every_check_that_asks_the_registry_is_asked() {
    use CheckId::*;
    let snapshot = Pc::with(1).take_snapshot(Who::Administrator);
    let not_asked = CheckId::ALL.iter().filter(|check| check.applies(Os::Windows)).filter(|check| {
        let gaps = snapshot.gaps(**check);
        gaps.iter().any(|gap| gap.detail == "not recorded")
    });
    let elsewhere = [
        Wfp,
        ToolCertificates,
        Processes,
        Accounts,
        Connections,
        SecurityCenter,
        Defender,
        ExtendedUpdates,
        UpgradeBlocks,
    ];
    assert_eq!(not_asked.copied().collect::<Vec<_>>(), elsewhere);
}

/// Defender's exclusions and a service's descriptor are nobody's business here.
#[test]
fn no_key_that_windows_keeps_to_itself_is_opened() {
    let pc = Pc::with(3);
    let registry = pc.registry.seen_by(Who::User);
    pc.informing_parts(&registry, Who::User);
    let opened = registry.opened();
    let kept = |key: &&String| key.contains(r"\exclusions") || key.ends_with(r"\security");
    let wrong: Vec<&String> = opened.iter().filter(kept).collect();
    assert!(opened.len() > 100 && wrong.is_empty(), "{}: {wrong:?}", opened.len());
}

#[test]
fn what_is_common_on_healthy_computers_is_read() {
    let snapshot = Pc::with(3).take_snapshot(Who::Administrator);
    assert_eq!((snapshot.autoruns.items.len(), snapshot.tasks.items.len()), (3 * 5 + 1, 3));
    assert_eq!((snapshot.com_providers.items.len(), snapshot.other_accounts.items.len()), (6, 3));
    assert!(snapshot.firewall.items.len() == 3 && snapshot.firewall.items.iter().all(|profile| profile.on));
    assert!(snapshot.held_off.items.iter().any(|setting| setting.name == "TamperProtection" && setting.number == 5));
    assert!(snapshot.tasks.items.iter().all(|task| task.program.ends_with(r"\agent.exe")));
    // Of these only the vendor's are written down.
    assert_eq!((snapshot.settings.items.len(), snapshot.browser_extensions.items.len()), (0, 0));
    assert_eq!((snapshot.app_packages.items.len(), snapshot.firewall_rules.items.len()), (0, 0));
}

#[test]
fn an_odd_value_is_told_by_exactly_its_check_and_costs_nothing() {
    let whole = Pc::with(2);
    let before = whole.take_snapshot(Who::Administrator);
    for (check, (what, value)) in
        INFORMING.iter().flat_map(|(check, _)| odd::kinds("Zyzzyx").into_iter().map(move |kind| (*check, kind)))
    {
        let entries: Vec<Entry> = entries().into_iter().filter(|entry| entry.check == check).collect();
        let mut pc = whole.clone();
        for entry in &entries {
            pc.registry.value(&entry.key, &entry.value, value.clone());
        }
        let after = healthy(&pc, Who::Administrator, what);
        let changed = changed(&before, &after);
        assert!(changed.iter().all(|one| *one == check), "{what} of {check:?}: {changed:?}");
        // Of these two an answer is missing: whether a profile is on, and which build it is.
        let answers = [Firewall, WindowsRelease].contains(&check);
        assert!(answers || after.gaps(check) == before.gaps(check), "{what}: {:?}", after.gaps(check));
        for entry in entries.iter().filter(|entry| odd::always(what) && !entry.formless) {
            let told = told_of(&after, check, &entry.key, &entry.value);
            assert!(told, r"{what} in {}\{} is told", entry.key, entry.value);
        }
    }
}

/// Keys of strangers, with the check that opens each.
pub(super) fn keys() -> Vec<(CheckId, String)> {
    let (guid, package) = (guid(1), package(1));
    let [machine, account] = environments();
    let mut keys: Vec<(CheckId, String)> = RUNS.map(|run| (Autoruns, run.to_string())).into();
    keys.extend([
        (Autoruns, NOTIFY.to_string()),
        (Autoruns, format!(r"{NOTIFY}\Zz001")),
        (ComProviders, AMSI.into()),
        (ComProviders, VSS.into()),
        (ComProviders, format!(r"{VSS}\{guid}")),
        (ComProviders, format!(r"{VSS}\{guid}\CLSID")),
        (ComProviders, format!(r"{COM}\{guid}")),
        (ComProviders, format!(r"{COM}\{guid}\InprocServer32")),
        (Tasks, TASKS.into()),
        (Tasks, format!(r"{TASKS}\{guid}")),
        (BrowserExtensions, EXTENSIONS.into()),
        (BrowserExtensions, format!(r"{EXTENSIONS}\zyzzyx{:026}", 1)),
        (BrowserExtensions, HOSTS.into()),
        (BrowserExtensions, format!(r"{HOSTS}\com.zyzzyx.Zz001")),
        (BrowserExtensions, FORCED.into()),
        (BrowserExtensions, ADDONS.into()),
        (Settings, machine),
        (Settings, account),
        (AppPackages, format!(r"{APPS}\Applications")),
        (AppPackages, format!(r"{APPS}\Applications\{package}")),
        (AppPackages, format!(r"{APPS}\Staged\{package}")),
        (AppPackages, APPS_USER.into()),
        (AppPackages, format!(r"{APPS_USER}\{package}")),
        (FirewallRules, RULES.into()),
        (UpdatePolicy, UPDATES.into()),
        (UpdatePolicy, format!(r"{UPDATES}\AU")),
        (HeldOff, DEFENDER.into()),
        (HeldOff, DEFENDER_POLICY.into()),
        (HeldOff, format!(r"{DEFENDER}\Features")),
        (OtherAccounts, PROFILES.into()),
        (Registry, CHANNELS.into()),
        (MemoryIntegrity, HVCI.into()),
        (NetworkLeads, INTERNET.into()),
        (NetworkLeads, CARDS.into()),
        (NetworkLeads, format!(r"{CARDS}\{guid}")),
        (MailAddIns, ADD_INS.into()),
        (MailAddIns, format!(r"{ADD_INS}\Zyzzyx.Zz001")),
    ]);
    keys
}

#[test]
fn a_key_that_goes_while_it_is_read_is_gone_and_nobody_tells_of_it() {
    let whole = Pc::with(2);
    let before = whole.take_snapshot(Who::Administrator);
    let ways = [Goes::BeforeOpening(2), Goes::BeforeOpening(3), Goes::BeforeOpening(1018), Goes::WhileOpen];
    for (check, key, goes) in keys().into_iter().flat_map(|(check, key)| ways.map(|goes| (check, key.clone(), goes))) {
        let mut pc = whole.clone();
        pc.registry.make_go(&key, goes);
        let after = healthy(&pc, Who::Administrator, &format!("{key}: {goes:?}"));
        let changed = changed(&before, &after);
        // Every Windows has a list of its accounts.
        let expected = if check == OtherAccounts && goes != Goes::WhileOpen { vec![check] } else { vec![] };
        assert_eq!(changed, expected, "{key}, {goes:?}");
    }
}

#[test]
fn a_key_that_is_refused_is_a_gap_of_exactly_its_check_and_costs_nothing() {
    let whole = Pc::with(2);
    let before = BOTH.map(|who| whole.take_snapshot(who));
    for (check, key) in keys() {
        let mut pc = whole.clone();
        pc.registry.rights(&key, "D:P(A;CI;KA;;;SY)");
        for (who, before) in BOTH.iter().zip(&before) {
            let after = healthy(&pc, *who, &key);
            let changed = changed(before, &after);
            // Tasks that the registry refuses are asked for in files, which an administrator may read.
            let seen = check != Tasks || (*who == Who::Administrator && key != TASKS);
            assert_eq!(changed, if seen { vec![check] } else { vec![] }, "{key}, {who:?}");
            let refused = |gap: &Gap| gap.why == GapReason::NeedsAdmin && gap.place.eq_ignore_ascii_case(&key);
            assert!(!seen || after.gaps(check).iter().any(refused), "{key}: {:?}", after.gaps(check));
        }
    }
}

/// A list that comes up short is asked again, and is a gap of its check when it stays short.
#[test]
fn a_list_that_comes_up_short_is_a_gap_of_its_check() {
    let lists = [CARDS, ADD_INS, NOTIFY, AMSI, VSS, EXTENSIONS, APPS_USER, RULES, FORCED, CHANNELS, PROFILES, RUNS[0]];
    for key in lists {
        let mut pc = Pc::with(3);
        pc.registry.make_short(key, 2);
        let before = pc.take_snapshot(Who::Administrator);
        let (check, _) = keys().into_iter().find(|(_, one)| one == key).expect("it is a list of a check");
        assert_eq!(before.gaps(check), [], "{key}");
        pc.registry.make_short(key, 100);
        let after = healthy(&pc, Who::Administrator, key);
        assert_eq!(changed(&before, &after), [check], "{key}");
    }
}
