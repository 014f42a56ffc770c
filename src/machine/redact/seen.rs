//! What each part of a snapshot is: a text in which somebody may be named, or one that stays.
//!
//! Each type is taken apart field by field, so that a new field does not compile before somebody has decided. What
//! stays: versions, numbers of Windows, ids that a program's maker chose, and words from a list of ours.

use super::super::*;
use super::{Redactor, places};
use std::mem::take;

/// Hides names of people and computers in what was seen.
pub trait Hide {
    /// Does so in place.
    fn hide(&mut self, redactor: &Redactor);
}

impl Hide for String {
    fn hide(&mut self, redactor: &Redactor) {
        *self = redactor.text(self);
    }
}

impl<T: Hide> Hide for Option<T> {
    fn hide(&mut self, redactor: &Redactor) {
        self.iter_mut().for_each(|inner| inner.hide(redactor));
    }
}

impl<T: Hide> Hide for Vec<T> {
    fn hide(&mut self, redactor: &Redactor) {
        self.iter_mut().for_each(|inner| inner.hide(redactor));
    }
}

impl<T: Hide> Hide for Observed<T> {
    fn hide(&mut self, redactor: &Redactor) {
        let Self { items, gaps, notes } = self;
        items.hide(redactor);
        gaps.hide(redactor);
        notes.hide(redactor);
    }
}

/// Hides the texts that are named first. All other fields of the type stand behind `stays`.
macro_rules! hide {
    ($($kind:ident { $($text:ident),* $(; stays $($stays:ident),+)? })*) => {
        $(impl Hide for $kind {
            fn hide(&mut self, _redactor: &Redactor) {
                let Self { $($text,)* $($($stays: _,)+)? } = self;
                $($text.hide(_redactor);)*
            }
        })*
    };
}
pub(crate) use hide;

hide! {
    Host { ; stays os, os_version, server, elevated, looked_as, taken, booted, boot_id, elapsed_ms, offline }
    Gap { place, detail; stays why }
    Program { key, name, publisher, location, uninstall; stays source, version, location_there }
    Service { name, display, image, maker, place; stays kind, start, state, group, altitudes, delete_pending, protected }
    Image { raw, path; stays there }
    Maker { company, signer, also_signed_by }
    NetworkObject { name, component_id, service, place; stays kind }
    WfpObject { name; stays kind, key }
    ComProvider { name, module; stays kind, id, there }
    Connection { process; stays remote, port }
    Certificate { place, subject, issuer; stays store, scope, thumbprint, not_after }
    DriverPackage { original, provider, place; stays published }
    ElamCopy { name, place, maker }
    SafeBootEntry { name, value, place }
    FileSeen { place, path, maker; stays kind, scope, size, modified, entries, hidden_system, denied }
    AppPackage { full_name, display, publisher, place; stays list, scope }
    FirewallRule { name, group, program, place; stays id, there, blocks }
    Autorun { name, program, place; stays scope }
    PendingChange { path, new_path }
    Process { name, path }
    BrowserItem { name, place, file; stays browser, kind, id, scope }
    Account { name; stays kind }
    Setting { value, subject, place; stays kind, name, scope }
    UpdatePolicy { value, place; stays name }
    SecurityProduct { name, program; stays role, state, up_to_date, there }
    Defender { ; stays mode, enabled, real_time, signature_age_days, tamper_protected }
    Firewall { ; stays profile, on }
    ProtectionSetting { place; stays of, name, number }
    OtherAccount { ; stays has_profile }
    WindowsRelease { ; stays build, edition, installation }
    ExtendedUpdate { ; stays activation, licensed }
    MemoryIntegrity { ; stays word, on }
    UpgradeBlock { name, log; stays kind, written }
    NetworkLead { place; stays kind, of, value, listener }
    MailAddIn { id, name, place; stays scope }
}

impl Hide for Signer {
    fn hide(&mut self, redactor: &Redactor) {
        match self {
            Self::Valid(name) | Self::Invalid(name) => name.hide(redactor),
            Self::Unsigned | Self::Unknown | Self::NotAsked => {}
        }
    }
}

impl Hide for ScheduledTask {
    fn hide(&mut self, redactor: &Redactor) {
        let Self { path, program, author } = self;
        // Whoever made a task: often the account, with its domain or computer.
        *author = places::hide_account(author).into_owned();
        path.hide(redactor);
        program.hide(redactor);
        author.hide(redactor);
    }
}

impl Hide for FilterList {
    fn hide(&mut self, redactor: &Redactor) {
        let Self { key, level: _, side: _, class_guid: _, class_name: _, entries, oddity, registered } = self;
        key.hide(redactor);
        entries.hide(redactor);
        oddity.hide(redactor);
        *registered = take(registered).into_iter().map(|(name, there)| (redactor.text(&name), there)).collect();
    }
}

impl Hide for RegistryKeySeen {
    fn hide(&mut self, redactor: &Redactor) {
        let Self { place, path, scope: _, subkeys: _, denied: _, values } = self;
        place.hide(redactor);
        path.hide(redactor);
        // Versions have values of their own, and are no addresses.
        let texts = values.iter_mut().filter(|(name, _)| !name.to_lowercase().contains("version"));
        texts.for_each(|(_, text)| text.hide(redactor));
    }
}
