//! What a Windows that is not running has in its filter lists that would stop a device.

use crate::assess::{Assessment, Examined, Leftover};
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpRefusal, check_fixable, plan_fix};
use crate::machine::{Artifact, FilterList, Gap, Snapshot};

/// What a look at a Windows showed.
pub(crate) struct Look {
    /// What was seen.
    pub(crate) snapshot: Snapshot,
    /// What it means.
    pub(crate) assessment: Assessment,
}

/// An entry that would stop a device at the next start, or of which nobody can tell.
pub(crate) struct Entry<'l> {
    /// The finding.
    pub(crate) found: &'l Leftover,
    /// The list that it stands in, below the control set.
    pub(crate) list: String,
    /// The key of its class or device.
    pub(crate) key: &'l str,
    /// The name of its class, where it has one.
    pub(crate) class: Option<&'l str>,
    /// Whether it can be taken out here. Why not, otherwise.
    pub(crate) fixable: Result<(), CleanUpRefusal>,
}

impl Look {
    /// The entries that matter, those that can be taken out first.
    pub(crate) fn entries(&self) -> Vec<Entry<'_>> {
        let all = self.assessment.leftovers.iter().chain(&self.assessment.owned).filter(|found| found.holds_restart());
        let mut entries: Vec<Entry<'_>> = all.filter_map(|found| self.entry(found)).collect();
        entries.sort_by_key(|entry| entry.fixable.is_err());
        entries
    }

    fn entry<'l>(&'l self, found: &'l Leftover) -> Option<Entry<'l>> {
        let Artifact::FilterEntry { list, .. } = &found.artifact else { return None };
        let seen: &FilterList =
            self.snapshot.class_filters.items.iter().find(|one| one.key == list.key && one.side == list.side)?;
        Some(Entry {
            found,
            list: format!(r"{}\{}", list.key, list.side.value_name()),
            key: &list.key,
            class: seen.class_name.as_deref(),
            fixable: check_fixable(&self.assessment, &found.id).and_then(|()| self.admitted(found)),
        })
    }

    /// Whether the plan lets it through, too: it is what decides.
    fn admitted(&self, found: &Leftover) -> Result<(), CleanUpRefusal> {
        let seen = Examined::new(&self.snapshot, &self.assessment, Catalog::embedded());
        plan_fix(&seen, std::slice::from_ref(&found.id)).why_not(&found.id).map_or(Ok(()), Err)
    }

    /// Which Windows it is, in words. None: its SOFTWARE hive could not be asked.
    pub(crate) fn version(&self) -> Option<&str> {
        let host = &self.snapshot.host;
        self.no_software().is_none().then_some(host.os_version.as_str()).filter(|name| !name.is_empty())
    }

    /// What is installed there, by name.
    pub(crate) fn products(&self) -> impl Iterator<Item = &str> {
        self.assessment.products.iter().map(|product| product.name.as_str())
    }

    /// Why its SOFTWARE hive could not be asked. It hides no entry.
    pub(crate) fn no_software(&self) -> Option<&Gap> {
        self.snapshot.programs.gaps.first()
    }

    /// What could not be seen and may hide such an entry.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Gap> {
        let Snapshot { class_filters, services, pending, .. } = &self.snapshot;
        class_filters.gaps.iter().chain(&services.gaps).chain(&pending.gaps)
    }
}
