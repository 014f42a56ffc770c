//! Services and drivers, as the service manager tells. What changes them stands in [`change`].

pub(crate) mod change;

use super::wide;
use std::io;
use std::ptr::null;
use windows_sys::Win32::Foundation::{ERROR_INVALID_NAME, ERROR_MORE_DATA, ERROR_SERVICE_DOES_NOT_EXIST};
use windows_sys::Win32::System::Services::{
    CloseServiceHandle, ENUM_SERVICE_STATUS_PROCESSW, EnumServicesStatusExW, OpenSCManagerW, OpenServiceW,
    QUERY_SERVICE_CONFIGW, QueryServiceConfigW, QueryServiceStatus, SC_ENUM_PROCESS_INFO, SC_HANDLE,
    SC_MANAGER_CONNECT, SC_MANAGER_ENUMERATE_SERVICE, SERVICE_DRIVER, SERVICE_QUERY_CONFIG, SERVICE_QUERY_STATUS,
    SERVICE_STATE_ALL, SERVICE_STATUS, SERVICE_WIN32,
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

/// The service manager of this computer.
pub(crate) struct Manager(Handle);

/// One entry of the manager's list.
pub(crate) struct Listed {
    /// Its name, by which it is opened.
    pub(crate) name: String,
    /// The name people see, with resource references resolved.
    pub(crate) display: String,
    /// Its type number.
    pub(crate) kind: u32,
    /// `dwCurrentState`
    pub(crate) state: u32,
}

/// How a service is registered, as the manager says.
pub(crate) struct Config {
    /// Its type number.
    pub(crate) kind: u32,
    /// When it starts.
    pub(crate) start: u32,
    /// The path of its program; empty where there is none.
    pub(crate) image: String,
    /// The name people see.
    pub(crate) display: String,
}

/// Why a list ended before its end.
pub(crate) enum ListError {
    /// What Windows said.
    Refused(io::Error),
    /// There seemed to be no end.
    Endless,
}

impl Manager {
    /// Connects to the manager, to ask for single services.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn open() -> io::Result<Self> {
        Self::with(SC_MANAGER_CONNECT)
    }

    /// Connects to the manager, to ask for its list as well.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn open_to_list() -> io::Result<Self> {
        Self::with(SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE)
    }

    fn with(access: u32) -> io::Result<Self> {
        // SAFETY: null names mean this computer and its active services.
        let handle = unsafe { OpenSCManagerW(null(), null(), access) };
        if handle.is_null() { Err(io::Error::last_os_error()) } else { Ok(Self(Handle(handle))) }
    }

    /// Every service and driver that the manager lists. A service whose state we may not ask is not listed. With a
    /// reason, the list is what came until then.
    pub(crate) fn list_all(&self) -> (Vec<Listed>, Option<ListError>) {
        let mut known = Vec::new();
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
            let refused = (done == 0).then(io::Error::last_os_error);
            let more = refused.as_ref().is_some_and(|error| is(error, ERROR_MORE_DATA));
            if let Some(error) = refused.filter(|_| !more) {
                return (known, Some(ListError::Refused(error)));
            }
            // SAFETY: Windows filled `count` entries; their texts end in zero and stay in the buffer.
            known.extend(unsafe { entries(&buffer, count) });
            if !more {
                return (known, None);
            }
            // The first call, without a buffer, tells how much is needed.
            let wanted = (bytes as usize + needed as usize).clamp(1024, LARGEST);
            buffer.resize(wanted.div_ceil(size_of::<u64>()), 0);
        }
        (known, Some(ListError::Endless))
    }

    /// One service, to be asked how it is. None: the manager does not know it. `name` ends in zero.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn service(&self, name: &[u16]) -> io::Result<Option<Service>> {
        self.service_for(name, SERVICE_QUERY_STATUS)
    }

    fn service_for(&self, name: &[u16], access: u32) -> io::Result<Option<Service>> {
        if name.last() != Some(&0) {
            return Err(io::Error::from_raw_os_error(ERROR_INVALID_NAME.cast_signed()));
        }
        // SAFETY: the manager is open and the name ends in zero.
        let handle = unsafe { OpenServiceW(self.0.0, name.as_ptr(), access) };
        if !handle.is_null() {
            return Ok(Some(Service(Handle(handle))));
        }
        let error = io::Error::last_os_error();
        if is(&error, ERROR_SERVICE_DOES_NOT_EXIST) { Ok(None) } else { Err(error) }
    }

    /// How one service is registered. None: it does not say. `name` ends in zero.
    pub(crate) fn config(&self, name: &[u16]) -> Option<Config> {
        let Service(service) = self.service_for(name, SERVICE_QUERY_CONFIG).ok()??;
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
            (config, wide::read_wide(config.lpBinaryPathName), wide::read_wide(config.lpDisplayName))
        };
        Some(Config { kind: config.dwServiceType, start: config.dwStartType, image, display })
    }
}

/// A service or driver that is open.
pub(crate) struct Service(Handle);

impl Service {
    /// `dwCurrentState`, for a service that was opened to be asked.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn state(&self) -> io::Result<u32> {
        let mut status = SERVICE_STATUS::default();
        // SAFETY: the service is open and the status is a whole structure.
        let known = unsafe { QueryServiceStatus(self.0.0, &mut status) };
        if known == 0 { Err(io::Error::last_os_error()) } else { Ok(status.dwCurrentState) }
    }
}

fn is(error: &io::Error, code: u32) -> bool {
    error.raw_os_error() == Some(code.cast_signed())
}

/// The entries at the beginning of a buffer.
///
/// # Safety
/// The buffer holds `count` entries whose texts end in zero and stand in the buffer.
unsafe fn entries(buffer: &[u64], count: u32) -> Vec<Listed> {
    let most = size_of_val(buffer) / size_of::<ENUM_SERVICE_STATUS_PROCESSW>();
    // SAFETY: the buffer is aligned for pointers and long enough for so many entries.
    let list = unsafe {
        std::slice::from_raw_parts(buffer.as_ptr().cast::<ENUM_SERVICE_STATUS_PROCESSW>(), most.min(count as usize))
    };
    list.iter()
        .map(|entry| {
            // SAFETY: the caller vouches for both texts.
            let (name, display) =
                unsafe { (wide::read_wide(entry.lpServiceName), wide::read_wide(entry.lpDisplayName)) };
            let status = &entry.ServiceStatusProcess;
            Listed { name, display, kind: status.dwServiceType, state: status.dwCurrentState }
        })
        .collect()
}
