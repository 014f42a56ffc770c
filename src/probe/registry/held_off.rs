//! What may keep Windows' own protection off: the values that are set, and who manages the computer.
//! What they mean is decided in `assess::held_off`, where their sources stand.

use super::{Hive, Key, OrGap, Registry};
use crate::machine::{Observed, ProtectionSetting, SettingOf};

/// Keys below `HKLM`, and the values in them that count.
const VALUES: [(SettingOf, &str, &[&str]); 11] = [
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\Windows Defender", &["DisableAntiSpyware", "DisableAntiVirus"]),
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\Windows Defender\Real-Time Protection", WATCHING),
    // What a management service sets.
    (
        SettingOf::Policy,
        r"SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager",
        &["AllowRealtimeMonitoring", "AllowBehaviorMonitoring", "AllowOnAccessProtection", "AllowIOAVProtection"],
    ),
    (
        SettingOf::Policy,
        r"SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection",
        &["ForceDefenderPassiveMode"],
    ),
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\WindowsFirewall\DomainProfile", &["EnableFirewall"]),
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\WindowsFirewall\PrivateProfile", &["EnableFirewall"]),
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\WindowsFirewall\StandardProfile", &["EnableFirewall"]),
    (SettingOf::Policy, r"SOFTWARE\Policies\Microsoft\WindowsFirewall\PublicProfile", &["EnableFirewall"]),
    (SettingOf::Defender, r"SOFTWARE\Microsoft\Windows Defender", &["DisableAntiSpyware", "DisableAntiVirus"]),
    (SettingOf::Defender, r"SOFTWARE\Microsoft\Windows Defender\Real-Time Protection", &["DisableRealtimeMonitoring"]),
    (SettingOf::TamperProtection, r"SOFTWARE\Microsoft\Windows Defender\Features", &["TamperProtection"]),
];

/// The parts of real-time protection that a policy can turn off.
const WATCHING: &[&str] = &[
    "DisableRealtimeMonitoring",
    "DisableBehaviorMonitoring",
    "DisableOnAccessProtection",
    "DisableScanOnRealtimeEnable",
    "DisableIOAVProtection",
];

/// Services of Defender, of Windows Security and of the firewall.
const SERVICES: [&str; 9] =
    ["WinDefend", "WdNisSvc", "WdFilter", "MDCoreSvc", "wscsvc", "SecurityHealthService", "mpssvc", "BFE", "mpsdrv"];
/// `Start` of a service that Windows does not start.
const SWITCHED_OFF: u32 = 4;

/// Reads the values. `managers` are those who manage the computer.
pub(crate) fn list_protection_settings(registry: &dyn Registry, managers: &[&str]) -> Observed<ProtectionSetting> {
    let mut looked = Observed::none();
    for (of, path, names) in VALUES {
        if let Some(key) = registry.key(Hive::Machine, path).or_gap(&mut looked) {
            for name in names {
                keep(&key, of, name, name, &mut looked);
            }
        }
    }
    for service in SERVICES {
        let path = format!(r"SYSTEM\CurrentControlSet\Services\{service}");
        if let Some(key) = registry.key(Hive::Machine, &path).or_gap(&mut looked) {
            keep(&key, SettingOf::Service, service, "Start", &mut looked);
        }
    }
    looked.items.retain(|setting| setting.of != SettingOf::Service || setting.number == SWITCHED_OFF);
    for name in managers {
        looked.items.push(ProtectionSetting {
            of: SettingOf::Manager,
            place: String::new(),
            name: name.to_string(),
            number: 1,
        });
    }
    looked
}

/// Keeps the number in a value, if there is one. Another type is a note: Windows does not read it.
fn keep(key: &Key, of: SettingOf, name: &str, value: &str, looked: &mut Observed<ProtectionSetting>) {
    if let Some(number) = key.dword(value, looked) {
        looked.items.push(ProtectionSetting { of, place: key.place.clone(), name: name.into(), number });
    }
}
