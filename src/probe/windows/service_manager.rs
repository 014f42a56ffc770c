//! The state of services and drivers, as the service manager says.

use super::registry::Name;
use crate::machine::{Gap, State, Why};
use crate::probe::registry::{Configured, Known, Manager, ServiceList};
use crate::win32::wide;
use std::io;
use std::mem::size_of;
use std::ptr::null;
use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_MORE_DATA, ERROR_SERVICE_DOES_NOT_EXIST, GetLastError,
};
use windows_sys::Win32::System::Services::{
    CloseServiceHandle, ENUM_SERVICE_STATUS_PROCESSW, EnumServicesStatusExW, OpenSCManagerW, OpenServiceW,
    QUERY_SERVICE_CONFIGW, QueryServiceConfigW, QueryServiceStatusEx, SC_ENUM_PROCESS_INFO, SC_HANDLE,
    SC_MANAGER_CONNECT, SC_MANAGER_ENUMERATE_SERVICE, SC_STATUS_PROCESS_INFO, SERVICE_DRIVER, SERVICE_QUERY_CONFIG,
    SERVICE_QUERY_STATUS, SERVICE_STATE_ALL, SERVICE_STATUS_PROCESS, SERVICE_STOPPED, SERVICE_WIN32,
};

/// Most bytes for one call; Windows takes no more. A usual computer needs one or two calls.
const LARGEST: usize = 256 * 1024;
/// A manager that gives a part at each call and never the end is not asked for ever.
const MOST_CALLS: usize = 64;

/// An open handle of the manager or of a service. It is closed when it goes out of scope.
struct Handle(SC_HANDLE);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: the handle was opened by us and is closed once.
        unsafe { CloseServiceHandle(self.0) };
    }
}

/// The service manager of this computer, open for questions.
struct ServiceManager(Handle);

/// The manager, asked anew for each question. It is seldom asked for more than its list.
pub(super) struct Asked;

impl Manager for Asked {
    fn all(&self) -> (ServiceList, Option<Gap>) {
        match ServiceManager::open() {
            Ok(manager) => manager.all(),
            Err(gap) => (ServiceList::new(), Some(gap)),
        }
    }

    fn state(&self, name: &Name) -> State {
        ServiceManager::open().map_or(State::Unknown, |manager| manager.state(name))
    }

    fn configured(&self, name: &Name) -> Option<Configured> {
        ServiceManager::open().ok()?.configured(name)
    }
}

impl ServiceManager {
    /// Connects to the manager.
    ///
    /// # Errors
    /// A gap that says why it can not be asked.
    fn open() -> Result<Self, Gap> {
        // SAFETY: null names mean this computer and its active services.
        let handle = unsafe { OpenSCManagerW(null(), null(), SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE) };
        if handle.is_null() { Err(gap(&io::Error::last_os_error())) } else { Ok(Self(Handle(handle))) }
    }

    /// Every service and driver that the manager lists, by name in small letters. A service whose
    /// state we may not ask is not listed, so what is missing is not yet an answer. With a gap, the
    /// list is what came until then.
    fn all(&self) -> (ServiceList, Option<Gap>) {
        let mut known = ServiceList::new();
        // Units of 8 bytes, because the entries hold pointers.
        let mut buffer: Vec<u64> = Vec::new();
        let mut resume = 0;
        for _ in 0..MOST_CALLS {
            let (mut needed, mut count) = (0, 0);
            let bytes = (buffer.len() * size_of::<u64>()) as u32;
            // SAFETY: the manager is open, the buffer has `bytes` bytes, the rest are live variables.
            let done = unsafe {
                EnumServicesStatusExW(
                    self.0.0,
                    SC_ENUM_PROCESS_INFO,
                    SERVICE_WIN32 | SERVICE_DRIVER,
                    SERVICE_STATE_ALL,
                    buffer.as_mut_ptr().cast(),
                    bytes,
                    &mut needed,
                    &mut count,
                    &mut resume,
                    null(),
                )
            };
            // SAFETY: reads the error of the call above.
            let code = if done == 0 { unsafe { GetLastError() } } else { 0 };
            if code != 0 && code != ERROR_MORE_DATA {
                return (known, Some(gap(&io::Error::from_raw_os_error(code as i32))));
            }
            // SAFETY: Windows filled `count` entries; their texts end in zero and stay in the buffer.
            known.extend(unsafe { entries(&buffer, count) });
            if code == 0 {
                return (known, None);
            }
            // The first call, without a buffer, tells how much is needed.
            let wanted = (bytes as usize + needed as usize).clamp(1024, LARGEST);
            buffer.resize(wanted.div_ceil(size_of::<u64>()), 0);
        }
        (known, Some(Gap::new(Why::Failed, PLACE, "the list has no end")))
    }

    /// The state of one service that the list does not have.
    fn state(&self, name: &Name) -> State {
        // SAFETY: the manager is open and the name ends in zero.
        let handle = unsafe { OpenServiceW(self.0.0, name.wide().as_ptr(), SERVICE_QUERY_STATUS) };
        if handle.is_null() {
            // SAFETY: reads the error of the call above.
            let code = unsafe { GetLastError() };
            return if code == ERROR_SERVICE_DOES_NOT_EXIST { State::RegisteredOnly } else { State::Unknown };
        }
        let service = Handle(handle);
        let mut status = SERVICE_STATUS_PROCESS::default();
        let mut needed = 0;
        let size = size_of::<SERVICE_STATUS_PROCESS>() as u32;
        // SAFETY: the service is open and the buffer is a structure of the size that is said.
        let done = unsafe {
            QueryServiceStatusEx(service.0, SC_STATUS_PROCESS_INFO, (&raw mut status).cast(), size, &mut needed)
        };
        if done == 0 { State::Unknown } else { state(status.dwCurrentState) }
    }

    /// How one service is registered. None: it does not say.
    fn configured(&self, name: &Name) -> Option<Configured> {
        // SAFETY: the manager is open and the name ends in zero.
        let handle = unsafe { OpenServiceW(self.0.0, name.wide().as_ptr(), SERVICE_QUERY_CONFIG) };
        if handle.is_null() {
            return None;
        }
        let service = Handle(handle);
        // Units of 8 bytes, because the answer holds pointers. Windows gives no more than 8 kilobytes.
        let mut buffer = [0u64; 1024];
        let mut needed = 0;
        let size = size_of_val(&buffer) as u32;
        // SAFETY: the service is open and the buffer has `size` bytes.
        let done = unsafe { QueryServiceConfigW(service.0, buffer.as_mut_ptr().cast(), size, &mut needed) };
        if done == 0 {
            return None;
        }
        // SAFETY: Windows filled the structure at the beginning of the buffer, which is aligned for it; its
        // texts end in zero and stand in the buffer.
        let (config, image, display) = unsafe {
            let config = &*buffer.as_ptr().cast::<QUERY_SERVICE_CONFIGW>();
            (config, wide::read(config.lpBinaryPathName), wide::read(config.lpDisplayName))
        };
        Some(Configured { kind: config.dwServiceType, start: config.dwStartType, image, display })
    }
}

const PLACE: &str = "service manager";

fn gap(error: &io::Error) -> Gap {
    let denied = error.raw_os_error() == Some(ERROR_ACCESS_DENIED as i32);
    Gap::new(if denied { Why::NeedsAdmin } else { Why::Failed }, PLACE, error.to_string())
}

/// Everything but *stopped* is loaded, on its way there or on its way out.
fn state(current: u32) -> State {
    match current {
        0 => State::Unknown,
        SERVICE_STOPPED => State::Stopped,
        _ => State::Running,
    }
}

/// The entries at the beginning of a buffer.
///
/// # Safety
/// The buffer holds `count` entries whose texts end in zero and stand in the buffer.
unsafe fn entries(buffer: &[u64], count: u32) -> Vec<(String, Known)> {
    let most = size_of_val(buffer) / size_of::<ENUM_SERVICE_STATUS_PROCESSW>();
    // SAFETY: the buffer is aligned for pointers and long enough for so many entries.
    let list = unsafe {
        std::slice::from_raw_parts(buffer.as_ptr().cast::<ENUM_SERVICE_STATUS_PROCESSW>(), most.min(count as usize))
    };
    list.iter()
        .map(|entry| {
            // SAFETY: the caller vouches for both texts.
            let (name, display) = unsafe { (wide::read(entry.lpServiceName), wide::read(entry.lpDisplayName)) };
            let status = &entry.ServiceStatusProcess;
            (name.to_lowercase(), Known { state: state(status.dwCurrentState), kind: status.dwServiceType, display })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manager_lists_services_and_does_not_know_others() {
        let manager = ServiceManager::open().unwrap();
        let (known, gap) = manager.all();
        assert_eq!(gap, None);
        assert!(known.keys().all(|name| *name == name.to_lowercase()));
        let some = known.keys().next().unwrap();
        let name = |text: &str| Name::new(&text.encode_utf16().collect::<Vec<u16>>());
        assert!(matches!(manager.state(&name(some)), State::Running | State::Stopped));
        let none = name("cleanbreak-no-such-service");
        assert_eq!((manager.state(&none), manager.configured(&none)), (State::RegisteredOnly, None));
        let configured = manager.configured(&name(some)).unwrap();
        assert_eq!((configured.kind, &configured.display), (known[some].kind, &known[some].display));
    }
}
