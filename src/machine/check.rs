//! The list of everything that is looked at. One table makes the fields of a [`Snapshot`], the
//! name of each check, and the parts that probes hand in.

use super::*;

/// Version of the recording format. A file with a higher number is refused.
pub const SCHEMA: u32 = 3;

/// What a recording says of a check that it does not hold: it was made by a version without that check, or by
/// somebody who left it out. Nothing is known of it, so a check that *clean* needs stays unknown.
const NOT_RECORDED: &str = "not recorded";

macro_rules! checks {
    ($($(#[$doc:meta])* $field:ident: $variant:ident($item:ty),)*) => {
        /// A computer at one moment: for each check, what was seen and what could not be seen.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Snapshot {
            /// Version of this format; see [`SCHEMA`].
            pub schema: u32,
            /// The computer and the account that looked.
            pub host: Host,
            /// Who is hidden where it leaves the computer; its ids are made with that.
            #[serde(skip)]
            pub hidden: redact::Hidden,
            $($(#[$doc])* #[serde(default, skip_serializing_if = "unmentioned")] pub $field: Observed<$item>,)*
        }

        /// The name of a check. In JSON it is the name of the field of [`Snapshot`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum CheckId { $($(#[$doc])* $variant,)* }

        /// What a probe hands in: the result of one check.
        #[derive(Clone, Debug)]
        pub enum Part { $($(#[$doc])* $variant(Observed<$item>),)* }

        impl CheckId {
            /// Every check there is, in the order of the table.
            pub const ALL: &'static [CheckId] = &[$(CheckId::$variant,)*];

            /// The name used in JSON, in recordings and in message ids.
            pub fn name(self) -> &'static str {
                match self { $(CheckId::$variant => stringify!($field),)* }
            }
        }

        impl Part {
            /// Which check this is the result of.
            pub fn check(&self) -> CheckId {
                match self { $(Part::$variant(_) => CheckId::$variant,)* }
            }

            /// Whether the whole check failed, for a reason that may pass: nothing was seen, and a gap is
            /// about no single place.
            pub fn failed(&self) -> bool {
                let passing = |gap: &Gap| gap.place.is_empty() && matches!(gap.why, GapReason::Failed | GapReason::TimedOut);
                match self { $(Part::$variant(looked) => looked.items.is_empty() && looked.gaps.iter().any(passing),)* }
            }
        }

        impl Snapshot {
            /// A snapshot in which nothing has been looked at yet.
            pub fn untouched(host: Host) -> Self {
                Self { schema: SCHEMA, host, hidden: redact::Hidden::default(), $($field: Observed::default(),)* }
            }

            /// Puts in the result of a check. Two parts of the same check add up.
            pub fn put(&mut self, part: Part) {
                match part {
                    $(Part::$variant(looked) => {
                        if untouched(&self.$field) { self.$field = looked } else { self.$field.absorb(looked) }
                    })*
                }
            }

            /// Puts in everything that another look at the same computer has looked at.
            pub fn absorb(&mut self, other: Self) {
                $(if !untouched(&other.$field) { self.put(Part::$variant(other.$field)) })*
            }

            /// Hides names of people and computers in every part, field by field.
            pub fn redact(&mut self, redactor: &redact::Redactor) {
                redact::Hide::hide(&mut self.host, redactor);
                $(redact::Hide::hide(&mut self.$field, redactor);)*
            }

            /// Marks a check as unknown, keeping what was seen of it.
            pub fn mark(&mut self, check: CheckId, gap: Gap) {
                match check {
                    $(CheckId::$variant => {
                        if untouched(&self.$field) { self.$field.gaps.clear() }
                        self.$field.gaps.push(gap)
                    })*
                }
            }

            /// What one check tells beside its answer.
            pub fn notes(&self, check: CheckId) -> &[Gap] {
                match check { $(CheckId::$variant => &self.$field.notes,)* }
            }

            /// Says of every check of this system that nobody touched that the recording lacks it.
            pub fn explain_untouched(&mut self) {
                let os = self.host.os;
                let gap = Gap::new(GapReason::NotTried, "", NOT_RECORDED);
                $(if CheckId::$variant.applies(os) && untouched(&self.$field) { self.$field.gaps = vec![gap.clone()] })*
            }

            /// What could not be seen by one check.
            pub fn gaps(&self, check: CheckId) -> &[Gap] {
                match check { $(CheckId::$variant => &self.$field.gaps,)* }
            }
        }
    };
}

checks! {
    /// Installed programs: Windows' uninstall entries, Linux packages, macOS bundles and receipts.
    programs: Programs(Program),
    /// Services and drivers; on Linux units, init scripts and modules; on macOS launchd jobs and extensions.
    services: Services(Service),
    /// Every UpperFilters and LowerFilters list of Windows' device classes and devices.
    class_filters: ClassFilters(FilterList),
    /// Network filters, protocols, adapters and their bindings.
    network_components: NetworkComponents(NetworkObject),
    /// Certificates that stand in root and intermediate stores.
    root_certificates: RootCertificates(Certificate),
    /// Driver packages that Windows keeps to install again.
    driver_store: DriverStore(DriverPackage),
    /// Copies of early-launch antimalware drivers that Windows keeps to repair a start.
    elam: Elam(ElamCopy),
    /// What Windows loads in Safe Mode.
    safe_boot: SafeBoot(SafeBootEntry),
    /// Files and folders at the catalogue's places.
    files: Files(FileSeen),
    /// macOS system extensions, as the system lists them.
    system_extensions: SystemExtensions(Service),
    /// Registry keys at the catalogue's places.
    registry: Registry(RegistryKeySeen),
    /// Providers, callouts and filters of the Windows Filtering Platform.
    wfp: Wfp(WfpObject),
    /// AMSI and volume shadow copy providers.
    com_providers: ComProviders(ComProvider),
    /// Certificates that Firefox and other tools trust on their own.
    tool_certificates: ToolCertificates(Certificate),
    /// Scheduled tasks.
    tasks: Tasks(ScheduledTask),
    /// Programs that start with Windows or with the account.
    autoruns: Autoruns(Autorun),
    /// What Windows will finish at the next restart.
    pending: Pending(PendingChange),
    /// Running programs.
    processes: Processes(Process),
    /// Browser extensions, policies that force them, and native messaging hosts.
    browser_extensions: BrowserExtensions(BrowserItem),
    /// Local groups and accounts that products create.
    accounts: Accounts(Account),
    /// Environment variables and tool settings that name a certificate file.
    settings: Settings(Setting),
    /// Windows Update policy.
    update_policy: UpdatePolicy(UpdatePolicy),
    /// Open connections to other computers.
    connections: Connections(Connection),
    /// Antivirus and firewall products that Windows Security Center knows.
    security_center: SecurityCenter(SecurityProduct),
    /// What Microsoft Defender says of itself.
    defender: Defender(Defender),
    /// The system's own firewall.
    firewall: Firewall(Firewall),
    /// What keeps Windows' own protection off: policies, services that are switched off, and who manages it.
    held_off: HeldOff(ProtectionSetting),
    /// Other accounts on this computer, whose own places were not looked at.
    other_accounts: OtherAccounts(OtherAccount),
    /// App packages (AppX, MSIX) of the vendor: of this account, and set up for all.
    app_packages: AppPackages(AppPackage),
    /// Rules of Windows' firewall that name the vendor or its programs.
    firewall_rules: FirewallRules(FirewallRule),
    /// Which release and edition of Windows this is.
    windows_release: WindowsRelease(WindowsRelease),
    /// Licences for Extended Security Updates, on a Windows whose own support has ended.
    extended_updates: ExtendedUpdates(ExtendedUpdate),
    /// Memory integrity: how it is set, and whether it runs.
    memory_integrity: MemoryIntegrity(MemoryIntegrity),
    /// What Windows' own logs name as standing in the way of an upgrade.
    upgrade_blocks: UpgradeBlocks(UpgradeBlock),
    /// Proxies, scripts and name servers that lead to this computer itself.
    network_leads: NetworkLeads(NetworkLead),
    /// Add-ins of the vendor's in Outlook.
    mail_add_ins: MailAddIns(MailAddIn),
}

/// Whether a list still is as it was before anything was looked at, or is not in the recording at all.
fn untouched<T>(looked: &Observed<T>) -> bool {
    let nothing = |gap: &Gap| gap.place.is_empty() && ["", NOT_RECORDED].contains(&gap.detail.as_str());
    looked.items.is_empty() && matches!(looked.gaps.as_slice(), [gap] if gap.why == GapReason::NotTried && nothing(gap))
}

/// Whether there is nothing to write down about a check, not even that it was not recorded.
fn unmentioned<T>(looked: &Observed<T>) -> bool {
    untouched(looked) && looked.gaps.iter().all(|gap| gap.detail.is_empty())
}

impl CheckId {
    /// The version of the recording format with which the check came. Older recordings lack it.
    pub fn since(self) -> u32 {
        match self {
            CheckId::AppPackages | CheckId::FirewallRules => 2,
            CheckId::WindowsRelease | CheckId::ExtendedUpdates | CheckId::MemoryIntegrity => 3,
            CheckId::UpgradeBlocks | CheckId::NetworkLeads | CheckId::MailAddIns => 3,
            _ => 1,
        }
    }

    /// Whether the verdict *clean* needs this check to be complete.
    pub fn required(self, os: Os) -> bool {
        use CheckId::*;
        match os {
            Os::Windows => matches!(
                self,
                Programs
                    | Services
                    | ClassFilters
                    | NetworkComponents
                    | RootCertificates
                    | DriverStore
                    | Elam
                    | SafeBoot
                    | Files
            ),
            Os::Linux => matches!(self, Programs | Services | Files | RootCertificates),
            Os::Macos => matches!(self, Programs | Services | SystemExtensions | RootCertificates),
        }
    }

    /// Whether the system has the place at all. Others are not looked at and not reported.
    pub fn applies(self, os: Os) -> bool {
        use CheckId::*;
        match os {
            Os::Windows => self != SystemExtensions,
            Os::Linux => matches!(
                self,
                Programs
                    | Services
                    | RootCertificates
                    | Files
                    | ToolCertificates
                    | Processes
                    | BrowserExtensions
                    | Accounts
                    | Settings
                    | Connections
                    | OtherAccounts
            ),
            Os::Macos => matches!(
                self,
                Programs
                    | Services
                    | RootCertificates
                    | Files
                    | SystemExtensions
                    | ToolCertificates
                    | Processes
                    | BrowserExtensions
                    | Settings
                    | Connections
                    | NetworkComponents
                    | OtherAccounts
            ),
        }
    }
}
