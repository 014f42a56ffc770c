//! Browser extensions and what brings them in.

use super::Scope;
use serde::{Deserialize, Serialize};

/// A browser, or the family that shares a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Browser {
    /// Google Chrome.
    Chrome,
    /// Chromium, Brave, Opera, Vivaldi and others of the family.
    Chromium,
    /// Microsoft Edge.
    Edge,
    /// Mozilla Firefox.
    Firefox,
    /// Apple Safari.
    Safari,
}

/// How an extension is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrowserItemKind {
    /// Installed in a profile.
    Installed,
    /// A policy or registry entry that makes the browser install it.
    Forced,
    /// A program on this computer that the extension talks to.
    NativeHost,
}

/// One extension, policy entry or native messaging host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrowserItem {
    /// Which browser.
    pub browser: Browser,
    /// How it is present.
    pub kind: BrowserItemKind,
    /// Extension id, or the host's name.
    pub id: String,
    /// The name in its manifest, when it could be read.
    #[serde(default)]
    pub name: String,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// The folder, file or registry key.
    pub place: String,
    /// The file or address that it leads to, when that lies in the vendor's folder or names the vendor. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
}
