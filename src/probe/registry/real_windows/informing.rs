//! The places that only inform: what a healthy computer has there, and whose it is.

use super::super::fake::{expand, number, text, utf16};
use super::super::fake_rights::Who;
use super::super::tasks::Elsewhere;
use super::super::{
    Files, Registry, app_packages, autoruns, browsers, com_providers, firewall, firewall_rules, held_off, mail_add_ins,
    memory_integrity, network_leads, other_accounts, registry_places, settings, tasks, update_policy, windows_release,
};
use super::pc::{CONTROL, Pc, SERVICES};
use crate::catalog::Catalog;
use crate::machine::{Gap, GapReason, Observed, Os, Part, ScheduledTask, Setting};
use crate::probe::parse::reg_value::{REG_BINARY, RawValue};
use crate::probe::settings::judge_setting;

#[path = "informing/ours/tests.rs"]
mod ours;
mod tests;

pub(super) use tests::{findings, lists, values_of_strangers};

pub(super) const VERSION: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion";
pub(super) const NT: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion";
pub(super) const NOTIFY: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon\Notify";
pub(super) const TASKS: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";
pub(super) const APPS: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore";
pub(super) const APPS_USER: &str =
    r"HKCU\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages";
pub(super) const FIREWALL: &str = r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy";
pub(super) const RULES: &str =
    r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules";
pub(super) const AMSI: &str = r"HKLM\SOFTWARE\Microsoft\AMSI\Providers";
pub(super) const COM: &str = r"HKLM\SOFTWARE\Classes\CLSID";
pub(super) const VSS: &str = r"HKLM\SYSTEM\CurrentControlSet\Services\VSS\Providers";
pub(super) const EXTENSIONS: &str = r"HKLM\SOFTWARE\WOW6432Node\Google\Chrome\Extensions";
pub(super) const HOSTS: &str = r"HKCU\Software\Mozilla\NativeMessagingHosts";
pub(super) const FORCED: &str = r"HKLM\SOFTWARE\Policies\Microsoft\Edge\ExtensionInstallForcelist";
pub(super) const ADDONS: &str = r"HKLM\SOFTWARE\Mozilla\Firefox\Extensions";
pub(super) const CHANNELS: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WINEVT\Channels";
pub(super) const UPDATES: &str = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate";
pub(super) const DEFENDER: &str = r"HKLM\SOFTWARE\Microsoft\Windows Defender";
pub(super) const DEFENDER_POLICY: &str = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender";
pub(super) const HVCI: &str =
    r"HKLM\SYSTEM\CurrentControlSet\Control\DeviceGuard\Scenarios\HypervisorEnforcedCodeIntegrity";
pub(super) const INTERNET: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings";
pub(super) const ADD_INS: &str = r"HKLM\SOFTWARE\Microsoft\Office\Outlook\Addins";
pub(super) const CARDS: &str = r"HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces";
pub(super) const PROFILES: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";

/// Keys of programs that start, in both views and for the account, and how often.
pub(super) const RUNS: [&str; 4] = [
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce",
    r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Run",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run",
];

/// The account that looks.
const OWN: &str = "S-1-5-21-1-2-3-1001";

/// Variables of the computer and of the account.
pub(super) fn environments() -> [String; 2] {
    [format!(r"{CONTROL}\Session Manager\Environment"), r"HKCU\Environment".to_string()]
}

/// A GUID of a stranger's.
pub(super) fn guid(number: usize) -> String {
    format!("{{5c3d0000-0000-4000-8000-{number:012x}}}")
}

/// The full name of a stranger's package.
pub(super) fn package(number: usize) -> String {
    format!("Zyzzyx.Zz{number:03}_1.0.0.0_x64__9w1nabcdefghj")
}

/// The blob of a task that runs a program, as `TaskCache` keeps it.
pub(super) fn actions(program: &str) -> RawValue {
    let counted = |text: &str| {
        let units = utf16(text);
        [&(units.len() as u32).to_le_bytes()[..], &units].concat()
    };
    let data = [vec![3, 0], counted("Author"), vec![0x66, 0x66], counted(""), counted(program), counted("")].concat();
    RawValue { kind: REG_BINARY, data }
}

impl Pc {
    /// One more entry of somebody's in each place that informs.
    pub(super) fn informing_stranger(&mut self, number: usize) {
        let (name, guid, package) = (format!("Zz{number:03}"), guid(number), package(number));
        let folder = format!(r"C:\Program Files\{name}");
        let registry = &mut self.registry;
        for run in RUNS {
            registry.value(run, &name, expand(&format!(r#""{folder}\agent.exe" /min"#)));
        }
        registry
            .value(&format!(r"{NOTIFY}\{name}"), "DLLName", text(&format!("{name}.dll")))
            .value(&format!(r"{TASKS}\{guid}"), "Path", text(&format!(r"\Zyzzyx\{name}")))
            .value(&format!(r"{TASKS}\{guid}"), "Author", text("Zyzzyx Software GmbH"))
            .value(&format!(r"{TASKS}\{guid}"), "Actions", actions(&format!(r"{folder}\agent.exe")))
            .value(&format!(r"{APPS}\Applications\{package}"), "Path", text(&format!(r"{folder}\AppxManifest.xml")))
            .value(&format!(r"{APPS}\Staged\{package}"), "Path", text(&format!(r"{folder}\AppxManifest.xml")))
            .value(&format!(r"{APPS_USER}\{package}"), "DisplayName", text(&format!("{name} Photo Tools")))
            .value(&format!(r"{APPS_USER}\{package}"), "PackageRootFolder", text(&folder))
            .value(RULES, &guid, text(&format!(r"v2.31|Action=Allow|Dir=In|App={folder}\agent.exe|Name={name}|")))
            .value(&format!(r"{AMSI}\{guid}"), "", text(&name))
            .value(&format!(r"{COM}\{guid}"), "", text(&format!("{name} AMSI provider")))
            .value(&format!(r"{COM}\{guid}\InprocServer32"), "", expand(&format!(r"{folder}\amsi.dll")))
            .value(&format!(r"{VSS}\{guid}"), "", text(&format!("{name} snapshots")))
            .value(&format!(r"{VSS}\{guid}\CLSID"), "", text(&guid))
            .value(&format!(r"{EXTENSIONS}\zyzzyx{number:026}"), "path", text(&format!(r"{folder}\extension.crx")))
            .value(&format!(r"{HOSTS}\com.zyzzyx.{name}"), "", text(&format!(r"{folder}\host.json")))
            .value(FORCED, &number.to_string(), text(&format!("zyzzyx{number:026};https://zyzzyx.example/update")))
            .value(ADDONS, &format!("{name}@zyzzyx.example"), text(&format!(r"{folder}\addon.xpi")))
            .key(&format!(r"{CHANNELS}\Zyzzyx-{name}/Operational"))
            .value(&format!(r"{ADD_INS}\Zyzzyx.{name}"), "FriendlyName", text(&format!("{name} for Outlook")))
            .value(&format!(r"{CARDS}\{guid}"), "NameServer", text("9.9.9.9,149.112.112.112"))
            .key(&format!(r"{PROFILES}\S-1-5-21-1-2-3-{}", 1002 + number));
        let shown = ScheduledTask {
            path: format!(r"\Zyzzyx\{name}"),
            program: format!(r"{folder}\agent.exe"),
            author: "Zyzzyx Software GmbH".into(),
        };
        self.shown_tasks.push(shown);
    }

    /// What every computer has in these places.
    pub(super) fn informing_windows(&mut self) {
        for service in ["WinDefend", "wscsvc", "MpsSvc", "BFE", "VSS"] {
            self.service(service, 0x20, &expand(r"%SystemRoot%\system32\svchost.exe -k LocalService"));
        }
        let registry = &mut self.registry;
        for profile in ["DomainProfile", "StandardProfile", "PublicProfile"] {
            registry.value(&format!(r"{FIREWALL}\{profile}"), "EnableFirewall", number(1));
        }
        for environment in environments() {
            registry.value(&environment, "Path", expand(r"%SystemRoot%\system32;C:\Kaspersky notes")).value(
                &environment,
                "NODE_EXTRA_CA_CERTS",
                text(r"C:\Zyzzyx\root.pem"),
            );
        }
        registry
            .value(&format!(r"{VERSION}\Run"), "SecurityHealth", expand(r"%windir%\system32\SecurityHealthSystray.exe"))
            .value(&format!(r"{DEFENDER}\Features"), "TamperProtection", number(5))
            .key(&format!(r"{DEFENDER}\Real-Time Protection"))
            .key(&format!(r"{DEFENDER}\Exclusions\Paths"))
            .key(DEFENDER_POLICY)
            .key(&format!(r"{UPDATES}\AU"))
            .key(&format!(r"{SERVICES}\WinDefend\Security"))
            .value(&format!(r"{NT}\Windows"), "AppInit_DLLs", text(""))
            .value(NT, "CurrentBuildNumber", text("26200"))
            .value(NT, "EditionID", text("Core"))
            .value(NT, "InstallationType", text("Client"))
            .value(HVCI, "Enabled", number(1))
            .value(INTERNET, "ProxyEnable", number(1))
            .value(INTERNET, "ProxyServer", text("proxy.zyzzyx.example:8080"))
            .value(INTERNET, "AutoConfigURL", text("http://wpad.zyzzyx.example/wpad.dat"))
            .key(&format!(r"{PROFILES}\{OWN}"))
            .key(&format!(r"{PROFILES}\S-1-5-18"));
    }

    /// The parts of one look that inform.
    pub(super) fn informing_parts(&self, registry: &dyn Registry, who: Who) -> Vec<Part> {
        let (mut files, catalog) = (self.files.clone(), Catalog::embedded());
        let to_vendor =
            |setting: Setting, gaps: &mut Vec<Gap>| judge_setting(catalog, Os::Windows, None, setting, gaps);
        let elsewhere = Shown { who, tasks: &self.shown_tasks };
        vec![
            Part::Registry(registry_places::find_registry_keys(catalog, registry)),
            Part::Autoruns(autoruns::list_autoruns(registry, &files.names())),
            Part::ComProviders(com_providers::list_com_providers(registry, &mut files)),
            Part::Tasks(tasks::list_tasks(registry, &elsewhere)),
            Part::BrowserExtensions(browsers::find_browser_items(catalog, registry)),
            Part::Settings(settings::find_settings(registry, &files, &to_vendor)),
            Part::UpdatePolicy(update_policy::read_update_policy(registry)),
            Part::Firewall(firewall::read_firewall(registry)),
            Part::HeldOff(held_off::list_protection_settings(registry, &[])),
            Part::OtherAccounts(other_accounts::list_other_accounts(registry, Some(OWN))),
            Part::AppPackages(app_packages::find_app_packages(catalog, registry, &|_| {
                Some("CN=AO Kaspersky Lab".into())
            })),
            Part::FirewallRules(firewall_rules::find_firewall_rules(catalog, registry, &mut files)),
            Part::WindowsRelease(windows_release::read_windows_release(registry)),
            Part::MemoryIntegrity(memory_integrity::read_memory_integrity(registry)),
            Part::NetworkLeads(network_leads::find_network_leads(registry, Some(&[]))),
            Part::MailAddIns(mail_add_ins::find_mail_add_ins(catalog, registry)),
        ]
    }
}

/// Tasks outside the registry: their folder is closed to an account without rights, and Windows' own list is not.
struct Shown<'a> {
    who: Who,
    tasks: &'a [ScheduledTask],
}

impl Elsewhere for Shown<'_> {
    fn files(&self) -> Observed<ScheduledTask> {
        match self.who {
            Who::User => Observed::unknown(Gap::new(GapReason::NeedsAdmin, r"C:\Windows\System32\Tasks", "refused")),
            Who::Administrator => Observed::all(self.tasks.to_vec()),
        }
    }

    fn shown(&self) -> Observed<ScheduledTask> {
        let mut looked = Observed::all(self.tasks.to_vec());
        looked.note(r"root\Microsoft\Windows\TaskScheduler", "only the tasks that this account may see");
        looked
    }
}
