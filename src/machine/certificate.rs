//! Certificates that a computer trusts.

use super::Scope;
use serde::{Deserialize, Serialize};

/// Which store a certificate stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoreKind {
    /// Trusted roots.
    Root,
    /// Intermediate authorities.
    Intermediate,
    /// Put there by group policy; only the policy's owner can take it out.
    Policy,
    /// Linux trust store.
    TrustStore,
    /// macOS keychain.
    Keychain,
    /// Firefox profile.
    Firefox,
    /// A certificate file that a tool's setting points at.
    Tool,
}

/// One certificate. Only those of the catalogue's vendors are recorded, and how many others were seen is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The store it stands in.
    pub store: StoreKind,
    /// Whose store.
    #[serde(default)]
    pub scope: Scope,
    /// The exact place: the registry key of the physical store, the file, the keychain.
    pub place: String,
    /// Subject as `CN=…, O=…, C=…`.
    pub subject: String,
    /// Issuer in the same form.
    #[serde(default)]
    pub issuer: String,
    /// SHA-1 thumbprint in upper-case hex, the name Windows uses. Made per computer.
    #[serde(default)]
    pub thumbprint: String,
    /// End of validity, in seconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<i64>,
}
