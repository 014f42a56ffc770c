//! The kinds of devices that a product is made for.

use crate::machine::Os;
use serde::{Deserialize, Serialize};

/// A kind of computer or phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// A PC with Windows.
    Windows,
    /// A Mac.
    Mac,
    /// A PC with Linux.
    Linux,
    /// A phone or tablet with Android.
    Android,
    /// An iPhone or iPad.
    Iphone,
}

impl Device {
    /// Every kind, in the order in which they are asked for.
    pub const ALL: [Self; 5] = [Self::Windows, Self::Mac, Self::Linux, Self::Android, Self::Iphone];

    /// The kind of computer that runs this system.
    pub fn of(os: Os) -> Self {
        match os {
            Os::Windows => Self::Windows,
            Os::Macos => Self::Mac,
            Os::Linux => Self::Linux,
        }
    }
}
