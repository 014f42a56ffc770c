//! What the vendor left in the places that inform is found beside every oddity of strangers.

use super::super::super::fake::{Goes, expand, list, number, text};
use super::super::odd;
use super::super::pc::*;
use super::tests::{BOTH, entries, healthy, judge, keys};
use super::*;
use crate::assess::Verdict;
use crate::machine::CheckId::{
    self, AppPackages, Autoruns, BrowserExtensions, ComProviders, FirewallRules, Registry, Settings, Tasks,
};

const FOLDER: &str = r"C:\Program Files (x86)\Kaspersky Lab\Kaspersky 99.9";

/// What the vendor has in a place: the check, the keys and values of it, and where it is found.
type Ours = (CheckId, Vec<(String, &'static str, Option<RawValue>)>, String);

fn ours() -> Vec<Ours> {
    let program = |name: &str| text(&format!(r"{FOLDER}\{name}"));
    let one = |check, key: &str, name: &'static str, value: RawValue| {
        let place = if name.is_empty() { key.to_string() } else { format!(r"{key}\{name}") };
        (check, vec![(key.to_string(), name, Some(value))], place)
    };
    let key = |check, key: String| (check, vec![(key.clone(), "", None)], key);
    let (amsi, vss) = (guid(9999), guid(9998));
    let task = format!(r"{TASKS}\{amsi}");
    vec![
        key(Registry, r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.25".into()),
        one(Autoruns, RUNS[2], "zzq", text(&format!(r#""{FOLDER}\avpui.exe" -x"#))),
        one(Autoruns, RUNS[3], "zzq", program("avpui.exe")),
        (Autoruns, vec![(format!(r"{NOTIFY}\zzq"), "DLLName", Some(program("klogon.dll")))], format!(r"{NOTIFY}\zzq")),
        (
            ComProviders,
            vec![
                (format!(r"{AMSI}\{amsi}"), "", None),
                (format!(r"{COM}\{amsi}\InprocServer32"), "", Some(program(r"x64\antimalware.dll"))),
            ],
            format!(r"{AMSI}\{amsi}"),
        ),
        (
            ComProviders,
            vec![
                (format!(r"{VSS}\{vss}\CLSID"), "", Some(text(&vss))),
                (format!(r"{COM}\{vss}\LocalServer32"), "", Some(program("vssbridge64.exe"))),
            ],
            format!(r"{VSS}\{vss}"),
        ),
        (
            Tasks,
            vec![
                (task.clone(), "Path", Some(text(r"\zz\zzq"))),
                (task, "Actions", Some(actions(&format!(r"{FOLDER}\z.exe")))),
            ],
            r"Task Scheduler\zz\zzq".into(),
        ),
        one(BrowserExtensions, FORCED, "9", text("ahkjpbeeocnddjkakilopmfdlnjdpcdm;https://x")),
        key(BrowserExtensions, format!(r"{EXTENSIONS}\ahkjpbeeocnddjkakilopmfdlnjdpcdm")),
        (
            BrowserExtensions,
            vec![(format!(r"{HOSTS}\com.zzq.host"), "", Some(text(&format!(r"{FOLDER}\zzq.json"))))],
            format!(r"{HOSTS}\com.zzq.host"),
        ),
        one(Settings, r"HKCU\Environment", "SSL_CERT_FILE", text(r"C:\zz\Kaspersky root.pem")),
        key(AppPackages, format!(r"{APPS}\Staged\Kaspersky.ShellEx99_1.0_x64__q7q7q7q7q7q7q")),
        one(FirewallRules, RULES, "zzq", text(&format!(r"v2.31|App={FOLDER}\avp.exe|Name=zz|"))),
    ]
}

fn found(pc: &Pc, place: &str) -> bool {
    let said = judge(&pc.take_snapshot(Who::Administrator));
    let of_ours = |one: String| one.eq_ignore_ascii_case(place) || place.starts_with(&format!(r"{one}\"));
    let mut places = said.leftovers.iter().map(|one| one.place());
    let all = places.clone().all(of_ours);
    // A program in the vendor's folder under a name that says nothing is possible only.
    said.verdict != Verdict::Clean && all && places.any(|one| one.eq_ignore_ascii_case(place))
}

#[test]
fn what_is_the_vendor_s_is_found_beside_every_oddity() {
    for (check, put, place) in ours() {
        let mut whole = Pc::with(2);
        for (key, name, value) in put {
            match value {
                Some(value) => whole.registry.value(&key, name, value),
                None => whole.registry.key(&key),
            };
        }
        assert!(found(&whole, &place), "{place}: {:?}", judge(&whole.take_snapshot(Who::Administrator)).leftovers);
        for (what, value) in odd::kinds("Zyzzyx") {
            let mut pc = whole.clone();
            for entry in entries().into_iter().filter(|entry| entry.check == check) {
                pc.registry.value(&entry.key, &entry.value, value.clone());
            }
            assert!(found(&pc, &place), "{place} beside {what}");
        }
        let strangers = keys().into_iter().filter(|(one, key)| *one == check && key.contains("001"));
        for (_, key) in strangers {
            for refused in [false, true] {
                let mut pc = whole.clone();
                let _ = if refused {
                    pc.registry.rights(&key, "D:P(A;CI;KA;;;SY)")
                } else {
                    pc.registry.make_go(&key, Goes::WhileOpen)
                };
                assert!(found(&pc, &place), "{place} beside {key}");
            }
        }
    }
}

/// What only its name gives away is known by its name, whatever else may not be read of it.
#[test]
fn an_entry_with_the_vendor_s_name_is_found_although_its_value_says_nothing() {
    for (key, name) in [(RUNS[0], "Kaspersky"), (RUNS[3], "Kaspersky zz")] {
        let mut pc = Pc::with(1);
        for value in [number(1), list(&[]), RawValue { kind: 0, data: vec![1, 2, 3] }, expand("")] {
            pc.registry.value(key, name, value.clone());
            assert!(found(&pc, &format!(r"{key}\{name}")), "{key}, {value:?}");
        }
    }
}

#[test]
fn a_task_of_the_vendor_s_is_found_although_its_path_says_nothing() {
    let mut pc = Pc::with(1);
    let task = format!(r"{TASKS}\{}", guid(9999));
    pc.registry.value(&task, "Actions", actions(&format!(r"{FOLDER}\z.exe")));
    for path in [number(1), list(&[]), RawValue { kind: 0, data: Vec::new() }, text(""), text("  "), expand("")] {
        pc.registry.value(&task, "Path", path.clone());
        assert!(found(&pc, &format!(r"Task Scheduler\{}", guid(9999))), "{path:?}");
    }
}

/// Its path or its author gives it away, whatever may be read of the rest.
#[test]
fn a_task_of_the_vendor_s_is_found_although_its_program_can_not_be_read() {
    let task = format!(r"{TASKS}\{}", guid(9999));
    for (what, odd) in odd::kinds("Zyzzyx") {
        for (path, author) in [(r"\Kaspersky zz", None), (r"\zz\zzq", Some("AO Kaspersky Lab"))] {
            let mut pc = Pc::with(1);
            let author = author.map_or_else(|| odd.clone(), text);
            pc.registry.value(&task, "Path", text(path)).value(&task, "Author", author);
            assert!(found(&pc, &format!("Task Scheduler{path}")), "{path} without a program");
            pc.registry.value(&task, "Actions", odd.clone());
            assert!(found(&pc, &format!("Task Scheduler{path}")), "{path} with {what} for its program");
        }
    }
}

#[test]
fn an_entry_with_the_vendor_s_name_is_found_although_its_key_is_refused() {
    let entries = [
        format!(r"{APPS}\Applications\Kaspersky.ShellEx99_1.0_x64__q7q7q7q7q7q7q"),
        format!(r"{APPS_USER}\Kaspersky.ShellEx99_1.0_x64__q7q7q7q7q7q7q"),
        format!(r"{EXTENSIONS}\ahkjpbeeocnddjkakilopmfdlnjdpcdm"),
        format!(r"{NOTIFY}\Kaspersky zz"),
    ];
    for key in entries {
        let mut pc = Pc::with(1);
        pc.registry.key(&key).rights(&key, "D:P(A;CI;KA;;;SY)");
        assert!(found(&pc, &key), "{key}");
    }
}

/// A product takes its keys away while it is looked at: what went is no gap and no finding.
#[test]
fn a_key_of_the_vendor_s_that_goes_while_it_is_read_is_gone() {
    let key = r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab";
    let mut pc = Pc::with(1);
    pc.registry
        .key(&format!(r"{key}\AVP21.25"))
        .make_go(key, Goes::WhileOpen)
        .make_go(&format!(r"{key}\AVP21.25"), Goes::WhileOpen);
    for who in BOTH {
        let snapshot = healthy(&pc, who, key);
        assert_eq!((snapshot.registry.items.len(), &snapshot.registry.gaps[..]), (0, &[][..]));
    }
}

#[test]
fn what_windows_and_its_administrators_set_is_read_beside_every_oddity() {
    for (what, value) in odd::kinds("Zyzzyx") {
        let mut pc = Pc::with(1);
        pc.registry
            .value(&format!(r"{UPDATES}\AU"), "UseWUServer", number(1))
            .value(UPDATES, "WUServer", value.clone())
            .value(UPDATES, "WUStatusServer", text("http://wsus.example:8530"))
            .value(DEFENDER_POLICY, "DisableAntiSpyware", number(1))
            .value(DEFENDER_POLICY, "DisableAntiVirus", value.clone())
            .value(&format!(r"{FIREWALL}\PublicProfile"), "EnableFirewall", number(0))
            .value(&format!(r"{FIREWALL}\DomainProfile"), "EnableFirewall", value);
        let snapshot = pc.take_snapshot(Who::User);
        let policies: Vec<&str> = snapshot.update_policy.items.iter().map(|policy| policy.name.as_str()).collect();
        assert!(policies.ends_with(&["WUStatusServer", "UseWUServer"]), "{what}: {policies:?}");
        assert!(
            snapshot.held_off.items.iter().any(|set| set.name == "DisableAntiSpyware" && set.number == 1),
            "{what}"
        );
        let on = |name: &str| snapshot.firewall.items.iter().find(|profile| profile.profile == name).map(|one| one.on);
        assert_eq!((on("public"), on("private")), (Some(false), Some(true)), "{what}");
    }
}
