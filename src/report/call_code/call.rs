//! A look as a code, and a code as what it says.

use super::fields::{Bits, VERSION};
use super::letters::{Letters, Misread};
use crate::assess::{Assessment, Danger, Verdict};
use crate::catalog::Family;
use crate::machine::{CheckId, Host, Os, ProtectionState};
use serde::Serialize;

/// What a call code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallCode {
    /// The place of the page in the table of pages; 0: none, a scan.
    pub page: u8,
    /// The system.
    pub os: Os,
    /// The answer of the look.
    pub verdict: Verdict,
    /// How many are left of each danger, in the order of [`DANGERS`].
    pub counts: [Count; 5],
    /// Required checks of this system that are unknown, in full or in part.
    pub unknown: Vec<CheckId>,
    /// Whether the computer is protected: on, off or unknown.
    pub protection: ProtectionState,
    /// The groups of its products, in the order of [`GROUPS`].
    pub groups: Vec<Group>,
    /// Whether there are more products than groups.
    pub more: bool,
    /// Whether the look was made with an administrator's rights.
    pub elevated: bool,
}

/// How many, as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Count {
    /// No fewer than this.
    pub at_least: usize,
    /// No more than this. None: nobody knows.
    pub at_most: Option<usize>,
}

/// A group of products: a family of Kaspersky's, or what its customers were moved to.
pub type Group = Family;

/// The dangers, in the order of the code.
pub(super) const DANGERS: [Danger; 5] = [Danger::Live, Danger::Hook, Danger::Guided, Danger::Trust, Danger::Harmless];

/// The groups, each with its bit, the first one first. One that comes later would need a version of its own.
pub(super) const GROUPS: [Group; 11] = [
    Family::Home,
    Family::Business,
    Family::Server,
    Family::Agent,
    Family::Sensor,
    Family::Vpn,
    Family::Passwords,
    Family::Parental,
    Family::Tool,
    Family::Other,
    Family::Successor,
];

/// The first number of each range.
const RANGES: [usize; 8] = [0, 1, 2, 3, 6, 11, 21, 51];

const SYSTEMS: [Os; 3] = [Os::Windows, Os::Macos, Os::Linux];
const VERDICTS: [Verdict; 4] = [Verdict::Installed, Verdict::Leftovers, Verdict::CannotTell, Verdict::Clean];
const PROTECTION: [ProtectionState; 3] = [ProtectionState::On, ProtectionState::Off, ProtectionState::Unknown];

/// The required checks that a code can name, each with its bit. A system has only some of them.
pub(super) const REQUIRED: [&[CheckId]; 3] = [
    &[
        CheckId::Programs,
        CheckId::Services,
        CheckId::ClassFilters,
        CheckId::NetworkComponents,
        CheckId::RootCertificates,
        CheckId::DriverStore,
        CheckId::Elam,
        CheckId::SafeBoot,
        CheckId::Files,
    ],
    &[CheckId::Programs, CheckId::Services, CheckId::SystemExtensions, CheckId::RootCertificates],
    &[CheckId::Programs, CheckId::Services, CheckId::Files, CheckId::RootCertificates],
];

/// How many bits the required checks have.
const CHECKS: usize = 9;

impl Count {
    /// The range of a number, as its place.
    fn place_of(count: usize) -> usize {
        RANGES.iter().rposition(|first| count >= *first).unwrap_or(0)
    }

    fn at(place: usize) -> Self {
        Self { at_least: RANGES.get(place).copied().unwrap_or(0), at_most: RANGES.get(place + 1).map(|next| next - 1) }
    }

    /// The range that a number falls into.
    pub fn of(count: usize) -> Self {
        Self::at(Self::place_of(count))
    }

    /// Whether there is none.
    pub fn is_none(self) -> bool {
        self.at_most == Some(0)
    }
}

impl CallCode {
    /// The code of a look, as it is on the page with this place in the table of pages.
    pub fn of(assessment: &Assessment, host: &Host, page: u8) -> Self {
        let products = || assessment.products.iter().map(|product| product.family);
        let successor = (!assessment.successors.is_empty()).then_some(Family::Successor);
        let families: Vec<Group> = products().chain(successor).collect();
        let groups: Vec<Group> = GROUPS.into_iter().filter(|group| families.contains(group)).collect();
        let count = |danger| assessment.leftovers.iter().filter(|one| one.danger == danger).count();
        let is_unknown = |check: &CheckId| assessment.unknown.iter().any(|gap| gap.required && gap.check == *check);
        Self {
            page,
            os: host.os,
            verdict: assessment.verdict,
            counts: DANGERS.map(|danger| Count::of(count(danger))),
            unknown: required(host.os).iter().copied().filter(is_unknown).collect(),
            protection: match assessment.protection.state {
                ProtectionState::On => ProtectionState::On,
                ProtectionState::Off | ProtectionState::Snoozed | ProtectionState::Expired => ProtectionState::Off,
                ProtectionState::Unknown => ProtectionState::Unknown,
            },
            more: families.len() > groups.len(),
            groups,
            elevated: host.elevated,
        }
    }

    /// It in letters.
    pub fn letters(&self) -> Letters {
        let place = |found: Option<usize>| found.unwrap_or_default() as u64;
        let mut bits = Bits::default()
            .add(5, VERSION)
            .add(7, u64::from(self.page))
            .add(2, place(SYSTEMS.iter().position(|os| *os == self.os)))
            .add(2, place(VERDICTS.iter().position(|verdict| *verdict == self.verdict)));
        for count in self.counts {
            bits = bits.add(3, Count::place_of(count.at_least) as u64);
        }
        let checks = required(self.os);
        for bit in 0..CHECKS {
            bits = bits.add(1, checks.get(bit).is_some_and(|check| self.unknown.contains(check)).into());
        }
        bits = bits.add(2, place(PROTECTION.iter().position(|state| *state == self.protection)));
        for group in GROUPS {
            bits = bits.add(1, self.groups.contains(&group).into());
        }
        Letters::holding(bits.add(1, self.more.into()).add(1, self.elevated.into()).letters())
    }

    /// What letters say. `pages`: how many places the table of pages has, which narrows down where a letter is wrong.
    ///
    /// # Errors
    /// [`CallError`]: they are no code, or one of another version.
    pub fn read(typed: &str, pages: usize) -> Result<Self, CallError> {
        let sensible = |letters: &Letters| {
            Self::of_letters(letters).is_ok_and(|code| usize::from(code.page) < pages && code.agrees())
        };
        let letters = Letters::read(typed, sensible).map_err(CallError::Misread)?;
        Self::of_letters(&letters)
    }

    fn of_letters(letters: &Letters) -> Result<Self, CallError> {
        let mut bits = Bits::of_letters(letters.held());
        let version = bits.take(5);
        if version != VERSION {
            return Err(CallError::Version);
        }
        let page = bits.take(7) as u8;
        let os = SYSTEMS.get(bits.take(2) as usize).copied().ok_or(CallError::Nonsense)?;
        let verdict = VERDICTS.get(bits.take(2) as usize).copied().ok_or(CallError::Nonsense)?;
        let counts = DANGERS.map(|_| Count::at(bits.take(3) as usize));
        let mut unknown = Vec::new();
        for place in 0..CHECKS {
            if bits.take(1) == 1 {
                unknown.push(required(os).get(place).copied().ok_or(CallError::Nonsense)?);
            }
        }
        let protection = PROTECTION.get(bits.take(2) as usize).copied().ok_or(CallError::Nonsense)?;
        let groups = GROUPS.into_iter().filter(|_| bits.take(1) == 1).collect();
        let (more, elevated) = (bits.take(1) == 1, bits.take(1) == 1);
        Ok(Self { page, os, verdict, counts, unknown, protection, groups, more, elevated })
    }

    /// Whether its parts can be true at once: clean means that everything was looked at, and installed that there is a
    /// product.
    pub(super) fn agrees(&self) -> bool {
        let products = self.groups.iter().any(|group| *group != Family::Successor);
        match self.verdict {
            Verdict::Installed => products,
            Verdict::Leftovers => !self.counts.iter().all(|count| count.is_none()),
            Verdict::CannotTell => true,
            Verdict::Clean => self.unknown.is_empty(),
        }
    }

    /// How many are left of a danger.
    pub fn count_of(&self, danger: Danger) -> Count {
        let place = DANGERS.iter().position(|known| *known == danger).unwrap_or_default();
        self.counts[place]
    }
}

/// Why letters do not say anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallError {
    /// They are no code.
    Misread(Misread),
    /// The code is of another version of this program.
    Version,
    /// They pass the check, and mean nothing.
    Nonsense,
}

/// The required checks of a system, in the order of their bits.
fn required(os: Os) -> &'static [CheckId] {
    SYSTEMS.iter().position(|known| *known == os).map_or(&[], |place| REQUIRED[place])
}
