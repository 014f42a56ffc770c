//! Each scope with a dead end of its own, beside somebody else's proxy and one that answers.

use super::super::fake::{Builder, number, text};
use super::super::fake_rights::Who;
use super::*;
use crate::probe::parse::reg_value::RawValue;

const ACCOUNT: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings";
const MACHINE: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings";
const FOR_ALL: &str = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";
const SERVICES: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections";
const CARDS: &str = r"HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces";
/// Nobody listens.
const NOBODY: Listeners<'static> = Some(&[]);

fn look(builder: &Builder, listeners: Listeners<'_>) -> Vec<NetworkLead> {
    let looked = find_network_leads(&builder.seen_by(Who::User), listeners);
    assert_eq!(looked.gaps, []);
    looked.items
}

fn binary(proxy: &str) -> RawValue {
    let head = [0x18_u32, 0, 3, proxy.len() as u32].map(u32::to_le_bytes).concat();
    RawValue { kind: REG_BINARY, data: [head, proxy.as_bytes().to_vec(), vec![0; 4]].concat() }
}

fn shown(leads: &[NetworkLead]) -> Vec<(LeadKind, LeadOf, &str)> {
    leads.iter().map(|one| (one.kind, one.of, one.value.as_str())).collect()
}

#[test]
fn each_scope_is_found_apart() {
    let mut builder = Builder::default();
    builder
        .value(ACCOUNT, "ProxyEnable", number(1))
        .value(ACCOUNT, "ProxyServer", text("http=127.0.0.1:8081;https=127.0.0.1:8081"))
        .value(ACCOUNT, "AutoConfigURL", text("http://127.0.0.1:8082/p.pac"))
        .value(FOR_ALL, "ProxySettingsPerUser", number(0))
        .value(MACHINE, "ProxyEnable", number(1))
        .value(MACHINE, "ProxyServer", text("localhost:8083"))
        .value(SERVICES, "WinHttpSettings", binary("127.0.0.1:8084"))
        .value(&format!(r"{CARDS}\{{1}}"), "NameServer", text("127.0.0.1"));
    let leads = look(&builder, NOBODY);
    assert_eq!(
        shown(&leads),
        [
            (LeadKind::Proxy, LeadOf::Account, "127.0.0.1:8081"),
            (LeadKind::ProxyScript, LeadOf::Account, "127.0.0.1:8082"),
            (LeadKind::Proxy, LeadOf::Machine, "127.0.0.1:8083"),
            (LeadKind::Proxy, LeadOf::WinHttp, "127.0.0.1:8084"),
            (LeadKind::Dns, LeadOf::Adapter, "127.0.0.1"),
        ]
    );
    assert!(leads.iter().all(|one| one.listener == Presence::Absent && one.place.starts_with("HK")));
}

#[test]
fn somebody_else_s_proxy_and_one_that_is_switched_off_stay_silent() {
    let mut builder = Builder::default();
    builder
        .value(ACCOUNT, "ProxyEnable", number(0))
        .value(ACCOUNT, "ProxyServer", text("127.0.0.1:8081"))
        .value(ACCOUNT, "AutoConfigURL", text("http://wpad.example/wpad.dat"))
        // Without the policy the computer's own settings hold for nobody.
        .value(FOR_ALL, "ProxySettingsPerUser", number(1))
        .value(MACHINE, "ProxyEnable", number(1))
        .value(MACHINE, "ProxyServer", text("127.0.0.1:8083"))
        .value(SERVICES, "WinHttpSettings", binary("proxy.example:8080"))
        .value(&format!(r"{CARDS}\{{1}}"), "NameServer", text("9.9.9.9,149.112.112.112"))
        .value(&format!(r"{CARDS}\{{2}}"), "NameServer", text(""))
        .value(&format!(r"{CARDS}\{{3}}"), "DhcpNameServer", text("127.0.0.1"));
    assert_eq!(look(&builder, NOBODY), []);
    builder.value(ACCOUNT, "ProxyEnable", number(1)).value(ACCOUNT, "ProxyServer", text("proxy.example:8080"));
    assert_eq!(look(&builder, NOBODY), []);
}

#[test]
fn where_a_program_listens_it_is_said_to_and_where_nobody_could_ask_it_is_unknown() {
    let mut builder = Builder::default();
    builder.value(SERVICES, "WinHttpSettings", binary("127.0.0.1:8084")).value(
        &format!(r"{CARDS}\{{1}}"),
        "NameServer",
        text("127.0.0.1,127.0.0.53"),
    );
    let all = [("0.0.0.0".parse().unwrap(), 8084), ("127.0.0.53".parse().unwrap(), 53)];
    let listener = |listeners| look(&builder, listeners).into_iter().map(|one| one.listener).collect::<Vec<_>>();
    assert_eq!(listener(Some(&all)), [Presence::Present, Presence::Present]);
    assert_eq!(listener(NOBODY), [Presence::Absent, Presence::Absent]);
    assert_eq!(listener(None), [const { Presence::Unknown(GapReason::Failed) }; 2]);
}

/// The address of a proxy script, damaged or of another kind: never an end that is called dead.
#[test]
fn an_odd_address_of_a_proxy_script_leads_nowhere() {
    let long = format!("http://proxy.example/{}", "x".repeat(1 << 20));
    for odd in [
        "",
        " ",
        "http://",
        "http:///proxy.pac",
        "http://:8080/proxy.pac",
        "http://127.0.0.1:/proxy.pac",
        "http://127.0.0.1:0/proxy.pac",
        "http://127.0.0.1:99999/proxy.pac",
        "http://127.0.0.1:80:80/proxy.pac",
        "http://127.0.0.1@proxy.example/proxy.pac",
        "http://proxy.example/?127.0.0.1:8080",
        "http://proxy.example#@127.0.0.1:8080/",
        "http://proxy.example\\@127.0.0.1:8080/proxy.pac",
        "file://127.0.0.1/proxy.pac",
        r"C:\proxy.pac",
        "javascript://127.0.0.1:8080/",
        "data:application/x-ns-proxy-autoconfig;base64,ZnVuY3Rpb24=",
        &long,
    ] {
        let mut builder = Builder::default();
        builder.value(ACCOUNT, "AutoConfigURL", text(odd));
        assert_eq!(look(&builder, NOBODY), [], "{}", &odd[..odd.len().min(80)]);
    }
    // A secret in it is not kept.
    let mut builder = Builder::default();
    builder.value(ACCOUNT, "AutoConfigURL", text("http://user:secret@127.0.0.1:8082/p.pac?token=secret"));
    assert_eq!(shown(&look(&builder, NOBODY)), [(LeadKind::ProxyScript, LeadOf::Account, "127.0.0.1:8082")]);
    // Another kind of value is noted, and takes nothing from the proxy beside it.
    let mut builder = Builder::default();
    builder.value(ACCOUNT, "AutoConfigURL", number(1)).value(ACCOUNT, "ProxyEnable", number(1)).value(
        ACCOUNT,
        "ProxyServer",
        text("127.0.0.1:8081"),
    );
    let looked = find_network_leads(&builder.seen_by(Who::User), NOBODY);
    assert_eq!(
        (shown(&looked.items), looked.notes.len()),
        (vec![(LeadKind::Proxy, LeadOf::Account, "127.0.0.1:8081")], 1)
    );
}

#[test]
fn what_is_odd_or_refused_is_told_and_takes_nothing_from_the_rest() {
    let mut builder = Builder::default();
    builder
        .value(ACCOUNT, "ProxyEnable", text("1"))
        .value(SERVICES, "WinHttpSettings", text("127.0.0.1:8084"))
        .value(&format!(r"{CARDS}\{{1}}"), "NameServer", number(1))
        .value(&format!(r"{CARDS}\{{2}}"), "NameServer", text("127.0.0.1"))
        .rights(FOR_ALL, "D:P(A;CI;KA;;;SY)");
    let looked = find_network_leads(&builder.seen_by(Who::User), NOBODY);
    assert_eq!(shown(&looked.items), [(LeadKind::Dns, LeadOf::Adapter, "127.0.0.1")]);
    assert_eq!((looked.notes.len(), looked.gaps.len()), (3, 1), "{looked:?}");
    assert_eq!(looked.gaps[0].why, GapReason::NeedsAdmin);
}
