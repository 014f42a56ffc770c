//! The last filter: what may be changed at all.
//!
//! An [`Action`] can be made here and nowhere else, whether it comes from a plan or out of a journal that
//! somebody may have edited. It is a list of what is allowed, not of what is forbidden: the catalogue must
//! know the thing, and must mark a folder or key *disposable* before it goes with all that lies in it.

mod spelling;

use super::{Change, Proposal, Purpose};
use crate::assess::{common_name, guided_class};
use crate::catalog::{Catalog, Kind, Role, Root, Rule, Target};
use crate::machine::{Os, Scope, unit_scope};
use spelling::{added_root, below_software, registry_place, strip_folder, strip_start};
use thiserror::Error;

/// One change that the filter has let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action(Proposal);

impl Action {
    /// What it is for.
    pub fn purpose(&self) -> &Purpose {
        &self.0.purpose
    }

    /// What is done.
    pub fn change(&self) -> &Change {
        &self.0.change
    }

    /// The id of the finding.
    pub fn id(&self) -> &str {
        &self.0.purpose.id
    }

    /// As it is written in a journal.
    pub fn proposal(&self) -> &Proposal {
        &self.0
    }

    /// The same, to be done only after the next start of the computer.
    pub(super) fn after_restart(mut self) -> Self {
        self.0.purpose.after_restart = true;
        self
    }
}

/// Why a change is never made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AdmitRefusal {
    /// The catalogue does not know it, or knows that it belongs to somebody else.
    #[error("the catalogue does not know it as the vendor's")]
    NotOurs,
    /// The catalogue does not mark it disposable, so the person's own data may be in it.
    #[error("the person's own data may be in it")]
    NotDisposable,
    /// It is the person's own data.
    #[error("it is the person's own data")]
    Kept,
    /// Disks, volumes, encryption and the network are changed with the person's own hands only.
    #[error("it belongs to disks, encryption or the network")]
    Guided,
    /// The path is not written the way a full path is, or leads elsewhere than it says.
    #[error("its place is not written as it should be")]
    OddPlace,
    /// The scope does not fit the place.
    #[error("it belongs to another account")]
    OtherScope,
}

/// Lets a change through, or says why not.
///
/// # Errors
/// [`AdmitRefusal`].
pub fn admit(proposal: Proposal, os: Os, catalog: &Catalog) -> Result<Action, AdmitRefusal> {
    let filter = Filter { catalog, os, purpose: &proposal.purpose };
    match &proposal.change {
        Change::TakeFilterEntry { list, entry } => {
            let list = ClassOf::of(&list.key, &list.value)?;
            if guided_class(list.guid) { Err(AdmitRefusal::Guided) } else { filter.driver(entry) }
        }
        Change::DisableDriver { key } | Change::DeleteService { key } => filter.service(key),
        Change::DeleteRegistryKey { path } => filter.key(path, true),
        Change::RemoveEmptyKey { path } => filter.key(path, false),
        Change::DeleteRegistryValue { path, name } => filter.autostart(path, name),
        Change::MoveFile { path } => filter.file(path),
        Change::MoveFolder { path } => filter.folder(path, true),
        Change::RemoveEmptyFolder { path } => filter.folder(path, false),
        Change::RemoveCertificate { place, thumbprint, subject } => filter.certificate(place, thumbprint, subject),
        Change::DeleteTask { path } => filter.task(path),
        Change::RemoveUnit { path } => filter.unit(path),
    }?;
    Ok(Action(proposal))
}

/// A filter list that is really one of a class.
struct ClassOf<'t> {
    guid: &'t str,
}

impl<'t> ClassOf<'t> {
    /// A list that was read out of a journal may say anything, so it is read once more.
    fn of(key: &'t str, value: &str) -> Result<Self, AdmitRefusal> {
        super::ClassList::new(key, value).ok_or(AdmitRefusal::OddPlace)?;
        key.rsplit('\\').next().map(|guid| Self { guid }).ok_or(AdmitRefusal::OddPlace)
    }
}

/// Keys from which Windows starts programs, below `Software\[WOW6432Node\]Microsoft\Windows\CurrentVersion`.
const RUN_KEYS: [&str; 2] = ["Run", "RunOnce"];
/// Where Windows lists installed programs.
const UNINSTALL: &str = r"Microsoft\Windows\CurrentVersion\Uninstall\";
/// Where Safe Mode looks for what it starts.
const SAFE_BOOT: [&str; 2] = [
    r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Minimal\",
    r"HKLM\SYSTEM\CurrentControlSet\Control\SafeBoot\Network\",
];

struct Filter<'a> {
    catalog: &'a Catalog,
    os: Os,
    purpose: &'a Purpose,
}

impl Filter<'_> {
    fn rule(&self, target: Target, name: &str) -> Result<&Rule, AdmitRefusal> {
        let rule = self.catalog.rule_for(self.os, target, name).ok_or(AdmitRefusal::NotOurs)?;
        if rule.keep { Err(AdmitRefusal::Kept) } else { Ok(rule) }
    }

    /// A driver that is no part of disks, encryption or the network.
    fn driver(&self, name: &str) -> Result<(), AdmitRefusal> {
        let rule = self.rule(Target::Service, name)?;
        let guided = matches!(rule.role, Role::Network | Role::Disk | Role::Encryption);
        if guided { Err(AdmitRefusal::Guided) } else { self.machine() }
    }

    /// A driver or service by its name below `Services`: one name, and no path.
    fn service(&self, key: &str) -> Result<(), AdmitRefusal> {
        let plain = !key.is_empty() && !key.contains(['\\', '/', '\0']);
        if plain && self.os == Os::Windows { self.driver(key) } else { Err(AdmitRefusal::OddPlace) }
    }

    fn machine(&self) -> Result<(), AdmitRefusal> {
        if self.purpose.scope == Scope::Machine { Ok(()) } else { Err(AdmitRefusal::OtherScope) }
    }

    /// A registry key: one the catalogue places, an uninstall entry, or a driver's entry for Safe Mode.
    fn key(&self, path: &str, whole: bool) -> Result<(), AdmitRefusal> {
        let place = registry_place(path).ok_or(AdmitRefusal::OddPlace)?;
        self.scope_of_key(path)?;
        if let Some(name) = SAFE_BOOT.iter().find_map(|start| strip_start(path, start)) {
            let stem = name.get(name.len().saturating_sub(4)..).filter(|end| end.eq_ignore_ascii_case(".sys"));
            let driver = &name[..name.len() - stem.map_or(0, str::len)];
            return if name.contains('\\') { Err(AdmitRefusal::OddPlace) } else { self.driver(driver) };
        }
        if let Some(entry) = below_software(path).and_then(|below| strip_start(below, UNINSTALL)) {
            let named = self.catalog.product_named(self.os, &self.purpose.name).is_some();
            let one = !entry.is_empty() && !entry.contains('\\');
            return if one && named { Ok(()) } else { Err(AdmitRefusal::NotOurs) };
        }
        let rule = self.rule(Target::Registry, &place)?;
        if rule.disposable || !whole { Ok(()) } else { Err(AdmitRefusal::NotDisposable) }
    }

    fn scope_of_key(&self, path: &str) -> Result<(), AdmitRefusal> {
        let user = strip_start(path, r"HKCU\").is_some();
        if user == (self.purpose.scope == Scope::User) { Ok(()) } else { Err(AdmitRefusal::OtherScope) }
    }

    /// A value below `Run` that the catalogue knows, or that names the vendor.
    fn autostart(&self, path: &str, name: &str) -> Result<(), AdmitRefusal> {
        self.scope_of_key(path)?;
        let below = below_software(path).and_then(|below| strip_start(below, r"Microsoft\Windows\CurrentVersion\"));
        let run = below.is_some_and(|key| RUN_KEYS.iter().any(|known| known.eq_ignore_ascii_case(key)));
        if run { self.known_autostart(name) } else { Err(AdmitRefusal::OddPlace) }
    }

    fn known_autostart(&self, name: &str) -> Result<(), AdmitRefusal> {
        let named = self.catalog.vendor.is_named_in(name);
        if named || self.rule(Target::Autostart, name).is_ok() { Ok(()) } else { Err(AdmitRefusal::NotOurs) }
    }

    fn task(&self, path: &str) -> Result<(), AdmitRefusal> {
        let parts: Vec<&str> = path.split('\\').collect();
        let [first, .., name] = parts.as_slice() else { return Err(AdmitRefusal::OddPlace) };
        let plain = first.is_empty() && parts[1..].iter().all(|part| !matches!(*part, "" | "." | ".."));
        if !plain || path.contains('/') {
            return Err(AdmitRefusal::OddPlace);
        }
        let folder = parts.get(1).filter(|_| parts.len() > 2).is_some_and(|name| self.catalog.vendor.is_named_in(name));
        if folder { self.machine() } else { self.machine().and_then(|()| self.known_autostart(name)) }
    }

    /// A file: one that the catalogue places and marks disposable, a driver's file, or an early-launch copy.
    fn file(&self, path: &str) -> Result<(), AdmitRefusal> {
        if let Some(name) = strip_folder(path, r"\ELAMBKUP\").filter(|_| self.purpose.spelled.is_empty()) {
            return self.driver_file(&format!("{{Drivers}}/{name}"));
        }
        self.same_place(path)?;
        if matches!(Root::split(&self.purpose.spelled), Some((Root::Drivers, _))) {
            return self.driver_file(&self.purpose.spelled);
        }
        let rule = self.rule(Target::File, &self.purpose.spelled)?;
        if rule.disposable { Ok(()) } else { Err(AdmitRefusal::NotDisposable) }
    }

    /// A file below `drivers` that belongs to a driver which may be removed.
    fn driver_file(&self, place: &str) -> Result<(), AdmitRefusal> {
        let rule = self.rule(Target::File, place)?;
        let guided = matches!(rule.role, Role::Network | Role::Disk | Role::Encryption);
        match rule.kind {
            _ if guided => Err(AdmitRefusal::Guided),
            Kind::Driver => self.machine(),
            _ => Err(AdmitRefusal::NotDisposable),
        }
    }

    fn folder(&self, path: &str, whole: bool) -> Result<(), AdmitRefusal> {
        self.same_place(path)?;
        let rule = self.rule(Target::File, &self.purpose.spelled)?;
        if rule.disposable || !whole { Ok(()) } else { Err(AdmitRefusal::NotDisposable) }
    }

    /// Whether a path is what the catalogue's spelling of it says: full, plain, and the same below the root.
    fn same_place(&self, path: &str) -> Result<(), AdmitRefusal> {
        let separator = if self.os == Os::Windows { '\\' } else { '/' };
        let (root, below) = Root::split(&self.purpose.spelled).ok_or(AdmitRefusal::OddPlace)?;
        if root.scope() != self.purpose.scope {
            return Err(AdmitRefusal::OtherScope);
        }
        let full = match self.os {
            Os::Windows => path.as_bytes().get(1..3) == Some(br":\"),
            _ => path.starts_with('/'),
        };
        let plain = path.split(separator).skip(1).all(|part| !matches!(part, "" | "." | ".."));
        let tail = format!("{separator}{}", below.replace('/', &separator.to_string()));
        let same = match self.os {
            Os::Linux => path.ends_with(&tail),
            _ => path.to_lowercase().ends_with(&tail.to_lowercase()),
        };
        if full && plain && same && !path.contains('\0') { Ok(()) } else { Err(AdmitRefusal::OddPlace) }
    }

    fn certificate(&self, place: &str, thumbprint: &str, subject: &str) -> Result<(), AdmitRefusal> {
        let known = self.rule(Target::Certificate, common_name(subject)).is_ok();
        let vendor = subject.split(',').filter_map(|part| part.trim().strip_prefix("O="));
        if !known && !vendor.into_iter().any(|name| self.catalog.vendor.is_publisher(name)) {
            return Err(AdmitRefusal::NotOurs);
        }
        let digits = thumbprint.len() == 40 && thumbprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        let stands = match self.os {
            Os::Windows => {
                self.scope_of_key(place)?;
                let stores = ["ROOT", "CA"].map(|name| format!(r"Microsoft\SystemCertificates\{name}\Certificates\"));
                let entry =
                    below_software(place).and_then(|below| stores.iter().find_map(|store| strip_start(below, store)));
                entry.is_some_and(|entry| entry.eq_ignore_ascii_case(thumbprint))
            }
            Os::Linux => added_root(place),
            Os::Macos => false,
        };
        if digits && stands { Ok(()) } else { Err(AdmitRefusal::OddPlace) }
    }

    /// A unit file in one of systemd's folders, named as the catalogue knows it.
    fn unit(&self, path: &str) -> Result<(), AdmitRefusal> {
        let (folder, name) = path.rsplit_once('/').ok_or(AdmitRefusal::OddPlace)?;
        let wanted = [".wants", ".requires"].iter().any(|end| folder.ends_with(end));
        let folder = if wanted { folder.rsplit_once('/').map_or("", |(above, _)| above) } else { folder };
        let known = ["/systemd/system", "/systemd/user"].iter().any(|end| folder.ends_with(end));
        let plain = path.starts_with('/') && !path.split('/').any(|part| matches!(part, "." | ".."));
        if !(known && plain && self.os == Os::Linux) {
            return Err(AdmitRefusal::OddPlace);
        }
        if unit_scope(path) != self.purpose.scope {
            return Err(AdmitRefusal::OtherScope);
        }
        self.rule(Target::Service, name).map(|_| ())
    }
}

#[cfg(test)]
mod tests;
