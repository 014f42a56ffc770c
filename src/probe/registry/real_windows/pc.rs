//! The computer: hundreds of services, programs and devices of strangers, none of them in the catalogue.

use super::super::fake::{Builder, expand, list, number, text};
use super::super::fake_rights::Who;
use super::super::{
    Configured, Files, Known, Manager, Name, ServiceList, certificates, filters, network_components, pending, programs,
    safe_boot, services,
};
use super::{disk, rights};
use crate::catalog::Catalog;
use crate::machine::{Gap, GapReason, Maker, Part, Presence, ScheduledTask, Snapshot, State};
use crate::probe::parse::image_path::Names;
use crate::probe::parse::pem;
use crate::probe::parse::reg_value::{REG_BINARY, RawValue};
use crate::probe::{file_system, replay};
use std::collections::{HashMap, HashSet};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub(super) const UNINSTALL: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
pub(super) const UNINSTALL_32: &str = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall";
pub(super) const UNINSTALL_USER: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall";
pub(super) const SERVICES: &str = r"HKLM\SYSTEM\CurrentControlSet\Services";
pub(super) const CONTROL: &str = r"HKLM\SYSTEM\CurrentControlSet\Control";
pub(super) const CLASSES: &str = r"HKLM\SYSTEM\CurrentControlSet\Control\Class";
pub(super) const DEVICES: &str = r"HKLM\SYSTEM\CurrentControlSet\Enum";
pub(super) const ROOTS: &str = r"HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates";
pub(super) const KEYBOARD: &str = "{4d36e96b-e325-11ce-bfc1-08002be10318}";
pub(super) const NETWORK: &str = "{4d36e972-e325-11ce-bfc1-08002be10318}";

/// A certificate in DER: of somebody who is in no catalogue, or the vendor's.
pub(super) fn certificate(vendors: bool) -> Vec<u8> {
    let pem: &[u8] = if vendors {
        include_bytes!("../../../../tests/recordings/raw/certificates/root.pem")
    } else {
        include_bytes!("../../../../tests/recordings/raw/certificates/other.pem")
    };
    pem::parse_pem(pem).remove(0).expect("a certificate of the tests")
}

/// A certificate as a store keeps it: one record with its hash's property, one with the certificate.
pub(super) fn blob(der: &[u8]) -> RawValue {
    let record = |property: u32, data: &[u8]| {
        let length = data.len() as u32;
        [&property.to_le_bytes(), &1u32.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    RawValue { kind: REG_BINARY, data: [record(3, &[0; 20]), record(32, der)].concat() }
}

/// A computer, as data that tests change.
#[derive(Clone, Default)]
pub(super) struct Pc {
    pub(super) registry: Builder,
    pub(super) manager: FakeManager,
    pub(super) files: FakeFiles,
    /// Tasks that Windows' own list shows.
    pub(super) shown_tasks: Vec<ScheduledTask>,
    pub(super) disk: file_system::fake::Builder,
}

impl Pc {
    /// A healthy computer with so many entries of each kind that belong to strangers.
    pub(super) fn with(strangers: usize) -> Self {
        let mut pc = Self { disk: disk::healthy(), ..Self::default() };
        (0..strangers).for_each(|number| pc.stranger(number));
        pc.windows();
        pc.informing_windows();
        rights::set(&mut pc.registry);
        pc
    }

    /// One more program, service, driver and device of somebody's.
    pub(super) fn stranger(&mut self, number: usize) {
        disk::stranger(&mut self.disk, number);
        let name = format!("Zz{number:03}");
        self.informing_stranger(number);
        for (place, key) in [
            (UNINSTALL, format!("{{{number:08X}-0000-4000-8000-00000000ABCD}}")),
            (UNINSTALL_32, format!("{name}_is1")),
            (UNINSTALL_USER, name.clone()),
        ] {
            let key = format!(r"{place}\{key}");
            self.registry
                .value(&key, "DisplayName", text(&format!("{name} Photo Tools")))
                .value(&key, "Publisher", text("Zyzzyx Software GmbH"))
                .value(&key, "InstallLocation", text(&format!(r"C:\Program Files\{name}")))
                .value(&key, "UninstallString", text("MsiExec.exe /X{0}"));
        }
        self.service(&format!("{name}svc"), 0x10, &expand(&format!(r#""C:\Program Files\{name}\agent.exe" -k"#)));
        self.service(&format!("{name}drv"), 1, &text(&format!(r"\SystemRoot\System32\drivers\{name}drv.sys")));
        let class = format!(r"{CLASSES}\{{{number:08x}-e325-11ce-bfc1-08002be10318}}");
        self.registry
            .value(&class, "Class", text(&name))
            .key(&format!(r"{class}\0000"))
            .key(&format!(r"{class}\Properties"));
        let device = format!(r"{DEVICES}\USB\VID_{number:04X}&PID_0001\5&{number:x}&0&1");
        self.registry
            .value(&device, "ClassGUID", text(KEYBOARD))
            .value(&device, "DeviceDesc", text("@keyboard.inf,%hid%;HID Keyboard"))
            .key(&format!(r"{device}\Properties\{{540b947e-8b40-45bc-a8a2-6a0b894cbda2}}"));
        if number.is_multiple_of(3) {
            self.registry.value(&device, "UpperFilters", list(&[&format!("{name}drv")])).value(
                &class,
                "LowerFilters",
                list(&[&format!("{name}drv"), "kbdclass"]),
            );
        }
    }

    /// A service or driver. Of every third the manager says nothing, as if its state might not be asked.
    pub(super) fn service(&mut self, name: &str, kind: u32, image: &RawValue) {
        let key = format!(r"{SERVICES}\{name}");
        self.registry
            .value(&key, "Type", number(kind))
            .value(&key, "Start", number(3))
            .value(&key, "DisplayName", text(&format!("@%SystemRoot%\\System32\\{name}.dll,-100")))
            .value(&key, "ImagePath", image.clone())
            .key(&format!(r"{key}\Parameters"));
        if !name.bytes().map(usize::from).sum::<usize>().is_multiple_of(3) {
            let known = Known { state: State::Running, kind, display: format!("{name} of somebody") };
            self.manager.known.insert(name.to_lowercase(), known);
        }
    }

    /// What every computer has, whoever's programs are on it.
    fn windows(&mut self) {
        for driver in ["kbdclass", "mouclass", "partmgr", "volsnap", "NDProxy"] {
            self.service(driver, 1, &text(&format!(r"System32\drivers\{driver}.sys")));
        }
        // Keys that hold settings only; a service of each account, made at logon.
        self.registry.key(&format!(r"{SERVICES}\.NET CLR Data\Performance")).key(&format!(r"{SERVICES}\Winsock2"));
        self.service("CDPUserSvc", 0x60, &expand(r"%SystemRoot%\system32\svchost.exe -k UnistackSvcGroup"));
        self.service("CDPUserSvc_3a5f2", 0xE0, &expand(r"%SystemRoot%\system32\svchost.exe -k UnistackSvcGroup"));
        let keyboard = format!(r"{CLASSES}\{KEYBOARD}");
        let registry = &mut self.registry;
        registry
            .value(&keyboard, "Class", text("Keyboard"))
            .value(&keyboard, "UpperFilters", list(&["kbdclass"]))
            .key(&format!(r"{keyboard}\Properties"))
            .key(&format!(r"{CONTROL}\Lsa\Data"))
            .key(r"HKLM\SOFTWARE\Microsoft\SystemCertificates\Protected\0")
            .value(&format!(r"{CONTROL}\EarlyLaunch"), "BackupPath", expand(r"%SystemRoot%\ELAMBKUP"))
            .value(
                &format!(r"{CONTROL}\Session Manager"),
                "PendingFileRenameOperations",
                list(&[r"\??\C:\Temp\zz.tmp", "", r"\??\C:\Temp\zy.tmp", r"!\??\C:\Program Files\Zz\zy.dll", "", ""]),
            )
            .value(&format!(r"{ROOTS}\0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43"), "Blob", blob(&certificate(false)));
        for mode in ["Minimal", "Network"] {
            registry.value(&format!(r"{CONTROL}\SafeBoot\{mode}\Zz000drv"), "", text("Driver")).value(
                &format!(r"{CONTROL}\SafeBoot\{mode}\{KEYBOARD}"),
                "",
                text("Keyboard"),
            );
        }
        self.network();
    }

    /// Adapters, components, and the copy from which Windows binds.
    fn network(&mut self) {
        let registry = &mut self.registry;
        let adapters = format!(r"{CLASSES}\{NETWORK}");
        registry.value(&adapters, "Class", text("Net")).key(&format!(r"{adapters}\Properties"));
        let component = "{7e2b1b5c-0000-4000-8000-0a0b0c0d0e0f}";
        let classes = format!(r"{CONTROL}\Network");
        let key = format!(r"{classes}\{{4d36e974-e325-11ce-bfc1-08002be10318}}\{component}");
        registry
            .value(&key, "Description", text("QoS Packet Scheduler"))
            .value(&key, "ComponentId", text("ms_pacer"))
            .value(&format!(r"{key}\Ndi"), "Service", text("Psched"))
            .value(&format!(r"{classes}\{{4d36e974-e325-11ce-bfc1-08002be10318}}\Descriptions"), "x", text("1"))
            .key(&format!(r"{classes}\Connections\0"))
            .key(&format!(r"{classes}\Lightweight Call Manager"));
        for number in 0..4 {
            let adapter = format!(r"{adapters}\{number:04}");
            let interface = format!("{{0a1b2c3d-0000-4000-8000-{number:012}}}");
            registry
                .value(&adapter, "DriverDesc", text("Zyzzyx Ethernet"))
                .value(&adapter, "ComponentId", text(r"pci\ven_1234"))
                .value(&format!(r"{adapter}\Linkage"), "FilterList", list(&[&format!("{interface}-{component}-0000")]))
                .value(&format!(r"{adapter}\Linkage"), "UpperBind", list(&["Tcpip", "Tcpip6"]));
            let kernel = format!(r"{CONTROL}\NetworkSetup2\Interfaces\{interface}\Kernel");
            registry.value(&kernel, "FilterList", RawValue { kind: REG_BINARY, data: vec![1; 36] }).value(
                &kernel,
                "ProtocolList",
                list(&["Tcpip", "Tcpip6"]),
            );
        }
    }

    /// One look by an account, with every probe that asks the registry.
    pub(super) fn take_snapshot(&self, who: Who) -> Snapshot {
        let registry = &self.registry.seen_by(who);
        let mut snapshot =
            replay::parse_recording(r#"{"schema": 2, "host": {"os": "windows"}}"#).expect("a recording of nothing");
        let (mut files, catalog) = (self.files.clone(), Catalog::embedded());
        let parts = [
            Part::Programs(programs::list_programs(catalog, registry, &mut files)),
            Part::Services(services::list_services(catalog, registry, &self.manager, &mut files)),
            Part::ClassFilters(filters::list_filters(registry)),
            Part::NetworkComponents(network_components::list_network_components(catalog, registry)),
            Part::SafeBoot(safe_boot::list_safe_boot_entries(registry)),
            Part::RootCertificates(certificates::find_certificates(catalog, registry)),
            Part::Pending(pending::list_pending_changes(catalog, registry)),
        ];
        let parts = parts.into_iter().chain(disk::look_at_disk(self, who).0).chain(self.informing_parts(registry, who));
        parts.for_each(|part| snapshot.put(part));
        snapshot
    }
}

/// A service manager that says what it is told to say.
#[derive(Clone, Default)]
pub(super) struct FakeManager {
    pub(super) known: ServiceList,
    /// How services are registered whose keys may not be read, by name in small letters.
    pub(super) configured: HashMap<String, Configured>,
    /// It refuses to list anything.
    pub(super) silent: bool,
    /// So many times its list breaks off.
    pub(super) breaks_off: Arc<AtomicUsize>,
}

impl Manager for FakeManager {
    fn all(&self) -> (ServiceList, Option<Gap>) {
        let silent = || (ServiceList::new(), Some(Gap::new(GapReason::NeedsAdmin, "service manager", "refused")));
        let one_less = |left: usize| left.checked_sub(1);
        if self.breaks_off.fetch_update(Relaxed, Relaxed, one_less).is_ok() {
            let begun = self.known.iter().take(1).map(|(name, known)| (name.clone(), known.clone())).collect();
            return (begun, Some(Gap::new(GapReason::Failed, "service manager", "the handle is invalid")));
        }
        if self.silent { silent() } else { (self.known.clone(), None) }
    }

    fn state(&self, _: &Name) -> State {
        State::RegisteredOnly
    }

    fn configured(&self, name: &Name) -> Option<Configured> {
        self.configured.get(&name.text.to_lowercase()).cloned()
    }
}

/// A disk on which every file is there, except those that are named, and strangers made all drivers but some.
#[derive(Clone, Default)]
pub(super) struct FakeFiles {
    pub(super) absent: HashSet<String>,
    /// Drivers that name the vendor as their company, by path in small letters.
    pub(super) vendors: HashSet<String>,
    /// Drivers that nobody may open, likewise.
    pub(super) closed: HashSet<String>,
}

impl Files for FakeFiles {
    fn names(&self) -> Names<'_> {
        Names {
            windows: r"C:\Windows",
            variable: &|name| name.eq_ignore_ascii_case("SystemRoot").then(|| r"C:\Windows".to_string()),
        }
    }

    fn presence(&mut self, path: &str) -> Presence {
        if self.absent.contains(&path.to_lowercase()) { Presence::Absent } else { Presence::Present }
    }

    fn maker(&mut self, _: &str) -> Maker {
        Maker::default()
    }

    fn stranger(&mut self, path: &str, _: &Catalog) -> io::Result<Option<Maker>> {
        if self.closed.contains(&path.to_lowercase()) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let company = Some("AO Kaspersky Lab".to_string());
        Ok(self.vendors.contains(&path.to_lowercase()).then(|| Maker { company, ..Maker::default() }))
    }
}
