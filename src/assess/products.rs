//! Which products are installed. A product is here when it is registered *and* something of it
//! is there, or when its main service is. Registered but gone is a leftover.

use super::ownership::Owners;
use super::presence::Evidence;
use super::product_found::{ProductFound, SuccessorFound, merge_product};
use super::sightings::{Sighting, is_a_maker_s, other_folder};
use super::{Confidence, Danger, Reason, Told, downloaded, family, unregistered, weigh_reasons};
use crate::catalog::{Catalog, Family, Kind, Product};
use crate::machine::{Os, Program, ProgramSource, Snapshot};

/// What the key of a second entry for the same product begins with.
const TWIN: &str = "InstallWIX_";

/// What detection says.
pub(super) struct Detected<'a> {
    pub installed: Vec<ProductFound>,
    pub successors: Vec<SuccessorFound>,
    /// Entries of registers with no product behind them: its files and services are gone, or it is a
    /// file that was downloaded and never installed.
    pub remains: Vec<Sighting<'a>>,
}

/// A registered product whose folder and services are gone.
struct Candidate<'p, 'a> {
    product: &'a Product,
    program: &'p Program,
    confidence: Confidence,
    reasons: Vec<Reason>,
}

/// Finds products among registered programs and main services.
pub(super) fn detect_products<'a>(
    snapshot: &Snapshot,
    catalog: &'a Catalog,
    told: &Told,
    found: &[Sighting<'a>],
) -> Detected<'a> {
    let mut detected =
        Detected { installed: Vec::new(), successors: successors_in_parts(catalog, found), remains: Vec::new() };
    let evidence = Evidence { snapshot, catalog, told, found };
    let mut candidates = Vec::new();
    for program in in_order(snapshot) {
        let Some((product, by_key)) = known(snapshot, catalog, program) else { continue };
        if product.family == Family::Successor {
            let place = program.artifact().place();
            detected.successors.push(SuccessorFound {
                id: product.id.clone(),
                name: program.name.clone(),
                place,
                key: Some(program.key.clone()),
            });
            continue;
        }
        let reasons = reasons(catalog, product, program, by_key);
        let Some(confidence) = weigh_reasons(&reasons).filter(|_| !published_by_another(&reasons)) else { continue };
        if let Some(command) = downloaded::download_command(program) {
            detected.remains.push(downloaded::download_sighting(program, reasons, command));
        } else if evidence.gone(product, program) {
            candidates.push(Candidate { product, program, confidence, reasons });
        } else {
            merge_product(&mut detected.installed, registered(product, program, confidence, reasons));
        }
    }
    unregistered::by_main_services(&mut detected.installed, snapshot, catalog, found);
    // What runs belongs to a product that is registered before it shows one that is not.
    sort_out(&mut detected, candidates, &evidence);
    unregistered::by_what_runs(&mut detected.installed, snapshot, catalog, found);
    family::settle_families(&mut detected.installed, snapshot, catalog, found);
    detected.installed.sort_by(|one, other| (other.confidence, &one.name).cmp(&(one.confidence, &other.name)));
    detected.successors.sort_by(|one, other| (&one.id, &one.place).cmp(&(&other.id, &other.place)));
    // The first one stands for all, with the entry that any of them has.
    detected.successors.dedup_by(|one, first| {
        let same = one.id == first.id;
        first.key = first.key.take().or_else(|| one.key.take().filter(|_| same));
        same
    });
    detected
}

/// A product whose folder was thrown away while its drivers run is installed and broken: its entry is the
/// vendor's only way to take them out. All others have left a stale entry behind.
fn sort_out<'a>(detected: &mut Detected<'a>, candidates: Vec<Candidate<'_, 'a>>, evidence: &Evidence<'_, 'a>) {
    let owners = Owners::new(&detected.installed, evidence.found, evidence.snapshot, evidence.catalog);
    let windows = evidence.snapshot.host.os == Os::Windows;
    let drivers = evidence.found.iter().filter(|sighting| windows && evidence.drives(sighting));
    let unowned: Vec<_> = drivers.filter(|sighting| !owners.own(sighting)).collect();
    let (broken, gone): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|candidate| {
        let product = registered(candidate.product, candidate.program, candidate.confidence, Vec::new());
        let told = evidence.told.not_installed.contains(&candidate.program.key);
        !told
            && !is_twin_alone(candidate.program, evidence.snapshot)
            && unowned
                .iter()
                .any(|sighting| evidence.tells(candidate.product, sighting) && owners.would_own(&product, sighting))
    });
    detected.remains.extend(gone.into_iter().map(|candidate| stale(candidate.program, candidate.reasons)));
    for Candidate { product, program, confidence, mut reasons } in broken {
        reasons.push(Reason::FileMissing);
        merge_product(&mut detected.installed, registered(product, program, confidence, reasons));
    }
}

/// Whether this is the twin of a product code that Windows Installer has no entry of any more: the uninstaller
/// took the product away and left the twin, and nothing can be removed with it.
fn is_twin_alone(program: &Program, snapshot: &Snapshot) -> bool {
    let programs = &snapshot.programs;
    let registers = |code: &str| programs.items.iter().any(|other| other.key.eq_ignore_ascii_case(code));
    programs.complete() && program.key.strip_prefix(TWIN).is_some_and(|code| !registers(code))
}

/// Registered programs, a product code before its `InstallWIX_` twin.
fn in_order(snapshot: &Snapshot) -> Vec<&Program> {
    let mut programs: Vec<&Program> = snapshot.programs.items.iter().collect();
    programs.sort_by_key(|program| {
        (program.key.starts_with(TWIN), program.source, &program.key, &program.name, &program.version)
    });
    programs
}

/// The product a registered program is, and whether its key says so.
fn known<'c>(snapshot: &Snapshot, catalog: &'c Catalog, program: &Program) -> Option<(&'c Product, bool)> {
    if catalog.embedder_named(&program.name).is_some() {
        return None;
    }
    let key = program.key.strip_prefix(TWIN).unwrap_or(&program.key);
    let os = snapshot.host.os;
    let by_key = catalog.product_keyed(os, key).map(|product| (product, true));
    let named = |name: &str| catalog.product_named(os, name).map(|product| (product, false));
    // The vendor's name may stand at the end of a translated one, or nowhere.
    let by_maker = || named(&format!("Kaspersky {}", program.name)).filter(|_| is_the_vendor_s(catalog, program));
    by_key.or_else(|| named(&program.name)).or_else(by_maker)
}

/// Whether the vendor published a program, or it lies in the vendor's folder.
fn is_the_vendor_s(catalog: &Catalog, program: &Program) -> bool {
    let published = program.publisher.as_deref().is_some_and(|name| catalog.vendor.is_publisher(name));
    published || program.location.as_deref().is_some_and(|folder| catalog.vendor.owns_path(folder))
}

fn reasons(catalog: &Catalog, product: &Product, program: &Program, by_key: bool) -> Vec<Reason> {
    // `kuma` is also the name of other programs; a tool's name may stand in anybody's list.
    let telling = catalog.vendor.is_named_in(&program.name) && product.family != Family::Tool;
    let mut reasons = vec![if by_key || telling { Reason::DistinctiveName } else { Reason::GeneralName }];
    if let Some(publisher) = program.publisher.as_ref().filter(|publisher| !publisher.trim().is_empty()) {
        let ours = catalog.vendor.is_publisher(publisher) || catalog.vendor.is_named_in(publisher);
        reasons.push(if ours { Reason::VendorPublisher } else { Reason::OtherPublisher }(publisher.clone()));
    }
    let location = program.location.as_deref().or(program.uninstall.as_deref()).unwrap_or_default();
    if catalog.vendor.owns_path(location) {
        reasons.push(Reason::VendorFolder);
    }
    // A product code or package name is never another product's by chance.
    if by_key {
        reasons.retain(|reason| !matches!(reason, Reason::OtherPublisher(_)));
    } else {
        reasons.extend(another_s(catalog, program));
    }
    reasons
}

/// What shows that another maker's program has the vendor in its name: its folder, or the identifier of a
/// bundle, which begins with its maker's name.
fn another_s(catalog: &Catalog, program: &Program) -> Option<Reason> {
    let vendor = &catalog.vendor;
    match program.source {
        ProgramSource::Hklm64 | ProgramSource::Hklm32 | ProgramSource::Hkcu | ProgramSource::Hku => {
            let location = program.location.as_deref().filter(|folder| !vendor.owns_path(folder))?;
            let folder = other_folder(&format!(r"{}\", location.trim_end_matches('\\')))?;
            (is_a_maker_s(&folder) && !vendor.is_named_in(&folder)).then_some(Reason::OtherFolder(folder))
        }
        ProgramSource::Bundle | ProgramSource::Receipt => {
            let mut parts = program.key.split('.');
            let maker = parts.next().zip(parts.next()).filter(|_| parts.next().is_some());
            let other = maker.is_some_and(|(domain, name)| ![domain, name].iter().any(|part| vendor.is_named_in(part)));
            other.then(|| Reason::OtherPublisher(program.key.clone()))
        }
        ProgramSource::Dpkg | ProgramSource::Rpm | ProgramSource::Pacman => None,
    }
}

/// A program about the vendor, made by somebody else. One that lies in the vendor's folder was only
/// packed anew, as companies do.
fn published_by_another(reasons: &[Reason]) -> bool {
    reasons.iter().any(|reason| matches!(reason, Reason::OtherPublisher(_))) && !reasons.contains(&Reason::VendorFolder)
}

fn registered(product: &Product, program: &Program, confidence: Confidence, reasons: Vec<Reason>) -> ProductFound {
    ProductFound {
        id: product.id.clone(),
        // People do not know the names of packages. What is possible only keeps its own: it may be somebody else's.
        name: if program.name.is_empty() || (is_package(program) && confidence > Confidence::Possible) {
            &product.name
        } else {
            &program.name
        }
        .clone(),
        version: program.version.clone(),
        family: product.family,
        confidence,
        reasons,
        artifacts: vec![program.artifact()],
        key: Some(program.key.clone()),
    }
}

fn is_package(program: &Program) -> bool {
    matches!(program.source, ProgramSource::Dpkg | ProgramSource::Rpm | ProgramSource::Pacman)
}

fn stale<'a>(program: &Program, reasons: Vec<Reason>) -> Sighting<'a> {
    Sighting {
        rule: None,
        kind: if matches!(
            program.source,
            ProgramSource::Hklm64 | ProgramSource::Hklm32 | ProgramSource::Hkcu | ProgramSource::Hku
        ) {
            Kind::Registry
        } else {
            Kind::Package
        },
        scope: program.source.scope(),
        name: program.name.clone(),
        artifact: program.artifact(),
        danger: Danger::Harmless,
        reasons: reasons.into_iter().chain([Reason::StaleEntry]).collect(),
        file: None,
        entries: None,
        planted: false,
    }
}

/// Successors seen by a part only: a folder, a process, a service in their folder.
fn successors_in_parts(catalog: &Catalog, found: &[Sighting<'_>]) -> Vec<SuccessorFound> {
    let successor = |id: &String| catalog.product(id).filter(|product| product.family == Family::Successor);
    let seen = found.iter().filter(|sighting| weigh_reasons(&sighting.reasons) >= Some(Confidence::Likely));
    seen.filter_map(|sighting| {
        let product = sighting.rule?.products.iter().find_map(successor)?;
        Some(SuccessorFound { id: product.id.clone(), name: product.name.clone(), place: sighting.place(), key: None })
    })
    .collect()
}
