//! The Windows Filtering Platform: who looks into network traffic, and by which rules.
//!
//! Its objects have a GUID made per installation and a display name; only the name tells whose
//! they are. Windows leaves out what the asking account may not read without saying so, so a look
//! without an administrator's rights is never complete.

use super::host;
use super::registry::{Hive, Key};
use super::system_library::system_library;
use super::wide;
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, Looked, Os, Part, WfpKind, WfpObject, Why};
use std::ffi::c_void;
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::NetworkManagement::WindowsFilteringPlatform::{
    FWPM_CALLOUT0, FWPM_DISPLAY_DATA0, FWPM_FILTER0, FWPM_PROVIDER0, FWPM_SUBLAYER0,
};
use windows_sys::Win32::System::Rpc::RPC_C_AUTHN_WINNT;
use windows_sys::core::GUID;

/// The place that gaps name.
const PLACE: &str = "Windows Filtering Platform";
/// The service that holds the platform's objects.
const ENGINE_SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\BFE";
/// How many objects are asked for at a time.
const AT_A_TIME: u32 = 256;

type CreateEnum = unsafe extern "system" fn(HANDLE, *const c_void, *mut HANDLE) -> u32;
type Enum = unsafe extern "system" fn(HANDLE, HANDLE, u32, *mut *mut *mut c_void, *mut u32) -> u32;
type DestroyEnum = unsafe extern "system" fn(HANDLE, HANDLE) -> u32;

system_library! {
    /// Opens the platform and lists its objects. The list functions differ only in what the
    /// entries point to, so all are declared alike.
    struct Fwpm in "fwpuclnt.dll" {
        FwpmEngineOpen0: fn(*const u16, u32, *const c_void, *const c_void, *mut HANDLE) -> u32,
        FwpmEngineClose0: fn(HANDLE) -> u32,
        FwpmFreeMemory0: fn(*mut *mut c_void) -> (),
        FwpmProviderCreateEnumHandle0: fn(HANDLE, *const c_void, *mut HANDLE) -> u32,
        FwpmProviderEnum0: fn(HANDLE, HANDLE, u32, *mut *mut *mut c_void, *mut u32) -> u32,
        FwpmProviderDestroyEnumHandle0: fn(HANDLE, HANDLE) -> u32,
        FwpmCalloutCreateEnumHandle0: fn(HANDLE, *const c_void, *mut HANDLE) -> u32,
        FwpmCalloutEnum0: fn(HANDLE, HANDLE, u32, *mut *mut *mut c_void, *mut u32) -> u32,
        FwpmCalloutDestroyEnumHandle0: fn(HANDLE, HANDLE) -> u32,
        FwpmSubLayerCreateEnumHandle0: fn(HANDLE, *const c_void, *mut HANDLE) -> u32,
        FwpmSubLayerEnum0: fn(HANDLE, HANDLE, u32, *mut *mut *mut c_void, *mut u32) -> u32,
        FwpmSubLayerDestroyEnumHandle0: fn(HANDLE, HANDLE) -> u32,
        FwpmFilterCreateEnumHandle0: fn(HANDLE, *const c_void, *mut HANDLE) -> u32,
        FwpmFilterEnum0: fn(HANDLE, HANDLE, u32, *mut *mut *mut c_void, *mut u32) -> u32,
        FwpmFilterDestroyEnumHandle0: fn(HANDLE, HANDLE) -> u32,
    }
}

/// Looks for the vendor's objects.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Wfp(objects(catalog))]
}

fn objects(catalog: &Catalog) -> Looked<WfpObject> {
    match Key::open(Hive::Machine, ENGINE_SERVICE) {
        Ok(Some(_)) => {}
        Ok(None) => return Looked::unknown(Gap::new(Why::NotOnThisOs, PLACE, "its service BFE is not registered")),
        Err(refused) => return Looked::unknown(refused.into()),
    }
    let (fwpm, engine) = match Fwpm::load().and_then(|fwpm| fwpm.open().map(|engine| (fwpm, engine))) {
        Ok(opened) => opened,
        Err(error) => return Looked::unknown(gap("opening it", &error)),
    };
    let mut looked = Looked::none();
    if !host::elevated() {
        looked.gap(Why::NeedsAdmin, PLACE, "without an administrator's rights Windows leaves entries out");
    }
    let known = |name: &str| {
        catalog.vendor.is_named_in(name) || catalog.rule_for(Os::Windows, Target::Network, name).is_some()
    };
    for list in fwpm.lists() {
        if let Err(error) = fwpm.read(engine, &list, &mut |object| {
            if known(&object.name) {
                looked.items.push(object);
            }
        }) {
            looked.gaps.push(gap(list.words, &error));
        }
    }
    // SAFETY: the engine was opened by us and is closed once.
    unsafe { (fwpm.FwpmEngineClose0)(engine) };
    looked
}

fn gap(what: &str, error: &io::Error) -> Gap {
    let Gap { why, place, detail } = Gap::from_io(PLACE, error);
    Gap::new(why, place, format!("{what}: {detail}"))
}

/// One kind of object, and the functions that list it.
struct List {
    kind: WfpKind,
    words: &'static str,
    create: CreateEnum,
    next: Enum,
    destroy: DestroyEnum,
    /// GUID and display data of an entry.
    ///
    /// Safety: the address must be of a structure of this kind.
    head: unsafe fn(*const c_void) -> (GUID, FWPM_DISPLAY_DATA0),
}
