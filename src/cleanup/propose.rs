//! What would have to be done about one finding.

use super::refusal::CleanUpRefusal;
use super::{Change, ClassList, Proposal};
use crate::assess::{Confidence, Danger, Examined, Leftover, Reason};
use crate::catalog::{Kind, Rule};
use crate::machine::{Artifact, CheckId, FileKind, FilterListKey, Hive, Service, Signer};

/// The changes for one finding. `retire`: the person confirmed that it may be switched off.
///
/// # Errors
/// Why it is left alone.
pub(super) fn propose_changes(
    seen: &Examined<'_>,
    found: &Leftover,
    disable: bool,
) -> Result<Vec<Proposal>, CleanUpRefusal> {
    // The system account sees what is another account's; only that account changes it.
    if found.artifact.hive() == Some(Hive::AnotherAccount) {
        return Err(CleanUpRefusal::ByHand);
    }
    match found.danger {
        Danger::Guided => return Err(CleanUpRefusal::Guided),
        _ if found.confidence == Confidence::Possible => return Err(CleanUpRefusal::Unsure),
        Danger::Live if disable => return switch_off(seen, found),
        Danger::Live => return Err(CleanUpRefusal::Live),
        Danger::Hook | Danger::Trust | Danger::Harmless => {}
    }
    match &found.artifact {
        Artifact::FilterEntry { list, entry } => filter_entry(found, list, entry),
        Artifact::Service { key } => driver(seen, found, key),
        Artifact::Unit { path } => one(found, Change::RemoveUnit { path: path.clone() }),
        Artifact::Certificate { store, thumbprint, subject } => certificate(found, store, thumbprint, subject),
        Artifact::File { path, spelled, kind } => file(seen, found, path, spelled, *kind),
        Artifact::EarlyLaunchCopy { path } => early_launch_copy(found, path),
        Artifact::SafeBootKey { path } => safe_boot_key(found, path),
        Artifact::RegistryKey { path } => registry_key(seen, found, path),
        Artifact::Program { .. } if found.artifact.hive().is_some() => {
            registry_key(seen, found, &found.artifact.place())
        }
        Artifact::RunValue { key, name } => run_value(found, key, name),
        // Registered again, a task has another identity and no history, and some need a password that nobody can
        // read: it could not be put back as it was.
        Artifact::Task { .. } => Err(CleanUpRefusal::ByHand),
        Artifact::Program { .. }
        | Artifact::KernelModule
        | Artifact::ServiceFile { .. }
        | Artifact::RegistryValue { .. }
        | Artifact::DriverPackage { .. }
        | Artifact::AppPackage { .. }
        | Artifact::FirewallRule { .. }
        | Artifact::BrowserExtension { .. }
        | Artifact::ToolFile { .. }
        | Artifact::Account { .. }
        | Artifact::NetworkComponent { .. }
        | Artifact::WfpObject { .. }
        | Artifact::ComProvider { .. }
        | Artifact::Connection { .. }
        | Artifact::Process { .. }
        | Artifact::SecurityProduct { .. } => Err(CleanUpRefusal::ByHand),
    }
}

fn one(found: &Leftover, change: Change) -> Result<Vec<Proposal>, CleanUpRefusal> {
    Ok(vec![Proposal::new(found, &found.id, change)])
}

fn filter_entry(found: &Leftover, list: &FilterListKey, entry: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    let list = ClassList::of(list).ok_or(CleanUpRefusal::Guided)?;
    let change = Change::TakeFilterEntry { list, entry: entry.to_string() };
    let mut proposal = Proposal::new(found, &entry.to_lowercase(), change);
    proposal.purpose.driver_missing = found.fix_first();
    Ok(vec![proposal])
}

/// First the key, so that nothing loads the file any more; then the file, if it lies below `drivers`.
fn driver(seen: &Examined<'_>, found: &Leftover, key: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    let service = service(seen, key).ok_or(CleanUpRefusal::ByHand)?;
    let subject = service.name.to_lowercase();
    let mut list = vec![Proposal::new(found, &subject, Change::DeleteService { key: service.name.clone() })];
    let file = service.image.path.as_ref().filter(|_| service.image.there.is_present());
    if let Some((path, spelled)) = file.and_then(|path| Some((path, spelled_below_drivers(path)?))) {
        let mut proposal = Proposal::new(found, &subject, Change::MoveFile { path: path.clone() });
        proposal.purpose.spelled = spelled;
        list.push(proposal);
    }
    Ok(list)
}

/// The service or driver behind a finding, unless the network or a protection holds on to it.
fn service<'a>(seen: &Examined<'a>, key: &str) -> Option<&'a Service> {
    let mut services = seen.snapshot.services.items.iter();
    let service = services.find(|service| service.name == key)?;
    let network = seen.snapshot.network_components.items.iter();
    let bound = network.filter_map(|object| object.service.as_deref()).any(|name| name.eq_ignore_ascii_case(key));
    (!service.protected && !bound).then_some(service)
}

/// The catalogue's spelling of a file below `drivers`.
fn spelled_below_drivers(path: &str) -> Option<String> {
    const FOLDER: &str = r"\system32\drivers\";
    let at = path.to_ascii_lowercase().find(FOLDER)?;
    Some(format!("{{Drivers}}/{}", path[at + FOLDER.len()..].replace('\\', "/")))
}

/// Switches off a driver that is loaded or will be, when the vendor's own ways have failed: signed by the
/// vendor, and nothing of the vendor installed or running.
fn switch_off(seen: &Examined<'_>, found: &Leftover) -> Result<Vec<Proposal>, CleanUpRefusal> {
    let Artifact::Service { key } = &found.artifact else { return Err(CleanUpRefusal::Live) };
    let runs = |one: &&Leftover| one.kind == Kind::Process;
    let assessment = seen.assessment;
    let running = assessment.leftovers.iter().chain(&assessment.owned).find(runs).is_some();
    // Whoever cleans for somebody else leaves that administrator's own places out on purpose.
    let programs_unknown = assessment.unknown.iter().any(|gap| gap.check == CheckId::Programs && gap.required);
    if !assessment.products.is_empty() || running || programs_unknown || !seen.snapshot.processes.complete() {
        return Err(CleanUpRefusal::ProductHere);
    }
    let service = service(seen, key).ok_or(CleanUpRefusal::Guided)?;
    if !proven(seen, found, service) {
        return Err(CleanUpRefusal::NotProven);
    }
    let change = Change::DisableDriver { key: service.name.clone() };
    Ok(vec![Proposal::new(found, &service.name.to_lowercase(), change)])
}

/// Whether a driver is proven to be the vendor's: its signature is among those of the file, or Microsoft's is
/// valid, as Windows asks of drivers, and the file's company and its own name both say whose it is.
fn proven(seen: &Examined<'_>, found: &Leftover, service: &Service) -> bool {
    let signed = found.reasons.iter().any(|reason| matches!(reason, Reason::VendorSigner(_)));
    let company = found.reasons.iter().any(|reason| matches!(reason, Reason::VendorPublisher(_)));
    let neutral = match &service.maker.signer {
        Signer::Valid(name) => seen.catalog.vendor.is_neutral_signer(name),
        _ => false,
    };
    signed || (neutral && company && found.reasons.contains(&Reason::DistinctiveName))
}

fn certificate(
    found: &Leftover,
    store: &str,
    thumbprint: &str,
    subject: &str,
) -> Result<Vec<Proposal>, CleanUpRefusal> {
    let [place, thumbprint, subject] = [store, thumbprint, subject].map(str::to_string);
    one(found, Change::RemoveCertificate { place, thumbprint, subject })
}

fn file(
    seen: &Examined<'_>,
    found: &Leftover,
    path: &str,
    spelled: &str,
    kind: FileKind,
) -> Result<Vec<Proposal>, CleanUpRefusal> {
    if found.danger != Danger::Harmless {
        return Err(CleanUpRefusal::DriverFirst);
    }
    if seen.assessment.kept.iter().any(|kept| kept.artifact.lies_in(&found.artifact)) {
        return Err(CleanUpRefusal::HoldsKept);
    }
    let disposable = rule(seen, found).is_some_and(|rule| rule.disposable);
    let path = path.to_string();
    let change = match kind {
        FileKind::Link => return Err(CleanUpRefusal::Link),
        FileKind::File => Change::MoveFile { path },
        FileKind::Folder if disposable => Change::MoveFolder { path },
        FileKind::Folder => Change::RemoveEmptyFolder { path },
    };
    let mut proposal = Proposal::new(found, &found.id, change);
    proposal.purpose.spelled = spelled.to_string();
    Ok(vec![proposal])
}

fn early_launch_copy(found: &Leftover, path: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    if found.danger != Danger::Harmless {
        return Err(CleanUpRefusal::DriverFirst);
    }
    Ok(vec![Proposal::new(found, &driver_of(&found.name), Change::MoveFile { path: path.to_string() })])
}

fn safe_boot_key(found: &Leftover, path: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    let change = Change::DeleteRegistryKey { path: path.to_string() };
    Ok(vec![Proposal::new(found, &driver_of(&found.name), change)])
}

/// The lower-case name of the driver whose file this is.
fn driver_of(file: &str) -> String {
    let lower = file.to_lowercase();
    lower.strip_suffix(".sys").map(str::to_string).unwrap_or(lower)
}

fn registry_key(seen: &Examined<'_>, found: &Leftover, path: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    if found.artifact.hive().is_none() || found.danger != Danger::Harmless {
        return Err(CleanUpRefusal::ByHand);
    }
    let path = path.to_string();
    let empty_only = rule(seen, found).is_some_and(|rule| !rule.disposable);
    let change = if empty_only { Change::RemoveEmptyKey { path } } else { Change::DeleteRegistryKey { path } };
    one(found, change)
}

fn run_value(found: &Leftover, key: &str, name: &str) -> Result<Vec<Proposal>, CleanUpRefusal> {
    if found.artifact.hive().is_none() {
        return Err(CleanUpRefusal::ByHand);
    }
    one(found, Change::DeleteRegistryValue { path: key.to_string(), name: name.to_string() })
}

/// The rule that knows a finding.
fn rule<'a>(seen: &Examined<'a>, found: &Leftover) -> Option<&'a Rule> {
    seen.catalog.rules.iter().find(|rule| rule.id == found.rule)
}

impl Proposal {
    /// A change with its purpose.
    pub(super) fn new(found: &Leftover, subject: &str, change: Change) -> Self {
        let purpose = super::Purpose {
            id: found.id.clone(),
            name: found.name.clone(),
            scope: found.scope,
            spelled: String::new(),
            subject: subject.to_string(),
            after_restart: false,
            driver_missing: false,
        };
        Self { purpose, change }
    }
}
