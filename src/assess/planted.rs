//! Folders that malware planted, and what shows that a product really was here.
//!
//! Miners make hidden, empty or locked folders in the names of antivirus products so that none can be
//! installed. Such a folder proves nothing, wherever it stands.

use super::sightings::Sighting;
use super::{Confidence, Reason, weigh};
use crate::catalog::Kind;
use std::collections::{HashMap, HashSet};

/// Marks the folders in which nothing lies but planted ones: they were made for the sake of those.
pub(super) fn mark(found: &mut [Sighting<'_>]) {
    let mut within: HashMap<String, u32> = HashMap::new();
    let mut counted = HashSet::new();
    let mut order: Vec<usize> = (0..found.len()).filter(|at| found[*at].kind == Kind::File).collect();
    // From the deepest folder up, so that a planted folder in a planted folder is seen as one.
    order.sort_by_key(|at| std::cmp::Reverse(found[*at].place.matches(['\\', '/']).count()));
    for at in order {
        let place = found[at].place.to_lowercase();
        let inside = within.get(&place).copied();
        found[at].planted |= inside.is_some() && inside == found[at].entries;
        if found[at].planted
            && let Some((folder, _)) = place.rsplit_once(['\\', '/'])
            && counted.insert(place.clone())
        {
            *within.entry(folder.to_string()).or_default() += 1;
        }
    }
}

/// Whether a sighting is something that malware does not plant, and so shows that a product really was
/// here; a locked folder is then the product's own. Kept data decides nothing, and so not this either.
pub(super) fn speaks_of_a_real_product(sighting: &Sighting<'_>) -> bool {
    // Malware runs and starts itself under the names of antivirus products.
    let said_by_itself = matches!(sighting.kind, Kind::Connection | Kind::Process | Kind::Task);
    let proves_nothing = sighting.rule.is_some_and(|rule| rule.planted || rule.keep);
    let nothing_in_it = sighting.planted || sighting.entries == Some(0) || sighting.reasons.contains(&Reason::Locked);
    !said_by_itself && !proves_nothing && !nothing_in_it && weigh(&sighting.reasons) >= Some(Confidence::Likely)
}
