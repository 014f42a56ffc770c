//! What would have to be done about one finding.

use super::plan::{Refusal, Seen};
use super::{Change, ClassList, Proposal};
use crate::assess::{Confidence, Danger, Leftover, Reason, common_name};
use crate::catalog::Kind;
use crate::machine::{CheckId, FileKind, Os, Service, ServiceKind, Signer};

/// The changes for one finding. `retire`: the person confirmed that it may be switched off.
///
/// # Errors
/// Why it is left alone.
pub(super) fn propose(seen: &Seen<'_>, found: &Leftover, retire: bool) -> Result<Vec<Proposal>, Refusal> {
    // The system account sees what is another account's; only that account changes it.
    if found.place.starts_with(r"HKU\") {
        return Err(Refusal::ByHand);
    }
    match found.danger {
        Danger::Guided => return Err(Refusal::Guided),
        _ if found.confidence == Confidence::Possible => return Err(Refusal::Unsure),
        Danger::Live if retire => return switch_off(seen, found),
        Danger::Live => return Err(Refusal::Live),
        Danger::Hook | Danger::Trust | Danger::Harmless => {}
    }
    match found.kind {
        Kind::ClassFilter => filter_entry(found),
        Kind::Driver | Kind::Service if seen.snapshot.host.os == Os::Windows => driver(seen, found),
        Kind::Service => unit(seen, found),
        Kind::Certificate => certificate(seen, found),
        Kind::File => file(seen, found),
        Kind::Registry => registry(seen, found),
        Kind::Task => autostart(found),
        _ => Err(Refusal::ByHand),
    }
}

fn one(found: &Leftover, change: Change) -> Result<Vec<Proposal>, Refusal> {
    Ok(vec![Proposal::new(found, &found.id, change)])
}

fn filter_entry(found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    let list = ClassList::of_place(&found.place).ok_or(Refusal::Guided)?;
    let change = Change::TakeFilterEntry { list, entry: found.name.clone() };
    let mut proposal = Proposal::new(found, &found.name.to_lowercase(), change);
    proposal.purpose.driver_missing = found.fix_first();
    Ok(vec![proposal])
}

/// First the key, so that nothing loads the file any more; then the file, if it lies below `drivers`.
fn driver(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    let service = service(seen, found).ok_or(Refusal::ByHand)?;
    let subject = service.name.to_lowercase();
    let mut list = vec![Proposal::new(found, &subject, Change::DeleteService { key: service.name.clone() })];
    let file = service.image.path.as_ref().filter(|_| service.image.there.is_present());
    if let Some((path, place)) = file.and_then(|path| Some((path, driver_place(path)?))) {
        let mut proposal = Proposal::new(found, &subject, Change::MoveFile { path: path.clone() });
        proposal.purpose.place = place;
        list.push(proposal);
    }
    Ok(list)
}

/// The service or driver behind a finding, unless the network or a protection holds on to it.
fn service<'a>(seen: &Seen<'a>, found: &Leftover) -> Option<&'a Service> {
    let mut services = seen.snapshot.services.items.iter();
    let service = services.find(|service| service.name == found.name)?;
    let network = seen.snapshot.network_components.items.iter();
    let bound =
        network.filter_map(|object| object.service.as_deref()).any(|name| name.eq_ignore_ascii_case(&found.name));
    (!service.protected && !bound).then_some(service)
}

/// The catalogue's spelling of a file below `drivers`.
fn driver_place(path: &str) -> Option<String> {
    const FOLDER: &str = r"\system32\drivers\";
    let at = path.to_ascii_lowercase().find(FOLDER)?;
    Some(format!("{{Drivers}}/{}", path[at + FOLDER.len()..].replace('\\', "/")))
}

/// Switches off a driver that is loaded or will be, when the vendor's own ways have failed: signed by the
/// vendor, and nothing of the vendor installed or running.
fn switch_off(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    if !matches!(found.kind, Kind::Driver | Kind::Service) || seen.snapshot.host.os != Os::Windows {
        return Err(Refusal::Live);
    }
    let runs = |one: &&Leftover| one.kind == Kind::Process;
    let assessment = seen.assessment;
    let running = assessment.leftovers.iter().chain(&assessment.owned).find(runs).is_some();
    // Whoever cleans for somebody else leaves that administrator's own places out on purpose.
    let programs_unknown = assessment.unknown.iter().any(|gap| gap.check == CheckId::Programs && gap.required);
    if !assessment.products.is_empty() || running || programs_unknown || !seen.snapshot.processes.complete() {
        return Err(Refusal::ProductHere);
    }
    let service = service(seen, found).ok_or(Refusal::Guided)?;
    if !proven(seen, found, service) {
        return Err(Refusal::NotProven);
    }
    let change = Change::RetireDriver { key: service.name.clone() };
    Ok(vec![Proposal::new(found, &service.name.to_lowercase(), change)])
}

/// Whether a driver is proven to be the vendor's: its signature is among those of the file, or Microsoft's is
/// valid, as Windows asks of drivers, and the file's company and its own name both say whose it is.
fn proven(seen: &Seen<'_>, found: &Leftover, service: &Service) -> bool {
    let signed = found.reasons.iter().any(|reason| matches!(reason, Reason::VendorSigner(_)));
    let company = found.reasons.iter().any(|reason| matches!(reason, Reason::VendorPublisher(_)));
    let neutral = match &service.maker.signer {
        Signer::Valid(name) => seen.catalog.vendor.is_neutral_signer(name),
        _ => false,
    };
    signed || (neutral && company && found.reasons.contains(&Reason::DistinctiveName))
}

fn unit(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    let services = &seen.snapshot.services.items;
    let unit = services.iter().find(|one| one.name == found.name && one.place.as_ref() == Some(&found.place));
    match unit.map(|unit| unit.kind) {
        Some(ServiceKind::Unit) => one(found, Change::RemoveUnit { path: found.place.clone() }),
        _ => Err(Refusal::ByHand),
    }
}

fn certificate(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    let stands = |place: &str, subject: &str| place == found.place && common_name(subject) == found.name;
    let mut all = seen.snapshot.root_certificates.items.iter();
    let seen = all.find(|one| stands(&one.place, &one.subject) && one.scope == found.scope).ok_or(Refusal::ByHand)?;
    let (place, subject) = (seen.place.clone(), seen.subject.clone());
    // Windows names the entry by it.
    let named = || place.rsplit('\\').next().unwrap_or_default().to_string();
    let thumbprint = if seen.thumbprint.is_empty() { named() } else { seen.thumbprint.clone() };
    one(found, Change::RemoveCertificate { place, thumbprint, subject })
}

fn file(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    if found.danger != Danger::Harmless {
        return Err(Refusal::DriverFirst);
    }
    let path = found.place.clone();
    if seen.snapshot.elam.items.iter().any(|copy| copy.place == path) {
        return Ok(vec![Proposal::new(found, &driver_of(&found.name), Change::MoveFile { path })]);
    }
    let mut all = seen.snapshot.files.items.iter();
    let file = all.find(|one| one.path == path && one.scope == found.scope).ok_or(Refusal::ByHand)?;
    let disposable = seen.catalog.rules.iter().any(|rule| rule.id == found.rule && rule.disposable);
    let below = |place: &str| place.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with(['\\', '/']));
    if seen.assessment.kept.iter().any(|kept| below(&kept.place)) {
        return Err(Refusal::HoldsKept);
    }
    let change = match file.kind {
        FileKind::Link => return Err(Refusal::Link),
        FileKind::File => Change::MoveFile { path },
        FileKind::Folder if disposable => Change::MoveFolder { path },
        FileKind::Folder => Change::RemoveEmptyFolder { path },
    };
    let mut proposal = Proposal::new(found, &found.id, change);
    proposal.purpose.place = file.place.clone();
    Ok(vec![proposal])
}

/// The lower-case name of the driver whose file this is.
fn driver_of(file: &str) -> String {
    let lower = file.to_lowercase();
    lower.strip_suffix(".sys").map(str::to_string).unwrap_or(lower)
}

fn registry(seen: &Seen<'_>, found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    let path = found.place.clone();
    if !path.starts_with("HKLM\\") && !path.starts_with("HKCU\\") {
        return Err(Refusal::ByHand);
    }
    if seen.snapshot.safe_boot.items.iter().any(|entry| entry.place == path) {
        return Ok(vec![Proposal::new(found, &driver_of(&found.name), Change::DeleteRegistryKey { path })]);
    }
    if found.danger != Danger::Harmless {
        return Err(Refusal::ByHand);
    }
    let rule = seen.catalog.rules.iter().find(|rule| rule.id == found.rule);
    let empty_only = rule.is_some_and(|rule| !rule.disposable);
    let change = if empty_only { Change::RemoveEmptyKey { path } } else { Change::DeleteRegistryKey { path } };
    one(found, change)
}

fn autostart(found: &Leftover) -> Result<Vec<Proposal>, Refusal> {
    // Registered again, a task has another identity and no history, and some need a password that nobody can
    // read: it could not be put back as it was.
    if found.place.starts_with("Task Scheduler") {
        return Err(Refusal::ByHand);
    }
    let key = found.place.strip_suffix(&found.name).and_then(|rest| rest.strip_suffix('\\'));
    let path = key.filter(|key| key.starts_with("HK")).ok_or(Refusal::ByHand)?.to_string();
    one(found, Change::DeleteRegistryValue { path, name: found.name.clone() })
}
