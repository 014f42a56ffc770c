//! The Windows Filtering Platform: who looks into network traffic, and by which rules.
//!
//! Its objects have a GUID made per installation and a display name; only the name tells whose
//! they are. Windows leaves out what the asking account may not read without saying so, so a look
//! without an administrator's rights is never complete.

use super::registry::{Hive, Key};
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, GapReason, Observed, Os, Part, WfpObject};
use crate::win32::filtering_platform::Engine;
use crate::win32::token;
use std::io;
use windows_sys::core::GUID;

/// The place that gaps name.
const PLACE: &str = "Windows Filtering Platform";
/// The service that holds the platform's objects.
const ENGINE_SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\BFE";

/// Looks for the vendor's objects.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Wfp(objects(catalog))]
}

fn objects(catalog: &Catalog) -> Observed<WfpObject> {
    match Key::open(Hive::Machine, ENGINE_SERVICE) {
        Ok(Some(_)) => {}
        Ok(None) => {
            return Observed::unknown(Gap::new(GapReason::NotOnThisOs, PLACE, "its service BFE is not registered"));
        }
        Err(refused) => return Observed::unknown(refused.into()),
    }
    let engine = match Engine::open() {
        Ok(engine) => engine,
        Err(error) => return Observed::unknown(gap("opening it", &error)),
    };
    let mut looked = Observed::none();
    if !token::is_elevated() {
        looked.gap(GapReason::NeedsAdmin, PLACE, "without an administrator's rights Windows leaves entries out");
    }
    for list in engine.lists() {
        let read = engine.each_object(&list, &mut |name, key| {
            if catalog.vendor.is_named_in(&name) || catalog.rule_for(Os::Windows, Target::Network, &name).is_some() {
                looked.items.push(WfpObject { kind: list.kind, name, key: guid(key) });
            }
        });
        if let Err(error) = read {
            looked.gaps.push(gap(list.words, &error));
        }
    }
    looked
}

fn gap(what: &str, error: &io::Error) -> Gap {
    let Gap { why, place, detail } = Gap::from_io(PLACE, error);
    Gap::new(why, place, format!("{what}: {detail}"))
}

/// A GUID as Windows writes it.
fn guid(key: GUID) -> String {
    let GUID { data1, data2, data3, data4: [a, b, c, d, e, f, g, h] } = key;
    format!("{{{data1:08X}-{data2:04X}-{data3:04X}-{a:02X}{b:02X}-{c:02X}{d:02X}{e:02X}{f:02X}{g:02X}{h:02X}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_is_written_as_windows_writes_it() {
        let key = GUID::from_u128(0x0123_4567_89AB_CDEF_0011_2233_4455_6677);
        assert_eq!(guid(key), "{01234567-89AB-CDEF-0011-223344556677}");
    }
}
