//! Every message there is, by name.

use crate::assess::{HeldOff, Hold, Reason, Unknown};
use crate::machine::{CheckId, Elsewhere, GapReason, RECOVERY};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The name of a message in the `.ftl` files. The constants are made from the English files when
/// the program is built, so a page cannot ask for a message that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(&'static str);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Every message by its name, for the catalogue's files.
static BY_NAME: LazyLock<HashMap<&str, MessageId>> =
    LazyLock::new(|| MessageId::ALL.iter().map(|id| (id.name(), *id)).collect());

impl MessageId {
    /// The message with this name, as the catalogue's files use it. None: there is no such message.
    pub fn named(name: &str) -> Option<Self> {
        BY_NAME.get(name).copied()
    }

    /// The name as it stands in the `.ftl` files.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// What a check looks at.
    pub fn check(check: CheckId) -> Self {
        match check {
            CheckId::Programs => Self::CHECK_PROGRAMS,
            CheckId::Services => Self::CHECK_SERVICES,
            CheckId::ClassFilters => Self::CHECK_CLASS_FILTERS,
            CheckId::NetworkComponents => Self::CHECK_NETWORK_COMPONENTS,
            CheckId::RootCertificates => Self::CHECK_ROOT_CERTIFICATES,
            CheckId::DriverStore => Self::CHECK_DRIVER_STORE,
            CheckId::Elam => Self::CHECK_ELAM,
            CheckId::SafeBoot => Self::CHECK_SAFE_BOOT,
            CheckId::Files => Self::CHECK_FILES,
            CheckId::SystemExtensions => Self::CHECK_SYSTEM_EXTENSIONS,
            CheckId::Registry => Self::CHECK_REGISTRY,
            CheckId::Wfp => Self::CHECK_WFP,
            CheckId::ComProviders => Self::CHECK_COM_PROVIDERS,
            CheckId::ToolCertificates => Self::CHECK_TOOL_CERTIFICATES,
            CheckId::Tasks => Self::CHECK_TASKS,
            CheckId::Autoruns => Self::CHECK_AUTORUNS,
            CheckId::Pending => Self::CHECK_PENDING,
            CheckId::Processes => Self::CHECK_PROCESSES,
            CheckId::BrowserExtensions => Self::CHECK_BROWSER_EXTENSIONS,
            CheckId::Accounts => Self::CHECK_ACCOUNTS,
            CheckId::Settings => Self::CHECK_SETTINGS,
            CheckId::UpdatePolicy => Self::CHECK_UPDATE_POLICY,
            CheckId::Connections => Self::CHECK_CONNECTIONS,
            CheckId::SecurityCenter => Self::CHECK_SECURITY_CENTER,
            CheckId::Defender => Self::CHECK_DEFENDER,
            CheckId::Firewall => Self::CHECK_FIREWALL,
            CheckId::HeldOff => Self::CHECK_HELD_OFF,
            CheckId::OtherAccounts => Self::CHECK_OTHER_ACCOUNTS,
            CheckId::AppPackages => Self::CHECK_APP_PACKAGES,
            CheckId::FirewallRules => Self::CHECK_FIREWALL_RULES,
            CheckId::WindowsRelease => Self::CHECK_WINDOWS_RELEASE,
            CheckId::ExtendedUpdates => Self::CHECK_EXTENDED_UPDATES,
            CheckId::MemoryIntegrity => Self::CHECK_MEMORY_INTEGRITY,
            CheckId::UpgradeBlocks => Self::CHECK_UPGRADE_BLOCKS,
            CheckId::NetworkLeads => Self::CHECK_NETWORK_LEADS,
            CheckId::MailAddIns => Self::CHECK_MAIL_ADD_INS,
        }
    }

    /// Why a place was not seen, and what helps.
    pub fn why(why: GapReason) -> Self {
        match why {
            GapReason::NeedsAdmin => Self::WHY_NEEDS_ADMIN,
            GapReason::NotOnThisOs => Self::WHY_NOT_ON_THIS_OS,
            GapReason::TimedOut => Self::WHY_TIMED_OUT,
            GapReason::Failed => Self::WHY_FAILED,
            GapReason::NotTried => Self::WHY_NOT_TRIED,
        }
    }

    /// The same for one place. A system for repairs is said to be one, and so is what is not the computer itself.
    pub fn why_unknown(unknown: &Unknown) -> Self {
        match Elsewhere::of_mark(&unknown.place) {
            Some(Elsewhere::Container) => Self::WHY_CONTAINER,
            Some(Elsewhere::Sandbox) => Self::WHY_SANDBOX,
            Some(Elsewhere::OtherRoot) => Self::WHY_OTHER_ROOT,
            Some(Elsewhere::InsideWindows) => Self::WHY_INSIDE_WINDOWS,
            Some(Elsewhere::OtherHome) => Self::WHY_OTHER_HOME,
            None if unknown.place == RECOVERY && unknown.why == GapReason::NotTried => Self::WHY_RECOVERY,
            None => Self::why(unknown.why),
        }
    }

    /// What keeps Windows' protection off as a sentence, and the name that goes into it.
    pub fn held(held: &HeldOff) -> (Self, &str) {
        let id = match held.hold {
            Hold::DefenderPolicy => Self::HELD_POLICY_OFF,
            Hold::OldDefenderPolicy => Self::HELD_POLICY_OFF_OLD,
            Hold::PartPolicy => Self::HELD_POLICY_PART,
            Hold::PassivePolicy => Self::HELD_POLICY_PASSIVE,
            Hold::FirewallPolicy => Self::HELD_POLICY_FIREWALL,
            Hold::Service | Hold::FirewallService => Self::HELD_SERVICE_OFF,
            Hold::Registration | Hold::FirewallRegistration => Self::HELD_REGISTERED,
            Hold::OwnSetting => Self::HELD_SETTING,
            Hold::NoTamperProtection => Self::HELD_TAMPER_OFF,
        };
        (id, &held.name)
    }

    /// What a rule of the catalogue keeps for the person. None: it keeps nothing.
    pub fn kept(rule: &str) -> Option<Self> {
        Some(match rule {
            "vault-password-manager" => Self::KEPT_VAULT,
            "folder-password-manager-data" => Self::KEPT_PASSWORD_FOLDER,
            "backup-password-manager" => Self::KEPT_PASSWORD_BACKUP,
            "quarantine-endpoint-security" => Self::KEPT_REMOVED_SAME_VERSION,
            "quarantine-home" => Self::KEPT_QUARANTINE,
            "quarantine-server-security" => Self::KEPT_QUARANTINE_SERVER,
            "virus-removal-tool-data" | "linux-virus-removal-tool" => Self::KEPT_REMOVAL_TOOL,
            "preboot-log" => Self::KEPT_PREBOOT_LOG,
            "linux-backup" => Self::KEPT_REMOVED,
            _ => return None,
        })
    }

    /// A reason as a sentence, and the name that goes into it.
    pub fn reason(reason: &Reason) -> (Self, &str) {
        match reason {
            Reason::DistinctiveName => (Self::REASON_DISTINCTIVE_NAME, ""),
            Reason::GeneralName => (Self::REASON_GENERAL_NAME, ""),
            Reason::VendorFolder => (Self::REASON_VENDOR_FOLDER, ""),
            Reason::VersionedFolder => (Self::REASON_VERSIONED_FOLDER, ""),
            Reason::VendorNamed => (Self::REASON_VENDOR_NAMED, ""),
            Reason::VendorPublisher(name) => (Self::REASON_VENDOR_PUBLISHER, name),
            Reason::VendorSigner(name) => (Self::REASON_VENDOR_SIGNER, name),
            Reason::Altitude(altitude) => (Self::REASON_ALTITUDE, altitude),
            Reason::OtherSigner(name) => (Self::REASON_OTHER_SIGNER, name),
            Reason::OtherPublisher(name) => (Self::REASON_OTHER_PUBLISHER, name),
            Reason::OtherFolder(name) => (Self::REASON_OTHER_FOLDER, name),
            Reason::Embedder(name) => (Self::REASON_EMBEDDER, name),
            Reason::FileMissing => (Self::REASON_FILE_MISSING, ""),
            Reason::Running => (Self::REASON_RUNNING, ""),
            Reason::WillLoad => (Self::REASON_WILL_LOAD, ""),
            Reason::RegisteredOnly => (Self::REASON_REGISTERED_ONLY, ""),
            Reason::FilterWithoutDriver => (Self::REASON_FILTER_WITHOUT_DRIVER, ""),
            Reason::DriverUnknown => (Self::REASON_DRIVER_UNKNOWN, ""),
            Reason::GoneAfterRestart => (Self::REASON_GONE_AFTER_RESTART, ""),
            Reason::StaleEntry => (Self::REASON_STALE_ENTRY, ""),
            Reason::Locked => (Self::REASON_LOCKED, ""),
            Reason::Downloaded(command) => (Self::REASON_DOWNLOADED, command),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(place: &str) -> MessageId {
        let (place, detail) = (place.to_string(), String::new());
        MessageId::why_unknown(&Unknown {
            check: CheckId::Services,
            why: GapReason::NotTried,
            required: true,
            place,
            detail,
        })
    }

    #[test]
    fn a_system_for_repairs_is_said_to_be_one() {
        assert_eq!([unknown(RECOVERY), unknown("HKCU")], [MessageId::WHY_RECOVERY, MessageId::WHY_NOT_TRIED]);
    }

    #[test]
    fn what_is_not_the_computer_itself_has_a_sentence_of_its_own() {
        for (mark, _) in Elsewhere::MARKS {
            assert_ne!(unknown(mark), MessageId::WHY_NOT_TRIED, "{mark}");
        }
        assert_eq!(unknown("/.dockerenv"), MessageId::WHY_CONTAINER);
    }
}
