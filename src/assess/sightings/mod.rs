//! Everything that may be a trace, one file for each kind of place, before it is weighed.

mod certificates;
mod files;
mod filters;
mod network;
mod services;
mod traces;
mod windows_lists;

pub(crate) use certificates::common_name;
pub(crate) use filters::guided_class;
pub(super) use services::main_services;

use super::driver::taken_away;
use super::{Danger, Reason};
use crate::catalog::{Catalog, Kind, Rule, Strength, Target, line_of};
use crate::machine::{Artifact, Maker, Os, Presence, Scope, Service, Signer, Snapshot};
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Something seen that may be a trace.
#[derive(Clone, Debug)]
pub(super) struct Sighting<'a> {
    /// The rule that knows it. None: only its folder, signature or publisher gave it away.
    pub rule: Option<&'a Rule>,
    pub kind: Kind,
    pub scope: Scope,
    pub name: String,
    pub artifact: Artifact,
    pub danger: Danger,
    pub reasons: Vec<Reason>,
    /// The file it runs or is; lets a driver and its own file become one finding.
    pub file: Option<String>,
    /// Of a folder: how many entries it has.
    pub entries: Option<u32>,
    /// Whether it looks like a folder that malware planted.
    pub planted: bool,
}

impl<'a> Sighting<'a> {
    pub(super) fn new(rule: Option<&'a Rule>, kind: Kind, name: impl Into<String>, artifact: Artifact) -> Self {
        let name = name.into();
        let mut reasons = Vec::new();
        if let Some(rule) = rule {
            let distinctive = rule.strength == Strength::Distinctive || line_of(&name).is_some();
            reasons.push(if distinctive { Reason::DistinctiveName } else { Reason::GeneralName });
        }
        Self {
            rule,
            kind,
            scope: Scope::Machine,
            name,
            artifact,
            danger: Danger::Harmless,
            reasons,
            file: None,
            entries: None,
            planted: false,
        }
    }

    /// Where it is, for people and for ids.
    pub(super) fn place(&self) -> String {
        self.artifact.place()
    }

    pub(super) fn danger(mut self, danger: Danger) -> Self {
        self.danger = danger;
        self
    }

    fn scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    pub(super) fn because(mut self, reasons: impl IntoIterator<Item = Reason>) -> Self {
        self.reasons.extend(reasons);
        self
    }
}

/// What all kinds of places look things up in.
pub(super) struct Look<'a> {
    pub snapshot: &'a Snapshot,
    pub catalog: &'a Catalog,
    pub os: Os,
    /// Services by lower-case name.
    pub services: HashMap<String, &'a Service>,
    /// Lower-case paths that the next restart takes away.
    pub pending: HashSet<String>,
    /// An installed product of another vendor that embeds the engine.
    pub embedder: Option<String>,
    /// What files say about their makers, by lower-case path.
    makers: HashMap<String, &'a Maker>,
}

impl<'a> Look<'a> {
    fn new(snapshot: &'a Snapshot, catalog: &'a Catalog) -> Self {
        let embedders = snapshot.programs.items.iter().filter_map(|program| catalog.embedder_named(&program.name));
        Self {
            snapshot,
            catalog,
            os: snapshot.host.os,
            services: snapshot.services.items.iter().map(|service| (service.name.to_lowercase(), service)).collect(),
            pending: taken_away(&snapshot.pending.items),
            embedder: embedders.map(|embedder| embedder.name.clone()).min(),
            makers: makers(snapshot),
        }
    }

    /// The rule that knows this name, unless the name belongs to a look-alike.
    fn rule(&self, target: Target, name: &str) -> Option<&'a Rule> {
        self.catalog.rule_for(self.os, target, name)
    }

    /// What a path says about whose file it is.
    fn path_reason(&self, path: &str) -> Option<Reason> {
        if self.catalog.vendor.owns_path(path) {
            Some(Reason::VendorFolder)
        } else if in_versioned_folder(path) {
            Some(Reason::VersionedFolder)
        } else {
            other_folder(path).map(Reason::OtherFolder)
        }
    }

    /// Who made the file that a service or driver runs. What was not asked there may have been asked
    /// where the file itself was seen.
    fn maker<'s>(&'s self, service: &'s Service) -> &'s Maker {
        let asked = service.maker != Maker::default();
        let by_file = || self.makers.get(&service.image.path.as_deref()?.to_lowercase()).copied();
        if asked { &service.maker } else { by_file().unwrap_or(&service.maker) }
    }

    /// Whether a path is known to belong to somebody else, whatever its name says.
    fn stranger(&self, path: &str) -> bool {
        self.catalog.look_alike_for(Target::File, path).is_some()
    }

    /// What the maker of a file says.
    fn maker_reasons(&self, maker: &Maker) -> Vec<Reason> {
        let vendor = &self.catalog.vendor;
        let company = maker.company.as_deref().filter(|company| !company.trim().is_empty()).map(|company| {
            let other = || self.named(company).unwrap_or_else(|| Reason::OtherPublisher(company.to_string()));
            if vendor.is_publisher(company) { Reason::VendorPublisher(company.to_string()) } else { other() }
        });
        let unsaid = !matches!(company, Some(Reason::VendorPublisher(_)));
        let signer = match &maker.signer {
            // It no longer verifies, so it is worth as much as a company's name.
            Signer::Invalid(name) if unsaid && vendor.is_publisher(name) => Some(Reason::VendorPublisher(name.clone())),
            Signer::Valid(name) if vendor.is_publisher(name) => Some(Reason::VendorSigner(name.clone())),
            // A spelling of the vendor's name that is not known is no proof, and nobody else's either.
            Signer::Valid(name) if vendor.is_named_in(name) => Some(Reason::VendorNamed),
            Signer::Valid(name) if !vendor.is_neutral_signer(name) => Some(Reason::OtherSigner(name.clone())),
            _ => None,
        };
        let further = maker.also_signed_by.iter().filter(|name| vendor.is_publisher(name));
        let further = further.map(|name| Reason::VendorSigner(name.clone()));
        company.into_iter().chain(signer).chain(further).collect()
    }

    /// The vendor's name in what people read.
    fn named(&self, text: &str) -> Option<Reason> {
        self.catalog.vendor.is_named_in(text).then_some(Reason::VendorNamed)
    }

    /// A product of another vendor that would explain a bare engine driver, or a file that only its
    /// maker gives away. It never explains a name with the vendor's own product line in it.
    fn embedded(&self, rule: Option<&Rule>, name: &str) -> Option<Reason> {
        let explains = rule.is_none_or(|rule| rule.embedded) && line_of(name).is_none();
        self.embedder.as_ref().filter(|_| explains).cloned().map(Reason::Embedder)
    }

    /// Whether the restart that is due takes this file away.
    fn restart_takes(&self, path: Option<&str>) -> bool {
        path.is_some_and(|path| self.pending.contains(&path.to_lowercase()))
    }
}

/// The makers of the files that were asked, by lower-case path.
fn makers(snapshot: &Snapshot) -> HashMap<String, &Maker> {
    let asked = snapshot.files.items.iter().filter(|file| file.maker != Maker::default());
    asked.map(|file| (file.path.to_lowercase(), &file.maker)).collect()
}

/// Whether a path leads through `drivers\K4W-21-25`. Other folders may look like a line, as `gcc-12`.
fn in_versioned_folder(path: &str) -> bool {
    let segments: Vec<&str> = path.split(['\\', '/']).collect();
    segments.windows(2).any(|pair| pair[0].eq_ignore_ascii_case("drivers") && line_of(pair[1]).is_some())
}

/// Whether a program folder is one maker's. All share a few, and Windows keeps setups in others.
pub(super) fn is_a_maker_s(folder: &str) -> bool {
    const SHARED: [&str; 4] =
        ["common files", "installshield installation information", "package cache", "windowsapps"];
    !SHARED.contains(&folder.to_lowercase().as_str())
}

/// Somebody else's program folder that a path leads through.
pub(super) fn other_folder(path: &str) -> Option<String> {
    static FOLDER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)[\\/](?:Program Files(?: \(x86\))?|ProgramData|opt)[\\/]([^\\/]+)[\\/]")
            .expect("a constant pattern")
    });
    FOLDER.captures(path).map(|found| found[1].to_string())
}

/// The last segment of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(['\\', '/']).next().unwrap_or(path)
}

/// The reason that a missing file is.
fn missing(there: &Presence) -> Option<Reason> {
    there.is_absent().then_some(Reason::FileMissing)
}

/// Every sighting of every kind of place.
pub(super) fn all_sightings<'a>(snapshot: &'a Snapshot, catalog: &'a Catalog) -> Vec<Sighting<'a>> {
    let look = Look::new(snapshot, catalog);
    let mut found = services::service_sightings(&look);
    found.extend(filters::filter_sightings(&look));
    found.extend(network::network_sightings(&look));
    found.extend(certificates::certificate_sightings(&look));
    found.extend(files::file_sightings(&look));
    found.extend(traces::trace_sightings(&look));
    found.extend(windows_lists::windows_list_sightings(&look));
    found
}
