//! What changes services and drivers. Whoever only looks does not name this.

use super::{Manager, Service};
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Storage::FileSystem::DELETE;
use windows_sys::Win32::System::Services::{
    ChangeServiceConfigW, DeleteService, SERVICE_CHANGE_CONFIG, SERVICE_NO_CHANGE, SERVICE_QUERY_STATUS,
};

/// A service that may be asked and deleted. None: the manager does not know it. `name` ends in zero.
///
/// # Errors
/// What Windows said.
pub(crate) fn open_to_delete(name: &[u16]) -> io::Result<Option<Service>> {
    Manager::open()?.service_for(name, SERVICE_QUERY_STATUS | DELETE)
}

/// Deletes a service. The manager takes its record out when the last handle is closed, and others may have one.
///
/// # Errors
/// What Windows said.
pub(crate) fn delete_service(service: Service) -> io::Result<()> {
    // SAFETY: the service is open.
    let done = unsafe { DeleteService(service.0.0) };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// A service whose record may be changed. None: the manager does not know it. `name` ends in zero.
///
/// # Errors
/// What Windows said.
pub(crate) fn open_to_change(name: &[u16]) -> io::Result<Option<Service>> {
    Manager::open()?.service_for(name, SERVICE_CHANGE_CONFIG)
}

/// Changes when a service starts, and nothing else.
///
/// # Errors
/// What Windows said.
pub(crate) fn set_start(service: &Service, start: u32) -> io::Result<()> {
    let same = SERVICE_NO_CHANGE;
    // SAFETY: the service is open; null texts stay as they are.
    let done = unsafe {
        ChangeServiceConfigW(service.0.0, same, start, same, null(), null(), null_mut(), null(), null(), null(), null())
    };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
