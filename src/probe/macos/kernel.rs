//! Kernel extensions: those in the folders, and those that are loaded.

use super::{Here, parsed_or_gap};
use crate::catalog::{Catalog, Target};
use crate::machine::{Image, Observed, Os, Presence, Service, ServiceKind, State};
use crate::probe::command::QueryError;
use crate::probe::disk;
use crate::probe::parse::{kernel_extensions, property_list};
use std::path::Path;

pub(super) fn list_kernel_extensions(catalog: &Catalog, here: &Here<'_>) -> Observed<Service> {
    let mut looked = loaded(here);
    let answered = looked.complete();
    // Apple's own are of no interest, and many.
    looked.items.retain(|extension| !extension.name.starts_with("com.apple."));
    let ours = |name: &str| catalog.rule_for(Os::Macos, Target::Service, name).is_some();
    for (folder, all) in [("/Library/Extensions", true), ("/System/Library/Extensions", false)] {
        for entry in disk::list_folder(&here.at(folder), &mut looked.gaps) {
            let path = entry.path();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_none_or(|kind| kind != "kext") || !(all || ours(&stem)) {
                continue;
            }
            let info = disk::read_file(&path.join("Contents/Info.plist"), &mut looked.gaps);
            let name = info.and_then(|bytes| property_list::parse_bundle(&bytes).ok()).map_or(stem, |bundle| bundle.id);
            place(&mut looked.items, name, &path, answered);
        }
    }
    looked
}

/// Puts an extension's folder to the loaded extension of its name, or adds one that is not loaded.
fn place(extensions: &mut Vec<Service>, name: String, path: &Path, answered: bool) {
    let text = path.to_string_lossy().into_owned();
    let image = Image { raw: None, path: Some(text.clone()), there: Presence::Present };
    match extensions.iter_mut().find(|known| known.name == name) {
        Some(known) => (known.image, known.place) = (image, Some(text)),
        None => extensions.push(Service {
            name,
            kind: ServiceKind::KernelExtension,
            image,
            state: if answered { State::Stopped } else { State::Unknown },
            place: Some(text),
            ..Service::default()
        }),
    }
}

/// Loaded extensions, from `kmutil` since macOS 11 and from `kextstat` before.
fn loaded(here: &Here<'_>) -> Observed<Service> {
    const NEW: &str = "/usr/bin/kmutil";
    const OLD: &str = "/usr/sbin/kextstat";
    let (program, answer) = match (here.ask)(NEW, &["showloaded"]) {
        Err(QueryError::Missing) => (OLD, (here.ask)(OLD, &[])),
        answer => (NEW, answer),
    };
    let mut looked = Observed::none();
    let extensions = parsed_or_gap(answer, program, kernel_extensions::parse_kernel_extensions, &mut looked.gaps);
    looked.items = extensions.unwrap_or_default();
    looked
}
