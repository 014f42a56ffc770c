//! What to try when an uninstaller has ended and its product is still here: one way after another, and none for ever.

use super::Outcome;
use serde::{Deserialize, Serialize};

/// One way to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Start the uninstaller once more.
    Again,
    /// Restart the computer, then start it once more.
    Restart,
    /// The system's own list of installed programs.
    InstalledApps,
    /// The vendor's removal tool.
    VendorTool,
}

/// The ways that are worth trying after this outcome, in this order, each once. When all are used up, only somebody
/// else can help.
pub fn ways_out(outcome: Outcome) -> &'static [Way] {
    use Way::*;
    match outcome {
        Outcome::Cancelled | Outcome::ConsentRefused => &[Again, InstalledApps],
        Outcome::Done | Outcome::RestartRequired | Outcome::RestartStarted => &[Restart, Again, VendorTool],
        Outcome::Failed | Outcome::Suspended | Outcome::Crashed(_) | Outcome::NoInstallerService => {
            &[Restart, Again, VendorTool]
        }
        Outcome::OtherInstallation => &[Again, Restart, VendorTool],
        Outcome::NotInstalled | Outcome::SourceMissing | Outcome::PackageMissing | Outcome::VendorError(_) => {
            &[VendorTool, InstalledApps]
        }
        Outcome::ForbiddenByPolicy => &[],
        Outcome::WrongCommandLine | Outcome::WrongParameter | Outcome::NeedsAdministrator => {
            &[InstalledApps, VendorTool]
        }
        Outcome::NoCode | Outcome::Unknown(_) => &[Again, Restart, InstalledApps, VendorTool],
    }
}
