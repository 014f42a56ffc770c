//! The objects of the Windows Filtering Platform, by name and GUID.

use super::code::check_code;
use super::system_library::system_library;
use super::wide;
use crate::machine::WfpKind;
use std::ffi::c_void;
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::NetworkManagement::WindowsFilteringPlatform::FWPM_DISPLAY_DATA0;
use windows_sys::Win32::System::Rpc::RPC_C_AUTHN_WINNT;
use windows_sys::core::GUID;

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

/// What the structures of all four kinds of object begin with.
#[repr(C)]
struct Head {
    key: GUID,
    display: FWPM_DISPLAY_DATA0,
}

/// One kind of object, and the functions that list it.
pub(crate) struct List {
    /// What it lists.
    pub(crate) kind: WfpKind,
    /// The same in words.
    pub(crate) words: &'static str,
    create: CreateEnum,
    next: Enum,
    destroy: DestroyEnum,
}

/// The open platform. It is closed when it goes out of scope.
pub(crate) struct Engine {
    fwpm: Fwpm,
    handle: HANDLE,
}

impl Engine {
    /// Opens it.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn open() -> io::Result<Self> {
        let fwpm = Fwpm::load()?;
        let mut handle = null_mut();
        // SAFETY: no server means this computer; no identity means ours; no session means a usual one.
        check_code(unsafe { (fwpm.FwpmEngineOpen0)(null(), RPC_C_AUTHN_WINNT, null(), null(), &mut handle) })?;
        Ok(Self { fwpm, handle })
    }

    /// Its four lists.
    pub(crate) fn lists(&self) -> [List; 4] {
        let fwpm = &self.fwpm;
        let list = |kind, words, create, next, destroy| List { kind, words, create, next, destroy };
        [
            list(
                WfpKind::Provider,
                "listing providers",
                fwpm.FwpmProviderCreateEnumHandle0,
                fwpm.FwpmProviderEnum0,
                fwpm.FwpmProviderDestroyEnumHandle0,
            ),
            list(
                WfpKind::Callout,
                "listing callouts",
                fwpm.FwpmCalloutCreateEnumHandle0,
                fwpm.FwpmCalloutEnum0,
                fwpm.FwpmCalloutDestroyEnumHandle0,
            ),
            list(
                WfpKind::Sublayer,
                "listing sublayers",
                fwpm.FwpmSubLayerCreateEnumHandle0,
                fwpm.FwpmSubLayerEnum0,
                fwpm.FwpmSubLayerDestroyEnumHandle0,
            ),
            list(
                WfpKind::Filter,
                "listing filters",
                fwpm.FwpmFilterCreateEnumHandle0,
                fwpm.FwpmFilterEnum0,
                fwpm.FwpmFilterDestroyEnumHandle0,
            ),
        ]
    }

    /// Hands the name and GUID of every object of one kind to `each`.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn each_object(&self, list: &List, each: &mut dyn FnMut(String, GUID)) -> io::Result<()> {
        let mut position = null_mut();
        // SAFETY: the engine is open; without a template all objects are listed.
        check_code(unsafe { (list.create)(self.handle, null(), &mut position) })?;
        let read = self.read_on(list, position, each);
        // SAFETY: the position was made above and is given back once.
        unsafe { (list.destroy)(self.handle, position) };
        read
    }

    fn read_on(&self, list: &List, position: HANDLE, each: &mut dyn FnMut(String, GUID)) -> io::Result<()> {
        loop {
            let (mut entries, mut count) = (null_mut(), 0);
            // SAFETY: engine and position are open; Windows makes the array of entries.
            check_code(unsafe { (list.next)(self.handle, position, AT_A_TIME, &mut entries, &mut count) })?;
            for at in 0..count as usize {
                // SAFETY: the array has `count` addresses, each of a structure that begins as Head does.
                let head = unsafe { &*(*entries.add(at)).cast::<Head>() };
                // SAFETY: a display name is null or ends in zero, and lives until the memory is freed below.
                each(unsafe { wide::read_wide(head.display.name) }, head.key);
            }
            // SAFETY: the array was made by the call above and is freed once; null is allowed.
            unsafe { (self.fwpm.FwpmFreeMemory0)((&raw mut entries).cast()) };
            if count < AT_A_TIME {
                return Ok(());
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // SAFETY: the engine was opened by us and is closed once.
        unsafe { (self.fwpm.FwpmEngineClose0)(self.handle) };
    }
}
