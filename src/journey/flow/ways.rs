//! Which way is next when a product is still here after its uninstaller: one that was not tried, and that this computer
//! has.

use super::gate::{self, Gate};
use crate::journey::state::{Ended, Session};
use crate::machine::Os;
use crate::removal::{Outcome, Way, ways_out};

/// The way that is next. None: all that can be done here was tried, or somebody else has to allow it.
pub fn next_way(session: &Session) -> Option<Way> {
    let tried = &session.removal.tried;
    let open = gate::gate_of(session) == Gate::Open;
    let mut here = all(session).iter().filter(|way| **way != Way::Restart || open);
    here.find(|way| !tried.contains(way)).copied()
}

/// Every way that this computer has after the last outcome.
fn all(session: &Session) -> &'static [Way] {
    match session.seen.as_ref().map(|seen| seen.snapshot.host.os) {
        // The person does it by hand, with the same steps.
        Some(Os::Linux) => return &[Way::Again],
        Some(Os::Macos) => return &[Way::Again, Way::Restart],
        _ => {}
    }
    let registered = session.next_product().is_some_and(|product| product.key.is_some());
    match &session.removal.ended {
        _ if !registered => &[Way::VendorTool],
        // Nothing was started, and the next time nothing would be.
        Some(Ended::Refused(_) | Ended::NotStarted(_)) => &[Way::InstalledApps, Way::VendorTool],
        Some(Ended::Code(code)) => ways_out(Outcome::of(Some(*code))),
        Some(Ended::Killed | Ended::CannotWait) | None => ways_out(Outcome::NoCode),
    }
}
