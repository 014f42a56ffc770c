//! Whose places a look goes into.

use crate::machine::{Gap, GapReason, LookedAs};

/// Whose places a look goes into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The computer's, and those of the account that looks.
    #[default]
    ThisAccount,
    /// The computer's only. What runs with the rights of another administrator opens nothing of that
    /// administrator's own: it is not the person who asked.
    MachineOnly,
}

impl Reach {
    /// What a look at a place of the account that looks becomes where it stays closed: only the computer was asked
    /// about, or no person's account is looking, and with the system account those places are somebody else's.
    /// None: go on and look.
    pub fn closed_gap(self, account: LookedAs, place: &str) -> Option<Gap> {
        let why = match (self, account) {
            (Reach::MachineOnly, _) => "only what belongs to the computer was asked about",
            (Reach::ThisAccount, LookedAs::NoAccount) => "run as the system account, which has no person's places",
            (Reach::ThisAccount, LookedAs::ThisAccount) => return None,
        };
        Some(Gap::new(GapReason::NotTried, place, why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_s_places_are_open_to_that_account_s_own_look_only() {
        assert_eq!(Reach::ThisAccount.closed_gap(LookedAs::ThisAccount, "HKCU"), None);
        for (reach, account) in [
            (Reach::MachineOnly, LookedAs::ThisAccount),
            (Reach::MachineOnly, LookedAs::NoAccount),
            (Reach::ThisAccount, LookedAs::NoAccount),
        ] {
            let gap = reach.closed_gap(account, "HKCU").unwrap();
            assert_eq!((gap.why, gap.place.as_str()), (GapReason::NotTried, "HKCU"), "{reach:?} {account:?}");
        }
    }
}
