//! One product that says it protects the computer.

use crate::machine::ProtectionState;

/// One product that says it protects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protector {
    /// Its name.
    pub name: String,
    /// Its state. A registration whose program is gone counts as off.
    pub state: ProtectionState,
    /// Whether its signatures are current. None: not known.
    pub up_to_date: Option<bool>,
    /// Whether it is a firewall rather than an antivirus.
    pub firewall: bool,
    /// Whether it is registered and its program is gone.
    pub gone: bool,
}

impl Protector {
    /// Whether Security Center lists Windows' own antivirus here.
    pub fn is_windows_own(&self) -> bool {
        !self.firewall && is_defender(&self.name)
    }
}

/// Whether a name in Security Center's list is Microsoft's own antivirus: `Windows Defender`, `Microsoft Defender
/// Antivirus`, and in other languages, where words stand before it or behind. `BitDefender` is another's.
pub(super) fn is_defender(name: &str) -> bool {
    let name = name.to_lowercase();
    let ends = |text: &str| !text.starts_with(|next: char| next.is_ascii_alphanumeric());
    let starts = |text: &str| !text.ends_with(|last: char| last.is_ascii_alphanumeric());
    ["windows defender", "microsoft defender"]
        .into_iter()
        .any(|own| name.match_indices(own).any(|(at, _)| starts(&name[..at]) && ends(&name[at + own.len()..])))
}
