//! Every message there is, by name.

use crate::assess::Reason;
use crate::machine::{CheckId, Why};
use std::borrow::Cow;

/// The name of a message in the `.ftl` files. It can only be made here, so a page can not ask
/// for a message that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(Cow<'static, str>);

impl MessageId {
    /// The name as it stands in the `.ftl` files.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// What a check looks at.
    pub fn check(check: CheckId) -> Self {
        Self(format!("check-{}", check.name().replace('_', "-")).into())
    }

    /// Why a place was not seen.
    pub fn why(why: Why) -> Self {
        Self(Cow::Borrowed(match why {
            Why::NeedsAdmin => "why-needs-admin",
            Why::NotOnThisOs => "why-not-on-this-os",
            Why::TimedOut => "why-timed-out",
            Why::Failed => "why-failed",
            Why::NotTried => "why-not-tried",
        }))
    }

    /// A reason as a sentence, and the name that goes into it.
    pub fn reason(reason: &Reason) -> (Self, &str) {
        let (id, name) = match reason {
            Reason::DistinctiveName => ("reason-distinctive-name", ""),
            Reason::GeneralName => ("reason-general-name", ""),
            Reason::VendorFolder => ("reason-vendor-folder", ""),
            Reason::VersionedFolder => ("reason-versioned-folder", ""),
            Reason::VendorNamed => ("reason-vendor-named", ""),
            Reason::VendorPublisher(name) => ("reason-vendor-publisher", name.as_str()),
            Reason::VendorSigner(name) => ("reason-vendor-signer", name.as_str()),
            Reason::Altitude(altitude) => ("reason-altitude", altitude.as_str()),
            Reason::OtherSigner(name) => ("reason-other-signer", name.as_str()),
            Reason::OtherPublisher(name) => ("reason-other-publisher", name.as_str()),
            Reason::OtherFolder(name) => ("reason-other-folder", name.as_str()),
            Reason::Embedder(name) => ("reason-embedder", name.as_str()),
            Reason::FileMissing => ("reason-file-missing", ""),
            Reason::Running => ("reason-running", ""),
            Reason::WillLoad => ("reason-will-load", ""),
            Reason::RegisteredOnly => ("reason-registered-only", ""),
            Reason::FilterWithoutDriver => ("reason-filter-without-driver", ""),
            Reason::GoneAfterRestart => ("reason-gone-after-restart", ""),
            Reason::StaleEntry => ("reason-stale-entry", ""),
            Reason::Locked => ("reason-locked", ""),
        };
        (Self(Cow::Borrowed(id)), name)
    }
}

macro_rules! messages {
    ($($name:ident = $id:literal,)*) => {
        impl MessageId {
            $(#[doc = concat!("`", $id, "`")] pub const $name: MessageId = MessageId(Cow::Borrowed($id));)*

            /// Every message that is asked for by a fixed name.
            pub const FIXED: &'static [MessageId] = &[$(MessageId::$name,)*];
        }
    };
}

messages! {
    SCAN_VERDICT_INSTALLED = "scan-verdict-installed",
    SCAN_VERDICT_LEFTOVERS = "scan-verdict-leftovers",
    SCAN_VERDICT_CANNOT_TELL = "scan-verdict-cannot-tell",
    SCAN_VERDICT_CLEAN = "scan-verdict-clean",
    SCAN_CLEAN_LEAD = "scan-clean-lead",
    SCAN_CANNOT_TELL_LEAD = "scan-cannot-tell-lead",
    SCAN_NOTHING_CHANGED = "scan-nothing-changed",
    SCAN_INSTALLED_TITLE = "scan-installed-title",
    SCAN_INSTALLED_NEXT = "scan-installed-next",
    SCAN_INSTALLED_NEXT_OTHER = "scan-installed-next-other",
    SCAN_PRODUCT = "scan-product",
    SCAN_FIX_FIRST_TITLE = "scan-fix-first-title",
    SCAN_FIX_FIRST_LEAD = "scan-fix-first-lead",
    SCAN_LIVE_TITLE = "scan-live-title",
    SCAN_LIVE_LEAD = "scan-live-lead",
    SCAN_HOOK_TITLE = "scan-hook-title",
    SCAN_HOOK_LEAD = "scan-hook-lead",
    SCAN_GUIDED_TITLE = "scan-guided-title",
    SCAN_GUIDED_LEAD = "scan-guided-lead",
    SCAN_TRUST_TITLE = "scan-trust-title",
    SCAN_TRUST_LEAD = "scan-trust-lead",
    SCAN_HARMLESS_TITLE = "scan-harmless-title",
    SCAN_HARMLESS_LEAD = "scan-harmless-lead",
    SCAN_FINDING_POSSIBLE = "scan-finding-possible",
    SCAN_RESTART_FINISHES = "scan-restart-finishes",
    SCAN_KEPT_TITLE = "scan-kept-title",
    SCAN_KEPT_LEAD = "scan-kept-lead",
    SCAN_SUSPICIOUS_TITLE = "scan-suspicious-title",
    SCAN_SUSPICIOUS_LEAD = "scan-suspicious-lead",
    SCAN_SUSPICIOUS_LOCKED = "scan-suspicious-locked",
    SCAN_SUSPICIOUS_EMPTY = "scan-suspicious-empty",
    SCAN_SUCCESSORS_TITLE = "scan-successors-title",
    SCAN_SUCCESSORS_LEAD = "scan-successors-lead",
    SCAN_PROTECTION_TITLE = "scan-protection-title",
    SCAN_PROTECTION_ON = "scan-protection-on",
    SCAN_PROTECTION_OFF = "scan-protection-off",
    SCAN_PROTECTION_UNKNOWN = "scan-protection-unknown",
    SCAN_UNKNOWN_TITLE = "scan-unknown-title",
    SCAN_UNKNOWN_REQUIRED = "scan-unknown-required",
    SCAN_UNKNOWN_OTHER = "scan-unknown-other",
    SCAN_UNKNOWN_ADMIN_WINDOWS = "scan-unknown-admin-windows",
    SCAN_UNKNOWN_ADMIN_OTHER = "scan-unknown-admin-other",
    SCAN_OTHERS = "scan-others",
    SCAN_AS_SYSTEM = "scan-as-system",
    SCAN_PROGRESS = "scan-progress",
    CLI_HELP = "cli-help",
    CLI_USAGE_NO_COMMAND = "cli-usage-no-command",
    CLI_USAGE_UNKNOWN_COMMAND = "cli-usage-unknown-command",
    CLI_USAGE_PROBLEM = "cli-usage-problem",
    CLI_REPLAY_FAILED = "cli-replay-failed",
    CLI_RECORD_FAILED = "cli-record-failed",
    CLI_RECORDED = "cli-recorded",
    CLI_OUTPUT_FAILED = "cli-output-failed",
}
